//! Tests that leave open how many cases have the factor: Boschloo's and Barnard's.
//!
//! Both take the two outcome groups as given, let each case have the factor with the same unknown chance, and look for the
//! chance that speaks most for coincidence. They reach smaller p-values than Fisher's test because they compare with more
//! tables.

use super::TwoByTwo;
use super::fisher::capped;
use super::hypergeometric::Hypergeometric;
use crate::{Measured, Undefined};
use std::f64::consts::FRAC_PI_2;

/// Steps in which all chances are looked through before the best are refined. They are even in the angle whose squared sine is
/// the chance, in which a binomial distribution is about as wide everywhere.
const STEPS: usize = 1024;

/// Peaks lower than this share of the highest step cannot become the highest.
const NEARLY: f64 = 0.98;

/// Two values that order tables are the same when they differ by less than this share.
const SLACK: f64 = 1e-12;

/// Returns Boschloo's p: twice the smaller of the two one-sided ones, at most 1. Tables count that have a one-sided Fisher p as
/// small as this one.
///
/// Boschloo (1970), doi:10.1111/j.1467-9574.1970.tb00104.x. Doubling is the convention of scipy; R's Exact compares
/// two-sided Fisher p-values instead and gives other numbers.
///
/// # Errors
/// `EmptyMargin` when a row or column is empty.
///
/// ```
/// # use draad_measures::association::{boschloo, TwoByTwo};
/// // all four right: only this table counts, and is likeliest at a chance of one half: 2 · ½⁸
/// assert!((boschloo(TwoByTwo { a: 4, b: 0, c: 0, d: 4 })? - 1.0 / 128.0).abs() < 1e-12);
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
pub fn boschloo(table: TwoByTwo) -> Measured {
    if table.has_empty_margin() {
        return Err(Undefined::EmptyMargin);
    }
    let all = Tables::new(table);
    let smaller = [Side::Less, Side::Greater].map(|side| {
        let tails = all.tails(side);
        let limit = tails[table.present() as usize].at(table.a) * (1.0 + SLACK);
        all.largest(|a, present| tails[present as usize].at(a) <= limit)
    });
    Ok(capped(2.0 * smaller[0].min(smaller[1])))
}

/// Returns Barnard's p with the pooled Wald statistic, two-sided: tables count in which the difference of the two shares,
/// divided by its standard error from both groups together, is as far from 0 as here.
///
/// Barnard (1947), doi:10.1093/biomet/34.1-2.123; the statistic of Suissa & Shuster (1985). Compared in whole numbers, so that
/// tables that are just as far always count.
///
/// # Errors
/// `EmptyMargin` when a row or column is empty.
///
/// ```
/// # use draad_measures::association::{barnard_pooled, TwoByTwo};
/// // 7 of 7 against 0 of 6: this table and its opposite, at a chance of one half: 2 · ½¹³
/// assert!((barnard_pooled(TwoByTwo { a: 7, b: 0, c: 0, d: 6 })? - 2.0 / 8192.0).abs() < 1e-12);
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
pub fn barnard_pooled(table: TwoByTwo) -> Measured {
    if table.has_empty_margin() {
        return Err(Undefined::EmptyMargin);
    }
    let all = Tables::new(table);
    let own = all.wald(table.a, table.present());
    Ok(capped(all.largest(|a, present| all.wald(a, present).is_as_far(&own))))
}

/// All tables with these two outcome groups.
struct Tables {
    focal: u64,
    others: u64,
    /// Per number of cases with the factor, how it falls on the two groups.
    by_present: Vec<Split>,
}

/// How many of the cases with the factor have the outcome.
struct Split {
    least: u64,
    chances: Vec<f64>,
}

/// To which side a table deviates.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Less,
    Greater,
}

/// A squared Wald statistic as a fraction, up to a factor that all tables share.
struct Wald {
    above: u128,
    below: u128,
}

impl Tables {
    fn new(table: TwoByTwo) -> Self {
        let (focal, others) = (table.focal(), table.others());
        let split = |present| {
            let margins = Hypergeometric::new(present, focal, others);
            Split { least: margins.least, chances: margins.chances(0.0) }
        };
        Self { focal, others, by_present: (0..=table.n()).map(split).collect() }
    }

    /// Returns per table its one-sided Fisher p.
    fn tails(&self, side: Side) -> Vec<Split> {
        let tail = |split: &Split| {
            let sum = |place: usize| match side {
                Side::Less => split.chances[..=place].iter().sum(),
                Side::Greater => split.chances[place..].iter().sum(),
            };
            Split { least: split.least, chances: (0..split.chances.len()).map(sum).collect() }
        };
        self.by_present.iter().map(tail).collect()
    }

    /// Returns the statistic of a table; 0 where the factor is in no case or in all.
    fn wald(&self, a: u64, present: u64) -> Wald {
        let product = |one: u64, other: u64| u128::from(one) * u128::from(other);
        let difference = product(a, self.others).abs_diff(product(present - a, self.focal));
        let below = product(present, self.focal + self.others - present);
        Wald { above: difference * difference, below: below.max(1) }
    }

    /// Returns the largest chance, over all that a case may have the factor with, of the tables that count.
    fn largest(&self, counts: impl Fn(u64, u64) -> bool) -> f64 {
        let share = |(present, split): (usize, &Split)| {
            let tables = split.chances.iter().zip(split.least..);
            let counted = tables.filter(|(_, a)| counts(*a, present as u64));
            counted.map(|(chance, _)| chance).sum::<f64>()
        };
        let shares: Vec<f64> = self.by_present.iter().enumerate().map(share).collect();
        largest_mixture(&shares)
    }
}

