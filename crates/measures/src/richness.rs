//! Estimates of how many codes there would be if further units were like those that were seen.
//!
//! All take units to be drawn alike from one population. Cases that were chosen for their contrast are not; the estimates say
//! "if further cases were like these". The forms are those of `specpool` in the R package vegan, with which they were compared.

use crate::Undefined;
use crate::incidence::Incidence;

/// An estimate with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// Codes expected in all.
    pub codes: f64,
    /// Standard error; nothing where none is known for this estimate.
    pub se: Option<f64>,
}

/// The numbers that the estimates rest on.
struct Counts {
    n: f64,
    observed: f64,
    /// Codes in exactly one unit, and in exactly two.
    once: f64,
    twice: f64,
}

impl Counts {
    fn new(incidence: &Incidence) -> Result<Self, Undefined> {
        let n = incidence.n_units();
        if incidence.n_observed() == 0 {
            return Err(Undefined::NoCodings);
        }
        if n < 2 {
            return Err(Undefined::TooFewUnits { n, needed: 2 });
        }
        Ok(Self {
            n: n as f64,
            observed: incidence.n_observed() as f64,
            once: incidence.n_in_exactly(1) as f64,
            twice: incidence.n_in_exactly(2) as f64,
        })
    }
}

/// Returns Chao2: S + ((N−1)/N)·Q₁²/(2Q₂), and where no code occurs in exactly two units its bias-corrected form,
/// S + ((N−1)/N)·Q₁(Q₁−1)/2.
///
/// - S: codes seen; Q₁ and Q₂: codes in exactly one and in exactly two of the N units.
/// - Chao (1987), doi:10.2307/2531532; variance as in vegan.
///
/// # Errors
/// `NoCodings` when no code occurs, `TooFewUnits` with fewer than two.
///
/// ```
/// # use draad_measures::{incidence::Incidence, richness::chao2};
/// // two codes in all of three units, and in each unit one of its own: 5 + 2/3 · 3·2/2
/// let units = Incidence::new(5, vec![vec![0, 1, 2], vec![0, 1, 3], vec![0, 1, 4]]);
/// assert!((chao2(&units)?.codes - 7.0).abs() < 1e-12);
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
pub fn chao2(incidence: &Incidence) -> Result<Estimate, Undefined> {
    let Counts { n, observed, once, twice } = Counts::new(incidence)?;
    let small = (n - 1.0) / n;
    let (codes, variance) = if twice > 0.0 {
        let ratio = once / twice;
        let terms = 0.5 + small * ratio + small * ratio * ratio / 4.0;
        let variance = twice * small * ratio * ratio * terms;
        (observed + small * once * once / (2.0 * twice), variance)
    } else {
        let codes = observed + small * once * (once - 1.0) / 2.0;
        let spread = once * (2.0 * once - 1.0).powi(2) / 4.0 - once.powi(4) / codes / 4.0;
        (codes, small * (small * spread + once * (once - 1.0) / 2.0))
    };
    Ok(Estimate { codes, se: Some(variance.max(0.0).sqrt()) })
}

/// Returns the first-order jackknife: S + Q₁(N−1)/N.
///
/// Burnham & Overton (1979), doi:10.2307/1936861; standard error of Smith & van Belle (1984), doi:10.2307/2530750, as in vegan:
/// from the number of such codes in each unit.
///
/// # Errors
/// As [`chao2`].
///
/// ```
/// # use draad_measures::{incidence::Incidence, richness::jackknife1};
/// let units = Incidence::new(5, vec![vec![0, 1, 2], vec![0, 1, 3], vec![0, 1, 4]]);
/// assert!((jackknife1(&units)?.codes - 7.0).abs() < 1e-12); // 5 + 3 · 2/3
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
pub fn jackknife1(incidence: &Incidence) -> Result<Estimate, Undefined> {
    let Counts { n, observed, once, .. } = Counts::new(incidence)?;
    let is_single = |code: &&u32| incidence.frequencies()[**code as usize] == 1;
    let squares = incidence.units().iter().map(|unit| (unit.iter().filter(is_single).count() as f64).powi(2));
    let variance = (squares.sum::<f64>() - once / n) * (n - 1.0) / n;
    Ok(Estimate { codes: observed + once * (n - 1.0) / n, se: Some(variance.max(0.0).sqrt()) })
}

