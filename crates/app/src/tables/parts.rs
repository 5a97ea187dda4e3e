//! The parts of a table by the names that they have as files and sheets.

use super::Answer;
use crate::Project;
use draad_analysis::table::Table;

/// A part of a table.
pub(crate) struct Part {
    /// What its file or sheet is called, without an ending.
    pub(crate) stem: String,
    /// The part.
    pub(crate) table: Table,
}

/// Returns the parts of a table that is called `name`, the one that is meant first. Each is called by what its name has
/// beside that of the first or of the kind of table.
pub(crate) fn parts(project: &Project, name: &str, answer: &dyn Answer) -> Vec<Part> {
    let (kind, tables) = (kind_of(project, name), answer.tables());
    let first = tables.first().map_or(name, |table| table.name);
    let stem = |table: &Table| {
        let part = table.name.strip_prefix(first).or_else(|| table.name.strip_prefix(kind));
        let part = part.unwrap_or(table.name);
        if part.is_empty() || part.starts_with('-') {
            format!("{name}{part}")
        } else {
            format!("{name}-{part}")
        }
    };
    tables.into_iter().map(|table| Part { stem: stem(&table), table }).collect()
}

/// Returns the table that one of the study's own is made of; any other is its own kind.
pub(crate) fn kind_of<'a>(project: &'a Project, name: &'a str) -> &'a str {
    project.study().tables.get(name).map_or(name, |own| &own.table)
}
