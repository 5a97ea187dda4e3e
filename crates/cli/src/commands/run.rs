//! `draad run`

use super::World;
use crate::progress::Bars;
use crate::{Done, Failure, args};
use draad_app::run::run as run_all;
use draad_core::Severity;

pub(crate) fn run(world: &World, args: &args::Run) -> Result<Done, Failure> {
    let project = world.open()?;
    let words = project.words;
    let bars = Bars::new(words, world.terminal.watched);
    let ran = world.expect(run_all(&project, args.all, &bars), words)?;
    for diagnostic in &ran.refused {
        world.terminal.say(&words.say_with("run-refused", [("reason", words.line(diagnostic).into())]));
    }
    let key = if ran.made { "run-made" } else { "run-current" };
    let args = [("n", ran.files.len().into()), ("folder", ran.folder.display().to_string().into())];
    world.terminal.headline(&words.say_with(key, args));
    Ok(if project.count(Severity::Error) > 0 { Done::WithProblems } else { Done::Fine })
}
