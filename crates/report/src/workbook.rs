//! Tables as one Excel workbook: a first sheet that says what they are, then a sheet per table.
//!
//! Cells have the types of their columns; text is never taken for a formula. Nothing in the file depends on the clock or
//! the machine.

use draad_analysis::table::{ColumnKind, Table, Value};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

/// The most characters that a cell can hold, as Excel counts them: in units of UTF-16.
const MAX_CELL: usize = 32_767;
/// The most rows of a sheet below its header.
const MAX_ROWS: usize = 1_048_575;
/// Widths of columns, in characters.
const WIDTHS: std::ops::RangeInclusive<usize> = 8..=60;
/// How many rows tell how wide a column should be.
const ROWS_FOR_WIDTH: usize = 500;

/// What stands on the first sheet.
#[derive(Clone, Debug)]
pub struct Front {
    /// The name of the sheet.
    pub sheet: String,
    /// Its heading.
    pub title: String,
    /// What there is to know of the whole: a name and what it is.
    pub facts: Vec<(String, String)>,
    /// What each column of each table means.
    pub dictionary: Table,
}

/// A workbook, and what did not fit into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The file.
    pub bytes: Vec<u8>,
    /// What was cut off.
    pub cuts: Vec<Cut>,
}

/// Something that a sheet has no room for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cut {
    /// The table.
    pub table: &'static str,
    /// The column whose longest texts were cut off; nothing when rows were left out.
    pub column: Option<String>,
    /// In how many cells, or how many rows.
    pub n: usize,
}

/// Writes tables as a workbook. The names of tables and of the first sheet must be fit for sheets.
///
/// # Errors
/// `TableFailed` when the file cannot be made.
pub fn write(front: &Front, tables: &[&Table]) -> Outcome<Written> {
    try_write(front, tables).map_err(|error| {
        let problem = Problem::TableFailed { reason: error.to_string() };
        Box::new(Diagnostic::error(Place::default(), problem))
    })
}

fn try_write(front: &Front, tables: &[&Table]) -> Result<Written, XlsxError> {
    let (formats, mut cuts) = (Formats::new(), Vec::new());
    let mut workbook = Workbook::new();
    let created = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_title(&front.title).set_creation_datetime(&created));
    write_front(workbook.add_worksheet(), front, &formats)?;
    for table in tables {
        let sheet = workbook.add_worksheet();
        sheet.set_name(table.name)?;
        cuts.extend(write_table(sheet, 0, table, &formats)?);
        sheet.set_freeze_panes(1, 0)?;
    }
    Ok(Written { bytes: workbook.save_to_buffer()?, cuts })
}

/// How cells look.
struct Formats {
    title: Format,
    header: Format,
    cell: Format,
    wrapped: Format,
    day: Format,
    time: Format,
}

impl Formats {
    fn new() -> Self {
        let top = Format::new().set_align(FormatAlign::Top);
        Self {
            title: Format::new().set_bold().set_font_size(14),
            header: top.clone().set_bold(),
            wrapped: top.clone().set_text_wrap(),
            day: top.clone().set_num_format("yyyy-mm-dd"),
            time: top.clone().set_num_format("yyyy-mm-dd hh:mm:ss"),
            cell: top,
        }
    }
}

fn write_front(sheet: &mut Worksheet, front: &Front, formats: &Formats) -> Result<(), XlsxError> {
    sheet.set_name(&front.sheet)?;
    sheet.write_string_with_format(0, 0, &front.title, &formats.title)?;
    let mut row = 2;
    for (name, value) in &front.facts {
        sheet.write_string_with_format(row, 0, name, &formats.header)?;
        sheet.write_string_with_format(row, 1, shortened(value).0, &formats.cell)?;
        row += 1;
    }
    write_table(sheet, row + 1, &front.dictionary, formats)?;
    Ok(())
}

