//! Pieces of a line of text.

/// A piece of text in a paragraph, with how it looks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Inline {
    /// Words as they are.
    Plain(String),
    /// Words that stand out.
    Bold(String),
    /// Words in italics.
    Italic(String),
    /// Something that the reader goes over and may change, visibly so: in Word a content control.
    Field {
        /// What it is; shown in brackets as long as there is no value.
        name: String,
        /// What is known of it; may be empty.
        value: String,
    },
    /// A box to tick.
    Box,
}

impl Inline {
    /// Returns words as they are.
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Plain(text.into())
    }

    /// Returns words that stand out.
    pub fn bold(text: impl Into<String>) -> Self {
        Self::Bold(text.into())
    }

    /// Returns words in italics.
    pub fn italic(text: impl Into<String>) -> Self {
        Self::Italic(text.into())
    }

    /// Returns a field with what is known of it.
    pub fn field(name: impl Into<String>, value: impl Into<String>) -> Self {
        Self::Field { name: name.into(), value: value.into() }
    }

    /// Returns a field that only the reader can fill in.
    pub fn open(name: impl Into<String>) -> Self {
        Self::field(name, "")
    }

    /// Returns what is read, without its look: of an open field its name in brackets.
    pub fn text(&self) -> String {
        match self {
            Self::Plain(text) | Self::Bold(text) | Self::Italic(text) => text.clone(),
            Self::Field { name, value } if value.is_empty() => format!("[{name}]"),
            Self::Field { value, .. } => value.clone(),
            Self::Box => "☐".to_owned(),
        }
    }
}

/// Pieces of text that follow each other, with lines broken between them by the page.
pub type Line = Vec<Inline>;

/// Returns a line of words as they are.
pub fn plain(text: impl Into<String>) -> Line {
    vec![Inline::plain(text)]
}
