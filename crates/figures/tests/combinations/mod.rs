//! Figures of agreement and of combinations of conditions: that their ink says the numbers, worked out here once more.

use crate::ink::{assert_linear, children, each, number, texts};
use crate::page::{FORMATS, check_texts, style};
use crate::sample::{self, DEMO, Shape};
use draad_analysis::agreement::{Agreement, AgreementOptions, AgreementUnit, CodeFound, Coefficient};
use draad_analysis::qca::{Analysed, Cube, Qca, QcaAsked, Relation};
use draad_analysis::{Options, Undefined};
use draad_core::facts::Facts;
use draad_core::settings::Settings;
use draad_core::{Condition, ConditionMeasure, Filter, Label, Language, Method, Study};
use draad_figures::*;
use roxmltree::Node;
use std::collections::BTreeMap;
use std::f64::consts::PI;

/// Analyses of an invented study.
pub(crate) struct Combinations {
    study: Study,
    qca: Qca,
    agreement: Agreement,
}

/// How many conditions, and whether memberships lie between 0 and 1.
#[derive(Clone, Copy)]
pub(crate) struct Sets {
    pub(crate) n: usize,
    pub(crate) fuzzy: bool,
    /// An attribute of three values beside the codes.
    pub(crate) levels: bool,
}

const FUZZY: Sets = Sets { n: 4, fuzzy: true, levels: false };
const CRISP: Sets = Sets { n: 4, fuzzy: false, levels: false };

impl Combinations {
    pub(crate) fn of(shape: Shape, sets: Sets) -> Self {
        let mut study = sample::material::study(shape);
        let mut named: Vec<String> = varying(&study, sets.n);
        if sets.fuzzy {
            named = named.iter().map(|code| fuzzy(&mut study, code, shape.long)).collect();
        }
        if sets.levels {
            named.push(add_levels(&mut study));
        }
        let facts = Facts::new(&study, &Filter::default());
        let asked = QcaAsked {
            expect: vec![format!("{}=present", named[0])],
            conditions: named,
            incl_cut: Some(0.6),
            ..QcaAsked::default()
        };
        let qca = Qca::from_facts(&study, &facts, &Options::default(), &asked).unwrap();
        let own = AgreementOptions { resamples: 50, ..AgreementOptions::default() };
        let agreement = Agreement::from_study(&study, &Options::default(), &own).unwrap();
        Self { study, qca, agreement }
    }

    fn analysed(&self) -> &Analysed {
        self.qca.analysed.as_ref().unwrap()
    }

    /// Draws all of them; those that there are solutions for.
    pub(crate) fn figures(&self, style: &Style) -> Vec<Figure> {
        let (qca, study) = (&self.qca, &self.study);
        let coefficient = Coefficient::usual(self.agreement.own.unit);
        let mut figures = vec![
            agreement(&self.agreement, coefficient, study, style).unwrap(),
            truth_table(qca, self.analysed(), &[], study, style),
        ];
        if let Some((analysed, solved)) = qca.solved() {
            figures.push(solution(qca, (analysed, solved), None, &[], study, style));
            figures.push(xy_plot(qca, analysed, &qca.relations(None), &[], study, style).unwrap());
        }
        figures
    }

    fn figure(&self, name: &str) -> Figure {
        let figures = self.figures(&style(Format::TwoColumns, Language::Nl));
        figures.into_iter().find(|figure| figure.name == name).unwrap()
    }
}

/// Returns codes that are in some cases and not in others.
fn varying(study: &Study, n: usize) -> Vec<String> {
    let case_of = |source: &draad_core::SourceId| study.sources[source].cases[0].clone();
    let mut cases: BTreeMap<&str, std::collections::BTreeSet<draad_core::CaseId>> = BTreeMap::new();
    for coding in &study.codings {
        cases.entry(coding.code.as_str()).or_default().insert(case_of(&coding.source));
    }
    let n_cases = study.cases.len();
    let varies =
        cases.into_iter().filter(|(_, cases)| cases.len() * 4 > n_cases && cases.len() * 4 < 3 * n_cases);
    varies.take(n).map(|(code, _)| code.to_owned()).collect()
}

