//! Words counted, beside the plainest counting there is.

use crate::study::{
    add_case, add_code, add_participant, add_source, add_text, case_filter, code, empty, ids,
};
use draad_core::facts::Facts;
use draad_core::{CaseSpan, CharOffset, CharSpan, Filter, Language, Study};
use draad_index::wordlist::{Cells, Company, Corpus, Items, Merge, Near, Piece, StopWords};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn corpus<'s>(study: &'s Study, filter: &Filter) -> Corpus<'s> {
    Corpus::read(study, Piece::all(study, filter))
}

/// What is shown of each item, with its count; by name.
fn listed(corpus: &Corpus, merge: Merge) -> Vec<(String, u64)> {
    let terms = corpus.terms(merge);
    let items = Items::words(corpus, &terms);
    let mut found: Vec<_> = (0..items.len()).map(|item| (items.shown(item).word, items.n(item))).collect();
    found.sort();
    found
}

fn owned(pairs: &[(&str, u64)]) -> Vec<(String, u64)> {
    pairs.iter().map(|(word, n)| ((*word).to_owned(), *n)).collect()
}

/// Two cases with an interview each, and a group about both, of which a part is about one.
fn family() -> Study {
    let mut study = empty();
    add_case(&mut study, "p01", "constructive");
    add_case(&mut study, "p02", "stalled");
    add_participant(&mut study, "moeder", "parent", &["p01"], "M");
    add_participant(&mut study, "vader", "parent", &["p02"], "V");
    add_participant(&mut study, "anne", "researcher", &["p01"], "I");
    add_source(
        &mut study,
        "een",
        &["p01"],
        "interview",
        &[("I", "En toen?"), ("M", "Toen was Noor thuis, thuis!")],
    );
    add_source(&mut study, "twee", &["p02"], "interview", &[("V", "Patiënten, patienten. Thuis 3 👍🏽")]);
    add_text(&mut study, "groep", &["p01", "p02"], "focus-group", "samen thuis\n\nalleen weg\n");
    study
}

#[test]
fn words_are_shown_as_people_wrote_them() {
    let study = family();
    let all = corpus(&study, &Filter::default());
    let expected = [
        ("3", 1),
        ("En", 1),
        ("Noor", 1),
        ("alleen", 1),
        ("patienten", 2),
        ("samen", 1),
        ("thuis", 4),
        ("toen", 2),
        ("was", 1),
        ("weg", 1),
        ("👍🏽", 1),
    ];
    assert_eq!(listed(&all, Merge::Spelling), owned(&expected));
    assert_eq!(all.n_words(), 16);
}

#[test]
fn forms_of_one_stem_are_one_word() {
    let mut study = empty();
    add_case(&mut study, "p01", "mixed");
    add_source(
        &mut study,
        "een",
        &["p01"],
        "interview",
        &[("M", "werkte gewerkt werken werkte"), ("M", "Ideeën idee")],
    );
    let corpus = corpus(&study, &Filter::default());
    let terms = corpus.terms(Merge::Stems);
    let items = Items::words(&corpus, &terms);
    let mut forms: Vec<_> = (0..items.len()).map(|item| items.shown(item).forms).collect();
    forms.sort();
    assert_eq!(forms, [vec!["idee", "Ideeën"], vec!["werkte", "gewerkt", "werken"]]);
}

#[test]
fn filters_mean_what_they_mean_in_tables() {
    let mut study = family();
    let roles = |names: &[&str]| Filter { roles: ids(names), ..Filter::default() };
    assert_eq!(corpus(&study, &roles(&["researcher"])).n_words(), 2);
    assert_eq!(corpus(&study, &roles(&["parent"])).n_words(), 10);
    // a group about both cases counts for each
    assert_eq!(corpus(&study, &case_filter(&["p01"])).n_words(), 11);
    let chars = CharSpan { start: CharOffset(0), end: CharOffset(8) };
    study.case_spans.push(CaseSpan { source: "groep".parse().unwrap(), case: "p02".parse().unwrap(), chars });
    // `thuis` begins in the part of the second case, and goes along whole; what lies in no part is about both
    assert_eq!(corpus(&study, &case_filter(&["p01"])).n_words(), 9);
    assert_eq!(corpus(&study, &case_filter(&["p02"])).n_words(), 9);
    assert_eq!(corpus(&study, &Filter::default()).n_words(), 16);
}

#[test]
fn a_filter_on_codes_takes_the_units_in_which_a_coding_starts() {
    let mut study = family();
    add_code(&mut study, "vertrouwen", "");
    code(&mut study, "anna", "een", "Noor thuis", "vertrouwen", None);
    code(&mut study, "anna", "groep", "alleen", "vertrouwen", None);
    let coded = Filter { codes: ids(&["vertrouwen"]), ..Filter::default() };
    let expected = [("Noor", 1), ("Toen", 1), ("alleen", 1), ("thuis", 2), ("was", 1), ("weg", 1)];
    assert_eq!(listed(&corpus(&study, &coded), Merge::Spelling), owned(&expected));
}

