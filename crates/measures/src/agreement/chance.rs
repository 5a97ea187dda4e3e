//! Coefficients that set agreement against what chance alone would give, for any number of coders.

use super::{Tally, Weights};
use crate::{Measured, Undefined};

/// A coefficient with what it is made of: value = (observed − expected) / (1 − expected).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ChanceCorrected {
    /// The coefficient, at most 1; 0 is chance level.
    pub value: f64,
    /// Agreement that was observed, 0 to 1.
    pub observed: f64,
    /// Agreement that chance would give, 0 to 1.
    pub expected: f64,
}

impl ChanceCorrected {
    /// Takes observed and expected disagreement.
    pub(super) fn new(observed: f64, expected: f64) -> Result<Self, Undefined> {
        if expected <= 0.0 {
            return Err(Undefined::NoVariation);
        }
        Ok(Self { value: 1.0 - observed / expected, observed: 1.0 - observed, expected: 1.0 - expected })
    }
}

/// Coefficients for any number of coders, with values that are missing: observed agreement is the mean over units with at least two
/// values; what categories are used for is taken from all units. Forms of Gwet (2014), as in the package irrCAC. `weights` are of
/// as many categories as the tally, or they panic.
///
/// # Errors
/// All: `OneCoder` with fewer than two coders; `NothingShared` when no unit has two values; `NoVariation` where chance alone would
/// give full agreement.
impl Tally {
    /// Returns the share of pairs of values that agree, all units pooled: a unit with more values weighs more. 0 to 1.
    ///
    /// # Errors
    /// `OneCoder`, `NothingShared`.
    ///
    /// ```
    /// # use draad_measures::agreement::Ratings;
    /// let units = vec![vec![Some(1), Some(1), Some(0)], vec![Some(0), Some(0), None]];
    /// assert_eq!(Ratings { n_categories: 2, units }.tally().percent_agreement(), Ok(0.5)); // 1 of 3 pairs, and 1 of 1
    /// ```
    pub fn percent_agreement(&self) -> Measured {
        self.pairable()?;
        let (agreeing, pairs) = self.agreeing_pairs();
        Ok(agreeing as f64 / pairs as f64)
    }

    /// Returns Fleiss' kappa: chance draws from the categories as all coders together used them. With two coders and no missing values
    /// it is Scott's pi. Fleiss (1971), doi:10.1037/h0031619.
    ///
    /// ```
    /// # use draad_measures::agreement::{Tally, Weights};
    /// let mut tally = Tally::new(2, 2);
    /// tally.add(&[Some(0), Some(0)], 52);
    /// tally.add(&[Some(0), Some(1)], 4);
    /// tally.add(&[Some(1), Some(1)], 4);
    /// let kappa = tally.fleiss_kappa(&Weights::identity(2))?; // pa 56/60; used 108 and 12 times of 120: pe .82
    /// assert!((kappa.value - (56.0 / 60.0 - 0.82) / 0.18).abs() < 1e-12);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn fleiss_kappa(&self, weights: &Weights) -> Result<ChanceCorrected, Undefined> {
        let observed = self.observed_disagreement(weights)?;
        let used = self.mean_use();
        ChanceCorrected::new(observed, weights.disagreeing(|k, l| used[k] * used[l]))
    }

    /// Returns Conger's kappa: chance draws for each coder from that coder's own use of the categories, which for two coders is Cohen's
    /// kappa. Coders without any value are left out. Conger (1980), doi:10.1037/0033-2909.88.2.322.
    pub fn conger_kappa(&self, weights: &Weights) -> Result<ChanceCorrected, Undefined> {
        let observed = self.observed_disagreement(weights)?;
        let q = self.n_categories();
        let shares = |coder: usize| {
            let (counts, total) = (self.of_coder(coder), self.of_coder(coder).iter().sum::<u64>());
            (total > 0).then(|| counts.iter().map(|&n| n as f64 / total as f64).collect::<Vec<f64>>())
        };
        let coders: Vec<Vec<f64>> = (0..self.n_coders()).filter_map(shares).collect();
        let n = coders.len() as f64;
        let sums: Vec<f64> = (0..q).map(|k| coders.iter().map(|shares| shares[k]).sum()).collect();
        let with_oneself =
            |k: usize, l: usize| coders.iter().map(|shares| shares[k] * shares[l]).sum::<f64>();
        let of_others = |k: usize, l: usize| (sums[k] * sums[l] - with_oneself(k, l)) / (n * (n - 1.0));
        ChanceCorrected::new(observed, weights.disagreeing(of_others))
    }

    /// Returns Brennan & Prediger's coefficient (also: Bennett's S, Randolph's free-marginal kappa): chance takes each category of the
    /// codebook as often as any other. Brennan & Prediger (1981), doi:10.1177/001316448104100307.
    ///
    /// # Errors
    /// Besides those of all: `NoVariation` when there is one category only.
    pub fn brennan_prediger(&self, weights: &Weights) -> Result<ChanceCorrected, Undefined> {
        ChanceCorrected::new(self.observed_disagreement(weights)?, weights.mean_disagreement())
    }

    /// Returns Gwet's AC1 (with other weights than identity: AC2): chance agreement is Σ π(1 − π) / (q − 1) for identity weights, which
    /// stays small when one category is rare. Gwet (2008), doi:10.1348/000711006X126600.
    ///
    /// # Errors
    /// Besides those of all: `NoVariation` when there is one category only.
    pub fn gwet_ac(&self, weights: &Weights) -> Result<ChanceCorrected, Undefined> {
        let observed = self.observed_disagreement(weights)?;
        if self.n_categories() < 2 {
            return Err(Undefined::NoVariation);
        }
        let q = self.n_categories() as f64;
        let spread: f64 = self.mean_use().iter().map(|used| used * (1.0 - used)).sum();
        let weight = (1.0 - weights.mean_disagreement()) * q * q;
        ChanceCorrected::new(observed, 1.0 - weight * spread / (q * (q - 1.0)))
    }

    /// Returns whether there is anything to compare.
    pub(super) fn pairable(&self) -> Result<(), Undefined> {
        match self.n_units_with(2) {
            _ if self.n_coders() < 2 => Err(Undefined::OneCoder),
            0 => Err(Undefined::NothingShared),
            _ => Ok(()),
        }
    }

    /// Returns the mean over units with at least two values of the mean disagreement of their pairs.
    fn observed_disagreement(&self, weights: &Weights) -> Measured {
        self.pairable()?;
        let q = self.n_categories();
        assert_eq!(weights.n_categories(), q, "weights for the categories of the codebook");
        let of_size = |of: super::tally::OfSize| {
            let disagreeing = weights.disagreeing(|k, l| of.pairs[k * q + l] as f64);
            disagreeing / (of.size * (of.size - 1)) as f64
        };
        let sum: f64 = self.sizes().filter(|of| of.size > 1).map(of_size).sum();
        Ok(sum / self.n_units_with(2) as f64)
    }

    /// Returns per category the mean over all units of the share of their values that are of it.
    fn mean_use(&self) -> Vec<f64> {
        let n_units = self.n_units_with(1) as f64;
        let of =
            |k: usize| self.sizes().map(|of| of.categories[k] as f64 / of.size as f64).sum::<f64>() / n_units;
        (0..self.n_categories()).map(of).collect()
    }
}
