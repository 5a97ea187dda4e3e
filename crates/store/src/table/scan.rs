//! Records of a CSV text with the line on which each starts.

use csv::StringRecord;
use draad_core::Problem;
use draad_core::quotation::has_open_mark;

/// A record and the line on which it starts, counted from 1.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    pub(crate) line: u32,
    pub(crate) cells: StringRecord,
}

/// Reads records one by one. A quotation mark that is never closed would swallow the rest of the file: that row is
/// reported and reading goes on with the next line.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    separator: u8,
    reader: csv::Reader<&'a [u8]>,
    /// Where `reader` started, and the number of lines before that.
    base: usize,
    lines_before: u32,
}

impl<'a> Scanner<'a> {
    /// Starts at the beginning; the separator is the one that stands most often in the first line.
    pub(crate) fn new(text: &'a str) -> Self {
        let separator = separator(text);
        Self { text, separator, reader: reader(text, separator), base: 0, lines_before: 0 }
    }

    fn restart(&mut self, base: usize, lines_before: u32) {
        self.base = base;
        self.lines_before = lines_before;
        self.reader = reader(&self.text[base..], self.separator);
    }
}

impl Iterator for Scanner<'_> {
    type Item = Result<Record, (u32, Problem)>;

    fn next(&mut self) -> Option<Self::Item> {
        let before = self.reader.position().clone();
        let mut cells = StringRecord::new();
        let more = self.reader.read_record(&mut cells);
        let (start, end) =
            (self.base + before.byte() as usize, self.base + self.reader.position().byte() as usize);
        let raw = &self.text[start..end];
        let content = raw.trim_start_matches(['\r', '\n']);
        let skipped = &raw[..raw.len() - content.len()];
        let line = self.lines_before + before.line() as u32 + count_lines(skipped);
        match more {
            Ok(false) => None,
            Err(error) => Some(Err((line, Problem::CsvUnreadable { reason: error.to_string() }))),
            Ok(true) => {
                let first_line = content.find('\n');
                let spans_lines = first_line.is_some_and(|newline| newline + 1 < content.len());
                let is_open = spans_lines && has_open_mark(content, self.separator);
                match first_line {
                    Some(newline) if is_open => {
                        self.restart(start + skipped.len() + newline + 1, line);
                        Some(Err((line, Problem::QuotationMarkOpen)))
                    }
                    _ => Some(Ok(Record { line, cells })),
                }
            }
        }
    }
}

fn reader(text: &str, separator: u8) -> csv::Reader<&[u8]> {
    csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(separator)
        .from_reader(text.as_bytes())
}

fn count_lines(text: &str) -> u32 {
    text.bytes().filter(|&byte| byte == b'\n').count() as u32
}

fn separator(text: &str) -> u8 {
    let header = text.trim_start().lines().next().unwrap_or_default();
    let count = |separator: u8| header.bytes().filter(|&byte| byte == separator).count();
    let mut best = b',';
    for candidate in [b';', b'\t'] {
        if count(candidate) > count(best) {
            best = candidate;
        }
    }
    best
}
