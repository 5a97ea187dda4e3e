//! The log of a Taguette database: the only place where it says who coded what, and when.

use crate::coded::people::People;
use jiff::Timestamp;
use serde::Deserialize;
use std::collections::BTreeMap;

/// Who put which tag on which highlight, as the log tells.
#[derive(Default)]
pub(super) struct Log {
    /// Per highlight and tag, who first put it there and when; a tag that was taken away is gone.
    tags: BTreeMap<i64, BTreeMap<i64, Trace>>,
    /// Per highlight, who worked on it; nothing for several people.
    people: BTreeMap<i64, Option<usize>>,
    /// What tags were merged into.
    merged: BTreeMap<i64, i64>,
    /// Names of people by their logins.
    logins: Logins,
    /// How many entries could not be read, by what they call themselves.
    pub(super) unknown: BTreeMap<String, usize>,
}

/// Who did something, and when.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(super) struct Trace {
    /// Position among the coders.
    pub(super) coder: Option<usize>,
    /// When.
    pub(super) created: Option<Timestamp>,
}

/// What an entry says; the fields depend on its type.
#[derive(Deserialize)]
#[serde(default)]
#[derive(Default)]
struct Payload {
    #[serde(rename = "type")]
    kind: String,
    highlight_id: i64,
    tags: Vec<i64>,
    src_tag_id: i64,
    dest_tag_id: i64,
}

/// Entries that say nothing about who coded.
const OTHERS: [&str; 8] = [
    "project_meta",
    "document_add",
    "document_delete",
    "tag_add",
    "tag_delete",
    "member_add",
    "member_remove",
    "project_import",
];

impl Log {
    /// Adds the next entry of the log.
    pub(super) fn push(&mut self, login: &str, date: &str, payload: &str, people: &mut People) {
        let Ok(entry) = serde_json::from_str::<Payload>(payload) else {
            *self.unknown.entry("commands".to_owned()).or_default() += 1;
            return;
        };
        match entry.kind.as_str() {
            "highlight_add" => {
                let coder = self.logins.find(login, people);
                let trace = Trace { coder, created: crate::coded::moment::timestamp(date) };
                self.add_highlight(&entry, trace);
            }
            "highlight_delete" => {
                self.tags.remove(&entry.highlight_id);
                self.people.remove(&entry.highlight_id);
            }
            "tag_merge" => {
                self.merged.insert(entry.src_tag_id, entry.dest_tag_id);
            }
            kind if OTHERS.contains(&kind) => {}
            kind => *self.unknown.entry(format!("commands: {kind}")).or_default() += 1,
        }
    }

    /// A highlight is added once and written down anew whenever it or its tags change. Tags that stay keep their coder.
    fn add_highlight(&mut self, entry: &Payload, trace: Trace) {
        let before = self.tags.remove(&entry.highlight_id).unwrap_or_default();
        let kept = entry.tags.iter().map(|tag| (*tag, before.get(tag).copied().unwrap_or(trace)));
        self.tags.insert(entry.highlight_id, kept.collect());
        let known = self.people.entry(entry.highlight_id).or_insert(trace.coder);
        if *known != trace.coder {
            *known = None;
        }
    }

    /// Works out what became of tags that were merged: call it when the log is complete.
    pub(super) fn finish(&mut self) {
        let merged = std::mem::take(&mut self.merged);
        let mut ends: BTreeMap<i64, i64> = BTreeMap::new();
        for tag in merged.keys() {
            let (mut path, mut end) = (Vec::new(), *tag);
            while let Some(next) = merged.get(&end).filter(|_| path.len() < merged.len()) {
                if let Some(known) = ends.get(&end) {
                    end = *known;
                    break;
                }
                path.push(end);
                end = *next;
            }
            ends.extend(path.into_iter().map(|tag| (tag, end)));
        }
        for tags in self.tags.values_mut() {
            for (tag, trace) in std::mem::take(tags) {
                tags.entry(ends.get(&tag).copied().unwrap_or(tag)).or_insert(trace);
            }
        }
    }

