//! Pages: upright and on their side.

use super::xml::{element, empty, valued};

/// A4, in twentieths of a point.
const PAGE: (u32, u32) = (11_906, 16_838);
/// Two and a half centimetres.
const MARGIN: u32 = 1_418;
/// From the edge to the number of the page.
const FOOTER: u32 = 708;
/// Twentieths of a point in a millimetre.
const PER_MM: f64 = 1440.0 / 25.4;
/// What stands around a caption under a picture, and a line of it, in millimetres; and the letters of a line.
const AROUND_CAPTION_MM: f64 = 14.0;
const CAPTION_LINE_MM: f64 = 4.2;
const CAPTION_LETTERS: usize = 100;
/// The width of a line on an upright page, in millimetres.
const UPRIGHT_MM: f64 = 160.0;
/// The part of a page that a picture always gets, however long its caption.
const LEAST_OF_PAGE: f64 = 0.5;
/// The relation by which a section finds its footer.
const FOOTER_ID: &str = "rIdFooter1";

/// How pages lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Page {
    Upright,
    Lying,
}

impl Page {
    /// Width and height in twentieths of a point.
    fn size(self) -> (u32, u32) {
        match self {
            Self::Upright => PAGE,
            Self::Lying => (PAGE.1, PAGE.0),
        }
    }

    /// The width of a line, in twentieths of a point.
    pub(super) fn text_width(self) -> u32 {
        self.size().0 - 2 * MARGIN
    }

    /// How wide and high a picture may be, in millimetres, with a caption of so many letters.
    pub(super) fn picture_room(self, n_letters: usize) -> (f64, f64) {
        let (_, height) = self.size();
        let height = f64::from(height - 2 * MARGIN) / PER_MM;
        let width = f64::from(self.text_width()) / PER_MM;
        let lines = n_letters as f64 / CAPTION_LETTERS as f64 * UPRIGHT_MM / width;
        let caption = AROUND_CAPTION_MM + lines.ceil() * CAPTION_LINE_MM;
        (width, (height - caption).max(height * LEAST_OF_PAGE))
    }

    /// Returns what says how the pages of a section are.
    pub(super) fn section(self) -> String {
        let (width, height) = self.size();
        let (width, height) = (width.to_string(), height.to_string());
        let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
        if self == Self::Lying {
            size.push(("w:orient", "landscape"));
        }
        let (margin, footer) = (MARGIN.to_string(), FOOTER.to_string());
        let edges = ["w:top", "w:right", "w:bottom", "w:left"].map(|edge| (edge, margin.as_str()));
        let others = [("w:header", footer.as_str()), ("w:footer", &footer), ("w:gutter", "0")];
        let margins: Vec<(&str, &str)> = edges.into_iter().chain(others).collect();
        let properties = empty("w:footerReference", &[("w:type", "default"), ("r:id", FOOTER_ID)])
            + &empty("w:pgSz", &size)
            + &empty("w:pgMar", &margins);
        element("w:sectPr", &[], &properties)
    }

    /// Returns the paragraph that ends a section; it takes no room.
    pub(super) fn ended(self) -> String {
        let properties = valued("w:pStyle", "Gap") + &self.section();
        element("w:p", &[], &element("w:pPr", &[], &properties))
    }
}
