//! How much one table may hold.

use draad_core::Problem;

/// The most cells of a table, empty ones before the last of a row included.
pub(super) const MAX_CELLS: usize = 5_000_000;
/// The most bytes of text in the cells of a table. A workbook can refer to one long text from millions of cells.
pub(super) const MAX_BYTES: usize = 512 << 20;

/// What a table may still take.
pub(super) struct Budget {
    cells: usize,
    bytes: usize,
}

impl Default for Budget {
    fn default() -> Self {
        Self { cells: MAX_CELLS, bytes: MAX_BYTES }
    }
}

impl Budget {
    /// Takes cells with this much text.
    pub(super) fn take(&mut self, n_cells: usize, n_bytes: usize) -> Result<(), Problem> {
        let left = (self.cells.checked_sub(n_cells), self.bytes.checked_sub(n_bytes));
        let (Some(cells), Some(bytes)) = left else {
            return Err(too_large());
        };
        *self = Self { cells, bytes };
        Ok(())
    }
}

/// Says that a table is too large.
pub(super) fn too_large() -> Problem {
    Problem::SheetTooLarge { limit: MAX_CELLS }
}
