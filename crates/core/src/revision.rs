//! From one version of a text to the next: where a stretch of the old text stands in the corrected one.
//!
//! The two versions are compared word by word (histogram diff), so that other line breaks, blanks and punctuation move
//! nothing. A stretch whose words are all still there in their place is kept; one in which words were corrected goes on
//! with the corrected words, as long as at least half of them stayed or a few words took the place of as many; one that was taken
//! elsewhere is found by its words and those around it. Nothing is placed by guess: what fits nowhere, or in two places
//! equally well, is lost, and said to be.

use crate::{Span, anchor::find_quote};
use imara_diff::{Algorithm, Diff, Hunk, InternedInput};
use std::ops::Range;

/// How many words on either side count as the surroundings of a stretch.
const CONTEXT: usize = 8;
/// Up to how many words may be put in the place of as many others and still be a correction of them.
const SMALL: usize = 3;

/// What became of a stretch of the old text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The same words stand here.
    Kept(Span),
    /// Its words were corrected; this is what they are now.
    Corrected(Span),
    /// It is no longer there, or nobody can say where.
    Lost,
}

/// Two versions of a text, compared.
#[derive(Debug)]
pub struct Revision<'t> {
    old: Words<'t>,
    new: Words<'t>,
    /// The stretches of words that differ, in order.
    hunks: Vec<Hunk>,
}

/// A text and where its words stand.
#[derive(Debug)]
struct Words<'t> {
    text: &'t str,
    places: Vec<Range<usize>>,
}

impl<'t> Words<'t> {
    fn new(text: &'t str) -> Self {
        let mut places: Vec<Range<usize>> = Vec::new();
        for (at, c) in text.char_indices() {
            let end = at + c.len_utf8();
            match places.last_mut() {
                Some(last) if last.end == at && joins(&text[last.clone()], c) => last.end = end,
                _ if !c.is_whitespace() => places.push(at..end),
                _ => {}
            }
        }
        places.retain(|place| text[place.clone()].chars().any(says_something));
        Self { text, places }
    }

    fn word(&self, idx: usize) -> &'t str {
        &self.text[self.places[idx].clone()]
    }

    /// Returns which words lie in `range`, also those of which only a part does.
    fn inside(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.places.partition_point(|place| place.end <= range.start);
        let end = self.places.partition_point(|place| place.start < range.end);
        start..end.max(start)
    }

    /// Returns up to [`CONTEXT`] words before and after `range`, the nearest first.
    fn around(&self, range: &Range<usize>) -> [Vec<&'t str>; 2] {
        let words = self.inside(range);
        let before = (0..words.start).rev().take(CONTEXT);
        let after = (words.end..self.places.len()).take(CONTEXT);
        [before.map(|idx| self.word(idx)).collect(), after.map(|idx| self.word(idx)).collect()]
    }
}

/// Returns whether a sign is more than punctuation: a letter, a digit, an emoji.
fn says_something(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '\u{2600}'..='\u{27bf}' | '\u{1f000}'..)
}

/// Returns whether `c` goes on with the word so far: letters and digits do, signs stand alone.
fn joins(word: &str, c: char) -> bool {
    c.is_alphanumeric() && word.chars().next_back().is_some_and(char::is_alphanumeric)
}

impl<'t> Revision<'t> {
    /// Compares the `old` version with the `new` one.
    pub fn new(old: &'t str, new: &'t str) -> Self {
        let (old, new) = (Words::new(old), Words::new(new));
        let mut input: InternedInput<&str> = InternedInput::default();
        input.update_before((0..old.places.len()).map(|idx| old.word(idx)));
        input.update_after((0..new.places.len()).map(|idx| new.word(idx)));
        let hunks = Diff::compute(Algorithm::Histogram, &input).hunks().collect();
        Self { old, new, hunks }
    }

    /// Returns what became of `span` of the old text.
    pub fn follow(&self, span: Span) -> Fate {
        let range = span.range();
        let words = self.old.inside(&range);
        if words.is_empty() {
            return self.elsewhere(&range).map_or(Fate::Lost, Fate::Kept);
        }
        let here = self.new_words(&words).and_then(|new| self.placed(&range, &words, &new));
        match here {
            Some(place) if same_words(&self.old.text[range.clone()], &self.new.text[place.range()]) => {
                Fate::Kept(place)
            }
            here => match (self.elsewhere(&range), here) {
                (Some(place), _) => Fate::Kept(place),
                (None, Some(place)) if self.is_correction(&words) => Fate::Corrected(place),
                (None, _) => Fate::Lost,
            },
        }
    }

