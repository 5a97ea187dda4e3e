//! Telegram Desktop's exports as JSON (`result.json`): one chat, or one chosen from a whole account.
//!
//! The stored text has a record a line: `12-03-2021 14:05 Naam: tekst`. Behind the name stands in parentheses what the
//! message belongs to: `# topic` of a group with topics, `↩` the message it answers, `↪` whose message it passes on. What
//! is no words stands between `<` and `>`, reactions between `[` and `]`. A unit covers the words.

mod compose;
mod export;
mod records;

use crate::chat::Chat;
use crate::decode::Decoded;
use crate::imported::{Loss, Part};
use crate::{File, Imported, json};
use compose::Composer;
use draad_core::{Problem, diagnostic::Outcome};
use export::{Export, ExportedChat};
use std::borrow::Cow;

/// The most chats that are named to choose from.
const MAX_NAMED: usize = 40;

/// Returns whether a text is such an export.
pub(crate) fn looks_like_export(text: &str) -> bool {
    text.trim_start().starts_with('{')
        && text.contains("\"messages\"")
        && ["\"from_id\"", "\"actor_id\"", "\"date_unixtime\""].iter().any(|field| text.contains(field))
}

/// Returns whether a text is the export as web page, which leaves out who was answered and when things were edited.
pub(crate) fn looks_like_page(text: &str) -> bool {
    text.contains("class=\"page_wrap\"") && text.contains("class=\"history\"")
}

/// Reads an export.
pub(crate) fn read(file: &File, decoded: &Decoded) -> Outcome<Chat> {
    let text = with_valid_escapes(&decoded.text);
    let export: Export = serde_json::from_str(&text).map_err(|error| json::invalid(file, &error))?;
    let (chats, is_account) = export.into_chats();
    let mut notes = Imported::default();
    if is_account {
        notes.report.lose(Loss::OtherChats, chats.len().saturating_sub(1), None);
    }
    let chat = choose(file, chats)?;
    let part_of = if is_account { "; from account" } else { "" };
    notes.reading = format!("telegram; {}{part_of}{}", chat.kind(), decoded.reading());
    decoded.report_to(file, &mut notes);
    notes.report.read(Part::Messages, chat.messages.len());

    let messages = records::parse(file, &text, &chat.messages, &mut notes);
    let records = Composer::new(file, &messages, &mut notes).compose();
    Ok(Chat { records, notes, ..Chat::default() })
}

/// Returns the chat that the user wants, or the only one with messages.
fn choose<'t>(file: &File, mut chats: Vec<ExportedChat<'t>>) -> Outcome<ExportedChat<'t>> {
    if chats.len() == 1 {
        return Ok(chats.remove(0));
    }
    let wanted = file.options.chat.as_deref().map(str::trim);
    let is_wanted =
        |chat: &ExportedChat| wanted.map_or(!chat.messages.is_empty(), |name| chat.is_called(name));
    let found: Vec<usize> = (0..chats.len()).filter(|&idx| is_wanted(&chats[idx])).collect();
    match found[..] {
        [only] => Ok(chats.swap_remove(only)),
        _ => Err(file.fails(Problem::ChatNotChosen { known: titles(&chats) })),
    }
}

fn titles(chats: &[ExportedChat]) -> String {
    let with_messages = chats.iter().filter(|chat| !chat.messages.is_empty());
    let mut titles: Vec<String> = with_messages.take(MAX_NAMED + 1).map(ExportedChat::title).collect();
    if titles.len() > MAX_NAMED {
        titles[MAX_NAMED] = "…".to_owned();
    }
    titles.join(", ")
}

/// Returns `text` with the control characters that Telegram writes as `\x1F` written as JSON has them: `\u001F`.
fn with_valid_escapes(text: &str) -> Cow<'_, str> {
    if !text.contains("\\x") {
        return Cow::Borrowed(text);
    }
    let mut valid = String::with_capacity(text.len() + 64);
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        match (c, chars.clone().next()) {
            ('\\', Some('x')) => valid.push_str("\\u00"),
            ('\\', Some(escaped)) => valid.extend([c, escaped]),
            _ => {
                valid.push(c);
                continue;
            }
        }
        chars.next();
    }
    Cow::Owned(valid)
}

#[cfg(test)]
mod tests;
