//! The case × factor table against numbers that a data-frame library and an interval library computed.

use crate::study_a::{CASES, CODEBOOK, rows, study_a};
use draad_analysis::{By, CasesByFactors, Cell, GroupKey, Options, Value};
use draad_measures::Measured;
use serde_json::Value as Json;

const TOLERANCE: f64 = 1e-12;

pub(crate) fn expected() -> Json {
    serde_json::from_str(include_str!("../fixtures/study-a/expected.json")).unwrap()
}

fn by(by: By) -> Options {
    Options { by: Some(by), ..Options::default() }
}

/// The table with the study's own order of cases and codes back in place.
struct InStudyOrder {
    table: CasesByFactors,
    cases: Vec<usize>,
    factors: Vec<usize>,
}

fn compute(options: &Options) -> InStudyOrder {
    let table = CasesByFactors::from_study(&study_a(), options).unwrap();
    let place = |position: Option<usize>| position.unwrap();
    let cases = rows(CASES).map(|[id, _]| place(table.cases.iter().position(|case| case.id.as_str() == id)));
    let factors =
        rows(CODEBOOK).map(|[id, _]| place(table.factors.iter().position(|factor| factor.id.as_str() == id)));
    InStudyOrder { cases: cases.collect(), factors: factors.collect(), table }
}

impl InStudyOrder {
    fn cell(&self, group: usize, factor: usize, case: usize) -> &Cell {
        self.table.cell(group, self.factors[factor], self.cases[case])
    }

    fn group(&self, id: &str) -> usize {
        let is = |group: &draad_analysis::Group| group.key == GroupKey::Value(id.to_owned());
        self.table.groups.iter().position(is).unwrap()
    }
}

pub(crate) fn assert_close(found: Measured, expected: &Json, what: &str) {
    let same = match (found, expected.as_f64()) {
        (Ok(found), Some(expected)) => (found - expected).abs() <= TOLERANCE,
        (found, expected) => found.is_err() && expected.is_none(),
    };
    assert!(same, "{what}: {found:?}, expected {expected}");
}

pub(crate) fn strings(list: &Json) -> Vec<&str> {
    list.as_array().unwrap().iter().map(|item| item.as_str().unwrap()).collect()
}

