use super::*;
use crate::evidence::{CellAddress, passages_at};
use crate::sample::{Sample, any_filter, any_study};
use crate::{CellState, GroupKey, Statement};
use draad_core::{Filter, PhaseId};
use proptest::prelude::*;
use std::collections::BTreeSet;

const LONG: &str = "Zij belde elke vrijdag terug en vroeg dan ook hoe het met mij ging.";

fn compute(study: &Study, keys: &[TensionKey], quotes: usize) -> Tensions {
    let options = Options::default();
    let own = TensionsOptions { keys: keys.to_vec(), quotes };
    Tensions::from_facts(study, &Facts::new(study, &options.filter), &options, &own).unwrap()
}

/// Three cases: in the first, parent and carer disagree; in the second, the parent's reading changes; the third only
/// promotes.
fn three_cases() -> Sample {
    use Valence::{Ambivalent, Hindering};
    let turns = [("p01-parent", LONG), ("p01-guide", LONG)];
    let late = [("p02-parent", LONG)];
    Sample::new()
        .case("p01", "constructive")
        .case("p02", "stalled")
        .case("p03", "constructive")
        .factor("trust", "promoting")
        .factor("blame", "hindering")
        .factor("doubt", "ambivalent")
        .source("s1", "p01", "interview", &turns)
        .source("s2", "p02", "dossier", &late)
        .source("s3", "p02", "interview", &late)
        .source("s4", "p03", "interview", &[("p03-parent", LONG)])
        .phase("s1", "stabilisation")
        .phase("s2", "installation")
        .phase("s3", "evaluation")
        .phase("s4", "installation")
        .coding("anna", "s1", "trust", "Zij belde elke vrijdag terug en vroeg dan ook")
        .coding_as("anna", "s2", "trust", LONG, Some(Hindering))
        .coding("anna", "s3", "trust", LONG)
        .coding("anna", "s4", "trust", LONG)
        .coding("bram", "s4", "blame", "belde")
        .coding_as("bram", "s4", "trust", "terug", Some(Ambivalent))
        .coding("bram", "s4", "doubt", "terug")
}

/// The carer's words in s1 hinder.
fn with_the_carer(sample: Sample) -> Study {
    let mut study = sample.done();
    let second = study.sources["s1"].units[1].span;
    let mut coding = study.codings[0].clone();
    coding.id = "carer".parse().unwrap();
    coding.target = draad_core::Target::Span(second);
    coding.valence = Some(Valence::Hindering);
    study.codings.push(coding);
    study.sort_codings();
    study
}

#[test]
fn each_case_says_where_the_two_directions_meet() {
    let study = with_the_carer(three_cases());
    let found = compute(&study, &TensionsOptions::default().keys, 2);
    let [trust] = &found.factors[..] else { panic!("one factor is in tension") };
    assert_eq!(trust.id.as_str(), "trust");
    let reach = |both: &BothIn| (found.cases[both.case].as_str().to_owned(), both.reach);
    let both: Vec<(String, Reach)> = trust.both.iter().map(reach).collect();
    assert_eq!(both, [("p01".to_owned(), Reach::Source), ("p02".to_owned(), Reach::Case)]);
    assert_eq!((trust.reach, trust.between_codes), (Reach::Source, false));
    assert_eq!((&trust.promoting[..], &trust.hindering[..]), (&[0, 1, 2][..], &[0, 1][..]));
    assert_eq!(trust.ambivalent, [2]);
    let [phase, role, kind, case] = &trust.keys[..] else { panic!("four keys") };
    assert_eq!(role.flips.iter().map(|flip| flip.case).collect::<Vec<_>>(), [0]);
    assert_eq!(phase.changing(Change::HindersThenHelps), [1]);
    assert_eq!(phase.changing(Change::HelpsThenHinders), [0_usize; 0]);
    assert_eq!(kind.flips.iter().map(|flip| flip.case).collect::<Vec<_>>(), [1]);
    assert!(case.differs && case.flips.is_empty());
    let others: Vec<(&str, CellState)> =
        found.others.iter().map(|other| (other.id.as_str(), other.state)).collect();
    assert_eq!(others, [("blame", CellState::Hindering), ("doubt", CellState::Ambivalent)]);
}

#[test]
fn roles_that_contradict_each_other_are_named_with_their_cases() {
    let study = with_the_carer(three_cases());
    let found = compute(&study, &[TensionKey::By(By::Role)], 1);
    let by_role = &found.factors[0].keys[0];
    let level = |id: &str| {
        let is = |level: &Level| level.key == GroupKey::Value(id.to_owned());
        found.keys[0].levels.iter().position(is).unwrap()
    };
    let expected = LevelPair { promoting: level("parent"), hindering: level("guide"), cases: vec![0] };
    assert_eq!(by_role.pairs, [expected]);
    let parent = by_role.occurrence(level("parent")).unwrap();
    assert_eq!(
        (parent.state, parent.cases.len()),
        (CellState::Both, 3),
        "in one case so, in another otherwise"
    );
    assert_eq!(found.keys[0].levels[level("parent")].n_chars, 4 * LONG.chars().count() as u64);
}

