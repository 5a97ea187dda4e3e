//! Ink of the matrix, page by page.

use super::columns::{self, LABEL_GAP};
use super::{Matrix, rows, say};
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink, Tag};
use crate::figure::Page;
use crate::heads::{Head, Heads};
use crate::legend::Legend;
use crate::marks::{draw_absence, draw_marks, draw_no_material, marks_of};
use crate::sheet::{self, Line, PAGE_NUMBER, ROW};
use crate::text::{SMALL, SMALL_HEAD};
use draad_analysis::CellState;
use std::ops::Range;

/// Height of a line of ids above or numbers below the columns.
const LINE: f64 = 3.2;
const BELOW_HEADS: f64 = 0.8;
const ABOVE_FEET: f64 = 1.4;
const ABOVE_LEGEND: f64 = 3.0;

/// Where things stand on one page; in millimetres.
struct Frame {
    part: Range<usize>,
    edge: f64,
    lefts: Vec<f64>,
    cells_right: f64,
    margin_lefts: Vec<f64>,
    heads: Heads,
    rows_top: f64,
}

impl Matrix<'_> {
    /// Draws all pages: for each part of the cases, all rows.
    pub(super) fn draw(&self, ids: &mut Ids, alt: &str) -> Vec<Page> {
        let legend = self.legend();
        let frames: Vec<Frame> = self.columns.parts.iter().map(|part| self.frame(part.clone())).collect();
        let label = (self.columns.label_type, self.columns.label_width);
        let rows = rows::rows(self.table, &self.factors, &self.study.settings, self.style, label);
        let format = self.style.format;
        let tops = frames.iter().map(|frame| frame.rows_top).fold(0.0, f64::max);
        let below = self.feet_height() + ABOVE_LEGEND + legend.height() + PAGE_NUMBER;
        let room = format.max_height_mm() - format.edge_mm() - tops - below;
        let row_pages = sheet::pages(&rows, room, self.style.words);
        let n_pages = frames.len() * row_pages.len();
        let pairs = frames.iter().flat_map(|frame| row_pages.iter().map(move |rows| (frame, rows)));
        let numbered = pairs.enumerate();
        let page = |(n, (frame, rows)): (usize, (&Frame, &Vec<Line<usize>>))| {
            let canvas = Canvas::new(ids);
            self.page(canvas, frame, rows, &legend, alt, (n + 1, n_pages))
        };
        numbered.map(page).collect()
    }

    fn frame(&self, part: Range<usize>) -> Frame {
        let edge = self.style.format.edge_mm();
        let lefts = self.columns.lefts(&part, edge + self.columns.label_width + LABEL_GAP);
        let cells_right = lefts.last().map_or(edge, |left| left + self.columns.cell_width);
        let margin_lefts = self.columns.margin_lefts(cells_right);
        let heads = self.heads(&part, &lefts, &margin_lefts);
        let id_lines = if self.columns.staggered_heads { 2.0 } else { 1.0 };
        let rows_top = edge + heads.height() + BELOW_HEADS + id_lines * LINE;
        Frame { part, edge, lefts, cells_right, margin_lefts, heads, rows_top }
    }

    /// Heads over outcome groups and over the columns of the margin. Without an outcome there is nothing to name.
    fn heads(&self, part: &Range<usize>, lefts: &[f64], margin_lefts: &[f64]) -> Heads {
        let words = self.style.words;
        let mut heads: Vec<Head> = Vec::new();
        let mut last_group = None;
        for (at, &left) in part.clone().zip(lefts) {
            let group = self.columns.order[at].0;
            let right = left + self.columns.cell_width;
            if last_group == Some(group) {
                heads.iter_mut().last().into_iter().for_each(|head| head.right = right);
                continue;
            }
            last_group = Some(group);
            let name = say::group_name(self.table, group, words);
            let n = self.table.outcome_groups[group].cases.len();
            let text = words.say_with("figure-group-n", [("name", name.into()), ("n", n.into())]);
            heads.push(Head { text, kind: SMALL_HEAD, left, right, bracket: true });
        }
        for (margin, &left) in self.columns.margins.iter().zip(margin_lefts) {
            let right = left + margin.width;
            heads.push(Head { text: margin.label.clone(), kind: SMALL, left, right, bracket: true });
        }
        Heads::place(heads, self.style.format.width_mm() - self.style.format.edge_mm())
    }

    fn page(
        &self,
        mut canvas: Canvas,
        frame: &Frame,
        rows: &[Line<usize>],
        legend: &Legend,
        alt: &str,
        page: (usize, usize),
    ) -> Page {
        let (words, theme) = (self.style.words, &self.style.theme);
        let heads_bottom = frame.edge + frame.heads.height();
        canvas.draw(|ink| frame.heads.draw(ink, heads_bottom, theme));
        self.draw_ids(&mut canvas, frame, heads_bottom);
        let mut y = frame.rows_top;
        for row in rows {
            self.draw_row(&mut canvas, frame, row, y);
            y += row.height();
        }
        self.draw_feet(&mut canvas, frame, y);
        y += self.feet_height() + ABOVE_LEGEND;
        legend.draw(&mut canvas, (frame.edge, y), "matrix-legend", &words.say("figure-legend"), theme);
        y += legend.height();
        sheet::finish(canvas, y, words.say("figure-matrix-title"), alt, page, self.style)
    }

    fn draw_ids(&self, canvas: &mut Canvas, frame: &Frame, top: f64) {
        let theme = &self.style.theme;
        for (n, at) in frame.part.clone().enumerate() {
            let case = self.columns.order[at].1;
            let middle = frame.lefts[n] + self.columns.cell_width / 2.0;
            let is_raised = self.columns.staggered_heads && n % 2 == 1;
            let baseline = frame.rows_top - 0.9 - if is_raised { LINE } else { 0.0 };
            debug_assert!(baseline > top);
            canvas.group(&self.case_tag(case), |ink| {
                ink.text(&self.columns.heads[at], (middle, baseline), Anchor::Middle, SMALL, theme.ink);
                if is_raised {
                    let tick = (baseline + 0.5, frame.rows_top - 0.3);
                    ink.line((middle, tick.0), (middle, tick.1), HAIRLINE, theme.rule);
                }
            });
        }
    }

    fn case_tag(&self, case: usize) -> Tag {
        let id = &self.table.cases[case].id;
        Tag {
            id: format!("case-{id}"),
            class: "case".into(),
            title: self.case_title(case),
            data: vec![("data-case", id.to_string())],
        }
    }

    fn draw_row(&self, canvas: &mut Canvas, frame: &Frame, row: &Line<usize>, y: f64) {
        sheet::draw_heads_and_rails(canvas, row, y, (frame.edge, self.right(frame)), self.style);
        let Line::Row { item: factor, name, height, .. } = row else { return };
        let y = y + height / 2.0;
        self.draw_label(canvas, frame, *factor, name, y);
        for (n, at) in frame.part.clone().enumerate() {
            let middle = (frame.lefts[n] + self.columns.cell_width / 2.0, y);
            self.draw_cell(canvas, *factor, self.columns.order[at].1, middle);
        }
        canvas.draw(|ink| self.draw_margin(ink, frame, *factor, y));
    }

    fn right(&self, frame: &Frame) -> f64 {
        let margin = frame.margin_lefts.iter().zip(&self.columns.margins).next_back();
        margin.map_or(frame.cells_right, |(left, margin)| left + margin.width)
    }

    fn draw_label(&self, canvas: &mut Canvas, frame: &Frame, factor: usize, lines: &[String], middle: f64) {
        let kind = self.columns.label_type;
        let id = &self.table.factors[factor].id;
        let tag = Tag {
            id: format!("factor-{id}"),
            class: "factor".into(),
            title: self.factor_title(factor),
            data: vec![("data-factor", id.to_string())],
        };
        canvas.group(&tag, |ink| sheet::draw_name(ink, lines, (frame.edge, middle), kind, self.style));
    }

    fn draw_cell(&self, canvas: &mut Canvas, factor: usize, case: usize, middle: (f64, f64)) {
        let cell = self.cell(factor, case);
        let (factor_id, case_id) = (&self.table.factors[factor].id, &self.table.cases[case].id);
        let tag = Tag {
            id: format!("cell-{factor_id}-{case_id}"),
            class: format!("cell {}", say::state_class(cell.state)),
            title: self.cell_title(factor, case),
            data: vec![("data-factor", factor_id.to_string()), ("data-case", case_id.to_string())],
        };
        let theme = &self.style.theme;
        let size = (self.columns.cell_width - 0.6, ROW - 0.9);
        canvas.group(&tag, |ink| match cell.state {
            CellState::NotFound => draw_absence(ink, middle, theme),
            CellState::NoMaterial => draw_no_material(ink, middle, size, theme),
            _ => draw_marks(ink, &marks_of(cell, self.options.size), middle, &self.scale, self.pairs, theme),
        });
    }

    /// Writes `k of n` so that the numbers stand under each other; grey where the factor occurs nowhere.
    fn draw_margin(&self, ink: &mut Ink, frame: &Frame, factor: usize, middle: f64) {
        let theme = &self.style.theme;
        for (margin, &left) in self.columns.margins.iter().zip(&frame.margin_lefts) {
            let (k, n) = columns::k_of_n(self.table, self.options.group, factor, margin.group);
            let text = say::k_of_n(self.style.words, (k, n), self.columns.compact);
            let indent = if n == 0 { 0.0 } else { margin.k_width - SMALL.width_mm(&k.to_string()) };
            let colour = if k == 0 { theme.muted } else { theme.ink };
            let at = (left + indent, middle + SMALL.baseline_below_middle());
            ink.text(&text, at, Anchor::Start, SMALL, colour);
        }
    }

    fn feet_height(&self) -> f64 {
        let lines = self.columns.staggered_feet.map(|staggered| if staggered { 2.0 } else { 1.0 });
        ABOVE_FEET + (lines[0] + lines[1]) * LINE
    }

    /// Draws the numbers of sources and passages under a line.
    fn draw_feet(&self, canvas: &mut Canvas, frame: &Frame, top: f64) {
        let (words, theme) = (self.style.words, &self.style.theme);
        let names = [words.say("figure-sources"), words.say("figure-passages")];
        let rule = top + ABOVE_FEET / 2.0;
        canvas.draw(|ink| {
            ink.line((frame.edge, rule), (frame.cells_right, rule), HAIRLINE, theme.rule);
            let mut baseline = top + ABOVE_FEET + LINE - 0.8;
            for (line, name) in names.iter().enumerate() {
                let is_staggered = self.columns.staggered_feet[line];
                ink.text(name, (frame.edge, baseline), Anchor::Start, SMALL, theme.muted);
                for (n, at) in frame.part.clone().enumerate() {
                    let middle = frame.lefts[n] + self.columns.cell_width / 2.0;
                    let lowered = if is_staggered && n % 2 == 1 { LINE } else { 0.0 };
                    let number = &self.columns.feet[at][line];
                    ink.text(number, (middle, baseline + lowered), Anchor::Middle, SMALL, theme.muted);
                }
                baseline += if is_staggered { 2.0 * LINE } else { LINE };
            }
        });
    }
}
