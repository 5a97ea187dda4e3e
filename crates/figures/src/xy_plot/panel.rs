//! A panel: one combination beside the outcome.

use super::{fit, origin};
use crate::beside::{Area, Found, Wanted, place};
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ink, Tag};
use crate::qca::cases::marked_ids;
use crate::scale::AreaScale;
use crate::style::Style;
use crate::text::{HEAD, SMALL};
use draad_analysis::qca::{Analysed, Qca, Relation, Zone};
use draad_words::capitalised;

/// Left of the axes: their numbers.
pub(super) const LEFT: f64 = 6.4;
/// Lines of a formula, of how it fits, and of the cases that do not.
const MOST_LINES: [usize; 3] = [3, 2, 3];
/// Height of the name of an axis, and of the numbers below one.
const AXIS_NAME: f64 = 3.6;
const NUMBERS: f64 = 3.6;
const BELOW_HEAD: f64 = 0.8;
/// Between the edge of the axes and the largest mark at their ends.
const CLEAR: f64 = 0.9;
/// Ids beside a point: how wide they run, on how many lines, and how far away they may stand.
const IDS: f64 = 24.0;
const ID_LINES: usize = 4;
const FARTHEST: f64 = 24.0;
const DIAGONAL: f64 = 0.2;
/// Radius of a single case, and the number of cases from which marks grow no further.
pub(super) const SCALE: AreaScale = AreaScale { unit_mm: 0.95, cap: 20, max: 20 };
/// What two memberships may differ by and still be drawn as one point.
const SAME: f64 = 1e-6;

/// Cases at one point.
struct Point {
    cases: Vec<usize>,
    at: (f64, f64),
    zone: Zone,
}

/// A combination with everything that is decided before it is drawn.
pub(super) struct Panel<'a> {
    qca: &'a Qca,
    analysed: &'a Analysed,
    relation: &'a Relation,
    style: &'a Style,
    /// Width of all of it, and the side of its axes.
    width: f64,
    side: f64,
    head: Vec<String>,
    outcome: String,
    foot: Vec<String>,
    points: Vec<Point>,
    /// Room around the ends of the axes for the largest mark.
    pad: f64,
    labels: Vec<(Vec<String>, Option<Found>)>,
}

impl<'a> Panel<'a> {
    pub(super) fn new(
        qca: &'a Qca,
        analysed: &'a Analysed,
        relation: &'a Relation,
        (outcome, width, side): (&str, f64, f64),
        style: &'a Style,
    ) -> Self {
        let points = points(analysed, relation);
        let most = points.iter().map(|point| point.cases.len()).max().unwrap_or(1);
        let mut panel = Self {
            qca,
            analysed,
            relation,
            style,
            width,
            side,
            head: formula_lines(&relation.formula, width),
            outcome: SMALL.set(outcome, width, 1).join(""),
            foot: Vec::new(),
            points,
            pad: SCALE.radius_mm(most) + CLEAR,
            labels: Vec::new(),
        };
        panel.foot = panel.foot();
        panel.labels = panel.labels();
        panel
    }

    /// Returns the height above the axes.
    pub(super) fn above(&self) -> f64 {
        SMALL.line_mm() + self.head.len() as f64 * HEAD.line_mm() + BELOW_HEAD + AXIS_NAME
    }

    /// Returns the height of the axes and of what stands below them.
    pub(super) fn below(&self) -> f64 {
        self.side + NUMBERS + AXIS_NAME + self.foot.len() as f64 * SMALL.line_mm()
    }

    /// Returns what stands around the axes at most, which a page must have room for.
    pub(super) fn most_around() -> f64 {
        let [formula, fit, misfits] = MOST_LINES.map(|lines| lines as f64);
        formula * HEAD.line_mm()
            + (1.0 + fit + 2.0 * misfits) * SMALL.line_mm()
            + BELOW_HEAD
            + 2.0 * AXIS_NAME
            + NUMBERS
    }

