//! QCA against the R package QCA, and its minimisation against a search through all combinations.
//!
//! Data that others published lie outside the repository, in `../shared/reference/methods` or in the folder that
//! `DRAAD_REFERENCE` names. Where they are absent their tests say so and pass.
#![allow(clippy::unwrap_used, reason = "a fixture that does not fit fails its test")]

mod brute_force;
mod package;
mod robustness;
