use super::*;
use crate::sample::Sample;
use draad_core::{CharOffset, Filter};
use jiff::civil::date;

/// Two sources of `p01`, the later one first in the list, one of them shared with `p02`.
fn study() -> Study {
    let mut study = Sample::new()
        .case("p01", "")
        .case("p02", "")
        .factor("trust", "promoting")
        .factor("distance", "hindering")
        .code("theme", "", CodeKind::Theme, "")
        .source("late", "p01;p02", "interview", &[("p01-parent", "zo ging het toen"), ("p02-guide", "ja")])
        .source("early", "p01", "chat", &[("p01-parent", "hallo"), ("p01-guide", "dag, tot morgen")])
        .coding("anna", "late", "trust", "zo ging")
        .coding("bram", "late", "trust", "ging het")
        .coding_as("bram", "late", "trust", "toen", Some(Valence::Hindering))
        .coding("anna", "early", "distance", "dag")
        .coding("anna", "early", "theme", "hallo")
        .done();
    study.sources.get_mut("late").unwrap().date = Some(date(2021, 5, 1));
    study.sources.get_mut("early").unwrap().date = Some(date(2020, 1, 9));
    study
}

fn of_case(study: &Study, case: &str, filter: Filter) -> Outcome<Portrait> {
    let facts = Facts::new(study, &filter);
    let options = Options { filter, ..Options::default() };
    Portrait::of_case(study, &facts, &options, &case.parse().unwrap())
}

fn of_source(study: &Study, source: &str) -> Outcome<Portrait> {
    let facts = Facts::new(study, &Filter::default());
    Portrait::of_source(study, &facts, &Options::default(), &source.parse().unwrap())
}

fn chars(start: u32, end: u32) -> Option<CharSpan> {
    Some(CharSpan { start: CharOffset(start), end: CharOffset(end) })
}

#[test]
fn sources_of_a_case_stand_by_date_and_codes_by_where_they_first_occur() {
    let study = study();
    let portrait = of_case(&study, "p01", Filter::default()).unwrap();
    let sources: Vec<&str> = portrait.sources.iter().map(|source| source.id.as_str()).collect();
    assert_eq!(sources, ["early", "late"]);
    let codes: Vec<&str> = portrait.codes.iter().map(|code| code.id.as_str()).collect();
    assert_eq!(codes, ["trust", "distance", "theme"], "by section");
    assert_eq!((portrait.basis.n_cases, portrait.basis.n_sources, portrait.basis.n_codings), (1, 2, 5));
    let roles: Vec<&str> =
        portrait.voices.iter().map(|voice| voice.role.as_ref().unwrap().as_str()).collect();
    assert!(portrait.voices_are_roles);
    assert_eq!(roles, ["parent", "guide"]);
    assert_eq!(portrait.voices[0].n_chars, 16 + 5);
}

#[test]
fn overlapping_codings_are_one_passage_with_its_place_in_the_whole_text() {
    let portrait = of_source(&study(), "late").unwrap();
    let passages = &portrait.codes[0].passages;
    // "p01-parent: zo ging het toen": two coders overlap on "ging", a third stretch stands apart
    assert_eq!(passages[0].chars, chars(12, 23));
    assert_eq!((passages[0].n_codings, passages[0].state), (2, CellState::Promoting));
    assert_eq!((passages[1].chars, passages[1].state), (chars(24, 28), CellState::Hindering));
    assert_eq!(portrait.n_passages(), 2, "words of two cases count once");
    assert_eq!(portrait.sources[0].n_chars, 12 + 16 + 1 + 11 + 2 + 1);
}

#[test]
fn people_speak_in_one_source_and_roles_when_they_are_many() {
    let portrait = of_source(&study(), "late").unwrap();
    let speakers: Vec<_> = portrait.voices.iter().map(|voice| voice.speaker.as_deref().unwrap()).collect();
    assert_eq!(speakers, ["p01-parent", "p02-guide"]);
    let crowd: Vec<String> = (0..=MOST_SPEAKERS).map(|n| format!("p{n:02}-parent")).collect();
    let turns: Vec<(&str, &str)> = crowd.iter().map(|name| (name.as_str(), "ja")).collect();
    let study = Sample::new().case("p01", "").source("s", "p01", "chat", &turns).done();
    let portrait = of_source(&study, "s").unwrap();
    assert!(portrait.voices_are_roles);
    assert_eq!((portrait.voices.len(), portrait.voices[0].turns.len()), (1, MOST_SPEAKERS + 1));
}

#[test]
fn what_is_not_there_is_said() {
    let study = study();
    let error = of_source(&study, "latte").unwrap_err();
    assert!(matches!(error.problem, Problem::UnknownSource { ref nearest, .. } if nearest == "late"));
    let error = of_case(&study, "p09", Filter::default()).unwrap_err();
    assert!(matches!(error.problem, Problem::UnknownCase { .. }));
    let filter = Filter { kinds: vec!["diary".parse().unwrap()], ..Filter::default() };
    let error = of_case(&study, "p01", filter).unwrap_err();
    assert_eq!(error.problem, Problem::NothingToShow { reason: "no-material".into() });
}
