//! Random studies and texts, beside the plainest search there is.

use crate::study::{
    add_case, add_code, add_participant, add_source, all_hits, empty, id, search_in, with_units,
};
use draad_core::facts::Facts;
use draad_core::{
    CaseSpan, CharOffset, CharSpan, CoderPolicy, Coding, Filter, SourceId, Span, Study, Target, Valence,
};
use draad_index::{Context, Query, SearchIndex, SearchOptions};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::sync::LazyLock;

const CASES: [&str; 3] = ["p01", "p02", "p03"];
const KINDS: [&str; 2] = ["interview", "chat"];
const ROLES: [&str; 3] = ["parent", "child", "guide"];
const PHASES: [&str; 3] = ["installation", "stabilisation", "evaluation"];
const CODES: [&str; 4] = ["relatie", "vertrouwen", "respect", "afspraken"];
const CODERS: [&str; 2] = ["anna", "bram"];
const VALENCES: [Valence; 3] = [Valence::Promoting, Valence::Hindering, Valence::Ambivalent];
const WORDS: [&str; 5] = ["noot", "één", "👍", "zo'n", "mies"];

/// Those of `names` whose bit is set.
fn chosen<T: Clone>(names: &[T], bits: u8) -> Vec<T> {
    let is_set = |idx: &usize| bits >> idx & 1 == 1;
    (0..names.len()).filter(is_set).map(|idx| names[idx].clone()).collect()
}

fn chosen_ids<Id: std::str::FromStr<Err = String>>(names: &[&str], bits: u8) -> Vec<Id> {
    chosen(names, bits).into_iter().map(id).collect()
}

fn one_of<T: Clone>(names: &[T], number: u8) -> T {
    names[number as usize % names.len()].clone()
}

type Turn = (u8, u8, Vec<u8>);
type SourceSpec = (u8, u8, u8, Vec<Turn>);
type CodingSpec = (u8, u8, u8, u8, u8, u8);

fn any_source() -> impl Strategy<Value = SourceSpec> {
    let turn = (0..5u8, 0..8u8, prop::collection::vec(0..5u8, 1..4));
    (1..8u8, 0..2u8, 0..8u8, prop::collection::vec(turn, 1..4))
}

pub(crate) fn any_study() -> impl Strategy<Value = Study> {
    let sources = prop::collection::vec(any_source(), 1..4);
    let codings = prop::collection::vec((0..4u8, 0..60u8, 0..30u8, 0..4u8, 0..5u8, 0..2u8), 0..12);
    let parts = prop::collection::vec((0..4u8, 0..3u8, 0..40u8, 1..30u8), 0..3);
    (sources, codings, parts, 0..4u8).prop_map(|(sources, codings, parts, policy)| {
        let mut study = people_and_codes();
        for (number, source) in sources.iter().enumerate() {
            add_random_source(&mut study, &format!("s{number}"), source);
        }
        for part in parts {
            add_random_part(&mut study, part);
        }
        for coding in codings {
            add_random_coding(&mut study, coding);
        }
        study.settings.coder_policy = match policy {
            0 | 1 => CoderPolicy::All,
            2 => CoderPolicy::One { coder: id("anna") },
            _ => CoderPolicy::Adjudicated { coder: id("bram") },
        };
        study.sort_codings();
        study
    })
}

fn people_and_codes() -> Study {
    let mut study = empty();
    for (case, outcome) in CASES.iter().zip(["constructive", "mixed", "stalled"]) {
        add_case(&mut study, case, outcome);
    }
    for (number, role) in ROLES.iter().enumerate() {
        let cases = &CASES[..=number];
        add_participant(&mut study, &format!("d{number}"), role, cases, &format!("D{number}"));
    }
    for (code, parent) in CODES.iter().zip(["", "relatie", "vertrouwen", ""]) {
        add_code(&mut study, code, parent);
    }
    study.codebook.codes["respect"].valence = Some(Valence::Promoting);
    study
}

