//! Ink of the solutions, page by page.

use crate::canvas::{Canvas, Ids, Ink, Tag};
use crate::caption::measured;
use crate::figure::Page;
use crate::legend::{Entry, Legend, Sample};
use crate::qca::caption::DECIMALS;
use crate::qca::cases::marked_ids;
use crate::qca::layout::{Layout, Wanted, widths};
use crate::qca::signs::{LARGEST, Sign, draw_sign};
use crate::qca::solution_name;
use crate::scale::AreaScale;
use crate::sheet::{self, Line, Rows};
use crate::style::{Style, Theme};
use crate::text::SMALL;
use draad_analysis::Measured;
use draad_analysis::qca::{Analysed, Cube, FittedModel, Qca, SolutionRead, Solved, Standing};
use draad_core::Study;
use draad_words::{Words, capitalised};

const BELOW_HEADS: f64 = 0.8;
const ABOVE_LEGEND: f64 = 2.4;
/// How large signs are that stand less firmly, as a part of the largest.
const IN_SOME: f64 = 0.8;
const CONTRIBUTING: f64 = 0.6;
const N_NUMBERS: usize = 4;

/// A row: a term of a model, or the model as a whole. Solutions, models and terms are places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Item {
    Term(usize, usize, usize),
    Whole(usize, usize),
}

/// Where things stand.
struct Frame<'a> {
    qca: &'a Qca,
    analysed: &'a Analysed,
    solved: &'a Solved,
    shown: &'a [&'a SolutionRead],
    style: &'a Style,
    layout: Layout,
    legend: Legend,
}

/// Draws all pages.
pub(super) fn pages(
    qca: &Qca,
    (analysed, solved): (&Analysed, &Solved),
    shown: &[&SolutionRead],
    study: &Study,
    style: &Style,
    alt: &str,
    ids: &mut Ids,
) -> Vec<Page> {
    let mut lines = lines(shown, style.words);
    let layout = layout(qca, analysed, shown, study, style, &lines);
    let legend = legend(qca, (analysed, solved), shown, style);
    let frame = Frame { qca, analysed, solved, shown, style, layout, legend };
    frame.layout.cases.make_room(&mut lines, |item| frame.ids(item));
    frame.draw(&lines, alt, ids)
}

/// Returns the terms of each model under a head; below several, the model as a whole.
fn lines(shown: &[&SolutionRead], words: Words) -> Vec<Line<Item>> {
    let mut lines = Vec::new();
    for (at, solution) in shown.iter().enumerate() {
        for (place, found) in solution.models.iter().enumerate() {
            let args = [
                ("kind", solution_name(solution.kind, words).into()),
                ("place", (place + 1).into()),
                ("all", solution.models.len().into()),
            ];
            lines.push(Line::Head(capitalised(&words.say_with("figure-solution-model", args))));
            let n_terms = found.model.terms.len();
            let name = |term: usize| vec![(term + 1).to_string()];
            lines.extend((0..n_terms).map(|term| Line::row(Item::Term(at, place, term), name(term), SMALL)));
            if n_terms > 1 {
                lines.push(Line::row(Item::Whole(at, place), vec![words.say("qca-whole")], SMALL));
            }
        }
    }
    lines
}

fn layout(
    qca: &Qca,
    analysed: &Analysed,
    shown: &[&SolutionRead],
    study: &Study,
    style: &Style,
    lines: &[Line<Item>],
) -> Layout {
    let words = style.words;
    let items = lines.iter().filter_map(|line| match line {
        Line::Row { item, .. } => Some(*item),
        _ => None,
    });
    let ids: Vec<Vec<String>> =
        items.clone().map(|item| marked_ids(qca, analysed, cases_of(shown, item))).collect();
    let texts: Vec<[String; N_NUMBERS]> = items.map(|item| numbers(shown, item, words)).collect();
    let keys = ["qca-head-inclusion", "qca-head-pri", "qca-head-raw", "qca-head-unique"];
    let wanted = Wanted {
        names: (String::new(), sheet::name_width(lines, SMALL)),
        numbers: keys.map(|key| words.say(key)).into_iter().zip(widths(&texts)).collect(),
        ids: &ids,
    };
    Layout::new(qca, study, style, &wanted)
}

fn model<'a>(shown: &[&'a SolutionRead], item: Item) -> &'a FittedModel {
    let (Item::Term(at, place, _) | Item::Whole(at, place)) = item;
    &shown[at].models[place]
}

