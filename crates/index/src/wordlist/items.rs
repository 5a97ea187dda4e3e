//! What is counted: words, or runs of words, each with the places where it stands.

use super::{Cells, Corpus, Shown, StopWords, Terms, shown};
use rustc_hash::FxHashMap;
use std::ops::RangeInclusive;

/// Things that are counted. An item is a number; each has a length in words and at least one place.
#[derive(Debug)]
pub struct Items<'c, 's> {
    corpus: &'c Corpus<'s>,
    terms: &'c Terms,
    /// Per item how many words it has.
    lengths: Vec<u8>,
    /// Per item where its places begin; and last the number of places.
    starts: Vec<usize>,
    /// Positions in the corpus of the first word, item by item, ascending.
    places: Vec<u32>,
}

impl<'c, 's> Items<'c, 's> {
    /// Takes the words of a corpus.
    pub fn words(corpus: &'c Corpus<'s>, terms: &'c Terms) -> Self {
        let places = (0..terms.of_word.len() as u32).collect();
        let lengths = vec![1; terms.n_terms];
        Self::new(corpus, terms, lengths, &terms.of_word, places)
    }

    /// Takes the runs of words of these lengths, within units. A run of which a word occurs fewer than `min_count` times
    /// cannot itself occur so often, and is left out.
    pub fn runs(
        corpus: &'c Corpus<'s>,
        terms: &'c Terms,
        lengths: RangeInclusive<u8>,
        min_count: u64,
    ) -> Self {
        let mut frequency = vec![0_u64; terms.n_terms];
        for &term in &terms.of_word {
            frequency[term as usize] += 1;
        }
        let mut numbers: FxHashMap<&[u32], u32> = FxHashMap::default();
        let (mut item_lengths, mut item_of, mut places) = (Vec::new(), Vec::new(), Vec::new());
        for piece_idx in 0..corpus.pieces().len() {
            let positions = corpus.positions(piece_idx);
            let (start, of_piece) = (positions.start, &terms.of_word[positions]);
            for first in 0..of_piece.len() {
                let frequent =
                    of_piece[first..].iter().take_while(|&&term| frequency[term as usize] >= min_count);
                let longest = frequent.take(usize::from(*lengths.end())).count();
                for length in usize::from(*lengths.start())..=longest {
                    let next = item_lengths.len() as u32;
                    let item = *numbers.entry(&of_piece[first..first + length]).or_insert(next);
                    if item == next {
                        item_lengths.push(length as u8);
                    }
                    item_of.push(item);
                    places.push((start + first) as u32);
                }
            }
        }
        Self::new(corpus, terms, item_lengths, &item_of, places)
    }

    /// Sorts places by item; `item_of[i]` is the item at `places[i]`.
    fn new(
        corpus: &'c Corpus<'s>,
        terms: &'c Terms,
        lengths: Vec<u8>,
        item_of: &[u32],
        places: Vec<u32>,
    ) -> Self {
        let mut starts = vec![0_usize; lengths.len() + 1];
        for &item in item_of {
            starts[item as usize + 1] += 1;
        }
        for item in 0..lengths.len() {
            starts[item + 1] += starts[item];
        }
        let (mut next, mut sorted) = (starts.clone(), vec![0; places.len()]);
        for (&item, place) in item_of.iter().zip(places) {
            sorted[next[item as usize]] = place;
            next[item as usize] += 1;
        }
        Self { corpus, terms, lengths, starts, places: sorted }
    }

    /// Returns how many items there are; they are numbered from 0.
    pub fn len(&self) -> usize {
        self.lengths.len()
    }

    /// Returns whether there are none.
    pub fn is_empty(&self) -> bool {
        self.lengths.is_empty()
    }

    /// Returns how many words an item has.
    pub fn length(&self, item: usize) -> usize {
        usize::from(self.lengths[item])
    }

    /// Returns how often an item occurs.
    pub fn n(&self, item: usize) -> u64 {
        self.places(item).len() as u64
    }

    /// Returns how often an item occurs in each cell where it does: position of the cell and count, by cell. It belongs to
    /// the cell of its first word.
    pub fn counts(&self, item: usize, cells: &Cells) -> Vec<(u32, u64)> {
        cells.counts(self.places(item))
    }

    /// Returns an item as people wrote it.
    pub fn shown(&self, item: usize) -> Shown {
        shown::of_places(self.corpus, self.places(item), self.length(item))
    }

    /// Returns, for each item, whether it begins or ends with a stop word.
    pub fn on_stop_words(&self, stop_words: &StopWords) -> Vec<bool> {
        let is_stop = stop_words.terms(self.corpus, self.terms);
        let on_one = |item: usize| {
            let first = self.places(item)[0] as usize;
            let last = first + self.length(item) - 1;
            [first, last].iter().any(|&position| is_stop[self.terms.of_word[position] as usize])
        };
        (0..self.len()).map(on_one).collect()
    }

    fn places(&self, item: usize) -> &[u32] {
        &self.places[self.starts[item]..self.starts[item + 1]]
    }
}
