//! `draad data`: one table of what a study holds, as exports have it.

use super::tables::{Outgoing, tables};
use super::withheld;
use crate::Project;
use draad_analysis::table::{Column, Table, Value};
use draad_core::diagnostic::Outcome;
use draad_core::filter::{list, nearest};
use draad_core::{Diagnostic, Filter, Place, Problem, Study};
use draad_words::Words;

/// A table, and what it holds.
#[derive(Clone, Debug)]
pub struct Single {
    /// The table.
    pub table: Table,
    /// What it holds.
    pub title: String,
    /// Its columns and what they mean.
    pub meanings: Vec<(String, String)>,
    /// What stays behind.
    pub notes: Vec<String>,
}

impl Single {
    fn of(outgoing: Outgoing, study: &Study, words: &Words) -> Self {
        let names = outgoing.table.columns.iter().map(|column| column.name.clone());
        let meanings =
            names.enumerate().map(|(place, name)| (name, outgoing.meaning(place, words))).collect();
        let withheld = list(withheld::columns(study));
        let note = || words.say_with("data-withheld", [("columns", withheld.clone().into())]);
        let notes = (!withheld.is_empty()).then(note).into_iter().collect();
        Self { title: outgoing.title(words), meanings, notes, table: outgoing.table }
    }
}

/// Returns the table of this name with what passes a filter, without the columns that may not leave the study.
///
/// # Errors
/// `DataTableUnknown` when there is no such table; when the filter names something the study does not have.
pub fn single(project: &Project, name: &str, filter: &Filter) -> Outcome<Single> {
    let refuse = |problem| Err(Box::new(Diagnostic::error(Place::default(), problem)));
    if let Some(problem) = filter.problems(project.study()).into_iter().next() {
        return refuse(problem);
    }
    let all = all(project, filter);
    let names: Vec<&str> = all.iter().map(|outgoing| outgoing.table.name).collect();
    match all.into_iter().find(|outgoing| outgoing.table.name == name) {
        Some(found) => Ok(Single::of(found, project.study(), &project.words)),
        None => refuse(Problem::DataTableUnknown {
            name: name.to_owned(),
            nearest: nearest(name, names.iter().copied()),
            known: names.join(", "),
        }),
    }
}

/// Returns the names of the tables with what each holds and how many rows it has.
pub fn listed(project: &Project) -> Table {
    let row = |outgoing: Outgoing| {
        let title = outgoing.title(&project.words);
        vec![Value::text(outgoing.table.name), outgoing.table.rows.len().into(), Value::Text(title)]
    };
    let rows = all(project, &Filter::default()).into_iter().map(row).collect();
    let columns = vec![Column::text("name"), Column::integer("rows"), Column::text("what")];
    Table { name: "data", columns, rows }
}

fn all(project: &Project, filter: &Filter) -> Vec<Outgoing> {
    let study = project.study();
    if withheld::columns(study).next().is_none() {
        return tables(study, filter);
    }
    let filter = withheld::without_attributes(filter, study);
    let mut without = study.clone();
    withheld::take_columns(&mut without);
    tables(&without, &filter)
}
