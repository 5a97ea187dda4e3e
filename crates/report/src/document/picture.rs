//! Figures in a document.

use crate::failed;
use draad_core::diagnostic::Outcome;

/// A figure with a caption below.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What its file is called, without ending: `matrix`.
    pub name: String,
    /// The picture, as PNG.
    pub png: Vec<u8>,
    /// Its width in millimetres; a picture that is too large for the page becomes smaller.
    pub width_mm: f64,
    /// What a reader who cannot see it should know.
    pub alt: String,
    /// What it shows, in a phrase or sentence; its number is put before it. Without one the figure has no number.
    pub caption: String,
    /// What it rests on.
    pub notes: Vec<String>,
}

/// The first bytes of every PNG.
const SIGNATURE: [u8; 8] = [0x89, b'P', b'N', b'G', 0x0d, 0x0a, 0x1a, 0x0a];

impl Figure {
    /// Returns width and height in millimetres on a page with so much room.
    ///
    /// # Errors
    /// `ReportFailed` when the picture is no PNG.
    pub(crate) fn size(&self, room: (f64, f64)) -> Outcome<(f64, f64)> {
        let Some((width, height)) = pixels(&self.png) else {
            return Err(failed(format!("{}: no PNG", self.name)));
        };
        let ratio = f64::from(height) / f64::from(width);
        let width = self.width_mm.min(room.0).min(room.1 / ratio);
        Ok((width, width * ratio))
    }
}

/// Returns width and height of a PNG: two numbers of four bytes in its first chunk, both above nought.
fn pixels(png: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(png.get(at..at + 4)?.try_into().ok()?));
    let (width, height) = (number(16)?, number(20)?);
    (png.starts_with(&SIGNATURE) && png.get(12..16)? == b"IHDR" && width > 0 && height > 0)
        .then_some((width, height))
}

#[cfg(test)]
mod tests {
    use super::super::sample;
    use super::*;

    #[test]
    fn a_picture_fits_on_the_page() {
        let figure = sample::figure();
        let sized = |width_mm: f64, room| Figure { width_mm, ..figure.clone() }.size(room).unwrap();
        assert_eq!(sized(100.0, (160.0, 200.0)), (100.0, 50.0), "two by one");
        assert_eq!(sized(300.0, (160.0, 200.0)), (160.0, 80.0), "as wide as the page");
        assert_eq!(sized(100.0, (160.0, 20.0)), (40.0, 20.0), "as high as the page");
        let broken = Figure { png: figure.png[..20].to_vec(), ..figure };
        assert!(broken.size((160.0, 200.0)).is_err());
    }
}
