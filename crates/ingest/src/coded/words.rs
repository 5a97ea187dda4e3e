//! Comparing the words of a passage with those that a program wrote down for it.

use unicode_normalization::UnicodeNormalization;

/// How much longer one of two texts with the same words may be: white space that a program left out.
const MOST_SPACE: usize = 4096;

/// Returns whether two texts have the same words: white space aside, of which programs keep what they like, and accents
/// composed or not.
pub(crate) fn same_words(first: &str, second: &str) -> bool {
    let (shorter, longer) = (first.len().min(second.len()), first.len().max(second.len()));
    // Of a hostile file, each of many passages could cover all of a long text.
    if longer > shorter * 8 + MOST_SPACE {
        return false;
    }
    first == second || letters(first).eq(letters(second))
}

fn letters(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace()).nfc()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_and_the_form_of_accents_do_not_matter() {
        assert!(same_words("een\u{2029}twee  drie", "een\ntwee drie"));
        assert!(same_words("cafe\u{301}\u{a0}dicht", "café dicht"));
        assert!(!same_words("een twee", "een Twee"));
        assert!(!same_words("een", "een twee"));
    }
}
