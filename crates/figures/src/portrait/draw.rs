//! Ink of a portrait, page by page.

use super::say::Subject;
use super::strip::Strip;
use crate::canvas::{Anchor, Canvas, HAIRLINE, Ids, Ink, Tag};
use crate::caption::section_name;
use crate::figure::Page;
use crate::heads::{Head, Heads};
use crate::legend::{Entry, Legend, Sample};
use crate::marks::{Shape, draw_shape};
use crate::scale::AreaScale;
use crate::sheet::{self, Line, Rows};
use crate::style::{Colour, Style, Theme};
use crate::text::{BODY, SMALL, name_or_id};
use crate::ticks::{round_step, ticks};
use draad_analysis::CellState;
use draad_analysis::portrait::{PlacedPassage, PortraitCode, Voice};
use std::ops::Range;

/// The part of the width that names may take.
const WIDEST_NAME: f64 = 0.36;
/// Between names, texts and numbers.
const GAP: f64 = 2.5;
/// From one voice to the next.
const VOICE: f64 = 3.1;
const VOICE_BAR: f64 = 1.5;
const BELOW_VOICES: f64 = 1.5;
const BAR: f64 = 1.3;
/// The least that is drawn of a bar, so that a word in a long text can be seen.
const LEAST_BAR: f64 = 0.3;
const CUE: f64 = 0.85;
const AXIS: f64 = 5.0;
/// Least distance between two numbers of an axis.
const TICK_GAP: f64 = 16.0;
const ABOVE_LEGEND: f64 = 0.6;

/// Where things stand on the pages of one strip of texts; in millimetres.
struct Frame<'a> {
    subject: &'a Subject<'a>,
    strip: Strip,
    edge: f64,
    right: f64,
    heads: Option<Heads>,
    legend: Legend,
}

/// Draws all pages: all codes for the first strip of texts, then for the next.
pub(super) fn pages(subject: &Subject, alt: &str, ids: &mut Ids) -> Vec<Page> {
    let format = subject.style.format;
    let (width, edge) = (format.width_mm(), format.edge_mm());
    let lines = lines(subject, (width - 2.0 * edge) * WIDEST_NAME);
    let voices = subject.portrait.voices.iter().map(|voice| subject.voice_name(voice));
    let widest = (width - 2.0 * edge) * WIDEST_NAME;
    let names = voices.map(|name| SMALL.width_mm(&name).min(widest));
    let names = names.fold(sheet::name_width(&lines, BODY), f64::max);
    let counts: Vec<String> = subject.portrait.codes.iter().map(count).collect();
    let right = width - edge;
    let axis = (edge + names + GAP, right - SMALL.widest_mm(counts.iter().map(String::as_str)) - GAP);
    let lengths: Vec<u32> = subject.portrait.sources.iter().map(|source| source.n_chars).collect();
    let strips = Strip::lay_out(&lengths, axis);
    let frames: Vec<Frame> =
        strips.into_iter().map(|strip| Frame::new(subject, strip, (edge, right))).collect();
    let of: Vec<Vec<Vec<Line<usize>>>> = frames.iter().map(|frame| frame.cut(&lines)).collect();
    let n = of.iter().map(Vec::len).sum();
    let mut pages = Vec::with_capacity(n);
    for (frame, cut) in frames.iter().zip(of) {
        for lines in cut {
            pages.push(frame.draw_page(&lines, alt, ids, (pages.len() + 1, n)));
        }
    }
    pages
}

fn count(code: &PortraitCode) -> String {
    code.passages.len().to_string()
}

/// Returns the codes under heads for their sections.
fn lines(subject: &Subject, widest: f64) -> Vec<Line<usize>> {
    let mut lines = Vec::new();
    let mut last = None;
    for (position, code) in subject.portrait.codes.iter().enumerate() {
        if last.replace(code.section()) != Some(code.section()) {
            lines.push(Line::Head(section_name(code.section(), subject.style.words)));
        }
        let name = name_or_id(&subject.code_name(code), code.id.as_str());
        lines.push(Line::row(position, BODY.wrap(&name, widest, 2), BODY));
    }
    lines
}

/// Returns the shape that says in which direction a passage points, with its colour; both, where it points both ways.
fn cues(state: CellState, theme: &Theme) -> Vec<(Shape, Colour)> {
    match state {
        CellState::Promoting => vec![(Shape::Circle, theme.promoting)],
        CellState::Hindering => vec![(Shape::Diamond, theme.hindering)],
        CellState::Both => vec![(Shape::Circle, theme.promoting), (Shape::Diamond, theme.hindering)],
        CellState::Ambivalent => vec![(Shape::DottedRing, theme.neutral)],
        _ => vec![(Shape::Square, theme.neutral)],
    }
}

