//! What is on the page, by geometry: texts as the exporters' own text engine sets them, marks as they stand in the SVG.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod combinations;
mod ink;
mod overview;
mod page;
mod sample;

use draad_analysis::contrast::{Contrast, ContrastOptions, Happens};
use draad_analysis::tensions::{TensionKey, TensionsOptions};
use draad_analysis::{By, CellState, Options, Tensions};
use draad_core::facts::Facts;
use draad_core::{Filter, Language, Problem, Valence};
use draad_figures::*;
use page::{FORMATS, check_texts, style};
use sample::{DEMO, Shape};
use std::collections::BTreeMap;

const PT_PER_UNIT: f64 = 72.0 / 2540.0;

fn draw(shape: Shape, format: Format, language: Language) -> Figure {
    matrix(&sample::table(shape), &sample::study(), &MatrixOptions::default(), &style(format, language))
        .unwrap()
}

fn draw_balance(n_cases: usize, long: bool, format: Format, language: Language) -> Figure {
    let options = BalanceOptions::default();
    balance(&sample::balance(n_cases, long), &sample::study(), &options, &style(format, language)).unwrap()
}

fn draw_contrast(shape: Shape, format: Format, language: Language) -> Figure {
    let study = sample::material::study(shape);
    let facts = Facts::new(&study, &Filter::default());
    let computed = Contrast::from_facts(&study, &facts, &Options::default(), &ContrastOptions::default());
    contrast(&computed.unwrap(), &study, &style(format, language)).unwrap()
}

fn draw_tensions(shape: Shape, by: By, format: Format, language: Language) -> Figure {
    let study = sample::material::study(shape);
    let facts = Facts::new(&study, &Filter::default());
    let own = TensionsOptions { keys: vec![TensionKey::By(by)], ..TensionsOptions::default() };
    let computed = Tensions::from_facts(&study, &facts, &Options::default(), &own).unwrap();
    tensions(&computed, &study, &style(format, language)).unwrap()
}

/// Elements of a figure's cells that are marks, per shape; the plus signs are lines and do not count.
fn marks(figure: &Figure) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for page in &figure.pages {
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        let cells = document
            .descendants()
            .filter(|node| node.attribute("class").is_some_and(|c| c.starts_with("cell ")));
        for cell in cells {
            let state = cell.attribute("class").unwrap()["cell ".len()..].to_owned();
            *counts.entry(state).or_default() += 1;
            let shapes = cell
                .children()
                .filter(|node| ["circle", "polygon", "rect"].contains(&node.tag_name().name()));
            let expected = match cell.attribute("class").unwrap() {
                "cell both" => 2..=2,
                "cell ambivalent" => 1..=2,
                "cell no-material" => 0..=0,
                _ => 1..=1,
            };
            let n = shapes.count();
            assert!(expected.contains(&n), "{:?} has {n} shapes", cell.attribute("id"));
        }
    }
    counts
}

#[test]
fn no_text_touches_another_or_leaves_the_page() {
    let long = Shape { long: true, talkative: true, n_factors: 20, ..DEMO };
    let one = Shape { n_cases: 1, n_factors: 1, ..DEMO };
    for language in [Language::Nl, Language::En] {
        for format in FORMATS {
            for shape in [DEMO, long, one] {
                check_texts(&draw(shape, format, language), format);
                check_texts(&draw_balance(shape.n_cases, shape.long, format, language), format);
            }
            for shape in [DEMO, long, Shape { n_cases: 50, n_factors: 60, ..DEMO }] {
                check_texts(&draw_contrast(shape, format, language), format);
                for by in [By::Phase, By::Role] {
                    check_texts(&draw_tensions(shape, by, format, language), format);
                }
                for figure in overview::Overview::of(shape).figures(&style(format, language)) {
                    check_texts(&figure, format);
                }
            }
        }
    }
}

#[test]
fn fifty_cases_by_sixty_factors_go_on_over_pages() {
    let large = Shape { n_cases: 50, n_factors: 60, ..DEMO };
    for (format, language) in [(Format::TwoColumns, Language::Nl), (Format::OneColumn, Language::En)] {
        let figure = draw(large, format, language);
        assert!(figure.pages.len() > 3);
        check_texts(&figure, format);
        assert_eq!(marks(&figure).values().sum::<usize>(), 50 * 60, "each cell stands on one page");
        let figure = draw_balance(50, false, format, language);
        assert!(figure.pages.len() > 1);
        check_texts(&figure, format);
    }
}

