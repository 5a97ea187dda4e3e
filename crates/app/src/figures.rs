//! Figures by name.

use crate::Project;
use crate::results::Results;
use crate::tables::{Request, fails};
use crate::words::{self, Compared, Least};
use draad_analysis::{Balance, CaseTimeline, CasesByFactors, Portrait, RouteCourse, ScoreLines, StudyDesign};
use draad_core::diagnostic::Outcome;
use draad_core::{CaseId, Problem, SourceId, Study};
use draad_figures::{BalanceOptions, Figure, MatrixOptions, export};
use rayon::prelude::*;

pub use draad_figures::{Format as PageFormat, SizeBy, Style, Theme};

/// The figures there are, in the order in which a study is read.
const KINDS: &[Kind] = &[
    Kind { name: "matrix", of: Of::Study, takes: &["outcome", "size"], draw: matrix },
    Kind { name: "triangulation", of: Of::Study, takes: &["outcome"], draw: triangulation },
    Kind { name: "tensions", of: Of::Study, takes: &["by"], draw: tensions },
    Kind { name: "balance", of: Of::Study, takes: &["outcome"], draw: balance },
    Kind { name: "contrast", of: Of::Study, takes: &["outcome"], draw: contrast },
    Kind { name: "co-occurrence", of: Of::Study, takes: &[], draw: co_occurrence },
    Kind { name: "co-occurrence-network", of: Of::Study, takes: &[], draw: co_occurrence_network },
    Kind { name: "clusters", of: Of::Study, takes: &["outcome"], draw: clusters },
    Kind { name: "map", of: Of::Study, takes: &["outcome"], draw: map },
    Kind { name: "saturation", of: Of::Study, takes: &[], draw: saturation },
    Kind { name: "keyness", of: Of::Study, takes: &["typical-of"], draw: keyness },
    Kind { name: "portrait", of: Of::Source, takes: &["source"], draw: portrait },
    Kind { name: "codeline", of: Of::Case, takes: &[], draw: codeline },
    Kind { name: "timeline", of: Of::Case, takes: &[], draw: timeline },
    Kind { name: "scores", of: Of::Study, takes: &[], draw: scores },
    Kind { name: "route", of: Of::Study, takes: &[], draw: route },
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
    /// The options that it understands beside filters and looks, as flags have them without their dashes.
    takes: &'static [&'static str],
    /// What it is of.
    of: Of,
    /// Draws it.
    draw: fn(&Asked) -> Outcome<Figure>,
}

/// What a figure is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Of {
    /// The study, or what passes the filters of it.
    Study,
    /// One case, which has to be the only one that passes.
    Case,
    /// One source, which is named.
    Source,
}

/// What a figure is drawn from.
struct Asked<'p> {
    kind: &'static Kind,
    results: &'p Results<'p>,
    style: &'p Style,
    choices: &'p Choices,
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
}

impl Choices {
    /// Returns the choices that differ from the usual, as flags have them without their dashes.
    fn given(&self) -> Vec<String> {
        let size = (self.size != SizeBy::default()).then_some("size");
        let typical_of = self.typical_of.as_ref().map(|_| "typical-of");
        let source = self.source.as_ref().map(|_| "source");
        size.into_iter().chain(typical_of).chain(source).map(str::to_owned).collect()
    }
}

impl Asked<'_> {
    fn study(&self) -> &Study {
        self.results.study()
    }

    /// The one case that passes the filter.
    fn case(&self) -> Outcome<&CaseId> {
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

/// Returns the names of the figures of a study as a whole.
pub fn names_of_study() -> Vec<&'static str> {
    KINDS.iter().filter(|kind| kind.of == Of::Study).map(|kind| kind.name).collect()
}

/// A file format of figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFormat {
    /// Vector drawing, a file per page.
    Svg,
    /// Picture, a file per page.
    Png,
    /// Vector drawing for print, all pages in one file.
    Pdf,
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
    let kind = kind(name)?;
    kind.check(request, choices)?;
    let results = Results::new(project, request)?;
    (kind.draw)(&Asked { kind, results: &results, style, choices })
}

