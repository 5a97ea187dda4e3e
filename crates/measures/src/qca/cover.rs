//! Models out of prime implicants: the sets that cover every row, the smallest of them or all from which nothing can go.

use std::collections::BTreeMap;

/// Steps that one search takes at most: a second or two.
const MOST_STEPS: usize = 5_000_000;

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
    let rows = binding(n_rows, covered);
    let mut classes: BTreeMap<Bits, Vec<usize>> = BTreeMap::new();
    for (thing, of_thing) in covered.iter().enumerate() {
        let holds = |(_, row): &(usize, &usize)| of_thing.binary_search(row).is_ok();
        let kept = Bits::new(rows.len(), rows.iter().enumerate().filter(holds).map(|(place, _)| place));
        classes.entry(kept).or_default().push(thing);
    }
    let (sets, things): (Vec<Bits>, Vec<Vec<usize>>) =
        classes.into_iter().filter(|(set, _)| !set.is_empty()).unzip();
    let size = match wanted {
        Wanted::Irredundant => Some(usize::MAX),
        Wanted::Smallest => smallest(rows.len(), &sets),
    };
    let Some(size) = size else { return Found::GivenUp };
    let mut search = Search::new(rows.len(), sets, most);
    search.run(size);
    if search.found.is_empty() {
        return Found::GivenUp;
    }
    let (covers, is_cut) = expanded(&search.found, &things, most);
    if is_cut || search.is_cut { Found::Some(covers) } else { Found::All(covers) }
}

/// Returns the rows that are enough to cover: a row that every thing covers which covers another row needs no looking
/// after. Sets that cover these rows are the sets that cover all, so no cover is lost.
fn binding(n_rows: usize, covered: &[Vec<usize>]) -> Vec<usize> {
    let mut covering: Vec<Vec<usize>> = vec![Vec::new(); n_rows];
    for (thing, rows) in covered.iter().enumerate() {
        rows.iter().for_each(|&row| covering[row].push(thing));
    }
    let covering: Vec<Bits> = covering.into_iter().map(|things| Bits::new(covered.len(), things)).collect();
    let is_implied = |row: usize| {
        let by = |(other, things): (usize, &Bits)| {
            let own = &covering[row];
            other != row && things.lies_in(own) && (things != own || other < row)
        };
        covering.iter().enumerate().any(by)
    };
    (0..n_rows).filter(|&row| !is_implied(row)).collect()
}

/// Returns the size of the smallest covers, if it can be found in the steps there are. A set that lies in another is not
/// needed to know it.
fn smallest(n_rows: usize, sets: &[Bits]) -> Option<usize> {
    let is_needed = |set: &&Bits| !sets.iter().any(|other| set.lies_in(other) && other != *set);
    let mut search = Search::new(n_rows, sets.iter().filter(is_needed).cloned().collect(), 1);
    for size in search.at_least(&Bits::all(n_rows))..=n_rows {
        search.run(size);
        if !search.found.is_empty() {
            return Some(size);
        }
        if search.is_cut {
            return None;
        }
    }
    None
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
struct Search {
    /// Per set the rows that it covers.
    sets: Vec<Bits>,
    /// Per row the sets that cover it.
    covering: Vec<Vec<usize>>,
    /// Per row the rows that some set covers together with it.
    beside: Vec<Bits>,
    /// The most rows that a set covers.
    widest: usize,
    /// Covers that are kept.
    most: usize,
    steps: usize,
    found: Vec<Vec<usize>>,
    /// Whether there are, or may be, more covers than were found.
    is_cut: bool,
    chosen: Vec<usize>,
    /// Per set whether it may be chosen.
    is_candidate: Vec<bool>,
}

impl Search {
    fn new(n_rows: usize, sets: Vec<Bits>, most: usize) -> Self {
        let mut covering = vec![Vec::new(); n_rows];
        let mut beside = vec![Bits::new(n_rows, []); n_rows];
        for (set, rows) in sets.iter().enumerate() {
            for row in rows.members() {
                covering[row].push(set);
                beside[row].add(rows);
            }
        }
        Self {
            covering,
            beside,
            widest: sets.iter().map(Bits::len).max().unwrap_or_default(),
            most,
            steps: 0,
            found: Vec::new(),
            is_cut: false,
            chosen: Vec::new(),
            is_candidate: vec![true; sets.len()],
            sets,
        }
    }

    /// Finds the irredundant covers of at most `size` sets.
    fn run(&mut self, size: usize) {
        self.extend(&Bits::all(self.covering.len()), size);
    }

    fn extend(&mut self, uncovered: &Bits, size: usize) {
        self.steps += 1;
        if self.is_cut {
            return;
        }
        let fewest = |row: &usize| self.candidates(*row).count();
        let Some(next) = uncovered.members().min_by_key(fewest) else { return self.keep() };
        if self.steps > MOST_STEPS {
            self.is_cut = true;
        }
        let candidates: Vec<usize> = self.candidates(next).collect();
        candidates.iter().for_each(|&set| self.is_candidate[set] = false);
        for &set in &candidates {
            let left = uncovered.without(&self.sets[set]);
            self.chosen.push(set);
            if self.at_least(&left) <= size - self.chosen.len() && self.is_irredundant() {
                self.extend(&left, size);
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

    /// Returns how many sets the rows need at least: as many as there are rows of which no set covers two, and as many as the
    /// widest sets would make of them.
    fn at_least(&self, uncovered: &Bits) -> usize {
        let mut left = uncovered.clone();
        let mut apart = 0;
        while let Some(row) = left.first() {
            apart += 1;
            left = left.without(&self.beside[row]);
        }
        apart.max(uncovered.len().div_ceil(self.widest.max(1)))
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

    fn first(&self) -> Option<usize> {
        self.members().next()
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

    fn without(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(own, others)| own & !others).collect())
    }

    fn shared(&self, other: &Self) -> Self {
        Self(self.0.iter().zip(&other.0).map(|(own, others)| own & others).collect())
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

    proptest! {
        #[test]
        fn covers_are_those_that_trying_every_set_finds(
            sets in prop::collection::vec(prop::collection::btree_set(0_usize..7, 1..5), 1..9),
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
