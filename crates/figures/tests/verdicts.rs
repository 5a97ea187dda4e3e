//! What panels make of the findings: that it can be read at any size, and that every person is one mark.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod page;
#[allow(dead_code, reason = "other tests use the rest of it")]
mod sample;

use draad_analysis::{Options, Verdicts};
use draad_core::facts::Facts;
use draad_core::{Feedback, Filter, Finding, Language, PanelVerdict, Problem, Study};
use draad_figures::{Figure, Format, verdicts};
use page::{FORMATS, check_texts, style};
use sample::DEMO;

/// So many findings and panels; each panel has up to `most` people with a verdict on each finding.
fn study(n_findings: usize, n_panels: usize, most: usize, long: bool) -> Study {
    let mut study = sample::material::study(DEMO);
    let words = |text: String| match long {
        true => {
            format!("{text} over de samenwerking tussen ouders en gezinshuisouders in het weekend en daarna")
        }
        false => text,
    };
    study.findings = (0..n_findings)
        .map(|n| Finding {
            title: words(format!("Bevinding {n}")),
            part: ["visible", "tension", "lead", ""][n % 4].to_owned(),
            ..Finding::new(format!("f{n}"))
        })
        .collect();
    let all = (0..n_findings).flat_map(|finding| (0..n_panels).map(move |panel| (finding, panel)));
    let people = all.flat_map(|(finding, panel)| {
        (0..(finding * 7 + panel * 3) % (most + 1)).map(move |person| (finding, panel, person))
    });
    study.feedback = people
        .map(|(finding, panel, person)| {
            let name = if long { "gezinshuisouders en pleegouders" } else { "panel" };
            let verdict = ["agrees", "nuances", "rejects", "?"][(person + finding) % 4];
            Feedback::new(format!("f{finding}"), format!("{name} {panel}"), format!("r{person}"), verdict)
        })
        .collect();
    study
}

fn draw(study: &Study, format: Format, language: Language) -> Figure {
    let facts = Facts::new(study, &Filter::default());
    let computed = Verdicts::from_facts(study, &facts, &Options::default()).unwrap();
    verdicts(&computed, study, &style(format, language)).unwrap()
}

#[test]
fn no_text_touches_another_or_leaves_the_page() {
    for study in [study(4, 1, 3, false), study(9, 4, 5, false), study(30, 6, 40, true)] {
        for language in [Language::Nl, Language::En] {
            for format in FORMATS {
                check_texts(&draw(&study, format, language), format);
            }
        }
    }
}

#[test]
fn every_person_with_a_verdict_is_one_mark_or_in_one_number() {
    for (most, format) in [(5, Format::TwoColumns), (40, Format::TwoColumns), (5, Format::OneColumn)] {
        let study = study(8, 4, most, false);
        let figure = draw(&study, format, Language::Nl);
        let mut drawn = 0;
        for page in &figure.pages {
            let document = roxmltree::Document::parse(&page.svg).unwrap();
            for cell in document.descendants().filter(|node| node.attribute("class") == Some("cell")) {
                let about = |row: &&Feedback| {
                    Some(row.finding.as_str()) == cell.attribute("data-finding")
                        && Some(row.panel.as_str()) == cell.attribute("data-panel")
                };
                let rows: Vec<&Feedback> = study.feedback.iter().filter(about).collect();
                let n = |verdict| rows.iter().filter(|row| row.verdict == Ok(verdict)).count();
                let [agrees, nuances, rejects] =
                    [PanelVerdict::Agrees, PanelVerdict::Nuances, PanelVerdict::Rejects].map(n);
                let count = |name: &str| cell.children().filter(|node| node.has_tag_name(name)).count();
                let numbers: usize = cell
                    .children()
                    .filter(|node| node.has_tag_name("text"))
                    .map(|node| node.text().unwrap().trim().parse::<usize>().unwrap())
                    .sum();
                match (agrees + nuances + rejects, numbers) {
                    (0, _) => assert_eq!((count("circle"), count("polygon"), numbers), (1, 0, 0), "a dot"),
                    (all, 0) => assert_eq!((count("circle"), count("polygon")), (all, nuances)),
                    (all, numbers) => assert_eq!(numbers, all),
                }
                drawn += 1;
            }
        }
        assert_eq!(drawn, 8 * 4, "each finding and panel once");
    }
}

#[test]
fn without_a_panel_there_is_nothing_to_draw() {
    let study = study(3, 0, 0, false);
    let facts = Facts::new(&study, &Filter::default());
    let computed = Verdicts::from_facts(&study, &facts, &Options::default()).unwrap();
    let error = verdicts(&computed, &study, &style(Format::TwoColumns, Language::Nl)).unwrap_err();
    assert_eq!(error.problem, Problem::NothingToShow { reason: "no-verdicts".into() });
}
