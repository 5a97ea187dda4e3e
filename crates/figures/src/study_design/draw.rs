//! Ink of a design, page by page: a table with a column per phase, or where these would be narrow one phase below the other.

use super::cell::{Cell, GAP, LINE, TILE};
use super::say::Subject;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids};
use crate::figure::Page;
use crate::flow::fill;
use crate::glyphs::{Filling, Glyph};
use crate::legend::{Entry, Legend, Sample};
use crate::scale::AreaScale;
use crate::sheet::{self, PAGE_NUMBER};
use crate::text::{BODY, HEAD, SMALL, Type, name_or_id};
use draad_analysis::study_design::{MethodRow, ResearchPhase};

/// The part of the width that names may take.
const WIDEST_NAME: f64 = 0.2;
/// A column narrower than this has no room for people.
const LEAST_COLUMN: f64 = 30.0;
const BETWEEN: f64 = 3.0;
const BELOW_HEAD: f64 = 2.0;
/// Below each row.
const PAD: f64 = 2.5;
const ABOVE_LEGEND: f64 = 1.0;

/// Draws all pages.
pub(super) fn pages(subject: &Subject, alt: &str, ids: &mut Ids) -> Vec<Page> {
    let format = subject.style.format;
    let (edge, right) = (format.edge_mm(), format.width_mm() - format.edge_mm());
    let table = Table::new(subject, (edge, right));
    let items = if table.width >= LEAST_COLUMN { table.rows() } else { table.stacked() };
    let head = if table.width >= LEAST_COLUMN { table.head_height() } else { 0.0 };
    let legend = legend(subject, right - edge);
    let below = ABOVE_LEGEND + legend.height();
    let room = format.max_height_mm() - 2.0 * edge - head - below - PAGE_NUMBER;
    let cut = fill(&items.iter().map(|item| table.height(item)).collect::<Vec<_>>(), room);
    let n = cut.len();
    let words = subject.style.words;
    let mut page = |(number, part): (usize, std::ops::Range<usize>)| {
        let mut canvas = Canvas::new(ids);
        if head > 0.0 {
            table.draw_head(&mut canvas);
        }
        let mut y = edge + head;
        for item in &items[part] {
            table.draw(&mut canvas, item, y);
            y += table.height(item);
        }
        let at = (edge, y + ABOVE_LEGEND);
        legend.draw(&mut canvas, at, "design-legend", &words.say("figure-legend"), &subject.style.theme);
        let title = words.say("figure-study-design-title");
        sheet::finish(canvas, y + below, title, alt, (number + 1, n), subject.style)
    };
    cut.into_iter().enumerate().map(&mut page).collect()
}

/// Something that is not cut by the end of a page.
enum Item<'a> {
    /// A method, with a cell per phase.
    Row(&'a MethodRow),
    /// A phase, with its first method where it has one.
    Phase(&'a ResearchPhase, Option<(&'a MethodRow, usize)>),
    /// A further method of the phase above it.
    Method(&'a MethodRow, usize),
}

/// Where things stand; in millimetres.
struct Table<'a> {
    subject: &'a Subject<'a>,
    edge: f64,
    right: f64,
    /// Where the first column begins.
    left: f64,
    /// Width of a column.
    width: f64,
    names: f64,
}

impl<'a> Table<'a> {
    fn new(subject: &'a Subject<'a>, (edge, right): (f64, f64)) -> Self {
        let widest = (right - edge) * WIDEST_NAME;
        let rows = subject.design.methods.iter();
        let lines: Vec<String> = rows
            .flat_map(|row| BODY.wrap(&name_or_id(&subject.method_name(row), &row.name), widest, 3))
            .collect();
        let names = BODY.widest_mm(lines.iter().map(String::as_str));
        let left = edge + names + BETWEEN;
        let n = subject.design.phases.len() as f64;
        let width = (right - left - BETWEEN * (n - 1.0)) / n;
        Self { subject, edge, right, left, width, names: widest }
    }

