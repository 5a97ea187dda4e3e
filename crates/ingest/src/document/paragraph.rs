//! A paragraph put together from its runs.

use crate::clean::clean_with;
use crate::imported::ImportReport;
use crate::line::{Edge, LabelHint, Line, LineRole, Mark};
use draad_core::Recording;

/// A paragraph being put together.
#[derive(Clone, Debug, Default)]
pub(crate) struct Paragraph {
    /// What it is.
    pub(crate) role: LineRole,
    /// The name of its style, where the writer of the document made that style.
    pub(crate) style: Option<String>,
    /// Its text as found, with line breaks.
    text: String,
    /// Where comments begin and end in that text, in its order.
    marks: Vec<Mark>,
    /// The comments about all of it.
    comments: Vec<usize>,
    /// Where it stands in the recording.
    pub(crate) recording: Option<Recording>,
    /// How many bytes at the start are bold; settled once something else came.
    n_bold: usize,
    bold_ended: bool,
    /// The last character is a blank that stands for any number of blanks.
    is_blank_open: bool,
}

impl Paragraph {
    /// Adds text as it stands.
    pub(crate) fn push(&mut self, text: &str, is_bold: bool) {
        self.text.push_str(text);
        self.is_blank_open = false;
        self.bold_ended |= !is_bold && !text.trim().is_empty();
        if is_bold && !self.bold_ended {
            self.n_bold = self.text.len();
        }
    }

    /// Adds text in which any number of blanks and line breaks are one blank, and none at the start of a line.
    pub(crate) fn push_collapsed(&mut self, text: &str, is_bold: bool) {
        let is_blank = |c: char| matches!(c, ' ' | '\t' | '\r' | '\n' | '\u{c}');
        for part in text.split_inclusive(is_blank) {
            let word = part.trim_end_matches(is_blank);
            if !word.is_empty() {
                self.push(word, is_bold);
            }
            let at_start = self.text.is_empty() || self.text.ends_with('\n');
            if word.len() < part.len() && !at_start && !self.is_blank_open {
                self.push(" ", is_bold);
                self.is_blank_open = true;
            }
        }
    }

    /// Ends a line. Returns whether it is an empty one.
    pub(crate) fn break_line(&mut self) -> bool {
        let is_empty = self.text.ends_with('\n');
        self.push("\n", false);
        is_empty
    }

    /// Takes back a line break at the end, which shows nothing.
    pub(crate) fn drop_last_break(&mut self) {
        if self.text.ends_with('\n') {
            self.text.pop();
        }
    }

    /// Notes that a comment begins or ends here.
    pub(crate) fn mark(&mut self, comment: usize, edge: Edge) {
        self.marks.push(Mark { at: self.text.len(), comment, edge });
    }

    /// Notes that a comment is about all of it.
    pub(crate) fn mark_whole(&mut self, comment: usize) {
        self.comments.push(comment);
    }

    /// Returns whether nothing has been added.
    pub(crate) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.marks.is_empty() && self.comments.is_empty()
    }

    /// Returns whether it has words, or blanks.
    pub(crate) fn has_text(&self) -> bool {
        !self.text.is_empty()
    }

    /// Returns its lines, clean; what cleaning changed goes into `report`.
    pub(crate) fn into_lines(mut self, report: &mut ImportReport) -> Vec<Line> {
        self.settle_whole();
        let mut places: Vec<usize> = self.marks.iter().map(|mark| mark.at).collect();
        let text = clean_with(&self.text, &mut places, report);
        let mut marks = places.into_iter().zip(&self.marks).peekable();
        let mut start = 0;
        let mut lines = Vec::new();
        for part in text.split('\n') {
            let end = start + part.len();
            let words = part.trim_end();
            let mut line = Line { text: words.to_owned(), role: self.role, ..Line::default() };
            line.style.clone_from(&self.style);
            while let Some((place, mark)) = marks.next_if(|&(place, _)| place <= end) {
                line.marks.push(Mark { at: place.saturating_sub(start).min(words.len()), ..*mark });
            }
            lines.push(line);
            start = end + 1;
        }
        if let Some(first) = lines.first_mut() {
            first.starts_paragraph = true;
            first.recording = self.recording;
            first.label_hint = LabelHint::bold(&first.text, &self.text[..self.n_bold]);
        }
        lines
    }

    /// Turns comments about all of it into marks at its ends.
    fn settle_whole(&mut self) {
        let ends = |at, edge| move |&comment: &usize| Mark { at, comment, edge };
        let starts: Vec<Mark> = self.comments.iter().map(ends(0, Edge::Start)).collect();
        self.marks.splice(0..0, starts);
        self.marks.extend(self.comments.iter().map(ends(self.text.len(), Edge::End)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_collapse_over_runs_and_not_over_what_is_meant() {
        let mut paragraph = Paragraph::default();
        for part in ["\n  Ja, ", " \t dat", "  ", "klopt\n"] {
            paragraph.push_collapsed(part, false);
        }
        paragraph.push("  ", false);
        paragraph.push_collapsed(" echt", false);
        assert_eq!(paragraph.into_lines(&mut ImportReport::default())[0].text, "Ja, dat klopt    echt");
    }

    #[test]
    fn comments_stay_with_their_line() {
        let mut paragraph = Paragraph::default();
        paragraph.mark_whole(1);
        paragraph.push("e\u{301}e\u{301}n ", false);
        paragraph.mark(0, Edge::Start);
        paragraph.push("twee  \ndrie", false);
        paragraph.mark(0, Edge::End);
        let lines = paragraph.into_lines(&mut ImportReport::default());
        let at = |line: &Line| line.marks.iter().map(|mark| (mark.comment, mark.at)).collect::<Vec<_>>();
        assert_eq!(lines[0].text, "één twee");
        assert_eq!(at(&lines[0]), [(1, 0), (0, 6)]);
        assert_eq!(at(&lines[1]), [(0, 4), (1, 4)]);
    }
}
