//! Models out of prime implicants: the sets that cover every row, the smallest of them or all from which nothing can go.

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
struct Problem {
    n_rows: usize,
    /// Per set the rows that it covers.
    sets: Vec<Bits>,
    /// Per set the things that cover just these rows.
    names: Vec<Vec<usize>>,
}

impl Problem {
    /// Returns per row the sets that cover it.
    fn covering(&self) -> Vec<Bits> {
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
        let is_widest = |set: &Bits| !self.sets.iter().any(|other| set.lies_in(other) && other != set);
        let kept: Vec<bool> = self.sets.iter().map(is_widest).collect();
        let pairs = self.sets.into_iter().zip(self.names).zip(kept);
        let (sets, names) = pairs.filter(|(_, is_kept)| *is_kept).map(|(pair, _)| pair).unzip();
        Self { n_rows: self.n_rows, sets, names }
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

/// A search through sets of rows: the row that the fewest sets can still cover comes first, each of those is tried, and a set
/// that was tried is not tried again beside the next. Murakami & Uno (2014), doi:10.1016/j.dam.2014.01.012.
struct Search<'a> {
    sets: &'a [Bits],
    /// Per row the sets that cover it.
    covering: Vec<Vec<usize>>,
    /// Per row the rows that some set covers together with it.
    beside: Vec<Bits>,
    /// The rows, those first that have the fewest beside them.
    apart: Vec<usize>,
    /// Covers that are kept.
    most: usize,
    /// Steps that are left.
    steps: usize,
    found: Vec<Vec<usize>>,
    /// Whether there are, or may be, more covers than were found.
    is_cut: bool,
    chosen: Vec<usize>,
    /// Per set whether it may be chosen.
    is_candidate: Vec<bool>,
}

impl<'a> Search<'a> {
    fn new(problem: &'a Problem, most: usize, steps: usize) -> Self {
        let sets = &problem.sets;
        let mut beside = vec![Bits::new(problem.n_rows, []); problem.n_rows];
        for set in sets {
            set.members().for_each(|row| beside[row].add(set));
        }
        let mut apart: Vec<usize> = (0..problem.n_rows).collect();
        apart.sort_by_key(|&row| beside[row].len());
        Self {
            sets,
            covering: problem.covering().iter().map(|sets| sets.members().collect()).collect(),
            beside,
            apart,
            most,
            steps,
            found: Vec::new(),
            is_cut: false,
            chosen: Vec::new(),
            is_candidate: vec![true; sets.len()],
        }
    }

    /// Finds the irredundant covers of at most `size` sets.
    fn run(&mut self, size: usize) {
        self.extend(&Bits::all(self.covering.len()), size);
    }

    fn extend(&mut self, uncovered: &Bits, size: usize) {
        let fewest = |row: &usize| self.candidates(*row).count();
        let Some(next) = uncovered.members().min_by_key(fewest) else { return self.keep() };
        self.steps = self.steps.saturating_sub(self.sets.len());
        self.is_cut |= self.steps == 0;
        let widest = if size == usize::MAX { 1 } else { self.widest(uncovered) };
        let candidates: Vec<usize> = self.candidates(next).collect();
        candidates.iter().for_each(|&set| self.is_candidate[set] = false);
        for &set in &candidates {
            if self.is_cut {
                return;
            }
            self.chosen.push(set);
            let n_more = size - self.chosen.len();
            if uncovered.n_without(&self.sets[set]) <= n_more.saturating_mul(widest) {
                let left = uncovered.without(&self.sets[set]);
                if self.at_least(&left) <= n_more && self.is_irredundant() {
                    self.extend(&left, size);
                }
            }
            self.chosen.pop();
            self.is_candidate[set] = true;
        }
    }

    fn keep(&mut self) {
        if self.found.len() == self.most {
            self.is_cut = true;
        } else {
            self.found.push(self.chosen.clone());
        }
    }

    fn candidates(&self, row: usize) -> impl Iterator<Item = usize> {
        self.covering[row].iter().copied().filter(|&set| self.is_candidate[set])
    }

    /// Returns the most rows of those uncovered that any set still covers.
    fn widest(&self, uncovered: &Bits) -> usize {
        let sets = self.sets.iter().zip(&self.is_candidate).filter(|(_, is_candidate)| **is_candidate);
        sets.map(|(set, _)| uncovered.len() - uncovered.n_without(set)).max().unwrap_or_default()
    }

    /// Returns how many sets the rows need at least: as many as there are rows of which no set covers two.
    fn at_least(&self, uncovered: &Bits) -> usize {
        let mut left = uncovered.clone();
        let mut n = 0;
        for &row in &self.apart {
            if left.contains(row) {
                n += 1;
                left.remove(&self.beside[row]);
            }
        }
        n
    }

    /// Returns whether each chosen set covers a row that no other does.
    fn is_irredundant(&self) -> bool {
        let mut once = Bits::new(self.covering.len(), []);
        let mut twice = once.clone();
        for &set in &self.chosen {
            twice.add(&once.shared(&self.sets[set]));
            once.add(&self.sets[set]);
        }
        self.chosen.iter().all(|&set| !self.sets[set].lies_in(&twice))
    }
}

/// A set of small numbers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Bits(Vec<u64>);

impl Bits {
    fn new(n: usize, members: impl IntoIterator<Item = usize>) -> Self {
        let mut bits = vec![0; n.div_ceil(64)];
        members.into_iter().for_each(|member| bits[member / 64] |= 1 << (member % 64));
        Self(bits)
    }

    fn all(n: usize) -> Self {
        Self::new(n, 0..n)
    }

    fn is_empty(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }

    fn len(&self) -> usize {
        self.0.iter().map(|word| word.count_ones() as usize).sum()
    }

    fn contains(&self, member: usize) -> bool {
        self.0[member / 64] >> (member % 64) & 1 == 1
    }

    fn insert(&mut self, member: usize) {
        self.0[member / 64] |= 1 << (member % 64);
    }

    fn members(&self) -> impl Iterator<Item = usize> {
        let of_word = |(place, &word): (usize, &u64)| {
            let next = |left: &u64| Some(left & (left - 1)).filter(|&left| left != 0);
            let start = Some(word).filter(|&word| word != 0);
            std::iter::successors(start, next).map(move |left| place * 64 + left.trailing_zeros() as usize)
        };
        self.0.iter().enumerate().flat_map(of_word)
    }

    fn lies_in(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).all(|(own, others)| own & !others == 0)
    }

    fn meets(&self, other: &Self) -> bool {
        self.0.iter().zip(&other.0).any(|(own, others)| own & others != 0)
    }

    fn without(&self, other: &Self) -> Self {
        let mut left = self.clone();
        left.remove(other);
        left
    }

    fn n_without(&self, other: &Self) -> usize {
        self.0.iter().zip(&other.0).map(|(own, others)| (own & !others).count_ones() as usize).sum()
    }

    fn with(&self, other: &Self) -> Self {
        let mut all = self.clone();
        all.add(other);
        all
    }

    fn shared(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(own, others)| own & others).collect())
    }

    fn remove(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, others)| *own &= !others);
    }

    fn add(&mut self, other: &Self) {
        self.0.iter_mut().zip(&other.0).for_each(|(own, others)| *own |= others);
    }
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
