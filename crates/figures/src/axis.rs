//! Axes: numbers that read well, evenly spaced.

use crate::canvas::{Anchor, HAIRLINE, Ink};
use crate::style::Style;
use crate::text::SMALL;
use std::ops::{Range, RangeInclusive};

/// An axis from left to right: a line behind rows for each of its numbers, the numbers below them, and its name below those.
pub(crate) struct Axis {
    /// Where it begins and ends, in millimetres.
    pub(crate) left: f64,
    pub(crate) right: f64,
    /// What stands there.
    ends: (f64, f64),
    ticks: Vec<f64>,
    decimals: usize,
}

impl Axis {
    /// Height of its numbers and its name.
    pub(crate) const HEIGHT: f64 = 7.6;
    /// From one number to the next, about.
    const APART: f64 = 9.0;

    /// Makes an axis with about so many numbers, as far as they have room.
    pub(crate) fn new((left, right): (f64, f64), ends: (f64, f64), wanted: RangeInclusive<usize>) -> Self {
        let n = (((right - left) / Self::APART) as usize).clamp(*wanted.start(), *wanted.end());
        let (mut ticks, decimals) = ticks(ends.0, ends.1, n);
        ticks.retain(|tick| (ends.0..=ends.1).contains(tick));
        Self { left, right, ends, ticks, decimals }
    }

    /// Returns where a value stands.
    pub(crate) fn x(&self, value: f64) -> f64 {
        let (from, to) = self.ends;
        self.left + (value - from) / (to - from).max(1e-9) * (self.right - self.left)
    }

    /// Draws its lines behind rows, that of 0 darker.
    pub(crate) fn draw_behind(&self, ink: &mut Ink, runs: &[Range<f64>], style: &Style) {
        let theme = &style.theme;
        for run in runs {
            for &tick in &self.ticks {
                let (x, colour) = (self.x(tick), if tick == 0.0 { theme.rule } else { theme.rail });
                ink.line((x, run.start), (x, run.end), HAIRLINE, colour);
            }
        }
    }

    /// Writes its numbers and its name, which ends `beyond` its right end and may begin at the edge of the page.
    pub(crate) fn draw_below(&self, ink: &mut Ink, name: &str, top: f64, beyond: f64, style: &Style) {
        let muted = style.theme.muted;
        for &tick in &self.ticks {
            let text = style.words.number(tick, self.decimals);
            ink.text(&text, (self.x(tick), top + 3.4), Anchor::Middle, SMALL, muted);
        }
        let end = self.right + beyond;
        let name = SMALL.set(name, end - style.format.edge_mm(), 1).join("");
        ink.text(&name, (end, top + 6.8), Anchor::End, SMALL, muted);
    }
}

/// Returns steps of 1, 2 or 5 times a power of ten from `least` to `most`, about `wanted` of them, and how many decimals they
/// need. The first is not above `least`, the last not below `most`.
pub(crate) fn ticks(least: f64, most: f64, wanted: usize) -> (Vec<f64>, usize) {
    let reach = (most - least).max(1e-9);
    let rough = reach / wanted.max(1) as f64;
    let mut power = 1.0;
    let mut decimals = 0;
    while power > rough {
        power /= 10.0;
        decimals += 1;
    }
    while power * 10.0 <= rough {
        power *= 10.0;
    }
    let factor = [1.0, 2.0, 5.0, 10.0].into_iter().find(|factor| factor * power >= rough).unwrap_or(10.0);
    let step = factor * power;
    let decimals = if factor == 10.0 { decimals.max(1) - 1 } else { decimals };
    let first = (least / step + 1e-9).floor() as i64;
    let last = (most / step - 1e-9).ceil() as i64;
    ((first..=last).map(|n| n as f64 * step).collect(), decimals)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_reach_both_ends() {
        assert_eq!(ticks(0.0, 43.0, 5), (vec![0.0, 10.0, 20.0, 30.0, 40.0, 50.0], 0));
        assert_eq!(ticks(0.0, 3.0, 4), (vec![0.0, 1.0, 2.0, 3.0], 0));
        assert_eq!(ticks(0.0, 1.0, 5).1, 1);
        assert_eq!(ticks(-0.7, 1.2, 4), (vec![-1.0, -0.5, 0.0, 0.5, 1.0, 1.5], 1));
        assert_eq!(ticks(0.0, 0.0, 4).0, [0.0]);
    }
}