/// Returns the second-order jackknife: S + Q₁(2N−3)/N − Q₂(N−2)²/(N(N−1)).
///
/// Burnham & Overton (1979). No standard error is in use for it.
///
/// # Errors
/// As [`chao2`].
///
/// ```
/// # use draad_measures::{incidence::Incidence, richness::jackknife2};
/// let units = Incidence::new(5, vec![vec![0, 1, 2], vec![0, 1, 3], vec![0, 1, 4]]);
/// assert!((jackknife2(&units)?.codes - 8.0).abs() < 1e-12); // 5 + 3 · 3/3
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
pub fn jackknife2(incidence: &Incidence) -> Result<Estimate, Undefined> {
    let Counts { n, observed, once, twice } = Counts::new(incidence)?;
    let codes = observed + once * (2.0 * n - 3.0) / n - twice * (n - 2.0).powi(2) / (n * (n - 1.0));
    Ok(Estimate { codes, se: None })
}

/// Returns the bootstrap estimate: S + Σ (1 − p)ᴺ, where p is the share of units with the code. Nothing is drawn: this is what
/// drawing would come to.
///
/// Smith & van Belle (1984), doi:10.2307/2530750; the variance takes every pair of codes.
///
/// # Errors
/// As [`chao2`].
///
/// ```
/// # use draad_measures::{incidence::Incidence, richness::bootstrap};
/// let units = Incidence::new(5, vec![vec![0, 1, 2], vec![0, 1, 3], vec![0, 1, 4]]);
/// assert!((bootstrap(&units)?.codes - (5.0 + 3.0 * 8.0 / 27.0)).abs() < 1e-12);
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
pub fn bootstrap(incidence: &Incidence) -> Result<Estimate, Undefined> {
    let Counts { observed, .. } = Counts::new(incidence)?;
    let n = incidence.n_units();
    let missed = |n_without: usize| power(n_without as f64 / n as f64, n);
    let units_of = units_of_codes(incidence);
    let occurring: Vec<(usize, &Vec<u64>)> = (0..)
        .zip(&units_of)
        .filter(|(code, _)| incidence.frequencies()[*code] > 0)
        .map(|(code, units)| (n - incidence.frequencies()[code] as usize, units))
        .collect();
    let unseen: Vec<f64> = occurring.iter().map(|&(n_without, _)| missed(n_without)).collect();
    let mut variance: f64 = unseen.iter().map(|missed| missed * (1.0 - missed)).sum();
    for (a, &(without_a, units_of_a)) in occurring.iter().enumerate() {
        for (b, &(without_b, units_of_b)) in occurring[..a].iter().enumerate() {
            let without_either = without_a + without_b + n_shared(units_of_a, units_of_b) - n;
            variance += 2.0 * (missed(without_either) - unseen[a] * unseen[b]);
        }
    }
    Ok(Estimate { codes: observed + unseen.iter().sum::<f64>(), se: Some(variance.max(0.0).sqrt()) })
}

/// Returns per code the units that hold it, a bit each.
fn units_of_codes(incidence: &Incidence) -> Vec<Vec<u64>> {
    let mut units_of = vec![vec![0; incidence.n_units().div_ceil(64)]; incidence.frequencies().len()];
    for (place, unit) in incidence.units().iter().enumerate() {
        for &code in unit {
            units_of[code as usize][place / 64] |= 1 << (place % 64);
        }
    }
    units_of
}

fn n_shared(a: &[u64], b: &[u64]) -> usize {
    a.iter().zip(b).map(|(a, b)| (a & b).count_ones() as usize).sum()
}

/// Multiplies a share with itself by repeated squaring: the same bits on every machine.
fn power(share: f64, mut exponent: usize) -> f64 {
    let (mut result, mut square) = (1.0, share);
    while exponent > 0 {
        if exponent % 2 == 1 {
            result *= square;
        }
        square *= square;
        exponent /= 2;
    }
    result
}
