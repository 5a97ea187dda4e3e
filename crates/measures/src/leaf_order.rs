//! The order of the leaves of a tree in which neighbours lie nearest to each other.

use crate::cluster::Tree;
use crate::distances::Distances;

/// Returns the shortest path over all things among those that turn branches of `tree` but do not break them.
/// Bar-Joseph, Gifford & Jaakkola (2001), doi:10.1093/bioinformatics/17.suppl_1.S22.
///
/// - Work grows with the third power of the number of things, memory with the second.
/// - An order and its reverse are as good: the one that begins with the smaller position is taken. Among orders that are
///   equally short, the one with the smallest positions at its ends, then at the inner joints.
///
/// ```
/// # use draad_measures::{cluster::average_linkage, distances::Distances, leaf_order::optimal_leaf_order};
/// let ages = [9.0_f64, 16.0, 10.0, 14.0];
/// let distances = Distances::new(4, |first, second| (ages[first] - ages[second]).abs());
/// assert_eq!(optimal_leaf_order(&average_linkage(&distances), &distances), [0, 2, 3, 1]);
/// ```
pub fn optimal_leaf_order(tree: &Tree, distances: &Distances) -> Vec<usize> {
    if tree.merges.is_empty() {
        return (0..tree.n).collect();
    }
    let mut search = Search::new(tree, distances);
    search.measure();
    let root = &search.branches[search.branches.len() - 1];
    let ends = search.best_ends(root);
    let mut order = Vec::with_capacity(tree.n);
    search.write(search.branches.len() - 1, ends, &mut order);
    order
}

/// A part of the tree.
struct Branch {
    /// Its leaves, ascending.
    leaves: Vec<usize>,
    /// The two branches it is made of; none for a leaf.
    parts: Option<(usize, usize)>,
}

struct Search<'d> {
    distances: &'d Distances,
    n: usize,
    slack: f64,
    /// Leaves first, then joinings.
    branches: Vec<Branch>,
    /// For two leaves the shortest path from the one to the other over all leaves of the smallest branch that has both.
    lengths: Vec<f64>,
}

impl<'d> Search<'d> {
    fn new(tree: &Tree, distances: &'d Distances) -> Self {
        let leaf = |leaf| Branch { leaves: vec![leaf], parts: None };
        let mut branches: Vec<Branch> = (0..tree.n).map(leaf).collect();
        let mut branch_of: Vec<usize> = (0..tree.n).collect();
        for merge in &tree.merges {
            let parts = (branch_of[merge.first], branch_of[merge.second]);
            let mut leaves = [&branches[parts.0].leaves[..], &branches[parts.1].leaves[..]].concat();
            leaves.sort_unstable();
            branch_of[merge.first] = branches.len();
            branches.push(Branch { leaves, parts: Some(parts) });
        }
        let lengths = vec![0.0; tree.n * tree.n];
        Self { distances, n: tree.n, slack: distances.slack() * tree.n as f64, branches, lengths }
    }

    /// Returns the leaves at which a branch can end that begins with `first`: those of its other part.
    fn other_ends(&self, branch: usize, first: usize) -> &[usize] {
        let Branch { leaves, parts } = &self.branches[branch];
        match *parts {
            None => leaves,
            Some((a, b)) if self.branches[a].leaves.binary_search(&first).is_ok() => &self.branches[b].leaves,
            Some((a, _)) => &self.branches[a].leaves,
        }
    }

    fn length(&self, first: usize, last: usize) -> f64 {
        self.lengths[first * self.n + last]
    }

    /// Fills in the lengths, from small branches to large ones.
    fn measure(&mut self) {
        for branch in self.n..self.branches.len() {
            let (a, b) = self.branches[branch].parts.expect("a joining has parts");
            for &first in &self.branches[a].leaves.clone() {
                let across = self.across(a, b, first);
                for &last in &self.branches[b].leaves.clone() {
                    let joint = |&k: &usize| across[k] + self.length(k, last);
                    let least = self.other_ends(b, last).iter().map(joint).fold(f64::INFINITY, f64::min);
                    self.lengths[first * self.n + last] = least;
                    self.lengths[last * self.n + first] = least;
                }
            }
        }
    }