    /// Returns the stretch that took the place of `span`, whatever of its words is left; nothing when none came for them.
    pub fn replacement(&self, span: Span) -> Option<Span> {
        let range = span.range();
        let words = self.old.inside(&range);
        self.new_words(&words).and_then(|new| self.placed(&range, &words, &new))
    }

    /// Returns the words of the new text that stand for `words` of the old one.
    fn new_words(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let start =
            self.map(words.start, |hunk, inside| hunk.after.start + inside.min(hunk.after.len() as u32));
        let last = words.end.checked_sub(1)?;
        let end = self.map(last, |hunk, inside| {
            let is_last = inside + 1 == hunk.before.len() as u32;
            let n_words = hunk.after.len() as u32;
            hunk.after.start + if is_last { n_words } else { (inside + 1).min(n_words) }
        });
        let is_unchanged = self.hunk_of(last).is_none();
        let end = end + usize::from(is_unchanged);
        (start < end).then_some(start..end)
    }

    /// Returns where the word `idx` of the old text is in the new one. Inside a hunk, `replaced` says so, given how many
    /// words of the hunk come before it.
    fn map(&self, idx: usize, replaced: impl Fn(&Hunk, u32) -> u32) -> usize {
        if let Some(hunk) = self.hunk_of(idx) {
            return replaced(hunk, idx as u32 - hunk.before.start) as usize;
        }
        let n_before = self.hunks.partition_point(|hunk| hunk.before.end as usize <= idx);
        match self.hunks[..n_before].last() {
            Some(hunk) => idx - hunk.before.end as usize + hunk.after.end as usize,
            None => idx,
        }
    }

    fn hunk_of(&self, idx: usize) -> Option<&Hunk> {
        let n_before = self.hunks.partition_point(|hunk| hunk.before.end as usize <= idx);
        self.hunks.get(n_before).filter(|hunk| hunk.before.contains(&(idx as u32)))
    }

    /// Makes a span of words of the new text, with as much of the signs around them as the old stretch had.
    fn placed(&self, range: &Range<usize>, words: &Range<usize>, new: &Range<usize>) -> Option<Span> {
        let first = self.old.places.get(words.start)?.start;
        let last = self.old.places.get(words.end.checked_sub(1)?)?.end;
        let mut start = self.new.places.get(new.start)?.start;
        let mut end = self.new.places.get(new.end.checked_sub(1)?)?.end;
        if self.hunk_of(words.start).is_none() {
            // A stretch that starts inside a word starts there still.
            start += range.start.saturating_sub(first);
        }
        if self.hunk_of(words.end - 1).is_none() {
            end -= last.saturating_sub(range.end);
        }
        let head = self.old.text.get(range.start..first.max(range.start)).unwrap_or_default();
        let tail = self.old.text.get(last.min(range.end)..range.end).unwrap_or_default();
        start -= common(head.chars().rev(), self.new.text[..start].chars().rev());
        end += common(tail.chars(), self.new.text[end..].chars());
        Span::from_bytes(start..end)
    }

    /// Returns whether enough of the words stayed, or as many came as went, for a changed stretch to be a correction.
    fn is_correction(&self, words: &Range<usize>) -> bool {
        let n_kept = words.clone().filter(|&idx| self.hunk_of(idx).is_none()).count();
        let is_small = |hunk: &Hunk| hunk.before.len() == hunk.after.len() && hunk.before.len() <= SMALL;
        n_kept * 2 >= words.len() || words.clone().all(|idx| self.hunk_of(idx).is_none_or(is_small))
    }

    /// Returns the one other place where the same words stand and that fits the words around them best.
    fn elsewhere(&self, range: &Range<usize>) -> Option<Span> {
        let places = find_quote(self.new.text, &self.old.text[range.clone()]);
        let wanted = self.old.around(range);
        let fit = |place: &Span| -> usize {
            let found = self.new.around(&place.range());
            wanted
                .iter()
                .zip(&found)
                .map(|(old, new)| old.iter().zip(new).take_while(|(a, b)| a == b).count())
                .sum()
        };
        let mut fits: Vec<(usize, Span)> = places.iter().map(|place| (fit(place), *place)).collect();
        fits.sort_by_key(|&(fit, _)| std::cmp::Reverse(fit));
        match fits[..] {
            [(_, only)] => Some(only),
            [(best, place), (next, _), ..] if best > next => Some(place),
            _ => None,
        }
    }
}

/// Returns whether two stretches are the same but for white space.
fn same_words(old: &str, new: &str) -> bool {
    old.split_whitespace().eq(new.split_whitespace())
}

