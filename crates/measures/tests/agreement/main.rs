//! Agreement against packages for R and Python, against the definitions read character by character, and against identities.
//!
//! Cases that others published lie outside the repository, in `../shared/reference/methods` or in the folder that `DRAAD_REFERENCE`
//! names. Where they are absent their tests say so and pass. `--nocapture` prints the worst deviation of each case.
#![allow(clippy::unwrap_used, reason = "a fixture that does not fit fails its test")]

mod intervals;
mod matching;
mod ratings;
mod reference;
mod sample;
mod spans;