#[test]
fn every_measure_of_a_cell() {
    type Measure = (&'static str, fn(&Cell) -> Measured);
    let measures: [Measure; 12] = [
        ("count", |cell| Ok(cell.n_codings as f64)),
        ("presence", |cell| cell.presence().map(|there| f64::from(u8::from(there)))),
        ("chars_summed", |cell| Ok(cell.chars_summed as f64)),
        ("chars_union", |cell| Ok(cell.chars_union as f64)),
        ("coverage_share_of_case_chars", Cell::coverage),
        ("per_1000_chars", Cell::per_thousand_chars),
        ("per_source", Cell::per_source),
        ("row_share", Cell::row_share),
        ("column_share", Cell::column_share),
        ("n_types", |cell| Ok(cell.kinds.len() as f64)),
        ("n_perspectives", |cell| Ok(cell.roles.len() as f64)),
        ("n_sources", |cell| Ok(cell.n_sources as f64)),
    ];
    let expected = expected();
    let matrices = expected["matrices"].as_object().unwrap();
    assert_eq!(matrices.len(), measures.len(), "every matrix is checked");
    let found = compute(&Options::default());
    for (name, measure) in measures {
        for case in 0..13 {
            for factor in 0..12 {
                let what = format!("{name} of case {case}, factor {factor}");
                assert_close(measure(found.cell(0, factor, case)), &matrices[name][case][factor], &what);
            }
        }
    }
}

#[test]
fn totals_per_case_and_per_factor() {
    let (found, expected) = (compute(&Options::default()), expected());
    for case in &found.table.cases {
        assert_eq!(case.n_chars, expected["case_chars"][case.id.as_str()]);
        assert_eq!(case.n_sources, expected["case_sources"][case.id.as_str()]);
    }
    for (place, factor) in found.table.factors.iter().enumerate() {
        assert_eq!(factor.n_cases, expected["n_cases_with_code"][factor.id.as_str()]);
        assert_eq!(found.table.cell(0, place, 0).factor_codings, expected["n_codings"][factor.id.as_str()]);
    }
}

#[test]
fn triangulation_of_each_coded_cell() {
    let (found, expected) = (compute(&Options::default()), expected());
    let pairs = expected["pairs"].as_array().unwrap();
    let codes: Vec<&str> = rows(CODEBOOK).map(|[id, _]| id).collect();
    let cases: Vec<&str> = rows(CASES).map(|[id, _]| id).collect();
    let place = |ids: &[&str], id: &Json| ids.iter().position(|known| *known == id).unwrap();
    for pair in pairs {
        let cell = found.cell(0, place(&codes, &pair["code"]), place(&cases, &pair["case"]));
        let thresholds = &found.table.basis.thresholds;
        assert_eq!(cell.n_codings, pair["n_codings"]);
        assert_eq!(cell.n_sources, strings(&pair["sources"]).len());
        assert_eq!(cell.kinds.iter().map(|id| id.as_str()).collect::<Vec<_>>(), strings(&pair["types"]));
        assert_eq!(
            cell.roles.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
            strings(&pair["perspectives"])
        );
        assert_eq!(cell.n_kind_role_pairs, pair["type_perspective_pairs"]);
        assert_eq!(cell.is_single_source(), pair["single_source"]);
        assert_eq!(cell.is_triangulated(thresholds), pair["triangulated_type_and_perspective"]);
    }
    let coded = found.table.cells.iter().filter(|cell| cell.state.is_coded());
    assert_eq!(coded.count(), pairs.len());
}

#[test]
fn triangulation_of_each_factor() {
    let (found, expected) = (compute(&Options::default()), expected());
    let thresholds = &found.table.basis.thresholds;
    for (factor, [id, _]) in rows::<2>(CODEBOOK).enumerate() {
        let count = |holds: &dyn Fn(&Cell) -> bool| {
            (0..13).filter(|&case| holds(found.cell(0, factor, case))).count()
        };
        let expected = &expected["per_code"][id];
        assert_eq!(count(&|cell| cell.state.is_coded()), expected["cases"]);
        assert_eq!(count(&|cell| cell.kinds.len() >= 2), expected["cases_with_2plus_types"]);
        assert_eq!(count(&|cell| cell.roles.len() >= 2), expected["cases_with_2plus_perspectives"]);
        assert_eq!(count(&|cell| cell.is_triangulated(thresholds)), expected["cases_triangulated_both"]);
        assert_eq!(count(&|cell| cell.is_single_source()), expected["cases_single_source"]);
    }
}

#[test]
fn codings_and_cases_by_kind_role_and_phase() {
    let expected = expected();
    let keys = [
        ("code_by_type_count", By::Kind, false),
        ("code_by_type_cases", By::Kind, true),
        ("code_by_perspective_count", By::Role, false),
        ("code_by_phase_count", By::Phase, false),
        ("code_by_phase_cases", By::Phase, true),
    ];
    assert_eq!(expected["by"].as_object().unwrap().len(), keys.len(), "every table is checked");
    for (name, key, counts_cases) in keys {
        let found = compute(&by(key));
        for (column, value) in strings(&expected["by"][name]["values"]).into_iter().enumerate() {
            let group = found.group(value);
            for factor in 0..12 {
                let cells = (0..13).map(|case| found.cell(group, factor, case));
                let count: usize = if counts_cases {
                    cells.filter(|cell| cell.state.is_coded()).count()
                } else {
                    cells.map(|cell| cell.n_codings).sum()
                };
                assert_eq!(count, expected["by"][name]["counts"][factor][column], "{name} {value} {factor}");
            }
        }
    }
}

#[test]
fn contrast_of_outcomes_with_the_names_of_cases() {
    let found = compute(&Options::default());
    for (factor, expected) in expected()["contrast"].as_array().unwrap().iter().enumerate() {
        let factor = found.factors[factor];
        for (group, outcome) in ["constructive", "stalled"].into_iter().enumerate() {
            let (k, n) = found.table.k_of_n(0, factor, group);
            assert_eq!(k, expected[format!("{outcome}_k")]);
            assert_eq!(n, expected[format!("{outcome}_n")]);
        }
        let deviant = found.table.deviant_cases(0, factor).into_iter();
        let deviant: Vec<&str> = deviant.map(|case| found.table.cases[case].id.as_str()).collect();
        assert_eq!(deviant, strings(&expected["deviant_cases_if_promoting_expected_constructive"]));
    }
    let plain = found.table.factors_by_group();
    let column = |name: &str| plain.columns.iter().position(|column| column.name == name).unwrap();
    for row in &plain.rows {
        let (Value::Text(code), Value::Text(outcome)) = (&row[column("factor")], &row[column("group")])
        else {
            panic!("a factor and an outcome")
        };
        let expected =
            expected()["contrast"].as_array().unwrap().iter().find(|entry| entry["code"] == **code).cloned();
        let expected = expected.unwrap();
        let cases = Value::list(strings(&expected[format!("cases_{outcome}")]));
        assert_eq!(row[column("cases")], cases, "{code} {outcome}");
        let codings = expected[format!("{outcome}_codings")].as_u64().unwrap();
        assert_eq!(row[column("codings")], Value::from(codings), "{code} {outcome}");
    }
}
