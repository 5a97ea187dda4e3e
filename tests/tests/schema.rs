//! The settings and front matter of real studies fit the published schemas, by an independent validator.

use crate::{example, repository};
use draad_tests::generate::{self, Size};
use jsonschema::Validator;
use serde_json::Value;
use std::path::Path;

fn validator(name: &str) -> Validator {
    let text = std::fs::read_to_string(repository("data-schema").join(name)).unwrap();
    jsonschema::validator_for(&serde_json::from_str(&text).unwrap()).unwrap()
}

fn violations(validator: &Validator, value: &Value) -> Vec<String> {
    validator.iter_errors(value).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

fn settings(folder: &Path) -> Value {
    toml::from_str(&std::fs::read_to_string(folder.join("study.toml")).unwrap()).unwrap()
}

/// The front matter of every file in a folder.
fn heads(folder: &Path) -> Vec<(String, Value)> {
    let files = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let head = |path: std::path::PathBuf| {
        let text = std::fs::read_to_string(&path).unwrap();
        let head = text
            .strip_prefix("---\n")
            .and_then(|rest| rest.split_once("\n---"))
            .expect("there is front matter")
            .0;
        (path.display().to_string(), serde_saphyr::from_str(head).unwrap())
    };
    files.map(head).collect()
}

#[test]
fn settings_fit_their_schema() {
    let schema = validator("study.schema.json");
    assert_eq!(violations(&schema, &settings(&example())), [""; 0]);
    let folder = tempfile::tempdir().unwrap();
    let tiny = Size { name: "tiny", n_sources: 4, n_chars: 400, n_codes: 6, n_codings: 10, n_cases: 2 };
    let root = folder.path().join("generated");
    draad_store::StudyFolder::create(&root, &generate::study(tiny, 1)).unwrap();
    assert_eq!(violations(&schema, &settings(&root)), [""; 0]);
}

#[test]
fn memos_and_findings_fit_their_schemas() {
    for (folder, name, at_least) in
        [("memos", "memo.schema.json", 30), ("findings", "finding.schema.json", 4)]
    {
        let (schema, heads) = (validator(name), heads(&example().join(folder)));
        assert!(heads.len() >= at_least, "{folder}");
        for (path, head) in heads {
            assert_eq!(violations(&schema, &head), [""; 0], "{path}");
        }
    }
}

#[test]
fn conditions_fit_their_schema() {
    let schema = validator("conditions.schema.json");
    let text = std::fs::read_to_string(example().join("conditions.toml")).unwrap();
    let mut file: Value = toml::from_str(&text).unwrap();
    assert_eq!(violations(&schema, &file), [""; 0]);
    file["condition"][0]["treshold"] = 2.into();
    assert_eq!(violations(&schema, &file).len(), 1);
}

#[test]
fn saved_queries_fit_their_schema() {
    let world = crate::world();
    world.copy(&example(), "studie");
    world.write("studie/queries.toml", "");
    let study = draad_app::Project::open(Some(&world.path("studie")), &world.path(""), None).unwrap();
    let mut project = study;
    let query = draad_core::SavedQuery {
        name: "vertrouwen".parse().unwrap(),
        text: "vertrouw*".to_owned(),
        label: draad_core::Label::new("Vertrouwen", "Trust"),
        note: "voor hoofdstuk 3".to_owned(),
    };
    draad_app::queries::save(&mut project, query, false).unwrap();
    let schema = validator("queries.schema.json");
    let mut file: Value = toml::from_str(&world.read("studie/queries.toml")).unwrap();
    assert_eq!(violations(&schema, &file), [""; 0]);
    file["query"][0]["tekst"] = "x".into();
    assert_eq!(violations(&schema, &file).len(), 1);
}

#[test]
fn the_validator_can_say_no() {
    let (study, memo) = (validator("study.schema.json"), validator("memo.schema.json"));
    let mut wrong = settings(&example());
    wrong["language"] = "de".into();
    assert_eq!(violations(&study, &wrong).len(), 1);
    wrong["roels"] = serde_json::json!([]);
    assert_eq!(violations(&study, &wrong).len(), 2);
    assert_eq!(violations(&memo, &serde_json::json!({ "about": "case p03" })).len(), 1);
}
