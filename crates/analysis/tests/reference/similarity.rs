//! Similarity of the cases of study A against scipy and scikit-learn.

use crate::study_a::study_a;
use draad_analysis::similarity::{Clustering, Item};
use draad_analysis::{Options, Similarity, SimilarityMeasure, SimilarityOptions};
use draad_core::facts::Facts;
use draad_core::{Filter, Study};
use draad_measures::distances::{Distances, correlation};
use draad_measures::similarity::{bray_curtis, cosine, euclidean};
use serde_json::Value as Json;

fn expected() -> Json {
    let all: Json = serde_json::from_str(include_str!("../fixtures/study-a/similarity.json")).unwrap();
    all["expected"].clone()
}

fn compute(measure: SimilarityMeasure) -> Similarity {
    let study = study_a();
    let own = SimilarityOptions { measure, ..SimilarityOptions::default() };
    Similarity::from_facts(&study, &Facts::new(&study, &Filter::default()), &Options::default(), &own)
        .unwrap()
}

fn close(found: f64, expected: &Json, what: &str) {
    let expected = expected.as_f64().unwrap_or_else(|| panic!("{what} is no number"));
    assert!((found - expected).abs() <= 1e-9, "{what}: {found}, expected {expected}");
}

#[test]
fn pairs_are_those_of_scipy() {
    let expected = expected();
    for (measure, name) in [
        (SimilarityMeasure::Jaccard, "jaccard"),
        (SimilarityMeasure::SimpleMatching, "simple_matching"),
        (SimilarityMeasure::Zeta, "kuckartz_raediker_zeta"),
        (SimilarityMeasure::Dice, "dice"),
        (SimilarityMeasure::RussellRao, "russell_rao"),
    ] {
        let found = compute(measure);
        assert_eq!(found.unused.len(), 1, "nobody coded F12");
        let pairs = expected["pairs"].as_array().unwrap();
        assert_eq!(found.pairs.len(), pairs.len());
        for (own, pair) in found.pairs.iter().zip(pairs) {
            assert_eq!(pair["i"], found.cases[own.first].id.as_str());
            assert_eq!(pair["j"], found.cases[own.second].id.as_str());
            let shared = own.shared;
            let counts = [shared.both, shared.first_only, shared.second_only, shared.neither];
            assert_eq!(["a", "b", "c", "d"].map(|name| pair[name].as_u64().unwrap()), counts);
            close(own.similarity.unwrap().unwrap(), &pair[name], name);
            assert_eq!(own.distance, own.similarity.unwrap().map(|similarity| 1.0 - similarity));
        }
    }
}

/// The reference counts codings; the table counts passages, so the formulas are given codings here.
#[test]
fn distances_of_counts_are_those_of_scipy() {
    let expected = &expected()["distances_counts"];
    let study: Study = study_a();
    let facts = Facts::new(&study, &Filter::default());
    let mut counts = vec![vec![0_u32; study.codebook.codes.len()]; study.cases.len()];
    facts.codings.iter().for_each(|fact| counts[fact.case as usize][fact.code as usize] += 1);
    for (first, row) in counts.iter().enumerate() {
        for (second, other) in counts.iter().enumerate() {
            let is = |name: &str, found: f64| close(found, &expected[name]["values"][first][second], name);
            is("euclidean", euclidean(row, other));
            is("braycurtis", bray_curtis(row, other).unwrap());
            is("cosine", cosine(row, other).unwrap());
        }
    }
}

fn tree() -> (Similarity, Clustering) {
    let found = compute(SimilarityMeasure::Jaccard);
    let tree = found.clustering.clone().unwrap();
    (found, tree)
}

/// Ties leave several trees. With our rule it is the one that scipy made of the cases in the same order, so that heights,
/// correlation, groups and silhouettes can be compared.
#[test]
fn the_tree_is_that_of_scipy() {
    let (found, tree) = tree();
    let expected = &expected()["clustering"]["average"];
    assert_eq!(expected["unique_under_relabelling"], false);
    assert!(tree.depends_on_ties && tree.joinings.iter().any(|joining| joining.is_tied));
    for (joining, height) in tree.joinings.iter().zip(expected["merge_heights"].as_array().unwrap()) {
        close(joining.height, height, "height");
    }
    let correlation = &expected["cophenetic_correlation"];
    close(tree.cophenetic_correlation.unwrap(), correlation, "cophenetic correlation");
    for cut in &tree.cuts {
        let name = |&case: &usize| found.cases[case].id.as_str();
        let groups = cut.groups.as_ref().unwrap().iter();
        let groups: Vec<Vec<&str>> = groups.map(|group| group.iter().map(name).collect()).collect();
        let right = &expected["cut"][cut.n_groups.to_string()];
        assert_eq!(serde_json::to_value(groups).unwrap(), right["groups"]);
        close(cut.silhouette.unwrap(), &right["silhouette"], "silhouette");
    }
}

/// The correlation itself, with the distances of scipy's tree.
#[test]
fn the_cophenetic_correlation_is_that_of_scipy() {
    let (found, _) = tree();
    let mut pairs = found.pairs.iter();
    let distances = Distances::new(13, |_, _| pairs.next().unwrap().distance.unwrap());
    for method in ["single", "complete", "average"] {
        let right = &expected()["clustering"][method];
        let in_tree = &right["cophenetic_distances"]["values"];
        let in_tree = Distances::new(13, |first, second| in_tree[first][second].as_f64().unwrap());
        close(correlation(&distances, &in_tree).unwrap(), &right["cophenetic_correlation"], method);
    }
}

/// As R's cmdscale; the numbers stand with the formulas.
#[test]
fn the_map_of_cases_is_that_of_cmdscale() {
    let text = include_str!("../../../measures/tests/fixtures/mds-study-a/expected.json");
    let right = serde_json::from_str::<Json>(text).unwrap()["expected"].clone();
    let map = compute(SimilarityMeasure::Jaccard).scaling.unwrap();
    for (place, found) in map.places.iter().enumerate() {
        assert_eq!(found.item, Item::Case(place));
        for axis in [0, 1] {
            let expected = right["points"][place][axis].as_f64().unwrap();
            assert!((found.coordinates[axis] - expected).abs() <= 1e-8);
        }
    }
    let shares: f64 = map.axes[..2].iter().map(|axis| axis.share).sum();
    assert!((shares - right["gof"][0].as_f64().unwrap()).abs() <= 1e-8);
}