#[test]
fn as_many_marks_as_coded_cells() {
    let table = sample::table(DEMO);
    let counts = marks(&draw(DEMO, Format::TwoColumns, Language::Nl));
    for (state, class) in [
        (CellState::Promoting, "promoting"),
        (CellState::Hindering, "hindering"),
        (CellState::Both, "both"),
        (CellState::Ambivalent, "ambivalent"),
        (CellState::Coded, "coded"),
        (CellState::NotFound, "not-found"),
        (CellState::NoMaterial, "no-material"),
    ] {
        let expected = table.cells.iter().filter(|cell| cell.state == state).count();
        assert!(expected > 0, "the sample has {class}");
        assert_eq!(counts[class], expected, "{class}");
    }
}

#[test]
fn areas_are_proportional_to_passages_whatever_the_shape() {
    let table = sample::table(DEMO);
    let figure = draw(DEMO, Format::A4Landscape, Language::En);
    let mut unit_areas: Vec<f64> = Vec::new();
    for page in &figure.pages {
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        for node in document.descendants().filter(|node| node.attribute("data-case").is_some()) {
            let (Some(factor), case) = (node.attribute("data-factor"), node.attribute("data-case").unwrap())
            else {
                continue;
            };
            let factor = table.factors.iter().position(|row| row.id.as_str() == factor).unwrap();
            let case = table.cases.iter().position(|column| column.id.as_str() == case).unwrap();
            let cell = table.cell(0, factor, case);
            if node.children().any(|child| child.has_tag_name("line")) {
                continue;
            }
            for shape in node.children() {
                let number = |name: &str| shape.attribute(name).unwrap().parse::<f64>().unwrap();
                match (shape.tag_name().name(), cell.state) {
                    ("circle", CellState::Promoting | CellState::Both) => {
                        unit_areas.push(std::f64::consts::PI * number("r").powi(2) / cell.n_promoting as f64);
                    }
                    ("polygon", CellState::Hindering | CellState::Both) => {
                        unit_areas
                            .push(diamond_area(shape.attribute("points").unwrap()) / cell.n_hindering as f64);
                    }
                    ("rect", CellState::Coded) => {
                        unit_areas.push(number("width") * number("height") / cell.n_passages as f64);
                    }
                    _ => {}
                }
            }
        }
    }
    assert!(unit_areas.len() > 100);
    let mean = unit_areas.iter().sum::<f64>() / unit_areas.len() as f64;
    assert!(
        unit_areas.iter().all(|area| (area / mean - 1.0).abs() < 0.06),
        "whole canvas units, no more: {unit_areas:?}"
    );
}

fn diamond_area(points: &str) -> f64 {
    let corners: Vec<Vec<f64>> =
        points.split_whitespace().map(|pair| pair.split(',').map(|n| n.parse().unwrap()).collect()).collect();
    (corners[2][1] - corners[0][1]) * (corners[1][0] - corners[3][0]) / 2.0
}

#[test]
fn a_number_in_the_thousands_is_capped_and_said_to_be() {
    let shape = Shape { talkative: true, ..DEMO };
    let table = sample::table(shape);
    let figure = draw(shape, Format::TwoColumns, Language::Nl);
    let document = roxmltree::Document::parse(&figure.pages[0].svg).unwrap();
    let first = &table.factors[0].id;
    let id = format!("cell-{first}-p01");
    let cell = document.descendants().find(|node| node.attribute("id") == Some(id.as_str())).unwrap();
    assert_eq!(cell.children().filter(|node| node.has_tag_name("line")).count(), 2, "a plus sign");
    assert!(figure.caption.contains("groeit een teken niet verder"));
    assert!(
        figure.pages[0].svg.contains("5.000 fragmenten") || figure.pages[0].svg.contains("5000 fragmenten")
    );
}

#[test]
fn every_page_can_be_read_by_a_machine() {
    let figure = draw(Shape { n_cases: 50, n_factors: 60, ..DEMO }, Format::OneAndHalf, Language::Nl);
    let mut seen = std::collections::BTreeSet::new();
    for page in &figure.pages {
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        let root = document.root_element();
        assert_eq!(root.attribute("role"), Some("img"));
        for name in ["title", "desc"] {
            let child =
                root.children().find(|node| node.has_tag_name(("http://www.w3.org/2000/svg", name))).unwrap();
            assert!(child.text().is_some_and(|text| text.len() > 10));
        }
        for group in document.descendants().filter(|node| node.tag_name().name() == "g") {
            assert!(
                seen.insert(group.attribute("id").unwrap().to_owned()),
                "{:?} twice",
                group.attribute("id")
            );
            let title = group.children().find(|node| node.tag_name().name() == "title").unwrap();
            assert!(title.text().is_some_and(|text| !text.is_empty()));
        }
        for text in document.descendants().filter(|node| node.tag_name().name() == "text") {
            let size: f64 = text.attribute("font-size").unwrap().parse().unwrap();
            assert!(size * PT_PER_UNIT >= 7.0, "{size}");
            assert_eq!(text.attribute("font-family"), Some(fonts::FAMILY));
        }
    }
}