/// Writes a table with its header in row `top`; returns what there was no room for.
fn write_table(
    sheet: &mut Worksheet,
    top: u32,
    table: &Table,
    formats: &Formats,
) -> Result<Vec<Cut>, XlsxError> {
    let rows = &table.rows[..table.rows.len().min(MAX_ROWS - top as usize)];
    let mut cuts = Vec::new();
    if rows.len() < table.rows.len() {
        cuts.push(Cut { table: table.name, column: None, n: table.rows.len() - rows.len() });
    }
    let mut last_column = 0;
    for (column, place) in table.columns.iter().zip(0u16..) {
        let values = || rows.iter().map(|row| &row[usize::from(place)]);
        let width = width(&column.name, column.kind, values());
        let is_long = column.kind == ColumnKind::Text && width > *WIDTHS.end();
        let text_format = if is_long { &formats.wrapped } else { &formats.cell };
        sheet.set_column_width(place, width.clamp(*WIDTHS.start(), *WIDTHS.end()) as f64)?;
        sheet.write_string_with_format(top, place, &column.name, &formats.header)?;
        let mut n_cut = 0;
        for (value, row) in values().zip(top + 1..) {
            n_cut += usize::from(write_value(sheet, (row, place), value, text_format, formats)?);
        }
        if n_cut > 0 {
            cuts.push(Cut { table: table.name, column: Some(column.name.clone()), n: n_cut });
        }
        last_column = place;
    }
    sheet.autofilter(top, 0, top + rows.len() as u32, last_column)?;
    Ok(cuts)
}

