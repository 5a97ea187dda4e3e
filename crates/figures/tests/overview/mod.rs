//! Figures that look over the whole study at once: that their ink says the numbers of the structs they are drawn from.

use crate::ink::{assert_linear, children, each, number, texts};
use crate::sample::{self, DEMO, Shape};
use draad_analysis::co_occurrence::{CoOccurrenceOptions, Pair, Window};
use draad_analysis::similarity::Item;
use draad_analysis::{
    CoOccurrence, Options, Saturation, SaturationOptions, Similarity, SimilarityOptions, Triangulation, Voice,
};
use draad_core::facts::Facts;
use draad_core::{CodeId, CodeKind, Filter, Language, Problem, Study, Target};
use draad_figures::*;
use draad_words::Words;
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};
use std::f64::consts::PI;

/// Results of an invented study.
pub(crate) struct Overview {
    study: Study,
    triangulation: Triangulation,
    meetings: CoOccurrence,
    saturation: Saturation,
    similarity: Similarity,
    typical: TypicalWords,
}

impl Overview {
    pub(crate) fn of(shape: Shape) -> Self {
        let study = sample::material::study(shape);
        let facts = Facts::new(&study, &Filter::default());
        let options = Options::default();
        let near = CoOccurrenceOptions { window: Window::Chars(60), ..CoOccurrenceOptions::default() };
        Self {
            triangulation: Triangulation::from_facts(&study, &facts, &options).unwrap(),
            meetings: CoOccurrence::from_facts(&study, &facts, &options, &near).unwrap(),
            saturation: Saturation::from_facts(&study, &facts, &options, &SaturationOptions::default())
                .unwrap(),
            similarity: Similarity::from_facts(&study, &facts, &options, &SimilarityOptions::default())
                .unwrap(),
            typical: typical(shape),
            study,
        }
    }

    pub(crate) fn figures(&self, style: &Style) -> Vec<Figure> {
        [
            triangulation(&self.triangulation, &self.study, style),
            co_occurrence(&self.meetings, &self.study, style),
            co_occurrence_network(&self.meetings, &self.study, style),
            saturation(&self.saturation, &self.study, style),
            clusters(&self.similarity, &self.study, style),
            map(&self.similarity, &self.study, style),
            keyness(&self.typical, &self.study, style),
        ]
        .into_iter()
        .map(Result::unwrap)
        .collect()
    }

    fn figure(&self, name: &str) -> Figure {
        self.figures(&style()).into_iter().find(|figure| figure.name == name).unwrap()
    }
}

fn typical(shape: Shape) -> TypicalWords {
    let word = |n: usize| TypicalWord {
        word: if shape.long { format!("gezinshuisouderoverleg{n}") } else { format!("woord{n}") },
        n: (3 + (n * n) as u64 % 17, (n as u64 * 5) % 4),
        sources: (2 + n % 9, 118),
        cases: (2 + n % 3, shape.n_cases),
        log_ratio: 0.4 + 0.37 * n as f64,
        log_likelihood: 40.0 - n as f64,
        dispersion: (!n.is_multiple_of(5)).then_some(0.11 * (n % 9) as f64),
        one_source: n % 4 == 1,
    };
    let group = |n: usize| TypicalGroup {
        name: format!("rol: {}", ["ouder", "kind", "begeleider"][n]),
        id: format!("role-{n}"),
        n_words: (9000, 23_000),
        n_candidates: 104,
        words: (0..shape.n_factors.min(20)).map(word).collect(),
    };
    TypicalWords {
        groups: (0..3).map(group).collect(),
        filter: Filter::default(),
        least: (3, 2, 2),
        order: "ll",
        stems: false,
        stop_words: None,
        fingerprint: "3f2a9c0174be55d0a8e1".into(),
        version: "0.1.0",
    }
}

fn style() -> Style {
    Style::new(Words::new(Language::Nl))
}