#[test]
fn the_same_input_gives_the_same_bytes() {
    let make = || draw(DEMO, Format::OneColumn, Language::Nl);
    let (one, two) = (make(), make());
    assert_eq!(one, two);
    assert_eq!(export::png(&one.pages[0], 72).unwrap(), export::png(&two.pages[0], 72).unwrap());
    assert_eq!(export::pdf(&one.pages).unwrap(), export::pdf(&two.pages).unwrap());
}

#[test]
fn pictures_have_the_size_of_the_page_and_pdf_has_no_date() {
    let figure = draw_balance(13, false, Format::OneAndHalf, Language::En);
    let png = export::png(&figure.pages[0], 300).unwrap();
    let width = u32::from_be_bytes(png[16..20].try_into().unwrap());
    assert_eq!(width, 1654, "140 mm at 300 dots to the inch");
    let at = png.windows(4).position(|name| name == b"pHYs").unwrap();
    assert_eq!(u32::from_be_bytes(png[at + 4..at + 8].try_into().unwrap()), 11811, "dots to the metre");
    let pdf = export::pdf(&figure.pages).unwrap();
    let text = String::from_utf8_lossy(&pdf);
    assert!(text.contains("/MediaBox[0 0 396.8504 "), "140 mm in points");
    assert!(!text.contains("CreationDate") && !text.contains("ModDate"));
    assert!(export::png(&figure.pages[0], 0).is_err());
}

#[test]
fn nothing_to_show_is_a_problem_and_not_a_picture() {
    let style = style(Format::OneColumn, Language::Nl);
    let (options, study) = (MatrixOptions::default(), sample::study());
    let no_cases = (Shape { n_cases: 0, ..DEMO }, "no-cases");
    for (shape, reason) in [no_cases, (Shape { n_factors: 0, ..DEMO }, "no-factors")] {
        let error = matrix(&sample::table(shape), &study, &options, &style).unwrap_err();
        assert_eq!(error.problem, Problem::NothingToShow { reason: reason.into() });
    }
    let error = balance(&sample::balance(0, false), &study, &BalanceOptions::default(), &style).unwrap_err();
    assert!(matches!(error.problem, Problem::NothingToShow { .. }));
}

#[test]
fn options_are_obeyed() {
    let table = sample::table(DEMO);
    let study = sample::study();
    let style = style(Format::TwoColumns, Language::En);
    let by_sources = MatrixOptions { size: SizeBy::Sources, cap: Some(2), ..MatrixOptions::default() };
    let figure = matrix(&table, &study, &by_sources, &style).unwrap();
    assert!(figure.caption.contains("proportional to the number of sources"));
    assert!(figure.caption.contains("Above 2 a mark grows no further"));
    let mut with_heading = table.clone();
    with_heading.factors[0].kind = draad_core::CodeKind::Heading;
    for (with_headings, n_factors) in [(false, 39), (true, 40)] {
        let options = MatrixOptions { with_headings, ..MatrixOptions::default() };
        let figure = matrix(&with_heading, &study, &options, &style).unwrap();
        assert!(figure.alt.contains(&format!("{n_factors} factors")), "{}", figure.alt);
    }
    let transparent = Style { transparent: true, theme: Theme::GREY, ..style };
    let figure = matrix(&table, &study, &MatrixOptions::default(), &transparent).unwrap();
    assert!(!figure.pages[0].svg.contains("background"));
    assert!(!figure.pages[0].svg.contains("#0072B2"));
    let chars = BalanceOptions { count: BalanceCount::Chars };
    let figure = balance(&sample::balance(13, false), &study, &chars, &style).unwrap();
    check_texts(&figure, Format::TwoColumns);
    assert!(figure.caption.contains("characters of text"));
}