fn add_random_source(study: &mut Study, name: &str, (cases, kind, phase, turns): &SourceSpec) {
    let said = |words: &[u8]| words.iter().map(|&word| one_of(&WORDS, word)).collect::<Vec<_>>().join(" ");
    let turns_as_text: Vec<_> =
        turns.iter().map(|(speaker, _, words)| (format!("D{speaker}"), said(words))).collect();
    let turns_as_text: Vec<_> =
        turns_as_text.iter().map(|(speaker, words)| (&speaker[..], &words[..])).collect();
    add_source(study, name, &chosen(&CASES, *cases), one_of(&KINDS, *kind), &turns_as_text);
    let source = study.sources.get_mut(name).unwrap();
    let named = |phase: u8| PHASES.get(phase as usize).map(|name| id(name));
    source.phase = named(*phase);
    for (unit, (_, phase, _)) in source.units.iter_mut().zip(turns) {
        unit.phase = named(*phase);
    }
}

/// Gives a part of a source to one of the source's own cases.
fn add_random_part(study: &mut Study, (source, case, start, length): (u8, u8, u8, u8)) {
    let source = one_of(&source_names(study), source);
    let case = one_of(&study.sources[&source].cases, case);
    let (start, end) = (u32::from(start), u32::from(start) + u32::from(length));
    let chars = CharSpan { start: CharOffset(start), end: CharOffset(end) };
    study.case_spans.push(CaseSpan { source, case, chars });
}

fn source_names(study: &Study) -> Vec<SourceId> {
    study.sources.keys().cloned().collect()
}

fn add_random_coding(study: &mut Study, (source, start, length, code, valence, coder): CodingSpec) {
    let source = one_of(&source_names(study), source);
    let text = &study.sources[&source].text;
    let byte = |chars: u8| text.byte_at(CharOffset(u32::from(chars).min(text.n_chars()))).unwrap();
    let span = Span::new(byte(start), byte(start.saturating_add(length)));
    study.codings.push(Coding {
        id: id(&format!("c{}", study.codings.len())),
        coder: id(one_of(&CODERS, coder)),
        source,
        code: id(one_of(&CODES, code)),
        target: span.map_or(Target::Source, Target::Span),
        valence: VALENCES.get(valence as usize).copied(),
        weight: None,
        quote: String::new(),
        memo: String::new(),
        created: None,
        modified: None,
    });
}

fn any_filter() -> impl Strategy<Value = Filter> {
    let bits = || prop_oneof![3 => Just(0u8), 1 => any::<u8>()];
    let attribute = prop::option::weighted(
        0.2,
        prop::sample::select(vec!["constructiveness=mixed", "constructiveness!=mixed"]),
    );
    (bits(), bits(), bits(), bits(), bits(), bits(), bits(), attribute).prop_map(
        |(cases, kinds, roles, phases, codes, valences, coders, attribute)| Filter {
            cases: chosen_ids(&CASES, cases),
            kinds: chosen_ids(&KINDS, kinds),
            roles: chosen_ids(&ROLES, roles),
            phases: chosen_ids(&PHASES, phases),
            codes: chosen_ids(&CODES, codes),
            valences: chosen(&VALENCES, valences),
            coders: chosen_ids(&CODERS, coders),
            attributes: attribute.into_iter().map(|test| test.parse().unwrap()).collect(),
            within: Vec::new(),
        },
    )
}

/// Units that pass, as positions of source and unit, straight from the facts of every table.
fn passing_by_facts(study: &Study, filter: &Filter) -> BTreeSet<(u32, u32)> {
    let facts = Facts::new(study, filter);
    let asks_codings = !(filter.codes.is_empty() && filter.valences.is_empty() && filter.coders.is_empty());
    if asks_codings {
        let unit = |fact: &draad_core::facts::Fact| Some((fact.source, fact.setting.unit?));
        facts.codings.iter().filter_map(unit).collect()
    } else {
        let unit = |stretch: &draad_core::facts::Material| Some((stretch.source, stretch.setting.unit?));
        facts.material.iter().filter_map(unit).collect()
    }
}

fn slice(text: &str, chars: CharSpan) -> String {
    let (start, length) = (chars.start.0 as usize, chars.len() as usize);
    text.chars().skip(start).take(length).collect()
}

