//! Tables of a page: their rows become lines.

use super::reader::Reader;
use crate::document::{Flow, MAX_DEPTH, row_lines};
use crate::imported::{Change, Loss};
use crate::line::Line;

/// A table that is open.
#[derive(Debug, Default)]
pub(super) struct Table {
    /// The cells of the row so far.
    cells: Vec<Vec<Line>>,
    /// What is outside the cell that is open.
    outside: Option<Flow>,
}

impl Reader<'_> {
    /// Starts a table; its rows stand on lines of their own.
    pub(super) fn start_table(&mut self) {
        self.end_block();
        if self.tables.len() == MAX_DEPTH {
            self.n_too_deep += 1;
            if self.n_too_deep == 1 {
                self.imported.report.lose(Loss::TooDeep, 1, None);
            }
            return;
        }
        self.tables.push(Table::default());
    }

    /// Starts a cell; the one before it ends, whether it says so or not.
    pub(super) fn start_cell(&mut self) {
        if self.n_too_deep > 0 || self.tables.is_empty() {
            return self.end_block();
        }
        self.end_cell();
        let outside = self.flow.enter();
        if let Some(table) = self.tables.last_mut() {
            table.outside = Some(outside);
        }
    }

    pub(super) fn end_cell(&mut self) {
        self.end_block();
        if self.n_too_deep > 0 {
            return;
        }
        if let Some(outside) = self.tables.last_mut().and_then(|table| table.outside.take()) {
            let lines = self.flow.leave(outside, &mut self.imported.report);
            if let Some(table) = self.tables.last_mut() {
                table.cells.push(lines);
            }
        }
    }

    pub(super) fn end_row(&mut self) {
        self.end_cell();
        if self.n_too_deep > 0 {
            return;
        }
        let cells = self.tables.last_mut().map(|table| std::mem::take(&mut table.cells)).unwrap_or_default();
        if !cells.is_empty() {
            self.imported.report.change(Change::TableRows, 1, None);
            self.flow.lines.extend(row_lines(cells));
        }
    }

    pub(super) fn end_table(&mut self) {
        if self.n_too_deep > 0 {
            self.n_too_deep -= 1;
            return self.end_block();
        }
        self.end_row();
        self.tables.pop();
    }
}
