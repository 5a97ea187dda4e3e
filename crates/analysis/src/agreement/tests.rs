use super::*;
use crate::sample::{Sample, any_filter, any_study};
use draad_core::facts::Facts;
use draad_core::{CharOffset, Problem, Valence};
use draad_measures::Undefined;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn ids<Id: std::str::FromStr<Err = String>>(names: &[&str]) -> Vec<Id> {
    names.iter().map(|name| name.parse().unwrap()).collect()
}

fn on(unit: AgreementUnit) -> AgreementOptions {
    AgreementOptions { unit, resamples: 0, ..AgreementOptions::default() }
}

fn found(study: &Study, own: &AgreementOptions) -> Agreement {
    Agreement::from_study(study, &Options::default(), own).unwrap()
}

fn nothing(study: &Study, options: &Options) -> Problem {
    Agreement::from_study(study, options, &AgreementOptions::default()).unwrap_err().problem
}

fn spans(code: &CodeAgreement) -> &SpanAgreement {
    match &code.found {
        CodeFound::Spans(found) => found,
        CodeFound::Units(_) => panic!("spans were asked for"),
    }
}

fn units(code: &CodeAgreement) -> &UnitAgreement {
    match &code.found {
        CodeFound::Units(found) => found,
        CodeFound::Spans(_) => panic!("units were asked for"),
    }
}

/// Two cases, two sources that anna and bram coded, one that anna alone coded.
fn double_coded() -> Sample {
    let turns = [("p01-parent", "Ik vertrouw haar."), ("p01-child", "Ik ook wel.")];
    Sample::new()
        .case("p01", "constructive")
        .case("p02", "stalled")
        .factor("trust", "promoting")
        .code("deep", "trust", draad_core::CodeKind::Factor, "promoting")
        .factor("respect", "")
        .source("s1", "p01", "interview", &turns)
        .source("s2", "p02", "interview", &[("p02-parent", "Zij luistert nooit naar mij.")])
        .source("s3", "p02", "chat", &[("p02-parent", "Tot morgen dan.")])
        .coding("anna", "s1", "trust", "Ik vertrouw haar.")
        .coding("bram", "s1", "trust", "vertrouw haar.")
        .coding("anna", "s2", "respect", "luistert nooit")
        .coding("bram", "s2", "deep", "naar mij")
        .coding("anna", "s3", "trust", "morgen")
}

#[test]
fn only_sources_that_two_coders_read_are_compared() {
    let found = found(&double_coded().done(), &on(AgreementUnit::Spans));
    assert_eq!(found.basis.n_sources, 2);
    let shared = |row: &CoderRow| (row.coder.to_string(), row.n_sources, row.n_shared, row.n_codings);
    let expected = [("anna".to_owned(), 3, 2, 2), ("bram".to_owned(), 2, 2, 2)];
    assert_eq!(found.coders.iter().map(shared).collect::<Vec<_>>(), expected);
    let names: Vec<&str> = found.codes.iter().map(|code| code.code.as_str()).collect();
    assert_eq!(names, ["trust", "deep", "respect"]);
    // a parent code holds what is below it, as everywhere
    assert_eq!(found.codes[0].used.iter().map(|used| used.n_codings).collect::<Vec<_>>(), [1, 2]);
    let options = Options { unfolded: true, ..Options::default() };
    let own = Agreement::from_study(&double_coded().done(), &options, &on(AgreementUnit::Spans)).unwrap();
    assert_eq!(own.codes[0].used.iter().map(|used| used.n_codings).collect::<Vec<_>>(), [1, 1]);
}

#[test]
fn a_source_in_which_nobody_says_anything_is_compared_over_its_whole_text() {
    let mut study = double_coded().done();
    for unit in &mut study.sources.get_mut("s1").unwrap().units {
        unit.kind = draad_core::UnitKind::Header;
    }
    let n_chars = |of: &[&str]| of.iter().map(|id| u64::from(study.sources[*id].text.n_chars())).sum::<u64>();
    let both = found(&study, &on(AgreementUnit::Spans));
    assert_eq!(spans(&both.codes[0]).n_chars, n_chars(&["s1", "s2"]));
    let by_case = found(&study, &on(AgreementUnit::Case));
    assert_eq!(by_case.codes[0].cases.n_cases(), 2);
    let parents = Filter { roles: vec!["parent".parse().unwrap()], ..Filter::default() };
    let options = Options { filter: parents, ..Options::default() };
    let said = Agreement::from_study(&study, &options, &on(AgreementUnit::Spans)).unwrap();
    assert!(said.coders.iter().all(|row| row.n_shared == 1), "a filter on roles keeps what somebody says");
}

