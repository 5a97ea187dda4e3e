//! Texts of other programs as they are stored, and the way from positions in the one to positions in the other.

use crate::clean::begins_anew;
use draad_core::Span;
use std::ops::Range;
use unicode_normalization::{UnicodeNormalization, is_nfc};

/// A text of another program, its stored form, and the way between them.
///
/// The stored form differs as little as can be: no byte order mark, lines ending in LF, accents composed (NFC).
pub(crate) struct ForeignText {
    /// The text as it is stored.
    pub(crate) stored: String,
    /// Where stretches of the raw text that are stored otherwise begin and end, in raw bytes and in stored bytes; between
    /// them both run on alike. Sorted.
    changes: Vec<(Range<usize>, Range<usize>)>,
}

impl ForeignText {
    /// Stores `raw`, decoded but otherwise as it was in the file.
    pub(crate) fn new(raw: &str) -> Self {
        let mut text = Self { stored: String::with_capacity(raw.len()), changes: Vec::new() };
        let body = raw.strip_prefix('\u{feff}').unwrap_or(raw);
        if body.len() < raw.len() {
            text.changes.push((0..raw.len() - body.len(), 0..0));
        }
        let mut at = raw.len() - body.len();
        for line in body.split_inclusive(['\n', '\r']) {
            at += text.push_line(line, at, raw);
        }
        text
    }

    /// Stores a line with its line break, and returns how many raw bytes were taken.
    fn push_line(&mut self, line: &str, at: usize, raw: &str) -> usize {
        let words = line.trim_end_matches(['\n', '\r']);
        self.push_words(words, at);
        let end = &line[words.len()..];
        let start = self.stored.len();
        match end {
            "" => {}
            // The line feed of a pair comes as a line of its own.
            "\r" if raw[at + line.len()..].starts_with('\n') => {
                self.changes.push((at + words.len()..at + line.len(), start..start));
            }
            _ => self.stored.push('\n'),
        }
        line.len()
    }

    /// Stores the words of a line. Where accents are joined, each cluster of a letter with its marks is one change.
    fn push_words(&mut self, words: &str, at: usize) {
        if is_nfc(words) {
            self.stored.push_str(words);
            return;
        }
        let mut from = 0;
        while from < words.len() {
            let len = cluster(&words[from..]);
            let part = &words[from..from + len];
            let start = self.stored.len();
            self.stored.extend(part.nfc());
            if self.stored[start..] != *part {
                self.changes.push((at + from..at + from + len, start..self.stored.len()));
            }
            from += len;
        }
    }

    /// Returns where a raw byte position is in the stored text. A position inside what became one character comes after it
    /// when it is an end, and before it when it is a start.
    fn place(&self, raw: usize, is_end: bool) -> usize {
        let next = self.changes.partition_point(|(from, _)| from.start < raw);
        let Some((from, to)) = next.checked_sub(1).and_then(|last| self.changes.get(last)) else {
            return raw.min(self.stored.len());
        };
        match raw < from.end {
            true if is_end => to.end,
            true => to.start,
            false => (to.end + (raw - from.end)).min(self.stored.len()),
        }
    }

    /// Returns where the character at a raw byte position is in the stored text.
    pub(crate) fn byte(&self, raw: usize) -> usize {
        self.stored.floor_char_boundary(self.place(raw, false))
    }

    /// Returns the stretch of the stored text that a stretch of raw bytes became; nothing when it holds no characters.
    pub(crate) fn span(&self, raw: Range<usize>) -> Option<Span> {
        let (start, end) = (self.place(raw.start, false), self.place(raw.end, true));
        let start = self.stored.floor_char_boundary(start);
        Span::from_bytes(start..self.stored.ceil_char_boundary(end))
    }
}

/// Returns the length of the first cluster: up to the next place where composing begins anew.
fn cluster(text: &str) -> usize {
    let next = text.char_indices().skip(1).find(|&(_, c)| begins_anew(c));
    next.map_or(text.len(), |(at, _)| at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn positions_go_along_with_the_words() {
        let raw = "\u{feff}Ja.\r\ne\u{301}e\u{301}n\rnee\n\r\nzo";
        let text = ForeignText::new(raw);
        assert_eq!(text.stored, "Ja.\néén\nnee\n\nzo");
        for (words, stored) in [("Ja.", "Ja."), ("e\u{301}e\u{301}n", "één"), ("nee", "nee"), ("zo", "zo")]
        {
            let at = raw.find(words).unwrap();
            let span = text.span(at..at + words.len()).unwrap();
            assert_eq!(&text.stored[span.range()], stored);
        }
        let accent = raw.find('\u{301}').unwrap();
        assert_eq!(&text.stored[text.span(accent..accent + 2).unwrap().range()], "é");
        assert_eq!(text.span(0..3), None);
        let line_break = raw.find('\r').unwrap();
        assert_eq!(&text.stored[text.span(line_break..line_break + 2).unwrap().range()], "\n");
    }

    proptest! {
        #[test]
        fn texts_are_stored_as_everywhere_and_stretches_keep_their_words(
            before in "(\\PC|[\r\n\u{301}\u{feff}\u{1f469}\u{1100}\u{1161}\u{11a8}]){0,30}",
            words in "[a-zé👩ł ]{1,8}",
            after in "(\\PC|[\r\n\u{feff}]){0,30}",
        ) {
            let raw = format!("{before}|{words}|{after}");
            let text = ForeignText::new(&raw);
            prop_assert_eq!(&text.stored, &draad_core::source::normalised(&raw));
            let start = before.len() + 1;
            let span = text.span(start..start + words.len()).unwrap();
            prop_assert_eq!(&text.stored[span.range()], words);
        }
    }
}
