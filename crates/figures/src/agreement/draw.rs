//! Ink of agreement, page by page.

use super::short_name;
use crate::axis::Axis;
use crate::canvas::{Anchor, Canvas, Ids, Ink, Tag};
use crate::caption::{because, coder_name, measured, percent};
use crate::figure::Page;
use crate::heads::{Head, Heads};
use crate::legend::{Entry, Legend, Sample};
use crate::scale::AreaScale;
use crate::sheet::{self, Line, Rows};
use crate::style::{Style, Theme};
use crate::text::{BODY, SMALL};
use draad_analysis::agreement::{CodeAgreement, Coefficient};
use draad_analysis::{Agreement, AgreementUnit, Undefined};
use draad_core::Study;
use draad_words::Words;
use std::ops::Range;

/// The part of the width that names may take.
const WIDEST_NAME: f64 = 0.34;
const GAP: f64 = 2.6;
const DOT: f64 = 0.95;
const INTERVAL: f64 = 0.3;
/// Half the height of the ends of an interval, and of a bar.
const END: f64 = 0.7;
const BAR: f64 = 1.0;
/// The part of the width that the longest bar takes.
const LONGEST_BAR: f64 = 0.1;
const BAR_GAP: f64 = 1.0;
const BELOW_HEADS: f64 = 0.8;
const ABOVE_LEGEND: f64 = 2.0;
const SAMPLE: f64 = 6.0;
/// Lines of a reason why there is no coefficient.
const REASON_LINES: usize = 3;
const AROUND_REASON: f64 = 1.2;

/// Where things stand; in millimetres.
struct Frame<'a> {
    found: &'a Agreement,
    coefficient: Coefficient,
    study: &'a Study,
    style: &'a Style,
    axis: Axis,
    /// Left edges and widths of the columns with the coefficient and the percentage.
    columns: [(f64, f64); 2],
    /// Left edge of the bars, and how long the longest is.
    bars: (f64, f64),
    /// The greatest share of a code.
    most: f64,
    heads: Heads,
    legend: Legend,
    right: f64,
}

/// Draws all pages.
pub(super) fn pages(
    found: &Agreement,
    coefficient: Coefficient,
    study: &Study,
    style: &Style,
    alt: &str,
    ids: &mut Ids,
) -> Vec<Page> {
    let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
    let name = |code: &CodeAgreement| {
        BODY.wrap(&code.name.or(style.words.language, code.code.as_str()), content * WIDEST_NAME, 2)
    };
    let codes = found.codes.iter().enumerate();
    let mut lines: Vec<Line<usize>> = codes.map(|(place, code)| Line::row(place, name(code), BODY)).collect();
    let frame = Frame::new(found, coefficient, study, style, (sheet::name_width(&lines, BODY), content));
    for line in &mut lines {
        if let Line::Row { item, height, .. } = line
            && let Err(reason) = coefficient.of(&found.codes[*item])
        {
            let n = frame.reason(reason).len() as f64;
            *height = height.max(n * SMALL.line_mm() + AROUND_REASON);
        }
    }
    frame.draw(&lines, alt, ids)
}

impl<'a> Frame<'a> {
    fn new(
        found: &'a Agreement,
        coefficient: Coefficient,
        study: &'a Study,
        style: &'a Style,
        (names, content): (f64, f64),
    ) -> Self {
        let words = style.words;
        let edge = style.format.edge_mm();
        let right = edge + content;
        let widest = |of: &dyn Fn(&CodeAgreement) -> String| {
            found.codes.iter().map(|code| SMALL.width_mm(&of(code))).fold(0.0, f64::max)
        };
        let bar = content * LONGEST_BAR;
        let bars = right - bar - BAR_GAP - widest(&|code| percent(&words, code.prevalence()));
        let equal = widest(&|code| percent(&words, code.percent()));
        let value = widest(&|code| measured(&words, coefficient.of(code), 2));
        let equal = (bars - GAP - equal, equal);
        let value = (equal.0 - GAP - value, value);
        let place = (edge + names + GAP + DOT, value.0 - GAP - DOT);
        let columns = [value, equal];
        Self {
            found,
            coefficient,
            study,
            style,
            axis: Axis::new(place, (least(found, coefficient), 1.0), 3..=10),
            columns,
            bars: (bars, bar),
            most: found.codes.iter().filter_map(|code| code.prevalence().ok()).fold(0.0, f64::max),
            heads: heads(found, coefficient, style, columns, (bars, right)),
            legend: legend(found, coefficient, style, content),
            right,
        }
    }

