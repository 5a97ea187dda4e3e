//! WhatsApp exports.
//!
//! The stored text keeps one record a line as written, minus invisible marks; lines without a head go on with the message
//! before them. A unit covers the words of a message, without time and sender, and without the mark that it was edited.

mod content;
mod phrases;

use crate::chat::head::Shape;
use crate::chat::lines::{Cut, Lines};
use crate::chat::{Chat, Record, dated, sender::Senders};
use crate::imported::{Change, Part};
use crate::{File, decode::Decoded};
use content::Content;
use draad_core::{UnitKind, diagnostic::Outcome};

/// Reads the text of a chat.
pub(crate) fn read_text(file: &File, decoded: &Decoded) -> Outcome<Chat> {
    let mut chat = Chat::default();
    let notes = &mut chat.notes;
    let cut = Cut::find(&decoded.text, &mut notes.report);
    let order = dated::settle_order(file, &cut.records, notes)?;
    let program = cut.records.first().map_or("android", |record| program(record.head.shape));
    notes.reading = format!("whatsapp; {}; {program}{}", order.name(), decoded.reading());
    decoded.report_to(file, notes);
    notes.report.read(Part::Messages, cut.records.len());
    notes.report.change(Change::RecordsInsideMessages, cut.n_inside, None);

    let senders = Senders::find(&cut.records, phrases::is_notice);
    for lines in cut.records {
        let time = dated::time_of(file, &lines, order, &mut chat.notes);
        chat.records.push(Record { time, ..record(lines, &senders) });
    }
    chat.preamble = cut.preamble;
    Ok(chat)
}

/// Returns the program that writes heads of this shape.
fn program(shape: Shape) -> &'static str {
    match shape {
        Shape { time_first: true, .. } => "web",
        Shape { has_year: false, .. } => "copied without year",
        Shape { in_brackets: true, .. } => "iphone",
        Shape { in_brackets: false, .. } => "android",
    }
}

fn record(lines: Lines, senders: &Senders) -> Record {
    let sender = senders.of(&lines);
    let start = sender.as_ref().map_or(lines.head.body, |sender| sender.words);
    let words = &lines.text[start..];
    let content = match &sender {
        Some(_) => {
            let marks = lines.marks.iter().filter_map(|mark| mark.checked_sub(start));
            Content::of(words, &marks.collect::<Vec<usize>>())
        }
        None => Content::whole(words, UnitKind::System),
    };
    Record {
        sender: sender.map(|sender| lines.text[sender.name].to_owned()),
        pieces: content.pieces.into_iter().map(|piece| piece.shifted(start)).collect(),
        traits: content.traits,
        text: lines.text,
        time: None,
    }
}

#[cfg(test)]
mod tests;