#[test]
fn a_tile_says_in_how_many_cases_a_voice_speaks_of_a_factor() {
    let overview = Overview::of(DEMO);
    let found = &overview.triangulation;
    let figure = overview.figure("triangulation");
    let place = |id: &str| found.factors.iter().position(|row| row.factor.id.as_str() == id).unwrap();
    let n = each(&figure, "tile", |tile| {
        let data = |name: &str| tile.attribute(name).unwrap().to_owned();
        let counts = found.cases_by_voice(place(&data("data-factor")));
        let is_voice = |voice: &Voice| {
            voice.kind.as_str() == data("data-kind")
                && voice.role.as_ref().map_or(String::new(), ToString::to_string) == data("data-role")
        };
        let expected = counts.iter().find(|(voice, _)| is_voice(voice)).unwrap().1;
        assert_eq!(texts(tile).join(" "), expected.to_string(), "{:?}", tile.attribute("id"));
    });
    let expected: usize = (0..found.factors.len()).map(|factor| found.cases_by_voice(factor).len()).sum();
    assert_eq!(n, expected);
    assert!(n > 100);
}

#[test]
fn voices_are_counted_as_the_codings_say() {
    let overview = Overview::of(DEMO);
    let study = &overview.study;
    // code, kind and role, each case once
    let mut said = BTreeSet::new();
    for coding in &study.codings {
        let source = &study.sources[&coding.source];
        let Target::Span(span) = coding.target else { panic!("the sample codes stretches") };
        let unit = source.units.iter().find(|unit| unit.span == span).unwrap();
        let speaker = &study.participants[unit.speaker.as_deref().unwrap()];
        said.insert((&coding.code, &source.kind, &speaker.role, &source.cases[0]));
    }
    for (place, row) in overview.triangulation.factors.iter().enumerate() {
        let mut expected = BTreeMap::new();
        for (_, kind, role, _) in said.iter().filter(|(code, ..)| **code == row.factor.id) {
            let voice = Voice { kind: (*kind).clone(), role: Some((*role).clone()) };
            *expected.entry(voice).or_insert(0) += 1;
        }
        assert_eq!(overview.triangulation.cases_by_voice(place), expected, "{}", row.factor.id);
    }
}

#[test]
fn voices_without_a_known_role_count_as_well() {
    let mut study = sample::material::study(DEMO);
    study.participants.clear();
    let facts = Facts::new(&study, &Filter::default());
    let found = Triangulation::from_facts(&study, &facts, &Options::default()).unwrap();
    for (factor, row) in found.factors.iter().enumerate() {
        let kinds: usize = found.cells_of(factor).iter().map(|cell| cell.kinds.len()).sum();
        let counts = found.cases_by_voice(factor);
        assert!(counts.keys().all(|voice| voice.role.is_none()));
        assert_eq!(counts.values().sum::<usize>(), kinds, "{}", row.factor.id);
    }
    let figure = triangulation(&found, &study, &style()).unwrap();
    assert!(figure.pages[0].svg.contains("– = rol niet bekend"));
}

#[test]
fn factors_that_stand_in_one_source_in_every_case_are_flagged() {
    let overview = Overview::of(Shape { n_factors: 60, ..DEMO });
    let found = &overview.triangulation;
    let figure = overview.figure("triangulation");
    let flagged = found
        .factors
        .iter()
        .filter(|row| row.factor.n_cases > 0 && row.n_single_source == row.factor.n_cases);
    let mut n = 0;
    each(&figure, "triangulation", |row| n += children(row, "polygon").len());
    assert!(flagged.clone().count() > 0);
    assert_eq!(n, flagged.count());
    assert!(figure.caption.contains("Een driehoek"));
}

fn meeting(found: &CoOccurrence, one: usize, other: usize) -> Option<&Pair> {
    found.pairs.iter().find(|pair| (pair.first, pair.second) == (one.min(other), one.max(other)))
}

