//! Which segments of two coders are the same: the list that coders talk about.

use super::Segment;
use super::continuum::overlaps;
use crate::{Measured, Undefined};
use std::cmp::Reverse;

/// A segment of the first coder and one of the second that stand for each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Match {
    /// Position among the segments of the first coder.
    pub first: usize,
    /// Position among the segments of the second coder.
    pub second: usize,
    /// Characters that both hold.
    pub intersection: u32,
    /// Characters that one of them holds.
    pub union: u32,
}

/// Segments of one code by two coders in one text, matched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matching {
    /// Those that stand for each other, by place.
    pub matches: Vec<Match>,
    /// Positions of the first coder's segments that have no counterpart.
    pub only_first: Vec<usize>,
    /// Positions of the second coder's segments that have none.
    pub only_second: Vec<usize>,
}

/// Returns which segments stand for each other: those that share at least `least` of the characters that either holds, 0 to 1, and one
/// character at least. The largest share goes first, and each segment is used once; of equal shares the one that shares more characters
/// goes first, then the one that stands first for the first coder, then for the second.
///
/// Both lists are sorted and do not overlap themselves, as those of [`Continuum::of_coder`](super::Continuum::of_coder) are.
///
/// ```
/// # use draad_measures::agreement::{Segment, match_spans};
/// let drawn = |coder, start, end| Segment { code: 0, coder, start, end };
/// let first = [drawn(0, 0, 10), drawn(0, 50, 60)];
/// let second = [drawn(1, 0, 6), drawn(1, 6, 10)];
/// let found = match_spans(&first, &second, 0.5);
/// assert_eq!((found.matches[0].first, found.matches[0].second), (0, 0)); // 6 of 10 characters
/// assert_eq!((found.only_first, found.only_second), (vec![1], vec![1]));
/// ```
pub fn match_spans(first: &[Segment], second: &[Segment], least: f64) -> Matching {
    let mut candidates = Vec::new();
    overlaps(first, second, |i, j, intersection| {
        let union = first[i].length() + second[j].length() - intersection;
        let candidate = Match { first: i, second: j, intersection, union };
        if candidate.overlap() >= least {
            candidates.push(candidate);
        }
    });
    // shares are compared as fractions, crosswise
    candidates.sort_by(|a, b| {
        let share = |one: &Match, other: &Match| u64::from(one.intersection) * u64::from(other.union);
        share(b, a).cmp(&share(a, b)).then_with(|| a.tie_rule().cmp(&b.tie_rule()))
    });
    let (mut used_first, mut used_second) = (vec![false; first.len()], vec![false; second.len()]);
    candidates.retain(|found| {
        let is_free = !used_first[found.first] && !used_second[found.second];
        if is_free {
            (used_first[found.first], used_second[found.second]) = (true, true);
        }
        is_free
    });
    candidates.sort_unstable_by_key(|found| found.first);
    Matching { matches: candidates, only_first: unused(&used_first), only_second: unused(&used_second) }
}

fn unused(used: &[bool]) -> Vec<usize> {
    (0..used.len()).filter(|&place| !used[place]).collect()
}

impl Match {
    /// Returns the share of the characters that either holds which both hold, above 0, at most 1.
    pub fn overlap(self) -> f64 {
        f64::from(self.intersection) / f64::from(self.union)
    }

    fn tie_rule(self) -> (Reverse<u32>, usize, usize) {
        (Reverse(self.intersection), self.first, self.second)
    }
}

impl Matching {
    /// Returns how many segments have a counterpart, and how many there are, of both coders together: MAXQDA lists the segments of both,
    /// so that a match counts twice.
    pub fn matched_segments(&self) -> (usize, usize) {
        let matched = 2 * self.matches.len();
        (matched, matched + self.only_first.len() + self.only_second.len())
    }

    /// Returns the share of segments that have a counterpart, 0 to 1.
    ///
    /// # Errors
    /// `NoCodings` when there are no segments.
    pub fn percent_agreement(&self) -> Measured {
        match self.matched_segments() {
            (_, 0) => Err(Undefined::NoCodings),
            (matched, all) => Ok(matched as f64 / all as f64),
        }
    }
}
