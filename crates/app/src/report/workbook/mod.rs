//! The report as one Excel workbook: contents, cases by factors as people read them, all tables, all passages, and what it
//! all means. A number leads to the passages behind it.

mod definitions;
mod front;
mod links;
mod matrix;
#[cfg(test)]
mod tests;

use super::Asked;
use crate::show::View;
use crate::tables::{self, Answer, Part};
use crate::{Project, passages};
use draad_analysis::Basis;
use draad_analysis::table::Table;
use draad_core::Diagnostic;
use draad_core::diagnostic::Outcome;
use draad_report::workbook::{self, Sheet, sheet_names};
use links::Passages;
use rayon::prelude::*;
use std::borrow::Cow;

/// Colours of tabs, one after the other: neighbours that belong together have the same.
const TABS: [u32; 2] = [0x9D_B7_CE, 0xD8_C3_9B];
/// The colour of the tabs of the sheets that are always there.
const OWN_TAB: u32 = 0x33_4E_68;

/// Returns the workbook.
pub(super) fn make(asked: &Asked) -> Outcome<Vec<u8>> {
    Book::new(asked)?.write()
}

/// A table that was made, or the reason why it was not.
struct Group {
    /// Its name.
    name: String,
    /// What it holds.
    about: String,
    made: Outcome<Made>,
}

struct Made {
    parts: Vec<Part>,
    /// What its numbers mean.
    notes: Vec<String>,
}

/// All that the workbook holds.
struct Book<'a> {
    asked: &'a Asked<'a>,
    /// What it rests on.
    basis: &'a Basis,
    matrix: matrix::Matrix,
    passages: Table,
    groups: Vec<Group>,
    /// The names of all sheets: the first, cases by factors, passages, definitions, columns, then every part of every table.
    names: Vec<String>,
}

/// How many sheets are always there.
const N_OWN: usize = 5;

impl<'a> Book<'a> {
    fn new(asked: &'a Asked) -> Outcome<Self> {
        let (results, project) = (asked.results, asked.results.project);
        let words = &project.words;
        let table = results.table()?;
        let matrix = matrix::Matrix::new(project, table);
        let groups = groups(asked);
        let own = ["contents", "matrix", "passages", "definitions", "columns"];
        let own = own.map(|name| words.say(&format!("workbook-{name}")));
        let made = groups.iter().filter_map(|group| group.made.as_ref().ok());
        let stems = made.flat_map(|made| made.parts.iter().map(|part| part.stem.clone()));
        let names = sheet_names(own.into_iter().chain(stems));
        let passages = passages::every(project, &results.facts, &results.options);
        Ok(Self { asked, basis: &table.basis, matrix, passages, groups, names })
    }

    fn write(&self) -> Outcome<Vec<u8>> {
        let sheets = self.sheets();
        let front = self.front(&sheets);
        Ok(workbook::write(&front, &sheets)?.bytes)
    }

    /// Returns all sheets but the first.
    fn sheets(&self) -> Vec<Sheet<'_>> {
        let behind = Passages::new(&self.passages, &self.names[2]);
        let mut matrix = self.own(1, Cow::Borrowed(&self.matrix.table), matrix::N_KEYS);
        matrix.links = self.matrix.links(&behind);
        matrix.looks = self.matrix.looks.clone();
        let mut sheets = vec![
            matrix,
            self.own(2, Cow::Borrowed(&self.passages), 3),
            self.own(3, Cow::Owned(self.definitions()), 1),
            self.own(4, Cow::Owned(self.columns()), 2),
        ];
        for ((part, tab), name) in self.parts().zip(&self.names[N_OWN..]) {
            let links = behind.of(&part.table);
            let sheet = Sheet::named(name.clone(), Cow::Borrowed(&part.table));
            sheets.push(Sheet { n_frozen: 1, links, tab: Some(tab), ..sheet });
        }
        sheets
    }

    /// Returns a sheet that is always there.
    fn own<'t>(&self, place: usize, table: Cow<'t, Table>, n_frozen: u16) -> Sheet<'t> {
        Sheet { n_frozen, tab: Some(OWN_TAB), ..Sheet::named(self.names[place].clone(), table) }
    }

    /// Returns the parts of all tables, each with the colour of its tab.
    fn parts(&self) -> impl Iterator<Item = (&Part, u32)> {
        let made = self.groups.iter().filter_map(|group| group.made.as_ref().ok());
        made.zip(TABS.iter().cycle()).flat_map(|(made, tab)| made.parts.iter().map(|part| (part, *tab)))
    }
}

/// Computes all tables: those that say something without being asked, then those of the study's own. A table of the study's
/// own has a filter of its own; where a part of the study is asked for, there is no saying what it would be, so it stays out.
fn groups(asked: &Asked) -> Vec<Group> {
    let (results, project) = (asked.results, asked.results.project);
    results.compute();
    results.answer_all();
    let usual = tables::usual_names(project).into_par_iter().map(|name| {
        let made = results.answer(name).map(|answer| made(project, name, answer, answer.views(project)));
        Group { name: name.to_owned(), about: project.words.say(&format!("workbook-table-{name}")), made }
    });
    let mut groups: Vec<Group> = usual.collect();
    if results.options.filter.is_empty() {
        groups.extend(own_groups(asked));
    }
    groups
}

fn own_groups(asked: &Asked) -> Vec<Group> {
    let project = asked.results.project;
    let group = |own: &draad_core::OwnTable| {
        let label = own.label.or(project.words.language, &own.name);
        let computed = tables::computed(project, own);
        Group {
            name: own.name.to_string(),
            about: project.words.say_with("workbook-own", [("label", label.into())]),
            made: computed.map(|(answer, views)| made(project, own.name.as_str(), &*answer, views)),
        }
    };
    let own: Vec<_> = project.study().tables.values().collect();
    own.into_par_iter().map(group).collect()
}

fn made(project: &Project, name: &str, answer: &dyn Answer, views: Vec<View>) -> Made {
    let notes = views.into_iter().flat_map(|view| view.notes).collect();
    Made { parts: tables::parts(project, name, answer), notes }
}

/// Says why a table was not made.
fn refusal(asked: &Asked, diagnostic: &Diagnostic) -> String {
    let words = &asked.results.project.words;
    let reason = words.advice(&diagnostic.problem).message;
    words.say_with("workbook-not-made", [("reason", reason.into())])
}
