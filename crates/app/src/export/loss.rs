//! The loss report: what stands beside every export, and says what of the study is not in it.

use super::Format;
use crate::Project;
use crate::coded::report::{Counts, counts, reason_sentence, thing_name};
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
        text += &format!("\n{}\n", thing_name(words, thing));
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

/// Returns what was left out or changed in one line per kind of thing. The lines of the report may be about parts of a thing,
/// such as a column of the sources; here things of the study are counted, each once.
pub(super) fn summary(words: &Words, left: &Reconciliation) -> Vec<String> {
    let counts: BTreeMap<Thing, Counts> = counts(left).into_iter().collect();
    let line = |(thing, entries): (Thing, Vec<&Entry>)| {
        let name = ("thing", thing_name(words, thing).into());
        let counts = counts.get(&thing).copied().unwrap_or_default();
        let Some(claimed) = counts.claimed else {
            let n = |count: usize| count.into();
            return words.say_with(
                "loss-summary",
                [name, ("changed", n(counts.changed)), ("dropped", n(counts.dropped))],
            );
        };
        let written = counts.read.unwrap_or(claimed - counts.dropped).min(claimed);
        // Whoever tells how many were written names parts of those; otherwise each line is about a whole thing.
        let is_of_rest = |entry: &&Entry| entry.fate == Fate::Changed || counts.read.is_some();
        let n_of_rest: usize = entries.iter().copied().filter(is_of_rest).map(|entry| entry.n).sum();
        let dropped = if counts.read.is_some() { claimed - written } else { 0 };
        let is_whole = written == 0 || n_of_rest <= dropped;
        let args = [
            name,
            ("written", written.into()),
            ("claimed", claimed.into()),
            ("partly", usize::from(!is_whole).into()),
        ];
        words.say_with("loss-summary-of", args)
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
    let times = if entry.n > 1 { format!(" (×{})", entry.n) } else { String::new() };
    let reason = reason_sentence(words, entry.reason, &entry.detail);
    let reason = if reason.is_empty() { reason } else { format!(": {}", capitalised(&reason)) };
    let name = if entry.name.is_empty() { "–" } else { &entry.name };
    format!("{name}{times}, {fate}{reason}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Language;
    use draad_ingest::coded::Reason;

    #[test]
    fn what_is_left_out_of_a_source_is_no_source_left_out() {
        let mut left = Reconciliation::default();
        left.claim(Thing::Sources, 3);
        left.read(Thing::Sources, 3);
        left.add_many(3, Thing::Sources, "kind", Fate::Changed, Reason::InNote, "");
        left.add_many(2, Thing::Sources, "date", Fate::Changed, Reason::InNote, "");
        left.add_many(3, Thing::Sources, "origin_file", Fate::Dropped, Reason::LeftOutAsPersonal, "");
        let lines = summary(&Words::new(Language::En), &left);
        assert_eq!(lines, ["Sources: 3 of 3 went along, not everything as it stands in the study"]);
    }

    #[test]
    fn what_was_dropped_is_taken_off_what_the_study_holds() {
        let mut left = Reconciliation::default();
        left.claim(Thing::Memos, 5);
        left.lose(Thing::Memos, "a", Reason::NoPlaceInFormat, "");
        left.lose(Thing::Memos, "b", Reason::NoPlaceInFormat, "");
        left.lose(Thing::TextBetweenUnits, "p01", Reason::OnlyInTexts, "7");
        let words = Words::new(Language::En);
        let between = words.say("thing-text-between-units");
        let expected = ["Memos: 3 of 5 went along".to_owned(), format!("{between}: 1 left out")];
        assert_eq!(summary(&words, &left), expected);
    }
}
