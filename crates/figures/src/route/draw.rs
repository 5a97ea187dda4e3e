//! Ink of a route, page by page.

use super::list::{self, CONTACT, INDENT, LINE, ListLine};
use super::say::Subject;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Tag};
use crate::figure::Page;
use crate::glyphs::{Filling, GLYPH, Glyph, draw_glyph};
use crate::heads::{Head, Heads};
use crate::legend::{Entry, Legend, Sample};
use crate::scale::AreaScale;
use crate::sheet::{self, PAGE_NUMBER};
use crate::text::{BODY, SMALL, SMALL_HEAD, name_or_id};
use draad_analysis::route_course::CourseOfConversation;
use draad_core::EventStatus;
use std::ops::Range;

/// The part of the width that names may take.
const WIDEST_NAME: f64 = 0.3;
const GAP: f64 = 2.5;
/// Height of a lane with a name of one line.
const LANE: f64 = 6.4;
/// Between two phases.
const BETWEEN: f64 = 2.0;
/// A column narrower than this has no room for lines of text: what stands under phases then has the whole width.
const LEAST_COLUMN: f64 = 32.0;
const ABOVE_LIST: f64 = 2.5;
const ABOVE_LEGEND: f64 = 1.5;
/// Between what stands under a phase and what stands under the next one below it.
const NUMBER_GAP: f64 = 0.6;

/// A column of lines: where it begins, and what stands in it.
type Column<'a> = (f64, Vec<ListLine<'a>>);

/// Where things stand; in millimetres.
struct Frame<'a> {
    subject: &'a Subject<'a>,
    names: Vec<Vec<String>>,
    edge: f64,
    /// Where each phase begins and ends.
    phases: Vec<(f64, f64)>,
    /// Where each conversation stands, phase by phase.
    nodes: Vec<Vec<f64>>,
    heads: Heads,
    numbers: Heads,
    columns: Vec<Column<'a>>,
    legend: Legend,
}

/// Draws all pages: lanes on the first, and what stands under the phases on as many as it needs.
pub(super) fn pages(subject: &Subject, alt: &str, ids: &mut Ids) -> Vec<Page> {
    let frame = Frame::new(subject);
    let format = subject.style.format;
    let room = format.max_height_mm() - 2.0 * format.edge_mm() - PAGE_NUMBER;
    let n_lines = frame.columns.iter().map(|(_, lines)| lines.len()).max().unwrap_or(0);
    let beside_lanes = fitting(room - frame.lanes_height() - ABOVE_LIST - frame.legend_height());
    let alone = fitting(room - frame.heads.height() - ABOVE_LIST - frame.legend_height()).max(1);
    let cut = cut(n_lines, beside_lanes, alone);
    let n = cut.len();
    let mut page = |(number, lines): (usize, Range<usize>)| {
        let mut canvas = Canvas::new(ids);
        let y = frame.draw_page(&mut canvas, lines, number == 0);
        let title = subject.style.words.say("figure-route-title");
        sheet::finish(canvas, y, title, alt, (number + 1, n), subject.style)
    };
    cut.into_iter().enumerate().map(&mut page).collect()
}

/// Cuts lines into pages: so many for the first, which may have none, and so many for each further one.
fn cut(n_lines: usize, first: usize, further: usize) -> Vec<Range<usize>> {
    let starts = (first..n_lines).step_by(further.max(1));
    let others = starts.map(|start| start..(start + further).min(n_lines));
    std::iter::once(0..first.min(n_lines)).chain(others).collect()
}

/// Returns how many lines fit.
fn fitting(room: f64) -> usize {
    (room / LINE).floor().max(0.0) as usize
}

impl<'a> Frame<'a> {
    fn new(subject: &'a Subject<'a>) -> Self {
        let (course, format) = (subject.course, subject.style.format);
        let (edge, right) = (format.edge_mm(), format.width_mm() - format.edge_mm());
        let widest = (right - edge) * WIDEST_NAME;
        let names: Vec<Vec<String>> = course
            .actors
            .iter()
            .map(|actor| BODY.wrap(&name_or_id(&subject.actor_name(actor), actor.role.as_str()), widest, 2))
            .collect();
        let names_width = BODY.widest_mm(names.iter().flatten().map(String::as_str));
        let phases = columns((edge + names_width + GAP, right), course.phases.len());
        let nodes: Vec<Vec<f64>> = course
            .phases
            .iter()
            .zip(&phases)
            .map(|(step, span)| spread(*span, step.conversations.len()))
            .collect();
        let head = |(step, span): (&draad_analysis::route_course::RouteStep, &(f64, f64))| Head {
            text: name_or_id(&subject.phase_name(step), step.phase.as_str()),
            kind: SMALL_HEAD,
            left: span.0,
            right: span.1,
            bracket: true,
        };
        let heads = Heads::place(course.phases.iter().zip(&phases).map(head).collect(), right);
        let number = |(n, &x): (usize, &f64)| {
            let text = (n + 1).to_string();
            let left = x - SMALL.width_mm(&text) / 2.0;
            Head { text, kind: SMALL, left, right: x, bracket: false }
        };
        let numbers = Heads::place(nodes.iter().flatten().enumerate().map(number).collect(), right + GAP);
        let columns = lists(subject, &phases, (edge, right));
        let legend = legend(subject, right - edge);
        Self { subject, names, edge, phases, nodes, heads, numbers, columns, legend }
    }

