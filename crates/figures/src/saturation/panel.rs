//! A panel: one set of codes, steps and curve.

use super::draw::Frame;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ink, Tag};
use crate::style::Style;
use crate::text::SMALL;
use draad_analysis::Saturation;
use draad_analysis::saturation::{AccumulationUnit, Curve, Step};

/// Thickness of the steps and of the curve.
const STEP_LINE: f64 = 0.45;
const CURVE_LINE: f64 = 0.35;
/// Between a step and its number.
const ABOVE_STEP: f64 = 0.7;

/// One set of codes on its axes.
pub(super) struct Panel<'a> {
    pub(super) saturation: &'a Saturation,
    pub(super) curve: &'a Curve,
    pub(super) style: &'a Style,
    pub(super) frame: &'a Frame,
    /// Upper edge of the axes.
    pub(super) top: f64,
    /// What the top of the axis stands for.
    pub(super) most: f64,
}

impl Panel<'_> {
    fn y(&self, codes: f64) -> f64 {
        self.top + self.frame.plot_height * (1.0 - codes / self.most)
    }

    /// Draws axes, band, curve and steps.
    pub(super) fn draw(&self, canvas: &mut Canvas, ticks: &[f64]) {
        canvas.draw(|ink| self.draw_axis(ink, ticks));
        self.draw_curve(canvas);
        for at in 0..self.curve.steps.len() {
            self.draw_step(canvas, at);
        }
    }

    fn draw_axis(&self, ink: &mut Ink, ticks: &[f64]) {
        let theme = &self.style.theme;
        let (left, right) = (self.frame.left, self.frame.right);
        for &tick in ticks {
            let y = self.y(tick);
            let colour = if tick == 0.0 { theme.rule } else { theme.rail };
            ink.line((left, y), (right, y), HAIRLINE, colour);
            let text = self.style.words.whole(tick as u64);
            let at = (left - 1.0, y + SMALL.baseline_below_middle());
            ink.text(&text, at, Anchor::End, SMALL, theme.muted);
        }
    }

    /// Draws what any order would have given: the mean, and one standard deviation on each side.
    fn draw_curve(&self, canvas: &mut Canvas) {
        let theme = &self.style.theme;
        let points = self.curve.steps.iter().enumerate();
        let at = |(n, step): (usize, &Step), sds: f64| {
            let codes = (step.expected.codes + sds * step.expected.sd).clamp(0.0, self.most);
            (self.frame.middle(n), self.y(codes))
        };
        let upper = points.clone().map(|point| at(point, 1.0));
        let lower = points.clone().rev().map(|point| at(point, -1.0));
        let band: Vec<(f64, f64)> = upper.chain(lower).collect();
        let mean: Vec<(f64, f64)> = points.map(|point| at(point, 0.0)).collect();
        let tag = Tag {
            id: "expected".into(),
            class: "expected".into(),
            title: self.style.words.say("figure-saturation-expected"),
            data: Vec::new(),
        };
        canvas.group(&tag, |ink| {
            if band.len() > 2 {
                ink.polygon(&band, theme.spread);
            }
            for ends in mean.windows(2) {
                ink.line(ends[0], ends[1], CURVE_LINE, theme.promoting);
            }
            if let [only] = mean[..] {
                ink.circle(only, CURVE_LINE, theme.promoting);
            }
        });
    }

    /// Returns the upper edge of the band over the place of a unit, where it is highest: at its middle or at one of its ends,
    /// which lie between it and its neighbours.
    fn band_top(&self, at: usize) -> f64 {
        let steps = &self.curve.steps;
        let top = |step: &Step| (step.expected.codes + step.expected.sd).min(self.most);
        let here = top(&steps[at]);
        let between = [at.checked_sub(1), Some(at + 1)].into_iter().flatten();
        let ends = between.filter_map(|next| Some((top(steps.get(next)?) + here) / 2.0));
        self.y(ends.fold(here, f64::max))
    }

    /// Draws a unit: a level as wide as its place, and from the level before it a rise with what is new.
    fn draw_step(&self, canvas: &mut Canvas, at: usize) {
        let steps = &self.curve.steps;
        let (step, unit) = (&steps[at], &self.saturation.units[at]);
        let before = if at == 0 { 0 } else { steps[at - 1].total };
        let tag = Tag {
            id: format!("unit-{}", unit.id),
            class: "unit".into(),
            title: self.step_title(at),
            data: vec![(data_of(self.saturation.unit), unit.id.clone())],
        };
        let (from, to) = (self.frame.slot(at), self.frame.slot(at + 1));
        let (y, theme) = (self.y(step.total as f64), &self.style.theme);
        let text = format!("+{}", step.new.len());
        let has_room = SMALL.width_mm(&text) + 0.4 <= to - from;
        canvas.group(&tag, |ink| {
            if before != step.total {
                ink.line((from, self.y(before as f64)), (from, y), STEP_LINE, theme.ink);
            }
            let half = STEP_LINE / 2.0;
            ink.line((from - half, y), (to + half, y), STEP_LINE, theme.ink);
            if has_room && !step.new.is_empty() {
                let above = y.min(self.band_top(at));
                ink.text(&text, ((from + to) / 2.0, above - ABOVE_STEP), Anchor::Middle, SMALL, theme.ink);
            }
        });
    }

    /// "p04: 12 codes, waarvan 3 nieuw (…); samen 31, verwacht 29,4 (sd 2,1)"
    fn step_title(&self, at: usize) -> String {
        let words = self.style.words;
        let step = &self.curve.steps[at];
        let new: Vec<String> = step.new.iter().map(ToString::to_string).collect();
        words.say_with(
            "figure-saturation-step",
            [
                ("unit", self.saturation.units[at].id.clone().into()),
                ("codes", words.say_with("n-codes", [("n", step.n_codes.into())]).into()),
                ("new", step.new.len().into()),
                ("which", new.join(", ").into()),
                ("total", step.total.into()),
                ("expected", words.number(step.expected.codes, 1).into()),
                ("sd", words.number(step.expected.sd, 1).into()),
            ],
        )
    }
}

fn data_of(unit: AccumulationUnit) -> &'static str {
    match unit {
        AccumulationUnit::Cases => "data-case",
        AccumulationUnit::Sources => "data-source",
    }
}

/// A sample of the steps for the legend.
pub(super) fn draw_steps_sample(ink: &mut Ink, (x, y): (f64, f64), theme: &crate::style::Theme) {
    ink.line((x - 2.5, y + 0.8), (x, y + 0.8), STEP_LINE, theme.ink);
    ink.line((x, y + 0.8), (x, y - 0.8), STEP_LINE, theme.ink);
    ink.line((x, y - 0.8), (x + 2.5, y - 0.8), STEP_LINE, theme.ink);
}

/// A sample of the curve with its band for the legend.
pub(super) fn draw_curve_sample(ink: &mut Ink, (x, y): (f64, f64), theme: &crate::style::Theme) {
    ink.rect((x - 2.5, y - 1.2), (5.0, 2.4), theme.spread);
    ink.line((x - 2.5, y), (x + 2.5, y), CURVE_LINE, theme.promoting);
}
