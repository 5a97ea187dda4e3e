//! The search for necessary conditions: each by itself, unions of which none can be spared, and combinations that are
//! necessary as a whole.

use super::cube::Literal;
use super::fit::{Necessity, necessity};
use super::{Data, SLACK};
use crate::Undefined;

/// Sets that one search looks at, at most.
const MOST_SETS: usize = 100_000;

/// Levels of conditions, and how necessary they are for the outcome: together as a union or as a combination.
#[derive(Clone, Debug, PartialEq)]
pub struct Necessary {
    /// The levels, by condition; presence before negation.
    pub literals: Vec<Literal>,
    /// How necessary they are.
    pub fit: Necessity,
}

/// Returns for every condition, for its negation, and for every level of a condition with more than two, how necessary it is
/// for the outcome.
pub fn singles(data: &Data) -> Vec<Necessary> {
    let of_literal = |literal: Literal| Necessary {
        literals: vec![literal],
        fit: necessity(&literal.memberships(data), data.outcome()),
    };
    literals(data).into_iter().map(of_literal).collect()
}

/// Returns the unions of up to `depth` levels whose inclusion reaches `cut` and of which no level can be spared, in order of
/// their size, then of their conditions. A union that holds all levels of a condition is left out: every case belongs to it.
///
/// # Errors
/// [`Undefined::TooMuch`] where more than a hundred thousand unions would have to be looked at.
///
/// ```
/// # use draad_measures::qca::{Data, Literal, unions};
/// // whoever shows the outcome has A or B, and neither alone is enough
/// let cases = vec![vec![1.0, 0.0], vec![0.0, 1.0], vec![0.0, 0.0]];
/// let data = Data::new(vec![2, 2], cases, vec![1.0, 1.0, 0.0]).unwrap();
/// let found = unions(&data, 0.9, 2).unwrap();
/// let present = |condition| Literal { condition, level: 1 };
/// assert_eq!(found[0].literals, [present(0), present(1)]);
/// ```
pub fn unions(data: &Data, cut: f64, depth: usize) -> Result<Vec<Necessary>, Undefined> {
    let mut search = Search::new(data, cut, f64::max, 0.0);
    let mut found: Vec<Vec<usize>> = Vec::new();
    // unions that do not reach the cut, to be made larger
    let mut growing = vec![Vec::new()];
    for _ in 0..depth {
        let mut larger = search.larger(&growing)?;
        larger.retain(|set| !search.is_everything(set) && !found.iter().any(|known| is_part(known, set)));
        let (reaching, others) = larger.into_iter().partition(|set| search.reaches(set));
        found.extend::<Vec<Vec<usize>>>(reaching);
        growing = others;
    }
    Ok(found.iter().map(|set| search.necessary(set)).collect())
}

/// Returns the combinations whose inclusion reaches `cut` and to which no further condition can be added, in order of their
/// size, then of their conditions. What is necessary as a combination is necessary in each part.
///
/// # Errors
/// [`Undefined::TooMuch`] where more than a hundred thousand combinations would have to be looked at.
pub fn combinations(data: &Data, cut: f64) -> Result<Vec<Necessary>, Undefined> {
    let mut search = Search::new(data, cut, f64::min, 1.0);
    let mut found: Vec<Vec<usize>> = Vec::new();
    let mut reaching = vec![Vec::new()];
    while !reaching.is_empty() {
        let mut larger = search.larger(&reaching)?;
        larger.retain(|set| search.is_one_each(set) && search.reaches(set));
        let is_largest =
            |set: &Vec<usize>| !set.is_empty() && !larger.iter().any(|larger| is_part(set, larger));
        found.extend(reaching.into_iter().filter(is_largest));
        reaching = larger;
    }
    Ok(found.iter().map(|set| search.necessary(set)).collect())
}

/// Sets of levels, as ascending positions in the list of all, that are put together in one way.
struct Search<'a> {
    data: &'a Data,
    cut: f64,
    literals: Vec<Literal>,
    /// Per level the memberships of all cases.
    memberships: Vec<Vec<f64>>,
    /// What two memberships make, and what no membership is.
    together: fn(f64, f64) -> f64,
    none: f64,
    looked_at: usize,
}

impl<'a> Search<'a> {
    fn new(data: &'a Data, cut: f64, together: fn(f64, f64) -> f64, none: f64) -> Self {
        let literals = literals(data);
        let memberships = literals.iter().map(|literal| literal.memberships(data)).collect();
        Self { data, cut, literals, memberships, together, none, looked_at: 0 }
    }

    /// Returns the sets with one level more, each once.
    fn larger(&mut self, sets: &[Vec<usize>]) -> Result<Vec<Vec<usize>>, Undefined> {
        let n_literals = self.literals.len();
        let with_one = |set: &Vec<usize>| {
            let first = set.last().map_or(0, |last| last + 1);
            let set = set.clone();
            (first..n_literals).map(move |literal| [&set[..], &[literal]].concat())
        };
        let room = MOST_SETS - self.looked_at;
        let larger: Vec<Vec<usize>> = sets.iter().flat_map(with_one).take(room + 1).collect();
        self.looked_at += larger.len();
        match self.looked_at > MOST_SETS {
            true => Err(Undefined::TooMuch { n: self.looked_at, most: MOST_SETS }),
            false => Ok(larger),
        }
    }

    fn fit(&self, set: &[usize]) -> Necessity {
        let of_case = |case: usize| {
            let memberships = set.iter().map(|&literal| self.memberships[literal][case]);
            memberships.fold(self.none, self.together)
        };
        let x: Vec<f64> = (0..self.data.n_cases()).map(of_case).collect();
        necessity(&x, self.data.outcome())
    }

    fn reaches(&self, set: &[usize]) -> bool {
        self.fit(set).inclusion.is_ok_and(|inclusion| inclusion + SLACK >= self.cut)
    }

    fn necessary(&self, set: &[usize]) -> Necessary {
        let literals = set.iter().map(|&literal| self.literals[literal]).collect();
        Necessary { literals, fit: self.fit(set) }
    }

    /// Returns per condition in a set how many of its levels the set holds.
    fn sizes(&self, set: &[usize]) -> Vec<(usize, usize)> {
        let condition = |literal: &usize| self.literals[*literal].condition;
        let groups = set.chunk_by(|one, other| condition(one) == condition(other));
        groups.map(|group| (condition(&group[0]), group.len())).collect()
    }

    /// Returns whether a set holds all levels of some condition.
    fn is_everything(&self, set: &[usize]) -> bool {
        let is_all = |(condition, n): (usize, usize)| n == usize::from(self.data.levels()[condition]);
        self.sizes(set).into_iter().any(is_all)
    }

    fn is_one_each(&self, set: &[usize]) -> bool {
        self.sizes(set).into_iter().all(|(_, n)| n == 1)
    }
}

fn is_part(set: &[usize], larger: &[usize]) -> bool {
    set.iter().all(|literal| larger.contains(literal))
}

/// Returns every level of every condition, presence before negation.
fn literals(data: &Data) -> Vec<Literal> {
    let of_condition = |(condition, &n_levels): (usize, &u8)| {
        let level = move |place| if n_levels == 2 { 1 - place } else { place };
        (0..n_levels).map(move |place| Literal { condition, level: level(place) })
    };
    data.levels().iter().enumerate().flat_map(of_condition).collect()
}
