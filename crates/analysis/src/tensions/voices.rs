//! Two voices on one page: which contrasting passages of a factor are shown side by side.
//!
//! A promoting and a hindering passage make a pair; those that do both, and words of people who ask questions, make none.
//! Of all pairs the first is the one that, in this order:
//!
//! 1. differs on the key that was asked for, where one was;
//! 2. has most in common, in the order of [`Shared`]: the same case before different cases, and within that the same phase
//!    in different roles, before the same role in different phases, before others;
//! 3. reads well: both passages have from 40 to 400 characters; whole sources come last;
//! 4. comes first in the order of reading: case, source and place of the promoting passage, then of the hindering one.
//!
//! Each next pair comes from cases that were not shown yet while there are any, then from words not shown yet.

use super::count::Counting;
use super::keys::Comparison;
use super::{Shared, TensionKey, Voices};
use crate::Passage;
use crate::directions::Pointing;
use crate::evidence::passage;
use crate::hits::{Hit, Stretch};
use std::collections::BTreeMap;
use std::ops::RangeInclusive;

/// Lengths in characters that read well on a page.
const READABLE: RangeInclusive<u32> = 40..=400;

/// Which passages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    Promoting,
    Hindering,
    /// Promoting and hindering by different codings.
    Both,
    /// With an ambivalent coding.
    Ambivalent,
}

impl Side {
    fn takes(self, pointing: Pointing) -> bool {
        match self {
            Side::Promoting => pointing.promoting && !pointing.hindering,
            Side::Hindering => pointing.hindering && !pointing.promoting,
            Side::Both => pointing.is_both(),
            Side::Ambivalent => pointing.ambivalent,
        }
    }
}

/// A passage that can be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Candidate {
    /// Position among the passages of the row: the order of reading.
    passage: usize,
    case: u32,
    /// Source and characters.
    words: (u32, Option<(u32, u32)>),
    role: Option<u32>,
    phase: Option<u32>,
    /// Value of the key that was asked for.
    level: Option<u32>,
    /// 0 reads well, 1 is short or long, 2 has no words.
    burden: u8,
}

/// Case, role, phase and value of the key that was asked for.
type Setting = (u32, Option<u32>, Option<u32>, Option<u32>);

/// What decides which of two pairs is shown; the smaller one is.
type Rank = (bool, Shared, u8, usize, usize);

/// Chooses among the passages of one row.
pub(super) struct Chooser<'a> {
    counting: &'a Counting<'a>,
    hits: &'a [Hit],
    stretches: &'a [Stretch],
    pointing: &'a [Pointing],
    /// The key that was asked for, where it was one.
    asked: Option<&'a Comparison<'a>>,
}

impl<'a> Chooser<'a> {
    pub(super) fn new(
        counting: &'a Counting<'a>,
        hits: &'a [Hit],
        stretches: &'a [Stretch],
        pointing: &'a [Pointing],
    ) -> Self {
        let asked = match counting.comparisons {
            [only] => Some(only),
            _ => None,
        };
        Self { counting, hits, stretches, pointing, asked }
    }

    /// Returns the pairs that are shown, the first one first.
    pub(super) fn voices(&self) -> Vec<Voices> {
        let answers = |candidate: &Candidate| !candidate.role.is_some_and(|role| self.asks(role));
        let mut promoting: Vec<Candidate> = self.candidates(Side::Promoting);
        let mut hindering: Vec<Candidate> = self.candidates(Side::Hindering);
        promoting.retain(answers);
        hindering.retain(answers);
        let choose = |is_free: &dyn Fn(&Candidate) -> bool| {
            let free = |side: &[Candidate]| side.iter().copied().filter(is_free).collect::<Vec<_>>();
            best_pair(&free(&promoting), &free(&hindering), |p, h| self.rank(p, h))
        };
        let pair = |pair: Vec<Candidate>| Voices {
            shared: shared(&pair[0], &pair[1]),
            promoting: self.passage(&pair[0]),
            hindering: self.passage(&pair[1]),
        };
        self.several(choose).into_iter().map(pair).collect()
    }

