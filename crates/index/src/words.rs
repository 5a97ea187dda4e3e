//! Cutting a text into words: by Unicode's rules for word borders, with two additions that Dutch conversations need:
//! the short forms `'s 't 'n 'k 'm 'r` keep their apostrophe, and an emoji is a word.

use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};
use unicode_segmentation::{UWordBoundIndices, UnicodeSegmentation};

/// What may follow an apostrophe at the start of a short form.
const SHORT_FORMS: [&str; 6] = ["s", "t", "n", "k", "m", "r"];

/// Returns the byte ranges of the words in `text`, in order.
pub(crate) fn words(text: &str) -> Words<'_> {
    Words { segments: text.split_word_bound_indices(), apostrophe: None, after_word: false }
}

/// Iterator over the words of a text.
pub(crate) struct Words<'t> {
    segments: UWordBoundIndices<'t>,
    /// Where an apostrophe stands that the next word may need.
    apostrophe: Option<usize>,
    after_word: bool,
}

impl Iterator for Words<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        loop {
            let (start, segment) = self.segments.next()?;
            let apostrophe = self.apostrophe.take();
            if let Some(word) = trimmed(segment) {
                self.after_word = true;
                let is_short = SHORT_FORMS.iter().any(|short| segment.eq_ignore_ascii_case(short));
                let own_start = apostrophe.filter(|_| is_short).unwrap_or(start + word.start);
                return Some(own_start..start + word.end);
            }
            if matches!(segment, "'" | "’" | "‘" | "ʼ" | "`") && !self.after_word {
                self.apostrophe = Some(start);
            }
            self.after_word = false;
        }
    }
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

    #[test]
    fn emoji_are_words_and_keep_their_parts_together() {
        assert_eq!(cut("fijn 👍🏽👩‍👧 ❤️."), ["fijn", "👍🏽", "👩‍👧", "❤️"]);
        assert_eq!(plain_form("👍🏽"), "👍");
        assert_eq!(plain_form("❤️"), "❤");
        assert_eq!(plain_form("e\u{301}e\u{301}n"), "één");
    }
}
