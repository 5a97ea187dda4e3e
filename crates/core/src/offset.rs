//! Positions in a text, and the only place where their units are converted.
//!
//! On disk and in exchange files positions count Unicode code points; in memory they count UTF-8 bytes; browsers count
//! UTF-16 units. [`Text`] keeps a sparse table of code points, so each conversion costs a scan of at most
//! 128 bytes.

use serde::Serialize;
use std::sync::Arc;

/// Bytes between two entries of a text's position table.
const STRIDE: usize = 128;
/// Bytes that are counted together on the way to a code point.
const STEP: usize = 16;

/// Byte offset into a source's UTF-8 text; always on a character boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct ByteOffset(pub u32);

/// Offset in Unicode code points, as written on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct CharOffset(pub u32);

/// Offset in UTF-16 code units, as browsers and some other tools count.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
pub struct Utf16Offset(pub u32);

/// Non-empty half-open range `start..end` of bytes within one source.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct Span {
    start: ByteOffset,
    end: ByteOffset,
}

impl Span {
    /// Makes a span, or nothing when it would be empty or reversed.
    pub fn new(start: ByteOffset, end: ByteOffset) -> Option<Self> {
        (start < end).then_some(Self { start, end })
    }

    /// Makes a span from plain byte positions, or nothing when it would be empty, reversed or past 4 GiB.
    pub fn from_bytes(range: std::ops::Range<usize>) -> Option<Self> {
        Self::new(ByteOffset(u32::try_from(range.start).ok()?), ByteOffset(u32::try_from(range.end).ok()?))
    }

    /// Returns the first byte.
    pub fn start(self) -> ByteOffset {
        self.start
    }

    /// Returns the byte after the last.
    pub fn end(self) -> ByteOffset {
        self.end
    }

    /// Returns the span as a range of byte positions.
    pub fn range(self) -> std::ops::Range<usize> {
        self.start.0 as usize..self.end.0 as usize
    }

    /// Returns whether the two spans share at least one character; spans that only meet do not overlap.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Returns whether `position` lies in the span.
    pub fn contains(self, position: ByteOffset) -> bool {
        self.start <= position && position < self.end
    }
}

/// Half-open range in code points, as written on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub struct CharSpan {
    /// First code point.
    pub start: CharOffset,
    /// Code point after the last.
    pub end: CharOffset,
}

impl CharSpan {
    /// Returns the length in code points; 0 for a span that is written the wrong way round.
    pub fn len(self) -> u32 {
        self.end.0.saturating_sub(self.start.0)
    }

    /// Returns whether the span holds no code point.
    pub fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Returns whether the two spans share at least one code point; spans that only meet do not overlap.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

/// A stored text (UTF-8, at most 4 GiB) that knows how its bytes and code points correspond.
#[derive(Clone, Debug)]
pub struct Text {
    content: Arc<str>,
    /// Code points before byte `STRIDE * i` (rounded up to a character boundary); empty when all bytes are ASCII.
    chars_before: Arc<[u32]>,
    n_chars: u32,
}

impl PartialEq for Text {
    fn eq(&self, other: &Self) -> bool {
        self.content == other.content
    }
}

impl Default for Text {
    fn default() -> Self {
        Self::new(String::new())
    }
}

/// Returns whether `byte` starts a character (is not a UTF-8 continuation byte).
fn starts_char(byte: u8) -> bool {
    (byte & 0xC0) != 0x80
}

/// Counts the characters that start in at most [`STRIDE`] bytes: so few that a byte holds the count, which lets the
/// processor count many bytes at once.
fn count_chars(bytes: &[u8]) -> u32 {
    debug_assert!(bytes.len() <= STRIDE);
    u32::from(bytes.iter().map(|&byte| u8::from(starts_char(byte))).sum::<u8>())
}

impl Text {
    /// Takes over a text and builds its position table.
    pub fn new(content: impl Into<Arc<str>>) -> Self {
        let content = content.into();
        let bytes = content.as_bytes();
        if bytes.is_ascii() {
            let n_chars = bytes.len() as u32;
            return Self { content, chars_before: Arc::default(), n_chars };
        }
        let mut n_chars = 0;
        let mut chars_before = Vec::with_capacity(bytes.len() / STRIDE + 1);
        for block in bytes.chunks(STRIDE) {
            chars_before.push(n_chars);
            n_chars += count_chars(block);
        }
        Self { content, chars_before: chars_before.into(), n_chars }
    }

    /// Returns the text.
    pub fn as_str(&self) -> &str {
        &self.content
    }

    /// Returns the number of Unicode code points.
    pub fn n_chars(&self) -> u32 {
        self.n_chars
    }

    /// Returns the number of bytes.
    pub fn n_bytes(&self) -> u32 {
        self.content.len() as u32
    }

    /// Returns the words of a span, or nothing when it does not fit this text.
    pub fn get(&self, span: Span) -> Option<&str> {
        self.content.get(span.range())
    }

    /// Returns the span of the whole text, or nothing when it is empty.
    pub fn whole(&self) -> Option<Span> {
        Span::from_bytes(0..self.content.len())
    }