#[test]
fn a_pair_says_how_often_passages_meet() {
    let overview = Overview::of(DEMO);
    let found = &overview.meetings;
    let figure = overview.figure("co-occurrence");
    let place = |id: &str| found.codes.iter().position(|code| code.id.as_str() == id).unwrap();
    let pair_of = |node: Node| {
        let [one, other] = ["data-factor", "data-with"].map(|name| place(node.attribute(name).unwrap()));
        meeting(found, one, other).unwrap()
    };
    let mut drawn = Vec::new();
    each(&figure, "code", |node| drawn.push(place(node.attribute("data-factor").unwrap())));
    assert!(drawn.len() > 15 && drawn.iter().all(|&code| found.codes[code].kind != CodeKind::Heading));
    let n = each(&figure, "pair", |node| {
        assert_eq!(texts(node).join(" "), pair_of(node).passages.n_pairs.to_string());
    });
    let meet = |pair: &&Pair| {
        pair.passages.n_pairs > 0 && drawn.contains(&pair.first) && drawn.contains(&pair.second)
    };
    assert_eq!(n, found.pairs.iter().filter(meet).count());
    let network = overview.figure("co-occurrence-network");
    let mut numbers = Vec::new();
    let edges = each(&network, "edge", |node| numbers.push(pair_of(node).passages.n_pairs));
    let threshold = numbers.iter().min().unwrap();
    let mut nodes = Vec::new();
    each(&network, "node", |node| nodes.push(place(node.attribute("data-factor").unwrap())));
    let often = |pair: &&Pair| {
        pair.passages.n_pairs >= *threshold && nodes.contains(&pair.first) && nodes.contains(&pair.second)
    };
    assert_eq!(edges, found.pairs.iter().filter(often).count());
    assert!(network.caption.contains(&format!("minstens {threshold} keer")), "{}", network.caption);
    assert!(nodes.len() <= 25);
}

#[test]
fn steps_stand_at_the_number_of_codes() {
    let overview = Overview::of(DEMO);
    let curve = &overview.saturation.curves[0];
    let figure = overview.figure("saturation");
    let mut steps = Vec::new();
    let mut numbers = 0;
    each(&figure, "unit", |node| {
        let at = steps.len();
        assert_eq!(node.attribute("data-case"), Some(overview.saturation.units[at].id.as_str()));
        let level = children(node, "line").pop().unwrap();
        steps.push((curve.steps[at].total as f64, number(level, "y1")));
        let new = curve.steps[at].new.len();
        assert_eq!(texts(node).join(" "), if new > 0 { format!("+{new}") } else { String::new() });
        numbers += new;
    });
    assert_eq!(steps.len(), curve.steps.len());
    assert_eq!(numbers, curve.n_codes());
    assert_linear(&steps, "steps");
    assert_eq!(each(&figure, "saturation-marks", |_| {}), 6, "three bases by two runs");
}

#[test]
fn a_fixed_codebook_gets_no_marks_of_saturation() {
    let mut study = sample::material::study(DEMO);
    for code in study.codebook.codes.values_mut() {
        code.source = "literatuur".into();
    }
    let facts = Facts::new(&study, &Filter::default());
    let found = Saturation::from_facts(&study, &facts, &Options::default(), &SaturationOptions::default());
    let found = found.unwrap();
    assert!(found.codebook.is_fixed());
    let figure = saturation(&found, &study, &style()).unwrap();
    assert_eq!(each(&figure, "saturation-marks", |_| {}), 0);
    assert!(figure.caption.contains("kan niet verzadigd raken"));
}

