//! Exports of one chat from several telephones, merged into one text.
//!
//! Each telephone names people as its own address book does, and starts where its owner joined. A message that two
//! exports have is stored once, with the head and the label of the export that comes first.

use super::{Chat, Record, read, write};
use crate::clean::one_line;
use crate::imported::{Change, ExportCount, Imported};
use crate::{File, ReadOptions, recognise};
use draad_core::{Diagnostic, Place, Problem, UnitKind, diagnostic::Outcome};
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Reads exports of one chat, each a name and its bytes, and merges them into one text.
///
/// `person_of` returns who is meant by a label in a file (file first, then label); where it returns nothing, the same label
/// means the same person in all files. Messages are the same when they come from the same person in the same minute and
/// hold the same words; of pictures, calls, locations and removed messages only the kind is compared, because telephones
/// word them differently. Records stand in the order of their minutes, within a minute in that of their own export.
/// A label that means different people in different files gives way to the person, as `person_of` names them.
///
/// # Errors
/// Those of [`read`](crate::read), and `NotAChat` for a file of another kind.
pub fn read_merged(
    files: &[(&str, &[u8])],
    options: &ReadOptions,
    person_of: impl Fn(&str, &str) -> Option<String>,
) -> Outcome<Imported> {
    let mut merger = Merger::default();
    for (name, bytes) in files {
        let file = File { name, options };
        if bytes.is_empty() {
            return Err(file.fails(Problem::FileEmpty));
        }
        let format = options.format.unwrap_or_else(|| recognise(name, bytes));
        let chat = read(&file, format, bytes)?;
        merger.add(name, chat, |label| person_of(name, label));
    }
    let (first, _) = files.first().copied().unwrap_or_default();
    File { name: first, options }.filled(merger.finish())
}

/// The exports merged so far.
#[derive(Default)]
struct Merger {
    chat: Chat,
    /// Records in the order of their minutes.
    entries: Vec<Entry>,
    counts: Vec<ExportCount>,
    readings: Vec<String>,
    /// Whom each label means.
    people: BTreeMap<String, BTreeSet<String>>,
}

/// A record with what it takes to know it again in another export.
struct Entry {
    record: Record,
    minute: DateTime,
    /// Who sent it.
    person: Option<String>,
    /// What it holds: words, or a kind without them.
    parts: Vec<(UnitKind, String)>,
    /// The exports that have it, by position.
    exports: Vec<usize>,
}

type Key = (Option<String>, Vec<(UnitKind, String)>);

impl Merger {
    fn add(&mut self, name: &str, chat: Chat, person_of: impl Fn(&str) -> Option<String>) {
        let export = self.counts.len();
        let mut minute = chat.records.iter().find_map(|record| record.time).unwrap_or(DateTime::MIN);
        let mut entries = Vec::with_capacity(chat.records.len());
        for record in chat.records {
            minute = record.time.unwrap_or(minute);
            let person = record.sender.as_ref().map(|label| {
                let person = person_of(label).unwrap_or_else(|| label.clone());
                self.people.entry(label.clone()).or_default().insert(person.clone());
                person
            });
            entries.push(Entry::new(record, minute, person, export));
        }
        let mut notes = chat.notes;
        notes.report.change(Change::OutOfOrder, n_out_of_order(&entries), None);
        entries.sort_by_key(|entry| entry.minute);
        self.counts.push(ExportCount {
            file: name.to_owned(),
            n_records: entries.len(),
            ..ExportCount::default()
        });
        self.entries = merge(std::mem::take(&mut self.entries), entries, export);
        self.chat.preamble.extend(chat.preamble);
        self.chat.notes.report.absorb(notes.report);
        self.chat.notes.diagnostics.append(&mut notes.diagnostics);
        self.readings.push(notes.reading);
    }

    fn finish(mut self) -> Imported {
        let notes = &mut self.chat.notes;
        for entry in &self.entries {
            for &export in &entry.exports {
                let count = &mut self.counts[export];
                let is_shared = entry.exports.len() > 1;
                *(if is_shared { &mut count.n_shared } else { &mut count.n_alone }) += 1;
            }
        }
        let n_shared = self.entries.iter().filter(|entry| entry.exports.len() > 1).count();
        notes.report.change(Change::SharedMessages, n_shared, None);
        let lonely = |count: &&ExportCount| self.counts.len() > 1 && count.n_shared == 0;
        for count in self.counts.iter().filter(lonely) {
            let place = Place::file(&count.file);
            notes.diagnostics.push(Diagnostic::warning(place, Problem::ExportSharesNothing));
        }
        notes.reading = format!("merged from {}; {}", self.counts.len(), self.readings.join("; "));
        notes.report.exports = self.counts;
        let is_ambiguous = |label: &str| self.people.get(label).is_some_and(|people| people.len() > 1);
        for mut entry in self.entries {
            if entry.record.sender.as_deref().is_some_and(is_ambiguous) {
                entry.record.sender = entry.person;
            }
            self.chat.records.push(entry.record);
        }
        write(self.chat)
    }
}

