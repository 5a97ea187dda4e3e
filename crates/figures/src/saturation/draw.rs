//! Pages of panels.

use super::panel::{self, Panel};
use super::{curve_name, marks, unit};
use crate::axis::ticks;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink};
use crate::figure::Page;
use crate::legend::{Entry, Legend, Sample};
use crate::scale::AreaScale;
use crate::sheet::{self, PAGE_NUMBER};
use crate::style::Style;
use crate::text::{HEAD, SMALL};
use draad_analysis::Saturation;
use draad_analysis::saturation::Curve;

/// Height of the axes, as a part of their width, and its ends.
const PLOT: f64 = 0.5;
const LEAST_PLOT: f64 = 32.0;
const MOST_PLOT: f64 = 80.0;
/// Where axes would be lower than this, curves stand on pages of their own.
const LEAST_TOGETHER: f64 = 42.0;
/// How far the axis runs on above the highest step, for the number that stands there.
const ABOVE_HIGHEST: f64 = 1.1;
const HEAD_HEIGHT: f64 = 5.0;
/// Height of the line that says what an axis counts.
const AXIS_NAME: f64 = 4.2;
/// Height of the names of the units.
const UNIT_NAMES: f64 = 4.0;
const ABOVE_MARKS: f64 = 2.0;
const ABOVE_LEGEND: f64 = 2.4;
const BETWEEN: f64 = 5.0;
const GAP: f64 = 2.0;
/// What sums of heights may be off, in millimetres.
const ROUNDING: f64 = 0.01;

/// Where things stand from left to right; in millimetres.
#[derive(Clone, Debug)]
pub(super) struct Frame {
    /// The edge of the page.
    pub(super) edge: f64,
    /// Where the axes begin and end.
    pub(super) left: f64,
    pub(super) right: f64,
    /// Units.
    pub(super) n: usize,
    pub(super) plot_height: f64,
    /// Left edges of what was found for at most 5 % and for none.
    pub(super) notations: [f64; 2],
}

impl Frame {
    /// Returns where the place of a unit begins.
    pub(super) fn slot(&self, at: usize) -> f64 {
        self.left + (self.right - self.left) * at as f64 / self.n as f64
    }

    /// Returns the middle of the place of a unit.
    pub(super) fn middle(&self, at: usize) -> f64 {
        (self.slot(at) + self.slot(at + 1)) / 2.0
    }
}

