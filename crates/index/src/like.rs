//! Units that resemble a passage: those that share the words that set it apart.

use crate::answer::{Context, Hit};
use crate::evaluate::{Evaluation, Found};
use crate::failed;
use crate::form::{fold, stem};
use crate::hits::HitMaker;
use crate::index::SearchIndex;
use crate::occurrences::{occurrences, units_with};
use crate::query::{Pattern, Query};
use crate::relevance::{mean_length, steps};
use crate::terms::Terms;
use crate::units::Set;
use crate::words::words;
use draad_core::diagnostic::Outcome;
use draad_core::{Filter, Span, Study};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use tantivy::query::Bm25Weight;

/// How many words of a passage are compared at most: those that weigh most.
const MAX_WORDS: usize = 24;
/// Words that stand in more than one in so many units set nothing apart.
const COMMON: u64 = 10;
/// A unit resembles a passage when it shares at least so many of its words.
const MIN_SHARED: usize = 2;

/// What resembles a passage.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Alike {
    /// The words that were compared, as they stand in the passage, the weightiest first.
    pub words: Vec<String>,
    /// Units that share at least two of them (one, where there is only one).
    pub n_units_found: usize,
    /// Units that pass the filter, without those of the passage itself.
    pub n_units_searched: usize,
    /// The units that resemble it most, in that order; equal ones by place.
    pub hits: Vec<AlikeHit>,
}

/// A unit that resembles a passage.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AlikeHit {
    /// The words that it shares, as they stand in the passage.
    pub shared: Vec<String>,
    /// The unit.
    #[serde(flatten)]
    pub hit: Hit,
}

/// A word of the passage.
struct OwnWord {
    /// As it stands there.
    shown: String,
    terms: Terms,
    units: Set,
}

/// What a unit shares with the passage.
#[derive(Default)]
struct Shared {
    weight: f32,
    words: Vec<usize>,
}

impl SearchIndex {
    /// Returns the units that pass `filter` and resemble a passage of a source, given by its position in the study.
    ///
    /// Words are compared by stem and weigh by BM25 over the units in which is looked; those that stand in more than one in
    /// ten units are left out. The units of the passage itself are no answer.
    ///
    /// # Errors
    /// [`Problem::IndexFailed`](draad_core::Problem::IndexFailed) when the index cannot be read.
    pub fn alike(
        &self,
        study: &Study,
        source: usize,
        span: Span,
        query: &Query,
        filter: &Filter,
        limit: usize,
    ) -> Outcome<Alike> {
        let evaluation = self.evaluation(study);
        let mut searched = self.findings(&evaluation, query, filter, None)?.units(&evaluation);
        for unit in evaluation.units().of_source(source as u32) {
            if evaluation.units().span(study, unit).is_some_and(|own| own.overlaps(span)) {
                searched.set(unit as usize, false);
            }
        }
        alike(&evaluation, source, span, &searched, limit).map_err(failed)
    }
}

fn alike(
    evaluation: &Evaluation,
    source: usize,
    span: Span,
    searched: &Set,
    limit: usize,
) -> tantivy::Result<Alike> {
    let n_searched = searched.count_ones(..);
    let own = own_words(evaluation, source, span, searched)?;
    let mean = mean_length(evaluation, searched);
    let mut shared: BTreeMap<u32, Shared> = BTreeMap::new();
    for (idx, word) in own.iter().enumerate() {
        let n_with = word.units.count_ones(..) as u64;
        let weight = Bm25Weight::for_one_term_without_explain(n_with, n_searched as u64, mean);
        let found = occurrences(&word.terms, evaluation.segments, &word.units)?;
        for in_unit in found.chunk_by(|a, b| a.unit == b.unit) {
            let unit = in_unit[0].unit;
            let Some((part, doc)) = evaluation.segments.document(unit) else { continue };
            let length = evaluation.segments.parts[part].lengths.fieldnorm_id(doc);
            let entry = shared.entry(unit).or_default();
            entry.weight += weight.score(length, in_unit.len() as u32);
            entry.words.push(idx);
        }
    }
    shared.retain(|_, shared| shared.words.len() >= MIN_SHARED.min(own.len()));
    let mut ranked: Vec<(u32, Shared)> = shared.into_iter().collect();
    ranked.sort_by_key(|(unit, shared)| (Reverse(steps(shared.weight)), *unit));
    let n_units_found = ranked.len();
    ranked.truncate(limit);
    let nothing = Found { elements: evaluation.units().none(), pointers: Vec::new() };
    let maker = HitMaker::new(evaluation, &nothing, Context::Unit);
    let hit = |(unit, shared): &(u32, Shared)| {
        let shared = shared.words.iter().map(|&idx| own[idx].shown.clone()).collect();
        Ok(AlikeHit { shared, hit: maker.hit(&evaluation.whole_unit(*unit))? })
    };
    Ok(Alike {
        words: own.iter().map(|word| word.shown.clone()).collect(),
        n_units_found,
        n_units_searched: n_searched,
        hits: ranked.iter().map(hit).collect::<tantivy::Result<_>>()?,
    })
}

/// The words of the passage that set it apart, the weightiest first.
fn own_words(
    evaluation: &Evaluation,
    source: usize,
    span: Span,
    searched: &Set,
) -> tantivy::Result<Vec<OwnWord>> {
    let text = evaluation.study.sources[source].text.get(span).unwrap_or_default();
    let mut by_stem: BTreeMap<String, (String, u64)> = BTreeMap::new();
    for range in words(text) {
        let word = &text[range];
        let entry = by_stem.entry(stem(&fold(word))).or_insert_with(|| (word.to_lowercase(), 0));
        entry.1 += 1;
    }
    let n_searched = searched.count_ones(..) as u64;
    let mut weighed = Vec::new();
    for (shown, n_times) in by_stem.into_values() {
        let pattern = Pattern::Stem(shown.clone());
        let terms = Terms::look_up(&pattern, evaluation.forms, evaluation.segments, evaluation.fields)?;
        let units = units_with(&terms, evaluation.segments, searched)?;
        let n_with = units.count_ones(..) as u64;
        let has_letters = shown.chars().any(char::is_alphabetic);
        if n_with == 0 || n_with * COMMON > n_searched.max(COMMON) || !has_letters {
            continue;
        }
        let rarity = (n_searched as f64 / n_with as f64).ln();
        weighed.push(((n_times as f64 * rarity * 1000.0).round() as u64, OwnWord { shown, terms, units }));
    }
    weighed.sort_by(|(a, word_a), (b, word_b)| (b, &word_a.shown).cmp(&(a, &word_b.shown)));
    Ok(weighed.into_iter().take(MAX_WORDS).map(|(_, word)| word).collect())
}
