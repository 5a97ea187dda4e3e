//! Pictures by the drawing that they are of: files of a run and documents that hold the same ones make each once, or take
//! what an earlier run made.

use super::Part;
use draad_core::diagnostic::Outcome;
use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

/// A picture that somebody makes, for which others wait. Making one asks nothing of other threads, so they wait for its
/// making only.
type Picture = Arc<OnceLock<Outcome<Arc<Vec<u8>>>>>;

/// Pictures of drawings.
#[derive(Default)]
pub(crate) struct Album {
    pictures: Mutex<BTreeMap<String, Picture>>,
    earlier: BTreeMap<String, Earlier>,
}

/// A picture on disk.
pub(crate) struct Earlier {
    pub(crate) path: PathBuf,
    /// BLAKE3 hash of its bytes, hexadecimal.
    pub(crate) hash: String,
}

impl Album {
    /// Knows the pictures that an earlier run made, by [`Part::drawing`].
    pub(crate) fn of_earlier(earlier: BTreeMap<String, Earlier>) -> Self {
        Self { earlier, pictures: Mutex::default() }
    }

    /// Returns the bytes of a file of a figure.
    ///
    /// # Errors
    /// When a page cannot be exported.
    pub(crate) fn bytes(&self, part: &Part) -> Outcome<Arc<Vec<u8>>> {
        let Some(drawing) = part.drawing() else { return part.bytes().map(Arc::new) };
        let picture = {
            let mut pictures = self.pictures.lock().unwrap_or_else(PoisonError::into_inner);
            Arc::clone(pictures.entry(drawing.clone()).or_default())
        };
        let make = || self.on_disk(&drawing).map_or_else(|| part.bytes(), Ok).map(Arc::new);
        picture.get_or_init(make).clone()
    }

    /// Returns the picture that an earlier run made of the same drawing, if it is still as it was.
    fn on_disk(&self, drawing: &str) -> Option<Vec<u8>> {
        let Earlier { path, hash } = self.earlier.get(drawing)?;
        let bytes = fs::read(path).ok()?;
        (blake3::hash(&bytes).to_hex().as_str() == hash).then_some(bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{FileFormat, Pictures};
    use super::*;
    use draad_figures::{Figure, Page};

    const SVG: &str = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"10mm\" height=\"5mm\" viewBox=\"0 0 10 5\"><rect width=\"4\" height=\"5\"/></svg>";

    fn figure() -> Figure {
        let page = Page {
            svg: SVG.to_owned(),
            width_mm: 10.0,
            height_mm: 5.0,
            ground: Some((255, 255, 255)),
            lacks_characters: false,
        };
        Figure {
            name: "matrix",
            pages: vec![page],
            caption: String::new(),
            alt: String::new(),
            data: Vec::new(),
        }
    }

    #[test]
    fn a_picture_is_made_once_and_one_on_disk_is_taken_while_it_is_what_it_was() {
        let figure = figure();
        let pictures = Pictures::of(&figure);
        let part = pictures.parts(&[FileFormat::Png], 100).remove(0);
        let album = Album::default();
        let made = album.bytes(&part).unwrap();
        assert_eq!(*made, part.bytes().unwrap());
        assert!(Arc::ptr_eq(&made, &album.bytes(&part).unwrap()), "the same bytes, not such bytes");

        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("matrix.png");
        let stood = b"what stood there".to_vec();
        fs::write(&path, &stood).unwrap();
        let drawing = part.drawing().unwrap();
        let earlier = |hash: String| {
            let picture = Earlier { path: path.clone(), hash };
            Album::of_earlier(BTreeMap::from([(drawing.clone(), picture)]))
        };
        let hash = blake3::hash(&stood).to_hex().to_string();
        assert_eq!(*earlier(hash).bytes(&part).unwrap(), stood);
        assert_eq!(earlier("0".repeat(64)).bytes(&part).unwrap(), made, "somebody changed it");
    }
}
