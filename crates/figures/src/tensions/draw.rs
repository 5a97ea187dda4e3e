//! Ink of the tensions, page by page.

use super::Subject;
use super::panel::{BETWEEN, GAPS, Grid, ID_GAP, LevelNames, Panel, QUOTE_INDENT, STEP, level_names, room};
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink, Tag};
use crate::figure::Page;
use crate::marks::{Shape, draw_absence, draw_shape};
use crate::sheet;
use crate::text::{HEAD, SMALL};
use draad_analysis::CellState;
use draad_analysis::tensions::Flip;

/// Radius of a mark.
const MARK: f64 = 0.75;
/// How far a mark stands from the zero rail of its case.
const OFF: f64 = 1.05;

/// A mark and its place.
type Stop = (Shape, (f64, f64));

/// Where things stand in one panel.
struct Frame<'a> {
    panel: &'a Panel<'a>,
    left: f64,
    /// Where the cases begin, from above.
    top: f64,
    /// Where each value stands.
    xs: Vec<(usize, f64)>,
}

/// Draws all pages: as many rows of panels on each as there is room for.
pub(super) fn pages(subject: &Subject, panels: &[Panel], alt: &str, ids: &mut Ids) -> Vec<Page> {
    let format = subject.style.format;
    let edge = format.edge_mm();
    let grid = Grid::new(format.width_mm() - 2.0 * edge);
    let ids_width = ids_width(subject, panels);
    let names = level_names(subject, grid.width - ids_width);
    let rows: Vec<&[Panel]> = panels.chunks(grid.across).collect();
    let height = |row: &[Panel]| row.iter().map(|panel| panel.height(names.n_lines())).fold(0.0, f64::max);
    let cut = cut(&rows.iter().map(|row| height(row)).collect::<Vec<_>>(), room(subject));
    let n = cut.len();
    let mut page = |(number, part): (usize, std::ops::Range<usize>)| {
        let mut canvas = Canvas::new(ids);
        let mut y = edge;
        for row in &rows[part] {
            for (column, panel) in row.iter().enumerate() {
                let left = edge + column as f64 * (grid.width + BETWEEN.0);
                Frame::new(panel, (left, y), grid.width, ids_width, &names).draw(
                    &mut canvas,
                    subject,
                    &names,
                );
            }
            y += height(row) + BETWEEN.1;
        }
        draw_legend(&mut canvas, subject, &names, y);
        let title = subject.style.words.say("figure-tensions-title");
        sheet::finish(canvas, y + names.legend_height(), title, alt, (number + 1, n), subject.style)
    };
    cut.into_iter().enumerate().map(&mut page).collect()
}

/// Cuts rows of these heights into pages.
fn cut(heights: &[f64], room: f64) -> Vec<std::ops::Range<usize>> {
    let mut pages: Vec<std::ops::Range<usize>> = Vec::new();
    let mut used = 0.0;
    for (row, height) in heights.iter().enumerate() {
        match pages.last_mut() {
            Some(page) if used + height + BETWEEN.1 <= room => page.end = row + 1,
            _ => {
                pages.push(row..row + 1);
                used = 0.0;
            }
        }
        used += height + BETWEEN.1;
    }
    pages
}

fn ids_width(subject: &Subject, panels: &[Panel]) -> f64 {
    let ids =
        panels.iter().flat_map(|panel| &panel.flips).map(|flip| subject.tensions.cases[flip.case].as_str());
    SMALL.widest_mm(ids) + ID_GAP
}

/// Says what circles, diamonds and numbers are.
fn draw_legend(canvas: &mut Canvas, subject: &Subject, names: &LevelNames, y: f64) {
    let (words, theme) = (subject.style.words, &subject.style.theme);
    let edge = subject.style.format.edge_mm();
    let middle = y + 1.2;
    let baseline = middle + SMALL.baseline_below_middle();
    canvas.draw(|ink| {
        let mut x = edge;
        for (shape, key) in [(Shape::Circle, "state-promoting"), (Shape::Diamond, "state-hindering")] {
            let text = words.say(key);
            draw_shape(ink, shape, (x + MARK, middle), MARK, theme);
            ink.text(&text, (x + 2.0 * MARK + 1.0, baseline), Anchor::Start, SMALL, theme.ink);
            x += 2.0 * MARK + 1.0 + SMALL.width_mm(&text) + 4.0;
        }
        let absence = words.say("state-not-found");
        draw_absence(ink, (x + 0.3, middle), theme);
        ink.text(&absence, (x + 1.6, baseline), Anchor::Start, SMALL, theme.ink);
        for (n, line) in names.key.iter().enumerate() {
            let below = baseline + (n + 1) as f64 * SMALL.line_mm();
            ink.text(line, (edge, below), Anchor::Start, SMALL, theme.muted);
        }
    });
}

impl<'a> Frame<'a> {
    fn new(
        panel: &'a Panel<'a>,
        (left, top): (f64, f64),
        width: f64,
        ids_width: f64,
        names: &LevelNames,
    ) -> Self {
        let from = left + ids_width;
        let step = (left + width - from) / names.names.len().max(1) as f64;
        let xs = names.names.iter().enumerate().map(|(n, (at, _))| (*at, from + (n as f64 + 0.5) * step));
        Self { panel, left, top: top + panel.head_height(), xs: xs.collect() }
    }

    /// Returns where the names of the values begin, from above.
    fn below(&self) -> f64 {
        self.top + self.panel.cases_height() + GAPS[1]
    }

