//! Models out of prime implicants: the sets that cover every row, the smallest of them or all from which nothing can go.

use super::bits::Bits;
use super::search::Search;
use std::collections::BTreeMap;

/// Sets that are looked at, at most: a second or two.
const MOST_STEPS: usize = 100_000_000;

/// What a search for covers came to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Found {
    /// All covers.
    All(Vec<Vec<usize>>),
    /// Some of them: there are more.
    Some(Vec<Vec<usize>>),
    /// The search was given up before it was known what a smallest cover is.
    GivenUp,
}

/// Which covers are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// Those of the fewest things.
    Smallest,
    /// Those from which nothing can be left out.
    Irredundant,
}

/// Returns the covers: sets of things that together cover all of `n_rows` rows; at most `most` of them.
///
/// - `covered`: per thing the rows that it covers, ascending; together they cover all.
pub(super) fn covers(n_rows: usize, covered: &[Vec<usize>], wanted: Wanted, most: usize) -> Found {
    let sets = covered.iter().map(|rows| Bits::new(n_rows, rows.iter().copied())).collect();
    let all = Problem { n_rows, sets, names: (0..covered.len()).map(|thing| vec![thing]).collect() };
    let mut steps = MOST_STEPS;
    let mut ways: Vec<Vec<usize>> = vec![Vec::new()];
    let mut is_cut = false;
    for part in all.binding().merged().parts() {
        let size = match wanted {
            Wanted::Irredundant => Some(usize::MAX),
            Wanted::Smallest => part.smallest(&mut steps),
        };
        let Some(size) = size else { return Found::GivenUp };
        let mut search = Search::new(&part, most, steps);
        search.run(size);
        steps = search.steps;
        if search.found.is_empty() {
            return Found::GivenUp;
        }
        let (of_part, is_more) = expanded(&search.found, &part.names, most);
        is_cut |= search.is_cut || is_more || ways.len() * of_part.len() > most;
        let with =
            |way: &Vec<usize>| of_part.iter().map(|cover| [&way[..], cover].concat()).collect::<Vec<_>>();
        ways = ways.iter().flat_map(with).take(most).collect();
    }
    if is_cut { Found::Some(ways) } else { Found::All(ways) }
}

/// Rows, and sets that cover them.
pub(super) struct Problem {
    pub(super) n_rows: usize,
    /// Per set the rows that it covers.
    pub(super) sets: Vec<Bits>,
    /// Per set the things that cover just these rows.
    names: Vec<Vec<usize>>,
}

impl Problem {
    /// Returns per row the sets that cover it.
    pub(super) fn covering(&self) -> Vec<Bits> {
        let mut covering = vec![Bits::new(self.sets.len(), []); self.n_rows];
        for (set, rows) in self.sets.iter().enumerate() {
            rows.members().for_each(|row| covering[row].insert(set));
        }
        covering
    }

    /// Returns it with the rows that are enough to cover: a row that every set covers which covers another row needs no
    /// looking after. Sets that cover these rows are the sets that cover all, so that no cover is lost.
    fn binding(self) -> Self {
        let covering = self.covering();
        let is_implied = |row: usize| {
            let own = &covering[row];
            let by = |(other, sets): (usize, &Bits)| {
                other != row && sets.lies_in(own) && (sets != own || other < row)
            };
            covering.iter().enumerate().any(by)
        };
        let rows: Vec<usize> = (0..self.n_rows).filter(|&row| !is_implied(row)).collect();
        self.among(&rows)
    }

    /// Returns it with some of its rows.
    fn among(self, rows: &[usize]) -> Self {
        let mut place = vec![None; self.n_rows];
        rows.iter().enumerate().for_each(|(new, &row)| place[row] = Some(new));
        let kept = |set: &Bits| Bits::new(rows.len(), set.members().filter_map(|row| place[row]));
        Self { n_rows: rows.len(), sets: self.sets.iter().map(kept).collect(), names: self.names }
    }

    /// Returns it with one set in the place of those that cover the same rows, and without those that cover none.
    fn merged(self) -> Self {
        let mut classes: BTreeMap<Bits, Vec<usize>> = BTreeMap::new();
        for (set, names) in self.sets.into_iter().zip(self.names) {
            classes.entry(set).or_default().extend(names);
        }
        let (sets, names) = classes.into_iter().filter(|(set, _)| !set.is_empty()).unzip();
        Self { n_rows: self.n_rows, sets, names }
    }

    /// Returns it without sets that lie in another: enough to know how many sets are needed, not to know which.
    fn widest(self) -> Self {
        let kept: Vec<bool> = self.sets.iter().map(|set| self.is_widest(set)).collect();
        let pairs = self.sets.into_iter().zip(self.names).zip(kept);
        let (sets, names) = pairs.filter(|(_, is_kept)| *is_kept).map(|(pair, _)| pair).unzip();
        Self { n_rows: self.n_rows, sets, names }
    }

    pub(super) fn is_widest(&self, set: &Bits) -> bool {
        !self.sets.iter().any(|other| set.lies_in(other) && other != set)
    }

