//! The design of the study: that it can be read at any size, and that tiles are as large as their numbers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod page;
#[allow(dead_code, reason = "other tests use the rest of it")]
mod sample;

use draad_analysis::{Options, StudyDesign};
use draad_core::design::{DesignMethod, DesignPhase, Heard};
use draad_core::facts::Facts;
use draad_core::{Filter, Label, Language, Study};
use draad_figures::{Format, study_design};
use page::{FORMATS, check_texts, style};
use sample::DEMO;

/// A design with so many phases and methods; every fourth method was not counted.
fn study(n_phases: usize, n_methods: usize, long: bool) -> Study {
    let mut study = sample::material::study(DEMO);
    let words = |text: &str| match long {
        true => format!("{text} over de samenwerking tussen ouders en gezinshuisouders"),
        false => text.to_owned(),
    };
    let phase = |n: usize| DesignPhase {
        name: format!("fase-{n}").parse().unwrap(),
        label: Label::new(&words(&format!("fase {n}")), ""),
        question: Label::new(&words("Wat maakt samenwerking constructief, en onder welke voorwaarden?"), ""),
    };
    study.design.phase = (0..n_phases).map(phase).collect();
    let heard = |n: usize, k: usize| Heard {
        role: ["parent", "child", "guide"][k % 3].parse().ok(),
        label: if long { Label::new(&words("ouders"), "") } else { Label::default() },
        n: (n % 4 != 3).then_some((n * n * 7 % 300 + k) as u32 + 1),
    };
    let method = |n: usize| DesignMethod {
        name: format!("methode-{n}").parse().unwrap(),
        label: Label::new(&words(&format!("methode {}", n * 2 / 3)), ""),
        phase: format!("fase-{}", n % n_phases).parse().unwrap(),
        heard: (0..n % 5).map(|k| heard(n, k)).collect(),
    };
    study.design.method = (0..n_methods).map(method).collect();
    study
}

fn design(study: &Study) -> StudyDesign {
    StudyDesign::from_facts(study, &Facts::new(study, &Filter::default()), &Options::default()).unwrap()
}

#[test]
fn no_text_touches_another_or_leaves_the_page() {
    for study in [study(1, 1, false), study(4, 9, false), study(6, 40, true)] {
        for language in [Language::Nl, Language::En] {
            for format in FORMATS {
                let figure = study_design(&design(&study), &study, &style(format, language)).unwrap();
                check_texts(&figure, format);
            }
        }
    }
}

#[test]
fn tiles_are_as_large_as_their_numbers_in_a_table_and_in_a_list() {
    let study = study(4, 12, false);
    let what = design(&study);
    for format in [Format::TwoColumns, Format::OneColumn] {
        let figure = study_design(&what, &study, &style(format, Language::Nl)).unwrap();
        let mut per_head = Vec::new();
        for page in &figure.pages {
            let document = roxmltree::Document::parse(&page.svg).unwrap();
            for (row, phase) in what.methods.iter().flat_map(|row| (0..4).map(move |phase| (row, phase))) {
                let id = format!("design-{}-{}", row.name, what.phases[phase].id);
                let group = document.descendants().find(|node| node.attribute("id") == Some(id.as_str()));
                let (Some(group), Some(total)) = (group, row.total(phase)) else { continue };
                let tile = group.children().find(|node| node.has_tag_name("rect")).unwrap();
                let side: f64 = tile.attribute("width").unwrap().parse().unwrap();
                if side > 170.0 {
                    per_head.push(side * side / f64::from(total));
                }
            }
        }
        assert!(per_head.len() > 3);
        assert!(per_head.iter().all(|area| (area / per_head[0] - 1.0).abs() < 0.02), "{per_head:?}");
    }
}
