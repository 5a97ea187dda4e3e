//! `data.json` of signal-export: a message a line, each a JSON object.

use super::{NOBODY, content};
use crate::File;
use crate::chat::{Chat, Record, dated};
use crate::clean::{clean, one_line};
use crate::decode::Decoded;
use crate::imported::{ImportReport, Loss, Part};
use draad_core::{Diagnostic, Problem, UnitKind, diagnostic::Outcome};
use jiff::civil::DateTime;
use serde::Deserialize;

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
struct Message {
    /// Local time of the computer that exported.
    date: String,
    sender: String,
    body: String,
    quote: String,
    sticker: Option<Sticker>,
    /// Name and sign of each.
    reactions: Vec<(Option<String>, String)>,
    attachments: Vec<Attachment>,
    deleted: bool,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Sticker {
    /// What older versions write, empty when there is none.
    Emoji(String),
    Full {
        emoji: String,
    },
}

#[derive(Debug, Deserialize)]
struct Attachment {
    name: String,
}

/// Returns whether a text is a `data.json`.
pub(crate) fn looks_like_json(text: &str) -> bool {
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    first.trim_start().starts_with('{')
        && ["\"sender\"", "\"body\"", "\"quote\"", "\"reactions\""].iter().all(|field| first.contains(field))
}

/// Reads a `data.json`. A line that cannot be read is reported, and the others are kept.
pub(crate) fn read_json(file: &File, decoded: &Decoded) -> Outcome<Chat> {
    let mut chat = Chat::default();
    chat.notes.reading = format!("signal; json{}", decoded.reading());
    decoded.report_to(file, &mut chat.notes);
    let lines = decoded.text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty());
    for (line, number) in lines {
        chat.notes.report.read(Part::Messages, 1);
        match serde_json::from_str::<Message>(line) {
            Ok(message) => {
                let time = dated::time_in(file, &message.date, number, &mut chat.notes);
                chat.records.push(record(&message, time, &mut chat.notes.report));
            }
            Err(error) => {
                let problem = Problem::RecordUnreadable { reason: error.to_string() };
                chat.notes.diagnostics.push(Diagnostic::warning(file.place(Some(number)), problem));
                chat.notes.report.lose(Loss::BrokenMessages, 1, None);
            }
        }
    }
    Ok(chat)
}

fn record(message: &Message, time: Option<DateTime>, report: &mut ImportReport) -> Record {
    let mut traits = Vec::new();
    let mut line = |text: &str| one_line(&clean(text, report));
    let sender = Some(line(&message.sender)).filter(|name| !name.is_empty() && name != NOBODY);
    let quote = line(&message.quote.replace('>', " "));
    let asides = if quote.is_empty() { Vec::new() } else { vec![format!("↩ “{quote}”")] };
    traits.extend((!quote.is_empty()).then_some(Part::Replies));
    let mut record = Record::compose(time, sender.as_deref(), &asides);
    record.aside(":");
    if message.deleted {
        record.aside(" ");
        record.add(content::DELETED, UnitKind::Deleted);
        return record;
    }
    let emoji = match &message.sticker {
        Some(Sticker::Emoji(emoji) | Sticker::Full { emoji }) => line(emoji),
        None => String::new(),
    };
    let sticker = (!emoji.is_empty()).then(|| format!("<sticker: {emoji}>"));
    let files: Vec<String> =
        message.attachments.iter().map(|file| format!("<file: {}>", line(&file.name))).collect();
    let signs: Vec<String> = message
        .reactions
        .iter()
        .map(|(name, sign)| line(&format!("{sign} {}", name.as_deref().unwrap_or_default())))
        .collect();
    let words = clean(message.body.trim(), report);
    if !words.is_empty() {
        record.aside(" ");
        record.add(&words, content::kind_of(&words).unwrap_or(UnitKind::Said));
    }
    for media in sticker.into_iter().chain(files) {
        record.aside(" ");
        record.add(&media, UnitKind::Media);
    }
    if !signs.is_empty() {
        record.aside(&format!(" [{}]", signs.join(", ")));
        traits.push(Part::Reactions);
    }
    record.traits = traits;
    record
}
