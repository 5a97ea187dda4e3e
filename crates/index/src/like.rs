//! Units that resemble a passage: those that share the words that set it apart.

use crate::answer::{Context, Hit};
use crate::evaluate::{Evaluation, Found};
use crate::failed;
use crate::form::{fold, stem};
use crate::hits::HitMaker;
use crate::index::SearchIndex;
use crate::occurrences::units_with;
use crate::query::{Pattern, Query};
use crate::terms::Terms;
use crate::units::Set;
use crate::words::words;
use draad_core::diagnostic::Outcome;
use draad_core::{Filter, Span, Study};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Weights are compared in steps of this part of a point, so that rounding decides no order.
const STEPS_PER_POINT: f64 = 1024.0;
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
    /// The logarithm of how many units were looked at for each that has it, in steps.
    rarity: u64,
    /// Units that have it.
    units: Set,
}

/// What a unit shares with the passage.
#[derive(Default)]
struct Shared {
    weight: u64,
    words: Vec<usize>,
}

impl SearchIndex {
    /// Returns the units that pass `filter` and resemble a passage of a source, given by its position in the study.
    ///
    /// Words are compared by stem. Each weighs as it is rare, ln(N/n) for n of the N units in which is looked, and a unit as
    /// the words that it shares; words that stand in more than one in ten units are left out. The units of the passage
    /// itself are no answer.
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
    let mut shared: BTreeMap<u32, Shared> = BTreeMap::new();
    for (idx, word) in own.iter().enumerate() {
        for unit in word.units.ones() {
            let entry = shared.entry(unit as u32).or_default();
            entry.weight += word.rarity;
            entry.words.push(idx);
        }
    }
    shared.retain(|_, shared| shared.words.len() >= MIN_SHARED.min(own.len()));
    let mut ranked: Vec<(u32, Shared)> = shared.into_iter().collect();
    ranked.sort_by_key(|(unit, shared)| (Reverse(shared.weight), *unit));
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
    let n_searched = searched.count_ones(..) as u64;
    let mut weighed = Vec::new();
    for (shown, n_times) in by_stem(evaluation, source, span) {
        let pattern = Pattern::Stem(shown.clone());
        let terms = Terms::look_up(&pattern, evaluation.forms, evaluation.segments, evaluation.fields)?;
        let units = units_with(&terms, evaluation.segments, searched)?;
        let n_with = units.count_ones(..) as u64;
        if n_with == 0 || n_with * COMMON > n_searched.max(COMMON) {
            continue;
        }
        let rarity = ((n_searched as f64 / n_with as f64).ln() * STEPS_PER_POINT).round() as u64;
        weighed.push((n_times * rarity, OwnWord { shown, rarity, units }));
    }
    weighed.sort_by(|(a, word_a), (b, word_b)| (b, &word_a.shown).cmp(&(a, &word_b.shown)));
    Ok(weighed.into_iter().take(MAX_WORDS).map(|(_, word)| word).collect())
}

/// The words of the units of a passage, one for each stem, with how often the stem occurs; without labels of speakers,
/// numbers and single letters.
fn by_stem(evaluation: &Evaluation, source: usize, span: Span) -> Vec<(String, u64)> {
    let text = evaluation.study.sources[source].text.as_str();
    let mut by_stem: BTreeMap<String, (String, u64)> = BTreeMap::new();
    for unit in evaluation.units().of_source(source as u32) {
        let Some(own) = evaluation.units().span(evaluation.study, unit).filter(|own| own.overlaps(span))
        else {
            continue;
        };
        let (start, end) = (own.start().max(span.start()).0 as usize, own.end().min(span.end()).0 as usize);
        let own = text.get(start..end).unwrap_or_default();
        for word in words(own).map(|range| &own[range]) {
            if word.chars().filter(|c| c.is_alphabetic()).count() > 1 {
                let entry = by_stem.entry(stem(&fold(word))).or_insert_with(|| (word.to_lowercase(), 0));
                entry.1 += 1;
            }
        }
    }
    by_stem.into_values().collect()
}
