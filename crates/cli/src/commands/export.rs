//! `draad export`

use super::World;
use crate::args::{self, ExportFormat};
use crate::progress::Bars;
use crate::{Done, Failure};
use draad_app::export::{Exported, Format, Request, export};

pub(crate) fn run(world: &World, args: args::Export) -> Result<Done, Failure> {
    let project = world.open()?;
    let words = project.words;
    let request = Request {
        to: args.to,
        format: args.format.map(format),
        filter: project.named(args.filter.filter()),
        replace: args.replace,
    };
    let bars = Bars::new(words, world.terminal.watched);
    let Exported { path, n_files, losses, loss_report } =
        world.expect(export(&project, &request, &bars), words)?;
    world.print(&words, &path.display().to_string())?;
    world.terminal.say(&words.say_with("n-files", [("n", n_files.into())]));
    if !losses.is_empty() {
        world.terminal.say(&words.say("export-left"));
        losses.iter().for_each(|line| world.terminal.say(&format!("  {line}")));
    }
    let report = loss_report.display().to_string();
    world.terminal.say(&words.say_with("export-loss-report", [("file", report.into())]));
    Ok(Done::Fine)
}

fn format(format: ExportFormat) -> Format {
    match format {
        ExportFormat::Csv => Format::Csv,
        ExportFormat::Xlsx => Format::Xlsx,
        ExportFormat::Parquet => Format::Parquet,
        ExportFormat::Rock => Format::Rock,
        ExportFormat::RockProject => Format::RockProject,
    }
}
