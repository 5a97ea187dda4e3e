//! Where tree, names and table stand.

use super::tree::{Branch, branches};
use super::value;
use crate::axis::ticks;
use crate::canvas::Ink;
use crate::legend::{Entry, Legend, Sample};
use crate::scale::AreaScale;
use crate::sheet::{PAGE_NUMBER, ROW};
use crate::staircase::Staircase;
use crate::style::{Style, Theme};
use crate::text::SMALL;
use crate::tint::Tint;
use draad_analysis::Similarity;
use draad_analysis::similarity::Clustering;

/// Shades of tiles: the least alike is 1.
pub(super) const SHADES: usize = 100;
/// Width of the tree, as a part of that of the page.
const TREE: f64 = 0.2;
/// Rows lower than this cannot be told apart.
const LEAST_ROW: f64 = 1.2;
const WIDEST_CELL: f64 = 8.0;
pub(super) const GAP: f64 = 1.4;
/// Between the last cell of a row and its id.
pub(super) const BEFORE_ID: f64 = 0.8;
/// Height of the axis under the tree, with its name.
pub(super) const AXIS: f64 = 8.0;
pub(super) const ABOVE_LEGEND: f64 = 2.0;
pub(super) const TIE: f64 = 0.7;
/// The part of the width that ids may take before they become numbers.
const WIDEST_ID: f64 = 0.16;

/// Everything that is decided before the first line is drawn.
pub(super) struct Layout<'a> {
    pub(super) found: &'a Similarity,
    pub(super) tree: &'a Clustering,
    pub(super) style: &'a Style,
    /// Cases, from the top down.
    pub(super) order: Vec<usize>,
    pub(super) branches: Vec<Branch>,
    /// Where distance 0 stands, and how many millimetres a distance of 1 goes to the left.
    pub(super) zero: f64,
    pub(super) per_distance: f64,
    /// Marks of the axis and their decimals.
    pub(super) ticks: (Vec<f64>, usize),
    pub(super) labels: Labels,
    pub(super) stairs: Staircase,
    pub(super) tint: Tint,
    /// The least and the greatest value shown.
    pub(super) reach: (f64, f64),
    pub(super) legend: Legend,
}

/// What stands between tree and table.
pub(super) struct Labels {
    /// Ids, or numbers that the legend explains.
    pub(super) texts: Vec<String>,
    pub(super) width: f64,
    /// Over how many columns they are spread, because rows are lower than type.
    pub(super) columns: usize,
    /// Outcomes, where there is room for them behind the table.
    pub(super) outcomes: Option<Vec<String>>,
}

impl<'a> Layout<'a> {
    /// Returns nothing with more cases than can be told apart.
    pub(super) fn new(
        found: &'a Similarity,
        tree: &'a Clustering,
        order: Vec<usize>,
        style: &'a Style,
    ) -> Option<Self> {
        let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
        let reach = reach(found, &order);
        let tint = Tint::new(&style.theme, SHADES);
        let ids: Vec<String> = order.iter().map(|&case| found.cases[case].id.to_string()).collect();
        let legend_of = |ids: &[String]| legend(found, tree, style, &tint, reach, ids, content);
        let (texts, legend) = texts_and_legend(ids, style, content, legend_of);
        let row = row_height(style, &legend, order.len());
        if row < LEAST_ROW {
            return None;
        }
        let mut labels = Labels::new(texts, row);
        let edge = style.format.edge_mm();
        let zero = edge + content * TREE;
        let left = zero + labels.all_columns() + 2.0 * GAP;
        let width = labels.place_outcomes(found, style, &order, edge + content - left);
        let stairs = Staircase { n: order.len(), left, top: edge, width, height: row };
        let (highest, ticks) = axis(tree);
        let branches = branches(tree, &order);
        let per_distance = (content * TREE - TIE) / highest;
        Some(Self {
            found,
            tree,
            style,
            order,
            branches,
            zero,
            per_distance,
            ticks,
            labels,
            stairs,
            tint,
            reach,
            legend,
        })
    }

    /// Returns whether cells show how alike cases are; otherwise how far apart.
    pub(super) fn is_similarity(&self) -> bool {
        self.found.pairs.first().is_none_or(|pair| pair.similarity.is_some())
    }

    /// Returns the shade for a value, darker for what is more alike.
    pub(super) fn shade(&self, value: f64) -> usize {
        let (least, most) = self.reach;
        let part = if most > least { (value - least) / (most - least) } else { 1.0 };
        let part = if self.is_similarity() { part } else { 1.0 - part };
        1 + (part * (SHADES - 1) as f64).round() as usize
    }

    /// Returns what a cell says, or nothing where it is too narrow for it.
    pub(super) fn cell_text(&self, value: f64) -> Option<String> {
        let text = cell_text(value, self.is_similarity(), self.style);
        let has_room = SMALL.width_mm(&text) + 0.4 <= self.stairs.width && self.labels.columns == 1;
        has_room.then_some(text)
    }
}

impl Labels {
    fn new(texts: Vec<String>, row: f64) -> Self {
        let width = SMALL.widest_mm(texts.iter().map(String::as_str));
        Self { texts, width, columns: (SMALL.em_mm() / row).ceil().max(1.0) as usize, outcomes: None }
    }

    /// Returns the width of all columns of labels.
    fn all_columns(&self) -> f64 {
        (self.width + GAP) * self.columns as f64 - GAP
    }

