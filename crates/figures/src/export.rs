//! PNG and PDF, from the same SVG and the same font.

use crate::figure::Page;
use crate::fonts;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use krilla::Document;
use krilla::geom::Size;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla_svg::{SurfaceExt, SvgSettings};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};
use std::borrow::Borrow;
use std::collections::BTreeMap;

const MM_PER_INCH: f64 = 25.4;
const PT_PER_INCH: f64 = 72.0;

/// How hard PNG is compressed. Flat areas need no filter: with this level and without one, files are smaller and made five
/// times faster than with the encoder's own choice.
const DEFLATE: u8 = 4;

/// A page that was read once, for any number of formats.
#[derive(Clone, Debug)]
pub struct Drawing<'a> {
    page: &'a Page,
    tree: Tree,
}

impl<'a> Drawing<'a> {
    /// Reads a page.
    ///
    /// # Errors
    /// `FigureFailed` when its SVG cannot be read.
    pub fn of(page: &'a Page) -> Outcome<Self> {
        let options = Options {
            fontdb: fonts::DATABASE.clone(),
            font_family: fonts::FAMILY.to_owned(),
            ..Options::default()
        };
        let tree = Tree::from_str(&page.svg, &options).map_err(|error| failed(error.to_string()))?;
        Ok(Self { page, tree })
    }

    /// Returns the page as a PNG picture with `dpi` dots to the inch, written into the file as well. Same page, same bytes.
    ///
    /// # Errors
    /// `FigureFailed` when the picture would have no pixels or more than memory holds.
    pub fn png(&self, dpi: u32) -> Outcome<Vec<u8>> {
        let (page, tree) = (self.page, &self.tree);
        let pixels = |mm: f64| (mm / MM_PER_INCH * f64::from(dpi)).round() as u32;
        let (width, height) = (pixels(page.width_mm), pixels(page.height_mm));
        let mut pixmap =
            Pixmap::new(width, height).ok_or_else(|| failed(format!("{width} × {height} px")))?;
        if let Some((r, g, b)) = page.ground {
            pixmap.fill(Color::from_rgba8(r, g, b, 255));
        }
        let scale =
            Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
        resvg::render(tree, scale, &mut pixmap.as_mut());
        encode(pixmap, page.ground.is_some(), dpi).map_err(|error| failed(error.to_string()))
    }
}

/// Returns a page as a PNG picture: [`Drawing::png`].
///
/// # Errors
/// `FigureFailed` when its SVG cannot be read, or the picture would have no pixels or more than memory holds.
pub fn png(page: &Page, dpi: u32) -> Outcome<Vec<u8>> {
    Drawing::of(page)?.png(dpi)
}

/// The pixels of a picture as they are written.
struct Pixels {
    kind: png::ColorType,
    palette: Vec<u8>,
    bytes: Vec<u8>,
}

impl Pixels {
    /// Pixels that nothing shows through: as places in a palette where 256 colours do, which takes a third of the room.
    fn opaque(pixmap: &Pixmap) -> Self {
        Self::indexed(pixmap).unwrap_or_else(|| {
            let colours = pixmap.data().chunks_exact(4);
            let bytes = colours.flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
            Self { kind: png::ColorType::Rgb, palette: Vec::new(), bytes }
        })
    }

    /// Returns nothing where there are too many colours. They stand in the order in which they are met.
    fn indexed(pixmap: &Pixmap) -> Option<Self> {
        let mut places: BTreeMap<[u8; 3], u8> = BTreeMap::new();
        let (mut palette, mut bytes) = (Vec::new(), Vec::with_capacity(pixmap.pixels().len()));
        let mut rest = pixmap.pixels();
        while let Some(&first) = rest.first() {
            let run = rest.iter().position(|&pixel| pixel != first).unwrap_or(rest.len());
            let colour = [first.red(), first.green(), first.blue()];
            let place = match places.get(&colour) {
                Some(&place) => place,
                None => {
                    let place = u8::try_from(places.len()).ok()?;
                    places.insert(colour, place);
                    palette.extend(colour);
                    place
                }
            };
            bytes.resize(bytes.len() + run, place);
            rest = &rest[run..];
        }
        Some(Self { kind: png::ColorType::Indexed, palette, bytes })
    }
}

fn encode(pixmap: Pixmap, is_opaque: bool, dpi: u32) -> Result<Vec<u8>, png::EncodingError> {
    let (width, height) = (pixmap.width(), pixmap.height());
    let pixels = match is_opaque {
        true => Pixels::opaque(&pixmap),
        false => {
            Pixels { kind: png::ColorType::Rgba, palette: Vec::new(), bytes: pixmap.take_demultiplied() }
        }
    };
    let per_metre = (f64::from(dpi) / MM_PER_INCH * 1000.0).round() as u32;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(pixels.kind);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_deflate_compression(png::DeflateCompression::Level(DEFLATE));
    encoder.set_filter(png::Filter::NoFilter);
    if !pixels.palette.is_empty() {
        encoder.set_palette(pixels.palette);
    }
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    encoder.write_header()?.write_image_data(&pixels.bytes)?;
    Ok(bytes)
}

/// Returns all pages as one PDF document: text is text, the font is embedded, and each page has its size in millimetres.
/// Same pages, same bytes: no date is written.
///
/// # Errors
/// `FigureFailed` when a page cannot be read or has no size, or the font cannot be embedded.
pub fn pdf(pages: &[Page]) -> Outcome<Vec<u8>> {
    pdf_of(&pages.iter().map(Drawing::of).collect::<Outcome<Vec<_>>>()?)
}

/// Returns pages that were read as one PDF document: [`pdf`].
///
/// # Errors
/// `FigureFailed` when a page has no size or the font cannot be embedded.
pub fn pdf_of<'a>(drawings: &[impl Borrow<Drawing<'a>>]) -> Outcome<Vec<u8>> {
    let mut document = Document::new();
    document.set_metadata(Metadata::new().creator("Rode Draad".to_owned()));
    for drawing in drawings {
        draw_pdf_page(&mut document, drawing.borrow())?;
    }
    document.finish().map_err(|error| failed(format!("{error:?}")))
}

fn draw_pdf_page(document: &mut Document, Drawing { page, tree }: &Drawing) -> Outcome<()> {
    let points = |mm: f64| (mm / MM_PER_INCH * PT_PER_INCH) as f32;
    let (width, height) = (points(page.width_mm), points(page.height_mm));
    let no_size = || failed(format!("{} × {} mm", page.width_mm, page.height_mm));
    let size = Size::from_wh(width, height).ok_or_else(no_size)?;
    let settings = PageSettings::from_wh(width, height).ok_or_else(no_size)?;
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    let drawn = surface.draw_svg(tree, size, SvgSettings::default());
    surface.finish();
    sheet.finish();
    drawn.ok_or_else(no_size)
}

fn failed(reason: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), Problem::FigureFailed { reason }))
}
