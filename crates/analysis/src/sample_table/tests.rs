use super::*;
use crate::By;
use crate::sample::{Sample, any_filter, any_study, material};
use crate::table::{Table, Value};
use draad_core::{CasePhase, Filter, ParticipantId};
use proptest::prelude::*;
use std::collections::BTreeSet;

fn compute(study: &Study, filter: &Filter) -> Outcome<SampleTable> {
    let options = Options { filter: filter.clone(), ..Options::default() };
    SampleTable::from_facts(study, &Facts::new(study, filter), &options)
}

fn place(groups: &[Group], id: &str) -> usize {
    groups.iter().position(|group| group.key == GroupKey::Value(id.to_owned())).unwrap()
}

/// A mother and a child in two interviews of one case, asked by a researcher; a father of another case whom nobody heard.
fn study() -> Study {
    let mut study = Sample::new()
        .case("p01", "")
        .case("p02", "")
        .source(
            "s1",
            "p01",
            "interview",
            &[("p01-researcher", "Hoe gaat het?"), ("p01-parent", "Het gaat wel")],
        )
        .source("s2", "p01", "interview", &[("p01-parent", "Nog steeds"), ("p01-child", "Ja hoor")])
        .source("s3", "p02", "chat", &[])
        .done();
    for (source, day) in [("s1", "2021-05-01"), ("s2", "2022-01-09")] {
        study.sources.get_mut(source).unwrap().date = day.parse().ok();
    }
    let mut father = study.participants["p01-parent"].clone();
    father.id = ParticipantId::new("p02-parent").unwrap();
    father.cases = vec!["p02".parse().unwrap()];
    study.participants.insert(father.id.clone(), father);
    study.case_phases.push(CasePhase {
        case: "p02".parse().unwrap(),
        phase: "installation".parse().unwrap(),
        start: None,
        end: None,
    });
    study
}

#[test]
fn people_are_counted_once_and_those_who_ask_not_at_all() {
    let found = compute(&study(), &Filter::default()).unwrap();
    let all = found.all.count;
    assert_eq!((all.participants, all.sources, all.cases, all.words), (2, 2, 1, 10));
    assert_eq!(found.all.listed, 3);
    assert!(!found.roles.iter().any(|role| role.key == GroupKey::Value("researcher".into())));
    let parent = found.of_roles[place(&found.roles, "parent")];
    assert_eq!((parent.listed, parent.heard.unwrap().participants, parent.heard.unwrap().sources), (2, 1, 2));
    let interviews = &found.of_kinds[place(&found.kinds, "interview")];
    assert_eq!(interviews.repeated, 1);
    assert_eq!(interviews.chars, Ok((17, 21.0, 25)));
    let days: (Date, Date) = ("2021-05-01".parse().unwrap(), "2022-01-09".parse().unwrap());
    assert_eq!(found.cases[0].period, Some(days));
}

#[test]
fn two_kinds_of_nothing() {
    let found = compute(&study(), &Filter::default()).unwrap();
    let [first, second] = &found.cases[..] else { panic!("two cases") };
    let (chat, interview) = (place(&found.kinds, "chat"), place(&found.kinds, "interview"));
    let (parent, child) = (place(&found.roles, "parent"), place(&found.roles, "child"));
    assert_eq!(first.by_kind[chat], Err(Undefined::NoMaterial));
    assert_eq!(second.by_kind[chat], Ok(Count::default()), "the chat is there, without words");
    assert_eq!(second.by_kind[interview], Err(Undefined::NoMaterial));
    let father = second.by_role[parent];
    assert_eq!((father.heard, father.listed), (Ok(Count::default()), 1));
    assert_eq!(second.by_role[child].heard, Err(Undefined::NobodyInRole));
    let installation = place(&found.phases, "installation");
    assert_eq!(second.by_phase[installation], Ok(Count::default()));
    assert_eq!(first.by_phase[installation], Err(Undefined::NoMaterial));
    assert_eq!(found.roles_by_kinds[parent][chat], Err(Undefined::NoMaterial));
    assert!(found.roles_by_kinds[parent][interview].is_ok());
    assert_eq!(second.period, None);
}

#[test]
fn a_focus_group_counts_once_in_all() {
    let found = compute(&material().done(), &Filter::default()).unwrap();
    let group = place(&found.kinds, "focus-group");
    let of = |case: usize| found.cases[case].by_kind[group].unwrap();
    let all = found.all.by_kind[group].unwrap();
    assert_eq!((of(0).sources, of(1).sources, all.sources, all.cases), (1, 1, 1, 2));
    let chars: u64 = found.cases.iter().map(|case| case.count.chars).sum();
    assert!(found.all.count.chars <= chars);
    assert_eq!(found.cases[2].by_kind[group], Err(Undefined::NoMaterial));
}

#[test]
fn a_study_without_sources_and_people_is_said() {
    let study = Sample::new().case("p01", "").done();
    let problem = compute(&study, &Filter::default()).unwrap_err().problem;
    assert_eq!(problem, Problem::NothingToShow { reason: "no-material".into() });
}

/// A number in a table, found by its keys.
fn number(table: &Table, keys: &[Value], column: &str) -> i64 {
    let column = table.columns.iter().position(|known| known.name == column).unwrap();
    let row = table.rows.iter().find(|row| row.starts_with(keys)).unwrap();
    match &row[column] {
        Value::Integer(number) => *number,
        other => panic!("{other:?}"),
    }
}

proptest! {
    /// Every count read directly from the facts.
    #[test]
    fn counts_are_those_of_the_material(study in any_study(), filter in any_filter()) {
        let Ok(found) = compute(&study, &filter) else { return Ok(()) };
        let facts = Facts::new(&study, &filter);
        let stretches: BTreeSet<_> = facts.material.iter().map(|part| (part.source, part.chars)).collect();
        let chars: u64 = stretches.iter().map(|(_, chars)| u64::from(chars.len())).sum();
        let people: BTreeSet<_> = facts.material.iter().filter_map(|part| part.setting.speaker).collect();
        prop_assert_eq!(found.all.count.chars, chars);
        prop_assert_eq!(found.all.count.participants, people.len());
        prop_assert_eq!(found.all.count.sources, stretches.iter().map(|(source, _)| source).collect::<BTreeSet<_>>().len());
        let tables = found.tables();
        for case in &found.cases {
            let id = case.case.as_ref().unwrap();
            let of_case = || facts.material.iter().filter(|part| study.cases[part.case as usize].id == *id);
            let sources: BTreeSet<u32> = of_case().map(|part| part.source).collect();
            prop_assert_eq!(number(&tables[1], &[Value::text(id)], "sources"), sources.len() as i64);
            prop_assert_eq!(case.count.chars, of_case().map(|part| u64::from(part.chars.len())).sum::<u64>());
            for (group, cell) in found.kinds.iter().zip(&case.by_kind) {
                let GroupKey::Value(kind) = &group.key else { panic!("kinds are stated") };
                let of_kind = sources.iter().filter(|&&source| study.sources[source as usize].kind.as_str() == kind);
                prop_assert_eq!(cell.map_or(0, |count| count.sources), of_kind.count());
            }
        }
        for table in tables {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        }
    }

    /// The further key of the options changes nothing.
    #[test]
    fn the_further_key_is_not_used(study in any_study()) {
        let facts = Facts::new(&study, &Filter::default());
        let with = Options { by: Some(By::Role), ..Options::default() };
        let of = |options: &Options| SampleTable::from_facts(&study, &facts, options).unwrap().tables();
        prop_assert_eq!(of(&Options::default()), of(&with));
    }
}
