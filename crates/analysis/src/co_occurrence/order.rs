//! Which codes to show where there is no room for all, and in which order codes that go together stand together.

use super::CoOccurrence;
use draad_core::CodeKind;
use draad_measures::cluster::average_linkage;
use draad_measures::distances::Distances;
use draad_measures::leaf_order::optimal_leaf_order;
use std::cmp::Reverse;

impl CoOccurrence {
    /// Returns the positions of at most `most` codes that have a passage, headings left out: most cases first, then most
    /// passages, then as the codebook lists them.
    pub fn most_frequent(&self, most: usize) -> Vec<usize> {
        let is_shown =
            |&at: &usize| self.codes[at].kind != CodeKind::Heading && self.codes[at].n_passages > 0;
        let mut codes: Vec<usize> = (0..self.codes.len()).filter(is_shown).collect();
        codes
            .sort_by_key(|&at| (Reverse(self.codes[at].cases.len()), Reverse(self.codes[at].n_passages), at));
        codes.truncate(most);
        codes
    }

    /// Returns codes in the order in which neighbours go together best: the leaves of their tree by average linkage, turned so
    /// that the sum of distances between neighbours is least. The distance of two codes is 1 − c over passages.
    pub fn neighbours_together(&self, codes: &[usize]) -> Vec<usize> {
        let mut distance = vec![1.0; codes.len() * codes.len()];
        let place = |code: usize| codes.iter().position(|&other| other == code);
        for pair in &self.pairs {
            let (Some(one), Some(other)) = (place(pair.first), place(pair.second)) else { continue };
            let c = self.c_passages(pair).unwrap_or(0.0).min(1.0);
            distance[one * codes.len() + other] = 1.0 - c;
            distance[other * codes.len() + one] = 1.0 - c;
        }
        let distances = Distances::new(codes.len(), |one, other| distance[one * codes.len() + other]);
        let order = optimal_leaf_order(&average_linkage(&distances), &distances);
        order.into_iter().map(|at| codes[at]).collect()
    }
}
