//! `data-list.csv`: a row per source, the finding aid of a qualitative deposit.

use super::{Package, texts};
use crate::export::tables::{Meaning, Outgoing};
use draad_analysis::table::{ColumnKind, Value};
use draad_core::{ParticipantId, Source};
use std::collections::BTreeSet;

const COLUMNS: [(&str, ColumnKind); 13] = [
    ("source", ColumnKind::Text),
    ("cases", ColumnKind::Text),
    ("kind", ColumnKind::Text),
    ("date", ColumnKind::Day),
    ("phase", ColumnKind::Text),
    ("units", ColumnKind::Integer),
    ("chars", ColumnKind::Integer),
    ("words", ColumnKind::Integer),
    ("participants", ColumnKind::Text),
    ("roles", ColumnKind::Text),
    ("access", ColumnKind::Text),
    ("file", ColumnKind::Text),
    ("text_starts", ColumnKind::Integer),
];

/// Returns the list, of sources that stay behind as well.
pub(super) fn data_list(package: &Package) -> Outgoing {
    let table = COLUMNS.into_iter().fold(Outgoing::new("data-list", &["source"]), |table, (name, kind)| {
        table.column(name, kind, Meaning::Said)
    });
    table
        .joining(&["cases"], "cases")
        .with(package.before.sources.values().map(|source| row(package, source)))
}

fn row(package: &Package, source: &Source) -> Vec<Value> {
    let is_there = package.part.sources.contains_key(&source.id);
    let people: Vec<&ParticipantId> =
        source.participants.iter().filter(|id| package.part.participants.contains_key(*id)).collect();
    let roles = people.iter().filter_map(|id| package.part.participants.get(*id)).map(|person| &person.role);
    let access: &str = package.before.access(source).into();
    vec![
        Value::text(&source.id),
        Value::list(&source.cases),
        Value::text(&source.kind),
        source.date.into(),
        source.phase.as_ref().map(ToString::to_string).into(),
        Value::from(source.units.len().max(1)),
        Value::from(source.text.n_chars()),
        Value::from(source.text.as_str().split_whitespace().count()),
        Value::list(&people),
        Value::list(roles.collect::<BTreeSet<_>>()),
        Value::text(access),
        if is_there { Value::Text(texts::path(&source.id, "txt")) } else { Value::Nothing },
        if is_there { Value::from(texts::head(package, source).chars().count()) } else { Value::Nothing },
    ]
}
