//! A sheet: rows with names, under heads, over as many pages as they need.

use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink};
use crate::figure::Page;
use crate::style::Style;
use crate::text::{HEAD, SMALL, Type};
use draad_words::{Words, capitalised};
use std::ops::Range;

/// Height of a row with one line of text, in millimetres.
pub(crate) const ROW: f64 = 4.2;
const HEAD_HEIGHT: f64 = 6.0;
const LEVEL_HEIGHT: f64 = 4.4;
/// Height of the line with the number of the page.
pub(crate) const PAGE_NUMBER: f64 = 4.0;
/// A rail runs under every row of this many.
const ROWS_PER_RAIL: usize = 3;
/// The distance between the lines of a name, as a part of the usual one.
const TIGHT: f64 = 0.9;

/// A line of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Line<T> {
    /// A head, such as a direction or an outcome.
    Head(String),
    /// A lesser head, such as a level.
    Level(String),
    /// A row: what it is, its name in lines, its height, and whether a rail runs under it.
    Row { item: T, name: Vec<String>, height: f64, rail: bool },
}

impl<T> Line<T> {
    /// Makes a row that is as high as its name needs.
    pub(crate) fn row(item: T, name: Vec<String>, kind: Type) -> Self {
        let height = ROW + name.len().saturating_sub(1) as f64 * kind.line_mm() * TIGHT;
        Line::Row { item, name, height, rail: false }
    }

    /// Returns the height in millimetres.
    pub(crate) fn height(&self) -> f64 {
        match self {
            Line::Head(_) => HEAD_HEIGHT,
            Line::Level(_) => LEVEL_HEIGHT,
            Line::Row { height, .. } => *height,
        }
    }

    fn is_row(&self) -> bool {
        matches!(self, Line::Row { .. })
    }
}

/// Returns the height of lines together.
pub(crate) fn height_of<T>(lines: &[Line<T>]) -> f64 {
    lines.iter().map(Line::height).sum()
}

/// Returns the width of the widest name in millimetres.
pub(crate) fn name_width<T>(lines: &[Line<T>], kind: Type) -> f64 {
    let names = lines.iter().flat_map(|line| match line {
        Line::Row { name, .. } => &name[..],
        _ => &[],
    });
    kind.widest_mm(names.map(String::as_str))
}

/// Cuts lines into pages of at most `room` millimetres. A page begins with the heads its first row stands under, and no
/// head stands at the foot of a page. Rails run under every third row, but not under the last of a block.
pub(crate) fn pages<T: Clone>(lines: &[Line<T>], room: f64, words: Words) -> Vec<Vec<Line<T>>> {
    let mut pages: Vec<Vec<Line<T>>> = vec![Vec::new()];
    let mut used = 0.0;
    let mut heads: (Option<&Line<T>>, Option<&Line<T>>) = (None, None);
    for (n, line) in lines.iter().enumerate() {
        let heads_above_next_row = lines[n..].iter().take_while(|line| !line.is_row()).count();
        let needed = height_of(&lines[n..(n + heads_above_next_row + 1).min(lines.len())]);
        let page_is_empty = pages.last().is_none_or(Vec::is_empty);
        if used + needed > room && !page_is_empty {
            let repeated: Vec<Line<T>> = match line {
                Line::Head(_) => Vec::new(),
                Line::Level(_) => heads.0.iter().map(|head| continued(head, words)).collect(),
                Line::Row { .. } => {
                    heads.0.iter().chain(&heads.1).map(|head| continued(head, words)).collect()
                }
            };
            used = height_of(&repeated);
            pages.push(repeated);
        }
        match line {
            Line::Head(_) => heads = (Some(line), None),
            Line::Level(_) => heads.1 = Some(line),
            Line::Row { .. } => {}
        }
        used += line.height();
        if let Some(page) = pages.last_mut() {
            page.push(line.clone());
        }
    }
    lay_rails(&mut pages, lines);
    pages
}

/// Lays a rail under every third row of a block; where the space below says enough, there is none.
fn lay_rails<T>(pages: &mut [Vec<Line<T>>], lines: &[Line<T>]) {
    let mut since_head = 0;
    let mut wanted = lines.iter().filter_map(|line| {
        since_head = if line.is_row() { since_head + 1 } else { 0 };
        line.is_row().then_some(since_head % ROWS_PER_RAIL == 0)
    });
    for page in pages {
        for at in 0..page.len() {
            let is_last = page.get(at + 1).is_none_or(|next| !next.is_row());
            if let Line::Row { rail, .. } = &mut page[at] {
                *rail = wanted.next().unwrap_or(false) && !is_last;
            }
        }
    }
}

