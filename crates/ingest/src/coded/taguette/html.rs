//! Documents as Taguette keeps them: HTML, in which positions count the bytes of the words between the tags.

use crate::coded::text::ForeignText;
use draad_core::{Span, Text};
use html5gum::{DefaultEmitter, Token, Tokenizer};
use std::cell::OnceCell;
use std::ops::Range;

/// The text of a document: the words between its tags, white space as a browser shows it, a line for each block.
pub(super) struct Page {
    text: ForeignText,
    /// Which stretches of the words between the tags stand where in the text before it was normalised. Sorted; what lies
    /// between them is white space that a browser does not show.
    stretches: Vec<Stretch>,
    /// The stored text with its characters counted, when somebody asks.
    counted: OnceCell<Text>,
}

/// Words that stand in the text as they stood between the tags.
struct Stretch {
    from: usize,
    to: usize,
    length: usize,
}

impl Page {
    /// Reads a document.
    pub(super) fn new(html: &str) -> Self {
        let mut composer = Composer::default();
        each_piece(html, |piece| match piece {
            Piece::Words(words) => composer.push(words),
            Piece::Block => composer.n_breaks = composer.n_breaks.max(1),
            Piece::Break => composer.n_breaks = (composer.n_breaks + 1).min(2),
            Piece::Cell => composer.is_apart = true,
        });
        Self {
            text: ForeignText::new(&composer.text),
            stretches: composer.stretches,
            counted: OnceCell::new(),
        }
    }

    /// Returns the text as it is stored.
    pub(super) fn stored(&self) -> &str {
        &self.text.stored
    }

    /// Returns how many characters of the stored text stand before a place.
    pub(super) fn n_chars_before(&self, span: Span) -> u32 {
        self.counted.get_or_init(|| Text::new(self.stored())).chars_at(span.start()).0
    }

    /// Returns where a stretch of the words between the tags stands in the stored text; nothing when it holds nothing that
    /// a browser shows.
    pub(super) fn span(&self, bytes: Range<usize>) -> Option<Span> {
        let first = self.stretches.partition_point(|stretch| stretch.from + stretch.length <= bytes.start);
        let end = self.stretches.partition_point(|stretch| stretch.from < bytes.end);
        let (first, last) = (self.stretches.get(first)?, self.stretches.get(end.checked_sub(1)?)?);
        let start = first.to + bytes.start.saturating_sub(first.from);
        let end = last.to + (bytes.end - last.from).min(last.length);
        if start < end { self.text.span(start..end) } else { None }
    }
}

/// Returns the words of a piece of HTML, as they stand between its tags.
pub(super) fn words(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.to_owned();
    }
    let mut words = String::with_capacity(html.len());
    each_piece(html, |piece| match piece {
        Piece::Words(part) => words.push_str(part),
        Piece::Block | Piece::Break | Piece::Cell => words.push('\n'),
    });
    words
}

/// What a document is made of.
enum Piece<'p> {
    Words(&'p str),
    /// A block begins or ends.
    Block,
    /// A line ends.
    Break,
    /// A cell of a table begins or ends.
    Cell,
}

fn each_piece(html: &str, mut each: impl FnMut(Piece)) {
    for token in Tokenizer::new_with_emitter(html, DefaultEmitter::default()) {
        let Ok(token) = token;
        let name = match &token {
            Token::String(words) => {
                each(Piece::Words(&String::from_utf8_lossy(words)));
                continue;
            }
            Token::StartTag(tag) => tag.name.as_slice(),
            Token::EndTag(tag) => tag.name.as_slice(),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => continue,
        };
        match name {
            b"br" => each(Piece::Break),
            b"td" | b"th" => each(Piece::Cell),
            _ if is_block(name) => each(Piece::Block),
            _ => {}
        }
    }
}

fn is_block(name: &[u8]) -> bool {
    const BLOCKS: [&[u8]; 18] = [
        b"p",
        b"div",
        b"li",
        b"ul",
        b"ol",
        b"h1",
        b"h2",
        b"h3",
        b"h4",
        b"h5",
        b"h6",
        b"blockquote",
        b"pre",
        b"table",
        b"tr",
        b"section",
        b"article",
        b"hr",
    ];
    BLOCKS.contains(&name)
}

/// A text under construction.
#[derive(Default)]
struct Composer {
    text: String,
    stretches: Vec<Stretch>,
    /// How many bytes stood between the tags so far.
    n_bytes: usize,
    /// Line breaks that come before the next word.
    n_breaks: usize,
    /// White space that comes before the next word: where it starts between the tags.
    space: Option<usize>,
    /// Whether something comes between the last word and the next.
    is_apart: bool,
}

