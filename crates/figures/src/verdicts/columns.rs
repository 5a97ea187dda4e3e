//! Columns: how what a panel said is set in a cell, and which panels stand together on a page.

use super::glyph::RADIUS;
use super::{VERDICTS, panel_name};
use crate::text::{SMALL, SMALL_HEAD};
use draad_analysis::Verdicts;
use draad_analysis::verdicts::{Panel, n_of};
use draad_words::Words;
use std::ops::Range;

/// From one mark to the next.
pub(super) const STEP: f64 = 2.0 * RADIUS + 0.35;
/// Between two verdicts in a cell.
pub(super) const VERDICT_GAP: f64 = 0.9;
/// Between a mark and its number.
pub(super) const NUMBER_GAP: f64 = 0.5;
/// Between two columns.
pub(super) const GAP: f64 = 3.0;
/// More marks than this in a cell are not counted at a glance.
const MOST_MARKS: usize = 12;

/// How the people of a cell are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Setting {
    /// A mark for each.
    Each,
    /// A mark for each verdict, with its number.
    Counted,
}

/// How columns stand: in which setting, how wide, and which of them on a page.
#[derive(Clone, Debug)]
pub(super) struct Columns {
    pub(super) setting: Setting,
    pub(super) widths: Vec<f64>,
    pub(super) parts: Vec<Range<usize>>,
}

impl Columns {
    /// Returns how many millimetres the columns of the widest page need.
    pub(super) fn needed(&self) -> f64 {
        self.parts.iter().map(|part| total(&self.widths[part.clone()])).fold(0.0, f64::max)
    }

    /// Finds the setting that fits in `room` millimetres; on the last page `margins` of it are taken.
    pub(super) fn fit(verdicts: &Verdicts, room: f64, margins: f64, words: Words) -> Self {
        let most =
            verdicts.findings.iter().flat_map(|finding| &finding.said).map(|said| marks(&counts(said)));
        let each = widths(verdicts, Setting::Each, words);
        if most.max().unwrap_or(0) <= MOST_MARKS && total(&each) <= room - margins {
            return Self {
                setting: Setting::Each,
                parts: std::iter::once(0..each.len()).collect(),
                widths: each,
            };
        }
        let widths = widths(verdicts, Setting::Counted, words);
        Self { setting: Setting::Counted, parts: parts(&widths, room, margins), widths }
    }
}

/// Returns how many gave each verdict.
pub(super) fn counts(said: &[draad_analysis::PanelAnswer]) -> [usize; 3] {
    VERDICTS.map(|verdict| n_of(said, verdict))
}

fn marks(counts: &[usize; 3]) -> usize {
    counts.iter().sum()
}

/// Returns the width of what stands in a cell.
pub(super) fn cell_width(counts: &[usize; 3], setting: Setting) -> f64 {
    let shown: Vec<usize> = counts.iter().copied().filter(|&n| n > 0).collect();
    let gaps = VERDICT_GAP * shown.len().saturating_sub(1) as f64;
    shown.into_iter().map(|n| verdict_width(n, setting)).sum::<f64>() + gaps
}

/// Returns the width of so many people with one verdict.
pub(super) fn verdict_width(n: usize, setting: Setting) -> f64 {
    match setting {
        Setting::Each => (n - 1) as f64 * STEP + 2.0 * RADIUS,
        Setting::Counted => 2.0 * RADIUS + NUMBER_GAP + SMALL.width_mm(&n.to_string()),
    }
}

/// Returns "Ouders, n = 3": a panel and how many people of it spoke.
pub(super) fn head(panel: &Panel, words: Words) -> String {
    let args = [("name", panel_name(&panel.name, words).into()), ("n", panel.n_respondents.into())];
    words.say_with("figure-group-n", args)
}

/// Each column is as wide as its widest cell and the longest word above it.
fn widths(verdicts: &Verdicts, setting: Setting, words: Words) -> Vec<f64> {
    let width = |at: usize| {
        let cells = verdicts.findings.iter().map(|finding| cell_width(&counts(&finding.said[at]), setting));
        let head = head(&verdicts.panels[at], words);
        cells.fold(SMALL_HEAD.widest_mm(head.split(' ')), f64::max)
    };
    (0..verdicts.panels.len()).map(width).collect()
}

fn total(widths: &[f64]) -> f64 {
    widths.iter().map(|width| width + GAP).sum()
}

/// Fills page after page; the last has room for the margins too, and a page holds at least one column.
fn parts(widths: &[f64], room: f64, margins: f64) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    while start < widths.len() {
        let fits = |end: &usize| {
            let taken = if *end == widths.len() { margins } else { 0.0 };
            total(&widths[start..*end]) + taken <= room
        };
        let end = (start + 1..=widths.len()).rev().find(fits).unwrap_or(start + 1);
        parts.push(start..end);
        start = end;
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_go_on_over_pages_and_the_margins_stand_on_the_last() {
        let widths = [10.0; 5];
        assert_eq!(parts(&widths, 70.0, 0.0), std::slice::from_ref(&(0..5)));
        assert_eq!(parts(&widths, 70.0, 20.0), [0..4, 4..5]);
        assert_eq!(parts(&widths, 30.0, 20.0), [0..2, 2..4, 4..5]);
        assert_eq!(
            parts(&[50.0, 50.0], 30.0, 0.0),
            [0..1, 1..2],
            "a column wider than the page stands alone"
        );
    }
}
