//! What a workbook claims to hold, checked before a reader makes room for it.
//!
//! The reader of XLS makes room for the rectangle between the first and the last cell, the one of ODS for every repeated
//! cell: a file of a few kilobytes can claim billions.

use super::budget::{MAX_CELLS, too_large};
use crate::{File, archive::Archive, xml};
use draad_core::{Problem, diagnostic::Outcome};
use roxmltree::Node;
use std::io::{Cursor, Read};

/// The most bytes of the stream that holds the cells of an XLS.
const MAX_STREAM: u64 = 256 << 20;

/// Checks the archive of an XLSX or ODS: safe names, and no more than an archive may unpack to.
pub(super) fn archive(file: &File, bytes: &[u8]) -> Outcome<()> {
    Archive::open(file, bytes)?.check_sizes(file)
}

/// Checks the cells of an ODS.
pub(super) fn ods(file: &File, bytes: &[u8]) -> Outcome<()> {
    let invalid = |reason: String| file.fails(Problem::WorkbookInvalid { reason });
    let content = Archive::open(file, bytes)?.unpack(file, "content.xml")?;
    let content = content.ok_or_else(|| invalid("content.xml".to_owned()))?;
    let text = std::str::from_utf8(&content).map_err(|error| invalid(error.to_string()))?;
    let document = xml::parse(text).map_err(invalid)?;
    let mut n_cells = 0_u64;
    for table in document.descendants().filter(|node| node.has_tag_name((TABLE, "table"))) {
        n_cells = n_cells.saturating_add(n_cells_of(table));
    }
    let n_blanks = document.descendants().filter(|node| node.has_tag_name((TEXT, "s")));
    let n_blanks = n_blanks.map(|node| number(node, TEXT, "c")).fold(0, u64::saturating_add);
    let fits = n_cells.max(n_blanks) <= MAX_CELLS as u64;
    if fits { Ok(()) } else { Err(file.fails(too_large())) }
}

const TABLE: &str = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
const TEXT: &str = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
const OFFICE: &str = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

fn number(node: Node, namespace: &str, name: &str) -> u64 {
    node.attribute((namespace, name)).and_then(|value| value.parse().ok()).unwrap_or(1)
}

/// Returns how many cells lie in the rectangle up to the last row and column that hold something.
fn n_cells_of(table: Node) -> u64 {
    let (mut n_rows, mut last_row, mut width) = (0_u64, 0, 0);
    for row in table.descendants().filter(|node| node.has_tag_name((TABLE, "table-row"))) {
        n_rows = n_rows.saturating_add(number(row, TABLE, "number-rows-repeated"));
        let (mut at, mut last) = (0_u64, 0);
        for cell in row.children().filter(Node::is_element) {
            at = at.saturating_add(number(cell, TABLE, "number-columns-repeated"));
            let has_value = cell.has_children()
                || cell.attribute((TABLE, "formula")).is_some()
                || cell.attribute((OFFICE, "value-type")).is_some();
            last = if has_value { at } else { last };
        }
        if last > 0 {
            (last_row, width) = (n_rows, last.max(width));
        }
    }
    last_row.saturating_mul(width)
}

/// Checks the cells of an XLS: the records that make its reader reserve room.
pub(super) fn xls(file: &File, bytes: &[u8]) -> Outcome<()> {
    let stream = workbook_stream(bytes).map_err(|error| {
        let reason = error.to_string();
        file.fails(Problem::WorkbookInvalid { reason })
    })?;
    let mut cells = Extent::default();
    let mut n_cells = 0_u64;
    let mut at = 0;
    while let Some(head) = stream.get(at..at + 4) {
        let kind = u16::from_le_bytes([head[0], head[1]]);
        let length = usize::from(u16::from_le_bytes([head[2], head[3]]));
        let data = stream.get(at + 4..at + 4 + length).unwrap_or_default();
        match kind {
            BOF => n_cells = n_cells.saturating_add(std::mem::take(&mut cells).n_cells()),
            DIMENSIONS => n_cells = n_cells.saturating_add(claimed(data)),
            kind if CELLS.contains(&kind) => cells.add(data),
            _ => {}
        }
        at += 4 + length;
    }
    let n_cells = n_cells.saturating_add(cells.n_cells());
    // The claimed and the real rectangle both count, hence twice the limit.
    if n_cells <= 2 * MAX_CELLS as u64 { Ok(()) } else { Err(file.fails(too_large())) }
}

const BOF: u16 = 0x0809;
const DIMENSIONS: u16 = 0x0200;
/// Records that start with a row and a column: numbers, labels, truth values, formulas, and several numbers in a row.
const CELLS: [u16; 8] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x00BD, 0x0006];

fn workbook_stream(bytes: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes))?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| container.is_stream(name));
    let stream = container.open_stream(name.unwrap_or("/Workbook"))?;
    let mut content = Vec::new();
    stream.take(MAX_STREAM).read_to_end(&mut content)?;
    Ok(content)
}

/// The rectangle of cells that a sheet says it has: first row, row after the last, first column, column after the last.
fn claimed(data: &[u8]) -> u64 {
    let long =
        |at: usize| data.get(at..at + 4).map(|b| u64::from(u32::from_le_bytes([b[0], b[1], b[2], b[3]])));
    let short = |at: usize| data.get(at..at + 2).map(|b| u64::from(u16::from_le_bytes([b[0], b[1]])));
    let (rows, columns) = if data.len() == 10 {
        ((short(0), short(2)), (short(4), short(6)))
    } else {
        ((long(0), long(4)), (short(8), short(10)))
    };
    let size = |(first, end): (Option<u64>, Option<u64>)| {
        let (first, end) = (first.unwrap_or(0), end.unwrap_or(0));
        // What starts after its end makes the reader count below zero.
        if end < first && end > 0 { u64::MAX } else { end.saturating_sub(first) }
    };
    size(rows).saturating_mul(size(columns))
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
