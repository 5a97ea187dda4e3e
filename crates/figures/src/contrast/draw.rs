//! Ink of the contrast, page by page.

use super::rows::{self, FactorDots};
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink, Tag};
use crate::caption::section_name;
use crate::figure::Page;
use crate::flow::{flow, n_lines};
use crate::heads::{Head, Heads};
use crate::legend::{Entry, Legend, Sample};
use crate::marks::{DOT_IN_HOLLOW, HOLLOW, Shape, draw_hollow, draw_shape};
use crate::scale::AreaScale;
use crate::sheet::{self, Line, Rows};
use crate::style::{Style, Theme};
use crate::text::{BODY, SMALL, name_or_id};
use draad_analysis::contrast::ContrastGroup;
use draad_analysis::{Contrast, Section};
use draad_words::capitalised;
use std::ops::Range;

/// Half the height of the tick of a group between the ends.
const TICK: f64 = 1.3;
/// Between the columns.
const GAP: f64 = 3.0;
const BELOW_HEADS: f64 = 0.8;
/// Height of marks that stand as heads.
const MARK_HEADS: f64 = 4.0;
const AXIS: f64 = 5.0;
const ABOVE_LEGEND: f64 = 2.0;
/// The part of the width that names, and that deviant cases, may take.
const WIDEST: [f64; 2] = [0.34, 0.2];
/// Where the axis would be shorter than this, deviant cases stand under the name.
const SHORTEST_AXIS: f64 = 24.0;
/// Between two ids.
const ID_GAP: f64 = 1.4;
const ID_LINE: f64 = 2.9;
/// Places on the axis, with their words at length and in short.
const MARKS: [(f64, &str, &str); 3] = [
    (0.0, "figure-contrast-none", "figure-contrast-none-short"),
    (0.5, "figure-contrast-half", "figure-contrast-half-short"),
    (1.0, "figure-contrast-all", "figure-contrast-all-short"),
];

/// Where things stand; in millimetres.
struct Frame<'a> {
    contrast: &'a Contrast,
    factors: &'a [FactorDots],
    style: &'a Style,
    /// Heads above the columns; where there is no room for words, the marks of the groups stand there.
    heads: Option<Heads>,
    legend: Legend,
    /// Where shares of none and all stand.
    axis: (f64, f64),
    /// Left edges of the columns with counts.
    counts: Vec<f64>,
    deviant: Deviant,
    right: f64,
}

/// Where the ids of deviant cases stand: from which left edge, and how wide they may run.
#[derive(Clone, Copy, Debug)]
enum Deviant {
    /// In a column of their own.
    Beside { left: f64, width: f64 },
    /// Under the name of the factor, with a word before them.
    Under { left: f64, width: f64 },
}

/// Draws all pages.
pub(super) fn pages(
    contrast: &Contrast,
    factors: &[FactorDots],
    style: &Style,
    alt: &str,
    ids: &mut Ids,
) -> Vec<Page> {
    let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
    let mut lines = lines(contrast, factors, style, content * WIDEST[0]);
    let frame = Frame::new(contrast, factors, style, &lines, content);
    lines.iter_mut().for_each(|line| frame.make_room(line));
    frame.draw(&lines, alt, ids)
}

/// Returns the factors under heads for their directions.
fn lines(contrast: &Contrast, factors: &[FactorDots], style: &Style, widest: f64) -> Vec<Line<usize>> {
    let mut lines = Vec::new();
    let mut last: Option<Section> = None;
    for (row, dots) in factors.iter().enumerate() {
        let factor = &contrast.factors[dots.at];
        if last != Some(factor.section()) {
            last = Some(factor.section());
            lines.push(Line::Head(section_name(factor.section(), style.words)));
        }
        let name = BODY.wrap(&name_or_id(&rows::name(factor, style.words), factor.id.as_str()), widest, 2);
        lines.push(Line::row(row, name, BODY));
    }
    lines
}

