//! Counts passages by direction, row by row.

use super::keys::Comparison;
use super::voices::{self, Chooser};
use super::{BothIn, ByKey, Change, Flip, Leaning, LevelPair, Reach, Tension, TensionKey, WithoutTension};
use crate::directions::Pointing;
use crate::hits::{Hit, Rows, Stretch, distinct, passages};
use crate::{By, CellState, Directions};
use draad_core::facts::Facts;
use draad_core::{Code, CodeKind, Study};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What is needed to count a row.
pub(super) struct Counting<'a> {
    pub(super) study: &'a Study,
    pub(super) facts: &'a Facts,
    pub(super) rows: &'a Rows,
    /// All hits, sorted.
    hits: &'a [Hit],
    pub(super) comparisons: &'a [Comparison<'a>],
    pub(super) quotes: usize,
    /// Per case of the study its position in the table.
    position_of_case: Vec<usize>,
}

/// What became of a row.
pub(super) enum Counted {
    Tension(Box<Tension>),
    Without(WithoutTension),
}

/// A passage of one row under one value of a key, in one case. The order of the fields is the order in which pieces are
/// sorted: words that belong to several cases stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Piece {
    level: u32,
    source: u32,
    chars: Option<(u32, u32)>,
    /// Position in the table.
    case: usize,
    /// Position among the passages.
    passage: usize,
}

/// Passages with what they say.
struct Pieces {
    /// Sorted.
    pieces: Vec<Piece>,
    /// By position among the passages.
    pointing: Vec<Pointing>,
}

