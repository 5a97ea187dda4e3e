//! The files of a table.

use super::made::{File, Made, about};
use crate::Project;
use crate::output::csv;
use crate::show::View;
use crate::tables::Answer;
use draad_analysis::table::Table;
use draad_core::diagnostic::Outcome;
use indexmap::IndexSet;

/// Makes the files of a table, or says why there are none.
pub(super) fn made_of(
    project: &Project,
    name: &str,
    answered: Outcome<(&dyn Answer, Vec<View>)>,
    also_from: Option<&'static str>,
) -> Made {
    match answered {
        Ok((answer, views)) => {
            let files = files(name, kind_of(project, name), answer, views).into_iter();
            let made_by = format!("draad table {name}");
            let file = |bytes| File { also_from, ..File::new(bytes, made_by.as_str()) };
            Made::Table(name.to_owned(), files.map(|(name, bytes)| (name, file(bytes))).collect())
        }
        Err(diagnostic) => Made::Refused(about(project, name, *diagnostic)),
    }
}

/// Returns the table that one of the study's own is made of; any other is its own kind.
fn kind_of<'a>(project: &'a Project, name: &'a str) -> &'a str {
    project.study().tables.get(name).map_or(name, |own| &own.table)
}

/// Returns a file per part of a table, and one with what its numbers mean. Parts are called by what their names have beside
/// that of the first or of the kind of table.
fn files(name: &str, kind: &str, answer: &dyn Answer, views: Vec<View>) -> Vec<(String, Vec<u8>)> {
    let tables = answer.tables();
    let first = tables.first().map_or(name, |table| table.name);
    let file = |table: &Table| {
        let part = table.name.strip_prefix(first).or_else(|| table.name.strip_prefix(kind));
        let part = part.unwrap_or(table.name);
        let stem = if part.is_empty() || part.starts_with('-') {
            format!("{name}{part}")
        } else {
            format!("{name}-{part}")
        };
        (format!("tables/{stem}.csv"), csv(table).into_bytes())
    };
    let notes: IndexSet<String> = views.into_iter().flat_map(|view| view.notes).collect();
    let notes = notes.into_iter().collect::<Vec<_>>().join("\n\n") + "\n";
    let notes = (format!("tables/{name}.txt"), notes.into_bytes());
    tables.iter().map(file).chain([notes]).collect()
}
