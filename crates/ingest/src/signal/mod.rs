//! Signal chats as the community tool signal-export writes them: `chat.md`, and `data.json` with a message a line.
//!
//! Signal itself exports nothing. Of `chat.md` the stored text keeps one record a line as written; the words that a
//! message quotes, reactions and links to files stand in it outside the words. `data.json` is stored as
//! `12-03-2021 14:05 Naam: tekst`.

mod content;
mod json;

pub(crate) use json::{looks_like_json, read_json};

use crate::chat::head::{Head, Shape};
use crate::chat::lines::{Cut, Lines, sample};
use crate::chat::{Chat, Record, dated, sender::Senders};
use crate::decode::Decoded;
use crate::imported::{Change, Part};
use crate::{File, dates::DateOrder};
use draad_core::diagnostic::Outcome;

/// What the tool writes for a sender whom it cannot find.
const NOBODY: &str = "No-Sender";
/// What only the tool writes. Since its heads have seconds and no comma, those of some iPhones look the same.
const TRACES: [&str; 6] =
    ["] Me: ", "] No-Sender: ", "](./media/", "](media/", "\n(- ", "(This message was deleted)"];

/// Returns whether a text is a `chat.md`.
pub(crate) fn looks_like_chat(extension: &str, text: &str) -> bool {
    let lines = sample(text);
    let heads: Vec<Head> = lines.iter().filter_map(|line| Head::at_start(line)).collect();
    let is_old = |shape: Shape| shape.has_comma && !shape.has_seconds;
    let is_new = |shape: Shape| !shape.has_comma && shape.has_seconds;
    let has_traces =
        || matches!(extension, "md" | "markdown") || TRACES.iter().any(|trace| text.contains(trace));
    heads.len() * 5 >= lines.len()
        && heads.first().is_some_and(|head| is_old(head.shape) || is_new(head.shape) && has_traces())
        && heads.iter().all(|head| is_iso(head.shape))
}

/// Returns whether a head is written `[2026-03-02, 14:05]`, with a comma or not.
fn is_iso(shape: Shape) -> bool {
    shape.in_brackets && !shape.time_first && shape.year_first && shape.separator == '-'
}

/// Returns whether a text is the chat as web page, in which links and reactions are hard to tell from words.
pub(crate) fn looks_like_page(text: &str) -> bool {
    let has = |forms: [&str; 3]| forms.iter().any(|form| text.contains(form));
    has(["class=sender", "class=\"sender\"", "class='sender'"])
        && has(["class=msg", "class=\"msg", "class='msg"])
}

/// Reads a `chat.md`.
pub(crate) fn read_text(file: &File, decoded: &Decoded) -> Outcome<Chat> {
    let mut chat = Chat::default();
    let notes = &mut chat.notes;
    let cut = Cut::find(&decoded.text, &mut notes.report);
    notes.reading = format!("signal; markdown{}", decoded.reading());
    decoded.report_to(file, notes);
    notes.report.read(Part::Messages, cut.records.len());
    notes.report.change(Change::RecordsInsideMessages, cut.n_inside, None);

    let senders = Senders::find(&cut.records, |_| false);
    for lines in cut.records {
        let time = dated::time_of(file, &lines, DateOrder::YearMonthDay, &mut chat.notes);
        chat.records.push(Record { time, ..record(lines, &senders) });
    }
    chat.preamble = cut.preamble;
    Ok(chat)
}

fn record(lines: Lines, senders: &Senders) -> Record {
    let sender = senders.of(&lines);
    let start = sender.as_ref().map_or(lines.head.body, |sender| sender.words);
    let (pieces, traits) = content::of(&lines.text[start..]);
    let name = sender.map(|sender| lines.text[sender.name].to_owned());
    Record {
        sender: name.filter(|name| name != NOBODY),
        pieces: pieces.into_iter().map(|piece| piece.shifted(start)).collect(),
        traits,
        text: lines.text,
        time: None,
    }
}

#[cfg(test)]
mod tests;
