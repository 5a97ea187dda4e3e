//! The odds ratio that makes a table most likely among those with the same margins, and its exact interval.

use super::hypergeometric::Hypergeometric;
use super::{Confidence, TwoByTwo};
use crate::{Measured, Undefined};

/// The ends of an interval of an odds ratio, which has no upper end where nothing contradicts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OddsLimits {
    /// The lower end, 0 where a is as small as the margins allow.
    pub lower: f64,
    /// The upper end; `Infinite` where a is as large as the margins allow.
    pub upper: Measured,
}

/// Returns the odds ratio under which a table is most likely among all with the same margins; 0 where a is as small as the
/// margins allow. It lies nearer to 1 than ad/bc.
///
/// It is the ω for which the noncentral hypergeometric distribution has a as its mean (Cornfield 1956; Breslow & Day 1980,
/// Statistical Methods in Cancer Research I, § 4.2).
///
/// # Errors
/// `EmptyMargin` when a row or column is empty; `Infinite` when a is as large as the margins allow.
///
/// ```
/// # use draad_measures::association::{odds_ratio, TwoByTwo};
/// // 3 of 4 cups right; R's fisher.test says 6.408309, which its root finding stops at
/// assert!((odds_ratio(TwoByTwo { a: 3, b: 1, c: 1, d: 3 })? - 6.4083).abs() < 1e-4);
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
pub fn odds_ratio(table: TwoByTwo) -> Measured {
    let place = Place::of(table)?;
    if place.is_first() {
        return Ok(0.0);
    }
    if place.is_last() {
        return Err(Undefined::Infinite);
    }
    let mean = |ln_odds: f64| {
        let chances = place.margins.chances(ln_odds);
        let weighted = chances.iter().enumerate().map(|(above, chance)| above as f64 * chance);
        weighted.sum::<f64>() - place.above as f64
    };
    Ok(root(mean).exp())
}

/// Returns the exact interval of that odds ratio: all under which neither tail of the table, itself included, is less likely
/// than half the error.
///
/// # Errors
/// `EmptyMargin` when a row or column is empty.
pub fn odds_ratio_limits(table: TwoByTwo, confidence: Confidence) -> Result<OddsLimits, Undefined> {
    let place = Place::of(table)?;
    let tail = confidence.tail();
    let at_least = |ln_odds: f64| place.margins.chances(ln_odds)[place.above..].iter().sum::<f64>();
    let at_most = |ln_odds: f64| place.margins.chances(ln_odds)[..=place.above].iter().sum::<f64>();
    Ok(OddsLimits {
        lower: if place.is_first() { 0.0 } else { root(|ln_odds| at_least(ln_odds) - tail).exp() },
        upper: if place.is_last() {
            Err(Undefined::Infinite)
        } else {
            Ok(root(|ln_odds| tail - at_most(ln_odds)).exp())
        },
    })
}

/// Where a table stands among those with the same margins.
struct Place {
    margins: Hypergeometric,
    /// How far a is above the smallest that the margins allow.
    above: usize,
    /// How far the largest is.
    most: usize,
}

impl Place {
    fn of(table: TwoByTwo) -> Result<Self, Undefined> {
        if table.has_empty_margin() {
            return Err(Undefined::EmptyMargin);
        }
        let margins = Hypergeometric::of(table);
        let most = table.present().min(table.focal()) - margins.least;
        Ok(Self { above: (table.a - margins.least) as usize, most: most as usize, margins })
    }

    fn is_first(&self) -> bool {
        self.above == 0
    }

    fn is_last(&self) -> bool {
        self.above == self.most
    }
}

/// Returns where a function that rises from below 0 to above 0 crosses it, by halving until the two sides are neighbours.
fn root(rising: impl Fn(f64) -> f64) -> f64 {
    let (mut low, mut high) = (-1.0, 1.0);
    while rising(low) > 0.0 {
        low *= 2.0;
    }
    while rising(high) < 0.0 {
        high *= 2.0;
    }
    loop {
        let middle = f64::midpoint(low, high);
        if middle <= low || middle >= high {
            return middle;
        }
        if rising(middle) < 0.0 { low = middle } else { high = middle }
    }
}

#[cfg(test)]
mod tests {
    use super::super::two_by_two::tests::any_table;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_table_that_nothing_contradicts_has_no_upper_end() {
        let table = TwoByTwo { a: 4, b: 0, c: 0, d: 4 };
        assert_eq!(odds_ratio(table), Err(Undefined::Infinite));
        // the chance of this one table is ω⁴ / Σ C(4,k)² ωᵏ; where it is 2.5 % the interval begins
        let limits = odds_ratio_limits(table, Confidence::default()).unwrap();
        let odds = limits.lower;
        let chance =
            odds.powi(4) / (1.0 + 16.0 * odds + 36.0 * odds.powi(2) + 16.0 * odds.powi(3) + odds.powi(4));
        assert!((chance - 0.025).abs() < 1e-12);
        assert_eq!(limits.upper, Err(Undefined::Infinite));
    }

    #[test]
    fn a_root_at_zero_is_found() {
        assert!(root(|x| x).abs() < 1e-300);
        assert_eq!(root(|x| x - 40.5), 40.5);
    }

    proptest! {
        #[test]
        fn the_other_outcome_has_one_over_it(table in any_table()) {
            let turned = TwoByTwo { a: table.b, b: table.a, c: table.d, d: table.c };
            match (odds_ratio(table), odds_ratio(turned)) {
                (Ok(0.0), other) => prop_assert_eq!(other, Err(Undefined::Infinite)),
                (Err(Undefined::Infinite), other) => prop_assert_eq!(other, Ok(0.0)),
                (Ok(one), Ok(other)) => prop_assert!((one * other - 1.0).abs() < 1e-9),
                (one, other) => prop_assert_eq!(one, other),
            }
        }

        #[test]
        fn the_interval_holds_it(table in any_table(), level in 0.1..0.999_f64) {
            let Ok(limits) = odds_ratio_limits(table, Confidence::new(level).unwrap()) else { return Ok(()) };
            match odds_ratio(table) {
                Ok(ratio) => {
                    prop_assert!(limits.lower <= ratio);
                    prop_assert!(limits.upper.is_err() || ratio <= limits.upper.unwrap());
                }
                Err(reason) => prop_assert_eq!(limits.upper, Err(reason)),
            }
        }
    }
}