#[test]
fn cells_hold_groups_apart_and_pieces_can_stay_out() {
    let study = family();
    let corpus = corpus(&study, &Filter::default());
    let cells = Cells::new(&corpus, |piece| (piece.source != 1).then(|| piece.cases.clone()));
    let all: Vec<_> =
        cells.all().iter().map(|cell| (cell.source, cell.groups.clone(), cell.n_words)).collect();
    assert_eq!(all, [(0, vec![0], 7), (2, vec![0, 1], 4)]);
    let terms = corpus.terms(Merge::Spelling);
    let items = Items::words(&corpus, &terms);
    let thuis = (0..items.len()).find(|&item| items.shown(item).word == "thuis").unwrap();
    assert_eq!((items.n(thuis), items.counts(thuis, &cells)), (4, vec![(0, 2), (1, 1)]));
}

#[test]
fn runs_stay_within_units_and_show_their_own_commonest_form() {
    let mut study = empty();
    add_case(&mut study, "p01", "mixed");
    let turns = [("M", "Één keer thuis"), ("M", "één keer"), ("M", "een keer thuis")];
    add_source(&mut study, "een", &["p01"], "interview", &turns);
    let corpus = corpus(&study, &Filter::default());
    let terms = corpus.terms(Merge::Spelling);
    let runs = |min_count| {
        let items = Items::runs(&corpus, &terms, 2..=3, min_count);
        let mut found: Vec<_> =
            (0..items.len()).map(|item| (items.shown(item).word, items.n(item))).collect();
        found.sort();
        found
    };
    assert_eq!(runs(1), owned(&[("een keer thuis", 2), ("keer thuis", 2), ("één keer", 3)]));
    assert_eq!(runs(3), owned(&[("één keer", 3)]));
}

#[test]
fn stop_words_stay_out_at_the_ends() {
    let mut study = empty();
    add_case(&mut study, "p01", "mixed");
    add_source(&mut study, "een", &["p01"], "interview", &[("M", "Vertrouwen in elkaar en HET huis")]);
    let corpus = corpus(&study, &Filter::default());
    let terms = corpus.terms(Merge::Spelling);
    let items = Items::runs(&corpus, &terms, 1..=3, 1);
    let out = items.on_stop_words(&StopWords::new(Language::Nl));
    let mut kept: Vec<_> =
        (0..items.len()).filter(|&item| !out[item]).map(|item| items.shown(item).word).collect();
    kept.sort();
    assert_eq!(kept, ["Vertrouwen", "Vertrouwen in elkaar", "elkaar", "huis"]);
}

#[test]
fn company_is_found_by_stem_or_by_word() {
    let mut study = empty();
    add_case(&mut study, "p01", "mixed");
    let turns = [("M", "a b werkte c d werken e f g h"), ("M", "gewerkt"), ("M", "x y z")];
    add_source(&mut study, "een", &["p01"], "interview", &turns);
    let corpus = corpus(&study, &Filter::default());
    let company = |near: &str, window| {
        let company = Company::new(&corpus, &Near::parse(near).unwrap(), window)?;
        Some((company.shown.forms.clone(), company.n_nodes(), company.n_around()))
    };
    let forms = |forms: &[&str]| forms.iter().map(|form| (*form).to_owned()).collect::<Vec<_>>();
    assert_eq!(company("Werken", 2), Some((forms(&["gewerkt", "werken", "werkte"]), 3, 6)));
    assert_eq!(company("=WERKEN", 2), Some((forms(&["werken"]), 1, 4)));
    assert_eq!(company("=werk", 2), None);
    for nothing in ["", "=", "!", "twee woorden"] {
        assert_eq!(Near::parse(nothing), None, "{nothing}");
    }
}

const WORDS: [&str; 5] = ["aap", "noot", "mies", "👍", "zo'n"];

/// Sources with turns of words by number; and parts of the second case: source, start, length.
fn any_study() -> impl Strategy<Value = Study> {
    let turn = (0..3_usize, prop::collection::vec(0..5_usize, 0..7));
    let sources = prop::collection::vec((1..4_u8, prop::collection::vec(turn, 1..5)), 1..4);
    let parts = prop::collection::vec((0..4_usize, 0..30_u32, 1..30_u32), 0..3);
    (sources, parts).prop_map(|(sources, parts)| {
        let mut study = empty();
        add_case(&mut study, "p01", "mixed");
        add_case(&mut study, "p02", "mixed");
        add_participant(&mut study, "moeder", "parent", &["p01"], "M");
        add_participant(&mut study, "noor", "child", &["p02"], "N");
        for (number, (cases, turns)) in sources.iter().enumerate() {
            let names = [["p01", "p02"], ["p02", "p01"]][usize::from(cases & 1)];
            let cases = if cases & 2 == 0 { &names[..1] } else { &names[..] };
            let said: Vec<(&str, String)> = turns
                .iter()
                .map(|(speaker, words)| {
                    (
                        ["M", "N", "?"][*speaker],
                        words.iter().map(|&word| WORDS[word]).collect::<Vec<_>>().join(" "),
                    )
                })
                .filter(|(_, words)| !words.is_empty())
                .collect();
            let said: Vec<(&str, &str)> =
                said.iter().map(|(speaker, words)| (*speaker, words.as_str())).collect();
            add_source(&mut study, &format!("s{number}"), cases, "interview", &said);
        }
        for (source, start, length) in parts {
            let Some((id, source)) = study.sources.get_index(source) else { continue };
            let end = (start + length).min(source.text.n_chars());
            // parts begin and end between words
            let at_space = |place: &u32| {
                source.text.as_str().chars().nth(*place as usize).is_none_or(char::is_whitespace)
            };
            if start < end && at_space(&start) && at_space(&end) {
                let chars = CharSpan { start: CharOffset(start), end: CharOffset(end) };
                let part = CaseSpan { source: id.clone(), case: "p02".parse().unwrap(), chars };
                study.case_spans.push(part);
            }
        }
        study
    })
}

