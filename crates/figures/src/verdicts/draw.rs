//! Ink of the verdicts, page by page.

use super::columns::{
    Columns, GAP, NUMBER_GAP, STEP, Setting, VERDICT_GAP, cell_width, counts, head, verdict_width,
};
use super::glyph::{self, RADIUS};
use super::{VERDICTS, panel_name};
use crate::canvas::{Anchor, Canvas, Ids, Ink, Tag};
use crate::caption::finding_part_name;
use crate::figure::Page;
use crate::heads::{Head, Heads};
use crate::legend::{Entry, Legend, Sample};
use crate::marks::draw_absence;
use crate::scale::AreaScale;
use crate::sheet::{self, Line, Rows};
use crate::style::Style;
use crate::text::{BODY, SMALL, SMALL_HEAD};
use draad_analysis::{JudgedFinding, Verdicts};
use draad_words::{Words, capitalised};
use std::ops::Range;

/// The part of the width that sentences need, the part that they may take where columns leave it, and their lines.
const LEAST_NAME: f64 = 0.36;
const WIDEST_NAME: f64 = 0.56;
const NAME_LINES: usize = 6;
const BELOW_HEADS: f64 = 0.8;
const ABOVE_LEGEND: f64 = 3.0;
/// Between two columns of the margin.
const MARGIN_GAP: f64 = 2.0;
/// Height of the marks that stand over the columns of the margin.
const MARK_HEADS: f64 = 3.6;

/// What all parts share.
struct Shared<'a> {
    verdicts: &'a Verdicts,
    columns: Columns,
    style: &'a Style,
    /// Width of each column at the right.
    margin: f64,
    legend: Legend,
}

/// Where things stand on the pages with some of the panels; in millimetres.
struct Frame<'a> {
    shared: &'a Shared<'a>,
    part: Range<usize>,
    lefts: Vec<f64>,
    /// Right edges of the columns at the right; none but on the pages of the last part.
    margins: Vec<f64>,
    heads: Heads,
    right: f64,
}

/// Draws all pages: for each part of the panels all findings.
pub(super) fn pages(verdicts: &Verdicts, style: &Style, alt: &str, ids: &mut Ids) -> Vec<Page> {
    let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
    let margin = margin_width(verdicts);
    let margins = 3.0 * (margin + MARGIN_GAP);
    let columns = Columns::fit(verdicts, content * (1.0 - LEAST_NAME), margins, style.words);
    let left_over = content - columns.needed() - margins;
    let lines = lines(verdicts, style, left_over.clamp(content * LEAST_NAME, content * WIDEST_NAME) - GAP);
    let names = sheet::name_width(&lines, BODY);
    let legend = legend(columns.setting, style.words, content);
    let shared = Shared { verdicts, columns, style, margin, legend };
    let left = style.format.edge_mm() + names + GAP;
    let parts = shared.columns.parts.iter();
    let frames: Vec<Frame> = parts.map(|part| Frame::new(&shared, part.clone(), left)).collect();
    sheet::draw_parts(&frames, &lines, alt, ids)
}

/// Returns the findings under heads for their parts.
fn lines(verdicts: &Verdicts, style: &Style, widest: f64) -> Vec<Line<usize>> {
    let mut lines = Vec::new();
    let mut last = None;
    for (row, finding) in verdicts.findings.iter().enumerate() {
        if last != Some(finding.part) {
            last = Some(finding.part);
            lines.push(Line::Head(finding_part_name(finding.part, style.words)));
        }
        lines.push(Line::row(row, BODY.set(&finding.sentence, widest, NAME_LINES), BODY));
    }
    lines
}

/// Returns "2/4", how many of those who gave a verdict gave this one; a dash where nobody did.
fn margin_texts(finding: &JudgedFinding) -> [String; 3] {
    VERDICTS.map(|verdict| match finding.k_of_n(verdict) {
        (_, 0) => "–".to_owned(),
        (k, n) => format!("{k}/{n}"),
    })
}

fn margin_width(verdicts: &Verdicts) -> f64 {
    let texts = verdicts.findings.iter().flat_map(margin_texts).map(|text| SMALL.width_mm(&text));
    texts.fold(2.0 * RADIUS, f64::max)
}

fn legend(setting: Setting, words: Words, width: f64) -> Legend {
    let own = |key: &str, draw| Entry { sample: Sample::Own(2.0 * RADIUS, draw), text: words.say(key) };
    let unit = match setting {
        Setting::Each => "figure-verdicts-each",
        Setting::Counted => "figure-verdicts-counted",
    };
    let entries = vec![
        Entry { sample: Sample::Words, text: words.say(unit) },
        own("verdict-agrees", glyph::agrees),
        own("verdict-nuances", glyph::nuances),
        own("verdict-rejects", glyph::rejects),
        Entry { sample: Sample::Absence, text: words.say("figure-verdicts-none") },
    ];
    Legend::new(vec![entries], AreaScale { unit_mm: 1.0, cap: 1, max: 0 }, width)
}

impl<'a> Frame<'a> {
    fn new(shared: &'a Shared<'a>, part: Range<usize>, left: f64) -> Self {
        let mut x = left;
        let mut lefts = Vec::new();
        for width in &shared.columns.widths[part.clone()] {
            lefts.push(x);
            x += width + GAP;
        }
        let mut right = x - GAP;
        let mut margins = Vec::new();
        if part.end == shared.columns.widths.len() {
            for _ in VERDICTS {
                right += MARGIN_GAP + shared.margin;
                margins.push(right);
            }
        }
        let heads = shared.heads(&part, &lefts, &margins);
        Self { shared, part, lefts, margins, heads, right }
    }

