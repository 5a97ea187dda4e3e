//! `draad new`

use super::{World, quoted};
use crate::{Done, Failure, args};
use draad_words::Words;

pub(crate) fn run(world: &World, args: &args::New) -> Result<Done, Failure> {
    let words = Words::new(world.asked.unwrap_or(world.fallback));
    let folder = world.current.join(&args.folder);
    world.expect(draad_app::create::create(&folder, args.title.as_deref(), words.language), words)?;
    let shown = args.folder.display().to_string();
    world.terminal.headline(&words.say_with("new-made", [("folder", shown.as_str().into())]));
    let args = [("folder", shown.as_str().into()), ("quoted", quoted(&args.folder).into())];
    world.terminal.say(&words.say_with("new-next", args));
    Ok(Done::Fine)
}
