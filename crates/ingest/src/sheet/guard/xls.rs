//! Cells of an XLS: the records that make its reader make room.

use super::super::budget::{MAX_BYTES, MAX_CELLS, too_large};
use super::shared;
use crate::File;
use draad_core::{Problem, diagnostic::Outcome};
use std::io::{Cursor, Read};

/// The most bytes of the stream that holds the cells.
const MAX_STREAM: u64 = 256 << 20;

const BOF: u16 = 0x0809;
const EOF: u16 = 0x000A;
const SHEET: u16 = 0x0085;
const SHARED_TEXTS: u16 = 0x00FC;
const CONTINUED: u16 = 0x003C;
const SHARED_TEXT: u16 = 0x00FD;
const DIMENSIONS: u16 = 0x0200;
/// Records that start with a row and a column: numbers, labels, truth values, formulas, and several numbers in a row.
const CELLS: [u16; 8] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x00BD, 0x0006];

/// Checks how many cells there are, and how much text they share.
pub(crate) fn check(file: &File, bytes: &[u8]) -> Outcome<()> {
    let invalid = |reason: String| file.fails(Problem::WorkbookInvalid { reason });
    let stream = workbook_stream(bytes).map_err(|error| invalid(error.to_string()))?;
    let shared = shared_lengths(&stream);
    let (mut n_cells, mut n_shared, mut n_walked) = (0_u64, 0_u64, 0);
    for start in sheets(&stream) {
        let sheet = Sheet::at(&stream, start, &shared);
        n_shared = n_shared.saturating_add(sheet.n_shared);
        n_cells = n_cells.saturating_add(sheet.n_cells);
        n_walked += sheet.n_bytes;
        // Sheets that share their records would be read as often as they are listed.
        if n_walked > stream.len() {
            return Err(invalid("sheets overlap".to_owned()));
        }
    }
    // The claimed and the real rectangle both count, hence twice the limit.
    let fits = n_cells <= 2 * MAX_CELLS as u64 && n_shared <= MAX_BYTES as u64;
    if fits { Ok(()) } else { Err(file.fails(too_large())) }
}

fn workbook_stream(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| container.is_stream(name));
    let stream = container.open_stream(name.unwrap_or("/Workbook"))?;
    let mut content = Vec::new();
    stream.take(MAX_STREAM).read_to_end(&mut content)?;
    Ok(content)
}

/// A record: what kind it is, and what it holds.
struct Record<'s> {
    kind: u16,
    data: &'s [u8],
    /// Where the next one starts.
    end: usize,
}

/// Returns the records from `start` on, up to the first that is not whole.
fn records(stream: &[u8], start: usize) -> impl Iterator<Item = Record<'_>> {
    let mut at = start;
    std::iter::from_fn(move || {
        let rest = stream.get(at..)?;
        let &[k0, k1, n0, n1, ..] = rest else { return None };
        let data = rest.get(4..4 + usize::from(u16::from_le_bytes([n0, n1])))?;
        at += 4 + data.len();
        Some(Record { kind: u16::from_le_bytes([k0, k1]), data, end: at })
    })
}

/// Returns where the sheets start, as the records about the whole workbook say.
fn sheets(stream: &[u8]) -> Vec<usize> {
    let globals = records(stream, 0).take_while(|record| record.kind != EOF);
    let listed = globals.filter(|record| record.kind == SHEET);
    listed.map(|record| long(record.data, 0).map_or(usize::MAX, |start| start as usize)).collect()
}

/// Returns how long the texts are that cells share. Of several lists the last one counts, as for the reader.
fn shared_lengths(stream: &[u8]) -> Vec<u64> {
    let (mut parts, mut is_in_list) = (Vec::new(), false);
    for record in records(stream, 0).take_while(|record| record.kind != EOF) {
        is_in_list = record.kind == SHARED_TEXTS || (is_in_list && record.kind == CONTINUED);
        if record.kind == SHARED_TEXTS {
            parts.clear();
        }
        if is_in_list {
            parts.push(record.data);
        }
    }
    shared::lengths(&parts)
}

/// A sheet by what makes its reader make room.
struct Sheet {
    n_cells: u64,
    /// Bytes of shared texts in its cells.
    n_shared: u64,
    /// How long its records are together.
    n_bytes: usize,
}

impl Sheet {
    /// Reads a sheet up to its end. Charts in it have records of their own, with an end too.
    fn at(stream: &[u8], start: usize, shared: &[u64]) -> Self {
        let (mut cells, mut n_claimed, mut n_shared) = (Extent::default(), 0_u64, 0_u64);
        let (mut depth, mut end) = (0_usize, start);
        for record in records(stream, start) {
            end = record.end;
            if record.kind == SHARED_TEXT {
                let text = long(record.data, 6).and_then(|text| shared.get(text as usize));
                n_shared = n_shared.saturating_add(text.copied().unwrap_or(0));
            }
            match record.kind {
                BOF => depth += 1,
                EOF if depth <= 1 => break,
                EOF => depth -= 1,
                DIMENSIONS => n_claimed = n_claimed.saturating_add(claimed(record.data)),
                kind if CELLS.contains(&kind) => cells.add(record.data),
                _ => {}
            }
        }
        Self { n_cells: cells.n_cells().saturating_add(n_claimed), n_shared, n_bytes: end - start }
    }
}

pub(super) fn long(data: &[u8], at: usize) -> Option<u64> {
    data.get(at..at + 4).map(|b| u64::from(u32::from_le_bytes([b[0], b[1], b[2], b[3]])))
}

pub(super) fn short(data: &[u8], at: usize) -> Option<u64> {
    data.get(at..at + 2).map(|b| u64::from(u16::from_le_bytes([b[0], b[1]])))
}

/// Returns how many cells a sheet says it has: between its first row and the one after the last, its first column and the
/// one after the last. A first column that cannot be is taken as 0, as the reader does.
fn claimed(data: &[u8]) -> u64 {
    let (rows, columns) = if data.len() == 10 {
        ((short(data, 0), short(data, 2)), (short(data, 4), short(data, 6)))
    } else {
        ((long(data, 0), long(data, 4)), (short(data, 8), short(data, 10)))
    };
    let (Some(first_row), Some(last_row)) = rows else { return 0 };
    let (Some(first_column), Some(last_column)) = columns else { return 0 };
    if last_row == 0 || last_column == 0 {
        return 1;
    }
    if last_row < first_row {
        // What ends before it starts makes the reader count below zero.
        return u64::MAX;
    }
    let can_be = first_column <= 0xFF && first_column <= last_column;
    let n_columns = last_column - if can_be { first_column } else { 0 };
    (last_row - first_row).saturating_mul(n_columns)
}

/// The rectangle between the first and the last cell.
#[derive(Default)]
struct Extent {
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
}

impl Extent {
    fn add(&mut self, data: &[u8]) {
        let &[r0, r1, c0, c1, ..] = data else { return };
        let grow = |range: Option<(u64, u64)>, at: [u8; 2], more: u64| {
            let at = u64::from(u16::from_le_bytes(at));
            let (first, last) = range.unwrap_or((at, at));
            Some((first.min(at), last.max(at + more)))
        };
        self.rows = grow(self.rows, [r0, r1], 0);
        // Several numbers in a row take six bytes each.
        self.columns = grow(self.columns, [c0, c1], data.len() as u64 / 6);
    }

    fn n_cells(&self) -> u64 {
        let size = |range: Option<(u64, u64)>| range.map_or(0, |(first, last)| last - first + 1);
        size(self.rows).saturating_mul(size(self.columns))
    }
}