#[test]
fn branches_stand_at_their_distances_and_tiles_for_all_pairs() {
    let overview = Overview::of(DEMO);
    let found = &overview.similarity;
    let tree = found.clustering.as_ref().unwrap();
    let figure = overview.figure("clusters");
    let mut joints = Vec::new();
    let n = each(&figure, "joining", |node| {
        let joining = &tree.joinings[joints.len()];
        joints.push((joining.height, number(children(node, "line").pop().unwrap(), "x1")));
        assert_eq!(children(node, "circle").len(), usize::from(joining.is_tied));
    });
    assert_eq!(n, tree.joinings.len());
    assert_linear(&joints, "joinings");
    let place = |id: &str| found.cases.iter().position(|case| case.id.as_str() == id).unwrap();
    let n_cases = tree.joinings.len() + 1;
    let n = each(&figure, "pair", |node| {
        let [one, other] = ["data-case", "data-with"].map(|name| place(node.attribute(name).unwrap()));
        let similarity = found.pair(one, other).similarity.unwrap().unwrap();
        assert_eq!(texts(node).join(" "), format!("{:.0}", similarity * 100.0));
    });
    assert_eq!(n, n_cases * (n_cases - 1) / 2);
}

#[test]
fn no_branches_cross() {
    for shape in [DEMO, Shape { n_cases: 50, n_factors: 60, ..DEMO }] {
        let overview = Overview::of(shape);
        let found = &overview.similarity;
        let order = found.tree_order().unwrap();
        let row = |case: &usize| order.iter().position(|other| other == case).unwrap();
        for joining in &found.clustering.as_ref().unwrap().joinings {
            let rows: Vec<usize> = joining.first.iter().chain(&joining.second).map(row).collect();
            let (first, last) = (rows.iter().min().unwrap(), rows.iter().max().unwrap());
            assert_eq!(last - first + 1, rows.len(), "what is joined stands together");
        }
    }
}

#[test]
fn a_map_has_one_scale_for_both_axes() {
    let overview = Overview::of(DEMO);
    let found = &overview.similarity;
    let places = &found.correspondence.as_ref().unwrap().places;
    let figure = overview.figure("map");
    let (mut across, mut down) = (Vec::new(), Vec::new());
    let n = each(&figure, "case", |node| {
        let id = node.attribute("data-case").unwrap();
        let is_case = |item: &Item| matches!(item, Item::Case(case) if found.cases[*case].id.as_str() == id);
        let place = places.iter().find(|place| is_case(&place.item)).unwrap();
        let points = children(node, "polygon")[0].attribute("points").unwrap();
        let apex = points.split_whitespace().nth(1).unwrap().split_once(',').unwrap();
        across.push((place.coordinates[0], apex.0.parse::<f64>().unwrap()));
        down.push((place.coordinates[1], apex.1.parse::<f64>().unwrap()));
        let low = place.quality.is_ok_and(|quality| quality < 0.5);
        assert_eq!(children(node, "polygon").len(), if low { 2 } else { 1 }, "hollow where quality is low");
    });
    assert!(n >= 12);
    assert_linear(&across, "first axis");
    assert_linear(&down, "second axis");
    let slope = |pairs: &[(f64, f64)]| (pairs[1].1 - pairs[0].1) / (pairs[1].0 - pairs[0].0);
    assert!((slope(&across) + slope(&down)).abs() < 0.05 * slope(&across).abs(), "the second runs up");
    let n_codes = places.iter().filter(|place| matches!(place.item, Item::Code(_))).count();
    assert_eq!(each(&figure, "code", |_| {}), n_codes);
}

#[test]
fn dots_of_words_stand_at_their_log_ratio_and_are_as_large_as_they_are_frequent() {
    let overview = Overview::of(DEMO);
    let all: Vec<&TypicalWord> = overview.typical.groups.iter().flat_map(|group| &group.words).collect();
    let figure = overview.figure("keyness");
    let (mut ratios, mut areas) = (Vec::new(), Vec::new());
    let n = each(&figure, "word", |node| {
        let word = all[ratios.len()];
        assert_eq!(node.attribute("data-word"), Some(word.word.as_str()));
        let circles = children(node, "circle");
        assert_eq!(circles.len(), if word.n.1 == 0 { 2 } else { 1 }, "a ring for what the rest lacks");
        ratios.push((word.log_ratio, number(circles[0], "cx")));
        if children(node, "line").len() == 1 {
            areas.push(PI * number(circles[0], "r").powi(2) / word.n.0 as f64);
        }
        assert_eq!(children(node, "polygon").len(), usize::from(word.one_source));
        assert!(texts(node).join(" ").contains(&format!("{}/{}", word.sources.0, word.sources.1)));
    });
    assert_eq!(n, all.len());
    assert_linear(&ratios, "log ratios");
    let mean = areas.iter().sum::<f64>() / areas.len() as f64;
    assert!(areas.iter().all(|area| (area / mean - 1.0).abs() < 0.06), "{areas:?}");
}