/// Everything that is decided before the first step is drawn.
pub(super) struct Drawing<'a> {
    saturation: &'a Saturation,
    style: &'a Style,
    frame: Frame,
    legend: Legend,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(saturation: &'a Saturation, style: &'a Style) -> Self {
        let frame = frame(saturation, style);
        let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
        let legend = legend(saturation, style, content);
        let mut drawing = Self { saturation, style, frame, legend };
        let wanted = ((drawing.frame.right - drawing.frame.left) * PLOT).clamp(LEAST_PLOT, MOST_PLOT);
        drawing.frame.plot_height = drawing.plot_height(wanted);
        drawing
    }

    /// Returns the height of the axes: lower than wanted where all curves then stand on one page.
    fn plot_height(&self, wanted: f64) -> f64 {
        let curves = &self.saturation.curves;
        let around = curves.iter().map(|curve| self.around(curve));
        let between = BETWEEN * curves.len().saturating_sub(1) as f64;
        let together = (self.room() - between - around.clone().sum::<f64>()) / curves.len().max(1) as f64;
        let alone = self.room() - around.fold(0.0, f64::max);
        let most = if together >= LEAST_TOGETHER { together } else { alone.max(LEAST_PLOT) };
        wanted.min(most)
    }

    /// Returns the height of a page without its edges and legend.
    fn room(&self) -> f64 {
        let format = self.style.format;
        format.max_height_mm() - 2.0 * format.edge_mm() - ABOVE_LEGEND - self.legend.height() - PAGE_NUMBER
    }

    /// Returns the height of what stands above and below the axes of a curve.
    fn around(&self, curve: &Curve) -> f64 {
        let head = if self.has_heads() { HEAD_HEIGHT } else { 0.0 };
        head + AXIS_NAME + UNIT_NAMES + AXIS_NAME + marks_height(curve)
    }

    fn has_heads(&self) -> bool {
        self.saturation.curves.len() > 1
    }

    /// Returns whether units have numbers below the axis, because their ids do not fit.
    pub(super) fn units_have_numbers(&self) -> bool {
        let widest = SMALL.widest_mm(self.saturation.units.iter().map(|unit| unit.id.as_str()));
        widest + 0.8 > self.frame.slot(1) - self.frame.slot(0)
    }

    /// Sets as many panels on a page as it has room for.
    pub(super) fn pages(&self, alt: &str, ids: &mut Ids) -> Vec<Page> {
        let mut pages: Vec<Vec<&Curve>> = vec![Vec::new()];
        let mut used = 0.0;
        for curve in &self.saturation.curves {
            let height = self.around(curve) + self.frame.plot_height;
            let has_panels = pages.last().is_some_and(|page| !page.is_empty());
            if has_panels && used + height > self.room() + ROUNDING {
                pages.push(Vec::new());
                used = 0.0;
            }
            used += height + BETWEEN;
            pages.iter_mut().last().into_iter().for_each(|page| page.push(curve));
        }
        let n = pages.len();
        pages.iter().zip(1..).map(|(curves, number)| self.page(curves, (number, n), alt, ids)).collect()
    }

    fn page(&self, curves: &[&Curve], number: (usize, usize), alt: &str, ids: &mut Ids) -> Page {
        let style = self.style;
        let mut canvas = Canvas::new(ids);
        let mut y = self.frame.edge;
        for (place, curve) in curves.iter().enumerate() {
            y += if place > 0 { BETWEEN } else { 0.0 };
            y = self.draw_curve(&mut canvas, curve, y);
        }
        y += ABOVE_LEGEND;
        let title = style.words.say("figure-legend");
        self.legend.draw(&mut canvas, (self.frame.edge, y), "saturation-legend", &title, &style.theme);
        let title = style.words.say_with("figure-saturation-title", [("unit", unit(self.saturation).into())]);
        sheet::finish(canvas, y + self.legend.height(), title, alt, number, style)
    }

    /// Draws a panel from `top` on; returns where it ends.
    fn draw_curve(&self, canvas: &mut Canvas, curve: &Curve, top: f64) -> f64 {
        let (style, frame) = (self.style, &self.frame);
        let theme = &style.theme;
        let mut y = top;
        if self.has_heads() {
            y += HEAD_HEIGHT;
            let head = curve_name(curve, style.words);
            canvas.draw(|ink| ink.text(&head, (frame.edge, y - 1.6), Anchor::Start, HEAD, theme.ink));
        }
        y += AXIS_NAME;
        let codes = style.words.say("figure-saturation-codes");
        canvas.draw(|ink| ink.text(&codes, (frame.left, y - 2.2), Anchor::Start, SMALL, theme.muted));
        let (ticks, most) = codes_axis(curve);
        let panel = Panel { saturation: self.saturation, curve, style, frame, top: y, most };
        panel.draw(canvas, &ticks);
        y += frame.plot_height;
        canvas.draw(|ink| self.draw_unit_names(ink, y));
        y += UNIT_NAMES + AXIS_NAME;
        if marks::has_marks(curve) {
            y = self.draw_marks(canvas, curve, y);
        }
        y
    }

    /// Writes ids below the axis, or numbers where ids do not fit, and what they are.
    fn draw_unit_names(&self, ink: &mut Ink, top: f64) {
        let (style, frame) = (self.style, &self.frame);
        let muted = style.theme.muted;
        let baseline = top + UNIT_NAMES - 0.8;
        if self.units_have_numbers() {
            let every = numbers_every(frame);
            for at in (0..frame.n).filter(|at| *at == 0 || (at + 1).is_multiple_of(every)) {
                let text = (at + 1).to_string();
                ink.text(&text, (frame.middle(at), baseline), Anchor::Middle, SMALL, muted);
            }
        } else {
            for (at, unit) in self.saturation.units.iter().enumerate() {
                ink.text(&unit.id, (frame.middle(at), baseline), Anchor::Middle, SMALL, muted);
            }
        }
        let name = style.words.say_with("figure-saturation-axis", [("unit", unit(self.saturation).into())]);
        ink.text(&name, (frame.right, baseline + AXIS_NAME - 0.6), Anchor::End, SMALL, muted);
    }

    fn draw_marks(&self, canvas: &mut Canvas, curve: &Curve, top: f64) -> f64 {
        let (style, frame) = (self.style, &self.frame);
        let theme = &style.theme;
        let heads = top + ABOVE_MARKS + marks::ROW / 2.0;
        canvas.draw(|ink| {
            let y = top + ABOVE_MARKS / 2.0;
            ink.line((frame.edge, y), (frame.notations[1] + 6.0, y), HAIRLINE, theme.rail);
            let baseline = heads + SMALL.baseline_below_middle();
            let name = style.words.say("figure-saturation-settings");
            ink.text(&name, (frame.edge, baseline), Anchor::Start, SMALL, theme.muted);
            marks::draw_ring(ink, (frame.notations[0] + 1.4, heads), theme);
            marks::draw_dot(ink, (frame.notations[1] + 1.4, heads), theme);
        });
        let mut y = heads + marks::ROW;
        for setting in marks::settings(curve) {
            marks::draw(canvas, setting, y, frame, style);
            y += marks::ROW;
        }
        y - marks::ROW / 2.0
    }
}

