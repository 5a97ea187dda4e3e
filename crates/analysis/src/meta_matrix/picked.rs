//! Which quotes stand in a cell.
//!
//! 1. **Pinned** passages first, in the order of sources and places: those with a coding of weight [`PINNED`], by which a
//!    researcher says "this one".
//! 2. Then, one by one: a passage in the direction that most passages of the cell have, of the directions that no chosen one
//!    shows yet, so that one quote speaks for the cell and a second for its other side; the highest weight (none counts as
//!    0); most coders; the length nearest to the median of the cell's passages; the first in the order of sources and places.
//!    Codings of a whole source, which have no words, come last.

use crate::hits::{Hit, Stretch, distinct};
use draad_core::facts::Facts;
use draad_core::{Study, Valence};
use std::cmp::Reverse;

/// The weight of a coding that pins its passage.
pub const PINNED: u8 = 100;

/// What is known of a passage when it is chosen.
struct Candidate {
    is_pinned: bool,
    weight: u8,
    n_coders: usize,
    /// Characters; nothing for a whole source.
    n_chars: Option<u32>,
    valences: Vec<Valence>,
}

/// Returns the passages of a cell that are quoted, at most `n`, by their positions, and whether they are pinned.
pub(crate) fn pick(
    study: &Study,
    facts: &Facts,
    hits: &[Hit],
    passages: &[Stretch],
    n: usize,
) -> Vec<(usize, bool)> {
    let candidates: Vec<Candidate> =
        passages.iter().map(|passage| candidate(study, facts, hits, passage)).collect();
    let twice_median = twice_median(&candidates);
    let in_direction = |valence: &Valence| {
        candidates.iter().filter(|candidate| candidate.valences.contains(valence)).count()
    };
    let mut left: Vec<usize> = (0..candidates.len()).collect();
    let mut shown: Vec<Valence> = Vec::new();
    let mut picked = Vec::new();
    while picked.len() < n && !left.is_empty() {
        let rank = |&place: &usize| {
            let candidate = &candidates[place];
            let new = candidate.valences.iter().filter(|valence| !shown.contains(valence));
            let n_in_new_direction = new.map(in_direction).max().unwrap_or(0);
            let from_median = candidate.n_chars.map(|n_chars| twice_median.abs_diff(2 * u64::from(n_chars)));
            let rest = match candidate.is_pinned {
                true => None,
                false => Some((
                    Reverse(n_in_new_direction),
                    from_median.is_none(),
                    Reverse((candidate.weight, candidate.n_coders)),
                    from_median,
                )),
            };
            (rest, place)
        };
        let best = left.iter().copied().min_by_key(rank).expect("some are left");
        left.retain(|&place| place != best);
        shown.extend(&candidates[best].valences);
        picked.push((best, candidates[best].is_pinned));
    }
    picked
}

fn candidate(study: &Study, facts: &Facts, hits: &[Hit], passage: &Stretch) -> Candidate {
    let of = || hits[passage.hits.clone()].iter().map(|hit| &facts.codings[hit.fact as usize]);
    let codings = || of().map(|fact| &study.codings[fact.coding as usize]);
    let weight = codings().filter_map(|coding| coding.weight).max().unwrap_or(0);
    Candidate {
        is_pinned: weight >= PINNED,
        weight,
        n_coders: distinct(codings().map(|coding| &coding.coder)).len(),
        n_chars: passage.chars.map(|chars| chars.len()),
        valences: distinct(of().filter_map(|fact| fact.valence)),
    }
}

/// Returns twice the median length, so that it is a whole number.
fn twice_median(candidates: &[Candidate]) -> u64 {
    let mut lengths: Vec<u32> = candidates.iter().filter_map(|candidate| candidate.n_chars).collect();
    lengths.sort_unstable();
    match lengths.len() {
        0 => 0,
        n => u64::from(lengths[(n - 1) / 2]) + u64::from(lengths[n / 2]),
    }
}
