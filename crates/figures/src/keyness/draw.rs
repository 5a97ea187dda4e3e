//! Ink of keyness, page by page.

use super::{TypicalWord, TypicalWords};
use crate::axis::Axis;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink, Tag};
use crate::figure::Page;
use crate::heads::{Head, Heads};
use crate::legend::{Entry, Legend, Sample};
use crate::marks::{FLAG, draw_flag, draw_plus};
use crate::scale::{AreaScale, choose_cap, legible_cap};
use crate::sheet::{self, Line, Rows};
use crate::style::{Style, Theme};
use crate::text::{BODY, SMALL};
use draad_words::{Words, capitalised};
use std::ops::Range;

/// The part of the width that words may take.
const WIDEST_WORD: f64 = 0.3;
const GAP: f64 = 2.4;
/// Radius of the largest dot, and what the smallest has at least.
const LARGEST: f64 = 1.9;
const SMALLEST: f64 = 0.3;
const RING_EDGE: f64 = 0.25;
const BELOW_HEADS: f64 = 0.8;
/// Where the axis would be shorter than this, heads stand over narrow columns in storeys.
const SHORTEST_AXIS: f64 = 50.0;
const ABOVE_LEGEND: f64 = 2.0;
/// The columns at the right.
const COLUMNS: [&str; 5] = [
    "figure-keyness-n",
    "figure-keyness-rest",
    "figure-keyness-cases",
    "figure-keyness-sources",
    "words-dispersion",
];

/// Where things stand; in millimetres.
struct Frame<'a> {
    typical: &'a TypicalWords,
    style: &'a Style,
    axis: Axis,
    scale: AreaScale,
    /// Left edges of the columns, and the widths of what is in them.
    columns: Vec<(f64, f64)>,
    heads: Heads,
    legend: Legend,
    right: f64,
}

/// A word by its group and its place there.
type Row = (usize, usize);

/// Draws all pages.
pub(super) fn pages(typical: &TypicalWords, style: &Style, alt: &str, ids: &mut Ids) -> Vec<Page> {
    let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
    let lines = lines(typical, content * WIDEST_WORD);
    let frame = Frame::new(typical, style, sheet::name_width(&lines, BODY), content);
    frame.draw(&lines, alt, ids)
}

/// Returns the words under the names of their groups.
fn lines(typical: &TypicalWords, widest: f64) -> Vec<Line<Row>> {
    let mut lines = Vec::new();
    for (at, group) in typical.groups.iter().enumerate().filter(|(_, group)| !group.words.is_empty()) {
        lines.push(Line::Head(capitalised(&group.name)));
        for (place, word) in group.words.iter().enumerate() {
            lines.push(Line::row((at, place), BODY.wrap(&word.word, widest, 2), BODY));
        }
    }
    lines
}

impl<'a> Frame<'a> {
    fn new(typical: &'a TypicalWords, style: &'a Style, names: f64, content: f64) -> Self {
        let edge = style.format.edge_mm();
        let right = edge + content;
        let from = edge + names + GAP + LARGEST;
        let roomy = columns(typical, style.words, right, true);
        let is_roomy = roomy.first().is_some_and(|column| column.0 - from >= SHORTEST_AXIS);
        let columns = if is_roomy { roomy } else { columns(typical, style.words, right, false) };
        let end = columns.first().map_or(right, |column| column.0) - GAP - LARGEST;
        let scale = scale(typical);
        let ratios = typical.groups.iter().flat_map(|group| &group.words).map(|word| word.log_ratio);
        let ends = ratios.fold((0.0_f64, 0.0_f64), |(a, b), ratio| (a.min(ratio), b.max(ratio)));
        let axis = Axis::new((from, end), ends, 2..=8);
        let heads = heads(style, &columns);
        let legend = legend(typical, style, &scale, content);
        Self { typical, style, axis, scale, columns, heads, legend, right }
    }

    fn word(&self, row: &Row) -> &TypicalWord {
        &self.typical.groups[row.0].words[row.1]
    }