impl<'a> Frame<'a> {
    fn new(
        contrast: &'a Contrast,
        factors: &'a [FactorDots],
        style: &'a Style,
        lines: &[Line<usize>],
        content: f64,
    ) -> Self {
        let edge = style.format.edge_mm();
        let right = edge + content;
        let names = (edge, sheet::name_width(lines, BODY));
        let from = names.0 + names.1 + GAP + HOLLOW;
        let head = SMALL.width_mm(&style.words.say("figure-contrast-deviant-head"));
        let widest_ids = factors.iter().map(|dots| ids_width(contrast, dots)).fold(0.0, f64::max);
        let width = widest_ids.min(content * WIDEST[1]).max(head);
        let left = right - width;
        let beside = columns(contrast, factors, left - GAP);
        let (deviant, (counts, end)) = match beside.1 - from >= SHORTEST_AXIS {
            true => (Deviant::Beside { left, width }, beside),
            false => (Deviant::Under { left: edge, width: names.1 }, columns(contrast, factors, right)),
        };
        let heads = heads(contrast, style, &counts, deviant);
        let legend = legend(contrast, style, content);
        Self { contrast, factors, style, heads, legend, axis: (from, end.max(from)), counts, deviant, right }
    }

    /// Makes a row as high as the ids of its deviant cases need.
    fn make_room(&self, line: &mut Line<usize>) {
        if let Line::Row { item, height, .. } = line {
            let needed = n_lines(&self.places(*item).1) as f64 * ID_LINE;
            match self.deviant {
                Deviant::Beside { .. } => *height = height.max(needed + 0.8),
                Deviant::Under { .. } => *height += needed,
            }
        }
    }

    /// Returns the ids of a factor's deviant cases with their places.
    fn places(&self, row: usize) -> (Vec<String>, Vec<(usize, f64)>) {
        let mut ids = rows::deviant(self.contrast, &self.contrast.factors[self.factors[row].at]);
        let (Deviant::Beside { width, .. } | Deviant::Under { width, .. }) = self.deviant;
        if let (Deviant::Under { .. }, Some(first)) = (self.deviant, ids.first_mut()) {
            let head = self.style.words.say("figure-contrast-deviant-head").to_lowercase();
            *first = format!("{head}: {first}");
        }
        let widths: Vec<f64> = ids.iter().map(|id| SMALL.width_mm(id)).collect();
        let places = flow(&widths, width, ID_GAP);
        (ids, places)
    }

    fn x(&self, share: f64) -> f64 {
        self.axis.0 + share * (self.axis.1 - self.axis.0)
    }

    fn draw_dots(&self, ink: &mut Ink, dots: &FactorDots, middle: f64) {
        let theme = &self.style.theme;
        let groups = &self.contrast.groups;
        if let Some((least, most)) = dots.reach(groups) {
            ink.line((self.x(least), middle), (self.x(most), middle), 2.0 * HAIRLINE, theme.rule);
        }
        let stated = (0..groups.len()).filter(|&group| groups[group].level.is_some());
        let stated: Vec<usize> = stated.filter(|&group| dots.share(group).is_some()).collect();
        let at = |group: usize| dots.share(group).map(|share| (self.x(share), middle));
        let between = stated.iter().skip(1).take(stated.len().saturating_sub(2));
        for (x, y) in between.filter_map(|&group| at(group)) {
            draw_tick(ink, (x, y), theme);
        }
        // the filled one fits into the hollow one, so that both are seen where they meet
        if let Some(place) = stated.iter().skip(1).next_back().and_then(|&group| at(group)) {
            draw_hollow(ink, dots.shape(), place, theme);
        }
        if let Some(place) = stated.first().and_then(|&group| at(group)) {
            draw_shape(ink, dots.shape(), place, DOT_IN_HOLLOW, theme);
        }
    }

    /// Draws the marks of the groups above their columns.
    fn draw_marks_as_heads(&self, ink: &mut Ink, middle: f64) {
        let theme = &self.style.theme;
        let half = SMALL.width_mm("0/0") / 2.0;
        for (group, &left) in self.counts.iter().enumerate() {
            let (x, y) = (left + half, middle);
            match ranked(&self.contrast.groups, group) {
                Ranked::First => draw_shape(ink, Shape::Circle, (x, y), DOT_IN_HOLLOW, theme),
                Ranked::Between => draw_tick(ink, (x, y), theme),
                Ranked::Last => draw_hollow(ink, Shape::Circle, (x, y), theme),
                Ranked::Unstated => {
                    let baseline = y + SMALL.baseline_below_middle();
                    ink.text("?", (x, baseline), Anchor::Middle, SMALL, theme.muted);
                }
            }
        }
    }

