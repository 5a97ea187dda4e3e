//! Exact rarefaction: how many codes a number of units holds on average, over all orders in which the units could have come.

use crate::incidence::Incidence;
use std::collections::BTreeMap;

/// A chance below which a code adds nothing to the spread that a number could show: its root is 1e-16.
const NEGLIGIBLE: f64 = 1e-32;

/// A point of the curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Expected {
    /// Units drawn.
    pub n: usize,
    /// Codes expected in them.
    pub codes: f64,
    /// Standard deviation of that number over the draws.
    pub sd: f64,
}

/// Returns the expected number of distinct codes in `n` units drawn without replacement, for each of `sizes`; sizes of 0 and
/// those beyond the number of units are left out.
///
/// E(n) = Σ 1 − C(N−f, n)/C(N, n), where N is the number of units and f the number that hold the code (Kobayashi 1974,
/// Ugland, Gray & Ellingsen 2003, doi:10.1046/j.1365-2656.2003.00748.x).
///
/// The standard deviation is that of `specaccum(method = "exact")` in the R package vegan: √(Σ V + 2 Σ r·√(Vᵢ·Vⱼ)), where
/// V = q(1 − q), q = C(N−f, n)/C(N, n), and r is the correlation between two codes over the units. It is exact for one unit and
/// for all, and in between takes codes to go together in larger draws as they do in single units. Here it is added up over
/// pairs of frequencies instead of pairs of codes, in whole numbers as far as they go.
///
/// Two of three units hold the first code, one the second; each pair of units holds the first, and two of three pairs the
/// second:
///
/// ```
/// # use draad_measures::{incidence::Incidence, rarefaction::rarefaction};
/// let units = Incidence::new(2, vec![vec![0], vec![0, 1], vec![]]);
/// let curve = rarefaction(&units, 1..=3);
/// assert!((curve[0].codes - 1.0).abs() < 1e-12);
/// assert!((curve[1].codes - (1.0 + 2.0 / 3.0)).abs() < 1e-12);
/// assert!((curve[2].codes - 2.0).abs() < 1e-12);
/// assert!((curve[0].sd - (2.0_f64 / 3.0).sqrt()).abs() < 1e-12); // of 1, 2 and 0 codes
/// assert_eq!(curve[2].sd, 0.0);
/// ```
pub fn rarefaction(incidence: &Incidence, sizes: impl IntoIterator<Item = usize>) -> Vec<Expected> {
    let n_units = incidence.n_units();
    let classes = Classes::new(incidence);
    let mut wanted: Vec<usize> = sizes.into_iter().filter(|n| (1..=n_units).contains(n)).collect();
    wanted.sort_unstable();
    wanted.dedup();
    // the chance that none of n units holds a code, per frequency
    let mut missed: Vec<f64> = vec![1.0; classes.frequencies.len()];
    let mut curve = Vec::with_capacity(wanted.len());
    let mut drawn = 0;
    for n in wanted {
        while drawn < n {
            let left = n_units - drawn;
            for (chance, &frequency) in missed.iter_mut().zip(&classes.frequencies) {
                *chance *= left.saturating_sub(frequency as usize) as f64 / left as f64;
            }
            drawn += 1;
        }
        curve.push(classes.expected(n, &missed));
    }
    curve
}

/// Codes by the number of units that hold them.
struct Classes {
    /// The different frequencies, ascending; 0 is none.
    frequencies: Vec<u32>,
    /// How many codes have each.
    sizes: Vec<u64>,
    /// Per pair of classes the correlations between their codes, added up; each code with itself is 1. Row by row, only
    /// up to the diagonal.
    correlations: Vec<f64>,
}

impl Classes {
    fn new(incidence: &Incidence) -> Self {
        let mut size_of: BTreeMap<u32, u64> = BTreeMap::new();
        for &frequency in incidence.frequencies().iter().filter(|&&frequency| frequency > 0) {
            *size_of.entry(frequency).or_default() += 1;
        }
        let frequencies: Vec<u32> = size_of.keys().copied().collect();
        let sizes: Vec<u64> = size_of.into_values().collect();
        let together = together(incidence, &frequencies);
        let n = incidence.n_units() as i128;
        let spread = |frequency: u32| {
            let frequency = f64::from(frequency);
            (frequency * (n as f64 - frequency)).sqrt()
        };
        let mut correlations = Vec::with_capacity(together.len());
        for row in 0..frequencies.len() {
            for column in 0..=row {
                let total = |class: usize| i128::from(frequencies[class]) * i128::from(sizes[class]);
                let covariance = n * i128::from(together[cell(row, column)]) - total(row) * total(column);
                let spreads = spread(frequencies[row]) * spread(frequencies[column]);
                // a code in every unit does not vary, and goes along with none
                correlations.push(if spreads > 0.0 { covariance as f64 / spreads } else { 0.0 });
            }
        }
        Self { frequencies, sizes, correlations }
    }

    fn expected(&self, n: usize, missed: &[f64]) -> Expected {
        let seen = |(&size, &missed): (&u64, &f64)| size as f64 * (1.0 - missed);
        // the more units hold a code, the less it is missed
        let rare = &missed[..missed.partition_point(|&missed| missed > NEGLIGIBLE)];
        let spread: Vec<f64> = rare.iter().map(|missed| (missed * (1.0 - missed)).sqrt()).collect();
        let mut variance = 0.0;
        for (row, &of_row) in spread.iter().enumerate() {
            let pairs = self.correlations[cell(row, 0)..=cell(row, row)].iter().zip(&spread);
            let weighted: f64 = pairs.map(|(correlation, spread)| correlation * spread).sum();
            let diagonal = self.correlations[cell(row, row)] * of_row;
            variance += of_row * (2.0 * weighted - diagonal);
        }
        Expected { n, codes: self.sizes.iter().zip(missed).map(seen).sum(), sd: variance.max(0.0).sqrt() }
    }
}

/// Returns the place of a pair in a list of rows that end at the diagonal.
fn cell(row: usize, column: usize) -> usize {
    row * (row + 1) / 2 + column
}

/// Returns per pair of frequencies, over the units, how many pairs of codes of these frequencies stand in the same unit.
fn together(incidence: &Incidence, frequencies: &[u32]) -> Vec<u64> {
    let class = |code: u32| {
        let frequency = incidence.frequencies()[code as usize];
        frequencies.binary_search(&frequency).expect("every code that occurs has a frequency")
    };
    let mut together = vec![0; cell(frequencies.len(), 0)];
    let mut counts = vec![0_u64; frequencies.len()];
    for unit in incidence.units() {
        let mut present: Vec<usize> = unit.iter().map(|&code| class(code)).collect();
        present.iter().for_each(|&class| counts[class] += 1);
        present.sort_unstable();
        present.dedup();
        for (place, &row) in present.iter().enumerate() {
            for &column in &present[..=place] {
                together[cell(row, column)] += counts[row] * counts[column];
            }
        }
        present.iter().for_each(|&class| counts[class] = 0);
    }
    together
}
