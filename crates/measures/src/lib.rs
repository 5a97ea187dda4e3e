//! Formulas on plain numbers: what goes in are counts and positions, what comes out are numbers or a typed "undefined".
//!
//! Absent on purpose: data frames, files, studies.

pub mod agreement;
pub mod allen;
pub mod association;
pub mod balance;
pub mod calibrate;
pub mod cluster;
pub mod collocation;
pub mod cooccurrence;
pub mod correspondence;
pub mod dispersion;
pub mod distances;
mod eigen;
pub mod incidence;
pub mod interval;
pub mod keyness;
pub mod leaf_order;
pub mod marks;
pub mod new_information;
pub mod qca;
pub mod random;
pub mod rarefaction;
pub mod richness;
pub mod scaling;
pub mod seriation;
pub mod share;
pub mod similarity;
pub mod tf_idf;
pub mod transition;
mod undefined;

pub use undefined::{Measured, Undefined};
