//! Outcomes side by side against numbers that a data-frame library computed.

use crate::study_a::study_a;
use draad_analysis::contrast::{Contrast, ContrastOptions, FactorContrast, Happens};
use draad_analysis::{Options, Tensions, TensionsOptions};
use draad_core::facts::Facts;
use serde_json::Value as Json;

fn expected() -> Json {
    serde_json::from_str(include_str!("../fixtures/study-a/expected.json")).unwrap()
}

fn strings(list: &Json) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

#[test]
fn k_of_n_with_the_names_of_cases_and_the_deviant_ones() {
    let (study, options) = (study_a(), Options::default());
    let facts = Facts::new(&study, &options.filter);
    let found = Contrast::from_facts(&study, &facts, &options, &ContrastOptions::default()).unwrap();
    let sorted = |positions: &mut dyn Iterator<Item = usize>| {
        let mut ids: Vec<String> = positions.map(|case| found.cases[case].id.to_string()).collect();
        ids.sort();
        ids
    };
    let expected = expected();
    let factors = expected["contrast"].as_array().unwrap();
    assert_eq!(found.factors.len(), factors.len(), "every factor is checked");
    for expected in factors {
        let is = |factor: &&FactorContrast| expected["code"] == factor.id.as_str();
        let factor = found.factors.iter().find(is).unwrap();
        for (group, outcome) in ["constructive", "stalled"].into_iter().enumerate() {
            let (k, n) = found.k_of_n(factor, group, Happens::Occurs).unwrap();
            assert_eq!(k, expected[format!("{outcome}_k")], "{}", factor.id);
            assert_eq!(n, expected[format!("{outcome}_n")], "{}", factor.id);
            let cases = factor.groups[group].cases(Happens::Occurs);
            let named = &expected[format!("cases_{outcome}")];
            assert_eq!(sorted(&mut cases.iter().copied()), strings(named), "{}", factor.id);
        }
        let deviant = &expected["deviant_cases_if_promoting_expected_constructive"];
        let found = sorted(&mut factor.deviant.iter().map(|deviant| deviant.case));
        assert_eq!(found, strings(deviant), "{}", factor.id);
    }
}

/// No factor of the study has two directions, so that perspectives never differ on one.
#[test]
fn a_study_that_never_contradicts_itself_has_no_tension() {
    let (study, options) = (study_a(), Options::default());
    let facts = Facts::new(&study, &options.filter);
    let found = Tensions::from_facts(&study, &facts, &options, &TensionsOptions::default()).unwrap();
    assert!(found.factors.is_empty() && found.undefined.is_none());
    let n_cases = &expected()["n_cases_with_code"];
    assert_eq!(found.others.len(), 12);
    for other in &found.others {
        assert_eq!(other.n_cases, n_cases[other.id.as_str()], "{}", other.id);
    }
}
