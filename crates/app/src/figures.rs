//! Figures by name.

use crate::Project;
use crate::tables::Request;
use draad_analysis::tensions::{TensionKey, TensionsOptions};
use draad_analysis::{
    self as analysis, Balance, By, CaseTimeline, CasesByFactors, Options, Portrait, RouteCourse, ScoreLines,
    StudyDesign, Tensions,
};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{CaseId, Diagnostic, Place, Problem, SourceId, Study};
use draad_figures::{BalanceOptions, Figure, MatrixOptions, export};
use rayon::prelude::*;

pub use draad_figures::{Format as PageFormat, SizeBy, Style, Theme};

/// The figures there are, in the order in which a study is read.
const KINDS: &[Kind] = &[
    Kind { name: "matrix", draw: matrix, takes_source: false },
    Kind { name: "tensions", draw: tensions, takes_source: false },
    Kind { name: "balance", draw: balance, takes_source: false },
    Kind { name: "contrast", draw: contrast, takes_source: false },
    Kind { name: "portrait", draw: portrait, takes_source: true },
    Kind { name: "codeline", draw: codeline, takes_source: false },
    Kind { name: "timeline", draw: timeline, takes_source: false },
    Kind { name: "scores", draw: scores, takes_source: false },
    Kind { name: "route", draw: route, takes_source: false },
    Kind { name: "study-design", draw: study_design, takes_source: false },
];

/// A kind of figure.
struct Kind {
    /// Its name.
    name: &'static str,
    /// Draws it.
    draw: fn(&Asked) -> Outcome<Figure>,
    /// Whether it is of one source, which is named.
    takes_source: bool,
}

/// What only some figures understand.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FigureOptions {
    /// What the size of a mark shows.
    pub size: SizeBy,
    /// The source that is portrayed.
    pub source: Option<SourceId>,
}

/// What a figure is drawn from.
struct Asked<'p> {
    name: &'static str,
    study: &'p Study,
    facts: &'p Facts,
    options: Options,
    style: &'p Style,
    own: &'p FigureOptions,
}

impl Asked<'_> {
    /// The one case that passes the filter.
    fn case(&self) -> Outcome<&CaseId> {
        match self.facts.cases[..] {
            [case] => Ok(&self.study.cases[case as usize].id),
            [] => {
                let misnamed = self.options.filter.problems(self.study).into_iter().next();
                fails(misnamed.unwrap_or(Problem::NothingToShow { reason: "no-case-passes".into() }))
            }
            [first, ..] => fails(Problem::FigureNeedsCase {
                name: self.name.to_owned(),
                n_cases: self.facts.cases.len(),
                example: self.study.cases[first as usize].id.to_string(),
            }),
        }
    }

    /// The source that is named.
    fn source(&self) -> Outcome<&SourceId> {
        let example = || self.study.sources.keys().next().map(ToString::to_string).unwrap_or_default();
        let needed = || Problem::FigureNeedsSource { name: self.name.to_owned(), example: example() };
        self.own.source.as_ref().map_or_else(|| fails(needed()), Ok)
    }
}

fn fails<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}

/// Returns the names of all figures.
pub fn names() -> Vec<&'static str> {
    KINDS.iter().map(|kind| kind.name).collect()
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
    own: &FigureOptions,
) -> Outcome<Figure> {
    let Some(kind) = KINDS.iter().find(|kind| kind.name == name) else {
        return fails(Problem::FigureUnknown { name: name.to_owned(), known: names().join(", ") });
    };
    let options = request.options(project)?;
    let facts = Facts::new(project.study(), &options.filter);
    if own.source.is_some() && !kind.takes_source {
        let with = KINDS.iter().filter(|kind| kind.takes_source).map(|kind| kind.name);
        let figures = with.collect::<Vec<_>>().join(", ");
        return fails(Problem::FigureWithoutSource { name: name.to_owned(), figures });
    }
    (kind.draw)(&Asked { name: kind.name, study: project.study(), facts: &facts, options, style, own })
}

fn matrix(asked: &Asked) -> Outcome<Figure> {
    let table = CasesByFactors::from_facts(asked.study, asked.facts, &asked.options)?;
    draw_matrix(&table, asked.study, asked.style, asked.own.size)
}

fn balance(asked: &Asked) -> Outcome<Figure> {
    let balance =
        Balance::from_facts(asked.study, asked.facts, &asked.options, &analysis::BalanceOptions::default())?;
    draw_balance(&balance, asked.study, asked.style)
}

/// Directions over the phases, or over the key that was asked for.
fn tensions(asked: &Asked) -> Outcome<Figure> {
    let key = TensionKey::By(asked.options.by.clone().unwrap_or(By::Phase));
    let own = TensionsOptions { keys: vec![key], ..TensionsOptions::default() };
    let tensions = Tensions::from_facts(asked.study, asked.facts, &asked.options, &own)?;
    draad_figures::tensions(&tensions, asked.study, asked.style)
}

fn contrast(asked: &Asked) -> Outcome<Figure> {
    let own = analysis::contrast::ContrastOptions::default();
    let contrast = analysis::Contrast::from_facts(asked.study, asked.facts, &asked.options, &own)?;
    draad_figures::contrast(&contrast, asked.study, asked.style)
}

fn portrait(asked: &Asked) -> Outcome<Figure> {
    let portrait = Portrait::of_source(asked.study, asked.facts, &asked.options, asked.source()?)?;
    draad_figures::portrait(&portrait, asked.study, asked.style)
}

fn codeline(asked: &Asked) -> Outcome<Figure> {
    let portrait = Portrait::of_case(asked.study, asked.facts, &asked.options, asked.case()?)?;
    draad_figures::portrait(&portrait, asked.study, asked.style)
}

fn timeline(asked: &Asked) -> Outcome<Figure> {
    let timeline = CaseTimeline::from_facts(asked.study, asked.facts, &asked.options, asked.case()?)?;
    draad_figures::timeline(&timeline, asked.study, asked.style)
}

fn scores(asked: &Asked) -> Outcome<Figure> {
    let scores = ScoreLines::from_facts(asked.study, asked.facts, &asked.options)?;
    draad_figures::scores(&scores, asked.study, asked.style)
}

/// The route, with the contacts of a case where one is asked.
fn route(asked: &Asked) -> Outcome<Figure> {
    let case = if asked.options.filter.cases.is_empty() { None } else { Some(asked.case()?) };
    let course = RouteCourse::from_facts(asked.study, asked.facts, &asked.options, case)?;
    draad_figures::route(&course, asked.study, asked.style)
}

fn study_design(asked: &Asked) -> Outcome<Figure> {
    let design = StudyDesign::from_facts(asked.study, asked.facts, &asked.options)?;
    draad_figures::study_design(&design, asked.study, asked.style)
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
