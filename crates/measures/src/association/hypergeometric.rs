//! The tables that have the same margins, and the chance of each.

use super::TwoByTwo;
use super::permutation::choices;

/// How often the factor falls on cases with the outcome when both margins stay as they are: the hypergeometric
/// distribution of a, if the odds ratio is 1.
pub(super) struct Hypergeometric {
    /// The smallest a that the margins allow.
    pub(super) least: u64,
    /// In how many ways each a comes out, from `least` on: whole numbers where these fit, else up to a constant.
    pub(super) ways: Vec<f64>,
    /// ln of the ways, up to a constant.
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
        let of = |a: u64| Some(choices(focal, a)?.checked_mul(choices(others, present - a)?)? as f64);
        let whole: Option<Vec<f64>> = (least..=most).map(of).collect();
        Self { least, ways: whole.unwrap_or_else(|| tilted(&ln_ways, 0.0)), ln_ways }
    }

    /// Takes the margins of a table.
    pub(super) fn of(table: TwoByTwo) -> Self {
        Self::new(table.present(), table.focal(), table.others())
    }

    /// Returns the chance of each a if the logarithm of the odds ratio is `ln_odds`; they add up to 1.
    pub(super) fn chances(&self, ln_odds: f64) -> Vec<f64> {
        let mut chances = if ln_odds == 0.0 { self.ways.clone() } else { tilted(&self.ln_ways, ln_odds) };
        let sum: f64 = chances.iter().sum();
        chances.iter_mut().for_each(|chance| *chance /= sum);
        chances
    }
}

/// Returns the ways times the odds ratio to the power of a, up to a constant.
fn tilted(ln_ways: &[f64], ln_odds: f64) -> Vec<f64> {
    let terms = ln_ways.iter().enumerate().map(|(place, ways)| ways + place as f64 * ln_odds);
    let terms: Vec<f64> = terms.collect();
    let largest = terms.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    terms.iter().map(|term| (term - largest).exp()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn many_cases_have_the_same_chances_by_logarithms() {
        let few = Hypergeometric::new(20, 30, 25);
        let by_logarithms = tilted(&few.ln_ways, 0.0);
        let sum: f64 = by_logarithms.iter().sum();
        for (exact, found) in few.chances(0.0).iter().zip(by_logarithms) {
            assert!((found / sum / exact - 1.0).abs() < 1e-12);
        }
        let many = Hypergeometric::new(400, 500, 600);
        assert!(
            (many.chances(0.0).iter().sum::<f64>() - 1.0).abs() < 1e-12,
            "too many ways for whole numbers"
        );
    }
}
