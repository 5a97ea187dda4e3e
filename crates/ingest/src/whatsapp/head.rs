//! The head of a record: date and time, in all the ways telephones write them.

use crate::cursor::Cursor;
use crate::dates::{DateNumbers, scan_time};
use jiff::civil::Time;

/// The head of one record.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Head {
    /// How it is written.
    pub(super) shape: Shape,
    /// Its date, before the order is known.
    pub(super) date: DateNumbers,
    /// Its time of day.
    pub(super) time: Time,
    /// Where in the line what follows the head starts.
    pub(super) body: usize,
}

/// How a head is written. One telephone writes all heads of a chat alike, so that a head of another shape is a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Shape {
    /// Between brackets, as iPhones do.
    pub(super) in_brackets: bool,
    /// The sign between the numbers of the date.
    separator: char,
    year_first: bool,
    has_comma: bool,
    has_seconds: bool,
    has_half: bool,
}

impl Head {
    /// Returns the head with which `line` (without invisible marks) starts.
    pub(super) fn at_start(line: &str) -> Option<Self> {
        let mut cursor = Cursor::new(line);
        let in_brackets = cursor.eat_char('[');
        let date = DateNumbers::scan(&mut cursor)?;
        let has_comma = cursor.eat_char(',');
        if !cursor.blanks() && !has_comma {
            return None;
        }
        let time = scan_time(&mut cursor)?;
        let ended = if in_brackets { cursor.eat_char(']') } else { eat_dash(&mut cursor) };
        if !ended {
            return None;
        }
        cursor.blanks();
        Some(Self {
            shape: Shape {
                in_brackets,
                separator: date.separator,
                year_first: date.year_first,
                has_comma,
                has_seconds: time.has_seconds,
                has_half: time.has_half,
            },
            date,
            time: time.time,
            body: cursor.at(),
        })
    }
}

/// Moves over ` - ` as Android writes it, or `: ` as old iPhones did.
fn eat_dash(cursor: &mut Cursor) -> bool {
    if cursor.eat_char(':') {
        return cursor.blanks();
    }
    cursor.blanks()
        && cursor.eat(|c| c == '-' || c == '–').is_some()
        && (cursor.blanks() || cursor.rest().is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::time;

    #[test]
    fn heads_of_all_telephones_are_found() {
        for (line, expected) in [
            ("23-03-2022 13:31 - Naam: tekst", time(13, 31, 0, 0)),
            ("[23-03-2022 13:31:05] Naam: tekst", time(13, 31, 5, 0)),
            ("16/03/2022, 15:10 - Naam: tekst", time(15, 10, 0, 0)),
            ("3/16/22, 3:10\u{202f}PM - Naam: tekst", time(15, 10, 0, 0)),
            ("23-03-22 1:31 p.m. - Naam: tekst", time(13, 31, 0, 0)),
            ("23-03-22 1:31\u{a0}p.\u{a0}m. - Naam: tekst", time(13, 31, 0, 0)),
            ("[2022/03/16, 15:10:17] Naam: tekst", time(15, 10, 17, 0)),
            ("16.03.22, 15:10 - Naam: tekst", time(15, 10, 0, 0)),
            ("16-03-16 13:31:05: Naam: tekst", time(13, 31, 5, 0)),
        ] {
            let head = Head::at_start(line).unwrap_or_else(|| panic!("{line}"));
            assert_eq!((head.time, &line[head.body..]), (expected, "Naam: tekst"), "{line}");
        }
        for line in ["23-03-2022 was een goede dag", "12:30 - straks", "[naam] 23-03-2022", "- ja", ""] {
            assert_eq!(Head::at_start(line), None, "{line}");
        }
    }
}