/// Returns the directions that occur, with what each means.
fn legend(subject: &Subject, strip: &Strip, width: f64) -> Legend {
    let words = subject.style.words;
    let states = [
        (CellState::Promoting, vec![Shape::Circle], "state-promoting"),
        (CellState::Hindering, vec![Shape::Diamond], "state-hindering"),
        (CellState::Both, vec![Shape::Circle, Shape::Diamond], "figure-legend-both"),
        (CellState::Ambivalent, vec![Shape::DottedRing], "state-ambivalent"),
        (CellState::Coded, vec![Shape::Square], "valence-none"),
    ];
    let occurs = states.into_iter().filter(|(state, ..)| subject.count(*state) > 0);
    let entry = |(_, shapes, key): (CellState, Vec<Shape>, &str)| Entry {
        sample: Sample::Shapes(shapes),
        text: words.say(key),
    };
    let mut blocks = vec![occurs.map(entry).collect::<Vec<Entry>>()];
    if !subject.is_of_one_source() {
        let named = strip.sources.clone().map(|source| {
            let name = subject.source_name(&subject.portrait.sources[source]);
            Entry { sample: Sample::Words, text: format!("{} {name}", source + 1) }
        });
        blocks.push(named.collect());
    }
    Legend::new(blocks, AreaScale { unit_mm: CUE, cap: 1, max: 1 }, width)
}

impl<'a> Frame<'a> {
    fn new(subject: &'a Subject<'a>, strip: Strip, (edge, right): (f64, f64)) -> Self {
        let head = |(source, span): (usize, &(f64, f64))| Head {
            text: (source + 1).to_string(),
            kind: SMALL,
            left: span.0,
            right: span.1,
            bracket: true,
        };
        let heads = strip.sources.clone().zip(&strip.spans).map(head).collect();
        let heads = (!subject.is_of_one_source()).then(|| Heads::place(heads, right));
        let legend = legend(subject, &strip, right - edge);
        Self { subject, strip, edge, right, heads, legend }
    }

    fn voices_height(&self) -> f64 {
        self.subject.portrait.voices.len() as f64 * VOICE + BELOW_VOICES
    }

    fn draw_voice(&self, canvas: &mut Canvas, position: usize, voice: &Voice, middle: f64) {
        let subject = self.subject;
        let theme = &subject.style.theme;
        let tag = Tag {
            id: format!("{}-voice-{}", subject.name(), position + 1),
            class: "voice".into(),
            title: subject.voice_title(voice),
            data: voice.role.iter().map(|role| ("data-role", role.to_string())).collect(),
        };
        let room = self.strip.spans[0].0 - self.edge - 1.0;
        canvas.group(&tag, |ink| {
            for name in SMALL.set(&subject.voice_name(voice), room, 1) {
                let baseline = middle + SMALL.baseline_below_middle();
                ink.text(&name, (self.edge, baseline), Anchor::Start, SMALL, theme.ink);
            }
            let colour = if voice.asks { theme.hatch } else { theme.absent };
            for turn in &voice.turns {
                if let Some((x, width)) = self.strip.place(turn.source, Some(turn.chars)) {
                    ink.rect((x, middle - VOICE_BAR / 2.0), (width.max(0.1), VOICE_BAR), colour);
                }
            }
        });
    }

    fn draw_passage(&self, canvas: &mut Canvas, code: &PortraitCode, passage: &PlacedPassage, middle: f64) {
        let Some((x, width)) = self.strip.place(passage.source, passage.chars) else { return };
        let source = &self.subject.portrait.sources[passage.source];
        let start = passage.chars.map_or_else(|| "0".to_owned(), |chars| chars.start.0.to_string());
        let mut data = vec![("data-factor", code.id.to_string()), ("data-source", source.id.to_string())];
        let case = self.subject.portrait.case.as_ref().or(source.cases.first());
        data.extend(case.map(|case| ("data-case", case.to_string())));
        let tag = Tag {
            id: format!("{}-{}-{}-{start}", self.subject.name(), code.id, source.id),
            class: format!("passage {}", <&str>::from(passage.state)),
            title: self.subject.passage_title(code, passage),
            data,
        };
        let theme = &self.subject.style.theme;
        canvas.group(&tag, |ink| draw_bar(ink, passage, (x, width.max(LEAST_BAR)), middle, theme));
    }

