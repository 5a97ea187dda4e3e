//! Formulas on plain numbers: what goes in are counts and positions, what comes out are numbers or a typed "undefined".
//!
//! Absent on purpose: data frames, files, studies.

pub mod allen;
pub mod balance;
pub mod calibrate;
pub mod collocation;
pub mod cooccurrence;
pub mod dispersion;
pub mod interval;
pub mod keyness;
pub mod share;
pub mod tf_idf;
pub mod transition;
mod undefined;

pub use undefined::{Measured, Undefined};