    fn draw_counts(&self, ink: &mut Ink, dots: &FactorDots, middle: f64) {
        let theme = &self.style.theme;
        let baseline = middle + SMALL.baseline_below_middle();
        for (group, &left) in self.counts.iter().enumerate() {
            let is_none = dots.k_of_n[group].is_none_or(|(k, _)| k == 0);
            let colour = if is_none { theme.muted } else { theme.ink };
            ink.text(&dots.count(group), (left, baseline), Anchor::Start, SMALL, colour);
        }
    }

    /// Writes the ids around a middle where they have a column of their own, else with their last line on `bottom`.
    fn draw_deviant(&self, ink: &mut Ink, row: usize, middle: f64) {
        let (ids, places) = self.places(row);
        let below_first = (n_lines(&places).max(1) - 1) as f64 * ID_LINE;
        let (left, first) = match self.deviant {
            Deviant::Beside { left, .. } => {
                (left, middle + SMALL.baseline_below_middle() - below_first / 2.0)
            }
            Deviant::Under { left, .. } => (left, middle),
        };
        for (id, (line, x)) in ids.iter().zip(places) {
            let at = (left + x, first + line as f64 * ID_LINE);
            ink.text(id, at, Anchor::Start, SMALL, self.style.theme.ink);
        }
    }
}

fn draw_tick(ink: &mut Ink, (x, y): (f64, f64), theme: &Theme) {
    ink.line((x, y - TICK), (x, y + TICK), 3.0 * HAIRLINE, theme.neutral);
}

/// Returns the left edges of the columns with counts, of which the last ends at `right`, and where the axis may end.
fn columns(contrast: &Contrast, factors: &[FactorDots], right: f64) -> (Vec<f64>, f64) {
    let mut lefts = Vec::new();
    let mut x = right;
    for group in (0..contrast.groups.len()).rev() {
        let widest = factors.iter().map(|dots| SMALL.width_mm(&dots.count(group))).fold(0.0, f64::max);
        x -= widest.max(SMALL.width_mm("0/0"));
        lefts.push(x);
        x -= GAP / 2.0;
    }
    lefts.reverse();
    (lefts, x - GAP / 2.0 - HOLLOW)
}

fn ids_width(contrast: &Contrast, dots: &FactorDots) -> f64 {
    let ids = rows::deviant(contrast, &contrast.factors[dots.at]);
    let widths = ids.iter().map(|id| SMALL.width_mm(id) + ID_GAP);
    (widths.sum::<f64>() - ID_GAP).max(0.0)
}

fn heads(contrast: &Contrast, style: &Style, counts: &[f64], deviant: Deviant) -> Option<Heads> {
    let Deviant::Beside { left, width: ids } = deviant else { return None };
    let words = style.words;
    let width = SMALL.width_mm("0/0");
    let group = |(group, &left): (usize, &f64)| {
        let group = &contrast.groups[group];
        let name = capitalised(&rows::group_name(group, words));
        let args = [("name", name.into()), ("n", group.cases.len().into())];
        let text = words.say_with("figure-group-n", args);
        Head { text, kind: SMALL, left, right: left + width, bracket: true }
    };
    let mut heads: Vec<Head> = counts.iter().enumerate().map(group).collect();
    let text = words.say("figure-contrast-deviant-head");
    heads.push(Head { text, kind: SMALL, left, right: left + ids, bracket: true });
    Some(Heads::place(heads, style.format.width_mm() - style.format.edge_mm()))
}

/// How the groups are marked: the first filled, the last hollow, those between with a tick. Those without a stated outcome
/// have no mark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Ranked {
    First,
    Between,
    Last,
    Unstated,
}

fn ranked(groups: &[ContrastGroup], group: usize) -> Ranked {
    let is_stated = |group: &ContrastGroup| group.level.is_some();
    match group {
        _ if !is_stated(&groups[group]) => Ranked::Unstated,
        _ if !groups[..group].iter().any(is_stated) => Ranked::First,
        _ if groups[group + 1..].iter().any(is_stated) => Ranked::Between,
        _ => Ranked::Last,
    }
}

