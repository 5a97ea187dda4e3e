//! Distances between all pairs of some things.

use crate::{Measured, Undefined};

/// How much larger than equal still counts as equal, as a share of the largest distance: sums of fractions such as 1/3 and
/// 2/5 differ in their last digits by the order in which they are added.
pub(crate) const SLACK: f64 = 1e-12;

/// A distance for each pair of `n` things: finite, the same in both directions, zero from a thing to itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Distances {
    n: usize,
    /// Row by row, all n² of them.
    values: Vec<f64>,
}

impl Distances {
    /// Asks for the distance of each pair once, the first before the second.
    ///
    /// ```
    /// # use draad_measures::distances::Distances;
    /// let ages = [9.0_f64, 11.0, 16.0];
    /// let distances = Distances::new(3, |first, second| (ages[first] - ages[second]).abs());
    /// assert_eq!(distances.between(2, 0), 7.0);
    /// assert_eq!(distances.pairs().collect::<Vec<_>>(), [2.0, 7.0, 5.0]);
    /// ```
    pub fn new(n: usize, mut between: impl FnMut(usize, usize) -> f64) -> Self {
        let mut values = vec![0.0; n * n];
        for first in 0..n {
            for second in first + 1..n {
                let distance = between(first, second);
                debug_assert!(distance.is_finite(), "a distance that is not defined is no distance");
                values[first * n + second] = distance;
                values[second * n + first] = distance;
            }
        }
        Self { n, values }
    }

    /// Returns how many things there are.
    pub fn n(&self) -> usize {
        self.n
    }

    /// Returns the distance between two things, by their positions.
    pub fn between(&self, first: usize, second: usize) -> f64 {
        self.values[first * self.n + second]
    }

    /// Returns the distance of each pair: the first with the second, with the third, and so on.
    pub fn pairs(&self) -> impl Iterator<Item = f64> {
        (0..self.n).flat_map(|row| self.values[row * self.n + row + 1..(row + 1) * self.n].iter().copied())
    }

    /// Returns the distances from one thing to all.
    pub fn from(&self, thing: usize) -> &[f64] {
        &self.values[thing * self.n..][..self.n]
    }

    /// Returns by how much two of these distances may differ and still be the same.
    pub(crate) fn slack(&self) -> f64 {
        SLACK * self.values.iter().copied().fold(0.0, f64::max)
    }
}

/// Returns Pearson's correlation of two sets of distances between the same things, pair by pair; between distances and those
/// that a tree shows it is the cophenetic correlation (Sokal & Rohlf 1962, doi:10.2307/1217208).
///
/// # Errors
/// `TooFewUnits` with fewer than two pairs; `NoVariation` when all distances of one of the sets are the same.
///
/// ```
/// # use draad_measures::distances::{Distances, correlation};
/// let first = Distances::new(3, |first, second| [[0.0, 1.0, 2.0], [1.0, 0.0, 3.0]][first][second]);
/// let second = Distances::new(3, |a, b| 2.0 * first.between(a, b) + 1.0);
/// assert!((correlation(&first, &second)? - 1.0).abs() < 1e-12);
/// # Ok::<(), draad_measures::Undefined>(())
/// ```
pub fn correlation(first: &Distances, second: &Distances) -> Measured {
    let n_pairs = first.n * first.n.saturating_sub(1) / 2;
    if n_pairs < 2 {
        return Err(Undefined::TooFewUnits { n: n_pairs, needed: 2 });
    }
    let mean = |of: &Distances| of.pairs().sum::<f64>() / n_pairs as f64;
    let (mean_first, mean_second) = (mean(first), mean(second));
    let (mut both, mut own_first, mut own_second) = (0.0, 0.0, 0.0);
    for (a, b) in first.pairs().zip(second.pairs()) {
        let (a, b) = (a - mean_first, b - mean_second);
        both += a * b;
        own_first += a * a;
        own_second += b * b;
    }
    let varies = |squares: f64, of: &Distances| squares > (of.slack() * of.slack()) * n_pairs as f64;
    if !varies(own_first, first) || !varies(own_second, second) {
        return Err(Undefined::NoVariation);
    }
    Ok(both / (own_first.sqrt() * own_second.sqrt()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn without_differences_there_is_no_correlation() {
        let same = Distances::new(4, |_, _| 1.0 / 3.0);
        let other = Distances::new(4, |first, second| (first + second) as f64);
        assert_eq!(correlation(&same, &other), Err(Undefined::NoVariation));
        assert_eq!(correlation(&other, &Distances::new(4, |_, _| 0.0)), Err(Undefined::NoVariation));
        let two = Distances::new(2, |_, _| 1.0);
        assert_eq!(correlation(&two, &two), Err(Undefined::TooFewUnits { n: 1, needed: 2 }));
        let none = Distances::new(0, |_, _| 1.0);
        assert_eq!(correlation(&none, &none), Err(Undefined::TooFewUnits { n: 0, needed: 2 }));
    }
}
