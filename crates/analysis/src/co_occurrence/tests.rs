//! Co-occurrence against a slow, direct reading of its definition.

use super::*;
use crate::sample::{Sample, any_filter, any_study, material};
use draad_core::facts::Fact;
use draad_core::{CodeKind, Filter};
use proptest::prelude::*;
use std::collections::BTreeSet;

/// A stretch of a source under one code.
type Stretch = (u32, u32, u32);

fn compute(study: &Study, options: &Options, own: &CoOccurrenceOptions) -> CoOccurrence {
    CoOccurrence::from_facts(study, &Facts::new(study, &options.filter), options, own).unwrap()
}

/// The codings that count under a code.
fn under<'f>(study: &Study, facts: &'f Facts, code: &CodeId, unfolded: bool) -> Vec<&'f Fact> {
    let own = BTreeSet::from([code.clone()]);
    let counts = if unfolded { own } else { study.codebook.with_descendants(code) };
    let is = |fact: &&Fact| counts.contains(study.codebook.codes.get_index(fact.code as usize).unwrap().0);
    facts.codings.iter().filter(is).collect()
}

fn distinct_codings(facts: &[&Fact]) -> Vec<(u32, Stretch)> {
    let placed = facts.iter().filter_map(|fact| {
        let chars = fact.chars?;
        Some((fact.coding, (fact.source, chars.start.0, chars.end.0)))
    });
    placed.collect::<BTreeSet<_>>().into_iter().collect()
}

/// Whether two stretches meet, character by character or unit by unit.
fn meet(study: &Study, window: Window, a: Stretch, b: Stretch) -> bool {
    let source = &study.sources[a.0 as usize];
    let covers = |stretch: Stretch, place: u32| stretch.1 <= place && place < stretch.2;
    match window {
        _ if a.0 != b.0 => false,
        Window::Overlap => (a.1..a.2).any(|place| covers(b, place)),
        Window::Chars(n) => a.1.max(b.1).saturating_sub(a.2.min(b.2)) <= n,
        Window::Unit => source.units.iter().any(|unit| {
            let unit = source.text.char_span(unit.span);
            let touches = |stretch: Stretch| (unit.start.0..unit.end.0).any(|place| covers(stretch, place));
            touches(a) && touches(b)
        }),
    }
}

fn meetings(study: &Study, window: Window, a: &[Stretch], b: &[Stretch]) -> Meetings {
    let near = |x: &Stretch, y: &Stretch| meet(study, window, *x, *y);
    let n_pairs = a.iter().map(|x| b.iter().filter(|y| near(x, y)).count()).sum::<usize>();
    let touching = |some: &[Stretch], others: &[Stretch]| {
        some.iter().filter(|x| others.iter().any(|y| near(x, y))).count() as u32
    };
    Meetings { n_pairs: n_pairs as u32, n_first: touching(a, b), n_second: touching(b, a) }
}

/// The stretches that codings with a place make where they overlap, source by source.
fn passages(codings: &[(u32, Stretch)]) -> Vec<Stretch> {
    let mut left: Vec<Stretch> = codings.iter().map(|coding| coding.1).collect();
    let overlap = |a: &Stretch, b: &Stretch| a.0 == b.0 && a.1 < b.2 && b.1 < a.2;
    let mut found: Vec<Stretch> = Vec::new();
    while let Some(stretch) = left.pop() {
        match found.iter().position(|other| overlap(other, &stretch)) {
            None => found.push(stretch),
            Some(place) => {
                let other = found.swap_remove(place);
                left.push((stretch.0, stretch.1.min(other.1), stretch.2.max(other.2)));
            }
        }
    }
    found
}

