//! The tree as lines: where each joining stands.

use draad_analysis::similarity::Clustering;
use std::collections::BTreeMap;

/// A joining, in distances to the left and in rows down.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Branch {
    /// Where the two groups were joined, or 0 for a case alone, and in the middle of which rows they stand.
    pub(super) ends: [(f64, f64); 2],
    /// Where this joining stands.
    pub(super) height: f64,
    /// Position in [`Clustering::joinings`].
    pub(super) joining: usize,
}

impl Branch {
    /// Returns the row in the middle of the joining.
    pub(super) fn row(&self) -> f64 {
        (self.ends[0].1 + self.ends[1].1) / 2.0
    }
}

/// Returns the joinings with their places beside cases in this order; row 0 has its middle at 0.5.
pub(super) fn branches(tree: &Clustering, order: &[usize]) -> Vec<Branch> {
    let leaf = |(row, &case): (usize, &usize)| (vec![case], (0.0, row as f64 + 0.5));
    let mut places: BTreeMap<Vec<usize>, (f64, f64)> = order.iter().enumerate().map(leaf).collect();
    let mut branches = Vec::new();
    for (joining, joined) in tree.joinings.iter().enumerate() {
        let place = |group: &Vec<usize>| places.get(group).copied().unwrap_or_default();
        let ends = [place(&joined.first), place(&joined.second)];
        let branch = Branch { ends, height: joined.height, joining };
        let mut members = [joined.first.clone(), joined.second.clone()].concat();
        members.sort_unstable();
        places.insert(members, (joined.height, branch.row()));
        branches.push(branch);
    }
    branches
}
