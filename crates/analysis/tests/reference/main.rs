//! The analyses against numbers that other packages computed.
#![allow(clippy::unwrap_used, reason = "a fixture that does not fit fails its test")]

mod agreement;
mod association;
mod balance;
mod calibration;
mod cases_by_factors;
mod co_occurrence;
mod contrast;
mod meta_matrix;
mod qca;
mod saturation;
mod sequence;
mod similarity;
mod study_a;
mod triangulation;