impl<'a> Counting<'a> {
    pub(super) fn new(
        study: &'a Study,
        facts: &'a Facts,
        rows: &'a Rows,
        hits: &'a [Hit],
        comparisons: &'a [Comparison<'a>],
        quotes: usize,
    ) -> Self {
        let mut position_of_case = vec![usize::MAX; study.cases.len()];
        for (position, &case) in facts.cases.iter().enumerate() {
            position_of_case[case as usize] = position;
        }
        Self { study, facts, rows, hits, comparisons, quotes, position_of_case }
    }

    /// Returns the number of cases with material.
    pub(super) fn cases_with_material(&self) -> usize {
        let material = self.facts.material.iter().filter(|material| !material.chars.is_empty());
        distinct(material.map(|material| material.case)).len()
    }

    /// Counts all rows but headings, in their order.
    pub(super) fn all(&self) -> Vec<Counted> {
        let has_material = self.cases_with_material() > 0;
        let count = |row: u32| {
            let code = &self.study.codebook.codes[self.rows.codes[row as usize] as usize];
            let first = self.hits.partition_point(|hit| hit.row < row);
            let after = self.hits.partition_point(|hit| hit.row <= row);
            (code.kind != CodeKind::Heading).then(|| self.row(code, &self.hits[first..after], has_material))
        };
        (0..self.rows.codes.len() as u32).into_par_iter().filter_map(count).collect()
    }

    fn row(&self, code: &Code, hits: &[Hit], has_material: bool) -> Counted {
        let stretches = passages(hits);
        let all = self.pieces(hits, &stretches, |_| 0);
        let Some(whole) = all.leanings().pop() else {
            let state = if has_material { CellState::NotFound } else { CellState::NoMaterial };
            return Counted::Without(without(code, state, 0, 0));
        };
        let is_both = whole.state == CellState::Both;
        let keys: Vec<ByKey> = match is_both {
            true => self.comparisons.iter().map(|key| self.by_key(key, hits, &all)).collect(),
            false => Vec::new(),
        };
        let differs = match &keys[..] {
            [key] => key.differs,
            _ => is_both,
        };
        if !differs {
            return Counted::Without(without(code, whole.state, whole.n_cases, whole.passages.passages));
        }
        Counted::Tension(Box::new(self.tension(code, hits, &stretches, whole, keys, &all)))
    }

    fn tension(
        &self,
        code: &Code,
        hits: &[Hit],
        stretches: &[Stretch],
        whole: Leaning,
        keys: Vec<ByKey>,
        all: &Pieces,
    ) -> Tension {
        let chooser = Chooser::new(self, hits, stretches, &all.pointing);
        let both = all.both();
        let in_passages = all.pointing.iter().any(|pointing| pointing.is_both());
        let nearest = both.iter().map(|both| both.reach).min().unwrap_or(Reach::BetweenCases);
        Tension {
            id: code.id.clone(),
            name: code.name.clone(),
            kind: code.kind,
            valence: code.valence,
            level: code.level.clone(),
            passages: whole.passages,
            n_sources: whole.n_sources,
            n_cases: whole.n_cases,
            promoting: whole.promoting,
            hindering: whole.hindering,
            ambivalent: all.cases(|pointing| pointing.ambivalent),
            reach: if in_passages { Reach::Passage } else { nearest },
            both,
            between_codes: self.is_between_codes(hits),
            keys,
            voices: chooser.voices(),
            both_ways: chooser.passages(voices::Side::Both),
            ambivalent_passages: chooser.passages(voices::Side::Ambivalent),
        }
    }

    /// Returns whether no code of a row both promotes and hinders.
    fn is_between_codes(&self, hits: &[Hit]) -> bool {
        let mut of_code: BTreeMap<u32, Pointing> = BTreeMap::new();
        for fact in hits.iter().map(|hit| &self.facts.codings[hit.fact as usize]) {
            *of_code.entry(fact.code).or_default() |= fact.valence.map(Pointing::from).unwrap_or_default();
        }
        !of_code.values().any(|pointing| pointing.is_both())
    }

    /// Lays out the passages of a row under the values of a key.
    fn pieces(&self, hits: &[Hit], stretches: &[Stretch], level_of: impl Fn(&Hit) -> u32) -> Pieces {
        let piece = |(passage, stretch): (usize, &Stretch)| {
            let first = &hits[stretch.hits.start];
            Piece {
                level: level_of(first),
                source: first.source,
                chars: stretch.chars.map(|chars| (chars.start.0, chars.end.0)),
                case: self.position_of_case[first.case as usize],
                passage,
            }
        };
        let mut pieces: Vec<Piece> = stretches.iter().enumerate().map(piece).collect();
        pieces.sort_unstable();
        let pointing = stretches.iter().map(|stretch| Pointing::of(self.facts, hits, stretch)).collect();
        Pieces { pieces, pointing }
    }

    /// Counts a row by one key. Where values change within a source, passages are cut at their borders.
    fn by_key(&self, comparison: &Comparison, hits: &[Hit], all: &Pieces) -> ByKey {
        let level_of = |hit: &Hit| comparison.grouping.of_fact(&self.facts.codings[hit.fact as usize]);
        let pieces = if comparison.key.varies_within_case() {
            let mut cut: Vec<Hit> = hits.iter().map(|hit| hit.in_group(level_of(hit))).collect();
            cut.sort_unstable();
            self.pieces(&cut, &passages(&cut), |hit| hit.group)
        } else {
            let mut pieces = all.pieces.clone();
            let level = |case: usize| comparison.grouping.of_case(self.facts.cases[case]);
            pieces.iter_mut().for_each(|piece| piece.level = level(piece.case));
            pieces.sort_unstable();
            Pieces { pieces, pointing: all.pointing.clone() }
        };
        let leanings = pieces.leanings();
        let compared = || leanings.iter().filter(|leaning| comparison.levels[leaning.level].compared);
        let having = |direction: fn(&Directions) -> usize| {
            compared().filter(move |leaning| direction(&leaning.passages) > 0).map(|leaning| leaning.level)
        };
        let (promoting, hindering) =
            (having(|of| of.promoting).collect(), having(|of| of.hindering).collect());
        let flips = self.flips(comparison, &pieces);
        ByKey {
            differs: contradict(&promoting, &hindering),
            pairs: pairs(&flips, &comparison.levels),
            flips,
            leanings,
        }
    }

    /// Returns the cases that flip over a key.
    fn flips(&self, comparison: &Comparison, pieces: &Pieces) -> Vec<Flip> {
        if !comparison.key.varies_within_case() {
            return Vec::new();
        }
        let mut of_case: BTreeMap<usize, BTreeMap<usize, Pointing>> = BTreeMap::new();
        for piece in &pieces.pieces {
            let levels = of_case.entry(piece.case).or_default();
            *levels.entry(piece.level as usize).or_default() |= pieces.pointing[piece.passage];
        }
        let flip = |(case, coded): (usize, BTreeMap<usize, Pointing>)| {
            let having = |direction: fn(&Pointing) -> bool| -> Vec<usize> {
                let compared = coded.iter().filter(|(level, _)| comparison.levels[**level].compared);
                compared.filter(|(_, pointing)| direction(pointing)).map(|(level, _)| *level).collect()
            };
            if !contradict(&having(|of| of.promoting), &having(|of| of.hindering)) {
                return None;
            }
            let states: Vec<CellState> = (0..comparison.levels.len())
                .map(|level| match coded.get(&level) {
                    Some(pointing) => pointing.state(),
                    None if comparison.has_material(level, self.facts.cases[case]) => CellState::NotFound,
                    None => CellState::NoMaterial,
                })
                .collect();
            let is_phase = comparison.key == TensionKey::By(By::Phase);
            let stated = || states.iter().zip(&comparison.levels).filter(|(_, level)| level.compared);
            let change = is_phase.then(|| change(stated().map(|(state, _)| *state)));
            Some(Flip { case, states, change })
        };
        of_case.into_iter().filter_map(flip).collect()
    }
}

