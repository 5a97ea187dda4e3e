//! Finding many passages in a text again by their words, where nobody wrote down at which character they start.
//!
//! Words are compared without what programs change in them: kinds of white space, capitals, quotation marks, dashes,
//! ellipses, soft hyphens, ligatures. Words that stand just so go before words that differ in these ways, and whole words
//! before parts of words.

mod fold;
mod index;
mod paragraphs;

use crate::{ByteOffset, CharOffset, Span, Text};
use fold::{Folded, folded_words};
use index::{Found, Index};
use paragraphs::Paragraphs;
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// What is known of where words stand, beside the words themselves. It decides among several places; it is never believed
/// without the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// The paragraph in which they start, counted from 1.
    Paragraph(u32),
    /// How many characters stand before them.
    Character(u32),
}

/// Where words stand in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Located {
    /// In one place, or in one that the hint singles out.
    Once(Span, Fit),
    /// Nowhere.
    Nowhere,
    /// In so many places, none of which the hint singles out.
    Several(usize),
}

/// How well words fit the place where they were found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// They stand there just so, white space aside.
    Exact,
    /// They differ in capitals, quotation marks, dashes or the like.
    Loose,
    /// They were cut off with an ellipsis: only what stood before or after it is covered.
    Cut,
}

/// Up to how many folded bytes words are so short that they may stand inside other words by chance.
const SHORT: usize = 12;
/// From how many folded bytes words that were cut off still tell a place.
const TELLING: usize = 15;

/// How many places are kept in all. Passages beyond that which stand in several places are not told apart.
const MAX_PLACES: usize = 1_000_000;

/// A text in which many passages are looked for.
#[derive(Debug)]
pub struct Finder {
    text: Text,
    folded: Folded,
    at_words: Index,
    /// Made when words are not found where words start.
    anywhere: OnceCell<Index>,
}

/// The places of one passage.
struct Places {
    spans: Vec<Span>,
    fit: Fit,
    /// How many there are, when they were too many to look at.
    n_unseen: usize,
}

impl Finder {
    /// Prepares a text, once for all passages.
    pub fn new(text: &Text) -> Self {
        let folded = Folded::new(text.as_str());
        let at_words = Index::new(&folded.text, |at| {
            !folded.text[at..].starts_with(' ') && (folded.is_border(at) || folded.text[..at].ends_with(' '))
        });
        Self { text: text.clone(), folded, at_words, anywhere: OnceCell::new() }
    }

    /// Returns where each of the passages stands. Those that stand in one place only show how the program numbered
    /// paragraphs; by that, hints decide on the others.
    pub fn locate_all(&self, passages: &[(&str, Option<Hint>)]) -> Vec<Located> {
        let (places, which) = self.places_of_all(passages);
        let each = || passages.iter().zip(&which).map(|((_, hint), &at)| (&places[at], *hint));
        let is_numbered =
            each().any(|(places, hint)| places.spans.len() > 1 && matches!(hint, Some(Hint::Paragraph(_))));
        let known: Vec<(ByteOffset, Hint)> =
            each().filter_map(|(places, hint)| Some((places.only()?.start(), hint?))).collect();
        let paragraphs = is_numbered.then(|| Paragraphs::new(self.text.as_str(), &known));
        each().map(|(places, hint)| self.decide(places, hint, paragraphs.as_ref())).collect()
    }

    /// Returns the places of different words, and which of these are those of each passage.
    fn places_of_all(&self, passages: &[(&str, Option<Hint>)]) -> (Vec<Places>, Vec<usize>) {
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        let mut all: Vec<Places> = Vec::new();
        let mut n_left = MAX_PLACES;
        let mut which = Vec::with_capacity(passages.len());
        for &(words, _) in passages {
            let at = *known.entry(words).or_insert_with(|| {
                let places = self.places(words).within(n_left);
                n_left -= places.spans.len().min(n_left);
                all.push(places);
                all.len() - 1
            });
            which.push(at);
        }
        (all, which)
    }

    /// Returns where one passage stands.
    pub fn locate(&self, words: &str, hint: Option<Hint>) -> Located {
        self.locate_all(&[(words, hint)]).pop().unwrap_or(Located::Nowhere)
    }

    fn decide(&self, places: &Places, hint: Option<Hint>, paragraphs: Option<&Paragraphs>) -> Located {
        let found = |span: Span| Located::Once(span, places.fit);
        if places.n_unseen > 0 {
            return Located::Several(places.n_unseen);
        }
        if let Some(only) = places.only() {
            return found(only);
        }
        let starts: Vec<ByteOffset> = places.spans.iter().map(|span| span.start()).collect();
        let chosen = match hint {
            Some(Hint::Paragraph(number)) => paragraphs.and_then(|all| all.only(&starts, number)),
            Some(Hint::Character(before)) => self.nearest(&starts, CharOffset(before)),
            None => None,
        };
        let several = if starts.is_empty() { Located::Nowhere } else { Located::Several(starts.len()) };
        chosen.and_then(|place| places.spans.get(place).copied()).map_or(several, found)
    }

