//! The canvas: plotters draws, in millimetres, in groups that have an id and a title.
//!
//! plotters writes whole pixels, so the canvas is fine (a hundred units to the millimetre) and the `viewBox` maps it to
//! the page. plotters' SVG has no groups: each group is drawn into a buffer of its own, and the canvas puts the buffers
//! together.

use crate::figure::Page;
use crate::fonts;
use crate::style::{Colour, Style};
use crate::text::{Type, Weight, as_set, can_set};
use plotters::backend::{DrawingBackend, SVGBackend};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{Color, FontStyle, IntoFont, RGBColor, ShapeStyle, TextStyle};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Canvas units in a millimetre.
pub(crate) const UNITS_PER_MM: f64 = 100.0;
/// The SVG writer of plotters divides sizes of type by this.
const PLOTTERS_TYPE_FACTOR: f64 = 1.24;
/// Width of the finest line, in millimetres (0.25 pt).
pub(crate) const HAIRLINE: f64 = 0.09;

/// Ids in use, over all pages of a figure: a web page may show them together.
#[derive(Debug, Default)]
pub(crate) struct Ids(BTreeSet<String>);

/// A page being drawn.
pub(crate) struct Canvas<'a> {
    body: String,
    lacks_characters: bool,
    ids: &'a mut Ids,
}

/// What a group is called.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tag {
    /// Id; a number is put behind it where it is in use.
    pub(crate) id: String,
    /// Class names.
    pub(crate) class: String,
    /// What a reader sees on pointing at it.
    pub(crate) title: String,
    /// Further attributes: `data-case` and the like.
    pub(crate) data: Vec<(&'static str, String)>,
}

/// Which point of a text is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Anchor {
    Start,
    Middle,
    End,
}

impl<'a> Canvas<'a> {
    pub(crate) fn new(ids: &'a mut Ids) -> Self {
        Self { body: String::new(), lacks_characters: false, ids }
    }

    /// Draws without a group.
    pub(crate) fn draw(&mut self, draw: impl FnOnce(&mut Ink)) {
        let drawn = ink_of(draw);
        self.lacks_characters |= drawn.lacks_characters;
        self.body.push_str(&drawn.svg);
    }

    /// Draws a group.
    pub(crate) fn group(&mut self, tag: &Tag, draw: impl FnOnce(&mut Ink)) {
        let id = self.unique(&tag.id);
        let _ = write!(self.body, "<g id=\"{}\" class=\"{}\"", escape(&id), escape(&tag.class));
        for (name, value) in &tag.data {
            let _ = write!(self.body, " {name}=\"{}\"", escape(value));
        }
        let _ = writeln!(self.body, ">\n<title>{}</title>", escape(&tag.title));
        let drawn = ink_of(draw);
        // a name that gave way to an id stands in the title
        let title_lacks = drawn.svg.contains("<text") && !can_set(&tag.title);
        self.lacks_characters |= drawn.lacks_characters || title_lacks;
        self.body.push_str(&drawn.svg);
        self.body.push_str("</g>\n");
    }

    fn unique(&mut self, wanted: &str) -> String {
        let wanted: String = wanted.chars().map(|c| if c.is_whitespace() { '_' } else { c }).collect();
        let numbered = (2..).map(|n| format!("{wanted}-{n}"));
        let mut candidates = std::iter::once(wanted.clone()).chain(numbered);
        let id = candidates.find(|id| !self.ids.0.contains(id)).unwrap_or(wanted);
        self.ids.0.insert(id.clone());
        id
    }

