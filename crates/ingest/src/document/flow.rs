//! The run of a text: lines so far and the paragraph that is not over yet.

use super::Paragraph;
use crate::imported::ImportReport;
use crate::line::{Edge, Line, Mark};

/// A text being put together from paragraphs, cells and boxes.
#[derive(Debug, Default)]
pub(crate) struct Flow {
    /// The lines so far.
    pub(crate) lines: Vec<Line>,
    /// The paragraph being read; between two paragraphs, what waits for the next one.
    pub(crate) paragraph: Paragraph,
    is_open: bool,
}

impl Flow {
    /// Begins a paragraph, or goes on with the one that is not over.
    pub(crate) fn begin_paragraph(&mut self) {
        self.is_open = true;
    }

    /// Ends the paragraph, if there is one. Comments that begin or end after the last one belong to its end.
    pub(crate) fn end_paragraph(&mut self, report: &mut ImportReport) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if std::mem::take(&mut self.is_open) {
            self.lines.extend(paragraph.into_lines(report));
        } else if !paragraph.is_empty() {
            self.push_marks(paragraph, report);
        }
    }

    /// Ends the paragraph before something that cannot go on with it. What waits for the next one goes on waiting.
    pub(crate) fn break_off(&mut self, report: &mut ImportReport) {
        if self.is_open {
            self.end_paragraph(report);
        }
    }

    /// Notes that a comment begins or ends here; between two paragraphs that is where the next one starts.
    pub(crate) fn mark(&mut self, comment: usize, edge: Edge) {
        self.paragraph.mark(comment, edge);
    }

    /// Starts a cell, a box or a note. Returns what is outside, for [`Flow::leave`].
    pub(crate) fn enter(&mut self) -> Self {
        let mut outside = std::mem::take(self);
        if !outside.is_open {
            self.paragraph = std::mem::take(&mut outside.paragraph);
        }
        outside
    }

    /// Ends a cell, a box or a note and returns its lines.
    pub(crate) fn leave(&mut self, outside: Self, report: &mut ImportReport) -> Vec<Line> {
        self.end_paragraph(report);
        std::mem::replace(self, outside).lines
    }

    /// Puts marks without words at the end of the line before them.
    fn push_marks(&mut self, paragraph: Paragraph, report: &mut ImportReport) {
        let marks = paragraph.into_lines(report).into_iter().flat_map(|line| line.marks);
        match self.lines.last_mut() {
            Some(line) => {
                let at = line.text.len();
                line.marks.extend(marks.map(|mark| Mark { at, ..mark }));
            }
            None => self.lines.push(Line { marks: marks.collect(), ..Line::default() }),
        }
    }
}
