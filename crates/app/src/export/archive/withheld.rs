//! What stays behind, and why.

use super::Package;
use crate::export::loss::filter_line;
use crate::export::tables::{Meaning, Outgoing};
use draad_analysis::table::{ColumnKind, Value};
use draad_core::{AttributeValue, Study};

/// Returns a study without the columns that may not leave it. Conditions and outcomes that such an attribute holds go with it.
pub(super) fn without_columns(mut study: Study) -> Study {
    let withhold = std::mem::take(&mut study.settings.archive.withhold);
    let stays = |column: &str| !withhold.iter().any(|name| name == column);
    study.settings.attributes.retain(|attribute| stays(attribute.id.as_str()));
    for case in study.cases.values_mut() {
        case.attributes.retain(|id, _| stays(id.as_str()));
    }
    for person in study.participants.values_mut() {
        person.extra.retain(|column, _| stays(column));
    }
    for source in study.sources.values_mut() {
        source.extra.retain(|column, _| stays(column));
    }
    study
}

/// Returns what stands in those columns, in words: it may stand nowhere in the package.
pub(super) fn values(study: &Study) -> Vec<String> {
    let withhold = &study.settings.archive.withhold;
    let people = study.participants.values().map(|person| &person.extra);
    let extras = people.chain(study.sources.values().map(|source| &source.extra));
    let cells = extras.flat_map(|extra| withhold.iter().filter_map(|column| extra.get(column).cloned()));
    let attributes = study.cases.values().flat_map(|case| &case.attributes);
    let texts = attributes.filter(|(id, _)| withhold.iter().any(|column| column == id.as_str()));
    let texts = texts.filter_map(|(_, value)| match value {
        AttributeValue::Text(text) => Some(text.clone()),
        _ => None,
    });
    cells.chain(texts).filter(|text| !text.trim().is_empty()).collect()
}

/// Whether something stays behind.
pub(super) fn is_something(package: &Package) -> bool {
    !package.closed.is_empty() || !package.before.settings.archive.withhold.is_empty()
}

/// Says how much stays behind.
pub(super) fn sentence(package: &Package) -> String {
    let columns = package.before.settings.archive.withhold.len();
    let args = [("sources", package.closed.len().into()), ("columns", columns.into())];
    package.project.words.say_with("package-withheld-text", args)
}

/// `withheld.csv`: what stays behind, and why.
pub(super) fn table(package: &Package) -> Outgoing {
    let words = &package.project.words;
    let row = |what: &str, name: &str, reason: String| {
        vec![
            Value::Text(words.say(&format!("package-thing-{what}"))),
            Value::words(name),
            Value::Text(reason),
        ]
    };
    let why = |key: &str| words.say(&format!("package-why-{key}"));
    let counted = |key: &str, n: usize| words.say_with(&format!("package-why-{key}"), [("n", n.into())]);
    let mut rows = Vec::new();
    for source in &package.closed {
        rows.push(row("source", source.as_str(), why("closed")));
        let n = package.before.codings.iter().filter(|coding| coding.source == *source).count();
        if n > 0 {
            rows.push(row("codings", source.as_str(), counted("codings", n)));
        }
    }
    let n_memos = package.before.memos.len() - package.part.memos.len();
    if n_memos > 0 {
        rows.push(row("memos", "memos/", counted("memos", n_memos)));
    }
    for column in &package.before.settings.archive.withhold {
        rows.push(row("column", column, why("column")));
    }
    if !package.request.filter.is_empty() {
        rows.push(row("filter", &filter_line(words, &package.request.filter), why("filter")));
    }
    rows.push(row("originals", "raw/", why("originals")));
    rows.push(row("unanchored", "unanchored/", why("unanchored")));
    rows.push(row("key", "", why("key")));
    let columns = ["what", "name", "reason"];
    let table = columns.into_iter().fold(Outgoing::new("withheld", &[]), |table, name| {
        table.column(name, ColumnKind::Text, Meaning::Said)
    });
    table.with(rows)
}
