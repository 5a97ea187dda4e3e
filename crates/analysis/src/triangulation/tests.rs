//! Triangulation of small studies, and against a slow reading of the definitions for any.

use super::*;
use crate::sample::{Sample, any_filter, any_study, material, passages_behind};
use crate::{CasesByFactors, Options};
use draad_core::facts::Facts;
use draad_core::{Filter, Study, Valence};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn triangulation(study: &Study, options: &Options) -> Triangulation {
    Triangulation::from_facts(study, &Facts::new(study, &options.filter), options).unwrap()
}

#[test]
fn perspectives_contradict_each_other_on_one_code_and_not_on_a_parent() {
    let of = |study: Study, factor: &str| {
        let found = triangulation(&study, &Options::default());
        let cell = found.cells.iter().find(|cell| found.factors[cell.factor].factor.id.as_str() == factor);
        let cell = cell.unwrap().clone();
        let names =
            |roles: &[RoleId]| roles.iter().map(|role| role.to_string()).collect::<Vec<_>>().join(" ");
        (cell.is_contradicted, names(&cell.promoting_roles), names(&cell.hindering_roles))
    };
    let parent = || material().coding("anna", "s2", "a", "Zo ging");
    // the second turn of s1 is the child's
    let with_child = |code, valence| {
        let mut study = parent().coding_as("anna", "s1", code, "Zo ging", Some(valence)).done();
        let text = &study.sources["s1"].text;
        let second = draad_core::anchor::find_quote(text.as_str(), "Zo ging")[1];
        study.codings.iter_mut().find(|coding| coding.source.as_str() == "s1").unwrap().target =
            draad_core::Target::Span(second);
        study
    };
    let text = |a: &str, b: &str| (a.to_owned(), b.to_owned());
    let (contradicted, promoting, hindering) = of(with_child("a", Valence::Hindering), "a");
    assert_eq!((contradicted, (promoting, hindering)), (true, text("parent", "child")));
    let (contradicted, promoting, hindering) = of(with_child("b", Valence::Hindering), "a");
    assert_eq!((contradicted, (promoting, hindering)), (false, text("parent", "child")), "b is below a");
    assert!(!of(with_child("a", Valence::Ambivalent), "a").0);
}

#[test]
fn a_talkative_source_is_named_and_the_first_of_several_stands_for_all() {
    let study = material()
        .coding("anna", "s1", "e", "Zo ging")
        .coding("anna", "s2", "e", "Zo ging")
        .coding("bram", "s2", "e", "van ons");
    let one_more = Sample { study: study.study.clone() }.coding("bram", "s1", "e", "van ons").done();
    let found = triangulation(&study.done(), &Options::default());
    assert_eq!((found.cells[0].top_source.as_str(), found.cells[0].top_source_codings), ("s2", 2));
    assert!(found.cells[0].is_dominated(&found.basis.thresholds));
    let even = triangulation(&one_more, &Options::default());
    assert_eq!((even.cells[0].top_source.as_str(), even.cells[0].top_source_share()), ("s1", Ok(0.5)));
    assert!(!even.cells[0].is_dominated(&even.basis.thresholds), "half is not more than half");
}

#[test]
fn thresholds_are_options() {
    let study = material().coding("anna", "s1", "e", "Zo ging").coding("anna", "s2", "e", "Zo ging").done();
    let with = |kinds, roles| {
        let thresholds = Thresholds { kinds, roles, ..Thresholds::default() };
        let found = triangulation(&study, &Options { thresholds, ..Options::default() });
        found.factors.iter().map(|factor| factor.n_triangulated).sum::<usize>()
    };
    assert_eq!([with(2, 2), with(2, 1), with(3, 1)], [0, 1, 0], "two kinds, one role");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn names_and_flags_are_those_of_the_codings(study in any_study(), filter in any_filter(), unfolded: bool) {
        let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
        let found = triangulation(&study, &options);
        let table = CasesByFactors::from_study(&study, &options).unwrap();
        let coded = table.cells.iter().filter(|cell| cell.state.is_coded()).count();
        prop_assert_eq!(found.cells.len(), coded);
        for cell in &found.cells {
            let (factor, case) = (&found.factors[cell.factor].factor.id, &found.cases[cell.case].id);
            let passages = passages_behind(&study, &filter, case, factor, unfolded);
            let mut per_source = std::collections::BTreeMap::<&str, usize>::new();
            for passage in &passages {
                *per_source.entry(passage.source.as_str()).or_default() += passage.codings.len();
            }
            let sources: Vec<&str> = cell.sources.iter().map(|id| id.as_str()).collect();
            prop_assert_eq!(sources, per_source.keys().copied().collect::<Vec<_>>());
            let most = per_source.values().max().unwrap();
            prop_assert_eq!(&cell.top_source_codings, most);
            let first = per_source.iter().find(|(_, n)| *n == most).unwrap();
            prop_assert_eq!(cell.top_source.as_str(), *first.0);
            prop_assert_eq!(cell.n_passages, passages.len());
            let of_table = table.cell(0, cell.factor, cell.case);
            prop_assert_eq!(cell.pairs.len(), of_table.n_kind_role_pairs);
            prop_assert_eq!(cell.is_single_source(), of_table.is_single_source());
            prop_assert_eq!(cell.is_dominated(&found.basis.thresholds), of_table.is_dominated(&found.basis.thresholds));
            prop_assert_eq!(cell.is_contradicted, contradicted(&study, &filter, cell, &found, unfolded));
        }
        for table in found.tables() {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        }
    }
}

/// Whether two codings of one code say opposite things in different roles.
fn contradicted(
    study: &Study,
    filter: &Filter,
    cell: &Support,
    found: &Triangulation,
    unfolded: bool,
) -> bool {
    let (factor, case) = (&found.factors[cell.factor].factor.id, &found.cases[cell.case].id);
    let facts = Facts::new(study, filter);
    let under = |code: &draad_core::CodeId| {
        code == factor || !unfolded && study.codebook.ancestors(code).contains(&factor)
    };
    let own: BTreeSet<_> = facts
        .codings
        .iter()
        .filter(|fact| study.cases[fact.case as usize].id == *case)
        .filter(|fact| under(&study.codebook.codes[fact.code as usize].id))
        .map(|fact| (fact.code, fact.valence, fact.setting.role))
        .collect();
    let opposite = |a: Option<Valence>, b| (a, b) == (Some(Valence::Promoting), Some(Valence::Hindering));
    own.iter().any(|(code, direction, role)| {
        own.iter().any(|(other, against, by)| {
            code == other && opposite(*direction, *against) && role.is_some() && by.is_some() && role != by
        })
    })
}
