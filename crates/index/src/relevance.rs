//! How much the words of a query weigh in each unit: BM25, as tantivy computes it, over the units in which was looked.

use crate::evaluate::{Evaluation, Points};
use crate::occurrences::occurrences;
use crate::search::Findings;
use crate::units::Set;
use std::collections::BTreeMap;
use tantivy::query::Bm25Weight;

/// Weights are compared in steps of this part of a point, so that rounding decides no order.
const STEPS_PER_POINT: f32 = 1024.0;

/// Weights of units, in steps.
pub(crate) struct Weights(BTreeMap<u32, u64>);

impl Weights {
    /// Weight of a unit; 0 where none of the words stands in it.
    pub(crate) fn of(&self, unit: u32) -> u64 {
        self.0.get(&unit).copied().unwrap_or(0)
    }
}

/// Weighs the words of the query in the units that were found.
///
/// The weight of a word follows from how many of the units in which was looked have it, and from their mean length: so it
/// depends on the study and the question alone, and not on how the index came about.
pub(crate) fn weights(evaluation: &Evaluation, findings: &Findings) -> tantivy::Result<Weights> {
    let mut searched = findings.scope.units.clone();
    searched.intersect_with(&evaluation.units().every());
    let n_units = searched.count_ones(..) as u64;
    let mean = mean_length(evaluation, &searched);
    let mut found = evaluation.units().none();
    found.extend(findings.hits.iter().map(|hit| hit.stretch.unit as usize));
    let mut scores: BTreeMap<u32, f32> = BTreeMap::new();
    for pointer in &findings.found.pointers {
        let Points::Words { terms, units } = &pointer.points else { continue };
        let n_with = units.count_ones(..) as u64;
        if n_with == 0 {
            continue;
        }
        let weight = Bm25Weight::for_one_term_without_explain(n_with, n_units.max(n_with), mean);
        let mut wanted = units.clone();
        wanted.intersect_with(&found);
        for own in occurrences(terms, evaluation.segments, &wanted)?.chunk_by(|a, b| a.unit == b.unit) {
            let unit = own[0].unit;
            let Some((part, doc)) = evaluation.segments.document(unit) else { continue };
            let length = evaluation.segments.parts[part].lengths.fieldnorm_id(doc);
            *scores.entry(unit).or_default() += weight.score(length, own.len() as u32);
        }
    }
    Ok(Weights(scores.into_iter().map(|(unit, score)| (unit, steps(score))).collect()))
}

/// Returns a weight in steps.
fn steps(score: f32) -> u64 {
    (score * STEPS_PER_POINT).round() as u64
}

/// Returns the mean number of words of units, at least 1.
fn mean_length(evaluation: &Evaluation, units: &Set) -> f32 {
    let length = |unit: usize| {
        let (part, doc) = evaluation.segments.document(unit as u32)?;
        Some(u64::from(evaluation.segments.parts[part].lengths.fieldnorm(doc)))
    };
    let total: u64 = units.ones().filter_map(length).sum();
    (total as f32 / units.count_ones(..).max(1) as f32).max(1.0)
}
