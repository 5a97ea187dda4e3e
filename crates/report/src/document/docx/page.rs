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
/// What a caption under a picture needs, in millimetres.
const CAPTION_MM: f64 = 32.0;
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

    /// How wide and high a picture with its caption may be, in millimetres.
    pub(super) fn picture_room(self) -> (f64, f64) {
        let (_, height) = self.size();
        let height = f64::from(height - 2 * MARGIN) / PER_MM;
        (f64::from(self.text_width()) / PER_MM, height - CAPTION_MM)
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