/// Draws a figure in the way in which it is when nothing else is asked. `results` are those of the whole study.
///
/// # Errors
/// When there is no such figure, or the study has nothing to show in it.
pub fn usual(results: &Results, name: &str) -> Outcome<Figure> {
    let (style, choices) = (Style::new(results.project.words), Choices::default());
    let kind = kind(name)?;
    (kind.draw)(&Asked { kind, results, style: &style, choices: &choices })
}

impl Kind {
    /// Returns an error for the first option that this figure does not understand.
    fn check(&self, request: &Request, choices: &Choices) -> Outcome<()> {
        let given = request.given().into_iter().map(|(option, _)| option);
        let mut given = given.chain(choices.given());
        let Some(option) = given.find(|option| !self.takes.contains(&option.as_str())) else { return Ok(()) };
        let takes = |kind: &&Kind| kind.takes.contains(&option.as_str());
        let figures: Vec<&str> = KINDS.iter().filter(takes).map(|kind| kind.name).collect();
        fails(Problem::FigureWithoutOption {
            name: self.name.to_owned(),
            figures: figures.join(", "),
            option,
        })
    }
}

fn kind(name: &str) -> Outcome<&'static Kind> {
    let unknown = || Problem::FigureUnknown { name: name.to_owned(), known: names().join(", ") };
    KINDS.iter().find(|kind| kind.name == name).map_or_else(|| fails(unknown()), Ok)
}

fn matrix(asked: &Asked) -> Outcome<Figure> {
    draw_matrix(asked.results.table()?, asked.study(), asked.style, asked.choices.size)
}

fn balance(asked: &Asked) -> Outcome<Figure> {
    draw_balance(asked.results.balance()?, asked.study(), asked.style)
}

fn tensions(asked: &Asked) -> Outcome<Figure> {
    draad_figures::tensions(asked.results.tensions()?, asked.study(), asked.style)
}

fn contrast(asked: &Asked) -> Outcome<Figure> {
    draad_figures::contrast(asked.results.contrast()?, asked.study(), asked.style)
}

fn triangulation(asked: &Asked) -> Outcome<Figure> {
    draad_figures::triangulation(asked.results.triangulation()?, asked.study(), asked.style)
}

fn co_occurrence(asked: &Asked) -> Outcome<Figure> {
    draad_figures::co_occurrence(asked.results.co_occurrence()?, asked.study(), asked.style)
}

fn co_occurrence_network(asked: &Asked) -> Outcome<Figure> {
    draad_figures::co_occurrence_network(asked.results.co_occurrence()?, asked.study(), asked.style)
}

fn saturation(asked: &Asked) -> Outcome<Figure> {
    draad_figures::saturation(asked.results.saturation()?, asked.study(), asked.style)
}

fn clusters(asked: &Asked) -> Outcome<Figure> {
    draad_figures::clusters(asked.results.similarity()?, asked.study(), asked.style)
}

fn map(asked: &Asked) -> Outcome<Figure> {
    draad_figures::map(asked.results.similarity()?, asked.study(), asked.style)
}

/// Words that are typical of the level that was asked for, or else of each role; those who ask the questions are left out.
fn keyness(asked: &Asked) -> Outcome<Figure> {
    let (compared, limit) = match &asked.choices.typical_of {
        Some(level) => (Compared::Level(level.clone()), WORDS),
        None => (Compared::Each("role".to_owned()), WORDS_PER_ROLE),
    };
    let request = words::Request {
        filter: asked.results.options.filter.clone(),
        without_stop_words: true,
        least: Least { count: 3, sources: 2, cases: 2 },
        limit: Some(limit),
        ..words::Request::default()
    };
    let mut found = words::keyness(asked.results.project, &request, &compared, false)?;
    if asked.choices.typical_of.is_none() {
        let asks =
            |id: &str| asked.study().settings.roles.iter().any(|role| role.id.as_str() == id && role.asks);
        found.levels.retain(|level| !asks(&level.id));
    }
    draad_figures::keyness(&found.typical_words(asked.results.project), asked.study(), asked.style)
}

