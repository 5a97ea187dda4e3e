//! The text to store, grown line by line together with its units.

use draad_core::{Span, Unit, UnitKind};
use jiff::civil::DateTime;
use std::ops::Range;

/// A text under construction.
#[derive(Default)]
pub(crate) struct Stored {
    /// The text so far.
    pub(crate) text: String,
    /// Its units so far, sorted, not overlapping.
    pub(crate) units: Vec<Unit>,
}

impl Stored {
    /// Adds a line (or several) and returns where it stands.
    pub(crate) fn push_line(&mut self, line: &str) -> Range<usize> {
        let start = self.text.len();
        self.text.push_str(line);
        self.text.push('\n');
        start..start + line.len()
    }

    /// Adds a unit over the words in `range`, which lies after all units so far. Returns whether there are words.
    pub(crate) fn push_unit(
        &mut self,
        range: Range<usize>,
        kind: UnitKind,
        speaker: Option<&str>,
        time: Option<DateTime>,
    ) -> bool {
        let Some(span) = self.trimmed(range) else {
            return false;
        };
        self.units.push(Unit { speaker: speaker.map(str::to_owned), time, ..Unit::new(span, kind) });
        true
    }

    /// Lets the last unit run on to the last word in `range`.
    pub(crate) fn extend_unit(&mut self, range: Range<usize>) {
        let end = self.trimmed(range).map(|span| span.end());
        if let (Some(unit), Some(end)) = (self.units.last_mut(), end) {
            unit.span = Span::new(unit.span.start(), end).unwrap_or(unit.span);
        }
    }

    /// Returns the text without blanks at its end, and the units.
    pub(crate) fn finish(mut self) -> (String, Vec<Unit>) {
        self.text.truncate(self.text.trim_end().len());
        (self.text, self.units)
    }

    /// Returns the span of the words in `range`, or nothing when there are none.
    pub(crate) fn trimmed(&self, range: Range<usize>) -> Option<Span> {
        let part = &self.text[range.clone()];
        let start = range.start + (part.len() - part.trim_start().len());
        let end = range.start + part.trim_end().len();
        if start < end { Span::from_bytes(start..end) } else { None }
    }
}