    /// Returns the page: `width` by `height` millimetres, with its title and description for readers of screens.
    pub(crate) fn finish(
        self,
        width: f64,
        height: f64,
        title: &str,
        description: &str,
        style: &Style,
    ) -> Page {
        let (w, h) = (units(width), units(height));
        let ground = (!style.transparent).then_some(style.theme.ground);
        let background = ground.map_or(String::new(), |(r, g, b)| {
            format!(
                "<rect class=\"background\" width=\"{w}\" height=\"{h}\" fill=\"#{r:02X}{g:02X}{b:02X}\"/>\n"
            )
        });
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"{width}mm\" height=\"{height}mm\" \
             viewBox=\"0 0 {w} {h}\">\n<title>{}</title>\n<desc>{}</desc>\n{background}{}</svg>\n",
            escape(title),
            escape(description),
            self.body
        );
        Page { svg, width_mm: width, height_mm: height, ground, lacks_characters: self.lacks_characters }
    }
}

/// A pen within one group. All lengths are millimetres from the page's upper left corner.
pub(crate) struct Ink<'a> {
    backend: SVGBackend<'a>,
    lacks_characters: bool,
}

/// What a pen drew, and whether the font had all characters for it.
struct Drawn {
    svg: String,
    lacks_characters: bool,
}

fn ink_of(draw: impl FnOnce(&mut Ink)) -> Drawn {
    let mut buffer = String::new();
    let mut ink = Ink { backend: SVGBackend::with_string(&mut buffer, (1, 1)), lacks_characters: false };
    draw(&mut ink);
    must(ink.backend.present());
    let lacks_characters = ink.lacks_characters;
    drop(ink);
    Drawn { svg: tidy(&buffer), lacks_characters }
}

fn must<T, E: std::error::Error>(result: Result<T, E>) -> T {
    result.expect("writing SVG into a string does not fail")
}

/// Takes the shell off what plotters wrote, and what says nothing: full opacity, line breaks inside texts, decimals of
/// type sizes, and the shift that would put the top of a text where we mean its baseline.
fn tidy(fragment: &str) -> String {
    let inner = fragment.split_once('\n').map_or("", |(_, rest)| rest);
    let inner = inner.strip_suffix("</svg>\n").unwrap_or(inner);
    let mut lines = String::with_capacity(inner.len());
    for line in inner.lines() {
        let line = line.replace(" opacity=\"1\"", "").replace(" dy=\"0.76em\"", "");
        let is_text = line.starts_with("<text");
        lines.push_str(&if is_text { round_type(&line) } else { line });
        let in_text = is_text || !lines.ends_with('>');
        if !in_text {
            lines.push('\n');
        }
    }
    lines
}

fn round_type(line: &str) -> String {
    let marker = "font-size=\"";
    let parts = line.split_once(marker).and_then(|(before, rest)| Some((before, rest.split_once('"')?)));
    match parts {
        Some((before, (size, after))) => {
            let size = size.parse::<f64>().unwrap_or(0.0).round();
            format!("{before}{marker}{size}\"{after}")
        }
        None => line.to_owned(),
    }
}

