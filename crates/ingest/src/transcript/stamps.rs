//! Time stamps of a recording inside a text: `[00:00:12]`, `(12:34)`, `#00:01:02-3#`, `0:15`.

use crate::cursor::Cursor;
use draad_core::{Recording, RecordingTime};
use std::ops::Range;

/// A time stamp in a line.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Stamp {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// What it says.
    pub(crate) recording: Recording,
    /// How it is written.
    pub(crate) form: Form,
    /// Whether it counts hours.
    pub(crate) has_hours: bool,
}

/// What stands around a time stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// `#00:01:02-3#`, as f4 writes it where something ends.
    Hashes,
    /// `[00:01:02]`.
    Square,
    /// `(00:01:02)`.
    Round,
    /// Nothing.
    Bare,
}

impl Stamp {
    /// Returns the time stamp that starts at byte `at`, between signs or, where a word may start, bare.
    pub(crate) fn at(text: &str, at: usize) -> Option<Self> {
        let rest = &text[at..];
        match rest.as_bytes().first()? {
            b'[' => Self::between(rest, at, Form::Square, ']'),
            b'(' => Self::between(rest, at, Form::Round, ')'),
            b'#' => Self::between(rest, at, Form::Hashes, '#'),
            digit if digit.is_ascii_digit() && !text[..at].ends_with(|c: char| !c.is_whitespace()) => {
                Self::bare(rest, at)
            }
            _ => None,
        }
    }

    fn between(rest: &str, at: usize, form: Form, close: char) -> Option<Self> {
        let mut cursor = Cursor::new(rest);
        cursor.eat(|_| true)?;
        let (mut start, has_hours) = scan_time(&mut cursor)?;
        let mut ahead = cursor.clone();
        if let Some(tenths) = scan_tenths(&mut ahead)
            && ahead.eat_char(close)
        {
            start = RecordingTime(start.0 + tenths);
            cursor = ahead;
        } else if !cursor.eat_char(close) {
            return Self::stretch(cursor, at, form, close, start, has_hours);
        }
        let recording = Recording { start, end: None };
        Some(Self { range: at..at + cursor.at(), recording, form, has_hours })
    }

    /// Goes on after the start of `[00:12 - 00:15]` or `[00:00:12.000 --> 00:00:15.000]`.
    fn stretch(
        mut cursor: Cursor,
        at: usize,
        form: Form,
        close: char,
        start: RecordingTime,
        has_hours: bool,
    ) -> Option<Self> {
        while cursor.eat(|c| c == ' ' || "->–→".contains(c)).is_some() {}
        let (end, _) = scan_time(&mut cursor)?;
        let is_closed = cursor.eat_char(close) && start <= end;
        let recording = Recording { start, end: Some(end) };
        is_closed.then(|| Self { range: at..at + cursor.at(), recording, form, has_hours })
    }

    fn bare(rest: &str, at: usize) -> Option<Self> {
        let mut cursor = Cursor::new(rest);
        let (start, has_hours) = scan_time(&mut cursor)?;
        let mut after = cursor.rest().chars();
        let goes_on = match after.next() {
            None => false,
            Some(':') => after.next().is_some_and(|c| !c.is_whitespace()),
            // MAXQDA wants no blank before the name: `00:03:40.5Zack: …`.
            Some(c) => !(c.is_whitespace() || has_hours && c.is_alphabetic()),
        };
        let recording = Recording { start, end: None };
        let range = at..at + cursor.at();
        (!goes_on).then_some(Self { range, recording, form: Form::Bare, has_hours })
    }

    /// Returns whether it can be nothing else: it has hours and stands between signs, or is in f4's form.
    pub(crate) fn is_sure(&self) -> bool {
        self.form == Form::Hashes || (self.has_hours && self.form != Form::Bare)
    }
}

/// Returns the position after the blanks and the time stamp at byte `at`, with the stamp; or `at` when there is none.
pub(crate) fn skip(text: &str, at: usize) -> (usize, Option<Stamp>) {
    match Stamp::at(text, at) {
        Some(stamp) => (text.len() - text[stamp.range.end..].trim_start().len(), Some(stamp)),
        None => (at, None),
    }
}

