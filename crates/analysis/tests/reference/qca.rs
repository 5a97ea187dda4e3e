//! Conditions that are codes, from the codings to the solutions, against the R package QCA 3.23.

use crate::study_a::study_a;
use draad_analysis::Options;
use draad_analysis::qca::{FittedModel, Qca, QcaAsked, sign};
use draad_core::facts::Facts;
use draad_measures::qca::{Cube, Kind, Sufficiency};
use serde_json::Value as Json;

/// As the reference says.
const TOLERANCE: f64 = 1e-9;

fn expected() -> Json {
    let file: Json = serde_json::from_str(include_str!("../fixtures/study-a/expected-qca.json")).unwrap();
    file["expected"].clone()
}

fn analysed() -> Qca {
    let (study, options) = (study_a(), Options::default());
    let facts = Facts::new(&study, &options.filter);
    let words = |list: &[&str]| list.iter().map(ToString::to_string).collect();
    let asked = QcaAsked {
        conditions: words(&["F02", "F05", "F07", "F08"]),
        outcome: Some("outcome=constructive".parse().unwrap()),
        incl_cut: Some(0.8),
        expect: words(&["F02=present", "F05=present", "F07=absent", "F08=absent"]),
        ..QcaAsked::default()
    };
    Qca::from_facts(&study, &facts, &options, &asked).unwrap()
}

#[track_caller]
fn close(found: f64, expected: &Json) {
    let expected = expected.as_f64().unwrap();
    assert!((found - expected).abs() < TOLERANCE, "{found} {expected}");
}

fn list(json: &Json) -> &Vec<Json> {
    json.as_array().unwrap()
}

/// Returns terms as a sorted list, because their order is free.
fn sorted(terms: &Json) -> Vec<String> {
    let mut terms: Vec<String> = list(terms).iter().map(|term| term.as_str().unwrap().to_owned()).collect();
    terms.sort();
    terms
}

fn terms_of(qca: &Qca, terms: &[Cube]) -> Vec<String> {
    let mut terms: Vec<String> = terms.iter().map(|term| qca.written(term)).collect();
    terms.sort();
    terms
}

#[test]
fn rows_and_their_cases_come_from_the_codings() {
    let (qca, expected) = (analysed(), expected());
    let table = &qca.analysed.as_ref().unwrap().table;
    assert_eq!(table.rows().len(), list(&expected["truth_table"]).len());
    for (row, expected) in table.rows().iter().zip(list(&expected["truth_table"])) {
        assert_eq!(
            (row.number, row.n()),
            (expected["row"].as_u64().unwrap(), expected["n"].as_u64().unwrap() as usize)
        );
        let levels =
            qca.conditions.iter().map(|condition| expected["config"][&condition.name].as_u64().unwrap());
        assert_eq!(row.levels, levels.map(|level| level as u8).collect::<Vec<_>>());
        assert_eq!(sign(row.out), expected["out"]);
        assert_eq!(qca.ids(&row.cases).join(","), expected["cases"]);
        close(row.inclusion, &expected["incl"]);
        close(row.pri, &expected["pri"]);
    }
    assert_eq!(table.n_remainders(), expected["n_remainders"].as_u64().unwrap());
}

#[test]
fn necessity_of_each_condition_and_of_its_absence() {
    let (qca, expected) = (analysed(), expected());
    let found = &qca.analysed.as_ref().unwrap().necessity;
    for expected in list(&expected["necessity"]) {
        let found = found.iter().find(|row| expected["term"] == qca.union(row)).unwrap();
        close(found.fit.inclusion.unwrap(), &expected["incl"]);
        close(found.fit.relevance.unwrap(), &expected["ron"]);
        close(found.fit.coverage.unwrap(), &expected["cov"]);
    }
}

fn fits(found: &Sufficiency, expected: &Json, coverage: &str) {
    close(found.inclusion.unwrap(), &expected["incl"]);
    close(found.pri.unwrap(), &expected["pri"]);
    close(found.coverage.unwrap(), &expected[coverage]);
}

/// Holds all models against those expected, whatever their order.
fn same_models(qca: &Qca, found: &[&FittedModel], expected: &Json) {
    assert_eq!(found.len(), list(expected).len());
    for expected in list(expected) {
        let is = |model: &&&FittedModel| terms_of(qca, &model.model.terms) == sorted(&expected["model"]);
        let found = found.iter().find(is).unwrap();
        fits(&found.fit.whole, &expected["solution"], "cov");
        for expected in list(&expected["terms"]) {
            let place =
                found.model.terms.iter().position(|term| expected["term"] == qca.written(term)).unwrap();
            let term = &found.fit.terms[place];
            fits(&term.fit, expected, "cov_raw");
            close(term.unique_coverage.unwrap(), &expected["cov_unique"]);
            if let Some(cases) = expected["cases"].as_str() {
                let mut cases: Vec<&str> = cases.split([',', ';']).map(str::trim).collect();
                cases.sort_unstable();
                assert_eq!(qca.ids(&term.cases), cases);
            }
        }
    }
}

#[test]
fn all_models_of_the_three_solutions_with_their_fit() {
    let (qca, expected) = (analysed(), expected());
    let (_, solved) = qca.solved().unwrap();
    for (kind, name) in [(Kind::Conservative, "conservative"), (Kind::Parsimonious, "parsimonious")] {
        let solution = solved.solutions.iter().find(|solution| solution.kind == kind).unwrap();
        let models: Vec<&FittedModel> = solution.models.iter().collect();
        same_models(&qca, &models, &expected[name]["models"]);
        let assumed = expected[name]["simplifying_assumption_rows"].as_object().unwrap();
        let mut assumed: Vec<Vec<u64>> = assumed
            .values()
            .map(|rows| list(rows).iter().map(|row| row.as_u64().unwrap()).collect())
            .collect();
        let mut found: Vec<Vec<u64>> = models.iter().map(|model| model.assumptions.clone()).collect();
        assumed.sort();
        found.sort();
        assert_eq!(found, assumed, "{name}");
    }
    let of = |kind| &solved.solutions.iter().find(|solution| solution.kind == kind).unwrap().models;
    let pairs = list(&expected["intermediate"]["by_pair"]);
    assert_eq!(solved.pairs.len(), pairs.len());
    for expected in pairs {
        let is = |pair: &&draad_analysis::qca::PairRead| {
            let terms = |kind, place: usize| terms_of(&qca, &of(kind)[place].model.terms);
            terms(Kind::Conservative, pair.conservative) == sorted(&expected["conservative"])
                && terms(Kind::Parsimonious, pair.parsimonious) == sorted(&expected["parsimonious"])
        };
        let pair = solved.pairs.iter().find(is).unwrap();
        let easy: Vec<u64> =
            list(&expected["easy_counterfactuals"]).iter().map(|row| row.as_u64().unwrap()).collect();
        assert_eq!(pair.easy_counterfactuals, easy);
        let models: Vec<&FittedModel> =
            pair.models.iter().map(|&place| &of(Kind::Intermediate)[place]).collect();
        same_models(&qca, &models, &expected["models"]);
    }
}
