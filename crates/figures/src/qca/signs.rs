//! Signs: whether a condition is there.

use crate::canvas::{Anchor, Ink};
use crate::style::Theme;
use crate::text::{SMALL, SMALL_HEAD, Type};

/// Radius of a sign where there is room for it, in millimetres.
pub(crate) const LARGEST: f64 = 1.5;
/// Width of the edge of an open sign and of the strokes of a cross.
const EDGE: f64 = 0.22;

/// Whether a condition is there, or which of its values is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sign {
    /// It is there.
    Filled,
    /// It is not there.
    Open,
    /// It must not be there.
    Crossed,
    /// It has the value with this number; in bold.
    Level(u8),
    /// It has the value with this number; not in bold.
    LightLevel(u8),
}

/// Draws a sign around a middle.
pub(crate) fn draw_sign(ink: &mut Ink, sign: Sign, (x, y): (f64, f64), radius: f64, theme: &Theme) {
    match sign {
        Sign::Filled => ink.circle((x, y), radius, theme.ink),
        Sign::Open => ink.ring((x, y), radius, EDGE, theme.ink),
        Sign::Crossed => {
            ink.ring((x, y), radius, EDGE, theme.ink);
            let arm = (radius - EDGE / 2.0) * std::f64::consts::FRAC_1_SQRT_2;
            ink.line((x - arm, y - arm), (x + arm, y + arm), EDGE, theme.ink);
            ink.line((x - arm, y + arm), (x + arm, y - arm), EDGE, theme.ink);
        }
        Sign::Level(level) => draw_level(ink, level, (x, y), SMALL_HEAD, theme),
        Sign::LightLevel(level) => draw_level(ink, level, (x, y), SMALL, theme),
    }
}

fn draw_level(ink: &mut Ink, level: u8, (x, y): (f64, f64), kind: Type, theme: &Theme) {
    let baseline = y + kind.baseline_below_middle();
    ink.text(&level.to_string(), (x, baseline), Anchor::Middle, kind, theme.ink);
}
