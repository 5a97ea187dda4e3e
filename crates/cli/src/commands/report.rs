//! `draad report`

use super::World;
use crate::{Done, Failure, args};
use draad_app::output::write_file;
use draad_app::report::html;
use draad_app::tables::Request;
use draad_core::Language;

/// Where the report of a part of the study goes, so that it does not replace that of the whole.
const FILTERED: &str = "output/filtered/report.html";

pub(crate) fn run(world: &World, args: args::Report) -> Result<Done, Failure> {
    let project = world.open()?;
    let words = project.words;
    let request =
        Request { filter: project.named(args.filter.filter()), outcome: args.outcome, ..Request::default() };
    let command = command(&request, words.language);
    let page = world.expect(html(&project, &request, &command), words)?;
    let path = match &args.out {
        Some(file) => file.clone(),
        None => project.folder.path(if request.filter.is_empty() { "output/report.html" } else { FILTERED }),
    };
    world.expect(write_file(&path, page.as_bytes()), words)?;
    world.terminal.say(&words.say_with("report-written", [("file", path.display().to_string().into())]));
    Ok(Done::Fine)
}

/// The command that makes this report again, as a shell takes it, without paths of this machine.
fn command(request: &Request, language: Language) -> String {
    let filter = &request.filter;
    let flags: [(&str, Vec<String>); 8] = [
        ("case", texts(&filter.cases)),
        ("kind", texts(&filter.kinds)),
        ("role", texts(&filter.roles)),
        ("phase", texts(&filter.phases)),
        ("code", texts(&filter.codes)),
        ("valence", filter.valences.iter().map(|valence| <&str>::from(*valence).to_owned()).collect()),
        ("coder", texts(&filter.coders)),
        ("outcome", texts(request.outcome.as_slice())),
    ];
    let mut command = format!("draad report --lang {}", <&str>::from(language));
    for (flag, values) in flags.iter().filter(|(_, values)| !values.is_empty()) {
        command += &format!(" --{flag} {}", quoted(&values.join(",")));
    }
    for test in &filter.attributes {
        command += &format!(" --where {}", quoted(&test.to_string()));
    }
    command
}

fn texts<T: std::fmt::Display>(values: &[T]) -> Vec<String> {
    values.iter().map(ToString::to_string).collect()
}

/// Puts a word in quotation marks where a shell would take it apart.
fn quoted(word: &str) -> String {
    let is_plain = word.chars().all(|c| c.is_alphanumeric() || "-_.,=".contains(c));
    if is_plain { word.to_owned() } else { format!("'{}'", word.replace('\'', "'\\''")) }
}
