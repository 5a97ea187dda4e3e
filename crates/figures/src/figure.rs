//! What a figure function returns.

use draad_analysis::Table;
use draad_words::Words;

/// A drawn figure with the text that belongs beside it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// Short name, used in file names: `matrix`.
    pub name: &'static str,
    /// The drawing, on as many pages as it needs.
    pub pages: Vec<Page>,
    /// What it shows, unit, n, denominator, filters, coders, order and data hash, in whole sentences.
    pub caption: String,
    /// What a reader who cannot see the drawing should know.
    pub alt: String,
    /// The tables that it is drawn from, as far as whoever had it drawn wants them beside it; the first is what is meant.
    pub data: Vec<Table>,
}

/// One page of a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Page {
    /// A complete SVG document.
    pub svg: String,
    /// Width in millimetres.
    pub width_mm: f64,
    /// Height in millimetres.
    pub height_mm: f64,
    /// Colour of the ground: red, green, blue; nothing where it is transparent.
    pub ground: Option<(u8, u8, u8)>,
    /// Whether something on it could not be written as it is, because the font does not have its characters.
    pub lacks_characters: bool,
}

impl Figure {
    /// Puts a figure together. Where the font could not write something as it is, the caption says so.
    pub(crate) fn new(
        name: &'static str,
        pages: Vec<Page>,
        mut caption: String,
        alt: String,
        words: Words,
    ) -> Self {
        if pages.iter().any(|page| page.lacks_characters) {
            caption = format!("{caption} {}", words.say("figure-characters"));
        }
        Self { name, pages, caption, alt, data: Vec::new() }
    }

    /// Puts the tables beside it that it is drawn from.
    pub fn with_data(self, data: Vec<Table>) -> Self {
        Self { data, ..self }
    }
}
