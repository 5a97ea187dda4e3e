//! `draad qca`

use super::World;
use super::table::{Form, show};
use crate::args;
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::export::{Exported, export_analysis};
use draad_app::tables::Request;
use draad_core::TableOptions;
use std::path::Path;

/// The table that it asks for.
const TABLE: &str = "qca";

pub(crate) fn run(world: &World, args: args::Qca) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let (asked, own) = args.asked();
    let mut request = world.asked(&mut project, asked)?;
    request.options = TableOptions { qca: own, ..request.options };
    if let Some(folder) = &args.export {
        return export(world, &project, &request, folder, args.replace);
    }
    let form = Form::new(world, &project, &args.output)?;
    show(world, &mut project, TABLE, request, &form)
}

/// Writes what is needed to do the analysis again in R.
fn export(
    world: &World,
    project: &Project,
    request: &Request,
    folder: &Path,
    replace: bool,
) -> Result<Done, Failure> {
    let words = project.words;
    let folder = world.current.join(folder);
    let Exported { path, n_files, .. } =
        world.expect(export_analysis(project, request, &folder, replace), words)?;
    let args = [("n", n_files.into()), ("folder", path.display().to_string().into())];
    world.terminal.say(&words.say_with("qca-files-written", args));
    Ok(Done::Fine)
}
