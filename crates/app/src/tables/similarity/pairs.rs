//! Pairs of cases, and which case is most like which.

use super::{Shown, heads, limited};
use crate::Project;
use crate::show::{Section, View, measured, open_cell, reasons};
use draad_analysis::similarity::Pair;
use draad_analysis::{Similarity, SimilarityMeasure};
use draad_measures::Measured;
use draad_words::Words;

/// Up to how many cases all pairs stand in a square.
const MOST_IN_SQUARE: usize = 16;

/// Every pair: in a square, or for many cases the pairs that are most alike.
pub(super) fn pairs(project: &Project, shown: &Shown) -> View {
    let (words, table) = (&project.words, &shown.table);
    let measure = <&str>::from(table.options.measure);
    let name = words.say(&format!("similarity-measure-{measure}"));
    let title = if is_distance(table) { "similarity-title-distance" } else { "similarity-title" };
    let mut view = View {
        part: "similarity",
        title: words.say_with(title, [("measure", name.into())]),
        notes: vec![words.say(&format!("similarity-definition-{measure}"))],
        ..match table.cases.len() <= MOST_IN_SQUARE {
            true => square(words, table),
            false => list(words, shown),
        }
    };
    view.notes.extend(left_out(words, table));
    view.notes.extend(reasons(words, table.pairs.iter().filter_map(|pair| value(table, pair).err())));
    if let Some(case) = table.cases.first() {
        let command = format!("draad table similarity --cell {}", case.id);
        view.notes.push(open_cell(words, command));
    }
    view
}

fn square(words: &Words, table: &Similarity) -> View {
    let n = table.cases.len();
    let ids = table.cases.iter().map(|case| case.id.to_string());
    let mut rows: Vec<Vec<String>> = (0..n).map(|_| vec![String::new(); n + 1]).collect();
    for (row, case) in rows.iter_mut().zip(&table.cases) {
        row[0] = named(case.id.as_str(), &case.name);
    }
    for pair in &table.pairs {
        let cell = measured(words, value(table, pair), 2);
        rows[pair.first][pair.second + 1] = cell.clone();
        rows[pair.second][pair.first + 1] = cell;
    }
    View {
        header: std::iter::once(words.say("table-case")).chain(ids).collect(),
        n_left: 1,
        sections: vec![Section { title: String::new(), rows }],
        ..View::default()
    }
}

/// The pairs that are most alike first.
fn list(words: &Words, shown: &Shown) -> View {
    let table = &shown.table;
    let mut pairs: Vec<&Pair> = table.pairs.iter().collect();
    let distance = |pair: &Pair| pair.distance.unwrap_or(f64::INFINITY);
    pairs.sort_by(|a, b| distance(a).total_cmp(&distance(b)));
    let row = |pair: &&Pair| {
        let shared = pair.shared;
        let counts = [shared.both, shared.first_only, shared.second_only, shared.neither];
        let ids = [pair.first, pair.second].map(|case| table.cases[case].id.to_string());
        let value = std::iter::once(measured(words, value(table, pair), 2));
        ids.into_iter().chain(counts.map(|n| n.to_string())).chain(value).collect()
    };
    let (section, note) = limited(words, shown.limit, pairs.iter().map(row).collect());
    let value = if is_distance(table) { "similarity-distance" } else { "similarity-similarity" };
    let keys = [
        "table-case",
        "similarity-other-case",
        "similarity-both",
        "similarity-case-only",
        "similarity-other-only",
        "similarity-neither",
        value,
    ];
    View {
        header: heads(words, keys),
        n_left: 2,
        sections: vec![section],
        notes: note.into_iter().collect(),
        ..View::default()
    }
}

/// The cases with the length of their material, and which are most like them.
pub(super) fn cases(project: &Project, shown: &Shown) -> View {
    let (words, table) = (&project.words, &shown.table);
    let row = |case: usize| {
        let own = &table.cases[case];
        let outcome = match &own.outcome {
            Some((level, label)) => label.or(words.language, level),
            None if table.basis.outcome.is_none() => String::new(),
            None => words.say("unknown-outcome"),
        };
        let nearest = table.nearest(case);
        let value = nearest.first().map(|&other| value(table, table.pair(case, other)));
        let ids: Vec<&str> = nearest.iter().map(|&other| table.cases[other].id.as_str()).collect();
        vec![
            named(own.id.as_str(), &own.name),
            outcome,
            ids.join(" "),
            value.map_or("–".to_owned(), |value| measured(words, value, 2)),
            own.n_codes.to_string(),
            own.n_sources.to_string(),
            words.whole(own.n_chars),
        ]
    };
    let value = if is_distance(table) { "similarity-distance" } else { "similarity-similarity" };
    let keys = [
        "table-case",
        "similarity-outcome",
        "similarity-nearest",
        value,
        "similarity-codes",
        "similarity-sources",
        "similarity-chars",
    ];
    View {
        part: "similarity-cases",
        title: words.say("similarity-cases-title"),
        header: heads(words, keys),
        n_left: 3,
        sections: vec![Section { title: String::new(), rows: (0..table.cases.len()).map(row).collect() }],
        ..View::default()
    }
}

/// Returns whether the measure is a distance without an upper end, so that there is no similarity.
pub(super) fn is_distance(table: &Similarity) -> bool {
    table.options.measure == SimilarityMeasure::Euclidean
}

fn value(table: &Similarity, pair: &Pair) -> Measured {
    if is_distance(table) { pair.distance } else { pair.similarity.unwrap_or(pair.distance) }
}

/// Returns what plays no part, and why.
fn left_out(words: &Words, table: &Similarity) -> Vec<String> {
    let mut notes = vec![words.say_with("similarity-codes-note", [("n", table.codes.len().into())])];
    let mut say = |key: &str, name: &'static str, ids: Vec<String>| {
        if !ids.is_empty() {
            notes.push(words.say_with(key, [(name, ids.join(", ").into())]));
        }
    };
    let ids = |ids: &[draad_core::CodeId]| ids.iter().map(ToString::to_string).collect();
    say("similarity-unused-note", "codes", ids(&table.unused));
    say("similarity-no-material-note", "cases", table.no_material.iter().map(ToString::to_string).collect());
    say(
        "similarity-without-codes-note",
        "cases",
        table.without_codes().map(|case| case.id.to_string()).collect(),
    );
    notes
}

/// Returns a case's id with its name.
pub(super) fn named(id: &str, name: &str) -> String {
    if name.is_empty() { id.to_owned() } else { format!("{id} {name}") }
}
