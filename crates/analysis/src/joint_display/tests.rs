use super::*;
use crate::CellAddress;
use crate::evidence::passages_at;
use crate::sample::{Sample, any_filter, any_study};
use draad_core::{CasePhase, Filter, Score, Valence};
use proptest::prelude::*;

fn compute_with(study: &Study, options: &Options, own: &JointOptions) -> Outcome<JointDisplay> {
    JointDisplay::from_facts(study, &Facts::new(study, &options.filter), options, own)
}

fn compute(study: &Study) -> JointDisplay {
    compute_with(study, &Options::default(), &JointOptions::default()).unwrap()
}

/// A score by a line: participant, day, item, answer; `-` is unknown.
fn score(line: &str) -> Score {
    let [participant, day, item, answer] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
    Score {
        case: "p01".parse().unwrap(),
        participant: participant.parse().unwrap(),
        date: day.parse().ok(),
        instrument: "samenwerking".into(),
        item: item.into(),
        score: answer.parse().ok(),
        extra: Default::default(),
    }
}

fn period(phase: &str, start: &str, end: &str) -> CasePhase {
    CasePhase {
        case: "p01".parse().unwrap(),
        phase: phase.parse().unwrap(),
        start: start.parse().ok(),
        end: end.parse().ok(),
    }
}

/// One case in two phases, in which trust was coded in both and quarrel in the first.
fn study(scores: &[&str]) -> Study {
    let mut study = Sample::new()
        .case("p01", "constructive")
        .case("p02", "stalled")
        .factor("trust", "promoting")
        .factor("quarrel", "hindering")
        .source("s1", "p01", "interview", &[("p01-parent", "Het ging mis. Toch wel.")])
        .source("s2", "p01", "interview", &[("p01-child", "Het ging goed. Echt goed.")])
        .phase("s1", "installation")
        .phase("s2", "stabilisation")
        .coding("anna", "s1", "quarrel", "Het ging mis")
        .coding("anna", "s1", "trust", "Toch wel")
        .coding("anna", "s2", "trust", "ging goed")
        .coding("bram", "s2", "trust", "goed. Echt")
        .done();
    study.case_phases =
        vec![period("installation", "2020-01-01", "2020-12-31"), period("stabilisation", "2021-01-01", "")];
    study.scores = scores.iter().map(|line| score(line)).collect();
    study
}

/// The row of p01 in a phase; an empty phase is all.
fn row<'d>(display: &'d JointDisplay, phase: &str) -> &'d JointRow {
    let phase = match phase {
        "" => None,
        id => display.phases.iter().position(|group| group.key == GroupKey::Value(id.into())),
    };
    let case = display.cases.iter().position(|case| case.as_str() == "p01").unwrap();
    display.rows.iter().find(|row| row.case == case && row.phase == phase).unwrap()
}

#[test]
fn means_and_changes_compare_nobody_with_somebody_else() {
    let display = compute(&study(&[
        "p01-parent 2020-02-01 trust 2",
        "p01-parent 2020-11-01 trust 4",
        "p01-parent 2021-05-01 trust 1",
        "p01-child 2020-03-01 trust 5",
        "p01-child 2020-03-01 talk -",
    ]));
    let first = &row(&display, "installation").scores[0];
    assert_eq!((first.n_answers, first.n_unanswered, first.n_participants, first.n_days), (3, 1, 2, 3));
    assert_eq!(first.mean, Ok(11.0 / 3.0));
    assert_eq!((first.change, first.n_changes), (Ok(2.0), 1), "the child answered once");
    let second = &row(&display, "stabilisation").scores[0];
    assert_eq!((second.mean, second.change), (Ok(1.0), Ok(-3.0)), "from the last answer before the phase");
    let all = &row(&display, "").scores[0];
    assert_eq!((all.mean, all.change, all.n_changes), (Ok(3.0), Ok(-1.0), 1));
    let talk = &all.items[0];
    assert_eq!(
        (talk.item.as_str(), talk.mean, talk.change),
        ("talk", Err(Undefined::NoAnswers), Err(Undefined::NoAnswers))
    );
}

#[test]
fn answers_of_one_day_are_one_answer() {
    let display = compute(&study(&["p01-parent 2020-02-01 trust 2", "p01-parent 2020-02-01 trust 4"]));
    let first = &row(&display, "installation").scores[0];
    assert_eq!((first.mean, first.change), (Ok(3.0), Err(Undefined::AnsweredOnce)));
    assert_eq!(row(&display, "stabilisation").scores[0].change, Err(Undefined::NoAnswers));
}

#[test]
fn scores_and_material_that_point_apart_are_marked() {
    let down = compute(&study(&["p01-parent 2020-02-01 trust 4", "p01-parent 2021-05-01 trust 1"]));
    assert_eq!(row(&down, "installation").apart(0), None);
    assert_eq!(row(&down, "stabilisation").apart(0), Some(Apart::FallsWhilePromoting));
    assert_eq!(row(&down, "").apart(0), None, "something hinders as well");
    let up = study(&["p01-parent 2020-02-01 trust 1", "p01-parent 2020-05-01 trust 4"]);
    let hindering = Filter { valences: vec![Valence::Hindering], ..Filter::default() };
    let options = Options { filter: hindering, ..Options::default() };
    let up = compute_with(&up, &options, &JointOptions::default()).unwrap();
    assert_eq!(row(&up, "installation").apart(0), Some(Apart::RisesWhileHindering));
}

