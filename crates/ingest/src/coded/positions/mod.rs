//! How another program counts positions, found out from the text and from what stands at the positions.
//!
//! A pair of positions means nothing without its unit, and no program says which it uses. So each [`PositionReading`] is
//! tried on the text, and what comes out is weighed: do the words at a place equal its excerpt, do both its ends fall
//! between words, is it free of blanks at its ends? What the evidence leaves open is settled by what is known of the
//! program, or else by the user; never by chance.
//!
//! Texts are *raw* here: decoded, but with their byte order mark (as U+FEFF) and their own line breaks.

mod evidence;
mod judge;
mod prior;
mod reading;
mod set;
mod sweep;

pub(crate) use evidence::{Fit, Score, fit_of};
pub(crate) use judge::{Candidate, Chosen, Grounds, Judgement, judge};
pub(crate) use prior::{is_known, readings_of};
pub use reading::{PositionReading, PositionUnit};
pub(crate) use set::Readings;
pub(crate) use sweep::{Bytes, Marked, bytes_of};

#[cfg(test)]
mod tests;
