//! The passages of one row under the values of a key, counted by direction.

use crate::directions::Pointing;
use crate::hits::{Hit, Stretch};
use crate::{CellState, Directions};
use draad_core::facts::Facts;
use serde::Serialize;

/// A factor under one value of a key.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Occurrence {
    /// Position of the value.
    pub level: usize,
    /// What it says there.
    pub state: CellState,
    /// Passages; words that belong to several cases count once.
    pub passages: Directions,
    /// Sources with it.
    pub n_sources: usize,
    /// Sources in which it promotes.
    pub n_sources_promoting: usize,
    /// Sources in which it hinders.
    pub n_sources_hindering: usize,
    /// Cases with it, as positions in the table, ascending.
    pub cases: Vec<usize>,
    /// Those of them in which it promotes.
    pub promoting: Vec<usize>,
    /// Those of them in which it hinders.
    pub hindering: Vec<usize>,
}

/// A passage of one row under one value of a key, in one case. The order of the fields is the order in which pieces are
/// sorted: words that belong to several cases stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Piece {
    /// Position of the value.
    pub(crate) level: u32,
    /// Position in the study's sources.
    pub(crate) source: u32,
    /// A whole source comes first.
    chars: Option<(u32, u32)>,
    /// Position of the case in the table.
    pub(crate) case: u32,
    /// Position among the passages.
    passage: u32,
}

/// Passages with what they say.
#[derive(Clone)]
pub(crate) struct Pieces {
    /// Sorted.
    pieces: Vec<Piece>,
    /// By position among the passages.
    pub(crate) pointing: Vec<Pointing>,
}

impl Pieces {
    /// Lays out the passages of a row: `level_of` says under which value one stands that starts with a hit, and
    /// `position_of_case` where each case of the study stands in the table.
    pub(crate) fn new(
        facts: &Facts,
        hits: &[Hit],
        stretches: &[Stretch],
        position_of_case: &[Option<u32>],
        level_of: impl Fn(&Hit) -> u32,
    ) -> Self {
        let piece = |(stretch, passage): (&Stretch, u32)| {
            let first = &hits[stretch.hits.start];
            Piece {
                level: level_of(first),
                source: first.source,
                chars: stretch.chars.map(|chars| (chars.start.0, chars.end.0)),
                case: position_of_case[first.case as usize].expect("facts hold only cases that pass"),
                passage,
            }
        };
        let mut pieces: Vec<Piece> = stretches.iter().zip(0..).map(piece).collect();
        pieces.sort_unstable();
        let pointing = stretches.iter().map(|stretch| Pointing::of(facts, hits, stretch)).collect();
        Self { pieces, pointing }
    }

    /// Returns the same passages under the values of a key that each case has one of.
    pub(crate) fn by_case(&self, level_of: impl Fn(usize) -> u32) -> Self {
        let mut pieces = self.pieces.clone();
        pieces.iter_mut().for_each(|piece| piece.level = level_of(piece.case as usize));
        pieces.sort_unstable();
        Self { pieces, pointing: self.pointing.clone() }
    }

    /// Returns the pieces with what they say, in their order.
    pub(crate) fn iter(&self) -> impl Iterator<Item = (&Piece, Pointing)> {
        self.pieces.iter().map(|piece| (piece, self.pointing[piece.passage as usize]))
    }

    /// Counts the pieces under each value, in the order of the values.
    pub(crate) fn occurrences(&self) -> Vec<Occurrence> {
        self.pieces.chunk_by(|a, b| a.level == b.level).map(|pieces| self.occurrence(pieces)).collect()
    }

    fn occurrence(&self, pieces: &[Piece]) -> Occurrence {
        let together = |pieces: &[Piece]| {
            pieces.iter().fold(Pointing::default(), |all, piece| all | self.pointing[piece.passage as usize])
        };
        let mut passages = Directions::default();
        for same_words in pieces.chunk_by(|a, b| (a.source, a.chars) == (b.source, b.chars)) {
            passages += together(same_words);
        }
        let mut sources = Directions::default();
        for of_source in pieces.chunk_by(|a, b| a.source == b.source) {
            sources += together(of_source);
        }
        let cases = self.merged(pieces);
        let having = |takes: fn(Pointing) -> bool| -> Vec<usize> {
            cases.iter().filter(|(_, pointing)| takes(*pointing)).map(|(case, _)| *case as usize).collect()
        };
        Occurrence {
            level: pieces[0].level as usize,
            state: together(pieces).state(),
            passages,
            n_sources: sources.passages,
            n_sources_promoting: sources.promoting,
            n_sources_hindering: sources.hindering,
            promoting: having(|pointing| pointing.promoting),
            hindering: having(|pointing| pointing.hindering),
            cases: having(|_| true),
        }
    }

    /// Returns the cases with a passage that points so, ascending.
    pub(crate) fn cases(&self, takes: fn(Pointing) -> bool) -> Vec<usize> {
        let merged = self.merged(&self.pieces).into_iter();
        merged.filter(|(_, pointing)| takes(*pointing)).map(|(case, _)| case as usize).collect()
    }

    /// Returns each case with all directions of its pieces, ascending.
    fn merged(&self, pieces: &[Piece]) -> Vec<(u32, Pointing)> {
        let mut cases: Vec<(u32, Pointing)> =
            pieces.iter().map(|piece| (piece.case, self.pointing[piece.passage as usize])).collect();
        cases.sort_by_key(|(case, _)| *case);
        cases.dedup_by(|next, kept| {
            let is_same = next.0 == kept.0;
            if is_same {
                kept.1 |= next.1;
            }
            is_same
        });
        cases
    }

    /// Counts the passages of each case, ascending.
    pub(crate) fn per_case(&self) -> Vec<(usize, Directions)> {
        let mut of_cases: Vec<(u32, u32)> =
            self.pieces.iter().map(|piece| (piece.case, piece.passage)).collect();
        of_cases.sort_unstable();
        let count = |of_case: &[(u32, u32)]| {
            let mut passages = Directions::default();
            of_case.iter().for_each(|&(_, passage)| passages += self.pointing[passage as usize]);
            (of_case[0].0 as usize, passages)
        };
        of_cases.chunk_by(|a, b| a.0 == b.0).map(count).collect()
    }
}
