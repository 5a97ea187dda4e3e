//! Which codes occur in which cases: what comparing and ordering cases starts from.

use crate::hits::{Hit, Rows, Stretch};
use crate::material::cases_with_material;
use draad_core::Study;
use draad_core::facts::Facts;
use draad_measures::marks::Marks;

/// Cases by codes: a mark where the code occurs, and how many passages there are.
///
/// Cases without material are left out, because nothing could have been found in them, and so are codes that occur nowhere.
pub(crate) struct Presence {
    /// Cases with material or codings, as positions in the study's cases, in that order.
    pub(crate) cases: Vec<u32>,
    /// The others.
    pub(crate) no_material: Vec<u32>,
    /// Rows with a passage, as positions in [`Rows::codes`], in that order.
    pub(crate) rows: Vec<u32>,
    /// The others.
    pub(crate) unused: Vec<u32>,
    /// A mark per case and row.
    pub(crate) marks: Marks,
    /// Passages per case and row, case by case.
    pub(crate) n_passages: Vec<u32>,
}

impl Presence {
    /// Counts passages that were made of sorted hits without a further key.
    pub(crate) fn new(study: &Study, facts: &Facts, rows: &Rows, hits: &[Hit], passages: &[Stretch]) -> Self {
        let mut takes_part = cases_with_material(study, facts);
        let mut is_used = vec![false; rows.codes.len()];
        for hit in passages.iter().map(|passage| &hits[passage.hits.start]) {
            takes_part[hit.case as usize] = true;
            is_used[hit.row as usize] = true;
        }
        let (cases, no_material) = facts.cases.iter().partition(|case| takes_part[**case as usize]);
        let (used, unused) = (0..rows.codes.len() as u32).partition(|row| is_used[*row as usize]);
        let (cases, used): (Vec<u32>, Vec<u32>) = (cases, used);
        let mut marks = Marks::new(cases.len(), used.len());
        let mut n_passages = vec![0; cases.len() * used.len()];
        for hit in passages.iter().map(|passage| &hits[passage.hits.start]) {
            let case = cases.binary_search(&hit.case).expect("a case with a passage takes part");
            let row = used.binary_search(&hit.row).expect("a row with a passage is used");
            marks.set(case, row);
            n_passages[case * used.len() + row] += 1;
        }
        Self { cases, no_material, rows: used, unused, marks, n_passages }
    }

    /// Returns the passages of a case, code by code.
    pub(crate) fn passages_of(&self, case: usize) -> &[u32] {
        &self.n_passages[case * self.rows.len()..][..self.rows.len()]
    }
}
