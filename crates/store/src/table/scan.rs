//! Records of a CSV text with the line on which each starts.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use draad_core::Problem;
use draad_core::quotation::has_open_mark;
use std::cell::RefCell;

/// A record and the line on which it starts, counted from 1.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    pub(crate) line: u32,
    /// The cells one after another, and where each ends.
    text: String,
    ends: Vec<usize>,
}

impl Record {
    /// Returns the number of cells.
    pub(crate) fn n_cells(&self) -> usize {
        self.ends.len()
    }

    /// Returns a cell; nothing when there is none at this position.
    pub(crate) fn get(&self, position: usize) -> Option<&str> {
        let end = *self.ends.get(position)?;
        let start = position.checked_sub(1).map_or(0, |before| self.ends[before]);
        self.text.get(start..end)
    }

    /// Returns all cells.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        (0..self.n_cells()).filter_map(|position| self.get(position))
    }

    /// Returns whether nothing stands in any cell.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}

/// What may stand between cells. Where two stand equally often in the header, the first counts.
const SEPARATORS: [u8; 3] = [b',', b';', b'\t'];

/// A reader with room for the bytes of a record and the ends of its cells.
struct Machine {
    reader: Reader,
    bytes: Vec<u8>,
    ends: Vec<usize>,
}

thread_local! {
    /// Machines that have served, by separator: making one costs more than reading a small file with it. (A clone of a
    /// reader would do, but does not work in csv-core 0.1.13: it forgets most of its table.)
    static SERVED: RefCell<[Option<Machine>; 3]> = const { RefCell::new([None, None, None]) };
}

impl Machine {
    fn new(separator: usize) -> Self {
        let reader = ReaderBuilder::new().delimiter(SEPARATORS[separator]).build();
        Self { reader, bytes: vec![0; 1024], ends: vec![0; 32] }
    }

    /// Reads the record of `text` that starts at byte `at`, and moves `at` behind it; returns whether there was one.
    fn read(&mut self, text: &str, at: &mut usize, record: &mut Record) -> bool {
        let (mut n_bytes, mut n_ends) = (0, 0);
        let is_record = loop {
            let (bytes, ends) = (&mut self.bytes[n_bytes..], &mut self.ends[n_ends..]);
            let (result, n_read, n_written, n_ended) =
                self.reader.read_record(&text.as_bytes()[*at..], bytes, ends);
            *at += n_read;
            n_bytes += n_written;
            n_ends += n_ended;
            match result {
                // An empty input, which comes next, says that this was the end.
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::OutputFull => self.bytes.resize(2 * self.bytes.len(), 0),
                ReadRecordResult::OutputEndsFull => self.ends.resize(2 * self.ends.len(), 0),
                ReadRecordResult::Record => break true,
                ReadRecordResult::End => break false,
            }
        };
        record.text.clear();
        record.text.push_str(&String::from_utf8_lossy(&self.bytes[..n_bytes]));
        record.ends.clear();
        record.ends.extend_from_slice(&self.ends[..n_ends]);
        is_record
    }
}

/// Reads records one by one. A quotation mark that is never closed would swallow the rest of the file: that row is
/// reported and reading goes on with the next line.
pub(crate) struct Scanner<'a> {
    text: &'a str,
    separator: usize,
    /// What reads; made when it is needed.
    machine: Option<Machine>,
    /// Where the next record starts, and the number of lines before the place where the reader started.
    at: usize,
    lines_before: u32,
}

impl<'a> Scanner<'a> {
    /// Starts at the beginning; the separator is the one that stands most often in the first line.
    pub(crate) fn new(text: &'a str) -> Self {
        let separator = separator(text);
        let machine = SERVED.with_borrow_mut(|served| served[separator].take());
        Self { text, separator, machine, at: 0, lines_before: 0 }
    }

    fn machine(&mut self) -> &mut Machine {
        self.machine.get_or_insert_with(|| Machine::new(self.separator))
    }

    fn restart(&mut self, at: usize, lines_before: u32) {
        self.at = at;
        self.lines_before = lines_before;
        self.machine().reader.reset();
    }

    /// Reads the next record into `record`, so that one record serves a whole table; nothing after the last. A row that
    /// cannot be read comes as its line and what is wrong with it.
    pub(crate) fn next(&mut self, record: &mut Record) -> Option<Result<(), (u32, Problem)>> {
        let (text, start) = (self.text, self.at);
        let mut at = start;
        let machine = self.machine();
        let line = machine.reader.line() as u32;
        let more = machine.read(text, &mut at, record);
        self.at = at;
        let raw = &text[start..at];
        let content = raw.trim_start_matches(['\r', '\n']);
        let skipped = &raw[..raw.len() - content.len()];
        record.line = self.lines_before + line + count_lines(skipped);
        if !more {
            return None;
        }
        if let Some(newline) = content.find('\n')
            && newline + 1 < content.len()
            && has_open_mark(content, SEPARATORS[self.separator])
        {
            self.restart(start + skipped.len() + newline + 1, record.line);
            return Some(Err((record.line, Problem::QuotationMarkOpen)));
        }
        Some(Ok(()))
    }
}

impl Drop for Scanner<'_> {
    /// Leaves the machine for the next table.
    fn drop(&mut self) {
        if let Some(mut machine) = self.machine.take() {
            machine.reader.reset();
            SERVED.with_borrow_mut(|served| served[self.separator] = Some(machine));
        }
    }
}

fn count_lines(text: &str) -> u32 {
    text.bytes().filter(|&byte| byte == b'\n').count() as u32
}

/// Returns which of [`SEPARATORS`] a text has.
fn separator(text: &str) -> usize {
    let header = text.trim_start().lines().next().unwrap_or_default();
    let count = |&candidate: &usize| header.bytes().filter(|&byte| byte == SEPARATORS[candidate]).count();
    // Of equals, the last is taken: the first when they come the other way round.
    (0..SEPARATORS.len()).rev().max_by_key(count).unwrap_or(0)
}
