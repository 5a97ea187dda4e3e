//! What stands behind each cell against what a data-frame library collected.

use crate::cases_by_factors::{expected, strings};
use crate::study_a::study_a;
use draad_analysis::{Options, Triangulation};
use draad_core::facts::Facts;
use serde_json::Value as Json;

fn triangulation() -> Triangulation {
    let (study, options) = (study_a(), Options::default());
    Triangulation::from_facts(&study, &Facts::new(&study, &options.filter), &options).unwrap()
}

/// Holds ids against a list in alphabetical order.
fn assert_ids<T: ToString>(found: &[T], expected: &Json, what: &str) {
    let mut found: Vec<String> = found.iter().map(ToString::to_string).collect();
    found.sort();
    assert_eq!(found, strings(expected), "{what}");
}

#[test]
fn by_name_what_stands_behind_each_cell() {
    let (found, expected) = (triangulation(), expected());
    let pairs = expected["pairs"].as_array().unwrap();
    assert_eq!(found.cells.len(), pairs.len());
    for pair in pairs {
        let is_pair = |cell: &&draad_analysis::Support| {
            *found.factors[cell.factor].factor.id.as_str() == pair["code"]
                && *found.cases[cell.case].id.as_str() == pair["case"]
        };
        let cell = found.cells.iter().find(is_pair).unwrap();
        let what = format!("{} {}", pair["code"], pair["case"]);
        assert_eq!(cell.n_codings, pair["n_codings"], "{what}");
        assert_ids(&cell.sources, &pair["sources"], &what);
        assert_ids(&cell.kinds, &pair["types"], &what);
        assert_ids(&cell.roles, &pair["perspectives"], &what);
        assert_ids(&cell.phases, &pair["phases"], &what);
        assert_eq!(cell.pairs.len(), pair["type_perspective_pairs"], "{what}");
        assert_eq!(cell.is_single_source(), pair["single_source"], "{what}");
        let thresholds = &found.basis.thresholds;
        assert_eq!(cell.is_triangulated(thresholds), pair["triangulated_type_and_perspective"], "{what}");
        assert!(!cell.is_contradicted, "each code of this study has one direction");
    }
}

#[test]
fn in_how_many_cases_each_flag_holds() {
    let (found, expected) = (triangulation(), expected());
    assert_eq!(found.factors.len(), expected["per_code"].as_object().unwrap().len());
    for row in &found.factors {
        let id = row.factor.id.as_str();
        let expected = &expected["per_code"][id];
        assert_eq!(row.factor.n_cases, expected["cases"], "{id}");
        assert_eq!(row.n_enough_kinds, expected["cases_with_2plus_types"], "{id}");
        assert_eq!(row.n_enough_roles, expected["cases_with_2plus_perspectives"], "{id}");
        assert_eq!(row.n_triangulated, expected["cases_triangulated_both"], "{id}");
        assert_eq!(row.n_single_source, expected["cases_single_source"], "{id}");
    }
}