/// Returns how many bytes two texts have in common at their start.
fn common(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const OLD: &str = "I: Hoe ging dat?\nM: Ik had in het begn geen vertrouwen in haar. Echt niet.\nI: En nu?\nM: Nu wel. \
                       Echt niet altijd, maar wel vaak.";

    fn span(text: &str, words: &str) -> Span {
        let at = text.find(words).unwrap_or_else(|| panic!("{words}"));
        Span::from_bytes(at..at + words.len()).unwrap()
    }

    /// What became of `words`, as words.
    fn followed<'t>(new: &'t str, words: &str) -> (&'static str, &'t str) {
        match Revision::new(OLD, new).follow(span(OLD, words)) {
            Fate::Kept(place) => ("kept", &new[place.range()]),
            Fate::Corrected(place) => ("corrected", &new[place.range()]),
            Fate::Lost => ("lost", ""),
        }
    }

    #[test]
    fn words_before_a_passage_and_other_line_breaks_change_nothing() {
        let new = OLD
            .replace("I: Hoe ging dat?\n", "Datum: 3 mei\n\nI: En hoe ging dat dan?\n")
            .replace(" in haar", "\nin haar");
        assert_eq!(followed(&new, "geen vertrouwen in haar."), ("kept", "geen vertrouwen\nin haar."));
        assert_eq!(followed(&new, "Nu wel."), ("kept", "Nu wel."));
    }

    #[test]
    fn a_corrected_word_goes_along_and_a_removed_passage_does_not() {
        let new = OLD.replace("begn", "begin").replace("M: Nu wel. ", "M: ");
        assert_eq!(followed(&new, "in het begn geen"), ("corrected", "in het begin geen"));
        assert_eq!(followed(&new, "begn"), ("corrected", "begin"));
        assert_eq!(followed(&new, "Nu wel."), ("lost", ""));
        assert_eq!(followed(&new, "ertrouwen in"), ("kept", "ertrouwen in"));
    }

    #[test]
    fn of_two_places_the_one_in_the_same_surroundings_is_meant() {
        let (first, rest) = OLD.split_once("I: En nu?\n").unwrap();
        let new = format!("I: En nu?\n{rest}\n{first}");
        let Fate::Kept(place) = Revision::new(OLD, &new).follow(span(OLD, "Echt niet")) else { panic!() };
        assert!(
            new[place.range().end..].starts_with(".\n")
                && place.range().start > new.find("vertrouwen").unwrap()
        );
    }

    #[test]
    fn what_came_for_a_long_stretch_is_its_replacement() {
        let new = "I: Hoe ging dat?\nM: Heel anders gezegd nu.\nI: En nu?\nM: Nu wel.";
        let whole = span(OLD, "Ik had in het begn geen vertrouwen in haar. Echt niet.");
        assert_eq!(Revision::new(OLD, new).follow(whole), Fate::Lost);
        let place = Revision::new(OLD, new).replacement(whole).unwrap();
        assert_eq!(&new[place.range()], "Heel anders gezegd nu.");
    }

    proptest! {
        #[test]
        fn any_span_of_any_text_lands_on_whole_characters(
            words in proptest::collection::vec("[a-zé👩🏽.,\n ]{1,6}", 1..40),
            removed in 0..40_usize, added in "[a-z é]{0,12}", from in 0..200_usize, length in 1..60_usize,
        ) {
            let old = words.concat();
            let mut changed = words.clone();
            let at = removed % changed.len();
            changed[at] = added;
            let new = changed.concat();
            let boundary = |at: usize| (0..=at.min(old.len())).rev().find(|&at| old.is_char_boundary(at)).unwrap();
            let range = boundary(from)..boundary(from + length);
            if let Some(span) = Span::from_bytes(range).filter(|span| !old[span.range()].trim().is_empty()) {
                let revision = Revision::new(&old, &new);
                let places = [Some(revision.follow(span)), revision.replacement(span).map(Fate::Corrected)];
                for fate in places.into_iter().flatten() {
                    if let Fate::Kept(place) | Fate::Corrected(place) = fate {
                        prop_assert!(new.get(place.range()).is_some());
                    }
                    if let Fate::Kept(place) = fate {
                        prop_assert!(same_words(&old[span.range()], &new[place.range()]));
                    }
                }
                if old[span.range()].chars().any(says_something) {
                    prop_assert_eq!(Revision::new(&old, &old).follow(span), Fate::Kept(span));
                }
            }
        }
    }
}