    /// How it fits, and which cases do not.
    fn foot(&self) -> Vec<String> {
        let words = self.style.words;
        let mut foot = SMALL.set(&capitalised(&fit(self.relation, words)), self.width, MOST_LINES[1]);
        for (zone, key) in [(Zone::Deviant, "figure-xy-deviant"), (Zone::Uncovered, "figure-xy-uncovered")] {
            let cases = self.relation.cases_in(self.analysed, zone);
            if !cases.is_empty() {
                let ids = self.qca.ids(&cases).join(", ");
                let text = words.say_with(key, [("cases", ids.into())]);
                foot.extend(SMALL.set(&text, self.width, MOST_LINES[2]));
            }
        }
        foot
    }

    /// Returns where memberships stand, from the upper left corner of the axes.
    fn place(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let reach = self.side - 2.0 * self.pad;
        (self.pad + x * reach, self.pad + (1.0 - y) * reach)
    }

    /// Finds places for the ids: those of cases that do not fit first, then short ones before long ones.
    fn labels(&self) -> Vec<(Vec<String>, Option<Found>)> {
        let area = Area { left: 0.3, top: 0.0, right: self.side, bottom: self.side - 0.3 };
        let spots: Vec<(f64, f64)> = self.points.iter().map(|point| self.place(point.at)).collect();
        let radius = |point: &Point| SCALE.radius_mm(point.cases.len());
        let marks: Vec<Area> =
            self.points.iter().zip(&spots).map(|(point, &at)| Area::around(at, radius(point))).collect();
        let texts: Vec<Vec<String>> = self.points.iter().map(|point| self.label(point)).collect();
        let mut order: Vec<usize> = (0..self.points.len()).collect();
        let is_misfit = |at: usize| matches!(self.points[at].zone, Zone::Deviant | Zone::Uncovered);
        order.sort_by_key(|&at| (!is_misfit(at), self.points[at].cases.len()));
        let wanted = |&at: &usize| Wanted {
            point: spots[at],
            radius: radius(&self.points[at]),
            size: (
                SMALL.widest_mm(texts[at].iter().map(String::as_str)),
                SMALL.em_mm() + (texts[at].len() - 1) as f64 * SMALL.line_mm(),
            ),
            most: FARTHEST,
        };
        let wanted: Vec<Wanted> = order.iter().map(wanted).collect();
        let found = place(&wanted, &marks, &area);
        let mut labels: Vec<(Vec<String>, Option<Found>)> =
            texts.into_iter().map(|text| (text, None)).collect();
        order.into_iter().zip(found).for_each(|(at, found)| labels[at].1 = found);
        labels
    }

    /// Returns the ids at a point, after their number where there are several; only that where they are too many.
    fn label(&self, point: &Point) -> Vec<String> {
        let ids = self.qca.ids(&point.cases).join(", ");
        let n = point.cases.len();
        let text = if n > 1 { format!("{n}: {ids}") } else { ids };
        let lines = SMALL.set(&text, IDS.min(self.side / 2.0), ID_LINES + 1);
        match lines.len() <= ID_LINES && lines.iter().all(|line| !line.ends_with('-')) {
            true => lines,
            false => SMALL.set(&self.style.words.say_with("n-cases", [("n", n.into())]), self.side, 1),
        }
    }

    /// Returns the ids that stand nowhere.
    pub(super) fn nameless(&self) -> Vec<String> {
        let points = self.points.iter().zip(&self.labels);
        let is_nameless = |(point, (text, found)): &(&Point, &(Vec<String>, Option<Found>))| {
            found.is_none() || !text.iter().any(|line| line.contains(self.qca.ids(&point.cases)[0]))
        };
        let cases = points.filter(is_nameless).flat_map(|(point, _)| self.qca.ids(&point.cases));
        cases.map(str::to_owned).collect()
    }

