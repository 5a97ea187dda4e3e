//! Tables as files hold them: text with separators and workbooks (XLSX, XLS, ODS), read into one type.
//!
//! Every cell is text: numbers in their shortest form, days and times in ISO 8601, yes and no. What a column means is for
//! those who use the sheet.

mod budget;
mod cell;
mod guard;
mod text;
mod workbook;

pub(crate) use text::split as split_text;

use crate::imported::{ImportReport, Loss};
use crate::{File, Format, Imported, ReadOptions, format, ole};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};

/// A table of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Name of the sheet in its workbook; empty for a text file.
    pub name: String,
    /// Names of the columns, trimmed, without nameless ones at the end.
    pub header: Vec<String>,
    /// The line (or row of the sheet) of the header, counted from 1.
    pub header_line: u32,
    /// How many cells the header has, those without a name at the end included.
    pub width: usize,
    /// The rows after the header that are not all empty.
    pub rows: Vec<SheetRow>,
    /// How it was read, for example `xlsx; sheet: Blad1` or `table; semicolon; windows-1252`.
    pub reading: String,
    /// What was dropped: other sheets, cells that hold an error.
    pub report: ImportReport,
    /// What the user should look at.
    pub diagnostics: Vec<Diagnostic>,
}

/// A row of a sheet.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SheetRow {
    /// The line (or row of the sheet) on which it starts, counted from 1.
    pub line: u32,
    /// Its cells. In text a row may have more or fewer than the header; in a workbook it never has fewer.
    pub cells: Vec<String>,
}

impl SheetRow {
    /// Returns a cell; empty where the row ends before it.
    pub fn cell(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

impl Sheet {
    /// Returns the sheet with its header as a first row, and numbers as names of columns.
    pub(crate) fn without_header(mut self) -> Self {
        let numbers = (1..=self.header.len()).map(|n| n.to_string()).collect();
        let cells = std::mem::replace(&mut self.header, numbers);
        self.rows.insert(0, SheetRow { line: self.header_line, cells });
        self
    }

    /// Empties cells that hold an error instead of a value, such as `#N/A`, and names them in the report.
    fn drop_errors(&mut self) {
        for row in &mut self.rows {
            for (column, cell) in row.cells.iter_mut().enumerate().filter(|(_, cell)| cell::is_error(cell)) {
                let name = self.header.get(column).map_or("", String::as_str);
                let example = format!("{}:{name} {}", row.line, cell.trim());
                self.report.lose(Loss::ErrorCells, 1, Some(example));
                cell.clear();
            }
        }
        self.rows.retain(|row| row.cells.iter().any(|cell| !cell.trim().is_empty()));
    }
}

/// Reads the table in the file `name` with content `bytes`: of a workbook the sheet `wanted`, or else the first one that
/// holds something; other sheets are named in the report.
///
/// # Errors
/// `FileEmpty`, `SheetTooLarge`, `SheetUnknown`, `WorkbookInvalid`, `WorkbookProtected`, and for archives `NotAZip`,
/// `ZipUnsafeName`, `ZipTooLarge`, `ZipTooManyFiles`.
pub fn read_sheet(name: &str, bytes: &[u8], wanted: Option<&str>) -> Outcome<Sheet> {
    let options = ReadOptions::default();
    read(&File { name, options: &options }, bytes, wanted)
}

/// As [`read_sheet`], of a workbook the first sheet with a column of this name; where none has it, the first that holds something.
///
/// # Errors
/// As [`read_sheet`].
pub fn read_sheet_with(name: &str, bytes: &[u8], column: &str) -> Outcome<Sheet> {
    let first = read_sheet(name, bytes, None)?;
    let has_column = |sheet: &Sheet| sheet.header.iter().any(|head| head.eq_ignore_ascii_case(column));
    if has_column(&first) {
        return Ok(first);
    }
    let others = first.report.dropped.get(&Loss::Sheets).map_or(&[][..], |sheets| &sheets.examples);
    let mut others = others.iter().filter_map(|other| read_sheet(name, bytes, Some(other)).ok());
    Ok(others.find(has_column).unwrap_or(first))
}

/// Returns whether `bytes` are a workbook that can be read.
pub fn is_workbook(bytes: &[u8]) -> bool {
    workbook::Kind::of(bytes).is_some()
}

/// Reads the table of a file.
pub(crate) fn read(file: &File, bytes: &[u8], wanted: Option<&str>) -> Outcome<Sheet> {
    let mut sheet = match workbook::Kind::of(bytes) {
        Some(kind) => workbook::read(file, kind, bytes, wanted)?,
        None if bytes.starts_with(b"PK") || ole::is_container(bytes) => {
            return Err(file.fails(not_a_workbook(file.name, bytes)));
        }
        None => read_text(file, bytes)?,
    };
    sheet.drop_errors();
    if sheet.header.is_empty() {
        return Err(file.fails(Problem::FileEmpty));
    }
    Ok(sheet)
}

fn not_a_workbook(name: &str, bytes: &[u8]) -> Problem {
    match format::recognise(name, bytes) {
        Format::Protected => Problem::WorkbookProtected,
        _ => Problem::FormatUnknown { seen: format::describe(name, bytes) },
    }
}

fn read_text(file: &File, bytes: &[u8]) -> Outcome<Sheet> {
    let decoded = file.decode(bytes)?;
    let mut notes = Imported::default();
    decoded.report_to(file, &mut notes);
    let mut sheet = text::split(file, &decoded.text)?;
    sheet.reading += &decoded.reading();
    sheet.report = notes.report;
    sheet.diagnostics.splice(0..0, notes.diagnostics);
    Ok(sheet)
}

#[cfg(test)]
pub(crate) mod tests;
