//! WhatsApp exports.
//!
//! The stored text keeps one record a line as written, minus invisible marks; lines without a head go on with the message
//! before them. A unit covers the words of a message, without time and sender, and without the mark that it was edited.

mod content;
mod phrases;

use crate::chat::head::Shape;
use crate::chat::lines::Lines;
use crate::chat::text::{self, Program};
use crate::chat::{Chat, Content};
use crate::dates::DateOrder;
use crate::{File, decode::Decoded};
use draad_core::{UnitKind, diagnostic::Outcome};

/// Reads the text of a chat.
pub(crate) fn read_text(file: &File, decoded: &Decoded) -> Outcome<Chat> {
    let program = Program { order: None, reading, is_notice: phrases::is_notice, content };
    text::read_text(file, decoded, &program)
}

fn reading(records: &[Lines], order: DateOrder) -> String {
    let device = records.first().map_or("android", |record| device(record.head.shape));
    format!("whatsapp; {}; {device}", order.name())
}

/// Returns what writes heads of this shape.
fn device(shape: Shape) -> &'static str {
    match shape {
        Shape { time_first: true, .. } => "web",
        Shape { has_year: false, .. } => "copied without year",
        Shape { in_brackets: true, .. } => "iphone",
        Shape { in_brackets: false, .. } => "android",
    }
}

/// Without a sender, the program wrote it.
fn content(words: &str, marks: &[usize], has_sender: bool) -> Content {
    if has_sender { content::of(words, marks) } else { Content::whole(words, UnitKind::System) }
}

#[cfg(test)]
mod tests;
