//! A stretch of text with its tables: the body, a note, a box, a margin, a comment.

use crate::document::{Flow, heading_level, row_lines};
use crate::imported::{Change, ImportReport};
use crate::line::{Line, LineRole};

/// A stretch of text being put together.
#[derive(Default)]
pub(super) struct Story {
    pub(super) flow: Flow,
    /// The cells of the row so far.
    cells: Vec<Vec<Line>>,
    /// The line at which the current cell starts.
    cell_start: usize,
    /// The lines of text boxes that wait for the end of their paragraph.
    boxes: Vec<Line>,
}

impl Story {
    /// Ends a paragraph of this style; one outside a table ends the table before it.
    pub(super) fn end_paragraph(&mut self, style: Option<&str>, in_table: bool, report: &mut ImportReport) {
        if !in_table {
            self.end_row(report);
        }
        let level = style.and_then(heading_level);
        self.flow.paragraph.role = level.map_or(LineRole::Body, LineRole::Heading);
        self.flow.paragraph.style = style.map(str::to_owned);
        self.flow.begin_paragraph();
        self.flow.end_paragraph(report);
        self.flow.lines.append(&mut self.boxes);
        if !in_table {
            self.cell_start = self.flow.lines.len();
        }
    }

    /// Ends a cell, whose last paragraph is of this style.
    pub(super) fn end_cell(&mut self, style: Option<&str>, report: &mut ImportReport) {
        self.end_paragraph(style, true, report);
        let start = self.cell_start.min(self.flow.lines.len());
        self.cells.push(self.flow.lines.split_off(start));
    }

    /// Ends a row, if there is one.
    pub(super) fn end_row(&mut self, report: &mut ImportReport) {
        let cells = std::mem::take(&mut self.cells);
        if !cells.is_empty() {
            report.change(Change::TableRows, 1, None);
            self.flow.lines.extend(row_lines(cells));
        }
        self.cell_start = self.flow.lines.len();
    }

    /// Adds the lines of a text box.
    pub(super) fn add_box(&mut self, lines: Vec<Line>, report: &mut ImportReport) {
        report.change(Change::TextBoxes, 1, None);
        self.boxes.extend(lines);
    }

    /// Ends what is open and returns the lines.
    pub(super) fn end(mut self, style: Option<&str>, report: &mut ImportReport) -> Vec<Line> {
        if self.flow.paragraph.has_text() || !self.boxes.is_empty() {
            self.end_paragraph(style, false, report);
        }
        self.end_row(report);
        self.flow.end_paragraph(report);
        self.flow.lines
    }
}
