//! The import report: what was read, kept, changed and dropped, each by name.

use super::{ImportedFile, Reanchored, Summary, comments};
use crate::{coded, reading, records, survey};
use draad_core::{Attribute, Diagnostic, Settings, filter::list};
use draad_ingest::{ImportReport, Part, Tally};
use draad_words::Words;

/// How many corrected or lost passages are shown of each source; the tables have them all.
const MAX_PASSAGES: usize = 20;
/// How many files with the same problem are named on the terminal; the report names them all.
const MAX_FILES: usize = 3;

/// Returns what an import did, as Markdown.
pub fn markdown(words: &Words, settings: &Settings, summary: &Summary) -> String {
    let mut text = format!("# {}\n\n{}\n", words.say("import-report"), headline(words, summary));
    for case in &summary.new_cases {
        text += &format!("\n- {}", words.say_with("import-new-case", [("case", case.to_string().into())]));
    }
    for (line, diagnostics) in tables(words, summary) {
        text += &format!("\n- {line}\n");
        text += &diagnostics.iter().map(|one| advice_line(words, one)).collect::<String>();
    }
    for line in replaced_values(summary) {
        text += &format!("  - {line}\n");
    }
    for imported in &summary.imported {
        text += &format!("\n## {}\n\n{}\n\n", imported.source, file_line(words, settings, imported));
        for line in details(words, imported) {
            text += &format!("- {}\n", line.replace('\n', " "));
        }
        text += &imported.diagnostics.iter().map(|one| advice_line(words, one)).collect::<String>();
    }
    for project in &summary.projects {
        text += &coded::report::markdown(words, project);
        text += &project.diagnostics.iter().map(|one| advice_line(words, one)).collect::<String>();
    }
    for (file, source) in &summary.known {
        let args = [("file", file.as_str().into()), ("source", source.as_str().into())];
        text += &format!("\n- {}\n", words.say_with("import-known", args));
    }
    if !summary.refused.is_empty() {
        text += &format!("\n## {}\n\n", words.say("import-refused"));
        text += &summary.refused.iter().map(|one| advice_line(words, one)).collect::<String>();
    }
    text
}

/// Puts together what is wrong with several files in just the same way: each problem once, with the files it is about.
pub fn grouped(words: &Words, diagnostics: &[Diagnostic]) -> Vec<Diagnostic> {
    let mut groups: Vec<(Diagnostic, Vec<String>)> = Vec::new();
    for diagnostic in diagnostics {
        let is_same = |group: &&mut (Diagnostic, Vec<String>)| {
            let (first, is_file) = (&group.0, diagnostic.place.line.is_none());
            is_file && first.place.line.is_none() && first.problem == diagnostic.problem
        };
        match groups.iter_mut().find(is_same) {
            Some((_, files)) => files.push(diagnostic.place.file.clone()),
            None => groups.push((diagnostic.clone(), vec![diagnostic.place.file.clone()])),
        }
    }
    let joined = |(mut diagnostic, files): (Diagnostic, Vec<String>)| {
        let shown = files.iter().take(MAX_FILES).cloned().collect::<Vec<_>>().join(", ");
        let n_more = files.len().saturating_sub(MAX_FILES);
        let more = [("files", shown.as_str().into()), ("n", n_more.into())];
        diagnostic.place.file =
            if n_more == 0 { shown.clone() } else { words.say_with("files-and-more", more) };
        diagnostic
    };
    groups.into_iter().map(joined).collect()
}

fn advice_line(words: &Words, diagnostic: &Diagnostic) -> String {
    let help = words.advice(&diagnostic.problem).help;
    format!("- {} {help}\n", words.line(diagnostic).replace('\n', " "))
}

/// Returns what became of tables of records and of surveys: each a line, and what is wrong with their rows.
pub fn tables(words: &Words, summary: &Summary) -> Vec<(String, Vec<Diagnostic>)> {
    let records = summary.records.iter().map(|table| {
        let kind: &str = (&table.kind).into();
        let args =
            [("file", table.file.as_str().into()), ("what", words.say(&format!("records-{kind}")).into())];
        let line = format!("{}: {}", words.say_with("import-records", args), updated(words, &table.updated));
        let line = line + &new_attributes(words, &table.new_attributes);
        let found = [&table.diagnostics, &table.updated.refused, &table.updated.warnings];
        (line, found.into_iter().flatten().cloned().collect())
    });
    let surveys = summary.surveys.iter().map(|survey| {
        let args = [
            ("file", survey.file.as_str().into()),
            ("reading", reading::in_words(words, &survey.reading).into()),
            ("sources", survey.sources.len().into()),
            ("unchanged", survey.n_unchanged.into()),
        ];
        let mut line = words.say_with("import-survey", args);
        for (key, done) in [("records-attributes", &survey.attributes), ("records-scores", &survey.scores)] {
            if !done.is_empty() || done.n_unchanged > 0 {
                line += &format!("; {}: {}", words.say(key), updated(words, done));
            }
        }
        line += &new_attributes(words, &survey.new_attributes);
        let rows = [&survey.attributes.refused, &survey.scores.refused, &survey.attributes.warnings];
        let found = [&survey.diagnostics, &survey.refused].into_iter().chain(rows).flatten();
        (line, found.chain(&survey.scores.warnings).cloned().collect())
    });
    records.chain(surveys).collect()
}

