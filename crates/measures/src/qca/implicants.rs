//! Prime implicants: the largest combinations that hold no row which they must not hold.
//!
//! A combination that holds the row r is r with some conditions kept. It keeps clear of a forbidden combination when it keeps a
//! condition in which r differs from that. So the prime implicants that hold r are the minimal sets of conditions that hit,
//! for each forbidden combination, the conditions in which r differs from it: no combination is ever tried in vain, and
//! remainders are never counted.

use super::Cube;
use std::collections::BTreeSet;

/// Bits, in which each condition has a field of its own as wide as its levels need. Rows number 2²⁰ at most, so that the
/// fields of any data fit.
type Bits = u32;

/// Where the field of each condition is.
pub(super) struct Space {
    levels: Vec<u8>,
    fields: Vec<Bits>,
    /// Fields of more than one bit.
    wide: Vec<Bits>,
}

/// What a combination must not hold.
#[derive(Clone, Copy, Debug)]
pub(super) enum Forbidden<'a> {
    /// Anything that one of these holds.
    These(&'a [Packed]),
    /// Anything that none of these holds.
    AllBut(&'a [Packed]),
}

/// A combination in bits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Packed {
    /// The fields of the conditions that it asks for.
    asked: Bits,
    /// The levels in those fields.
    levels: Bits,
}

impl Space {
    pub(super) fn new(levels: &[u8]) -> Self {
        let mut next = 0;
        let field = |&n: &u8| {
            let width = u8::BITS - n.saturating_sub(1).leading_zeros();
            let field = ((1 << width) - 1) << next;
            next += width;
            field
        };
        let fields: Vec<Bits> = levels.iter().map(field).collect();
        let wide = fields.iter().copied().filter(|field| field.count_ones() > 1).collect();
        Self { levels: levels.to_vec(), fields, wide }
    }

    pub(super) fn row(&self, levels: &[u8]) -> Packed {
        self.pack(&Cube::row(levels))
    }

    pub(super) fn pack(&self, cube: &Cube) -> Packed {
        cube.literals().fold(Packed { asked: 0, levels: 0 }, |packed, literal| {
            packed.with(self.fields[literal.condition], literal.level)
        })
    }

    fn unpack(&self, packed: Packed) -> Cube {
        let level = |&field: &Bits| {
            let level = (packed.levels & field) >> field.trailing_zeros();
            (packed.asked & field != 0).then_some(level as u8)
        };
        Cube(self.fields.iter().map(level).collect())
    }

    /// Returns the largest combinations that hold at least one of the `rows` and nothing that is forbidden, in their order. No
    /// row may be forbidden itself.
    pub(super) fn primes(&self, rows: &[Packed], forbidden: Forbidden<'_>) -> Vec<Cube> {
        let mut found = BTreeSet::new();
        for row in rows {
            let clauses = match forbidden {
                Forbidden::These(cubes) => cubes.iter().map(|cube| self.conflict(*row, *cube)).collect(),
                Forbidden::AllBut(cubes) => self.conflicts_outside(*row, cubes),
            };
            for kept in transversals(&minimal(clauses)) {
                let fields = self.fields.iter().filter(|&field| field & kept != 0);
                let asked = fields.fold(0, |asked, field| asked | field);
                found.insert(Packed { asked, levels: row.levels & asked });
            }
        }
        let mut primes: Vec<Cube> = found.into_iter().map(|packed| self.unpack(packed)).collect();
        primes.sort_unstable();
        primes
    }

    /// Returns the conditions in which a row differs from what a combination asks for: the first bit of the field of each.
    fn conflict(&self, row: Packed, cube: Packed) -> Bits {
        let differing = (row.levels ^ cube.levels) & cube.asked;
        let differs_in = |&&field: &&Bits| differing & field != 0;
        self.wide
            .iter()
            .filter(differs_in)
            .fold(differing, |bits, field| bits & !field | field & field.wrapping_neg())
    }

    /// Returns sets of conditions in which a row differs from rows that none of `cubes` holds; the minimal ones among them.
    fn conflicts_outside(&self, row: Packed, cubes: &[Packed]) -> Vec<Bits> {
        let mut found = Vec::new();
        self.outside(row, cubes, Packed { asked: 0, levels: 0 }, &mut found);
        found
    }