fn continued<T: Clone>(head: &Line<T>, words: Words) -> Line<T> {
    match head {
        Line::Head(text) => Line::Head(words.say_with("figure-continued", [("head", text.clone().into())])),
        other => other.clone(),
    }
}

/// Draws a head, or the rail under a row, from `left` to `right` with its upper edge at `y`.
pub(crate) fn draw_heads_and_rails<T>(
    canvas: &mut Canvas,
    line: &Line<T>,
    y: f64,
    (left, right): (f64, f64),
    style: &Style,
) {
    let theme = &style.theme;
    let bottom = y + line.height();
    canvas.draw(|ink| match line {
        Line::Head(text) => ink.text(text, (left, bottom - 1.3), Anchor::Start, HEAD, theme.ink),
        Line::Level(text) => {
            ink.text(&capitalised(text), (left, bottom - 1.2), Anchor::Start, SMALL, theme.muted);
        }
        Line::Row { rail: true, .. } => ink.line((left, bottom), (right, bottom), HAIRLINE, theme.rail),
        Line::Row { .. } => {}
    });
}

/// Writes a name in lines around a middle.
pub(crate) fn draw_name(
    ink: &mut Ink,
    name: &[String],
    (left, middle): (f64, f64),
    kind: Type,
    style: &Style,
) {
    let step = kind.line_mm() * TIGHT;
    let first = middle + kind.baseline_below_middle() - step * name.len().saturating_sub(1) as f64 / 2.0;
    for (n, line) in name.iter().enumerate() {
        ink.text(line, (left, first + n as f64 * step), Anchor::Start, kind, style.theme.ink);
    }
}

/// Returns the stretches of a page, which begins at `top`, that hold rows and no heads.
pub(crate) fn runs_of_rows<T>(lines: &[Line<T>], top: f64) -> Vec<Range<f64>> {
    let mut runs: Vec<Range<f64>> = Vec::new();
    let mut y = top;
    for line in lines {
        let end = y + line.height();
        match runs.last_mut() {
            Some(run) if line.is_row() && run.end == y => run.end = end,
            _ if line.is_row() => runs.push(y..end),
            _ => {}
        }
        y = end;
    }
    runs
}

/// Puts the number of the page under what was drawn down to `y`, and finishes the page. `page` is its number and how many
/// there are.
pub(crate) fn finish(
    mut canvas: Canvas,
    mut y: f64,
    title: String,
    alt: &str,
    page: (usize, usize),
    style: &Style,
) -> Page {
    let (format, words) = (style.format, style.words);
    let (width, edge) = (format.width_mm(), format.edge_mm());
    let mut title = title;
    if page.1 > 1 {
        let text = words.say_with("figure-page", [("page", page.0.into()), ("pages", page.1.into())]);
        y += PAGE_NUMBER;
        let at = (width - edge, y - 0.8);
        canvas.draw(|ink| ink.text(&text, at, Anchor::End, SMALL, style.theme.muted));
        title = format!("{title}, {text}");
    }
    canvas.finish(width, format.height_for(y - edge), &title, alt, style)
}

/// A figure of rows: a head above the columns, rows, and a foot, on each page the same.
pub(crate) trait Rows {
    /// What a row is.
    type Item: Clone;

    /// How it looks.
    fn style(&self) -> &Style;
    /// The title for readers of screens.
    fn title(&self) -> String;
    /// Where rails end, in millimetres.
    fn right(&self) -> f64;
    /// The height of what stands above and below the rows, in millimetres.
    fn above_and_below(&self) -> (f64, f64);
    /// Draws what stands above the rows, which begin at `bottom`.
    fn draw_above(&self, canvas: &mut Canvas, bottom: f64);
    /// Draws what stands behind the rows of a page, if anything does.
    fn draw_behind(&self, _canvas: &mut Canvas, _runs: &[Range<f64>]) {}
    /// Draws a row around a middle.
    fn draw_row(&self, canvas: &mut Canvas, item: &Self::Item, name: &[String], middle: f64);
    /// Draws what stands below the rows, from `top`.
    fn draw_below(&self, canvas: &mut Canvas, top: f64);

