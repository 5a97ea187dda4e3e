//! One panel: a case, with its lines over years since it began.

use super::Subject;
use crate::answers::{self, scale};
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ink, Tag};
use crate::glyphs::{Filling, Glyph, draw_glyph};
use crate::text::{HEAD, SMALL};
use crate::ticks::round_step;
use draad_analysis::case_timeline::days_between;
use draad_analysis::periods::Period;
use draad_analysis::score_lines::{CaseLines, InstrumentLines, RoleLine};
use jiff::civil::Date;

/// Height of what the lines stand in.
const PLOT: f64 = 20.0;
const TITLE: f64 = 4.6;
const AXIS: f64 = 4.4;
/// Height of a panel.
pub(super) const HEIGHT: f64 = TITLE + PLOT + AXIS;
/// Between the numbers of the scale and the lines.
const SCALE_GAP: f64 = 1.0;
/// What stays free at both ends of the axis, for half a glyph.
const PAD: f64 = 1.3;
/// Days in a year, on average.
const YEAR: f64 = 365.25;
/// Least distance between two years.
const APART: f64 = 6.0;

/// What all panels share.
pub(super) struct Shared<'a> {
    pub(super) subject: &'a Subject<'a>,
    /// Width of a panel.
    pub(super) width: f64,
    /// The longest case, in days.
    pub(super) days: f64,
    /// Whether the questionnaire is named.
    pub(super) names_instrument: bool,
}

/// Where things stand in one panel.
pub(super) struct Panel<'a> {
    pub(super) shared: &'a Shared<'a>,
    pub(super) instrument: &'a InstrumentLines,
    pub(super) case: &'a CaseLines,
    pub(super) left: f64,
    pub(super) top: f64,
}

/// Returns the days from the beginning of a case to its last answer or the last bound of its periods.
pub(super) fn length(case: &CaseLines) -> f64 {
    let Some(first) = case.first_day() else { return 0.0 };
    let bounds = case.periods.iter().flat_map(|period| [period.start, period.end]).flatten();
    let days = bounds.chain(case.days().map(|day| day.date));
    days.map(|day| f64::from(days_between(first, day))).fold(0.0, f64::max)
}

/// Returns the glyph of the role at a place: filled and hollow in turn, so that neighbours differ twice.
pub(super) fn glyph(place: usize) -> (Glyph, Filling) {
    let filling = if place.is_multiple_of(2) { Filling::Filled } else { Filling::Hollow };
    (Glyph::at(place), filling)
}

impl Panel<'_> {
    /// Returns where the axis of time begins and ends.
    fn axis(&self) -> (f64, f64) {
        let words = self.shared.subject.style.words;
        let of = |one: &InstrumentLines| [scale(one).0, scale(one).1].map(|value| words.number(value, 0));
        let numbers: Vec<String> = self.shared.subject.scores.instruments.iter().flat_map(of).collect();
        let widest = SMALL.widest_mm(numbers.iter().map(String::as_str));
        (self.left + widest + SCALE_GAP, self.left + self.shared.width)
    }

    fn x(&self, day: Date) -> f64 {
        let (left, right) = self.axis();
        let since = self.case.first_day().map_or(0, |first| days_between(first, day));
        left + PAD + (right - left - 2.0 * PAD) * f64::from(since.max(0)) / self.shared.days.max(1.0)
    }

    fn y(&self, mean: f64) -> f64 {
        let (least, greatest) = scale(self.instrument);
        let room = PLOT - 2.0 * PAD;
        self.top + TITLE + PAD + room * (greatest - mean) / (greatest - least)
    }

    pub(super) fn draw(&self, canvas: &mut Canvas) {
        canvas.draw(|ink| {
            self.draw_bands(ink);
            self.draw_frame(ink);
        });
        let roles = self.shared.subject.roles();
        for line in &self.case.lines {
            let place = roles.iter().position(|(role, _)| *role == line.role.as_ref()).unwrap_or_default();
            self.draw_line(canvas, line, place);
        }
    }

    fn draw_bands(&self, ink: &mut Ink) {
        let (left, right) = self.axis();
        let span = |period: &Period| {
            let start = period.start.map_or(left, |day| self.x(day));
            (start, period.end.map_or(right, |day| self.x(day)))
        };
        for period in self.case.periods.iter().skip(1).step_by(2) {
            let (start, end) = span(period);
            ink.rect((start, self.top + TITLE), (end - start, PLOT), self.shared.subject.style.theme.band);
        }
    }

    fn draw_frame(&self, ink: &mut Ink) {
        let style = self.shared.subject.style;
        let (words, theme) = (style.words, &style.theme);
        let (left, right) = self.axis();
        let title = match self.shared.names_instrument {
            true => format!("{}, {}", self.case.id, self.instrument.name),
            false => self.case.id.to_string(),
        };
        for line in HEAD.set(&title, self.shared.width, 1) {
            ink.text(&line, (self.left, self.top + HEAD.em_mm() * 0.85), Anchor::Start, HEAD, theme.ink);
        }
        for value in [scale(self.instrument).0, scale(self.instrument).1] {
            let y = self.y(value);
            ink.line((left, y), (right, y), HAIRLINE, theme.rail);
            let at = (left - SCALE_GAP, y + SMALL.baseline_below_middle());
            ink.text(&words.number(value, 0), at, Anchor::End, SMALL, theme.muted);
        }
        let bottom = self.top + TITLE + PLOT;
        ink.line((left, bottom), (right, bottom), HAIRLINE, theme.rule);
        let year = (right - left - 2.0 * PAD) * YEAR / self.shared.days.max(1.0);
        let step = round_step(APART / year);
        for n in (0..).map(|n| n * step).take_while(|&n| n as f64 * YEAR <= self.shared.days) {
            let x = left + PAD + n as f64 * year;
            ink.line((x, bottom), (x, bottom + 0.8), HAIRLINE, theme.rule);
            let at = (x, bottom + 1.2 + SMALL.em_mm() * 0.8);
            ink.text(&n.to_string(), at, Anchor::Middle, SMALL, theme.muted);
        }
    }

    fn draw_line(&self, canvas: &mut Canvas, line: &RoleLine, place: usize) {
        let style = self.shared.subject.style;
        let role = line.role.as_ref().map_or_else(|| "not-stated".to_owned(), ToString::to_string);
        let mut data = vec![("data-case", self.case.id.to_string())];
        data.extend(line.role.iter().map(|role| ("data-role", role.to_string())));
        let tag = Tag {
            id: format!("scores-{}-{}-{role}", self.instrument.name, self.case.id),
            class: "scores".into(),
            title: format!("{}: {}", self.case.id, answers::title(self.instrument, line, style.words)),
            data,
        };
        let points: Vec<(f64, f64)> =
            line.days.iter().map(|day| (self.x(day.date), self.y(day.mean))).collect();
        let (glyph, filling) = glyph(place);
        let colour = style.theme.of_class(place);
        canvas.group(&tag, |ink| {
            for pair in points.windows(2) {
                ink.line(pair[0], pair[1], 0.3, colour);
            }
            for &point in &points {
                draw_glyph(ink, glyph, filling, point, colour, &style.theme);
            }
        });
    }
}