    /// Returns why there is no coefficient, in lines as long as the axis.
    fn reason(&self, reason: Undefined) -> Vec<String> {
        let text = format!("– {}", because(&self.style.words, reason));
        SMALL.set(&text, self.axis.right - self.axis.left + DOT, REASON_LINES)
    }

    fn draw_coefficient(&self, ink: &mut Ink, code: &CodeAgreement, middle: f64) {
        let theme = &self.style.theme;
        let value = match self.coefficient.of(code) {
            Ok(value) => value,
            Err(reason) => return self.draw_reason(ink, reason, middle),
        };
        if let Some(Ok(interval)) = self.coefficient.interval(code) {
            draw_interval(ink, (self.axis.x(interval.low), self.axis.x(interval.high)), middle, theme);
        }
        ink.circle((self.axis.x(value), middle), DOT, theme.ink);
    }

    fn draw_reason(&self, ink: &mut Ink, reason: Undefined, middle: f64) {
        let lines = self.reason(reason);
        let step = SMALL.line_mm();
        let first = middle + SMALL.baseline_below_middle() - step * (lines.len() - 1) as f64 / 2.0;
        for (n, line) in lines.iter().enumerate() {
            let at = (self.axis.left - DOT, first + n as f64 * step);
            ink.text(line, at, Anchor::Start, SMALL, self.style.theme.muted);
        }
    }

    fn draw_columns(&self, ink: &mut Ink, code: &CodeAgreement, middle: f64) {
        let (words, theme) = (self.style.words, &self.style.theme);
        let baseline = middle + SMALL.baseline_below_middle();
        let texts = [measured(&words, self.coefficient.of(code), 2), percent(&words, code.percent())];
        for (text, (left, width)) in texts.iter().zip(self.columns) {
            ink.text(text, (left + width, baseline), Anchor::End, SMALL, theme.ink);
        }
        let (left, longest) = self.bars;
        let length = code.prevalence().map_or(0.0, |share| share / self.most.max(1e-12) * longest);
        if length > 0.0 {
            ink.rect((left, middle - BAR), (length, 2.0 * BAR), theme.absent);
        }
        let text = percent(&words, code.prevalence());
        ink.text(&text, (left + length + BAR_GAP, baseline), Anchor::Start, SMALL, theme.ink);
    }

    /// "Vertrouwen: uα 0,37 (95 %: 0,20 … 0,56); gelijk 98,1 %; voorkomen 1,6 % (Anna: 15 coderingen; …)"
    fn title_of(&self, code: &CodeAgreement) -> String {
        let words = self.style.words;
        let interval = match self.coefficient.interval(code) {
            Some(Ok(found)) => format!("{} … {}", words.number(found.low, 2), words.number(found.high, 2)),
            _ => String::new(),
        };
        let coder =
            |(row, used): (&draad_analysis::agreement::CoderRow, &draad_analysis::agreement::CodeUse)| {
                let name = coder_name(self.study, row.coder.as_str(), words);
                format!("{name}: {}", words.say_with("n-codings", [("n", used.n_codings.into())]))
            };
        let used: Vec<String> = self.found.coders.iter().zip(&code.used).map(coder).collect();
        let value = self.coefficient.of(code);
        let value = value.map_or_else(|reason| because(&words, reason), |value| words.number(value, 2));
        let args = [
            ("code", code.name.or(words.language, code.code.as_str()).into()),
            ("coefficient", short_name(self.coefficient, words).into()),
            ("value", value.into()),
            ("has-interval", usize::from(!interval.is_empty()).into()),
            ("interval", interval.into()),
            ("percent", percent(&words, code.percent()).into()),
            ("prevalence", percent(&words, code.prevalence()).into()),
            ("used", used.join("; ").into()),
        ];
        words.say_with("figure-agreement-row", args)
    }
}

/// Returns where the axis begins: at 0, or where a coefficient or its interval lies below that.
fn least(found: &Agreement, coefficient: Coefficient) -> f64 {
    let low = |code: &CodeAgreement| {
        let low = coefficient.interval(code).and_then(|found| found.ok()).map(|found| found.low);
        low.into_iter().chain(coefficient.of(code).ok()).fold(0.0, f64::min)
    };
    found.codes.iter().map(low).fold(0.0, f64::min)
}

