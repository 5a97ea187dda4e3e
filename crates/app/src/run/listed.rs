//! The files of a table.

use super::made::{File, Made};
use crate::Project;
use crate::output::csv;
use crate::show::View;
use crate::tables::{Answer, Part, parts};
use indexmap::IndexSet;

/// Makes the files of a table.
pub(super) fn table(
    project: &Project,
    name: &str,
    answer: &dyn Answer,
    views: Vec<View>,
    also_from: Option<&'static str>,
) -> Made {
    let files = files(project, name, answer, views).into_iter();
    let made_by = format!("draad table {name}");
    let file = |bytes| File { also_from, ..File::new(bytes, made_by.as_str()) };
    Made::Table(name.to_owned(), files.map(|(name, bytes)| (name, file(bytes))).collect())
}

/// Returns a file per part of a table, and one with what its numbers mean.
fn files(project: &Project, name: &str, answer: &dyn Answer, views: Vec<View>) -> Vec<(String, Vec<u8>)> {
    let file = |part: Part| (format!("tables/{}.csv", part.stem), csv(&part.table).into_bytes());
    let notes: IndexSet<String> = views.into_iter().flat_map(|view| view.notes).collect();
    let notes = notes.into_iter().collect::<Vec<_>>().join("\n\n") + "\n";
    let notes = (format!("tables/{name}.txt"), notes.into_bytes());
    parts(project, name, answer).into_iter().map(file).chain([notes]).collect()
}
