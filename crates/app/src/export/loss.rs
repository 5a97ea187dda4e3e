//! The loss report: what stands beside every export, and says what of the study is not in it.

use super::Format;
use crate::Project;
use crate::flags::flags;
use draad_core::Filter;
use draad_ingest::coded::{Entry, Fate, Reconciliation, Thing};
use draad_words::{Words, capitalised};
use std::collections::BTreeMap;

/// Returns the report as text in the language of the words.
pub(super) fn report(project: &Project, format: Format, filter: &Filter, left: &Reconciliation) -> String {
    let (words, study) = (&project.words, project.study());
    let mut text = words.say_with("loss-title", [("study", study.settings.title.clone().into())]) + "\n\n";
    for line in [
        words.say_with("loss-format", [("format", <&str>::from(format).into())]),
        words.say_with("loss-study", [("hash", project.loaded.fingerprint.clone().into())]),
        words.say_with("loss-version", [("version", env!("CARGO_PKG_VERSION").into())]),
        filter_line(words, filter),
    ] {
        text += &format!("{line}\n");
    }
    for (thing, entries) in by_thing(left) {
        let name: &str = thing.into();
        text += &format!("\n{}\n", words.say(&format!("thing-{name}")));
        for entry in entries {
            text += &format!("- {}\n", line(words, entry));
        }
    }
    if losses(left).next().is_none() {
        text += &format!("\n{}\n", words.say("loss-nothing"));
    }
    text += &format!("\n{}\n", words.say("loss-never"));
    text
}

/// Returns what was left out or changed in one line per kind of thing.
pub(super) fn summary(words: &Words, left: &Reconciliation) -> Vec<String> {
    let line = |(thing, entries): (Thing, Vec<&Entry>)| {
        let name: &str = thing.into();
        let n = |fate| entries.iter().filter(|entry| entry.fate == fate).map(|entry| entry.n).sum::<usize>();
        let args = [
            ("thing", words.say(&format!("thing-{name}")).into()),
            ("changed", n(Fate::Changed).into()),
            ("dropped", n(Fate::Dropped).into()),
        ];
        words.say_with("loss-summary", args)
    };
    by_thing(left).into_iter().map(line).collect()
}

/// Returns what a filter lets through, as flags.
pub(super) fn filter_line(words: &Words, filter: &Filter) -> String {
    match flags(filter).trim() {
        "" => words.say("loss-no-filter"),
        flags => words.say_with("loss-filter", [("filter", flags.to_owned().into())]),
    }
}

fn losses(left: &Reconciliation) -> impl Iterator<Item = &Entry> {
    left.entries.iter().filter(|entry| entry.fate != Fate::Kept)
}

fn by_thing(left: &Reconciliation) -> BTreeMap<Thing, Vec<&Entry>> {
    let mut things: BTreeMap<Thing, Vec<&Entry>> = BTreeMap::new();
    for entry in losses(left) {
        things.entry(entry.thing).or_default().push(entry);
    }
    things
}

fn line(words: &Words, entry: &Entry) -> String {
    let fate = words.say(match entry.fate {
        Fate::Changed => "import-changed",
        _ => "import-dropped",
    });
    let reason = entry.reason.map(|reason| {
        let name: &str = reason.into();
        words.say_with(&format!("reason-{name}"), [("detail", entry.detail.clone().into())])
    });
    let times = if entry.n > 1 { format!(" (×{})", entry.n) } else { String::new() };
    let reason = reason.map_or(String::new(), |reason| format!(": {}", capitalised(&reason)));
    let name = if entry.name.is_empty() { "–" } else { &entry.name };
    format!("{name}{times}, {fate}{reason}")
}
