//! `similarity`

mod maps;
mod pairs;
mod tree;

use super::{Answer, Asked, Codes, Kind};
use crate::Project;
use crate::results::Results;
use crate::show::{Section, View, basis_note, because, row_limit};
use draad_analysis::table::Table;
use draad_analysis::{Basis, Similarity, SimilarityMeasure, SimilarityOptions, Statement};
use draad_core::diagnostic::Outcome;
use draad_measures::Undefined;
use draad_words::Words;
use std::sync::Arc;

pub(super) const KIND: Kind = Kind {
    name: "similarity",
    takes: &["outcome", "unfolded", "measure", "min-cases", "limit", "leave-out"],
    codes: Codes::Folded,
    compute,
};

/// How many rows of a long list are shown where nothing else is asked.
const USUAL_ROWS: usize = 15;

/// Similarity, and how many rows of long lists are shown.
struct Shown {
    table: Arc<Similarity>,
    limit: usize,
}

fn compute(asked: &Asked) -> Outcome<Box<dyn Answer>> {
    let options = &asked.request.options;
    let usual = SimilarityOptions::default();
    let own = SimilarityOptions {
        measure: options.measure.as_deref().map_or(Ok(usual.measure), SimilarityMeasure::named)?,
        min_cases: options.min_cases.unwrap_or(usual.min_cases),
    };
    let table = asked.shared(Results::similarity, || {
        Similarity::from_facts(asked.project.study(), asked.facts, &asked.options, &own)
    })?;
    Ok(Box::new(Shown { table, limit: options.limit.unwrap_or(USUAL_ROWS) }))
}

impl Answer for Shown {
    fn basis(&self) -> &Basis {
        &self.table.basis
    }

    fn tables(&self) -> Vec<Table> {
        self.table.tables()
    }

    fn statements(&self) -> Vec<Statement> {
        self.table.statements()
    }

    fn views(&self, project: &Project) -> Vec<View> {
        let mut views = vec![
            pairs::pairs(project, self),
            pairs::cases(project, self),
            tree::merges(project, self),
            tree::groups(project, self),
            maps::axes(project, self),
            maps::places(project, self),
        ];
        // each part can be asked for by itself
        views.iter_mut().for_each(|view| view.notes.push(basis_note(project, &self.table.basis)));
        views
    }

    fn history(&self, project: &Project) -> Vec<String> {
        let (words, table) = (&project.words, &self.table);
        let n_cases = table.cases.len();
        let before = n_cases + table.no_material.len();
        let n_codes = table.codes.len();
        let mut steps = Vec::new();
        if before > n_cases {
            let args = [("before", before.into()), ("after", n_cases.into())];
            steps.push(words.say_with("similarity-history-cases", args));
        }
        steps.push(words.say_with("similarity-history-codes", [("after", n_codes.into())]));
        if let Ok(map) = &table.correspondence
            && !map.rare.is_empty()
        {
            let args = [
                ("min", table.options.min_cases.into()),
                ("before", n_codes.into()),
                ("after", (n_codes - map.rare.len()).into()),
            ];
            steps.push(words.say_with("similarity-history-rare", args));
        }
        steps
    }
}

/// Makes the view of a part that could not be made.
fn refused(words: &Words, part: &'static str, title: &str, reason: Undefined) -> View {
    let args = [("title", words.say(title).into()), ("reason", because(words, reason).into())];
    View { part, title: words.say_with("similarity-refused", args), ..View::default() }
}

/// Returns the heads of columns.
fn heads<const N: usize>(words: &Words, keys: [&str; N]) -> Vec<String> {
    keys.map(|key| words.say(key)).to_vec()
}

/// Keeps as many rows as are shown, and says how many there are where that is more.
fn limited(words: &Words, limit: usize, mut rows: Vec<Vec<String>>) -> (Section, Option<String>) {
    let all = rows.len();
    rows.truncate(limit);
    let note = row_limit(words, rows.len(), all);
    (Section { title: String::new(), rows }, note)
}
