//! Krippendorff's alpha for units that were fixed beforehand.

use super::{Tally, Weights};
use crate::{Measured, Undefined};

/// How far two categories are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Metric<'a> {
    /// The same or not.
    Nominal,
    /// Ordered: Krippendorff's own metric, (Σ n_g from c to k − (n_c + n_k) / 2)², by how often the categories between are used.
    Ordinal,
    /// (c − k)², of the value of each category.
    Interval(&'a [f64]),
    /// ((c − k) / (c + k))², of the value of each category, from 0.
    Ratio(&'a [f64]),
    /// 1 − weight: Gwet's weighted alpha, as in the package irrCAC. With [`Weights::gwet_ordinal`] it is what that package calls ordinal
    /// alpha, and not Krippendorff's.
    Weighted(&'a Weights),
}

/// Which values go together in a unit: each unit gives its ordered pairs of values, divided by the number of values less one.
#[derive(Clone, Debug, PartialEq)]
pub struct Coincidences {
    n_categories: usize,
    pairs: Vec<f64>,
    /// Per category the values in units with at least two.
    used: Vec<u64>,
}

impl Tally {
    /// Returns the coincidences; units with one value are dropped.
    pub fn coincidences(&self) -> Coincidences {
        let q = self.n_categories();
        let mut pairs = vec![0.0; q * q];
        for of in self.sizes().filter(|of| of.size > 1) {
            let others = (of.size - 1) as f64;
            pairs.iter_mut().zip(of.pairs).for_each(|(sum, &n)| *sum += n as f64 / others);
        }
        Coincidences { n_categories: q, pairs, used: self.of_categories(2) }
    }

    /// Returns Krippendorff's alpha for any number of coders, with missing values. Krippendorff (2011), Computing Krippendorff's
    /// alpha-reliability; Krippendorff (2019), Content analysis, ch. 12.
    ///
    /// # Errors
    /// `OneCoder`; `NothingShared` when no unit has two values; `NoVariation` when all values are the same (for interval and ratio also:
    /// when they mean the same); `NotStated` when a category has no value, `BelowZero` when a value on a ratio scale is negative.
    ///
    /// ```
    /// # use draad_measures::agreement::{Metric, Tally};
    /// // total disagreement in six units: kappa is −1, and alpha 1 − 11 · 6 / (6 · 6), because it corrects for their small number
    /// let mut tally = Tally::new(2, 2);
    /// tally.add(&[Some(0), Some(1)], 3);
    /// tally.add(&[Some(1), Some(0)], 3);
    /// let alpha = tally.krippendorff_alpha(Metric::Nominal)?;
    /// assert!((alpha + 0.833333333333).abs() < 1e-12);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn krippendorff_alpha(&self, metric: Metric<'_>) -> Measured {
        self.pairable()?;
        self.coincidences().alpha(metric)
    }
}

impl Coincidences {
    /// Returns the coincidences of two categories.
    pub fn pairs(&self, first: usize, second: usize) -> f64 {
        self.pairs[first * self.n_categories + second]
    }

    /// Returns α = 1 − (n − 1) Σ o(c,k) δ(c,k) / Σ n(c) n(k) δ(c,k).
    fn alpha(&self, metric: Metric<'_>) -> Measured {
        let categories = self.in_use(metric)?;
        let (mut observed, mut expected) = (0.0, 0.0);
        for (place, &first) in categories.iter().enumerate() {
            for &second in &categories[place + 1..] {
                let apart = self.distance(metric, first, second);
                observed += self.pairs(first, second) * apart;
                expected += self.used[first] as f64 * self.used[second] as f64 * apart;
            }
        }
        let n: u64 = self.used.iter().sum();
        if expected <= 0.0 {
            return Err(Undefined::NoVariation);
        }
        Ok(1.0 - (n - 1) as f64 * observed / expected)
    }

    /// Returns the categories that were used, if each has a value that the metric can take.
    fn in_use(&self, metric: Metric<'_>) -> Result<Vec<usize>, Undefined> {
        let used: Vec<usize> = (0..self.n_categories).filter(|&k| self.used[k] > 0).collect();
        let (Metric::Interval(values) | Metric::Ratio(values)) = metric else { return Ok(used) };
        if used.iter().any(|&k| !values.get(k).is_some_and(|value| value.is_finite())) {
            return Err(Undefined::NotStated);
        }
        let is_ratio = matches!(metric, Metric::Ratio(_));
        if is_ratio && used.iter().any(|&k| values[k] < 0.0) { Err(Undefined::BelowZero) } else { Ok(used) }
    }

    /// Returns how far two different categories are apart, `first` < `second`.
    fn distance(&self, metric: Metric<'_>, first: usize, second: usize) -> f64 {
        match metric {
            Metric::Nominal => 1.0,
            Metric::Ordinal => {
                let between: u64 = self.used[first..=second].iter().sum();
                (between as f64 - (self.used[first] + self.used[second]) as f64 / 2.0).powi(2)
            }
            Metric::Interval(values) => (values[first] - values[second]).powi(2),
            Metric::Ratio(values) if values[first] == values[second] => 0.0,
            Metric::Ratio(values) => {
                ((values[first] - values[second]) / (values[first] + values[second])).powi(2)
            }
            Metric::Weighted(weights) => weights.disagreement(first, second),
        }
    }
}