    /// Returns the problems that it falls apart into: no set covers rows of two.
    fn parts(self) -> Vec<Self> {
        let mut groups: Vec<Bits> = Vec::new();
        for set in &self.sets {
            let (met, apart): (Vec<Bits>, Vec<Bits>) = groups.into_iter().partition(|group| group.meets(set));
            groups = apart;
            groups.push(met.iter().fold(set.clone(), |all, group| all.with(group)));
        }
        let part = |group: &Bits| {
            let inside = self.sets.iter().zip(&self.names).filter(|(set, _)| set.lies_in(group));
            let (sets, names) = inside.map(|(set, names)| (set.clone(), names.clone())).unzip();
            let rows: Vec<usize> = group.members().collect();
            Self { n_rows: self.n_rows, sets, names }.among(&rows)
        };
        groups.iter().map(part).collect()
    }

    /// Returns how many sets the smallest covers have, if that can be found in the steps that are left.
    fn smallest(&self, steps: &mut usize) -> Option<usize> {
        let mut core = Self { n_rows: self.n_rows, sets: self.sets.clone(), names: self.names.clone() };
        loop {
            let before = (core.n_rows, core.sets.len());
            core = core.widest().binding().merged();
            if (core.n_rows, core.sets.len()) == before {
                break;
            }
        }
        core.parts().iter().map(|part| part.smallest_by_search(steps)).sum()
    }

    fn smallest_by_search(&self, steps: &mut usize) -> Option<usize> {
        let mut search = Search::new(self, 1, *steps);
        let found = (search.at_least(&Bits::all(self.n_rows))..=self.n_rows).find(|&size| {
            search.run(size);
            search.is_cut || !search.found.is_empty()
        });
        *steps = search.steps;
        found.filter(|_| !search.found.is_empty())
    }
}

/// Puts things in the place of their classes: one of each class, in all ways, `most` at most. Tells whether there are more.
fn expanded(found: &[Vec<usize>], things: &[Vec<usize>], most: usize) -> (Vec<Vec<usize>>, bool) {
    let mut covers = Vec::new();
    for classes in found {
        let mut ways: Vec<Vec<usize>> = vec![Vec::new()];
        for &class in classes {
            let with = |way: &Vec<usize>| {
                let way = way.clone();
                things[class].iter().map(move |&thing| [&way[..], &[thing]].concat())
            };
            ways = ways.iter().flat_map(with).take(most + 1).collect();
        }
        covers.extend(ways);
        if covers.len() > most {
            covers.truncate(most);
            return (covers, true);
        }
    }
    (covers, false)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Returns all covers among all sets of things, by trying each.
    fn direct(n_rows: usize, covered: &[Vec<usize>], wanted: Wanted) -> Vec<Vec<usize>> {
        let things = |set: u32| (0..covered.len()).filter(move |thing| set >> thing & 1 == 1);
        let is_cover =
            |set: u32| (0..n_rows).all(|row| things(set).any(|thing| covered[thing].contains(&row)));
        let is_minimal = |set: u32| things(set).all(|thing| !is_cover(set & !(1 << thing)));
        let mut found: Vec<u32> =
            (0..1 << covered.len()).filter(|&set| is_cover(set) && is_minimal(set)).collect();
        if wanted == Wanted::Smallest {
            let least = found.iter().map(|set| set.count_ones()).min();
            found.retain(|set| Some(set.count_ones()) == least);
        }
        found.into_iter().map(|set| things(set).collect()).collect()
    }

    fn sorted(covers: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut covers = covers;
        covers.iter_mut().for_each(|cover| cover.sort_unstable());
        covers.sort();
        covers
    }

    #[test]
    fn a_search_that_runs_out_of_steps_says_so() {
        let pairs = [[0, 1], [1, 2], [2, 0]].map(|rows| Bits::new(3, rows));
        let problem = Problem { n_rows: 3, sets: pairs.to_vec(), names: vec![vec![0], vec![1], vec![2]] };
        assert_eq!(problem.smallest(&mut 1), None);
        assert_eq!(problem.smallest(&mut 1000), Some(2));
        let mut search = Search::new(&problem, 10, 1);
        search.run(usize::MAX);
        assert!(search.is_cut);
    }

    proptest! {
        #[test]
        fn covers_are_those_that_trying_every_set_finds(
            sets in (2_usize..5).prop_flat_map(|most| {
                prop::collection::vec(prop::collection::btree_set(0_usize..7, 1..most), 1..9)
            }),
        ) {
            let mut covered: Vec<Vec<usize>> = sets.into_iter().map(|set| set.into_iter().collect()).collect();
            covered.push(vec![0, 1]);
            covered.push((2..7).collect());
            for wanted in [Wanted::Smallest, Wanted::Irredundant] {
                let expected = sorted(direct(7, &covered, wanted));
                let Found::All(found) = covers(7, &covered, wanted, 10_000) else { panic!("cut") };
                prop_assert_eq!(sorted(found), expected.clone());
                let Found::Some(some) = covers(7, &covered, wanted, expected.len() - 1) else {
                    prop_assert_eq!(expected.len(), 1);
                    continue;
                };
                prop_assert_eq!(some.len(), expected.len() - 1);
                prop_assert!(sorted(some).iter().all(|cover| expected.contains(cover)));
            }
        }
    }
}
