//! Ink of a timeline, page by page.

use super::lane::{self, HEAD, STICK, Stick, Storeys};
use super::say::{Subject, filling};
use crate::answers::{self, scale};
use crate::calendar::Calendar;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink, Tag};
use crate::figure::Page;
use crate::glyphs::{Filling, Glyph, draw_glyph};
use crate::heads::{Head, Heads};
use crate::legend::{Entry, Legend, Sample};
use crate::marks::{Shape, draw_gap, draw_shape};
use crate::scale::AreaScale;
use crate::sheet::{self, Line, Rows};
use crate::style::Style;
use crate::text::{BODY, SMALL, SMALL_HEAD, name_or_id};
use draad_analysis::Directions;
use draad_analysis::case_timeline::SourceDays;
use draad_analysis::score_lines::{InstrumentLines, RoleLine};
use draad_core::EventStatus;
use std::ops::Range;

/// The part of the width that names may take.
const WIDEST_NAME: f64 = 0.36;
const GAP: f64 = 2.5;
/// Height of a line of scores.
const SCORES: f64 = 8.5;
/// What of it stays free above and below.
const SCORES_PAD: f64 = 1.2;
const AXIS: f64 = 5.4;
const ABOVE_LEGEND: f64 = 0.6;
/// Half the height of a day of a source.
const DAY: f64 = 1.0;
/// Where the hatching for a gap begins in a lane: beside the lowest storey of contacts.
const GAP_TOP: f64 = 1.4;

/// What a row is.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Item {
    /// A role.
    Lane(usize),
    /// A kind of source.
    Kind(usize),
    /// A questionnaire and a role.
    Scores(usize, usize),
}

/// Where things stand; in millimetres.
struct Frame<'a> {
    subject: &'a Subject<'a>,
    calendar: Calendar,
    axis: (f64, f64),
    edge: f64,
    right: f64,
    heads: Heads,
    legend: Legend,
    storeys: Storeys,
    sticks: Vec<Vec<Stick>>,
    /// The most passages that a stick stands for.
    most: usize,
}

/// Draws all pages.
pub(super) fn pages(subject: &Subject, alt: &str, ids: &mut Ids) -> Vec<Page> {
    let format = subject.style.format;
    let (width, edge) = (format.width_mm(), format.edge_mm());
    let names = names(subject, (width - 2.0 * edge) * WIDEST_NAME);
    let frame = Frame::new(subject, sheet::name_width(&names, BODY), (edge, width - edge));
    let lines: Vec<Line<Item>> = names.into_iter().map(|line| frame.sized(line)).collect();
    frame.draw(&lines, alt, ids)
}

/// Returns the rows with their names: roles, material, and answers to questionnaires.
fn names(subject: &Subject, widest: f64) -> Vec<Line<Item>> {
    let (words, timeline) = (subject.style.words, subject.timeline);
    let row = |item, name: &str| Line::row(item, BODY.wrap(name, widest, 2), BODY);
    let mut lines = vec![Line::Head(words.say("figure-timeline-people"))];
    let lanes = timeline.lanes.iter().enumerate();
    lines.extend(lanes.map(|(n, lane)| row(Item::Lane(n), &subject.drawn_lane_name(lane))));
    lines.push(Line::Head(words.say("figure-timeline-material")));
    let kinds = timeline.material.iter().enumerate();
    lines.extend(kinds.map(|(n, kind)| row(Item::Kind(n), &subject.drawn_kind_name(kind))));
    for (n, instrument) in timeline.scores.iter().enumerate() {
        lines.push(Line::Head(subject.instrument_name(instrument)));
        let of_case = instrument.cases.iter().flat_map(|case| &case.lines).enumerate();
        lines
            .extend(of_case.map(|(m, line)| row(Item::Scores(n, m), &answers::drawn_role_name(line, words))));
    }
    without_empty_heads(lines)
}

fn without_empty_heads<T: Clone>(lines: Vec<Line<T>>) -> Vec<Line<T>> {
    let is_row = |at: usize| matches!(lines.get(at), Some(Line::Row { .. }));
    let kept = (0..lines.len()).filter(|&at| is_row(at) || is_row(at + 1));
    kept.map(|at| lines[at].clone()).collect()
}