/// Adds a condition to the study that rests on a code: how many passages a case has with it, by the direct method.
fn fuzzy(study: &mut Study, code: &str, long: bool) -> String {
    let name = code.replace("factor", "vaak");
    let label = if long { format!("{name} heeft een naam die nergens naast past") } else { name.clone() };
    let condition = Condition {
        name: name.parse().unwrap(),
        label: Label::new(&label, &label),
        note: String::new(),
        code: Some(code.parse().unwrap()),
        valence: None,
        attribute: None,
        method: Method::Direct,
        measure: Some(ConditionMeasure::Passages),
        threshold: Vec::new(),
        exclusion: Some(0.0),
        crossover: Some(0.8),
        inclusion: Some(2.5),
        degree: None,
        level: Vec::new(),
        value: Vec::new(),
    };
    study.conditions.insert(condition.name.clone(), condition);
    name
}

/// Gives cases an attribute of three values.
fn add_levels(study: &mut Study) -> String {
    let mut attribute = Settings::new("x", "X", Language::Nl).attributes[0].clone();
    attribute.id = "kader".parse().unwrap();
    attribute.outcome = false;
    let levels: Vec<_> = attribute.levels.iter().map(|level| level.id.clone()).collect();
    for (place, case) in study.cases.values_mut().enumerate() {
        let level = levels[place % levels.len()].clone();
        case.attributes.insert(attribute.id.clone(), draad_core::AttributeValue::Level(level));
    }
    study.settings.attributes.push(attribute);
    "kader".to_owned()
}

fn is_filled(node: &Node) -> bool {
    node.attribute("fill") != Some("none")
}

/// A number as it is printed, in Dutch.
fn printed(value: f64, decimals: usize) -> String {
    format!("{value:.decimals$}").replace('.', ",").replace('-', "−")
}

/// The membership of a case in a term, worked out from its memberships in the conditions.
fn membership(qca: &Qca, term: &Cube, case: usize) -> f64 {
    let members = &qca.case(case).conditions;
    let of = |(condition, level): (usize, &Option<u8>)| {
        let value = members[condition].value.unwrap();
        level.map(|level| match (qca.conditions[condition].levels.is_empty(), level) {
            (true, 0) => 1.0 - value,
            (true, _) => value,
            (false, level) => f64::from(u8::from(value == f64::from(level))),
        })
    };
    term.0.iter().enumerate().filter_map(of).fold(1.0, f64::min)
}

/// Inclusion and coverage by their definitions.
fn fit(memberships: &[f64], outcome: &[f64]) -> (f64, f64) {
    let both: f64 = memberships.iter().zip(outcome).map(|(x, y)| x.min(*y)).sum();
    (both / memberships.iter().sum::<f64>(), both / outcome.iter().sum::<f64>())
}

#[test]
fn no_text_touches_another_or_leaves_the_page() {
    let long = Shape { long: true, n_factors: 20, ..DEMO };
    let large = Shape { n_cases: 50, n_factors: 60, ..DEMO };
    let six = Sets { n: 6, ..FUZZY };
    let several = Sets { levels: true, ..CRISP };
    let all = [(DEMO, FUZZY), (DEMO, CRISP), (long, FUZZY), (large, six), (large, several)];
    for (shape, sets) in all {
        let found = Combinations::of(shape, sets);
        for language in [Language::Nl, Language::En] {
            for format in FORMATS {
                for figure in found.figures(&style(format, language)) {
                    check_texts(&figure, format);
                }
            }
        }
    }
}

#[test]
fn twenty_conditions_still_have_their_columns() {
    let shape = Shape { n_factors: 60, ..DEMO };
    let found = Combinations::of(shape, Sets { n: 16, ..CRISP });
    assert!(found.qca.solved().is_none() && found.qca.conditions.len() == 16);
    for format in FORMATS {
        let figure =
            truth_table(&found.qca, found.analysed(), &[], &found.study, &style(format, Language::Nl));
        check_texts(&figure, format);
    }
}

#[test]
fn greys_and_transparent_pages_say_the_same() {
    let found = Combinations::of(DEMO, FUZZY);
    let words = style(Format::OneColumn, Language::Nl);
    let grey = Style { theme: Theme::GREY, transparent: true, ..words };
    for (one, other) in found.figures(&words).into_iter().zip(found.figures(&grey)) {
        assert_eq!((one.caption, one.alt, one.pages.len()), (other.caption, other.alt, other.pages.len()));
        assert!(other.pages.iter().all(|page| !page.svg.contains("background")));
    }
}

