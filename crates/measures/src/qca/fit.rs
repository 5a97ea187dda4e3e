//! How well a set fits with the outcome: as a sufficient and as a necessary condition.

use super::{Data, Model, SLACK};
use crate::{Measured, Undefined};

/// A sum of memberships below which there is nothing to divide by. Sums of equal numbers are equal, so that it is only for
/// the memberships that come out of a logistic curve as good as 0.
const NOTHING: f64 = 1e-12;

/// How well a set is a subset of the outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sufficiency {
    /// How far the set lies within the outcome: Σmin(x, y) / Σx.
    pub inclusion: Measured,
    /// How far it lies within the outcome rather than within its opposite: (Σmin(x, y) − Σmin(x, y, 1 − y)) /
    /// (Σx − Σmin(x, y, 1 − y)).
    pub pri: Measured,
    /// How much of the outcome it accounts for: Σmin(x, y) / Σy.
    pub coverage: Measured,
}

/// How well a set is a superset of the outcome.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Necessity {
    /// How far the outcome lies within the set: Σmin(x, y) / Σy.
    pub inclusion: Measured,
    /// Relevance of necessity, RoN, low where the set holds nearly every case: Σ(1 − x) / Σ(1 − min(x, y)).
    pub relevance: Measured,
    /// How much of the set is outcome: Σmin(x, y) / Σx.
    pub coverage: Measured,
}

/// A combination within a model.
#[derive(Clone, Debug, PartialEq)]
pub struct TermFit {
    /// How it fits by itself; its coverage is the raw coverage.
    pub fit: Sufficiency,
    /// What only it accounts for: coverage of the model, less that of the model without it.
    pub unique_coverage: Measured,
    /// The cases that belong to it more than not: their positions.
    pub cases: Vec<usize>,
}

/// How a model fits.
#[derive(Clone, Debug, PartialEq)]
pub struct ModelFit {
    /// Its combinations, in the order of the model.
    pub terms: Vec<TermFit>,
    /// All of it together.
    pub whole: Sufficiency,
    /// The cases that belong to it more than not: their positions.
    pub cases: Vec<usize>,
}

/// Returns how well the set `x` is sufficient for the outcome `y`: memberships per case, in the same order.
///
/// Ragin (2006), Set relations in social research, doi:10.1093/pan/mpj019; PRI as in the R package QCA, which has 0 where it is
/// not defined.
///
/// ```
/// # use draad_measures::qca::sufficiency;
/// let fit = sufficiency(&[1.0, 0.5, 0.0], &[0.5, 1.0, 0.5]);
/// assert_eq!(fit.inclusion, Ok(1.0 / 1.5));
/// assert_eq!(fit.coverage, Ok(1.0 / 2.0));
/// assert_eq!(fit.pri, Ok((1.0 - 0.5) / (1.5 - 0.5)));
/// ```
pub fn sufficiency(x: &[f64], y: &[f64]) -> Sufficiency {
    let sums = Sums::new(x, y);
    let pri = match sums.x > NOTHING {
        true => share(sums.both - sums.ambiguous, sums.x - sums.ambiguous, Undefined::NoDistinction),
        false => Err(Undefined::NoMembers),
    };
    Sufficiency {
        inclusion: share(sums.both, sums.x, Undefined::NoMembers),
        pri,
        coverage: share(sums.both, sums.y, Undefined::NoMembers),
    }
}

/// Returns how well the set `x` is necessary for the outcome `y`: memberships per case, in the same order.
///
/// Relevance: Schneider & Wagemann (2012), Set-theoretic methods for the social sciences, ch. 9.
///
/// ```
/// # use draad_measures::qca::necessity;
/// let fit = necessity(&[1.0, 0.5, 0.0], &[0.5, 0.5, 0.0]);
/// assert_eq!(fit.inclusion, Ok(1.0));
/// assert_eq!(fit.coverage, Ok(1.0 / 1.5));
/// assert_eq!(fit.relevance, Ok(1.5 / 2.0));
/// ```
pub fn necessity(x: &[f64], y: &[f64]) -> Necessity {
    let sums = Sums::new(x, y);
    let n = x.len() as f64;
    Necessity {
        inclusion: share(sums.both, sums.y, Undefined::NoMembers),
        relevance: share(n - sums.x, n - sums.both, Undefined::NoVariation),
        coverage: share(sums.both, sums.x, Undefined::NoMembers),
    }
}

/// Returns how a model fits the data, as a whole and combination by combination.
pub fn fit(data: &Data, model: &Model) -> ModelFit {
    let of_terms: Vec<Vec<f64>> = model.terms.iter().map(|term| term.memberships(data)).collect();
    fit_of(&of_terms, data.outcome())
}

/// Returns how sets that together make up a model fit the outcome `y`: per set the memberships of all cases.
pub(super) fn fit_of(of_terms: &[Vec<f64>], y: &[f64]) -> ModelFit {
    let all = union(of_terms.iter(), y.len());
    let whole = sufficiency(&all, y);
    let of_term = |(term, memberships): (usize, &Vec<f64>)| {
        let others =
            of_terms.iter().enumerate().filter(|(other, _)| *other != term).map(|(_, others)| others);
        let without = sufficiency(&union(others, y.len()), y).coverage;
        let unique_coverage = whole.coverage.and_then(|all| Ok(all - without?));
        TermFit { fit: sufficiency(memberships, y), unique_coverage, cases: members(memberships) }
    };
    ModelFit { terms: of_terms.iter().enumerate().map(of_term).collect(), whole, cases: members(&all) }
}

/// Returns per case the largest of its memberships, 0 without any set.
pub(super) fn union<'a>(sets: impl IntoIterator<Item = &'a Vec<f64>>, n_cases: usize) -> Vec<f64> {
    let larger =
        |all: Vec<f64>, set: &Vec<f64>| all.iter().zip(set).map(|(one, other)| one.max(*other)).collect();
    sets.into_iter().fold(vec![0.0; n_cases], larger)
}

/// Returns the cases that belong to a set more than not.
fn members(memberships: &[f64]) -> Vec<usize> {
    let is_member = |&case: &usize| memberships[case] > 0.5 + SLACK;
    (0..memberships.len()).filter(is_member).collect()
}

fn share(part: f64, of: f64, undefined: Undefined) -> Measured {
    if of > NOTHING { Ok(part / of) } else { Err(undefined) }
}

/// What the formulas are made of.
struct Sums {
    /// Σx
    x: f64,
    /// Σy
    y: f64,
    /// Σmin(x, y)
    both: f64,
    /// Σmin(x, y, 1 − y)
    ambiguous: f64,
}

impl Sums {
    fn new(x: &[f64], y: &[f64]) -> Self {
        let mut sums = Self { x: 0.0, y: 0.0, both: 0.0, ambiguous: 0.0 };
        for (&x, &y) in x.iter().zip(y) {
            sums.x += x;
            sums.y += y;
            sums.both += x.min(y);
            sums.ambiguous += x.min(y).min(1.0 - y);
        }
        sums
    }
}
