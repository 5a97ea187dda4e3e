//! The Reproducible Open Coding Kit (ROCK): plain text in which codes stand in double brackets at the end of a line.

mod escape;
mod lines_of;
mod names;
mod uid;
mod write;
mod write_yaml;

pub use write::{write_rock, write_rock_project};

/// The settings of a project, which make an archive a project.
const PROJECT_FILE: &str = "_ROCKproject.yml";
/// Where the codes stand in what we write.
const CODEBOOK: &str = "codebook.rock";
/// Where the sources stand in what we write.
const DATA_FOLDER: &str = "data/";
/// The case of a line that has none, after lines that have one: in the ROCK, a case holds until the next one.
const NO_CASE: &str = "no_case";
