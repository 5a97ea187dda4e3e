//! Co-occurrence against numbers that an interval library and a library of association rules computed.

use crate::study_a::study_a;
use draad_analysis::co_occurrence::{CoOccurrence, CoOccurrenceOptions, Pair, Window};
use draad_analysis::{Options, Value};
use draad_core::facts::Facts;
use draad_measures::allen::Relation;
use draad_measures::cooccurrence::{c_coefficient, frequency_ratio, is_out_of_range, overlap_of_sets};
use draad_measures::{Measured, Undefined};
use serde_json::Value as Json;
use std::io::Write;
use std::path::Path;

fn expected() -> Json {
    let text = include_str!("../fixtures/study-a/expected-co-occurrence.json");
    serde_json::from_str::<Json>(text).unwrap()
}

fn tolerance(expected: &Json) -> f64 {
    expected["meta"]["tolerance"].as_f64().unwrap()
}

fn compute(window: Window, relations: bool) -> CoOccurrence {
    let (study, options) = (study_a(), Options::default());
    let own = CoOccurrenceOptions { window, relations };
    CoOccurrence::from_facts(&study, &Facts::new(&study, &options.filter), &options, &own).unwrap()
}

fn pair<'t>(table: &'t CoOccurrence, entry: &Json) -> &'t Pair {
    let is = |pair: &&Pair| {
        let [a, b] = table.codes_of(pair).map(|code| code.id.as_str());
        entry["a"] == a && entry["b"] == b
    };
    table.pairs.iter().find(is).unwrap_or_else(|| panic!("{} with {}", entry["a"], entry["b"]))
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
fn every_field_of_every_pair() {
    let expected = expected();
    let tolerance = tolerance(&expected);
    let table = compute(Window::Overlap, true);
    let entries = expected["expected"]["pairs"].as_array().unwrap();
    for entry in entries {
        let pair = pair(&table, entry);
        let what = format!("{} with {}", entry["a"], entry["b"]);
        let [a, b] = table.codes_of(pair);
        assert_eq!(a.n_codings, entry["n_a"], "{what}");
        assert_eq!(b.n_codings, entry["n_b"], "{what}");
        assert_eq!(pair.codings.n_pairs, entry["overlapping_pairs"], "{what}");
        assert_eq!(pair.codings.n_first, entry["codings_of_a_touching_b"], "{what}");
        assert_eq!(pair.codings.n_second, entry["codings_of_b_touching_a"], "{what}");
        assert_eq!(pair.shared_chars, entry["shared_chars"], "{what}");
        assert_eq!(pair.n_sources, entry["sources_with_both"], "{what}");
        // the field has the cases of the sources with both; its rules below have the cases with both
        assert_eq!(pair.n_cases_in_one_source, entry["cases_with_both"], "{what}");
        assert_close(table.c_codings(pair), &entry["c_coefficient"], tolerance, &what);
        assert_eq!(is_out_of_range(table.c_codings(pair)), entry["c_out_of_range"], "{what}");
        assert_close(table.frequency_ratio(pair), &entry["frequency_ratio"], tolerance, &what);
        assert_close(table.jaccard_sources(pair), &entry["source_jaccard"], tolerance, &what);
        let [n_a, n_b] = [a, b].map(|code| code.cases.len() as u64);
        let jaccard = overlap_of_sets(n_a, n_b, u64::from(pair.n_cases_in_one_source));
        assert_close(jaccard, &entry["case_jaccard"], tolerance, &what);
        let relations = entry["allen_relations_a_to_b"].as_object().unwrap();
        for (relation, n) in Relation::ALL.into_iter().zip(pair.relations.as_ref().unwrap().iter()) {
            assert_eq!(
                u64::from(*n),
                relations.get(relation.key()).map_or(0, |n| n.as_u64().unwrap()),
                "{what}"
            );
        }
        assert_eq!(pair.nearness().unwrap().iter().sum::<u32>(), pair.codings.n_pairs, "{what}");
    }
    let listed = |pair: &&Pair| pair.codings.n_pairs > 0;
    let n_with_overlap = entries.iter().filter(|entry| entry["overlapping_pairs"] != 0).count();
    assert_eq!(table.pairs.iter().filter(listed).count(), n_with_overlap);
}

