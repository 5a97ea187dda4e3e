//! Ink of the map.

use super::points::{Company, Kind, Point, points};
use crate::beside::{Area, Found, Wanted, place};
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink, Tag};
use crate::figure::Page;
use crate::legend::{Entry, Legend, Sample};
use crate::marks::{Shape, draw_shape};
use crate::scale::AreaScale;
use crate::sheet::{self, PAGE_NUMBER};
use crate::style::{Style, Theme};
use crate::text::{SMALL, SMALL_HEAD, Type, name_or_id};
use draad_analysis::Similarity;
use draad_analysis::similarity::Map;
use draad_core::Study;

const CASE: f64 = 1.15;
const CODE: f64 = 0.9;
/// How much of a hollow mark is empty.
const HOLLOW_PART: f64 = 0.6;
/// Room for names around the outermost points.
const MARGIN: f64 = 7.0;
/// Height of the map at most, as a part of its width.
const HIGHEST: f64 = 0.85;
const LEAST_HEIGHT: f64 = 40.0;
/// How far the map reaches, as a multiple of where the outermost cases lie: rare codes lie far out, and would press all else
/// together.
const BEYOND_CASES: f64 = 1.15;
const WAY_OUT: f64 = 2.8;
const WAY_OUT_LINE: f64 = 0.3;
const LONGEST_CODE: f64 = 38.0;
/// How far a name may stand from its point: that of a case anywhere, that of a code not quite so far.
const MOST_CASE: f64 = 24.0;
const MOST_CODE: f64 = 10.5;
const NAME_GAP: f64 = 0.8;
const AXIS_NAMES: f64 = 4.4;
const ABOVE_LEGEND: f64 = 2.0;

/// Everything that is decided before the first mark is drawn.
pub(super) struct Drawing<'a> {
    style: &'a Style,
    points: Vec<Point>,
    /// Where the points stand on the page, and their names.
    places: Vec<Set>,
    names: Vec<Option<Found>>,
    origin: (f64, f64),
    area: Area,
    axis_names: Vec<String>,
    legend: Legend,
}

impl<'a> Drawing<'a> {
    pub(super) fn new(found: &Similarity, map: &Map, study: &Study, style: &'a Style) -> Self {
        let points = points(found, map, study, style);
        let format = style.format;
        let edge = format.edge_mm();
        let content = format.width_mm() - 2.0 * edge;
        let legend = legend(&points, style, content);
        let axis_names = SMALL.set(&super::axes_sentence(map, style.words), content, 4);
        let below = axis_names.len() as f64 * AXIS_NAMES + ABOVE_LEGEND + legend.height() + PAGE_NUMBER;
        let most = (format.max_height_mm() - 2.0 * edge - below).min(content * HIGHEST);
        let (places, origin, height) = set(&points, (content, most), edge);
        let area = Area { left: edge, top: edge, right: edge + content, bottom: edge + height };
        let marks: Vec<Area> =
            points.iter().zip(&places).map(|(point, set)| Area::around(set.at, radius(point))).collect();
        let names = names(&points, &places, &marks, &area);
        Self { style, points, places, names, origin, area, axis_names, legend }
    }

    /// Returns how many points have no room for their names.
    pub(super) fn n_without_name(&self) -> usize {
        let unnamed = self.points.iter().zip(&self.names).filter(|(_, name)| name.is_none());
        unnamed
            .filter(|(point, _)| point.company != Company::Behind)
            .map(|(point, _)| 1 + point.others().len())
            .sum()
    }

    /// Returns the names of codes that lie in one place, place by place.
    pub(super) fn in_one_place(&self) -> Vec<String> {
        let places = self.points.iter().filter(|point| !point.others().is_empty());
        places
            .map(|first| {
                let names = std::iter::once(&first.name).chain(first.others());
                names.map(String::as_str).collect::<Vec<_>>().join(", ")
            })
            .collect()
    }

