//! What the page of a large study does without, so that it opens at once and can be sent.
//!
//! Every number opens its passages as on any page. But the words of a passage stand once, with the code that was coded: codes
//! above it refer to it. And what the page can do without is not there: text around passages, drawings that a page per
//! case is too many for, and numbers of passages that another link opens as well. The page says so where it says what it
//! leaves out.

use crate::reader::Reader;
use draad_analysis::Passage;
use draad_core::CaseId;
use std::collections::{BTreeMap, BTreeSet};

/// From how many passages on a page is large. Those of folded codes count with each code: 5,000 codings in a tree of two levels
/// are some 10,000 passages.
const LARGE: usize = 10_000;

/// Returns whether a page with so many passages is large.
pub fn is_large(n_passages: usize) -> bool {
    n_passages >= LARGE
}

/// Where the words of passages stand that more than one code counts.
pub(crate) struct Homes(BTreeMap<usize, usize>);

impl Homes {
    /// Finds, on a large page, the passages that consist of just the codings of one passage of another code, which is the code
    /// of all these codings. On others each stands by itself.
    pub(crate) fn new(reader: &Reader) -> Self {
        let passages = reader.input.passages;
        if !reader.is_large() {
            return Self(BTreeMap::new());
        }
        let is_own = |passage: &Passage| {
            let mut codings = passage.codings.iter().filter_map(|&coding| reader.study.codings.get(coding));
            codings.all(|coding| coding.code == passage.factor)
        };
        let shown: BTreeSet<_> = reader.input.table.factors.iter().map(|row| &row.id).collect();
        let (own, others): (Vec<_>, Vec<_>) = passages
            .iter()
            .enumerate()
            .partition(|(_, passage)| is_own(passage) && shown.contains(&passage.factor));
        let key = |passage: &'_ Passage| (passage.case.clone(), passage.codings.clone());
        let own: BTreeMap<(CaseId, Vec<usize>), usize> =
            own.into_iter().map(|(place, passage)| (key(passage), place + 1)).collect();
        let home = |(place, passage): (usize, &Passage)| Some((place + 1, *own.get(&key(passage))?));
        Self(others.into_iter().filter_map(home).collect())
    }

    /// Returns the number of the passage that holds the words of this one; nothing where it holds them itself.
    pub(crate) fn of(&self, number: usize) -> Option<usize> {
        self.0.get(&number).copied()
    }
}
