//! Tint for number: how much a tile stands out from the ground, and in which ink its number is printed.

use crate::canvas::{Anchor, Ink};
use crate::style::{Colour, Theme, luminance};
use crate::text::SMALL;

const BLACK: Colour = (0, 0, 0);
const WHITE: Colour = (0xFF, 0xFF, 0xFF);

/// Tiles that stand out more where a number is larger: 1 is nearest to the ground, `max` is darkest, or on a dark ground
/// lightest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Tint {
    tints: [Colour; 5],
    /// The greatest number shown.
    pub(crate) max: usize,
}

impl Tint {
    pub(crate) fn new(theme: &Theme, max: usize) -> Self {
        Self { tints: theme.tints, max }
    }

    /// Returns the colour for a number of 1 or more.
    pub(crate) fn colour(&self, number: usize) -> Colour {
        let steps = self.max.saturating_sub(1).max(1) as f64;
        let at = (number.clamp(1, self.max.max(1)) - 1) as f64 / steps * (self.tints.len() - 1) as f64;
        let below = (at.floor() as usize).min(self.tints.len() - 2);
        between(self.tints[below], self.tints[below + 1], at - below as f64)
    }

    /// Returns up to three numbers for the legend: the least, one in the middle, and the greatest.
    pub(crate) fn samples(&self) -> Vec<usize> {
        let top = self.max.max(1);
        let mut samples = vec![1, top.div_ceil(2), top];
        samples.dedup();
        samples
    }

    /// Draws a tile around a middle with its number in it.
    pub(crate) fn draw(&self, ink: &mut Ink, middle: (f64, f64), size: (f64, f64), number: usize) {
        self.draw_saying(ink, middle, size, number, &number.to_string());
    }

    /// Draws a tile that says something else than its number.
    pub(crate) fn draw_saying(
        &self,
        ink: &mut Ink,
        (x, y): (f64, f64),
        size: (f64, f64),
        number: usize,
        text: &str,
    ) {
        self.draw_silent(ink, (x, y), size, number);
        let at = (x, y + SMALL.baseline_below_middle());
        ink.text(text, at, Anchor::Middle, SMALL, ink_on(self.colour(number)));
    }

    /// Draws a tile without words in it.
    pub(crate) fn draw_silent(
        &self,
        ink: &mut Ink,
        (x, y): (f64, f64),
        (width, height): (f64, f64),
        number: usize,
    ) {
        ink.rect((x - width / 2.0, y - height / 2.0), (width, height), self.colour(number));
    }
}

fn between(one: Colour, other: Colour, part: f64) -> Colour {
    let channel = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * part).round() as u8;
    (channel(one.0, other.0), channel(one.1, other.1), channel(one.2, other.2))
}

/// Returns black or white, whichever stands out more.
fn ink_on(colour: Colour) -> Colour {
    let light = luminance(colour) + 0.05;
    if light / 0.05 >= 1.05 / light { BLACK } else { WHITE }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_can_be_read_on_every_tint_and_more_stands_out_more() {
        for theme in [Theme::COLOUR, Theme::GREY, Theme::DARK] {
            for max in [1, 2, 13, 50] {
                let tint = Tint::new(&theme, max);
                let light: Vec<f64> = (1..=max).map(|number| luminance(tint.colour(number))).collect();
                let away = |light: f64| (light - luminance(theme.ground)).abs();
                assert!(light.is_sorted_by(|a, b| away(*a) < away(*b)), "{light:?}");
                for number in 1..=max {
                    let (ground, text) = (tint.colour(number), ink_on(tint.colour(number)));
                    let (a, b) = (luminance(ground) + 0.05, luminance(text) + 0.05);
                    assert!(a.max(b) / a.min(b) >= 4.5, "{number} of {max}");
                }
            }
        }
        assert_eq!(Tint::new(&Theme::COLOUR, 13).samples(), [1, 7, 13]);
        assert_eq!(Tint::new(&Theme::COLOUR, 1).samples(), [1]);
    }
}