    /// Returns whether a code lies further out than the map reaches.
    pub(super) fn has_beyond(&self) -> bool {
        self.places.iter().any(|set| set.is_beyond)
    }

    /// Says how many points there are, how many the map shows badly, and which codes account for most of it.
    pub(super) fn alt(&self) -> String {
        let words = self.style.words;
        let cases = self.points.iter().filter(|point| point.kind == Kind::Case);
        let low = cases.clone().filter(|point| point.is_low()).count();
        let codes = self.points.iter().filter(|point| point.kind != Kind::Case);
        let top: Vec<String> = codes.clone().take(3).map(|point| point.name.clone()).collect();
        words.say_with(
            "figure-map-alt",
            [
                ("cases", words.say_with("n-cases", [("n", cases.count().into())]).into()),
                ("codes", words.say_with("n-codes", [("n", codes.count().into())]).into()),
                ("low", low.into()),
                ("top", top.join(", ").into()),
            ],
        )
    }

    pub(super) fn page(&self, alt: &str, ids: &mut Ids) -> Page {
        let (style, theme) = (self.style, &self.style.theme);
        let mut canvas = Canvas::new(ids);
        let (area, origin) = (self.area, self.origin);
        canvas.draw(|ink| {
            ink.line((area.left, origin.1), (area.right, origin.1), HAIRLINE, theme.rail);
            ink.line((origin.0, area.top), (origin.0, area.bottom), HAIRLINE, theme.rail);
            self.draw_lines(ink);
        });
        // codes first, so that cases lie on top
        for n in (0..self.points.len()).rev() {
            self.draw_point(&mut canvas, n);
        }
        let mut y = area.bottom;
        for line in &self.axis_names {
            y += AXIS_NAMES;
            canvas.draw(|ink| ink.text(line, (area.left, y - 1.0), Anchor::Start, SMALL, theme.muted));
        }
        y += ABOVE_LEGEND;
        self.legend.draw(&mut canvas, (area.left, y), "map-legend", &style.words.say("figure-legend"), theme);
        let title = style.words.say("figure-map-title");
        sheet::finish(canvas, y + self.legend.height(), title, alt, (1, 1), style)
    }

    /// Draws the lines from points to names that stand further away.
    fn draw_lines(&self, ink: &mut Ink) {
        for (set, name) in self.places.iter().zip(&self.names) {
            if let Some(end) = name.and_then(|name| name.line_to) {
                ink.line(set.at, end, HAIRLINE, self.style.theme.rule);
            }
        }
    }

    fn draw_point(&self, canvas: &mut Canvas, n: usize) {
        let (point, set) = (&self.points[n], self.places[n]);
        let at = set.at;
        let theme = &self.style.theme;
        let is_case = point.kind == Kind::Case;
        let prefix = if is_case { "case" } else { "code" };
        let data = if is_case { "data-case" } else { "data-factor" };
        let tag = Tag {
            id: format!("map-{prefix}-{}", point.id),
            class: if point.is_low() { format!("{prefix} low") } else { prefix.into() },
            title: self.title(point),
            data: vec![(data, point.id.clone())],
        };
        canvas.group(&tag, |ink| {
            if set.is_beyond {
                draw_way_out(ink, &set, theme);
            }
            match point.kind {
                Kind::Case => draw_case(ink, at, point.is_low(), theme),
                Kind::Code(shape) => draw_code(ink, shape, at, point.is_low(), theme),
            }
            let Some(name) = self.names[n] else { return };
            let middle = (name.area.top + name.area.bottom) / 2.0;
            let baseline = middle + SMALL.baseline_below_middle();
            let (kind, text) = label(point);
            ink.text(&text, (name.area.left, baseline), Anchor::Start, kind, theme.ink);
            let after = name.area.left + kind.width_mm(&text) + NAME_GAP;
            ink.text(&point.quality_text(), (after, baseline), Anchor::Start, SMALL, theme.muted);
        });
    }

