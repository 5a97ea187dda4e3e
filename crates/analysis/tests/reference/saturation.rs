//! Accumulation of codes over the cases of study A against the R package vegan, through the whole chain from codings.

use crate::study_a::study_a;
use draad_analysis::{Options, Saturation, SaturationOptions};
use draad_core::facts::Facts;
use serde_json::Value as Json;

const TOLERANCE: f64 = 1e-9;
const EXPECTED: &str =
    include_str!("../../../measures/tests/fixtures/saturation/study-a-by-case/expected.json");

fn assert_close(found: f64, expected: &Json, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!((found - expected).abs() <= TOLERANCE, "{what}: {found}, expected {expected}");
}

#[test]
fn accumulation_over_cases() {
    let mut study = study_a();
    // the reference takes cases as they are listed
    study.sources.values_mut().for_each(|source| source.date = None);
    let options = Options::default();
    let facts = Facts::new(&study, &options.filter);
    let found = Saturation::from_facts(&study, &facts, &options, &SaturationOptions::default()).unwrap();
    let expected: Json = serde_json::from_str(EXPECTED).unwrap();
    let (expected, curve) = (&expected["expected"], &found.curves[0]);
    let accumulation = &expected["accumulation"];
    assert_eq!(curve.steps.len(), 13);
    for (place, step) in curve.steps.iter().enumerate() {
        assert_close(step.expected.codes, &accumulation["exact_mean"][place], "mean");
        assert_close(step.expected.sd, &accumulation["exact_sd"][place], "sd");
        assert_close(step.total as f64, &accumulation["in_order"][place], "in order");
        assert_close(step.new.len() as f64, &expected["new_codes_per_unit_in_order"][place], "new");
    }
    for row in &curve.estimates {
        assert_close(row.estimate.unwrap().codes, &accumulation[row.estimator], row.estimator);
    }
    let ratios = expected["guest_namey_chen"].as_array().unwrap();
    for (row, expected) in curve.ratios.iter().zip(ratios) {
        let found = row.found.as_ref().unwrap();
        assert_eq!(expected["reported_as"].as_str(), found.notation().as_deref());
    }
    let prevalence = expected["code_prevalence"].as_object().unwrap();
    for code in &found.codes {
        let expected = prevalence.get(code.code.as_str()).map_or(0, |n| n.as_u64().unwrap());
        assert_eq!(code.n_units as u64, expected, "{}", code.code);
    }
}