impl Pieces {
    /// Counts the pieces of each value.
    fn leanings(&self) -> Vec<Leaning> {
        self.pieces.chunk_by(|a, b| a.level == b.level).map(|pieces| self.leaning(pieces)).collect()
    }

    fn leaning(&self, pieces: &[Piece]) -> Leaning {
        let together = |pieces: &[Piece]| {
            pieces.iter().fold(Pointing::default(), |all, piece| all | self.pointing[piece.passage])
        };
        let mut passages = Directions::default();
        for same_words in pieces.chunk_by(|a, b| (a.source, a.chars) == (b.source, b.chars)) {
            passages += together(same_words);
        }
        let mut sources = Directions::default();
        for of_source in pieces.chunk_by(|a, b| a.source == b.source) {
            sources += together(of_source);
        }
        let cases = |takes: fn(Pointing) -> bool| self.cases_of(pieces, takes);
        Leaning {
            level: pieces[0].level as usize,
            state: together(pieces).state(),
            passages,
            n_sources: sources.passages,
            n_sources_promoting: sources.promoting,
            n_sources_hindering: sources.hindering,
            n_cases: cases(|_| true).len(),
            promoting: cases(|pointing| pointing.promoting),
            hindering: cases(|pointing| pointing.hindering),
        }
    }

    /// Returns the cases with a passage that points so.
    fn cases(&self, takes: fn(Pointing) -> bool) -> Vec<usize> {
        self.cases_of(&self.pieces, takes)
    }

    fn cases_of(&self, pieces: &[Piece], takes: fn(Pointing) -> bool) -> Vec<usize> {
        let taken = pieces.iter().filter(|piece| takes(self.pointing[piece.passage]));
        distinct(taken.map(|piece| piece.case))
    }

    /// Returns the cases with both directions, and how near the two come to each other.
    fn both(&self) -> Vec<BothIn> {
        let mut places: Vec<(usize, u32, Pointing)> = self
            .pieces
            .iter()
            .map(|piece| (piece.case, piece.source, self.pointing[piece.passage]))
            .collect();
        places.sort_unstable_by_key(|(case, source, _)| (*case, *source));
        let together = |places: &[(usize, u32, Pointing)]| {
            places.iter().fold(Pointing::default(), |all, (.., one)| all | *one)
        };
        let both = |of_case: &[(usize, u32, Pointing)]| {
            let mut sources = of_case.chunk_by(|a, b| a.1 == b.1);
            let reach = if of_case.iter().any(|(.., pointing)| pointing.is_both()) {
                Reach::Passage
            } else if sources.any(|of_source| together(of_source).is_both()) {
                Reach::Source
            } else {
                Reach::Case
            };
            together(of_case).is_both().then_some(BothIn { case: of_case[0].0, reach })
        };
        places.chunk_by(|a, b| a.0 == b.0).filter_map(both).collect()
    }
}

fn without(code: &Code, state: CellState, n_cases: usize, n_passages: usize) -> WithoutTension {
    WithoutTension { id: code.id.clone(), name: code.name.clone(), state, n_cases, n_passages }
}

/// Returns whether one value promotes and another hinders. Values stand in ascending order.
fn contradict(promoting: &Vec<usize>, hindering: &Vec<usize>) -> bool {
    !promoting.is_empty() && !hindering.is_empty() && (promoting.len() > 1 || promoting != hindering)
}

/// Returns which values contradict each other in which cases.
fn pairs(flips: &[Flip], levels: &[super::Level]) -> Vec<LevelPair> {
    let mut cases_of: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for flip in flips {
        let compared = || flip.states.iter().enumerate().filter(|(level, _)| levels[*level].compared);
        for (promoting, _) in compared().filter(|(_, state)| state.directions().0) {
            for (hindering, _) in compared().filter(|(_, state)| state.directions().1) {
                if promoting != hindering {
                    cases_of.entry((promoting, hindering)).or_default().push(flip.case);
                }
            }
        }
    }
    let pair = |((promoting, hindering), cases)| LevelPair { promoting, hindering, cases };
    let mut pairs: Vec<LevelPair> = cases_of.into_iter().map(pair).collect();
    // stable: values stay in their order
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.cases.len()));
    pairs
}

/// Returns how the direction changes from the first phase that has one to the last.
fn change(states: impl Iterator<Item = CellState>) -> Change {
    let pointing: Vec<CellState> = states.filter(|state| state.directions() != (false, false)).collect();
    match (pointing.first(), pointing.last()) {
        (Some(CellState::Promoting), Some(CellState::Hindering)) => Change::HelpsThenHinders,
        (Some(CellState::Hindering), Some(CellState::Promoting)) => Change::HindersThenHelps,
        _ => Change::Otherwise,
    }
}
