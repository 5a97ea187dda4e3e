//! Trees of cases: average linkage, what the tree makes of the distances, and how well groups cut from it hold together.

use crate::distances::Distances;
use crate::{Measured, Undefined};

/// Groups joined two by two until one is left.
#[derive(Clone, Debug, PartialEq)]
pub struct Tree {
    /// How many things there are.
    pub n: usize,
    /// The n − 1 joinings, in the order in which they were made.
    pub merges: Vec<Merge>,
}

/// Two groups that were joined. A group is called by its member with the smallest position.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Merge {
    /// One group; the joined group is called by it too.
    pub first: usize,
    /// The other, with a larger position.
    pub second: usize,
    /// The mean distance between members of the one and members of the other.
    pub height: f64,
    /// Members of the joined group.
    pub size: usize,
    /// Whether other groups lay as near, so that the rule decided.
    pub is_tied: bool,
}

/// Joins the two groups whose members lie nearest to each other in the mean, until one group is left (UPGMA; Sokal &
/// Michener 1958).
///
/// - **Ties**: things are numbered by their positions, and joined groups after them in the order in which they are made.
///   Among pairs of groups that lie equally near, the pair with the smallest number comes first, then the smallest second
///   number: things before groups. Distances that differ in their last digits only (10⁻¹² of the largest) are equal.
/// - No tree has no joinings: fewer than two things.
///
/// ```
/// # use draad_measures::{cluster::average_linkage, distances::Distances};
/// let ages = [9.0_f64, 10.0, 15.0, 16.0];
/// let tree = average_linkage(&Distances::new(4, |first, second| (ages[first] - ages[second]).abs()));
/// let heights: Vec<f64> = tree.merges.iter().map(|merge| merge.height).collect();
/// assert_eq!(heights, [1.0, 1.0, 6.0]);
/// assert!(tree.merges[0].is_tied && !tree.merges[1].is_tied);
/// ```
pub fn average_linkage(distances: &Distances) -> Tree {
    join_all(distances, Ties::ThingsFirst)
}

fn join_all(distances: &Distances, ties: Ties) -> Tree {
    let n = distances.n();
    let slack = distances.slack();
    let mut groups = Groups::new(distances);
    let merges = (1..n).map(|_| {
        let (one, other, is_tied) = groups.nearest(slack, ties);
        let (first, second) = (one.min(other), one.max(other));
        let height = groups.mean(first, second);
        let size = groups.join(first, second);
        Merge { first, second, height, size, is_tied }
    });
    Tree { merges: merges.collect(), n }
}

/// Returns whether it matters how ties are broken: whether another rule gives a tree with other distances.
///
/// Tried are the largest positions before the smallest, joined groups before things, and both; a tree that passes can still
/// depend on a rule that was not tried.
pub fn depends_on_ties(distances: &Distances, tree: &Tree) -> bool {
    if tree.merges.iter().all(|merge| !merge.is_tied) {
        return false;
    }
    let n = distances.n();
    let turned = |of: &Distances| Distances::new(n, |one, other| of.between(n - 1 - one, n - 1 - other));
    let slack = distances.slack() * n as f64;
    let own = tree.cophenetic();
    let differs = |other: &Distances| own.pairs().zip(other.pairs()).any(|(a, b)| (a - b).abs() > slack);
    let tree_by = |distances: &Distances, ties| join_all(distances, ties).cophenetic();
    differs(&tree_by(distances, Ties::GroupsFirst))
        || [Ties::ThingsFirst, Ties::GroupsFirst]
            .into_iter()
            .any(|ties| differs(&turned(&tree_by(&turned(distances), ties))))
}

/// What is joined first where pairs of groups lie equally near.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Ties {
    /// The smallest numbers: things before joined groups.
    ThingsFirst,
    /// The largest numbers: the groups joined last, and things after them.
    GroupsFirst,
}

