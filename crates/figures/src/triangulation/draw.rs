//! Ink of the triangulation, page by page.

use super::columns::{Columns, role_name};
use super::{is_flagged, name};
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink, Tag};
use crate::caption::section_name;
use crate::figure::Page;
use crate::flow::even_parts;
use crate::heads::{Head, Heads};
use crate::legend::{Entry, Legend, Sample};
use crate::marks::{FLAG, draw_flag};
use crate::scale::AreaScale;
use crate::sheet::{self, Line, ROW, Rows};
use crate::style::Style;
use crate::text::{BODY, SMALL, SMALL_HEAD, name_or_id};
use crate::tint::Tint;
use draad_analysis::{Section, Triangulation};
use draad_core::Study;
use draad_words::{Words, capitalised};
use std::ops::Range;

/// The part of the width that names may take.
const WIDEST_NAME: f64 = 0.36;
const GAP: f64 = 2.0;
/// Between two kinds of source.
const KIND_GAP: f64 = 1.6;
const WIDEST_TILE: f64 = 7.0;
const TILE_GAP: f64 = 0.3;
/// Height of the letters of roles.
const LETTERS: f64 = 3.4;
const BELOW_HEADS: f64 = 0.8;
const ABOVE_LEGEND: f64 = 3.0;
/// The columns at the right, on the pages with the last columns: k of n cases, triangulated, in one source.
const MARGINS: [&str; 3] =
    ["figure-triangulation-cases", "figure-triangulation-broad", "figure-triangulation-single"];

/// Which of these has flags.
const SINGLE: usize = 2;

/// What all parts share.
struct Shared<'a> {
    triangulation: &'a Triangulation,
    factors: &'a [usize],
    columns: &'a Columns,
    study: &'a Study,
    style: &'a Style,
    tint: Tint,
    tile: f64,
    /// Widths of the columns at the right, and of the numbers in them.
    margins: [f64; 3],
    numbers: [f64; 3],
    legend: Legend,
}

/// Where things stand on the pages with some of the columns; in millimetres.
struct Frame<'a> {
    shared: &'a Shared<'a>,
    part: Range<usize>,
    lefts: Vec<f64>,
    /// Left edges of the columns at the right; none but on the pages of the last part.
    margin_lefts: Vec<f64>,
    heads: Heads,
    right: f64,
}

/// Draws all pages: for each part of the columns all factors.
pub(super) fn pages(
    triangulation: &Triangulation,
    factors: &[usize],
    columns: &Columns,
    study: &Study,
    style: &Style,
    alt: &str,
    ids: &mut Ids,
) -> Vec<Page> {
    let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
    let lines = lines(triangulation, factors, style, content * WIDEST_NAME);
    let names = sheet::name_width(&lines, BODY);
    let numbers = number_widths(triangulation, factors);
    let margins = margin_widths(numbers, style.words);
    let right = margins.iter().map(|width| width + GAP).sum::<f64>();
    let (tile, parts) = fit(columns, content - names - GAP, right);
    let tint = Tint::new(&style.theme, columns.max());
    let legend = legend(triangulation, factors, columns, study, style, &tint, content);
    let shared =
        Shared { triangulation, factors, columns, study, style, tint, tile, margins, numbers, legend };
    let left = style.format.edge_mm() + names + GAP;
    let frames: Vec<Frame> = parts.into_iter().map(|part| Frame::new(&shared, part, left)).collect();
    sheet::draw_parts(&frames, &lines, alt, ids)
}

/// Returns the factors under heads for their directions.
fn lines(triangulation: &Triangulation, factors: &[usize], style: &Style, widest: f64) -> Vec<Line<usize>> {
    let mut lines = Vec::new();
    let mut last: Option<Section> = None;
    for (row, &at) in factors.iter().enumerate() {
        let factor = &triangulation.factors[at];
        let section = factor.factor.section();
        if last != Some(section) {
            last = Some(section);
            lines.push(Line::Head(section_name(section, style.words)));
        }
        lines.push(Line::row(
            row,
            BODY.wrap(&name_or_id(&name(factor, style.words), factor.factor.id.as_str()), widest, 2),
            BODY,
        ));
    }
    lines
}

