//! In which cases a factor flips over a key, which values contradict each other, and how directions change over the phases.

use super::keys::Comparison;
use super::{Change, Flip, LevelPair, TensionKey};
use crate::directions::Pointing;
use crate::levels::Level;
use crate::pieces::Pieces;
use crate::{By, CellState};
use std::collections::BTreeMap;

/// Returns the cases that flip over a key, in their order; `cases` has them as positions in the study.
pub(super) fn flips(comparison: &Comparison, pieces: &Pieces, cases: &[u32]) -> Vec<Flip> {
    if !comparison.key.varies_within_case() {
        return Vec::new();
    }
    let mut coded: Vec<(u32, u32, Pointing)> =
        pieces.iter().map(|(piece, pointing)| (piece.case, piece.level, pointing)).collect();
    coded.sort_by_key(|(case, level, _)| (*case, *level));
    let of_cases = coded.chunk_by(|a, b| a.0 == b.0);
    of_cases.filter_map(|coded| flip(comparison, coded, cases)).collect()
}

/// Returns how a case flips, if it does; `coded` has what its passages say under each value, in the order of values.
fn flip(comparison: &Comparison, coded: &[(u32, u32, Pointing)], cases: &[u32]) -> Option<Flip> {
    let mut says: Vec<Option<Pointing>> = vec![None; comparison.levels.len()];
    for &(_, level, pointing) in coded {
        *says[level as usize].get_or_insert_default() |= pointing;
    }
    let compared = || says.iter().enumerate().filter(|(level, _)| comparison.levels[*level].compared);
    let having = |direction: fn(Pointing) -> bool| -> Vec<usize> {
        compared().filter(|(_, says)| says.is_some_and(direction)).map(|(level, _)| level).collect()
    };
    if !contradict(&having(|of| of.promoting), &having(|of| of.hindering)) {
        return None;
    }
    let case = coded[0].0 as usize;
    let state = |(level, says): (usize, &Option<Pointing>)| match says {
        Some(pointing) => pointing.state(),
        None if comparison.material.has(level, cases[case]) => CellState::NotFound,
        None => CellState::NoMaterial,
    };
    let is_phase = comparison.key == TensionKey::By(By::Phase);
    Some(Flip {
        case,
        change: is_phase.then(|| change(compared().map(state))),
        states: says.iter().enumerate().map(state).collect(),
    })
}

/// Returns whether one value promotes and another hinders. Values stand in ascending order.
pub(super) fn contradict(promoting: &[usize], hindering: &[usize]) -> bool {
    !promoting.is_empty() && !hindering.is_empty() && (promoting.len() > 1 || promoting != hindering)
}

/// Returns which values contradict each other in which cases.
pub(super) fn pairs(flips: &[Flip], levels: &[Level]) -> Vec<LevelPair> {
    let mut cases_of: BTreeMap<(usize, usize), Vec<usize>> = BTreeMap::new();
    for flip in flips {
        let compared = || flip.states.iter().enumerate().filter(|(level, _)| levels[*level].compared);
        for (promoting, _) in compared().filter(|(_, state)| state.directions().0) {
            for (hindering, _) in compared().filter(|(_, state)| state.directions().1) {
                if promoting != hindering {
                    cases_of.entry((promoting, hindering)).or_default().push(flip.case);
                }
            }
        }
    }
    let pair = |((promoting, hindering), cases)| LevelPair { promoting, hindering, cases };
    let mut pairs: Vec<LevelPair> = cases_of.into_iter().map(pair).collect();
    // stable: values stay in their order
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.cases.len()));
    pairs
}

/// Returns how the direction changes from the first phase that has one to the last.
fn change(states: impl Iterator<Item = CellState>) -> Change {
    use CellState::{Both, Hindering, Promoting};
    let pointing: Vec<CellState> = states.filter(|state| state.directions() != (false, false)).collect();
    match (pointing.first(), pointing.last()) {
        (Some(Promoting), Some(Hindering)) => Change::HelpsThenHinders,
        (Some(Hindering), Some(Promoting)) => Change::HindersThenHelps,
        (Some(Promoting), Some(Both)) => Change::HelpsThenBoth,
        (Some(Hindering), Some(Both)) => Change::HindersThenBoth,
        (Some(Both), Some(Promoting)) => Change::BothThenHelps,
        (Some(Both), Some(Hindering)) => Change::BothThenHinders,
        _ => Change::ThereAndBack,
    }
}
