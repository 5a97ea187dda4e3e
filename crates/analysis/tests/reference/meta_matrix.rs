//! Orders of the meta-matrix of study A against the R packages seriation and ca.

use crate::study_a::study_a;
use draad_analysis::meta_matrix::{ColumnOrder, CriterionKind, RowOrder};
use draad_analysis::{MetaMatrix, MetaMatrixOptions, Options};
use draad_core::Filter;
use draad_core::facts::Facts;
use serde_json::Value as Json;

fn expected() -> Json {
    let text = include_str!("../../../measures/tests/fixtures/seriation-study-a/expected.json");
    serde_json::from_str::<Json>(text).unwrap()["expected"].clone()
}

fn compute(order: RowOrder, columns: ColumnOrder) -> MetaMatrix {
    let study = study_a();
    let own = MetaMatrixOptions { order, columns, shuffles: 19, ..MetaMatrixOptions::default() };
    MetaMatrix::from_facts(&study, &Facts::new(&study, &Filter::default()), &Options::default(), &own)
        .unwrap()
}

fn value(matrix: &MetaMatrix, kind: CriterionKind) -> (f64, f64) {
    let criteria = matrix.criteria.as_ref().unwrap();
    let found = criteria.iter().find(|criterion| criterion.kind == kind).unwrap();
    (found.before, found.after)
}

fn close(found: f64, expected: &Json) {
    let expected = expected.as_f64().unwrap();
    assert!((found - expected).abs() <= 1e-9, "{found}, expected {expected}");
}

/// The study has its cases and factors in the order of the reference's table.
#[test]
fn criteria_before_are_those_of_seriation() {
    let (matrix, expected) = (compute(RowOrder::Outcome, ColumnOrder::Valence), expected());
    close(value(&matrix, CriterionKind::PathLength).0, &expected["criteria_input_order"]["Path_length"]);
    close(value(&matrix, CriterionKind::Effectiveness).0, &expected["measure_of_effectiveness_input"]);
    close(value(&matrix, CriterionKind::MooreStress).0, &expected["moore_stress_input"]);
}

#[test]
fn the_order_by_leaves_has_the_path_of_seriation() {
    let matrix = compute(RowOrder::Leaf, ColumnOrder::Valence);
    close(value(&matrix, CriterionKind::PathLength).1, &expected()["olo_average_linkage"]["path_length"]);
}

#[test]
fn the_order_along_the_first_axis_is_that_of_ca() {
    let (matrix, expected) = (compute(RowOrder::Axis, ColumnOrder::Axis), &expected()["ca_axis1"]);
    close(value(&matrix, CriterionKind::Effectiveness).1, &expected["measure_of_effectiveness"]);
    close(value(&matrix, CriterionKind::MooreStress).1, &expected["moore_stress"]);
    let factors: Vec<&str> = matrix.factors.iter().map(|factor| factor.id.as_str()).collect();
    // an axis can be read from either end
    let mut right: Vec<String> = serde_json::from_value(expected["cols"].clone()).unwrap();
    right.reverse();
    assert_eq!(factors[..11], right, "and what nobody coded comes last");
    assert_eq!(factors[11], "F12");
}