/// Returns "9/13", "5/9" and "4/9": in how many of the cases with material it occurs, and of those it is triangulated and
/// stands in one source.
fn margin_texts(triangulation: &Triangulation, at: usize) -> [String; 3] {
    let factor = &triangulation.factors[at];
    let (k, n) = (factor.factor.n_cases, triangulation.cases.len() - factor.no_material.len());
    [format!("{k}/{n}"), format!("{}/{k}", factor.n_triangulated), format!("{}/{k}", factor.n_single_source)]
}

fn number_widths(triangulation: &Triangulation, factors: &[usize]) -> [f64; 3] {
    [0, 1, 2].map(|margin| {
        let texts = factors.iter().map(|&at| SMALL.width_mm(&margin_texts(triangulation, at)[margin]));
        texts.fold(0.0, f64::max)
    })
}

/// Returns how wide the columns at the right are: as their numbers, a flag, and the words of their heads need.
fn margin_widths(numbers: [f64; 3], words: Words) -> [f64; 3] {
    let widest = |margin: usize| {
        let flag = if margin == SINGLE { 2.0 * FLAG + 0.8 } else { 0.0 };
        let head = words.say(MARGINS[margin]);
        // a head may be broken between words
        (numbers[margin] + flag).max(SMALL.widest_mm(head.split_whitespace()))
    };
    [0, 1, 2].map(widest)
}

/// Returns the width of a tile, and which columns stand together on a page: on as few pages as can be. `room` is the width of
/// the tiles, `margins` what the columns at the right take of it on the pages of the last part.
fn fit(columns: &Columns, room: f64, margins: f64) -> (f64, Vec<Range<usize>>) {
    let n = columns.voices.len();
    let least = SMALL.width_mm(&columns.max().to_string()) + 0.6 + TILE_GAP;
    let gaps = |part: &Range<usize>| {
        KIND_GAP * part.clone().skip(1).filter(|&at| is_new_kind(columns, at)).count() as f64
    };
    let fits = |part: &Range<usize>, room: f64| part.len() as f64 * least + gaps(part) <= room;
    let last = (1..=n).rev().find(|last| fits(&(n - last..n), room - margins)).unwrap_or(1);
    let start = n - last;
    let mut ways = (1..=start).rev().map(|most| even_parts(start, most));
    let before = ways.find(|parts| parts.iter().all(|part| fits(part, room)));
    let before = before.unwrap_or_else(|| even_parts(start, 1));
    let tile = |part: &Range<usize>, room: f64| (room - gaps(part)) / part.len() as f64;
    let of_last = WIDEST_TILE.min(tile(&(start..n), room - margins));
    let width = before.iter().map(|part| tile(part, room)).fold(of_last, f64::min);
    (width.max(least), before.into_iter().chain(std::iter::once(start..n)).collect())
}

fn is_new_kind(columns: &Columns, at: usize) -> bool {
    at > 0 && columns.voices[at - 1].kind != columns.voices[at].kind
}

/// Says what letters, tints and the flag mean.
fn legend(
    triangulation: &Triangulation,
    factors: &[usize],
    columns: &Columns,
    study: &Study,
    style: &Style,
    tint: &Tint,
    width: f64,
) -> Legend {
    let words = style.words;
    let say = |key: &str| Entry { sample: Sample::Words, text: words.say(key) };
    let mut roles = vec![say("figure-triangulation-roles")];
    let key = columns.key(study, words).into_iter();
    roles.extend(
        key.map(|(letter, name)| Entry { sample: Sample::Words, text: format!("{letter} = {name}") }),
    );
    let mut tints = vec![say("figure-triangulation-tints")];
    let sample = |n: usize| Entry { sample: Sample::Tile(tint.colour(n)), text: words.whole(n as u64) };
    tints.extend(tint.samples().into_iter().map(sample));
    let mut blocks = vec![roles, tints];
    if factors.iter().any(|&at| is_flagged(&triangulation.factors[at])) {
        blocks.push(vec![Entry { sample: Sample::Flag, text: words.say("figure-triangulation-flagged") }]);
    }
    Legend::new(blocks, AreaScale { unit_mm: 1.0, cap: 1, max: 1 }, width)
}

