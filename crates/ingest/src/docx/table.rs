//! Tables: their rows become lines.

use super::body::Body;
use crate::document::{MAX_DEPTH, row_lines};
use crate::imported::Change;
use crate::line::Line;
use crate::xml::{child, elements};
use roxmltree::Node;

impl Body<'_> {
    /// Reads a table: a line per row, with a tab between cells.
    pub(super) fn table(&mut self, table: Node) {
        self.flow.break_off(self.report);
        let mut rows = Vec::new();
        find("tr", table, 0, &mut rows);
        for row in rows {
            if row.tag_name().name() != "tr" {
                self.mark(row);
            } else if child(row, "trPr").is_some_and(|properties| child(properties, "del").is_some()) {
                self.deleted(row);
            } else {
                self.row(row);
            }
        }
    }

    fn row(&mut self, row: Node) {
        let mut parts = Vec::new();
        find("tc", row, 0, &mut parts);
        let mut cells = Vec::new();
        for part in parts {
            if part.tag_name().name() == "tc" {
                cells.push(self.cell(part));
            } else {
                self.mark(part);
            }
        }
        self.report.change(Change::TableRows, 1, None);
        self.flow.lines.extend(row_lines(cells));
    }

    fn cell(&mut self, cell: Node) -> Vec<Line> {
        let outside = self.flow.enter();
        self.read(cell);
        self.flow.leave(outside, self.report)
    }
}

/// Finds rows or cells, through what may wrap them, but not those of tables inside; and comments that begin or end among
/// them.
fn find<'a, 'i>(name: &str, node: Node<'a, 'i>, depth: usize, found: &mut Vec<Node<'a, 'i>>) {
    for part in elements(node) {
        match part.tag_name().name() {
            "commentRangeStart" | "commentRangeEnd" => found.push(part),
            part_name if part_name == name => found.push(part),
            "p" | "tbl" | "tblPr" | "trPr" | "tblGrid" => {}
            _ if depth < MAX_DEPTH => find(name, part, depth + 1, found),
            _ => {}
        }
    }
}