#[test]
fn a_row_of_the_truth_table_shows_where_its_cases_are() {
    for sets in [FUZZY, CRISP] {
        let found = Combinations::of(DEMO, sets);
        let qca = &found.qca;
        // rows worked out from the memberships: the conditions above one half
        let mut rows: BTreeMap<Vec<bool>, Vec<usize>> = BTreeMap::new();
        for case in 0..qca.used.len() {
            let members = &qca.case(case).conditions;
            let is_in = members.iter().map(|member| member.value.unwrap() > 0.5).collect();
            rows.entry(is_in).or_default().push(case);
        }
        let figure = found.figure("truth-table");
        let n = each(&figure, "configuration", |row| {
            let signs: Vec<bool> = children(row, "circle").iter().map(is_filled).collect();
            let cases = &rows[&signs];
            let bits = signs.iter().fold(0, |number, &bit| 2 * number + usize::from(bit));
            assert_eq!(row.attribute("data-row").unwrap(), (bits + 1).to_string());
            let outcome = |case: &usize| qca.case(*case).outcome.value.unwrap() > 0.5;
            let ids = cases
                .iter()
                .map(|case| format!("{}{}", qca.case(*case).id, if outcome(case) { "" } else { "×" }));
            let texts = texts(row);
            assert_eq!(texts[4..], ids.collect::<Vec<_>>(), "cases");
            assert_eq!(texts[1], cases.len().to_string(), "n");
            let term = Cube(signs.iter().map(|&bit| Some(u8::from(bit))).collect());
            let all = 0..qca.used.len();
            let members: Vec<f64> = all.clone().map(|case| membership(qca, &term, case)).collect();
            let outcomes: Vec<f64> = all.map(|case| qca.case(case).outcome.value.unwrap()).collect();
            assert_eq!(texts[2], printed(fit(&members, &outcomes).0, 3), "inclusion");
            let differ = cases.iter().any(&outcome) && !cases.iter().all(outcome);
            assert_eq!(children(row, "polygon").len(), usize::from(differ), "flag of a contradiction");
        });
        assert_eq!(n, rows.len());
        let left = format!("Niet getekend: {} van 16 combinaties", 16 - n);
        assert!(figure.pages[0].svg.contains(&left) && figure.caption.contains(&left), "{left}");
    }
}

#[test]
fn values_of_a_condition_with_several_are_numbers() {
    let found = Combinations::of(DEMO, Sets { levels: true, ..CRISP });
    let figure = found.figure("truth-table");
    each(&figure, "configuration", |row| {
        assert_eq!(children(row, "circle").len(), 4);
        let number: usize = texts(row)[1].parse().unwrap();
        assert!(number < 3, "the last condition has three values");
    });
    assert!(figure.caption.contains("KADER: 0 "), "{}", figure.caption);
}

#[test]
fn a_term_shows_its_conditions_and_how_firmly_they_stand() {
    let found = Combinations::of(DEMO, FUZZY);
    let (_, solved) = found.qca.solved().unwrap();
    let parsimonious = &solved.solutions[1];
    let figure = found.figure("solution");
    let mut radii: BTreeMap<usize, Vec<f64>> = BTreeMap::new();
    let n = each(&figure, "term", |row| {
        let data = |name: &str| row.attribute(name).unwrap();
        let solution = ["conservative", "parsimonious", "intermediate"];
        let solution =
            &solved.solutions[solution.iter().position(|name| *name == data("data-solution")).unwrap()];
        let model = &solution.models[data("data-model").parse::<usize>().unwrap() - 1].model;
        let term = &model.terms[data("data-term").parse::<usize>().unwrap() - 1];
        let asked: Vec<(usize, u8)> =
            term.0.iter().enumerate().filter_map(|(at, level)| Some((at, (*level)?))).collect();
        let circles = children(row, "circle");
        let is_there: Vec<bool> = circles.iter().map(is_filled).collect();
        assert_eq!(is_there, asked.iter().map(|(_, level)| *level == 1).collect::<Vec<_>>());
        assert!(circles.is_sorted_by(|a, b| number(*a, "cx") < number(*b, "cx")));
        let n_absent = is_there.iter().filter(|there| !**there).count();
        assert_eq!(children(row, "line").len(), 2 * n_absent, "a cross where it must not be there");
        for (circle, (condition, _)) in circles.iter().zip(&asked) {
            // of the parsimonious models, those in which a term that holds this one asks for the condition
            let holds = |held: &Cube| held.0.iter().zip(&term.0).all(|(a, b)| a.is_none() || a == b);
            let has = |terms: &[Cube]| terms.iter().any(|held| holds(held) && held.0[*condition].is_some());
            let n = parsimonious.models.iter().filter(|found| has(&found.model.terms)).count();
            let class = match n {
                _ if data("data-solution") == "parsimonious" => 2,
                0 => 0,
                n if n == parsimonious.models.len() => 2,
                _ => 1,
            };
            let edge = circle.attribute("stroke-width").filter(|_| !is_filled(circle));
            let edge: f64 = edge.map_or(0.0, |width| width.parse().unwrap());
            radii.entry(class).or_default().push(number(*circle, "r") + edge / 2.0);
        }
        let all = 0..found.qca.used.len();
        let members: Vec<f64> = all.clone().map(|case| membership(&found.qca, term, case)).collect();
        let outcomes: Vec<f64> =
            all.clone().map(|case| found.qca.case(case).outcome.value.unwrap()).collect();
        let (inclusion, coverage) = fit(&members, &outcomes);
        let texts = texts(row);
        assert_eq!((&texts[1], &texts[3]), (&printed(inclusion, 3), &printed(coverage, 3)));
        let cases = all.filter(|&case| members[case] > 0.5).count();
        assert_eq!(texts.len() - 5, cases, "an id per case");
    });
    let terms = solved.solutions.iter().flat_map(|solution| &solution.models);
    assert_eq!(n, terms.map(|found| found.model.terms.len()).sum::<usize>());
    let sizes: Vec<f64> = radii.values().map(|radii| radii[0]).collect();
    assert!(radii.len() > 1 && sizes.is_sorted_by(|a, b| a + 20.0 < *b), "{radii:?}");
    assert!(radii.values().all(|radii| radii.iter().all(|radius| (radius - radii[0]).abs() < 3.0)));
}

