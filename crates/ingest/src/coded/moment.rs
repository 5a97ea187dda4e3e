//! Moments as databases write them: `2024-01-15 10:30:00`, with parts of a second or without.

use jiff::civil::{Date, DateTime};
use jiff::{Timestamp, tz::TimeZone};

/// Returns the moment that a text states. What states no time zone is taken as it is, as if it were UTC: the day and the
/// hour that people read stay the same.
pub(crate) fn timestamp(text: &str) -> Option<Timestamp> {
    let text = text.trim();
    text.parse().ok().or_else(|| {
        let civil: DateTime = text.parse().ok()?;
        TimeZone::UTC.to_timestamp(civil).ok()
    })
}

/// Returns the day that a text starts with.
pub(crate) fn day(text: &str) -> Option<Date> {
    text.trim().get(..10)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn moments_are_read_as_they_stand() {
        let at = |text: &str| timestamp(text).map(|moment| moment.to_string());
        assert_eq!(at("2024-01-15 10:30:00").unwrap(), "2024-01-15T10:30:00Z");
        assert_eq!(at("2019-06-03 12:00:00.250000").unwrap(), "2019-06-03T12:00:00.25Z");
        assert_eq!(at("2024-01-15 10:30:00+01:00").unwrap(), "2024-01-15T09:30:00Z");
        assert_eq!(at("2024-01-15").unwrap(), "2024-01-15T00:00:00Z");
        assert_eq!((at(""), at("gisteren"), at("2024-13-01 00:00:00")), (None, None, None));
        assert_eq!(day("2024-01-15 10:30:00"), Some(date(2024, 1, 15)));
        assert_eq!((day("x"), day("2024-01-1é")), (None, None));
    }
}
