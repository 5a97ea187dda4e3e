//! Portraits of sources and codelines of cases: that all of them can be read, and that the ink says the numbers.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod page;
#[allow(dead_code, reason = "other tests use the rest of it")]
mod sample;

use draad_analysis::{Options, Portrait};
use draad_core::facts::Facts;
use draad_core::{Filter, Language, Problem, Study, Target};
use draad_figures::{Figure, Format, portrait};
use page::{FORMATS, check_texts, style};
use sample::{DEMO, Shape};
use std::collections::BTreeMap;

const LONG: Shape = Shape { long: true, n_factors: 20, ..DEMO };
const LARGE: Shape = Shape { n_cases: 50, n_factors: 60, ..DEMO };

fn of_source(study: &Study) -> Portrait {
    let facts = Facts::new(study, &Filter::default());
    let source = study.sources.keys().next().unwrap();
    Portrait::of_source(study, &facts, &Options::default(), source).unwrap()
}

fn of_case(study: &Study) -> Portrait {
    let facts = Facts::new(study, &Filter::default());
    let case = study.cases.keys().next().unwrap();
    Portrait::of_case(study, &facts, &Options::default(), case).unwrap()
}

/// A study of which every source belongs to the first case.
fn crowded(shape: Shape) -> Study {
    let mut study = sample::material::study(shape);
    let case = study.cases.keys().next().unwrap().clone();
    study.sources.values_mut().for_each(|source| source.cases = vec![case.clone()]);
    study
}

#[test]
fn no_text_touches_another_or_leaves_the_page() {
    let studies = [
        sample::material::study(DEMO),
        sample::material::study(LONG),
        sample::material::study(Shape { n_cases: 1, n_factors: 1, ..DEMO }),
        crowded(LARGE),
    ];
    for language in [Language::Nl, Language::En] {
        for format in FORMATS {
            for study in &studies {
                for what in [of_source(study), of_case(study)] {
                    let figure = portrait(&what, study, &style(format, language)).unwrap();
                    check_texts(&figure, format);
                }
            }
        }
    }
}

/// Bars of a figure, by id: x and width in units of the canvas, whatever the page.
fn bars(figure: &Figure) -> BTreeMap<String, (f64, f64)> {
    let mut bars = BTreeMap::new();
    for page in &figure.pages {
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        let is_passage = |class: &str| class.starts_with("passage");
        for group in document.descendants().filter(|node| node.attribute("class").is_some_and(is_passage)) {
            let rect = group.children().find(|node| node.has_tag_name("rect")).unwrap();
            let number = |name: &str| rect.attribute(name).unwrap().parse::<f64>().unwrap();
            let old = bars.insert(group.attribute("id").unwrap().to_owned(), (number("x"), number("width")));
            assert_eq!(old, None);
        }
    }
    bars
}

#[test]
fn bars_stand_where_their_passages_are_and_are_as_long() {
    let study = sample::material::study(DEMO);
    let what = of_source(&study);
    let figure = portrait(&what, &study, &style(Format::TwoColumns, Language::En)).unwrap();
    let bars = bars(&figure);
    assert_eq!(bars.len(), what.n_passages());
    let source = what.sources[0].id.as_str();
    let mut places = Vec::new();
    for code in &what.codes {
        for passage in &code.passages {
            let chars = passage.chars.unwrap();
            let (x, width) = bars[&format!("portrait-{}-{source}-{}", code.id, chars.start.0)];
            places.push((f64::from(chars.start.0), x));
            places.push((f64::from(chars.end.0), x + width));
        }
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (first, last) = (places[0], places[places.len() - 1]);
    let per_char = (last.1 - first.1) / (last.0 - first.0);
    assert!(per_char > 0.0 && places.len() > 10);
    for (char, x) in places {
        assert!((first.1 + (char - first.0) * per_char - x).abs() <= 2.0, "{char} stands at {x}");
    }
}

#[test]
fn a_crowded_case_goes_on_over_pages_with_each_passage_once_and_equal_lengths() {
    let study = crowded(LARGE);
    let what = of_case(&study);
    let figure = portrait(&what, &study, &style(Format::OneColumn, Language::Nl)).unwrap();
    assert!(figure.pages.len() > 4);
    assert_eq!(bars(&figure).len(), what.n_passages());
}

#[test]
fn a_source_coded_as_a_whole_has_an_open_bar() {
    let mut study = sample::material::study(DEMO);
    study.codings[0].target = Target::Source;
    study.sort_codings();
    let figure = portrait(&of_source(&study), &study, &style(Format::TwoColumns, Language::En)).unwrap();
    let document = roxmltree::Document::parse(&figure.pages[0].svg).unwrap();
    let is_whole = |title: &str| title.contains("the whole source");
    let mut groups = document.descendants().filter(|node| node.has_tag_name("g"));
    let whole = groups.find(|node| {
        node.children().any(|child| child.has_tag_name("title") && child.text().is_some_and(is_whole))
    });
    assert_eq!(whole.unwrap().children().filter(|child| child.has_tag_name("line")).count(), 2);
}

#[test]
fn without_codings_there_is_no_picture() {
    let study = sample::material::study(Shape { n_factors: 0, ..DEMO });
    let error = portrait(&of_source(&study), &study, &style(Format::OneColumn, Language::Nl)).unwrap_err();
    assert_eq!(error.problem, Problem::NothingToShow { reason: "no-codings".into() });
}
