//! The legend: a sample of each mark with its meaning, in lines under the figure.

use crate::canvas::{Anchor, Canvas, Ink, Tag};
use crate::flow::{flow, n_lines};
use crate::glyphs::{Filling, GLYPH, Glyph, draw_glyph};
use crate::marks::{
    FLAG, GAP_HEIGHT, HOLLOW, Mark, Pairs, Shape, draw_absence, draw_flag, draw_gap, draw_hollow, draw_marks,
    draw_no_material, draw_plus,
};
use crate::scale::AreaScale;
use crate::style::{Colour, Theme};
use crate::text::SMALL;

const LINE: f64 = 4.4;
const GAP: f64 = 4.0;
const SAMPLE_GAP: f64 = 1.0;
const HATCHED: (f64, f64) = (3.4, 2.6);
const TILE: f64 = 2.8;
const LINE_LENGTH: f64 = 5.0;
/// The space between two hollow marks.
const HOLLOW_GAP: f64 = 0.4;

/// A sample of ink.
#[derive(Clone, Debug)]
pub(crate) enum Sample {
    /// Marks at a size that shows their shape.
    Shapes(Vec<Shape>),
    /// Marks of which only the edge is inked.
    Hollow(Vec<Shape>),
    /// A tick.
    Tick,
    /// A mark for a number, to scale.
    Number(usize),
    /// A mark that stopped growing.
    Capped,
    /// Material, not coded.
    Absence,
    /// No material.
    NoMaterial,
    /// A tile.
    Tile(Colour),
    /// A line of a width in millimetres.
    Line(f64),
    /// A drawing of a width in millimetres, around a middle.
    Own(f64, fn(&mut Ink, (f64, f64), &Theme)),
    /// The flag for something to be careful with.
    Flag,
    /// A time without contact.
    Gap,
    /// A glyph, in the colour of a class where it has one.
    Glyph(Glyph, Filling, Option<usize>),
    /// Only words: the name of what follows.
    Words,
}

/// A sample and its meaning.
#[derive(Clone, Debug)]
pub(crate) struct Entry {
    pub(crate) sample: Sample,
    pub(crate) text: String,
}

/// Entries laid out for a width. Each block begins on a new line.
#[derive(Clone, Debug)]
pub(crate) struct Legend {
    entries: Vec<(Entry, usize, f64)>,
    lines: usize,
    scale: AreaScale,
}

impl Legend {
    /// Lays out blocks of entries over lines of `width` millimetres.
    pub(crate) fn new(blocks: Vec<Vec<Entry>>, scale: AreaScale, width: f64) -> Self {
        let mut legend = Self { entries: Vec::new(), lines: 0, scale };
        for mut block in blocks {
            for entry in &mut block {
                let room = width - sample_width(&entry.sample, &scale);
                entry.text = shorten(&entry.text, room);
            }
            let widths: Vec<f64> = block.iter().map(|entry| entry_width(entry, &scale)).collect();
            let places = flow(&widths, width, GAP);
            let first = legend.lines;
            legend.lines += n_lines(&places);
            let placed = block.into_iter().zip(places).map(|(entry, (line, x))| (entry, first + line, x));
            legend.entries.extend(placed);
        }
        legend
    }

    /// Returns the height in millimetres.
    pub(crate) fn height(&self) -> f64 {
        self.lines as f64 * LINE
    }

    /// Draws the legend with its upper left corner here.
    pub(crate) fn draw(
        &self,
        canvas: &mut Canvas,
        (left, top): (f64, f64),
        id: &str,
        title: &str,
        theme: &Theme,
    ) {
        let tag =
            Tag { id: id.to_owned(), class: "legend".into(), title: title.to_owned(), data: Vec::new() };
        canvas.group(&tag, |ink| {
            for (entry, line, x) in &self.entries {
                let middle = top + (*line as f64 + 0.5) * LINE;
                draw_entry(ink, entry, (left + x, middle), &self.scale, theme);
            }
        });
    }
}

