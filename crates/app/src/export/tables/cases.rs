//! `cases`: attributes as columns with the types that the settings give them.

use super::columns::{Meaning, Outgoing};
use draad_analysis::table::{ColumnKind, Value};
use draad_core::{AttributeId, AttributeType, AttributeValue, Case, Study};
use indexmap::IndexSet;

/// `cases`. An attribute that is known to be unknown is an empty cell, and is named in the last column.
pub(super) fn cases(study: &Study) -> Outgoing {
    let settings = &study.settings;
    let listed = settings.attributes.iter().map(|attribute| &attribute.id);
    let used = study.cases.values().flat_map(|case| case.attributes.keys());
    let attributes: IndexSet<&AttributeId> = listed.chain(used).collect();
    let mut table = Outgoing::new("cases", &["case"]).stored("cases", ["case", "name"]);
    for id in &attributes {
        let attribute = settings.attribute(id.as_str());
        let kind = attribute.map_or(ColumnKind::Text, |attribute| kind_of(attribute.kind));
        let meaning =
            attribute.map_or(Meaning::Further, |attribute| Meaning::Attribute(Box::new(attribute.clone())));
        table = table.column(id.as_str(), kind, meaning);
    }
    let rows = study.cases.values().map(|case| row(case, &attributes));
    table.said([("unknown_attributes", ColumnKind::Text)]).with(rows)
}

fn kind_of(kind: AttributeType) -> ColumnKind {
    match kind {
        AttributeType::Text | AttributeType::Choice => ColumnKind::Text,
        AttributeType::Integer => ColumnKind::Integer,
        AttributeType::Number => ColumnKind::Number,
        AttributeType::YesNo => ColumnKind::YesNo,
        AttributeType::Date => ColumnKind::Day,
    }
}

fn row(case: &Case, attributes: &IndexSet<&AttributeId>) -> Vec<Value> {
    let mut row = vec![Value::text(&case.id), Value::words(&case.name)];
    row.extend(attributes.iter().map(|id| case.attributes.get(*id).map_or(Value::Nothing, value)));
    let unknown = case.attributes.iter().filter(|(_, value)| **value == AttributeValue::Unknown);
    row.push(Value::list(unknown.map(|(id, _)| id)));
    row
}

fn value(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::Empty | AttributeValue::Unknown => Value::Nothing,
        AttributeValue::Text(text) => Value::words(text),
        AttributeValue::Integer(number) => Value::Integer(*number),
        AttributeValue::Number(number) => Value::Number(*number),
        AttributeValue::YesNo(yes) => Value::YesNo(*yes),
        AttributeValue::Date(day) => Value::Day(*day),
        AttributeValue::Level(level) => Value::text(level),
    }
}
