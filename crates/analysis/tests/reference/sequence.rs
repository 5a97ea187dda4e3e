//! Transitions and phases against numbers that a data-frame library and R computed.

use crate::study_a::study_a;
use draad_analysis::Options;
use draad_analysis::phases::Phases;
use draad_analysis::sequence::{Sequence, SequenceOptions};
use draad_core::facts::Facts;
use draad_measures::Measured;
use serde_json::Value as Json;

fn expected() -> Json {
    let text = include_str!("../fixtures/study-a/expected-sequence.json");
    serde_json::from_str::<Json>(text).unwrap()
}

fn assert_close(found: Measured, expected: &Json, tolerance: f64, what: &str) {
    let same = match (found, expected.as_f64()) {
        (Ok(found), Some(expected)) => (found - expected).abs() <= tolerance,
        (Err(_), None) => expected.is_null(),
        _ => false,
    };
    assert!(same, "{what}: {found:?}, expected {expected}");
}

#[test]
fn transitions_with_rates_and_residuals() {
    let (study, options, expected) = (study_a(), Options::default(), expected());
    let facts = Facts::new(&study, &options.filter);
    let table = Sequence::from_facts(&study, &facts, &options, &SequenceOptions::default()).unwrap();
    let tolerance = expected["meta"]["tolerance"].as_f64().unwrap();
    let ids: Vec<&str> = table.codes.iter().map(|code| code.id.as_str()).collect();
    let rows = expected["expected"]["transitions"]["rows"].as_array().unwrap();
    assert_eq!(rows.iter().map(|id| id.as_str().unwrap()).collect::<Vec<_>>(), ids);
    for (from, id) in ids.iter().enumerate() {
        for (to, other) in ids.iter().enumerate() {
            let cell = |table: &str| &expected["expected"][table]["values"][from][to];
            let (what, transition) = (format!("{id} → {other}"), table.transition(from, to));
            assert_eq!(transition.n, *cell("transitions"), "{what}");
            assert_close(transition.rate(), cell("transition_rates"), tolerance, &what);
            assert_close(transition.adjusted_residual(), cell("adjusted_residuals"), tolerance, &what);
        }
    }
}

#[test]
fn phase_patterns_and_first_phases() {
    let (study, options, expected) = (study_a(), Options::default(), expected());
    let phases = Phases::from_facts(&study, &Facts::new(&study, &options.filter), &options).unwrap();
    let first = expected["expected"]["first_phase"].as_object().unwrap();
    let patterns = expected["expected"]["phase_pattern"].as_object().unwrap();
    let mut n_checked = 0;
    for (factor, row) in phases.grid.factors.iter().enumerate() {
        for (case, column) in phases.grid.cases.iter().enumerate() {
            let named = |of: &serde_json::Map<String, Json>| -> Option<String> {
                Some(of.get(row.id.as_str())?.get(column.id.as_str())?.as_str()?.to_owned())
            };
            let found = phases.first_phase(factor, case).ok();
            assert_eq!(found.map(|phase| phases.phases[phase].id.to_string()), named(first));
            // the reference has `0` for a phase without material, which we tell apart
            let pattern = phases.pattern(factor, case).replace('–', "0");
            assert_eq!(pattern, named(patterns).unwrap_or_else(|| "000".to_owned()));
            n_checked += usize::from(found.is_some());
        }
    }
    let n_expected: usize = patterns.values().map(|cases| cases.as_object().unwrap().len()).sum();
    assert_eq!(n_checked, n_expected);
}
