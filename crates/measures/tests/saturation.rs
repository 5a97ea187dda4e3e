//! Accumulation, rarefaction, estimates of unseen codes and new-information ratios against the R package vegan and published rows.
#![allow(clippy::unwrap_used, reason = "a fixture that does not fit fails its test")]

use draad_measures::incidence::Incidence;
use draad_measures::new_information::{PROCEDURES, Procedure, new_information};
use draad_measures::rarefaction::rarefaction;
use draad_measures::richness::{Estimate, bootstrap, chao2, jackknife1, jackknife2};
use draad_measures::{Measured, Undefined};
use proptest::prelude::*;
use serde_json::Value as Json;
use std::io::Write;
use std::path::Path;

/// As the reference states it.
const TOLERANCE: f64 = 1e-9;

const CASES: [(&str, &str, &str); 3] = [
    (
        "interviews-20",
        include_str!("fixtures/saturation/interviews-20/input.csv"),
        include_str!("fixtures/saturation/interviews-20/expected.json"),
    ),
    (
        "no-doubletons",
        include_str!("fixtures/saturation/no-doubletons/input.csv"),
        include_str!("fixtures/saturation/no-doubletons/expected.json"),
    ),
    (
        "study-a-by-case",
        include_str!("fixtures/saturation/study-a-by-case/input.csv"),
        include_str!("fixtures/saturation/study-a-by-case/expected.json"),
    ),
];

fn references() -> impl Iterator<Item = (&'static str, Vec<&'static str>, Incidence, Json)> {
    CASES.into_iter().map(|(name, input, expected)| {
        let codes: Vec<&str> = input.lines().next().unwrap().split(',').skip(1).collect();
        let unit = |line: &str| {
            let cells = line.split(',').skip(1).zip(0..);
            cells.filter(|(cell, _)| *cell == "1").map(|(_, code)| code).collect()
        };
        let units = input.lines().skip(1).map(unit).collect();
        let expected: Json = serde_json::from_str(expected).unwrap();
        let incidence = Incidence::new(codes.len(), units);
        (name, codes, incidence, expected["expected"].clone())
    })
}

fn assert_close(found: f64, expected: &Json, what: &str) {
    let expected = expected.as_f64().unwrap();
    assert!((found - expected).abs() <= TOLERANCE, "{what}: {found}, expected {expected}");
}

fn numbers(list: &Json) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|number| number.as_f64().unwrap()).collect()
}

#[test]
fn accumulation_in_order() {
    for (name, codes, incidence, expected) in references() {
        let n_new: Vec<usize> = incidence.first_seen().iter().map(Vec::len).collect();
        let total = |n: usize| n_new[..=n].iter().sum::<usize>();
        let shares = numbers(&expected["share_of_final_in_order"]);
        for (place, share) in shares.iter().enumerate() {
            assert_close(n_new[place] as f64, &expected["new_codes_per_unit_in_order"][place], name);
            assert_close(total(place) as f64, &expected["cumulative_in_order"][place], name);
            assert_close(total(place) as f64, &expected["accumulation"]["in_order"][place], name);
            assert!((total(place) as f64 / incidence.n_observed() as f64 - share).abs() <= TOLERANCE);
        }
        assert_eq!(shares.len(), incidence.n_units(), "{name}");
        let prevalence = expected["code_prevalence"].as_object().unwrap();
        let occurring = prevalence.values().filter(|n| n.as_u64() > Some(0)).count();
        assert_eq!(occurring, incidence.n_observed(), "{name}");
        for (code, n_units) in codes.iter().zip(incidence.frequencies()) {
            assert_eq!(
                prevalence.get(*code).map_or(0, |n| n.as_u64().unwrap()),
                u64::from(*n_units),
                "{code}"
            );
        }
    }
}

#[test]
fn rarefaction_as_vegan_has_it() {
    for (name, _, incidence, expected) in references() {
        let expected = &expected["accumulation"];
        let curve = rarefaction(&incidence, 1..=incidence.n_units());
        assert_eq!(curve.len(), numbers(&expected["exact_mean"]).len(), "{name}");
        for (place, point) in curve.iter().enumerate() {
            assert_eq!(point.n, place + 1);
            assert_close(point.codes, &expected["exact_mean"][place], name);
            // vegan leaves 1e-8 where the units are equally rich and the spread is 0: the root of its rounding
            let sd = expected["exact_sd"][place].as_f64().unwrap();
            let expected_sd = if sd < 1e-7 { 0.0 } else { sd };
            assert!((point.sd - expected_sd).abs() <= TOLERANCE, "{name}, {}: {} {sd}", point.n, point.sd);
        }
    }
}

