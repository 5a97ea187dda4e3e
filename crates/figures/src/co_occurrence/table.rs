//! The half table.

use super::{code_title, name, pair_title};
use crate::canvas::{Anchor, Canvas, Ids, Ink, Tag};
use crate::figure::Page;
use crate::legend::{Entry, Legend, Sample};
use crate::scale::{AreaScale, choose_cap};
use crate::sheet::{self, PAGE_NUMBER, ROW};
use crate::staircase::Staircase;
use crate::style::Style;
use crate::text::{BODY, SMALL, Type, name_or_id};
use crate::tint::Tint;
use draad_analysis::CoOccurrence;
use draad_analysis::co_occurrence::{CodeRow, Pair};

/// More codes than this nobody takes in at a glance.
const MOST: usize = 30;
const WIDEST_NAME: f64 = 46.0;
/// The part of the width that a name may take.
const NAME_PART: f64 = 0.4;
const NAME_GAP: f64 = 1.2;
const WIDEST_CELL: f64 = 8.0;
const TILE_GAP: f64 = 0.3;
const ABOVE_LEGEND: f64 = 3.0;
/// Tints are told apart up to this number of steps, so that no cap is needed.
const UNCAPPED: usize = 12;

/// Everything that is decided before the first tile is drawn.
pub(super) struct Table<'a> {
    found: &'a CoOccurrence,
    style: &'a Style,
    /// Positions of the codes, in the order of the rows.
    codes: Vec<usize>,
    names: Vec<Vec<String>>,
    /// Per row the pairs with the rows above it.
    pairs: Vec<Vec<Option<&'a Pair>>>,
    stairs: Staircase,
    tint: Tint,
    /// The greatest number of meetings.
    max: usize,
    legend: Legend,
}

impl<'a> Table<'a> {
    /// Chooses as many of the most frequent codes as the page has room for; nothing where fewer than two codes have a passage.
    pub(super) fn new(found: &'a CoOccurrence, style: &'a Style) -> Option<Self> {
        let most = found.most_frequent(MOST).len();
        (2..=most)
            .rev()
            .map(|n| Self::of(found, style, n))
            .find(|table| table.fits() || table.codes.len() == 2)
    }

    fn of(found: &'a CoOccurrence, style: &'a Style, n: usize) -> Self {
        let codes = found.neighbours_together(&found.most_frequent(n));
        let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
        let widest = WIDEST_NAME.min(content * NAME_PART);
        let drawn = |code: &CodeRow| name_or_id(&name(code, style.words), code.id.as_str());
        let names: Vec<Vec<String>> =
            codes.iter().map(|&at| BODY.wrap(&drawn(&found.codes[at]), widest, 2)).collect();
        let pairs = half_table(found, &codes);
        let numbers: Vec<usize> = pairs.iter().flatten().map(|pair| meetings(*pair)).collect();
        let max = numbers.iter().copied().max().unwrap_or(0);
        let tint = Tint::new(&style.theme, choose_cap(numbers).max(max.min(UNCAPPED)));
        let stairs = stairs(style, &names, content);
        let legend = legend(style, &tint, max, content);
        Self { found, style, codes, names, pairs, stairs, tint, max, legend }
    }

    /// Returns whether each number has room in its cell, and the table on the page.
    fn fits(&self) -> bool {
        let totals = self.codes.iter().map(|&at| self.found.codes[at].n_passages as usize);
        let widest = totals.chain([self.max]).map(|n| SMALL.width_mm(&n.to_string())).fold(0.0, f64::max);
        let height = self.stairs.n as f64 * self.stairs.height + ABOVE_LEGEND + self.legend.height();
        let format = self.style.format;
        self.stairs.width >= widest + 0.8 + TILE_GAP
            && height <= format.max_height_mm() - 2.0 * format.edge_mm() - PAGE_NUMBER
    }

    pub(super) fn n_codes(&self) -> usize {
        self.codes.len()
    }

    pub(super) fn cap(&self) -> usize {
        self.tint.max
    }

    pub(super) fn is_capped(&self) -> bool {
        self.max > self.tint.max
    }

    /// Says which codes meet most.
    pub(super) fn alt(&self) -> String {
        let words = self.style.words;
        let pairs = self.pairs.iter().flatten().filter_map(|pair| *pair);
        let top =
            pairs.rev().max_by_key(|pair| pair.passages.n_pairs).filter(|pair| pair.passages.n_pairs > 0);
        let n = words.say_with("n-codes", [("n", self.codes.len().into())]);
        let (has_top, top) = match top {
            Some(pair) => ("yes", pair_title(self.found, pair, words)),
            None => ("no", String::new()),
        };
        words.say_with(
            "figure-co-occurrence-alt",
            [("codes", n.into()), ("has-top", has_top.into()), ("top", top.into())],
        )
    }

