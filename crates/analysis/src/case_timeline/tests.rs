use super::*;
use crate::Directions;
use crate::sample::Sample;
use crate::score_lines::tests::study as scored;
use draad_core::{Filter, Valence};
use jiff::civil::date;

fn event(date: Option<Date>, status: EventStatus, actors: &[&str]) -> Event {
    Event {
        case: "p01".parse().unwrap(),
        date,
        kind: "visit".into(),
        status,
        actors: actors.iter().map(|actor| actor.parse().unwrap()).collect(),
        note: String::new(),
        extra: Default::default(),
    }
}

/// A chat of two days, a dossier without speakers, and contacts, the last one half a year and a day after the one before.
fn study() -> Study {
    let mut study = Sample::new()
        .case("p01", "")
        .factor("trust", "promoting")
        .source(
            "chat",
            "p01",
            "chat",
            &[("p01-parent", "goed zo"), ("p01-parent", "nee"), ("p01-guide", "ja")],
        )
        .source("file", "p01", "dossier", &[("?", "staat er")])
        .source("late", "p01", "interview", &[("p01-parent", "later")])
        .coding("anna", "chat", "trust", "goed")
        .coding_as("bram", "chat", "trust", "zo", Some(Valence::Hindering))
        .coding("anna", "chat", "trust", "nee")
        .coding("anna", "file", "trust", "staat")
        .coding("anna", "late", "trust", "later")
        .done();
    let chat = study.sources.get_mut("chat").unwrap();
    for (unit, day) in chat.units.iter_mut().zip([1, 1, 4]) {
        unit.time = Some(date(2020, 5, day).at(9, 30, 0, 0));
    }
    study.sources.get_mut("file").unwrap().date = Some(date(2020, 4, 20));
    study.events = vec![
        event(Some(date(2021, 3, 2)), EventStatus::Held, &["p01-parent"]),
        event(Some(date(2020, 8, 30)), EventStatus::Held, &["p01-parent", "p01-guide"]),
        event(Some(date(2020, 10, 1)), EventStatus::Missed, &["p01-parent"]),
        event(Some(date(2020, 5, 2)), EventStatus::Held, &["p01-parent"]),
        event(None, EventStatus::Held, &["p01-parent"]),
    ];
    study
}

fn timeline(study: &Study, filter: Filter) -> Outcome<CaseTimeline> {
    let facts = Facts::new(study, &filter);
    CaseTimeline::from_facts(
        study,
        &facts,
        &Options { filter, ..Options::default() },
        &"p01".parse().unwrap(),
    )
}

#[test]
fn a_gap_is_longer_than_half_a_year_between_held_contacts() {
    let found = timeline(&study(), Filter::default()).unwrap();
    let parent = &found.lanes[0];
    // from 30 August to 2 March are 184 days; what was missed in between does not end the gap
    let expected = Gap { from: date(2020, 8, 30), to: date(2021, 3, 2), n_days: 184 };
    assert_eq!(parent.gaps, [expected]);
    assert_eq!((parent.n_held, parent.n_missed, found.n_undated_contacts), (3, 1, 1));
    assert!(found.lanes[1].gaps.is_empty());
    let dates: Vec<Date> = found.contacts.iter().map(|contact| contact.date).collect();
    assert!(dates.is_sorted());
    assert_eq!(found.contacts[1].lanes, [0, 1]);
}

#[test]
fn passages_stand_on_the_day_of_their_unit_in_the_lane_of_who_said_it() {
    let found = timeline(&study(), Filter::default()).unwrap();
    let roles: Vec<Option<&str>> =
        found.lanes.iter().map(|lane| lane.role.as_ref().map(RoleId::as_str)).collect();
    assert_eq!(roles, [Some("parent"), Some("guide"), None]);
    let [day] = &found.lanes[0].passages[..] else { panic!("one day with a date") };
    assert_eq!(day.date, date(2020, 5, 1));
    let of = |passages, promoting, hindering| Directions {
        passages,
        promoting,
        hindering,
        ..Directions::default()
    };
    assert_eq!(day.directions, of(3, 2, 1));
    assert_eq!(
        found.lanes[2].passages[0].date,
        date(2020, 4, 20),
        "without a day of its own, that of the source"
    );
    assert_eq!((found.n_undated_passages, found.n_undated_sources), (1, 1));
    assert_eq!(found.days, (date(2020, 4, 20), date(2021, 3, 2)));
}

#[test]
fn material_stands_on_the_days_of_its_units() {
    let found = timeline(&study(), Filter::default()).unwrap();
    let of: Vec<(&str, usize)> =
        found.material.iter().map(|kind| (kind.kind.as_str(), kind.sources[0].days.len())).collect();
    assert_eq!(of, [("dossier", 1), ("chat", 2)]);
}

#[test]
fn filters_choose_lanes_and_an_empty_case_is_nothing_to_show() {
    let roles = Filter { roles: vec!["guide".parse().unwrap()], ..Filter::default() };
    let found = timeline(&study(), roles).unwrap();
    assert_eq!((found.lanes.len(), found.contacts.len()), (1, 1));
    let bare = Sample::new().case("p01", "").source("s", "p01", "chat", &[("p01-parent", "a")]).done();
    let error = timeline(&bare, Filter::default()).unwrap_err();
    assert_eq!(error.problem, Problem::NothingToShow { reason: "no-dates".into() });
}

#[test]
fn scores_are_those_of_the_case_and_periods_reach_beyond_what_is_dated() {
    let found = timeline(&scored(), Filter::default()).unwrap();
    assert_eq!((found.scores.len(), found.scores[0].cases.len()), (1, 1));
    assert_eq!(found.days, (date(2020, 3, 1), date(2020, 6, 1)));
}