fn draw_interval(ink: &mut Ink, (low, high): (f64, f64), middle: f64, theme: &Theme) {
    ink.line((low, middle), (high, middle), INTERVAL, theme.neutral);
    for x in [low, high] {
        ink.line((x, middle - END), (x, middle + END), INTERVAL, theme.neutral);
    }
}

fn heads(
    found: &Agreement,
    coefficient: Coefficient,
    style: &Style,
    [value, equal]: [(f64, f64); 2],
    bars: (f64, f64),
) -> Heads {
    let words: Words = style.words;
    let head = |text: String, left: f64, right: f64| Head { text, kind: SMALL, left, right, bracket: true };
    let unit = match found.own.unit {
        AgreementUnit::Spans => "agreement-char-percent",
        _ => "agreement-percent",
    };
    let heads = vec![
        head(short_name(coefficient, words), value.0, value.0 + value.1),
        head(words.say(unit), equal.0, equal.0 + equal.1),
        head(words.say("figure-agreement-prevalence-head"), bars.0, bars.1),
    ];
    Heads::place(heads, style.format.width_mm() - style.format.edge_mm())
}

fn dot_sample(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    ink.circle(middle, DOT, theme.ink);
}

fn interval_sample(ink: &mut Ink, (x, y): (f64, f64), theme: &Theme) {
    draw_interval(ink, (x - SAMPLE / 2.0, x + SAMPLE / 2.0), y, theme);
    ink.circle((x, y), DOT, theme.ink);
}

fn bar_sample(ink: &mut Ink, (x, y): (f64, f64), theme: &Theme) {
    ink.rect((x - SAMPLE / 2.0, y - BAR), (SAMPLE, 2.0 * BAR), theme.absent);
}

fn legend(found: &Agreement, coefficient: Coefficient, style: &Style, width: f64) -> Legend {
    let words = style.words;
    let own = |width, draw, text| Entry { sample: Sample::Own(width, draw), text };
    let mut entries = vec![own(2.0 * DOT, dot_sample, short_name(coefficient, words))];
    if found.has_interval(coefficient) {
        entries.push(own(SAMPLE, interval_sample, words.say("figure-agreement-interval-sign")));
    }
    let unit = [("unit", <&str>::from(found.own.unit).into())];
    entries.push(own(SAMPLE, bar_sample, words.say_with("figure-agreement-bar", unit)));
    Legend::new(vec![entries], AreaScale { unit_mm: DOT, cap: 1, max: 1 }, width)
}

impl Rows for Frame<'_> {
    type Item = usize;

    fn style(&self) -> &Style {
        self.style
    }

    fn title(&self) -> String {
        self.style.words.say("figure-agreement-title")
    }

    fn right(&self) -> f64 {
        self.right
    }

    fn above_and_below(&self) -> (f64, f64) {
        (self.heads.height() + BELOW_HEADS, Axis::HEIGHT + ABOVE_LEGEND + self.legend.height())
    }

    fn draw_above(&self, canvas: &mut Canvas, bottom: f64) {
        canvas.draw(|ink| self.heads.draw(ink, bottom - BELOW_HEADS, &self.style.theme));
    }

    fn draw_behind(&self, canvas: &mut Canvas, runs: &[Range<f64>]) {
        canvas.draw(|ink| self.axis.draw_behind(ink, runs, self.style));
    }

    fn draw_row(&self, canvas: &mut Canvas, place: &usize, name: &[String], middle: f64) {
        let code = &self.found.codes[*place];
        let tag = Tag {
            id: format!("agreement-{}", code.code),
            class: "agreement".into(),
            title: self.title_of(code),
            data: vec![("data-factor", code.code.to_string())],
        };
        canvas.group(&tag, |ink| {
            sheet::draw_name(ink, name, (self.style.format.edge_mm(), middle), BODY, self.style);
            self.draw_coefficient(ink, code, middle);
            self.draw_columns(ink, code, middle);
        });
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        let (words, theme) = (self.style.words, &self.style.theme);
        let name =
            words.say_with("figure-agreement-axis", [("coefficient", <&str>::from(self.coefficient).into())]);
        canvas.draw(|ink| self.axis.draw_below(ink, &name, top, DOT, self.style));
        let at = (self.style.format.edge_mm(), top + Axis::HEIGHT + ABOVE_LEGEND);
        self.legend.draw(canvas, at, "agreement-legend", &words.say("figure-legend"), theme);
    }
}