#[test]
fn what_cannot_be_drawn_says_why() {
    let reason = |figure: draad_core::diagnostic::Outcome<Figure>| match figure.unwrap_err().problem {
        Problem::NothingToShow { reason } => reason,
        other => panic!("{other:?}"),
    };
    let few = Overview::of_few(Shape { n_cases: 4, ..DEMO });
    assert_eq!(reason(clusters(&few, &sample::study(), &style())), "few-cases");
    assert_eq!(reason(map(&few, &sample::study(), &style())), "few-cases");
    let many = Overview::of_few(Shape { n_cases: 240, n_factors: 6, ..DEMO });
    assert_eq!(reason(clusters(&many, &sample::study(), &style())), "many-cases");
    let study = sample::material::study(DEMO);
    let facts = Facts::new(&study, &Filter::default());
    let meetings =
        CoOccurrence::from_facts(&study, &facts, &Options::default(), &CoOccurrenceOptions::default());
    let meetings = meetings.unwrap();
    assert_eq!(reason(co_occurrence_network(&meetings, &study, &style())), "no-meetings");
    assert!(co_occurrence(&meetings, &study, &style()).unwrap().alt.contains("Nergens"));
    let mut none = typical(DEMO);
    none.groups.iter_mut().for_each(|group| group.words.clear());
    assert_eq!(reason(keyness(&none, &study, &style())), "no-typical-words");
    let mut uncoded = sample::material::study(DEMO);
    uncoded.codings.clear();
    let facts = Facts::new(&uncoded, &Filter::default());
    let found = Triangulation::from_facts(&uncoded, &facts, &Options::default()).unwrap();
    assert_eq!(reason(triangulation(&found, &uncoded, &style())), "no-factors");
}

impl Overview {
    /// Compares the cases only.
    fn of_few(shape: Shape) -> Similarity {
        let study = sample::material::study(shape);
        let facts = Facts::new(&study, &Filter::default());
        Similarity::from_facts(&study, &facts, &Options::default(), &SimilarityOptions::default()).unwrap()
    }
}

#[test]
fn words_that_the_font_cannot_set_are_named_by_their_characters() {
    let mut typical = typical(DEMO);
    typical.groups[0].words[0].word = "\u{1F642}".into();
    let figure = keyness(&typical, &sample::study(), &style()).unwrap();
    assert!(figure.pages[0].svg.contains("U+1F642"));
}

#[test]
fn neighbours_in_the_table_go_together() {
    let overview = Overview::of(DEMO);
    let found = &overview.meetings;
    let codes = found.most_frequent(12);
    let order = found.neighbours_together(&codes);
    let id = |at: &usize| -> CodeId { found.codes[*at].id.clone() };
    let (mut one, mut other): (Vec<_>, Vec<_>) =
        (codes.iter().map(id).collect(), order.iter().map(id).collect());
    one.sort();
    other.sort();
    assert_eq!(one, other, "the same codes");
    let length = |order: &[usize]| -> f64 {
        let c = |pair: &[usize]| {
            meeting(found, pair[0], pair[1]).and_then(|pair| found.c_passages(pair).ok()).unwrap_or(0.0)
        };
        order.windows(2).map(|pair| 1.0 - c(pair)).sum()
    };
    assert!(length(&order) <= length(&codes));
}