    fn lane_height(&self, lane: usize) -> f64 {
        LANE + self.names[lane].len().saturating_sub(1) as f64 * BODY.line_mm() * 0.9
    }

    /// Returns the middle of each lane below the top of the first.
    fn middles(&self) -> Vec<f64> {
        let mut y = 0.0;
        let middle = |lane: usize| {
            let height = self.lane_height(lane);
            y += height;
            y - height / 2.0
        };
        (0..self.names.len()).map(middle).collect()
    }

    fn lanes_height(&self) -> f64 {
        let lanes: f64 = (0..self.names.len()).map(|lane| self.lane_height(lane)).sum();
        self.heads.height() + NUMBER_GAP + self.numbers.height() + lanes
    }

    fn legend_height(&self) -> f64 {
        ABOVE_LEGEND + self.legend.height()
    }

    /// Draws a page and returns how far down it goes.
    fn draw_page(&self, canvas: &mut Canvas, lines: Range<usize>, has_lanes: bool) -> f64 {
        let theme = &self.subject.style.theme;
        let mut y = self.edge + self.heads.height();
        let has_columns = self.columns.len() > 1;
        if has_lanes || has_columns {
            canvas.draw(|ink| self.heads.draw(ink, y, theme));
        }
        if has_lanes {
            y += NUMBER_GAP + self.numbers.height();
            canvas.draw(|ink| self.numbers.draw(ink, y, theme));
            self.draw_lanes(canvas, y);
            y = self.edge + self.lanes_height();
        }
        y += ABOVE_LIST;
        let used = lines.len() as f64 * LINE;
        for (left, column) in &self.columns {
            let shown = lines.start.min(column.len())..lines.end.min(column.len());
            for (n, line) in column[shown].iter().enumerate() {
                self.draw_line(canvas, line, (*left, y + (n as f64 + 0.5) * LINE));
            }
        }
        y += used + ABOVE_LEGEND;
        let title = self.subject.style.words.say("figure-legend");
        self.legend.draw(canvas, (self.edge, y), "route-legend", &title, theme);
        y + self.legend.height()
    }

    fn draw_lanes(&self, canvas: &mut Canvas, top: f64) {
        let style = self.subject.style;
        let middles: Vec<f64> = self.middles().into_iter().map(|middle| top + middle).collect();
        canvas.draw(|ink| {
            for (name, &middle) in self.names.iter().zip(&middles) {
                sheet::draw_name(ink, name, (self.edge, middle), BODY, style);
                for &(left, right) in &self.phases {
                    ink.line((left, middle), (right, middle), HAIRLINE, style.theme.rail);
                }
            }
        });
        for (step, xs) in self.subject.course.phases.iter().zip(&self.nodes) {
            for (one, &x) in step.conversations.iter().zip(xs) {
                self.draw_node(canvas, one, x, &middles);
            }
        }
    }

    /// Draws a conversation: a line down the lanes with a glyph in the lane of each who should take part.
    fn draw_node(&self, canvas: &mut Canvas, one: &CourseOfConversation, x: f64, middles: &[f64]) {
        let theme = &self.subject.style.theme;
        let mut data = vec![("data-conversation", one.name.to_string())];
        data.extend(self.subject.course.case.iter().map(|case| ("data-case", case.to_string())));
        let tag = Tag {
            id: format!("route-{}", one.name),
            class: "conversation".into(),
            title: self.subject.conversation_title(one),
            data,
        };
        let ys: Vec<f64> = one.actors.iter().map(|&actor| middles[actor]).collect();
        let filling = self.filling(one);
        let colour = if filling == Filling::Faint { theme.absent } else { theme.ink };
        canvas.group(&tag, |ink| {
            if let [first, .., last] = ys[..] {
                ink.line((x, first), (x, last), 0.3, colour);
            }
            for &y in &ys {
                draw_glyph(ink, Glyph::Square, filling, (x, y), colour, theme);
            }
        });
    }

    /// Returns how a conversation is filled: as planned, or with a case by what came of it.
    fn filling(&self, one: &CourseOfConversation) -> Filling {
        let has = |status| one.count(status) > 0;
        match self.subject.has_case() {
            false => Filling::Filled,
            true if has(EventStatus::Held) => Filling::Filled,
            true if has(EventStatus::Missed) => Filling::Hollow,
            true if has(EventStatus::Planned) => Filling::Dotted,
            true => Filling::Faint,
        }
    }

