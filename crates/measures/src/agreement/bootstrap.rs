//! Intervals by drawing units, or sources, again.

use crate::random::Random;
use crate::{Measured, Undefined};

/// With fewer units, or sources, than this there is no interval.
pub const MIN_FOR_INTERVAL: usize = 10;

/// Of a hundred draws, in how many a coefficient must be defined for an interval: percentiles of fewer would leave out the very draws that
/// say how uncertain it is. A code that occurs in one of many sources is missing from 37 draws of 100, in two from 14, in three from 5.
pub const MIN_DEFINED_PERCENT: usize = 95;

/// Draws with replacement: as many units as there are, again and again. Made once, they serve all codes and all coefficients, so that
/// these are drawn from the same units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bootstrap {
    n_units: usize,
    /// Draw × unit: how often the unit was drawn.
    times: Vec<u32>,
}

/// What 95 of 100 draws give, by percentiles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The 2.5th percentile.
    pub low: f64,
    /// The 97.5th percentile.
    pub high: f64,
    /// Draws for which the coefficient is defined; the percentiles are of these.
    pub n_defined: usize,
    /// All draws.
    pub n_draws: usize,
}

impl Bootstrap {
    /// Makes the draws. The `i`-th draw is the `i`-th stream of the seed, whatever the number of draws.
    ///
    /// # Errors
    /// `TooFewUnits` below [`MIN_FOR_INTERVAL`]: too few to say anything of others like them.
    pub fn new(n_units: usize, n_draws: usize, seed: u64) -> Result<Self, Undefined> {
        if n_units < MIN_FOR_INTERVAL {
            return Err(Undefined::TooFewUnits { n: n_units, needed: MIN_FOR_INTERVAL });
        }
        let mut times = vec![0; n_units * n_draws];
        for (index, draw) in times.chunks_exact_mut(n_units).enumerate() {
            let mut random = Random::stream(seed, index as u64);
            (0..n_units).for_each(|_| draw[random.below(n_units)] += 1);
        }
        Ok(Self { n_units, times })
    }

    /// Returns the number of units that are drawn from, and that each draw has.
    pub fn n_units(&self) -> usize {
        self.n_units
    }

    /// Returns per draw how often each unit was drawn.
    pub fn draws(&self) -> impl ExactSizeIterator<Item = &[u32]> {
        self.times.chunks_exact(self.n_units)
    }
}

/// Returns the intervals of several coefficients that are computed from one draw: `statistic` takes the number of the draw and how often
/// each unit was drawn, and adds up the tallies of units as often.
///
/// Percentile interval: Efron & Tibshirani (1993), An introduction to the bootstrap, ch. 13; percentiles by linear interpolation between
/// order statistics (type 7 of Hyndman & Fan 1996, doi:10.1080/00031305.1996.10473566).
///
/// # Errors
/// Per coefficient: the reason why it was undefined, when it was in all draws and for one reason; `SeldomDefined` when it was defined in
/// fewer than [`MIN_DEFINED_PERCENT`] of 100.
pub fn bootstrap<const N: usize>(
    draws: &Bootstrap,
    statistic: impl Fn(usize, &[u32]) -> [Measured; N],
) -> [Result<Interval, Undefined>; N] {
    let mut found = [const { Vec::new() }; N];
    for (index, times) in draws.draws().enumerate() {
        found.iter_mut().zip(statistic(index, times)).for_each(|(values, value)| values.push(value));
    }
    found.map(|values| percentiles(&values))
}

fn percentiles(found: &[Measured]) -> Result<Interval, Undefined> {
    let mut values: Vec<f64> = found.iter().flatten().copied().collect();
    let (n_defined, n_draws) = (values.len(), found.len());
    match found.first() {
        Some(Err(reason)) if found.iter().all(|value| *value == Err(*reason)) => return Err(*reason),
        Some(_) if 100 * n_defined >= MIN_DEFINED_PERCENT * n_draws => {}
        _ => {
            return Err(Undefined::SeldomDefined {
                n: n_defined,
                needed: (MIN_DEFINED_PERCENT * n_draws).div_ceil(100),
            });
        }
    }
    values.sort_unstable_by(f64::total_cmp);
    Ok(Interval { low: quantile(&values, 0.025), high: quantile(&values, 0.975), n_defined, n_draws })
}

/// Returns a quantile of sorted values, of which there is at least one.
fn quantile(sorted: &[f64], share: f64) -> f64 {
    let place = share * (sorted.len() - 1) as f64;
    let (below, rest) = (place.floor() as usize, place.fract());
    let above = (below + 1).min(sorted.len() - 1);
    sorted[below] + rest * (sorted[above] - sorted[below])
}