fn draw_entry(ink: &mut Ink, entry: &Entry, (x, y): (f64, f64), scale: &AreaScale, theme: &Theme) {
    let width = sample_width(&entry.sample, scale);
    let centre = (x + (width - SAMPLE_GAP) / 2.0, y);
    let shown = AreaScale { unit_mm: 1.0, cap: 1, max: 1 };
    match &entry.sample {
        Sample::Shapes(shapes) => {
            let marks: Vec<Mark> = shapes.iter().map(|&shape| Mark { shape, number: 1 }).collect();
            draw_marks(ink, &marks, centre, &shown, Pairs::Beside, theme);
        }
        Sample::Hollow(shapes) => {
            let mut left = x;
            for &shape in shapes {
                let half = shape.half_width(HOLLOW);
                draw_hollow(ink, shape, (left + half, y), theme);
                left += 2.0 * half + HOLLOW_GAP;
            }
        }
        Sample::Tick => ink.line((centre.0, y - HOLLOW), (centre.0, y + HOLLOW), 0.27, theme.neutral),
        Sample::Number(number) => {
            ink.circle(centre, scale.radius_mm(*number), theme.neutral);
        }
        Sample::Capped => {
            let radius = scale.radius_mm(scale.cap);
            ink.circle(centre, radius, theme.neutral);
            draw_plus(ink, centre, radius, theme.ground);
        }
        Sample::Absence => draw_absence(ink, centre, theme),
        Sample::NoMaterial => draw_no_material(ink, centre, HATCHED, theme),
        Sample::Tile(colour) => {
            ink.rect((centre.0 - TILE / 2.0, y - TILE / 2.0), (TILE, TILE), *colour);
        }
        Sample::Line(width) => {
            ink.line(
                (centre.0 - LINE_LENGTH / 2.0, y),
                (centre.0 + LINE_LENGTH / 2.0, y),
                *width,
                theme.absent,
            );
        }
        Sample::Own(_, draw) => draw(ink, centre, theme),
        Sample::Flag => draw_flag(ink, centre, theme),
        Sample::Gap => draw_gap(ink, (x, y - GAP_HEIGHT / 2.0), HATCHED.0, theme),
        Sample::Glyph(glyph, filling, class) => {
            let plain = if *filling == Filling::Faint { theme.absent } else { theme.ink };
            let colour = class.map_or(plain, |class| theme.of_class(class));
            draw_glyph(ink, *glyph, *filling, centre, colour, theme);
        }
        Sample::Words => {}
    }
    let baseline = y + SMALL.baseline_below_middle();
    ink.text(&entry.text, (x + width, baseline), Anchor::Start, SMALL, theme.ink);
}

/// Returns the width of a sample with the space after it.
fn sample_width(sample: &Sample, scale: &AreaScale) -> f64 {
    let ink = match sample {
        Sample::Shapes(shapes) => shapes.iter().map(|shape| 2.0 * shape.half_width(1.0)).sum::<f64>() + 0.3,
        Sample::Hollow(shapes) => {
            let gaps = HOLLOW_GAP * shapes.len().saturating_sub(1) as f64;
            shapes.iter().map(|shape| 2.0 * shape.half_width(HOLLOW)).sum::<f64>() + gaps
        }
        Sample::Tick => 0.8,
        Sample::Number(number) => 2.0 * scale.radius_mm(*number),
        Sample::Capped => 2.0 * scale.radius_mm(scale.cap),
        Sample::Absence => 0.8,
        Sample::NoMaterial | Sample::Gap => HATCHED.0,
        Sample::Glyph(..) => 2.0 * GLYPH,
        Sample::Tile(_) => TILE,
        Sample::Line(_) => LINE_LENGTH,
        Sample::Own(width, _) => *width,
        Sample::Flag => 2.0 * FLAG,
        Sample::Words => return 0.0,
    };
    ink + SAMPLE_GAP
}

fn entry_width(entry: &Entry, scale: &AreaScale) -> f64 {
    sample_width(&entry.sample, scale) + SMALL.width_mm(&entry.text)
}

/// Returns the text, or as much of it as `room` holds with an ellipsis.
fn shorten(text: &str, room: f64) -> String {
    if SMALL.width_mm(text) <= room {
        return text.to_owned();
    }
    let mut kept = text.to_owned();
    while SMALL.width_mm(&format!("{kept}…")) > room && kept.pop().is_some() {}
    format!("{}…", kept.trim_end())
}