#[test]
fn two_voices_come_from_one_case_and_phase_before_one_case_and_role() {
    let study = with_the_carer(three_cases());
    let voices = |keys: &[TensionKey]| {
        let found = compute(&study, keys, 9);
        let of = |voices: &Voices| {
            let place = |passage: &Passage| passage.source.to_string();
            (place(&voices.promoting), place(&voices.hindering), voices.shared)
        };
        found.factors[0].voices.iter().map(of).collect::<Vec<_>>()
    };
    let pair = |p: &str, h: &str, shared| (p.to_owned(), h.to_owned(), shared);
    assert_eq!(
        voices(&TensionsOptions::default().keys),
        [pair("s1", "s1", Shared::CaseAndPhase), pair("s3", "s2", Shared::CaseAndRole)],
        "the passage of p03 has no counterpart that was not shown"
    );
    assert_eq!(voices(&[TensionKey::By(By::Phase)])[0], pair("s3", "s2", Shared::CaseAndRole));
    assert_eq!(
        voices(&[TensionKey::Case])[0],
        pair("s1", "s2", Shared::Role),
        "different cases first, and of these the same role in different phases"
    );
}

#[test]
fn passages_that_two_coders_read_differently_are_shown_apart() {
    let study = Sample::new()
        .case("p01", "")
        .factor("trust", "promoting")
        .source("s1", "p01", "interview", &[("p01-parent", LONG)])
        .coding("anna", "s1", "trust", LONG)
        .coding_as("bram", "s1", "trust", "elke vrijdag", Some(Valence::Hindering))
        .done();
    let found = compute(&study, &TensionsOptions::default().keys, 1);
    let trust = &found.factors[0];
    assert_eq!((trust.reach, trust.voices.len(), trust.both_ways.len()), (Reach::Passage, 0, 1));
    let by_coder = compute(&study, &[TensionKey::By(By::Coder)], 1);
    assert_eq!(by_coder.factors[0].keys[0].flips.len(), 1);
    assert!(compute(&study, &[TensionKey::By(By::Role)], 1).factors.is_empty(), "one role says both");
    assert_eq!(
        found.keys.iter().map(|used| used.undefined).collect::<Vec<_>>(),
        [
            Some(Undefined::NotStated),
            Some(Undefined::TooFewUnits { n: 1, needed: 2 }),
            Some(Undefined::TooFewUnits { n: 1, needed: 2 }),
            Some(Undefined::TooFewCases { n: 1, needed: 2 }),
        ]
    );
}

#[test]
fn people_who_ask_questions_contradict_nobody() {
    let mut study = with_the_carer(three_cases());
    study.settings.roles.iter_mut().for_each(|role| role.asks = role.id.as_str() == "guide");
    let found = compute(&study, &TensionsOptions::default().keys, 1);
    assert!(found.factors[0].keys[1].flips.is_empty());
    assert!(found.factors[0].voices.iter().all(|voices| voices.hindering.source.as_str() == "s2"));
}

#[test]
fn what_is_not_there_has_a_reason() {
    let why = |study: &Study| compute(study, &TensionsOptions::default().keys, 1).undefined;
    let bare = Sample::new().case("p01", "").factor("trust", "promoting");
    assert_eq!(why(&bare.done()), Some(Undefined::NoMaterial));
    let sample = || {
        let sample = Sample::new().case("p01", "").factor("trust", "promoting").factor("doubt", "ambivalent");
        sample.source("s1", "p01", "interview", &[("p01-parent", LONG)])
    };
    assert_eq!(why(&sample().done()), Some(Undefined::NoCodings));
    assert_eq!(why(&sample().coding("anna", "s1", "doubt", LONG).done()), Some(Undefined::NoDirection));
    assert_eq!(why(&sample().coding("anna", "s1", "trust", LONG).done()), None);
    let no_case = Sample::new().done();
    let facts = Facts::new(&no_case, &Filter::default());
    let found = Tensions::from_facts(&no_case, &facts, &Options::default(), &TensionsOptions::default());
    assert!(found.is_err());
}

#[test]
fn statements_say_the_key_and_whether_cases_flip() {
    let study = with_the_carer(three_cases());
    let found = compute(&study, &TensionsOptions::default().keys, 1);
    let said = |statement: &Statement| format!("{} {}", statement.subject.join(" "), statement.value);
    assert_eq!(
        found.statements().iter().map(said).collect::<Vec<_>>(),
        [
            "trust phase within-cases",
            "trust role within-cases",
            "trust kind within-cases",
            "trust case between-cases",
        ]
    );
}

/// Sources in three phases.
fn in_phases(mut study: Study) -> Study {
    for (source, phase) in [("s1", "stabilisation"), ("s2", "installation"), ("s3", "evaluation")] {
        study.sources.get_mut(source).unwrap().phase = PhaseId::new(phase);
    }
    study
}

fn all_keys() -> Vec<TensionKey> {
    let by = [By::Phase, By::Role, By::Kind, By::Coder, By::Attribute("outcome".parse().unwrap())];
    by.map(TensionKey::By).to_vec()
}