/// Says what glyphs, sticks and hatching are.
fn legend(subject: &Subject, sticks: &[Vec<Stick>], most: usize, width: f64) -> Legend {
    let words = subject.style.words;
    let timeline = subject.timeline;
    let glyph = |glyph, filling, text: String| Entry { sample: Sample::Glyph(glyph, filling, None), text };
    let (named, rest) = subject.own_kinds();
    let mut kinds: Vec<Entry> =
        named.iter().map(|kind| glyph(subject.glyph(kind), Filling::Filled, (*kind).to_owned())).collect();
    if !rest.is_empty() {
        kinds.push(glyph(Glyph::Bar, Filling::Filled, rest.join(", ")));
    }
    let all = [EventStatus::Held, EventStatus::Missed, EventStatus::Planned];
    let occurs = |status: &EventStatus| timeline.contacts.iter().any(|contact| contact.status == *status);
    let mut states: Vec<Entry> = all
        .into_iter()
        .filter(occurs)
        .map(|status| {
            let text = words.say(&format!("figure-timeline-legend-{}", <&str>::from(status)));
            glyph(Glyph::Square, filling(status), text)
        })
        .collect();
    if timeline.lanes.iter().any(|lane| !lane.gaps.is_empty()) {
        states.push(Entry { sample: Sample::Gap, text: words.say("figure-timeline-legend-gap") });
    }
    let shape = |shape, key| Entry { sample: Sample::Shapes(vec![shape]), text: words.say(key) };
    let longest = words.say_with("figure-timeline-longest", [("n", most.into())]);
    let mut coded = vec![
        shape(Shape::Circle, "figure-timeline-above"),
        shape(Shape::Diamond, "figure-timeline-below"),
        Entry { sample: Sample::Words, text: longest },
    ];
    for (own, key) in
        [(Shape::DottedRing, "figure-timeline-ambivalent"), (Shape::Square, "figure-timeline-without")]
    {
        if sticks.iter().flatten().any(|stick| undirected(&stick.directions) == Some(own)) {
            coded.push(shape(own, key));
        }
    }
    let blocks = [kinds, states, coded].into_iter().filter(|block| !block.is_empty()).collect();
    Legend::new(blocks, AreaScale { unit_mm: HEAD, cap: 1, max: 1 }, width)
}

impl<'a> Frame<'a> {
    fn new(subject: &'a Subject<'a>, names: f64, (edge, right): (f64, f64)) -> Self {
        let timeline = subject.timeline;
        let axis = (edge + names + GAP, right - value_width(subject));
        // marks on the first and the last day stay within the axis
        let calendar = Calendar::new(timeline.days, (axis.0 + 1.2, axis.1 - 1.2));
        let head = |period: &draad_analysis::periods::Period| {
            let (left, right) = calendar.span(period.start, period.end);
            Head {
                text: name_or_id(&subject.phase_name(period), period.phase.as_str()),
                kind: SMALL_HEAD,
                left,
                right,
                bracket: true,
            }
        };
        let heads = Heads::place(timeline.periods.iter().map(head).collect(), right);
        let sticks: Vec<Vec<Stick>> =
            timeline.lanes.iter().map(|lane| lane::sticks(&lane.passages, &calendar)).collect();
        let most = lane::most(sticks.iter().flatten());
        let storeys = Storeys::new(timeline, &calendar);
        let legend = legend(subject, &sticks, most, right - edge);
        Self { subject, calendar, axis, edge, right, heads, legend, storeys, sticks, most }
    }

    /// Gives a row the height that it needs.
    fn sized(&self, line: Line<Item>) -> Line<Item> {
        match line {
            Line::Row { item, name, height, rail } => {
                let own = match item {
                    Item::Lane(n) => lane::height(&self.subject.timeline.lanes[n], &self.storeys),
                    Item::Kind(_) => height,
                    Item::Scores(..) => SCORES,
                };
                Line::Row { item, name, height: own.max(height), rail }
            }
            head => head,
        }
    }

    fn draw_lane(&self, canvas: &mut Canvas, position: usize, top: f64, height: f64) {
        let lane = &self.subject.timeline.lanes[position];
        let theme = &self.subject.style.theme;
        let role = lane.role.as_ref().map_or_else(|| "not-stated".to_owned(), ToString::to_string);
        for gap in &lane.gaps {
            let (left, right) = (self.calendar.x(gap.from), self.calendar.x(gap.to));
            let tag = self.tag(format!("gap-{role}-{}", gap.from), "gap", self.subject.gap_title(lane, gap));
            canvas.group(&tag, |ink| draw_gap(ink, (left, top + GAP_TOP), right - left, theme));
        }
        self.draw_joins(canvas, position, top, height);
        for stick in &self.sticks[position] {
            let title = self.subject.passages_title(lane, stick.days, &stick.directions);
            let tag = self.tag(format!("coded-{role}-{}", stick.days.0), "coded", title);
            canvas.group(&tag, |ink| {
                self.draw_stick(ink, stick, top + lane::rail_below_top(lane, &self.storeys))
            });
        }
        self.draw_contacts(canvas, position, &role, top);
        canvas.draw(|ink| {
            ink.line((self.edge, top + height), (self.right, top + height), HAIRLINE, theme.rail)
        });
    }

