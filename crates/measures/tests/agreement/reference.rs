//! Reading the reference, and comparing with it.

use draad_measures::{Measured, Undefined};
use serde_json::Value as Json;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Full precision: what packages print has twelve digits at least.
const TOLERANCE: f64 = 1e-12;

/// One case: a table of text, and what others computed from it.
pub(crate) struct Reference {
    pub(crate) name: &'static str,
    /// Without its header.
    pub(crate) rows: Vec<Vec<String>>,
    pub(crate) expected: Json,
    worst: f64,
    n_compared: usize,
}

/// Reads those of these cases that are our own, and those that others published where they are to be had.
pub(crate) fn references(own: &[&'static str], of_others: &[&'static str]) -> Vec<Reference> {
    let fixtures = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/agreement");
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/methods");
    let outside =
        std::env::var_os("DRAAD_REFERENCE").map_or(PathBuf::from(beside), PathBuf::from).join("05-agreement");
    let mut found: Vec<Reference> = own.iter().map(|name| Reference::read(&fixtures, name)).collect();
    if outside.is_dir() {
        found.extend(of_others.iter().map(|name| Reference::read(&outside, name)));
    } else {
        // Not `eprintln!`, which the test runner hides when a test passes.
        let _ = writeln!(std::io::stderr(), "SKIPPED: no reference at {}", outside.display());
    }
    found
}

impl Reference {
    fn read(folder: &Path, name: &'static str) -> Self {
        let text = |file: &str| std::fs::read_to_string(folder.join(name).join(file)).unwrap();
        let row = |line: &str| line.split(',').map(str::to_owned).collect();
        let expected: Json = serde_json::from_str(&text("expected.json")).unwrap();
        let rows = text("input.csv").lines().skip(1).map(row).collect();
        Self { name, rows, expected: expected["expected"].clone(), worst: 0.0, n_compared: 0 }
    }

    /// Holds a number against what is expected; a field that the case does not have is passed over.
    pub(crate) fn compare(&mut self, found: Measured, expected: &Json, what: &str) {
        let name = self.name;
        match (found, expected) {
            (found, Json::Number(number)) => {
                let (found, number) = (
                    found.unwrap_or_else(|reason| panic!("{name}, {what}: {reason}")),
                    number.as_f64().unwrap(),
                );
                let apart = (found - number).abs();
                assert!(apart <= TOLERANCE, "{name}, {what}: {found}, expected {number}");
                self.worst = self.worst.max(apart);
                self.n_compared += 1;
            }
            (found, Json::Null) => assert!(found.is_err(), "{name}, {what}: {found:?}, expected none"),
            (_, other) => panic!("{name}, {what}: {other}"),
        }
    }

    pub(crate) fn compare_count(&mut self, found: u64, expected: &Json, what: &str) {
        assert_eq!(Some(found), expected.as_u64(), "{}, {what}", self.name);
        self.n_compared += 1;
    }

    pub(crate) fn assert_undefined(&self, found: Measured, reason: Undefined, what: &str) {
        assert_eq!(found, Err(reason), "{}, {what}", self.name);
    }

    pub(crate) fn report(&self) {
        println!("{}: {} numbers, worst deviation {:.1e}", self.name, self.n_compared, self.worst);
    }
}