    fn draw(&self, canvas: &mut Canvas, subject: &Subject, names: &LevelNames) {
        let id = &self.panel.tension.id;
        let tag = Tag {
            id: format!("tension-{id}"),
            class: "tension".into(),
            title: format!("{}: {}", subject.factor_name(self.panel.tension), self.panel.subtitle),
            data: vec![("data-factor", id.to_string())],
        };
        canvas.group(&tag, |ink| {
            self.draw_head(ink, subject);
            self.draw_names(ink, subject, names);
            self.draw_quotes(ink, subject, names.n_lines());
        });
        for (line, flip) in self.panel.flips.iter().enumerate() {
            self.draw_case(canvas, subject, line, flip);
        }
    }

    fn draw_head(&self, ink: &mut Ink, subject: &Subject) {
        let theme = &subject.style.theme;
        let top = self.top - self.panel.head_height();
        for (n, line) in self.panel.title.iter().enumerate() {
            let baseline = top + HEAD.em_mm() * 0.85 + n as f64 * HEAD.line_mm();
            ink.text(line, (self.left, baseline), Anchor::Start, HEAD, theme.ink);
        }
        let baseline = top + self.panel.title.len() as f64 * HEAD.line_mm() + SMALL.em_mm() * 0.85;
        ink.text(&self.panel.subtitle, (self.left, baseline), Anchor::Start, SMALL, theme.muted);
    }

    fn draw_names(&self, ink: &mut Ink, subject: &Subject, names: &LevelNames) {
        let top = self.below();
        for ((_, lines), (_, x)) in names.names.iter().zip(&self.xs) {
            for (n, line) in lines.iter().enumerate() {
                let baseline = top + SMALL.em_mm() * 0.85 + n as f64 * SMALL.line_mm();
                ink.text(line, (*x, baseline), Anchor::Middle, SMALL, subject.style.theme.muted);
            }
        }
    }

    fn draw_quotes(&self, ink: &mut Ink, subject: &Subject, n_lines: usize) {
        let theme = &subject.style.theme;
        let names = n_lines as f64 * SMALL.line_mm();
        let mut y = self.below() + names + GAPS[2];
        for (quote, shape) in self.panel.quotes.iter().zip([Shape::Circle, Shape::Diamond]) {
            for (n, line) in quote.iter().enumerate() {
                let baseline = y + SMALL.em_mm() * 0.85;
                if n == 0 {
                    let middle = baseline - SMALL.baseline_below_middle();
                    draw_shape(ink, shape, (self.left + MARK, middle), MARK, theme);
                }
                ink.text(line, (self.left + QUOTE_INDENT, baseline), Anchor::Start, SMALL, theme.ink);
                y += SMALL.line_mm();
            }
            y += 0.5;
        }
    }

    /// Draws a case: its zero rail, and a line through its marks above and below that.
    fn draw_case(&self, canvas: &mut Canvas, subject: &Subject, line: usize, flip: &Flip) {
        let theme = &subject.style.theme;
        let case = &subject.tensions.cases[flip.case];
        let zero = self.top + (line as f64 + 0.5) * STEP;
        let stops = self.stops(zero, flip);
        let tag = Tag {
            id: format!("flip-{}-{case}", self.panel.tension.id),
            class: "flip".into(),
            title: self.title(subject, flip),
            data: vec![("data-factor", self.panel.tension.id.to_string()), ("data-case", case.to_string())],
        };
        canvas.group(&tag, |ink| {
            let baseline = zero + SMALL.baseline_below_middle();
            ink.text(case.as_str(), (self.left, baseline), Anchor::Start, SMALL, theme.ink);
            if let (Some((_, first)), Some((_, last))) = (self.xs.first(), self.xs.last()) {
                ink.line((first - 2.0, zero), (last + 2.0, zero), HAIRLINE, theme.rail);
            }
            for pair in stops.windows(2) {
                for (from, to) in joins(&pair[0], &pair[1]) {
                    ink.line(from, to, HAIRLINE * 1.5, theme.rule);
                }
            }
            for &(shape, place) in stops.iter().flatten() {
                draw_shape(ink, shape, place, MARK, theme);
            }
            for (_, x) in self.xs.iter().filter(|(level, _)| flip.states[*level] == CellState::NotFound) {
                draw_absence(ink, (*x, zero), theme);
            }
        });
    }

    /// Returns the marks of a case, value by value; values without a direction have none.
    fn stops(&self, zero: f64, flip: &Flip) -> Vec<Vec<Stop>> {
        let at = |&(level, x): &(usize, f64)| {
            let (promotes, hinders) = flip.states[level].directions();
            let above = promotes.then_some((Shape::Circle, (x, zero - OFF)));
            let below = hinders.then_some((Shape::Diamond, (x, zero + OFF)));
            above.into_iter().chain(below).collect::<Vec<Stop>>()
        };
        self.xs.iter().map(at).filter(|marks| !marks.is_empty()).collect()
    }

    /// "p03: installation promoting, evaluation hindering"
    fn title(&self, subject: &Subject, flip: &Flip) -> String {
        let says = |(at, name): (usize, String)| {
            let state = subject.style.words.say(&format!("state-{}", <&str>::from(flip.states[at])));
            format!("{name} {state}")
        };
        let says: Vec<String> = subject.levels().into_iter().map(says).collect();
        format!("{}: {}", subject.tensions.cases[flip.case], says.join(", "))
    }
}

/// Returns the lines between the marks of one value and those of the next: on the same side of the rail where both have a
/// mark there, else across.
fn joins(from: &[Stop], to: &[Stop]) -> Vec<((f64, f64), (f64, f64))> {
    let pairs = from.iter().flat_map(|one| to.iter().map(move |other| (one, other)));
    let (along, across): (Vec<_>, Vec<_>) = pairs.partition(|(one, other)| one.0 == other.0);
    let chosen = if along.is_empty() { across } else { along };
    chosen.into_iter().map(|(one, other)| (one.1, other.1)).collect()
}
