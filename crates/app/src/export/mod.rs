//! `draad export`: a study, or the part of it that passes a filter, for another program.
//!
//! Every export says what it leaves behind: the loss report stands beside it. All files of an export are written, or none.

mod dictionary;
mod loss;
pub mod tables;
mod target;
mod tidy;

use crate::{Progress, Project};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Filter, Place};
use draad_ingest::coded::{Reconciliation, write_rock, write_rock_project};
use std::path::PathBuf;
use strum::VariantNames;
use target::Target;

/// The forms in which a study goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// Tidy tables as CSV, with a data package.
    Csv,
    /// Tidy tables as one Excel workbook.
    Xlsx,
    /// Tidy tables as Parquet.
    Parquet,
    /// Text files of the Reproducible Open Coding Kit.
    Rock,
    /// The same in one archive.
    RockProject,
}

impl Format {
    /// Returns the ending of the one file that the format is; nothing when it is a folder of files.
    fn ending(self) -> Option<&'static str> {
        match self {
            Format::Csv | Format::Parquet | Format::Rock => None,
            Format::Xlsx => Some("xlsx"),
            Format::RockProject => Some("ROCKproject"),
        }
    }

    /// Returns the format of files with this ending, in lower case.
    fn with_ending(ending: &str) -> Option<Self> {
        match ending {
            "xlsx" => Some(Format::Xlsx),
            "rockproject" => Some(Format::RockProject),
            _ => None,
        }
    }

    fn names() -> String {
        Self::VARIANTS.join(", ")
    }
}

/// What to export, and where to.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The file or folder.
    pub to: PathBuf,
    /// The format, where the path does not say so.
    pub format: Option<Format>,
    /// Which part of the study.
    pub filter: Filter,
    /// Whether what stands there may be replaced.
    pub replace: bool,
}

/// What an export did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The file or folder.
    pub path: PathBuf,
    /// How many files stand in it, or 1.
    pub n_files: usize,
    /// What was left out or changed, in one line per kind of thing.
    pub losses: Vec<String>,
    /// Where all of it is told.
    pub loss_report: PathBuf,
}

/// The files of an export by name, and what is not in them.
type Made = (Vec<(String, Vec<u8>)>, Reconciliation);

/// Exports a study.
///
/// # Errors
/// When the filter names something the study does not have, the path says no format or is taken, or a file cannot be
/// written. Then nothing is written.
pub fn export(project: &Project, request: &Request, progress: &dyn Progress) -> Outcome<Exported> {
    if let Some(problem) = request.filter.problems(project.study()).into_iter().next() {
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let target = Target::new(&request.to, request.format)?;
    target.check(project, &[], request.replace)?;
    let (made, left) = make(project, target.format, &request.filter, progress)?;
    let mut files: Vec<(PathBuf, Vec<u8>)> =
        made.into_iter().map(|(name, bytes)| (target.file(&name), bytes)).collect();
    let n_files = files.len();
    let loss_report = target.loss_report(&project.study().settings.id);
    let report = loss::report(project, target.format, &request.filter, &left);
    files.push((loss_report.clone(), report.into_bytes()));
    target.check(project, &files, request.replace)?;
    draad_store::write_files(&files)?;
    Ok(Exported { path: target.path, n_files, losses: loss::summary(&project.words, &left), loss_report })
}

fn make(project: &Project, format: Format, filter: &Filter, progress: &dyn Progress) -> Outcome<Made> {
    let part = || project.study().restricted(filter);
    Ok(match format {
        Format::Csv => tidy::csv(project, filter),
        Format::Parquet => tidy::parquet(project, filter, progress)?,
        Format::Xlsx => tidy::xlsx(project, filter)?,
        Format::Rock => {
            let (files, left) = write_rock(&part());
            (files.into_iter().collect(), left)
        }
        Format::RockProject => {
            let (bytes, left) = write_rock_project(&part());
            (vec![(String::new(), bytes)], left)
        }
    })
}
