//! The rules of the module, each on a small source, and what holds for any division of a source into parts.

use super::*;
use crate::settings::Language;
use crate::{Case, CaseSpan, Code, Origin, Settings, Target, Text, UnitKind};
use indexmap::IndexMap;
use proptest::prelude::*;

const TEXT: &str = "abcdefghijklmnopqrstuvwxyz0123456789";

fn id<T: std::str::FromStr<Err = String>>(text: &str) -> T {
    text.parse().unwrap()
}

fn span(start: usize, end: usize) -> Span {
    Span::from_bytes(start..end).unwrap()
}

/// A study of three cases with one source about `cases`; every unit is `start, end, kind, speaker`.
fn study(cases: &[&str], units: &[(usize, usize, UnitKind, Option<&str>)]) -> Study {
    let mut study = Study::new(Settings::new("s", "S", Language::Nl));
    for name in ["p01", "p02", "p03"] {
        let case = Case { id: id(name), name: String::new(), attributes: IndexMap::new() };
        study.cases.insert(case.id.clone(), case);
        let person = Participant {
            id: id(&format!("{name}-ouder")),
            role: id("parent"),
            cases: vec![id(name)],
            labels: Vec::new(),
            name: String::new(),
            extra: Default::default(),
        };
        study.participants.insert(person.id.clone(), person);
    }
    study.codebook.codes.insert(id("c"), Code::new(id("c")));
    let unit = |&(start, end, kind, speaker): &(usize, usize, UnitKind, Option<&str>)| Unit {
        speaker: speaker.map(str::to_owned),
        ..Unit::new(span(start, end), kind)
    };
    let source = Source {
        id: id("s1"),
        cases: cases.iter().map(|case| id(case)).collect(),
        kind: id("interview"),
        date: None,
        phase: None,
        participants: vec![id("p01-ouder")],
        text: Text::new(TEXT),
        units: units.iter().map(unit).collect(),
        origin: Origin::default(),
        extra: Default::default(),
    };
    study.sources.insert(source.id.clone(), source);
    study
}

fn with_part(mut study: Study, case: &str, start: u32, end: u32) -> Study {
    let chars = CharSpan { start: CharOffset(start), end: CharOffset(end) };
    study.case_spans.push(CaseSpan { source: id("s1"), case: id(case), chars });
    study
}

fn with_coding(mut study: Study, start: usize, end: usize) -> Study {
    let number = study.codings.len();
    study.codings.push(Coding {
        id: id(&format!("k{number}")),
        coder: id("anna"),
        source: id("s1"),
        code: id("c"),
        target: Target::Span(span(start, end)),
        valence: None,
        weight: None,
        quote: TEXT[start..end].to_owned(),
        memo: String::new(),
        created: None,
        modified: None,
    });
    study
}

/// Material as case, start and end.
fn material(study: &Study) -> Vec<(u32, u32, u32)> {
    let facts = Facts::new(study, &Filter::default());
    facts.material.iter().map(|piece| (piece.case, piece.chars.start.0, piece.chars.end.0)).collect()
}

#[test]
fn a_case_listed_twice_counts_once() {
    let study = with_coding(study(&["p02", "p01", "p02"], &[]), 0, 3);
    let facts = Facts::new(&study, &Filter::default());
    assert_eq!(facts.codings.iter().map(|fact| fact.case).collect::<Vec<_>>(), [0]);
    let twice = with_coding(self::study(&["p02", "p02"], &[]), 0, 3);
    assert_eq!(Facts::new(&twice, &Filter::default()).codings.len(), 1);
    assert_eq!(material(&twice), [(1, 0, 36)]);
}

#[test]
fn only_words_are_taken_for_those_of_the_only_participant() {
    let units = [(0, 5, UnitKind::Header, None), (5, 20, UnitKind::Said, None)];
    let study = with_coding(with_coding(study(&["p01"], &units), 0, 3), 6, 9);
    let facts = Facts::new(&study, &Filter::default());
    let speakers: Vec<_> =
        facts.codings.iter().map(|fact| (fact.setting.speaker, fact.setting.role)).collect();
    assert_eq!(speakers, [(None, None), (Some(0), Some(0))]);
}

#[test]
fn text_outside_every_part_is_material_too() {
    let mut whole = with_part(study(&["p01", "p02"], &[]), "p02", 10, 20);
    assert_eq!(material(&whole), [(0, 0, 10), (1, 10, 20), (0, 20, 36)]);
    // Nobody in particular speaks: then what no part claims belongs to all cases.
    whole.sources[0].participants.clear();
    assert_eq!(material(&whole), [(0, 0, 10), (1, 0, 10), (1, 10, 20), (0, 20, 36), (1, 20, 36)]);
}

#[test]
fn a_turn_is_cut_where_a_part_begins() {
    let units = [(0, 12, UnitKind::Said, Some("iemand")), (12, 30, UnitKind::Said, Some("p02-ouder"))];
    let study = with_part(study(&["p01", "p02"], &units), "p01", 6, 20);
    assert_eq!(material(&study), [(0, 0, 6), (1, 0, 6), (0, 6, 12), (0, 12, 20), (1, 20, 30)]);
}

#[test]
fn a_source_of_one_case_is_never_cut() {
    let study = with_part(study(&["p01"], &[]), "p01", 6, 20);
    assert_eq!(material(&study), [(0, 0, 36)]);
}

