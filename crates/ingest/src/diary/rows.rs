//! Cutting a table into rows and cells, whichever separator it has.

use super::columns::names_columns;
use crate::dates::{DateOrder, date_of};
use csv::{ReaderBuilder, StringRecord};

/// The separators in use, in the order in which they are preferred: a Dutch Excel writes the first.
const SEPARATORS: [(u8, &str); 3] = [(b';', "semicolon"), (b'\t', "tab"), (b',', "comma")];
/// How many rows decide on the separator.
const SAMPLE: usize = 50;

/// A table in memory.
pub(super) struct Table {
    /// Names of the columns, trimmed; numbers where the file has no header.
    pub(super) header: Vec<String>,
    /// Whether the first line names the columns.
    pub(super) has_header: bool,
    /// The rows after the header that are not all empty.
    pub(super) rows: Vec<Row>,
    separator: usize,
}

/// One row.
pub(super) struct Row {
    /// Its cells; empty ones past the header are cut off.
    pub(super) cells: Vec<String>,
    /// The line of the file it starts on, counted from 1.
    pub(super) line: u32,
}

impl Table {
    /// Cuts `text` at the separator that gives the most rows as wide as the first.
    pub(super) fn split(text: &str) -> Self {
        let (text, n_skipped) = without_hint(text);
        let mut best = (0, 0);
        for (idx, (separator, _)) in SEPARATORS.iter().enumerate() {
            let widths: Vec<usize> =
                records(text, *separator).take(SAMPLE).map(|record| trimmed(&record).len()).collect();
            let width = widths.first().copied().unwrap_or(0);
            let n_alike = widths.iter().filter(|&&other| other == width).count();
            if width > 1 && n_alike > best.0 {
                best = (n_alike, idx);
            }
        }
        Self::from_records(text, n_skipped, best.1)
    }

    fn from_records(text: &str, n_skipped: u32, separator: usize) -> Self {
        let mut records = records(text, SEPARATORS[separator].0);
        let first = records.next().unwrap_or_default();
        let names: Vec<String> = trimmed(&first).into_iter().map(|cell| cell.trim().to_owned()).collect();
        let is_date = |cell: &String| date_of(cell, DateOrder::DayMonthYear).is_some();
        let has_header = names_columns(&names) || !names.iter().any(is_date);
        let header = if has_header { names } else { (1..=names.len()).map(|n| n.to_string()).collect() };
        let width = header.len();
        let first = Some(first).filter(|_| !has_header);
        let mut lines = LineCounter { text, at: 0, line: 1 + n_skipped };
        let rows = first.into_iter().chain(records).filter(|record| !trimmed(record).is_empty());
        let rows = rows.map(|record| Row { cells: padded(&record, width), line: lines.line_of(&record) });
        Self { rows: rows.collect(), header, has_header, separator }
    }

    /// Returns the name of the separator, for the reading.
    pub(super) fn separator_name(&self) -> &'static str {
        SEPARATORS[self.separator].1
    }
}

/// Returns the text after the line `sep=;` that Excel understands, and how many lines that skips.
fn without_hint(text: &str) -> (&str, u32) {
    let text = text.trim_start_matches('\u{feff}');
    match text.split_once('\n') {
        Some((first, rest))
            if first.trim_end_matches('\r').chars().count() == 5 && first.starts_with("sep=") =>
        {
            (rest, 1)
        }
        _ => (text, 0),
    }
}

/// Counts lines up to records, which come in the order of the text.
struct LineCounter<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl LineCounter<'_> {
    /// Returns the line a record starts on. The reader's own count stops before empty lines, so these are skipped here.
    fn line_of(&mut self, record: &StringRecord) -> u32 {
        let bytes = self.text.as_bytes();
        let start = record.position().map_or(self.at, |position| position.byte() as usize);
        let n_empty = bytes[start..].iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let passed = &bytes[self.at..start + n_empty];
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count() as u32;
        self.at = start + n_empty;
        self.line
    }
}

fn records(text: &str, separator: u8) -> impl Iterator<Item = StringRecord> + '_ {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).flexible(true).has_headers(false);
    // A string has no bytes that are not UTF-8 and rows may differ in width, so no record fails.
    builder.from_reader(text.as_bytes()).into_records().filter_map(Result::ok)
}

/// Returns the cells without empty ones at the end.
fn trimmed(record: &StringRecord) -> Vec<&str> {
    let cells: Vec<&str> = record.iter().collect();
    let width = cells.iter().rposition(|cell| !cell.trim().is_empty()).map_or(0, |last| last + 1);
    cells[..width].to_vec()
}

/// Returns the cells, without empty ones past `width`.
fn padded(record: &StringRecord, width: usize) -> Vec<String> {
    let n_cells = trimmed(record).len().max(width.min(record.len()));
    record.iter().take(n_cells).map(str::to_owned).collect()
}
