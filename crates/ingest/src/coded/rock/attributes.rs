//! What is recorded of cases.

use super::write_yaml::{CASE_NAME, OWN_ID};
use super::yaml::Yaml;
use crate::coded::{CodedProject, ForeignCase, Reason, Thing, Value, Variable};
use draad_core::AttributeType;
use indexmap::IndexMap;
use jiff::civil::Date;

/// Keys under which the identifier of a case stands.
const CASE_KEYS: [&str; 4] = ["caseId", "caseid", "cid", "case"];

/// The cases of a project, by their identifier.
#[derive(Debug, Default)]
pub(super) struct Cases {
    cases: IndexMap<String, ForeignCase>,
    /// Values per variable: case and value.
    variables: IndexMap<String, Vec<(String, String)>>,
}

impl Cases {
    /// Returns the case with an identifier; a new one where there is none.
    pub(super) fn called(&mut self, id: &str) -> &mut ForeignCase {
        let new = || ForeignCase { name: id.to_owned(), ..ForeignCase::default() };
        self.cases.entry(id.to_owned()).or_insert_with(new)
    }

    /// Adds attributes from YAML; those of other classes than cases have no place in a study.
    pub(super) fn add(&mut self, attributes: &Yaml, project: &mut CodedProject) {
        for item in attributes.items() {
            let id = CASE_KEYS.iter().find_map(|key| item.text_of(key)).map(str::to_owned);
            let Some(id) = id else {
                let name = item.entries().first().map_or("", |(name, _)| name.as_str());
                let values = item.entries().iter().filter_map(|(_, value)| value.text());
                let detail = values.collect::<Vec<_>>().join("; ");
                project.reconciliation.claim(Thing::Values, 1);
                project.reconciliation.lose(Thing::Values, name, Reason::NoPlaceInStudy, detail);
                continue;
            };
            let id = self.same_number(id);
            self.called(&id);
            for (key, value) in item.entries() {
                self.add_value(&id, key, value, project);
            }
        }
    }

    /// Returns the case that is meant by a number: YAML takes `001` for 1.
    fn same_number(&self, id: String) -> String {
        let is_number = id.bytes().all(|byte| byte.is_ascii_digit());
        if !is_number || self.cases.contains_key(&id) {
            return id;
        }
        let same = |own: &&String| own.starts_with('0') && own.trim_start_matches('0') == id;
        self.cases.keys().find(same).cloned().unwrap_or(id)
    }

    fn add_value(&mut self, id: &str, key: &str, value: &Yaml, project: &mut CodedProject) {
        if CASE_KEYS.contains(&key) {
            return;
        }
        let Some(text) = value.text() else {
            if !matches!(value, Yaml::Nothing | Yaml::Scalar(_)) {
                project.reconciliation.claim(Thing::Values, 1);
                project.reconciliation.lose(Thing::Values, key, Reason::NotKnown, id);
            }
            return;
        };
        match key {
            OWN_ID => text.clone_into(&mut self.called(id).name),
            CASE_NAME => text.clone_into(&mut self.called(id).description),
            _ => {
                project.reconciliation.claim(Thing::Values, 1);
                let values = self.variables.entry(key.to_owned()).or_default();
                values.push((id.to_owned(), text.to_owned()));
            }
        }
    }

    /// Puts cases and variables into the project.
    pub(super) fn finish(mut self, project: &mut CodedProject) {
        for (name, values) in std::mem::take(&mut self.variables) {
            let variable = project.variables.len();
            let kind = kind_of(values.iter().map(|(_, value)| value.as_str()));
            project.variables.push(Variable { guid: None, name, kind, description: String::new() });
            project.reconciliation.read(Thing::Values, values.len());
            for (case, text) in values {
                let own: &mut Vec<Value> = &mut self.called(&case).values;
                match own.last_mut() {
                    Some((other, before)) if *other == variable => {
                        let (name, detail) = (&project.variables[variable].name, format!("{case}: {before}"));
                        project.reconciliation.lose(Thing::Values, name, Reason::SameTwice, detail);
                        *before = text;
                    }
                    _ => own.push((variable, text)),
                }
            }
        }
        for thing in [Thing::Cases, Thing::Variables] {
            let n = if thing == Thing::Cases { self.cases.len() } else { project.variables.len() };
            project.reconciliation.claim(thing, n);
            project.reconciliation.read(thing, n);
        }
        project.cases = self.cases.into_values().collect();
    }
}

/// Returns what all values are; an answer that is known to be unknown fits everything.
fn kind_of<'v>(values: impl Iterator<Item = &'v str> + Clone) -> AttributeType {
    let known = values.filter(|value| *value != "unknown");
    let all = |fits: fn(&str) -> bool| known.clone().next().is_some() && known.clone().all(fits);
    // A number with a zero in front is a name.
    let is_plain = |value: &str| !value.trim_start_matches('-').starts_with('0') || value == "0";
    if all(|value| value.parse::<i64>().is_ok()) && known.clone().all(is_plain) {
        AttributeType::Integer
    } else if all(|value| value.parse::<f64>().is_ok_and(f64::is_finite)) {
        AttributeType::Number
    } else if all(|value| matches!(value, "yes" | "no")) {
        AttributeType::YesNo
    } else if all(|value| value.parse::<Date>().is_ok()) {
        AttributeType::Date
    } else {
        AttributeType::Text
    }
}
