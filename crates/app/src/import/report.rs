//! The import report: what was read, kept, changed and dropped, each by name.

use super::{ImportedFile, Reanchored, Summary, comments};
use draad_ingest::{ImportReport, Part, Tally};
use draad_words::Words;

/// How many corrected or lost passages are shown of each source; the tables have them all.
const MAX_PASSAGES: usize = 20;

/// Returns what an import did, as Markdown.
pub fn markdown(words: &Words, summary: &Summary) -> String {
    let mut text = format!("# {}\n\n{}\n", words.say("import-report"), headline(words, summary));
    for case in &summary.new_cases {
        text += &format!("\n- {}", words.say_with("import-new-case", [("case", case.to_string().into())]));
    }
    for imported in &summary.imported {
        text += &format!("\n## {}\n\n{}\n\n", imported.source, file_line(words, imported));
        for line in details(words, imported) {
            text += &format!("- {}\n", line.replace('\n', " "));
        }
        for diagnostic in &imported.diagnostics {
            let help = words.advice(&diagnostic.problem).help;
            text += &format!("- {} {help}\n", words.line(diagnostic).replace('\n', " "));
        }
    }
    if !summary.refused.is_empty() {
        text += &format!("\n## {}\n\n", words.say("import-refused"));
        for diagnostic in &summary.refused {
            let help = words.advice(&diagnostic.problem).help;
            text += &format!("- {} {help}\n", words.line(diagnostic).replace('\n', " "));
        }
    }
    text
}

/// Returns what an import did, in one line.
pub fn headline(words: &Words, summary: &Summary) -> String {
    let args = [
        ("n", summary.imported.len().into()),
        ("known", summary.known.len().into()),
        ("refused", summary.refused.len().into()),
    ];
    words.say_with("import-summary", args)
}

/// Returns what became of a file, in one line.
pub fn file_line(words: &Words, imported: &ImportedFile) -> String {
    let args = [
        ("file", imported.file.as_str().into()),
        ("source", imported.source.as_str().into()),
        ("kind", imported.kind.as_str().into()),
        ("reading", imported.reading.as_str().into()),
        ("units", imported.n_units.into()),
        ("chars", imported.n_chars.into()),
    ];
    let key = if imported.reanchored.is_some() { "import-file-replaced" } else { "import-file" };
    words.say_with(key, args)
}

/// Returns the rest of what is to be said of a file, a line each.
pub fn details(words: &Words, imported: &ImportedFile) -> Vec<String> {
    let mut lines = counts(words, &imported.report);
    lines.extend(moved_lines(words, imported));
    lines.extend(comment_line(words, &imported.comments));
    for speaker in &imported.speakers {
        let args = [("label", speaker.label.as_str().into()), ("n", speaker.n_units.into())];
        lines.push(match &speaker.participant {
            Some(participant) => format!("{} → {participant}", words.say_with("import-speaker", args)),
            None => words.say_with("import-speaker-unknown", args),
        });
    }
    lines
}

fn counts(words: &Words, report: &ImportReport) -> Vec<String> {
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

/// Returns what became of the codings of a corrected source, a line each.
pub fn moved_lines(words: &Words, imported: &ImportedFile) -> Vec<String> {
    imported.reanchored.iter().flat_map(|moved| moved_of(words, moved)).collect()
}

fn moved_of(words: &Words, moved: &Reanchored) -> Vec<String> {
    let args = [
        ("kept", moved.n_kept.into()),
        ("corrected", moved.corrected.len().into()),
        ("lost", moved.lost.len().into()),
    ];
    let mut lines = vec![words.say_with("import-reanchored", args)];
    let coding = |code: &dyn std::fmt::Display, coder: &dyn std::fmt::Display| format!("{code} ({coder})");
    for one in moved.corrected.iter().take(MAX_PASSAGES) {
        lines.push(format!("{}: “{}” → “{}”", coding(&one.code, &one.coder), one.before, one.after));
    }
    for one in moved.lost.iter().take(MAX_PASSAGES) {
        let args = [("coding", coding(&one.code, &one.coder).into()), ("quote", one.quote.as_str().into())];
        lines.push(words.say_with("import-coding-lost", args));
    }
    if let Some(file) = &moved.lost_file {
        lines.push(words.say_with("import-lost-file", [("file", file.as_str().into())]));
    }
    for (place, quote) in &moved.homeless {
        let args = [("place", place.as_str().into()), ("quote", quote.as_str().into())];
        lines.push(words.say_with("import-homeless", args));
    }
    lines
}

fn comment_line(words: &Words, made: &comments::Made) -> Option<String> {
    let args = [
        ("memos", made.n_memos.into()),
        ("codings", made.n_codings.into()),
        ("known", made.n_known.into()),
        ("left", made.n_left_out.into()),
    ];
    (*made != comments::Made::default()).then(|| words.say_with("import-comments", args))
}
