//! Codes, relations and units of answer: small studies in which the answer can be seen, and random ones beside the
//! plainest reading of the definitions.

use crate::properties::any_study;
use crate::study::{
    add_case, add_code, add_participant, add_source, all_hits, code, empty, id, search, search_in, with_units,
};
use draad_core::Valence::{Hindering, Promoting};
use draad_core::facts::{Fact, Facts};
use draad_core::{CharSpan, Filter, Study};
use draad_index::{Answer, GroupBy, Per, SearchIndex, SearchOptions};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn ask(study: &Study, query: &str, options: &SearchOptions) -> Answer {
    let index = SearchIndex::build_in_memory(study).unwrap();
    search_in(&index, study, query, &Filter::default(), options)
}

fn per(per: Per) -> SearchOptions {
    SearchOptions { per: Some(per), ..all_hits() }
}

fn matched(study: &Study, query: &str) -> Vec<String> {
    search(study, query, &Filter::default()).hits.into_iter().map(|hit| hit.matched).collect()
}

/// Two cases; in the first, trust is spoken of twice and coded by two coders.
fn study() -> Study {
    let mut study = empty();
    add_case(&mut study, "p01", "constructive");
    add_case(&mut study, "p02", "stalled");
    add_case(&mut study, "p03", "stalled");
    add_participant(&mut study, "p01-moeder", "parent", &["p01"], "Moeder");
    add_participant(&mut study, "gho", "family-home-parent", &["p01", "p02"], "GHO");
    for (name, parent) in
        [("houding", ""), ("vertrouwen", "houding"), ("openheid", "houding"), ("afspraken", "")]
    {
        add_code(&mut study, name, parent);
    }
    let turns = [
        ("Moeder", "wij vertrouwen haar en bellen elke week"),
        ("GHO", "ja dat is zo"),
        ("Moeder", "de afspraken zijn duidelijk"),
    ];
    add_source(&mut study, "een", &["p01"], "interview", &turns);
    add_source(&mut study, "twee", &["p02"], "dossier", &[("GHO", "geen contact en geen vertrouwen")]);
    code(&mut study, "anna", "een", "wij vertrouwen haar", "vertrouwen", Some(Promoting));
    code(&mut study, "bram", "een", "vertrouwen haar en bellen", "vertrouwen", Some(Promoting));
    code(&mut study, "anna", "een", "bellen elke week", "openheid", None);
    code(&mut study, "anna", "een", "de afspraken", "afspraken", Some(Hindering));
    code(&mut study, "bram", "twee", "geen vertrouwen", "vertrouwen", Some(Hindering));
    study
}

#[test]
fn codings_that_overlap_are_one_passage_and_each_is_a_hit() {
    let study = study();
    assert_eq!(matched(&study, "code:vertrouwen"), ["wij vertrouwen haar en bellen", "geen vertrouwen"]);
    let hits = ask(&study, "code:vertrouwen", &per(Per::Hit));
    assert_eq!((hits.n_found, hits.n_hits, hits.n_units_found), (3, 3, 2));
    let passages = ask(&study, "code:vertrouwen", &all_hits());
    assert_eq!((passages.per, passages.n_found), (Per::Passage, 2));
    let coders: Vec<_> = passages.hits[0].codings.iter().map(|coding| coding.coder.to_string()).collect();
    assert_eq!(coders, ["anna", "bram"]);
}

#[test]
fn a_code_brings_those_below_it_unless_written_with_an_equal_sign() {
    let study = study();
    assert_eq!(matched(&study, "code:houding").len(), 2, "vertrouwen and openheid overlap in one passage");
    assert!(matched(&study, "code:=houding").is_empty());
    assert_eq!(matched(&study, "code:=openheid,afspraken"), ["bellen elke week", "de afspraken"]);
    assert_eq!(matched(&study, "code:*heid"), ["bellen elke week"]);
}

#[test]
fn fields_of_a_coding_speak_of_the_same_coding() {
    let study = study();
    assert_eq!(matched(&study, "code:vertrouwen valence:hindering"), ["geen vertrouwen"]);
    assert_eq!(
        matched(&study, "code:vertrouwen coder:bram valence:promoting"),
        ["vertrouwen haar en bellen"]
    );
    assert_eq!(matched(&study, "code:vertrouwen NOT coder:bram"), ["wij vertrouwen haar"]);
    assert_eq!(matched(&study, "valence:belemmerend"), ["de afspraken", "geen vertrouwen"]);
    assert_eq!(matched(&study, "bellen code:vertrouwen"), ["bellen"], "words are pointed at before codings");
    assert!(matched(&study, "duidelijk code:vertrouwen").is_empty());
    let either = ["wij vertrouwen haar en bellen", "bellen", "geen contact", "geen vertrouwen"];
    assert_eq!(
        matched(&study, "bellen OR code:vertrouwen OR \"geen contact\""),
        either,
        "in the order of the text"
    );
}