    /// Draws the panel with the upper left corner of its axes at this height; `place` is its number.
    pub(super) fn draw(&self, canvas: &mut Canvas, (left, top): (f64, f64), place: usize) {
        let axes = (left + LEFT, top);
        canvas.draw(|ink| {
            self.draw_head(ink, (left, top - self.above()));
            self.draw_axes(ink, axes);
            self.draw_foot(ink, (left, axes.1 + self.side + NUMBERS + AXIS_NAME));
            self.draw_lines(ink, axes);
        });
        for (point, label) in self.points.iter().zip(&self.labels) {
            self.draw_point(canvas, point, label, axes, place);
        }
    }

    fn draw_head(&self, ink: &mut Ink, (left, top): (f64, f64)) {
        let theme = &self.style.theme;
        let origin = SMALL.set(&capitalised(&origin(self.relation, self.style.words)), self.width, 1);
        let mut y = top + SMALL.em_mm();
        ink.text(&origin.join(""), (left, y), Anchor::Start, SMALL, theme.muted);
        for line in &self.head {
            y += HEAD.line_mm();
            ink.text(line, (left, y), Anchor::Start, HEAD, theme.ink);
        }
        y += BELOW_HEAD + AXIS_NAME - 0.4;
        ink.text(&self.outcome, (left, y), Anchor::Start, SMALL, theme.muted);
    }

    /// Draws the triangle in which x is at most y, the halves, the diagonal and the axes.
    fn draw_axes(&self, ink: &mut Ink, (left, top): (f64, f64)) {
        let (theme, words) = (&self.style.theme, self.style.words);
        let at = |x: f64, y: f64| {
            let (dx, dy) = self.place((x, y));
            (left + dx, top + dy)
        };
        let (right, bottom) = (left + self.side, top + self.side);
        ink.polygon(&[at(0.0, 0.0), at(0.0, 1.0), at(1.0, 1.0)], theme.band);
        let (middle_x, middle_y) = at(0.5, 0.5);
        ink.line((left, middle_y), (right, middle_y), HAIRLINE, theme.rail);
        ink.line((middle_x, top), (middle_x, bottom), HAIRLINE, theme.rail);
        ink.line(at(0.0, 0.0), at(1.0, 1.0), DIAGONAL, theme.rule);
        ink.line((left, top), (left, bottom), HAIRLINE, theme.rule);
        ink.line((left, bottom), (right, bottom), HAIRLINE, theme.rule);
        for (share, decimals) in [(0.0, 0), (0.5, 1), (1.0, 0)] {
            let (text, (x, y)) = (words.number(share, decimals), at(share, share));
            ink.text(&text, (x, bottom + NUMBERS - 0.6), Anchor::Middle, SMALL, theme.muted);
            let baseline = y + SMALL.baseline_below_middle();
            ink.text(&text, (left - 0.9, baseline), Anchor::End, SMALL, theme.muted);
        }
        let name = SMALL.set(&words.say("figure-xy-axis"), self.width, 1).join("");
        let at = (right, bottom + NUMBERS + AXIS_NAME - 1.0);
        ink.text(&name, at, Anchor::End, SMALL, theme.muted);
    }

    fn draw_foot(&self, ink: &mut Ink, (left, top): (f64, f64)) {
        for (line, n) in self.foot.iter().zip(1..) {
            let y = top + f64::from(n) * SMALL.line_mm() - 0.4;
            ink.text(line, (left, y), Anchor::Start, SMALL, self.style.theme.ink);
        }
    }

    /// Draws the lines from points to ids that stand further away.
    fn draw_lines(&self, ink: &mut Ink, (left, top): (f64, f64)) {
        for (point, (_, found)) in self.points.iter().zip(&self.labels) {
            if let Some((x, y)) = found.and_then(|found| found.line_to) {
                let (from_x, from_y) = self.place(point.at);
                let ends = ((left + from_x, top + from_y), (left + x, top + y));
                ink.line(ends.0, ends.1, HAIRLINE, self.style.theme.rule);
            }
        }
    }

