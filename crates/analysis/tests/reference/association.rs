//! Factors by outcome in study-a against scipy and statsmodels. The formulas have tests of their own in `draad-measures`; here is
//! the way from codings to tables and counts.

use crate::cases_by_factors::strings;
use crate::study_a::study_a;
use draad_analysis::association::{Adjust, Association, AssociationOptions, FactorAssociation, Family};
use draad_analysis::{CasesByFactors, Options};
use draad_core::facts::Facts;
use draad_measures::association::Permutation;
use draad_measures::{Measured, Undefined};
use serde_json::Value as Json;

const TOLERANCE: f64 = 1e-9;

fn expected() -> Json {
    let text = include_str!("../../../measures/tests/fixtures/association/study-a.json");
    serde_json::from_str::<Json>(text).unwrap()["expected"].take()
}

fn association() -> Association {
    let (study, options) = (study_a(), Options::default());
    let facts = Facts::new(&study, &options.filter);
    let own = AssociationOptions { unconditional: true, ..AssociationOptions::default() };
    Association::from_facts(&study, &facts, &options, &own).unwrap()
}

fn close(found: Measured, expected: &Json, what: &str) {
    let same = match (found, expected.as_f64()) {
        (Ok(found), Some(expected)) => (found - expected).abs() <= TOLERANCE,
        (Err(reason), None) => matches!(reason, Undefined::EmptyMargin | Undefined::NoVariation),
        _ => false,
    };
    assert!(same, "{what}: {found:?}, expected {expected}");
}

fn factor<'f>(found: &'f Association, id: &Json) -> (usize, &'f FactorAssociation) {
    let mut factors = found.factors.iter().enumerate();
    factors.find(|(_, factor)| *id == factor.id.as_str()).unwrap()
}

#[test]
fn every_factor_has_its_table_and_tests() {
    let (found, expected) = (association(), expected());
    let rows = expected["per_code"].as_array().unwrap();
    assert_eq!(found.factors.len(), rows.len());
    for row in rows {
        let (_, factor) = factor(&found, &row["code"]);
        let table = factor.table;
        assert_eq!(serde_json::json!([[table.a, table.b], [table.c, table.d]]), row["table"]);
        let tests = factor.tests.unwrap();
        close(table.risk_difference(), &row["risk_difference"], "difference");
        let limits = factor.newcombe(found.options.confidence).unwrap();
        close(Ok(limits.lower), &row["risk_difference_ci95_newcomb"][0], "lower");
        close(Ok(limits.upper), &row["risk_difference_ci95_newcomb"][1], "upper");
        close(Ok(tests.fisher.two_sided), &row["fisher_two_sided"], "Fisher");
        close(tests.fisher.mid_p, &row["fisher_mid_p"], "mid-p");
        close(Ok(tests.fisher.least_attainable), &row["min_attainable_p"], "least");
        // searched for over a grid there: a millionth is all that is promised
        let near = |found: Option<Measured>, expected: &Json| match (found.unwrap(), expected.as_f64()) {
            (Ok(found), Some(expected)) => assert!((found - expected).abs() < 1e-6, "{found}, {expected}"),
            (found, expected) => assert_eq!((found.ok(), expected), (None, None)),
        };
        near(tests.boschloo, &row["boschloo_two_sided"]);
        near(tests.barnard, &row["barnard_two_sided_pooled"]);
    }
}

#[test]
fn both_families_and_tarone() {
    let (found, expected) = (association(), expected());
    for (family, name) in [(Family::All, "adjusted_all_codes"), (Family::Testable, "adjusted_testable_only")]
    {
        let (family, expected) = (found.family(family), &expected[name]);
        let order = expected["order"].as_array().unwrap();
        assert_eq!(family.members.len(), order.len());
        for (place, code) in order.iter().enumerate() {
            let (position, _) = factor(&found, code);
            for (adjust, name) in [
                (Adjust::Holm, "holm"),
                (Adjust::Bonferroni, "bonferroni"),
                (Adjust::BenjaminiHochberg, "fdr_bh"),
                (Adjust::BenjaminiYekutieli, "fdr_by"),
            ] {
                let adjusted = family.adjusted(adjust, position).unwrap();
                close(Ok(adjusted), &expected[name][place], name);
            }
        }
    }
    let tarone = &expected["tarone"];
    assert_eq!(found.tarone.k, tarone["K"]);
    let mut tested: Vec<&str> =
        found.tarone.tested.iter().map(|place| found.factors[*place].id.as_str()).collect();
    tested.sort_unstable();
    assert_eq!(tested, strings(&tarone["tested"]));
}

/// The reference counts codings, where ours counts passages; so the formula is given codings here.
#[test]
fn permutations_of_codings() {
    let (study, options) = (study_a(), Options::default());
    let table = CasesByFactors::from_study(&study, &options).unwrap();
    let expected = expected();
    for row in expected["permutation_mean_count"].as_array().unwrap() {
        let place = table.factors.iter().position(|factor| row["code"] == factor.id.as_str()).unwrap();
        let counts = |outcome: &str| -> Vec<u64> {
            let group = table.outcome_groups.iter().find(|group| group.level.as_deref() == Some(outcome));
            group.unwrap().cases.iter().map(|case| table.cell(0, place, *case).n_codings as u64).collect()
        };
        let found = Permutation::new(&counts("constructive"), &counts("stalled")).unwrap();
        close(Ok(found.focal), &row["mean_constructive"], "mean");
        close(Ok(found.others), &row["mean_stalled"], "mean");
        close(Ok(found.difference), &row["difference"], "difference");
        close(found.absolute, &row["p_two_sided_absolute"], "absolute");
        close(found.doubled, &row["p_two_sided_doubled"], "doubled");
    }
}
