//! Everything in a document that has the form of a label.

use super::label::{Label, Sign};
use super::words::{fold, is_speaker};
use crate::line::Line;
use indexmap::IndexMap;

/// The labels that a document may have.
pub(super) struct Candidates<'l> {
    /// The label of each line, and its name.
    pub(super) lines: Vec<Option<(Label, usize)>>,
    /// The names, by their folded form, in the order of the document.
    pub(super) names: IndexMap<String, Name<'l>>,
}

/// A name that may be a speaker's.
pub(super) struct Name<'l> {
    /// As first written.
    pub(super) written: &'l str,
    /// Whether the user named it.
    pub(super) is_known: bool,
    /// Whether only speakers have such a name, or the user named it.
    pub(super) is_speaker: bool,
}

impl<'l> Candidates<'l> {
    /// Finds what has the form of a label in `lines`; the user named those in `known`.
    pub(super) fn find(lines: &'l [Line], known: &[String]) -> Self {
        let known: Vec<String> = known.iter().map(|label| fold(label)).collect();
        let mut candidates = Self { lines: Vec::with_capacity(lines.len()), names: IndexMap::new() };
        for line in lines {
            let found = Label::at_start(line);
            let found = found.map(|label| {
                let name = candidates.name(&line.text[label.name.clone()], &known);
                (label, name)
            });
            candidates.lines.push(found);
        }
        candidates
    }

    fn name(&mut self, written: &'l str, known: &[String]) -> usize {
        let folded = fold(written);
        let is_known = known.contains(&folded);
        let is_speaker = is_known || is_speaker(&folded);
        let entry = self.names.entry(folded);
        let idx = entry.index();
        entry.or_insert(Name { written, is_known, is_speaker });
        idx
    }

    /// Returns how many labels of a sign that counts each name has.
    pub(super) fn count(&self, counts: impl Fn(&Sign) -> bool) -> Vec<usize> {
        let mut n_labels = vec![0; self.names.len()];
        for (_, name) in self.lines.iter().flatten().filter(|(label, _)| counts(&label.sign)) {
            n_labels[*name] += 1;
        }
        n_labels
    }
}