fn marks_height(curve: &Curve) -> f64 {
    match marks::has_marks(curve) {
        true => ABOVE_MARKS + marks::ROW * (marks::settings(curve).len() + 1) as f64,
        false => 0.0,
    }
}

/// Returns the marks of the axis of codes, and what its top stands for: room for a number above the highest step.
fn codes_axis(curve: &Curve) -> (Vec<f64>, f64) {
    let expected = curve.steps.iter().map(|step| step.expected.codes + step.expected.sd);
    let most = expected.fold(curve.n_codes() as f64, f64::max).max(1.0);
    let (mut ticks, _) = ticks(0.0, most, 5);
    ticks.retain(|tick| tick.fract() == 0.0 && *tick <= most);
    (ticks, most * ABOVE_HIGHEST)
}

fn frame(saturation: &Saturation, style: &Style) -> Frame {
    let edge = style.format.edge_mm();
    let end = style.format.width_mm() - edge;
    let with_marks = saturation.curves.iter().filter(|curve| marks::has_marks(curve));
    let settings: Vec<marks::Setting> = with_marks.flat_map(marks::settings).collect();
    let widest = |place: usize| {
        let texts = settings.iter().map(|setting| SMALL.width_mm(&marks::notation(&setting[place], style)));
        texts.fold(0.0, f64::max)
    };
    let label = settings.iter().map(|setting| SMALL.width_mm(&marks::label(setting, style)));
    let most = saturation.curves.iter().map(Curve::n_codes).max().unwrap_or(0);
    let number = SMALL.width_mm(&style.words.whole(10 * most.max(1) as u64));
    let left = edge + label.fold(number, f64::max) + GAP;
    let (right, notations) = match settings.is_empty() {
        true => (end - 1.0, [end, end]),
        false => {
            let second = end - widest(1).max(3.0);
            let first = second - GAP - widest(0).max(3.0);
            (first - GAP, [first, second])
        }
    };
    Frame { edge, left, right, n: saturation.units.len().max(1), plot_height: LEAST_PLOT, notations }
}

/// Returns how many units there are from one number below the axis to the next.
fn numbers_every(frame: &Frame) -> usize {
    let wide = SMALL.width_mm(&frame.n.to_string()) + 1.0;
    let slot = frame.slot(1) - frame.slot(0);
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
    // the first number always stands there, so the second must leave it room
    let fits = |every: &&usize| **every == 1 && slot >= wide || (**every - 1) as f64 * slot >= wide;
    steps.iter().find(fits).copied().unwrap_or(10_000)
}

fn legend(saturation: &Saturation, style: &Style, width: f64) -> Legend {
    let words = style.words;
    let mut entries = vec![
        Entry {
            sample: Sample::Own(5.0, panel::draw_steps_sample),
            text: words.say("figure-saturation-steps"),
        },
        Entry {
            sample: Sample::Own(5.0, panel::draw_curve_sample),
            text: words.say("figure-saturation-expected"),
        },
    ];
    let mut blocks = Vec::new();
    if saturation.curves.iter().any(marks::has_marks) {
        blocks.push(vec![
            Entry { sample: Sample::Own(2.4, marks::draw_ring), text: words.say("figure-saturation-few") },
            Entry { sample: Sample::Own(2.4, marks::draw_dot), text: words.say("figure-saturation-none") },
        ]);
    }
    blocks.insert(0, std::mem::take(&mut entries));
    Legend::new(blocks, AreaScale { unit_mm: 1.0, cap: 1, max: 1 }, width)
}
