//! From a text to the terms of the index: its words, folded.

use crate::form::fold;
use crate::words::{Words, words};
use tantivy::tokenizer::{Token, TokenStream, Tokenizer, TokenizerManager};

/// The name by which the schema knows the analyser.
pub(crate) const FOLDED: &str = "draad-folded";

/// How words are found, for people who cite it.
pub(crate) const ALGORITHM: &str = "Snowball, Dutch (Kraaij-Pohlmann), on words without accents";

/// Version of what this file, `form.rs` and `words.rs` do; an index made by another version is rebuilt.
pub(crate) const VERSION: u32 = 2;

/// Returns the analyser under its name.
pub(crate) fn analysers() -> TokenizerManager {
    let manager = TokenizerManager::default();
    manager.register(FOLDED, Folded::default());
    manager
}

/// Returns the words of a text, folded, in order.
pub(crate) fn folded(text: &str) -> Vec<String> {
    words(text).map(|range| fold(&text[range]).into_owned()).collect()
}

/// Cuts a text into words and folds them.
#[derive(Clone, Default)]
struct Folded {
    token: Token,
}

struct FoldedStream<'a> {
    text: &'a str,
    words: Words<'a>,
    token: &'a mut Token,
}

impl Tokenizer for Folded {
    type TokenStream<'a> = FoldedStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> FoldedStream<'a> {
        self.token.reset();
        FoldedStream { text, words: words(text), token: &mut self.token }
    }
}

impl TokenStream for FoldedStream<'_> {
    fn advance(&mut self) -> bool {
        let Some(range) = self.words.next() else {
            return false;
        };
        self.token.position = self.token.position.wrapping_add(1);
        self.token.offset_from = range.start;
        self.token.offset_to = range.end;
        self.token.text.clear();
        self.token.text.push_str(&fold(&self.text[range]));
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