    /// The people of a panel in the row of a finding.
    fn draw_cell(&self, canvas: &mut Canvas, row: usize, at: usize, middle: f64) {
        let shared = self.shared;
        let (finding, panel) = (&shared.verdicts.findings[row], &shared.verdicts.panels[at]);
        let counts = counts(&finding.said[at]);
        let tag = Tag {
            id: format!("verdict-{}-{}", finding.id, panel.name),
            class: "cell".into(),
            title: shared.cell_title(row, at),
            data: vec![("data-finding", finding.id.clone()), ("data-panel", panel.name.clone())],
        };
        let (setting, theme) = (shared.columns.setting, &shared.style.theme);
        let mut x = self.lefts[at - self.part.start] + RADIUS;
        canvas.group(&tag, |ink| {
            if counts == [0, 0, 0] {
                return draw_absence(ink, (x, middle), theme);
            }
            for (verdict, &n) in VERDICTS.into_iter().zip(&counts).filter(|(_, n)| **n > 0) {
                let n_marks = if setting == Setting::Each { n } else { 1 };
                for mark in 0..n_marks {
                    glyph::draw(ink, verdict, (x + mark as f64 * STEP, middle), theme);
                }
                if setting == Setting::Counted {
                    let at = (x + RADIUS + NUMBER_GAP, middle + SMALL.baseline_below_middle());
                    ink.text(&n.to_string(), at, Anchor::Start, SMALL, theme.ink);
                }
                x += verdict_width(n, setting) + VERDICT_GAP;
            }
        });
        debug_assert!(cell_width(&counts, setting) <= shared.columns.widths[at] + 0.01);
    }

    fn draw_margins(&self, ink: &mut Ink, row: usize, middle: f64) {
        let theme = &self.shared.style.theme;
        let texts = margin_texts(&self.shared.verdicts.findings[row]);
        for (text, &right) in texts.iter().zip(&self.margins) {
            let colour = if text.starts_with("0/") || text == "–" { theme.muted } else { theme.ink };
            let at = (right, middle + SMALL.baseline_below_middle());
            ink.text(text, at, Anchor::End, SMALL, colour);
        }
    }
}

impl Shared<'_> {
    /// Heads over the panels with their numbers of people, and over the columns at the right.
    fn heads(&self, part: &Range<usize>, lefts: &[f64], margins: &[f64]) -> Heads {
        let words = self.style.words;
        let mut heads: Vec<Head> = Vec::new();
        for (at, &left) in part.clone().zip(lefts) {
            let panel = &self.verdicts.panels[at];
            let text = head(panel, words);
            let right = left + self.columns.widths[at];
            heads.push(Head { text, kind: SMALL_HEAD, left, right, bracket: true });
        }
        if let (Some(first), Some(&right)) = (margins.first(), margins.last()) {
            let (left, text) = (first - self.margin, words.say("figure-verdicts-all"));
            heads.push(Head { text, kind: SMALL, left, right, bracket: true });
        }
        Heads::place(heads, self.style.format.width_mm() - self.style.format.edge_mm())
    }

    /// "Afspraken knellen later; ouders: 1 herkent het, 1 nuanceert, 0 herkennen het niet"
    fn cell_title(&self, row: usize, at: usize) -> String {
        let words = self.style.words;
        let (finding, panel) = (&self.verdicts.findings[row], &self.verdicts.panels[at]);
        let [agrees, nuances, rejects] = counts(&finding.said[at]);
        words.say_with(
            "figure-verdicts-cell",
            [
                ("finding", finding.sentence.clone().into()),
                ("panel", panel_name(&panel.name, words).into()),
                ("agrees", agrees.into()),
                ("nuances", nuances.into()),
                ("rejects", rejects.into()),
            ],
        )
    }
}

impl Rows for Frame<'_> {
    type Item = usize;

    fn style(&self) -> &Style {
        self.shared.style
    }

    fn title(&self) -> String {
        self.shared.style.words.say("verdicts-title")
    }

    fn right(&self) -> f64 {
        self.right
    }

    fn above_and_below(&self) -> (f64, f64) {
        let above = self.heads.height() + BELOW_HEADS + MARK_HEADS;
        (above, ABOVE_LEGEND + self.shared.legend.height())
    }

    fn draw_above(&self, canvas: &mut Canvas, bottom: f64) {
        let theme = &self.shared.style.theme;
        canvas.draw(|ink| {
            self.heads.draw(ink, bottom - MARK_HEADS - BELOW_HEADS, theme);
            for (verdict, right) in VERDICTS.into_iter().zip(&self.margins) {
                glyph::draw(ink, verdict, (right - RADIUS, bottom - MARK_HEADS / 2.0), theme);
            }
        });
    }

    fn draw_row(&self, canvas: &mut Canvas, row: &usize, name: &[String], middle: f64) {
        let finding = &self.shared.verdicts.findings[*row];
        let theme = match finding.theme.is_empty() {
            true => String::new(),
            false => format!(" ({})", finding.theme),
        };
        let tag = Tag {
            id: format!("finding-{}", finding.id),
            class: "finding".into(),
            title: format!("{}{theme}", capitalised(&finding.sentence)),
            data: vec![("data-finding", finding.id.clone())],
        };
        canvas.group(&tag, |ink| {
            let edge = self.shared.style.format.edge_mm();
            sheet::draw_name(ink, name, (edge, middle), BODY, self.shared.style);
            self.draw_margins(ink, *row, middle);
        });
        for at in self.part.clone() {
            self.draw_cell(canvas, *row, at, middle);
        }
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        let style = self.shared.style;
        let at = (style.format.edge_mm(), top + ABOVE_LEGEND);
        let title = style.words.say("figure-legend");
        self.shared.legend.draw(canvas, at, "verdicts-legend", &title, &style.theme);
    }
}
