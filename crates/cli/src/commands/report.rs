//! `draad report`

use super::World;
use crate::{Done, Failure, args};
use draad_app::edited::make_room;
use draad_app::flags::{flags, quoted};
use draad_app::output::write_file;
use draad_app::report::{Kind, kind, report};
use draad_app::tables::Request;
use draad_core::Language;

/// Where reports of a part of the study go, so that they do not replace those of the whole.
const FILTERED: &str = "output/filtered";

pub(crate) fn run(world: &World, args: args::Report) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let mut filter = world.filter(&project, args.filter)?;
    world.with_sets(&mut project, &args.sets, &mut filter)?;
    let words = project.words;
    let kind = world.expect(kind(&args.kind), words)?;
    let request = Request { filter, outcome: args.outcome.map(Into::into), ..Request::default() };
    let command = command(kind, &request, words.language, &args.sets);
    let path = args.out.unwrap_or_else(|| {
        let is_whole = request.filter.is_empty() && args.sets.is_empty();
        project.folder.path(if is_whole { "output" } else { FILTERED }).join(kind.file)
    });
    let made = world.expect(report(&project, kind, &request, &path, &command), words)?;
    let aside = world.expect(make_room(&path, &made), words)?;
    world.say_aside(&words, aside.as_deref());
    world.expect(write_file(&path, &made), words)?;
    world.terminal.say(&words.say_with("report-written", [("file", path.display().to_string().into())]));
    Ok(Done::Fine)
}

/// The command that makes this report again, as a shell takes it, without paths of this machine.
fn command(kind: &Kind, request: &Request, language: Language, sets: &[String]) -> String {
    let kind = if kind.is_usual() { String::new() } else { format!(" --as {}", kind.name) };
    let outcome =
        request.outcome.as_ref().map(|outcome| format!(" --outcome {}", quoted(&outcome.to_string())));
    let sets = if sets.is_empty() { String::new() } else { format!(" --set {}", quoted(&sets.join(","))) };
    let flags = flags(&request.filter) + &sets + &outcome.unwrap_or_default();
    format!("draad report{kind} --lang {}{flags}", <&str>::from(language))
}
