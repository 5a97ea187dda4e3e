//! Quotes per factor, in both directions, by pseudonymous ids.

use crate::results::Results;
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
/// The fewest letters of a name that is looked for: shorter ones are initials and syllables.
const LEAST_LETTERS: usize = 3;

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
            let picked = DIRECTIONS.iter().filter_map(|direction| {
                let passage = &best(&matrix, factor, *direction)?.passage;
                let speaker = speaker(results.study(), passage);
                Some(Picked { direction: *direction, passage: passage.clone(), speaker })
            });
            (factor, picked.collect::<Vec<_>>())
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
    pub(super) fn blocks(&self) -> Vec<Block> {
        let words = self.results.project.words;
        if self.picked.is_empty() {
            return Vec::new();
        }
        let names = Names::new(self.results.study());
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
            tables.push(Block::Table(Table { caption, columns: columns(words), rows, notes: Vec::new() }));
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
        let cases = words.say_with("k-of-n", [("k", own.n_cases.into()), ("n", n.into())]);
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
        let role = role.map(|id| {
            study.settings.role(id).map_or_else(|| id.to_string(), |role| role.name(words.language))
        });
        let who = quote.speaker.iter().map(ToString::to_string).chain(role);
        let who = who.map(|text| vec![Inline::plain(text)]).collect();
        let place = [quote.passage.case.to_string(), quote.passage.source.to_string()].map(cell);
        Row::Cells([cell(direction), vec![line], who].into_iter().chain(place).collect())
    }
}

fn columns(words: Words) -> Vec<Column> {
    let widths = [("direction", 15.0), ("words", 70.0), ("who", 20.0), ("case", 9.0), ("source", 22.0)];
    let column =
        |(key, width): (&str, f64)| Column::left(words.say(&format!("manuscript-quote-{key}")), width);
    widths.into_iter().map(column).collect()
}

/// Returns the quote that stands for a direction of a factor: a pinned one first, then from the case with the most passages in
/// that direction, then the first. Codings of a whole source have no words.
fn best(matrix: &MetaMatrix, factor: usize, direction: Option<Valence>) -> Option<&MetaQuote> {
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
    let all = (0..matrix.cases.len()).flat_map(in_case);
    all.min_by_key(|(rank, case, _)| (*rank, *case)).map(|(.., quote)| quote)
}

/// Returns the participant who speaks, where the study knows; never a label, which may be a name.
fn speaker(study: &Study, passage: &Passage) -> Option<ParticipantId> {
    let label = passage.speaker.as_deref()?;
    let source = study.sources.get(&passage.source)?;
    match study.speakers_called(label, source)[..] {
        [person] => Some(person.id.clone()),
        _ => None,
    }
}

/// The names that the study knows, and of whom they are.
struct Names<'s> {
    /// A word, and the id of whom it names, with the cases to which he or she belongs.
    names: Vec<(String, String, Vec<&'s str>)>,
}

impl<'s> Names<'s> {
    fn new(study: &'s Study) -> Self {
        let mut names = Vec::new();
        for case in study.cases.values() {
            let words = name_words(&case.name);
            names.extend(words.map(|word| (word, case.id.to_string(), vec![case.id.as_str()])));
        }
        for person in study.participants.values() {
            let cases: Vec<&str> = person.cases.iter().map(|case| case.as_str()).collect();
            let words = person.labels.iter().chain([&person.name]).flat_map(|text| name_words(text));
            let mut known: Vec<String> = words.collect();
            known.sort_unstable();
            known.dedup();
            names.extend(known.into_iter().map(|word| (word, person.id.to_string(), cases.clone())));
        }
        Self { names }
    }

    /// Returns the words of a passage in which each name is a field with an id, and how many there are. Whose name it is, is
    /// known only within a case: of a name that the study knows from another case, it is left open.
    fn replaced(&self, passage: &Passage, words: Words) -> (Line, usize) {
        let (mut line, mut plain, mut n) = (Line::new(), String::new(), 0);
        for piece in pieces(&passage.text) {
            let named: Vec<_> = self.names.iter().filter(|(name, ..)| name == piece).collect();
            if named.is_empty() {
                plain += piece;
                continue;
            }
            let own = named.iter().find(|(_, _, cases)| cases.contains(&passage.case.as_str()));
            let id = own.map_or_else(String::new, |(_, id, _)| format!("[{id}]"));
            line.extend((!plain.is_empty()).then(|| Inline::plain(std::mem::take(&mut plain))));
            line.push(Inline::field(words.say("manuscript-quote-name"), id));
            n += 1;
        }
        line.extend((!plain.is_empty()).then(|| Inline::plain(plain)));
        (line, n)
    }
}

/// Returns the words of a label that are names: capital first, and long enough.
fn name_words(text: &str) -> impl Iterator<Item = String> {
    let is_name = |word: &&str| {
        word.chars().next().is_some_and(char::is_uppercase) && word.chars().count() >= LEAST_LETTERS
    };
    text.split(|letter: char| !letter.is_alphabetic()).filter(is_name).map(str::to_owned)
}

/// Cuts a text between letters and other signs, so that each word is a piece of its own.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut start = 0;
    let mut was_letter = None;
    for (place, letter) in text.char_indices() {
        let is_letter = letter.is_alphabetic();
        if was_letter.replace(is_letter).is_some_and(|was| was != is_letter) {
            pieces.push(&text[start..place]);
            start = place;
        }
    }
    pieces.push(&text[start..]);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_words_with_a_capital() {
        assert_eq!(name_words("Samira mama Noor").collect::<Vec<_>>(), ["Samira", "Noor"]);
        assert_eq!(name_words("M").count(), 0);
        assert_eq!(pieces("Noors, en Noor!"), ["Noors", ", ", "en", " ", "Noor", "!"]);
    }
}
