//! `draad export`: a study, or the part of it that passes a filter, for another program.
//!
//! Every export says what it leaves behind: the loss report stands beside it. All files of an export are written, or none.

mod archive;
mod dataset;
mod dictionary;
mod loss;
mod qca;
mod r;
mod script;
mod single;
pub mod tables;
mod target;
mod tidy;
mod withheld;

pub(crate) use dictionary::type_key;

use crate::coded::supplement;
use crate::tables::fails;
use crate::{Progress, Project};
use draad_core::diagnostic::Outcome;
use draad_core::{ConditionMeasure, Diagnostic, Filter, Problem};
use draad_ingest::coded::{
    Reconciliation, WriteOptions, Written, write_qdc, write_qdpx, write_rock, write_rock_project,
};
use std::collections::BTreeMap;
use std::path::PathBuf;
use strum::VariantNames;
use target::Target;
use uuid::Uuid;

pub use qca::export_analysis;
pub use single::{Single, listed, single};

/// The forms in which a study goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumString, strum::IntoStaticStr, strum::VariantNames)]
#[strum(serialize_all = "kebab-case")]
pub enum Format {
    /// A project of REFI-QDA.
    Qdpx,
    /// A codebook of REFI-QDA.
    Qdc,
    /// Tidy tables as CSV, with a data package.
    Csv,
    /// Tidy tables as one Excel workbook.
    Xlsx,
    /// Tidy tables as a partitioned data set of Parquet files.
    Parquet,
    /// Tidy tables and the tables across cases as CSV, with a script for R that loads them.
    R,
    /// Cases by codes for the R package QCA.
    Qca,
    /// Text files of the Reproducible Open Coding Kit.
    Rock,
    /// The same in one archive.
    RockProject,
    /// A package for an archive: a folder, or one ZIP file.
    Archive,
}

impl Format {
    /// Returns the ending of the one file that the format is; nothing when it is a folder of files.
    fn ending(self) -> Option<&'static str> {
        match self {
            Format::Csv | Format::Parquet | Format::R | Format::Qca | Format::Rock | Format::Archive => None,
            Format::Qdpx => Some("qdpx"),
            Format::Qdc => Some("qdc"),
            Format::Xlsx => Some("xlsx"),
            Format::RockProject => Some("ROCKproject"),
        }
    }

    /// Returns the format of files with this ending, in lower case.
    fn with_ending(ending: &str) -> Option<Self> {
        match ending {
            "qdpx" => Some(Format::Qdpx),
            "qdc" => Some(Format::Qdc),
            "xlsx" => Some(Format::Xlsx),
            "rockproject" => Some(Format::RockProject),
            "zip" => Some(Format::Archive),
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
    /// What is calibrated for QCA, and with which quantiles as anchors.
    pub measure: ConditionMeasure,
    /// Quantiles for exclusion, crossover and inclusion; without them nothing is calibrated.
    pub anchors: Option<[f64; 3]>,
    /// Why a package for an archive is made in spite of what in it can make people known.
    pub despite: Option<String>,
    /// Whether what stands there may be replaced.
    pub replace: bool,
}

/// What an export did.
#[derive(Clone, Debug, PartialEq)]
pub struct Exported {
    /// The file or folder.
    pub path: PathBuf,
    /// How many files stand in it, or 1.
    pub n_files: usize,
    /// What was left out or changed, in one line per kind of thing.
    pub losses: Vec<String>,
    /// Where all of it is told.
    pub loss_report: PathBuf,
    /// What to look at in the other program.
    pub diagnostics: Vec<Diagnostic>,
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
        return fails(problem);
    }
    let target = Target::new(&request.to, request.format)?;
    if request.despite.is_some() && target.format != Format::Archive {
        let (option, format) = ("--despite".to_owned(), <&str>::from(target.format).to_owned());
        return fails(Problem::ExportOptionUnfit { option, format });
    }
    target.check(project, &[], request.replace)?;
    let ((made, left), diagnostics) = make(project, &target, request, progress)?;
    let mut files: Vec<(PathBuf, Vec<u8>)> =
        made.into_iter().map(|(name, bytes)| (target.file(&name), bytes)).collect();
    let n_files = files.len();
    let loss_report = target.loss_report(&project.study().settings.id);
    let report = loss::report(project, target.format, &request.filter, &left);
    files.push((loss_report.clone(), report.into_bytes()));
    target.check(project, &files, request.replace)?;
    target.check_others(&files)?;
    draad_store::write_files(&files)?;
    let losses = loss::summary(&project.words, &left);
    Ok(Exported { path: target.path, n_files, losses, loss_report, diagnostics })
}

/// Makes the files, without the columns that may not leave the study. A package for an archive looks for what stands in these,
/// and a sheet for QCA has none of them but those that are conditions.
fn make(
    project: &Project,
    target: &Target,
    request: &Request,
    progress: &dyn Progress,
) -> Outcome<(Made, Vec<Diagnostic>)> {
    let looks_itself = matches!(target.format, Format::Archive | Format::Qca);
    if looks_itself || withheld::columns(project.study()).next().is_none() {
        return make_all(project, target, request, progress);
    }
    let filter = withheld::without_attributes(&request.filter, project.study());
    let mut without = project.clone();
    withheld::take_columns(&mut without.loaded_mut().study);
    let request = Request { filter, ..request.clone() };
    let ((files, mut left), diagnostics) = make_all(&without, target, &request, progress)?;
    withheld::lose(project.study(), &mut left);
    Ok(((files, left), diagnostics))
}

/// Makes the files of everything that the study holds.
fn make_all(
    project: &Project,
    target: &Target,
    request: &Request,
    progress: &dyn Progress,
) -> Outcome<(Made, Vec<Diagnostic>)> {
    let filter = &request.filter;
    let part = || project.study().restricted(filter);
    let made = match target.format {
        Format::Archive => return archive::make(project, request, target.is_file, progress),
        Format::Qdpx => {
            let part = part();
            let options = WriteOptions { guids: guids(project)?, supplement: supplement(&part) };
            return Ok(one(write_qdpx(&part, &options)?));
        }
        Format::Qdc => {
            let options = WriteOptions { guids: guids(project)?, ..WriteOptions::default() };
            return Ok(one(write_qdc(&part(), &options)?));
        }
        Format::Qca => qca::qca(project, request)?,
        Format::Csv => tidy::csv(project, filter),
        Format::R => r::r(project, request, progress)?,
        Format::Parquet => dataset::parquet(project, filter, progress)?,
        Format::Xlsx => tidy::xlsx(project, filter)?,
        Format::Rock => {
            let (files, left) = write_rock(&part());
            (files.into_iter().collect(), left)
        }
        Format::RockProject => {
            let (bytes, left) = write_rock_project(&part());
            (vec![(String::new(), bytes)], left)
        }
    };
    Ok((made, Vec::new()))
}

fn one(written: Written) -> (Made, Vec<Diagnostic>) {
    ((vec![(String::new(), written.bytes)], written.reconciliation), written.diagnostics)
}

/// The identifiers that an import kept, so that other programs know things again.
fn guids(project: &Project) -> Outcome<BTreeMap<String, Uuid>> {
    let kept = project.folder.guids()?;
    Ok(kept.by_part().into_iter().map(|(part, guid)| (part.to_owned(), guid)).collect())
}
