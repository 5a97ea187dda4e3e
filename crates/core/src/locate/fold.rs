//! Texts without what programs, typists and page layout change in them.

use unicode_normalization::UnicodeNormalization;

/// A text in small letters, with single blanks and plain marks, that knows where each of its bytes came from.
#[derive(Debug, Default)]
pub(super) struct Folded {
    /// The folded text, without blanks at its start.
    pub(super) text: String,
    /// For each byte of `text`, the byte at which its character starts in the text it was made of.
    places: Vec<u32>,
}

impl Folded {
    /// Folds `text`.
    pub(super) fn new(text: &str) -> Self {
        let mut folded =
            Self { text: String::with_capacity(text.len()), places: Vec::with_capacity(text.len()) };
        for (at, c) in text.char_indices() {
            fold(c, &mut folded.text);
            folded.places.resize(folded.text.len(), at as u32);
        }
        folded
    }

    /// Returns the stretch of `original` that `start..end` of the folded text was made of.
    pub(super) fn unfold(&self, original: &str, start: usize, end: usize) -> Option<(usize, usize)> {
        let first = *self.places.get(start)? as usize;
        let last = *self.places.get(end.checked_sub(1)?)? as usize;
        let width = original.get(last..)?.chars().next()?.len_utf8();
        Some((first, last + width))
    }

    /// Returns whether a word could start or end before byte `at`.
    pub(super) fn is_border(&self, at: usize) -> bool {
        let (before, after) = self.text.split_at(at);
        let is_in_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        !is_in_word(before.chars().next_back()) || !is_in_word(after.chars().next())
    }
}

/// Folds words to look for: as a text, without blanks at either end.
pub(super) fn folded_words(words: &str) -> String {
    let mut folded = String::with_capacity(words.len());
    words.chars().for_each(|c| fold(c, &mut folded));
    folded.truncate(folded.trim_end().len());
    folded
}

fn fold(c: char, folded: &mut String) {
    match c {
        ' ' | '\n' => push_blank(folded),
        _ if c.is_ascii_alphanumeric() => folded.push(c.to_ascii_lowercase()),
        '\'' | '"' | '`' | '´' | '′' | '″' | '«' | '»' | '‹' | '›' | '\u{2018}'..='\u{201f}' => {
            folded.push('\'')
        }
        '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{fe58}' | '\u{fe63}' | '\u{ff0d}' => folded.push('-'),
        '…' => folded.push_str("..."),
        _ if c.is_whitespace() => push_blank(folded),
        _ if is_invisible(c) => {}
        _ if c.is_ascii() => folded.push(c),
        // Takes ligatures apart: `ﬁ`, `ĳ`.
        _ => folded.extend(std::iter::once(c).nfkc().flat_map(char::to_lowercase)),
    }
}

fn push_blank(folded: &mut String) {
    if !folded.is_empty() && !folded.ends_with(' ') {
        folded.push(' ');
    }
}

/// Soft hyphens, joiners, marks of direction and control characters: nobody sees them.
fn is_invisible(c: char) -> bool {
    let is_mark =
        matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}' | '\u{feff}');
    is_mark || c.is_control()
}
