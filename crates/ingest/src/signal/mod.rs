//! Signal chats as the community tool signal-export writes them: `chat.md`, and `data.json` with a message a line.
//!
//! Signal itself exports nothing. Of `chat.md` the stored text keeps one record a line as written; the words that a
//! message quotes, reactions and links to files stand in it outside the words. `data.json` is stored as
//! `12-03-2021 14:05 Naam: tekst`.

mod content;
mod json;

pub(crate) use json::{looks_like_json, read_json};

use crate::chat::Chat;
use crate::chat::head::{Head, Shape};
use crate::chat::lines::sample;
use crate::chat::text::{self, Program};
use crate::decode::Decoded;
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
    let program = Program {
        order: Some(DateOrder::YearMonthDay),
        reading: |_, _| "signal; markdown".to_owned(),
        is_notice: |_| false,
        content: |words, _, _| content::of(words),
    };
    let mut chat = text::read_text(file, decoded, &program)?;
    for record in &mut chat.records {
        record.sender.take_if(|name| name == NOBODY);
    }
    Ok(chat)
}

#[cfg(test)]
mod tests;
