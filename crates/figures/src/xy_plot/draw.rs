//! Panels side by side, over as many pages as they need.

use super::panel::{LEFT, Panel, SCALE};
use crate::canvas::{Canvas, Ids, Ink};
use crate::figure::Page;
use crate::flow::fill;
use crate::legend::{Entry, Legend, Sample};
use crate::qca::qca_outcome_name;
use crate::sheet::{self, PAGE_NUMBER};
use crate::style::{Style, Theme};
use draad_analysis::qca::{Analysed, Qca, Relation};
use draad_core::Study;

/// A panel is about this wide, and at most so wide.
const PANEL: f64 = 56.0;
const WIDEST: f64 = 84.0;
const BETWEEN: f64 = 6.0;
const ABOVE_LEGEND: f64 = 2.4;
/// The side of the axes at least, whatever the page.
const LEAST_SIDE: f64 = 30.0;
const SAMPLE: f64 = 3.0;

/// Everything that is decided before the first point is drawn.
pub(super) struct Drawing<'a> {
    style: &'a Style,
    panels: Vec<Panel<'a>>,
    formulas: Vec<&'a str>,
    n_columns: usize,
    /// Width of a panel.
    width: f64,
    legend: Legend,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(
        qca: &'a Qca,
        analysed: &'a Analysed,
        relations: &'a [Relation],
        study: &Study,
        style: &'a Style,
    ) -> Self {
        let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
        let legend = legend(analysed, relations, style, content);
        let n_columns = (((content + BETWEEN) / (PANEL + BETWEEN)) as usize).clamp(1, relations.len().max(1));
        let width = (content - (n_columns - 1) as f64 * BETWEEN) / n_columns as f64;
        let room = room(style, &legend) - Panel::most_around();
        let side = (width.min(WIDEST) - LEFT).min(room.max(LEAST_SIDE));
        let width = width.min(WIDEST);
        let outcome = style
            .words
            .say_with("figure-xy-outcome", [("outcome", qca_outcome_name(qca, study, style.words).into())]);
        let panel = |relation| Panel::new(qca, analysed, relation, (&outcome, width, side), style);
        Self {
            style,
            panels: relations.iter().map(panel).collect(),
            formulas: relations.iter().map(|relation| relation.formula.as_str()).collect(),
            n_columns,
            width,
            legend,
        }
    }

    /// Returns the ids that have no place in their panel, by formula.
    pub(super) fn nameless(&self) -> Vec<(String, Vec<String>)> {
        let panels = self.formulas.iter().zip(&self.panels);
        let found = panels.map(|(formula, panel)| ((*formula).to_owned(), panel.nameless()));
        found.filter(|(_, ids)| !ids.is_empty()).collect()
    }

    pub(super) fn pages(&self, alt: &str, ids: &mut Ids) -> Vec<Page> {
        let rows: Vec<&[Panel]> = self.panels.chunks(self.n_columns).collect();
        let heights: Vec<f64> = rows.iter().map(|row| above(row) + below(row) + BETWEEN).collect();
        let pages = fill(&heights, room(self.style, &self.legend) + BETWEEN);
        let n = pages.len();
        let page = |(place, range): (usize, &std::ops::Range<usize>)| {
            let first = range.start * self.n_columns;
            self.page(&rows[range.clone()], &heights[range.clone()], first, alt, (place + 1, n), ids)
        };
        pages.iter().enumerate().map(page).collect()
    }

    fn page(
        &self,
        rows: &[&[Panel]],
        heights: &[f64],
        first: usize,
        alt: &str,
        page: (usize, usize),
        ids: &mut Ids,
    ) -> Page {
        let edge = self.style.format.edge_mm();
        let mut canvas = Canvas::new(ids);
        let (mut y, mut place) = (edge, first);
        for (row, height) in rows.iter().zip(heights) {
            for (column, panel) in row.iter().enumerate() {
                place += 1;
                let left = edge + column as f64 * (self.width + BETWEEN);
                panel.draw(&mut canvas, (left, y + above(row)), place);
            }
            y += height;
        }
        y += ABOVE_LEGEND - BETWEEN;
        let title = self.style.words.say("figure-legend");
        self.legend.draw(&mut canvas, (edge, y), "xy-plot-legend", &title, &self.style.theme);
        let title = self.style.words.say("figure-xy-title");
        sheet::finish(canvas, y + self.legend.height(), title, alt, page, self.style)
    }
}

/// Returns the height of what stands above the axes of a row, and of the axes with what stands below them.
fn above(row: &[Panel]) -> f64 {
    row.iter().map(Panel::above).fold(0.0, f64::max)
}

fn below(row: &[Panel]) -> f64 {
    row.iter().map(Panel::below).fold(0.0, f64::max)
}

/// Returns the height of a page without its edges and legend.
fn room(style: &Style, legend: &Legend) -> f64 {
    let format = style.format;
    format.max_height_mm() - 2.0 * format.edge_mm() - ABOVE_LEGEND - legend.height() - PAGE_NUMBER
}

fn triangle(ink: &mut Ink, (x, y): (f64, f64), theme: &Theme) {
    let half = SAMPLE / 2.0;
    let corners = [(x - half, y + half), (x - half, y - half), (x + half, y - half)];
    ink.polygon(&corners, theme.band);
    ink.line(corners[0], corners[2], 0.2, theme.rule);
}

fn case(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    ink.circle(middle, SCALE.radius_mm(1), theme.ink);
}

fn legend(analysed: &Analysed, relations: &[Relation], style: &Style, width: f64) -> Legend {
    let words = style.words;
    let own = |width, draw, key: &str| Entry { sample: Sample::Own(width, draw), text: words.say(key) };
    let mut entries = vec![own(2.0 * SCALE.unit_mm, case, "figure-xy-case")];
    let outcome = analysed.data.outcome();
    let shares_place = |relation: &Relation| {
        let points = relation.memberships.iter().zip(outcome);
        let mut points: Vec<(f64, f64)> = points.map(|(&x, &y)| (x, y)).collect();
        points.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        points.windows(2).any(|pair| pair[0] == pair[1])
    };
    if relations.iter().any(shares_place) {
        entries.push(Entry { sample: Sample::Words, text: words.say("figure-xy-several") });
    }
    entries.push(own(SAMPLE, triangle, "figure-xy-subset"));
    entries.push(Entry { sample: Sample::Words, text: words.say("figure-xy-halves") });
    Legend::new(vec![entries], SCALE, width)
}
