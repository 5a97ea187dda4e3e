//! The messages of one chat, read one at a time.

use super::export::Message;
use crate::imported::Loss;
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
    let mut lines = LineCount { text, at: 0, line: 1 };
    let mut messages = Vec::with_capacity(raw.len());
    for raw in raw {
        let line = lines.line_of(raw.get());
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

/// Counts lines up to parts of a text that come one after the other.
struct LineCount<'t> {
    text: &'t str,
    at: usize,
    line: u32,
}

impl LineCount<'_> {
    /// Returns the line on which `part`, a slice of the text, starts.
    fn line_of(&mut self, part: &str) -> u32 {
        let at = (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize);
        if let Some(between) = self.text.as_bytes().get(self.at..at) {
            self.line += between.iter().filter(|&&byte| byte == b'\n').count() as u32;
            self.at = at;
        }
        self.line
    }
}
