//! Marks: shape carries the direction, area the number, colour repeats the shape.

use crate::canvas::Ink;
use crate::scale::AreaScale;
use crate::style::{Colour, Theme};
use draad_analysis::{Cell, CellState};
use std::f64::consts::PI;

/// Radius of the dot for "material, not coded", in millimetres: 1.2 pt across.
const DOT_RADIUS: f64 = 0.21;
/// Space between two marks in one cell, in millimetres.
const PAIR_GAP: f64 = 0.3;
/// Distance between the hatching lines, in millimetres.
const HATCH_STEP: f64 = 1.0;
/// Distance between the lines of a gap in time, in millimetres.
const GAP_STEP: f64 = 1.4;
/// Height of a gap in time, in millimetres.
pub(crate) const GAP_HEIGHT: f64 = 1.9;
/// The largest radius for the number 1, in millimetres, where no mark is larger than a few.
const LARGEST_UNIT: f64 = 0.9;

/// What a cell counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum SizeBy {
    /// Passages in the mark's direction.
    #[default]
    Passages,
    /// Sources with the factor, whatever the direction.
    Sources,
}

/// Shape of a mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Promoting.
    Circle,
    /// Hindering.
    Diamond,
    /// Ambivalent.
    DottedRing,
    /// A theme.
    Square,
}

/// A shape and the number it stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Mark {
    pub(crate) shape: Shape,
    pub(crate) number: usize,
}

impl Shape {
    /// Returns half the width of the shape that has the area of a circle with this radius.
    pub(crate) fn half_width(self, radius: f64) -> f64 {
        match self {
            Shape::Circle | Shape::DottedRing => radius,
            Shape::Diamond => radius * (PI / 2.0).sqrt(),
            Shape::Square => radius * PI.sqrt() / 2.0,
        }
    }
}

/// Returns the marks of a cell: none where the factor was not coded, two where it works both ways in turn.
pub(crate) fn marks_of(cell: &Cell, size: SizeBy) -> Vec<Mark> {
    let mark = |shape, passages: usize| {
        let number = match size {
            SizeBy::Passages => passages,
            SizeBy::Sources => cell.n_sources,
        };
        Mark { shape, number: number.max(1) }
    };
    match cell.state {
        CellState::Promoting => vec![mark(Shape::Circle, cell.n_promoting)],
        CellState::Hindering => vec![mark(Shape::Diamond, cell.n_hindering)],
        CellState::Both => {
            vec![mark(Shape::Circle, cell.n_promoting), mark(Shape::Diamond, cell.n_hindering)]
        }
        CellState::Ambivalent => vec![mark(Shape::DottedRing, cell.n_ambivalent)],
        CellState::Coded => vec![mark(Shape::Square, cell.n_passages)],
        CellState::NotFound | CellState::NoMaterial => Vec::new(),
    }
}

/// How two marks share a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pairs {
    /// One beside the other.
    Beside,
    /// One above the other, where cells are narrower than rows are high.
    Stacked,
}

/// Returns the largest radius for the number 1 with which every set of marks fits a cell of this size.
pub(crate) fn fitting_unit(sets: &[Vec<Mark>], cap: usize, (width, height): (f64, f64), pairs: Pairs) -> f64 {
    let (along, across) = match pairs {
        Pairs::Beside => (width, height),
        Pairs::Stacked => (height, width),
    };
    let unit_for = |marks: &Vec<Mark>| {
        let half = |mark: &Mark| mark.shape.half_width((mark.number.clamp(1, cap) as f64).sqrt());
        let gaps = PAIR_GAP * marks.len().saturating_sub(1) as f64;
        let long = 2.0 * marks.iter().map(half).sum::<f64>();
        let thick = 2.0 * marks.iter().map(half).fold(0.0, f64::max);
        let alone = (width.min(height)) / thick;
        if marks.len() > 1 { ((along - gaps) / long).min(across / thick) } else { alone }
    };
    sets.iter().filter(|marks| !marks.is_empty()).map(unit_for).fold(LARGEST_UNIT, f64::min)
}