#[test]
fn bars_are_as_long_as_their_numbers() {
    let data = sample::balance(13, false);
    let figure = draw_balance(13, false, Format::OneAndHalf, Language::Nl);
    let document = roxmltree::Document::parse(&figure.pages[0].svg).unwrap();
    let mut per_unit = Vec::new();
    for row in &data.rows {
        let id = format!("balance-{}", row.case);
        let group = document.descendants().find(|node| node.attribute("id") == Some(id.as_str())).unwrap();
        let widths: Vec<f64> = group
            .children()
            .filter_map(|node| node.attribute("width"))
            .map(|width| width.parse().unwrap())
            .collect();
        let numbers = [row.total.hindering_factors, row.total.promoting_factors]
            .into_iter()
            .filter(|&number| number > 0);
        assert_eq!(widths.len(), numbers.clone().count());
        per_unit.extend(widths.iter().zip(numbers).map(|(width, number)| width / number as f64));
    }
    assert!(per_unit.iter().all(|unit| (unit / per_unit[0] - 1.0).abs() < 0.01), "{per_unit:?}");
}

#[test]
fn numbers_in_the_millions_leave_room_for_the_heads() {
    let mut data = sample::balance(13, false);
    data.rows[0].total.promoting_chars = 5_000_000;
    data.rows[1].total.hindering_chars = 7_000_000;
    let options = BalanceOptions { count: BalanceCount::Chars };
    for (format, only_promoting) in
        [(Format::OneColumn, true), (Format::OneColumn, false), (Format::Slide, false)]
    {
        if only_promoting {
            data.rows.iter_mut().for_each(|row| row.total.hindering_chars = 0);
        }
        let figure = balance(&data, &sample::study(), &options, &style(format, Language::Nl)).unwrap();
        check_texts(&figure, format);
        data.rows[1].total.hindering_chars = 7_000_000;
    }
}

#[test]
fn strange_names_and_many_groups_are_drawn_without_harm() {
    let mut table = sample::table(Shape { n_cases: 20, n_factors: 12, ..DEMO });
    let names = ["家庭 & <b>\"x\"</b> \u{7}", &"w".repeat(300), "   ", "\u{202E}rtl"];
    for (factor, name) in table.factors.iter_mut().zip(names) {
        factor.name = draad_core::Label::new(name, "");
    }
    table.cases[2].id = "x".repeat(100).parse().unwrap();
    let group = table.outcome_groups[0].clone();
    table.outcome_groups = (0..10)
        .map(|n| draad_analysis::OutcomeGroup { cases: vec![2 * n, 2 * n + 1], ..group.clone() })
        .collect();
    for format in FORMATS {
        let figure =
            matrix(&table, &sample::study(), &MatrixOptions::default(), &style(format, Language::Nl))
                .unwrap();
        check_texts(&figure, format);
        assert!(
            figure.pages.iter().any(|page| page.svg.contains(">factor-02</text>")),
            "a blank name gives way to the id"
        );
        export::pdf(&figure.pages).unwrap();
    }
}

#[test]
fn dots_of_the_contrast_stand_where_their_shares_are() {
    let study = sample::material::study(DEMO);
    let facts = Facts::new(&study, &Filter::default());
    let computed =
        Contrast::from_facts(&study, &facts, &Options::default(), &ContrastOptions::default()).unwrap();
    let figure = contrast(&computed, &study, &style(Format::TwoColumns, Language::En)).unwrap();
    let mut places: Vec<(f64, f64)> = Vec::new();
    for page in &figure.pages {
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        for row in document.descendants().filter(|node| node.attribute("data-factor").is_some()) {
            let id = row.attribute("data-factor").unwrap();
            let factor = computed.factors.iter().find(|factor| factor.id.as_str() == id).unwrap();
            if factor.valence != Some(Valence::Promoting) {
                continue;
            }
            // the filled dot, which is drawn last, is the first outcome
            let dot = row.children().rfind(|node| node.has_tag_name("circle")).unwrap();
            let (k, n) = computed.k_of_n(factor, 0, Happens::Promotes).unwrap();
            places.push((k as f64 / n as f64, dot.attribute("cx").unwrap().parse().unwrap()));
        }
    }
    places.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (first, last) = (places[0], places[places.len() - 1]);
    assert!(last.0 > first.0 && places.len() > 10);
    let per_share = (last.1 - first.1) / (last.0 - first.0);
    assert!(
        places.iter().all(|(share, x)| (first.1 + per_share * (share - first.0) - x).abs() <= 1.0),
        "{places:?}"
    );
}