#[test]
fn all_coders_count_whatever_the_policy_but_for_a_layer_of_decisions() {
    let mut study = double_coded().coding("consensus", "s1", "trust", "vertrouw").done();
    study.settings.coder_policy = CoderPolicy::One { coder: "anna".parse().unwrap() };
    assert_eq!(found(&study, &on(AgreementUnit::Spans)).coders.len(), 3);
    study.settings.coder_policy = CoderPolicy::Adjudicated { coder: "consensus".parse().unwrap() };
    let without = found(&study, &on(AgreementUnit::Spans));
    assert_eq!(without.left_out.layers, ids::<CoderId>(&["consensus"]));
    assert_eq!(without.coders.len(), 2);
    assert_eq!(without.basis.coder_policy, CoderPolicy::All);
    let filter = Filter { coders: ids(&["bram", "consensus"]), ..Filter::default() };
    let options = Options { filter, ..Options::default() };
    let asked = Agreement::from_study(&study, &options, &on(AgreementUnit::Spans)).unwrap();
    assert_eq!(asked.coders.iter().map(|row| row.coder.as_str()).collect::<Vec<_>>(), ["bram", "consensus"]);
    assert_eq!(asked.basis.n_sources, 1);
}

#[test]
fn who_shares_nothing_takes_no_part_and_is_named() {
    let study = double_coded().coding("cleo", "s3", "trust", "dan").done();
    // anna and cleo share the chat
    assert_eq!(found(&study, &on(AgreementUnit::Spans)).coders.len(), 3);
    let filter = Filter { kinds: ids(&["interview"]), ..Filter::default() };
    let options = Options { filter, ..Options::default() };
    let without = Agreement::from_study(&study, &options, &on(AgreementUnit::Spans)).unwrap();
    assert_eq!(without.left_out.alone, ids::<CoderId>(&["cleo"]));
}

#[test]
fn a_silent_reader_found_nothing_which_is_a_reading() {
    let own = AgreementOptions { silent_readers: true, ..on(AgreementUnit::Source) };
    let found = found(&double_coded().done(), &own);
    assert_eq!(found.basis.n_sources, 3);
    assert_eq!(found.coders[1].n_silent, 1);
    let trust = units(&found.codes[0]);
    // both found it in s1, bram alone in s2 (below it), anna alone in s3
    assert_eq!((trust.n_units, trust.percent), (3, Ok(1.0 / 3.0)));
}

#[test]
fn a_case_is_where_coders_agree_that_a_factor_is_there() {
    let found = found(&double_coded().done(), &on(AgreementUnit::Case));
    let trust = &found.codes[0];
    assert_eq!((trust.cases.n_all(), trust.cases.n_cases()), (1, 2));
    assert_eq!(trust.cases.found[1].case.as_str(), "p02");
    assert_eq!((&trust.cases.found[1].by[..], &trust.cases.found[1].not_by[..]), (&[1][..], &[0][..]));
    assert_eq!(units(trust).percent, Ok(0.5));
    assert_eq!(units(trust).units.len(), 2);
}

#[test]
fn codings_of_whole_sources_are_presence_and_no_stretch() {
    let study = double_coded().coding("bram", "s2", "respect", "").done();
    let in_text = found(&study, &on(AgreementUnit::Spans));
    assert_eq!(in_text.left_out.n_whole_source, 1);
    let respect = &in_text.codes[2];
    assert_eq!(respect.used[1], CodeUse { n_codings: 1, found: 0, read: respect.used[1].read });
    let by_source = found(&study, &on(AgreementUnit::Source));
    assert_eq!(by_source.left_out.n_whole_source, 0);
    assert_eq!(units(&by_source.codes[2]).percent, Ok(1.0));
}

