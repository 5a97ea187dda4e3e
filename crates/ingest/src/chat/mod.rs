//! Chats, whatever program exported them: a reader makes records, and one writer makes the stored text of them.
//!
//! A record's text is a line of the stored text (or several, when the message has line breaks): moment, sender and words.
//! Programs that export text keep theirs as written, minus invisible marks; for the others it is composed as
//! `12-03-2021 14:05 Naam: tekst`. Its pieces say which part of the text is whose words, and what is no words.

pub(crate) mod dated;
pub(crate) mod head;
pub(crate) mod lines;
mod merge;
mod read;
mod recognise;
mod sender;
pub(crate) mod text;
mod write;
mod zip;

pub use merge::read_merged;
pub(crate) use read::read;
pub(crate) use recognise::{recognise_page, recognise_text};
pub(crate) use write::write;
pub(crate) use zip::is_whatsapp_name;

use crate::imported::{Imported, Part};
use draad_core::UnitKind;
use jiff::civil::DateTime;
use std::ops::Range;

/// A chat as its reader found it.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Chat {
    /// Lines before the first record.
    pub(crate) preamble: Vec<String>,
    /// Its messages and notices, in the order of the export.
    pub(crate) records: Vec<Record>,
    /// What the reader says about it: reading, report, diagnostics. Text and units come from the records.
    pub(crate) notes: Imported,
}

/// A message, or a notice of the program.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Record {
    /// All of it as it is stored, clean.
    pub(crate) text: String,
    /// When it was sent, where that is known.
    pub(crate) time: Option<DateTime>,
    /// Who sent it; nobody for a notice.
    pub(crate) sender: Option<String>,
    /// Its parts that become units, in order, not overlapping.
    pub(crate) pieces: Vec<Piece>,
    /// What else it is: a reply, a message that was edited, …; counted when it is stored.
    pub(crate) traits: Vec<Part>,
}

/// A part of a record's text of one kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Piece {
    /// Where in the text it stands.
    pub(crate) range: Range<usize>,
    /// What it is.
    pub(crate) kind: UnitKind,
}

impl Piece {
    pub(crate) fn new(range: Range<usize>, kind: UnitKind) -> Self {
        Self { range, kind }
    }

    /// The same piece of a text that has `by` more bytes before it.
    pub(crate) fn shifted(self, by: usize) -> Self {
        Self { range: self.range.start + by..self.range.end + by, kind: self.kind }
    }
}

/// The words of a record taken apart.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Content {
    /// Its parts, placed in the words.
    pub(crate) pieces: Vec<Piece>,
    /// What else it is, as in [`Record::traits`].
    pub(crate) traits: Vec<Part>,
}

impl Content {
    /// All of `text`, of one kind.
    pub(crate) fn whole(text: &str, kind: UnitKind) -> Self {
        Self { pieces: vec![Piece::new(0..text.len(), kind)], traits: Vec::new() }
    }
}

impl Record {
    /// Starts a record for the stored text: `12-03-2021 14:05 Naam (asides)`, as far as known.
    pub(crate) fn compose(time: Option<DateTime>, sender: Option<&str>, asides: &[String]) -> Self {
        let mut parts: Vec<String> = time.map(moment).into_iter().collect();
        parts.extend(sender.map(str::to_owned));
        if !asides.is_empty() {
            parts.push(format!("({})", asides.join("; ")));
        }
        Self { text: parts.join(" "), time, sender: sender.map(str::to_owned), ..Self::default() }
    }

    /// Adds `text` that is no unit.
    pub(crate) fn aside(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// Adds `words` that are a unit of this kind.
    pub(crate) fn add(&mut self, words: &str, kind: UnitKind) {
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.push(Piece::new(start..self.text.len(), kind));
    }

    /// Returns who is named as the speaker of a piece: nobody speaks in a notice.
    pub(crate) fn speaker(&self, kind: UnitKind) -> Option<&str> {
        self.sender.as_deref().filter(|_| kind != UnitKind::System)
    }
}

/// Writes a moment as it stands in stored texts: `12-03-2021 14:05`.
pub(crate) fn moment(time: DateTime) -> String {
    time.strftime("%d-%m-%Y %H:%M").to_string()
}

#[cfg(test)]
mod tests;