impl Composer {
    fn push(&mut self, words: &str) {
        let mut rest = words;
        while !rest.is_empty() {
            let n_spaces = rest.len() - rest.trim_start_matches(is_space).len();
            if n_spaces > 0 {
                self.space.get_or_insert(self.n_bytes);
                self.n_bytes += n_spaces;
                rest = &rest[n_spaces..];
            }
            let word = rest.find(is_space).unwrap_or(rest.len());
            if word > 0 {
                self.push_word(&rest[..word]);
                rest = &rest[word..];
            }
        }
    }

    fn push_word(&mut self, word: &str) {
        let (n_breaks, space) = (std::mem::take(&mut self.n_breaks), self.space.take());
        let is_apart = std::mem::take(&mut self.is_apart);
        if !self.text.is_empty() {
            match space {
                _ if n_breaks > 0 => self.text.extend(std::iter::repeat_n('\n', n_breaks)),
                Some(from) => self.copy(from, " "),
                None if is_apart => self.text.push(' '),
                None => {}
            }
        }
        self.copy(self.n_bytes, word);
        self.n_bytes += word.len();
    }

    /// Puts words that stood at `from` into the text.
    fn copy(&mut self, from: usize, words: &str) {
        match self.stretches.last_mut() {
            Some(last) if last.from + last.length == from && last.to + last.length == self.text.len() => {
                last.length += words.len();
            }
            _ => self.stretches.push(Stretch { from, to: self.text.len(), length: words.len() }),
        }
        self.text.push_str(words);
    }
}

/// Returns whether a browser takes `c` for white space; a non-breaking blank is a letter to it.
fn is_space(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\n' | '\r' | '\u{c}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Checks the text of a document, and what stands at these bytes of the words between its tags.
    fn check(html: &str, stored: &str, places: &[(Range<usize>, &str)]) {
        let page = Page::new(html);
        assert_eq!(page.stored(), stored);
        for (bytes, expected) in places {
            let found = page.span(bytes.clone()).map_or("", |span| &page.stored()[span.range()]);
            assert_eq!(found, *expected, "{bytes:?} in {html}");
        }
    }

    #[test]
    fn bytes_between_the_tags_become_places_in_the_text() {
        check(
            "<p>Hallo <b>lieve <i>men</i>sen</b></p>",
            "Hallo lieve mensen",
            &[(6..11, "lieve"), (12..18, "mensen")],
        );
        // & and é of two bytes, a non-breaking blank of two, an emoji of four.
        check(
            "R&amp;B &eacute;&nbsp;één 😀 ja",
            "R&B é\u{a0}één 😀 ja",
            &[(0..3, "R&B"), (4..13, "é\u{a0}één"), (14..18, "😀"), (19..21, "ja")],
        );
        check(
            "<p>een</p>\n\n<p>twee</p>",
            "een\ntwee",
            &[(0..3, "een"), (5..9, "twee"), (3..5, ""), (0..9, "een\ntwee"), (4..9, "twee")],
        );
        check("<p>een</p><p>twee</p>", "een\ntwee", &[(0..3, "een"), (3..7, "twee"), (2..4, "n\nt")]);
        check("een<br>twee<br/><br>drie", "een\ntwee\n\ndrie", &[(3..7, "twee"), (7..11, "drie")]);
        check("<ul><li>a<ol><li>b</li></ol></li><li>c</li></ul>d", "a\nb\nc\nd", &[(1..2, "b"), (3..4, "d")]);
        check("een<!-- <p>niets</p> -->twee", "eentwee", &[(3..7, "twee")]);
        check("een \n  twee", "een twee", &[(3..7, " "), (7..11, "twee"), (0..5, "een ")]);
        check("e\u{301}e\u{301}n ja", "één ja", &[(0..7, "één"), (8..10, "ja")]);
    }

    #[test]
    fn places_past_the_end_hold_nothing() {
        check("<p>ja</p>", "ja", &[(2..9, ""), (5..6, ""), (1..99, "a"), (0..0, ""), (0..usize::MAX, "ja")]);
        check("", "", &[(0..1, "")]);
    }

    proptest! {
        #[test]
        fn words_are_found_again_wherever_tags_stand(
            parts in proptest::collection::vec((0..8_usize, "[a-zé😀&< ]{0,6}"), 0..20),
            chosen in 0..20_usize,
        ) {
            const TAGS: [&str; 8] = ["<p>", "</p>", "<b>", "</b>", "<br>", "<li>", "\n", "<!-- x -->"];
            let (mut html, mut n_bytes, mut places) = (String::new(), 0, Vec::new());
            for (tag, words) in &parts {
                html.push_str(TAGS[*tag]);
                html.push_str(&words.replace('&', "&amp;").replace('<', "&lt;"));
                n_bytes += usize::from(TAGS[*tag] == "\n");
                places.push((n_bytes..n_bytes + words.len(), words));
                n_bytes += words.len();
            }
            if let Some((bytes, words)) = places.get(chosen) {
                let page = Page::new(&html);
                let found = page.span(bytes.clone()).map_or("", |span| &page.stored()[span.range()]);
                let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
                prop_assert_eq!(squeezed(found), squeezed(words));
            }
        }
    }
}
