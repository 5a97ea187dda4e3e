//! `draad check`

use super::World;
use crate::{Done, Failure, args};
use draad_app::format::Format;
use draad_app::output::{Column, ColumnKind, Table, Value};
use draad_app::tables::check_by_computing;
use draad_core::{Diagnostic, Severity};
use draad_words::Words;

pub(crate) fn run(world: &World, args: &args::Check) -> Result<Done, Failure> {
    let mut project = world.open_quietly()?;
    check_by_computing(&mut project);
    draad_app::adjudication::check(&mut project);
    let words = &project.words;
    let target = world.target(*words, args.format, args.out.as_deref())?;
    let out = target.file.as_deref();
    match target.format {
        Format::Text => {
            world.deliver(words, out, &text(words, project.diagnostics()))?;
            let counts =
                [Severity::Error, Severity::Warning, Severity::Note].map(|severity| project.count(severity));
            let [errors, warnings, notes] = counts.map(Into::into);
            let args = [("errors", errors), ("warnings", warnings), ("notes", notes)];
            world.terminal.headline(&words.say_with("check-summary", args));
        }
        Format::Json => _ = world.deliver(words, out, &json(words, project.diagnostics()))?,
        _ => _ = world.list(&project, &target, table(words, project.diagnostics()))?,
    }
    Ok(if project.count(Severity::Error) > 0 { Done::WithProblems } else { Done::Fine })
}

/// Each problem with what to do; advice for several in a row stands below the last of them.
fn text(words: &Words, diagnostics: &[Diagnostic]) -> String {
    let mut found = diagnostics.iter().peekable();
    let mut text = String::new();
    while let Some(diagnostic) = found.next() {
        text += &format!("{}\n", line(words, diagnostic));
        let help = words.advice(&diagnostic.problem).help;
        if found.peek().is_none_or(|next| words.advice(&next.problem).help != help) {
            text += &format!("  {help}\n");
        }
    }
    text
}

fn line(words: &Words, diagnostic: &Diagnostic) -> String {
    let style = crate::terminal::severity_style(diagnostic.severity);
    let line = words.line(diagnostic);
    let (severity, rest) = line.split_once(": ").unwrap_or(("", &line));
    format!("{style}{severity}{style:#}: {rest}")
}

fn table(words: &Words, diagnostics: &[Diagnostic]) -> Table {
    let columns = ["severity", "file", "line", "column", "message", "help", "problem"];
    let kind = |name| if name == "line" { ColumnKind::Integer } else { ColumnKind::Text };
    let row = |diagnostic: &Diagnostic| {
        let severity: &str = diagnostic.severity.into();
        let advice = words.advice(&diagnostic.problem);
        let place = &diagnostic.place;
        vec![
            Value::text(severity),
            Value::words(&place.file),
            place.line.map_or(Value::Nothing, Value::from),
            place.column.clone().into(),
            Value::Text(advice.message),
            Value::Text(advice.help),
            Value::text(<&str>::from(&diagnostic.problem)),
        ]
    };
    let columns = columns.map(|name| Column::new(name, kind(name))).into();
    Table { name: "problems", columns, rows: diagnostics.iter().map(row).collect() }
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
