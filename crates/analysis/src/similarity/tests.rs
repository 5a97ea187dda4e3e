use super::*;
use crate::sample::{any_filter, any_marks, any_study, marked, material};
use crate::{CasesByFactors, CellState};
use draad_core::{CodeKind, Filter};
use proptest::prelude::*;

fn compute(study: &Study, filter: &Filter, unfolded: bool, measure: SimilarityMeasure) -> Similarity {
    let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
    let own = SimilarityOptions { measure, ..SimilarityOptions::default() };
    Similarity::from_facts(study, &Facts::new(study, filter), &options, &own).unwrap()
}

fn all(study: &Study, measure: SimilarityMeasure) -> Similarity {
    compute(study, &Filter::default(), false, measure)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]
    /// Against the cells of the case × factor table, read one by one.
    #[test]
    fn pairs_are_read_from_the_cells(study in any_study(), filter in any_filter(), unfolded: bool) {
        let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
        let table = CasesByFactors::from_study(&study, &options).unwrap();
        let found = compute(&study, &filter, unfolded, SimilarityMeasure::BrayCurtis);
        let codes: Vec<usize> = (0..table.factors.len())
            .filter(|&factor| table.factors[factor].kind != CodeKind::Heading && table.factors[factor].n_cases > 0)
            .collect();
        prop_assert_eq!(found.codes.len(), codes.len());
        let column = |case: usize| table.cases.iter().position(|own| own.id == found.cases[case].id).unwrap();
        for pair in &found.pairs {
            let (first, second) = (column(pair.first), column(pair.second));
            let cell = |factor: usize, case: usize| table.cell(0, factor, case);
            let count = |one: bool, other: bool| {
                let is = |factor: &&usize| {
                    cell(**factor, first).state.is_coded() == one && cell(**factor, second).state.is_coded() == other
                };
                codes.iter().filter(is).count() as u64
            };
            let shared = Shared {
                both: count(true, true),
                first_only: count(true, false),
                second_only: count(false, true),
                neither: count(false, false),
            };
            prop_assert_eq!(pair.shared, shared);
            let n = |factor: &usize, case: usize| cell(*factor, case).n_passages;
            let apart: usize = codes.iter().map(|code| n(code, first).abs_diff(n(code, second))).sum();
            let whole: usize = codes.iter().map(|code| n(code, first) + n(code, second)).sum();
            match pair.distance {
                Ok(distance) => prop_assert!((distance - apart as f64 / whole as f64).abs() < 1e-12),
                Err(reason) => prop_assert_eq!((reason, whole), (Undefined::BothEmpty, 0)),
            }
        }
        let without = |case: &crate::CaseColumn| case.n_chars == 0 && case.n_codings == 0;
        prop_assert_eq!(found.no_material.len(), table.cases.iter().filter(|case| without(case)).count());
        prop_assert!(found.clustering.is_err(), "three cases are too few");
    }

    #[test]
    fn trees_and_maps_hold_the_cases_with_codes(marks in any_marks()) {
        let study = marked(&marks);
        let with_codes = marks.iter().filter(|row| row.contains(&true)).count();
        for measure in [SimilarityMeasure::Jaccard, SimilarityMeasure::Cosine, SimilarityMeasure::Euclidean] {
            let found = all(&study, measure);
            prop_assert_eq!(found.without_codes().count(), marks.len() - with_codes);
            let too_few = Undefined::TooFewCases { n: with_codes, needed: LEAST_CASES };
            match &found.clustering {
                Err(reason) => prop_assert!(with_codes < LEAST_CASES && *reason == too_few),
                Ok(tree) => {
                    prop_assert_eq!(tree.joinings.len(), with_codes - 1);
                    let last = tree.joinings.last().unwrap();
                    prop_assert_eq!(last.first.len() + last.second.len(), with_codes);
                }
            }
            match &found.scaling {
                Err(Undefined::NoVariation) => prop_assert!(found.pairs.iter().any(|pair| pair.distance.is_ok())),
                Err(reason) => prop_assert_eq!(*reason, too_few),
                Ok(map) => prop_assert_eq!(map.places.len(), with_codes),
            }
            if let Ok(map) = &found.correspondence {
                let kept = found.codes.len() - map.rare.len();
                prop_assert_eq!(map.places.len() + map.without_codes.len(), marks.len() + kept);
                let rare = |code: &CodeId| {
                    let place = study.codebook.codes.get_index_of(code).unwrap();
                    marks.iter().filter(|row| row[place]).count()
                };
                prop_assert!(map.rare.iter().all(|code| rare(code) == 1));
            }
            for case in 0..found.cases.len() {
                let near = |other: &usize| found.pair(case, *other).distance.unwrap_or(f64::INFINITY);
                let others: Vec<usize> = (0..found.cases.len()).filter(|other| *other != case).collect();
                let least = others.iter().map(near).fold(f64::INFINITY, f64::min);
                let nearest = others.into_iter().filter(|other| near(other) <= least + 1e-12 && least.is_finite());
                prop_assert_eq!(found.nearest(case), nearest.collect::<Vec<_>>());
            }
            for table in found.tables() {
                prop_assert!(!table.rows.is_empty());
                prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()));
            }
        }
    }
}

#[test]
fn two_cases_without_codes_cannot_be_compared() {
    let study = material().coding("anna", "s1", "a", "ging het").done();
    let found = all(&study, SimilarityMeasure::Jaccard);
    assert_eq!(found.no_material.iter().map(CaseId::as_str).collect::<Vec<_>>(), ["p03"]);
    let [pair] = &found.pairs[..] else { panic!("two cases have material") };
    assert_eq!((pair.similarity, pair.distance), (Some(Ok(0.0)), Ok(1.0)));
    // the heading above the theme is no code of its own
    assert_eq!(found.unused.iter().map(CodeId::as_str).collect::<Vec<_>>(), ["b", "d", "e"]);

    let nothing = all(&material().done(), SimilarityMeasure::Jaccard);
    assert_eq!(nothing.pairs[0].distance, Err(Undefined::BothEmpty));
    assert_eq!(all(&material().done(), SimilarityMeasure::Zeta).pairs[0].distance, Err(Undefined::NoCodings));
    assert_eq!(nothing.clustering, Err(Undefined::TooFewCases { n: 0, needed: 8 }));
    assert!(nothing.tables().iter().all(|table| !table.rows.is_empty()));
}

#[test]
fn cases_that_are_all_the_same_have_a_tree_and_no_map() {
    let found = all(&marked(&vec![vec![true; 3]; 8]), SimilarityMeasure::Jaccard);
    let tree = found.clustering.as_ref().unwrap();
    assert!(!tree.depends_on_ties);
    assert_eq!(tree.cophenetic_correlation, Err(Undefined::NoVariation));
    assert!(tree.cuts.iter().all(|cut| cut.silhouette == Err(Undefined::Tied)));
    assert_eq!(found.correspondence, Err(Undefined::NoVariation));
    assert_eq!(found.scaling, Err(Undefined::NoVariation));
    let state =
        CasesByFactors::from_study(&marked(&[vec![true]]), &Options::default()).unwrap().cells[0].state;
    assert_eq!(state, CellState::Promoting);
}

#[test]
fn a_measure_that_is_not_there_is_refused_with_those_that_are() {
    let error = SimilarityMeasure::named("jacard").unwrap_err();
    let Problem::TableValueUnknown { known, .. } = error.problem else { panic!() };
    assert!(known.starts_with("jaccard, simple-matching, zeta"));
}