/// The groups that are left.
struct Groups {
    n: usize,
    /// Sums of the distances between members of two groups, by the groups' names.
    sums: Vec<f64>,
    sizes: Vec<usize>,
    /// Names of the groups that are left, by their numbers.
    left: Vec<usize>,
}

impl Groups {
    fn new(distances: &Distances) -> Self {
        let n = distances.n();
        let sums = (0..n).flat_map(|thing| distances.from(thing)).copied().collect();
        Self { n, sums, sizes: vec![1; n], left: (0..n).collect() }
    }

    /// Sums are kept instead of means, so that no rounding adds up.
    fn mean(&self, first: usize, second: usize) -> f64 {
        self.sums[first * self.n + second] / (self.sizes[first] * self.sizes[second]) as f64
    }

    fn pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        self.left
            .iter()
            .enumerate()
            .flat_map(|(place, &first)| self.left[place + 1..].iter().map(move |&second| (first, second)))
    }

    /// Returns the pair that lies nearest, of several the one that the rule takes, and whether there are several.
    fn nearest(&self, slack: f64, ties: Ties) -> (usize, usize, bool) {
        let nearest = self.pairs().map(|(a, b)| self.mean(a, b)).fold(f64::INFINITY, f64::min);
        let mut nearest = self.pairs().filter(|&(a, b)| self.mean(a, b) <= nearest + slack);
        let first = nearest.next().expect("two groups are left");
        let last = nearest.last();
        let (one, other) = if ties == Ties::GroupsFirst { last.unwrap_or(first) } else { first };
        (one, other, last.is_some())
    }

    /// Joins the second group to the first and returns the size of what they make.
    fn join(&mut self, first: usize, second: usize) -> usize {
        self.left.retain(|&group| group != first && group != second);
        for &other in &self.left {
            let sum = self.sums[first * self.n + other] + self.sums[second * self.n + other];
            self.sums[first * self.n + other] = sum;
            self.sums[other * self.n + first] = sum;
        }
        self.left.push(first);
        self.sizes[first] += self.sizes[second];
        self.sizes[first]
    }
}

impl Tree {
    /// Returns the distances as the tree shows them: for two things the height at which they come together.
    pub fn cophenetic(&self) -> Distances {
        let mut heights = vec![0.0; self.n * self.n];
        let mut members: Vec<Vec<usize>> = (0..self.n).map(|thing| vec![thing]).collect();
        for merge in &self.merges {
            let joining = std::mem::take(&mut members[merge.second]);
            for &first in &members[merge.first] {
                for &second in &joining {
                    heights[first * self.n + second] = merge.height;
                    heights[second * self.n + first] = merge.height;
                }
            }
            members[merge.first].extend(joining);
        }
        Distances::new(self.n, |first, second| heights[first * self.n + second])
    }

    /// Returns the members of the two groups of a joining, ascending.
    pub fn members(&self, merge: usize) -> (Vec<usize>, Vec<usize>) {
        let mut name: Vec<usize> = (0..self.n).collect();
        for earlier in &self.merges[..merge] {
            for own in name.iter_mut().filter(|own| **own == earlier.second) {
                *own = earlier.first;
            }
        }
        let of = |group: usize| (0..self.n).filter(|&thing| name[thing] == group).collect();
        (of(self.merges[merge].first), of(self.merges[merge].second))
    }

    /// Cuts the tree into `n_groups` by undoing the last joinings, and returns the group of each thing; groups are numbered
    /// by their first member.
    ///
    /// # Errors
    /// `TooFewUnits` when there are not that many things; `Tied` when the last joining that stays is as high as the first
    /// that is undone, so that any choice between them would be arbitrary.
    pub fn cut(&self, n_groups: usize) -> Result<Vec<usize>, Undefined> {
        if n_groups == 0 || n_groups > self.n {
            return Err(Undefined::TooFewUnits { n: self.n, needed: n_groups.max(1) });
        }
        let n_kept = self.n - n_groups;
        let highest = self.merges.last().map_or(0.0, |merge| merge.height.abs());
        let height = |merge: usize| self.merges.get(merge).map(|merge| merge.height);
        if let (Some(kept), Some(undone)) = (n_kept.checked_sub(1).and_then(height), height(n_kept))
            && undone - kept <= highest * crate::distances::SLACK
        {
            return Err(Undefined::Tied);
        }
        let mut name: Vec<usize> = (0..self.n).collect();
        for merge in &self.merges[..n_kept] {
            name.iter_mut().filter(|own| **own == merge.second).for_each(|own| *own = merge.first);
        }
        let firsts: Vec<usize> = (0..self.n).filter(|&thing| name[thing] == thing).collect();
        let number =
            |name: usize| firsts.binary_search(&name).expect("a group is called by its first member");
        Ok(name.into_iter().map(number).collect())
    }
}