/// The passages of a factor under a value, found one cell at a time.
fn behind(
    study: &Study,
    filter: &Filter,
    factor: &CodeId,
    key: &TensionKey,
    level: &GroupKey,
    unfolded: bool,
) -> Vec<Passage> {
    let mut address = CellAddress { factors: vec![factor.clone()], ..CellAddress::default() };
    match (key, level) {
        (TensionKey::Case, GroupKey::Value(id)) => address.case = Some(id.parse().unwrap()),
        (TensionKey::By(by), level) => address.groups = vec![(by.clone(), level.clone())],
        (TensionKey::Case, _) => panic!("every case has an id"),
    }
    passages_at(study, filter, &Facts::new(study, filter), &address, unfolded).unwrap()
}

fn cases_with(passages: &[Passage], valence: Valence) -> BTreeSet<CaseId> {
    let with = passages.iter().filter(|passage| passage.valences.contains(&valence));
    with.map(|passage| passage.case.clone()).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Every number against the passages behind its cell, and every flip against its definition.
    #[test]
    fn numbers_are_those_of_the_passages_behind_them(
        study in any_study(),
        filter in any_filter(),
        unfolded: bool,
        by_case: bool,
    ) {
        let study = in_phases(study);
        let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
        let keys = if by_case { vec![TensionKey::Case] } else { all_keys() };
        let own = TensionsOptions { keys, quotes: 1 };
        let found = Tensions::from_facts(&study, &Facts::new(&study, &filter), &options, &own).unwrap();
        let ids = |cases: &[usize]| cases.iter().map(|&case| found.cases[case].clone()).collect::<BTreeSet<_>>();
        for table in found.tables() {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        }
        for (factor, (used, by)) in
            found.factors.iter().flat_map(|factor| found.keys.iter().zip(&factor.keys).map(move |key| (factor, key)))
        {
            let passages: Vec<Vec<Passage>> = used.levels.iter()
                .map(|level| behind(&study, &filter, &factor.id, &used.key, &level.key, unfolded))
                .collect();
            for (level, passages) in passages.iter().enumerate() {
                let Some(leaning) = by.occurrence(level) else {
                    prop_assert!(passages.is_empty());
                    continue;
                };
                prop_assert_eq!(ids(&leaning.promoting), cases_with(passages, Valence::Promoting));
                prop_assert_eq!(ids(&leaning.hindering), cases_with(passages, Valence::Hindering));
                let words = passages.iter().map(|passage| (&passage.source, passage.chars.map(|chars| chars.start)));
                prop_assert_eq!(leaning.passages.passages, words.collect::<BTreeSet<_>>().len());
            }
            let (mut flipping, mut differs) = (BTreeSet::new(), false);
            let compared = || (0..used.levels.len()).filter(|&level| used.levels[level].compared);
            for (one, other) in compared().flat_map(|one| compared().map(move |other| (one, other))) {
                let promoting = cases_with(&passages[one], Valence::Promoting);
                let hindering = cases_with(&passages[other], Valence::Hindering);
                if one != other {
                    differs |= !promoting.is_empty() && !hindering.is_empty();
                    let here: Vec<CaseId> = promoting.intersection(&hindering).cloned().collect();
                    let pair = by.pairs.iter().find(|pair| (pair.promoting, pair.hindering) == (one, other));
                    prop_assert_eq!(pair.map(|pair| pair.cases.len()).unwrap_or_default(), here.len());
                    flipping.extend(here);
                }
            }
            let flips: Vec<usize> = by.flips.iter().map(|flip| flip.case).collect();
            prop_assert_eq!(by.differs, differs);
            prop_assert_eq!(ids(&flips), flipping);
        }
    }

    /// Which factors are in tension, and how near the two directions come, from the list of all passages.
    #[test]
    fn a_factor_with_both_directions_is_in_tension(study in any_study(), filter in any_filter(), unfolded: bool) {
        let options = Options { filter: filter.clone(), unfolded, ..Options::default() };
        let facts = Facts::new(&study, &filter);
        let found = Tensions::from_facts(&study, &facts, &options, &TensionsOptions::default()).unwrap();
        let all = crate::passages_behind_all(&study, &filter, &facts, unfolded);
        for code in study.codebook.codable() {
            let own: Vec<Passage> = all.iter().filter(|passage| passage.factor == code.id).cloned().collect();
            let (promoting, hindering) = (cases_with(&own, Valence::Promoting), cases_with(&own, Valence::Hindering));
            let tension = found.factors.iter().find(|factor| factor.id == code.id);
            prop_assert_eq!(tension.is_some(), !promoting.is_empty() && !hindering.is_empty());
            let Some(tension) = tension else { continue };
            let both: BTreeSet<CaseId> = promoting.intersection(&hindering).cloned().collect();
            let ids = tension.both.iter().map(|both| found.cases[both.case].clone());
            prop_assert_eq!(ids.collect::<BTreeSet<_>>(), both);
            let in_one_passage = own.iter().any(|passage| {
                passage.valences.contains(&Valence::Promoting) && passage.valences.contains(&Valence::Hindering)
            });
            prop_assert_eq!(tension.reach == Reach::Passage, in_one_passage);
        }
    }
}
