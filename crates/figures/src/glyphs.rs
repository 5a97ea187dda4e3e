//! Glyphs: shapes for kinds of things, which say nothing about a direction. Whether something took place is told by their
//! filling.

use crate::canvas::Ink;
use crate::style::{Colour, Theme};

/// A shape. Circles and diamonds are not among them: these are directions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Glyph {
    Square,
    Up,
    Down,
    House,
    Hexagon,
    Plus,
    /// For what is left when the others are used up.
    Bar,
}

/// How a glyph is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Filling {
    /// It took place.
    Filled,
    /// It did not.
    Hollow,
    /// It is planned: hollow with a dot.
    Dotted,
    /// Nobody knows: hollow, and lighter where a theme is at hand.
    Faint,
}

/// The glyphs, in the order in which they are given out.
pub(crate) const GLYPHS: [Glyph; 6] =
    [Glyph::Square, Glyph::Up, Glyph::Down, Glyph::House, Glyph::Hexagon, Glyph::Plus];
/// Half the width of a glyph in millimetres.
pub(crate) const GLYPH: f64 = 1.0;
/// How much of a hollow glyph is empty.
const HOLLOW: f64 = 0.58;

impl Glyph {
    /// Returns the glyph at a place of the list; what stands behind the last one shares another.
    pub(crate) fn at(place: usize) -> Self {
        GLYPHS.get(place).copied().unwrap_or(Glyph::Bar)
    }

    /// Returns the corners around the origin, within 1 of it.
    fn corners(self) -> &'static [(f64, f64)] {
        match self {
            Glyph::Square => &[(-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)],
            Glyph::Up => &[(0.0, -1.0), (1.0, 0.8), (-1.0, 0.8)],
            Glyph::Down => &[(0.0, 1.0), (-1.0, -0.8), (1.0, -0.8)],
            Glyph::House => &[(0.0, -1.0), (0.9, -0.2), (0.9, 0.9), (-0.9, 0.9), (-0.9, -0.2)],
            Glyph::Hexagon => {
                &[(-1.0, 0.0), (-0.5, -0.87), (0.5, -0.87), (1.0, 0.0), (0.5, 0.87), (-0.5, 0.87)]
            }
            Glyph::Plus => &[
                (-0.4, -1.0),
                (0.4, -1.0),
                (0.4, -0.4),
                (1.0, -0.4),
                (1.0, 0.4),
                (0.4, 0.4),
                (0.4, 1.0),
                (-0.4, 1.0),
                (-0.4, 0.4),
                (-1.0, 0.4),
                (-1.0, -0.4),
                (-0.4, -0.4),
            ],
            Glyph::Bar => &[(-0.45, -1.0), (0.45, -1.0), (0.45, 1.0), (-0.45, 1.0)],
        }
    }
}

/// Draws a glyph around a middle.
pub(crate) fn draw_glyph(
    ink: &mut Ink,
    glyph: Glyph,
    filling: Filling,
    (x, y): (f64, f64),
    colour: Colour,
    theme: &Theme,
) {
    let outline = |size: f64| -> Vec<(f64, f64)> {
        glyph.corners().iter().map(|(dx, dy)| (x + dx * size * GLYPH, y + dy * size * GLYPH)).collect()
    };
    ink.polygon(&outline(1.0), colour);
    if filling != Filling::Filled {
        ink.polygon(&outline(HOLLOW), theme.ground);
    }
    if filling == Filling::Dotted {
        ink.polygon(&outline(0.25), colour);
    }
}
