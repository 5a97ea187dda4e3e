//! The route: that it can be read at any size, and that the ink says what was planned and what came of it.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod page;
#[allow(dead_code, reason = "other tests use the rest of it")]
mod sample;

use draad_analysis::{Options, RouteCourse};
use draad_core::facts::Facts;
use draad_core::route::{Conversation, RouteActor, RoutePhase};
use draad_core::{CasePhase, Event, EventStatus, Filter, Label, Language, Study};
use draad_figures::{Figure, Format, route};
use jiff::civil::date;
use page::{FORMATS, check_texts, style};
use sample::DEMO;

/// How much there is of everything.
#[derive(Clone, Copy)]
struct Size {
    conversations: usize,
    actors: usize,
    goals: usize,
    long: bool,
}

const SMALL: Size = Size { conversations: 1, actors: 1, goals: 0, long: false };
const USUAL: Size = Size { conversations: 7, actors: 5, goals: 3, long: false };
const LARGE: Size = Size { conversations: 30, actors: 8, goals: 12, long: true };

fn study(size: Size) -> Study {
    let mut study = sample::material::study(DEMO);
    let words = |text: &str| match size.long {
        true => format!("{text} over de samenwerking tussen ouders en gezinshuisouders in de brede zin"),
        false => text.to_owned(),
    };
    let phases: Vec<_> = study.settings.phases.iter().map(|phase| phase.id.clone()).collect();
    let roles: Vec<_> = study.settings.roles.iter().map(|role| role.id.clone()).take(size.actors).collect();
    study.route.actor =
        roles.iter().map(|role| RouteActor { role: role.clone(), label: Label::default() }).collect();
    study.route.phase = phases
        .iter()
        .map(|phase| RoutePhase {
            phase: phase.clone(),
            goals: (0..size.goals).map(|n| Label::new(&words(&format!("doel {n}")), "")).collect(),
        })
        .collect();
    study.route.conversation = (0..size.conversations)
        .map(|n| Conversation {
            name: format!("gesprek-{n}").parse().unwrap(),
            label: Label::new(&words(&format!("gesprek {n}")), ""),
            phase: phases[n * phases.len() / size.conversations].clone(),
            actors: (0..=n % size.actors).map(|k| roles[(n + k) % roles.len()].clone()).collect(),
            times_per_year: (n % 3 == 0).then_some(2),
            events: if n % 4 == 3 { Vec::new() } else { vec![format!("soort-{}", n % 5)] },
        })
        .collect();
    add_contacts(&mut study);
    study
}

fn add_contacts(study: &mut Study) {
    let case = study.cases.keys().next().unwrap().clone();
    let starts = [2020, 2021, 2022].map(|year| date(year, 1, 1));
    for (n, phase) in study.settings.phases.iter().enumerate() {
        let end = starts.get(n + 1).map(|next| next.yesterday().unwrap());
        study.case_phases.push(CasePhase {
            case: case.clone(),
            phase: phase.id.clone(),
            start: Some(starts[n]),
            end,
        });
    }
    let statuses = [EventStatus::Held, EventStatus::Held, EventStatus::Missed, EventStatus::Planned];
    study.events = (0..60)
        .map(|n| Event {
            case: case.clone(),
            date: Some(date(2020 + (n % 3) as i16, 1 + (n / 5) as i8, 1 + (n % 27) as i8)),
            kind: format!("soort-{}", n % 6),
            status: statuses[n % 4],
            actors: vec![format!("{case}-parent").parse().unwrap()],
            note: String::new(),
            extra: Default::default(),
        })
        .collect();
}

fn course(study: &Study, with_case: bool) -> RouteCourse {
    let facts = Facts::new(study, &Filter::default());
    let case = study.cases.keys().next().filter(|_| with_case);
    RouteCourse::from_facts(study, &facts, &Options::default(), case).unwrap()
}

#[test]
fn no_text_touches_another_or_leaves_the_page() {
    for size in [SMALL, USUAL, LARGE] {
        let study = study(size);
        for language in [Language::Nl, Language::En] {
            for format in FORMATS {
                for with_case in [false, true] {
                    let figure = route(&course(&study, with_case), &study, &style(format, language)).unwrap();
                    check_texts(&figure, format);
                }
            }
        }
    }
}

/// How many groups of a class there are, and how many glyphs stand in them: outlines, not the white inside.
fn glyphs(figure: &Figure, class: &str) -> (usize, usize) {
    let mut counts = (0, 0);
    for page in &figure.pages {
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        let is_it = |own: &str| own.split(' ').next() == Some(class);
        for group in document.descendants().filter(|node| node.attribute("class").is_some_and(is_it)) {
            counts.0 += 1;
            let is_outline = |node: &roxmltree::Node| {
                node.has_tag_name("polygon") && node.attribute("fill") != Some("#FFFFFF")
            };
            counts.1 += group.children().filter(is_outline).count();
        }
    }
    counts
}

#[test]
fn each_conversation_has_a_glyph_per_actor_and_each_contact_its_own() {
    for (size, format) in [(USUAL, Format::TwoColumns), (LARGE, Format::Slide), (LARGE, Format::OneColumn)] {
        let study = study(size);
        let plan = course(&study, false);
        let figure = route(&plan, &study, &style(format, Language::Nl)).unwrap();
        let places = plan.conversations().map(|one| one.actors.len()).sum::<usize>();
        assert_eq!(glyphs(&figure, "conversation"), (size.conversations, places));
        assert_eq!(glyphs(&figure, "contact"), (0, 0));
        let went = course(&study, true);
        let figure = route(&went, &study, &style(format, Language::Nl)).unwrap();
        let contacts: usize = went.conversations().map(|one| one.contacts.len()).sum();
        assert_eq!(glyphs(&figure, "contact").0, contacts);
        assert_eq!(contacts + went.n_unplanned + went.n_outside, study.events.len());
    }
}