/// Returns per thing how much nearer it lies to its own group than to the next one: (b − a) / max(a, b), where a is the mean
/// distance to the others of its group and b the smallest mean distance to another group; 0 for a thing alone in its group.
/// From −1 (it lies nearer to another group) to 1. Rousseeuw (1987), doi:10.1016/0377-0427(87)90125-7.
///
/// `groups` has the group of each thing, numbered from 0 without gaps.
///
/// # Errors
/// `TooFewUnits` with fewer than two groups, or with as many groups as things.
///
/// ```
/// # use draad_measures::{cluster::silhouettes, distances::Distances};
/// let ages = [9.0_f64, 10.0, 16.0];
/// let distances = Distances::new(3, |first, second| (ages[first] - ages[second]).abs());
/// assert_eq!(silhouettes(&distances, &[0, 0, 1]), Ok(vec![(7.0 - 1.0) / 7.0, (6.0 - 1.0) / 6.0, 0.0]));
/// ```
pub fn silhouettes(distances: &Distances, groups: &[usize]) -> Result<Vec<f64>, Undefined> {
    let n_groups = groups.iter().max().map_or(0, |last| last + 1);
    if n_groups < 2 {
        return Err(Undefined::TooFewUnits { n: n_groups, needed: 2 });
    }
    if n_groups >= groups.len() {
        return Err(Undefined::TooFewUnits { n: groups.len(), needed: n_groups + 1 });
    }
    let mut sizes = vec![0_usize; n_groups];
    groups.iter().for_each(|&group| sizes[group] += 1);
    let of = |thing: usize| {
        let own = groups[thing];
        if sizes[own] == 1 {
            return 0.0;
        }
        let mut sums = vec![0.0; n_groups];
        distances.from(thing).iter().zip(groups).for_each(|(distance, &group)| sums[group] += distance);
        let within = sums[own] / (sizes[own] - 1) as f64;
        let others = (0..n_groups).filter(|&group| group != own);
        let next = others.map(|group| sums[group] / sizes[group] as f64).fold(f64::INFINITY, f64::min);
        let larger = within.max(next);
        if larger == 0.0 { 0.0 } else { (next - within) / larger }
    };
    Ok((0..groups.len()).map(of).collect())
}

