//! Figures by name, each with the data that it is drawn from.

mod album;
mod coders;
mod data;
mod pictures;
mod qca;

use crate::Project;
use crate::output::Table;
use crate::results::Results;
use crate::tables::{self, Request, fails};
use crate::words::{self, Compared, Keyness, Least};
use draad_analysis::table::{Column, Value};
use draad_analysis::{Balance, CaseTimeline, CasesByFactors, Portrait, RouteCourse, ScoreLines, StudyDesign};
use draad_core::diagnostic::Outcome;
use draad_core::filter::nearest;
use draad_core::{CaseId, FigurePage, FigureTheme, OutputSettings, Problem, SourceId, Study};
use draad_figures::{BalanceOptions, Figure, MatrixOptions};
use draad_words::Words;
use std::sync::Arc;

pub(crate) use album::{Album, Earlier};
pub use draad_analysis::qca::Kind as SolutionKind;
pub use draad_core::FigureFormat as FileFormat;
pub use draad_figures::{Format as PageFormat, SizeBy, Style, Theme};
pub use pictures::{Part, Pictures, beside, files};

/// The figures there are, in the order in which a study is read.
const KINDS: &[Kind] = &[
    Kind { name: "matrix", of: Of::Study, takes: &[&["outcome", "size"]], draw: matrix },
    Kind { name: "triangulation", of: Of::Study, takes: &[&["outcome"]], draw: triangulation },
    Kind { name: "tensions", of: Of::Study, takes: &[&["by"]], draw: tensions },
    Kind { name: "balance", of: Of::Study, takes: &[&["outcome"]], draw: balance },
    Kind { name: "contrast", of: Of::Study, takes: &[&["outcome"]], draw: contrast },
    Kind { name: "co-occurrence", of: Of::Study, takes: &[], draw: co_occurrence },
    Kind { name: "co-occurrence-network", of: Of::Study, takes: &[], draw: co_occurrence_network },
    Kind { name: "clusters", of: Of::Study, takes: &[&["outcome"]], draw: clusters },
    Kind { name: "map", of: Of::Study, takes: &[&["outcome"]], draw: map },
    Kind { name: "saturation", of: Of::Study, takes: &[], draw: saturation },
    Kind { name: "keyness", of: Of::Study, takes: &[&["typical-of"]], draw: keyness },
    Kind { name: "agreement", of: Of::Study, takes: &[&coders::TAKES], draw: coders::agreement },
    Kind { name: "truth-table", of: Of::Study, takes: &[&qca::TAKES], draw: qca::truth_table },
    Kind { name: "xy-plot", of: Of::Study, takes: &[&qca::TAKES, &["solution", "term"]], draw: qca::xy_plot },
    Kind { name: "solution", of: Of::Study, takes: &[&qca::TAKES, &["solution"]], draw: qca::solution },
    Kind { name: "portrait", of: Of::Source, takes: &[&["source"]], draw: portrait },
    Kind { name: "codeline", of: Of::Case, takes: &[], draw: codeline },
    Kind { name: "timeline", of: Of::Case, takes: &[], draw: timeline },
    Kind { name: "scores", of: Of::Study, takes: &[], draw: scores },
    Kind { name: "route", of: Of::StudyOrCase, takes: &[], draw: route },
    Kind { name: "study-design", of: Of::Study, takes: &[], draw: study_design },
    Kind { name: "verdicts", of: Of::Study, takes: &[], draw: verdicts },
];

/// How many words are drawn of one level, and of each of several.
const WORDS: usize = 20;
const WORDS_PER_ROLE: usize = 10;

/// A kind of figure.
struct Kind {
    /// Its name.
    name: &'static str,
    /// The options that it understands beside filters and looks, as flags have them without their dashes; those that go
    /// together in a list of their own.
    takes: &'static [&'static [&'static str]],
    /// What it is of.
    of: Of,
    /// Draws it, with its data.
    draw: fn(&Asked) -> Outcome<Figure>,
}

/// What a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// The study, or what passes the filters of it.
    Study,
    /// One case, which has to be the only one that passes.
    Case,
    /// The study, and each case too.
    StudyOrCase,
    /// One source, which is named.
    Source,
}

/// What a figure is drawn from.
struct Asked<'p> {
    kind: &'static Kind,
    results: &'p Results<'p>,
    style: &'p Style,
    choices: &'p Choices,
    /// The case that is meant; without it the only one that passes the filter.
    case: Option<&'p CaseId>,
}

