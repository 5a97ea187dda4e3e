//! The analysis as plain tables.

mod evidence;
mod robust;
mod rows;
mod sets;
mod solutions;

pub use robust::{as_numbers, formulas};
pub use rows::sign;

use super::Qca;
use crate::Table;

/// Remainders that are listed at most; their number is always told.
pub(super) const MOST_REMAINDERS: usize = 1024;

impl Qca {
    /// Returns the analysis as plain tables. The truth table, from which all else follows, comes first.
    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.truth_table(),
            self.contradiction_table(),
            self.solution_table(),
            self.fit_table(),
            self.pair_table(),
            self.membership_table(),
            self.necessity_table(),
            self.calibration_table(),
            self.legend_table(),
            self.evidence_table(),
            self.remainder_table(),
        ]
    }
}
