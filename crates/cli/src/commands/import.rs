//! `draad import`

use super::World;
use crate::progress::Bars;
use crate::{Done, Failure, args};
use draad_app::import::{DateOrder, ImportReport, Part, Tally};
use draad_app::import::{ImportedFile, Request, Summary, import};
use draad_words::Words;

pub(crate) fn run(world: &World, args: args::Import) -> Result<Done, Failure> {
    let mut project = world.open()?;
    let words = project.words;
    let bars = Bars::new(words, world.terminal.watched);
    let request = request(args);
    let summary = world.expect(import(&mut project, &request, &bars), words)?;
    say(world, &words, &summary);
    Ok(if summary.refused.is_empty() { Done::Fine } else { Done::WithProblems })
}

fn request(args: args::Import) -> Request {
    Request {
        files: args.files,
        cases: args.case,
        add_cases: args.new_case,
        kind: args.kind,
        phase: args.phase,
        date: args.date,
        participants: args.participant,
        speakers: args.speaker,
        date_order: args.dates.map(|order| match order {
            args::DateOrder::Dmy => DateOrder::DayMonthYear,
            args::DateOrder::Mdy => DateOrder::MonthDayYear,
            args::DateOrder::Ymd => DateOrder::YearMonthDay,
        }),
        text_column: args.text_column,
        name: args.name,
    }
}

fn say(world: &World, words: &Words, summary: &Summary) {
    for case in &summary.new_cases {
        world.terminal.say(&words.say_with("import-new-case", [("case", case.to_string().into())]));
    }
    for imported in &summary.imported {
        say_file(world, words, imported);
    }
    for diagnostic in &summary.refused {
        world.terminal.diagnostic(words, diagnostic);
    }
    let args = [("n", summary.imported.len().into()), ("refused", summary.refused.len().into())];
    world.terminal.headline(&words.say_with("import-summary", args));
}

fn say_file(world: &World, words: &Words, imported: &ImportedFile) {
    let args = [
        ("file", imported.file.as_str().into()),
        ("source", imported.source.as_str().into()),
        ("kind", imported.kind.as_str().into()),
        ("reading", imported.reading.as_str().into()),
        ("units", imported.n_units.into()),
        ("chars", imported.n_chars.into()),
    ];
    world.terminal.headline(&words.say_with("import-file", args));
    for line in report_lines(words, &imported.report) {
        world.terminal.say(&format!("  {line}"));
    }
    for speaker in &imported.speakers {
        let args = [("label", speaker.label.as_str().into()), ("n", speaker.n_units.into())];
        let line = match &speaker.participant {
            Some(participant) => format!("{} → {participant}", words.say_with("import-speaker", args)),
            None => words.say_with("import-speaker-unknown", args),
        };
        world.terminal.say(&format!("  {line}"));
    }
    for diagnostic in &imported.diagnostics {
        world.terminal.diagnostic(words, diagnostic);
    }
}

/// The import report: read, kept, changed and dropped, each by name.
fn report_lines(words: &Words, report: &ImportReport) -> Vec<String> {
    let counted = |key: String, n: usize| words.say_with(&key, [("n", n.into())]);
    let part = |(part, n): (&Part, &usize)| counted(format!("part-{}", <&str>::from(part)), *n);
    let tally = |key: String, tally: &Tally| {
        let examples = tally.examples.join("; ");
        let shown = if examples.is_empty() { String::new() } else { format!(" ({examples})") };
        counted(key, tally.n) + &shown
    };
    let changed = report.changed.iter().map(|(what, n)| tally(format!("change-{}", <&str>::from(what)), n));
    let dropped = report.dropped.iter().map(|(what, n)| tally(format!("loss-{}", <&str>::from(what)), n));
    let sections: [(&str, Vec<String>); 4] = [
        ("import-read", report.read.iter().map(part).collect()),
        ("import-kept", report.kept.iter().map(part).collect()),
        ("import-changed", changed.collect()),
        ("import-dropped", dropped.collect()),
    ];
    let filled = sections.into_iter().filter(|(_, items)| !items.is_empty());
    filled.map(|(key, items)| format!("{}: {}", words.say(key), items.join(", "))).collect()
}
