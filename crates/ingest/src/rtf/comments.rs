//! Comments in the margin of RTF: facts about them come in groups of their own, before their words.

use super::state::Fact;
use crate::Imported;
use crate::document::{Document, Flow, count_comments, rename_comments, settle_replies};
use crate::imported::Comment;
use crate::line::Edge;
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The comments so far. Marks in the text name a stretch; which comment is about it comes later, or never.
#[derive(Debug, Default)]
pub(super) struct Comments {
    kept: Vec<Comment>,
    /// The stretch of each comment.
    stretches: Vec<usize>,
    /// The comment that each reply answers.
    parents: BTreeMap<usize, usize>,
    /// Stretches by the name the document gives them.
    names: BTreeMap<String, usize>,
    ended: BTreeSet<usize>,
    n_stretches: usize,
    /// What is known of the comment whose words have not come.
    next: Comment,
    next_stretch: Option<usize>,
    next_parent: Option<usize>,
    n_read: usize,
}

impl Comments {
    /// Takes over a fact; the ends of a stretch are marked in `flow`.
    pub(super) fn note(&mut self, fact: Fact, value: &str, flow: &mut Flow) {
        let value = value.trim();
        match fact {
            Fact::Start => {
                let stretch = self.stretch(value);
                flow.mark(stretch, Edge::Start);
            }
            Fact::End => {
                let stretch = self.stretch(value);
                self.ended.insert(stretch);
                flow.mark(stretch, Edge::End);
            }
            Fact::Reference => self.next_stretch = self.names.get(value).copied(),
            Fact::Author => value.clone_into(&mut self.next.author),
            Fact::Initials => value.clone_into(&mut self.next.initials),
            Fact::Date => self.next.date = value.parse().ok().and_then(date),
            Fact::Parent => {
                let n_back = value.trim_start_matches('-').parse().unwrap_or(0);
                self.next_parent = self.kept.len().checked_sub(n_back).filter(|_| n_back > 0);
            }
        }
    }

    /// Ends a comment that says `text`. Without a stretch of its own it is about the paragraph of `flow`.
    pub(super) fn end(&mut self, text: String, flow: &mut Flow) {
        self.n_read += 1;
        let comment = Comment { text, ..std::mem::take(&mut self.next) };
        let stretch = self.next_stretch.take().filter(|stretch| self.ended.contains(stretch));
        let parent = self.next_parent.take();
        if comment.text.is_empty() {
            return;
        }
        let stretch = stretch.unwrap_or_else(|| {
            self.n_stretches += 1;
            flow.paragraph.mark_whole(self.n_stretches - 1);
            self.n_stretches - 1
        });
        if let Some(parent) = parent {
            self.parents.insert(self.kept.len(), parent);
        }
        self.kept.push(comment);
        self.stretches.push(stretch);
    }

    fn stretch(&mut self, name: &str) -> usize {
        let next = self.n_stretches;
        let stretch = *self.names.entry(name.to_owned()).or_insert(next);
        self.n_stretches += usize::from(stretch == next);
        stretch
    }

    /// Hands the comments over and lets the marks in `document` name them instead of their stretches.
    pub(super) fn hand_over(&mut self, document: &mut Document, imported: &mut Imported) {
        let positions = self.stretches.iter().enumerate().map(|(position, &stretch)| (stretch, position));
        let lines = document.lines.iter_mut().chain(document.notes.iter_mut().flatten());
        rename_comments(lines, &positions.collect());
        imported.comments = std::mem::take(&mut self.kept);
        count_comments(self.n_read, imported);
    }

    /// Lets replies be about what the comments are about that they answer.
    pub(super) fn settle(&self, imported: &mut Imported) {
        settle_replies(&self.parents, &mut imported.comments);
    }
}

/// Returns the day of a date as Word packs it: bits for minute (6), hour (5), day (5), month (4), years since 1900 (9).
fn date(packed: i64) -> Option<Date> {
    let bits = packed as u32;
    let (day, month, year) = (bits >> 11 & 31, bits >> 16 & 15, bits >> 20 & 511);
    Date::new(1900 + year as i16, month as i8, day as i8).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packed_dates_are_unpacked() {
        // 2024-03-13 09:02: 124 years, month 3, day 13, hour 9, minute 2.
        let packed = (124 << 20) | (3 << 16) | (13 << 11) | (9 << 6) | 2;
        assert_eq!(date(packed), Some(jiff::civil::date(2024, 3, 13)));
        assert_eq!(date(0), None);
    }
}