#[test]
fn valence_is_compared_where_it_is_asked_and_where_both_have_the_code() {
    let coded = |coder, valence| {
        move |sample: Sample| sample.coding_as(coder, "s1", "respect", "Ik ook wel.", Some(valence))
    };
    let both = coded("bram", Valence::Hindering)(coded("anna", Valence::Promoting)(double_coded()));
    let own = AgreementOptions { measure: AgreementMeasure::Valence, ..on(AgreementUnit::Turn) };
    let found_valence = found(&both.done(), &own);
    let respect = units(&found_valence.codes[2]);
    let values: Vec<_> = respect.units.iter().map(|unit| unit.values.clone()).collect();
    assert_eq!(values, [vec![Some(1), Some(2)], vec![Some(4), Some(0)]]);
    assert_eq!((respect.n_units, respect.percent), (3, Ok(1.0 / 3.0)));
    let one = coded("anna", Valence::Promoting)(coded("anna", Valence::Hindering)(double_coded())).done();
    assert_eq!(units(&found(&one, &own).codes[2]).units[0].values, [Some(3), Some(0)]);
}

#[test]
fn what_cannot_be_compared_says_why() {
    let reason = |reason: &str| Problem::NothingToShow { reason: reason.to_owned() };
    let coders = |names: &[&str]| {
        let filter = Filter { coders: ids(names), ..Filter::default() };
        Options { filter, ..Options::default() }
    };
    let study = double_coded().done();
    assert_eq!(nothing(&study, &coders(&["anna"])), reason("one-coder"));
    let chat = Filter { kinds: ids(&["chat"]), ..Filter::default() };
    assert_eq!(nothing(&study, &Options { filter: chat, ..Options::default() }), reason("one-coder"));
    assert!(matches!(nothing(&study, &coders(&["anna", "dirk"])), Problem::UnknownCoder { .. }));
    let apart = double_coded().coding("cleo", "s3", "trust", "dan").done();
    assert_eq!(nothing(&apart, &coders(&["bram", "cleo"])), reason("no-double-coding"));
    let mut empty = double_coded().done();
    empty.codings.clear();
    assert_eq!(nothing(&empty, &Options::default()), reason("no-codings"));
}

#[test]
fn a_code_that_nobody_used_stays_when_it_is_asked_for() {
    let study = double_coded().factor("unused", "").done();
    let all = found(&study, &on(AgreementUnit::Turn));
    assert_eq!(all.left_out.unused, ids::<CodeId>(&["unused"]));
    let filter = Filter { codes: ids(&["unused"]), ..Filter::default() };
    let asked = Options { filter, ..Options::default() };
    let asked = Agreement::from_study(&study, &asked, &on(AgreementUnit::Turn)).unwrap();
    let unused = units(&asked.codes[0]);
    assert_eq!((unused.percent, unused.alpha), (Ok(1.0), Err(Undefined::NoVariation)));
    assert_eq!((unused.ac1, unused.brennan_prediger), (Ok(1.0), Ok(1.0)));
}

#[test]
fn intervals_need_ten_sources_with_the_code_and_are_the_same_every_time() {
    let mut sample = Sample::new().case("p01", "").factor("a", "").factor("b", "");
    for place in 0..12 {
        let id = format!("s{place:02}");
        sample = sample.source(&id, "p01", "chat", &[("x", "een twee drie vier vijf")]);
        sample = sample.coding("anna", &id, "a", "twee drie").coding(
            "bram",
            &id,
            "a",
            if place % 3 == 0 { "vier" } else { "drie" },
        );
        if place < 9 {
            sample = sample.coding("anna", &id, "b", "een").coding("bram", &id, "b", "een twee");
        }
    }
    let study = sample.done();
    for unit in [AgreementUnit::Spans, AgreementUnit::Turn] {
        let own = AgreementOptions { unit, resamples: 200, seed: 7, ..AgreementOptions::default() };
        let first = found(&study, &own);
        assert_eq!(first, found(&study, &own));
        let interval = |place: usize| match &first.codes[place].found {
            CodeFound::Spans(found) => found.interval,
            CodeFound::Units(found) => found.interval,
        };
        assert_eq!(interval(1), Some(Err(Undefined::TooFewUnits { n: 9, needed: 10 })), "{unit:?}");
        if unit == AgreementUnit::Spans {
            let interval = interval(0).unwrap().unwrap();
            let alpha = spans(&first.codes[0]).alpha.unwrap();
            assert!(interval.low < alpha && alpha < interval.high, "{interval:?} {alpha}");
        }
    }
}

