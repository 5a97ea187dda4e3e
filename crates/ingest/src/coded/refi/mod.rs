//! REFI-QDA: projects (`.qdpx`) and codebooks (`.qdc`), the exchange format of programs for qualitative analysis.

mod extras;
mod supplement;
pub(super) mod write;
