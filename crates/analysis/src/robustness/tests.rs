//! Robustness of small studies, and against computing each run by hand for any.

use super::*;
use crate::sample::{any_filter, any_study, material};
use crate::{Balance, BalanceOptions, By, CasesByFactors, Triangulation};
use draad_core::{CodeKind, Filter};
use proptest::prelude::*;
use strum::IntoEnumIterator;

fn ways() -> Vec<Way> {
    Way::iter().collect()
}

/// What three tables say.
fn said(study: &Study, facts: &Facts, options: &Options) -> Outcome<Vec<Statement>> {
    let mut said = CasesByFactors::from_facts(study, facts, options)?.statements();
    said.extend(Triangulation::from_facts(study, facts, options)?.statements());
    said.extend(Balance::from_facts(study, facts, options, &BalanceOptions::default())?.statements());
    Ok(said)
}

fn robustness(study: &Study, options: &Options) -> Robustness {
    let facts = Facts::new(study, &options.filter);
    let made = said(study, &facts, options).unwrap();
    Robustness::new(study, &facts, options, &ways(), made, |facts| said(study, facts, options)).unwrap()
}

fn survival<'r>(found: &'r Robustness, claim: &str, subject: &[&str]) -> &'r Survival {
    let is =
        |survival: &&Survival| survival.statement.claim == claim && survival.statement.subject == subject;
    found.statements.iter().find(is).unwrap()
}

#[test]
fn what_hangs_on_one_kind_of_source_falls_without_it_or_turns() {
    let study = material()
        .code("f", "", CodeKind::Factor, "hindering")
        .coding("anna", "s2", "a", "Zo ging")
        .coding("anna", "s2", "e", "Zo ging")
        .coding_as("anna", "s2", "e", "van ons", Some(draad_core::Valence::Promoting))
        .coding("anna", "s1", "f", "Zo ging")
        .coding("bram", "s4", "f", "Zo ging")
        .done();
    let found = robustness(&study, &Options::default());
    let leans = survival(&found, "case-leans", &["p01"]);
    assert_eq!(leans.statement.value, "promoting");
    let falls: Vec<(&str, Option<&str>)> =
        leans.falls.iter().map(|fall| (found.runs[fall.run].id(), fall.instead.as_deref())).collect();
    assert_eq!(falls, [("anna", None), ("chat", Some("hindering")), ("parent", None)]);
    assert_eq!((leans.n_runs, leans.n_survived()), (7, 4), "no other case can change it");
    let widely = survival(&found, "factor-in-half", &["f"]);
    assert!(!widely.always());
    assert_eq!(widely.statement.value, "");
}

#[test]
fn the_only_one_of_its_kind_is_not_left_out() {
    let filter = Filter {
        cases: vec!["p01".parse().unwrap()],
        kinds: vec!["chat".parse().unwrap()],
        ..Filter::default()
    };
    let study = material().coding("anna", "s2", "a", "Zo ging").done();
    let found = robustness(&study, &Options { filter, ..Options::default() });
    assert!(found.runs.is_empty());
    assert!(found.ways.iter().all(|way| way.not_done() == Some(Undefined::NothingBeside)));
    assert!(!found.statements.is_empty());
    assert!(found.statements.iter().all(|survival| !survival.always()), "nothing was tried");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]
    #[test]
    fn each_run_is_the_table_without_what_was_left_out(study in any_study(), filter in any_filter()) {
        for by in [None, Some(By::Phase)] {
            let options = Options { filter: filter.clone(), by, ..Options::default() };
            let facts = Facts::new(&study, &filter);
            let found = robustness(&study, &options);
            let made: Vec<Statement> = found.statements.iter().map(|s| s.statement.clone()).collect();
            prop_assert_eq!(&made, &said(&study, &facts, &options).unwrap());
            let distinct: std::collections::BTreeSet<&Statement> = made.iter().collect();
            prop_assert_eq!(distinct.len(), made.len(), "no statement is made twice");
            for (run, left_out) in found.runs.iter().enumerate() {
                let again = said(&study, &facts.without(&study, left_out), &options).unwrap();
                for survival in &found.statements {
                    let falls = survival.falls.iter().any(|fall| fall.run == run);
                    let subject = &survival.statement.subject;
                    let is_about = subject.iter().any(|id| id == left_out.id());
                    prop_assert_eq!(falls, !is_about && !again.contains(&survival.statement));
                }
            }
            for table in found.tables() {
                prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
            }
        }
    }
}
