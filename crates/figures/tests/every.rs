//! Every figure, on every ground, and of studies as nobody expects them: strange names, far dates, very much and very
//! little. Whatever is drawn can be read and keeps its full text; what cannot be drawn says why.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on should stop")]

mod page;
#[allow(dead_code, reason = "other tests use the rest of it")]
mod sample;

use draad_analysis::contrast::{Contrast, ContrastOptions};
use draad_analysis::tensions::{TensionKey, TensionsOptions};
use draad_analysis::{
    Balance, By, CaseTimeline, CasesByFactors, CoOccurrence, CoOccurrenceOptions, Options, Portrait,
    RouteCourse, Saturation, SaturationOptions, ScoreLines, Similarity, SimilarityOptions, StudyDesign,
    Tensions, Triangulation,
};
use draad_core::design::{DesignMethod, DesignPhase, Heard};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::route::{Conversation, RoutePhase};
use draad_core::{CaseId, CasePhase, Event, EventStatus, Filter, Label, Language, Problem, Score, Study};
use draad_figures::*;
use jiff::civil::{Date, date};
use page::{FORMATS, check_texts, style};
use sample::{DEMO, Shape};
use std::collections::BTreeSet;

const NAMES: [&str; 8] = [
    "😭 verdriet 👨‍👩‍👧",
    "ثقة بين الوالدين",
    "אמון",
    "家庭之家",
    "regel\u{7}\n\tmet\u{0} besturing\u{202E}tekens",
    "<script>&\"'",
    "❤️",
    "e\u{301}e\u{301}n gezin",
];

/// A study with everything that a figure can show, over these days.
fn study(shape: Shape, (first, last): (Date, Date)) -> Study {
    let mut study = sample::material::study(shape);
    let n_days = draad_analysis::case_timeline::days_between(first, last);
    let day = |part: i32| first.checked_add(jiff::Span::new().days(n_days * part / 12)).unwrap();
    let n_sources = study.sources.len().max(1) as i32;
    study.sources.values_mut().zip(0..).for_each(|(source, n)| source.date = Some(day(12 * n / n_sources)));
    for case in study.cases.keys().cloned().collect::<Vec<_>>() {
        add_course(&mut study, &case, &day);
    }
    add_plans(&mut study);
    study
}

fn add_course(study: &mut Study, case: &CaseId, day: &impl Fn(i32) -> Date) {
    let people = ["parent", "guide"].map(|role| format!("{case}-{role}").parse().unwrap());
    let statuses = [EventStatus::Held, EventStatus::Missed, EventStatus::Planned];
    study.events.extend((0..=12).map(|n| Event {
        case: case.clone(),
        date: Some(day(n)),
        kind: ["bezoek", "telefoon", "gesprek"][n as usize % 3].into(),
        status: statuses[n as usize % 3],
        actors: people.to_vec(),
        note: String::new(),
        extra: Default::default(),
    }));
    study.scores.extend((0..8).map(|n| Score {
        case: case.clone(),
        participant: people[n as usize % 2].clone(),
        date: Some(day(n / 2 * 4)),
        instrument: "samenwerking".into(),
        item: "vertrouwen".into(),
        score: Some(1.0 + f64::from(n % 5)),
        extra: Default::default(),
    }));
    let bounds = [(0, 4), (5, 8), (9, 12)];
    study.case_phases.extend(study.settings.phases.iter().zip(bounds).map(|(phase, (from, to))| CasePhase {
        case: case.clone(),
        phase: phase.id.clone(),
        start: Some(day(from)),
        end: Some(day(to)),
    }));
}

fn add_plans(study: &mut Study) {
    let phases: Vec<_> = study.settings.phases.iter().map(|phase| phase.id.clone()).collect();
    let goal = || Label::new("elkaar leren kennen", "");
    study.route.phase =
        phases.iter().map(|phase| RoutePhase { phase: phase.clone(), goals: vec![goal()] }).collect();
    study.route.conversation = phases
        .iter()
        .enumerate()
        .map(|(n, phase)| Conversation {
            name: format!("gesprek-{n}").parse().unwrap(),
            label: Label::new("kennismaking", ""),
            phase: phase.clone(),
            actors: ["parent", "guide"].map(|role| role.parse().unwrap()).to_vec(),
            times_per_year: None,
            events: vec!["bezoek".into()],
        })
        .collect();
    study.design.phase = vec![DesignPhase {
        name: "verkenning".parse().unwrap(),
        label: Label::new("verkenning", ""),
        question: Label::new("Wat maakt samenwerking constructief?", ""),
    }];
    study.design.method = vec![DesignMethod {
        name: "interviews".parse().unwrap(),
        label: Label::new("interviews", ""),
        phase: "verkenning".parse().unwrap(),
        heard: vec![Heard { role: "parent".parse().ok(), label: Label::default(), n: Some(21) }],
    }];
}

