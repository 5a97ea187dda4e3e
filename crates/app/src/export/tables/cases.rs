//! `cases`: attributes as columns with the types that the settings give them; `case_outcomes`: those of them that are outcomes,
//! as rows.

use super::columns::{Meaning, Outgoing};
use draad_analysis::attribute::Values;
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

/// `case_outcomes`: one row per case and outcome of the study. An outcome that is not known is a row without a level.
pub(super) fn case_outcomes(study: &Study, cases: &[u32]) -> Outgoing {
    use ColumnKind::{Text, YesNo};
    let main = study.settings.main_outcome().map(|outcome| &outcome.id);
    let outcomes = study.settings.attributes.iter().filter(|attribute| attribute.outcome);
    let rows = outcomes.flat_map(|outcome| {
        let Values { values, of_case } = Values::new(study, outcome);
        let row = |&case: &u32| {
            let level = of_case[case as usize].map(|value| values[value as usize].0.clone());
            let case = Value::text(&study.cases[case as usize].id);
            vec![case, Value::text(&outcome.id), level.into(), (main == Some(&outcome.id)).into()]
        };
        cases.iter().map(row).collect::<Vec<_>>()
    });
    Outgoing::new("case_outcomes", &["case", "outcome"])
        .joining(&["case"], "cases")
        .said([("case", Text), ("outcome", Text), ("level", Text), ("main", YesNo)])
        .with(rows)
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
