//! Figures by name.

use crate::Project;
use crate::tables::Request;
use draad_analysis::{Balance, CasesByFactors};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use draad_figures::{BalanceOptions, Figure, MatrixOptions, export};
use rayon::prelude::*;

pub use draad_figures::{Format as PageFormat, SizeBy, Style, Theme};

/// The figures there are.
pub const FIGURES: [&str; 2] = ["matrix", "balance"];

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
/// When there is no such figure, the filter names something the study does not have, or nothing is left to show.
pub fn figure(
    project: &Project,
    name: &str,
    request: &Request,
    style: &Style,
    size: SizeBy,
) -> Outcome<Figure> {
    let options = request.options(project)?;
    let study = project.study();
    match name {
        "matrix" => draw_matrix(&CasesByFactors::from_study(study, &options)?, study, style, size),
        "balance" => draw_balance(&Balance::from_study(study, &options)?, study, style),
        _ => {
            let problem = Problem::FigureUnknown { name: name.to_owned(), known: FIGURES.join(", ") };
            Err(Box::new(Diagnostic::error(Place::default(), problem)))
        }
    }
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
