//! Ink of the balance, page by page.

use super::BalanceCount;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Tag};
use crate::caption::outcome_group_name;
use crate::figure::Page;
use crate::marks::{Shape, draw_shape};
use crate::style::Style;
use crate::text::{BODY, HEAD, SMALL, Type};
use draad_analysis::{Balance, BalanceRow};
use draad_words::capitalised;
use std::ops::Range;

const ROW: f64 = 4.2;
const BAR: f64 = 2.6;
const GROUP_HEAD: f64 = 6.0;
const COLUMN_HEADS: f64 = 5.0;
const UNIT: f64 = 4.6;
const PAGE_NUMBER: f64 = 4.0;
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

/// A line of the figure.
#[derive(Clone, Debug)]
enum Line {
    Group(String),
    Case { row: usize, names: Vec<String>, height: f64, rail: bool },
}

impl Line {
    fn height(&self) -> f64 {
        match self {
            Line::Group(_) => GROUP_HEAD,
            Line::Case { height, .. } => *height,
        }
    }
}

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
    let frame = Frame::new(balance, count, style, &lines, content);
    let below = UNIT + PAGE_NUMBER;
    let room = style.format.max_height_mm() - 2.0 * frame.edge - COLUMN_HEADS - below;
    let cuts = cut(&lines, room);
    let n_pages = cuts.len();
    let draw =
        |(n, lines_of_page): (usize, Vec<Line>)| frame.page(ids, &lines_of_page, alt, (n + 1, n_pages));
    cuts.into_iter().enumerate().map(draw).collect()
}

fn lines(balance: &Balance, style: &Style, widest: f64) -> Vec<Line> {
    let mut lines = Vec::new();
    for group in &balance.outcome_groups {
        if group.cases.is_empty() {
            continue;
        }
        if balance.basis.outcome.is_some() {
            let name = capitalised(&outcome_group_name(&balance.basis, group, style.words));
            let n = group.cases.len().into();
            lines
                .push(Line::Group(style.words.say_with("figure-group-n", [("name", name.into()), ("n", n)])));
        }
        for (n, &row) in group.cases.iter().enumerate() {
            let names = BODY.wrap(&case_name(&balance.rows[row]), widest, 2);
            let height = ROW + names.len().saturating_sub(1) as f64 * BODY.line_mm() * 0.9;
            lines.push(Line::Case {
                row,
                names,
                height,
                rail: (n + 1) % 3 == 0 && n + 1 < group.cases.len(),
            });
        }
    }
    lines
}

fn case_name(row: &BalanceRow) -> String {
    match row.name.is_empty() || row.name == row.case.as_str() {
        true => row.case.to_string(),
        false => format!("{} {}", row.case, row.name),
    }
}

/// Cuts lines into pages; a page begins with the head of its group, and no head stands at the foot of a page.
fn cut(lines: &[Line], room: f64) -> Vec<Vec<Line>> {
    let mut pages: Vec<Vec<Line>> = vec![Vec::new()];
    let (mut used, mut head) = (0.0, None);
    for (n, line) in lines.iter().enumerate() {
        let follows = match line {
            Line::Group(_) => lines.get(n + 1).map_or(0.0, Line::height),
            Line::Case { .. } => 0.0,
        };
        let is_new = pages.last().is_none_or(Vec::is_empty);
        if used + line.height() + follows > room && !is_new {
            let repeated: Vec<Line> = match line {
                Line::Group(_) => Vec::new(),
                Line::Case { .. } => head.iter().cloned().collect(),
            };
            used = repeated.iter().map(Line::height).sum();
            pages.push(repeated);
        }
        if let Line::Group(_) = line {
            head = Some(line.clone());
        }
        used += line.height();
        pages.last_mut().into_iter().for_each(|page| page.push(line.clone()));
    }
    pages
}

