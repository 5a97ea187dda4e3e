//! `draad feedback`

use super::World;
use super::tabular::Tabular;
use crate::args;
use crate::{Done, Failure};
use draad_app::Project;
use draad_app::edited;
use draad_app::feedback::{Recorded, read_answers, record, table_to_fill_in};
use draad_app::format::Format;
use draad_app::results::Results;
use draad_app::show::View;
use draad_app::tables::Request;
use draad_core::Feedback;
use draad_words::Words;
use std::path::Path;

pub(crate) fn run(world: &World, args: args::Feedback) -> Result<Done, Failure> {
    let project = world.open()?;
    match &args.from {
        Some(path) => read(world, project, path, &args),
        None if args.out.is_none() && args.format.is_none() => show(world, &project),
        None => write(world, &project, &args),
    }
}

/// Reads a table that was filled in.
fn read(world: &World, mut project: Project, path: &Path, args: &args::Feedback) -> Result<Done, Failure> {
    let words = project.words;
    let bytes = world.read(&words, path)?;
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
    let answers = read_answers(&file, bytes, args.panel.as_deref().unwrap_or_default());
    let done = world.expect(record(&mut project, answers, args.plan), words)?;
    say(world, &words, &done, args.plan);
    Ok(if done.refused.is_empty() { Done::Fine } else { Done::WithProblems })
}

fn say(world: &World, words: &Words, done: &Recorded, is_plan: bool) {
    let terminal = &world.terminal;
    for diagnostic in done.refused.iter().chain(&done.warnings) {
        terminal.diagnostic(words, diagnostic);
    }
    let count = |key: &str, n: usize| words.say_with(key, [("n", n.into())]);
    if done.n_new + done.changed.len() == 0 {
        terminal.headline(&words.say("feedback-unchanged"));
    }
    if done.n_new > 0 {
        terminal.headline(&count("feedback-new", done.n_new));
    }
    for (before, after) in &done.changed {
        let args = [
            ("respondent", after.respondent.clone().into()),
            ("finding", after.finding.clone().into()),
            ("before", said(words, before).into()),
            ("after", said(words, after).into()),
        ];
        terminal.say(&words.say_with("feedback-changed", args));
    }
    let counts = [
        ("feedback-already", done.n_already),
        ("feedback-open", done.n_open),
        ("feedback-refused", done.refused.len()),
    ];
    for (key, n) in counts.into_iter().filter(|(_, n)| *n > 0) {
        terminal.say(&count(key, n));
    }
    if is_plan {
        terminal.say(&words.say("feedback-plan"));
    } else if done.n_new + done.changed.len() > 0 {
        terminal.say(&words.say("feedback-saved"));
    }
}

/// The verdict and the remark of an answer, on one line.
fn said(words: &Words, row: &Feedback) -> String {
    let verdict = match &row.verdict {
        Ok(verdict) => words.say(&format!("verdict-{}", <&str>::from(*verdict))),
        Err(other) => other.clone(),
    };
    if row.remark.is_empty() {
        return verdict;
    }
    let args = [("verdict", verdict.into()), ("remark", row.remark.replace('\n', " ").into())];
    words.say_with("feedback-said", args)
}

/// How far it is, and how to go on.
fn show(world: &World, project: &Project) -> Result<Done, Failure> {
    let words = project.words;
    let results = world.expect(Results::new(project, &Request::default()), words)?;
    let verdicts = world.expect(results.verdicts(), words)?;
    let count = |key: &str, n: usize| words.say_with(key, [("n", n.into())]);
    let unjudged: Vec<&str> = verdicts.unjudged().map(|finding| finding.id.as_str()).collect();
    let n_answers = verdicts.findings.iter().flat_map(|finding| finding.said.iter().flatten()).count();
    let args = [
        ("findings", count("n-findings", verdicts.findings.len()).into()),
        ("judged", (verdicts.findings.len() - unjudged.len()).into()),
        ("answers", count("feedback-answers", n_answers).into()),
        ("panels", count("n-panels", verdicts.panels.len()).into()),
    ];
    world.terminal.headline(&words.say_with("feedback-judged", args));
    if !unjudged.is_empty() {
        let findings = [("findings", unjudged.join(", ").into())];
        world.terminal.say(&words.say_with("feedback-unjudged", findings));
    }
    world.terminal.say(&words.say("feedback-how"));
    Ok(Done::Fine)
}

/// Writes the table to fill in; one that was filled in is moved aside.
fn write(world: &World, project: &Project, args: &args::Feedback) -> Result<Done, Failure> {
    let words = project.words;
    let target = world.target(words, args.format, args.out.as_deref())?;
    let table = table_to_fill_in(project, args.panel.as_deref(), &args.respondents);
    let table = world.expect(table, words)?;
    let out = target.file.as_deref();
    let make_room = |made: &[u8]| match out {
        Some(out) => world.expect(edited::make_room(&world.current.join(out), made), words),
        None => Ok(None),
    };
    let view = match target.format {
        Format::Text => View::plain(&table, &words),
        _ => columns(&words),
    };
    let basis = serde_json::json!({ "fingerprint": project.loaded.fingerprint });
    let tabular = Tabular::one(table, basis, view);
    let text = match target.format {
        Format::Text => Some(tabular.text(world.terminal.width(out))),
        format => tabular.to_fill_in(format, &words),
    };
    let Some(text) = text else {
        world.say_aside(&words, make_room(&[])?.as_deref());
        return tabular.deliver(world, project, &target);
    };
    world.say_aside(&words, make_room(text.as_bytes())?.as_deref());
    world.deliver(&words, out, &text)
}

/// What a workbook says of its columns: which of them are to be filled in, and with what.
fn columns(words: &Words) -> View {
    let notes =
        ["feedback-sheet-lead", "feedback-sheet-verdict", "feedback-sheet-remark", "feedback-sheet-back"];
    View { notes: notes.map(|key| words.say(key)).to_vec(), ..View::default() }
}
