//! The two forms of one word by which it is found: folded (no capitals, no accents) and its stem.
//!
//! For one word they are what the analysers `exact` and `stemmed` make of it; a property test holds them equal.

use crate::words::plain_form;
use frostem::{Algorithm, Stemmer};
use std::borrow::Cow;
use tantivy::tokenizer::{AsciiFoldingFilter, RawTokenizer, TextAnalyzer, TokenStream};

/// Returns one word, as [`words`](crate::words::words) cuts it, in lower case and without accents.
///
/// A word of lower-case ASCII letters, which most words are, is handed back as it is.
pub(crate) fn fold(word: &str) -> Cow<'_, str> {
    if !word.is_ascii() {
        return Cow::Owned(fold_accents(word));
    }
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Owned(word.to_ascii_lowercase());
    }
    Cow::Borrowed(word)
}

/// Returns the stem of a folded word: Kraaij-Pohlmann's, with two additions.
///
/// The plurals in `-eeën` and `-ieën` lose their `-en` first, because the stemmer sees no plural in them once the accent
/// is gone; and a word of which nothing is left (`'s`) is its own stem.
///
/// The stem is for finding and counting. It is no word, and never shown to people.
pub(crate) fn stem(folded: &str) -> String {
    let short = shortened(folded);
    let stem = Stemmer::new(Algorithm::Dutch).stem(short);
    if stem.is_empty() { folded.to_owned() } else { stem.into_owned() }
}

/// Returns the word without the ending of a plural such as `ideeën` or `categorieën`.
fn shortened(folded: &str) -> &str {
    if folded.ends_with("eeen") || folded.ends_with("ieen") {
        &folded[..folded.len() - "en".len()]
    } else {
        folded
    }
}

/// Folds a word with letters outside ASCII. Letter by letter, so that a Greek `Σ` is `σ` wherever it stands.
fn fold_accents(word: &str) -> String {
    let lower: String = plain_form(word).chars().flat_map(char::to_lowercase).collect();
    let mut filter = TextAnalyzer::builder(RawTokenizer::default()).filter(AsciiFoldingFilter).build();
    let mut folded = filter.token_stream(&lower);
    if folded.advance() { std::mem::take(&mut folded.token_mut().text) } else { lower.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analyser::{exact, stemmed, terms};
    use crate::words::words;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).map(|range| fold(&text[range]).into_owned()).collect()
    }

    fn stems(text: &str) -> Vec<String> {
        words(text).map(|range| stem(&fold(&text[range]))).collect()
    }

    #[test]
    fn words_are_folded_as_the_index_folds_them() {
        let text = "Één Patiënten zo'n 'S ’t auto’s ÆSOPUS Straße ΟΔΟΣ 👍🏽 3e _Heel_ e\u{301}e\u{301}n ᴀB İx";
        assert_eq!(folded(text), terms(exact(), text));
        assert_eq!(stems(text), terms(stemmed(), text));
    }

    /// Short words with an apostrophe or `ge-` are where the stemmer leaves nothing, if it does so anywhere.
    #[test]
    fn what_has_no_stem_is_its_own() {
        assert_eq!(stems("'s ’S"), ["'s", "'s"]);
        for first in 'a'..='z' {
            for second in 'a'..='z' {
                let text = format!(
                    "{first} '{first} {first}{second} '{first}{second} {first}'{second} ge{first}{second}"
                );
                assert_eq!(stems(&text), terms(stemmed(), &text));
                assert!(stems(&text).iter().all(|stem| !stem.is_empty()), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_has_the_words_of_the_index(text in "\\PC{0,60}") {
            prop_assert_eq!(folded(&text), terms(exact(), &text));
            prop_assert_eq!(stems(&text), terms(stemmed(), &text));
        }

        #[test]
        fn dutch_has_the_words_of_the_index(text in "([a-zA-Zéëïóü'’ʼ]{1,14}(ieën|eeën|en|heid|ing)?[ ,.-]{1,2}){0,12}") {
            prop_assert_eq!(folded(&text), terms(exact(), &text));
            prop_assert_eq!(stems(&text), terms(stemmed(), &text));
        }
    }

    /// Word list of our own; stems by snowballstemmer 3.1.1 for Python, algorithm `dutch`.
    const REFERENCE: &str = include_str!("fixtures/dutch-stems.csv");

    /// The one difference: we take the accent off before, they leave it on. No word of the list ends as [`shortened`] looks for.
    #[test]
    fn stems_are_those_of_kraaij_and_pohlmann() {
        let mut accented = Vec::new();
        for (word, expected) in REFERENCE.lines().skip(1).filter_map(|line| line.split_once(',')) {
            assert_eq!(stem(&fold(word)), fold(expected), "{word}");
            assert_eq!(shortened(&fold(word)), fold(word));
            if !expected.is_ascii() {
                accented.push(word);
            }
        }
        assert_eq!(accented, ["beëindigd", "beëindiging", "beëindigen"]);
    }
}
