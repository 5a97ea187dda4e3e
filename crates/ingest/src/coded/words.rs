//! Comparing the words of a passage with those that a program wrote down for it.

use unicode_normalization::UnicodeNormalization;

/// Returns whether two texts have the same words: white space aside, of which programs keep what they like, and accents
/// composed or not.
pub(crate) fn same_words(first: &str, second: &str) -> bool {
    let letters = |text: &'_ str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    first == second || letters(first).nfc().eq(letters(second).nfc())
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
