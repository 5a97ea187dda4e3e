//! Quotes per factor, in both directions, by pseudonymous ids.

use super::names::Names;
use crate::results::Results;
use crate::show::k_of_n;
use draad_analysis::meta_matrix::{MOST_QUOTES, MetaQuote};
use draad_analysis::{CellState, MetaMatrix, MetaMatrixOptions, Passage};
use draad_core::diagnostic::Outcome;
use draad_core::{CodeKind, ParticipantId, Study, Valence};
use draad_figures::section_name;
use draad_report::document::{Block, Column, Inline, Line, Row, Table, cell};
use draad_words::Words;
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The directions in which passages are quoted, in their order; last those without one.
const DIRECTIONS: [Option<Valence>; 4] =
    [Some(Valence::Promoting), Some(Valence::Hindering), Some(Valence::Ambivalent), None];

/// The quotes that are picked.
pub(super) struct Quoted<'r> {
    results: &'r Results<'r>,
    matrix: MetaMatrix,
    /// Per factor that has some, by its place in the matrix.
    picked: Vec<(usize, Vec<Picked>)>,
}

/// A quote, and for which direction it stands.
struct Picked {
    direction: Option<Valence>,
    passage: Passage,
    speaker: Option<ParticipantId>,
}

impl<'r> Quoted<'r> {
    /// Picks a quote per factor and direction.
    ///
    /// # Errors
    /// When there is nothing to show.
    pub(super) fn new(results: &'r Results<'r>) -> Outcome<Self> {
        let own = MetaMatrixOptions { quotes: MOST_QUOTES, shuffles: 0, ..MetaMatrixOptions::default() };
        let matrix = MetaMatrix::from_facts(results.study(), &results.facts, &results.options, &own)?;
        let of_factor = |factor: usize| {
            let mut picked: Vec<Picked> = Vec::new();
            for direction in DIRECTIONS {
                let is_new =
                    |quote: &MetaQuote| picked.iter().all(|known| !is_same(&known.passage, &quote.passage));
                if let Some(quote) = best(&matrix, factor, direction, is_new) {
                    let (passage, speaker) =
                        (quote.passage.clone(), speaker(results.study(), &quote.passage));
                    picked.push(Picked { direction, passage, speaker });
                }
            }
            (factor, picked)
        };
        let is_code = |factor: &usize| matrix.factors[*factor].kind != CodeKind::Heading;
        let picked = (0..matrix.factors.len()).filter(is_code).map(of_factor);
        let picked = picked.filter(|(_, picked)| !picked.is_empty()).collect();
        Ok(Self { results, picked, matrix })
    }

    fn all(&self) -> impl Iterator<Item = &Picked> {
        self.picked.iter().flat_map(|(_, picked)| picked)
    }

    pub(super) fn n_quotes(&self) -> usize {
        self.all().count()
    }

    /// Different people whose id stands with a quote.
    pub(super) fn n_people(&self) -> usize {
        self.all().filter_map(|quote| quote.speaker.as_ref()).collect::<BTreeSet<_>>().len()
    }

    pub(super) fn n_cases(&self) -> usize {
        self.all().map(|quote| &quote.passage.case).collect::<BTreeSet<_>>().len()
    }

    /// Returns the quotes, a table per section of factors.
    pub(super) fn blocks(&self, names: &Names) -> Vec<Block> {
        let words = self.results.project.words;
        if self.picked.is_empty() {
            return Vec::new();
        }
        let mut n_replaced = 0;
        let section = |(factor, _): &(usize, Vec<Picked>)| self.matrix.factors[*factor].section();
        let mut tables = Vec::new();
        for factors in self.picked.chunk_by(|a, b| section(a) == section(b)) {
            let mut rows = Vec::new();
            for (factor, picked) in factors {
                rows.push(Row::Section(self.head(*factor)));
                for quote in picked {
                    let (line, n) = names.replaced(&quote.passage, words);
                    n_replaced += n;
                    rows.push(self.row(quote, line));
                }
            }
            let args = [("section", section_name(section(&factors[0]), words).into())];
            let caption = words.say_with("manuscript-table-quotes", args);
            let table = Table { caption, columns: columns(words), rows, notes: Vec::new() };
            tables.push(Block::Table(table));
        }
        let about_names = match n_replaced {
            0 => words.say("manuscript-quotes-no-names"),
            n => words.say_with("manuscript-quotes-names", [("n", n.into())]),
        };
        let mut blocks = vec![Block::heading(1, words.say("manuscript-quotes"))];
        blocks.push(Block::Note(words.say("manuscript-quotes-note")));
        blocks.push(Block::Note(about_names));
        blocks.extend(tables);
        blocks
    }

