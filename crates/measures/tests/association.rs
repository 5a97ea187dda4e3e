//! Factor by outcome against scipy 1.17 and statsmodels 0.15: every field of every case of the reference.
//!
//! Cases with published tables lie outside the repository, in `../shared/reference/methods` or in the folder that
//! `DRAAD_REFERENCE` names. Where they are absent their tests say so and pass.
#![allow(clippy::unwrap_used, reason = "a fixture that does not fit fails its test")]

use draad_measures::association::{
    Adjustment, Confidence, Fisher, HalfAdded, Limits, Proportion, Tarone, TwoByTwo, barnard_pooled,
    boschloo, odds_ratio, odds_ratio_limits,
};
use draad_measures::{Measured, Undefined};
use serde_json::Value;
use std::collections::BTreeMap;
use std::io::Write;
use std::path::PathBuf;

const EXACT: f64 = 1e-9;
const UNCONDITIONAL: f64 = 1e-6;
/// Relative.
const CONDITIONAL: f64 = 1e-5;

/// Tables of which the reference gives a Barnard p that leaves other tables out.
const ROUNDED_APART: [TwoByTwo; 3] = [
    TwoByTwo { a: 2, b: 10, c: 15, d: 3 },
    TwoByTwo { a: 7, b: 12, c: 8, d: 3 },
    // its opposite, 6 and 0 of 7 and 6, has the right number in the reference
    TwoByTwo { a: 1, b: 6, c: 6, d: 0 },
];

/// Numbers compared so far: per field how many, and the largest deviation.
#[derive(Default)]
struct Compared(BTreeMap<String, (usize, f64)>);

impl Compared {
    /// Compares with a number, with `null` for undefined, or with `"Infinity"`.
    fn is(&mut self, field: &str, found: Measured, expected: &Value, tolerance: f64, relative: bool) {
        let deviation = match (found, expected) {
            (Ok(found), Value::Number(number)) => {
                let expected = number.as_f64().unwrap();
                let scale = if relative { expected.abs().max(1e-300) } else { 1.0 };
                (found - expected).abs() / scale
            }
            (Err(Undefined::Infinite), Value::String(word)) if word == "Infinity" => 0.0,
            (Err(Undefined::EmptyMargin), Value::Null) => 0.0,
            _ => f64::INFINITY,
        };
        assert!(deviation <= tolerance, "{field}: {found:?}, expected {expected}");
        let (n, worst) = self.0.entry(field.to_owned()).or_default();
        (*n, *worst) = (*n + 1, worst.max(deviation));
    }

    fn exact(&mut self, field: &str, found: Measured, expected: &Value) {
        self.is(field, found, expected, EXACT, false);
    }

    fn limits(&mut self, field: &str, found: Result<Limits, Undefined>, expected: &Value) {
        let ends = |place: usize| expected.get(place).unwrap_or(&Value::Null);
        // the wide limits of an odds ratio carry a dozen digits, not a dozen decimals
        let relative = field.starts_with("odds");
        self.is(field, found.map(|limits| limits.lower), ends(0), EXACT, relative);
        self.is(field, found.map(|limits| limits.upper), ends(1), EXACT, relative);
    }

    /// Says what was compared, for whoever runs this with `--nocapture`.
    fn report(&self, case: &str) {
        for (field, (n, worst)) in &self.0 {
            println!("{case}: {field}: {n} compared, worst deviation {worst:.1e}");
        }
    }
}

fn of_others(name: &str) -> Option<Value> {
    let beside = concat!(env!("CARGO_MANIFEST_DIR"), "/../../../shared/reference/methods");
    let folder = std::env::var_os("DRAAD_REFERENCE").map_or(PathBuf::from(beside), PathBuf::from);
    let path = folder.join("02-association").join(name).join("expected.json");
    if let Ok(text) = std::fs::read_to_string(&path) {
        return Some(serde_json::from_str(&text).unwrap());
    }
    // Not `eprintln!`, which the test runner hides when a test passes.
    let _ = writeln!(std::io::stderr(), "SKIPPED: no reference at {}", path.display());
    None
}

fn study_a() -> Value {
    serde_json::from_str(include_str!("fixtures/association/study-a.json")).unwrap()
}

fn table_of(row: &Value) -> TwoByTwo {
    let cell = |row_of: usize, column: usize| row["table"][row_of][column].as_u64().unwrap();
    TwoByTwo { a: cell(0, 0), b: cell(0, 1), c: cell(1, 0), d: cell(1, 1) }
}

fn numbers(list: &Value) -> Vec<f64> {
    list.as_array().unwrap().iter().map(|item| item.as_f64().unwrap()).collect()
}

