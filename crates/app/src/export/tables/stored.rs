//! Tables that go out as they stand in the study, with types.

use super::columns::{Meaning, Outgoing, kind_of};
use draad_analysis::table::{ColumnKind, Value};
use draad_core::id::folded;
use draad_core::{CodeId, Filter, Study};
use draad_store::{render, schema};

/// `codebook`, with the order of its codes.
pub(super) fn codebook(study: &Study) -> Outgoing {
    let mut table = as_stored("codebook", &["code"], &render::codebook(study), &["position"])
        .joining(&["parent"], "codebook")
        .said([("position", ColumnKind::Integer)]);
    for (row, position) in table.table.rows.iter_mut().zip(1usize..) {
        row.push(position.into());
    }
    table
}

/// `code_ancestors`: under which codes each code counts: itself, and all above it that pass `--code`.
pub(super) fn code_ancestors(study: &Study, filter: &Filter) -> Outgoing {
    use ColumnKind::{Integer, Text};
    let taken = filter.code_set(&study.codebook);
    let is_taken = |code: &CodeId| taken.as_ref().is_none_or(|taken| taken.contains(code));
    let rows = study.codebook.codes.keys().filter(|code| is_taken(code)).flat_map(|code| {
        let line = std::iter::once(code).chain(study.codebook.ancestors(code));
        let row = move |(distance, above): (usize, &CodeId)| {
            vec![Value::text(code), Value::text(above), distance.into()]
        };
        line.enumerate().filter(|(_, above)| is_taken(above)).map(row).collect::<Vec<_>>()
    });
    Outgoing::new("code_ancestors", &["code", "ancestor"])
        .joining(&["code"], "codebook")
        .joining(&["ancestor"], "codebook")
        .said([("code", Text), ("ancestor", Text), ("distance", Integer)])
        .with(rows)
}

/// `sources`, with how long they are.
pub(super) fn sources(study: &Study) -> Outgoing {
    let mut table = as_stored("sources", &["source"], &render::sources(study), &["units", "chars"])
        .said([("units", ColumnKind::Integer), ("chars", ColumnKind::Integer)]);
    for (row, source) in table.table.rows.iter_mut().zip(study.sources.values()) {
        row.extend([Value::from(source.units.len().max(1)), Value::from(source.text.n_chars())]);
    }
    table
}

/// `participants`, `phases`, `case_spans`, `events`, `scores` and `feedback`; and `memberships`, where people scored.
pub(super) fn records(study: &Study) -> Vec<Outgoing> {
    let memberships = (!study.memberships.is_empty())
        .then(|| as_stored("memberships", &[], &render::memberships(study), &[]).joining(&["case"], "cases"));
    let records = [
        as_stored("participants", &["participant"], &render::participants(study), &[]),
        as_stored("phases", &[], &render::phases(study), &[]).joining(&["case"], "cases"),
        as_stored("case_spans", &[], &render::case_spans(study), &[])
            .joining(&["case"], "cases")
            .joining(&["source"], "sources"),
        as_stored("events", &[], &render::events(study), &[]).joining(&["case"], "cases"),
        as_stored("scores", &[], &render::scores(study), &[])
            .joining(&["case"], "cases")
            .joining(&["participant"], "participants"),
        as_stored("feedback", &[], &render::feedback(study), &[]),
    ];
    records.into_iter().chain(memberships).collect()
}

/// Gives a table of the study the types of its columns. Columns that a study adds are text; one that has the name of a column
/// that is still to come (`ours`) gives way to it.
fn as_stored(name: &'static str, key: &'static [&'static str], csv: &[u8], ours: &[&str]) -> Outgoing {
    let known = schema::columns(name);
    let mut reader = csv::Reader::from_reader(csv);
    let header = reader.headers().cloned().unwrap_or_default();
    let table = header.iter().fold(Outgoing::new(name, key), |table, column| {
        match known.iter().find(|known| known.name == column) {
            Some(known) => table.column(column, kind_in(known), Meaning::Stored(known)),
            None if ours.contains(&folded(column).as_str()) => {
                table.column(format!("{column}_2"), ColumnKind::Text, Meaning::Further)
            }
            None => table.column(column, ColumnKind::Text, Meaning::Further),
        }
    });
    let kinds: Vec<ColumnKind> = table.table.columns.iter().map(|column| column.kind).collect();
    let row = |record: csv::StringRecord| {
        record.iter().zip(&kinds).map(|(cell, kind)| value(cell, *kind)).collect::<Vec<_>>()
    };
    table.with(reader.into_records().map_while(Result::ok).map(row))
}

/// Returns the kind of values in a column that goes out as it stands: when a record was made is a moment in UTC.
fn kind_in(column: &schema::Column) -> ColumnKind {
    if column.name == "created" { ColumnKind::Moment } else { kind_of(column.kind) }
}

/// Reads a cell that the store wrote; `unknown` in a column of numbers is nothing.
fn value(cell: &str, kind: ColumnKind) -> Value {
    match kind {
        ColumnKind::Integer => cell.parse::<i64>().ok().map_or(Value::Nothing, Value::Integer),
        ColumnKind::Number => cell.parse::<f64>().ok().into(),
        ColumnKind::Day => cell.parse::<jiff::civil::Date>().ok().into(),
        ColumnKind::Time => cell.parse::<jiff::civil::DateTime>().ok().into(),
        ColumnKind::Moment => cell.parse::<jiff::Timestamp>().ok().into(),
        ColumnKind::Text | ColumnKind::YesNo => Value::words(cell),
    }
}
