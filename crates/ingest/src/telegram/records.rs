//! The messages of one chat, read one at a time.

use super::export::Message;
use crate::imported::Loss;
use crate::json::Lines;
use crate::{File, Imported};
use draad_core::{Diagnostic, Problem};
use serde_json::value::RawValue;

/// A message with its place in the file.
pub(super) struct Found {
    pub(super) message: Message,
    /// The line it starts on, counted from 1.
    pub(super) line: u32,
}

/// Reads the messages that stand in `text`; one that cannot be read is reported with its line, and so is one of a kind that
/// the exporting program did not know.
pub(super) fn parse(file: &File, text: &str, raw: &[&RawValue], notes: &mut Imported) -> Vec<Found> {
    let mut lines = Lines::new(text);
    let mut messages = Vec::with_capacity(raw.len());
    for raw in raw {
        let line = lines.of(raw);
        match serde_json::from_str::<Message>(raw.get()) {
            Ok(message) if message.kind == "unsupported" => {
                notes.report.lose(Loss::EmptyMessages, 1, Some(format!("unsupported ({})", message.id)));
            }
            Ok(message) => messages.push(Found { message, line }),
            Err(error) => {
                let problem = Problem::RecordUnreadable { reason: error.to_string() };
                notes.diagnostics.push(Diagnostic::warning(file.place(Some(line)), problem));
                notes.report.lose(Loss::BrokenMessages, 1, None);
            }
        }
    }
    messages
}
