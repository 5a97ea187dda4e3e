//! The head of a record in a text: date and time, in all the ways telephones write them.

use crate::cursor::Cursor;
use crate::dates::{DateNumbers, TimeFound, scan_time};
use jiff::civil::Time;

/// The head of one record.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Head {
    /// How it is written.
    pub(crate) shape: Shape,
    /// Its date, before the order is known; nothing when it has no year.
    pub(crate) date: Option<DateNumbers>,
    /// Its time of day.
    pub(crate) time: Time,
    /// Where in the line what follows the head starts.
    pub(crate) body: usize,
}

/// How a head is written. One program writes all heads of a chat alike, so that a head of another shape is a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Shape {
    /// Between brackets, as iPhones do.
    pub(crate) in_brackets: bool,
    /// Time before date, as messages copied out of WhatsApp Web have them.
    pub(crate) time_first: bool,
    /// The sign between the numbers of the date.
    pub(crate) separator: char,
    /// Day and month only, as messages copied on a telephone have them.
    pub(crate) has_year: bool,
    pub(crate) year_first: bool,
    pub(crate) has_comma: bool,
    pub(crate) has_seconds: bool,
    has_half: bool,
}

impl Head {
    /// Returns the head with which `line` (without invisible marks) starts.
    pub(crate) fn at_start(line: &str) -> Option<Self> {
        let mut cursor = Cursor::new(line);
        let in_brackets = cursor.eat_char('[');
        let moment = match Moment::date_first(&mut cursor) {
            Some(moment) => moment,
            None if in_brackets => {
                Moment::time_first(&mut cursor).or_else(|| Moment::without_year(&mut cursor))?
            }
            None => return None,
        };
        let ended = if in_brackets { cursor.eat_char(']') } else { eat_dash(&mut cursor) };
        if !ended {
            return None;
        }
        cursor.blanks();
        let Moment { date, time, .. } = moment;
        Some(Self {
            shape: Shape {
                in_brackets,
                time_first: moment.time_first,
                separator: moment.separator,
                has_year: date.is_some(),
                year_first: date.is_some_and(|date| date.year_first),
                has_comma: moment.has_comma,
                has_seconds: time.has_seconds,
                has_half: time.has_half,
            },
            date,
            time: time.time,
            body: cursor.at(),
        })
    }
}

/// Date and time as they stand together.
struct Moment {
    date: Option<DateNumbers>,
    time: TimeFound,
    separator: char,
    has_comma: bool,
    time_first: bool,
}

impl Moment {
    /// Moves over `16/03/2022, 15:10` in all its forms.
    fn date_first(cursor: &mut Cursor) -> Option<Self> {
        let mut look = cursor.clone();
        let date = DateNumbers::scan(&mut look)?;
        skip_era(&mut look);
        let has_comma = eat_comma(&mut look);
        if !look.blanks() && !has_comma {
            return None;
        }
        let time = scan_time(&mut look)?;
        *cursor = look;
        Some(Self { date: Some(date), time, separator: date.separator, has_comma, time_first: false })
    }

    /// Moves over `15:10, 16/03/2022`.
    fn time_first(cursor: &mut Cursor) -> Option<Self> {
        let mut look = cursor.clone();
        let time = scan_time(&mut look)?;
        eat_comma(&mut look).then_some(())?;
        look.blanks();
        let date = DateNumbers::scan(&mut look)?;
        skip_era(&mut look);
        *cursor = look;
        Some(Self { date: Some(date), time, separator: date.separator, has_comma: true, time_first: true })
    }

    /// Moves over `16/03, 15:10`.
    fn without_year(cursor: &mut Cursor) -> Option<Self> {
        let mut look = cursor.clone();
        let is_short = |(_, n_digits): &(u16, usize)| *n_digits <= 2;
        look.number().filter(is_short)?;
        let separator = look.eat(|c| "/-.".contains(c))?;
        look.number().filter(is_short)?;
        eat_comma(&mut look).then_some(())?;
        look.blanks();
        let time = scan_time(&mut look)?;
        *cursor = look;
        Some(Self { date: None, time, separator, has_comma: true, time_first: false })
    }
}

/// Moves over a comma, Western or Arabic.
fn eat_comma(cursor: &mut Cursor) -> bool {
    cursor.eat(|c| c == ',' || c == '،').is_some()
}