/// Draws marks around a middle.
pub(crate) fn draw_marks(
    ink: &mut Ink,
    marks: &[Mark],
    (x, y): (f64, f64),
    scale: &AreaScale,
    pairs: Pairs,
    theme: &Theme,
) {
    let half = |mark: &Mark| mark.shape.half_width(scale.radius_mm(mark.number));
    let gaps = PAIR_GAP * marks.len().saturating_sub(1) as f64;
    let mut offset = -(2.0 * marks.iter().map(half).sum::<f64>() + gaps) / 2.0;
    for mark in marks {
        let along = offset + half(mark);
        let middle = match pairs {
            Pairs::Beside => (x + along, y),
            Pairs::Stacked => (x, y + along),
        };
        let radius = scale.radius_mm(mark.number);
        match (mark.shape, scale.is_capped(mark.number)) {
            (shape, false) => draw_shape(ink, shape, middle, radius, theme),
            (Shape::DottedRing, true) => {
                draw_ring(ink, middle, radius, theme);
                draw_plus(ink, middle, radius, theme.neutral);
            }
            (shape, true) => {
                draw_shape(ink, shape, middle, radius, theme);
                draw_plus(ink, middle, radius, theme.ground);
            }
        }
        offset = along + half(mark) + PAIR_GAP;
    }
}

/// Draws a shape with the area of a circle with this radius.
pub(crate) fn draw_shape(ink: &mut Ink, shape: Shape, (x, y): (f64, f64), radius: f64, theme: &Theme) {
    let half = shape.half_width(radius);
    match shape {
        Shape::Circle => ink.circle((x, y), radius, theme.promoting),
        Shape::Diamond => {
            ink.polygon(&[(x, y - half), (x + half, y), (x, y + half), (x - half, y)], theme.hindering);
        }
        Shape::DottedRing => {
            draw_ring(ink, (x, y), radius, theme);
            ink.circle((x, y), radius * 0.28, theme.neutral);
        }
        Shape::Square => ink.rect((x - half, y - half), (2.0 * half, 2.0 * half), theme.neutral),
    }
}

/// Radius of a hollow mark, in millimetres: one of [`DOT_IN_HOLLOW`] shows inside it.
pub(crate) const HOLLOW: f64 = 1.4;
/// Radius of a filled mark that may stand in a hollow one.
pub(crate) const DOT_IN_HOLLOW: f64 = 0.85;
/// Thickness of the edge of a hollow mark, in millimetres.
const HOLLOW_EDGE: f64 = 0.3;

/// Draws a shape of which only the edge is inked.
pub(crate) fn draw_hollow(ink: &mut Ink, shape: Shape, middle: (f64, f64), theme: &Theme) {
    draw_shape(ink, shape, middle, HOLLOW, theme);
    draw_shape(ink, shape, middle, HOLLOW - HOLLOW_EDGE, &theme.hollow());
}

fn draw_ring(ink: &mut Ink, middle: (f64, f64), radius: f64, theme: &Theme) {
    ink.ring(middle, radius, (radius * 0.3).min(0.3), theme.neutral);
}

/// Draws the sign for "more than this".
pub(crate) fn draw_plus(ink: &mut Ink, (x, y): (f64, f64), radius: f64, colour: Colour) {
    let arm = radius * 0.45;
    let width = (radius * 0.22).max(0.12);
    ink.line((x - arm, y), (x + arm, y), width, colour);
    ink.line((x, y - arm), (x, y + arm), width, colour);
}

/// Draws the dot for "material, not coded".
pub(crate) fn draw_absence(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    ink.circle(middle, DOT_RADIUS, theme.absent);
}

/// Draws the hatching for "no material" in a box of this size around a middle.
pub(crate) fn draw_no_material(
    ink: &mut Ink,
    (x, y): (f64, f64),
    (width, height): (f64, f64),
    theme: &Theme,
) {
    ink.hatch((x - width / 2.0, y - height / 2.0), (width, height), HATCH_STEP, theme.hatch);
}

/// Half the width of the flag, in millimetres.
pub(crate) const FLAG: f64 = 0.9;

/// Draws the flag for something to be careful with: a triangle.
pub(crate) fn draw_flag(ink: &mut Ink, (x, y): (f64, f64), theme: &Theme) {
    let corners = [(x - FLAG, y + FLAG * 0.85), (x, y - FLAG * 0.85), (x + FLAG, y + FLAG * 0.85)];
    ink.polygon(&corners, theme.ink);
}

/// Draws a gap in time, `width` long, from its upper left corner: darker than "no material", because it is a finding.
pub(crate) fn draw_gap(ink: &mut Ink, corner: (f64, f64), width: f64, theme: &Theme) {
    ink.hatch(corner, (width, GAP_HEIGHT), GAP_STEP, theme.rule);
}
