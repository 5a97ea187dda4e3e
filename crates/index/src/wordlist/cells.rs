//! Where words are counted.

use super::{Corpus, Piece};
use rustc_hash::FxHashMap;

/// A source, as far as it belongs to the same groups.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Position in [`Study::sources`](draad_core::Study::sources).
    pub source: u32,
    /// The groups, as the caller numbers them.
    pub groups: Vec<u32>,
    /// How many words it has.
    pub n_words: u64,
}

/// The words of a corpus divided over cells: every count is a count per cell, so that any group can be held against the
/// others, and every group has its sources.
#[derive(Debug)]
pub struct Cells {
    cells: Vec<Cell>,
    /// Per word its cell, or [`NOWHERE`].
    of_word: Vec<u32>,
}

/// The cell of a word that does not take part.
const NOWHERE: u32 = u32::MAX;

impl Cells {
    /// Divides a corpus. `groups` says to which groups a piece belongs: none, some (a piece about two cases belongs to both),
    /// or nothing at all for a piece that does not take part. It knows the piece's source and unit, so a set of units that
    /// a query found is a group like any other.
    pub fn new(corpus: &Corpus, groups: impl Fn(&Piece) -> Option<Vec<u32>>) -> Self {
        let mut numbers: FxHashMap<(u32, Vec<u32>), u32> = FxHashMap::default();
        let mut cells: Vec<Cell> = Vec::new();
        let mut of_word = vec![NOWHERE; corpus.n_words()];
        for (piece_idx, piece) in corpus.pieces().iter().enumerate() {
            let Some(groups) = groups(piece) else { continue };
            let cell = *numbers.entry((piece.source, groups)).or_insert_with_key(|(source, groups)| {
                cells.push(Cell { source: *source, groups: groups.clone(), n_words: 0 });
                cells.len() as u32 - 1
            });
            let positions = corpus.positions(piece_idx);
            cells[cell as usize].n_words += positions.len() as u64;
            of_word[positions].fill(cell);
        }
        Self { cells, of_word }
    }

    /// Puts all words into one cell per source, without groups.
    pub fn by_source(corpus: &Corpus) -> Self {
        Self::new(corpus, |_| Some(Vec::new()))
    }

    /// Returns the cells, in the order of sources.
    pub fn all(&self) -> &[Cell] {
        &self.cells
    }

    /// Returns how many of these positions lie in each cell: cell and count, by cell.
    pub(super) fn counts(&self, positions: &[u32]) -> Vec<(u32, u64)> {
        let cells = positions.iter().map(|&position| self.of_word[position as usize]);
        let mut cells: Vec<u32> = cells.filter(|&cell| cell != NOWHERE).collect();
        cells.sort_unstable();
        cells.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() as u64)).collect()
    }
}