    /// Returns per leaf of the branch `b` the shortest way to it that begins with `first` and passes all of the branch `a`.
    fn across(&self, a: usize, b: usize, first: usize) -> Vec<f64> {
        let mut across = vec![f64::INFINITY; self.n];
        for &k in &self.branches[b].leaves {
            let step = |&m: &usize| self.length(first, m) + self.distances.between(m, k);
            across[k] = self.other_ends(a, first).iter().map(step).fold(f64::INFINITY, f64::min);
        }
        across
    }

    fn best_ends(&self, branch: &Branch) -> (usize, usize) {
        let (a, b) = branch.parts.expect("there is more than one leaf");
        let both_ways = |first: usize, last: usize| (first.min(last), first.max(last));
        let mut ends: Vec<(usize, usize)> = self.branches[a]
            .leaves
            .iter()
            .flat_map(|&first| self.branches[b].leaves.iter().map(move |&last| both_ways(first, last)))
            .collect();
        ends.sort_unstable();
        self.first_of_least(&ends, |&(first, last)| self.length(first, last))
    }

    /// Returns the first of the items that are as good as the best.
    fn first_of_least<T: Copy>(&self, items: &[T], length: impl Fn(&T) -> f64) -> T {
        let least = items.iter().map(&length).fold(f64::INFINITY, f64::min);
        let is_least = |item: &&T| length(item) <= least + self.slack;
        *items.iter().find(is_least).expect("the least is among them")
    }

    /// Writes the leaves of a branch in the shortest order between these ends.
    fn write(&self, branch: usize, (first, last): (usize, usize), order: &mut Vec<usize>) {
        let Some((a, b)) = self.branches[branch].parts else {
            order.push(first);
            return;
        };
        let begins_in_a = self.branches[a].leaves.binary_search(&first).is_ok();
        let (a, b) = if begins_in_a { (a, b) } else { (b, a) };
        let across = self.across(a, b, first);
        let joints = self.other_ends(b, last);
        let k = self.first_of_least(joints, |&k| across[k] + self.length(k, last));
        let step = |&m: &usize| self.length(first, m) + self.distances.between(m, k);
        let m = self.first_of_least(self.other_ends(a, first), step);
        self.write(a, (first, m), order);
        self.write(b, (k, last), order);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cluster::average_linkage;
    use crate::cluster::tests::any_distances;
    use crate::seriation::path_length;
    use proptest::prelude::*;

    /// Returns every order that turning branches can give.
    fn orders(tree: &Tree) -> Vec<Vec<usize>> {
        let mut of: Vec<Vec<Vec<usize>>> = (0..tree.n).map(|leaf| vec![vec![leaf]]).collect();
        for merge in &tree.merges {
            let (first, second) = (of[merge.first].clone(), std::mem::take(&mut of[merge.second]));
            let joined = first.iter().flat_map(|a| {
                second.iter().flat_map(move |b| [[&a[..], &b[..]].concat(), [&b[..], &a[..]].concat()])
            });
            of[merge.first] = joined.collect();
        }
        of.swap_remove(0)
    }

    proptest! {
        #[test]
        fn no_turn_of_a_branch_is_shorter(distances in any_distances(1..8)) {
            let tree = average_linkage(&distances);
            let order = optimal_leaf_order(&tree, &distances);
            let orders = orders(&tree);
            prop_assert!(orders.contains(&order));
            let least = orders.iter().map(|order| path_length(&distances, order)).fold(f64::INFINITY, f64::min);
            prop_assert!((path_length(&distances, &order) - least).abs() < 1e-9);
            prop_assert!(order.len() < 2 || order[0] < order[order.len() - 1]);
        }
    }

    #[test]
    fn few_things_have_an_order_too() {
        for n in 0..3 {
            let distances = Distances::new(n, |_, _| 1.0);
            assert_eq!(optimal_leaf_order(&average_linkage(&distances), &distances), Vec::from_iter(0..n));
        }
    }
}
