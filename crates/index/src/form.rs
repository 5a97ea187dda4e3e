//! The two forms of one word by which it is found: folded (no capitals, no accents) and its stem.

use crate::words::plain_form;
use frostem::{Algorithm, Stemmer};
use std::borrow::Cow;
use tantivy::tokenizer::{AsciiFoldingFilter, RawTokenizer, TextAnalyzer, TokenStream};

/// Stands for `*` while a pattern is cut into words: a letter that nobody writes.
pub(crate) const ANY_LETTERS: char = '\u{A66E}';

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
    // some small capitals fold to capitals
    if folded.advance() { folded.token_mut().text.to_ascii_lowercase() } else { lower.clone() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;
    use proptest::prelude::*;

    fn folded(text: &str) -> Vec<String> {
        words(text).map(|range| fold(&text[range]).into_owned()).collect()
    }

    fn stems(text: &str) -> Vec<String> {
        folded(text).iter().map(|word| stem(word)).collect()
    }

    #[test]
    fn words_lose_capitals_accents_and_marks() {
        let text = "Één Patiënten zo'n 'S ’t auto’s ÆSOPUS Straße 👍🏽 3e _Heel_ e\u{301}e\u{301}n ŻÓŁĆ";
        let expected = [
            "een",
            "patienten",
            "zo'n",
            "'s",
            "'t",
            "auto's",
            "aesopus",
            "strasse",
            "👍",
            "3e",
            "heel",
            "een",
            "zolc",
        ];
        assert_eq!(folded(text), expected);
    }

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for group in [
            "werkte gewerkt Werken",
            "patiënten patienten PATIËNT patie\u{308}nt",
            "ideeën ideeen idee",
            "categorieën categorie",
            "auto's auto’s auto",
            "één een",
            "'s ’s 'S",
        ] {
            let stems = stems(group);
            assert!(stems.iter().all(|stem| *stem == stems[0]), "{group}: {stems:?}");
        }
        assert_ne!(stem("'s"), stem("s"));
    }

    #[test]
    fn no_word_is_without_stem() {
        for first in 'a'..='z' {
            for second in 'a'..='z' {
                let text = format!(
                    "{first} '{first} {first}{second} '{first}{second} {first}'{second} ge{first}{second}"
                );
                assert!(stems(&text).iter().all(|stem| !stem.is_empty()), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn what_is_folded_stays_as_it_is(text in "\\PC{0,60}") {
            for word in folded(&text) {
                prop_assert!(!word.is_empty());
                prop_assert_eq!(fold(&word), word.as_str());
            }
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