/// Returns the cases of a row, as positions in the data.
fn cases_of<'a>(shown: &[&'a SolutionRead], item: Item) -> &'a [usize] {
    let fit = &model(shown, item).fit;
    match item {
        Item::Term(_, _, term) => &fit.terms[term].cases,
        Item::Whole(..) => &fit.cases,
    }
}

/// Inclusion, PRI, coverage and unique coverage; of a model as a whole nothing is unique.
fn numbers(shown: &[&SolutionRead], item: Item, words: Words) -> [String; N_NUMBERS] {
    let said = |number: Measured| measured(&words, number, DECIMALS);
    let fit = &model(shown, item).fit;
    match item {
        Item::Term(_, _, term) => {
            let of = &fit.terms[term];
            [of.fit.inclusion, of.fit.pri, of.fit.coverage, of.unique_coverage].map(said)
        }
        Item::Whole(..) => {
            let [inclusion, pri, coverage] =
                [fit.whole.inclusion, fit.whole.pri, fit.whole.coverage].map(said);
            [inclusion, pri, coverage, String::new()]
        }
    }
}

/// Returns how firmly each condition of the terms stands.
fn standings(solved: &Solved, shown: &[&SolutionRead]) -> Vec<Option<Standing>> {
    let mut found = Vec::new();
    for solution in shown {
        for term in solution.models.iter().flat_map(|found| &found.model.terms) {
            let standing = |literal: draad_analysis::qca::Literal| {
                solved.standing(solution.kind, term, literal.condition)
            };
            found.extend(term.literals().map(standing));
        }
    }
    found
}

/// Returns whether conditions differ in how firmly they stand.
pub(super) fn has_standing(solved: &Solved, shown: &[&SolutionRead]) -> bool {
    standings(solved, shown).iter().flatten().any(|standing| *standing != Standing::Core)
}

impl Frame<'_> {
    fn ids(&self, item: Item) -> Vec<String> {
        marked_ids(self.qca, self.analysed, cases_of(self.shown, item))
    }

    fn draw_term(&self, ink: &mut Ink, at: usize, term: &Cube, middle: f64) {
        for literal in term.literals() {
            let x = self.layout.middles[literal.condition];
            let standing = self.solved.standing(self.shown[at].kind, term, literal.condition);
            let is_core = matches!(standing, None | Some(Standing::Core));
            let sign = match (self.qca.conditions[literal.condition].levels.is_empty(), literal.level) {
                (true, 0) => Sign::Crossed,
                (true, _) => Sign::Filled,
                (false, level) if is_core => Sign::Level(level),
                (false, level) => Sign::LightLevel(level),
            };
            let radius = self.layout.radius * part_of(standing);
            draw_sign(ink, sign, (x, middle), radius, &self.style.theme);
        }
    }

    /// "conservatief, model 1 van 1: A*~B; inclusie 0,915, PRI 0,915, dekking 0,437, uniek 0,328: p01, p02"
    fn title_of(&self, item: Item) -> String {
        let words = self.style.words;
        let (Item::Term(at, place, _) | Item::Whole(at, place)) = item;
        let found = model(self.shown, item);
        let formula = match item {
            Item::Term(_, _, term) => self.qca.written(&found.model.terms[term]),
            Item::Whole(..) => self.qca.formula(found),
        };
        let [inclusion, pri, coverage, unique] = numbers(self.shown, item, words);
        let args = [
            ("kind", solution_name(self.shown[at].kind, words).into()),
            ("place", (place + 1).into()),
            ("all", self.shown[at].models.len().into()),
            ("formula", formula.into()),
            ("inclusion", inclusion.into()),
            ("pri", pri.into()),
            ("coverage", coverage.into()),
            ("has-unique", usize::from(!unique.is_empty()).into()),
            ("unique", unique.into()),
            ("ids", self.ids(item).join(", ").into()),
        ];
        words.say_with("figure-solution-row", args)
    }
}

fn part_of(standing: Option<Standing>) -> f64 {
    match standing {
        None | Some(Standing::Core) => 1.0,
        Some(Standing::CoreInSome) => IN_SOME,
        Some(Standing::Contributing) => CONTRIBUTING,
    }
}

fn filled(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    draw_sign(ink, Sign::Filled, middle, LARGEST, theme);
}

fn crossed(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    draw_sign(ink, Sign::Crossed, middle, LARGEST, theme);
}

