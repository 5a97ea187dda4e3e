//! Values of a workbook as text.

use calamine::{Data, ExcelDateTime};

/// Words that spreadsheets put in place of a value, in English and Dutch.
const ERRORS: [&str; 17] = [
    "#N/A", "#N/B", "#DIV/0!", "#DEEL/0!", "#VALUE!", "#WAARDE!", "#REF!", "#VERW!", "#NAME?", "#NAAM?",
    "#NUM!", "#GETAL!", "#NULL!", "#LEEG!", "#DATA!", "#SPILL!", "#CALC!",
];

/// Returns whether a cell holds an error in place of a value.
pub(super) fn is_error(cell: &str) -> bool {
    let cell = cell.trim();
    cell.starts_with('#') && ERRORS.contains(&cell)
}

/// Writes a value: days and times in ISO 8601, numbers in their shortest form, `yes` and `no`.
pub(super) fn text(value: &Data) -> String {
    match value {
        Data::Empty => String::new(),
        Data::String(text) => text.clone(),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => shortest(*number),
        Data::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Data::DateTime(moment) => date_time(*moment),
        Data::DateTimeIso(text) => iso_moment(text),
        Data::DurationIso(text) => iso_duration(text).unwrap_or_else(|| text.clone()),
        Data::Error(error) => error.to_string(),
    }
}

/// Writes a number with the fifteen digits that spreadsheets keep: 0.30000000000000004 is what a sum leaves of 0.3.
fn shortest(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    // Adding zero turns -0 into 0.
    (rounded + 0.0).to_string()
}

/// Writes a moment that is stored as a number of days.
fn date_time(moment: ExcelDateTime) -> String {
    let days = moment.as_f64();
    if moment.is_duration() {
        return clock((days * 86_400.0).round().max(0.0) as u64);
    }
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    let time = clock(u64::from(hour) * 3600 + u64::from(minute) * 60 + u64::from(second));
    let date = format!("{year:04}-{month:02}-{day:02}");
    match (days < 1.0, days.fract() == 0.0) {
        (true, _) => time,
        (false, true) => date,
        (false, false) => format!("{date}T{time}"),
    }
}

/// Writes a time of day or a duration: `21:40`, with seconds where there are any.
fn clock(seconds: u64) -> String {
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if seconds == 0 {
        format!("{hours:02}:{minutes:02}")
    } else {
        format!("{hours:02}:{minutes:02}:{seconds:02}")
    }
}

/// Leaves out fractions of seconds.
fn iso_moment(text: &str) -> String {
    let whole = text.split_once('.').map_or(text, |(whole, _)| whole);
    whole.strip_suffix("T00:00:00").unwrap_or(whole).to_owned()
}

/// Reads `PT21H40M00S`.
fn iso_duration(text: &str) -> Option<String> {
    let (hours, rest) = text.strip_prefix("PT")?.split_once('H')?;
    let (minutes, rest) = rest.split_once('M')?;
    let seconds = rest.strip_suffix('S')?.split(['.', ',']).next()?;
    let number = |text: &str| text.parse::<u32>().ok().map(u64::from);
    Some(clock(number(hours)? * 3600 + number(minutes)? * 60 + number(seconds)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::ExcelDateTimeType::{DateTime, TimeDelta};

    #[test]
    fn values_are_written_as_people_read_them() {
        for (value, expected) in [
            (Data::Float(3.0), "3"),
            (Data::Float(0.1 + 0.2), "0.3"),
            (Data::Float(-0.0), "0"),
            (Data::Float(3.25), "3.25"),
            (Data::Float(123_456_789_012.0), "123456789012"),
            (Data::Bool(true), "yes"),
            (Data::DateTimeIso("2021-03-12T21:40:00.5".into()), "2021-03-12T21:40:00"),
            (Data::DateTimeIso("2021-03-12".into()), "2021-03-12"),
            (Data::DurationIso("PT21H40M00S".into()), "21:40"),
            // 44267 is 12 March 2021 in Excel.
            (Data::DateTime(ExcelDateTime::new(44267.0, DateTime, false)), "2021-03-12"),
            (Data::DateTime(ExcelDateTime::new(44267.75, DateTime, false)), "2021-03-12T18:00"),
            (Data::DateTime(ExcelDateTime::new(0.75, DateTime, false)), "18:00"),
            (Data::DateTime(ExcelDateTime::new(1.5, TimeDelta, false)), "36:00"),
        ] {
            assert_eq!(text(&value), expected, "{value:?}");
        }
        assert!(is_error(" #N/B ") && is_error("#DIV/0!") && !is_error("#1") && !is_error("geen #N/A"));
    }
}