#[test]
fn points_stand_at_their_memberships_and_say_who_they_are() {
    for sets in [FUZZY, CRISP] {
        let found = Combinations::of(DEMO, sets);
        let (analysed, _) = found.qca.solved().unwrap();
        let relations = found.qca.relations(None);
        let place =
            |id: &str| (0..found.qca.used.len()).find(|&at| found.qca.case(at).id.as_str() == id).unwrap();
        let figure = found.figure("xy-plot");
        let (mut across, mut up) = (BTreeMap::<usize, Vec<_>>::new(), BTreeMap::<usize, Vec<_>>::new());
        let (mut n_cases, mut areas) = (0, Vec::new());
        each(&figure, "point", |point| {
            let panel: usize = point.attribute("data-panel").unwrap().parse().unwrap();
            let relation: &Relation = &relations[panel - 1];
            let ids: Vec<&str> = point.attribute("data-cases").unwrap().split(' ').collect();
            let circle = children(point, "circle")[0];
            for id in &ids {
                let case = place(id);
                let x = written(&found.qca, &relation.formula, case);
                let y = found.qca.case(case).outcome.value.unwrap();
                across.entry(panel).or_default().push((x, number(circle, "cx")));
                up.entry(panel).or_default().push((y, number(circle, "cy")));
                let class = match (x > 0.5, y > 0.5) {
                    (true, true) => "typical",
                    (true, false) => "deviant",
                    (false, true) => "uncovered",
                    (false, false) => "outside",
                };
                assert!(point.attribute("class").unwrap().ends_with(class), "{id} in {}", relation.formula);
                let label = texts(point).join(" ");
                let formula = format!("In {} is geen plaats", relation.formula);
                assert!(label.contains(id) || figure.caption.contains(&formula), "{id}: {label}");
            }
            n_cases += ids.len();
            areas.push(PI * number(circle, "r").powi(2) / ids.len() as f64);
        });
        assert_eq!(n_cases, relations.len() * found.qca.used.len(), "each case once in each panel");
        for (panel, points) in &across {
            assert_linear(points, &format!("membership, panel {panel}"));
            assert_linear(&up[panel], "outcome");
        }
        let mean = areas.iter().sum::<f64>() / areas.len() as f64;
        assert!(areas.iter().all(|area| (area / mean - 1.0).abs() < 0.06), "{areas:?}");
        for relation in &relations {
            let members: Vec<f64> =
                (0..found.qca.used.len()).map(|case| written(&found.qca, &relation.formula, case)).collect();
            let (inclusion, coverage) = fit(&members, analysed.data.outcome());
            for said in
                [format!("inclusie {}", printed(inclusion, 3)), format!("dekking {}", printed(coverage, 3))]
            {
                assert!(figure.caption.contains(&said), "{said}");
            }
        }
    }
}

