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

const MM_PER_INCH: f64 = 25.4;
const PT_PER_INCH: f64 = 72.0;

/// Returns a page as a PNG picture with `dpi` dots to the inch, written into the file as well. Same page, same bytes.
///
/// # Errors
/// `FigureFailed` when the picture would have no pixels or more than memory holds.
pub fn png(page: &Page, dpi: u32) -> Outcome<Vec<u8>> {
    let tree = parse(page)?;
    let pixels = |mm: f64| (mm / MM_PER_INCH * f64::from(dpi)).round() as u32;
    let (width, height) = (pixels(page.width_mm), pixels(page.height_mm));
    let mut pixmap = Pixmap::new(width, height).ok_or_else(|| failed(format!("{width} × {height} px")))?;
    if let Some((r, g, b)) = page.ground {
        pixmap.fill(Color::from_rgba8(r, g, b, 255));
    }
    let scale =
        Transform::from_scale(width as f32 / tree.size().width(), height as f32 / tree.size().height());
    resvg::render(&tree, scale, &mut pixmap.as_mut());
    encode(pixmap, dpi).map_err(|error| failed(error.to_string()))
}

fn encode(pixmap: Pixmap, dpi: u32) -> Result<Vec<u8>, png::EncodingError> {
    let per_metre = (f64::from(dpi) / MM_PER_INCH * 1000.0).round() as u32;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, pixmap.width(), pixmap.height());
    encoder.set_color(png::ColorType::Rgba);
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_pixel_dims(Some(png::PixelDimensions {
        xppu: per_metre,
        yppu: per_metre,
        unit: png::Unit::Meter,
    }));
    encoder.write_header()?.write_image_data(&pixmap.take_demultiplied())?;
    Ok(bytes)
}

/// Returns all pages as one PDF document: text is text, the font is embedded, and each page has its size in millimetres.
/// Same pages, same bytes: no date is written.
///
/// # Errors
/// `FigureFailed` when a page has no size or the font cannot be embedded.
pub fn pdf(pages: &[Page]) -> Outcome<Vec<u8>> {
    let mut document = Document::new();
    document.set_metadata(Metadata::new().creator("Rode Draad".to_owned()));
    for page in pages {
        draw_pdf_page(&mut document, page)?;
    }
    document.finish().map_err(|error| failed(format!("{error:?}")))
}

fn draw_pdf_page(document: &mut Document, page: &Page) -> Outcome<()> {
    let tree = parse(page)?;
    let points = |mm: f64| (mm / MM_PER_INCH * PT_PER_INCH) as f32;
    let (width, height) = (points(page.width_mm), points(page.height_mm));
    let no_size = || failed(format!("{} × {} mm", page.width_mm, page.height_mm));
    let size = Size::from_wh(width, height).ok_or_else(no_size)?;
    let settings = PageSettings::from_wh(width, height).ok_or_else(no_size)?;
    let mut sheet = document.start_page_with(settings);
    let mut surface = sheet.surface();
    let drawn = surface.draw_svg(&tree, size, SvgSettings::default());
    surface.finish();
    sheet.finish();
    drawn.ok_or_else(no_size)
}

fn parse(page: &Page) -> Outcome<Tree> {
    let options = Options {
        fontdb: fonts::DATABASE.clone(),
        font_family: fonts::FAMILY.to_owned(),
        ..Options::default()
    };
    Tree::from_str(&page.svg, &options).map_err(|error| failed(error.to_string()))
}

fn failed(reason: String) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), Problem::FigureFailed { reason }))
}
