//! The search for necessary conditions: each by itself, unions of which none can be spared, and combinations that are
//! necessary as a whole.

use super::cube::Literal;
use super::fit::{Necessity, necessity, union};
use super::{Data, SLACK};
use crate::Undefined;

/// Sets that one search looks at, at most.
const MOST_SETS: usize = 1_000_000;

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
/// [`Undefined::TooMuch`] where more than a million unions would have to be looked at.
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
    let literals = literals(data);
    let memberships: Vec<Vec<f64>> = literals.iter().map(|literal| literal.memberships(data)).collect();
    let mut found: Vec<Necessary> = Vec::new();
    // unions that do not reach the cut, to be made larger: positions of their levels, ascending
    let mut growing: Vec<Vec<usize>> = vec![Vec::new()];
    let mut looked_at = 0;
    for _ in 0..depth {
        let mut next = Vec::new();
        for set in &growing {
            for literal in set.last().map_or(0, |last| last + 1)..literals.len() {
                looked_at += 1;
                check(looked_at)?;
                let larger = [&set[..], &[literal]].concat();
                let of_set: Vec<Literal> = larger.iter().map(|&literal| literals[literal]).collect();
                let holds = |known: &Necessary| known.literals.iter().all(|literal| of_set.contains(literal));
                if is_everything(&of_set, data.levels()) || found.iter().any(holds) {
                    continue;
                }
                let together = union(larger.iter().map(|&literal| &memberships[literal]), data.n_cases());
                let fit = necessity(&together, data.outcome());
                match reaches(&fit, cut) {
                    true => found.push(Necessary { literals: of_set, fit }),
                    false => next.push(larger),
                }
            }
        }
        growing = next;
    }
    Ok(found)
}

/// Returns the combinations whose inclusion reaches `cut` and to which no further condition can be added, in order of their
/// size, then of their conditions. What is necessary as a combination is necessary in each part.
///
/// # Errors
/// [`Undefined::TooMuch`] where more than a million combinations would have to be looked at.
pub fn combinations(data: &Data, cut: f64) -> Result<Vec<Necessary>, Undefined> {
    let literals = literals(data);
    let memberships: Vec<Vec<f64>> = literals.iter().map(|literal| literal.memberships(data)).collect();
    let fit_of = |set: &[usize]| {
        let of_case = |case: usize| set.iter().map(|&literal| memberships[literal][case]).fold(1.0, f64::min);
        let together: Vec<f64> = (0..data.n_cases()).map(of_case).collect();
        necessity(&together, data.outcome())
    };
    let mut found = Vec::new();
    let mut passing: Vec<Vec<usize>> = vec![Vec::new()];
    let mut looked_at = 0;
    while !passing.is_empty() {
        let mut next: Vec<Vec<usize>> = Vec::new();
        for set in &passing {
            let first = set.last().map_or(0, |last| last + 1);
            let is_other = |literal: &usize| {
                set.last().is_none_or(|&last| literals[last].condition != literals[*literal].condition)
            };
            let larger =
                (first..literals.len()).filter(is_other).map(|literal| [&set[..], &[literal]].concat());
            for larger in larger {
                looked_at += 1;
                check(looked_at)?;
                if reaches(&fit_of(&larger), cut) {
                    next.push(larger);
                }
            }
        }
        let is_part =
            |set: &Vec<usize>| next.iter().any(|larger| set.iter().all(|literal| larger.contains(literal)));
        for set in passing.iter().filter(|set| !set.is_empty() && !is_part(set)) {
            let of_set = set.iter().map(|&literal| literals[literal]).collect();
            found.push(Necessary { literals: of_set, fit: fit_of(set) });
        }
        passing = next;
    }
    Ok(found)
}

/// Returns every level of every condition, presence before negation.
fn literals(data: &Data) -> Vec<Literal> {
    let of_condition = |(condition, &n_levels): (usize, &u8)| {
        let level = move |place| if n_levels == 2 { 1 - place } else { place };
        (0..n_levels).map(move |place| Literal { condition, level: level(place) })
    };
    data.levels().iter().enumerate().flat_map(of_condition).collect()
}

/// Returns whether levels that stand by condition hold all levels of one.
fn is_everything(literals: &[Literal], levels: &[u8]) -> bool {
    let of_condition = literals.chunk_by(|one, other| one.condition == other.condition);
    let mut sizes = of_condition.map(|group| (group[0].condition, group.len()));
    sizes.any(|(condition, n)| n == usize::from(levels[condition]))
}

fn reaches(fit: &Necessity, cut: f64) -> bool {
    fit.inclusion.is_ok_and(|inclusion| inclusion + SLACK >= cut)
}

fn check(looked_at: usize) -> Result<(), Undefined> {
    match looked_at > MOST_SETS {
        true => Err(Undefined::TooMuch { n: looked_at, most: MOST_SETS }),
        false => Ok(()),
    }
}
