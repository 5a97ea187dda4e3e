//! Pictures of figures as files, and what stands beside them.

use super::{FileFormat, data};
use draad_core::diagnostic::Outcome;
use draad_figures::export::{self, Drawing};
use draad_figures::{Figure, Page};
use rayon::prelude::*;
use std::sync::OnceLock;

/// A file of a figure that is still to be made.
pub struct Part<'p, 'f> {
    /// What it is called: `matrix.svg`.
    pub name: String,
    format: FileFormat,
    pages: &'p [Read<'f>],
    dpi: u32,
}

/// A page that is read once for all its pictures, when the first of them is made.
struct Read<'f> {
    page: &'f Page,
    drawing: OnceLock<Outcome<Drawing<'f>>>,
}

impl<'f> Read<'f> {
    fn drawing(&self) -> Outcome<&Drawing<'f>> {
        self.drawing.get_or_init(|| Drawing::of(self.page)).as_ref().map_err(Clone::clone)
    }
}

/// The pages of a figure, of which pictures can be made.
pub struct Pictures<'f> {
    figure: &'f Figure,
    pages: Vec<Read<'f>>,
}

impl<'f> Pictures<'f> {
    /// Takes the pages of a figure.
    pub fn of(figure: &'f Figure) -> Self {
        let pages = figure.pages.iter().map(|page| Read { page, drawing: OnceLock::new() });
        Self { figure, pages: pages.collect() }
    }

    /// Returns the files: `matrix.svg` (or `matrix-1.svg`, … where it has several pages), `matrix.png`, `matrix.pdf`.
    pub fn parts<'p>(&'p self, formats: &[FileFormat], dpi: u32) -> Vec<Part<'p, 'f>> {
        let (name, pages) = (self.figure.name, &self.pages[..]);
        let of_format = |&format: &FileFormat| {
            let ending: &str = format.into();
            let part = |stem: String, pages: &'p [Read<'f>]| Part {
                name: format!("{stem}.{ending}"),
                format,
                pages,
                dpi,
            };
            if format == FileFormat::Pdf {
                return vec![part(name.to_owned(), pages)];
            }
            let stem = |n| if pages.len() > 1 { format!("{name}-{}", n + 1) } else { name.to_owned() };
            pages.chunks(1).enumerate().map(|(n, page)| part(stem(n), page)).collect()
        };
        formats.iter().flat_map(of_format).collect()
    }
}

impl Part<'_, '_> {
    /// The form of the file.
    pub fn format(&self) -> FileFormat {
        self.format
    }

    /// Returns the hash of everything on which the bytes of a picture rest but the software: where it is the same, so are they.
    /// Nothing for a drawing, which is its own bytes.
    pub fn drawing(&self) -> Option<String> {
        let mut hasher = blake3::Hasher::new();
        match self.format {
            FileFormat::Svg => return None,
            FileFormat::Png => hasher.update(b"png").update(&self.dpi.to_le_bytes()),
            FileFormat::Pdf => hasher.update(b"pdf"),
        };
        for read in self.pages {
            // all that a page holds; which characters it lacks can be seen in the drawing
            let Page { svg, width_mm, height_mm, ground, lacks_characters: _ } = read.page;
            hasher.update(&width_mm.to_le_bytes()).update(&height_mm.to_le_bytes());
            hasher.update(&ground.map_or([0; 4], |(red, green, blue)| [1, red, green, blue]));
            hasher.update(&svg.len().to_le_bytes()).update(svg.as_bytes());
        }
        Some(hasher.finalize().to_hex()[..16].to_owned())
    }

    /// Makes the file.
    ///
    /// # Errors
    /// When a page cannot be exported.
    pub fn bytes(&self) -> Outcome<Vec<u8>> {
        match self.format {
            FileFormat::Svg => Ok(self.pages[0].page.svg.clone().into_bytes()),
            FileFormat::Png => self.pages[0].drawing()?.png(self.dpi),
            FileFormat::Pdf => {
                export::pdf_of(&self.pages.iter().map(Read::drawing).collect::<Outcome<Vec<_>>>()?)
            }
        }
    }
}

/// Returns what stands beside the pictures of a figure: its data as `matrix.csv` (and `matrix-wide.csv`, … where it has several
/// tables), and its caption as `matrix.txt`.
pub fn beside(figure: &Figure) -> Vec<(String, Vec<u8>)> {
    let mut files = data::files(figure);
    files.push((format!("{}.txt", figure.name), format!("{}\n", figure.caption).into_bytes()));
    files
}

/// Returns the files of a figure by name, see [`Pictures::parts`] and [`beside`].
///
/// # Errors
/// When a page cannot be exported.
pub fn files(figure: &Figure, formats: &[FileFormat], dpi: u32) -> Outcome<Vec<(String, Vec<u8>)>> {
    let pictures = Pictures::of(figure);
    let parts = pictures.parts(formats, dpi).into_par_iter();
    let mut files: Vec<_> =
        parts.map(|part| Ok((part.name.clone(), part.bytes()?))).collect::<Outcome<_>>()?;
    files.extend(beside(figure));
    Ok(files)
}