#[test]
fn pairs_within_a_number_of_characters() {
    let expected = expected();
    for gap in [0, 50, 200] {
        let table = compute(Window::Chars(gap), false);
        for entry in expected["expected"]["pairs"].as_array().unwrap() {
            let pair = pair(&table, entry);
            assert_eq!(pair.codings.n_pairs, entry["pairs_within_gap"][gap.to_string()], "{gap}: {entry}");
        }
    }
}

#[test]
fn rules_over_cases_in_both_directions() {
    let expected = expected();
    let tolerance = tolerance(&expected);
    let table = compute(Window::Overlap, false);
    let rules = expected["expected"]["case_level_rules"].as_array().unwrap();
    for entry in rules {
        let (a, b) = (entry["a"].as_str().unwrap(), entry["b"].as_str().unwrap());
        let [first, second] = if a < b { [a, b] } else { [b, a] };
        let rule = table.rule(pair(&table, &serde_json::json!({ "a": first, "b": second })));
        let rule = if a < b { rule } else { rule.reversed() };
        let what = format!("{a} → {b}");
        assert_close(rule.support(), &entry["support"], tolerance, &what);
        assert_close(rule.confidence(), &entry["confidence"], tolerance, &what);
        assert_close(rule.lift(), &entry["lift"], tolerance, &what);
        // P(A and B) / (P(A) + P(B) − P(A and B)), out of the same fields
        let [support, confidence, lift] =
            ["support", "confidence", "lift"].map(|key| entry[key].as_f64().unwrap());
        let jaccard = support / (support / confidence + confidence / lift - support);
        let found = table.jaccard_cases(pair(&table, &serde_json::json!({ "a": first, "b": second })));
        assert_close(found, &jaccard.into(), 1e-9, &what);
    }
    assert!(!rules.is_empty());
}

#[test]
fn every_unit_has_columns_of_its_own_name() {
    let [pairs, codes] = &compute(Window::Overlap, true).tables()[..] else { panic!("two tables") };
    assert_eq!((pairs.name, codes.name), ("co-occurrence", "co-occurrence-codes"));
    let units = ["factor_", "kind_", "case", "sources_", "codings_", "passages_", "pairs_", "shared_chars"];
    for column in &pairs.columns {
        assert!(units.iter().any(|unit| column.name.starts_with(unit)), "{}", column.name);
    }
    for table in [pairs, codes] {
        for row in &table.rows {
            assert_eq!(row.len(), table.columns.len());
            assert!(!row.iter().any(|value| matches!(value, Value::Number(number) if !number.is_finite())));
        }
    }
}

/// The worked example of a manual, which is not ours to copy: it lies beside the repository or is skipped.
#[test]
fn the_c_coefficient_of_a_manual() {
    let beside =
        "../../../shared/reference/methods/04-cooccurrence-sequence/published-fragments/expected.json";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(beside);
    let Ok(text) = std::fs::read_to_string(&path) else {
        // Not `eprintln!`, which the test runner hides when a test passes.
        let _ = writeln!(std::io::stderr(), "SKIPPED: no reference cases at {}", path.display());
        return;
    };
    let expected: Json = serde_json::from_str(&text).unwrap();
    for entry in expected["expected"].as_array().unwrap() {
        let [n1, n2, n12] = ["n1", "n2", "n12"].map(|key| entry[key].as_u64().unwrap());
        assert_close(c_coefficient(n1, n2, n12), &entry["c"], tolerance(&expected), "c");
        assert_eq!(frequency_ratio(n1, n2).unwrap(), entry["frequency_ratio"].as_f64().unwrap());
        assert_eq!(frequency_ratio(n1, n2).unwrap() > 5.0, entry["warn_unequal"]);
    }
    assert_eq!(c_coefficient(0, 0, 0), Err(Undefined::NoCodings));
}