    /// Returns which of the places is at most half as far from `meant` as the next one.
    fn nearest(&self, starts: &[ByteOffset], meant: CharOffset) -> Option<usize> {
        let distance = |start: &ByteOffset| self.text.chars_at(*start).0.abs_diff(meant.0);
        let mut places: Vec<(u32, usize)> =
            starts.iter().enumerate().map(|(idx, start)| (distance(start), idx)).collect();
        places.sort_unstable();
        match places.as_slice() {
            [(near, idx), (far, _), ..] if near.saturating_mul(2) <= *far => Some(*idx),
            _ => None,
        }
    }

    fn places(&self, words: &str) -> Places {
        // Most words are stored as they should be, and composing accents is what takes time.
        let composed: Cow<'_, str> = if words.is_ascii() || is_nfc(words) {
            words.into()
        } else {
            words.nfc().collect::<String>().into()
        };
        let folded = folded_words(&composed);
        let found = self.places_of(&composed, &folded);
        if !found.spans.is_empty() || found.n_unseen > 0 {
            return found;
        }
        match without_ellipses(&folded) {
            Some(rest) if rest.len() >= TELLING => Places { fit: Fit::Cut, ..self.places_of("", rest) },
            _ => found,
        }
    }

    fn places_of(&self, words: &str, folded: &str) -> Places {
        if folded.is_empty() {
            return Places { spans: Vec::new(), fit: Fit::Exact, n_unseen: 0 };
        }
        let whole = match self.at_words.find(&self.folded, folded) {
            Found::At(starts) => {
                self.spans(starts.into_iter().filter(|at| self.folded.is_border(at + folded.len())), folded)
            }
            Found::Everywhere(n) => return Places { spans: Vec::new(), fit: Fit::Loose, n_unseen: n },
        };
        let exact = self.exact(&whole, words);
        if !exact.is_empty() {
            return Places { spans: exact, fit: Fit::Exact, n_unseen: 0 };
        }
        if !whole.is_empty() && folded.len() > SHORT {
            return Places { spans: whole, fit: Fit::Loose, n_unseen: 0 };
        }
        self.places_in_words(words, folded)
    }

    /// Returns where words stand that begin or end inside a word.
    fn places_in_words(&self, words: &str, folded: &str) -> Places {
        let anywhere = self.anywhere.get_or_init(|| Index::new(&self.folded.text, |_| true));
        let spans = match anywhere.find(&self.folded, folded) {
            Found::At(starts) => self.spans(starts.into_iter(), folded),
            Found::Everywhere(n) => return Places { spans: Vec::new(), fit: Fit::Loose, n_unseen: n },
        };
        let is_exact = !spans.is_empty() && self.exact(&spans, words).len() == spans.len();
        Places { spans, fit: if is_exact { Fit::Exact } else { Fit::Loose }, n_unseen: 0 }
    }

    fn spans(&self, starts: impl Iterator<Item = usize>, folded: &str) -> Vec<Span> {
        let unfold = |at: usize| self.folded.unfold(self.text.as_str(), at, at + folded.len());
        starts.filter_map(unfold).filter_map(|(start, end)| Span::from_bytes(start..end)).collect()
    }

    /// Returns those of the spans in which `words` stand just so, white space aside.
    fn exact(&self, spans: &[Span], words: &str) -> Vec<Span> {
        let stands = |span: &Span| {
            self.text.get(*span).is_some_and(|there| there.split_whitespace().eq(words.split_whitespace()))
        };
        spans.iter().copied().filter(stands).collect()
    }
}

impl Places {
    /// Only counts the places when they are several, and more than `n`.
    fn within(self, n: usize) -> Self {
        match self.spans.len() {
            several if several > n.max(1) => Places { spans: Vec::new(), n_unseen: several, ..self },
            _ => self,
        }
    }

    fn only(&self) -> Option<Span> {
        if let [only] = self.spans.as_slice() { Some(*only) } else { None }
    }
}

/// Returns folded words without the ellipsis, in brackets or not, that says they were cut off; nothing when there is none.
fn without_ellipses(folded: &str) -> Option<&str> {
    const MARKS: [&str; 3] = ["[...]", "(...)", "..."];
    let at_end = MARKS.iter().find_map(|mark| folded.strip_suffix(mark));
    let rest = at_end.unwrap_or(folded);
    let at_start = MARKS.iter().find_map(|mark| rest.strip_prefix(mark));
    (at_end.is_some() || at_start.is_some()).then(|| at_start.unwrap_or(rest).trim())
}

#[cfg(test)]
mod tests;
