//! Lines of a document between its reader and the search for turns.

use crate::clean::clean;
use crate::imported::ImportReport;
use draad_core::Recording;
use std::ops::Range;

/// A line of a document: a paragraph, or a part of one between line breaks.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Line {
    /// Its text, clean, without line break.
    pub(crate) text: String,
    /// Its number in the file, counted from 1, where the file has lines.
    pub(crate) number: Option<u32>,
    /// Whether it starts a paragraph; else it goes on with the one before.
    pub(crate) starts_paragraph: bool,
    /// What the reader knows it to be.
    pub(crate) role: LineRole,
    /// Where a label may stand without a colon.
    pub(crate) label_hint: Option<LabelHint>,
    /// The name of its paragraph's style, where the writer of the document made that style.
    pub(crate) style: Option<String>,
    /// The page on which it starts, where the document has pages; else it is on the page of the line before.
    pub(crate) page: Option<u32>,
    /// Where it stands in the recording, where a time stamp says so. A stretch without an end starts something new.
    pub(crate) recording: Option<Recording>,
    /// Where comments in the margin begin and end in it.
    pub(crate) marks: Vec<Mark>,
}

/// A place where a comment begins or ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    /// The byte of the line's text before which it stands.
    pub(crate) at: usize,
    /// Which comment: its position in [`Imported::comments`](crate::Imported::comments).
    pub(crate) comment: usize,
    /// Which end of it.
    pub(crate) edge: Edge,
}

/// An end of a comment's stretch of text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Edge {
    /// The comment is about what comes from here.
    Start,
    /// The comment is about what came up to here.
    End,
}

/// A place where a label may stand without a colon.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum LabelHint {
    /// Bold words at the start of a paragraph.
    Bold(Range<usize>),
    /// The cell before the one with the text.
    Cell(Range<usize>),
}

/// What a line is in its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum LineRole {
    /// Running text.
    #[default]
    Body,
    /// Running text that is material wherever it stands, and of nobody where no label says whose it is.
    Noted,
    /// A heading of this level, 1 being the highest.
    Heading(u8),
    /// A footnote: not speech and without label.
    Note,
    /// Front matter: not speech and without label.
    Front,
    /// A line drawn between parts: no words at all.
    Rule,
}

impl LineRole {
    /// Returns whether a label may stand at its start.
    pub(crate) fn may_have_label(self) -> bool {
        matches!(self, Self::Body | Self::Noted)
    }
}

impl LabelHint {
    /// Returns the hint that a line starts with the words `bold`, when they are a part of it and not all.
    pub(crate) fn bold(line: &str, bold: &str) -> Option<Self> {
        let bold = clean(bold, &mut ImportReport::default());
        let is_part = !bold.trim().is_empty() && bold.len() < line.len() && line.starts_with(&bold);
        is_part.then_some(Self::Bold(0..bold.len()))
    }
}

impl Line {
    /// Returns whether there are no words on it.
    pub(crate) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
