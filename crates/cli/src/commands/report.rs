//! `draad report`

use super::World;
use crate::{Done, Failure, args};
use draad_app::flags::{flags, quoted};
use draad_app::output::write_file;
use draad_app::report::html;
use draad_app::tables::Request;
use draad_core::Language;

/// Where the report of a part of the study goes, so that it does not replace that of the whole.
const FILTERED: &str = "output/filtered/report.html";

pub(crate) fn run(world: &World, args: args::Report) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let mut filter = world.filter(&project, args.filter)?;
    world.with_sets(&mut project, &args.sets, &mut filter)?;
    let words = project.words;
    let request = Request { filter, outcome: args.outcome.map(Into::into), ..Request::default() };
    let command = command(&request, words.language, &args.sets);
    let page = world.expect(html(&project, &request, &command), words)?;
    let path = match &args.out {
        Some(file) => file.clone(),
        None => project.folder.path(if request.filter.is_empty() && args.sets.is_empty() {
            "output/report.html"
        } else {
            FILTERED
        }),
    };
    world.expect(write_file(&path, page.as_bytes()), words)?;
    world.terminal.say(&words.say_with("report-written", [("file", path.display().to_string().into())]));
    Ok(Done::Fine)
}

/// The command that makes this report again, as a shell takes it, without paths of this machine.
fn command(request: &Request, language: Language, sets: &[String]) -> String {
    let outcome =
        request.outcome.as_ref().map(|outcome| format!(" --outcome {}", quoted(&outcome.to_string())));
    let sets = if sets.is_empty() { String::new() } else { format!(" --set {}", quoted(&sets.join(","))) };
    let flags = flags(&request.filter) + &sets + &outcome.unwrap_or_default();
    format!("draad report --lang {}{flags}", <&str>::from(language))
}
