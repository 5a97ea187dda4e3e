//! What stays behind, and why.

use super::Package;
use crate::export::loss::filter_line;
use crate::export::tables::{Meaning, Outgoing};
use crate::export::withheld;
use draad_analysis::table::{ColumnKind, Value};

/// Says how much stays behind; nothing where nothing does.
pub(super) fn sentence(package: &Package) -> Option<String> {
    let (n_sources, n_columns) = (package.closed.len(), withheld::columns(&package.before).count());
    let args = [("sources", n_sources.into()), ("columns", n_columns.into())];
    (n_sources + n_columns > 0).then(|| package.project.words.say_with("package-withheld-text", args))
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
    for column in withheld::columns(&package.before) {
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