impl<'a> Frame<'a> {
    fn new(shared: &'a Shared<'a>, part: Range<usize>, left: f64) -> Self {
        let mut x = left;
        let mut lefts = Vec::new();
        for at in part.clone() {
            if at > part.start && is_new_kind(shared.columns, at) {
                x += KIND_GAP;
            }
            lefts.push(x);
            x += shared.tile;
        }
        let is_last = part.end == shared.columns.voices.len();
        let mut margin_lefts = Vec::new();
        for width in shared.margins.iter().filter(|_| is_last) {
            margin_lefts.push(x + GAP);
            x += GAP + width;
        }
        let heads = shared.heads(&part, &lefts, &margin_lefts);
        Self { shared, part, lefts, margin_lefts, heads, right: x }
    }

    fn draw_tile(&self, canvas: &mut Canvas, row: usize, n: usize, middle: f64) {
        let shared = self.shared;
        let at = self.part.start + n;
        let count = shared.columns.counts[row][at];
        if count == 0 {
            return;
        }
        let factor = &shared.triangulation.factors[shared.factors[row]];
        let voice = &shared.columns.voices[at];
        let id = &factor.factor.id;
        let role = voice.role.as_ref().map_or(String::new(), ToString::to_string);
        let tag = Tag {
            id: format!("tile-{id}-{}-{role}", voice.kind),
            class: "tile".into(),
            title: shared.tile_title(row, at),
            data: vec![
                ("data-factor", id.to_string()),
                ("data-kind", voice.kind.to_string()),
                ("data-role", role),
            ],
        };
        let centre = (self.lefts[n] + shared.tile / 2.0, middle);
        canvas.group(&tag, |ink| {
            shared.tint.draw(ink, centre, (shared.tile - TILE_GAP, ROW - TILE_GAP), count);
        });
    }

    fn draw_margins(&self, ink: &mut Ink, at: usize, middle: f64) {
        let shared = self.shared;
        let theme = &shared.style.theme;
        let baseline = middle + SMALL.baseline_below_middle();
        let texts = margin_texts(shared.triangulation, at);
        for (n, &left) in self.margin_lefts.iter().enumerate() {
            let colour = if texts[n].starts_with("0/") { theme.muted } else { theme.ink };
            let right = left + shared.numbers[n];
            ink.text(&texts[n], (right, baseline), Anchor::End, SMALL, colour);
            if n == SINGLE && is_flagged(&shared.triangulation.factors[at]) {
                draw_flag(ink, (right + 0.8 + FLAG, middle), theme);
            }
        }
    }
}

