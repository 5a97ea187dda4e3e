//! The tables that have the same margins, and the chance of each.

use super::TwoByTwo;

/// How often the factor falls on cases with the outcome when both margins stay as they are: the hypergeometric
/// distribution of a, if the odds ratio is 1.
pub(super) struct Hypergeometric {
    /// The smallest a that the margins allow.
    pub(super) least: u64,
    /// ln of how many ways lead to each a, up to a constant; from `least` on.
    ln_ways: Vec<f64>,
}

impl Hypergeometric {
    /// Takes how many cases have the factor, and how many the outcome and how many not.
    pub(super) fn new(present: u64, focal: u64, others: u64) -> Self {
        let (least, most) = (present.saturating_sub(others), present.min(focal));
        let mut ln_ways = vec![0.0];
        for a in least..most {
            // the next table has one case more in a and d, one less in b and c
            let gone = (present - a) as f64 * (focal - a) as f64;
            let come = (a + 1) as f64 * (others + a + 1 - present) as f64;
            ln_ways.push(ln_ways[ln_ways.len() - 1] + (gone / come).ln());
        }
        Self { least, ln_ways }
    }

    /// Takes the margins of a table.
    pub(super) fn of(table: TwoByTwo) -> Self {
        Self::new(table.present(), table.focal(), table.others())
    }

    /// Returns the chance of each a if the logarithm of the odds ratio is `ln_odds`; they add up to 1.
    pub(super) fn chances(&self, ln_odds: f64) -> Vec<f64> {
        let terms = self.ln_ways.iter().enumerate().map(|(place, ways)| ways + place as f64 * ln_odds);
        let terms: Vec<f64> = terms.collect();
        let largest = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
        let mut chances: Vec<f64> = terms.iter().map(|term| (term - largest).exp()).collect();
        let sum: f64 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= sum);
        chances
    }
}
