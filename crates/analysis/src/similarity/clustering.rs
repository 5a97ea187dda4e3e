//! Cases joined to a tree.

use draad_measures::cluster::{Tree, average_linkage, depends_on_ties, silhouette};
use draad_measures::distances::{Distances, correlation};
use draad_measures::{Measured, Undefined};

/// Into how many groups the tree is cut.
const CUTS: std::ops::RangeInclusive<usize> = 2..=4;

/// A tree of the cases in which a code occurs, by average linkage. Positions refer to the cases of the table.
#[derive(Clone, Debug, PartialEq)]
pub struct Clustering {
    /// The joinings, in the order in which they were made.
    pub joinings: Vec<Joining>,
    /// Whether another rule for ties gives another tree: another order of the cases, or groups before cases.
    pub depends_on_ties: bool,
    /// How well the tree keeps the distances: their correlation with those in the tree.
    pub cophenetic_correlation: Measured,
    /// The tree cut into 2, 3 and 4 groups.
    pub cuts: Vec<Cut>,
}

/// Two groups of cases joined.
#[derive(Clone, Debug, PartialEq)]
pub struct Joining {
    /// One group, ascending.
    pub first: Vec<usize>,
    /// The other.
    pub second: Vec<usize>,
    /// The mean distance between the two.
    pub height: f64,
    /// Whether other groups lay as near, so that the rule decided: the case that comes first in the study.
    pub is_tied: bool,
}

/// A tree cut into groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Cut {
    /// How many.
    pub n_groups: usize,
    /// Their cases, ascending; groups by their first case.
    pub groups: Result<Vec<Vec<usize>>, Undefined>,
    /// The mean silhouette: how much nearer cases lie to their own group than to the next.
    pub silhouette: Measured,
}

/// Joins cases, given with their distances.
pub(super) fn cluster(cases: &[usize], distances: &Distances) -> Clustering {
    let tree = average_linkage(distances);
    let named = |members: Vec<usize>| members.into_iter().map(|member| cases[member]).collect();
    let joining = |(place, merge): (usize, &draad_measures::cluster::Merge)| {
        let (first, second) = tree.members(place);
        Joining { first: named(first), second: named(second), height: merge.height, is_tied: merge.is_tied }
    };
    Clustering {
        joinings: tree.merges.iter().enumerate().map(joining).collect(),
        depends_on_ties: depends_on_ties(distances, &tree),
        cophenetic_correlation: correlation(distances, &tree.cophenetic()),
        cuts: CUTS.map(|n_groups| cut(cases, distances, &tree, n_groups)).collect(),
    }
}

fn cut(cases: &[usize], distances: &Distances, tree: &Tree, n_groups: usize) -> Cut {
    let groups = tree.cut(n_groups);
    let members = |groups: &Vec<usize>| {
        let mut members = vec![Vec::new(); n_groups];
        groups.iter().zip(cases).for_each(|(&group, &case)| members[group].push(case));
        members
    };
    Cut {
        n_groups,
        silhouette: groups
            .as_ref()
            .map_err(|reason| *reason)
            .and_then(|groups| silhouette(distances, groups)),
        groups: groups.as_ref().map(members).map_err(|reason| *reason),
    }
}