impl Split {
    fn at(&self, a: u64) -> f64 {
        self.chances[(a - self.least) as usize]
    }
}

impl Wald {
    fn is_as_far(&self, own: &Self) -> bool {
        self.above * own.below >= own.above * self.below
    }
}

/// Returns the largest Σ sₖ · C(n,k) pᵏ(1−p)ⁿ⁻ᵏ over all p, where `shares` are the s from 0 to n.
fn largest_mixture(shares: &[f64]) -> f64 {
    let n = shares.len() - 1;
    let mut ln_ways = vec![0.0];
    for k in 0..n {
        ln_ways.push(ln_ways[k] + ((n - k) as f64 / (k + 1) as f64).ln());
    }
    let at = |angle: f64| {
        let (ln_yes, ln_no) = (2.0 * angle.sin().ln(), 2.0 * angle.cos().ln());
        let term = |(k, (share, ways)): (usize, (&f64, &f64))| {
            share * (ways + k as f64 * ln_yes + (n - k) as f64 * ln_no).exp()
        };
        shares.iter().zip(&ln_ways).enumerate().filter(|(_, (share, _))| **share > 0.0).map(term).sum::<f64>()
    };
    let angle = |step: usize| FRAC_PI_2 * (step as f64 + 0.5) / STEPS as f64;
    let steps: Vec<f64> = (0..STEPS).map(|step| at(angle(step))).collect();
    let best = steps.iter().copied().fold(shares[0].max(shares[n]), f64::max);
    let is_peak = |step: &usize| {
        let around = [step.checked_sub(1), Some(step + 1)].into_iter().flatten();
        steps[*step] >= best * NEARLY
            && around.filter_map(|near| steps.get(near)).all(|near| *near <= steps[*step])
    };
    let peaks = (0..STEPS).filter(is_peak).map(|step| {
        let half = FRAC_PI_2 / STEPS as f64;
        refined(&at, (angle(step) - half).max(0.0), (angle(step) + half).min(FRAC_PI_2))
    });
    peaks.fold(best, f64::max)
}

/// Returns the highest point of a function with one peak between two places, by golden section.
fn refined(at: &impl Fn(f64) -> f64, mut low: f64, mut high: f64) -> f64 {
    let part = (5.0_f64.sqrt() - 1.0) / 2.0;
    let (mut left, mut right) = (high - part * (high - low), low + part * (high - low));
    let (mut at_left, mut at_right) = (at(left), at(right));
    for _ in 0..40 {
        if at_left < at_right {
            (low, left, at_left) = (left, right, at_right);
            right = low + part * (high - low);
            at_right = at(right);
        } else {
            (high, right, at_right) = (right, left, at_left);
            left = high - part * (high - low);
            at_left = at(left);
        }
    }
    at_left.max(at_right)
}

#[cfg(test)]
mod tests {
    use super::super::two_by_two::tests::any_table;
    use super::super::{Fisher, TwoByTwo};
    use super::*;
    use proptest::prelude::*;

    fn ways(n: u64, k: u64) -> f64 {
        (0..k).map(|i| (n - i) as f64 / (i + 1) as f64).product()
    }

    /// The chance of all tables that count, table by table, at one chance of the factor.
    fn chance(table: TwoByTwo, p: f64, counts: impl Fn(TwoByTwo) -> bool) -> f64 {
        let (focal, others) = (table.focal(), table.others());
        let tables = (0..=focal)
            .flat_map(|a| (0..=others).map(move |b| TwoByTwo { a, b, c: focal - a, d: others - b }));
        let chance = |table: TwoByTwo| {
            let present = (table.a + table.b) as i32;
            ways(focal, table.a)
                * ways(others, table.b)
                * p.powi(present)
                * (1.0 - p).powi(table.n() as i32 - present)
        };
        tables.filter(|table| counts(*table)).map(chance).sum()
    }

    fn wald(table: TwoByTwo) -> f64 {
        let pooled = table.present() as f64 / table.n() as f64;
        let spread = pooled * (1.0 - pooled) * (1.0 / table.focal() as f64 + 1.0 / table.others() as f64);
        if spread > 0.0 { table.risk_difference().unwrap().abs() / spread.sqrt() } else { 0.0 }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(24))]
        #[test]
        fn no_chance_of_the_factor_speaks_more_for_coincidence(
            table in any_table().prop_filter("all margins", |table| !table.has_empty_margin()), p in 0.0..1.0_f64,
        ) {
            let (own, far) = (Fisher::new(table), wald(table) - 1e-9);
            let less = chance(table, p, |other| Fisher::new(other).less <= own.less + 1e-12);
            let greater = chance(table, p, |other| Fisher::new(other).greater <= own.greater + 1e-12);
            let found = boschloo(table).unwrap();
            prop_assert!(found == 1.0 || less <= found / 2.0 + 1e-9 || greater <= found / 2.0 + 1e-9);
            let barnard = barnard_pooled(table).unwrap();
            prop_assert!(chance(table, p, |other| wald(other) >= far) <= barnard + 1e-9);
            // never larger than what conditioning gives, of which it is a mixture
            prop_assert!(found <= 2.0 * own.less.min(own.greater) + 1e-9);
        }
    }
}
