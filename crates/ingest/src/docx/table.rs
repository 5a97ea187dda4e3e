//! Rows of tables as lines.

use super::body::{Body, MAX_DEPTH};
use super::child;
use crate::imported::Change;
use crate::line::{LabelHint, Line};
use roxmltree::Node;

impl Body<'_> {
    /// Reads a table: a line per row, with a tab between cells.
    pub(super) fn table(&mut self, table: Node) {
        let mut rows = Vec::new();
        find("tr", table, 0, &mut rows);
        for row in rows {
            if child(row, "trPr").is_some_and(|properties| child(properties, "del").is_some()) {
                self.deleted(row);
                continue;
            }
            let mut cells = Vec::new();
            find("tc", row, 0, &mut cells);
            let cells: Vec<Vec<Line>> = cells.into_iter().map(|cell| self.cell(cell)).collect();
            self.report.change(Change::TableRows, 1, None);
            self.lines.extend(row_lines(cells));
        }
    }

    fn cell(&mut self, cell: Node) -> Vec<Line> {
        let outside = std::mem::take(&mut self.lines);
        self.read(cell);
        let mut inside = std::mem::replace(&mut self.lines, outside);
        while inside.last().is_some_and(Line::is_blank) {
            inside.pop();
        }
        inside
    }
}

/// Joins the cells of a row. The last one keeps its lines; the one before it is where a label would stand.
fn row_lines(mut cells: Vec<Vec<Line>>) -> Vec<Line> {
    let mut lines = cells.pop().unwrap_or_default();
    if lines.is_empty() {
        lines.push(Line::default());
    }
    let mut head = String::new();
    let mut label = None;
    for cell in &cells {
        let start = head.len();
        let words = cell.iter().flat_map(|line| line.text.split_whitespace());
        head.push_str(&words.collect::<Vec<_>>().join(" "));
        label = Some(start..head.len());
        head.push('\t');
    }
    let first = &mut lines[0];
    first.starts_paragraph = true;
    if let Some(label) = label {
        first.text.insert_str(0, &head);
        first.text.truncate(first.text.trim_end().len());
        first.label_hint = Some(label)
            .filter(|range| !range.is_empty() && range.end <= first.text.len())
            .map(LabelHint::Cell);
    }
    lines
}

/// Finds rows or cells, through what may wrap them, but not those of tables inside.
fn find<'a, 'i>(name: &str, node: Node<'a, 'i>, depth: usize, found: &mut Vec<Node<'a, 'i>>) {
    for part in node.children().filter(Node::is_element) {
        match part.tag_name().name() {
            part_name if part_name == name => found.push(part),
            "p" | "tbl" | "tblPr" | "trPr" | "tblGrid" => {}
            _ if depth < MAX_DEPTH => find(name, part, depth + 1, found),
            _ => {}
        }
    }
}