    fn tag(&self, id: String, class: &str, title: String) -> Tag {
        let case = self.subject.timeline.case.to_string();
        Tag { id: format!("timeline-{id}"), class: class.to_owned(), title, data: vec![("data-case", case)] }
    }

    /// Draws the lines from lane to lane that join those who take part in one contact.
    fn draw_joins(&self, canvas: &mut Canvas, position: usize, top: f64, height: f64) {
        let colour = self.subject.style.theme.rule;
        canvas.draw(|ink| {
            for (n, contact) in self.subject.timeline.contacts.iter().enumerate() {
                let (Some(&first), Some(&last)) = (contact.lanes.first(), contact.lanes.last()) else {
                    continue;
                };
                if first == last || position < first || position > last {
                    continue;
                }
                let (x, y) = (self.calendar.x(contact.date), top + self.storeys.below_top(n));
                let from = if position == first { y } else { top };
                let to = if position == last { y } else { top + height };
                ink.line((x, from), (x, to), HAIRLINE, colour);
            }
        });
    }

    fn draw_contacts(&self, canvas: &mut Canvas, position: usize, role: &str, top: f64) {
        let theme = &self.subject.style.theme;
        for (n, contact) in self.subject.timeline.contacts.iter().enumerate() {
            if !contact.lanes.contains(&position) {
                continue;
            }
            let at = (self.calendar.x(contact.date), top + self.storeys.below_top(n));
            let class = format!("contact {}", <&str>::from(contact.status));
            let title = self.subject.contact_title(contact);
            let tag = self.tag(format!("contact-{}-{role}", n + 1), &class, title);
            let (glyph, filling) = (self.subject.glyph(&contact.kind), filling(contact.status));
            canvas.group(&tag, |ink| draw_glyph(ink, glyph, filling, at, theme.ink, theme));
        }
    }

    /// Draws what is coded: promoting up from the rail, hindering down.
    fn draw_stick(&self, ink: &mut Ink, stick: &Stick, rail: f64) {
        let theme = &self.subject.style.theme;
        let of = &stick.directions;
        let length = |n: usize| HEAD + STICK * n as f64 / self.most as f64;
        let sides = [
            (of.promoting, -1.0, Shape::Circle, theme.promoting),
            (of.hindering, 1.0, Shape::Diamond, theme.hindering),
        ];
        ink.line((stick.x - HEAD, rail), (stick.x + HEAD, rail), 2.0 * HAIRLINE, theme.rule);
        for (n, side, shape, colour) in sides.into_iter().filter(|(n, ..)| *n > 0) {
            let end = rail + side * length(n);
            ink.line((stick.x, rail), (stick.x, end), 0.35, colour);
            draw_shape(ink, shape, (stick.x, end), HEAD, theme);
        }
        if let Some(shape) = undirected(of) {
            draw_shape(ink, shape, (stick.x, rail), HEAD, theme);
        }
    }

    fn draw_source(&self, canvas: &mut Canvas, source: &SourceDays, middle: f64) {
        let theme = &self.subject.style.theme;
        let mut tag = self.tag(format!("source-{}", source.id), "source", self.subject.source_title(source));
        tag.data.push(("data-source", source.id.to_string()));
        let xs: Vec<f64> = source.days.iter().map(|&day| self.calendar.x(day)).collect();
        canvas.group(&tag, |ink| {
            if let [first, .., last] = xs[..] {
                ink.line((first, middle), (last, middle), 2.0 * HAIRLINE, theme.rule);
            }
            let width = if xs.len() == 1 { 0.7 } else { 0.27 };
            for &x in &xs {
                ink.line((x, middle - DAY), (x, middle + DAY), width, theme.neutral);
            }
        });
    }

    fn draw_scores(&self, canvas: &mut Canvas, instrument: &InstrumentLines, line: &RoleLine, middle: f64) {
        let (words, theme) = (self.subject.style.words, &self.subject.style.theme);
        let role = line.role.as_ref().map_or_else(|| "not-stated".to_owned(), ToString::to_string);
        let title = answers::title(instrument, line, words);
        let tag = self.tag(format!("scores-{}-{role}", instrument.name), "scores", title);
        let (least, greatest) = scale(instrument);
        let room = SCORES - 2.0 * SCORES_PAD;
        let y = |mean: f64| middle + room / 2.0 - room * (mean - least) / (greatest - least);
        let points: Vec<(f64, f64)> =
            line.days.iter().map(|day| (self.calendar.x(day.date), y(day.mean))).collect();
        canvas.group(&tag, |ink| {
            for value in [least, greatest] {
                ink.line((self.axis.0, y(value)), (self.axis.1, y(value)), HAIRLINE, theme.rail);
            }
            for pair in points.windows(2) {
                ink.line(pair[0], pair[1], 0.27, theme.ink);
            }
            for &point in &points {
                ink.circle(point, 0.45, theme.ink);
            }
            if let Some(last) = line.days.last() {
                let baseline = y(last.mean) + SMALL.baseline_below_middle();
                let text = words.number(last.mean, 1);
                ink.text(&text, (self.right, baseline), Anchor::End, SMALL, theme.ink);
            }
        });
    }
}

