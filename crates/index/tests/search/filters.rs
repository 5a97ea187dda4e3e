//! What each filter lets through.

use crate::study::{
    add_case, add_code, add_participant, add_source, add_text, case_filter, code, empty, id, ids, search,
};
use draad_core::Valence::{Hindering, Promoting};
use draad_core::{CaseSpan, CharOffset, CharSpan, CoderPolicy, Filter, Study};
use draad_index::Answer;

/// Two cases, three sources, two coders.
fn study() -> Study {
    let mut study = empty();
    add_case(&mut study, "p01", "constructive");
    add_case(&mut study, "p02", "stalled");
    add_participant(&mut study, "p01-moeder", "parent", &["p01"], "Moeder");
    add_participant(&mut study, "p02-moeder", "parent", &["p02"], "Mama");
    add_participant(&mut study, "gho", "family-home-parent", &["p01", "p02"], "GHO");
    add_code(&mut study, "relatie", "");
    add_code(&mut study, "vertrouwen", "relatie");
    add_code(&mut study, "afspraken", "");
    study.codebook.codes["afspraken"].valence = Some(Promoting);
    let turns = [("Moeder", "een: zij luistert"), ("GHO", "twee: wij bellen")];
    add_source(&mut study, "p01-gesprek", &["p01"], "interview", &turns);
    let turns = [("Mama", "drie: nooit gebeld"), ("GHO", "vier: lastig"), ("?", "vijf: tja")];
    add_source(&mut study, "p02-chat", &["p02"], "chat", &turns);
    let turns = [("Moeder", "zes: bij ons"), ("Mama", "zeven: bij ons niet"), ("GHO", "acht: beide")];
    add_source(&mut study, "groep", &["p01", "p02"], "focus-group", &turns);
    study.sources["p02-chat"].phase = Some(id("evaluation"));
    study.sources["p02-chat"].units[0].phase = Some(id("installation"));
    code(&mut study, "anna", "p01-gesprek", "luistert", "vertrouwen", Some(Promoting));
    code(&mut study, "bram", "p01-gesprek", "bellen", "afspraken", None);
    code(&mut study, "anna", "p02-chat", "nooit gebeld", "vertrouwen", Some(Hindering));
    code(&mut study, "bram", "p02-chat", "nooit", "afspraken", Some(Promoting));
    code(&mut study, "bram", "p02-chat", "lastig", "relatie", None);
    study
}

/// The first word of each unit that passes.
fn passing(study: &Study, filter: Filter) -> Vec<String> {
    first_words(&search(study, "", &filter))
}

fn first_words(answer: &Answer) -> Vec<String> {
    assert_eq!(answer.n_units_searched, answer.n_units_found);
    let first = |text: &str| text.split(':').next().unwrap().to_owned();
    answer.hits.iter().map(|hit| first(&hit.matched)).collect()
}

#[test]
fn cases_by_source_speaker_or_part() {
    let mut study = study();
    assert_eq!(passing(&study, case_filter(&["p01"])), ["een", "twee", "zes", "acht"]);
    assert_eq!(passing(&study, case_filter(&["p02"])), ["drie", "vier", "vijf", "zeven", "acht"]);
    let start = study.sources["groep"].text.as_str().find("acht").unwrap() as u32;
    study.case_spans.push(CaseSpan {
        source: id("groep"),
        case: id("p02"),
        chars: CharSpan { start: CharOffset(start), end: CharOffset(start + 4) },
    });
    let rest = "what follows the part in the same turn is still about both";
    assert_eq!(passing(&study, case_filter(&["p01"])), ["een", "twee", "zes", "acht"], "{rest}");
    study.case_spans[0].chars.end = CharOffset(start + "acht: beide".len() as u32);
    assert_eq!(passing(&study, case_filter(&["p01"])), ["een", "twee", "zes"]);
}

#[test]
fn conditions_on_attributes() {
    let filter = |test: &str| Filter { attributes: vec![test.parse().unwrap()], ..Filter::default() };
    let study = study();
    assert_eq!(passing(&study, filter("constructiveness=constructive")), ["een", "twee", "zes", "acht"]);
    assert!(passing(&study, filter("constructiveness=mixed")).is_empty());
}

