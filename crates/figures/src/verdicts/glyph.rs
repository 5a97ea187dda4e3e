//! Marks of verdicts: how much of a circle is filled says how far somebody goes along. No colour, because these are no
//! directions of factors.

use crate::canvas::Ink;
use crate::style::{Colour, Theme};
use draad_core::PanelVerdict;
use std::f64::consts::PI;

/// Radius of a mark, in millimetres.
pub(super) const RADIUS: f64 = 1.1;
/// Thickness of the edge of a mark that is not filled.
const EDGE: f64 = 0.28;
/// Corners of a half circle.
const CORNERS: u32 = 24;

/// Draws the mark of a verdict around a middle.
pub(super) fn draw(ink: &mut Ink, verdict: PanelVerdict, middle: (f64, f64), theme: &Theme) {
    match verdict {
        PanelVerdict::Agrees => ink.circle(middle, RADIUS, theme.ink),
        PanelVerdict::Nuances => {
            half(ink, middle, theme.ink);
            ink.ring(middle, RADIUS, EDGE, theme.ink);
        }
        PanelVerdict::Rejects => ink.ring(middle, RADIUS, EDGE, theme.ink),
    }
}

/// The left half of a circle.
fn half(ink: &mut Ink, (x, y): (f64, f64), colour: Colour) {
    let corner = |n: u32| {
        let angle = PI / 2.0 + PI * f64::from(n) / f64::from(CORNERS);
        (x + RADIUS * angle.cos(), y - RADIUS * angle.sin())
    };
    let corners: Vec<(f64, f64)> = (0..=CORNERS).map(corner).collect();
    ink.polygon(&corners, colour);
}

pub(super) fn agrees(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    draw(ink, PanelVerdict::Agrees, middle, theme);
}

pub(super) fn nuances(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    draw(ink, PanelVerdict::Nuances, middle, theme);
}

pub(super) fn rejects(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    draw(ink, PanelVerdict::Rejects, middle, theme);
}
