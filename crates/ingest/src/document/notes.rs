//! Footnotes and endnotes: at the end of the text, numbered in the order in which it refers to them.

use super::{on_one_line, prepend, trim_end};
use crate::imported::{Change, ImportReport};
use crate::line::{Line, LineRole};

/// Adds `notes` (the lines of each) to the end of a document, a line for each.
pub(super) fn append_notes(notes: &[Vec<Line>], lines: &mut Vec<Line>, report: &mut ImportReport) {
    if notes.is_empty() {
        return;
    }
    lines.push(Line::default());
    for (idx, note) in notes.iter().enumerate() {
        let mut line = Line { starts_paragraph: true, role: LineRole::Note, ..on_one_line(note) };
        prepend(&mut line, &format!("[{}] ", idx + 1));
        trim_end(&mut line);
        lines.push(line);
    }
    report.change(Change::NotesMoved, notes.len(), None);
}
