//! The words around a word.

use super::{Cells, Corpus, Merge, Shown, Terms, shown};
use crate::form::{fold, stem};
use crate::words::words;
use std::borrow::Cow;

/// A word whose company is looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Near {
    key: String,
    merge: Merge,
}

/// The words within some distance of a word, in the same piece. The word itself is no company of its own, also where it
/// stands nearby again; a word near two of its occurrences counts once.
#[derive(Debug)]
pub struct Company {
    /// The word, as people wrote it.
    pub shown: Shown,
    /// Positions of the word, ascending.
    places: Vec<u32>,
    /// Positions of its company, ascending.
    around: Vec<u32>,
}

impl Near {
    /// Reads `word`, for all forms of its stem, or `=word`, for that word alone. Nothing when it is not exactly one word.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (merge, text) = match text.strip_prefix('=') {
            Some(word) => (Merge::Spelling, word.trim()),
            None => (Merge::Stems, text),
        };
        let mut found = words(text);
        let (word, None) = (found.next()?, found.next()) else { return None };
        let folded = fold(&text[word]).into_owned();
        let key = match merge {
            Merge::Spelling => folded,
            Merge::Stems => stem(&folded),
        };
        Some(Self { key, merge })
    }

    fn is(&self, form: &str) -> bool {
        let folded: Cow<str> = fold(form);
        match self.merge {
            Merge::Spelling => self.key == folded,
            Merge::Stems => self.key == stem(&folded),
        }
    }
}

impl Company {
    /// Looks for a word and the words at most `window` words away from it. Nothing when it does not occur.
    pub fn new(corpus: &Corpus, near: &Near, window: usize) -> Option<Self> {
        let is_node: Vec<bool> = corpus.forms().iter().map(|form| near.is(form)).collect();
        let (mut places, mut around) = (Vec::new(), Vec::new());
        for piece_idx in 0..corpus.pieces().len() {
            let positions = corpus.positions(piece_idx);
            let is_at = |position: usize| is_node[corpus.forms_at(position, 1)[0] as usize];
            let nodes: Vec<usize> = positions.clone().filter(|&position| is_at(position)).collect();
            let mut next = positions.start;
            for &node in &nodes {
                let from = node.saturating_sub(window).max(next);
                let to = (node + window + 1).min(positions.end);
                around
                    .extend((from..to).filter(|&position| !is_at(position)).map(|position| position as u32));
                next = to.max(next);
            }
            places.extend(nodes.iter().map(|&position| position as u32));
        }
        let shown = shown::of_places(corpus, &places, 1);
        (!places.is_empty()).then_some(Self { shown, places, around })
    }

    /// Returns how often the word occurs.
    pub fn n_nodes(&self) -> u64 {
        self.places.len() as u64
    }

    /// Returns how many of its occurrences are of this term.
    pub fn n_nodes_of(&self, terms: &Terms, term: u32) -> u64 {
        self.places.iter().filter(|&&position| terms.of_word[position as usize] == term).count() as u64
    }

    /// Returns how often the word occurs in each cell where it does: position of the cell and count, by cell.
    pub fn node_counts(&self, cells: &Cells) -> Vec<(u32, u64)> {
        cells.counts(&self.places)
    }

    /// Returns how many words are near it.
    pub fn n_around(&self) -> u64 {
        self.around.len() as u64
    }

    /// Returns how often each term is near it in each cell: term, cell and count, by term and cell.
    pub fn counts(&self, terms: &Terms, cells: &Cells) -> Vec<(u32, Vec<(u32, u64)>)> {
        let mut by_term: Vec<(u32, u32)> =
            self.around.iter().map(|&position| (terms.of_word[position as usize], position)).collect();
        by_term.sort_unstable();
        let of_term = |run: &[(u32, u32)]| {
            let places: Vec<u32> = run.iter().map(|(_, position)| *position).collect();
            (run[0].0, cells.counts(&places))
        };
        by_term.chunk_by(|a, b| a.0 == b.0).map(of_term).collect()
    }
}
