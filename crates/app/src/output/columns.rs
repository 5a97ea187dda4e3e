//! Tables as columns for programs: Arrow and Parquet.

use crate::{Project, tables};
use draad_analysis::table::{Column, Table};
use draad_analysis::{arrow, parquet};
use draad_core::diagnostic::Outcome;
use serde::Serialize;
use serde_json::Value as Json;

/// What is said of a table beside its columns.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// The kind of table of which it is a part, by the name of that kind.
    pub kind: &'a str,
    /// What stands above it; may be empty.
    pub title: &'a str,
    /// What its numbers mean and rest on, a sentence or some each.
    pub notes: &'a [String],
    /// What it rests on, for programs.
    pub basis: &'a Json,
    /// The names of all tables of the answer of which it is a part.
    pub parts: &'a [&'a str],
    /// Columns and what they mean, where that is not written down for tables of this name.
    pub meanings: &'a [(String, String)],
}

/// The same as it stands in the stream.
#[derive(Serialize)]
struct Metadata<'a> {
    version: &'static str,
    name: &'static str,
    title: &'a str,
    notes: &'a [String],
    basis: &'a Json,
    parts: &'a [&'a str],
    language: &'a str,
}

/// Writes a table as an Arrow stream, with what it and its columns mean in the language of the project.
///
/// # Errors
/// `TableFailed` when the stream cannot be made.
pub fn arrow(project: &Project, table: &Table, about: &About) -> Outcome<Vec<u8>> {
    let metadata = Metadata {
        version: env!("CARGO_PKG_VERSION"),
        name: table.name,
        title: about.title,
        notes: about.notes,
        basis: about.basis,
        parts: about.parts,
        language: project.words.language.into(),
    };
    let metadata = serde_json::to_string(&metadata).expect("what is said of a table has plain fields");
    let meanings: Vec<String> =
        table.columns.iter().map(|column| meaning(project, table, column, about)).collect();
    arrow::stream(table, &metadata, &meanings)
}

/// Writes a table as a Parquet file.
///
/// # Errors
/// `TableFailed` when the file cannot be made.
pub fn parquet(table: &Table) -> Outcome<Vec<u8>> {
    parquet::write(table)
}

/// What a column means; empty where nobody says.
fn meaning(project: &Project, table: &Table, column: &Column, about: &About) -> String {
    let told = about.meanings.iter().find(|(name, _)| *name == column.name);
    told.map(|(_, meaning)| meaning.clone())
        .or_else(|| tables::meaning(project, about.kind, table.name, column))
        .unwrap_or_default()
}
