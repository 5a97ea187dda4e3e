//! `draad undo`

use super::World;
use crate::{Done, Failure};

pub(crate) fn run(world: &World) -> Result<Done, Failure> {
    let project = world.open_quietly()?;
    let undone = world.expect(draad_app::undo::undo(&project), project.words)?;
    let args = [("command", undone.command.into()), ("n", undone.files.len().into())];
    world.terminal.headline(&project.words.say_with("undo-done", args));
    for file in &undone.files {
        world.terminal.say(&format!("  {file}"));
    }
    Ok(Done::Fine)
}
