//! Transitions and events against a slow, direct reading of their definition.

use super::around::{Change, EventDay, Moment};
use super::*;
use crate::Presence;
use crate::sample::{Sample, any_filter, any_study, material};
use draad_core::facts::Fact;
use draad_core::{CaseId, Event, EventStatus, Problem};
use draad_measures::Undefined;
use jiff::civil::{Date, date};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

fn compute(study: &Study, options: &Options, own: &SequenceOptions) -> Sequence {
    Sequence::from_facts(study, &Facts::new(study, &options.filter), options, own).unwrap()
}

fn dated(mut study: Study, days: &[Option<i8>]) -> Study {
    for (source, day) in study.sources.values_mut().zip(days) {
        source.date = day.map(|day| date(2021, 9, day));
    }
    study
}

fn any_days() -> impl Strategy<Value = Vec<Option<i8>>> {
    proptest::collection::vec(proptest::option::weighted(0.8, 1..4_i8), 4)
}

/// The steps of a case, one after the other.
fn steps<'f>(study: &Study, facts: &'f Facts, case: u32) -> Vec<&'f Fact> {
    let key = |fact: &Fact| {
        let source = &study.sources[fact.source as usize];
        let chars = fact.chars.unwrap();
        let coding = &study.codings[fact.coding as usize];
        (source.date.unwrap(), source.id.clone(), chars.start.0, chars.end.0, coding.id.clone())
    };
    let in_order = |fact: &&Fact| {
        fact.case == case && fact.chars.is_some() && study.sources[fact.source as usize].date.is_some()
    };
    let mut found: Vec<&Fact> = facts.codings.iter().filter(in_order).collect();
    found.sort_by_cached_key(|fact| key(fact));
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn transitions_join_consecutive_codings_of_one_case(
        study in any_study(), days in any_days(), filter in any_filter(),
    ) {
        let study = dated(study, &days);
        let options = Options { filter: filter.clone(), ..Options::default() };
        let found = compute(&study, &options, &SequenceOptions::default());
        let facts = Facts::new(&study, &filter);
        let code = |fact: &Fact| study.codebook.codes[fact.code as usize].id.to_string();
        let mut expected: BTreeMap<(String, String), (u32, BTreeSet<u32>)> = BTreeMap::new();
        for &case in &facts.cases {
            // a heading is no code to code with, so what was coded with it is no step
            let is_step = |fact: &&Fact| code(fact) != "c";
            let of_case: Vec<&Fact> = steps(&study, &facts, case).into_iter().filter(is_step).collect();
            for pair in of_case.windows(2) {
                let entry = expected.entry((code(pair[0]), code(pair[1]))).or_default();
                entry.0 += 1;
                entry.1.insert(case);
            }
        }
        let mut n_all = 0;
        for (from, a) in found.codes.iter().enumerate() {
            for (to, b) in found.codes.iter().enumerate() {
                let (n, cases) = expected.get(&(a.id.to_string(), b.id.to_string())).cloned().unwrap_or_default();
                let count = found.count(from, to);
                prop_assert_eq!((count.n, count.n_cases as usize), (n, cases.len()));
                n_all += u64::from(n);
            }
            prop_assert_eq!(a.n_from, (0..found.codes.len()).map(|to| u64::from(found.count(from, to).n)).sum::<u64>());
        }
        prop_assert_eq!(found.n_transitions, n_all);
        prop_assert_eq!(expected.values().map(|(n, _)| u64::from(*n)).sum::<u64>(), n_all);
        let placed = (0..found.codes.len()).map(|from| {
            let rates = (0..found.codes.len()).filter_map(|to| found.transition(from, to).rate().ok());
            rates.sum::<f64>()
        });
        for (row, sum) in placed.enumerate() {
            prop_assert!(found.codes[row].n_from == 0 || (sum - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn what_was_said_stands_on_one_side_of_the_event(study in any_study(), days in any_days(), day in 1..4_i8) {
        let study = with_event(dated(study, &days), "p01", Some(date(2021, 9, day)), EventStatus::Held);
        let own = SequenceOptions { event: Some("evaluatie".to_owned()), ..SequenceOptions::default() };
        let found = compute(&study, &Options::default(), &own).around.unwrap();
        let facts = Facts::new(&study, &Options::default().filter);
        for (factor, row) in found.grid.factors.iter().enumerate() {
            let counts = study.codebook.with_descendants(&row.id);
            for (moment, column) in Moment::ALL.into_iter().zip(0..) {
                let is_there = |fact: &&Fact| {
                    let said = days[fact.source as usize];
                    let here = match moment {
                        Moment::Before => said.is_some_and(|said| said < day),
                        Moment::SameDay => said == Some(day),
                        Moment::After => said.is_some_and(|said| said > day),
                        Moment::Undated => said.is_none(),
                    };
                    here && fact.case == 0 && counts.contains(&study.codebook.codes[fact.code as usize].id)
                };
                let expected = facts.codings.iter().filter(is_there).count();
                prop_assert_eq!(found.grid.total(factor, column).n_codings as usize, expected);
            }
        }
    }
}

fn with_event(mut study: Study, case: &str, date: Option<Date>, status: EventStatus) -> Study {
    let event = Event {
        case: CaseId::new(case).unwrap(),
        date,
        kind: "Evaluatie".to_owned(),
        status,
        actors: Vec::new(),
        note: String::new(),
        extra: Default::default(),
    };
    study.events.push(event);
    study
}

#[test]
fn steps_stand_by_date_and_what_has_no_place_is_counted_apart() {
    let study = material()
        .coding("anna", "s1", "b", "toen")
        .coding("anna", "s2", "e", "toen")
        .coding("anna", "s2", "d", "")
        .coding("anna", "s4", "e", "ging")
        .done();
    let study = dated(study, &[Some(2), Some(1), Some(1), None]);
    let found = compute(&study, &Options::default(), &SequenceOptions::default());
    let ids: Vec<(&str, &str)> = found
        .by_cases()
        .into_iter()
        .map(|(from, to)| (found.codes[from].id.as_str(), found.codes[to].id.as_str()))
        .collect();
    assert_eq!(ids, [("e", "b")], "s2 is older than s1");
    assert_eq!((found.n_cases, found.n_transitions), (1, 1));
    assert_eq!(found.left_out, LeftOut { n_undated_sources: 1, n_undated_codings: 1, n_whole: 1 });
    let only = found.transition(3, 1);
    assert_eq!((only.rate(), only.adjusted_residual()), (Ok(1.0), Err(Undefined::NoVariation)));
    assert_eq!(found.transition(0, 0).rate(), Err(Undefined::EmptyMargin));
}

#[test]
fn with_passages_two_coders_make_one_step() {
    let study = material()
        .coding("anna", "s1", "b", "ging het toen")
        .coding("bram", "s1", "b", "het toen")
        .coding("anna", "s1", "e", "zei één")
        .done();
    let study = dated(study, &[Some(1); 4]);
    let transitions = |unit| {
        let found =
            compute(&study, &Options::default(), &SequenceOptions { unit, ..SequenceOptions::default() });
        found.n_transitions
    };
    assert_eq!((transitions(StepUnit::Codings), transitions(StepUnit::Passages)), (2, 1));
}

#[test]
fn nothing_coded_gives_no_transitions_and_reasons_in_place_of_rates() {
    let found = compute(&material().done(), &Options::default(), &SequenceOptions::default());
    assert_eq!((found.n_transitions, found.n_cases, found.by_cases().len()), (0, 0, 0));
    let [table] = &found.tables()[..] else { panic!("one table") };
    let undefined = |value: &crate::Value| *value == crate::Value::Undefined(Undefined::EmptyMargin);
    assert!(table.rows.iter().all(|row| row.iter().filter(|value| undefined(value)).count() == 4));
}

fn around(study: &Study, kind: &str) -> AroundEvent {
    let own = SequenceOptions { event: Some(kind.to_owned()), ..SequenceOptions::default() };
    compute(study, &Options::default(), &own).around.unwrap()
}

#[test]
fn the_first_that_was_held_counts_and_a_case_without_says_why() {
    let day = |day: i8| Some(date(2021, 9, day));
    let study = Sample { study: material().done() }.case("p04", "").done();
    let study = with_event(study, "p01", day(20), EventStatus::Held);
    let study = with_event(study, "p01", day(10), EventStatus::Held);
    let study = with_event(study, "p01", day(1), EventStatus::Missed);
    let study = with_event(study, "p02", day(1), EventStatus::Planned);
    let study = with_event(study, "p03", None, EventStatus::Held);
    let found = around(&study, "EVALUATIE");
    let of = |id: &str| found.days[found.grid.cases.iter().position(|case| case.id.as_str() == id).unwrap()];
    assert_eq!(of("p01"), EventDay::Held(date(2021, 9, 10)));
    assert_eq!(of("p02"), EventDay::NotHeld);
    assert_eq!(of("p03"), EventDay::Undated);
    assert_eq!(of("p04"), EventDay::NoEvent);
    assert_eq!(found.kind, "Evaluatie", "as the study writes it");
}

#[test]
fn a_unit_has_its_own_day_and_no_material_is_no_change() {
    let study = material().coding("anna", "s1", "e", "ging").coding("anna", "s2", "b", "ging").done();
    let mut study = dated(study, &[Some(1), Some(2), None, Some(5)]);
    study.sources["s2"].units[0].time = Some(date(2021, 9, 28).at(9, 0, 0, 0));
    let study = with_event(study, "p01", Some(date(2021, 9, 10)), EventStatus::Held);
    let study = with_event(study, "p02", Some(date(2021, 9, 10)), EventStatus::Held);
    let found = around(&study, "Evaluatie");
    let case = |id: &str| found.grid.cases.iter().position(|case| case.id.as_str() == id).unwrap();
    let factor = |id: &str| found.grid.factors.iter().position(|factor| factor.id.as_str() == id).unwrap();
    assert_eq!(found.change(factor("e"), case("p01")), Some(Change::OnlyBefore));
    assert_eq!(found.change(factor("b"), case("p01")), Some(Change::OnlyAfter));
    assert_eq!(found.change(factor("d"), case("p01")), Some(Change::Neither));
    assert_eq!(found.change(factor("e"), case("p02")), None, "nothing was said after it");
    assert_eq!(found.grid.presence(factor("e"), case("p01"), Moment::Undated as usize), Presence::NotFound);
    assert_eq!(found.n_compared(), 1);
}

#[test]
fn an_event_that_the_study_does_not_have_is_an_answer() {
    let study = with_event(material().done(), "p01", None, EventStatus::Held);
    let own = SequenceOptions { event: Some("crisis".to_owned()), ..SequenceOptions::default() };
    let facts = Facts::new(&study, &Options::default().filter);
    let error = Sequence::from_facts(&study, &facts, &Options::default(), &own).unwrap_err();
    assert_eq!(error.problem, Problem::UnknownEvent { event: "crisis".into(), known: "Evaluatie".into() });
}
