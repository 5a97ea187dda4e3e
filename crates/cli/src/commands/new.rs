//! `draad new`

use super::World;
use crate::{Done, Failure, args};
use draad_words::Words;

pub(crate) fn run(world: &World, args: &args::New) -> Result<Done, Failure> {
    let words = Words::new(world.asked.unwrap_or(world.fallback));
    let folder = world.current.join(&args.folder);
    world.expect(draad_app::create::create(&folder, args.title.as_deref(), words.language), words)?;
    let shown = args.folder.display().to_string();
    world.terminal.headline(&words.say_with("new-made", [("folder", shown.as_str().into())]));
    world.terminal.say(&words.say_with("new-next", [("folder", shown.as_str().into())]));
    Ok(Done::Fine)
}
