//! Ink of the truth table, page by page.

use crate::canvas::{Canvas, Ids, Ink, Tag};
use crate::figure::Page;
use crate::legend::{Entry, Legend, Sample};
use crate::marks::{FLAG, draw_flag};
use crate::qca::caption::{DECIMALS, not_drawn};
use crate::qca::cases::marked_ids;
use crate::qca::condition_name;
use crate::qca::layout::{Layout, Wanted, widths};
use crate::qca::signs::{Sign, draw_sign};
use crate::scale::AreaScale;
use crate::sheet::{self, Line, Rows};
use crate::style::{Style, Theme};
use crate::text::SMALL;
use draad_analysis::qca::{Analysed, Out, Qca, Row};
use draad_core::Study;
use draad_words::{Words, capitalised};

const BELOW_HEADS: f64 = 0.8;
const ABOVE_LEGEND: f64 = 2.4;
/// Between a number of cases and the flag of its row.
const FLAG_GAP: f64 = 0.7;
/// Signs are somewhat smaller than they might be: all are of one size.
const SIGN: f64 = 0.85;
const SAMPLE: f64 = 1.2;
/// What rows say of the outcome, in the order in which they stand.
const OUTS: [(Out, &str); 3] =
    [(Out::One, "qca-rows-with"), (Out::Zero, "qca-rows-without"), (Out::Remainder, "qca-rows-too-few")];

/// Where things stand.
struct Frame<'a> {
    qca: &'a Qca,
    analysed: &'a Analysed,
    study: &'a Study,
    style: &'a Style,
    layout: Layout,
    legend: Legend,
}

/// Draws all pages.
pub(super) fn pages(
    qca: &Qca,
    analysed: &Analysed,
    study: &Study,
    style: &Style,
    alt: &str,
    ids: &mut Ids,
) -> Vec<Page> {
    let mut lines = lines(analysed, style.words);
    let frame = Frame::new(qca, analysed, study, style, &lines);
    frame.layout.cases.make_room(&mut lines, |item| frame.ids(item));
    frame.draw(&lines, alt, ids)
}

/// Returns the rows, by their place in the table, under heads for what they say of the outcome.
fn lines(analysed: &Analysed, words: Words) -> Vec<Line<usize>> {
    let mut lines = Vec::new();
    for (out, head) in OUTS {
        let rows = analysed.table.rows().iter().enumerate().filter(|(_, row)| row.out == out);
        let rows = rows.map(|(place, row)| Line::row(place, vec![row.number.to_string()], SMALL));
        let mut rows = rows.peekable();
        if rows.peek().is_some() {
            lines.push(Line::Head(capitalised(&words.say(head))));
            lines.extend(rows);
        }
    }
    lines
}

impl<'a> Frame<'a> {
    fn new(
        qca: &'a Qca,
        analysed: &'a Analysed,
        study: &'a Study,
        style: &'a Style,
        lines: &[Line<usize>],
    ) -> Self {
        let words = style.words;
        let texts: Vec<[String; 3]> = analysed.table.rows().iter().map(|row| numbers(row, words)).collect();
        let [n, inclusion, pri] = widths(&texts);
        let flag = if analysed.contradictions().next().is_some() { FLAG_GAP + 2.0 * FLAG } else { 0.0 };
        let heads = ["qca-head-n", "qca-head-inclusion", "qca-head-pri"].map(|key| words.say(key));
        let rows = analysed.table.rows().iter();
        let ids: Vec<Vec<String>> = rows.map(|row| marked_ids(qca, analysed, &row.cases)).collect();
        let wanted = Wanted {
            names: (words.say("qca-head-row"), sheet::name_width(lines, SMALL)),
            numbers: heads.into_iter().zip([n + flag, inclusion, pri]).collect(),
            ids: &ids,
        };
        let layout = Layout::new(qca, study, style, &wanted);
        let legend = legend(qca, analysed, style);
        Self { qca, analysed, study, style, layout, legend }
    }

    fn row(&self, place: usize) -> &Row {
        &self.analysed.table.rows()[place]
    }

    fn ids(&self, place: usize) -> Vec<String> {
        marked_ids(self.qca, self.analysed, &self.row(place).cases)
    }

    fn sign(&self, condition: usize, level: u8) -> Sign {
        match (self.qca.conditions[condition].levels.is_empty(), level) {
            (true, 0) => Sign::Open,
            (true, _) => Sign::Filled,
            (false, level) => Sign::LightLevel(level),
        }
    }

    fn draw_signs(&self, ink: &mut Ink, row: &Row, middle: f64) {
        for (condition, (&level, &x)) in row.levels.iter().zip(&self.layout.middles).enumerate() {
            let sign = self.sign(condition, level);
            draw_sign(ink, sign, (x, middle), self.layout.radius * SIGN, &self.style.theme);
        }
    }