fn any_window() -> impl Strategy<Value = Window> {
    prop_oneof![Just(Window::Overlap), (0..30_u32).prop_map(Window::Chars), Just(Window::Unit)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn every_count_is_what_the_definition_says(
        study in any_study(), filter in any_filter(), unfolded: bool, window in any_window(),
    ) {
        let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
        let own = CoOccurrenceOptions { window, relations: true };
        let table = compute(&study, &options, &own);
        let facts = Facts::new(&study, &filter);
        let mut n_expected = 0;
        for (first, a) in table.codes.iter().enumerate() {
            let of_a = under(&study, &facts, &a.id, unfolded);
            let codings_a = distinct_codings(&of_a);
            prop_assert_eq!(a.n_codings as usize, codings_a.len());
            prop_assert_eq!(a.n_passages as usize, passages(&codings_a).len());
            for (second, b) in table.codes.iter().enumerate().skip(first + 1) {
                let of_b = under(&study, &facts, &b.id, unfolded);
                let both = |of: fn(&Fact) -> u32| {
                    let [a, b] = [&of_a, &of_b].map(|facts| facts.iter().map(|fact| of(fact)).collect::<BTreeSet<_>>());
                    a.intersection(&b).count() as u32
                };
                let lineage = [(&a.id, &b.id), (&b.id, &a.id)];
                let related = !unfolded && lineage.iter().any(|(x, y)| study.codebook.ancestors(x).contains(y));
                let (n_sources, n_cases) = (both(|fact| fact.source), both(|fact| fact.case));
                let found = table.pairs.iter().find(|pair| (pair.first, pair.second) == (first, second));
                prop_assert_eq!(found.is_some(), !related && n_sources + n_cases > 0);
                let Some(pair) = found else { continue };
                n_expected += 1;
                prop_assert_eq!((pair.n_sources, pair.n_cases), (n_sources, n_cases));
                let part = |fact: &&&Fact| of_b.iter().any(|other| (other.case, other.source) == (fact.case, fact.source));
                let in_one: BTreeSet<u32> = of_a.iter().filter(part).map(|fact| fact.case).collect();
                prop_assert_eq!(pair.n_cases_in_one_source as usize, in_one.len());
                prop_assert_eq!(table.cases_with_both(pair).count() as u32, n_cases);
                let stretches = |codings: &[(u32, Stretch)]| codings.iter().map(|coding| coding.1).collect::<Vec<_>>();
                let codings_b = distinct_codings(&of_b);
                let [passages_a, passages_b] = [&codings_a, &codings_b].map(|codings| passages(codings));
                let (codings_a, codings_b) = (stretches(&codings_a), stretches(&codings_b));
                prop_assert_eq!(pair.codings, meetings(&study, window, &codings_a, &codings_b));
                prop_assert_eq!(pair.passages, meetings(&study, window, &passages_a, &passages_b));
                prop_assert_eq!(pair.nearness().unwrap().iter().sum::<u32>(), pair.codings.n_pairs);
                let covered = |stretches: &[Stretch]| stretches.iter()
                    .flat_map(|&(source, start, end)| (start..end).map(move |place| (source, place)))
                    .collect::<BTreeSet<_>>();
                let shared = covered(&codings_a).intersection(&covered(&codings_b)).count() as u64;
                prop_assert_eq!(pair.shared_chars, shared);
            }
        }
        prop_assert_eq!(n_expected, table.pairs.len());
    }

    #[test]
    fn the_same_study_gives_the_same_table_and_nothing_is_infinite(study in any_study()) {
        let own = CoOccurrenceOptions { relations: true, ..CoOccurrenceOptions::default() };
        let table = compute(&study, &Options::default(), &own);
        prop_assert_eq!(&table, &compute(&study, &Options::default(), &own));
        for row in table.tables().iter().flat_map(|table| &table.rows) {
            for value in row {
                prop_assert!(!matches!(value, crate::Value::Number(number) if !number.is_finite()));
            }
        }
        let key = |pair: &Pair| (std::cmp::Reverse(pair.n_cases), );
        prop_assert!(table.pairs.is_sorted_by_key(key));
    }
}

fn two_coders() -> Sample {
    material()
        .coding("anna", "s1", "b", "ging het toen")
        .coding("anna", "s1", "e", "het toen, zei")
        .coding("bram", "s1", "b", "ging het toen")
        .coding("bram", "s1", "e", "het toen, zei")
}

#[test]
fn double_coding_multiplies_pairs_of_codings_and_not_of_passages() {
    let table = compute(&two_coders().done(), &Options::default(), &CoOccurrenceOptions::default());
    let is = |pair: &&Pair| table.codes_of(pair).map(|code| code.id.as_str()) == ["b", "e"];
    let pair = table.pairs.iter().find(is).unwrap();
    assert_eq!((pair.codings.n_pairs, pair.passages.n_pairs), (4, 1));
    let reason = draad_measures::Undefined::MorePairsThanCodings;
    assert_eq!(table.c_codings(pair), Err(reason), "four pairs of four codings");
    assert_eq!(table.c_passages(pair), Ok(1.0));
    assert_eq!(pair.shared_chars, "het toen".len() as u64);
}

#[test]
fn an_unbroken_stretch_is_one_passage_whichever_cases_it_belongs_to() {
    let words = "Overal is het anders, zei zij.";
    let study = Sample::new()
        .case("p01", "constructive")
        .case("p02", "stalled")
        .factor("trust", "promoting")
        .factor("blame", "hindering")
        .source("focus", "p01;p02", "focus-group", &[("p01-parent", words), ("p02-parent", words)])
        .part("focus", "p01", "Overal is het")
        .part("focus", "p02", "anders, zei")
        .coding("anna", "focus", "trust", "Overal is het anders")
        .coding("bram", "focus", "trust", "anders, zei")
        .coding("anna", "focus", "blame", "is het anders, zei")
        .done();
    let facts = Facts::new(&study, &Filter::default());
    let cases: BTreeSet<u32> = facts.codings.iter().map(|fact| fact.case).collect();
    assert_eq!(cases.len(), 2, "the codings of trust belong to two cases");
    let table = compute(&study, &Options::default(), &CoOccurrenceOptions::default());
    let [pair] = &table.pairs[..] else { panic!("one pair") };
    assert_eq!(pair.passages, Meetings { n_pairs: 1, n_first: 1, n_second: 1 });
    assert_eq!((pair.codings.n_pairs, table.codes[0].n_passages), (2, 1));
}

#[test]
fn a_parent_and_its_child_are_no_pair_unless_each_has_its_own_codings() {
    let study = two_coders().coding("anna", "s1", "a", "Zo ging het").done();
    let ids = |unfolded: bool| {
        let options = Options { unfolded, ..Options::default() };
        let table = compute(&study, &options, &CoOccurrenceOptions::default());
        let id = |pair: &Pair| table.codes_of(pair).map(|code| code.id.to_string()).join("-");
        table.pairs.iter().map(id).collect::<BTreeSet<_>>()
    };
    assert_eq!(ids(false), BTreeSet::from(["a-e", "b-e"].map(str::to_owned)));
    assert_eq!(ids(true), BTreeSet::from(["a-b", "a-e", "b-e"].map(str::to_owned)));
}

#[test]
fn without_codings_the_codes_stand_there_with_zeros() {
    let study = material().done();
    let table = compute(&study, &Options::default(), &CoOccurrenceOptions::default());
    assert!(table.pairs.is_empty() && table.statements().is_empty());
    let codes: Vec<(&str, u32)> =
        table.codes.iter().map(|code| (code.id.as_str(), code.n_passages)).collect();
    assert_eq!(codes, [("a", 0), ("b", 0), ("d", 0), ("e", 0)], "no heading without codings");
    assert_eq!((table.cases.len(), table.n_sources), (2, 4), "p03 has no material");
}

#[test]
fn a_whole_source_counts_for_sources_and_cases_and_meets_nothing() {
    let study = material().coding("anna", "s1", "b", "").coding("anna", "s1", "e", "ging het").done();
    let table = compute(&study, &Options::default(), &CoOccurrenceOptions::default());
    let [pair, ..] = &table.pairs[..] else { panic!("pairs") };
    assert_eq!(
        (pair.n_cases, pair.n_sources, pair.codings, pair.passages.n_pairs),
        (1, 1, Meetings::default(), 0)
    );
    let [_, code] = &table.codes[..2] else { panic!("codes") };
    assert_eq!((code.n_codings, code.n_whole, code.n_passages), (0, 1, 0));
    assert_eq!(table.frequency_ratio(pair), Err(draad_measures::Undefined::NoCodings));
}

#[test]
fn two_codes_go_together_where_they_meet_and_share_most_cases() {
    let table = compute(&two_coders().done(), &Options::default(), &CoOccurrenceOptions::default());
    assert_eq!(table.statements(), [], "one of two cases is not most of them");
    let study = two_coders().coding("anna", "s4", "e", "ging").coding("anna", "s4", "b", "toen").done();
    let table = compute(&study, &Options::default(), &CoOccurrenceOptions::default());
    let subjects: Vec<Vec<String>> = table.statements().into_iter().map(|found| found.subject).collect();
    assert_eq!(subjects, [["a", "e"], ["b", "e"]].map(|pair| pair.map(str::to_owned).to_vec()));
    assert_eq!(table.codes[2].kind, CodeKind::Theme);
}
