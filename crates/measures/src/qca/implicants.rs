//! Prime implicants: the largest combinations that hold no row which they must not hold.
//!
//! A combination that holds the row r is r with some conditions kept. It keeps clear of a forbidden combination when it keeps a
//! condition in which r differs from that. So the prime implicants that hold r are the minimal sets of conditions that hit,
//! for each forbidden combination, the conditions in which r differs from it: no combination is ever tried in vain, and
//! remainders are never counted.

use super::Cube;
use std::collections::BTreeSet;

/// A set of conditions, as bits.
type Conditions = u32;

/// Returns the largest combinations that hold at least one of the `rows` and no row of any of the `forbidden` combinations,
/// in their order. No row may be forbidden.
pub(super) fn primes(rows: &[&[u8]], forbidden: &[Cube]) -> Vec<Cube> {
    let mut primes = BTreeSet::new();
    for row in rows {
        let clauses = minimal(forbidden.iter().map(|cube| conflict(row, cube)).collect());
        for kept in transversals(&clauses) {
            let level = |(condition, &level): (usize, &u8)| (kept >> condition & 1 == 1).then_some(level);
            primes.insert(Cube(row.iter().enumerate().map(level).collect()));
        }
    }
    primes.into_iter().collect()
}

/// Returns combinations that hold exactly the rows that none of the given ones holds.
pub(super) fn complement(cubes: &[Cube], levels: &[u8]) -> Vec<Cube> {
    let mut found = Vec::new();
    let all: Vec<&Cube> = cubes.iter().collect();
    outside(&all, levels, &mut Cube(vec![None; levels.len()]), &mut found);
    found
}

/// Finds what lies in `part` and in none of `cubes`, all of which meet it, by splitting it in the condition that most of
/// them ask for.
fn outside(cubes: &[&Cube], levels: &[u8], part: &mut Cube, found: &mut Vec<Cube>) {
    if cubes.is_empty() {
        return found.push(part.clone());
    }
    let is_asked = |cube: &Cube, condition: usize| part.0[condition].is_none() && cube.0[condition].is_some();
    let n_asking = |condition: usize| cubes.iter().filter(|cube| is_asked(cube, condition)).count();
    if cubes.iter().any(|cube| (0..levels.len()).all(|condition| !is_asked(cube, condition))) {
        return;
    }
    let split = (0..levels.len()).rev().max_by_key(|&condition| n_asking(condition)).unwrap_or_default();
    for level in 0..levels[split] {
        let meets = |cube: &&Cube| cube.0[split].is_none_or(|asked| asked == level);
        let meeting: Vec<&Cube> = cubes.iter().copied().filter(meets).collect();
        part.0[split] = Some(level);
        outside(&meeting, levels, part, found);
    }
    part.0[split] = None;
}

/// Returns the conditions in which a row differs from what a combination asks for.
fn conflict(row: &[u8], cube: &Cube) -> Conditions {
    let differing = cube.literals().filter(|literal| row[literal.condition] != literal.level);
    differing.fold(0, |conditions, literal| conditions | 1 << literal.condition)
}

/// Returns the sets that hold no other, smallest first.
fn minimal(mut sets: Vec<Conditions>) -> Vec<Conditions> {
    sets.sort_unstable_by_key(|&set| (set.count_ones(), set));
    sets.dedup();
    let mut kept: Vec<Conditions> = Vec::new();
    for set in sets {
        if kept.iter().all(|&smaller| smaller & set != smaller) {
            kept.push(set);
        }
    }
    kept
}

/// Returns the minimal sets that hit each of the given sets, each once. Murakami & Uno (2014), Efficient algorithms for
/// dualizing large-scale hypergraphs, doi:10.1016/j.dam.2014.01.012.
fn transversals(sets: &[Conditions]) -> Vec<Conditions> {
    let mut found = Vec::new();
    extend(sets, 0, Conditions::MAX, &mut found);
    found
}

fn extend(sets: &[Conditions], chosen: Conditions, candidates: Conditions, found: &mut Vec<Conditions>) {
    let missed = sets.iter().filter(|&set| set & chosen == 0).map(|set| set & candidates);
    let Some(next) = missed.min_by_key(|set| set.count_ones()) else {
        return found.push(chosen);
    };
    let mut candidates = candidates & !next;
    let mut left = next;
    while left != 0 {
        let condition = left & left.wrapping_neg();
        left ^= condition;
        if is_irredundant(sets, chosen | condition) {
            extend(sets, chosen | condition, candidates, found);
        }
        candidates |= condition;
    }
}

/// Returns whether each chosen condition is the only one that hits some set.
fn is_irredundant(sets: &[Conditions], chosen: Conditions) -> bool {
    let only = |set: &Conditions| Some(set & chosen).filter(|hit| hit.is_power_of_two());
    sets.iter().filter_map(only).fold(0, |needed, hit| needed | hit) == chosen
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn transversals_are_all_minimal_sets_that_hit_everything(sets in prop::collection::vec(1_u32..64, 0..8)) {
            let hits = |chosen: u32| sets.iter().all(|set| set & chosen != 0);
            let is_minimal = |chosen: u32| (0..6).all(|bit| chosen >> bit & 1 == 0 || !hits(chosen & !(1 << bit)));
            let direct: Vec<u32> = (0..64).filter(|&chosen| hits(chosen) && is_minimal(chosen)).collect();
            let mut found = transversals(&minimal(sets.clone()));
            found.sort_unstable();
            prop_assert_eq!(found, direct);
        }

        #[test]
        fn what_lies_outside_is_what_no_combination_holds(
            cubes in prop::collection::vec(prop::collection::vec(prop::option::of(0_u8..2), 3), 0..5),
        ) {
            let cubes: Vec<Cube> = cubes.into_iter().map(Cube).collect();
            let found = complement(&cubes, &[2, 3, 2]);
            for number in 0..12_u8 {
                let row = [number / 6, number / 2 % 3, number % 2];
                let holds = |cubes: &[Cube]| cubes.iter().filter(|cube| cube.covers_row(&row)).count();
                prop_assert_eq!(holds(&found), usize::from(holds(&cubes) == 0));
            }
        }
    }
}