    /// Returns passages of one side: those that read well first, then in the order of reading, from different cases as far
    /// as there are.
    pub(super) fn passages(&self, side: Side) -> Vec<Passage> {
        let candidates = self.candidates(side);
        let choose = |is_free: &dyn Fn(&Candidate) -> bool| {
            let free = candidates.iter().filter(|candidate| is_free(candidate));
            Some(vec![*free.min_by_key(|candidate| (candidate.burden, candidate.passage))?])
        };
        self.several(choose).iter().map(|chosen| self.passage(&chosen[0])).collect()
    }

    /// Chooses again and again, as many times as was asked for.
    fn several(
        &self,
        choose: impl Fn(&dyn Fn(&Candidate) -> bool) -> Option<Vec<Candidate>>,
    ) -> Vec<Vec<Candidate>> {
        let mut shown: Vec<Vec<Candidate>> = Vec::new();
        while shown.len() < self.counting.quotes {
            let used = || shown.iter().flatten();
            let in_new_case = |candidate: &Candidate| used().all(|used| used.case != candidate.case);
            let has_new_words = |candidate: &Candidate| used().all(|used| used.words != candidate.words);
            let in_new_case_and_words =
                |candidate: &Candidate| in_new_case(candidate) && has_new_words(candidate);
            match choose(&in_new_case_and_words).or_else(|| choose(&has_new_words)) {
                Some(chosen) => shown.push(chosen),
                None => break,
            }
        }
        shown
    }

    fn asks(&self, role: u32) -> bool {
        self.counting.study.settings.roles[role as usize].asks
    }

    /// Returns the passages of a side, in the order of reading.
    fn candidates(&self, side: Side) -> Vec<Candidate> {
        let places = (0..self.stretches.len()).filter(|&place| side.takes(self.pointing[place]));
        places.map(|place| self.candidate(place)).collect()
    }

    fn candidate(&self, place: usize) -> Candidate {
        let stretch = &self.stretches[place];
        let first = &self.hits[stretch.hits.start];
        let fact = &self.counting.facts.codings[first.fact as usize];
        // cases are compared by themselves
        let by_level = self.asked.filter(|asked| asked.key != TensionKey::Case);
        Candidate {
            passage: place,
            case: first.case,
            words: (first.source, stretch.chars.map(|chars| (chars.start.0, chars.end.0))),
            role: fact.setting.role,
            phase: fact.setting.phase,
            level: by_level.map(|asked| asked.grouping.of_fact(fact)),
            burden: match stretch.chars {
                Some(chars) if READABLE.contains(&chars.len()) => 0,
                Some(_) => 1,
                None => 2,
            },
        }
    }

    fn rank(&self, p: &Candidate, h: &Candidate) -> Rank {
        let differs = match self.asked {
            Some(asked) if asked.key == TensionKey::Case => p.case != h.case,
            Some(asked) => {
                let is_compared =
                    |level: Option<u32>| level.is_some_and(|level| asked.levels[level as usize].compared);
                p.level != h.level && is_compared(p.level) && is_compared(h.level)
            }
            None => true,
        };
        (!differs, shared(p, h), p.burden + h.burden, p.passage, h.passage)
    }

    fn passage(&self, candidate: &Candidate) -> Passage {
        let Counting { study, facts, rows, .. } = self.counting;
        passage(study, facts, rows, self.hits, &self.stretches[candidate.passage])
    }
}

/// Returns the pair with the lowest rank. A rank must depend on nothing but case, role, phase and value of the key, and
/// then on what reads well and comes first.
fn best_pair(
    promoting: &[Candidate],
    hindering: &[Candidate],
    rank: impl Fn(&Candidate, &Candidate) -> Rank,
) -> Option<Vec<Candidate>> {
    let (promoting, hindering) = (best_per_setting(promoting), best_per_setting(hindering));
    let mut best: Option<(Rank, Vec<Candidate>)> = None;
    let mut consider = |p: &Candidate, h: &Candidate| {
        let rank = rank(p, h);
        if best.as_ref().is_none_or(|(lowest, _)| rank < *lowest) {
            best = Some((rank, vec![*p, *h]));
        }
    };
    for p in &promoting {
        let first = hindering.partition_point(|h| h.case < p.case);
        hindering[first..].iter().take_while(|h| h.case == p.case).for_each(|h| consider(p, h));
    }
    let (promoting, hindering) = (two_best_per_setting(promoting), two_best_per_setting(hindering));
    for p in &promoting {
        hindering.iter().filter(|h| h.case != p.case).for_each(|h| consider(p, h));
    }
    best.map(|(_, pair)| pair)
}