    /// "p03: as 1 0,21, as 2 −0,40; kwaliteit 0,71"
    fn title(&self, point: &Point) -> String {
        let words = self.style.words;
        let quality = point.quality.map_or("–".to_owned(), |quality| words.number(quality, 2));
        words.say_with(
            "figure-map-point",
            [
                ("name", point.name.clone().into()),
                ("first", words.number(point.at.0, 2).into()),
                ("second", words.number(point.at.1, 2).into()),
                ("quality", quality.into()),
            ],
        )
    }
}

/// Sets points on a page of at most this size, with one scale for both axes; returns their places, that of the middle of the
/// map, and the height. The map reaches as far as the cases need, and somewhat further; a code that lies beyond stands at the
/// edge, in its direction from the middle.
fn set(points: &[Point], (width, most): (f64, f64), edge: f64) -> (Vec<Set>, (f64, f64), f64) {
    let ends = |of: fn(&Point) -> f64| {
        let cases = points.iter().filter(|point| point.kind == Kind::Case).map(of);
        let (least, most) = cases.fold((0.0_f64, 0.0_f64), |(a, b), value| (a.min(value), b.max(value)));
        (least * BEYOND_CASES, most * BEYOND_CASES)
    };
    let (x, y) = (ends(|point| point.at.0), ends(|point| point.at.1));
    let reach = |ends: (f64, f64)| (ends.1 - ends.0).max(1e-9);
    let scale = ((width - 2.0 * MARGIN) / reach(x)).min((most - 2.0 * MARGIN) / reach(y));
    let height = (reach(y) * scale + 2.0 * MARGIN).max(LEAST_HEIGHT.min(most));
    let left = edge + (width - reach(x) * scale) / 2.0;
    let top = edge + (height - reach(y) * scale) / 2.0;
    // the second axis runs up
    let origin = (left - x.0 * scale, top + y.1 * scale);
    let room = Area {
        left: edge + MARGIN / 2.0,
        top: edge + MARGIN / 2.0,
        right: edge + width - MARGIN / 2.0,
        bottom: edge + height - MARGIN / 2.0,
    };
    let place = |point: &Point| {
        let away = (point.at.0 * scale, -point.at.1 * scale);
        let part = part_within(origin, away, &room);
        Set { at: (origin.0 + away.0 * part, origin.1 + away.1 * part), is_beyond: part < 1.0, away }
    };
    (points.iter().map(place).collect(), origin, height)
}

/// Where a point stands on the page.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Set {
    at: (f64, f64),
    /// Whether it lies further out than the map reaches.
    is_beyond: bool,
    /// How far from the middle it lies.
    away: (f64, f64),
}

/// Returns how much of the way from the middle to a point lies within the room.
fn part_within(origin: (f64, f64), away: (f64, f64), room: &Area) -> f64 {
    let part = |from: f64, step: f64, least: f64, most: f64| match step {
        step if step > 0.0 => (most - from) / step,
        step if step < 0.0 => (least - from) / step,
        _ => 1.0,
    };
    let across = part(origin.0, away.0, room.left, room.right);
    part(origin.1, away.1, room.top, room.bottom).min(across).min(1.0)
}

/// Finds places for the names of points that have one of their own.
fn names(points: &[Point], places: &[Set], marks: &[Area], area: &Area) -> Vec<Option<Found>> {
    let own: Vec<usize> = (0..points.len()).filter(|&n| points[n].company != Company::Behind).collect();
    let wanted: Vec<Wanted> = own.iter().map(|&n| wanted(&points[n], places[n].at)).collect();
    let mut names = vec![None; points.len()];
    for (n, found) in own.into_iter().zip(place(&wanted, marks, area)) {
        names[n] = found;
    }
    names
}

fn radius(point: &Point) -> f64 {
    match point.kind {
        Kind::Case => CASE,
        Kind::Code(shape) => shape.half_width(CODE),
    }
}

