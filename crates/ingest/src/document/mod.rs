//! What all documents have in common: paragraphs put together from runs, rows of tables as lines, notes at the end.

mod comments;
mod flow;
mod notes;
mod paragraph;
mod table;

pub(crate) use comments::{comment_text, count_comments, rename_comments, settle_replies};
pub(crate) use flow::Flow;
pub(crate) use paragraph::Paragraph;
pub(crate) use table::row_lines;

use crate::line::{Line, Mark};
use crate::transcript::{Labels, compose};
use crate::{File, Imported, session_sheet};
use draad_core::source::SESSION_SHEET;

/// How deep the parts of a document may be nested; real documents stay below ten.
pub(crate) const MAX_DEPTH: usize = 60;

/// A document that has been taken apart.
#[derive(Debug, Default)]
pub(crate) struct Document {
    /// The lines of its text.
    pub(crate) lines: Vec<Line>,
    /// The lines of each note, in the order in which the text refers to them.
    pub(crate) notes: Vec<Vec<Line>>,
    /// Who speaks, where it says so outside its text.
    pub(crate) speakers: Vec<String>,
}

impl Document {
    /// Makes the stored text of it. `imported` holds what its reader noted.
    pub(crate) fn compose(mut self, file: &File, reader: &str, mut imported: Imported) -> Imported {
        let is_sheet = session_sheet::keep_notes(&mut self.lines, &mut imported.report);
        notes::append_notes(&self.notes, &mut self.lines, &mut imported.report);
        let mut known = file.listed_labels();
        known.append(&mut self.speakers);
        let labels = Labels::find(&self.lines, &known);
        imported.reading = format!("{reader}; {}", labels.reading());
        if is_sheet {
            imported.reading += &format!("; {SESSION_SHEET}");
        }
        compose(file, &self.lines, &labels, imported)
    }
}

/// Returns `lines` as one line with single blanks between its words, as a cell before others or a note is written.
pub(crate) fn on_one_line(lines: &[Line]) -> Line {
    let mut whole = Line::default();
    for line in lines {
        let mut marks = line.marks.iter().peekable();
        push_blank(&mut whole.text);
        for (at, c) in line.text.char_indices() {
            while let Some(mark) = marks.next_if(|mark| mark.at <= at) {
                whole.marks.push(Mark { at: whole.text.len(), ..*mark });
            }
            if c.is_whitespace() { push_blank(&mut whole.text) } else { whole.text.push(c) }
        }
        let at_end = |mark: &Mark| Mark { at: whole.text.len(), ..*mark };
        whole.marks.extend(marks.map(at_end));
        whole.recording = whole.recording.or(line.recording);
    }
    trim_end(&mut whole);
    whole
}

/// Returns the heading level that the name of a style states.
pub(crate) fn heading_level(style: &str) -> Option<u8> {
    let name = style.to_lowercase().replace(' ', "");
    match name.as_str() {
        "title" | "titel" => return Some(1),
        "subtitle" | "ondertitel" => return Some(2),
        _ => {}
    }
    let number = name.strip_prefix("heading").or_else(|| name.strip_prefix("kop"))?;
    number.parse().ok().filter(|level| (1..=9).contains(level))
}

/// Puts `head` before the text of a line.
fn prepend(line: &mut Line, head: &str) {
    line.text.insert_str(0, head);
    line.marks.iter_mut().for_each(|mark| mark.at += head.len());
}

/// Takes the blanks at the end off a line.
fn trim_end(line: &mut Line) {
    line.text.truncate(line.text.trim_end().len());
    let end = line.text.len();
    line.marks.iter_mut().for_each(|mark| mark.at = mark.at.min(end));
}

fn push_blank(text: &mut String) {
    if !text.is_empty() && !text.ends_with(' ') {
        text.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::Edge;

    #[test]
    fn marks_stay_with_their_words_on_one_line() {
        let mark = |at, edge| Mark { at, comment: 0, edge };
        let first =
            Line { text: "Ja,\u{a0} dat".to_owned(), marks: vec![mark(6, Edge::Start)], ..Line::default() };
        let second = Line { text: " klopt  ".to_owned(), marks: vec![mark(8, Edge::End)], ..Line::default() };
        let whole = on_one_line(&[first, Line::default(), second]);
        assert_eq!(whole.text, "Ja, dat klopt");
        assert_eq!(&whole.text[whole.marks[0].at..whole.marks[1].at], "dat klopt");
    }
}