/// What may be chosen for one figure or another.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Choices {
    /// What the size of a mark shows, in the matrix.
    pub size: SizeBy,
    /// Of what words are typical, as `key=level`, in `keyness`; without it of each role.
    pub typical_of: Option<String>,
    /// The source of which a portrait is drawn.
    pub source: Option<SourceId>,
    /// Which coefficient is drawn, in `agreement`; without it the one with an interval.
    pub coefficient: Option<String>,
    /// Of which type of solution, in `solution` and `xy-plot`; without it all.
    pub solution: Option<SolutionKind>,
    /// The combination beside the outcome, in `xy-plot`; without it the models and terms of the solutions.
    pub term: Option<String>,
}

impl Choices {
    /// Returns the choices that differ from the usual, as flags have them without their dashes.
    fn given(&self) -> Vec<String> {
        let size = (self.size != SizeBy::default()).then_some("size");
        let typical_of = self.typical_of.as_ref().map(|_| "typical-of");
        let source = self.source.as_ref().map(|_| "source");
        let coefficient = self.coefficient.as_ref().map(|_| "coefficient");
        let solution = self.solution.map(|_| "solution");
        let term = self.term.as_ref().map(|_| "term");
        let given = [size, typical_of, source, coefficient, solution, term];
        given.into_iter().flatten().map(str::to_owned).collect()
    }
}

impl Asked<'_> {
    fn study(&self) -> &Study {
        self.results.study()
    }

    /// The case that is meant.
    fn case(&self) -> Outcome<&CaseId> {
        if let Some(case) = self.case {
            return Ok(case);
        }
        let study = self.study();
        match self.results.facts.cases[..] {
            [case] => Ok(&study.cases[case as usize].id),
            [] => {
                let misnamed = self.results.options.filter.problems(study).into_iter().next();
                fails(misnamed.unwrap_or(Problem::NothingToShow { reason: "no-case-passes".into() }))
            }
            [first, ..] => fails(Problem::FigureNeedsCase {
                name: self.kind.name.to_owned(),
                n_cases: self.results.facts.cases.len(),
                example: study.cases[first as usize].id.to_string(),
            }),
        }
    }

    /// The source that is named.
    fn source(&self) -> Outcome<&SourceId> {
        let example = || self.study().sources.keys().next().map(ToString::to_string).unwrap_or_default();
        let needed = || Problem::FigureNeedsSource { name: self.kind.name.to_owned(), example: example() };
        self.choices.source.as_ref().map_or_else(|| fails(needed()), Ok)
    }
}

/// Returns the names of all figures.
pub fn names() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.name).collect()
}

/// Returns a list of all figures, with what each argues.
pub fn listed(words: Words) -> Table {
    let row = |name| vec![Value::text(name), Value::Text(argues(name, words))];
    let columns = vec![Column::text("name"), Column::text("what")];
    Table { name: "figures", columns, rows: names().into_iter().map(row).collect() }
}

/// Returns what a figure argues, in one sentence; empty for a name that is none.
pub fn argues(name: &str, words: Words) -> String {
    let key = format!("figure-argues-{name}");
    if words.has(&key) { words.say(&key) } else { String::new() }
}

/// Returns the names of the figures that say something of a study as a whole without being asked anything: those of
/// agreement where coders share sources, those of QCA where the study defines conditions.
pub fn usual_names(results: &Results) -> Vec<&'static str> {
    let is_usual = |name: &&str| match *name {
        "agreement" => coders::is_usual(results),
        "truth-table" | "xy-plot" | "solution" => tables::has_qca(results.project),
        _ => true,
    };
    names_of(&[Of::Study, Of::StudyOrCase]).into_iter().filter(is_usual).collect()
}

/// Returns the names of the figures that there are of each case.
pub fn names_of_case() -> Vec<&'static str> {
    names_of(&[Of::Case, Of::StudyOrCase])
}

/// Returns the names of the figures that there are of each source.
pub fn names_of_source() -> Vec<&'static str> {
    names_of(&[Of::Source])
}

fn names_of(of: &[Of]) -> Vec<&'static str> {
    KINDS.iter().filter(|kind| of.contains(&kind.of)).map(|kind| kind.name).collect()
}

/// Returns how figures look in all outputs of a study.
pub fn style_of(settings: &OutputSettings, theme: FigureTheme, words: Words) -> Style {
    let format = match settings.page {
        FigurePage::OneColumn => PageFormat::OneColumn,
        FigurePage::OneAndHalf => PageFormat::OneAndHalf,
        FigurePage::TwoColumns => PageFormat::TwoColumns,
        FigurePage::A4 => PageFormat::A4Portrait,
        FigurePage::A4Landscape => PageFormat::A4Landscape,
        FigurePage::Slide => PageFormat::Slide,
    };
    let theme = match theme {
        FigureTheme::Colour => Theme::COLOUR,
        FigureTheme::Grey => Theme::GREY,
        FigureTheme::Dark => Theme::DARK,
    };
    Style { format, theme, ..Style::new(words) }
}

