//! Names of months as people write them.

use jiff::civil::Date;

/// The names of each month, Dutch and English, in lower case.
const MONTHS: [&[&str]; 12] = [
    &["januari", "january", "jan"],
    &["februari", "february", "feb"],
    &["maart", "march", "mrt", "mar"],
    &["april", "apr"],
    &["mei", "may"],
    &["juni", "june", "jun"],
    &["juli", "july", "jul"],
    &["augustus", "august", "aug"],
    &["september", "sept", "sep"],
    &["oktober", "october", "okt", "oct"],
    &["november", "nov"],
    &["december", "dec"],
];

/// Returns the number of the month that a word names in Dutch or English, in full or in short.
pub fn month_called(word: &str) -> Option<i8> {
    let word = word.to_lowercase();
    (1..).zip(MONTHS).find(|(_, names)| names.contains(&word.as_str())).map(|(month, _)| month)
}

/// Returns the day that a text such as `22 mei 2024` or `8 mrt. 2024` is.
pub fn named_day(text: &str) -> Option<Date> {
    let mut parts = text.split_whitespace();
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let is_year = year.len() == 4 && parts.next().is_none();
    let month = month_called(month.strip_suffix('.').unwrap_or(month)).filter(|_| is_year)?;
    Date::new(year.parse().ok()?, month, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_with_the_name_of_their_month_are_read() {
        for (text, expected) in [
            ("22 mei 2024", date(2024, 5, 22)),
            ("8 mrt 2024", date(2024, 3, 8)),
            ("08 Mrt. 2024", date(2024, 3, 8)),
            ("1 December 1999", date(1999, 12, 1)),
        ] {
            assert_eq!(named_day(text), Some(expected), "{text}");
        }
        for text in
            ["31 februari 2024", "22 mei", "22 mei 24", "22 5 2024", "22 mei 2024 10:00", "mei 22 2024", ""]
        {
            assert_eq!(named_day(text), None, "{text}");
        }
    }
}
