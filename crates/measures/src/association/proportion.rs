//! Intervals around k of n.

use super::{Confidence, Limits};
use crate::Undefined;
use statrs::distribution::{Beta, ContinuousCDF};

/// k of n, where n is not 0 and k at most n.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proportion {
    k: u64,
    n: u64,
}

impl Proportion {
    /// Takes `k` of `n` cases.
    ///
    /// # Errors
    /// `EmptyMargin` when n is 0, or k is more than n, which is no share.
    pub fn new(k: u64, n: u64) -> Result<Self, Undefined> {
        if n > 0 && k <= n { Ok(Self { k, n }) } else { Err(Undefined::EmptyMargin) }
    }

    /// Returns k / n.
    pub fn share(self) -> f64 {
        self.k as f64 / self.n as f64
    }

    /// Returns the interval of Clopper and Pearson: all shares that a binomial test with half the error on each side would
    /// not refuse. It holds the true share at least as often as promised, mostly more often.
    ///
    /// Clopper & Pearson (1934), doi:10.1093/biomet/26.4.404.
    ///
    /// ```
    /// # use draad_measures::association::{Confidence, Proportion};
    /// // 0 of 13: the upper end is the share at which 13 times "no" has a chance of 2.5 %
    /// let limits = Proportion::new(0, 13)?.clopper_pearson(Confidence::default());
    /// assert_eq!(limits.lower, 0.0);
    /// assert!(((1.0 - limits.upper).powi(13) - 0.025).abs() < 1e-12);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn clopper_pearson(self, confidence: Confidence) -> Limits {
        let (k, others) = (self.k as f64, (self.n - self.k) as f64);
        let tail = confidence.tail();
        Limits {
            lower: if self.k == 0 { 0.0 } else { quantile(k, others + 1.0, tail) },
            upper: if self.k == self.n { 1.0 } else { 1.0 - quantile(others, k + 1.0, tail) },
        }
    }

    /// Returns the score interval of Wilson: all shares from which k/n is at most z standard errors away, the error being that
    /// of the share itself.
    ///
    /// Wilson (1927), doi:10.1080/01621459.1927.10502953.
    ///
    /// ```
    /// # use draad_measures::association::{Confidence, Proportion};
    /// // 0 of n: the upper end is z² / (n + z²)
    /// let upper = Proportion::new(0, 6)?.wilson(Confidence::default()).upper;
    /// let z = 1.959963984540054_f64;
    /// assert!((upper - z * z / (6.0 + z * z)).abs() < 1e-12);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn wilson(self, confidence: Confidence) -> Limits {
        let (n, share, z) = (self.n as f64, self.share(), confidence.z());
        let divisor = 1.0 + z * z / n;
        let middle = (share + z * z / (2.0 * n)) / divisor;
        let half = z * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt() / divisor;
        Limits {
            lower: if self.k == 0 { 0.0 } else { (middle - half).max(0.0) },
            upper: if self.k == self.n { 1.0 } else { (middle + half).min(1.0) },
        }
    }

    /// Returns the interval of Jeffreys: the middle of the posterior distribution that the prior Beta(½, ½) leads to.
    ///
    /// Its ends are never 0 or 1, not even for 0 of n; some authors put them there, as Brown, Cai & DasGupta do (2001,
    /// doi:10.1214/ss/1009213286), after whom the interval is described here.
    ///
    /// ```
    /// # use draad_measures::association::{Confidence, Proportion};
    /// let confidence = Confidence::default();
    /// let few = Proportion::new(1, 13)?.jeffreys(confidence);
    /// let many = Proportion::new(12, 13)?.jeffreys(confidence);
    /// assert!((few.lower + many.upper - 1.0).abs() < 1e-12, "turned with the question");
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn jeffreys(self, confidence: Confidence) -> Limits {
        let (k, others) = (self.k as f64 + 0.5, (self.n - self.k) as f64 + 0.5);
        let tail = confidence.tail();
        Limits { lower: quantile(k, others, tail), upper: 1.0 - quantile(others, k, tail) }
    }
}

/// Returns the share below which `tail` of a beta distribution lies. Upper tails are asked for with the shapes turned, which
/// keeps ends near 1 as precise as those near 0.
fn quantile(first: f64, second: f64, tail: f64) -> f64 {
    Beta::new(first, second).expect("shapes are above 0").inverse_cdf(tail)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The chance of at least k of n, added up term by term.
    fn at_least(k: u64, n: u64, share: f64) -> f64 {
        let mut term = (1.0 - share).powi(n as i32);
        let mut sum = if k == 0 { term } else { 0.0 };
        for hits in 1..=n {
            term *= (n - hits + 1) as f64 / hits as f64 * share / (1.0 - share);
            sum += if hits >= k { term } else { 0.0 };
        }
        sum
    }

    #[test]
    fn no_share_of_nothing() {
        assert_eq!(Proportion::new(0, 0), Err(Undefined::EmptyMargin));
        assert_eq!(Proportion::new(3, 2), Err(Undefined::EmptyMargin));
    }

    proptest! {
        #[test]
        fn ends_of_clopper_and_pearson_are_where_the_tails_begin(n in 1_u64..60, part in 0.0..1.0_f64, level in 0.5..0.999_f64) {
            let k = (part * (n + 1) as f64) as u64;
            let confidence = Confidence::new(level).unwrap();
            let limits = Proportion::new(k, n).unwrap().clopper_pearson(confidence);
            if k > 0 {
                prop_assert!((at_least(k, n, limits.lower) - confidence.tail()).abs() < 1e-9);
            }
            if k < n {
                prop_assert!((1.0 - at_least(k + 1, n, limits.upper) - confidence.tail()).abs() < 1e-9);
            }
        }

        #[test]
        fn every_interval_holds_the_share(n in 1_u64..200, part in 0.0..1.0_f64, level in 0.01..0.999_f64) {
            let proportion = Proportion::new((part * (n + 1) as f64) as u64, n).unwrap();
            let confidence = Confidence::new(level).unwrap();
            for limits in [proportion.clopper_pearson(confidence), proportion.wilson(confidence)] {
                prop_assert!(0.0 <= limits.lower && limits.upper <= 1.0);
                prop_assert!(limits.lower <= proportion.share() && proportion.share() <= limits.upper);
            }
            let jeffreys = proportion.jeffreys(confidence);
            prop_assert!(0.0 < jeffreys.lower && jeffreys.lower < jeffreys.upper && jeffreys.upper < 1.0);
        }
    }
}