    fn draw_scale(&self, ink: &mut Ink, top: f64) {
        let (words, theme) = (self.subject.style.words, &self.subject.style.theme);
        let left = self.strip.spans[0].0;
        let baseline = top + 1.6 + SMALL.em_mm() * 0.8;
        let mark = |ink: &mut Ink, x: f64| ink.line((x, top + 0.4), (x, top + 1.4), HAIRLINE, theme.rule);
        if !self.subject.is_of_one_source() {
            let length = round_step(TICK_GAP * 0.7 / self.strip.per_char);
            let right = left + length as f64 * self.strip.per_char;
            ink.line((left, top + 0.9), (right, top + 0.9), 2.0 * HAIRLINE, theme.rule);
            mark(ink, left);
            mark(ink, right);
            let text = words.say_with("figure-portrait-n-chars", [("n", words.whole(length).into())]);
            ink.text(&text, (left, baseline), Anchor::Start, SMALL, theme.muted);
            return;
        }
        let max = u64::from(self.subject.portrait.sources[0].n_chars);
        let numbers = ticks(max, self.strip.per_char, TICK_GAP);
        let unit = |number: u64| match number {
            0 => words.say_with("figure-portrait-n-chars", [("n", 0.into())]),
            _ => words.whole(number),
        };
        for number in numbers {
            let x = left + number as f64 * self.strip.per_char;
            let text = unit(number);
            // the last number stays beside those of the rows, the first one under its own place
            let half = SMALL.width_mm(&text) / 2.0;
            let (at, anchor) = match number {
                0 => (x, Anchor::Start),
                _ => (x.min(self.right - half), Anchor::Middle),
            };
            mark(ink, x);
            ink.text(&text, (at, baseline), anchor, SMALL, theme.muted);
        }
    }
}

/// Draws the bar of a passage, with its direction as a shape where it begins. A source that was coded as a whole has a bar
/// of which only the edge is inked.
fn draw_bar(ink: &mut Ink, passage: &PlacedPassage, (x, width): (f64, f64), middle: f64, theme: &Theme) {
    let cues = cues(passage.state, theme);
    let height = BAR / cues.len() as f64;
    let mut cue_x = x;
    for (n, (_, colour)) in cues.iter().enumerate() {
        let top = middle - BAR / 2.0 + n as f64 * height;
        match passage.chars {
            Some(_) => ink.rect((x, top), (width, height), *colour),
            None => {
                for y in [top, top + height] {
                    ink.line((x, y), (x + width, y), 2.0 * HAIRLINE, *colour);
                }
            }
        }
    }
    for (shape, _) in cues {
        if shape == Shape::DottedRing {
            ink.circle((cue_x, middle), CUE, theme.ground);
        }
        draw_shape(ink, shape, (cue_x, middle), CUE, theme);
        cue_x += 2.0 * CUE;
    }
}

impl Rows for Frame<'_> {
    type Item = usize;

    fn style(&self) -> &Style {
        self.subject.style
    }

    fn title(&self) -> String {
        self.subject.title()
    }

    fn right(&self) -> f64 {
        self.right
    }

    fn above_and_below(&self) -> (f64, f64) {
        let heads = self.heads.as_ref().map_or(0.0, |heads| heads.height() + 0.8);
        (heads + self.voices_height(), AXIS + ABOVE_LEGEND + self.legend.height())
    }

    fn draw_above(&self, canvas: &mut Canvas, bottom: f64) {
        let theme = &self.subject.style.theme;
        let top = bottom - self.voices_height();
        if let Some(heads) = &self.heads {
            canvas.draw(|ink| heads.draw(ink, top - 0.8, theme));
        }
        for (position, voice) in self.subject.portrait.voices.iter().enumerate() {
            self.draw_voice(canvas, position, voice, top + (position as f64 + 0.5) * VOICE);
        }
        let baseline = bottom - 1.3;
        canvas.draw(|ink| ink.text("n", (self.right, baseline), Anchor::End, SMALL, theme.muted));
    }

    fn draw_behind(&self, canvas: &mut Canvas, runs: &[Range<f64>]) {
        let colour = self.subject.style.theme.rail;
        let (Some(first), Some(last)) = (runs.first(), runs.last()) else { return };
        canvas.draw(|ink| {
            for &(start, end) in &self.strip.spans {
                for x in [start, end] {
                    ink.line((x, first.start - self.voices_height()), (x, last.end), HAIRLINE, colour);
                }
            }
        });
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &usize, name: &[String], middle: f64) {
        let code = &self.subject.portrait.codes[*row];
        let theme = &self.subject.style.theme;
        canvas.draw(|ink| {
            sheet::draw_name(ink, name, (self.edge, middle), BODY, self.subject.style);
            let baseline = middle + SMALL.baseline_below_middle();
            ink.text(&count(code), (self.right, baseline), Anchor::End, SMALL, theme.ink);
        });
        for passage in &code.passages {
            self.draw_passage(canvas, code, passage, middle);
        }
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        canvas.draw(|ink| self.draw_scale(ink, top));
        let title = self.subject.style.words.say("figure-legend");
        let at = (self.edge, top + AXIS + ABOVE_LEGEND);
        self.legend.draw(
            canvas,
            at,
            &format!("{}-legend", self.subject.name()),
            &title,
            &self.subject.style.theme,
        );
    }
}
