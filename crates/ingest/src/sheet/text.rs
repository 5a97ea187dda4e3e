//! Cutting text into rows and cells, whichever separator it has.

use super::budget::Budget;
use super::{Sheet, SheetRow};
use crate::File;
use csv::{ReaderBuilder, StringRecord};
use draad_core::quotation::has_open_mark;
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};

/// The separators in use, in the order in which they are preferred: a Dutch Excel writes the first.
const SEPARATORS: [(u8, &str); 3] = [(b';', "semicolon"), (b'\t', "tab"), (b',', "comma")];
/// How many rows decide on the separator.
const SAMPLE: usize = 50;

/// Cuts `text` at the separator that gives the most rows as wide as the first.
pub(crate) fn split(file: &File, text: &str) -> Outcome<Sheet> {
    let (text, n_skipped) = without_hint(text);
    let (separator, name) = separator(text);
    let mut sheet = Sheet { reading: format!("table; {name}"), ..Sheet::default() };
    let mut budget = Budget::default();
    let mut records = Records::new(text, separator, 1 + n_skipped);
    while let Some(record) = records.next() {
        let (n_cells, n_bytes) = (record.cells.len(), record.cells.as_slice().len());
        budget.take(n_cells, n_bytes).map_err(|problem| file.fails(problem))?;
        if record.is_open {
            let place = file.place(Some(record.line));
            sheet.diagnostics.push(Diagnostic::warning(place, Problem::QuotationMarkOpen));
        }
        let named = trimmed(&record.cells);
        if named.is_empty() {
            continue;
        }
        if sheet.header.is_empty() {
            sheet.header = named.into_iter().map(|cell| cell.trim().to_owned()).collect();
            (sheet.header_line, sheet.width) = (record.line, record.cells.len());
        } else {
            let cells = padded(&record.cells, sheet.header.len());
            sheet.rows.push(SheetRow { line: record.line, cells });
        }
    }
    Ok(sheet)
}

fn separator(text: &str) -> (u8, &'static str) {
    let mut best = (0, SEPARATORS[0]);
    for candidate in SEPARATORS {
        let records = reader(text, candidate.0, true).into_records().filter_map(Result::ok);
        let widths: Vec<usize> = records.take(SAMPLE).map(|record| trimmed(&record).len()).collect();
        let width = widths.first().copied().unwrap_or(0);
        let n_alike = widths.iter().filter(|&&other| other == width).count();
        if width > 1 && n_alike > best.0 {
            best = (n_alike, candidate);
        }
    }
    best.1
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

/// A record, the line on which it starts, and whether it had a quotation mark that is never closed.
struct Record {
    cells: StringRecord,
    line: u32,
    is_open: bool,
}

/// The records of a text. A quotation mark that is never closed would make one cell of the rest of the file: such a line
/// is read again as it stands, mark and all, and reading goes on with the next.
struct Records<'t> {
    text: &'t str,
    separator: u8,
    reader: csv::Reader<&'t [u8]>,
    /// Where `reader` started.
    base: usize,
    lines: LineCounter<'t>,
}

impl<'t> Records<'t> {
    fn new(text: &'t str, separator: u8, first_line: u32) -> Self {
        let lines = LineCounter { text, at: 0, line: first_line };
        Self { text, separator, reader: reader(text, separator, true), base: 0, lines }
    }

    fn next(&mut self) -> Option<Record> {
        let before = self.base + self.reader.position().byte() as usize;
        let mut cells = StringRecord::new();
        // A string has no bytes that are not UTF-8 and rows may differ in width, so no record fails.
        if !self.reader.read_record(&mut cells).unwrap_or(false) {
            return None;
        }
        let after = self.base + self.reader.position().byte() as usize;
        let raw = self.text.get(before..after).unwrap_or_default();
        let content = raw.trim_start_matches(['\r', '\n']);
        let start = before + raw.len() - content.len();
        let line = self.lines.line_at(start);
        let first_line = first_line(content);
        if first_line.len() == content.len() || !has_open_mark(content, self.separator) {
            return Some(Record { cells, line, is_open: false });
        }
        self.base = start + first_line.len();
        self.reader = reader(&self.text[self.base..], self.separator, true);
        let mut as_it_stands = reader(first_line, self.separator, false);
        // As above: this cannot fail.
        let _ = as_it_stands.read_record(&mut cells);
        Some(Record { cells, line, is_open: true })
    }
}

fn reader(text: &str, separator: u8, has_quotes: bool) -> csv::Reader<&[u8]> {
    let mut builder = ReaderBuilder::new();
    builder.delimiter(separator).flexible(true).has_headers(false).quoting(has_quotes);
    builder.from_reader(text.as_bytes())
}

/// Returns the first line of a text with its line break, which may be CR, LF or both.
fn first_line(text: &str) -> &str {
    let end = text.find(['\r', '\n']).map_or(text.len(), |at| {
        let both = text.get(at..).is_some_and(|rest| rest.starts_with("\r\n"));
        at + 1 + usize::from(both)
    });
    text.get(..end).unwrap_or(text)
}

/// Counts lines up to positions that only grow.
struct LineCounter<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl LineCounter<'_> {
    fn line_at(&mut self, position: usize) -> u32 {
        let bytes = self.text.as_bytes();
        let ends_line = |&at: &usize| match bytes.get(at) {
            Some(b'\n') => true,
            Some(b'\r') => bytes.get(at + 1) != Some(&b'\n'),
            _ => false,
        };
        self.line += (self.at..position).filter(ends_line).count() as u32;
        self.at = position;
        self.line
    }
}

/// Returns the cells without empty ones at the end.
fn trimmed(record: &StringRecord) -> Vec<&str> {
    let width = record.iter().enumerate().filter(|(_, cell)| !cell.trim().is_empty()).last();
    record.iter().take(width.map_or(0, |(last, _)| last + 1)).collect()
}

/// Returns the cells, without empty ones past `width`.
fn padded(record: &StringRecord, width: usize) -> Vec<String> {
    let n_cells = trimmed(record).len().max(width.min(record.len()));
    record.iter().take(n_cells).map(str::to_owned).collect()
}
