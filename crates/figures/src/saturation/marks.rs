//! Below the steps: per base and run where later units stopped adding to the first ones, after Guest, Namey and Chen (2020).

use super::draw::Frame;
use crate::canvas::{Anchor, Canvas, Ink, Tag};
use crate::style::{Style, Theme};
use crate::text::SMALL;
use draad_analysis::saturation::{Curve, RatioRow};

/// Height of a row.
pub(super) const ROW: f64 = 3.6;
/// Radius of the ring for 5 %, and of the dot for none that fits into it.
const RING: f64 = 1.2;
const DOT: f64 = 0.7;
const RING_EDGE: f64 = 0.3;
const BASE: f64 = 0.9;
const RUN: f64 = 0.3;

/// Returns whether there is anything to mark: not where the codebook was fixed, nor with too few units.
pub(super) fn has_marks(curve: &Curve) -> bool {
    curve.ratios.iter().any(|row| row.found.is_ok())
}

/// A base and a run: their two thresholds, at most 5 % and none.
pub(super) type Setting<'a> = &'a [RatioRow];

/// Returns the settings, in their order.
pub(super) fn settings(curve: &Curve) -> Vec<Setting<'_>> {
    let same = |a: &RatioRow, b: &RatioRow| {
        (a.procedure.base, a.procedure.run) == (b.procedure.base, b.procedure.run)
    };
    curve.ratios.chunk_by(same).collect()
}

/// Returns what stands before a setting.
pub(super) fn label(setting: Setting, style: &Style) -> String {
    let procedure = setting[0].procedure;
    let args = [("base", procedure.base.into()), ("run", procedure.run.into())];
    style.words.say_with("figure-saturation-setting", args)
}

/// Returns "6+2", "niet" where no run adds little enough, or an en dash where it cannot be told.
pub(super) fn notation(row: &RatioRow, style: &Style) -> String {
    match &row.found {
        Ok(found) => found.notation().unwrap_or_else(|| style.words.say("saturation-never")),
        Err(_) => "–".to_owned(),
    }
}

/// Draws a setting: the base as a bar, and the last unit of the first run that adds at most 5 % as a ring, of the first that
/// adds none as a dot.
pub(super) fn draw(canvas: &mut Canvas, setting: Setting, y: f64, frame: &Frame, style: &Style) {
    let theme = &style.theme;
    let procedure = setting[0].procedure;
    let notations: Vec<String> = setting.iter().map(|row| notation(row, style)).collect();
    let tag = Tag {
        id: format!("saturation-{}-{}", procedure.base, procedure.run),
        class: "saturation-marks".into(),
        title: title(setting, &notations, style),
        data: Vec::new(),
    };
    let baseline = y + SMALL.baseline_below_middle();
    canvas.group(&tag, |ink| {
        ink.text(&label(setting, style), (frame.edge, baseline), Anchor::Start, SMALL, theme.ink);
        let base = frame.slot(procedure.base.min(frame.n)) - frame.left;
        ink.rect((frame.left, y - BASE / 2.0), (base, BASE), theme.rail);
        for (place, row) in setting.iter().enumerate() {
            draw_mark(ink, row, place == 0, y, frame, theme);
            ink.text(&notations[place], (frame.notations[place], baseline), Anchor::Start, SMALL, theme.ink);
        }
    });
}

fn draw_mark(ink: &mut Ink, row: &RatioRow, is_first: bool, y: f64, frame: &Frame, theme: &Theme) {
    let run = row.found.as_ref().ok().and_then(|found| Some(found.runs[found.reached?]));
    let Some(run) = run else { return };
    let x = frame.middle(run.last - 1);
    if is_first {
        ink.line((frame.slot(run.first - 1), y), (x - RING, y), RUN, theme.neutral);
        draw_ring(ink, (x, y), theme);
    } else {
        draw_dot(ink, (x, y), theme);
    }
}

/// Draws the ring for at most 5 %.
pub(super) fn draw_ring(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    ink.ring(middle, RING, RING_EDGE, theme.neutral);
}

/// Draws the dot for none.
pub(super) fn draw_dot(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    ink.circle(middle, DOT, theme.ink);
}

/// "Basis 4, reeks 2: hoogstens 5 % nieuw bij 6+2, niets nieuws bij niet"
fn title(setting: Setting, notations: &[String], style: &Style) -> String {
    let text = |place: usize| notations.get(place).cloned().unwrap_or_default();
    style.words.say_with(
        "figure-saturation-setting-title",
        [("setting", label(setting, style).into()), ("few", text(0).into()), ("none", text(1).into())],
    )
}
