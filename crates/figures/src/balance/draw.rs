//! Ink of the balance, page by page.

use super::BalanceCount;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Tag};
use crate::caption::outcome_group_name;
use crate::figure::Page;
use crate::marks::{Shape, draw_shape};
use crate::sheet::{self, Line, Rows};
use crate::style::Style;
use crate::text::{BODY, SMALL};
use draad_analysis::{Balance, BalanceRow};
use draad_words::capitalised;
use std::ops::Range;

const BAR: f64 = 2.6;
const COLUMN_HEADS: f64 = 5.0;
const UNIT: f64 = 4.6;
/// Between names, bars and balance.
const GAP: f64 = 3.0;
/// Between the end of a bar and its number.
const NUMBER_GAP: f64 = 0.9;
/// The part of the width that names may take.
const WIDEST_NAME: f64 = 0.36;
/// Between the zero line and a head beside it: a mark and the space around it.
const HEAD_OFFSET: f64 = 4.0;
/// The longest bar for 1, so that a few factors do not fill a page.
const LONGEST_UNIT: f64 = 8.0;

/// Where things stand; in millimetres.
struct Frame<'a> {
    balance: &'a Balance,
    count: BalanceCount,
    style: &'a Style,
    edge: f64,
    zero: f64,
    right: f64,
    per_unit: f64,
}

/// Draws all pages.
pub(super) fn pages(
    balance: &Balance,
    count: BalanceCount,
    style: &Style,
    alt: &str,
    ids: &mut Ids,
) -> Vec<Page> {
    let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
    let lines = lines(balance, style, content * WIDEST_NAME);
    Frame::new(balance, count, style, &lines, content).draw(&lines, alt, ids)
}

/// Returns the cases under heads for their outcomes.
fn lines(balance: &Balance, style: &Style, widest: f64) -> Vec<Line<usize>> {
    let mut lines = Vec::new();
    for group in balance.outcome_groups.iter().filter(|group| !group.cases.is_empty()) {
        if balance.basis.outcome.is_some() {
            let name = capitalised(&outcome_group_name(&balance.basis, group, style.words));
            let n = group.cases.len().into();
            lines.push(Line::Head(style.words.say_with("figure-group-n", [("name", name.into()), ("n", n)])));
        }
        let row = |&row: &usize| Line::row(row, BODY.wrap(&case_name(&balance.rows[row]), widest, 2), BODY);
        lines.extend(group.cases.iter().map(row));
    }
    lines
}

fn case_name(row: &BalanceRow) -> String {
    match row.name.is_empty() || row.name == row.case.as_str() {
        true => row.case.to_string(),
        false => format!("{} {}", row.case, row.name),
    }
}

impl<'a> Frame<'a> {
    fn new(
        balance: &'a Balance,
        count: BalanceCount,
        style: &'a Style,
        lines: &[Line<usize>],
        content: f64,
    ) -> Self {
        let edge = style.format.edge_mm();
        let name_width = sheet::name_width(lines, BODY);
        let frame = Self { balance, count, style, edge, zero: 0.0, right: 0.0, per_unit: 0.0 };
        let balance_width = frame.balance_width();
        let number_width = |number: u64| SMALL.width_mm(&style.words.whole(number)) + NUMBER_GAP;
        let sides: Vec<(u64, u64)> = balance.rows.iter().map(|row| count.of(row)).collect();
        let hindering = sides.iter().map(|side| side.0).max().unwrap_or(0);
        let promoting = sides.iter().map(|side| side.1).max().unwrap_or(0);
        let head = |key| SMALL.width_mm(&style.words.say(key)) + HEAD_OFFSET;
        let (left_head, right_head) = (head("figure-balance-hindering"), head("figure-balance-promoting"));

        // Three ways to run out of room: both bars at their longest; a short right bar under its wide head; and short
        // left bars and names under a wide head, which then sets the zero line.
        let (left_number, right_number) = (number_width(hindering), number_width(promoting));
        let room = content - balance_width - name_width - 2.0 * GAP - left_number;
        let both = (room - right_number) / (hindering + promoting).max(1) as f64;
        let beside_head = (room - right_head) / hindering.max(1) as f64;
        let under_head = (content - left_head - GAP - balance_width - right_number) / promoting.max(1) as f64;
        let per_unit = both.min(beside_head).min(under_head).clamp(0.0, LONGEST_UNIT);
        let left = (name_width + GAP + hindering as f64 * per_unit + left_number).max(left_head);
        let zero = edge + left;
        let right = zero + (promoting as f64 * per_unit + right_number).max(right_head) + GAP + balance_width;
        Self { zero, right, per_unit, ..frame }
    }

