//! `draad export`

use super::World;
use crate::args::{self, ExportFormat};
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::export::{Exported, Format, Request, export};
use draad_core::diagnostic::Outcome;
use draad_core::{ConditionMeasure, Diagnostic, Place, Problem};
use std::path::PathBuf;

pub(crate) fn run(world: &World, args: args::Export) -> Result<Done, Failure> {
    let project = world.open()?;
    let words = project.words;
    let request = Request {
        to: args.to.unwrap_or_else(|| archive_folder(&project)),
        format: if args.archive { Some(Format::Archive) } else { args.format.map(format) },
        filter: world.filter(&project, args.filter)?,
        measure: measure(args.measure),
        anchors: world.expect(anchors(&args.anchors), words)?,
        despite: args.despite,
        replace: args.replace,
    };
    let progress = world.terminal.progress(words);
    let Exported { path, n_files, losses, loss_report, diagnostics } =
        world.expect(export(&project, &request, &*progress), words)?;
    world.print(&words, &path.display().to_string())?;
    world.terminal.say(&words.say_with("n-files", [("n", n_files.into())]));
    if !losses.is_empty() {
        world.terminal.say(&words.say("export-left"));
        losses.iter().for_each(|line| world.terminal.say(&format!("  {line}")));
    }
    diagnostics.iter().for_each(|diagnostic| world.terminal.diagnostic(&words, diagnostic));
    let report = loss_report.display().to_string();
    world.terminal.say(&words.say_with("export-loss-report", [("file", report.into())]));
    Ok(Done::Fine)
}

/// Where a package for an archive goes when nobody says.
fn archive_folder(project: &Project) -> PathBuf {
    project.folder.path("output").join(format!("{}-archive", project.study().settings.id))
}

fn format(format: ExportFormat) -> Format {
    match format {
        ExportFormat::Qdpx => Format::Qdpx,
        ExportFormat::Qdc => Format::Qdc,
        ExportFormat::R => Format::R,
        ExportFormat::Qca => Format::Qca,
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Xlsx => Format::Xlsx,
        ExportFormat::Parquet => Format::Parquet,
        ExportFormat::Rock => Format::Rock,
        ExportFormat::RockProject => Format::RockProject,
        ExportFormat::Archive => Format::Archive,
    }
}

fn measure(measure: args::Measure) -> ConditionMeasure {
    match measure {
        args::Measure::Passages => ConditionMeasure::Passages,
        args::Measure::Sources => ConditionMeasure::Sources,
        args::Measure::Chars => ConditionMeasure::Chars,
        args::Measure::Coverage => ConditionMeasure::Coverage,
    }
}

fn anchors(given: &[f64]) -> Outcome<Option<[f64; 3]>> {
    match given {
        [] => Ok(None),
        &[exclusion, crossover, inclusion] => Ok(Some([exclusion, crossover, inclusion])),
        _ => Err(Box::new(Diagnostic::error(Place::default(), Problem::AnchorsInvalid))),
    }
}