/// The words of each place of material, once, in order.
fn plainly(study: &Study, filter: &Filter) -> Vec<(u32, Vec<String>)> {
    let facts = Facts::new(study, filter);
    let places: BTreeSet<(u32, u32, u32)> = facts
        .material
        .iter()
        .map(|material| (material.source, material.chars.start.0, material.chars.end.0))
        .collect();
    let words = |(source, start, end): (u32, u32, u32)| {
        let text: String = study.sources[source as usize]
            .text
            .as_str()
            .chars()
            .skip(start as usize)
            .take((end - start) as usize)
            .collect();
        (source, text.split_whitespace().map(str::to_owned).collect())
    };
    places.into_iter().map(words).collect()
}

fn any_filter() -> impl Strategy<Value = Filter> {
    prop_oneof![
        Just(Filter::default()),
        Just(case_filter(&["p01"])),
        Just(Filter { roles: ids(&["parent"]), ..Filter::default() }),
        Just(Filter { roles: ids(&["child"]), cases: ids(&["p02"]), ..Filter::default() }),
    ]
}

proptest! {
    #[test]
    fn runs_and_their_sources_are_those_of_the_plainest_count(study in any_study(), filter in any_filter(), min_count in 1..3_u64) {
        let mut expected: BTreeMap<String, BTreeMap<u32, u64>> = BTreeMap::new();
        for (source, words) in plainly(&study, &filter) {
            for length in 1..=3 {
                for run in words.windows(length) {
                    *expected.entry(run.join(" ")).or_default().entry(source).or_default() += 1;
                }
            }
        }
        expected.retain(|_, counts| counts.values().sum::<u64>() >= min_count);
        let corpus = corpus(&study, &filter);
        let (terms, cells) = (corpus.terms(Merge::Spelling), Cells::by_source(&corpus));
        let items = Items::runs(&corpus, &terms, 1..=3, min_count);
        let mut found = BTreeMap::new();
        for item in (0..items.len()).filter(|&item| items.n(item) >= min_count) {
            let counts = items.counts(item, &cells).into_iter();
            let counts: BTreeMap<u32, u64> = counts.map(|(cell, n)| (cells.all()[cell as usize].source, n)).collect();
            prop_assert_eq!(counts.values().sum::<u64>(), items.n(item));
            found.insert(items.shown(item).word, counts);
        }
        prop_assert_eq!(found, expected);
        let n_words = cells.all().iter().map(|cell| cell.n_words).sum::<u64>();
        prop_assert_eq!(n_words as usize, corpus.n_words());
    }

    #[test]
    fn company_is_that_of_the_plainest_look_around(study in any_study(), filter in any_filter(), window in 1..4_usize) {
        let (mut expected, mut n_nodes) = (BTreeMap::<String, u64>::new(), 0);
        for (_, words) in plainly(&study, &filter) {
            let is_near = |at: usize| {
                words.iter().enumerate().any(|(other, word)| word == "noot" && at.abs_diff(other) <= window)
            };
            n_nodes += words.iter().filter(|word| *word == "noot").count() as u64;
            for (_, word) in words.iter().enumerate().filter(|(at, word)| *word != "noot" && is_near(*at)) {
                *expected.entry(word.clone()).or_default() += 1;
            }
        }
        let corpus = corpus(&study, &filter);
        let (terms, cells) = (corpus.terms(Merge::Spelling), Cells::by_source(&corpus));
        let items = Items::words(&corpus, &terms);
        let Some(company) = Company::new(&corpus, &Near::parse("=noot").unwrap(), window) else {
            prop_assert_eq!(n_nodes, 0);
            return Ok(());
        };
        let counts = company.counts(&terms, &cells).into_iter();
        let found: BTreeMap<String, u64> = counts
            .map(|(term, counts)| (items.shown(term as usize).word, counts.iter().map(|(_, n)| n).sum()))
            .collect();
        prop_assert_eq!(company.n_nodes(), n_nodes);
        prop_assert_eq!(company.n_around(), expected.values().sum::<u64>());
        prop_assert_eq!(found, expected);
    }
}
