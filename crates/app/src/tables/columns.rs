//! What the columns of tables mean.

use crate::Project;
use draad_analysis::table::{Column, ColumnKind};

/// Endings of columns that are there once for each coder.
const OF_CODER: [&str; 5] = ["", "_codings", "_found", "_read", "_memo"];

/// Returns what a column of a table means, in the language of the project. `kind` is the kind of table of which `table` is a
/// part; nothing when nobody has written down what the column means.
pub(crate) fn meaning(project: &Project, kind: &str, table: &str, column: &Column) -> Option<String> {
    let words = &project.words;
    let name = column.name.replace('_', "-");
    let part = table.strip_prefix(kind).map(|part| part.trim_start_matches('-'));
    let places = [Some(table), part.filter(|part| !part.is_empty()), Some(kind)];
    let special = places.into_iter().flatten().map(|place| format!("result-column-{name}-in-{place}"));
    let lists = (column.kind == ColumnKind::Text).then(|| format!("result-column-{name}-in-list"));
    let mut keys = special.chain(lists).chain([format!("result-column-{name}")]);
    keys.find(|key| words.has(key)).map(|key| words.say(&key)).or_else(|| of_study(project, kind, column))
}

/// What a column means that is named after something of the study.
fn of_study(project: &Project, kind: &str, column: &Column) -> Option<String> {
    let (words, study) = (&project.words, project.study());
    let (settings, name) = (&study.settings, column.name.as_str());
    let said = |key: &str, variable: &'static str, value: String| {
        Some(words.say_with(&format!("result-column-{key}"), [(variable, value.into())]))
    };
    if let Some(case) = study.cases.get(name) {
        let called = if case.name.is_empty() { name.to_owned() } else { format!("{name} ({})", case.name) };
        return said("of-case", "case", called);
    }
    if let Some(phase) = settings.phases.iter().find(|phase| phase.id.as_str() == name) {
        return said("of-phase", "phase", phase.name(words.language));
    }
    if let Some(attribute) = settings.attribute(name) {
        return said("of-attribute", "attribute", attribute.name(words.language));
    }
    if name.strip_prefix("quote_").is_some_and(|number| number.parse::<u32>().is_ok()) {
        return Some(words.say("result-column-quote-n"));
    }
    of_coder(project, name).or_else(|| match kind {
        "qca" => said("of-condition", "condition", name.to_owned()),
        _ => None,
    })
}

/// What a column means that is there once for each coder.
fn of_coder(project: &Project, name: &str) -> Option<String> {
    let words = &project.words;
    let endings = OF_CODER.iter().chain(&["_other_codes"]);
    endings.rev().find_map(|ending| {
        let id = name.strip_suffix(ending)?;
        let coders = project.study().coders();
        let coder = coders.iter().find(|coder| coder.as_str() == id)?;
        let listed = project.study().settings.coders.iter().find(|known| known.id == *coder);
        let called = listed.map_or_else(|| coder.to_string(), |known| known.name(words.language));
        let what = ending.trim_start_matches('_').replace('_', "-");
        let key = if what.is_empty() { "of-coder".to_owned() } else { format!("{what}-of-coder") };
        Some(words.say_with(&format!("result-column-{key}"), [("coder", called.into())]))
    })
}
