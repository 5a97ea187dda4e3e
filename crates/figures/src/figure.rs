//! What a figure function returns.

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
}

/// One page of a figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// A complete SVG document.
    pub svg: String,
    /// Width in millimetres.
    pub width_mm: f64,
    /// Height in millimetres.
    pub height_mm: f64,
}