    /// Finds what lies in `part` and in none of `cubes`, all of which meet it, by splitting it in the condition that most of
    /// them ask for. The half nearer to the row comes first, and what differs from it in as much as something known is left.
    fn outside(&self, row: Packed, cubes: &[Packed], part: Packed, found: &mut Vec<Bits>) {
        let conflict = self.conflict(row, part);
        if found.iter().any(|known| known & !conflict == 0) {
            return;
        }
        if cubes.is_empty() {
            return found.push(conflict);
        }
        if cubes.iter().any(|cube| cube.asked & !part.asked == 0) {
            return;
        }
        let n_asking = |field: Bits| cubes.iter().filter(|cube| cube.asked & field != 0).count();
        let open = (0..self.fields.len()).filter(|&condition| part.asked & self.fields[condition] == 0);
        let split = open.max_by_key(|&condition| n_asking(self.fields[condition]));
        let split = split.expect("a combination that meets the part without holding it asks for more");
        let halves = (0..self.levels[split]).map(|level| part.with(self.fields[split], level));
        let (near, far): (Vec<Packed>, Vec<Packed>) = halves.partition(|smaller| smaller.meets(row));
        for smaller in near.into_iter().chain(far) {
            let meeting: Vec<Packed> = cubes.iter().copied().filter(|cube| smaller.meets(*cube)).collect();
            self.outside(row, &meeting, smaller, found);
        }
    }
}

impl Packed {
    /// Asks for a level besides.
    fn with(self, field: Bits, level: u8) -> Self {
        Self { asked: self.asked | field, levels: self.levels | Bits::from(level) << field.trailing_zeros() }
    }

    /// Returns whether some row can belong to both.
    fn meets(self, other: Self) -> bool {
        (self.levels ^ other.levels) & self.asked & other.asked == 0
    }
}

/// Returns the sets that hold no other, smallest first.
fn minimal(mut sets: Vec<Bits>) -> Vec<Bits> {
    sets.sort_unstable_by_key(|&set| (set.count_ones(), set));
    sets.dedup();
    let mut kept: Vec<Bits> = Vec::new();
    for set in sets {
        if kept.iter().all(|&smaller| smaller & set != smaller) {
            kept.push(set);
        }
    }
    kept
}

/// Returns the minimal sets that hit each of the given sets, each once. Murakami & Uno (2014), Efficient algorithms for
/// dualizing large-scale hypergraphs, doi:10.1016/j.dam.2014.01.012.
fn transversals(sets: &[Bits]) -> Vec<Bits> {
    let mut found = Vec::new();
    extend(sets, 0, Bits::MAX, &mut found);
    found
}

fn extend(sets: &[Bits], chosen: Bits, candidates: Bits, found: &mut Vec<Bits>) {
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
fn is_irredundant(sets: &[Bits], chosen: Bits) -> bool {
    let only = |set: &Bits| Some(set & chosen).filter(|hit| hit.is_power_of_two());
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
        fn a_row_is_kept_apart_from_all_that_no_combination_holds(
            cubes in prop::collection::vec(
                (prop::option::of(0_u8..2), prop::option::of(0_u8..5), prop::option::of(0_u8..3)),
                0..6,
            ),
        ) {
            let space = Space::new(&[2, 5, 3]);
            let cubes: Vec<Cube> = cubes.iter().map(|&(a, b, c)| Cube(vec![a, b, c])).collect();
            let packed: Vec<Packed> = cubes.iter().map(|cube| space.pack(cube)).collect();
            let unpacked: Vec<Cube> = packed.iter().map(|&packed| space.unpack(packed)).collect();
            prop_assert_eq!(&unpacked, &cubes);
            let rows = (0..30).map(|number| [number / 15, number / 3 % 5, number % 3]);
            let (inside, outside): (Vec<[u8; 3]>, Vec<[u8; 3]>) =
                rows.partition(|row| cubes.iter().any(|cube| cube.covers_row(row)));
            for row in inside {
                let row = space.row(&row);
                let direct = outside.iter().map(|other| space.conflict(row, space.row(other))).collect();
                prop_assert_eq!(minimal(space.conflicts_outside(row, &packed)), minimal(direct));
            }
        }
    }
}
