//! `meta-matrix`

mod order;
mod overview;
mod quotes;

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::show::{View, basis_note};
use draad_analysis::meta_matrix::{CaseRow, ColumnOrder, RowOrder};
use draad_analysis::table::Table;
use draad_analysis::{Basis, MetaMatrix, MetaMatrixOptions};
use draad_core::diagnostic::Outcome;
use draad_words::Words;

pub(super) const KIND: Kind = Kind {
    name: "meta-matrix",
    takes: &["outcome", "unfolded", "order", "columns", "quotes", "shuffles", "seed", "limit"],
    codes: Codes::Folded,
    compute,
};

/// How many quotes are shown where nothing else is asked.
const USUAL_ROWS: usize = 40;

/// The matrix, and how many of its quotes are shown.
struct Shown {
    table: MetaMatrix,
    limit: usize,
}

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let study = asked.project.study();
    let options = &asked.request.options;
    let usual = MetaMatrixOptions::default();
    let own = MetaMatrixOptions {
        order: options.order.as_deref().map_or(Ok(usual.order), |order| RowOrder::named(study, order))?,
        columns: options.columns.as_deref().map_or(Ok(usual.columns), ColumnOrder::named)?,
        quotes: options.quotes.unwrap_or(usual.quotes),
        shuffles: options.shuffles.unwrap_or(usual.shuffles),
        seed: options.seed.unwrap_or(usual.seed),
    };
    let table = MetaMatrix::from_facts(study, asked.facts, &asked.options, &own)?;
    Ok(Box::new(Shown { table, limit: options.limit.unwrap_or(USUAL_ROWS) }))
}

impl Answer for Shown {
    fn basis(&self) -> &Basis {
        &self.table.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.table.tables()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let mut views = vec![
            overview::matrix(project, &self.table),
            overview::factors(project, &self.table),
            overview::cases(project, &self.table),
            order::view(&project.words, &self.table),
            quotes::view(project, self),
        ];
        // each part can be asked for by itself
        views.iter_mut().for_each(|view| view.notes.push(basis_note(project, &self.table.basis)));
        views
    }
}

/// Returns a case's id with its name.
fn case_name(case: &CaseRow) -> String {
    if case.name.is_empty() { case.id.to_string() } else { format!("{} {}", case.id, case.name) }
}

/// Returns what people read as the outcome of a case; nothing where the study has none.
fn outcome(words: &Words, table: &MetaMatrix, case: &CaseRow) -> String {
    match &case.outcome {
        Some((level, label)) => label.or(words.language, level),
        None if table.basis.outcome.is_none() => String::new(),
        None => words.say("unknown-outcome"),
    }
}