impl Entry {
    fn new(record: Record, time: DateTime, person: Option<String>, export: usize) -> Self {
        let part = |kind: UnitKind, words: &str| match kind {
            UnitKind::Said | UnitKind::System | UnitKind::Header => (kind, one_line(words)),
            UnitKind::Media | UnitKind::Deleted | UnitKind::Call | UnitKind::Location => {
                (kind, String::new())
            }
        };
        let pieces = record.pieces.iter().map(|piece| (piece.kind, record.text[piece.range.clone()].trim()));
        let mut parts: Vec<_> =
            pieces.filter(|(_, words)| !words.is_empty()).map(|(kind, words)| part(kind, words)).collect();
        // One telephone puts the words with a picture before it, another after it.
        parts.sort();
        let person = person.filter(|_| parts.iter().any(|(kind, _)| *kind != UnitKind::System));
        let minute = time.with().second(0).subsec_nanosecond(0).build().unwrap_or(time);
        Self { record, minute, person, parts, exports: vec![export] }
    }

    fn key(&self) -> Key {
        (self.person.clone(), self.parts.clone())
    }
}

/// Returns how many entries stand after one that is later.
fn n_out_of_order(entries: &[Entry]) -> usize {
    let mut latest = DateTime::MIN;
    let is_late = |entry: &&Entry| {
        let is_late = entry.minute < latest;
        latest = latest.max(entry.minute);
        is_late
    };
    entries.iter().filter(is_late).count()
}

/// Merges the entries of `export` into those known, both in the order of their minutes.
fn merge(known: Vec<Entry>, new: Vec<Entry>, export: usize) -> Vec<Entry> {
    let mut merged = Vec::with_capacity(known.len() + new.len());
    let (mut known, mut new) = (VecDeque::from(known), VecDeque::from(new));
    while let Some(minute) = known.front().into_iter().chain(new.front()).map(|entry| entry.minute).min() {
        merge_minute(take_minute(&mut known, minute), take_minute(&mut new, minute), export, &mut merged);
    }
    merged
}

fn take_minute(entries: &mut VecDeque<Entry>, minute: DateTime) -> Vec<Entry> {
    let n = entries.iter().take_while(|entry| entry.minute == minute).count();
    entries.drain(..n).collect()
}

