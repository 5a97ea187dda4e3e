//! The line of a cue that says where it stands in the recording.

use super::Dialect;
use draad_core::RecordingTime;

/// How the times of a file are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clock {
    dialect: Dialect,
    /// The digits after the point count milliseconds: `0:0:6.90` is 6 s and 90 ms, as Microsoft Teams writes it.
    counts_milliseconds: bool,
}

impl Clock {
    /// Finds out how `lines` write their times: a file with minutes or seconds of one digit pads nothing with zeros.
    pub(super) fn of(dialect: Dialect, lines: &[&str]) -> Self {
        let mut clock = Self { dialect, counts_milliseconds: false };
        let moments =
            lines.iter().filter_map(|line| clock.moments(line)).flat_map(|(start, end)| [start, end]);
        clock.counts_milliseconds = moments.into_iter().any(is_unpadded);
        clock
    }

    /// Returns whether times are written as only Microsoft Teams writes them.
    pub(super) fn counts_milliseconds(self) -> bool {
        self.counts_milliseconds
    }

    /// Returns whether `line` is meant to say where a cue stands, even when it cannot be read.
    pub(super) fn is_times(self, line: &str) -> bool {
        self.moments(line).is_some()
    }

    /// Returns the start and the end that `line` states.
    pub(super) fn stretch(self, line: &str) -> Option<(RecordingTime, RecordingTime)> {
        let (start, end) = self.moments(line)?;
        Some((self.moment(start)?, self.moment(end)?))
    }

    /// Returns the two ends as written. After the second, settings for the screen may follow.
    fn moments(self, line: &str) -> Option<(&str, &str)> {
        let starts_with_digit = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
        if self.dialect == Dialect::Sbv {
            let (start, end) = line.trim().split_once(',')?;
            let fits = |text: &str| starts_with_digit(text) && text.contains(':') && !text.contains(' ');
            return (fits(start) && fits(end)).then_some((start, end));
        }
        let (start, end) = line.split_once("-->")?;
        let start = start.trim();
        let end = end.split_whitespace().next().unwrap_or_default();
        (starts_with_digit(start) || starts_with_digit(end)).then_some((start, end))
    }

    fn moment(self, text: &str) -> Option<RecordingTime> {
        match text.split_once(['.', ',']) {
            Some((whole, count)) if self.counts_milliseconds && count.len() <= 3 => {
                format!("{whole}.{count:0>3}").parse().ok()
            }
            _ => text.parse().ok(),
        }
    }
}

/// Returns whether minutes or seconds are written with one digit.
fn is_unpadded(moment: &str) -> bool {
    let whole = moment.split(['.', ',']).next().unwrap_or_default();
    whole.split(':').skip(1).any(|number| number.len() == 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(dialect: Dialect, line: &str) -> Option<(u64, u64)> {
        let (start, end) = Clock::of(dialect, &[line]).stretch(line)?;
        Some((start.0, end.0))
    }

    #[test]
    fn times_come_in_three_dialects() {
        for (dialect, line, expected) in [
            (Dialect::Vtt, "00:00:00.500 --> 00:00:07.000", (500, 7_000)),
            (Dialect::Vtt, "00:16.500 --> 00:18.500 align:left line:-1", (16_500, 18_500)),
            (Dialect::Vtt, "00:00:00 --> 00:00:00.301", (0, 301)),
            (Dialect::Srt, "00:02:27,680 --> 00:02:29,280  X1:10 X2:20", (147_680, 149_280)),
            (Dialect::Srt, "00:02:27.680-->00:02:29.280", (147_680, 149_280)),
            (Dialect::Sbv, "0:00:11.378,0:00:12.305", (11_378, 12_305)),
        ] {
            assert_eq!(stretch(dialect, line), Some(expected), "{line}");
        }
    }

    #[test]
    fn teams_counts_milliseconds_after_the_point() {
        // Read as a fraction, this cue of a real meeting would end before it began.
        assert_eq!(stretch(Dialect::Vtt, "0:0:6.90 --> 0:0:6.500"), Some((6_090, 6_500)));
        assert_eq!(stretch(Dialect::Vtt, "0:1:5.2 --> 1:2:7.950"), Some((65_002, 3_727_950)));
        assert_eq!(stretch(Dialect::Vtt, "00:00:06.9 --> 00:00:07.5"), Some((6_900, 7_500)));
    }

    #[test]
    fn what_is_meant_as_times_is_told_from_words() {
        let vtt = Clock::of(Dialect::Vtt, &[]);
        for line in ["00:00:07,000 --> 00:00:11:890", "00:00:07.000 --> 00:00:1d.890", "--> 00:00:07.000"] {
            assert!(vtt.is_times(line) && vtt.stretch(line).is_none(), "{line}");
        }
        let sbv = Clock::of(Dialect::Sbv, &[]);
        assert!(sbv.is_times("0:00:13.f89,0:00:15.489") && sbv.stretch("0:00:13.f89,0:00:15.489").is_none());
        assert!(
            !vtt.is_times("van boos --> blij") && !vtt.is_times("om 10:30") && !sbv.is_times("1:0 , 2:0")
        );
    }
}