impl Ink<'_> {
    /// Draws a filled circle.
    pub(crate) fn circle(&mut self, (x, y): (f64, f64), radius: f64, colour: Colour) {
        must(self.backend.draw_circle((units(x), units(y)), units(radius) as u32, &filled(colour), true));
    }

    /// Draws a circle of which only the edge is inked, `width` wide and inside `radius`.
    pub(crate) fn ring(&mut self, (x, y): (f64, f64), radius: f64, width: f64, colour: Colour) {
        let middle = units(radius - width / 2.0) as u32;
        must(self.backend.draw_circle((units(x), units(y)), middle, &line_style(colour, width), false));
    }

    /// Draws a filled polygon.
    pub(crate) fn polygon(&mut self, corners: &[(f64, f64)], colour: Colour) {
        let corners = corners.iter().map(|&(x, y)| (units(x), units(y)));
        must(self.backend.fill_polygon(corners, &filled(colour)));
    }

    /// Draws a filled rectangle.
    pub(crate) fn rect(&mut self, (x, y): (f64, f64), (width, height): (f64, f64), colour: Colour) {
        let corner = (units(x + width), units(y + height));
        must(self.backend.draw_rect((units(x), units(y)), corner, &filled(colour), true));
    }

    /// Draws a line.
    pub(crate) fn line(&mut self, (x1, y1): (f64, f64), (x2, y2): (f64, f64), width: f64, colour: Colour) {
        let style = line_style(colour, width);
        must(self.backend.draw_line((units(x1), units(y1)), (units(x2), units(y2)), &style));
    }

    /// Fills a rectangle with slanting hairlines, `step` apart.
    pub(crate) fn hatch(
        &mut self,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        step: f64,
        colour: Colour,
    ) {
        let mut offset = step / 2.0;
        while offset < width + height {
            let low = ((offset - height).max(0.0), offset.min(height));
            let high = (offset.min(width), (offset - width).max(0.0));
            self.line((x + low.0, y + low.1), (x + high.0, y + high.1), HAIRLINE, colour);
            offset += step;
        }
    }

    /// Writes a line of text on the baseline `y`, as the font can set it.
    pub(crate) fn text(
        &mut self,
        text: &str,
        (x, y): (f64, f64),
        anchor: Anchor,
        kind: Type,
        colour: Colour,
    ) {
        let h_pos = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let weight = match kind.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let size = f64::from(kind.units()) * PLOTTERS_TYPE_FACTOR;
        let font = (fonts::FAMILY, size, weight).into_font();
        let colour = rgb(colour);
        let style = TextStyle::from(font).color(&colour).pos(Pos::new(h_pos, VPos::Top));
        self.lacks_characters |= !can_set(text);
        must(self.backend.draw_text(&as_set(text), &style, (units(x), units(y))));
    }
}

fn units(mm: f64) -> i32 {
    (mm * UNITS_PER_MM).round() as i32
}

fn rgb((r, g, b): Colour) -> RGBColor {
    RGBColor(r, g, b)
}

fn filled(colour: Colour) -> ShapeStyle {
    rgb(colour).filled()
}

fn line_style(colour: Colour, width: f64) -> ShapeStyle {
    rgb(colour).stroke_width(units(width).max(1) as u32)
}

/// Returns the text without characters that XML forbids.
fn printable(text: &str) -> String {
    let forbidden = |c: char| c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    text.chars().map(|c| if forbidden(c) { ' ' } else { c }).collect()
}

fn escape(text: &str) -> String {
    printable(text).replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SMALL;
    use draad_core::Language;
    use draad_words::Words;

    #[test]
    fn groups_have_unique_ids_titles_and_clean_ink() {
        let mut ids = Ids::default();
        let mut canvas = Canvas::new(&mut ids);
        for _ in 0..2 {
            let tag = Tag { id: "cell-één gezin-p<1".into(), title: "a & b\u{1}".into(), ..Tag::default() };
            canvas.group(&tag, |ink| {
                ink.circle((1.0, 2.0), 0.5, (0, 0x72, 0xB2));
                ink.text("k < n", (3.0, 4.0), Anchor::End, SMALL, (0, 0, 0));
            });
        }
        let page = canvas.finish(10.0, 5.0, "t", "d", &Style::new(Words::new(Language::En)));
        let document = roxmltree::Document::parse(&page.svg).unwrap();
        let ids: Vec<_> = document.descendants().filter_map(|node| node.attribute("id")).collect();
        assert_eq!(ids, ["cell-één_gezin-p<1", "cell-één_gezin-p<1-2"]);
        assert!(page.svg.contains("height=\"500\" fill=\"#FFFFFF\""));
        assert!(page.svg.contains(
            "<text x=\"300\" y=\"400\" text-anchor=\"end\" font-family=\"Noto Sans\" font-size=\"247\" \
             fill=\"#000000\">k &lt; n</text>\n"
        ));
        assert!(page.svg.contains("<circle cx=\"100\" cy=\"200\" r=\"50\" fill=\"#0072B2\""));
        assert!(page.svg.contains("width=\"10mm\" height=\"5mm\" viewBox=\"0 0 1000 500\""));
    }
}