/// Merges the entries of one minute: what is new stands after what comes before it in its own export.
fn merge_minute(known: Vec<Entry>, new: Vec<Entry>, export: usize, merged: &mut Vec<Entry>) {
    let mut places: BTreeMap<Key, VecDeque<usize>> = BTreeMap::new();
    if !new.is_empty() {
        for (idx, entry) in known.iter().enumerate() {
            places.entry(entry.key()).or_default().push_back(idx);
        }
    }
    let mut slots: Vec<(Entry, Vec<Entry>)> = known.into_iter().map(|entry| (entry, Vec::new())).collect();
    let mut first = Vec::new();
    let mut last_shared = None;
    for entry in new {
        match places.get_mut(&entry.key()).and_then(VecDeque::pop_front) {
            Some(idx) => {
                slots[idx].0.exports.push(export);
                last_shared = Some(idx);
            }
            None => last_shared.map_or(&mut first, |idx: usize| &mut slots[idx].1).push(entry),
        }
    }
    if last_shared.is_none() {
        // Nothing says what came first: the export that was given first does.
        merged.extend(slots.into_iter().map(|(entry, _)| entry).chain(first));
        return;
    }
    merged.append(&mut first);
    for (entry, after) in slots {
        merged.push(entry);
        merged.extend(after);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::imported::Part;

    /// The telephone of Anna, who calls the others Mary and Tom.
    const FIRST: &str = "16-03-2022 15:10 - Berichten en oproepen worden end-to-end versleuteld.\n\
        16-03-2022 15:10 - Anna: Lorem ipsum dolor\n\
        16-03-2022 15:10 - Mary: sit amet\n\
        16-03-2022 15:11 - Tom: consectetur\nadipiscing\n\
        16-03-2022 15:12 - Mary: <Media weggelaten>\n\
        16-03-2022 15:13 - Anna: alleen bij Anna\n\
        17-03-2022 09:00 - Mary: ok\n\
        17-03-2022 09:00 - Mary: ok\n";
    /// The iPhone of Mary, who is Maria there, in whose address book Tom is called Anna, and who stayed longer.
    const SECOND: &str = "\u{200e}[16-03-2022 15:10:01] Groep: \u{200e}Berichten en oproepen worden end-to-end versleuteld.\r\n\
        [16-03-2022 15:10:20] Maria: sit  amet\r\n\
        [16-03-2022 15:10:30] Maria: alleen bij Maria\r\n\
        [16-03-2022 15:11:05] Anna: consectetur\nadipiscing\r\n\
        [16-03-2022 15:12:05] Maria: \u{200e}afbeelding weggelaten\r\n\
        [17-03-2022 09:00:01] Maria: ok\r\n\
        [18-03-2022 09:00:01] Maria2: later\r\n\
        [17-03-2022 10:00:01] Anna: te laat bezorgd\r\n";

    fn person(file: &str, label: &str) -> Option<String> {
        let person = match (file, label) {
            ("b.txt", "Anna") => "tom",
            (_, "Mary" | "Maria" | "Maria2") => "mary",
            (_, "Tom") => "tom",
            _ => return None,
        };
        Some(person.to_owned())
    }

    fn merged(files: &[(&str, &str)], person_of: fn(&str, &str) -> Option<String>) -> Imported {
        let files: Vec<(&str, &[u8])> = files.iter().map(|(name, text)| (*name, text.as_bytes())).collect();
        read_merged(&files, &ReadOptions::default(), person_of).unwrap()
    }

    fn said(imported: &Imported) -> Vec<(&str, &str)> {
        let words = |unit: &draad_core::Unit| &imported.text[unit.span.range()];
        imported.units.iter().map(|unit| (unit.speaker.as_deref().unwrap_or(""), words(unit))).collect()
    }

    #[test]
    fn a_message_that_both_have_is_stored_once() {
        let imported = merged(&[("a.txt", FIRST), ("b.txt", SECOND)], person);
        assert_eq!(
            said(&imported),
            [
                ("", "Berichten en oproepen worden end-to-end versleuteld."),
                ("Anna", "Lorem ipsum dolor"),
                ("Mary", "sit amet"),
                ("Maria", "alleen bij Maria"),
                ("Tom", "consectetur\nadipiscing"),
                ("Mary", "<Media weggelaten>"),
                ("Anna", "alleen bij Anna"),
                ("Mary", "ok"),
                ("Mary", "ok"),
                ("tom", "te laat bezorgd"),
                ("Maria2", "later"),
            ]
        );
        let report = &imported.report;
        let exports = report.exports.iter();
        let counts =
            exports.map(|export| (export.file.as_str(), export.n_records, export.n_shared, export.n_alone));
        assert_eq!(counts.collect::<Vec<_>>(), [("a.txt", 8, 5, 3), ("b.txt", 8, 5, 3)]);
        assert_eq!((report.read[&Part::Messages], report.changed[&Change::SharedMessages].n), (16, 5));
        assert_eq!(report.changed[&Change::OutOfOrder].n, 1);
        assert_eq!((report.kept[&Part::Messages], report.kept[&Part::Media]), (9, 1));
        assert_eq!(imported.reading, "merged from 2; whatsapp; d-m-y; android; whatsapp; d-m-y; iphone");
        assert_eq!(imported.diagnostics, []);
        assert_eq!(imported.units[3].time.unwrap().to_string(), "2022-03-16T15:10:30");
        assert!(imported.text.contains("\n[16-03-2022 15:10:30] Maria: alleen bij Maria\n"));
    }

    #[test]
    fn an_export_merged_with_itself_is_itself() {
        let once = merged(&[("a.txt", FIRST)], |_, _| None);
        let twice = merged(&[("a.txt", FIRST), ("a.txt", FIRST), ("a.txt", FIRST)], |_, _| None);
        assert_eq!((once.text, once.units), (twice.text, twice.units));
        assert_eq!(twice.report.exports[2].n_shared, 8);
    }

    #[test]
    fn exports_of_different_stretches_follow_each_other() {
        let (early, late) = ("16-03-2022 15:10 - Anna: vroeg\n", "17-03-2022 15:10 - Anna: laat\n");
        let imported = merged(&[("laat.txt", late), ("vroeg.txt", early)], |_, _| None);
        assert_eq!(said(&imported), [("Anna", "vroeg"), ("Anna", "laat")]);
        assert_eq!(imported.diagnostics[0].problem, Problem::ExportSharesNothing);
        assert_eq!(imported.diagnostics.len(), 2);
    }

    #[test]
    fn labels_of_different_people_are_never_joined() {
        let (first, second) = ("16-03-2022 15:10 - Mama: hoi\n", "16-03-2022 15:10 - Mama: hoi\n");
        let imported = merged(&[("a.txt", first), ("b.txt", second)], |file, _| Some(format!("mama-{file}")));
        assert_eq!(said(&imported), [("mama-a.txt", "hoi"), ("mama-b.txt", "hoi")]);
    }

    #[test]
    fn only_chats_are_merged() {
        let files: [(&str, &[u8]); 2] = [("a.txt", FIRST.as_bytes()), ("b.md", b"# Verslag")];
        let problem = read_merged(&files, &ReadOptions::default(), |_, _| None).unwrap_err();
        assert_eq!((problem.problem, problem.place), (Problem::NotAChat, Place::file("b.md")));
    }
}
