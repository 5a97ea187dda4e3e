//! Cells of an ODS, each of which may stand for many.

use super::super::budget::{MAX_BYTES, MAX_CELLS, too_large};
use crate::{File, archive::Archive, xml};
use draad_core::{Problem, diagnostic::Outcome};
use roxmltree::Node;

/// Checks how many cells there are, and how much text in them.
pub(crate) fn check(file: &File, bytes: &[u8]) -> Outcome<()> {
    let invalid = |reason: String| file.fails(Problem::WorkbookInvalid { reason });
    let mut archive = Archive::open(file, bytes)?;
    let manifest = archive.unpack(file, "META-INF/manifest.xml")?.unwrap_or_default();
    if String::from_utf8_lossy(&manifest).contains("encryption-data") {
        return Err(file.fails(Problem::WorkbookProtected));
    }
    let content = archive.unpack(file, "content.xml")?;
    let content = content.ok_or_else(|| invalid("content.xml".to_owned()))?;
    let text = std::str::from_utf8(&content).map_err(|error| invalid(error.to_string()))?;
    let document = xml::parse(text).map_err(invalid)?;
    let mut claim = Claim::default();
    for table in document.descendants().filter(|node| is(node, "table")) {
        claim.add(table);
    }
    let fits = claim.n_cells <= MAX_CELLS as u64 && claim.n_bytes <= MAX_BYTES as u64;
    if fits { Ok(()) } else { Err(file.fails(too_large())) }
}

/// How much the tables say they hold.
#[derive(Default)]
struct Claim {
    /// Cells in the rectangles up to the last row and column that hold something.
    n_cells: u64,
    /// Bytes in cells that hold something.
    n_bytes: u64,
}

impl Claim {
    fn add(&mut self, table: Node) {
        let (mut n_rows, mut last_row, mut width) = (0_u64, 0, 0);
        for row in table.descendants().filter(|node| is(node, "table-row")) {
            let repeats = number(row, "number-rows-repeated");
            n_rows = n_rows.saturating_add(repeats);
            let (mut at, mut last) = (0_u64, 0);
            for cell in row.children().filter(Node::is_element) {
                let columns = number(cell, "number-columns-repeated");
                at = at.saturating_add(columns);
                if has_value(cell) {
                    last = at;
                    let n_bytes = n_bytes(cell).saturating_mul(columns).saturating_mul(repeats);
                    self.n_bytes = self.n_bytes.saturating_add(n_bytes);
                }
            }
            if last > 0 {
                (last_row, width) = (n_rows, last.max(width));
            }
        }
        self.n_cells = self.n_cells.saturating_add(last_row.saturating_mul(width));
    }
}

/// Returns whether this is an element of that name. The reader goes by the prefix, whatever it stands for; so the
/// namespace says nothing here.
fn is(node: &Node, name: &str) -> bool {
    node.is_element() && node.tag_name().name() == name
}

fn has_value(cell: Node) -> bool {
    let says = |name| cell.attributes().any(|attribute| attribute.name() == name);
    cell.has_children() || says("formula") || says("value-type")
}

/// Returns the largest number that the attribute has in any namespace.
fn number(node: Node, name: &str) -> u64 {
    let numbers = node.attributes().filter(|attribute| attribute.name() == name);
    numbers.filter_map(|attribute| attribute.value().parse().ok()).max().unwrap_or(1)
}

/// Returns how long the text of a cell is at most: its words, its blanks, and its value as an attribute.
fn n_bytes(cell: Node) -> u64 {
    let values = cell.attributes().map(|attribute| attribute.value().len() as u64);
    let words = cell.descendants().filter_map(|node| node.text().filter(|_| node.is_text()));
    let blanks = cell.descendants().filter(|node| is(node, "s")).map(|node| number(node, "c"));
    values.chain(words.map(|words| words.len() as u64)).chain(blanks).fold(0, u64::saturating_add)
}
