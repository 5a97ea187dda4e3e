//! `draad check`

use super::World;
use crate::args::ListFormat;
use crate::{Done, Failure, args};
use draad_app::tables::check_by_computing;
use draad_core::{Diagnostic, Severity};
use draad_words::Words;

pub(crate) fn run(world: &World, args: &args::Check) -> Result<Done, Failure> {
    let mut project = world.open_quietly()?;
    check_by_computing(&mut project);
    draad_app::adjudication::check(&mut project);
    let words = &project.words;
    match args.format {
        ListFormat::Text => {
            let mut found = project.diagnostics().iter().peekable();
            while let Some(diagnostic) = found.next() {
                let help = words.advice(&diagnostic.problem).help;
                // Advice for several in a row stands below the last of them.
                let goes_on = found.peek().is_some_and(|next| words.advice(&next.problem).help == help);
                let advice = if goes_on { String::new() } else { format!("\n  {help}") };
                world.print(words, &(text(words, diagnostic) + &advice))?;
            }
            let counts =
                [Severity::Error, Severity::Warning, Severity::Note].map(|severity| project.count(severity));
            let [errors, warnings, notes] = counts.map(Into::into);
            let args = [("errors", errors), ("warnings", warnings), ("notes", notes)];
            world.terminal.headline(&words.say_with("check-summary", args));
        }
        ListFormat::Csv => world.print(words, &csv(words, project.diagnostics()))?,
        ListFormat::Json => world.print(words, &json(words, project.diagnostics()))?,
    }
    Ok(if project.count(Severity::Error) > 0 { Done::WithProblems } else { Done::Fine })
}

fn text(words: &Words, diagnostic: &Diagnostic) -> String {
    let style = crate::terminal::severity_style(diagnostic.severity);
    let line = words.line(diagnostic);
    let (severity, rest) = line.split_once(": ").unwrap_or(("", &line));
    format!("{style}{severity}{style:#}: {rest}")
}

fn csv(words: &Words, diagnostics: &[Diagnostic]) -> String {
    let header = ["severity", "file", "line", "column", "message", "help"].map(str::to_owned).to_vec();
    let row = |diagnostic: &Diagnostic| {
        let severity: &str = diagnostic.severity.into();
        let advice = words.advice(&diagnostic.problem);
        let place = &diagnostic.place;
        let line = place.line.map(|line| line.to_string()).unwrap_or_default();
        vec![
            severity.to_owned(),
            place.file.clone(),
            line,
            place.column.clone().unwrap_or_default(),
            advice.message,
            advice.help,
        ]
    };
    draad_app::output::records(std::iter::once(header).chain(diagnostics.iter().map(row)))
}

fn json(words: &Words, diagnostics: &[Diagnostic]) -> String {
    let item = |diagnostic: &Diagnostic| {
        let advice = words.advice(&diagnostic.problem);
        let mut item = serde_json::to_value(diagnostic).expect("diagnostics have plain fields");
        item["message"] = advice.message.into();
        item["help"] = advice.help.into();
        item
    };
    let items: Vec<_> = diagnostics.iter().map(item).collect();
    serde_json::to_string_pretty(&items).expect("plain values can be written")
}