    /// Writes the numbers of a row, the flag of a contradiction before that of its cases.
    fn draw_numbers(&self, ink: &mut Ink, row: &Row, middle: f64) {
        let theme = &self.style.theme;
        self.layout.draw_numbers(ink, &numbers(row, self.style.words), middle, theme.ink);
        if row.is_contradictory {
            let left = self.layout.number_left(0);
            draw_flag(ink, (left + FLAG, middle), theme);
        }
    }

    /// "rij 10: herstel 1, vertrouwen 0; 1 casus, inclusie 1,000, PRI 1,000: p05"
    fn title_of(&self, place: usize) -> String {
        let words = self.style.words;
        let row = self.row(place);
        let level = |(condition, level): (&draad_analysis::qca::ConditionUsed, &u8)| {
            format!("{} {level}", condition_name(condition, self.study, words))
        };
        let levels: Vec<String> = self.qca.conditions.iter().zip(&row.levels).map(level).collect();
        let args = [
            ("row", row.number.to_string().into()),
            ("levels", levels.join(", ").into()),
            ("cases", words.say_with("n-cases", [("n", row.n().into())]).into()),
            ("inclusion", words.number(row.inclusion, DECIMALS).into()),
            ("pri", words.number(row.pri, DECIMALS).into()),
            ("ids", self.ids(place).join(", ").into()),
        ];
        words.say_with("figure-truth-table-row", args)
    }
}

/// "2", "0,169", "0,169"
fn numbers(row: &Row, words: Words) -> [String; 3] {
    [row.n().to_string(), words.number(row.inclusion, DECIMALS), words.number(row.pri, DECIMALS)]
}

fn filled(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    draw_sign(ink, Sign::Filled, middle, SAMPLE, theme);
}

fn open(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    draw_sign(ink, Sign::Open, middle, SAMPLE, theme);
}

fn legend(qca: &Qca, analysed: &Analysed, style: &Style) -> Legend {
    let words = style.words;
    let sample = |draw, key: &str| Entry { sample: Sample::Own(2.0 * SAMPLE, draw), text: words.say(key) };
    let said = |text: String| Entry { sample: Sample::Words, text };
    let mut signs = Vec::new();
    if qca.conditions.iter().any(|condition| condition.levels.is_empty()) {
        signs.push(sample(filled, "figure-qca-present"));
        signs.push(sample(open, "figure-qca-absent"));
    }
    if qca.conditions.iter().any(|condition| !condition.levels.is_empty()) {
        signs.push(said(words.say("figure-qca-level")));
    }
    if (0..qca.used.len()).any(|case| analysed.lacks_outcome(case)) {
        signs.push(said(words.say("figure-qca-without")));
    }
    if analysed.contradictions().next().is_some() {
        signs.push(Entry { sample: Sample::Flag, text: words.say("figure-truth-table-flag") });
    }
    let width = style.format.width_mm() - 2.0 * style.format.edge_mm();
    let blocks = vec![signs, vec![said(not_drawn(analysed, words))]];
    Legend::new(blocks, AreaScale { unit_mm: SAMPLE, cap: 1, max: 1 }, width)
}

impl Rows for Frame<'_> {
    type Item = usize;

    fn style(&self) -> &Style {
        self.style
    }

    fn title(&self) -> String {
        self.style.words.say("figure-truth-table-title")
    }

    fn right(&self) -> f64 {
        self.layout.right
    }

    fn above_and_below(&self) -> (f64, f64) {
        (self.layout.heads.height() + BELOW_HEADS, ABOVE_LEGEND + self.legend.height())
    }

    fn draw_above(&self, canvas: &mut Canvas, bottom: f64) {
        canvas.draw(|ink| self.layout.heads.draw(ink, bottom - BELOW_HEADS, &self.style.theme));
    }

    fn draw_row(&self, canvas: &mut Canvas, place: &usize, name: &[String], middle: f64) {
        let row = self.row(*place);
        let ids = self.ids(*place);
        let contradictory = if row.is_contradictory { " contradictory" } else { "" };
        let tag = Tag {
            id: format!("truth-table-{}", row.number),
            class: format!("configuration{contradictory}"),
            title: self.title_of(*place),
            data: vec![("data-row", row.number.to_string())],
        };
        let up = self.layout.cases.middle(&ids, middle);
        canvas.group(&tag, |ink| {
            sheet::draw_name(ink, name, (self.style.format.edge_mm(), up), SMALL, self.style);
            self.draw_signs(ink, row, up);
            self.draw_numbers(ink, row, up);
            self.layout.cases.draw(ink, &ids, middle, self.style);
        });
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        let title = self.style.words.say("figure-legend");
        let at = (self.style.format.edge_mm(), top + ABOVE_LEGEND);
        self.legend.draw(canvas, at, "truth-table-legend", &title, &self.style.theme);
    }
}
