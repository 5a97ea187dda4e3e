//! Qualitative Comparative Analysis: which combinations of conditions go with an outcome, in a handful of cases.
//!
//! The way through: [`Data`] takes memberships and says what is wrong with them; [`TruthTable`] puts cases into rows;
//! [`solve`] minimises the rows into the conservative, parsimonious and intermediate solutions, with every model;
//! [`fit`] says how well a model fits. [`necessity`] is the other question, asked of the same data. [`robustness`] tells how
//! far cut-offs can move before the solution changes, [`chance`] how soon random data look as tidy.
//!
//! Combinations: A*B is the smaller of two memberships, A+B the larger, ~A is 1 − A. Ragin (2008), Redesigning Social Inquiry;
//! Duşa (2019), QCA with R. Numbers agree with the R package QCA 3.23, models with a search through all combinations.

mod bits;
pub mod chance;
mod cover;
mod cube;
mod data;
mod expression;
mod fit;
mod implicants;
mod necessity;
pub mod robustness;
mod search;
mod solution;
mod table;

pub use cube::{Cube, Literal, Model};
pub use data::{Column, Data, Fault, MOST_CONDITIONS, MOST_ROWS};
pub use expression::{Expression, Misread, Mistake};
pub use fit::{ModelFit, Necessity, Sufficiency, TermFit, fit, necessity, sufficiency};
pub use necessity::{Necessary, combinations, singles, unions};
pub use solution::{
    Covers, Expectation, Kind, Listing, Options, Pair, Solution, Solutions, Unsolved, assumptions, solve,
};
pub use table::{Cutoffs, Out, Row, TruthTable};

/// What two numbers may differ by and still be the same: far above what adding up 500 memberships loses, far below what
/// anyone writes down.
pub const SLACK: f64 = 1e-9;