/// Moves over ` BE`, which English telephones put after a Buddhist year.
fn skip_era(cursor: &mut Cursor) {
    let mut look = cursor.clone();
    if look.blanks() && look.letters() == "BE" {
        *cursor = look;
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
    use crate::dates::DateOrder::{self, *};
    use jiff::civil::{Date, date, time};

    /// The date (in this order) and time of a line's head; what follows must be `Naam: tekst`.
    fn read(line: &str, order: DateOrder) -> (Date, Time) {
        let head = Head::at_start(line).unwrap_or_else(|| panic!("{line}"));
        assert_eq!(&line[head.body..], "Naam: tekst", "{line}");
        (head.date.and_then(|date| date.date(order)).unwrap_or_else(|| panic!("{line}")), head.time)
    }

    #[test]
    fn heads_of_all_telephones_are_found() {
        let day = date(2022, 3, 16);
        for (line, order, time) in [
            ("16-03-2022 13:31 - Naam: tekst", DayMonthYear, time(13, 31, 0, 0)),
            ("[16-03-2022 13:31:05] Naam: tekst", DayMonthYear, time(13, 31, 5, 0)),
            ("16/03/2022, 15:10 - Naam: tekst", DayMonthYear, time(15, 10, 0, 0)),
            ("16.03.22, 15:10 - Naam: tekst", DayMonthYear, time(15, 10, 0, 0)),
            ("3/16/22, 3:10\u{202f}PM - Naam: tekst", MonthDayYear, time(15, 10, 0, 0)),
            ("3/16/22, 3:10\u{a0}pm - Naam: tekst", MonthDayYear, time(15, 10, 0, 0)),
            ("3/16/22, 12:10 AM - Naam: tekst", MonthDayYear, time(0, 10, 0, 0)),
            ("16-03-22 1:31 p.m. - Naam: tekst", DayMonthYear, time(13, 31, 0, 0)),
            ("16-03-22 1:31 a.m. - Naam: tekst", DayMonthYear, time(1, 31, 0, 0)),
            ("16-03-22 1:31\u{a0}p.\u{a0}m. - Naam: tekst", DayMonthYear, time(13, 31, 0, 0)),
            ("[2022/03/16, 15:10:17] Naam: tekst", YearMonthDay, time(15, 10, 17, 0)),
            ("2022-03-16 15:10 - Naam: tekst", YearMonthDay, time(15, 10, 0, 0)),
            ("16-03-22 13:31:05: Naam: tekst", DayMonthYear, time(13, 31, 5, 0)),
            ("16/3/2565 15:10 - Naam: tekst", DayMonthYear, time(15, 10, 0, 0)),
            ("16/3/2565 BE, 15:10 - Naam: tekst", DayMonthYear, time(15, 10, 0, 0)),
            ("١٦/٣/٢٠٢٢، ٣:١٠ م - Naam: tekst", DayMonthYear, time(15, 10, 0, 0)),
            ("[15:10, 16/03/2022] Naam: tekst", DayMonthYear, time(15, 10, 0, 0)),
            ("[3:10 PM, 3/16/2022] Naam: tekst", MonthDayYear, time(15, 10, 0, 0)),
        ] {
            assert_eq!(read(line, order), (day, time), "{line}");
        }
    }

    #[test]
    fn a_day_without_year_is_a_head_without_date() {
        for line in ["[16/03, 15:10] Naam: tekst", "[3/16, 3:10 PM] Naam: tekst"] {
            let head = Head::at_start(line).unwrap();
            assert_eq!((head.date, head.time, head.shape.has_year), (None, time(15, 10, 0, 0), false));
            assert_eq!(&line[head.body..], "Naam: tekst");
        }
    }

    #[test]
    fn other_lines_have_no_head() {
        for line in [
            "23-03-2022 was een goede dag",
            "12:30 - straks",
            "[naam] 23-03-2022",
            "15:10, 16/03/2022 Naam: tekst",
            "[15:10] Naam: tekst",
            "16/03, 15:10 - Naam: tekst",
            "[16/03 15:10] Naam: tekst",
            "- ja",
            "",
        ] {
            assert_eq!(Head::at_start(line), None, "{line}");
        }
    }
}