#[test]
fn a_source_has_a_layer_as_soon_as_its_coder_has_a_coding() {
    let mut study = with_coding(with_coding(study(&["p01"], &[]), 0, 3), 6, 9);
    let counted = |study: &Study| Facts::new(study, &Filter::default()).codings.len();
    study.settings.coder_policy = CoderPolicy::Adjudicated { coder: id("samen") };
    assert_eq!(counted(&study), 2);
    study.codings[1].coder = id("samen");
    assert_eq!(counted(&study), 1);
}

#[test]
fn readings_are_of_whoever_coded_something_that_counts() {
    let mut study = with_coding(with_coding(with_coding(study(&["p01"], &[]), 0, 3), 6, 9), 7, 8);
    study.codings[1].coder = id("bram");
    study.codings[2].coder = id("carla");
    study.codings[2].code = id("no-code-of-the-study");
    let who = |study: &Study, filter: &Filter| {
        let readings = Facts::new(study, filter).readings.into_iter();
        readings.map(|reading| (reading.source, reading.coder.to_string())).collect::<Vec<_>>()
    };
    let both = vec![(0, "anna".to_owned()), (0, "bram".to_owned())];
    assert_eq!(who(&study, &Filter::default()), both);
    // a filter on something else than the coder does not make a source unread
    assert_eq!(who(&study, &Filter { valences: vec![Valence::Hindering], ..Filter::default() }), both);
    assert_eq!(who(&study, &Filter { coders: vec![id("bram")], ..Filter::default() }), both[1..]);
    study.settings.coder_policy = CoderPolicy::One { coder: id("anna") };
    assert_eq!(who(&study, &Filter::default()), both[..1]);
}

#[test]
fn without_something_is_as_if_it_had_been_filtered_out() {
    let units = [(0, 10, UnitKind::Said, Some("p01-ouder")), (10, 30, UnitKind::Said, Some("p02-ouder"))];
    let mut study = with_coding(with_coding(study(&["p01", "p02"], &units), 0, 3), 12, 15);
    study.codings[1].coder = id("bram");
    let mut second = study.sources[0].clone();
    (second.id, second.kind) = (id("s2"), id("chat"));
    study.sources.insert(second.id.clone(), second);
    study.codings.push(Coding { source: id("s2"), id: id("k2"), ..study.codings[0].clone() });
    let facts = Facts::new(&study, &Filter::default());
    let filtered = |filter: Filter| Facts::new(&study, &filter);
    let cases = vec![id("p02"), id("p03")];
    assert_eq!(
        facts.without(&study, &LeaveOut::Case(id("p01"))),
        filtered(Filter { cases, ..Filter::default() })
    );
    let kinds = vec![id("interview")];
    assert_eq!(
        facts.without(&study, &LeaveOut::Kind(id("chat"))),
        filtered(Filter { kinds, ..Filter::default() })
    );
    let coders = vec![id("anna")];
    assert_eq!(
        facts.without(&study, &LeaveOut::Coder(id("bram"))),
        filtered(Filter { coders, ..Filter::default() })
    );
    study.participants[1].role = id("child");
    let facts = Facts::new(&study, &Filter::default());
    let children = Filter { roles: vec![id("child")], ..Filter::default() };
    assert_eq!(facts.without(&study, &LeaveOut::Role(id("parent"))), Facts::new(&study, &children));
    assert_eq!(facts.without(&study, &LeaveOut::Case(id("p99"))), facts);
}

fn any_units() -> impl Strategy<Value = Vec<(usize, usize, UnitKind, Option<&'static str>)>> {
    let kind = prop::sample::select(&[UnitKind::Said, UnitKind::Said, UnitKind::Header][..]);
    let speaker = prop::option::of(prop::sample::select(&["p01-ouder", "p02-ouder", "iemand"][..]));
    prop::collection::vec((0usize..4, 1usize..8, kind, speaker), 0..5).prop_map(|units| {
        let mut at = 0;
        let place = |(gap, length, kind, speaker)| {
            let start = at + gap;
            at = start + length;
            (start, at, kind, speaker)
        };
        units.into_iter().map(place).filter(|(_, end, ..)| *end <= TEXT.len()).collect()
    })
}

proptest! {
    #[test]
    fn where_a_coding_starts_in_material_its_cases_have_material(
        n_cases in 1usize..=3,
        units in any_units(),
        parts in prop::collection::vec((0usize..3, 0u32..36, 1u32..20), 0..4),
        codings in prop::collection::vec((0usize..35, 1usize..20), 1..8),
        of_case in prop::option::of(0usize..3),
        of_parents in any::<bool>(),
    ) {
        let cases = ["p01", "p02", "p03"];
        let mut study = study(&cases[..n_cases], &units);
        for (case, start, length) in parts {
            study = with_part(study, cases[case], start, (start + length).min(36));
        }
        for (start, length) in codings {
            study = with_coding(study, start, (start + length).min(TEXT.len()));
        }
        study.sort_codings();
        let filter = Filter {
            cases: of_case.map(|case| id(cases[case])).into_iter().collect(),
            roles: of_parents.then(|| id("parent")).into_iter().collect(),
            ..Filter::default()
        };
        let facts = Facts::new(&study, &filter);
        let source = &study.sources[0];
        for fact in &facts.codings {
            let start = fact.chars.unwrap().start;
            let covers = |piece: &&Material| piece.chars.start <= start && start < piece.chars.end;
            let in_unit = |unit: &Unit| unit.kind.is_material() && unit.span.contains(crate::ByteOffset(start.0));
            if source.units.is_empty() || source.units.iter().any(in_unit) {
                let own = facts.material.iter().filter(covers).any(|piece| piece.case == fact.case);
                prop_assert!(own, "{fact:?} {:?}", facts.material);
            }
        }
    }
}
