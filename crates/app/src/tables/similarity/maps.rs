//! The maps of cases with and without factors.

use super::pairs::named;
use super::{Shown, heads, refused};
use crate::Project;
use crate::show::{Section, View, measured, reasons, row_limit};
use draad_analysis::Similarity;
use draad_analysis::similarity::{Item, Map, MapAxis, Place};
use draad_words::Words;

/// How many axes of a map are listed.
const AXES: usize = 4;

/// The maps that there are, each by its name.
fn maps(table: &Similarity) -> impl Iterator<Item = (&'static str, &Map)> {
    let all = [("correspondence", &table.correspondence), ("scaling", &table.scaling)];
    all.into_iter().filter_map(|(name, map)| Some((name, map.as_ref().ok()?)))
}

/// The first axes of each map.
pub(super) fn axes(project: &Project, shown: &Shown) -> View {
    let (words, table) = (&project.words, &shown.table);
    if let (Err(reason), Err(_)) = (&table.correspondence, &table.scaling) {
        return refused(words, "similarity-axes", "similarity-axes-title", *reason);
    }
    let rows = maps(table).flat_map(|(name, map)| {
        let mut so_far = 0.0;
        let row = move |(place, axis): (usize, &MapAxis)| {
            so_far += axis.share;
            let numbers = [axis.value, axis.share, so_far].map(|number| words.number(number, 3));
            [words.say(&format!("similarity-{name}")), place.to_string()].into_iter().chain(numbers).collect()
        };
        (1..).zip(&map.axes).take(AXES).map(row)
    });
    let keys =
        ["similarity-map", "similarity-axis", "similarity-value", "similarity-share", "similarity-so-far"];
    View {
        part: "similarity-axes",
        title: words.say("similarity-axes-title"),
        header: heads(words, keys),
        n_left: 1,
        sections: vec![Section { title: String::new(), rows: rows.collect() }],
        notes: notes(words, table),
        ..View::default()
    }
}

fn notes(words: &Words, table: &Similarity) -> Vec<String> {
    let mut notes = Vec::new();
    if let Ok(map) = &table.correspondence {
        notes.push(words.say("similarity-correspondence-note"));
        if !map.rare.is_empty() {
            let codes = map.rare.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            let args = [("min", table.options.min_cases.into()), ("codes", codes.into())];
            notes.push(words.say_with("similarity-rare-note", args));
        }
    }
    if table.scaling.is_ok() {
        notes.push(words.say("similarity-scaling-note"));
    }
    notes.push(words.say("similarity-sign-note"));
    notes
}

/// Cases, then the factors that account for most of the first two axes.
pub(super) fn places(project: &Project, shown: &Shown) -> View {
    let (words, table) = (&project.words, &shown.table);
    if let (Err(reason), Err(_)) = (&table.correspondence, &table.scaling) {
        return refused(words, "similarity-places", "similarity-places-title", *reason);
    }
    let mut sections = Vec::new();
    let mut undefined = Vec::new();
    let mut n_factors = 0;
    for (name, map) in maps(table) {
        let (cases, mut factors): (Vec<&Place>, Vec<&Place>) =
            map.places.iter().partition(|place| matches!(place.item, Item::Case(_)));
        let weight = |place: &Place| place.contributions.iter().fold(0.0, |most: f64, &own| most.max(own));
        factors.sort_by(|a, b| weight(b).total_cmp(&weight(a)));
        n_factors += factors.len();
        factors.truncate(shown.limit);
        for (kind, places) in [("cases", cases), ("factors", factors)] {
            undefined.extend(places.iter().filter_map(|place| place.quality.err()));
            if !places.is_empty() {
                let title = words.say(&format!("similarity-{name}-{kind}"));
                let rows = places.iter().map(|place| row(project, table, place)).collect();
                sections.push(Section { title, rows });
            }
        }
    }
    let axis = |key: &str, n: usize| words.say_with(key, [("n", n.into())]);
    let header = vec![
        String::new(),
        axis("similarity-axis-n", 1),
        axis("similarity-axis-n", 2),
        words.say("similarity-quality"),
        axis("similarity-contribution-n", 1),
        axis("similarity-contribution-n", 2),
    ];
    let limit = row_limit(words, shown.limit, n_factors);
    View {
        part: "similarity-places",
        title: words.say("similarity-places-title"),
        header,
        n_left: 1,
        sections,
        notes: reasons(words, undefined).into_iter().chain(limit).collect(),
        ..View::default()
    }
}

fn row(project: &Project, table: &Similarity, place: &Place) -> Vec<String> {
    let words = &project.words;
    let name = match &place.item {
        Item::Case(case) => named(table.cases[*case].id.as_str(), &table.cases[*case].name),
        Item::Code(id) => project.study().codebook.codes[id].name.or(words.language, id),
    };
    let number =
        |list: &[f64], axis: usize| list.get(axis).map_or(String::new(), |&number| words.number(number, 2));
    vec![
        name,
        number(&place.coordinates, 0),
        number(&place.coordinates, 1),
        measured(words, place.quality, 2),
        number(&place.contributions, 0),
        number(&place.contributions, 1),
    ]
}