    fn draw_dot(&self, ink: &mut Ink, word: &TypicalWord, middle: f64) {
        let theme = &self.style.theme;
        let at = (self.axis.x(word.log_ratio), middle);
        ink.line((self.axis.x(0.0), middle), at, HAIRLINE, theme.rule);
        let number = word.n.0.max(1) as usize;
        let radius = self.scale.radius_mm(number);
        let is_ring = word.n.1 == 0;
        draw_dot(ink, at, radius, is_ring, theme);
        if self.scale.is_capped(number) {
            draw_plus(ink, at, radius, if is_ring { theme.neutral } else { theme.ground });
        }
    }

    fn draw_columns(&self, ink: &mut Ink, word: &TypicalWord, middle: f64) {
        let theme = &self.style.theme;
        let baseline = middle + SMALL.baseline_below_middle();
        let texts = texts(word, self.style.words);
        for (text, &(left, width)) in texts.iter().zip(&self.columns) {
            ink.text(text, (left + width, baseline), Anchor::End, SMALL, theme.ink);
        }
        if let (true, Some(&(left, width))) = (word.one_source, self.columns.last()) {
            draw_flag(ink, (left + width + 0.8 + FLAG, middle), theme);
        }
    }

    /// "samen (rol: kind): 12 keer tegenover 3 in de rest, log-ratio 2,1; …"
    fn title(&self, row: &Row) -> String {
        let words = self.style.words;
        let word = self.word(row);
        let counts = |(k, n): (usize, usize)| words.say_with("k-of-n", [("k", k.into()), ("n", n.into())]);
        words.say_with(
            "figure-keyness-row",
            [
                ("word", word.word.clone().into()),
                ("group", self.typical.groups[row.0].name.clone().into()),
                ("n", word.n.0.into()),
                ("rest", word.n.1.into()),
                ("ratio", words.number(word.log_ratio, 2).into()),
                ("ll", words.number(word.log_likelihood, 1).into()),
                ("cases", counts(word.cases).into()),
                ("sources", counts(word.sources).into()),
            ],
        )
    }
}

/// Draws a dot, or a ring of the same size for what does not occur in the rest.
fn draw_dot(ink: &mut Ink, at: (f64, f64), radius: f64, is_ring: bool, theme: &Theme) {
    ink.circle(at, radius, theme.neutral);
    if is_ring {
        ink.circle(at, (radius - RING_EDGE).max(radius * 0.3), theme.ground);
    }
}

/// Makes dots whose area is as the frequency.
fn scale(typical: &TypicalWords) -> AreaScale {
    let all = typical.groups.iter().flat_map(|group| &group.words);
    let numbers: Vec<usize> = all.map(|word| word.n.0 as usize).collect();
    let max = numbers.iter().copied().max().unwrap_or(1).max(1);
    let unit = |cap: usize| LARGEST / (cap as f64).sqrt();
    let cap = legible_cap(choose_cap(numbers).min(max), SMALLEST, unit);
    AreaScale { unit_mm: unit(cap), cap, max }
}

/// "12", "3", "5/13", "8/40", "0,62"
fn texts(word: &TypicalWord, words: Words) -> [String; 5] {
    let k_of_n = |(k, n): (usize, usize)| format!("{k}/{n}");
    [
        words.whole(word.n.0),
        words.whole(word.n.1),
        k_of_n(word.cases),
        k_of_n(word.sources),
        word.dispersion.map_or("–".to_owned(), |spread| words.number(spread, 2)),
    ]
}

/// Returns left edges of the columns, of which the last ends at `right`, and their widths: those of their numbers, or with
/// `roomy` those of their heads where these are wider.
fn columns(typical: &TypicalWords, words: Words, right: f64, roomy: bool) -> Vec<(f64, f64)> {
    let all = || typical.groups.iter().flat_map(|group| &group.words);
    let flag = if all().any(|word| word.one_source) { 0.8 + 2.0 * FLAG } else { 0.0 };
    let mut columns = Vec::new();
    let mut x = right - flag;
    for column in (0..COLUMNS.len()).rev() {
        let width = all().map(|word| SMALL.width_mm(&texts(word, words)[column])).fold(3.0, f64::max);
        let head = if roomy { SMALL.width_mm(&words.say(COLUMNS[column])) } else { 0.0 };
        let width = width.max(head);
        x -= width;
        columns.push((x, width));
        x -= GAP;
    }
    columns.reverse();
    columns
}