#[test]
fn relations_look_at_places() {
    let study = study();
    assert_eq!(matched(&study, "code:openheid OVERLAPS code:vertrouwen"), ["bellen elke week"]);
    assert_eq!(matched(&study, "code:vertrouwen NOT OVERLAPS code:openheid").len(), 2);
    assert_eq!(matched(&study, "vertrouwen WITHIN code:vertrouwen valence:promoting"), ["vertrouwen"]);
    assert_eq!(matched(&study, "code:openheid ENCLOSES week"), ["bellen elke week"]);
    assert_eq!(matched(&study, "code:vertrouwen EQUALS \"geen vertrouwen\""), ["geen vertrouwen"]);
    assert_eq!(matched(&study, "code:vertrouwen BEFORE/2u code:afspraken").len(), 1);
    assert!(matched(&study, "code:vertrouwen BEFORE/1u code:afspraken").is_empty());
    assert_eq!(matched(&study, "code:afspraken AFTER code:openheid"), ["de afspraken"]);
    assert_eq!(
        matched(&study, "code:vertrouwen OVERLAPS code:vertrouwen").len(),
        1,
        "each other, not themselves"
    );
    let either = ["wij vertrouwen haar en bellen", "bellen"];
    assert_eq!(matched(&study, "(code:vertrouwen OR bellen) NEAR/0u week"), either);
}

#[test]
fn nearness_in_words_counts_the_words_in_between() {
    let study = with_units(&["een twee drie", "vier vijf", "een zes"]);
    assert_eq!(matched(&study, "een NEAR/1 drie"), ["een"]);
    assert!(matched(&study, "een NEAR/0 drie").is_empty());
    assert_eq!(matched(&study, "drie NEAR/0 vier"), ["drie"], "units follow each other");
    assert_eq!(matched(&study, "een BEFORE/3 vijf"), ["een"]);
    assert_eq!(matched(&study, "een AFTER/0 vijf"), ["een"]);
    assert_eq!(matched(&study, "een NEAR/10 een").len(), 2, "each other, not themselves");
    assert!(matched(&study, "zes NEAR zes").is_empty());
    assert_eq!(matched(&study, "drie NEAR/0p twee"), ["drie"]);
    assert!(matched(&study, "drie NEAR/0p vier").is_empty());
    assert_eq!(matched(&study, "een NEAR/1c twee"), ["een"]);
}

#[test]
fn distances_in_words_are_the_same_for_words_and_for_codings() {
    let texts = ["een twee drie", "vier vijf", "zes een"];
    let mut study = with_units(&texts);
    add_code(&mut study, "c", "");
    code(&mut study, "anna", "p01-ouder", "vijf", "c", None);
    for n in 0..6 {
        let by_words = matched(&study, &format!("een NEAR/{n} vijf"));
        assert_eq!(matched(&study, &format!("een NEAR/{n} code:c")), by_words, "{n}");
    }
}

#[test]
fn per_case_says_where_something_is_absent_and_whether_there_was_material() {
    let study = study();
    let holds = |query: &str| {
        let answer = ask(&study, query, &per(Per::Case));
        let state = |element: draad_index::Element| (element.id, element.found, element.n_units_searched);
        (answer.n_found, answer.elements.into_iter().map(state).collect::<Vec<_>>())
    };
    let row = |case: &str, found, searched| (case.to_owned(), found, searched);
    let absent = (1, vec![row("p01", false, 3), row("p02", true, 1), row("p03", false, 0)]);
    assert_eq!(holds("NOT code:afspraken"), absent);
    assert_eq!(holds("code:vertrouwen code:afspraken").0, 1, "anywhere in the case");
    assert_eq!(matched(&study, "code:vertrouwen code:afspraken").len(), 0, "not in one unit");
    let narrowed = (0, vec![row("p01", false, 2), row("p02", false, 0), row("p03", false, 0)]);
    assert_eq!(holds("NOT code:vertrouwen role:parent"), narrowed);
    assert_eq!(
        holds("code:vertrouwen outcome:stalled"),
        (1, vec![row("p02", true, 1), row("p03", false, 0)])
    );
    assert_eq!(ask(&study, "vertrouwen bellen", &per(Per::Source)).n_found, 1);
}

#[test]
fn hits_are_divided_by_what_is_known_of_their_units() {
    let study = study();
    let groups = |by: GroupBy| {
        let options = SearchOptions { by: Some(by), ..all_hits() };
        let groups = ask(&study, "vertrouwen OR afspraken", &options).groups;
        groups.into_iter().map(|group| (group.key, group.n_hits, group.n_units_searched)).collect::<Vec<_>>()
    };
    let row = |key: &str, hits, searched| (Some(key.to_owned()), hits, searched);
    assert_eq!(groups(GroupBy::Case), [row("p01", 2, 3), row("p02", 1, 1)]);
    assert_eq!(groups(GroupBy::Role), [row("parent", 2, 2), row("family-home-parent", 1, 2)]);
    let outcome = GroupBy::Attribute(id("constructiveness"));
    assert_eq!(groups(outcome), [row("constructive", 2, 3), row("stalled", 1, 1)]);
}