/// Returns the shape for days of which nothing points one way.
fn undirected(of: &Directions) -> Option<Shape> {
    match of {
        Directions { promoting: 0, hindering: 0, ambivalent: 0, .. } => Some(Shape::Square),
        Directions { promoting: 0, hindering: 0, .. } => Some(Shape::DottedRing),
        _ => None,
    }
}

/// Returns the width of the column for the last values of scores.
fn value_width(subject: &Subject) -> f64 {
    let lines = subject.timeline.scores.iter().flat_map(|one| &one.cases).flat_map(|case| &case.lines);
    let values = lines.filter_map(|line| line.days.last());
    let texts: Vec<String> = values.map(|day| subject.style.words.number(day.mean, 1)).collect();
    let widest = SMALL.widest_mm(texts.iter().map(String::as_str));
    if widest > 0.0 { widest + 1.5 } else { 0.0 }
}

impl Rows for Frame<'_> {
    type Item = Item;

    fn style(&self) -> &Style {
        self.subject.style
    }

    fn title(&self) -> String {
        let case = self.subject.timeline.case.to_string();
        self.subject.style.words.say_with("figure-timeline-title", [("case", case.into())])
    }

    fn right(&self) -> f64 {
        self.right
    }

    fn above_and_below(&self) -> (f64, f64) {
        (self.heads.height() + 1.0, AXIS + ABOVE_LEGEND + self.legend.height())
    }

    fn draw_above(&self, canvas: &mut Canvas, bottom: f64) {
        canvas.draw(|ink| self.heads.draw(ink, bottom - 1.0, &self.subject.style.theme));
    }

    /// Draws every second period as a band, so that where one ends is seen without a line.
    fn draw_behind(&self, canvas: &mut Canvas, runs: &[Range<f64>]) {
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return };
        let colour = self.subject.style.theme.band;
        canvas.draw(|ink| {
            for period in self.subject.timeline.periods.iter().skip(1).step_by(2) {
                let (left, right) = self.calendar.span(period.start, period.end);
                ink.rect((left, first.start), (right - left, last.end - first.start), colour);
            }
        });
    }

    fn draw_row(&self, canvas: &mut Canvas, item: &Item, name: &[String], middle: f64) {
        let timeline = self.subject.timeline;
        let style = self.subject.style;
        canvas.draw(|ink| sheet::draw_name(ink, name, (self.edge, middle), BODY, style));
        match *item {
            Item::Lane(n) => {
                let needed = BODY.line_mm() * name.len().saturating_sub(1) as f64 * 0.9 + sheet::ROW;
                let height = lane::height(&timeline.lanes[n], &self.storeys).max(needed);
                self.draw_lane(canvas, n, middle - height / 2.0, height);
            }
            Item::Kind(n) => {
                for source in &timeline.material[n].sources {
                    self.draw_source(canvas, source, middle);
                }
            }
            Item::Scores(n, m) => {
                let instrument = &timeline.scores[n];
                if let Some(line) = instrument.cases.iter().flat_map(|case| &case.lines).nth(m) {
                    self.draw_scores(canvas, instrument, line, middle);
                }
            }
        }
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        let theme = &self.subject.style.theme;
        canvas.draw(|ink| {
            ink.line((self.axis.0, top + 0.6), (self.axis.1, top + 0.6), HAIRLINE, theme.rule);
            for (day, name) in self.calendar.ticks() {
                let x = self.calendar.x(day);
                ink.line((x, top + 0.6), (x, top + 1.6), HAIRLINE, theme.rule);
                let half = SMALL.width_mm(&name) / 2.0;
                let at = (x.min(self.right - half), top + 1.9 + SMALL.em_mm() * 0.8);
                ink.text(&name, at, Anchor::Middle, SMALL, theme.muted);
            }
        });
        let title = self.subject.style.words.say("figure-legend");
        self.legend.draw(canvas, (self.edge, top + AXIS + ABOVE_LEGEND), "timeline-legend", &title, theme);
    }
}