    /// Returns who put a tag on a highlight. Where the log does not know this tag, it is whoever worked on the highlight,
    /// if that was one person.
    pub(super) fn coder_of(&self, highlight: i64, tag: i64) -> Trace {
        let found = self.tags.get(&highlight).and_then(|tags| tags.get(&tag).copied());
        found.unwrap_or_else(|| Trace { coder: self.maker_of(highlight), created: None })
    }

    /// Returns the one person who worked on a highlight.
    pub(super) fn maker_of(&self, highlight: i64) -> Option<usize> {
        self.people.get(&highlight).copied().flatten()
    }
}

/// Names of people by their logins. A login may be a mail address, and nobody needs that to tell coders apart.
#[derive(Default)]
struct Logins {
    coders: BTreeMap<String, Option<usize>>,
    names: BTreeMap<String, usize>,
}

impl Logins {
    fn find(&mut self, login: &str, people: &mut People) -> Option<usize> {
        if let Some(known) = self.coders.get(login) {
            return *known;
        }
        let name = login.split('@').next().unwrap_or_default().trim();
        let n_before = self.names.entry(name.to_owned()).or_default();
        *n_before += 1;
        let coder = match *n_before {
            1 => people.find(name),
            n => people.find(&format!("{name} ({n})")),
        };
        self.coders.insert(login.to_owned(), coder);
        coder
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn log(entries: &[(&str, &str)]) -> (Log, Vec<String>) {
        let (mut log, mut people) = (Log::default(), People::default());
        for (login, payload) in entries {
            log.push(login, "2024-01-15 10:00:00", payload, &mut people);
        }
        log.finish();
        (log, people.into_coders().into_iter().map(|coder| coder.name).collect())
    }

    #[test]
    fn whoever_put_a_tag_first_is_its_coder_also_when_tags_are_merged() {
        let (log, names) = log(&[
            ("anna@zorg.example", r#"{"type": "highlight_add", "highlight_id": 1, "tags": [10, 11]}"#),
            ("bea", r#"{"type": "highlight_add", "highlight_id": 1, "tags": [10, 12]}"#),
            ("bea", r#"{"type": "tag_merge", "src_tag_id": 12, "dest_tag_id": 13}"#),
            ("bea", r#"{"type": "tag_merge", "src_tag_id": 13, "dest_tag_id": 14}"#),
            ("anna@elders.example", r#"{"type": "highlight_add", "highlight_id": 2, "tags": []}"#),
            ("anna@elders.example", r#"{"type": "highlight_delete", "highlight_id": 3}"#),
            ("bea", r#"{"type": "tag_rename"}"#),
            ("bea", "[1"),
        ]);
        assert_eq!(names, ["anna", "bea", "anna (2)"]);
        assert_eq!(log.coder_of(1, 10).coder, Some(0));
        assert_eq!(log.coder_of(1, 14).coder, Some(1));
        assert_eq!(log.coder_of(1, 99).coder, None, "two people worked on it");
        assert_eq!(log.coder_of(2, 99).coder, Some(2));
        assert_eq!(log.coder_of(3, 10), Trace::default());
        assert_eq!(
            log.unknown,
            BTreeMap::from([("commands".to_owned(), 1), ("commands: tag_rename".to_owned(), 1)])
        );
    }

    #[test]
    fn tags_that_were_merged_in_a_circle_or_a_long_row_come_to_an_end() {
        let (mut log, mut people) = (Log::default(), People::default());
        for tag in 0..50_000 {
            let payload =
                format!(r#"{{"type": "tag_merge", "src_tag_id": {tag}, "dest_tag_id": {}}}"#, tag + 1);
            log.push("anna", "", &payload, &mut people);
        }
        log.push("anna", "", r#"{"type": "tag_merge", "src_tag_id": 50000, "dest_tag_id": 0}"#, &mut people);
        log.finish();
    }
}