/// Writes a value; returns whether it was cut off.
fn write_value(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: &Value,
    text_format: &Format,
    formats: &Formats,
) -> Result<bool, XlsxError> {
    let mut text = |text: &str| -> Result<bool, XlsxError> {
        let (text, is_cut) = shortened(text);
        sheet.write_string_with_format(row, column, text, text_format)?;
        Ok(is_cut)
    };
    match value {
        Value::Nothing | Value::Undefined(_) => {}
        Value::Text(words) => return text(words),
        Value::Integer(number) => {
            sheet.write_number_with_format(row, column, *number as f64, &formats.cell)?;
        }
        Value::Number(number) => {
            sheet.write_number_with_format(row, column, *number, &formats.cell)?;
        }
        Value::YesNo(flag) => {
            sheet.write_boolean_with_format(row, column, *flag, &formats.cell)?;
        }
        Value::Day(day) => match excel_day(*day) {
            Some(excel) => {
                sheet.write_datetime_with_format(row, column, &excel, &formats.day)?;
            }
            None => return text(&day.to_string()),
        },
        Value::Time(time) => match excel_time(*time) {
            Some(excel) => {
                sheet.write_datetime_with_format(row, column, &excel, &formats.time)?;
            }
            None => return text(&time.to_string()),
        },
        Value::Moment(moment) => {
            match excel_time(TimeZone::UTC.to_datetime(*moment)) {
                Some(excel) => {
                    sheet.write_datetime_with_format(row, column, &excel, &formats.time)?;
                }
                None => return text(&moment.to_string()),
            };
        }
    }
    Ok(false)
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
fn shortened(text: &str) -> (&str, bool) {
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

/// Returns how many characters the longest line of a column has, as far as its first rows tell.
fn width<'v>(name: &str, kind: ColumnKind, values: impl Iterator<Item = &'v Value>) -> usize {
    let longest_line = |text: &str| text.lines().map(|line| line.chars().count()).max().unwrap_or(0);
    let of_value = |value: &Value| match (kind, value) {
        (_, Value::Nothing) => 0,
        (ColumnKind::Day, _) => 10,
        (ColumnKind::Time | ColumnKind::Moment, _) => 19,
        (_, Value::Text(text)) => longest_line(text),
        _ => 8,
    };
    // room for the arrow of the filter
    let header = name.chars().count() + 3;
    values.take(ROWS_FOR_WIDTH).map(of_value).chain([header]).max().unwrap_or(0) + 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use calamine::{Data, Reader, Xlsx};
    use draad_analysis::Column;
    use std::io::Cursor;

    fn front() -> Front {
        let dictionary = Table {
            name: "columns",
            columns: vec![Column::text("table"), Column::text("column")],
            rows: vec![vec![Value::text("sample"), Value::text("quote")]],
        };
        let facts = vec![("study".to_owned(), "=1+1".to_owned())];
        Front { sheet: "about".into(), title: "A study".into(), facts, dictionary }
    }

    fn sample(text: &str) -> Table {
        let columns = {
            use ColumnKind::*;
            [("quote", Text), ("n", Integer), ("share", Number), ("ok", YesNo), ("day", Day), ("time", Time)]
        };
        let row = vec![
            Value::text(text),
            Value::Integer(-3),
            Value::Number(0.25),
            Value::YesNo(true),
            Value::Day(jiff::civil::date(2021, 9, 3)),
            Value::Time(jiff::civil::date(2021, 9, 3).at(14, 5, 0, 0)),
        ];
        let ancient = Value::Day(jiff::civil::date(1812, 1, 1));
        let mut old = vec![Value::Nothing; 6];
        old[4] = ancient;
        let columns = columns.map(|(name, kind)| Column::new(name, kind)).into();
        Table { name: "sample", columns, rows: vec![row, old] }
    }

    fn sheet(bytes: Vec<u8>, name: &str) -> Vec<Vec<Data>> {
        let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
        workbook.worksheet_range(name).unwrap().rows().map(<[Data]>::to_vec).collect()
    }

    #[test]
    fn cells_have_the_types_of_their_columns() {
        let written = write(&front(), &[&sample("=cmd()\nsecond line")]).unwrap();
        assert_eq!(written.cuts, []);
        let rows = sheet(written.bytes.clone(), "sample");
        assert_eq!(rows[0][0], Data::String("quote".into()));
        assert_eq!(rows[1][0], Data::String("=cmd()\nsecond line".into()));
        assert_eq!(
            (&rows[1][1], &rows[1][2], &rows[1][3]),
            (&Data::Float(-3.0), &Data::Float(0.25), &Data::Bool(true))
        );
        // day 44,442 of Excel is 2021-09-03; 14:05 is 845 of 1,440 minutes
        let Data::DateTime(day) = &rows[1][4] else { panic!("{:?}", rows[1][4]) };
        let Data::DateTime(time) = &rows[1][5] else { panic!("{:?}", rows[1][5]) };
        assert_eq!((day.as_f64(), time.as_f64()), (44_442.0, 44_442.0 + 845.0 / 1440.0));
        assert_eq!((&rows[2][0], &rows[2][4]), (&Data::Empty, &Data::String("1812-01-01".into())));
        let about = sheet(written.bytes, "about");
        assert_eq!(about[0][0], Data::String("A study".into()));
        assert_eq!(about[2][1], Data::String("=1+1".into()));
        assert_eq!(about[5], [Data::String("sample".into()), Data::String("quote".into())]);
    }

    #[test]
    fn what_a_cell_cannot_hold_is_cut_and_told() {
        let long = "😀".repeat(16_384); // two units of UTF-16 each: 32,768
        let written = write(&front(), &[&sample(&long)]).unwrap();
        assert_eq!(written.cuts, [Cut { table: "sample", column: Some("quote".into()), n: 1 }]);
        assert_eq!(sheet(written.bytes, "sample")[1][0], Data::String("😀".repeat(16_383)));
        assert_eq!(shortened(&"é".repeat(MAX_CELL)), ("é".repeat(MAX_CELL).as_str(), false));
    }

    #[test]
    fn the_same_tables_give_the_same_bytes() {
        let made = || write(&front(), &[&sample("a")]).unwrap();
        assert_eq!(made(), made());
    }
}