impl Shared<'_> {
    /// Heads over the kinds of source and over the columns at the right.
    fn heads(&self, part: &Range<usize>, lefts: &[f64], margin_lefts: &[f64]) -> Heads {
        let (words, format) = (self.style.words, self.style.format);
        let mut heads: Vec<Head> = Vec::new();
        for (at, &left) in part.clone().zip(lefts) {
            let right = left + self.tile - TILE_GAP;
            if at > part.start && !is_new_kind(self.columns, at) {
                heads.iter_mut().last().into_iter().for_each(|head| head.right = right);
                continue;
            }
            let kind = self.study.settings.kind_name(&self.columns.voices[at].kind, words.language);
            let text = capitalised(&kind);
            heads.push(Head { text, kind: SMALL_HEAD, left, right, bracket: true });
        }
        for (n, (&left, width)) in margin_lefts.iter().zip(self.margins).enumerate() {
            let text = words.say(MARGINS[n]);
            heads.push(Head { text, kind: SMALL, left, right: left + width, bracket: true });
        }
        Heads::place(heads, format.width_mm() - format.edge_mm())
    }

    /// "Vertrouwen, interview, ouder: in 5 casussen"
    fn tile_title(&self, row: usize, at: usize) -> String {
        let words = self.style.words;
        let voice = &self.columns.voices[at];
        let factor = name(&self.triangulation.factors[self.factors[row]], words);
        let cases = words.say_with("n-cases", [("n", self.columns.counts[row][at].into())]);
        words.say_with(
            "figure-triangulation-tile",
            [
                ("factor", factor.into()),
                ("kind", self.study.settings.kind_name(&voice.kind, words.language).into()),
                ("role", role_name(self.study, voice.role.as_ref(), words).into()),
                ("cases", cases.into()),
            ],
        )
    }

    fn row_title(&self, at: usize) -> String {
        let words = self.style.words;
        let factor = &self.triangulation.factors[at];
        let n = self.triangulation.cases.len() - factor.no_material.len();
        words.say_with(
            "figure-triangulation-row",
            [
                ("factor", name(factor, words).into()),
                ("k", factor.factor.n_cases.into()),
                ("n", n.into()),
                ("broad", factor.n_triangulated.into()),
                ("single", factor.n_single_source.into()),
            ],
        )
    }
}

impl Rows for Frame<'_> {
    type Item = usize;

    fn style(&self) -> &Style {
        self.shared.style
    }

    fn title(&self) -> String {
        self.shared.style.words.say("figure-triangulation-title")
    }

    fn right(&self) -> f64 {
        self.right
    }

    fn above_and_below(&self) -> (f64, f64) {
        let above = self.heads.height() + BELOW_HEADS + LETTERS;
        (above, ABOVE_LEGEND + self.shared.legend.height())
    }

    fn draw_above(&self, canvas: &mut Canvas, bottom: f64) {
        let shared = self.shared;
        let theme = &shared.style.theme;
        canvas.draw(|ink| {
            self.heads.draw(ink, bottom - LETTERS - BELOW_HEADS, theme);
            for (at, &left) in self.part.clone().zip(&self.lefts) {
                let letter = shared.columns.letter(&shared.columns.voices[at]);
                let middle = left + (shared.tile - TILE_GAP) / 2.0;
                ink.text(&letter, (middle, bottom - 1.0), Anchor::Middle, SMALL, theme.muted);
            }
        });
    }

    fn draw_behind(&self, canvas: &mut Canvas, runs: &[Range<f64>]) {
        let rail = self.shared.style.theme.rail;
        let left = self.lefts.first().copied().unwrap_or(0.0);
        canvas.draw(|ink| {
            for run in runs {
                ink.line((left - GAP / 2.0, run.start), (left - GAP / 2.0, run.end), HAIRLINE, rail);
            }
        });
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &usize, name: &[String], middle: f64) {
        let shared = self.shared;
        let at = shared.factors[*row];
        let id = &shared.triangulation.factors[at].factor.id;
        let tag = Tag {
            id: format!("triangulation-{id}"),
            class: "triangulation".into(),
            title: shared.row_title(at),
            data: vec![("data-factor", id.to_string())],
        };
        let edge = shared.style.format.edge_mm();
        canvas.group(&tag, |ink| {
            sheet::draw_name(ink, name, (edge, middle), BODY, shared.style);
            self.draw_margins(ink, at, middle);
        });
        for n in 0..self.lefts.len() {
            self.draw_tile(canvas, *row, n, middle);
        }
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        let style = self.shared.style;
        let at = (style.format.edge_mm(), top + ABOVE_LEGEND);
        let title = style.words.say("figure-legend");
        self.shared.legend.draw(canvas, at, "triangulation-legend", &title, &style.theme);
    }
}
