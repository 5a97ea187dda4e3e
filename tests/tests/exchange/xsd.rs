//! Exported documents by the schemas of the standard, with a validator that is not ours.
//!
//! The schemas lie outside the repository, in `../shared/fixtures` or in the folder that `DRAAD_FIXTURES` names; the validator
//! is lxml, in the Python that `DRAAD_XSD_PYTHON` names (`cargo xtask test` installs one under `target/`) or `python3`. Where
//! one is absent this test says so and passes.

use super::studies;
use std::io::Write;
use std::path::PathBuf;
use std::process::Command;

/// Returns the folder of the schemas, or prints that the test is skipped.
fn schemas() -> Option<PathBuf> {
    let beside = || crate::repository("../shared/fixtures");
    let folder =
        std::env::var_os("DRAAD_FIXTURES").map_or_else(beside, PathBuf::from).join("refi-qda-schema");
    if folder.is_dir() {
        return Some(folder);
    }
    // Not `eprintln!`, which the test runner hides when a test passes.
    let _ = writeln!(std::io::stderr(), "SKIPPED: no schemas at {}", folder.display());
    None
}

/// Returns a Python with lxml, or prints that the test is skipped.
fn python() -> Option<PathBuf> {
    let python = std::env::var_os("DRAAD_XSD_PYTHON").map_or_else(|| "python3".into(), PathBuf::from);
    let found = Command::new(&python).args(["-c", "import lxml.etree"]).output();
    if found.is_ok_and(|output| output.status.success()) {
        return Some(python);
    }
    let _ = writeln!(
        std::io::stderr(),
        "SKIPPED: {} has no lxml; `cargo xtask test` installs it",
        python.display()
    );
    None
}

/// Returns what the validator says of files, one line per violation, by the name of the schema.
fn violations(schema: &str, files: &[(String, &str)]) -> Option<String> {
    let (schemas, python) = (schemas()?, python()?);
    let folder = tempfile::tempdir().unwrap();
    let write = |(name, content): &(String, &str)| {
        let path = folder.path().join(name);
        std::fs::write(&path, content).unwrap();
        path
    };
    let paths: Vec<PathBuf> = files.iter().map(write).collect();
    let script = crate::repository("tests/validate_xml.py");
    let output = Command::new(python).arg(script).arg(schemas.join(schema)).args(paths).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.success(), said.is_empty(), "{said}{}", String::from_utf8_lossy(&output.stderr));
    Some(said)
}

#[test]
fn projects_and_codebooks_are_valid() {
    let exported = studies::all();
    let projects: Vec<_> =
        exported.iter().map(|one| (format!("{}.qde", one.name), one.project.as_str())).collect();
    let codebooks: Vec<_> = exported
        .iter()
        .filter_map(|one| Some((format!("{}.qdc", one.name), one.codebook.as_deref()?)))
        .collect();
    assert!(projects.len() > codebooks.len() && codebooks.len() > 3);
    for (schema, files) in [("Project.xsd", projects), ("Codebook.xsd", codebooks)] {
        if let Some(said) = violations(schema, &files) {
            assert_eq!(said, "", "{schema}");
        }
    }
}

#[test]
fn the_validator_can_say_no() {
    let wrong = r#"<Project xmlns="urn:QDA-XML:project:1.0" name=""><Users/></Project>"#;
    if let Some(said) = violations("Project.xsd", &[("wrong.qde".to_owned(), wrong)]) {
        assert!(said.contains("wrong.qde") && said.contains("Users"), "{said}");
    }
}
