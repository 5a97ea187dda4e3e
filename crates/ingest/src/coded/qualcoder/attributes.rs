//! Attributes of cases and of files.

use super::Reader;
use crate::coded::sqlite::Database;
use crate::coded::{Reason, Thing, Variable};
use draad_core::AttributeType;
use std::collections::BTreeMap;

/// Reads the attributes and their values. QualCoder writes an empty value for everything that could have one; those are
/// not counted.
pub(super) fn read(reader: &mut Reader, database: &mut Database) {
    let mut variables: BTreeMap<String, usize> = BTreeMap::new();
    let columns = ["name", "date", "owner", "memo", "caseorfile", "valuetype"];
    database.scan("attribute_type", &columns, |row| {
        reader.claim(Thing::Variables);
        reader.understand(Thing::Variables);
        reader.people.find(&row.text("owner"));
        let kind = match row.text("valuetype").as_str() {
            "numeric" => AttributeType::Number,
            _ => AttributeType::Text,
        };
        let (name, description) = (row.text("name"), row.text("memo"));
        variables.insert(name.clone(), reader.project.variables.len());
        reader.project.variables.push(Variable { guid: None, name, kind, description });
    });
    let columns = ["attrid", "name", "attr_type", "value", "id", "date", "owner"];
    database.scan("attribute", &columns, |row| {
        let value = row.text("value");
        if value.trim().is_empty() {
            return;
        }
        reader.claim(Thing::Values);
        let (name, of, id) = (row.text("name"), row.text("attr_type"), row.integer("id").unwrap_or_default());
        let Some(variable) = variables.get(&name).copied() else {
            reader.project.reconciliation.lose(Thing::Values, &name, Reason::PointsNowhere, name.clone());
            return;
        };
        let case = || reader.cases.get(&id).copied();
        let source = || reader.sources.get(&id).copied();
        let value = written(&reader.project.variables[variable], value);
        match of.as_str() {
            "case" if case().is_some() => {
                let case = case().unwrap_or_default();
                reader.project.cases[case].values.push((variable, value));
            }
            "file" if source().is_some() => {
                let source = source().unwrap_or_default();
                reader.project.sources[source].values.push((variable, value));
            }
            "case" | "file" => {
                let missing = format!("{of} {id}");
                reader.project.reconciliation.lose(Thing::Values, name, Reason::PointsNowhere, missing);
                return;
            }
            _ => {
                let shown = format!("{of} {id}: {value}");
                reader.project.reconciliation.lose(Thing::Values, name, Reason::NoPlaceInStudy, shown);
                return;
            }
        }
        reader.understand(Thing::Values);
    });
    keep_words(reader);
}

/// Returns a value as it is written: numbers with a point.
fn written(variable: &Variable, value: String) -> String {
    let number = value.trim().replace(',', ".");
    let is_number = variable.kind == AttributeType::Number && is_number(&number);
    if is_number { number } else { value }
}

fn is_number(text: &str) -> bool {
    text.parse::<f64>().is_ok_and(f64::is_finite)
}

/// A variable of numbers of which a value is no number holds texts.
fn keep_words(reader: &mut Reader) {
    let mut wrong: BTreeMap<usize, String> = BTreeMap::new();
    let cases = reader.project.cases.iter().flat_map(|case| &case.values);
    let sources = reader.project.sources.iter().flat_map(|source| &source.values);
    for (variable, value) in cases.chain(sources) {
        if reader.project.variables[*variable].kind == AttributeType::Number && !is_number(value) {
            wrong.entry(*variable).or_insert_with(|| value.clone());
        }
    }
    for (variable, value) in wrong {
        let variable = &mut reader.project.variables[variable];
        variable.kind = AttributeType::Text;
        let name = variable.name.clone();
        reader.project.reconciliation.change(Thing::Variables, name, Reason::NotAllNumbers, value);
    }
}