fn usual_days() -> (Date, Date) {
    (date(2019, 3, 1), date(2022, 6, 1))
}

/// Gives everything that has a name another, in turn.
fn rename(study: &mut Study, names: &[String]) {
    let mut names = names.iter().cycle();
    let mut next = || names.next().unwrap().clone();
    let mut label = |label: &mut Label| *label = Label::new(&next(), "");
    study.codebook.codes.values_mut().for_each(|code| label(&mut code.name));
    study.settings.roles.iter_mut().for_each(|role| label(&mut role.label));
    study.settings.kinds.iter_mut().for_each(|kind| label(&mut kind.label));
    study.settings.phases.iter_mut().for_each(|phase| label(&mut phase.label));
    let levels = study.settings.attributes.iter_mut().flat_map(|attribute| &mut attribute.levels);
    levels.for_each(|level| label(&mut level.label));
    study.route.phase.iter_mut().flat_map(|phase| &mut phase.goals).for_each(&mut label);
    study.route.conversation.iter_mut().for_each(|one| label(&mut one.label));
    study.design.phase.iter_mut().for_each(|phase| label(&mut phase.label));
    study.design.phase.iter_mut().for_each(|phase| label(&mut phase.question));
    study.design.method.iter_mut().for_each(|method| label(&mut method.label));
    study.participants.values_mut().for_each(|person| person.name = next());
    study.events.iter_mut().for_each(|event| event.kind = format!("{} {}", event.kind, names_at(event)));
    study.scores.iter_mut().for_each(|score| score.instrument = NAMES[1].to_owned());
    study.cases.values_mut().for_each(|case| case.name = NAMES[0].to_owned());
}

fn names_at(event: &Event) -> &'static str {
    NAMES[event.kind.len() % NAMES.len()]
}

/// Every figure of a study, by name; those of a case are of the first, that of a source is of the first.
fn figures(study: &Study, style: &Style) -> Vec<(&'static str, Outcome<Figure>)> {
    let (facts, options) = (Facts::new(study, &Filter::default()), Options::default());
    let all = (study, &facts, &options);
    let mut drawn = vec![
        (
            "matrix",
            CasesByFactors::from_facts(study, &facts, &options)
                .and_then(|found| matrix(&found, study, &MatrixOptions::default(), style)),
        ),
        (
            "balance",
            Balance::from_facts(study, &facts, &options, &Default::default())
                .and_then(|found| balance(&found, study, &BalanceOptions::default(), style)),
        ),
        (
            "triangulation",
            Triangulation::from_facts(study, &facts, &options)
                .and_then(|found| triangulation(&found, study, style)),
        ),
        (
            "contrast",
            Contrast::from_facts(study, &facts, &options, &ContrastOptions::default())
                .and_then(|found| contrast(&found, study, style)),
        ),
        ("tensions", tensions_by(By::Phase, all, style)),
        ("tensions by role", tensions_by(By::Role, all, style)),
        (
            "saturation",
            Saturation::from_facts(study, &facts, &options, &SaturationOptions::default())
                .and_then(|found| saturation(&found, study, style)),
        ),
        (
            "scores",
            ScoreLines::from_facts(study, &facts, &options).and_then(|found| scores(&found, study, style)),
        ),
        (
            "study-design",
            StudyDesign::from_facts(study, &facts, &options)
                .and_then(|found| study_design(&found, study, style)),
        ),
        (
            "route",
            RouteCourse::from_facts(study, &facts, &options, None)
                .and_then(|found| route(&found, study, style)),
        ),
    ];
    drawn.extend(meetings(all, style));
    drawn.extend(likeness(all, style));
    if let Some(case) = study.cases.keys().next() {
        drawn.extend(of_case(all, case, style));
    }
    drawn
}

type All<'a> = (&'a Study, &'a Facts, &'a Options);

fn tensions_by(by: By, (study, facts, options): All, style: &Style) -> Outcome<Figure> {
    let own = TensionsOptions { keys: vec![TensionKey::By(by)], ..TensionsOptions::default() };
    Tensions::from_facts(study, facts, options, &own).and_then(|found| tensions(&found, study, style))
}