#[test]
fn factors_stand_beside_scores_with_their_passages() {
    let display = compute(&study(&["p01-parent 2020-02-01 trust 4"]));
    let first = row(&display, "installation");
    let named = |list: &[FactorPassages]| {
        list.iter()
            .map(|factor| format!("{} {}", factor.factor, factor.n_passages))
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert_eq!((named(&first.promoting), named(&first.hindering)), ("trust 1".into(), "quarrel 1".into()));
    assert_eq!(first.balance(), Ok(0.0));
    let second = row(&display, "stabilisation");
    assert_eq!(named(&second.promoting), "trust 1", "two codings that touch are one passage");
    assert_eq!((second.balance(), second.n_chars), (Ok(1.0), 25));
    let evaluation = display.phases.iter().any(|group| group.key == GroupKey::Value("evaluation".into()));
    assert!(!evaluation, "nothing of it occurs");
    let other = display.rows.iter().find(|row| display.cases[row.case].as_str() == "p02").unwrap();
    assert_eq!(other.balance(), Err(Undefined::NoMaterial));
    assert_eq!(other.scores[0].mean, Err(Undefined::NoAnswers));
}

#[test]
fn roles_are_told_apart_on_request() {
    let scores = study(&[
        "p01-parent 2020-02-01 trust 4",
        "nobody 2020-02-01 trust 1",
        "p01-child 2021-02-01 trust 2",
    ]);
    let options = Options { by: Some(By::Role), ..Options::default() };
    let display = compute_with(&scores, &options, &JointOptions::default()).unwrap();
    let roles: Vec<&GroupKey> = display.roles.iter().map(|group| &group.key).collect();
    let value = |id: &str| GroupKey::Value(id.into());
    assert_eq!(roles, [&value("parent"), &value("child"), &GroupKey::NotStated]);
    let means: Vec<Measured> =
        display.rows.iter().filter(|row| row.phase.is_none()).map(|row| row.scores[0].mean).collect();
    assert_eq!(means, [Ok(4.0), Ok(2.0), Ok(1.0)]);
    let kinds = Options { by: Some(By::Kind), ..Options::default() };
    let refused = compute_with(&scores, &kinds, &JointOptions::default()).unwrap_err().problem;
    assert!(matches!(refused, Problem::TableValueUnknown { option, .. } if option == "by"));
}

#[test]
fn days_that_are_unknown_or_in_no_period_are_counted() {
    let display = compute(&study(&[
        "p01-parent 2019-02-01 trust 4",
        "p01-parent ? trust 1",
        "p01-parent 2020-02-01 talk 3",
    ]));
    let instrument = &display.instruments[0];
    assert_eq!((instrument.n_undated, instrument.n_in_no_period, instrument.n_answers), (1, 1, 3));
    assert_eq!(instrument.items, ["talk", "trust"]);
    assert_eq!(display.phases.last().unwrap().key, GroupKey::NotStated);
}

#[test]
fn without_scores_or_with_names_that_nobody_knows_there_is_an_answer() {
    let no_scores = Problem::NothingToShow { reason: "no-scores".into() };
    let problem = |study: &Study, own: &JointOptions| {
        compute_with(study, &Options::default(), own).unwrap_err().problem
    };
    assert_eq!(problem(&study(&[]), &JointOptions::default()), no_scores);
    let some = study(&["p01-parent 2020-02-01 trust 4"]);
    let other = Options {
        filter: Filter { cases: vec!["p02".parse().unwrap()], ..Filter::default() },
        ..Options::default()
    };
    assert_eq!(compute_with(&some, &other, &JointOptions::default()).unwrap_err().problem, no_scores);
    for (option, own) in [
        ("instrument", JointOptions { instrument: Some("x".into()), item: None }),
        ("item", JointOptions { instrument: None, item: Some("x".into()) }),
    ] {
        let expected = match option {
            "item" => "trust",
            _ => "samenwerking",
        };
        let unknown =
            Problem::TableValueUnknown { option: option.into(), value: "x".into(), known: expected.into() };
        assert_eq!(problem(&some, &own), unknown);
    }
}

proptest! {
    /// Each number of passages is that of the passages that the cell opens.
    #[test]
    fn passages_are_those_behind_the_cell(mut study in any_study(), filter in any_filter()) {
        study.scores = vec![score("p01-parent 2020-02-01 trust 4")];
        let options = Options { filter: filter.clone(), ..Options::default() };
        let facts = Facts::new(&study, &filter);
        let Ok(display) = compute_with(&study, &options, &JointOptions::default()) else { return Ok(()) };
        for row in &display.rows {
            let group = row.phase.map(|phase| (By::Phase, display.phases[phase].key.clone()));
            let lists = [
                (Valence::Promoting, &row.promoting),
                (Valence::Hindering, &row.hindering),
                (Valence::Ambivalent, &row.ambivalent),
            ];
            for (valence, FactorPassages { factor, n_passages }) in
                lists.iter().flat_map(|(valence, list)| list.iter().map(move |factor| (valence, factor)))
            {
                let address = CellAddress {
                    case: Some(display.cases[row.case].clone()),
                    factors: vec![factor.clone()],
                    groups: group.clone().into_iter().collect(),
                    valence: Some(*valence),
                    ..CellAddress::default()
                };
                let behind = passages_at(&study, &filter, &facts, &address, true).unwrap();
                prop_assert_eq!(behind.len(), *n_passages);
            }
        }
        for table in display.tables() {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.name);
        }
    }
}
