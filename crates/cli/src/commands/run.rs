//! `draad run`

use super::World;
use crate::{Done, Failure, args};
use draad_app::run::{Refused, run as run_all};
use draad_core::{Diagnostic, Severity};
use draad_words::Words;
use indexmap::IndexMap;

/// How many of the files that could not be written are told one by one.
const SHOWN: usize = 5;

pub(crate) fn run(world: &World, args: &args::Run) -> Result<Done, Failure> {
    let project = world.open()?;
    let words = project.words;
    let progress = world.terminal.progress(words);
    let ran = world.expect(run_all(&project, args.all, &*progress), words)?;
    refusals(&words, &ran.refused).iter().for_each(|line| world.terminal.say(line));
    ran.set_aside.iter().for_each(|path| world.say_aside(&words, Some(path)));
    unwritten(world, &words, &ran.unwritten);
    let key = if ran.was_current { "run-current" } else { "run-made" };
    let folder = ran.folder.display().to_string();
    let args = [("n", ran.files.len().into()), ("written", ran.n_written.into()), ("folder", folder.into())];
    world.terminal.headline(&words.say_with(key, args));
    let is_whole = ran.unwritten.is_empty() && !ran.refused.iter().any(|refused| refused.is_own);
    Ok(if is_whole && project.count(Severity::Error) == 0 { Done::Fine } else { Done::WithProblems })
}

/// Says which files could not be written.
fn unwritten(world: &World, words: &Words, failures: &[Diagnostic]) {
    for failure in failures.iter().take(SHOWN) {
        world.terminal.diagnostic(words, failure);
    }
    if failures.len() > SHOWN {
        let n = failures.len() - SHOWN;
        world.terminal.say(&words.say_with("run-unwritten-more", [("n", n.into())]));
    }
}

/// Says why tables, figures and reports were not made: of one of the study's own what to do, of the others only that they do not
/// apply, those with the same reason in one line.
fn refusals(words: &Words, all: &[Refused]) -> Vec<String> {
    let (own, others): (Vec<&Refused>, Vec<&Refused>) = all.iter().partition(|refused| refused.is_own);
    let mut reasons: IndexMap<&str, Vec<&str>> = IndexMap::new();
    for refused in others {
        reasons.entry(refused.reason.trim_end_matches('.')).or_default().push(&refused.name);
    }
    let not_applicable = reasons.into_iter().map(|(reason, names)| {
        words.say_with("run-not-applicable", [("name", names.join(", ").into()), ("reason", reason.into())])
    });
    let to_mend = own.into_iter().map(|Refused { reason, help, .. }| {
        words.say_with("run-refused", [("reason", reason.as_str().into())]) + "\n  " + help
    });
    not_applicable.chain(to_mend).collect()
}
