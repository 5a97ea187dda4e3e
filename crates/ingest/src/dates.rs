//! Dates and times of day as people and programs write them, in Dutch and English.

use crate::cursor::Cursor;
use draad_core::dates::month_called;
use jiff::civil::{Date, Time};
use serde::Serialize;

/// In which order the numbers of a date stand.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr, strum::EnumString,
)]
pub enum DateOrder {
    /// 16-03-2022
    #[serde(rename = "d-m-y")]
    #[strum(serialize = "d-m-y")]
    DayMonthYear,
    /// 03/16/2022
    #[serde(rename = "m-d-y")]
    #[strum(serialize = "m-d-y")]
    MonthDayYear,
    /// 2022-03-16
    #[serde(rename = "y-m-d")]
    #[strum(serialize = "y-m-d")]
    YearMonthDay,
}

impl DateOrder {
    /// Returns `d-m-y`, `m-d-y` or `y-m-d`.
    pub fn name(self) -> &'static str {
        self.into()
    }
}

/// The three numbers of a date, before it is known which is which.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct DateNumbers {
    numbers: [u16; 3],
    /// The first number has four digits, so that there is only one order.
    pub(crate) year_first: bool,
    /// The sign between them.
    pub(crate) separator: char,
}

impl DateNumbers {
    /// Moves over a numeric date such as `16-03-2022`, `3/16/22` or `2022.3.16`.
    pub(crate) fn scan(cursor: &mut Cursor) -> Option<Self> {
        let mut look = cursor.clone();
        let (first, first_digits) = look.number()?;
        let separator = look.eat(|c| "/-.".contains(c))?;
        let (second, second_digits) = look.number()?;
        look.eat_char(separator).then_some(())?;
        let (third, third_digits) = look.number()?;
        let year_first = first_digits == 4;
        let year_last = first_digits <= 2 && matches!(third_digits, 2 | 4);
        if second_digits > 2 || !(year_last || year_first && third_digits <= 2) {
            return None;
        }
        *cursor = look;
        Some(Self { numbers: [first, second, third], year_first, separator })
    }

    /// Returns the date in this order, or nothing when there is no such day.
    pub(crate) fn date(self, order: DateOrder) -> Option<Date> {
        let [first, second, third] = self.numbers;
        let order = if self.year_first { DateOrder::YearMonthDay } else { order };
        match order {
            DateOrder::DayMonthYear => day(third, second, first),
            DateOrder::MonthDayYear => day(third, first, second),
            DateOrder::YearMonthDay => day(first, second, third),
        }
    }

    fn speaks_against(self, order: DateOrder) -> bool {
        !self.year_first && self.date(order).is_none()
    }
}