fn meetings((study, facts, options): All, style: &Style) -> Vec<(&'static str, Outcome<Figure>)> {
    let found = CoOccurrence::from_facts(study, facts, options, &CoOccurrenceOptions::default());
    vec![
        ("co-occurrence", found.clone().and_then(|found| co_occurrence(&found, study, style))),
        ("co-occurrence-network", found.and_then(|found| co_occurrence_network(&found, study, style))),
    ]
}

fn likeness((study, facts, options): All, style: &Style) -> Vec<(&'static str, Outcome<Figure>)> {
    let found = Similarity::from_facts(study, facts, options, &SimilarityOptions::default());
    vec![
        ("clusters", found.clone().and_then(|found| clusters(&found, study, style))),
        ("map", found.and_then(|found| map(&found, study, style))),
    ]
}

fn of_case(
    (study, facts, options): All,
    case: &CaseId,
    style: &Style,
) -> Vec<(&'static str, Outcome<Figure>)> {
    let course = RouteCourse::from_facts(study, facts, options, Some(case));
    let mut drawn = vec![
        (
            "timeline",
            CaseTimeline::from_facts(study, facts, options, case)
                .and_then(|found| timeline(&found, study, style)),
        ),
        (
            "codeline",
            Portrait::of_case(study, facts, options, case).and_then(|found| portrait(&found, study, style)),
        ),
        ("route of a case", course.and_then(|found| route(&found, study, style))),
    ];
    if let Some(source) = study.sources.keys().next() {
        let found = Portrait::of_source(study, facts, options, source);
        drawn.push(("portrait", found.and_then(|found| portrait(&found, study, style))));
    }
    drawn
}

/// Draws every figure and looks at it; returns the names of those that were drawn, and why the others were not.
fn look(study: &Study, format: Format) -> (Vec<&'static str>, Vec<(&'static str, Problem)>) {
    let (mut drawn, mut refused) = (Vec::new(), Vec::new());
    for (name, figure) in figures(study, &style(format, Language::Nl)) {
        match figure {
            Ok(figure) => {
                check_texts(&figure, format);
                check_characters(&figure);
                drawn.push(name);
            }
            Err(error) => refused.push((name, error.problem)),
        }
    }
    (drawn, refused)
}

/// No text asks the font for what it does not have, and the caption tells of what stands for it.
fn check_characters(figure: &Figure) {
    let face = ttf_parser::Face::parse(fonts::REGULAR, 0).unwrap();
    let mut replaced = false;
    for page in &figure.pages {
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        for text in
            document.descendants().filter(|node| node.has_tag_name(("http://www.w3.org/2000/svg", "text")))
        {
            let text = text.text().unwrap_or_default();
            let lacking: Vec<char> = text.chars().filter(|&c| face.glyph_index(c).is_none()).collect();
            assert!(lacking.is_empty(), "{}: {text:?} {lacking:?}", figure.name);
            replaced |= text.contains("[U+");
        }
    }
    assert!(!replaced || figure.caption.contains("Unicode-nummer"), "{}: {}", figure.name, figure.caption);
}