/// Returns whether a time can stand in `text`: a digit, a colon and a digit.
pub(crate) fn may_have_time(text: &str) -> bool {
    let is_time =
        |around: &[u8]| around[1] == b':' && around[0].is_ascii_digit() && around[2].is_ascii_digit();
    text.as_bytes().contains(&b':') && text.as_bytes().windows(3).any(is_time)
}

/// Reads `12:34`, `1:02:03` or either with a fraction after a point or comma, and whether it has hours.
fn scan_time(cursor: &mut Cursor) -> Option<(RecordingTime, bool)> {
    let (first, n_digits) = cursor.number()?;
    let second = scan_sixtieth(cursor)?;
    let third = scan_sixtieth(&mut cursor.clone());
    if n_digits > 3 {
        return None;
    }
    let (hours, minutes, seconds) = match third {
        Some(seconds) => {
            scan_sixtieth(cursor);
            (first, second, seconds)
        }
        None => (0, first, second),
    };
    let milliseconds = scan_fraction(cursor);
    let time = RecordingTime::new(hours.into(), minutes.into(), seconds.into(), milliseconds)?;
    Some((time, third.is_some()))
}

/// Reads `:34`, below sixty.
fn scan_sixtieth(cursor: &mut Cursor) -> Option<u16> {
    if !cursor.eat_char(':') {
        return None;
    }
    cursor.number().filter(|&(value, n_digits)| n_digits == 2 && value < 60).map(|(value, _)| value)
}

/// Reads `.3`, `,35` or `.350` in milliseconds, when it is there.
fn scan_fraction(cursor: &mut Cursor) -> u64 {
    let mut ahead = cursor.clone();
    let digits = ahead.eat(|c| c == '.' || c == ',').and_then(|_| ahead.number());
    match digits {
        Some((value, n_digits @ 1..=3)) => {
            *cursor = ahead;
            u64::from(value) * [100, 10, 1][n_digits - 1]
        }
        _ => 0,
    }
}

/// Reads f4's tenths of a second, after their dash, in milliseconds.
fn scan_tenths(cursor: &mut Cursor) -> Option<u64> {
    let tenths = cursor.eat_char('-').then(|| cursor.number()).flatten();
    tenths.filter(|&(_, n_digits)| n_digits == 1).map(|(tenths, _)| u64::from(tenths) * 100)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Option<(String, Option<String>, bool, &str)> {
        let stamp = Stamp::at(text, 0)?;
        let end = stamp.recording.end.map(|end| end.to_string());
        Some((stamp.recording.start.to_string(), end, stamp.has_hours, &text[stamp.range.end..]))
    }

    #[test]
    fn stamps_are_read_in_all_their_forms() {
        for (text, start, has_hours, rest) in [
            ("[00:00:12] Ja", "00:00:12", true, " Ja"),
            ("[00:01:02.300]", "00:01:02.300", true, ""),
            ("(12:34) ja", "00:12:34", false, " ja"),
            ("[75:10]", "01:15:10", false, ""),
            ("#00:01:02-3#", "00:01:02.300", true, ""),
            ("#00:01:02#", "00:01:02", true, ""),
            ("[00:01:02-3]", "00:01:02.300", true, ""),
            ("0:15", "00:00:15", false, ""),
            ("1:02:03 Anna", "01:02:03", true, " Anna"),
            ("00:03:40.5Zack: Wat", "00:03:40.500", true, "Zack: Wat"),
            ("12:34:", "00:12:34", false, ":"),
        ] {
            assert_eq!(parts(text), Some((start.to_owned(), None, has_hours, rest)), "{text}");
        }
        let stretch = Some(("00:00:12".to_owned(), Some("00:00:15.500".to_owned()), false, " Ja"));
        assert_eq!(parts("[00:12 - 00:15,5] Ja"), stretch);
        assert_eq!(parts("[00:12.000 --> 00:15.500] Ja"), stretch);
    }

    #[test]
    fn words_and_other_numbers_are_no_stamps() {
        for text in [
            "[naam] zei",
            "(lacht)",
            "(om 12:30)",
            "[12]",
            "[1:2]",
            "12:345",
            "12:30uur",
            "12.30",
            "[12:60]",
            "#5#",
            "[00:15 - 00:12]",
            "[00:12",
            "2021:10",
            "é",
            "",
            "12:34:5x",
        ] {
            assert_eq!(parts(text), None, "{text}");
        }
    }
}