/// Makes a date; a year of two digits lies between 1970 and 2069, a Buddhist year is 543 ahead.
fn day(year: u16, month: u16, day: u16) -> Option<Date> {
    let year = match year {
        0..=69 => year + 2000,
        70..=99 => year + 1900,
        2400..=2700 => year - 543,
        _ => year,
    };
    Date::new(year as i16, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// What the dates of a file say about their order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OrderFound {
    /// The order is the only one possible, or the user's.
    Certain(DateOrder),
    /// Every order is possible; this is the Dutch one.
    Assumed(DateOrder),
    /// No order fits all dates; this one (by position) is among those that fit neither or only the other.
    Contradiction(usize),
}

/// Finds the order of the dates of one file: what the user says, else the only order that gives existing days, else the
/// one in which time runs back less often, else the Dutch one.
pub(crate) fn find_order(dates: &[DateNumbers], given: Option<DateOrder>) -> OrderFound {
    const DUTCH: DateOrder = DateOrder::DayMonthYear;
    const AMERICAN: DateOrder = DateOrder::MonthDayYear;
    if let Some(order) = given {
        return OrderFound::Certain(order);
    }
    if !dates.is_empty() && dates.iter().all(|date| date.year_first) {
        return OrderFound::Certain(DateOrder::YearMonthDay);
    }
    let against = |order| dates.iter().position(|date| date.speaks_against(order));
    match (against(DUTCH), against(AMERICAN)) {
        (None, Some(_)) => OrderFound::Certain(DUTCH),
        (Some(_), None) => OrderFound::Certain(AMERICAN),
        (Some(dutch), Some(american)) => OrderFound::Contradiction(dutch.max(american)),
        (None, None) if dates.is_empty() => OrderFound::Certain(DUTCH),
        (None, None) => match n_backwards(dates, DUTCH).cmp(&n_backwards(dates, AMERICAN)) {
            std::cmp::Ordering::Less => OrderFound::Certain(DUTCH),
            std::cmp::Ordering::Greater => OrderFound::Certain(AMERICAN),
            std::cmp::Ordering::Equal => OrderFound::Assumed(DUTCH),
        },
    }
}

fn n_backwards(dates: &[DateNumbers], order: DateOrder) -> usize {
    dates.windows(2).filter(|pair| pair[1].date(order) < pair[0].date(order)).count()
}

/// Moves over a date: numeric, or with the name of the month (`12 maart 2021`, `May 31st, 2021`), a weekday before it or
/// not. Numbers stand in `order`, or the other way round where only that is a day.
pub(crate) fn scan_date(cursor: &mut Cursor, order: DateOrder) -> Option<Date> {
    let mut look = cursor.clone();
    skip_weekday(&mut look);
    let found = scan_numeric(&mut look, order).or_else(|| scan_named(&mut look))?;
    *cursor = look;
    Some(found)
}

fn scan_numeric(cursor: &mut Cursor, order: DateOrder) -> Option<Date> {
    let numbers = DateNumbers::scan(cursor)?;
    [order, DateOrder::DayMonthYear, DateOrder::MonthDayYear]
        .into_iter()
        .find_map(|order| numbers.date(order))
}

fn scan_named(cursor: &mut Cursor) -> Option<Date> {
    let month_first = scan_month(cursor);
    let (number, _) = cursor.number()?;
    if matches!(cursor.clone().letters(), "st" | "nd" | "rd" | "th" | "e") {
        cursor.letters();
    }
    skip_between(cursor);
    let month = month_first.or_else(|| scan_month(cursor))?;
    let (year, n_digits) = cursor.number()?;
    if n_digits != 4 { None } else { day(year, month, number) }
}

fn scan_month(cursor: &mut Cursor) -> Option<u16> {
    let mut look = cursor.clone();
    let month = month_called(look.letters())?;
    skip_between(&mut look);
    *cursor = look;
    u16::try_from(month).ok()
}

/// Moves over the blanks, dots and commas between the parts of a date.
fn skip_between(cursor: &mut Cursor) {
    while cursor.eat(|c| c.is_whitespace() && c != '\n' || c == ',' || c == '.').is_some() {}
}

fn skip_weekday(cursor: &mut Cursor) {
    const DAYS: [&str; 14] = [
        "maandag",
        "dinsdag",
        "woensdag",
        "donderdag",
        "vrijdag",
        "zaterdag",
        "zondag",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ];
    const SHORT: [&str; 14] =
        ["ma", "di", "wo", "do", "vr", "za", "zo", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let mut look = cursor.clone();
    let word = look.letters().to_lowercase();
    if DAYS.contains(&word.as_str()) || SHORT.contains(&word.as_str()) {
        skip_between(&mut look);
        *cursor = look;
    }
}

/// A time of day as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct TimeFound {
    /// The time on a clock of 24 hours.
    pub(crate) time: Time,
    /// Whether seconds are written.
    pub(crate) has_seconds: bool,
    /// Whether `AM`/`PM` is written.
    pub(crate) has_half: bool,
}

/// Moves over a time of day: `21:40`, `21.40`, `21u40`, with seconds or not, with `AM`/`p.m.` or not.
pub(crate) fn scan_time(cursor: &mut Cursor) -> Option<TimeFound> {
    let mut look = cursor.clone();
    let (hour, hour_digits) = look.number()?;
    look.eat(|c| ":.uU".contains(c))?;
    let (minute, minute_digits) = look.number()?;
    if hour_digits > 2 || minute_digits != 2 {
        return None;
    }
    let second = scan_seconds(&mut look);
    let half = scan_half(&mut look);
    let hour = match half {
        Some('a') if hour == 12 => 0,
        Some('p') if hour < 12 => hour + 12,
        _ => hour,
    };
    let time = Time::new(
        i8::try_from(hour).ok()?,
        i8::try_from(minute).ok()?,
        i8::try_from(second.unwrap_or(0)).ok()?,
        0,
    );
    *cursor = look;
    Some(TimeFound { time: time.ok()?, has_seconds: second.is_some(), has_half: half.is_some() })
}

fn scan_seconds(cursor: &mut Cursor) -> Option<u16> {
    let mut look = cursor.clone();
    look.eat(|c| ":.".contains(c))?;
    let (second, n_digits) = look.number()?;
    if n_digits != 2 {
        return None;
    }
    *cursor = look;
    Some(second)
}

/// Moves over `AM`, `p.m.`, `p. m.` or the Arabic `ص`/`م`, with any blank before it, and returns `a` or `p`.
fn scan_half(cursor: &mut Cursor) -> Option<char> {
    let mut look = cursor.clone();
    look.blanks();
    if let Some(half) = look.eat(|c| "صم".contains(c)) {
        *cursor = look;
        return Some(if half == 'ص' { 'a' } else { 'p' });
    }
    let half = look.eat(|c| "aApP".contains(c))?.to_ascii_lowercase();
    look.eat_char('.');
    look.blanks();
    look.eat(|c| "mM".contains(c))?;
    if look.clone().eat(char::is_alphanumeric).is_some() {
        return None;
    }
    look.eat_char('.');
    *cursor = look;
    Some(half)
}

/// Returns the day with which `2024-03-13T09:02:00` starts.
pub(crate) fn iso_day(text: &str) -> Option<Date> {
    text.get(..10)?.parse().ok()
}

/// Returns the day with which `20240313T0902` starts.
pub(crate) fn packed_day(text: &str) -> Option<Date> {
    let digits = text.get(..8).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    Date::strptime("%Y%m%d", digits).ok()
}

/// Returns the date that `text` is, and nothing else with it.
pub(crate) fn date_of(text: &str, order: DateOrder) -> Option<Date> {
    let mut cursor = Cursor::new(text.trim());
    scan_date(&mut cursor, order).filter(|_| cursor.rest().is_empty())
}

/// Returns the time that `text` is, `uur` after it or not.
pub(crate) fn time_of(text: &str) -> Option<Time> {
    let mut cursor = Cursor::new(text.trim());
    let found = scan_time(&mut cursor)?;
    matches!(cursor.rest().trim(), "" | "uur" | "h").then_some(found.time)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    const DUTCH: DateOrder = DateOrder::DayMonthYear;

    #[test]
    fn dates_are_read_as_people_write_them() {
        for (text, expected) in [
            ("12-03-2021", date(2021, 3, 12)),
            ("12-3-21", date(2021, 3, 12)),
            ("2021-03-12", date(2021, 3, 12)),
            ("12 maart 2021", date(2021, 3, 12)),
            ("vrijdag 12 mrt. 2021", date(2021, 3, 12)),
            ("Friday, March 12, 2021", date(2021, 3, 12)),
            ("31st May, 2021", date(2021, 5, 31)),
            ("July 19, 2022", date(2022, 7, 19)),
            ("07/19/2022", date(2022, 7, 19)),
            ("16/3/2565", date(2022, 3, 16)),
            ("١٦/٠٣/٢٠٢٢", date(2022, 3, 16)),
        ] {
            assert_eq!(date_of(text, DUTCH), Some(expected), "{text}");
        }
        for text in ["31-02-2021", "12-03", "12 maart", "2021", "mei 12 uur", "1-2-3-4", "12345-1-1"] {
            assert_eq!(date_of(text, DUTCH), None, "{text}");
        }
    }

    #[test]
    fn times_are_read_as_people_write_them() {
        for (text, expected) in [
            ("21:40", time(21, 40, 0, 0)),
            ("21.40 uur", time(21, 40, 0, 0)),
            ("9u05", time(9, 5, 0, 0)),
            ("3:10:17 PM", time(15, 10, 17, 0)),
            ("12:05\u{202f}a.m.", time(0, 5, 0, 0)),
            ("12:05\u{a0}p. m.", time(12, 5, 0, 0)),
        ] {
            assert_eq!(time_of(text), Some(expected), "{text}");
        }
        for text in ["25:00", "9:5", "21:40 straks", "12:00 amper"] {
            assert_eq!(time_of(text), None, "{text}");
        }
    }

    #[test]
    fn programs_write_days_with_signs_or_without() {
        assert_eq!(iso_day("2024-03-13T09:02:00Z"), Some(date(2024, 3, 13)));
        assert_eq!(packed_day("20240313T0902"), Some(date(2024, 3, 13)));
        assert_eq!(packed_day("20240313101500+01'00'"), Some(date(2024, 3, 13)));
        for text in ["", "2024", "20241313", "+2024031", "2024-3-13T09", "é0240313"] {
            assert_eq!((iso_day(text), packed_day(text)), (None, None), "{text}");
        }
    }

    fn order_of(dates: &[&str]) -> OrderFound {
        let scan = |text: &&str| DateNumbers::scan(&mut Cursor::new(text)).unwrap();
        find_order(&dates.iter().map(scan).collect::<Vec<_>>(), None)
    }

    #[test]
    fn the_whole_file_decides_on_the_order() {
        use OrderFound::*;
        assert_eq!(order_of(&["01/02/2022", "16/03/2022"]), Certain(DUTCH));
        assert_eq!(order_of(&["01/02/2022", "03/16/2022"]), Certain(DateOrder::MonthDayYear));
        assert_eq!(order_of(&["2022/01/02"]), Certain(DateOrder::YearMonthDay));
        assert_eq!(order_of(&["11/01/2022", "12/01/2022", "01/02/2022"]), Certain(DUTCH));
        assert_eq!(order_of(&["01/11/2022", "02/01/2022"]), Certain(DateOrder::MonthDayYear));
        assert_eq!(order_of(&["01/02/2022"]), Assumed(DUTCH));
        assert_eq!(order_of(&["16/03/2022", "03/16/2022"]), Contradiction(1));
    }
}