    /// Converts bytes to code points. A position inside a character counts as the character's end; one past the end
    /// counts as the end.
    pub fn chars_at(&self, position: ByteOffset) -> CharOffset {
        let byte = (position.0 as usize).min(self.content.len());
        if self.chars_before.is_empty() {
            return CharOffset(byte as u32);
        }
        let block = (byte / STRIDE).min(self.chars_before.len() - 1);
        let within = block * STRIDE..byte;
        let n_chars = match self.is_one_to_one(block) {
            true => within.len() as u32,
            false => count_chars(&self.content.as_bytes()[within]),
        };
        CharOffset(self.chars_before[block] + n_chars)
    }

    /// Returns whether each byte of a block starts a character; `false` for the last block, of which the table does not
    /// tell.
    fn is_one_to_one(&self, block: usize) -> bool {
        let next = self.chars_before.get(block + 1);
        next.is_some_and(|next| next - self.chars_before[block] == STRIDE as u32)
    }

    /// Converts code points to bytes, or nothing when the position lies past the end.
    pub fn byte_at(&self, position: CharOffset) -> Option<ByteOffset> {
        if position.0 > self.n_chars {
            return None;
        }
        if self.chars_before.is_empty() || position.0 == self.n_chars {
            let byte = if position.0 == self.n_chars { self.n_bytes() } else { position.0 };
            return Some(ByteOffset(byte));
        }
        let block = self.chars_before.partition_point(|&before| before <= position.0) - 1;
        let mut left = position.0 - self.chars_before[block];
        let mut byte = block * STRIDE;
        if self.is_one_to_one(block) {
            return Some(ByteOffset(byte as u32 + left));
        }
        for step in self.content.as_bytes()[byte..].chunks(STEP) {
            let n_chars = count_chars(step);
            if n_chars > left {
                let mut starts = step.iter().enumerate().filter(|&(_, &byte)| starts_char(byte));
                return starts.nth(left as usize).map(|(within, _)| ByteOffset((byte + within) as u32));
            }
            left -= n_chars;
            byte += step.len();
        }
        None
    }

    /// Converts a span to code points.
    pub fn char_span(&self, span: Span) -> CharSpan {
        CharSpan { start: self.chars_at(span.start), end: self.chars_at(span.end) }
    }

    /// Converts a range of code points to a span, or nothing when it is empty, reversed or past the end.
    pub fn span(&self, chars: CharSpan) -> Option<Span> {
        Span::new(self.byte_at(chars.start)?, self.byte_at(chars.end)?)
    }

    /// Converts bytes to UTF-16 units; the same rules as [`Text::chars_at`].
    pub fn utf16_at(&self, position: ByteOffset) -> Utf16Offset {
        let mut byte = (position.0 as usize).min(self.content.len());
        while !self.content.is_char_boundary(byte) {
            byte += 1;
        }
        Utf16Offset(self.content[..byte].chars().map(|c| c.len_utf16() as u32).sum())
    }

    /// Converts UTF-16 units to bytes, or nothing when the position lies past the end or inside a character.
    pub fn byte_at_utf16(&self, position: Utf16Offset) -> Option<ByteOffset> {
        let mut units = 0;
        for (byte, c) in self.content.char_indices() {
            if units >= position.0 {
                return (units == position.0).then_some(ByteOffset(byte as u32));
            }
            units += c.len_utf16() as u32;
        }
        (units == position.0).then_some(ByteOffset(self.n_bytes()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_reversed_span_has_no_length() {
        let reversed = CharSpan { start: CharOffset(5), end: CharOffset(3) };
        assert_eq!((reversed.len(), reversed.is_empty()), (0, true));
    }

    #[test]
    fn dutch_accents_and_emoji_count_as_people_count_them() {
        let text = Text::new("één 👋 idee");
        assert_eq!(text.n_chars(), 10);
        let span = text.span(CharSpan { start: CharOffset(4), end: CharOffset(5) }).unwrap();
        assert_eq!(text.get(span), Some("👋"));
        assert_eq!(text.utf16_at(span.end()), Utf16Offset(6));
        assert_eq!(text.span(CharSpan { start: CharOffset(8), end: CharOffset(11) }), None);
    }

    proptest! {
        #[test]
        fn every_character_boundary_converts_there_and_back(content in "\\PC{0,40}[a-zé👋\u{301}\n]{0,400}") {
            let text = Text::new(content.as_str());
            for (n_before, (byte, _)) in content.char_indices().chain([(content.len(), ' ')]).enumerate() {
                let (bytes, chars) = (ByteOffset(byte as u32), CharOffset(n_before as u32));
                prop_assert_eq!(text.chars_at(bytes), chars);
                prop_assert_eq!(text.byte_at(chars), Some(bytes));
                prop_assert_eq!(text.byte_at_utf16(text.utf16_at(bytes)), Some(bytes));
            }
            prop_assert_eq!(text.byte_at(CharOffset(text.n_chars() + 1)), None);
        }
    }
}