/// Figures that need more than these studies have, and why they are not drawn.
fn expect_only(refused: &[(&'static str, Problem)], allowed: &[(&str, &str)]) {
    for (name, problem) in refused {
        let Problem::NothingToShow { reason } = problem else { panic!("{name}: {problem:?}") };
        assert!(allowed.contains(&(name, reason.as_str())), "{name} is not drawn: {reason}");
    }
}

#[test]
fn names_of_any_kind_are_drawn_as_far_as_the_font_goes_and_stand_in_full_in_the_titles() {
    let names: Vec<String> =
        NAMES.map(str::to_owned).into_iter().chain(["w".repeat(200), "lange naam ".repeat(18)]).collect();
    let mut study = study(Shape { n_cases: 9, n_factors: 10, ..DEMO }, usual_days());
    rename(&mut study, &names);
    for format in FORMATS {
        let (drawn, refused) = look(&study, format);
        expect_only(&refused, &[("co-occurrence-network", "no-meetings")]);
        assert!(drawn.len() > 14, "{drawn:?}");
    }
    let figures = figures(&study, &style(Format::TwoColumns, Language::Nl));
    let svg = |name: &str| {
        let figure = &figures.iter().find(|(other, _)| *other == name).unwrap().1;
        figure.as_ref().unwrap().pages.iter().map(|page| page.svg.clone()).collect::<String>()
    };
    let svg = svg("matrix");
    assert!(svg.contains(">factor-01</text>"), "a name without a letter of the font gives way to the id");
    assert!(
        svg.contains("ثقة بين الوالدين") && svg.contains("家庭之家"),
        "the full name stands in the title"
    );
    assert!(svg.contains("[U+1F62D] verdriet [U+1F468…]"));
}

#[test]
fn little_is_drawn_or_says_why() {
    let one = study(Shape { n_cases: 1, n_factors: 1, ..DEMO }, usual_days());
    let none = study(Shape { n_cases: 0, n_factors: 0, ..DEMO }, usual_days());
    let few = [
        ("contrast", "no-outcomes"),
        ("co-occurrence", "no-code-pairs"),
        ("co-occurrence-network", "no-meetings"),
        ("clusters", "few-cases"),
        ("map", "few-cases"),
    ];
    for format in [Format::OneColumn, Format::TwoColumns, Format::Slide] {
        let (drawn, refused) = look(&one, format);
        expect_only(&refused, &few);
        assert!(drawn.contains(&"matrix") && drawn.contains(&"timeline"), "{drawn:?}");
        let (drawn, refused) = look(&none, format);
        assert!(drawn.is_empty() && refused.len() == 14, "{drawn:?} {refused:?}");
        let reason = Problem::NothingToShow { reason: "no-cases".into() };
        assert!(refused.iter().all(|(_, problem)| *problem == reason), "{refused:?}");
    }
}

#[test]
fn without_an_outcome_cases_stand_in_one_group() {
    let mut study = study(Shape { n_cases: 6, n_factors: 10, ..DEMO }, usual_days());
    study.settings.attributes.clear();
    study.cases.values_mut().for_each(|case| case.attributes.clear());
    let (drawn, refused) = look(&study, Format::TwoColumns);
    let contrast = refused.iter().find(|(name, _)| *name == "contrast").unwrap();
    assert!(matches!(contrast.1, Problem::OutcomeNeeded { .. }));
    assert!(drawn.contains(&"matrix") && drawn.contains(&"balance"), "{drawn:?}");
}

#[test]
fn four_hundred_factors_go_on_over_pages() {
    let study = study(Shape { n_cases: 13, n_factors: 400, ..DEMO }, usual_days());
    let (_, refused) = look(&study, Format::TwoColumns);
    expect_only(&refused, &[("co-occurrence-network", "no-meetings")]);
    let figures = figures(&study, &style(Format::TwoColumns, Language::Nl));
    let (_, matrix) = figures.iter().find(|(name, _)| *name == "matrix").unwrap();
    let matrix = matrix.as_ref().unwrap();
    assert!(matrix.pages.len() > 5);
    let rows = |page: &Page| page.svg.matches("class=\"factor\"").count();
    assert_eq!(matrix.pages.iter().map(rows).sum::<usize>(), 400, "each factor stands on one page");
}

#[test]
fn fifty_and_five_hundred_cases_are_drawn_or_say_why() {
    for (n_cases, n_factors) in [(50, 30), (500, 6)] {
        let study = study(Shape { n_cases, n_factors, ..DEMO }, usual_days());
        let (drawn, refused) = look(&study, Format::TwoColumns);
        expect_only(&refused, &[("co-occurrence-network", "no-meetings"), ("clusters", "many-cases")]);
        assert!(drawn.contains(&"matrix") && drawn.contains(&"contrast") && drawn.contains(&"scores"));
    }
}

#[test]
fn time_runs_from_before_1970_over_a_day_or_eighty_years() {
    let spans = [
        (date(1931, 1, 4), date(1969, 12, 31)),
        (date(2021, 5, 3), date(2021, 5, 3)),
        (date(2021, 5, 3), date(2021, 5, 4)),
        (date(1944, 9, 5), date(2024, 9, 5)),
        (date(2019, 12, 31), date(2020, 1, 1)),
    ];
    for days in spans {
        let study = study(Shape { n_cases: 3, n_factors: 6, ..DEMO }, days);
        for format in FORMATS {
            let (drawn, _) = look(&study, format);
            for name in ["timeline", "scores", "route of a case"] {
                assert!(drawn.contains(&name), "{days:?}: {drawn:?}");
            }
        }
    }
}

#[test]
fn a_route_without_phases_says_so() {
    let mut study = study(Shape { n_cases: 3, n_factors: 6, ..DEMO }, usual_days());
    study.settings.phases.clear();
    study.case_phases.clear();
    let (drawn, refused) = look(&study, Format::TwoColumns);
    let reason =
        |name: &str| refused.iter().find(|(other, _)| *other == name).map(|(_, problem)| problem.clone());
    for name in ["route", "route of a case"] {
        assert_eq!(reason(name), Some(Problem::NothingToShow { reason: "no-route".into() }));
    }
    assert!(drawn.contains(&"timeline") && drawn.contains(&"scores"), "{drawn:?}");
}

/// Numbers in tiles are black or white, whichever stands out more.
const NUMBERS_IN_TILES: [&str; 2] = ["#000000", "#FFFFFF"];

/// Colours of marks, lines and texts, without those of tiles: on every ground these run through the same middle.
fn colours(figure: &Figure) -> BTreeSet<String> {
    let page = |page: &Page| {
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        let of =
            |node: roxmltree::Node| ["fill", "stroke"].map(|name| node.attribute(name).map(str::to_owned));
        let has_tiles = ["triangulation", "co-occurrence", "clusters"].contains(&figure.name);
        let is_tile = |node: &roxmltree::Node| has_tiles && node.tag_name().name() == "rect";
        let marks = document.descendants().filter(|node| !is_tile(node));
        marks.flat_map(of).flatten().filter(|colour| colour.starts_with('#')).collect::<Vec<_>>()
    };
    figure.pages.iter().flat_map(page).collect()
}

#[test]
fn on_a_dark_ground_nothing_is_left_of_a_white_one() {
    let study = study(Shape { n_cases: 9, n_factors: 10, ..DEMO }, usual_days());
    let draw = |theme| figures(&study, &Style { theme, ..style(Format::TwoColumns, Language::Nl) });
    let (light, dark) = (draw(Theme::COLOUR), draw(Theme::DARK));
    for ((name, light), (_, dark)) in light.iter().zip(&dark) {
        let (Ok(light), Ok(dark)) = (light, dark) else { continue };
        assert!(dark.pages.iter().all(|page| page.ground == Some((0x17, 0x19, 0x1D))));
        let both: Vec<String> = colours(light).intersection(&colours(dark)).cloned().collect();
        let unexpected: Vec<_> =
            both.iter().filter(|colour| !NUMBERS_IN_TILES.contains(&colour.as_str())).collect();
        assert!(unexpected.is_empty(), "{name}: {unexpected:?}");
    }
    let caption = |drawn: &[(&str, Outcome<Figure>)]| {
        let found = drawn.iter().find(|(name, _)| *name == "triangulation").unwrap();
        found.1.as_ref().unwrap().caption.clone()
    };
    assert!(caption(&light).contains("hoe donkerder, hoe meer"));
    assert!(caption(&dark).contains("hoe lichter, hoe meer"));
}

#[test]
fn a_transparent_figure_has_no_ground() {
    let study = study(Shape { n_cases: 9, n_factors: 10, ..DEMO }, usual_days());
    let style = Style { transparent: true, ..style(Format::TwoColumns, Language::Nl) };
    for (_, figure) in figures(&study, &style) {
        for page in figure.iter().flat_map(|figure| &figure.pages) {
            assert!(page.ground.is_none() && !page.svg.contains("class=\"background\""));
        }
    }
    let (_, matrix) = figures(&study, &style).remove(0);
    let png = export::png(&matrix.unwrap().pages[0], 72).unwrap();
    assert_eq!(png[25], 6, "red, green, blue and how opaque");
}

#[test]
fn a_picture_has_the_same_pixels_with_a_palette_and_without() {
    let study = study(Shape { n_cases: 9, n_factors: 10, ..DEMO }, usual_days());
    let style = style(Format::OneColumn, Language::Nl);
    let mut kinds = BTreeSet::new();
    for (name, figure) in figures(&study, &style) {
        let Ok(Figure { pages, .. }) = figure else { continue };
        let bytes = export::png(&pages[0], 100).unwrap();
        kinds.insert(bytes[25]);
        let picture = resvg::tiny_skia::Pixmap::decode_png(&bytes).unwrap();
        // drawn on nothing and laid on white, the same picture comes out
        let through = Page { ground: None, ..pages[0].clone() };
        let through = resvg::tiny_skia::Pixmap::decode_png(&export::png(&through, 100).unwrap()).unwrap();
        assert_eq!((picture.width(), picture.height()), (through.width(), through.height()));
        let differing =
            picture.pixels().iter().zip(through.pixels()).filter(|(one, other)| one != other).count();
        let edge = 2 * (picture.width() + picture.height()) as usize;
        assert!(differing <= edge, "{name}: {differing} pixels differ beyond the edge of the ground");
    }
    assert_eq!(kinds, BTreeSet::from([2, 3]), "some with a palette, some with more colours than that");
}