fn updated(words: &Words, done: &records::Updated) -> String {
    let args = [
        ("added", done.added.len().into()),
        ("changed", done.changed.len().into()),
        ("unchanged", done.n_unchanged.into()),
        ("refused", done.n_refused_rows.into()),
    ];
    words.say_with("import-updated", args)
}

fn new_attributes(words: &Words, new: &[Attribute]) -> String {
    if new.is_empty() {
        return String::new();
    }
    let names = list(new.iter().map(|attribute| &attribute.id));
    format!("; {}", words.say_with("import-new-attributes", [("attributes", names.into())]))
}

/// Returns the values that tables of records and surveys replaced, a line each.
pub fn replaced_values(summary: &Summary) -> Vec<String> {
    let records = summary.records.iter().map(|table| &table.updated);
    let surveys = summary.surveys.iter().flat_map(|survey| [&survey.attributes, &survey.scores]);
    let changes = records.chain(surveys).flat_map(|done| &done.changed);
    changes.map(|one| format!("{} · {}: {} → {}", one.row, one.column, one.from, one.to)).collect()
}

/// Returns what an import did, in one line.
pub fn headline(words: &Words, summary: &Summary) -> String {
    let args = [
        ("n", n_done(summary).into()),
        ("known", summary.known.len().into()),
        ("empty", n_tables_empty(summary).into()),
        ("refused", summary.refused.len().into()),
    ];
    words.say_with("import-summary", args)
}

/// Returns how many files something came of, or would.
pub fn n_done(summary: &Summary) -> usize {
    let (records, surveys) = (summary.records.iter(), summary.surveys.iter());
    let n_tables = records.filter(|one| came(&one.updated)).count() + surveys.filter(|one| any(one)).count();
    summary.imported.len() + n_tables + summary.n_surveys_planned + summary.projects.len()
}

/// Returns from how many tables nothing was taken.
pub fn n_tables_empty(summary: &Summary) -> usize {
    let n_tables = summary.records.len() + summary.surveys.len() + summary.n_surveys_planned;
    summary.imported.len() + n_tables + summary.projects.len() - n_done(summary)
}

fn came(updated: &records::Updated) -> bool {
    !updated.is_empty() || updated.n_unchanged > 0
}

fn any(survey: &survey::Summary) -> bool {
    !survey.sources.is_empty()
        || survey.n_unchanged > 0
        || came(&survey.attributes)
        || came(&survey.scores)
        || !survey.new_cases.is_empty()
        || !survey.new_participants.is_empty()
}

/// Returns what became of a file, in one line.
pub fn file_line(words: &Words, settings: &Settings, imported: &ImportedFile) -> String {
    let args = [
        ("file", imported.file.as_str().into()),
        ("source", imported.source.as_str().into()),
        ("kind", settings.kind_name(&imported.kind, words.language).into()),
        ("reading", reading::in_words(words, &imported.reading).into()),
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
    let sections = filled.map(|(key, items)| format!("{}: {}", words.say(key), items.join(", ")));
    let exports = report.exports.iter().map(|export| {
        let args = [
            ("file", export.file.as_str().into()),
            ("n", export.n_records.into()),
            ("shared", export.n_shared.into()),
            ("alone", export.n_alone.into()),
        ];
        words.say_with("import-export", args)
    });
    sections.chain(exports).collect()
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
    let n_codings = moved.n_kept + moved.corrected.len() + moved.lost.len();
    let mut lines: Vec<String> =
        (n_codings > 0).then(|| words.say_with("import-reanchored", args)).into_iter().collect();
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
        ("anonymous", made.n_anonymous.into()),
    ];
    (*made != comments::Made::default()).then(|| words.say_with("import-comments", args))
}