/// Returns the mean of the silhouettes, over all things.
///
/// # Errors
/// As [`silhouettes`].
pub fn silhouette(distances: &Distances, groups: &[usize]) -> Measured {
    let each = silhouettes(distances, groups)?;
    Ok(each.iter().sum::<f64>() / each.len() as f64)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Distances with many ties, as cases with few codes have them.
    pub(crate) fn any_distances(n: std::ops::Range<usize>) -> impl Strategy<Value = Distances> {
        n.prop_flat_map(|n| {
            let parts = proptest::collection::vec((0_u8..6, 1_u8..6), n * n);
            parts.prop_map(move |parts| {
                Distances::new(n, |first, second| {
                    let (part, whole) = parts[first * n + second];
                    f64::from(part) / f64::from(part + whole)
                })
            })
        })
    }

    proptest! {
        /// Against the definition: the mean over all pairs of members, looked up at every step.
        #[test]
        fn each_joining_is_that_of_the_nearest_groups(distances in any_distances(0..9)) {
            let tree = average_linkage(&distances);
            let n = distances.n();
            prop_assert_eq!(tree.merges.len(), n.saturating_sub(1));
            let mut groups: Vec<Vec<usize>> = (0..n).map(|thing| vec![thing]).collect();
            for (place, merge) in tree.merges.iter().enumerate() {
                let mean = |a: &[usize], b: &[usize]| {
                    let sum: f64 = a.iter().flat_map(|&x| b.iter().map(move |&y| (x, y)))
                        .map(|(x, y)| distances.between(x, y)).sum();
                    sum / (a.len() * b.len()) as f64
                };
                let mut near = Vec::new();
                for (first, a) in groups.iter().enumerate() {
                    for b in &groups[first + 1..] {
                        near.push((mean(a, b), a[0], b[0]));
                    }
                }
                let least = near.iter().map(|pair| pair.0).fold(f64::INFINITY, f64::min);
                near.retain(|pair| pair.0 <= least + 1e-9);
                let (_, one, other) = near[0];
                prop_assert_eq!((merge.first, merge.second), (one.min(other), one.max(other)));
                prop_assert!((merge.height - least).abs() < 1e-9);
                prop_assert_eq!(merge.is_tied, near.len() > 1);
                let mut take = |name| {
                    let place = groups.iter().position(|group| group[0] == name).unwrap();
                    groups.remove(place)
                };
                let (first, second) = (take(merge.first), take(merge.second));
                let mut joined = [&first[..], &second[..]].concat();
                joined.sort_unstable();
                prop_assert_eq!((first, second), tree.members(place));
                prop_assert_eq!(merge.size, joined.len());
                groups.push(joined);
            }
        }

        #[test]
        fn cuts_and_silhouettes_keep_to_their_bounds(distances in any_distances(2..9), k in 0_usize..9) {
            let tree = average_linkage(&distances);
            let Ok(groups) = tree.cut(k) else { return Ok(()) };
            prop_assert_eq!(groups.iter().max().unwrap() + 1, k);
            match silhouettes(&distances, &groups) {
                Ok(each) => prop_assert!(each.iter().all(|value| (-1.0..=1.0).contains(value))),
                Err(_) => prop_assert!(k < 2 || k == distances.n()),
            }
        }
    }

    #[test]
    fn what_stands_at_one_height_is_not_cut() {
        let tree = average_linkage(&Distances::new(4, |_, _| 0.5));
        assert_eq!(tree.cut(1), Ok(vec![0; 4]));
        assert_eq!(tree.cut(2), Err(Undefined::Tied));
        assert_eq!(tree.cut(4), Ok(vec![0, 1, 2, 3]));
        assert_eq!(tree.cut(5), Err(Undefined::TooFewUnits { n: 4, needed: 5 }));
        assert!(average_linkage(&Distances::new(0, |_, _| 0.0)).cut(0).is_err());
    }

    #[test]
    fn a_tie_matters_only_where_it_changes_the_tree() {
        let same = Distances::new(4, |_, _| 0.5);
        assert!(!depends_on_ties(&same, &average_linkage(&same)));
        // b lies as near to a as to c
        let line = Distances::new(3, |first, second| [[0.0, 1.0, 2.0], [1.0, 0.0, 1.0]][first][second]);
        assert!(depends_on_ties(&line, &average_linkage(&line)));
    }

    #[test]
    fn groups_before_things_can_give_another_tree_where_another_order_does_not() {
        // two pairs that come together at (3 + 1 + 1 + 1) / 4, or three things and then the last at (3 + 1 + 1) / 3
        let far = |first: usize, second: usize| if (first, second) == (0, 2) { 3.0 } else { 1.0 };
        let distances = Distances::new(4, far);
        let tree = average_linkage(&distances);
        let heights = tree.merges.iter().map(|merge| merge.height);
        assert_eq!(heights.collect::<Vec<_>>(), [1.0, 1.0, 1.5]);
        assert!(depends_on_ties(&distances, &tree));
    }
}