    fn rows(&self) -> Vec<Item<'a>> {
        self.subject.design.methods.iter().map(Item::Row).collect()
    }

    /// Returns the phases one below the other, each with its methods.
    fn stacked(&self) -> Vec<Item<'a>> {
        let design = self.subject.design;
        let mut items = Vec::new();
        for (place, phase) in design.phases.iter().enumerate() {
            let mut used = design.methods.iter().filter(|row| row.cells[place].is_some());
            items.push(Item::Phase(phase, used.next().map(|row| (row, place))));
            items.extend(used.map(|row| Item::Method(row, place)));
        }
        items
    }

    fn x(&self, phase: usize) -> f64 {
        self.left + phase as f64 * (self.width + BETWEEN)
    }

    /// Returns the name and the question of a phase, in lines of this width.
    fn phase_lines(&self, phase: &ResearchPhase, width: f64) -> Vec<(String, Type)> {
        let name = HEAD.set(&name_or_id(&self.subject.phase_name(phase), phase.id.as_str()), width, 2);
        let question = SMALL.set(phase.question.get(self.subject.style.words.language), width, 8);
        let of = |lines: Vec<String>, kind| lines.into_iter().map(move |line| (line, kind));
        of(name, HEAD).chain(of(question, SMALL)).collect()
    }

    fn head_height(&self) -> f64 {
        let phases = self.subject.design.phases.iter();
        let most = phases.map(|phase| self.phase_lines(phase, self.width).len()).max().unwrap_or(0);
        most as f64 * (LINE + 0.2) + 2.0 * BELOW_HEAD
    }

    fn draw_lines(&self, canvas: &mut Canvas, lines: &[(String, Type)], (left, top): (f64, f64)) {
        let theme = &self.subject.style.theme;
        canvas.draw(|ink| {
            for (n, (line, kind)) in lines.iter().enumerate() {
                let colour = if *kind == SMALL { theme.muted } else { theme.ink };
                let baseline = top + n as f64 * (LINE + 0.2) + kind.em_mm() * 0.9;
                ink.text(line, (left, baseline), Anchor::Start, *kind, colour);
            }
        });
    }

    fn draw_head(&self, canvas: &mut Canvas) {
        let rule = self.edge + self.head_height() - BELOW_HEAD;
        for (place, phase) in self.subject.design.phases.iter().enumerate() {
            let x = self.x(place);
            self.draw_lines(canvas, &self.phase_lines(phase, self.width), (x, self.edge));
            let colour = self.subject.style.theme.rule;
            canvas.draw(|ink| ink.line((x, rule), (x + self.width, rule), 2.0 * HAIRLINE, colour));
        }
    }

    fn name_lines(&self, row: &MethodRow, width: f64) -> Vec<String> {
        BODY.wrap(&name_or_id(&self.subject.method_name(row), &row.name), width, 3)
    }

    /// Returns the width of the text of a method where phases stand one below the other.
    fn beside_tile(&self) -> f64 {
        self.right - self.edge - TILE - 4.0
    }

    fn height(&self, item: &Item) -> f64 {
        let name_line = BODY.line_mm();
        match item {
            Item::Row(row) => {
                let cells =
                    (0..row.cells.len()).filter_map(|at| Cell::new(self.subject, row, at, self.width));
                let (side, text) = cells.fold((0.0_f64, 0.0_f64), |(side, text), cell| {
                    (side.max(cell.side()), text.max(cell.text_height()))
                });
                let name = self.name_lines(row, self.names).len() as f64 * name_line;
                (side.max(3.2) + GAP + text).max(name) + PAD
            }
            Item::Method(row, phase) => {
                let Some(cell) = Cell::new(self.subject, row, *phase, self.beside_tile()) else { return 0.0 };
                let name = self.name_lines(row, self.beside_tile()).len() as f64 * name_line;
                (name + cell.text_height() + 0.6).max(cell.side()) + PAD
            }
            Item::Phase(phase, first) => {
                let lines = self.phase_lines(phase, self.right - self.edge).len() as f64 * (LINE + 0.2);
                let first = first.map_or(0.0, |(row, place)| self.height(&Item::Method(row, place)));
                PAD + lines + 2.0 * BELOW_HEAD + first
            }
        }
    }

    fn draw(&self, canvas: &mut Canvas, item: &Item, top: f64) {
        match item {
            Item::Row(row) => self.draw_row(canvas, row, top),
            Item::Method(row, phase) => self.draw_method(canvas, row, *phase, top),
            Item::Phase(phase, first) => {
                let top = top + PAD;
                let lines = self.phase_lines(phase, self.right - self.edge);
                self.draw_lines(canvas, &lines, (self.edge, top));
                let rule = top + lines.len() as f64 * (LINE + 0.2) + BELOW_HEAD * 0.4;
                let colour = self.subject.style.theme.rule;
                canvas.draw(|ink| ink.line((self.edge, rule), (self.right, rule), 2.0 * HAIRLINE, colour));
                if let Some((row, place)) = first {
                    self.draw_method(canvas, row, *place, rule + 1.6 * BELOW_HEAD);
                }
            }
        }
    }

    fn draw_name(&self, canvas: &mut Canvas, lines: &[String], (left, top): (f64, f64)) {
        canvas.draw(|ink| {
            for (n, line) in lines.iter().enumerate() {
                let baseline = top + n as f64 * BODY.line_mm() + BODY.em_mm() * 0.85;
                ink.text(line, (left, baseline), Anchor::Start, BODY, self.subject.style.theme.ink);
            }
        });
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &MethodRow, top: f64) {
        self.draw_name(canvas, &self.name_lines(row, self.names), (self.edge, top));
        let cells =
            (0..row.cells.len()).filter_map(|at| Some((at, Cell::new(self.subject, row, at, self.width)?)));
        let cells: Vec<(usize, Cell)> = cells.collect();
        let foot = top + cells.iter().map(|(_, cell)| cell.side()).fold(3.2, f64::max);
        for (place, cell) in cells {
            let x = self.x(place);
            cell.draw(canvas, self.subject, (x, foot), (x, foot + GAP));
        }
        let end = top + self.height(&Item::Row(row)) - PAD / 2.0;
        let colour = self.subject.style.theme.rail;
        canvas.draw(|ink| ink.line((self.edge, end), (self.right, end), HAIRLINE, colour));
    }

    fn draw_method(&self, canvas: &mut Canvas, row: &MethodRow, phase: usize, top: f64) {
        let Some(cell) = Cell::new(self.subject, row, phase, self.beside_tile()) else { return };
        let x = self.edge + TILE + 4.0;
        let lines = self.name_lines(row, self.beside_tile());
        self.draw_name(canvas, &lines, (x, top));
        let text = top + lines.len() as f64 * BODY.line_mm() + 0.4;
        cell.draw(canvas, self.subject, (self.edge, top + cell.side()), (x, text));
    }
}

/// Says what a tile is.
fn legend(subject: &Subject, width: f64) -> Legend {
    let words = subject.style.words;
    let mut entries = vec![Entry { sample: Sample::Words, text: words.say("figure-study-design-legend") }];
    let is_open =
        |row: &MethodRow| (0..row.cells.len()).any(|at| row.cells[at].is_some() && row.total(at).is_none());
    if subject.design.methods.iter().any(is_open) {
        let sample = Sample::Glyph(Glyph::Square, Filling::Hollow, None);
        entries.push(Entry { sample, text: words.say("figure-study-design-legend-open") });
    }
    Legend::new(vec![entries], AreaScale { unit_mm: 1.0, cap: 1, max: 1 }, width)
}
