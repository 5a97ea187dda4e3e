//! How far apart two stretches of a source are.

use crate::query::{Distance, Step};
use crate::relation::Gap;
use crate::segments::Segments;
use crate::stretches::Stretch;
use crate::units::Units;
use crate::words::words;
use draad_core::Study;

/// Gaps in a study.
pub(crate) struct StudyGap<'s> {
    pub(crate) study: &'s Study,
    pub(crate) units: &'s Units,
    pub(crate) segments: &'s Segments,
    /// Whether stretches begin and end at words and not at bytes.
    pub(crate) is_words: bool,
}

impl Gap for StudyGap<'_> {
    fn is_within(&self, first: &Stretch, second: &Stretch, distance: Distance) -> bool {
        match distance.step {
            Step::Units => second.unit.saturating_sub(self.last_unit(first)) <= distance.n,
            Step::Words if self.is_words => second.start - first.end <= distance.n,
            Step::Words => self.is_within_words(first, second, distance.n),
            Step::Characters => {
                self.between(first, second).chars().take(distance.n as usize + 1).count()
                    <= distance.n as usize
            }
            Step::Paragraphs => is_within_lines(self.between(first, second), distance.n),
        }
    }
}

impl StudyGap<'_> {
    /// The unit in which a stretch ends.
    fn last_unit(&self, stretch: &Stretch) -> u32 {
        if self.is_words {
            return stretch.unit; // words do not run on into the next unit
        }
        self.units.before(self.study, stretch.source, stretch.end).unwrap_or(stretch.unit)
    }

    fn between(&self, first: &Stretch, second: &Stretch) -> &str {
        let text = self.study.sources[first.source as usize].text.as_str();
        text.get(first.end as usize..second.start as usize).unwrap_or_default()
    }

    /// Counts the words of units between two stretches; labels of speakers are no words of a unit. Units in between are not
    /// read: the index knows how many words stand before each.
    fn is_within_words(&self, first: &Stretch, second: &Stretch, n: u32) -> bool {
        let last = self.last_unit(first);
        let next = if self.units.is_whole(second.unit) { last } else { second.unit };
        if last >= next {
            return words(self.between(first, second)).take(n as usize + 1).count() <= n as usize;
        }
        let in_between = self.segments.first_word(next).saturating_sub(self.segments.first_word(last + 1));
        if in_between > n {
            return false;
        }
        let text = self.study.sources[first.source as usize].text.as_str();
        let count = |from: u32, to: u32| {
            words(text.get(from as usize..to as usize).unwrap_or_default()).count() as u32
        };
        let rest =
            self.units.span(self.study, last).map_or(0, |span| count(first.end, span.end().0.max(first.end)));
        let before = self
            .units
            .span(self.study, next)
            .map_or(0, |span| count(span.start().0.min(second.start), second.start));
        in_between + rest + before <= n
    }
}

/// Whether at most `n` lines end in a text; blank lines are none.
fn is_within_lines(text: &str, n: u32) -> bool {
    let mut n_lines = 0;
    let mut is_blank = false;
    for byte in text.bytes() {
        match byte {
            b'\n' if !is_blank => {
                n_lines += 1;
                is_blank = true;
                if n_lines > n {
                    return false;
                }
            }
            byte if !byte.is_ascii_whitespace() => is_blank = false,
            _ => {}
        }
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_within_lines;

    #[test]
    fn blank_lines_are_no_lines() {
        assert!(is_within_lines("zo en zo", 0));
        assert!(!is_within_lines("zo\n", 0) && is_within_lines("zo\n", 1));
        assert!(is_within_lines("zo\n \n\n", 1) && !is_within_lines("zo\n\nen\n", 1));
    }
}