fn compare_table(compared: &mut Compared, row: &Value) {
    let (table, confidence) = (table_of(row), Confidence::default());
    let fisher = Fisher::new(table);
    assert_eq!(table.has_empty_margin(), row["degenerate_margin"]);
    for (field, found) in [
        ("fisher_two_sided", Ok(fisher.two_sided)),
        ("fisher_less", Ok(fisher.less)),
        ("fisher_greater", Ok(fisher.greater)),
        ("min_attainable_p", Ok(fisher.least_attainable)),
        ("fisher_mid_p", fisher.mid_p),
        ("phi", table.phi()),
        ("yule_q", table.yule_q()),
        ("odds_ratio_sample", table.odds_ratio()),
        ("odds_ratio_haldane", table.odds_ratio_half_added(HalfAdded::Always)),
        ("odds_ratio_haldane_if_zero", table.odds_ratio_half_added(HalfAdded::IfZero)),
        ("risk_difference", table.risk_difference()),
    ] {
        compared.exact(field, found, &row[field]);
    }
    for (field, found) in [
        ("odds_ratio_haldane_ci95_woolf", table.woolf(HalfAdded::Always, confidence)),
        ("odds_ratio_haldane_if_zero_ci95_woolf", table.woolf(HalfAdded::IfZero, confidence)),
        ("risk_difference_ci95_newcomb", table.newcombe(confidence)),
        ("risk_difference_ci95_agresti-caffo", table.agresti_caffo(confidence)),
    ] {
        compared.limits(field, found, &row[field]);
    }
    compared.is("boschloo_two_sided", boschloo(table), &row["boschloo_two_sided"], UNCONDITIONAL, false);
    if !ROUNDED_APART.contains(&table) {
        let field = "barnard_two_sided_pooled";
        compared.is(field, barnard_pooled(table), &row[field], UNCONDITIONAL, false);
    }
    let field = "odds_ratio_conditional_mle";
    compared.is(field, odds_ratio(table), &row[field], CONDITIONAL, true);
    let field = "odds_ratio_conditional_ci95_exact";
    let limits = odds_ratio_limits(table, confidence);
    let ends = |place: usize| row[field].get(place).unwrap_or(&Value::Null);
    compared.is(field, limits.map(|limits| limits.lower), ends(0), CONDITIONAL, true);
    compared.is(field, limits.and_then(|limits| limits.upper), ends(1), CONDITIONAL, true);
}

#[test]
fn tables_of_two_by_two() {
    let Some(reference) = of_others("two-by-two-tables") else { return };
    let mut compared = Compared::default();
    reference["expected"].as_array().unwrap().iter().for_each(|row| compare_table(&mut compared, row));
    compared.report("two-by-two-tables");
}

/// Of three tables others are exactly as far from 0, which scipy leaves out: it compares rounded roots, and these differ in their
/// last digit. A direct reading of the definition gives scipy's number when it compares so, and ours in whole numbers.
#[test]
fn tables_that_are_exactly_as_far_count() {
    let reference = of_others("two-by-two-tables");
    for table in ROUNDED_APART {
        let (focal, others) = (table.focal(), table.others());
        let whole = |a: u64, b: u64| {
            let present = a + b;
            let above = u128::from((a * others).abs_diff(b * focal)).pow(2);
            (above, u128::from((present * (focal + others - present)).max(1)))
        };
        let own = whole(table.a, table.b);
        let exactly = barnard_directly(table, |a, b| whole(a, b).0 * own.1 >= own.0 * whole(a, b).1);
        assert!((barnard_pooled(table).unwrap() - exactly).abs() < UNCONDITIONAL);
        let Some(reference) = &reference else { continue };
        let rows = reference["expected"].as_array().unwrap();
        let row = rows.iter().find(|row| table_of(row) == table).unwrap();
        let root = |a: u64, b: u64| {
            let (focal, others) = (focal as f64, others as f64);
            let pooled = (a + b) as f64 / (focal + others);
            let spread = (pooled * (1.0 - pooled) * (1.0 / focal + 1.0 / others)).sqrt();
            if spread > 0.0 { (a as f64 / focal - b as f64 / others) / spread } else { 0.0 }
        };
        let rounded = barnard_directly(table, |a, b| root(a, b).abs() >= root(table.a, table.b).abs());
        assert!((rounded - row["barnard_two_sided_pooled"].as_f64().unwrap()).abs() < UNCONDITIONAL);
        assert!(exactly > rounded + UNCONDITIONAL);
    }
}

/// The largest chance of the tables that count, in steps of 1/20,000.
fn barnard_directly(table: TwoByTwo, counts: impl Fn(u64, u64) -> bool) -> f64 {
    let ways = |n: u64, k: u64| (0..k).fold(1, |ways, i| ways * (n - i) / (i + 1));
    let mut by_present = vec![0; table.n() as usize + 1];
    for a in 0..=table.focal() {
        for b in (0..=table.others()).filter(|b| counts(a, *b)) {
            by_present[(a + b) as usize] += ways(table.focal(), a) * ways(table.others(), b);
        }
    }
    let chance = |p: f64| {
        let term = |(present, ways): (i32, &u64)| {
            *ways as f64 * p.powi(present) * (1.0 - p).powi(table.n() as i32 - present)
        };
        (0..).zip(&by_present).map(term).sum::<f64>()
    };
    (0..=20_000).map(|step| chance(f64::from(step) / 20_000.0)).fold(0.0, f64::max)
}