#[test]
fn kinds_roles_and_phases() {
    let study = study();
    let kinds = Filter { kinds: ids(&["chat", "focus-group"]), ..Filter::default() };
    assert_eq!(passing(&study, kinds), ["drie", "vier", "vijf", "zes", "zeven", "acht"]);
    let roles = |names: &[&str]| Filter { roles: ids(names), ..Filter::default() };
    assert_eq!(passing(&study, roles(&["parent"])), ["een", "drie", "zes", "zeven"]);
    assert_eq!(passing(&study, roles(&["family-home-parent", "child"])), ["twee", "vier", "acht"]);
    let phases = |names: &[&str]| Filter { phases: ids(names), ..Filter::default() };
    assert_eq!(passing(&study, phases(&["evaluation"])), ["vier", "vijf"]);
    assert_eq!(passing(&study, phases(&["installation"])), ["drie"]);
}

#[test]
fn one_coding_must_meet_all_that_is_asked_of_codings() {
    let study = study();
    let codings = |codes: &[&str], valences: &[_], coders: &[&str]| Filter {
        codes: ids(codes),
        valences: valences.to_vec(),
        coders: ids(coders),
        ..Filter::default()
    };
    assert_eq!(passing(&study, codings(&["vertrouwen"], &[], &[])), ["een", "drie"]);
    assert_eq!(passing(&study, codings(&["relatie"], &[], &[])), ["een", "drie", "vier"]);
    assert_eq!(passing(&study, codings(&["vertrouwen"], &[Promoting], &[])), ["een"]);
    assert_eq!(passing(&study, codings(&["afspraken"], &[Promoting], &[])), ["twee", "drie"]);
    assert_eq!(passing(&study, codings(&[], &[Promoting], &["anna"])), ["een"]);
    assert_eq!(passing(&study, codings(&[], &[Hindering], &[])), ["drie"]);
    assert_eq!(passing(&study, codings(&[], &[], &["bram"])), ["twee", "drie", "vier"]);
    assert!(passing(&study, codings(&["vertrouwen"], &[], &["bram"])).is_empty());
}

#[test]
fn filters_and_words_combine() {
    let study = study();
    let filter = Filter { roles: ids(&["parent"]), codes: ids(&["relatie"]), ..case_filter(&["p02"]) };
    let answer = search(&study, "bellen", &filter);
    assert_eq!((answer.n_hits, answer.n_units_searched), (1, 1));
    let hit = &answer.hits[0];
    assert_eq!((hit.matched.as_str(), hit.before.as_str()), ("gebeld", "drie: nooit "));
    assert_eq!(hit.speaker.as_deref(), Some("p02-moeder"));
    assert_eq!(hit.role, Some(id("parent")));
    assert_eq!(hit.phase, Some(id("installation")));
    assert_eq!(hit.cases, ids(&["p02"]));
    let codes = [(id("vertrouwen"), Some(Hindering)), (id("afspraken"), Some(Promoting))];
    assert_eq!(hit.codes, codes);
}

#[test]
fn the_coder_policy_decides_unless_coders_are_named() {
    let mut study = study();
    study.settings.coder_policy = CoderPolicy::One { coder: id("anna") };
    let relation = Filter { codes: ids(&["relatie"]), ..Filter::default() };
    assert_eq!(passing(&study, relation.clone()), ["een", "drie"]);
    let by_bram = Filter { coders: ids(&["bram"]), ..relation };
    assert_eq!(passing(&study, by_bram), ["vier"]);
}

#[test]
fn lines_stand_in_for_units_and_take_codings_by_the_same_rule() {
    let mut study = study();
    add_text(&mut study, "verslag", &["p01"], "dossier", "negen: kop\n\ntien: inhoud\nelf: slot\n");
    code(&mut study, "anna", "verslag", "inhoud\nelf", "afspraken", None);
    code(&mut study, "anna", "verslag", "\n\ntien", "vertrouwen", None);
    code(&mut study, "anna", "verslag", "", "relatie", None);
    let in_report = |name| Filter { codes: ids(&[name]), kinds: ids(&["dossier"]), ..Filter::default() };
    assert_eq!(passing(&study, in_report("afspraken")), ["tien"]);
    assert_eq!(passing(&study, in_report("relatie")), ["tien"]);
}

#[test]
fn a_source_without_case_is_found_unless_cases_are_asked_for() {
    let mut study = study();
    add_source(&mut study, "los", &[], "diary", &[("Moeder", "twaalf: los")]);
    let diaries = Filter { kinds: ids(&["diary"]), ..Filter::default() };
    assert_eq!(passing(&study, diaries.clone()), ["twaalf"]);
    let in_cases = Filter { cases: ids(&["p01", "p02"]), ..diaries };
    assert!(passing(&study, in_cases).is_empty());
}
