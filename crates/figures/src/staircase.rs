//! A staircase: the half of a square table in which each pair stands once. The name of a row stands on the diagonal, at the
//! end of its row and at the head of its column, so that no name is turned and none stands twice.

use crate::canvas::{HAIRLINE, Ink};
use crate::style::Style;

/// A rail runs behind every third row and column.
const RAIL_EVERY: usize = 3;

/// Where the cells of a half table stand; in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Staircase {
    /// Rows, and as many columns.
    pub(crate) n: usize,
    /// Left edge of the first column.
    pub(crate) left: f64,
    /// Upper edge of the first row.
    pub(crate) top: f64,
    /// Width of a column.
    pub(crate) width: f64,
    /// Height of a row.
    pub(crate) height: f64,
}

impl Staircase {
    /// Returns the middle of a row.
    pub(crate) fn row_middle(&self, row: usize) -> f64 {
        self.top + (row as f64 + 0.5) * self.height
    }

    /// Returns the middle of a cell.
    pub(crate) fn middle(&self, row: usize, column: usize) -> (f64, f64) {
        (self.left + (column as f64 + 0.5) * self.width, self.row_middle(row))
    }

    /// Returns where the cells of a row end, the diagonal one included.
    pub(crate) fn end_of_row(&self, row: usize) -> f64 {
        self.left + (row + 1) as f64 * self.width
    }

    /// Returns the lower edge of the last row.
    pub(crate) fn bottom(&self) -> f64 {
        self.top + self.n as f64 * self.height
    }

    /// Draws rails along which the eye goes from a cell to the names of its row and its column.
    pub(crate) fn draw_rails(&self, ink: &mut Ink, style: &Style) {
        let rail = style.theme.rail;
        for at in (RAIL_EVERY..self.n).step_by(RAIL_EVERY) {
            let y = self.top + at as f64 * self.height;
            ink.line((self.left, y), (self.end_of_row(at - 1), y), HAIRLINE, rail);
            let x = self.left + at as f64 * self.width;
            ink.line((x, y), (x, self.bottom()), HAIRLINE, rail);
        }
    }
}
