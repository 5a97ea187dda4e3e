//! In which sources and cases each code occurs.

use super::count::Used;
use crate::hits::distinct;
use draad_core::Study;
use draad_core::facts::Facts;
use fixedbitset::FixedBitSet;

/// How many bits stand in one word of a set.
const WORD: usize = usize::BITS as usize;

/// Where each code occurs, by the numbers of [`Used`].
pub(super) struct Sets {
    /// Codings that have a place in the text.
    pub(super) n_codings: Vec<u32>,
    /// Codings of whole sources.
    pub(super) n_whole: Vec<u32>,
    /// Sources, as positions in the study's.
    pub(super) sources: Vec<FixedBitSet>,
    /// Cases, as positions in the study's.
    pub(super) cases: Vec<FixedBitSet>,
    /// Sources as far as they are about one case; those of a case stand together, and each case begins with a new word.
    parts: Vec<FixedBitSet>,
    /// The word with which each case of `parts` begins, and last the number of words.
    first_words: Vec<usize>,
}

impl Sets {
    /// Collects the sources and cases of all codings.
    pub(super) fn new(study: &Study, facts: &Facts, used: &Used) -> Self {
        let empty = |n: usize| vec![FixedBitSet::with_capacity(n); used.n()];
        let Parts { parts, places, first_words } = Parts::new(facts);
        let mut sets = Self {
            n_codings: vec![0; used.n()],
            n_whole: vec![0; used.n()],
            sources: empty(study.sources.len()),
            cases: empty(study.cases.len()),
            parts: empty(WORD * first_words.last().copied().unwrap_or(0)),
            first_words,
        };
        for (place, fact) in facts.codings.iter().enumerate() {
            // a coding of several cases stands once per case, one after the other
            let is_new = place == 0 || facts.codings[place - 1].coding != fact.coding;
            let part = parts.binary_search(&(fact.case, fact.source)).expect("every coding has its part");
            for number in used.under(fact.code).iter().map(|&number| number as usize) {
                sets.cases[number].insert(fact.case as usize);
                sets.sources[number].insert(fact.source as usize);
                sets.parts[number].insert(places[part]);
                sets.n_codings[number] += u32::from(is_new && fact.chars.is_some());
                sets.n_whole[number] += u32::from(is_new && fact.chars.is_none());
            }
        }
        sets
    }

    /// Returns how many cases have a source with both codes.
    pub(super) fn n_cases_in_one_source(&self, first: usize, second: usize) -> u32 {
        let (first, second) = (self.parts[first].as_slice(), self.parts[second].as_slice());
        let has_both = |words: &&[usize]| {
            let words = words[0]..words[1];
            first[words.clone()].iter().zip(&second[words]).any(|(first, second)| first & second != 0)
        };
        self.first_words.windows(2).filter(has_both).count() as u32
    }
}

/// The sources as far as they are about one case, sorted by case, and where each stands in a set.
struct Parts {
    parts: Vec<(u32, u32)>,
    places: Vec<usize>,
    first_words: Vec<usize>,
}

impl Parts {
    fn new(facts: &Facts) -> Self {
        let parts = distinct(facts.codings.iter().map(|fact| (fact.case, fact.source)));
        let (mut places, mut first_words, mut next) = (Vec::with_capacity(parts.len()), Vec::new(), 0);
        for of_case in parts.chunk_by(|a, b| a.0 == b.0) {
            first_words.push(next);
            places.extend((0..of_case.len()).map(|place| next * WORD + place));
            next += of_case.len().div_ceil(WORD);
        }
        first_words.push(next);
        Self { parts, places, first_words }
    }
}
