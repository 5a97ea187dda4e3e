//! A study for R without a package: tables as CSV, what each column is as tables too, and one script that loads them all.
//!
//! The script is the same for every study but for its sentences. Names, ids and labels stand in `columns.csv` and `lists.csv`,
//! so nothing that people wrote has to be written as code.

mod lists;
mod results;

use super::script::Script;
use super::tables::{Outgoing, tables};
use super::{Made, Request, tidy};
use crate::{Progress, Project, output};
use draad_core::diagnostic::Outcome;
use lists::Lists;
use results::{Across, across};

/// The script, with places for its sentences.
const LOAD: &str = include_str!("load.R");

/// The tidy tables, the tables across cases, what their columns are, the script, and a README.
///
/// # Errors
/// When the filter names something the study does not have.
pub(super) fn r(project: &Project, request: &Request, progress: &dyn Progress) -> Outcome<Made> {
    progress.begin("progress-export", 2);
    let mut all = tables(project.study(), &request.filter);
    progress.advance();
    let Across { tables, absent } = across(project, request)?;
    all.extend(tables);
    let (mut files, left) = tidy::csv_of(project, &request.filter, &all);
    for (name, bytes) in &mut files {
        if name == "README.txt" {
            *bytes = [readme(project, &all, &absent).as_bytes(), bytes].concat();
        }
    }
    let lists = Lists::new(project, &request.filter);
    let (columns, used) = lists.columns(&all, &project.words);
    files.push(("columns.csv".to_owned(), output::csv(&columns).into_bytes()));
    files.push(("lists.csv".to_owned(), output::csv(&lists.table(&used)).into_bytes()));
    files.push(("load.R".to_owned(), script(project).into_bytes()));
    progress.finish();
    Ok((files, left))
}

fn script(project: &Project) -> String {
    Script::new(&project.words, "export-r-what").template(LOAD).done()
}

/// What stands above the list of tables: how to load them, what R makes of them, and which are not there.
fn readme(project: &Project, all: &[Outgoing], absent: &[(String, String)]) -> String {
    let words = &project.words;
    let mut text = format!("{}\n\n", words.say("export-r-title"));
    for line in ["source(\"load.R\")", "study$cases", "study$results$cases_by_factors", "study$sheets$crisp"]
    {
        text += &format!("  {line}\n");
    }
    let n_tables = words.say_with("export-r-tables", [("n", all.len().into())]);
    text += &format!("\n{n_tables}\n");
    for key in ["names", "ordered", "labels", "nothing", "unknown", "lists", "times"] {
        text += &format!("- {}\n", words.say(&format!("export-r-{key}")));
    }
    if !absent.is_empty() {
        text += &format!("\n{}\n", words.say("export-r-absent"));
        absent.iter().for_each(|(name, reason)| text += &format!("- {name}: {reason}\n"));
    }
    text + "\n"
}