#[test]
fn estimates_as_vegan_has_them() {
    type Estimator = fn(&Incidence) -> Result<Estimate, Undefined>;
    let estimators: [(&str, Estimator); 4] =
        [("chao2", chao2), ("jackknife1", jackknife1), ("jackknife2", jackknife2), ("bootstrap", bootstrap)];
    for (name, _, incidence, expected) in references() {
        let expected = &expected["accumulation"];
        assert_close(incidence.n_observed() as f64, &expected["observed"], name);
        assert_close(incidence.n_in_exactly(1) as f64, &expected["q1"], name);
        assert_close(incidence.n_in_exactly(2) as f64, &expected["q2"], name);
        for (estimator, compute) in estimators {
            let found = compute(&incidence).unwrap();
            assert_close(found.codes, &expected[estimator], &format!("{name} {estimator}"));
            match found.se {
                Some(se) => {
                    assert_close(se, &expected[format!("{estimator}_se")], &format!("{name} {estimator}"))
                }
                None => assert!(expected[format!("{estimator}_se")].is_null()),
            }
        }
    }
}

#[test]
fn new_information_in_all_settings() {
    for (name, _, incidence, expected) in references() {
        let n_new: Vec<usize> = incidence.first_seen().iter().map(Vec::len).collect();
        let expected = expected["guest_namey_chen"].as_array().unwrap();
        assert_eq!(expected.len(), PROCEDURES.len());
        for (procedure, expected) in PROCEDURES.into_iter().zip(expected) {
            assert_eq!(expected["base"], procedure.base);
            assert_eq!(expected["run"], procedure.run);
            assert_eq!(expected["threshold"], procedure.threshold);
            check_new_information(&n_new, procedure, expected, name);
        }
    }
}

fn check_new_information(n_new: &[usize], procedure: Procedure, expected: &Json, name: &str) {
    let steps = expected["steps"].as_array().unwrap();
    let Ok(found) = new_information(n_new, procedure) else {
        assert!(steps.is_empty(), "{name}");
        return assert!(expected["reported_as"].is_null(), "{name}");
    };
    assert_eq!(expected["base_codes"], found.base_codes, "{name}");
    assert_eq!(found.runs.len(), steps.len(), "{name}");
    for (run, step) in found.runs.iter().zip(steps) {
        assert_eq!(step["run_units"][0], run.first);
        assert_eq!(step["run_units"][1], run.last);
        assert_eq!(step["new_in_run"], run.n_new);
        assert_close(run.ratio, &step["ratio"], name);
    }
    assert_eq!(expected["reported_as"].as_str(), found.notation().as_deref(), "{name}");
    let reached = found.reached.map(|place| found.runs[place].last as u64);
    assert_eq!(expected["reached_at_last_unit_of_run"].as_u64(), reached, "{name}");
}

#[test]
fn published_rows() {
    let path = "../../../shared/reference/methods/06-saturation/published-fragments/expected.json";
    let Ok(text) = std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)) else {
        // not `eprintln!`, which the test runner hides when a test passes
        let _ = writeln!(std::io::stderr(), "SKIPPED: {path} is not there");
        return;
    };
    let published: Json = serde_json::from_slice(&text).unwrap();
    for row in published["expected"].as_array().unwrap() {
        check_published(row);
    }
}

fn check_published(row: &Json) {
    let count = |key: &str| row[key].as_u64().unwrap() as usize;
    let Some(n_new) = row["new_codes_per_unit"].as_array() else {
        let procedure = Procedure { base: count("base_units"), run: count("run_length"), threshold: 0.05 };
        let mut n_new = vec![0; procedure.base + procedure.run];
        n_new[0] = count("base_codes");
        n_new[procedure.base] = count("new_in_first_run");
        let found = new_information(&n_new, procedure).unwrap();
        assert_close(found.runs[0].ratio, &row["ratio"], "ratio");
        return assert_eq!(row["reached_at_5_percent"], found.reached == Some(0));
    };
    let n_new: Vec<usize> = n_new.iter().map(|n| n.as_u64().unwrap() as usize).collect();
    let threshold = row["threshold"].as_f64().unwrap();
    let procedure = Procedure { base: count("base"), run: count("run"), threshold };
    match new_information(&n_new, procedure) {
        Ok(found) => {
            assert_eq!(row["base_codes"], found.base_codes);
            let ratios: Vec<f64> = found.runs.iter().map(|run| run.ratio).collect();
            assert_eq!(ratios, numbers(&row["ratios"]));
            assert_eq!(row["reported_as"].as_str(), found.notation().as_deref());
        }
        Err(reason) => {
            assert_eq!(reason, Undefined::TooFewUnits { n: n_new.len(), needed: 6 });
            assert_eq!(row["reason"], "fewer units than base + run");
        }
    }
}

