//! Cutting a text into words: by Unicode's rules for word borders, with two additions that Dutch conversations need:
//! the short forms `'s 't 'n 'k 'm 'r` keep their apostrophe, and an emoji is a word.

use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation, UnicodeWordIndices};

/// What may follow an apostrophe at the start of a short form.
const SHORT_FORMS: [&str; 6] = ["s", "t", "n", "k", "m", "r"];

/// Returns the byte ranges of the words in `text`, in order.
pub(crate) fn words(text: &str) -> Words<'_> {
    match text.is_ascii() {
        true => Words::Ascii(AsciiWords { text: text.as_bytes(), words: text.unicode_word_indices() }),
        false => Words::Any(AnyWords::new(text)),
    }
}

/// Iterator over the words of a text.
pub(crate) enum Words<'t> {
    /// Most texts, for which the borders are found faster.
    Ascii(AsciiWords<'t>),
    Any(AnyWords<'t>),
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        match self {
            Words::Ascii(words) => words.next(),
            Words::Any(words) => words.next(),
        }
    }
}

/// The words of a text without accents or emoji.
pub(crate) struct AsciiWords<'t> {
    text: &'t [u8],
    words: UnicodeWordIndices<'t>,
}

impl Iterator for AsciiWords<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let (start, segment) = self.words.next()?;
            let Some(word) = trimmed(segment) else { continue };
            let has_apostrophe = match &self.text[..start] {
                [before @ .., b'\'' | b'`'] => !ends_with_word(before),
                _ => false,
            };
            let own_start = if has_apostrophe && is_short(segment) { start - 1 } else { start + word.start };
            return Some(own_start..start + word.end);
        }
    }
}

/// Whether a text ends with a letter or digit, perhaps with underscores after it.
fn ends_with_word(text: &[u8]) -> bool {
    text.iter().rev().find(|byte| **byte != b'_').is_some_and(u8::is_ascii_alphanumeric)
}

/// The words of any text.
pub(crate) struct AnyWords<'t> {
    segments: UWordBoundIndices<'t>,
    /// Where an apostrophe stands that the next word may need.
    apostrophe: Option<usize>,
    after_word: bool,
}

impl<'t> AnyWords<'t> {
    fn new(text: &'t str) -> Self {
        Self { segments: text.split_word_bound_indices(), apostrophe: None, after_word: false }
    }
}

impl Iterator for AnyWords<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let (start, segment) = self.segments.next()?;
            let apostrophe = self.apostrophe.take();
            if let Some(word) = trimmed(segment) {
                self.after_word = true;
                let own_start = apostrophe.filter(|_| is_short(segment)).unwrap_or(start + word.start);
                return Some(own_start..start + word.end);
            }
            if matches!(segment, "'" | "’" | "‘" | "ʼ" | "`") && !self.after_word {
                self.apostrophe = Some(start);
            }
            self.after_word = false;
        }
    }
}

/// Whether a word is what follows an apostrophe in a short form.
fn is_short(word: &str) -> bool {
    SHORT_FORMS.iter().any(|short| word.eq_ignore_ascii_case(short))
}

/// Returns a word in NFC, without combining marks that fit no letter, variation selectors and skin tones.
pub(crate) fn plain_form(word: &str) -> String {
    let plain: String = word
        .nfc()
        .filter(|&c| {
            !is_combining_mark(c) && !matches!(c, '\u{FE0E}' | '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
        })
        .collect();
    if plain.is_empty() { word.to_owned() } else { plain }
}

/// Returns the word in a segment, without white space and underscores that Unicode's rules leave on it (`_zeer_`); nothing
/// when the segment holds no letter, digit or emoji.
fn trimmed(segment: &str) -> Option<Range<usize>> {
    let starts_word = |c: char| (c.is_alphanumeric() && !is_combining_mark(c)) || is_pictograph(c);
    let start = segment.find(starts_word)?;
    Some(start..segment.trim_end_matches('_').len())
}

fn is_pictograph(c: char) -> bool {
    matches!(c, '\u{2600}'..='\u{27BF}' | '\u{2B50}' | '\u{2B55}' | '\u{1F000}'..='\u{1FAFF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> Vec<&str> {
        words(text).map(|range| &text[range]).collect()
    }

    #[test]
    fn dutch_short_forms_stay_whole() {
        assert_eq!(cut("'s Ochtends, zo'n auto’s!"), ["'s", "Ochtends", "zo'n", "auto’s"]);
        assert_eq!(cut("’t e-mailtje van m'n moeder's"), ["’t", "e", "mailtje", "van", "m'n", "moeder's"]);
        assert_eq!(cut("_heel_ goed_zo \u{301}x \u{301}"), ["heel", "goed_zo", "x"]);
        assert_eq!(cut("'Ja', zei ze; 'nee'"), ["Ja", "zei", "ze", "nee"]);
    }

    proptest! {
        #[test]
        fn the_fast_way_finds_the_same_words(text in "[ -~\n]{0,40}|([a-z'`_. ]|'s|'t ){0,20}") {
            prop_assert_eq!(words(&text).collect::<Vec<_>>(), AnyWords::new(&text).collect::<Vec<_>>());
        }
    }

    #[test]
    fn emoji_are_words_and_keep_their_parts_together() {
        assert_eq!(cut("fijn 👍🏽👩‍👧 ❤️."), ["fijn", "👍🏽", "👩‍👧", "❤️"]);
        assert_eq!(plain_form("👍🏽"), "👍");
        assert_eq!(plain_form("❤️"), "❤");
        assert_eq!(plain_form("e\u{301}e\u{301}n"), "één");
    }
}
