//! Formulas on plain numbers: what goes in are counts and positions, what comes out are numbers or a typed "undefined".
//!
//! Absent on purpose: data frames, files, studies.

pub mod balance;
pub mod calibrate;
pub mod collocation;
pub mod dispersion;
pub mod incidence;
pub mod interval;
pub mod keyness;
pub mod new_information;
pub mod rarefaction;
pub mod richness;
pub mod share;
pub mod tf_idf;
mod undefined;

pub use undefined::{Measured, Undefined};