#[test]
fn factors_of_study_a() {
    let mut compared = Compared::default();
    let study = study_a();
    let rows = study["expected"]["per_code"].as_array().unwrap();
    rows.iter().for_each(|row| compare_table(&mut compared, row));
    compared.report("study-a");
}

#[test]
fn intervals_of_proportions() {
    let own: Value =
        serde_json::from_str(include_str!("fixtures/association/proportion-intervals.json")).unwrap();
    let study = study_a();
    let rows = [&own["expected"], &study["expected"]["proportion_intervals"]];
    let mut compared = Compared::default();
    for row in rows.into_iter().flat_map(|rows| rows.as_array().unwrap()) {
        let proportion = Proportion::new(row["k"].as_u64().unwrap(), row["n"].as_u64().unwrap()).unwrap();
        let confidence = Confidence::default();
        for (field, found) in [
            ("clopper_pearson", proportion.clopper_pearson(confidence)),
            ("wilson", proportion.wilson(confidence)),
            ("jeffreys", proportion.jeffreys(confidence)),
        ] {
            compared.limits(field, Ok(found), &row[field]);
        }
    }
    compared.report("proportion-intervals");
}

fn compare_adjustments(compared: &mut Compared, p: &[f64], expected: &Value) {
    for (field, adjustment) in [
        ("bonferroni", Adjustment::Bonferroni),
        ("holm", Adjustment::Holm),
        ("fdr_bh", Adjustment::BenjaminiHochberg),
        ("fdr_by", Adjustment::BenjaminiYekutieli),
    ] {
        let found = adjustment.adjusted(p);
        let expected = expected[field].as_array().unwrap();
        assert_eq!(found.len(), expected.len());
        found.iter().zip(expected).for_each(|(found, expected)| compared.exact(field, Ok(*found), expected));
    }
}

#[test]
fn twenty_five_tests_adjusted() {
    let Some(reference) = of_others("multiple-comparisons") else { return };
    let mut compared = Compared::default();
    compare_adjustments(&mut compared, &numbers(&reference["input_p"]), &reference["expected"]);
    compared.report("multiple-comparisons");
}

#[test]
fn families_of_study_a() {
    let study = study_a();
    let expected = &study["expected"];
    let rows = expected["per_code"].as_array().unwrap();
    let fisher: Vec<Fisher> = rows.iter().map(|row| Fisher::new(table_of(row))).collect();
    let code = |place: usize| rows[place]["code"].as_str().unwrap();
    let mut compared = Compared::default();
    let all: Vec<f64> = fisher.iter().map(|test| test.two_sided).collect();
    let family = &expected["adjusted_all_codes"];
    all.iter()
        .zip(family["p"].as_array().unwrap())
        .for_each(|(p, expected)| compared.exact("p", Ok(*p), expected));
    compare_adjustments(&mut compared, &all, family);
    let alpha = expected["tarone"]["alpha"].as_f64().unwrap();
    let testable: Vec<usize> =
        (0..all.len()).filter(|place| fisher[*place].least_attainable <= alpha).collect();
    let family = &expected["adjusted_testable_only"];
    assert_eq!(Value::from_iter(testable.iter().map(|place| code(*place))), family["order"]);
    compare_adjustments(&mut compared, &testable.iter().map(|place| all[*place]).collect::<Vec<_>>(), family);
    compared.report("study-a families");
    let least: Vec<f64> = fisher.iter().map(|test| test.least_attainable).collect();
    let tarone = Tarone::new(&least, alpha);
    assert_eq!(tarone.k, expected["tarone"]["K"]);
    let codes = |places: &mut dyn Iterator<Item = usize>| Value::from_iter(places.map(code));
    assert_eq!(codes(&mut tarone.tested.iter().copied()), expected["tarone"]["tested"]);
    let below = &mut tarone.tested.iter().copied().filter(|place| all[*place] <= tarone.limit);
    assert_eq!(codes(below), expected["tarone"]["significant"]);
}

/// "Lowest two-sided Fisher p that k occurrences in 13 cases can reach", as the methods page prints it.
#[test]
fn what_thirteen_cases_can_reach() {
    let printed = [
        (7, [0.46, 0.19, 0.070, 0.021, 0.0047, 0.0006, 0.0006, 0.0047, 0.021, 0.070, 0.19, 0.46]),
        (8, [0.38, 0.13, 0.035, 0.007, 0.0008, 0.0047, 0.0047, 0.0008, 0.007, 0.035, 0.13, 0.38]),
        (10, [0.23, 0.038, 0.0035, 0.014, 0.035, 0.070, 0.070, 0.035, 0.014, 0.0035, 0.038, 0.23]),
    ];
    for (focal, row) in printed {
        for (present, expected) in (1_u64..).zip(row) {
            let a = present.min(focal);
            let table = TwoByTwo { a, b: present - a, c: focal - a, d: 13 - focal - (present - a) };
            let found = Fisher::new(table).least_attainable;
            let half_a_digit = if expected >= 0.1 {
                0.005
            } else if expected >= 0.01 {
                0.0005
            } else {
                0.00005
            };
            assert!(
                (found - expected).abs() <= half_a_digit + 1e-9,
                "{focal}, {present}: {found}, {expected}"
            );
        }
    }
}