/// Draws both signs beside each other.
fn pair(ink: &mut Ink, (x, y): (f64, f64), radius: f64, theme: &Theme) {
    draw_sign(ink, Sign::Filled, (x - LARGEST - 0.2, y), radius, theme);
    draw_sign(ink, Sign::Crossed, (x + LARGEST + 0.2, y), radius, theme);
}

fn core(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    pair(ink, middle, LARGEST, theme);
}

fn in_some(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    pair(ink, middle, LARGEST * IN_SOME, theme);
}

fn contributing(ink: &mut Ink, middle: (f64, f64), theme: &Theme) {
    pair(ink, middle, LARGEST * CONTRIBUTING, theme);
}

fn legend(
    qca: &Qca,
    (analysed, solved): (&Analysed, &Solved),
    shown: &[&SolutionRead],
    style: &Style,
) -> Legend {
    let words = style.words;
    let own = |width, draw, key: &str| Entry { sample: Sample::Own(width, draw), text: words.say(key) };
    let said = |key: &str| Entry { sample: Sample::Words, text: words.say(key) };
    let mut signs = vec![
        own(2.0 * LARGEST, filled, "figure-qca-present"),
        own(2.0 * LARGEST, crossed, "figure-qca-absent"),
        said("figure-solution-blank"),
    ];
    if qca.conditions.iter().any(|condition| !condition.levels.is_empty()) {
        signs.push(said("figure-qca-level"));
    }
    let found = standings(solved, shown);
    let has = |standing: Standing| found.contains(&Some(standing));
    let width = 4.0 * LARGEST + 0.4;
    let sizes = [
        (Standing::Core, own(width, core, "figure-solution-core-sign")),
        (Standing::CoreInSome, own(width, in_some, "figure-solution-in-some-sign")),
        (Standing::Contributing, own(width, contributing, "figure-solution-contributing-sign")),
    ];
    let differ = has_standing(solved, shown);
    let sizes: Vec<Entry> =
        sizes.into_iter().filter(|(standing, _)| differ && has(*standing)).map(|(_, entry)| entry).collect();
    let mut blocks = vec![signs, sizes];
    let mut models = shown.iter().flat_map(|solution| &solution.models);
    if models.any(|found| found.fit.cases.iter().any(|&case| analysed.lacks_outcome(case))) {
        blocks.push(vec![said("figure-qca-without")]);
    }
    blocks.retain(|block| !block.is_empty());
    let content = style.format.width_mm() - 2.0 * style.format.edge_mm();
    Legend::new(blocks, AreaScale { unit_mm: LARGEST, cap: 1, max: 1 }, content)
}

impl Rows for Frame<'_> {
    type Item = Item;

    fn style(&self) -> &Style {
        self.style
    }

    fn title(&self) -> String {
        self.style.words.say("figure-solution-title")
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

    fn draw_row(&self, canvas: &mut Canvas, item: &Item, name: &[String], middle: f64) {
        let (theme, ids) = (&self.style.theme, self.ids(*item));
        let (Item::Term(at, place, _) | Item::Whole(at, place)) = *item;
        let kind = draad_analysis::qca::kind_name(self.shown[at].kind);
        let (row, class, colour) = match item {
            Item::Term(_, _, term) => ((term + 1).to_string(), "term", theme.ink),
            Item::Whole(..) => ("whole".to_owned(), "whole", theme.muted),
        };
        let tag = Tag {
            id: format!("solution-{kind}-{}-{row}", place + 1),
            class: class.to_owned(),
            title: self.title_of(*item),
            data: vec![
                ("data-solution", kind.to_owned()),
                ("data-model", (place + 1).to_string()),
                ("data-term", row),
            ],
        };
        let up = self.layout.cases.middle(&ids, middle);
        canvas.group(&tag, |ink| {
            sheet::draw_name(ink, name, (self.style.format.edge_mm(), up), SMALL, self.style);
            if let Item::Term(at, _, term) = *item {
                self.draw_term(ink, at, &model(self.shown, *item).model.terms[term], up);
            }
            self.layout.draw_numbers(ink, &numbers(self.shown, *item, self.style.words), up, colour);
            self.layout.cases.draw(ink, &ids, middle, self.style);
        });
    }

    fn draw_below(&self, canvas: &mut Canvas, top: f64) {
        let title = self.style.words.say("figure-legend");
        let at = (self.style.format.edge_mm(), top + ABOVE_LEGEND);
        self.legend.draw(canvas, at, "solution-legend", &title, &self.style.theme);
    }
}
