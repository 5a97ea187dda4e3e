//! `draad references`

use super::World;
use crate::args;
use crate::print::wrap;
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::format::Format;
use draad_app::references::{self, Cited};
use draad_core::{CitedBy, CodeId};
use draad_words::Words;

/// Columns of a reference on the terminal.
const WIDTH: usize = 92;

pub(crate) fn run(world: &World, args: &args::References) -> Result<Done, Failure> {
    let project = world.open()?;
    let words = project.words;
    let target = world.target(words, args.format, args.out.as_deref())?;
    let out = target.file.as_deref();
    let done = match target.format {
        Format::Json => world.deliver(&words, out, &references::json(&project))?,
        Format::Text => world.deliver(&words, out, &shown(&project))?,
        _ => world.list(&project, &target, references::table(&project))?,
    };
    if project.study().references.is_empty() {
        world.terminal.say(&project.words.say("references-none"));
    }
    Ok(done)
}

/// Each work with who cites it, then the keys of no work.
fn shown(project: &Project) -> String {
    let (works, missing): (Vec<Cited>, Vec<Cited>) =
        references::list(project).into_iter().partition(|cited| cited.reference.is_some());
    let mut parts: Vec<String> = works.iter().map(|cited| work(project, cited)).collect();
    if !missing.is_empty() {
        let lines = missing.iter().map(|cited| absent(project, cited));
        parts.push(format!("{}\n{}", project.words.say("references-missing"), lines.collect::<String>()));
    }
    parts.join("\n")
}

fn work(project: &Project, cited: &Cited) -> String {
    let reference = cited.plain().unwrap_or_default();
    format!("{}\n{}{}", cited.key, indented(&reference), indented(&citing(project, cited)))
}

fn absent(project: &Project, cited: &Cited) -> String {
    let key = match cited.nearest.as_str() {
        "" => cited.key.to_string(),
        nearest => {
            let args = [("key", cited.key.to_string().into()), ("nearest", nearest.to_owned().into())];
            project.words.say_with("references-missing-near", args)
        }
    };
    format!("  {key}\n{}", indented(&citing(project, cited)))
}

fn indented(text: &str) -> String {
    wrap(text, WIDTH).iter().map(|line| format!("    {line}\n")).collect()
}

fn citing(project: &Project, cited: &Cited) -> String {
    let words = &project.words;
    if cited.by.is_empty() {
        return words.say("references-cited-by-nobody");
    }
    let who = cited.by.iter().map(|by| citer(project, words, by)).collect::<Vec<_>>().join(", ");
    words.say_with("references-cited-by", [("who", who.into())])
}

fn citer(project: &Project, words: &Words, by: &CitedBy) -> String {
    let code = |id: &CodeId| {
        project.study().codebook.get(id).map_or(id.to_string(), |code| code.name(words.language).to_owned())
    };
    let (key, name) = match by {
        CitedBy::Code(id) => ("references-code", code(id)),
        CitedBy::Finding(id) => ("references-finding", id.clone()),
        CitedBy::Memo(id) => ("references-memo", id.to_string()),
    };
    words.say_with(key, [("name", name.into())])
}