    fn draw_point(
        &self,
        canvas: &mut Canvas,
        point: &Point,
        (text, found): &(Vec<String>, Option<Found>),
        (left, top): (f64, f64),
        place: usize,
    ) {
        let theme = &self.style.theme;
        let (x, y) = self.place(point.at);
        let ids = self.qca.ids(&point.cases);
        let tag = Tag {
            id: format!("xy-{place}-{}", ids.join("-")),
            class: format!("point {}", <&str>::from(point.zone)),
            title: self.title(point),
            data: vec![("data-cases", ids.join(" ")), ("data-panel", place.to_string())],
        };
        canvas.group(&tag, |ink| {
            ink.circle((left + x, top + y), SCALE.radius_mm(point.cases.len()), theme.ink);
            let Some(found) = found else { return };
            let first = top + found.area.top + SMALL.em_mm() * 0.86;
            for (n, line) in text.iter().enumerate() {
                let at = (left + found.area.left, first + n as f64 * SMALL.line_mm());
                ink.text(line, at, Anchor::Start, SMALL, theme.ink);
            }
        });
    }

    /// "p01, p02: in de combinatie 0,82, in de uitkomst 1"
    fn title(&self, point: &Point) -> String {
        let words = self.style.words;
        let number = |value: f64| words.number(value, if value.fract() == 0.0 { 0 } else { 2 });
        let args = [
            ("cases", marked_ids(self.qca, self.analysed, &point.cases).join(", ").into()),
            ("formula", self.relation.formula.clone().into()),
            ("x", number(point.at.0).into()),
            ("y", number(point.at.1).into()),
        ];
        words.say_with("figure-xy-point", args)
    }
}

/// Puts cases with the same two memberships together, in the order of their first.
fn points(analysed: &Analysed, relation: &Relation) -> Vec<Point> {
    let mut points: Vec<Point> = Vec::new();
    for (case, &x) in relation.memberships.iter().enumerate() {
        let at = (x, analysed.data.outcome()[case]);
        let is_same =
            |point: &&mut Point| (point.at.0 - at.0).abs() < SAME && (point.at.1 - at.1).abs() < SAME;
        match points.iter_mut().find(is_same) {
            Some(point) => point.cases.push(case),
            None => points.push(Point { cases: vec![case], at, zone: relation.zone(analysed, case) }),
        }
    }
    points
}

/// Breaks a formula before a term, or else after `*`; what is left over becomes an ellipsis.
fn formula_lines(formula: &str, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    let fits = |line: &str| HEAD.width_mm(line.trim_end()) <= width;
    for term in formula.split_inclusive(" + ") {
        let pieces: Vec<&str> = if fits(term) { vec![term] } else { term.split_inclusive('*').collect() };
        for piece in pieces {
            let last = lines.len() - 1;
            let longer = format!("{}{piece}", lines[last]);
            match lines[last].is_empty() || fits(&longer) {
                true => lines[last] = longer,
                false => lines.push(piece.to_owned()),
            }
        }
    }
    // a name wider than the panel is broken as words are
    let broken = lines.iter().flat_map(|line| HEAD.set(line, width, MOST_LINES[0] + 1));
    let mut lines: Vec<String> = broken.collect();
    if lines.len() > MOST_LINES[0] {
        lines.truncate(MOST_LINES[0]);
        let last = lines.len() - 1;
        while HEAD.width_mm(&format!("{}…", lines[last])) > width && lines[last].pop().is_some() {}
        lines[last].push('…');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_break_after_their_signs() {
        let formula = "HERSTEL*VERTROUWEN_STERK*~STRIJD + VRIJWILLIG";
        assert_eq!(formula_lines(formula, 200.0), [formula]);
        let lines = formula_lines(formula, 42.0);
        assert!(lines.len() > 1 && lines.iter().all(|line| HEAD.width_mm(line) <= 42.0), "{lines:?}");
        assert!(lines[0].ends_with('*'), "{lines:?}");
        let most = formula_lines(&format!("{formula} + {formula} + {formula}"), 42.0);
        assert!(most.len() == MOST_LINES[0] && most[2].ends_with('…'), "{most:?}");
    }
}
