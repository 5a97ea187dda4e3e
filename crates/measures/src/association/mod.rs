//! A factor and an outcome in a handful of cases: how far they go together, and what chance alone would do.
//!
//! Everything rests on the table of two by two, [`TwoByTwo`]. Nothing here says that the one causes the other, nor that the
//! cases stand for others. Tests that condition on the margins ([`Fisher`], [`Permutation`]) ask in how many of the ways to
//! deal out the outcome over these same cases the two would go together as far as they do.

mod adjust;
mod conditional;
mod confidence;
mod fisher;
mod hypergeometric;
mod permutation;
mod proportion;
mod two_by_two;
mod unconditional;

pub use adjust::{Adjustment, Tarone};
pub use conditional::{OddsLimits, odds_ratio, odds_ratio_limits};
pub use confidence::{Confidence, Limits};
pub use fisher::Fisher;
pub use permutation::{Permutation, arrangements};
pub use proportion::Proportion;
pub use two_by_two::{HalfAdded, TwoByTwo};
pub use unconditional::{barnard_pooled, boschloo};
