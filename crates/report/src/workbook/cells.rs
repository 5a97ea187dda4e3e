//! What stands in a cell, and how it looks.

use super::Look;
use draad_analysis::table::Value;
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use rust_xlsxwriter::{ExcelDateTime, Format, FormatAlign, Worksheet, XlsxError};
use std::collections::BTreeMap;

/// The most characters that a cell can hold, as Excel counts them: in units of UTF-16.
pub(super) const MAX_CELL: usize = 32_767;

/// The colour behind headers.
const HEADER: u32 = 0xE9_ED_F1;
/// The colour of links.
const LINK: u32 = 0x0B_5394;

/// How cells look.
pub(super) struct Formats {
    pub(super) title: Format,
    /// The name of a fact.
    pub(super) name: Format,
    pub(super) header: Format,
    pub(super) cell: Format,
    pub(super) wrapped: Format,
    day: Format,
    time: Format,
    looks: BTreeMap<Look, Format>,
}

impl Formats {
    pub(super) fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        let looks = [
            (Look::Promoting, "●", Some(0xDD_EB_F5)),
            (Look::Hindering, "◆", Some(0xFB_E5_D8)),
            (Look::Both, "●◆", Some(0xED_E7_F0)),
            (Look::Ambivalent, "◐", None),
            (Look::Coded, "■", None),
        ];
        let look = |(look, mark, tint): (Look, &str, Option<u32>)| {
            let format = top.clone().set_num_format(format!("\"{mark}\"\\ 0"));
            (look, tint.map_or(format.clone(), |tint| format.set_background_color(tint)))
        };
        Self {
            title: Format::new().set_bold().set_font_size(14),
            name: top.clone().set_bold(),
            header: top.clone().set_bold().set_text_wrap().set_background_color(HEADER),
            wrapped: top.clone().set_text_wrap(),
            day: top.clone().set_num_format("yyyy-mm-dd"),
            time: top.clone().set_num_format("yyyy-mm-dd hh:mm:ss"),
            looks: looks.map(look).into(),
            cell: top,
        }
    }

    /// Returns how numbers with a direction look.
    pub(super) fn look(&self, look: Look) -> &Format {
        &self.looks[&look]
    }
}

/// Makes something look like a link.
pub(super) fn as_link(format: &Format) -> Format {
    format.clone().set_font_color(LINK)
}

/// A cell with how it looks.
pub(super) struct Cell<'a> {
    pub(super) place: (u32, u16),
    pub(super) value: &'a Value,
    /// How text and numbers look; days and times look like themselves.
    pub(super) format: &'a Format,
    pub(super) is_link: bool,
}

impl Cell<'_> {
    /// Writes the value.
    pub(super) fn write(&self, page: &mut Worksheet, formats: &Formats) -> Result<(), XlsxError> {
        let (row, column) = self.place;
        match self.value {
            Value::Nothing | Value::Undefined(_) => {}
            Value::Text(words) => self.write_text(page, words)?,
            Value::Integer(number) => {
                page.write_number_with_format(row, column, *number as f64, self.format)?;
            }
            Value::Number(number) => {
                page.write_number_with_format(row, column, *number, self.format)?;
            }
            Value::YesNo(flag) => {
                page.write_boolean_with_format(row, column, *flag, self.format)?;
            }
            Value::Day(day) => self.write_moment(page, excel_day(*day), &formats.day, day)?,
            Value::Time(time) => self.write_moment(page, excel_time(*time), &formats.time, time)?,
            Value::Moment(moment) => {
                let time = excel_time(TimeZone::UTC.to_datetime(*moment));
                self.write_moment(page, time, &formats.time, moment)?;
            }
        }
        Ok(())
    }

    fn write_text(&self, page: &mut Worksheet, text: &str) -> Result<(), XlsxError> {
        let (row, column) = self.place;
        page.write_string_with_format(row, column, shortened(text).0, self.format)?;
        Ok(())
    }

    /// Writes a day or time, as text where Excel has none.
    fn write_moment(
        &self,
        page: &mut Worksheet,
        moment: Option<ExcelDateTime>,
        format: &Format,
        text: &impl std::fmt::Display,
    ) -> Result<(), XlsxError> {
        let (row, column) = self.place;
        let Some(moment) = moment else { return self.write_text(page, &text.to_string()) };
        let format = if self.is_link { &as_link(format) } else { format };
        page.write_datetime_with_format(row, column, &moment, format)?;
        Ok(())
    }
}

/// Returns a day as Excel counts days; nothing before 1900, where it has none.
fn excel_day(day: Date) -> Option<ExcelDateTime> {
    let (year, month, day) = (u16::try_from(day.year()).ok()?, day.month(), day.day());
    ExcelDateTime::from_ymd(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?).ok()
}

fn excel_time(time: DateTime) -> Option<ExcelDateTime> {
    let part = |number: i8| u8::try_from(number).ok();
    let (hour, minute) = (u16::from(part(time.hour())?), part(time.minute())?);
    excel_day(time.date())?.and_hms(hour, minute, part(time.second())?).ok()
}

/// Returns as much of a text as a cell can hold, and whether that is not all of it.
pub(super) fn shortened(text: &str) -> (&str, bool) {
    if text.len() <= MAX_CELL {
        return (text, false);
    }
    let mut n_units = 0;
    for (place, letter) in text.char_indices() {
        n_units += letter.len_utf16();
        if n_units > MAX_CELL {
            return (&text[..place], true);
        }
    }
    (text, false)
}