    /// `Vertrouwen: in 12 van 13`
    fn head(&self, factor: usize) -> String {
        let words = self.results.project.words;
        let own = &self.matrix.factors[factor];
        let state = |case: usize| self.matrix.cell(case, factor).state;
        let n = (0..self.matrix.cases.len()).filter(|&case| state(case) != CellState::NoMaterial).count();
        let cases = k_of_n(&words, (own.n_cases, n));
        let args = [("factor", own.name.or(words.language, &own.id).into()), ("cases", cases.into())];
        words.say_with("manuscript-quote-factor", args)
    }

    fn row(&self, quote: &Picked, line: Line) -> Row {
        let (study, words) = (self.results.study(), self.results.project.words);
        let direction = quote.direction.map_or_else(
            || words.say("manuscript-quote-no-direction"),
            |direction| words.say(&format!("valence-{}", <&str>::from(direction))),
        );
        let role = quote.passage.role.as_ref();
        let role = role.map(|id| study.settings.role_name(id, words.language));
        let who = quote.speaker.iter().map(ToString::to_string).chain(role);
        let who = who.map(|text| vec![Inline::plain(text)]).collect();
        let place = [quote.passage.case.to_string(), quote.passage.source.to_string()].map(cell);
        Row::Cells([cell(direction), vec![line], who].into_iter().chain(place).collect())
    }
}

fn columns(words: Words) -> Vec<Column> {
    let widths = [("direction", 18.0), ("words", 60.0), ("who", 25.0), ("case", 9.0), ("source", 26.0)];
    let column =
        |(key, width): (&str, f64)| Column::left(words.say(&format!("manuscript-quote-{key}")), width);
    widths.map(column).into()
}

/// Returns whether two passages are the same words.
fn is_same(a: &Passage, b: &Passage) -> bool {
    (&a.source, a.chars) == (&b.source, b.chars)
}

/// Returns the quote that stands for a direction of a factor, of those that are not shown yet: a pinned one first, then from
/// the case with the most passages in that direction, then the first. Codings of a whole source have no words.
fn best(
    matrix: &MetaMatrix,
    factor: usize,
    direction: Option<Valence>,
    is_new: impl Fn(&MetaQuote) -> bool,
) -> Option<&MetaQuote> {
    let fits = |quote: &&MetaQuote| match direction {
        Some(direction) => quote.passage.valences.contains(&direction),
        None => quote.passage.valences.is_empty(),
    };
    let in_case = |case: usize| {
        let cell = matrix.cell(case, factor);
        let n = match direction {
            Some(Valence::Promoting) => cell.n_promoting,
            Some(Valence::Hindering) => cell.n_hindering,
            Some(Valence::Ambivalent) => cell.n_ambivalent,
            None => cell.n_without_direction,
        };
        let quotes = cell.quotes.iter().filter(|quote| quote.passage.chars.is_some());
        quotes.filter(fits).map(move |quote| (Reverse((quote.is_pinned, n)), case, quote))
    };
    let all = (0..matrix.cases.len()).flat_map(in_case).filter(|(.., quote)| is_new(quote));
    all.min_by_key(|(rank, case, _)| (*rank, *case)).map(|(.., quote)| quote)
}

/// Returns the participant who speaks, where the study knows; never a label, which may be a name.
fn speaker(study: &Study, passage: &Passage) -> Option<ParticipantId> {
    let label = passage.speaker.as_deref()?;
    let source = study.sources.get(&passage.source)?;
    study.speaker(label, source).map(|person| person.id.clone())
}
