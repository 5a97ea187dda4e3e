//! What the ROCK keeps in YAML: attributes of cases, the tree of codes, the settings of a project.

use super::{CODEBOOK, DATA_FOLDER};
use draad_core::case::AttributeValue;
use draad_core::{CaseId, Code, Study};
use indexmap::IndexMap;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// The key of our own id, where it differs from the ROCK's name.
pub(super) const OWN_ID: &str = "draad_id";
/// The key of a case's name.
pub(super) const CASE_NAME: &str = "draad_name";

type Map = IndexMap<String, Value>;

/// Writes the attributes of cases; nothing where there are no cases.
pub(super) fn attributes_block(study: &Study, cases: &[&CaseId], names: &BTreeMap<&str, String>) -> String {
    if cases.is_empty() {
        return String::new();
    }
    let described: Vec<Map> = cases.iter().map(|id| attributes(study, id, &names[id.as_str()])).collect();
    block("ROCK_attributes", &described)
}

/// Every case has every attribute: R puts them into one table. One that nobody filled in is empty.
fn attributes(study: &Study, id: &CaseId, name: &str) -> Map {
    let mut map = Map::from_iter([("caseId".to_owned(), json!(name))]);
    if id.as_str() != name {
        map.insert(OWN_ID.to_owned(), json!(id.as_str()));
    }
    let Some(case) = study.cases.get(id) else { return map };
    map.insert(CASE_NAME.to_owned(), json!(case.name));
    for attribute in &study.settings.attributes {
        let value = case.attributes.get(&attribute.id).unwrap_or(&AttributeValue::Empty);
        let mut key = attribute.id.to_string();
        while map.contains_key(&key) || ["caseId", OWN_ID, CASE_NAME].contains(&key.as_str()) {
            key.push('_');
        }
        map.insert(key, scalar(value));
    }
    map
}

fn scalar(value: &AttributeValue) -> Value {
    match value {
        AttributeValue::Integer(number) => json!(number),
        AttributeValue::Number(number) => json!(number),
        AttributeValue::Empty => json!(""),
        other => json!(other.to_string()),
    }
}

/// Writes the codes, each with its parent.
pub(super) fn codebook_block(study: &Study, names: &BTreeMap<&str, String>) -> String {
    let codes: Vec<Map> = study.codebook.codes.values().map(|code| described(code, study, names)).collect();
    block("codes", &codes)
}

fn described(code: &Code, study: &Study, names: &BTreeMap<&str, String>) -> Map {
    let name = &names[code.id.as_str()];
    let kind: &str = code.kind.into();
    let valence: &str = code.valence.map_or("", |valence| valence.into());
    let level = code.level.as_ref().map_or("", |level| level.as_str());
    let parent = code.parent.as_ref().and_then(|parent| names.get(parent.as_str()));
    let references = code.reference_list();
    let columns = [
        ("parentId", parent.map_or("", String::as_str)),
        (OWN_ID, code.id.as_str()),
        ("label", code.name(study.settings.language)),
        ("description", &code.definition),
        ("name_nl", &code.name.nl),
        ("name_en", &code.name.en),
        ("kind", kind),
        ("valence", valence),
        ("level", level),
        ("include", &code.include),
        ("exclude", &code.exclude),
        ("example", &code.example),
        ("colour", &code.colour),
        ("source", &code.source),
        ("references", &references),
    ];
    let mut map = Map::from_iter([("id".to_owned(), json!(name))]);
    let filled = columns.into_iter().filter(|(_, value)| !value.is_empty());
    map.extend(filled.map(|(key, value)| (key.to_owned(), json!(value))));
    for (column, value) in code.extra.iter().filter(|(_, value)| !value.is_empty()) {
        map.entry(column.clone()).or_insert_with(|| json!(value));
    }
    map
}

/// Writes the settings of a project.
pub(super) fn project_file(title: &str) -> Vec<u8> {
    let project = json!({ "title": title, "ROCK_version": "1.0", "ROCK_project_version": "1.0" });
    let settings = IndexMap::from([(
        "_ROCKproject",
        IndexMap::from([
            ("project", project),
            ("codebook", json!({ "local": CODEBOOK })),
            (
                "sources",
                json!({ "extension": ".rock", "dirsToIncludeRegex": DATA_FOLDER, "recursive": true }),
            ),
            ("workflow", json!({})),
        ]),
    )]);
    yaml(&settings).into_bytes()
}

fn block(name: &str, content: &[Map]) -> String {
    format!("---\n{}\n---\n", yaml(&IndexMap::from([(name, content)])).trim_end())
}

fn yaml(value: &impl serde::Serialize) -> String {
    serde_saphyr::to_string(value).expect("texts, numbers and lists of them can be written as YAML")
}