/// The membership of a case in a formula, read here once more.
fn written(qca: &Qca, formula: &str, case: usize) -> f64 {
    let names = qca.names();
    let literal = |text: &str| {
        let (is_not, name) = text.strip_prefix('~').map_or((false, text), |name| (true, name));
        let place = names.iter().position(|known| *known == name).unwrap();
        let value = qca.case(case).conditions[place].value.unwrap();
        if is_not { 1.0 - value } else { value }
    };
    let term = |term: &str| term.split('*').map(literal).fold(1.0, f64::min);
    formula.split(" + ").map(term).fold(0.0, f64::max)
}

#[test]
fn dots_of_agreement_stand_at_their_coefficients() {
    let found = Combinations::of(DEMO, CRISP);
    let (figure, codes) = (found.figure("agreement"), &found.agreement.codes);
    let (mut dots, mut bars) = (Vec::new(), Vec::new());
    let n = each(&figure, "agreement", |row| {
        let id = row.attribute("data-factor").unwrap();
        let code = codes.iter().find(|code| code.code.as_str() == id).unwrap();
        let CodeFound::Spans(spans) = &code.found else { panic!("spans were asked for") };
        let texts = texts(row).join(" ");
        let (found, read) =
            code.used.iter().fold((0, 0), |sum, used| (sum.0 + used.found, sum.1 + used.read));
        let prevalence = found as f64 / read as f64;
        for share in [spans.percent.unwrap(), prevalence] {
            let said = format!("{} %", printed(100.0 * share, 1));
            assert!(texts.replace('\u{A0}', " ").contains(&said), "{said} in {texts}");
        }
        let bar = children(row, "rect");
        bars.push((prevalence, bar.first().map_or(0.0, |bar| number(*bar, "width"))));
        let ends = spans.interval.and_then(Result::ok).map(|interval| [interval.low, interval.high]);
        let lines = children(row, "line");
        assert_eq!(lines.len(), if ends.is_some() { 3 } else { 0 });
        if let Some([low, high]) = ends {
            dots.extend([(low, number(lines[0], "x1")), (high, number(lines[0], "x2"))]);
        }
        match spans.alpha {
            Ok(alpha) => {
                dots.push((alpha, number(children(row, "circle")[0], "cx")));
                assert!(texts.contains(&printed(alpha, 2)), "{alpha} in {texts}");
            }
            Err(_) => assert!(children(row, "circle").is_empty()),
        }
    });
    assert_eq!(n, codes.len());
    assert_linear(&dots, "coefficients");
    assert_linear(&bars, "prevalence");
}

#[test]
fn a_coefficient_that_is_not_there_says_why() {
    let found = Combinations::of(DEMO, CRISP);
    let mut without = found.agreement.clone();
    if let CodeFound::Spans(spans) = &mut without.codes[0].found {
        (spans.alpha, spans.interval) = (Err(Undefined::TooLittleShared), None);
    }
    let why = "de codeurs hebben te weinig gemeen";
    for format in FORMATS {
        let figure =
            agreement(&without, Coefficient::UAlpha, &found.study, &style(format, Language::Nl)).unwrap();
        check_texts(&figure, format);
        assert!(figure.caption.contains(why), "{}", figure.caption);
        let id = without.codes[0].code.as_str();
        each(&figure, "agreement", |row| {
            if row.attribute("data-factor") == Some(id) {
                assert!(children(row, "circle").is_empty());
                assert!(texts(row).join(" ").contains("– de codeurs"), "{:?}", texts(row));
            }
        });
    }
}

#[test]
fn agreement_in_units_has_the_coefficient_that_is_asked_for() {
    let found = Combinations::of(DEMO, CRISP);
    let own = AgreementOptions { unit: AgreementUnit::Case, resamples: 0, ..AgreementOptions::default() };
    let in_cases = Agreement::from_study(&found.study, &Options::default(), &own).unwrap();
    let figure =
        agreement(&in_cases, Coefficient::Ac1, &found.study, &style(Format::OneColumn, Language::En))
            .unwrap();
    check_texts(&figure, Format::OneColumn);
    assert!(figure.caption.contains("Gwet") && figure.caption.contains("per case"), "{}", figure.caption);
    let mut dots = Vec::new();
    each(&figure, "agreement", |row| {
        let id = row.attribute("data-factor").unwrap();
        let code = in_cases.codes.iter().find(|code| code.code.as_str() == id).unwrap();
        let CodeFound::Units(units) = &code.found else { panic!("units were asked for") };
        if let (Ok(ac1), Some(dot)) = (units.ac1, children(row, "circle").first()) {
            dots.push((ac1, number(*dot, "cx")));
        }
    });
    assert_linear(&dots, "AC1");
}