    /// Cuts rows into pages.
    fn cut(&self, lines: &[Line<Self::Item>]) -> Vec<Vec<Line<Self::Item>>> {
        let (format, (above, below)) = (self.style().format, self.above_and_below());
        let room = format.max_height_mm() - 2.0 * format.edge_mm() - above - below - PAGE_NUMBER;
        pages(lines, room, self.style().words)
    }

    /// Draws one page; `page` is its number and how many there are.
    fn draw_page(&self, lines: &[Line<Self::Item>], alt: &str, ids: &mut Ids, page: (usize, usize)) -> Page {
        let style = self.style();
        let (edge, (above, below)) = (style.format.edge_mm(), self.above_and_below());
        let mut canvas = Canvas::new(ids);
        let top = edge + above;
        self.draw_above(&mut canvas, top);
        self.draw_behind(&mut canvas, &runs_of_rows(lines, top));
        let mut y = top;
        for line in lines {
            draw_heads_and_rails(&mut canvas, line, y, (edge, self.right()), style);
            if let Line::Row { item, name, height, .. } = line {
                self.draw_row(&mut canvas, item, name, y + height / 2.0);
            }
            y += line.height();
        }
        self.draw_below(&mut canvas, y);
        finish(canvas, y + below, self.title(), alt, page, style)
    }

    /// Draws all pages.
    fn draw(&self, lines: &[Line<Self::Item>], alt: &str, ids: &mut Ids) -> Vec<Page>
    where
        Self: Sized,
    {
        draw_parts(std::slice::from_ref(self), lines, alt, ids)
    }
}

/// Draws figures that share their rows and differ in their columns, part by part: for each all rows.
pub(crate) fn draw_parts<R: Rows>(
    parts: &[R],
    lines: &[Line<R::Item>],
    alt: &str,
    ids: &mut Ids,
) -> Vec<Page> {
    let Some(first) = parts.first() else { return Vec::new() };
    let format = first.style().format;
    let around = parts.iter().map(|part| part.above_and_below()).map(|(above, below)| above + below);
    let room = format.max_height_mm() - 2.0 * format.edge_mm() - around.fold(0.0, f64::max) - PAGE_NUMBER;
    let cut = pages(lines, room, first.style().words);
    let n = parts.len() * cut.len();
    let sheets = parts.iter().flat_map(|part| cut.iter().map(move |lines| (part, lines)));
    sheets.zip(1..).map(|((part, lines), number)| part.draw_page(lines, alt, ids, (number, n))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Language;

    fn row(item: usize) -> Line<usize> {
        Line::Row { item, name: vec!["x".into()], height: ROW, rail: false }
    }

    #[test]
    fn pages_repeat_heads_and_leave_none_at_the_foot() {
        let head = |text: &str| Line::Head(text.into());
        let level = |text: &str| Line::Level(text.into());
        let lines = vec![head("A"), level("a"), row(0), row(1), level("b"), row(2), head("B"), row(3)];
        let room = HEAD_HEIGHT + LEVEL_HEIGHT + 2.0 * ROW + 1.0;
        let expected = vec![
            vec![head("A"), level("a"), row(0), row(1)],
            vec![head("A (continued)"), level("b"), row(2)],
            vec![head("B"), row(3)],
        ];
        assert_eq!(pages(&lines, room, Words::new(Language::En)), expected);
    }

    #[test]
    fn a_row_higher_than_the_page_still_gets_a_page() {
        let pages = pages(&[row(0), row(1)], 1.0, Words::new(Language::En));
        assert_eq!(pages, [[row(0)], [row(1)]]);
    }

    #[test]
    fn rails_run_under_every_third_row_but_not_where_a_block_ends() {
        let lines: Vec<Line<usize>> =
            (0..7).map(row).chain([Line::Level("a".into())]).chain((7..10).map(row)).collect();
        let page = pages(&lines, 1000.0, Words::new(Language::En)).remove(0);
        let rails = page.iter().filter_map(|line| match line {
            Line::Row { item, rail: true, .. } => Some(*item),
            _ => None,
        });
        assert_eq!(rails.collect::<Vec<_>>(), [2, 5]);
    }
}