/// A study whose words turn up in random queries, with its index.
static LETTERS: LazyLock<(Study, SearchIndex)> = LazyLock::new(|| {
    let study = with_units(&["een a één 'a", "a a", "één a", "b"]);
    let index = SearchIndex::build_in_memory(&study).unwrap();
    (study, index)
});

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn filters_mean_what_they_mean_in_tables(
        study in any_study(),
        filters in prop::collection::vec(any_filter(), 12),
        word in prop::sample::select(&WORDS[..]),
    ) {
        let index = SearchIndex::build_in_memory(&study).unwrap();
        for filter in filters {
            let passing = passing_by_facts(&study, &filter);
            let answer = search_in(&index, &study, word, &filter, &all_hits());
            let mut expected = Vec::new();
            for &(source, unit) in &passing {
                let source = &study.sources[source as usize];
                let span = source.units[unit as usize].span;
                let said = source.text.get(span).unwrap();
                let n_times = said.split(' ').filter(|own| *own == word).count();
                expected.extend(vec![(source.id.clone(), source.text.char_span(span)); n_times]);
            }
            let found: Vec<_> = answer.hits.iter().map(|hit| (hit.source.clone(), hit.unit_chars)).collect();
            prop_assert_eq!(&found, &expected, "{:?}", filter);
            prop_assert_eq!(answer.n_units_searched, passing.len(), "{:?}", filter);
            prop_assert_eq!(answer.n_hits, expected.len());
            prop_assert!(answer.hits.iter().all(|hit| hit.matched == word));
        }
    }

    #[test]
    fn positions_slice_back_to_what_is_shown(
        texts in prop::collection::vec("[aeé\u{301}bn'’ -]{0,6}(\\PC|👍🏽|👩‍👧|\n|e\u{308}){0,12}x", 1..4),
        n_words in 0..4usize,
    ) {
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let study = with_units(&texts);
        let index = SearchIndex::build_in_memory(&study).unwrap();
        let stored = study.sources["p01-ouder"].text.as_str();
        let options = SearchOptions { context: Context::Words(n_words), ..all_hits() };
        let by_letter = ["a*", "e*", "b*", "n*", "x*", "'n", "👍", "\"a e\"", "x", "NOT x*"];
        for query in by_letter.into_iter().chain(texts) {
            let Ok(query) = Query::parse(query) else { continue };
            let Ok(answer) = index.search(&study, &query, &Filter::default(), &options) else {
                continue; // the text looks like a field that the study does not have
            };
            prop_assert_eq!(answer.hits.len(), answer.n_hits);
            for hit in &answer.hits {
                prop_assert_eq!(slice(stored, hit.match_chars), hit.matched.as_str());
                let shown = [&hit.before[..], &hit.matched, &hit.after].concat();
                prop_assert!(slice(stored, hit.unit_chars).contains(&shown));
                let lines_before = stored.chars().take(hit.match_chars.start.0 as usize).filter(|&c| c == '\n').count();
                prop_assert_eq!(hit.line as usize, lines_before + 1);
                prop_assert!(hit.unit_chars.start <= hit.match_chars.start && hit.match_chars.end <= hit.unit_chars.end);
            }
        }
    }

    #[test]
    fn a_text_is_found_by_its_own_words(text in "\\PC{0,20}", around in "[a-z ]{0,5}") {
        let whole = format!("{around} {text} {around}");
        let phrase = format!("\"{}\"", text.replace(|c| "\"“”„«»*".contains(c), " "));
        let study = with_units(&[&whole]);
        let index = SearchIndex::build_in_memory(&study).unwrap();
        if let Ok(query) = Query::parse(&phrase) {
            let answer = index.search(&study, &query, &Filter::default(), &all_hits()).unwrap();
            prop_assert!(answer.n_hits > 0, "{:?} in {:?}", phrase, whole);
        }
    }

    #[test]
    fn any_query_is_answered_or_refused(text in "([-()* 'a:]|\"a a\"|\"een a|\"|OR |NOT |AND |één|-|\\PC){0,20}") {
        let (study, index) = &*LETTERS;
        if let Ok(query) = Query::parse(&text) {
            let filter = Filter { kinds: vec![id("interview")], ..Filter::default() };
            match index.search(study, &query, &filter, &all_hits()) {
                Ok(answer) => prop_assert_eq!(answer.hits.len(), answer.n_hits),
                Err(refused) => {
                    let position = refused.problem.position_in_query().unwrap();
                    prop_assert!((1..=text.chars().count()).contains(&position), "{refused:?}");
                }
            }
        }
    }
}