/// All file formats.
pub const ALL_FORMATS: [FileFormat; 3] = [FileFormat::Svg, FileFormat::Png, FileFormat::Pdf];

/// Draws a figure by its name.
///
/// # Errors
/// When there is no such figure, the filter names something the study does not have, it is not said of which case or source
/// the figure should be, or nothing is left to show.
pub fn figure(
    project: &Project,
    name: &str,
    request: &Request,
    style: &Style,
    choices: &Choices,
) -> Outcome<Figure> {
    kind(name)?.check(request, choices)?;
    anew(&Results::new(project, request)?, name, style, choices)
}

/// Draws a figure of a case in the way in which it is when nothing else is asked.
///
/// # Errors
/// As [`usual`].
pub(crate) fn of_case(results: &Results, name: &str, case: &CaseId) -> Outcome<Figure> {
    let (style, choices) = (Style::new(results.project.words), Choices::default());
    let kind = kind(name)?;
    kind.figure(&Asked { kind, results, style: &style, choices: &choices, case: Some(case) })
}

/// Draws a figure in the way in which it is when nothing else is asked.
///
/// # Errors
/// When there is no such figure, or the study has nothing to show in it.
pub fn usual(results: &Results, name: &str) -> Outcome<Arc<Figure>> {
    drawn(results, name, &Style::new(results.project.words), &Choices::default())
}

/// Draws a figure from results that others share; one that [`Results::draw_all`] drew just so is not drawn again.
///
/// # Errors
/// As [`usual`].
pub fn drawn(results: &Results, name: &str, style: &Style, choices: &Choices) -> Outcome<Arc<Figure>> {
    let is_usual = *style == Style::new(results.project.words) && *choices == Choices::default();
    match results.drawn(name).filter(|_| is_usual) {
        Some(known) => known,
        None => anew(results, name, style, choices).map(Arc::new),
    }
}

/// Draws a figure, whether or not somebody did before.
///
/// # Errors
/// As [`usual`].
pub(crate) fn anew(results: &Results, name: &str, style: &Style, choices: &Choices) -> Outcome<Figure> {
    let kind = kind(name)?;
    kind.figure(&Asked { kind, results, style, choices, case: None })
}

impl Kind {
    fn takes(&self, option: &str) -> bool {
        self.takes.iter().any(|group| group.contains(&option))
    }

    /// Draws the figure; its data get the labels of the study.
    fn figure(&self, asked: &Asked) -> Outcome<Figure> {
        let mut figure = (self.draw)(asked)?;
        let labelled = |table: &Table| data::labelled(table, asked.study(), asked.style.words.language);
        figure.data = figure.data.iter().map(labelled).collect();
        Ok(figure)
    }

    /// Returns an error for the first option that this figure does not understand.
    fn check(&self, request: &Request, choices: &Choices) -> Outcome<()> {
        let mut given = request.names_given().chain(choices.given());
        let Some(option) = given.find(|option| !self.takes(option)) else { return Ok(()) };
        let figures: Vec<&str> =
            KINDS.iter().filter(|kind| kind.takes(&option)).map(|kind| kind.name).collect();
        fails(Problem::FigureWithoutOption {
            name: self.name.to_owned(),
            figures: figures.join(", "),
            option,
        })
    }
}

fn kind(name: &str) -> Outcome<&'static Kind> {
    let unknown = || Problem::FigureUnknown {
        name: name.to_owned(),
        nearest: nearest(name, names()),
        known: names().join(", "),
    };
    KINDS.iter().find(|kind| kind.name == name).map_or_else(|| fails(unknown()), Ok)
}

fn matrix(asked: &Asked) -> Outcome<Figure> {
    let table = asked.results.table()?;
    let figure = draw_matrix(table, asked.study(), asked.style, asked.choices.size)?;
    Ok(figure.with_data(vec![table.long(), table.wide(), table.factors_by_group()]))
}

fn balance(asked: &Asked) -> Outcome<Figure> {
    let balance = asked.results.balance()?;
    Ok(draw_balance(balance, asked.study(), asked.style)?.with_data(vec![balance.table()]))
}

fn tensions(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.tensions()?;
    Ok(draad_figures::tensions(found, asked.study(), asked.style)?.with_data(found.tables()))
}

fn contrast(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.contrast()?;
    Ok(draad_figures::contrast(found, asked.study(), asked.style)?.with_data(found.tables()))
}

fn triangulation(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.triangulation()?;
    let figure = draad_figures::triangulation(found, asked.study(), asked.style)?;
    Ok(figure.with_data(data::triangulation(found)))
}

fn co_occurrence(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.co_occurrence()?;
    Ok(draad_figures::co_occurrence(found, asked.study(), asked.style)?.with_data(found.tables()))
}

