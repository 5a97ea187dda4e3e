//! Figures over time: that all of them can be read, and that the ink says the numbers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod page;
#[allow(dead_code, reason = "other tests use the rest of it")]
mod sample;

use draad_analysis::{CaseTimeline, Options, ScoreLines};
use draad_core::facts::Facts;
use draad_core::{CasePhase, Event, EventStatus, Filter, Language, Score, Study};
use draad_figures::{Figure, Format, scores, timeline};
use jiff::civil::{Date, date};
use page::{FORMATS, check_texts, style};
use sample::{DEMO, Shape};

const LONG: Shape = Shape { long: true, n_factors: 20, ..DEMO };
const LARGE: Shape = Shape { n_cases: 50, n_factors: 60, ..DEMO };
const KINDS: [&str; 9] = [
    "bezoek",
    "telefoon",
    "evaluatie",
    "gesprek",
    "crisis",
    "kennismaking",
    "overplaatsing",
    "brief",
    "uitje",
];

fn day(n: usize) -> Date {
    date(2019, 11, 3).checked_add(jiff::Span::new().days(n as i64)).unwrap()
}

/// The invented study with contacts, phases and scores for each case: more contacts for each next one.
fn study(shape: Shape) -> Study {
    let mut study = sample::material::study(shape);
    let roles = ["parent", "family-home-parent", "guide"];
    let statuses = [EventStatus::Held, EventStatus::Missed, EventStatus::Held, EventStatus::Planned];
    for (n, case) in study.cases.keys().cloned().collect::<Vec<_>>().into_iter().enumerate() {
        let person = |role: usize| format!("{case}-{}", roles[role % 3]).parse().unwrap();
        study.events.extend((0..4 + 6 * n.min(12)).map(|k| Event {
            case: case.clone(),
            date: Some(day(k * k * 3 % 1100)),
            kind: KINDS[(k + n) % (2 + n.min(7))].into(),
            status: statuses[(k + n) % 4],
            actors: (0..=k % 3).map(|role| person(role + k)).collect(),
            note: String::new(),
            extra: Default::default(),
        }));
        let bounds = [0, 300, 700];
        let phases = study.settings.phases.iter().zip(bounds).map(|(phase, start)| CasePhase {
            case: case.clone(),
            phase: phase.id.clone(),
            start: Some(day(start)),
            end: bounds.iter().find(|&&next| next > start).map(|&next| day(next - 1)),
        });
        study.case_phases.extend(phases);
        study.scores.extend((0..24).map(|k| Score {
            case: case.clone(),
            participant: person(k % 3),
            date: Some(day(60 + k / 6 * 250)),
            instrument: ["samenwerking", "welbevinden"][k % 2].into(),
            item: "vertrouwen".into(),
            score: Some(1.0 + ((k * 7 + n) % 9) as f64 / 2.0),
            extra: Default::default(),
        }));
    }
    study
}

fn of_case(study: &Study, place: usize) -> CaseTimeline {
    let facts = Facts::new(study, &Filter::default());
    let case = study.cases.get_index(place).unwrap().0;
    CaseTimeline::from_facts(study, &facts, &Options::default(), case).unwrap()
}

fn of_scores(study: &Study) -> ScoreLines {
    ScoreLines::from_facts(study, &Facts::new(study, &Filter::default()), &Options::default()).unwrap()
}

#[test]
fn no_text_touches_another_or_leaves_the_page() {
    for language in [Language::Nl, Language::En] {
        for format in FORMATS {
            let style = style(format, language);
            for shape in [DEMO, LONG, Shape { n_cases: 1, n_factors: 1, ..DEMO }, LARGE] {
                let study = study(shape);
                for place in [0, study.cases.len() / 2] {
                    check_texts(&timeline(&of_case(&study, place), &study, &style).unwrap(), format);
                }
                check_texts(&scores(&of_scores(&study), &study, &style).unwrap(), format);
            }
        }
    }
}

/// Groups of a class, over all pages: title, and places of the first polygon or circle.
fn groups(figure: &Figure, class: &str) -> Vec<(String, f64)> {
    let mut found = Vec::new();
    for page in &figure.pages {
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        let is_it = |own: &str| own.split(' ').next() == Some(class);
        for group in document.descendants().filter(|node| node.attribute("class").is_some_and(is_it)) {
            let title = group.children().find(|node| node.has_tag_name("title")).unwrap().text().unwrap();
            let polygon = group.children().find_map(|node| node.attribute("points"));
            let xs = polygon.into_iter().flat_map(|points| points.split_whitespace());
            let xs: Vec<f64> = xs.map(|pair| pair.split(',').next().unwrap().parse().unwrap()).collect();
            let middle = (xs.iter().copied().fold(f64::INFINITY, f64::min)
                + xs.iter().copied().fold(0.0, f64::max))
                / 2.0;
            found.push((title.to_owned(), middle));
        }
    }
    found
}

#[test]
fn each_contact_stands_in_each_of_its_lanes_at_its_day() {
    let study = study(DEMO);
    let what = of_case(&study, 5);
    let figure = timeline(&what, &study, &style(Format::TwoColumns, Language::En)).unwrap();
    let found = groups(&figure, "contact");
    assert_eq!(found.len(), what.contacts.iter().map(|contact| contact.lanes.len()).sum::<usize>());
    let gaps: usize = what.lanes.iter().map(|lane| lane.gaps.len()).sum();
    assert_eq!(groups(&figure, "gap").len(), gaps);
    let words = draad_words::Words::new(Language::En);
    let mut places: Vec<(f64, f64)> = Vec::new();
    for contact in &what.contacts {
        let start = format!("{}:", words.day(contact.date));
        let (_, x) = found.iter().find(|(title, _)| title.starts_with(&start)).unwrap();
        places.push((f64::from(draad_analysis::case_timeline::days_between(what.days.0, contact.date)), *x));
    }
    let (first, last) = (places[0], places[places.len() - 1]);
    let per_day = (last.1 - first.1) / (last.0 - first.0);
    assert!(per_day > 0.0);
    for (days, x) in places {
        assert!((first.1 + (days - first.0) * per_day - x).abs() <= 2.0, "day {days} stands at {x}");
    }
}

#[test]
fn each_line_of_scores_has_a_point_per_day() {
    let study = study(DEMO);
    let what = of_scores(&study);
    let figure = scores(&what, &study, &style(Format::TwoColumns, Language::Nl)).unwrap();
    let lines = groups(&figure, "scores");
    let expected = what.instruments.iter().flat_map(|one| &one.cases).map(|case| case.lines.len());
    assert_eq!(lines.len(), expected.sum::<usize>());
    let points: usize = lines.iter().map(|(title, _)| title.split(';').count()).sum();
    let days = what.instruments.iter().flat_map(|one| &one.cases).map(|case| case.days().count());
    assert_eq!(points, days.sum::<usize>());
}