/// Returns the name beside a point: cases in bold, codes on one line, with how many others lie in the same place.
fn label(point: &Point) -> (Type, String) {
    match point.kind {
        Kind::Case => (SMALL_HEAD, point.name.clone()),
        Kind::Code(_) => {
            let lines = SMALL.wrap(&name_or_id(&point.name, &point.id), LONGEST_CODE, 1);
            let name = lines.into_iter().next().unwrap_or_default();
            match point.others().len() {
                0 => (SMALL, name),
                n => (SMALL, format!("{name} (+{n})")),
            }
        }
    }
}

fn wanted(point: &Point, at: (f64, f64)) -> Wanted {
    let (kind, text) = label(point);
    let width = kind.width_mm(&text) + NAME_GAP + SMALL.width_mm(&point.quality_text());
    let most = if point.kind == Kind::Case { MOST_CASE } else { MOST_CODE };
    Wanted { point: at, radius: radius(point), size: (width, SMALL.em_mm() * 1.1), most }
}

/// Draws a stroke from a mark at the edge outwards, to where the point lies.
fn draw_way_out(ink: &mut Ink, set: &Set, theme: &Theme) {
    let length = (set.away.0.powi(2) + set.away.1.powi(2)).sqrt().max(1e-9);
    let end = (set.at.0 + set.away.0 / length * WAY_OUT, set.at.1 + set.away.1 / length * WAY_OUT);
    ink.line(set.at, end, WAY_OUT_LINE, theme.neutral);
}

/// Draws a case: a triangle, hollow where the map shows it badly.
fn draw_case(ink: &mut Ink, at: (f64, f64), is_low: bool, theme: &Theme) {
    let triangle = |radius: f64| {
        let (x, y) = (at.0, at.1 + radius * 0.2);
        [(x - radius, y + radius * 0.75), (x, y - radius), (x + radius, y + radius * 0.75)]
    };
    ink.polygon(&triangle(CASE), theme.ink);
    if is_low {
        ink.polygon(&triangle(CASE * (HOLLOW_PART - 0.1)), theme.ground);
    }
}

fn draw_code(ink: &mut Ink, shape: Shape, at: (f64, f64), is_low: bool, theme: &Theme) {
    draw_shape(ink, shape, at, CODE, theme);
    if is_low && shape != Shape::DottedRing {
        draw_shape(ink, shape, at, CODE * HOLLOW_PART, &theme.hollow());
    }
}

fn case_sample(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    draw_case(ink, middle, false, theme);
}

fn low_sample(ink: &mut Ink, (x, y): (f64, f64), theme: &Theme) {
    draw_case(ink, (x - 1.4, y), true, theme);
    draw_code(ink, Shape::Circle, (x + 1.4, y), true, theme);
}

/// Says what shapes and hollow marks mean.
fn legend(points: &[Point], style: &Style, width: f64) -> Legend {
    let words = style.words;
    let case = Entry { sample: Sample::Own(2.0 * CASE, case_sample), text: words.say("figure-map-case") };
    let shapes = [
        (Shape::Circle, "state-promoting"),
        (Shape::Diamond, "state-hindering"),
        (Shape::DottedRing, "state-ambivalent"),
        (Shape::Square, "figure-network-other"),
    ];
    let occurs = shapes.into_iter().filter(|(shape, _)| points.iter().any(|p| p.kind == Kind::Code(*shape)));
    let shape = |(shape, key)| Entry { sample: Sample::Shapes(vec![shape]), text: words.say(key) };
    let marks = std::iter::once(case).chain(occurs.map(shape)).collect();
    let mut quality = vec![Entry { sample: Sample::Words, text: words.say("figure-map-grey") }];
    if points.iter().any(Point::is_low) {
        let sample = Sample::Own(2.0 * CASE + 2.8, low_sample);
        quality.push(Entry { sample, text: words.say("figure-map-low") });
    }
    if points.iter().any(|point| !point.others().is_empty()) {
        quality.push(Entry { sample: Sample::Words, text: words.say("figure-map-company") });
    }
    Legend::new(vec![marks, quality], AreaScale { unit_mm: 1.0, cap: 1, max: 1 }, width)
}