    pub(super) fn draw(&self, alt: &str, ids: &mut Ids) -> Page {
        let style = self.style;
        let mut canvas = Canvas::new(ids);
        canvas.draw(|ink| self.stairs.draw_rails(ink, style));
        for row in 0..self.codes.len() {
            self.draw_code(&mut canvas, row);
            for column in 0..row {
                self.draw_pair(&mut canvas, row, column);
            }
        }
        let top = self.stairs.bottom() + ABOVE_LEGEND;
        let at = (style.format.edge_mm(), top);
        let title = style.words.say("figure-legend");
        self.legend.draw(&mut canvas, at, "co-occurrence-legend", &title, &style.theme);
        let title = style.words.say("figure-co-occurrence-title");
        sheet::finish(canvas, top + self.legend.height(), title, alt, (1, 1), style)
    }

    /// Draws the diagonal cell and the name after it.
    fn draw_code(&self, canvas: &mut Canvas, row: usize) {
        let code = &self.found.codes[self.codes[row]];
        let tag = Tag {
            id: format!("code-{}", code.id),
            class: "code".into(),
            title: code_title(self.found, code, self.style.words),
            data: vec![("data-factor", code.id.to_string())],
        };
        let (x, y) = self.stairs.middle(row, row);
        let name_at = (self.stairs.end_of_row(row) + NAME_GAP, y);
        canvas.group(&tag, |ink| {
            draw_number(ink, code.n_passages as usize, (x, y), SMALL, self.style);
            sheet::draw_name(ink, &self.names[row], name_at, BODY, self.style);
        });
    }

    fn draw_pair(&self, canvas: &mut Canvas, row: usize, column: usize) {
        let Some(pair) = self.pairs[row][column].filter(|pair| pair.passages.n_pairs > 0) else { return };
        let [first, second] = self.found.codes_of(pair).map(|code| code.id.to_string());
        let tag = Tag {
            id: format!("pair-{first}-{second}"),
            class: "pair".into(),
            title: pair_title(self.found, pair, self.style.words),
            data: vec![("data-factor", first), ("data-with", second)],
        };
        let size = (self.stairs.width - TILE_GAP, self.stairs.height - TILE_GAP);
        let middle = self.stairs.middle(row, column);
        canvas.group(&tag, |ink| self.tint.draw(ink, middle, size, pair.passages.n_pairs as usize));
    }
}

/// Returns per row the pairs with the rows above it.
fn half_table<'a>(found: &'a CoOccurrence, codes: &[usize]) -> Vec<Vec<Option<&'a Pair>>> {
    let mut table: Vec<Vec<Option<&Pair>>> = (0..codes.len()).map(|row| vec![None; row]).collect();
    let row_of = |code: usize| codes.iter().position(|&at| at == code);
    for pair in &found.pairs {
        if let (Some(one), Some(other)) = (row_of(pair.first), row_of(pair.second)) {
            table[one.max(other)][one.min(other)] = Some(pair);
        }
    }
    table
}

fn draw_number(ink: &mut Ink, number: usize, (x, y): (f64, f64), kind: Type, style: &Style) {
    let at = (x, y + kind.baseline_below_middle());
    ink.text(&number.to_string(), at, Anchor::Middle, kind, style.theme.muted);
}

fn meetings(pair: Option<&Pair>) -> usize {
    pair.map_or(0, |pair| pair.passages.n_pairs as usize)
}

/// Makes cells as wide as the names at the ends of their rows leave room for.
fn stairs(style: &Style, names: &[Vec<String>], content: f64) -> Staircase {
    let width_of = |name: &Vec<String>| BODY.widest_mm(name.iter().map(String::as_str));
    let room = |(row, name)| (content - NAME_GAP - width_of(name)) / (row + 1) as f64;
    let width = names.iter().enumerate().map(room).fold(WIDEST_CELL, f64::min);
    let lines = names.iter().map(Vec::len).max().unwrap_or(1).max(1);
    let height = ROW + 0.4 + (lines - 1) as f64 * BODY.line_mm() * 0.7;
    let edge = style.format.edge_mm();
    Staircase { n: names.len(), left: edge, top: edge, width, height }
}

fn legend(style: &Style, tint: &Tint, max: usize, width: f64) -> Legend {
    let words = style.words;
    let mut entries = vec![Entry { sample: Sample::Words, text: words.say("figure-co-occurrence-tints") }];
    let samples = tint.samples();
    for &n in samples.iter().filter(|_| max > 0) {
        let is_capped = n == tint.max && max > tint.max;
        let key = if is_capped { "figure-or-more" } else { "figure-number" };
        let text = words.say_with(key, [("n", words.whole(n as u64).into())]);
        entries.push(Entry { sample: Sample::Tile(tint.colour(n)), text });
    }
    let diagonal = Entry { sample: Sample::Words, text: words.say("figure-co-occurrence-own") };
    Legend::new(vec![entries, vec![diagonal]], AreaScale { unit_mm: 1.0, cap: 1, max: 1 }, width)
}