/// The characters that are compared: the whole text, or where the filter keeps part of a source the material that passes.
fn compared(study: &Study, facts: &Facts, filter: &Filter, source: u32) -> BTreeSet<u32> {
    let text = &study.sources[source as usize];
    let keeps_all = filter.roles.is_empty()
        && filter.phases.is_empty()
        && text.cases.iter().all(|case| filter.takes_case(&study.cases[case]));
    let material = facts.material.iter().filter(|material| material.source == source);
    match keeps_all {
        true => (0..text.text.n_chars()).collect(),
        false => material.flat_map(|material| material.chars.start.0..material.chars.end.0).collect(),
    }
}

/// What the definition says, read slowly: both, only anna, only bram, neither, over all that both read.
fn counted<T: Ord>(
    study: &Study,
    facts: &Facts,
    code: &CodeId,
    all: &BTreeSet<T>,
    places: impl Fn(&Fact) -> Vec<T>,
) -> [u64; 4] {
    let below = study.codebook.with_descendants(code);
    let has = |coder: &str| -> BTreeSet<T> {
        let own = facts.codings.iter().filter(|fact| {
            let coding = &study.codings[fact.coding as usize];
            coding.coder.as_str() == coder && below.contains(&coding.code)
        });
        own.flat_map(&places).filter(|place| all.contains(place)).collect()
    };
    let (anna, bram) = (has("anna"), has("bram"));
    let both = anna.intersection(&bram).count();
    let (only_anna, only_bram) = (anna.len() - both, bram.len() - both);
    [both, only_anna, only_bram, all.len() - both - only_anna - only_bram].map(|n| n as u64)
}

proptest! {
    #[test]
    fn counts_are_those_of_the_definition(study in any_study(), filter in any_filter()) {
        let options = Options { filter: filter.clone(), ..Options::default() };
        let Ok(on_spans) = Agreement::from_study(&study, &options, &on(AgreementUnit::Spans)) else { return Ok(()) };
        let everybody = Filter { coders: ids(&["anna", "bram"]), ..filter.clone() };
        let facts = Facts::new(&study, &everybody);
        let read_by = |source: u32| facts.readings.iter().filter(|reading| reading.source == source).count();
        let has_material = |source: u32| facts.material.iter().any(|material| material.source == source);
        let sources: Vec<u32> = (0..4).filter(|&source| read_by(source) == 2 && has_material(source)).collect();
        let chars: BTreeSet<(u32, u32)> = sources
            .iter()
            .flat_map(|&source| compared(&study, &facts, &filter, source).into_iter().map(move |at| (source, at)))
            .collect();
        let turns: BTreeSet<(u32, u32)> = facts
            .material
            .iter()
            .filter(|material| sources.contains(&material.source))
            .filter_map(|material| Some((material.source, material.setting.unit?)))
            .collect();
        let by_turn = Agreement::from_study(&study, &options, &on(AgreementUnit::Turn)).unwrap();
        let by_case = Agreement::from_study(&study, &options, &on(AgreementUnit::Case)).unwrap();
        let cases: BTreeSet<u32> = facts
            .material
            .iter()
            .filter(|material| sources.contains(&material.source))
            .map(|material| material.case)
            .collect();
        let touched = |fact: &Fact| {
            let source = &study.sources[fact.source as usize];
            let is_touched = |(_, unit): &(u32, &draad_core::Unit)| {
                let chars = source.text.char_span(unit.span);
                let overlap = |own: draad_core::CharSpan| own.start < chars.end && chars.start < own.end;
                fact.chars.is_some_and(overlap)
            };
            (0..).zip(&source.units).filter(is_touched).map(|(unit, _)| (fact.source, unit)).collect()
        };
        for code in &on_spans.codes {
            let pair = |agreement: &Agreement| {
                let own = agreement.codes.iter().find(|own| own.code == code.code).unwrap();
                own.pairs.first().map(|pair| [pair.both, pair.only_first, pair.only_second, pair.neither])
            };
            let characters = |fact: &Fact| {
                let chars = fact.chars.unwrap_or(draad_core::CharSpan { start: CharOffset(0), end: CharOffset(0) });
                (chars.start.0..chars.end.0).map(|at| (fact.source, at)).collect()
            };
            let expected = counted(&study, &facts, &code.code, &chars, characters);
            prop_assert_eq!(pair(&on_spans), Some(expected), "characters of {}", code.code);
            let expected = counted(&study, &facts, &code.code, &turns, touched);
            prop_assert_eq!(pair(&by_turn), Some(expected), "turns of {}", code.code);
            let in_case = |fact: &Fact| if sources.contains(&fact.source) { vec![fact.case] } else { vec![] };
            let expected = counted(&study, &facts, &code.code, &cases, in_case);
            prop_assert_eq!(pair(&by_case), Some(expected), "cases of {}", code.code);
        }
    }

    #[test]
    fn the_order_of_coders_does_not_matter(study in any_study()) {
        let mut turned = study.clone();
        for coding in &mut turned.codings {
            coding.coder = (if coding.coder.as_str() == "anna" { "bram" } else { "anna" }).parse().unwrap();
        }
        turned.sort_codings();
        for unit in [AgreementUnit::Spans, AgreementUnit::Turn, AgreementUnit::Source, AgreementUnit::Case] {
            let values = |study: &Study| {
                let found = Agreement::from_study(study, &Options::default(), &on(unit)).ok()?;
                let of_code = |code: &CodeAgreement| match &code.found {
                    CodeFound::Spans(found) => vec![found.alpha, found.percent, found.char_kappa, found.valence_alpha],
                    CodeFound::Units(found) => vec![found.alpha, found.percent, found.kappa, found.ac1],
                };
                Some(found.codes.iter().flat_map(of_code).collect::<Vec<_>>())
            };
            let (one, other) = (values(&study), values(&turned));
            prop_assert_eq!(one.as_ref().map(Vec::len), other.as_ref().map(Vec::len));
            for (one, other) in one.into_iter().flatten().zip(other.into_iter().flatten()) {
                let is_same = match (one, other) {
                    (Ok(one), Ok(other)) => (one - other).abs() < 1e-12,
                    (one, other) => one == other,
                };
                prop_assert!(is_same, "{:?} {:?} {:?}", unit, one, other);
            }
        }
    }
}