#[test]
fn remarks_of_coders_are_found_by_their_words() {
    let mut study = study();
    study.codings[0].memo = "Hier werkte het: vertrouwde toon".into();
    assert_eq!(matched(&study, "memo:werken"), ["wij vertrouwen haar"]);
    assert_eq!(matched(&study, "code:vertrouwen memo:\"vertrouwen toon\"").len(), 1);
    assert!(matched(&study, "memo:=vertrouwen").is_empty() && matched(&study, "memo:ruzie").is_empty());
    assert_eq!(matched(&study, "memo:vertr*").len(), 1);
}

#[test]
fn dates_are_those_of_the_unit_or_else_of_the_source() {
    let mut study = study();
    study.sources["een"].date = Some("2021-03-05".parse().unwrap());
    study.sources["een"].units[2].time = Some("2022-01-02T10:00".parse().unwrap());
    let n = |query: &str| search(&study, query, &Filter::default()).n_units_found;
    for (query, expected) in [
        ("date:2021", 2),
        ("date:2021-03", 2),
        ("date:5-3-2021", 2),
        ("date:2021-03..2022", 3),
        ("date>=2022", 1),
        ("date:..2021-03-04", 0),
        ("date:>2021-03", 1),
        ("NOT date:2021", 2),
    ] {
        assert_eq!(n(query), expected, "{query}");
    }
}

/// Spans of the codings that count and have a code or one below it, straight from the facts of every table.
fn spans(study: &Study, code: &str) -> BTreeSet<(u32, CharSpan, u32)> {
    let filter = Filter { codes: vec![id(code)], ..Filter::default() };
    let facts = Facts::new(study, &filter).codings;
    let span = |fact: &Fact| Some((fact.source, fact.chars?, fact.coding));
    facts.iter().filter_map(span).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn relations_of_codes_are_what_their_definitions_say(study in any_study()) {
        let index = SearchIndex::build_in_memory(&study).unwrap();
        for (left, right) in [("vertrouwen", "respect"), ("relatie", "relatie"), ("afspraken", "relatie")] {
            for (name, holds) in [
                ("OVERLAPS", (|a, b| a.start < b.end && b.start < a.end) as fn(CharSpan, CharSpan) -> bool),
                ("WITHIN", |a, b| b.start <= a.start && a.end <= b.end),
                ("ENCLOSES", |a, b| a.start <= b.start && b.end <= a.end),
                ("EQUALS", |a, b| a == b),
                ("BEFORE", |a, b| a.end <= b.start),
                ("AFTER", |a, b| b.end <= a.start),
                ("NEAR/3c", |a, b| a.start.0 <= b.end.0 + 3 && b.start.0 <= a.end.0 + 3),
            ] {
                let right_spans = spans(&study, right);
                let is_related = |own: &(u32, CharSpan, u32)| {
                    right_spans.iter().any(|other| own.0 == other.0 && own.2 != other.2 && holds(own.1, other.1))
                };
                let expected: Vec<usize> =
                    spans(&study, left).into_iter().filter(is_related).map(|own| own.2 as usize).collect();
                let query = format!("code:{left} {name} code:{right}");
                let answer = search_in(&index, &study, &query, &Filter::default(), &per(Per::Hit));
                let mut found: Vec<usize> =
                    answer.hits.iter().flat_map(|hit| hit.codings.iter().map(|coding| coding.index)).collect();
                found.sort_unstable();
                let mut expected = expected;
                expected.sort_unstable();
                prop_assert_eq!(found, expected, "{}", query);
            }
        }
    }

    #[test]
    fn cases_with_a_code_are_those_of_the_tables(study in any_study()) {
        let index = SearchIndex::build_in_memory(&study).unwrap();
        for name in ["relatie", "respect", "afspraken"] {
            let filter = Filter { codes: vec![id(name)], ..Filter::default() };
            let facts = Facts::new(&study, &filter);
            let expected: BTreeSet<u32> = facts.codings.iter().map(|fact| fact.case).collect();
            let expected: Vec<_> = expected.into_iter().map(|case| study.cases[case as usize].id.to_string()).collect();
            let found = |query: &str| {
                let answer = search_in(&index, &study, query, &Filter::default(), &per(Per::Case));
                answer.elements.into_iter().filter(|element| element.found).map(|element| element.id).collect::<Vec<_>>()
            };
            prop_assert_eq!(&found(&format!("code:{name}")), &expected);
            let material = Facts::new(&study, &Filter::default()).material;
            let with_material: BTreeSet<u32> = material.iter().map(|piece| piece.case).collect();
            let with_material = with_material.into_iter().map(|case| study.cases[case as usize].id.to_string());
            let others: Vec<_> = with_material.filter(|case| !expected.contains(case)).collect();
            prop_assert_eq!(found(&format!("NOT code:{name}")), others);
        }
    }
}
