//! Finding many passages in a text again by their words, where nobody wrote down at which character they start.

/// What is known of where words stand, beside the words themselves. It decides among several places; it is never believed
/// without the words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hint {
    /// The paragraph in which they start, counted from 1.
    Paragraph(u32),
    /// How many characters stand before them.
    Character(u32),
}
