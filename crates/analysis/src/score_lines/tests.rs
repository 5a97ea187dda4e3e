use super::*;
use crate::sample::Sample;
use draad_core::{CasePhase, Filter};
use jiff::civil::date;

fn score(case: &str, role: &str, date: Option<Date>, item: &str, score: Option<f64>) -> Score {
    Score {
        case: case.parse().unwrap(),
        participant: format!("{case}-{role}").parse().unwrap(),
        date,
        instrument: "cooperation".into(),
        item: item.into(),
        score,
        extra: Default::default(),
    }
}

pub(crate) fn study() -> Study {
    let mut study = Sample::new()
        .case("p01", "")
        .case("p02", "")
        .source("s1", "p01", "chat", &[("p01-parent", "a"), ("p01-guide", "b"), ("p02-parent", "c")])
        .done();
    let (may, june) = (date(2020, 5, 1), date(2020, 6, 1));
    study.scores = vec![
        score("p01", "parent", Some(june), "trust", Some(4.0)),
        score("p01", "parent", Some(may), "trust", Some(1.0)),
        score("p01", "parent", Some(may), "roles", Some(2.0)),
        score("p01", "parent", Some(may), "talk", None),
        score("p01", "guide", Some(may), "trust", Some(5.0)),
        score("p02", "parent", None, "trust", Some(3.0)),
    ];
    let phase = |phase: &str, start, end| CasePhase {
        case: "p01".parse().unwrap(),
        phase: phase.parse().unwrap(),
        start,
        end,
    };
    study.case_phases = vec![
        phase("stabilisation", Some(june), None),
        phase("installation", Some(date(2020, 3, 1)), Some(date(2020, 5, 31))),
    ];
    study
}

fn lines(study: &Study, filter: Filter) -> Outcome<ScoreLines> {
    let facts = Facts::new(study, &filter);
    ScoreLines::from_facts(study, &facts, &Options { filter, ..Options::default() })
}

#[test]
fn a_day_is_the_mean_of_what_was_answered() {
    let found = lines(&study(), Filter::default()).unwrap();
    let [instrument] = &found.instruments[..] else { panic!("one questionnaire") };
    assert_eq!(instrument.items, ["roles", "talk", "trust"]);
    assert_eq!(instrument.range, (1.0, 5.0));
    assert_eq!((instrument.n_answers, instrument.n_unanswered, instrument.n_undated), (4, 1, 1));
    let [case] = &instrument.cases[..] else { panic!("p02 has no dated answer") };
    assert_eq!(case.first_day(), Some(date(2020, 3, 1)), "periods stand by their first day");
    let means = |line: &RoleLine| line.days.iter().map(|day| (day.mean, day.n_answers)).collect::<Vec<_>>();
    assert_eq!(means(&case.lines[0]), [(1.5, 2), (4.0, 1)], "the parent");
    assert_eq!(means(&case.lines[1]), [(5.0, 1)], "the guide");
}

#[test]
fn filters_on_role_and_phase_choose_answers() {
    let roles = Filter { roles: vec!["guide".parse().unwrap()], ..Filter::default() };
    let found = lines(&study(), roles).unwrap();
    assert_eq!(found.instruments[0].n_answers, 1);
    let phases = Filter { phases: vec!["stabilisation".parse().unwrap()], ..Filter::default() };
    let found = lines(&study(), phases).unwrap();
    assert_eq!((found.instruments[0].n_answers, found.instruments[0].range), (1, (4.0, 4.0)));
    let nobody = Filter { roles: vec!["child".parse().unwrap()], ..Filter::default() };
    let error = lines(&study(), nobody).unwrap_err();
    assert_eq!(error.problem, Problem::NothingToShow { reason: "no-scores".into() });
}
