//! Classical multidimensional scaling: things as points whose distances come near to given ones.

use crate::distances::Distances;
use crate::eigen::{self, Axis};
use crate::{Measured, Undefined};

/// A classical scaling.
#[derive(Clone, Debug, PartialEq)]
pub struct Scaling {
    /// All eigenvalues, largest first. Negative ones say that no space has exactly these distances.
    pub eigenvalues: Vec<f64>,
    /// Coordinates per thing on the axes that were asked for; fewer where fewer eigenvalues are positive.
    pub points: Vec<Vec<f64>>,
    /// Per thing the sum of squared coordinates over all axes with a positive eigenvalue.
    squares: Vec<f64>,
}

/// Eigenvalues below this share of the largest are rounding.
const LEAST_SHARE: f64 = 1e-10;

impl Scaling {
    /// Scales distances to `n_axes` axes at most (Torgerson 1952, Gower 1966, doi:10.1093/biomet/53.3-4.325; in R `cmdscale`).
    ///
    /// - **Sign**: each axis points so that the coordinate of largest size is positive; of several equally large, the first.
    ///
    /// # Errors
    /// `TooFewUnits` with fewer than two things; `NoVariation` when all distances are zero.
    ///
    /// ```
    /// # use draad_measures::{distances::Distances, scaling::Scaling};
    /// let ages = [9.0_f64, 11.0, 16.0];
    /// let distances = Distances::new(3, |first, second| (ages[first] - ages[second]).abs());
    /// let found = Scaling::new(&distances, 2)?;
    /// let along: Vec<f64> = found.points.iter().map(|point| point[0].round()).collect();
    /// assert_eq!(along, [-3.0, -1.0, 4.0]);
    /// assert!((found.goodness_of_fit(1).0 - 1.0).abs() < 1e-12);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn new(distances: &Distances, n_axes: usize) -> Result<Self, Undefined> {
        let n = distances.n();
        if n < 2 {
            return Err(Undefined::TooFewUnits { n, needed: 2 });
        }
        let square = |a: usize, b: usize| distances.between(a, b).powi(2);
        let means: Vec<f64> = (0..n).map(|a| (0..n).map(|b| square(a, b)).sum::<f64>() / n as f64).collect();
        let mean = means.iter().sum::<f64>() / n as f64;
        let axes = eigen::axes(n, |a, b| -0.5 * (square(a, b) - means[a] - means[b] + mean));
        let least = axes[0].value * LEAST_SHARE;
        if axes[0].value <= 0.0 {
            return Err(Undefined::NoVariation);
        }
        let positive: Vec<&Axis> = axes.iter().take_while(|axis| axis.value > least).collect();
        let on = |thing: usize, axis: &Axis| axis.direction[thing] * axis.value.sqrt();
        let signs: Vec<f64> =
            positive.iter().take(n_axes).map(|axis| eigen::sign(axis.direction.iter().copied())).collect();
        let point = |thing| signs.iter().zip(&positive).map(|(sign, axis)| sign * on(thing, axis)).collect();
        let squares = |thing| positive.iter().map(|axis| on(thing, axis).powi(2)).sum();
        Ok(Self {
            points: (0..n).map(point).collect(),
            squares: (0..n).map(squares).collect(),
            eigenvalues: axes.iter().map(|axis| axis.value).collect(),
        })
    }

    /// Returns how much of all eigenvalues the first `n_axes` have: divided by the sum of their sizes, and by the sum of the
    /// positive ones (Mardia, Kent & Bibby 1979; in R `GOF`).
    pub fn goodness_of_fit(&self, n_axes: usize) -> (f64, f64) {
        let shown: f64 = self.eigenvalues.iter().take(n_axes).map(|value| value.max(0.0)).sum();
        let sizes: f64 = self.eigenvalues.iter().map(|value| value.abs()).sum();
        let positive: f64 = self.eigenvalues.iter().map(|value| value.max(0.0)).sum();
        (shown / sizes, shown / positive)
    }

    /// Returns how much of a thing's squared distance from the middle its coordinates show, of what all positive axes have.
    ///
    /// # Errors
    /// `NoVariation` for a thing in the middle.
    pub fn quality(&self, thing: usize) -> Measured {
        let shown: f64 = self.points[thing].iter().map(|coordinate| coordinate.powi(2)).sum();
        if self.squares[thing] <= self.eigenvalues[0] * LEAST_SHARE {
            return Err(Undefined::NoVariation);
        }
        Ok((shown / self.squares[thing]).min(1.0))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_in_one_place_have_no_axes() {
        assert_eq!(Scaling::new(&Distances::new(3, |_, _| 0.0), 2), Err(Undefined::NoVariation));
        let too_few = Undefined::TooFewUnits { n: 1, needed: 2 };
        assert_eq!(Scaling::new(&Distances::new(1, |_, _| 0.0), 2), Err(too_few));
    }

    #[test]
    fn a_thing_in_the_middle_has_no_quality() {
        let places = [-1.0_f64, 0.0, 1.0];
        let distances = Distances::new(3, |first, second| (places[first] - places[second]).abs());
        let found = Scaling::new(&distances, 2).unwrap();
        assert_eq!(found.points[0].len(), 1, "the second axis has nothing");
        assert_eq!(found.quality(1), Err(Undefined::NoVariation));
        assert!((found.quality(0).unwrap() - 1.0).abs() < 1e-12);
    }
}
