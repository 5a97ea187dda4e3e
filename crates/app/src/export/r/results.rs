//! The tables across cases that go to R, and the sheets for QCA.

use crate::Project;
use crate::export::Request;
use crate::export::qca::sheets_of;
use crate::export::tables::{Meaning, Outgoing};
use crate::results::Results;
use crate::tables::{self, meaning, parts};
use draad_analysis::qca::sheets::Sheets;
use draad_analysis::table::{Table, Value};
use draad_core::diagnostic::Outcome;
use std::collections::BTreeMap;

/// The tables to compute and plot with. Those of words, which are to be read, and lists of work to do stay behind.
const KINDS: [&str; 14] = [
    "cases-by-factors",
    "triangulation",
    "tensions",
    "balance",
    "contrast",
    "association",
    "qca",
    "co-occurrence",
    "phases",
    "sequence",
    "similarity",
    "saturation",
    "agreement",
    "sample",
];

/// The tables across cases, and those that this study does not have, each with the reason.
#[derive(Default)]
pub(super) struct Across {
    /// The tables.
    pub(super) tables: Vec<Outgoing>,
    /// Names and reasons.
    pub(super) absent: Vec<(String, String)>,
}

/// Computes the tables across cases with all their parts, as they are when nothing but the filter is asked.
///
/// # Errors
/// When the filter names something the study does not have.
pub(super) fn across(project: &Project, request: &Request) -> Outcome<Across> {
    let asked = tables::Request { filter: request.filter.clone(), ..tables::Request::default() };
    let results = Results::new(project, &asked)?;
    let usual = tables::usual_names(project);
    let mut across = Across::default();
    for name in KINDS.into_iter().filter(|name| usual.contains(name)) {
        match results.answer(name) {
            Ok(answer) => {
                let parts = parts(project, name, answer).into_iter();
                across.tables.extend(parts.map(|part| part_of(project, name, part)));
            }
            Err(diagnostic) => {
                across.absent.push((name.to_owned(), project.words.advice(&diagnostic.problem).message));
            }
        }
    }
    match sheets_of(project, request) {
        Ok(sheets) => across.tables.extend(of_sheets(project, sheets)),
        Err(diagnostic) => {
            across.absent.push(("sheets".to_owned(), project.words.advice(&diagnostic.problem).message));
        }
    }
    Ok(across)
}

fn part_of(project: &Project, kind: &str, part: tables::Part) -> Outgoing {
    let about = project.words.say(&format!("workbook-table-{kind}"));
    let table = part.table;
    let meanings = table.columns.iter().map(|column| {
        Meaning::Computed(meaning(project, kind, table.name, column).unwrap_or_else(|| column.name.clone()))
    });
    let meanings = meanings.collect();
    outgoing(table, format!("results/{}", part.stem), about, meanings)
}

fn outgoing(table: Table, file: String, about: String, meanings: Vec<Meaning>) -> Outgoing {
    Outgoing { table, file, about: Some(about), meanings, key: &[], joins: Vec::new() }
}

/// The sheets as the package QCA takes them: a row per case, a column per condition, and what the columns are.
fn of_sheets(project: &Project, sheets: Sheets) -> Vec<Outgoing> {
    let names: BTreeMap<String, String> =
        sheets.legend.rows.iter().filter_map(|row| Some((cell(row.first()?), cell(row.last()?)))).collect();
    let make = |(name, table): (&str, Table)| {
        let meaning = |column: &draad_analysis::table::Column| {
            let condition = column.name.rsplit_once('_').and_then(|(condition, _)| names.get(condition));
            let name = names.get(&column.name).or(condition).unwrap_or(&column.name);
            Meaning::Computed(name.clone())
        };
        let meanings = table.columns.iter().map(meaning).collect();
        let about = project.words.say(&format!("export-r-sheet-{name}"));
        outgoing(table, format!("sheets/{name}"), about, meanings)
    };
    let fuzzy = sheets.fuzzy.map(|fuzzy| ("fuzzy", fuzzy));
    let all = [("crisp", sheets.crisp), ("raw", sheets.raw)].into_iter().chain(fuzzy);
    all.chain([("legend", sheets.legend)]).map(make).collect()
}

fn cell(value: &Value) -> String {
    match value {
        Value::Text(text) => text.clone(),
        _ => String::new(),
    }
}