    fn balance_text(&self, row: &BalanceRow) -> String {
        match self.count.balance_of(row) {
            None => "–".to_owned(),
            Some(value) => {
                let number = self.style.words.number(value, 2);
                let is_positive = value > 0.0 && !number.starts_with('−');
                if is_positive { format!("+{number}") } else { number }
            }
        }
    }

    fn balance_width(&self) -> f64 {
        let texts: Vec<String> = self.balance.rows.iter().map(|row| self.balance_text(row)).collect();
        let head = SMALL.width_mm(&self.style.words.say("figure-balance-balance"));
        SMALL.widest_mm(texts.iter().map(String::as_str)).max(head)
    }

    /// Keeps the unit under the zero line where there is room on both sides.
    fn unit_middle(&self, unit: &str) -> f64 {
        let half = SMALL.width_mm(unit) / 2.0;
        let limit = self.style.format.width_mm() - self.edge;
        self.zero.max(self.edge + half).min(limit - half)
    }

    fn tag(&self, row: &BalanceRow) -> Tag {
        let words = self.style.words;
        let (hindering, promoting) = self.count.of(row);
        let balance = match self.count.balance_of(row) {
            None => words.say("figure-balance-none"),
            Some(_) => self.balance_text(row),
        };
        let title = words.say_with(
            "figure-balance-row",
            [
                ("case", case_name(row).into()),
                ("promoting", words.whole(promoting).into()),
                ("hindering", words.whole(hindering).into()),
                ("balance", balance.into()),
            ],
        );
        Tag {
            id: format!("balance-{}", row.case),
            class: "balance".into(),
            title,
            data: vec![("data-case", row.case.to_string())],
        }
    }
}

impl Rows for Frame<'_> {
    type Item = usize;

    fn style(&self) -> &Style {
        self.style
    }

    fn title(&self) -> String {
        self.style.words.say("figure-balance-title")
    }

    fn right(&self) -> f64 {
        self.right
    }

    fn above_and_below(&self) -> (f64, f64) {
        (COLUMN_HEADS, UNIT)
    }

    fn draw_above(&self, canvas: &mut Canvas, _bottom: f64) {
        let (words, theme) = (self.style.words, &self.style.theme);
        let baseline = self.edge + SMALL.em_mm();
        let middle = baseline - SMALL.baseline_below_middle();
        canvas.draw(|ink| {
            draw_shape(ink, Shape::Diamond, (self.zero - 2.0, middle), 0.9, theme);
            let hindering = words.say("figure-balance-hindering");
            ink.text(&hindering, (self.zero - HEAD_OFFSET, baseline), Anchor::End, SMALL, theme.ink);
            draw_shape(ink, Shape::Circle, (self.zero + 2.0, middle), 0.9, theme);
            let promoting = words.say("figure-balance-promoting");
            ink.text(&promoting, (self.zero + HEAD_OFFSET, baseline), Anchor::Start, SMALL, theme.ink);
            let balance = words.say("figure-balance-balance");
            ink.text(&balance, (self.right, baseline), Anchor::End, SMALL, theme.ink);
        });
    }

    /// Draws the zero line beside the cases, not through the heads between them.
    fn draw_behind(&self, canvas: &mut Canvas, runs: &[Range<f64>]) {
        let colour = self.style.theme.ink;
        canvas.draw(|ink| {
            for run in runs {
                ink.line((self.zero, run.start), (self.zero, run.end), HAIRLINE * 1.5, colour);
            }
        });
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &usize, name: &[String], middle: f64) {
        let row = &self.balance.rows[*row];
        let (words, theme) = (self.style.words, &self.style.theme);
        let (hindering, promoting) = self.count.of(row);
        let (left, right) = (hindering as f64 * self.per_unit, promoting as f64 * self.per_unit);
        let baseline = middle + SMALL.baseline_below_middle();
        canvas.group(&self.tag(row), |ink| {
            sheet::draw_name(ink, name, (self.edge, middle), BODY, self.style);
            let top = middle - BAR / 2.0;
            if hindering > 0 {
                ink.rect((self.zero - left, top), (left, BAR), theme.hindering);
            }
            if promoting > 0 {
                ink.rect((self.zero, top), (right, BAR), theme.promoting);
            }
            let (at_left, at_right) = (self.zero - left - NUMBER_GAP, self.zero + right + NUMBER_GAP);
            ink.text(&words.whole(hindering), (at_left, baseline), Anchor::End, SMALL, theme.ink);
            ink.text(&words.whole(promoting), (at_right, baseline), Anchor::Start, SMALL, theme.ink);
            ink.text(&self.balance_text(row), (self.right, baseline), Anchor::End, SMALL, theme.ink);
        });
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        let unit = self.style.words.say(self.count.unit_key());
        let at = (self.unit_middle(&unit), top + UNIT - 1.0);
        canvas.draw(|ink| ink.text(&unit, at, Anchor::Middle, SMALL, self.style.theme.muted));
    }
}