/// Says which group has which mark.
fn legend(contrast: &Contrast, style: &Style, width: f64) -> Legend {
    let words = style.words;
    let both = || vec![Shape::Circle, Shape::Diamond];
    let entry = |(position, group): (usize, &ContrastGroup)| {
        let args = [("name", rows::group_name(group, words).into()), ("n", group.cases.len().into())];
        let text = words.say_with("figure-group-n", args);
        match ranked(&contrast.groups, position) {
            Ranked::First => Entry { sample: Sample::Shapes(both()), text },
            Ranked::Between => Entry { sample: Sample::Tick, text },
            Ranked::Last => Entry { sample: Sample::Hollow(both()), text },
            Ranked::Unstated => Entry { sample: Sample::Words, text: format!("? {text}") },
        }
    };
    let entries = contrast.groups.iter().enumerate().map(entry).collect();
    Legend::new(vec![entries], AreaScale { unit_mm: DOT_IN_HOLLOW, cap: 1, max: 1 }, width)
}

impl FactorDots {
    /// "5/6", or an en dash without material.
    fn count(&self, group: usize) -> String {
        self.k_of_n[group].map_or("–".to_owned(), |(k, n)| format!("{k}/{n}"))
    }
}

impl Rows for Frame<'_> {
    type Item = usize;

    fn style(&self) -> &Style {
        self.style
    }

    fn title(&self) -> String {
        self.style.words.say("figure-contrast-title")
    }

    fn right(&self) -> f64 {
        self.right
    }

    fn above_and_below(&self) -> (f64, f64) {
        let heads = self.heads.as_ref().map_or(MARK_HEADS, Heads::height);
        (heads + BELOW_HEADS, AXIS + ABOVE_LEGEND + self.legend.height())
    }

    fn draw_above(&self, canvas: &mut Canvas, bottom: f64) {
        let bottom = bottom - BELOW_HEADS;
        canvas.draw(|ink| match &self.heads {
            Some(heads) => heads.draw(ink, bottom, &self.style.theme),
            None => self.draw_marks_as_heads(ink, bottom - MARK_HEADS / 2.0),
        });
    }

    fn draw_behind(&self, canvas: &mut Canvas, runs: &[Range<f64>]) {
        canvas.draw(|ink| {
            for run in runs {
                for (share, ..) in MARKS {
                    let x = self.x(share);
                    ink.line((x, run.start), (x, run.end), HAIRLINE, self.style.theme.rail);
                }
            }
        });
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &usize, name: &[String], middle: f64) {
        let dots = &self.factors[*row];
        let id = &self.contrast.factors[dots.at].id;
        let tag = Tag {
            id: format!("contrast-{id}"),
            class: "contrast".into(),
            title: dots.title(self.contrast, self.style.words),
            data: vec![("data-factor", id.to_string())],
        };
        // ids under the name push it up, and everything beside it
        let under = match self.deviant {
            Deviant::Beside { .. } => 0.0,
            Deviant::Under { .. } => n_lines(&self.places(*row).1) as f64 * ID_LINE,
        };
        let up = middle - under / 2.0;
        let below_name = up + name.len() as f64 * BODY.line_mm() / 2.0 + SMALL.em_mm() * 0.8;
        canvas.group(&tag, |ink| {
            sheet::draw_name(ink, name, (self.style.format.edge_mm(), up), BODY, self.style);
            self.draw_dots(ink, dots, up);
            self.draw_counts(ink, dots, up);
            self.draw_deviant(ink, *row, if under > 0.0 { below_name } else { middle });
        });
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        let (words, theme) = (self.style.words, &self.style.theme);
        let long = MARKS.map(|(_, long, _)| words.say(long));
        let is_long =
            long.iter().map(|text| SMALL.width_mm(text) + GAP).sum::<f64>() < self.axis.1 - self.axis.0;
        let texts = if is_long { long } else { MARKS.map(|(.., short)| words.say(short)) };
        canvas.draw(|ink| {
            for ((share, ..), text) in MARKS.into_iter().zip(&texts) {
                let (anchor, nudge) = match share {
                    0.0 => (Anchor::Start, -HOLLOW),
                    1.0 => (Anchor::End, HOLLOW),
                    _ => (Anchor::Middle, 0.0),
                };
                ink.text(text, (self.x(share) + nudge, top + AXIS - 1.6), anchor, SMALL, theme.muted);
            }
        });
        let at = (self.style.format.edge_mm(), top + AXIS + ABOVE_LEGEND);
        self.legend.draw(canvas, at, "contrast-legend", &words.say("figure-legend"), theme);
    }
}
