//! How much passes a filter: what a result is computed from, at a glance.

use crate::hits::{Rows, distinct, hits, n_passages_per_row, passages};
use draad_core::Study;
use draad_core::facts::Facts;
use serde::Serialize;

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// Cases.
    pub cases: usize,
    /// Sources with material.
    pub sources: usize,
    /// Codings, each once.
    pub codings: usize,
    /// Passages over all codes, each code with its own codings only; words that belong to several cases count once.
    pub passages: usize,
}

impl Counts {
    /// Counts what passed.
    pub fn new(study: &Study, facts: &Facts) -> Self {
        let rows = Rows::own(&study.codebook);
        let hits = hits(facts, &rows, |_| 0);
        Self {
            cases: facts.cases.len(),
            sources: distinct(facts.material.iter().map(|material| material.source)).len(),
            codings: distinct(facts.codings.iter().map(|fact| fact.coding)).len(),
            passages: n_passages_per_row(rows.codes.len(), &hits, &passages(&hits)).iter().sum(),
        }
    }
}
