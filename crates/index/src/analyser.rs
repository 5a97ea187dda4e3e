//! From a text to the terms of the index: the exact words, and their stems.

use crate::words::{Words, plain_form, words};
use tantivy::tokenizer::{
    AsciiFoldingFilter, BoxTokenStream, Language, LowerCaser, Stemmer, TextAnalyzer, Token, TokenStream,
    Tokenizer, TokenizerManager,
};

/// The name by which the schema knows the analyser of exact words.
pub(crate) const EXACT: &str = "draad-exact";
/// The name by which the schema knows the analyser of stems.
pub(crate) const STEMMED: &str = "draad-stemmed";

/// How words are found, for people who cite it.
pub(crate) const ALGORITHM: &str = "Snowball, Dutch (Kraaij-Pohlmann), on words without accents";

/// Version of what this file and `words.rs` do; an index made by another version is rebuilt.
pub(crate) const VERSION: u32 = 1;

/// Returns both analysers under their names.
pub(crate) fn analysers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(EXACT, exact());
    manager.register(STEMMED, stemmed());
    manager
}

/// Returns the analyser of exact words: lower case, no accents.
pub(crate) fn exact() -> TextAnalyzer {
    TextAnalyzer::builder(WordTokenizer::default()).filter(LowerCaser).filter(AsciiFoldingFilter).build()
}

/// Returns the analyser of stems. Accents go first, so that a word is found whichever way it was typed.
pub(crate) fn stemmed() -> TextAnalyzer {
    let shortened =
        TextAnalyzer::builder(Shortened { inner: exact() }).filter(Stemmer::new(Language::Dutch)).build();
    TextAnalyzer::from(NeverEmpty { inner: shortened })
}

/// Returns the terms of a text, in order.
pub(crate) fn terms(mut analyser: TextAnalyzer, text: &str) -> Vec<String> {
    let mut found = Vec::new();
    analyser.token_stream(text).process(&mut |token| found.push(token.text.clone()));
    found
}

/// Cuts a text into words.
#[derive(Clone, Default)]
struct WordTokenizer {
    token: Token,
}

struct WordStream<'a> {
    text: &'a str,
    words: Words<'a>,
    token: &'a mut Token,
}

impl Tokenizer for WordTokenizer {
    type TokenStream<'a> = WordStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> WordStream<'a> {
        self.token.reset();
        WordStream { text, words: words(text), token: &mut self.token }
    }
}

impl TokenStream for WordStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(range) = self.words.next() else {
            return false;
        };
        let word = &self.text[range.clone()];
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = range.start;
        self.token.offset_to = range.end;
        self.token.text.clear();
        if word.is_ascii() {
            self.token.text.push_str(word);
        } else {
            self.token.text.push_str(&plain_form(word));
        }
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}

/// Shortens plurals such as `ideeën` and `categorieën`, which the stemmer leaves as they are.
#[derive(Clone)]
struct Shortened {
    inner: TextAnalyzer,
}

struct ShortenedStream<'a>(BoxTokenStream<'a>);

impl Tokenizer for Shortened {
    type TokenStream<'a> = ShortenedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> ShortenedStream<'a> {
        ShortenedStream(self.inner.token_stream(text))
    }
}

impl TokenStream for ShortenedStream<'_> {
    fn advance(&mut self) -> bool {
        if !self.0.advance() {
            return false;
        }
        let word = &mut self.0.token_mut().text;
        if word.ends_with("eeen") || word.ends_with("ieen") {
            word.truncate(word.len() - "en".len());
        }
        true
    }

    fn token(&self) -> &Token {
        self.0.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.0.token_mut()
    }
}

/// Puts back the word itself where the stemmer leaves nothing, as it does with `'s`.
#[derive(Clone)]
struct NeverEmpty {
    inner: TextAnalyzer,
}

struct NeverEmptyStream<'a> {
    text: &'a str,
    inner: BoxTokenStream<'a>,
}

impl Tokenizer for NeverEmpty {
    type TokenStream<'a> = NeverEmptyStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> NeverEmptyStream<'a> {
        NeverEmptyStream { text, inner: self.inner.token_stream(text) }
    }
}

impl TokenStream for NeverEmptyStream<'_> {
    fn advance(&mut self) -> bool {
        if !self.inner.advance() {
            return false;
        }
        let token = self.inner.token_mut();
        if token.text.is_empty() {
            let word = &self.text[token.offset_from..token.offset_to];
            token.text = word.to_lowercase().replace(['’', '‘', 'ʼ', '`'], "'");
        }
        true
    }

    fn token(&self) -> &Token {
        self.inner.token()
    }

    fn token_mut(&mut self) -> &mut Token {
        self.inner.token_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stem(word: &str) -> String {
        terms(stemmed(), word).join(" ")
    }

    #[test]
    fn forms_of_one_word_share_a_stem() {
        for group in [
            &["werkte", "gewerkt", "Werken"][..],
            &["patiënten", "patienten", "PATIËNT", "patie\u{308}nt"],
            &["ideeën", "ideeen", "idee"],
            &["categorieën", "categorie"],
            &["auto's", "auto’s", "auto"],
            &["één", "een"],
            &["'s", "’s", "'S"],
        ] {
            for word in group {
                assert_eq!(stem(word), stem(group[0]), "{word}");
                assert!(!stem(word).is_empty(), "{word}");
            }
        }
        assert_ne!(stem("'s"), stem("s"));
    }

    #[test]
    fn exact_words_keep_their_endings() {
        assert_eq!(terms(exact(), "Zo'n Patiënten"), ["zo'n", "patienten"]);
    }
}
