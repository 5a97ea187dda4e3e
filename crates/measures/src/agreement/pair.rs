//! Two coders: Cohen's kappa, Scott's pi, and Light's kappa as the mean over pairs.

use super::{ChanceCorrected, Tally, Weights};
use crate::{Measured, Undefined};

/// The units that both of two coders judged, by the category that each gave them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PairTable<'a> {
    n_categories: usize,
    /// Category of the first × category of the second.
    counts: &'a [u64],
}

impl Tally {
    /// Returns the table of two coders; `first` < `second`.
    ///
    /// # Panics
    /// When the second is not a coder, or not behind the first.
    pub fn pair(&self, first: usize, second: usize) -> PairTable<'_> {
        assert!(first < second && second < self.n_coders(), "two coders in order");
        PairTable::new(self.n_categories(), self.of_pair(first, second))
    }

    /// Returns all pairs of coders in order.
    pub fn coder_pairs(&self) -> impl Iterator<Item = (usize, usize)> {
        let n_coders = self.n_coders();
        (0..n_coders).flat_map(move |first| (first + 1..n_coders).map(move |second| (first, second)))
    }

    /// Returns Light's kappa: the mean of Cohen's kappa over the pairs of coders that share units. Light (1971), doi:10.1037/h0031643.
    ///
    /// # Errors
    /// `OneCoder`; `NothingShared` when no two coders share units; `NoVariation` when it is undefined for a pair: a mean over the rest
    /// would be of other coders.
    pub fn light_kappa(&self, weights: &Weights) -> Measured {
        self.pairable()?;
        let tables = self.coder_pairs().map(|(first, second)| self.pair(first, second));
        let kappas: Result<Vec<f64>, Undefined> = tables
            .filter(|table| table.n_units() > 0)
            .map(|table| Ok(table.cohen_kappa(weights)?.value))
            .collect();
        let kappas = kappas?;
        Ok(kappas.iter().sum::<f64>() / kappas.len() as f64)
    }
}

impl<'a> PairTable<'a> {
    /// Takes category of the first × category of the second.
    pub(super) fn new(n_categories: usize, counts: &'a [u64]) -> Self {
        Self { n_categories, counts }
    }

    /// Returns the number of units that both judged.
    pub fn n_units(self) -> u64 {
        self.counts.iter().sum()
    }

    /// Returns in how many units the first coder chose one category and the second another, or the same.
    pub fn count(self, of_first: usize, of_second: usize) -> u64 {
        self.counts[of_first * self.n_categories + of_second]
    }

    /// Returns the share of units on which they agree.
    ///
    /// # Errors
    /// `NothingShared` when they share no unit.
    pub fn percent_agreement(self) -> Measured {
        let agreeing: u64 = (0..self.n_categories).map(|k| self.count(k, k)).sum();
        match self.n_units() {
            0 => Err(Undefined::NothingShared),
            n => Ok(agreeing as f64 / n as f64),
        }
    }

    /// Returns Cohen's kappa: chance draws for each coder from that coder's own use of the categories. Cohen (1960),
    /// doi:10.1177/001316446002000104; with weights Cohen (1968), doi:10.1037/h0026256.
    ///
    /// # Errors
    /// `NothingShared` when they share no unit; `NoVariation` when both used one and the same category only.
    ///
    /// ```
    /// # use draad_measures::agreement::{Tally, Weights};
    /// let mut tally = Tally::new(2, 2);
    /// for (first, second, times) in [(0, 0, 20), (0, 1, 5), (1, 0, 10), (1, 1, 15)] {
    ///     tally.add(&[Some(first), Some(second)], times);
    /// }
    /// let kappa = tally.pair(0, 1).cohen_kappa(&Weights::identity(2))?; // po .7, pe .5
    /// assert!((kappa.value - 0.4).abs() < 1e-12);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn cohen_kappa(self, weights: &Weights) -> Result<ChanceCorrected, Undefined> {
        let (first, second) = self.margins();
        self.against(weights, |k, l| first[k] * second[l])
    }

    /// Returns Scott's pi: chance draws from the categories as both coders together used them. Scott (1955), doi:10.1086/266577.
    ///
    /// # Errors
    /// As [`Self::cohen_kappa`].
    pub fn scott_pi(self) -> Result<ChanceCorrected, Undefined> {
        let (first, second) = self.margins();
        let used: Vec<f64> =
            first.iter().zip(&second).map(|(first, second)| (first + second) / 2.0).collect();
        self.against(&Weights::identity(self.n_categories), |k, l| used[k] * used[l])
    }

    /// Sets the observed disagreement against what chance gives, `chance` being numbers of units squared.
    fn against(
        self,
        weights: &Weights,
        chance: impl Fn(usize, usize) -> f64,
    ) -> Result<ChanceCorrected, Undefined> {
        assert_eq!(weights.n_categories(), self.n_categories, "weights for the categories of the codebook");
        let n = self.n_units() as f64;
        if n == 0.0 {
            return Err(Undefined::NothingShared);
        }
        let observed = weights.disagreeing(|k, l| self.count(k, l) as f64) / n;
        ChanceCorrected::new(observed, weights.disagreeing(chance) / (n * n))
    }

    fn margins(self) -> (Vec<f64>, Vec<f64>) {
        let q = self.n_categories;
        let first = (0..q).map(|k| (0..q).map(|l| self.count(k, l)).sum::<u64>() as f64).collect();
        let second = (0..q).map(|l| (0..q).map(|k| self.count(k, l)).sum::<u64>() as f64).collect();
        (first, second)
    }
}