/// Returns what two passages have in common.
fn shared(p: &Candidate, h: &Candidate) -> Shared {
    let same = |a: Option<u32>, b: Option<u32>| a.is_some() && a == b;
    let other = |a: Option<u32>, b: Option<u32>| a.is_some() && b.is_some() && a != b;
    let same_phase = same(p.phase, h.phase) && other(p.role, h.role);
    let same_role = same(p.role, h.role) && other(p.phase, h.phase);
    match (p.case == h.case, same_phase, same_role) {
        (true, true, _) => Shared::CaseAndPhase,
        (true, _, true) => Shared::CaseAndRole,
        (true, ..) => Shared::Case,
        (false, true, _) => Shared::Phase,
        (false, _, true) => Shared::Role,
        _ => Shared::Nothing,
    }
}

/// Returns for each case, role, phase and value of the key the passage that reads best, sorted by these. Nothing else of a
/// passage plays a part in how well a pair fits.
fn best_per_setting(candidates: &[Candidate]) -> Vec<Candidate> {
    let mut best: BTreeMap<Setting, Candidate> = BTreeMap::new();
    for candidate in candidates {
        let setting = (candidate.case, candidate.role, candidate.phase, candidate.level);
        // candidates stand in the order of reading: the first of equals stays
        best.entry(setting)
            .and_modify(|best| {
                if candidate.burden < best.burden {
                    *best = *candidate;
                }
            })
            .or_insert(*candidate);
    }
    best.into_values().collect()
}

/// Returns for each role, phase and value of the key the two passages of different cases that read best: with one of them
/// every passage of a third case can be paired at least as well.
fn two_best_per_setting(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    let setting = |candidate: &Candidate| (candidate.role, candidate.phase, candidate.level);
    candidates.sort_by_key(|candidate| (setting(candidate), candidate.burden, candidate.passage));
    let mut kept: Vec<Candidate> = Vec::new();
    for same in candidates.chunk_by(|a, b| setting(a) == setting(b)) {
        kept.push(same[0]);
        kept.extend(same.iter().find(|candidate| candidate.case != same[0].case));
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn candidates() -> impl Strategy<Value = Vec<Candidate>> {
        let some = || proptest::option::of(0..3_u32);
        let one = (0..4_u32, some(), some(), some(), 0..3_u8);
        proptest::collection::vec(one, 0..12).prop_map(|mut settings| {
            settings.sort_unstable();
            let candidate = |(passage, (case, role, phase, level, burden))| Candidate {
                passage,
                case,
                words: (passage as u32, None),
                role,
                phase,
                level,
                burden,
            };
            settings.into_iter().enumerate().map(candidate).collect()
        })
    }

    proptest! {
        /// The pair that is found in groups is the first of all pairs.
        #[test]
        fn no_pair_ranks_lower_than_the_one_that_is_shown(
            promoting in candidates(),
            hindering in candidates(),
            differs in 0..3_usize,
        ) {
            let differs = [
                |_: &Candidate, _: &Candidate| true,
                |p: &Candidate, h: &Candidate| p.level.is_some() && h.level.is_some() && p.level != h.level,
                |p: &Candidate, h: &Candidate| p.case != h.case,
            ][differs];
            let rank = |p: &Candidate, h: &Candidate| {
                (!differs(p, h), shared(p, h), p.burden + h.burden, p.passage, h.passage)
            };
            let all = promoting.iter().flat_map(|p| hindering.iter().map(move |h| (p, h)));
            let lowest = all.min_by_key(|(p, h)| rank(p, h)).map(|(p, h)| vec![*p, *h]);
            prop_assert_eq!(best_pair(&promoting, &hindering, rank), lowest);
        }
    }
}
