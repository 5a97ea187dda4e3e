use super::*;
use crate::sample::Sample;
use draad_core::route::{RouteActor, RoutePhase};
use draad_core::{CasePhase, Filter};
use jiff::civil::date;

fn conversation(name: &str, phase: &str, actors: &[&str], events: &[&str]) -> Conversation {
    Conversation {
        name: name.parse().unwrap(),
        label: Label::default(),
        phase: phase.parse().unwrap(),
        actors: actors.iter().map(|role| role.parse().unwrap()).collect(),
        times_per_year: None,
        events: events.iter().map(|kind| (*kind).to_owned()).collect(),
    }
}

fn event(day: Option<Date>, kind: &str, status: EventStatus, actors: &[&str]) -> Event {
    Event {
        case: "p01".parse().unwrap(),
        date: day,
        kind: kind.into(),
        status,
        actors: actors.iter().map(|actor| actor.parse().unwrap()).collect(),
        note: String::new(),
        extra: Default::default(),
    }
}

fn study() -> Study {
    let turns = [("p01-parent", "a"), ("p01-guide", "b"), ("p01-child", "c")];
    let mut study = Sample::new().case("p01", "").source("s", "p01", "chat", &turns).done();
    study.route.phase =
        vec![RoutePhase { phase: "installation".parse().unwrap(), goals: vec![Label::new("x", "")] }];
    study.route.actor = vec![RouteActor { role: "guide".parse().unwrap(), label: Label::default() }];
    study.route.conversation = vec![
        conversation("review", "evaluation", &["parent", "guide"], &["talk"]),
        conversation("talk", "installation", &["guide"], &["talk"]),
        conversation("visit", "installation", &["child", "parent"], &["talk", "visit"]),
        conversation("silent", "installation", &["guide"], &[]),
    ];
    let period = |phase: &str, start, end| CasePhase {
        case: "p01".parse().unwrap(),
        phase: phase.parse().unwrap(),
        start: Some(start),
        end,
    };
    study.case_phases = vec![
        period("installation", date(2020, 1, 1), Some(date(2020, 6, 30))),
        period("evaluation", date(2021, 1, 1), None),
    ];
    study.events = vec![
        event(Some(date(2020, 3, 1)), "talk", EventStatus::Held, &["p01-parent", "p01-child"]),
        event(Some(date(2020, 2, 1)), "visit", EventStatus::Missed, &["p01-parent"]),
        event(Some(date(2020, 2, 2)), "talk", EventStatus::Held, &["p01-guide", "p01-parent"]),
        event(Some(date(2020, 9, 1)), "talk", EventStatus::Held, &["p01-guide"]),
        event(None, "talk", EventStatus::Held, &["p01-guide"]),
        event(Some(date(2021, 2, 1)), "call", EventStatus::Held, &["p01-guide"]),
    ];
    study
}

fn course(study: &Study, case: Option<&str>) -> Outcome<RouteCourse> {
    let facts = Facts::new(study, &Filter::default());
    let case = case.map(|case| case.parse().unwrap());
    RouteCourse::from_facts(study, &facts, &Options::default(), case.as_ref())
}

#[test]
fn phases_stand_in_the_order_of_the_settings_and_actors_in_that_of_the_route() {
    let found = course(&study(), None).unwrap();
    let phases: Vec<&str> = found.phases.iter().map(|step| step.phase.as_str()).collect();
    assert_eq!(phases, ["installation", "evaluation"], "the one between is not named");
    let actors: Vec<&str> = found.actors.iter().map(|actor| actor.role.as_str()).collect();
    assert_eq!(actors, ["guide", "parent", "child"]);
    assert_eq!(found.phases[0].conversations[1].actors, [1, 2]);
    assert!(found.conversations().all(|one| one.contacts.is_empty()));
}

#[test]
fn a_contact_belongs_where_its_day_and_kind_and_most_of_its_people_are() {
    let found = course(&study(), Some("p01")).unwrap();
    let of = |phase: usize, one: usize| &found.phases[phase].conversations[one];
    // on 2 February guide and parent talk: as many of "talk" as of "visit", so the first
    assert_eq!(of(0, 0).contacts.iter().map(|contact| contact.date).collect::<Vec<_>>(), [date(2020, 2, 2)]);
    let dates: Vec<Date> = of(0, 1).contacts.iter().map(|contact| contact.date).collect();
    assert_eq!(dates, [date(2020, 2, 1), date(2020, 3, 1)], "by date");
    assert_eq!((of(0, 1).count(EventStatus::Held), of(0, 1).count(EventStatus::Missed)), (1, 1));
    assert!(!of(0, 2).is_recorded);
    assert_eq!((found.n_unplanned, found.n_outside), (1, 2));
}

#[test]
fn without_a_route_there_is_nothing_to_show() {
    let mut bare = study();
    bare.route = draad_core::Route::default();
    let error = course(&bare, None).unwrap_err();
    assert_eq!(error.problem, Problem::NothingToShow { reason: "no-route".into() });
    assert!(matches!(course(&study(), Some("p09")).unwrap_err().problem, Problem::UnknownCase { .. }));
}