#[test]
fn a_coefficient_is_of_the_units_that_are_compared() {
    use AgreementUnit::{Spans, Turn};
    assert_eq!(Coefficient::named(None, Spans).unwrap(), Coefficient::UAlpha);
    assert_eq!(Coefficient::named(None, Turn).unwrap(), Coefficient::Alpha);
    assert_eq!(Coefficient::named(Some("ac1"), Turn).unwrap(), Coefficient::Ac1);
    let refused = Coefficient::named(Some("kappa"), Spans).unwrap_err().problem;
    let known = "u-alpha, char-kappa, valence".to_owned();
    let (option, value) = ("coefficient".to_owned(), "kappa".to_owned());
    assert_eq!(refused, Problem::TableValueUnknown { option, value, known });
    let study = double_coded().done();
    let on_spans = found(&study, &on(Spans));
    let trust = &on_spans.codes[0];
    assert_eq!(Coefficient::UAlpha.of(trust), spans(trust).alpha);
    assert_eq!(Coefficient::Valence.of(trust), spans(trust).valence_alpha);
    assert_eq!(Coefficient::Alpha.of(trust), Err(Undefined::NothingShared));
    let on_turns = found(&study, &on(Turn));
    assert_eq!(
        Coefficient::BrennanPrediger.of(&on_turns.codes[0]),
        units(&on_turns.codes[0]).brennan_prediger
    );
}

#[test]
fn prevalence_is_what_was_found_of_what_was_read_by_all_together() {
    let found = found(&double_coded().done(), &on(AgreementUnit::Turn));
    // anna and bram each read the two turns of s1 and the one of s2; trust, with deep below it, is in one turn of s1 by anna,
    // and by bram in that one and in the turn of s2
    assert_eq!(found.codes[0].prevalence(), Ok(3.0 / 6.0));
    assert_eq!(found.codes[2].prevalence(), Ok(1.0 / 6.0), "respect");
}