impl<'a> Frame<'a> {
    fn new(
        balance: &'a Balance,
        count: BalanceCount,
        style: &'a Style,
        lines: &[Line],
        content: f64,
    ) -> Self {
        let edge = style.format.edge_mm();
        let names = lines.iter().flat_map(|line| match line {
            Line::Group(_) => &[][..],
            Line::Case { names, .. } => names,
        });
        let name_width = BODY.widest_mm(names.map(String::as_str));
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

    fn page(&self, ids: &mut Ids, lines: &[Line], alt: &str, page: (usize, usize)) -> Page {
        let (words, theme) = (self.style.words, &self.style.theme);
        let mut canvas = Canvas::new(ids);
        self.draw_column_heads(&mut canvas);
        let top = self.edge + COLUMN_HEADS;
        let mut y = top;
        for line in lines {
            self.draw_line(&mut canvas, line, y);
            y += line.height();
        }
        self.draw_zero(&mut canvas, lines, top);
        y += UNIT;
        let unit = words.say(self.count.unit_key());
        let unit_x = self.unit_middle(&unit);
        canvas.draw(|ink| ink.text(&unit, (unit_x, y - 1.0), Anchor::Middle, SMALL, theme.muted));
        let mut title = words.say("figure-balance-title");
        let width = self.style.format.width_mm();
        if page.1 > 1 {
            let text = words.say_with("figure-page", [("page", page.0.into()), ("pages", page.1.into())]);
            y += PAGE_NUMBER;
            let at = (width - self.edge, y - 0.8);
            canvas.draw(|ink| ink.text(&text, at, Anchor::End, SMALL, theme.muted));
            title = format!("{title}, {text}");
        }
        let height = self.style.format.height_for(y - self.edge);
        canvas.finish(width, height, &title, alt, self.style.transparent)
    }

    /// Keeps the unit under the zero line where there is room on both sides.
    fn unit_middle(&self, unit: &str) -> f64 {
        let half = SMALL.width_mm(unit) / 2.0;
        let limit = self.style.format.width_mm() - self.edge;
        self.zero.max(self.edge + half).min(limit - half)
    }

    fn draw_column_heads(&self, canvas: &mut Canvas) {
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

    fn draw_line(&self, canvas: &mut Canvas, line: &Line, y: f64) {
        let theme = &self.style.theme;
        match line {
            Line::Group(text) => {
                let baseline = y + line.height() - 1.4;
                canvas.draw(|ink| ink.text(text, (self.edge, baseline), Anchor::Start, HEAD, theme.ink));
            }
            Line::Case { row, names, height, rail } => {
                self.draw_case(canvas, &self.balance.rows[*row], names, y + height / 2.0);
                if *rail {
                    let below = y + height;
                    canvas
                        .draw(|ink| ink.line((self.edge, below), (self.right, below), HAIRLINE, theme.rail));
                }
            }
        }
    }

    fn draw_case(&self, canvas: &mut Canvas, row: &BalanceRow, names: &[String], middle: f64) {
        let (words, theme) = (self.style.words, &self.style.theme);
        let (hindering, promoting) = self.count.of(row);
        let (left, right) = (hindering as f64 * self.per_unit, promoting as f64 * self.per_unit);
        let below = |kind: Type| middle + kind.baseline_below_middle();
        canvas.group(&self.tag(row), |ink| {
            let step = BODY.line_mm() * 0.9;
            let first = below(BODY) - step * names.len().saturating_sub(1) as f64 / 2.0;
            for (n, name) in names.iter().enumerate() {
                ink.text(name, (self.edge, first + n as f64 * step), Anchor::Start, BODY, theme.ink);
            }
            let top = middle - BAR / 2.0;
            if hindering > 0 {
                ink.rect((self.zero - left, top), (left, BAR), theme.hindering);
            }
            if promoting > 0 {
                ink.rect((self.zero, top), (right, BAR), theme.promoting);
            }
            let (at_left, at_right) = (self.zero - left - NUMBER_GAP, self.zero + right + NUMBER_GAP);
            ink.text(&words.whole(hindering), (at_left, below(SMALL)), Anchor::End, SMALL, theme.ink);
            ink.text(&words.whole(promoting), (at_right, below(SMALL)), Anchor::Start, SMALL, theme.ink);
            ink.text(&self.balance_text(row), (self.right, below(SMALL)), Anchor::End, SMALL, theme.ink);
        });
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

    /// Draws the zero line beside the cases, not through the heads between them.
    fn draw_zero(&self, canvas: &mut Canvas, lines: &[Line], top: f64) {
        let mut runs: Vec<Range<f64>> = Vec::new();
        let mut y = top;
        let mut was_case = false;
        for line in lines {
            let end = y + line.height();
            let is_case = matches!(line, Line::Case { .. });
            match runs.last_mut() {
                Some(run) if is_case && was_case => run.end = end,
                _ if is_case => runs.push(y..end),
                _ => {}
            }
            was_case = is_case;
            y = end;
        }
        let ink_colour = self.style.theme.ink;
        canvas.draw(|ink| {
            for run in &runs {
                ink.line((self.zero, run.start), (self.zero, run.end), HAIRLINE * 1.5, ink_colour);
            }
        });
    }
}