fn portrait(asked: &Asked) -> Outcome<Figure> {
    let portrait =
        Portrait::of_source(asked.study(), &asked.results.facts, &asked.results.options, asked.source()?)?;
    draad_figures::portrait(&portrait, asked.study(), asked.style)
}

fn codeline(asked: &Asked) -> Outcome<Figure> {
    let portrait =
        Portrait::of_case(asked.study(), &asked.results.facts, &asked.results.options, asked.case()?)?;
    draad_figures::portrait(&portrait, asked.study(), asked.style)
}

fn timeline(asked: &Asked) -> Outcome<Figure> {
    let timeline =
        CaseTimeline::from_facts(asked.study(), &asked.results.facts, &asked.results.options, asked.case()?)?;
    draad_figures::timeline(&timeline, asked.study(), asked.style)
}

fn scores(asked: &Asked) -> Outcome<Figure> {
    let scores = ScoreLines::from_facts(asked.study(), &asked.results.facts, &asked.results.options)?;
    draad_figures::scores(&scores, asked.study(), asked.style)
}

/// The route, with the contacts of a case where one is asked.
fn route(asked: &Asked) -> Outcome<Figure> {
    let case = if asked.results.options.filter.cases.is_empty() { None } else { Some(asked.case()?) };
    let course = RouteCourse::from_facts(asked.study(), &asked.results.facts, &asked.results.options, case)?;
    draad_figures::route(&course, asked.study(), asked.style)
}

fn study_design(asked: &Asked) -> Outcome<Figure> {
    let design = StudyDesign::from_facts(asked.study(), &asked.results.facts, &asked.results.options)?;
    draad_figures::study_design(&design, asked.study(), asked.style)
}

fn verdicts(asked: &Asked) -> Outcome<Figure> {
    draad_figures::verdicts(asked.results.verdicts()?, asked.study(), asked.style)
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

/// Returns the files of a figure, by name: `matrix.svg` (or `matrix-1.svg`, … where it has several pages), `matrix.png`,
/// `matrix.pdf`, and its caption as `matrix.txt`.
///
/// # Errors
/// When a page cannot be exported.
pub fn files(figure: &Figure, formats: &[FileFormat], dpi: u32) -> Outcome<Vec<(String, Vec<u8>)>> {
    let several = figure.pages.len() > 1;
    let page_name =
        |page: usize| if several { format!("{}-{}", figure.name, page + 1) } else { figure.name.to_owned() };
    let mut jobs: Vec<(String, FileFormat, usize)> = Vec::new();
    for format in formats {
        match format {
            FileFormat::Pdf => jobs.push((format!("{}.pdf", figure.name), *format, 0)),
            FileFormat::Svg => {
                jobs.extend((0..figure.pages.len()).map(|n| (format!("{}.svg", page_name(n)), *format, n)))
            }
            FileFormat::Png => {
                jobs.extend((0..figure.pages.len()).map(|n| (format!("{}.png", page_name(n)), *format, n)))
            }
        }
    }
    let export = |(name, format, page): (String, FileFormat, usize)| {
        let bytes = match format {
            FileFormat::Svg => figure.pages[page].svg.clone().into_bytes(),
            FileFormat::Png => export::png(&figure.pages[page], dpi)?,
            FileFormat::Pdf => export::pdf(&figure.pages)?,
        };
        Ok((name, bytes))
    };
    let mut files: Vec<(String, Vec<u8>)> = jobs.into_par_iter().map(export).collect::<Outcome<_>>()?;
    files.push((format!("{}.txt", figure.name), format!("{}\n", figure.caption).into_bytes()));
    Ok(files)
}
