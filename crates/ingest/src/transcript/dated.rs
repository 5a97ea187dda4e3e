//! Dates that head a part of a document.

use super::words::front_value;
use crate::cursor::Cursor;
use crate::dates::{self, DateOrder};
use jiff::civil::{Date, DateTime, Time};

/// The longest line that a date can head, in characters.
pub(super) const HEAD_CHARS: usize = 80;

/// Returns whether a date starts a line that is short enough for a heading and no sentence.
pub(super) fn is_dated_line(text: &str, order: DateOrder) -> bool {
    let mut cursor = Cursor::new(text.trim());
    text.len() <= HEAD_CHARS * 4
        && !text.trim_end().ends_with(['.', '!', '?', ',', ';'])
        && dates::scan_date(&mut cursor, order).is_some()
        && !cursor.rest().starts_with(char::is_alphanumeric)
        && text.chars().count() <= HEAD_CHARS
}

/// Returns the first date in a heading, with the time of day that follows it.
pub(super) fn find_moment(text: &str, order: DateOrder) -> Option<DateTime> {
    let starts = text.char_indices().zip(std::iter::once(' ').chain(text.chars()));
    let mut starts = starts.filter(|&((_, c), before)| c.is_alphanumeric() && !before.is_alphanumeric());
    starts.find_map(|((at, _), _)| {
        let mut cursor = Cursor::new(&text[at..]);
        let date = dates::scan_date(&mut cursor, order)?;
        while cursor.eat(|c| c.is_whitespace() || c == ',').is_some() {}
        let time = dates::scan_time(&mut cursor).map_or(Time::midnight(), |found| found.time);
        Some(date.to_datetime(time))
    })
}

/// Returns the date that a line of front matter states: after `Datum:`, or all by itself.
pub(super) fn stated_date(text: &str, order: DateOrder) -> Option<Date> {
    match front_value(text) {
        Some((name, value)) if name.contains("dat") => dates::scan_date(&mut Cursor::new(value), order),
        _ => dates::date_of(text, order),
    }
}