fn heads(style: &Style, columns: &[(f64, f64)]) -> Heads {
    let head = |(&(left, width), key): (&(f64, f64), &str)| Head {
        text: style.words.say(key),
        kind: SMALL,
        left,
        right: left + width,
        bracket: true,
    };
    let heads = columns.iter().zip(COLUMNS).map(head).collect();
    Heads::place(heads, style.format.width_mm() - style.format.edge_mm())
}

fn ring_sample(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    draw_dot(ink, middle, 1.2, true, theme);
}

fn legend(typical: &TypicalWords, style: &Style, scale: &AreaScale, width: f64) -> Legend {
    let words = style.words;
    let all = || typical.groups.iter().flat_map(|group| &group.words);
    let mut sizes = vec![Entry { sample: Sample::Words, text: words.say("figure-keyness-sizes") }];
    let size = |n: usize| Entry { sample: Sample::Number(n), text: words.whole(n as u64) };
    sizes.extend(scale.samples().into_iter().map(size));
    if scale.max > scale.cap {
        let text = words.say_with("figure-legend-more", [("n", words.whole(scale.cap as u64).into())]);
        sizes.push(Entry { sample: Sample::Capped, text });
    }
    let mut marks = Vec::new();
    if all().any(|word| word.n.1 == 0) {
        marks.push(Entry { sample: Sample::Own(2.4, ring_sample), text: words.say("figure-keyness-never") });
    }
    if all().any(|word| word.one_source) {
        marks.push(Entry { sample: Sample::Flag, text: words.say("figure-keyness-one-source") });
    }
    let blocks = [sizes, marks].into_iter().filter(|block| !block.is_empty()).collect();
    Legend::new(blocks, *scale, width)
}

impl Rows for Frame<'_> {
    type Item = Row;

    fn style(&self) -> &Style {
        self.style
    }

    fn title(&self) -> String {
        self.style.words.say("figure-keyness-title")
    }

    fn right(&self) -> f64 {
        self.right
    }

    fn above_and_below(&self) -> (f64, f64) {
        (self.heads.height() + BELOW_HEADS, Axis::HEIGHT + ABOVE_LEGEND + self.legend.height())
    }

    fn draw_above(&self, canvas: &mut Canvas, bottom: f64) {
        canvas.draw(|ink| self.heads.draw(ink, bottom - BELOW_HEADS, &self.style.theme));
    }

    fn draw_behind(&self, canvas: &mut Canvas, runs: &[Range<f64>]) {
        canvas.draw(|ink| self.axis.draw_behind(ink, runs, self.style));
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &Row, name: &[String], middle: f64) {
        let word = self.word(row);
        let tag = Tag {
            id: format!("word-{}-{}", self.typical.groups[row.0].id, word.word),
            class: "word".into(),
            title: self.title(row),
            data: vec![("data-word", word.word.clone())],
        };
        canvas.group(&tag, |ink| {
            sheet::draw_name(ink, name, (self.style.format.edge_mm(), middle), BODY, self.style);
            self.draw_dot(ink, word, middle);
            self.draw_columns(ink, word, middle);
        });
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        let (words, theme) = (self.style.words, &self.style.theme);
        let name = words.say("figure-keyness-axis");
        canvas.draw(|ink| self.axis.draw_below(ink, &name, top, LARGEST, self.style));
        let at = (self.style.format.edge_mm(), top + Axis::HEIGHT + ABOVE_LEGEND);
        self.legend.draw(canvas, at, "keyness-legend", &words.say("figure-legend"), theme);
    }
}
