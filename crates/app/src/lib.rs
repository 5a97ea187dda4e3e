//! Use cases: what a front end can ask for, in the user's words, and plain structs to show.
//!
//! Absent on purpose: formulas, foreign formats, terminals, sentences beyond those of the `words` crate. The clock comes in
//! with the caller; only `store` writes into a study folder.

pub mod adjudication;
pub mod calibration;
pub mod coded;
pub mod coding;
pub mod create;
pub mod demo;
pub mod disagreements;
pub mod edited;
pub mod explain;
pub mod export;
pub mod feedback;
pub mod figures;
mod files;
pub mod flags;
pub mod format;
mod handed;
pub mod import;
pub mod kept;
mod leaks;
mod named;
pub mod output;
pub mod passages;
pub mod progress;
pub mod project;
pub mod proposals;
pub mod queries;
pub mod quotes;
pub mod reading;
pub mod records;
pub mod references;
pub mod report;
pub mod results;
pub mod run;
pub mod search;
pub mod sets;
pub mod show;
pub mod status;
pub mod survey;
pub mod tables;
pub mod undo;
pub mod words;

pub use progress::{Progress, Silent};
pub use project::Project;
