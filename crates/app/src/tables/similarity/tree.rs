//! The tree of the cases, and groups cut from it.

use super::{Shown, heads, limited, refused};
use crate::Project;
use crate::show::{Section, View, measured, reasons};
use draad_analysis::Similarity;
use draad_analysis::similarity::{Clustering, Joining};
use draad_words::Words;

/// One row per joining.
pub(super) fn merges(project: &Project, shown: &Shown) -> View {
    let (words, table) = (&project.words, &shown.table);
    let tree = match &table.clustering {
        Ok(tree) => tree,
        Err(reason) => return refused(words, "similarity-merges", "similarity-merges-title", *reason),
    };
    let row = |(step, joining): (usize, &Joining)| {
        vec![
            step.to_string(),
            ids(table, &joining.first),
            ids(table, &joining.second),
            measured(words, Ok(joining.height), 3),
            if joining.is_tied { words.say("similarity-tied") } else { String::new() },
        ]
    };
    let (section, limit) = limited(words, shown.limit, (1..).zip(&tree.joinings).map(row).collect());
    let keys =
        ["similarity-step", "similarity-group", "similarity-with", "similarity-height", "similarity-tie"];
    View {
        part: "similarity-merges",
        title: words.say("similarity-merges-title"),
        header: heads(words, keys),
        n_left: 3,
        sections: vec![section],
        notes: tree_notes(words, tree).into_iter().chain(limit).collect(),
        ..View::default()
    }
}

fn tree_notes(words: &Words, tree: &Clustering) -> Vec<String> {
    let correlation = measured(words, tree.cophenetic_correlation, 3);
    let mut notes = vec![words.say_with("similarity-tree-note", [("correlation", correlation.into())])];
    notes.extend(reasons(words, tree.cophenetic_correlation.err()));
    let n_tied = tree.joinings.iter().filter(|joining| joining.is_tied).count();
    if n_tied > 0 {
        let args = [("n", n_tied.into()), ("steps", tree.joinings.len().into())];
        notes.push(words.say_with("similarity-ties-note", args));
    }
    if tree.depends_on_ties {
        notes.push(words.say("similarity-order-matters-note"));
    }
    notes.push(words.say("similarity-no-types-note"));
    notes
}

/// One row per group, under the number of groups.
pub(super) fn groups(project: &Project, shown: &Shown) -> View {
    let (words, table) = (&project.words, &shown.table);
    let tree = match &table.clustering {
        Ok(tree) => tree,
        Err(reason) => return refused(words, "similarity-groups", "similarity-groups-title", *reason),
    };
    let rows = tree.cuts.iter().flat_map(|cut| {
        let silhouette = measured(words, cut.silhouette, 3);
        let none = vec![vec![cut.n_groups.to_string(), "–".to_owned(), silhouette.clone()]];
        let row = |(place, group): (usize, &Vec<usize>)| {
            // what holds for all groups stands in the first row only
            let of_all = |text: String| if place == 0 { text } else { String::new() };
            vec![of_all(cut.n_groups.to_string()), ids(table, group), of_all(silhouette.clone())]
        };
        cut.groups.as_ref().map_or(none, |groups| groups.iter().enumerate().map(row).collect())
    });
    let mut notes = vec![words.say("similarity-silhouette-note")];
    notes.extend(reasons(words, tree.cuts.iter().filter_map(|cut| cut.silhouette.err())));
    View {
        part: "similarity-groups",
        title: words.say("similarity-groups-title"),
        header: heads(words, ["similarity-groups", "similarity-group", "similarity-silhouette"]),
        n_left: 2,
        sections: vec![Section { title: String::new(), rows: rows.collect() }],
        notes,
        ..View::default()
    }
}

fn ids(table: &Similarity, cases: &[usize]) -> String {
    cases.iter().map(|&case| table.cases[case].id.as_str()).collect::<Vec<_>>().join(" ")
}