    /// Sets outcomes behind the table where they leave room for the cells; returns the width of a cell.
    fn place_outcomes(&mut self, found: &Similarity, style: &Style, order: &[usize], room: f64) -> f64 {
        let n = order.len();
        let width = |behind: &dyn Fn(usize) -> f64| {
            let of_row = |row: usize| (room - BEFORE_ID - behind(row)) / row.max(1) as f64;
            (0..n).map(of_row).fold(WIDEST_CELL, f64::min)
        };
        let ids = |row: usize| if self.columns == 1 { SMALL.width_mm(&self.texts[row]) } else { 0.0 };
        let without = width(&ids);
        let words = style.words;
        let outcome = |&case: &usize| match &found.cases[case].outcome {
            Some((level, label)) => label.or(words.language, level),
            None => words.say("unknown-outcome"),
        };
        let outcomes: Vec<String> = order.iter().map(outcome).collect();
        let with = width(&|row| ids(row) + GAP + SMALL.width_mm(&outcomes[row]));
        let has_room = with >= SMALL.width_mm("100") + 0.8 || with >= without;
        if found.basis.outcome.is_some() && self.columns == 1 && has_room {
            self.outcomes = Some(outcomes);
            return with;
        }
        without
    }
}

/// Returns what stands before the rows with the legend: ids, or numbers that the legend explains, where ids are long or rows
/// lower than type.
fn texts_and_legend(
    ids: Vec<String>,
    style: &Style,
    content: f64,
    legend_of: impl Fn(&[String]) -> Legend,
) -> (Vec<String>, Legend) {
    let are_long = SMALL.widest_mm(ids.iter().map(String::as_str)) > WIDEST_ID * content;
    let without_key = legend_of(&[]);
    if !are_long && row_height(style, &without_key, ids.len()) >= SMALL.em_mm() {
        return (ids, without_key);
    }
    ((1..=ids.len()).map(|number| number.to_string()).collect(), legend_of(&ids))
}

/// Returns the greatest distance, and the marks of the axis with their decimals.
fn axis(tree: &Clustering) -> (f64, (Vec<f64>, usize)) {
    let heights = tree.joinings.iter().map(|joining| joining.height);
    let highest = heights.fold(0.0, f64::max).max(1e-9);
    let (mut marks, decimals) = ticks(0.0, highest, 3);
    marks.retain(|&tick| tick <= highest * 1.001);
    (highest, (marks, decimals))
}

/// Returns the least and the greatest value between cases of the tree.
fn reach(found: &Similarity, order: &[usize]) -> (f64, f64) {
    let pairs =
        order.iter().enumerate().flat_map(|(n, &one)| order[..n].iter().map(move |&other| (one, other)));
    let values = pairs.filter_map(|(one, other)| value(found.pair(one, other)));
    let (least, most) = values.fold((f64::INFINITY, f64::NEG_INFINITY), |(a, b), v| (a.min(v), b.max(v)));
    (least, most)
}

fn row_height(style: &Style, legend: &Legend, n: usize) -> f64 {
    let format = style.format;
    let around = 2.0 * format.edge_mm() + AXIS + ABOVE_LEGEND + legend.height() + PAGE_NUMBER;
    ((format.max_height_mm() - around) / n as f64).min(ROW)
}

/// Returns a similarity in hundredths, or a distance with one decimal.
fn cell_text(value: f64, is_similarity: bool, style: &Style) -> String {
    if is_similarity { format!("{:.0}", value * 100.0) } else { style.words.number(value, 1) }
}

/// Says what tints and dots mean, and which numbers stand for which cases.
fn legend(
    found: &Similarity,
    tree: &Clustering,
    style: &Style,
    tint: &Tint,
    reach: (f64, f64),
    ids: &[String],
    width: f64,
) -> Legend {
    let words = style.words;
    let is_similarity = found.pairs.first().is_none_or(|pair| pair.similarity.is_some());
    let name = if is_similarity { "figure-clusters-tints" } else { "figure-clusters-tints-distance" };
    let mut tints = vec![Entry { sample: Sample::Words, text: words.say(name) }];
    let (light, dark) = if is_similarity { reach } else { (reach.1, reach.0) };
    let samples = [(1, light), (SHADES / 2, (light + dark) / 2.0), (SHADES, dark)];
    tints.extend(samples.map(|(shade, value)| Entry {
        sample: Sample::Tile(tint.colour(shade)),
        text: words.number(value, if is_similarity { 2 } else { 1 }),
    }));
    let mut blocks = vec![tints];
    if tree.joinings.iter().any(|joining| joining.is_tied) {
        let sample = Sample::Own(2.0 * TIE, draw_tie);
        blocks.push(vec![Entry { sample, text: words.say("figure-clusters-tied") }]);
    }
    if !ids.is_empty() {
        let mut key = vec![Entry { sample: Sample::Words, text: words.say("figure-legend-cases") }];
        let entry = |(number, id): (usize, &String)| Entry {
            sample: Sample::Words,
            text: format!("{number} = {id}"),
        };
        key.extend((1..).zip(ids).map(entry));
        blocks.push(key);
    }
    Legend::new(blocks, AreaScale { unit_mm: 1.0, cap: 1, max: 1 }, width)
}

/// Draws the dot on a joining that had equals.
pub(super) fn draw_tie(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    ink.circle(middle, TIE, theme.ink);
}
