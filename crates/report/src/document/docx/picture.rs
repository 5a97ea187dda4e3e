//! Pictures in the line, with words for readers who cannot see them.

use super::super::Figure;
use super::xml::{element, empty};

/// English metric units in a millimetre.
const PER_MM: f64 = 36_000.0;
const DRAWING: &str = "http://schemas.openxmlformats.org/drawingml/2006/main";
const PICTURE: &str = "http://schemas.openxmlformats.org/drawingml/2006/picture";

/// Returns the name by which the document finds a picture, and under which the picture is kept.
pub(super) fn picture_id(place: usize) -> String {
    format!("picture{}", place + 1)
}

/// Returns a run with a picture of this size in millimetres; `id` is a number that no other has.
pub(super) fn drawing(figure: &Figure, size: (f64, f64), id: usize, place: usize) -> String {
    let (width, height) = (units(size.0), units(size.1));
    let extent = [("cx", width.as_str()), ("cy", height.as_str())];
    let id = id.to_string();
    let names = [("id", id.as_str()), ("name", &figure.name), ("descr", &figure.alt)];
    let locks = empty("a:graphicFrameLocks", &[("xmlns:a", DRAWING), ("noChangeAspect", "1")]);
    let content = empty("wp:extent", &extent)
        + &empty("wp:docPr", &names)
        + &element("wp:cNvGraphicFramePr", &[], &locks)
        + &graphic(&picture_id(place), &names, &extent);
    let edges = ["distT", "distB", "distL", "distR"].map(|edge| (edge, "0"));
    element("w:r", &[], &element("w:drawing", &[], &element("wp:inline", &edges, &content)))
}

fn graphic(picture: &str, names: &[(&str, &str)], extent: &[(&str, &str)]) -> String {
    let described = element("pic:nvPicPr", &[], &(empty("pic:cNvPr", names) + "<pic:cNvPicPr/>"));
    let fill = empty("a:blip", &[("r:embed", picture)]) + "<a:stretch><a:fillRect/></a:stretch>";
    let frame = empty("a:off", &[("x", "0"), ("y", "0")]) + &empty("a:ext", extent);
    let shape = element("a:xfrm", &[], &frame) + "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>";
    let content = described + &element("pic:blipFill", &[], &fill) + &element("pic:spPr", &[], &shape);
    let content = element("pic:pic", &[("xmlns:pic", PICTURE)], &content);
    let data = element("a:graphicData", &[("uri", PICTURE)], &content);
    element("a:graphic", &[("xmlns:a", DRAWING)], &data)
}

fn units(millimetres: f64) -> String {
    format!("{:.0}", millimetres * PER_MM)
}