/// All ways to draw `n` of the units, each as a set of bits.
fn draws(n_units: usize, n: usize) -> impl Iterator<Item = u32> {
    (0..1_u32 << n_units).filter(move |draw| draw.count_ones() as usize == n)
}

fn any_incidence() -> impl Strategy<Value = Incidence> {
    let unit = proptest::collection::vec(0_u32..6, 0..5);
    proptest::collection::vec(unit, 1..9).prop_map(|units| Incidence::new(6, units))
}

proptest! {
    /// The mean over every draw, counted one by one; and for one unit the spread as well.
    #[test]
    fn rarefaction_is_the_mean_over_all_draws(incidence in any_incidence()) {
        let n_units = incidence.n_units();
        for point in rarefaction(&incidence, 0..=n_units + 1) {
            let counts: Vec<f64> = draws(n_units, point.n).map(|draw| {
                let is_drawn = |place: &usize| draw & (1 << place) != 0;
                let mut codes: Vec<u32> =
                    (0..n_units).filter(is_drawn).flat_map(|place| incidence.units()[place].clone()).collect();
                codes.sort_unstable();
                codes.dedup();
                codes.len() as f64
            }).collect();
            let mean = counts.iter().sum::<f64>() / counts.len() as f64;
            prop_assert!((point.codes - mean).abs() < 1e-9);
            let variance = counts.iter().map(|count| (count - mean).powi(2)).sum::<f64>() / counts.len() as f64;
            if point.n == 1 || point.n == n_units {
                prop_assert!((point.sd.powi(2) - variance).abs() < 1e-9, "{} {}", point.sd, variance.sqrt());
            }
        }
    }

    /// Over pairs of codes, as the formula reads, instead of over pairs of frequencies.
    #[test]
    fn the_spread_is_that_over_pairs_of_codes(incidence in any_incidence()) {
        let n_units = incidence.n_units() as f64;
        let chance = |code: usize, n: usize| {
            let f = f64::from(incidence.frequencies()[code]);
            (0..n).map(|drawn| (n_units - f - drawn as f64).max(0.0) / (n_units - drawn as f64)).product::<f64>()
        };
        let has = |code: u32| incidence.units().iter().map(move |unit| f64::from(u8::from(unit.contains(&code))));
        let correlation = |a: u32, b: u32| {
            let (mean_a, mean_b) = (has(a).sum::<f64>() / n_units, has(b).sum::<f64>() / n_units);
            let covariance = has(a).zip(has(b)).map(|(a, b)| (a - mean_a) * (b - mean_b)).sum::<f64>() / n_units;
            let spread = (mean_a * (1.0 - mean_a) * mean_b * (1.0 - mean_b)).sqrt();
            if spread > 1e-12 { covariance / spread } else { 0.0 }
        };
        for point in rarefaction(&incidence, 1..=incidence.n_units()) {
            let variance_of = |code: u32| { let q = chance(code as usize, point.n); q * (1.0 - q) };
            let pairs = (0..6).flat_map(|a| (0..6).map(move |b| (a, b)));
            let variance: f64 = pairs.map(|(a, b)| match a == b {
                true => variance_of(a),
                false => correlation(a, b) * (variance_of(a) * variance_of(b)).sqrt(),
            }).sum();
            prop_assert!((point.sd.powi(2) - variance.max(0.0)).abs() < 1e-9);
        }
    }

    #[test]
    fn estimates_are_numbers_and_not_below_what_was_seen(incidence in any_incidence()) {
        for compute in [chao2, jackknife1, bootstrap] {
            let found: Measured = compute(&incidence).map(|estimate| estimate.codes);
            match found {
                Ok(codes) => prop_assert!(codes.is_finite() && codes >= incidence.n_observed() as f64 - 1e-9),
                Err(reason) => prop_assert!(incidence.n_observed() == 0 || incidence.n_units() == 1, "{}", reason),
            }
        }
    }
}