    fn draw_line(&self, canvas: &mut Canvas, line: &ListLine, (left, middle): (f64, f64)) {
        let theme = &self.subject.style.theme;
        let baseline = middle + SMALL.baseline_below_middle();
        match line {
            ListLine::Text { mark, text, kind, muted } => canvas.draw(|ink| {
                let x = if mark.is_empty() { left } else { left + INDENT };
                if !mark.trim().is_empty() {
                    ink.text(mark, (left, baseline), Anchor::Start, *kind, theme.muted);
                }
                let colour = if *muted { theme.muted } else { theme.ink };
                ink.text(text, (x, baseline), Anchor::Start, *kind, colour);
            }),
            ListLine::Contacts(one, contacts) => {
                for (n, contact) in contacts.iter().enumerate() {
                    let words = self.subject.style.words;
                    let status = words.say(&format!("contact-{}", <&str>::from(contact.status)));
                    let tag = Tag {
                        id: format!("route-{}-{}", one.name, contact.date),
                        class: format!("contact {}", <&str>::from(contact.status)),
                        title: format!(
                            "{}: {}, {status}",
                            self.subject.conversation_name(one),
                            words.day(contact.date)
                        ),
                        data: self
                            .subject
                            .course
                            .case
                            .iter()
                            .map(|case| ("data-case", case.to_string()))
                            .collect(),
                    };
                    let at = (left + INDENT + GLYPH + n as f64 * CONTACT, middle);
                    canvas.group(&tag, |ink| {
                        draw_glyph(
                            ink,
                            Glyph::Square,
                            crate::timeline::filling(contact.status),
                            at,
                            theme.ink,
                            theme,
                        );
                    });
                }
            }
            ListLine::Space => {}
        }
    }
}

/// Divides a width over columns with space between them.
fn columns((left, right): (f64, f64), n: usize) -> Vec<(f64, f64)> {
    let width = (right - left - BETWEEN * (n - 1) as f64) / n as f64;
    (0..n).map(|at| left + at as f64 * (width + BETWEEN)).map(|left| (left, left + width)).collect()
}

/// Spreads things evenly over a width.
fn spread((left, right): (f64, f64), n: usize) -> Vec<f64> {
    (0..n).map(|at| left + (right - left) * (at as f64 + 0.5) / n as f64).collect()
}

/// Returns what stands under the phases: a column under each, or where these are narrow one over the whole width.
fn lists<'a>(subject: &'a Subject<'a>, phases: &[(f64, f64)], (edge, right): (f64, f64)) -> Vec<Column<'a>> {
    let mut first = 1;
    let mut of = |step: &'a draad_analysis::route_course::RouteStep, width: f64, names_phase: bool| {
        let lines = list::of_phase(subject, step, first, width, names_phase);
        first += step.conversations.len();
        lines
    };
    let steps = &subject.course.phases;
    if phases.iter().all(|(left, right)| right - left >= LEAST_COLUMN) {
        let column = |(step, span): (_, &(f64, f64))| (span.0, of(step, span.1 - span.0, false));
        return steps.iter().zip(phases).map(column).collect();
    }
    let mut lines = Vec::new();
    for (n, step) in steps.iter().enumerate() {
        if n > 0 {
            lines.push(ListLine::Space);
        }
        lines.extend(of(step, right - edge, true));
    }
    vec![(edge, lines)]
}

/// Says what a glyph is.
fn legend(subject: &Subject, width: f64) -> Legend {
    let words = subject.style.words;
    let glyph = |filling, text| Entry { sample: Sample::Glyph(Glyph::Square, filling, None), text };
    let entries = match subject.has_case() {
        false => vec![glyph(Filling::Filled, words.say("figure-route-legend-node"))],
        true => {
            let all = [EventStatus::Held, EventStatus::Missed, EventStatus::Planned];
            let occurs = all.into_iter().filter(|status| subject.count(*status) > 0);
            let mut entries: Vec<Entry> = occurs
                .map(|status| {
                    let text = words.say(&format!("contact-{}", <&str>::from(status)));
                    glyph(crate::timeline::filling(status), text)
                })
                .collect();
            if subject.course.conversations().any(|one| one.contacts.is_empty()) {
                entries.push(glyph(Filling::Faint, words.say("figure-route-legend-none")));
            }
            entries
        }
    };
    Legend::new(vec![entries], AreaScale { unit_mm: 1.0, cap: 1, max: 1 }, width)
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn lines_that_do_not_fit_go_on_over_pages() {
        assert_eq!((cut(0, 5, 9).len(), cut(5, 5, 9).len()), (1, 1));
        assert_eq!(cut(20, 5, 9), [0..5, 5..14, 14..20]);
        assert_eq!(cut(3, 0, 9), [0..0, 0..3], "the first page has lanes only");
    }
}