fn co_occurrence_network(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.co_occurrence()?;
    Ok(draad_figures::co_occurrence_network(found, asked.study(), asked.style)?.with_data(found.tables()))
}

fn saturation(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.saturation()?;
    Ok(draad_figures::saturation(found, asked.study(), asked.style)?.with_data(found.tables()))
}

fn clusters(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.similarity()?;
    Ok(draad_figures::clusters(found, asked.study(), asked.style)?.with_data(data::tree(found)))
}

fn map(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.similarity()?;
    Ok(draad_figures::map(found, asked.study(), asked.style)?.with_data(data::map(found)))
}

fn keyness(asked: &Asked) -> Outcome<Figure> {
    let of_level = asked.choices.typical_of.as_ref().map(|level| typical_words(asked.results, Some(level)));
    let found = match &of_level {
        Some(found) => found.as_ref().map_err(Clone::clone)?,
        None => asked.results.keyness()?,
    };
    let typical = found.typical_words(asked.results.project);
    Ok(draad_figures::keyness(&typical, asked.study(), asked.style)?.with_data(vec![found.table()]))
}

/// Returns words that are typical of a level, or else of each role; those who ask the questions are left out then.
pub(crate) fn typical_words(results: &Results, level: Option<&str>) -> Outcome<Keyness> {
    let (compared, limit) = match level {
        Some(level) => (Compared::Level(level.to_owned()), WORDS),
        None => (Compared::Each("role".to_owned()), WORDS_PER_ROLE),
    };
    let request = words::Request {
        filter: results.options.filter.clone(),
        without_stop_words: true,
        least: Least { count: 3, sources: 2, cases: 2 },
        limit: Some(limit),
        ..words::Request::default()
    };
    let mut found = words::keyness(results.project, &request, &compared, false)?;
    if level.is_none() {
        let roles = &results.study().settings.roles;
        found.levels.retain(|level| !roles.iter().any(|role| role.id.as_str() == level.id && role.asks));
    }
    Ok(found)
}

fn portrait(asked: &Asked) -> Outcome<Figure> {
    let portrait =
        Portrait::of_source(asked.study(), &asked.results.facts, &asked.results.options, asked.source()?)?;
    Ok(draad_figures::portrait(&portrait, asked.study(), asked.style)?.with_data(portrait.tables()))
}

fn codeline(asked: &Asked) -> Outcome<Figure> {
    let portrait =
        Portrait::of_case(asked.study(), &asked.results.facts, &asked.results.options, asked.case()?)?;
    Ok(draad_figures::portrait(&portrait, asked.study(), asked.style)?.with_data(portrait.tables()))
}

fn timeline(asked: &Asked) -> Outcome<Figure> {
    let timeline =
        CaseTimeline::from_facts(asked.study(), &asked.results.facts, &asked.results.options, asked.case()?)?;
    Ok(draad_figures::timeline(&timeline, asked.study(), asked.style)?.with_data(timeline.tables()))
}

fn scores(asked: &Asked) -> Outcome<Figure> {
    let scores = ScoreLines::from_facts(asked.study(), &asked.results.facts, &asked.results.options)?;
    Ok(draad_figures::scores(&scores, asked.study(), asked.style)?.with_data(scores.tables()))
}

/// The route, with the contacts of a case where one is asked.
fn route(asked: &Asked) -> Outcome<Figure> {
    let case = if asked.results.options.filter.cases.is_empty() { None } else { Some(asked.case()?) };
    let course = RouteCourse::from_facts(asked.study(), &asked.results.facts, &asked.results.options, case)?;
    Ok(draad_figures::route(&course, asked.study(), asked.style)?.with_data(course.tables()))
}

fn study_design(asked: &Asked) -> Outcome<Figure> {
    let design = StudyDesign::from_facts(asked.study(), &asked.results.facts, &asked.results.options)?;
    Ok(draad_figures::study_design(&design, asked.study(), asked.style)?.with_data(design.tables()))
}

fn verdicts(asked: &Asked) -> Outcome<Figure> {
    let found = asked.results.verdicts()?;
    Ok(draad_figures::verdicts(found, asked.study(), asked.style)?.with_data(found.tables()))
}

/// Draws the case × factor matrix.
///
/// # Errors
/// When there is nothing to show.
pub fn draw_matrix(table: &CasesByFactors, study: &Study, style: &Style, size: SizeBy) -> Outcome<Figure> {
    draad_figures::matrix(table, study, &MatrixOptions { size, ..MatrixOptions::default() }, style)
}

/// Draws the balance per case.
///
/// # Errors
/// When there is nothing to show.
pub fn draw_balance(balance: &Balance, study: &Study, style: &Style) -> Outcome<Figure> {
    draad_figures::balance(balance, study, &BalanceOptions::default(), style)
}
