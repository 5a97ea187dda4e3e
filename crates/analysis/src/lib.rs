//! Cross-case tables. polars computes them; what leaves the crate are plain structs that explain themselves.
//!
//! Absent on purpose: files, terminals, sentences (the `words` crate has them), and any polars type in a signature.

pub mod balance;
pub mod basis;
pub mod cases_by_factors;
pub mod evidence;

pub use balance::{Balance, BalanceRow};
pub use basis::{Basis, By, GroupKey, Options};
pub use cases_by_factors::{CaseColumn, CasesByFactors, Cell, CellState, FactorRow, Group, OutcomeGroup};
pub use evidence::{Passage, passages_behind};
