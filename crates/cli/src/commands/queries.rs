//! `draad queries`

use super::World;
use crate::args;
use crate::print::wrap;
use crate::{Done, Failure};
use draad_app::format::Format;
use draad_app::{Project, queries};
use draad_core::SavedQuery;

/// Columns of a note on the terminal.
const NOTE_WIDTH: usize = 92;

pub(crate) fn run(world: &World, args: &args::Queries) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let words = project.words;
    if let Some(name) = &args.remove {
        let removed = world.expect(queries::remove(&mut project, name), words)?;
        let args = [("query", removed.name.to_string().into()), ("text", removed.text.into())];
        world.terminal.headline(&words.say_with("query-removed", args));
        return Ok(Done::Fine);
    }
    let study = project.study();
    let target = world.target(words, args.format, args.out.as_deref())?;
    let out = target.file.as_deref();
    let done = match target.format {
        Format::Json => world.deliver(&words, out, &queries::json(study))?,
        Format::Text => {
            let all: Vec<String> = study.queries.values().map(|query| shown(&project, query)).collect();
            world.deliver(&words, out, &all.join("\n"))?
        }
        _ => world.list(&project, &target, queries::table(study))?,
    };
    if study.queries.is_empty() {
        world.terminal.say(&words.say("queries-none"));
    }
    Ok(done)
}

/// The name, with its label where it has one, and below it the query and the note.
fn shown(project: &Project, query: &SavedQuery) -> String {
    let label = query.label.get(project.words.language);
    let label = if label.is_empty() { String::new() } else { format!("  {label}") };
    let mut text = format!("{}{label}\n    {}\n", query.name, query.text.replace('\n', " "));
    for line in wrap(&query.note, NOTE_WIDTH).iter().filter(|line| !line.is_empty()) {
        text += &format!("    {line}\n");
    }
    text
}
