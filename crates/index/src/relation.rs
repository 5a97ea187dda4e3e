//! How stretches of a source stand to each other: found by one sweep over sorted stretches, never pair by pair.
//!
//! A stretch stands in no relation to itself: `code:trust OVERLAPS code:trust` finds codings that overlap *another* one.

use crate::query::{Distance, Relation};
use crate::stretches::{Best, Stretch, any_other, by_source};
use rayon::prelude::*;

/// Fewer sources than this are not worth another thread.
const MIN_SOURCES: usize = 256;

/// Tells whether the gap between two stretches, the first of which ends before the second begins, is at most a distance.
/// A wider gap must never be near where a narrower one with the same end is not.
pub(crate) trait Gap {
    fn is_within(&self, first: &Stretch, second: &Stretch, distance: Distance) -> bool;
}

/// Returns for each stretch on the left whether it stands in the relation to any on the right. Both lists are sorted by
/// source, start and end.
pub(crate) fn related(
    left: &[Stretch],
    right: &[Stretch],
    relation: Relation,
    gap: &(impl Gap + Sync),
) -> Vec<bool> {
    let in_source = |(left, right): (&[Stretch], &[Stretch])| {
        if right.is_empty() {
            return vec![false; left.len()];
        }
        let right = Sorted::new(right);
        left.iter().map(|own| right.has(own, relation, gap)).collect()
    };
    let sources: Vec<_> = by_source(left, right).collect();
    let found: Vec<Vec<bool>> = sources.into_par_iter().with_min_len(MIN_SOURCES).map(in_source).collect();
    found.concat()
}

/// The stretches on the right in one source, by start and by end.
struct Sorted<'s> {
    by_start: &'s [Stretch],
    by_end: Vec<Stretch>,
    /// For each number of stretches by start, the furthest end among them.
    furthest: Vec<Best>,
    /// For each number of stretches by start, the nearest end among all others, as its distance from the largest number.
    nearest: Vec<Best>,
}

impl<'s> Sorted<'s> {
    fn new(by_start: &'s [Stretch]) -> Self {
        let mut by_end = by_start.to_vec();
        by_end.sort_by_key(|stretch| stretch.end);
        let mut furthest = vec![Best::default()];
        for stretch in by_start {
            furthest.push(furthest[furthest.len() - 1].with(stretch.end, stretch));
        }
        let mut nearest = vec![Best::default(); by_start.len() + 1];
        for (idx, stretch) in by_start.iter().enumerate().rev() {
            nearest[idx] = nearest[idx + 1].with(u32::MAX - stretch.end, stretch);
        }
        Self { by_start, by_end, furthest, nearest }
    }

    fn has(&self, own: &Stretch, relation: Relation, gap: &impl Gap) -> bool {
        match relation {
            Relation::Overlaps => self.overlaps(own),
            Relation::Within => {
                let n_before = self.by_start.partition_point(|other| other.start <= own.start);
                self.furthest[n_before].without(own).is_some_and(|end| end >= own.end)
            }
            Relation::Encloses => {
                let n_before = self.by_start.partition_point(|other| other.start < own.start);
                self.nearest[n_before].without(own).is_some_and(|end| u32::MAX - end <= own.end)
            }
            Relation::Equals => {
                let key = |other: &Stretch| (other.start, other.end);
                let place = (own.start, own.end);
                let first = self.by_start.partition_point(|other| key(other) < place);
                let n = self.by_start[first..].partition_point(|other| key(other) == place);
                any_other(&self.by_start[first..first + n], own)
            }
            Relation::Before(distance) => self.follows(own, distance, gap),
            Relation::After(distance) => self.precedes(own, distance, gap),
            Relation::Near(distance) => {
                self.overlaps(own)
                    || self.follows(own, Some(distance), gap)
                    || self.precedes(own, Some(distance), gap)
            }
        }
    }

    fn overlaps(&self, own: &Stretch) -> bool {
        let n_before = self.by_start.partition_point(|other| other.start < own.end);
        self.furthest[n_before].without(own).is_some_and(|end| end > own.start)
    }

    /// Whether one of the right begins after `own` ends, near enough.
    fn follows(&self, own: &Stretch, distance: Option<Distance>, gap: &impl Gap) -> bool {
        let next = self.by_start.partition_point(|other| other.start < own.end);
        let next = self.by_start.get(next);
        next.is_some_and(|next| distance.is_none_or(|distance| gap.is_within(own, next, distance)))
    }

    /// Whether one of the right ends before `own` begins, near enough.
    fn precedes(&self, own: &Stretch, distance: Option<Distance>, gap: &impl Gap) -> bool {
        let n_before = self.by_end.partition_point(|other| other.end <= own.start);
        let last = n_before.checked_sub(1).map(|last| &self.by_end[last]);
        last.is_some_and(|last| distance.is_none_or(|distance| gap.is_within(last, own, distance)))
    }
}

#[cfg(test)]
mod tests;
