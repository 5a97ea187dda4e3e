//! How well an order puts near things near each other.
//!
//! Definitions as in the R package seriation: Hahsler, Hornik & Buchta (2008), doi:10.18637/jss.v025.i03. An order read
//! backwards has the same value, but for the lazy path length. `order` lists the things by their positions.

use crate::distances::Distances;

/// Returns the length of the path along the order: the sum of the distances of neighbours. Less is better.
///
/// ```
/// # use draad_measures::{distances::Distances, seriation::path_length};
/// let distances = Distances::new(3, |first, second| (second - first) as f64);
/// assert_eq!(path_length(&distances, &[0, 1, 2]), 2.0);
/// assert_eq!(path_length(&distances, &[0, 2, 1]), 3.0);
/// ```
pub fn path_length(distances: &Distances, order: &[usize]) -> f64 {
    order.windows(2).map(|pair| distances.between(pair[0], pair[1])).sum()
}

/// Returns the path length in which the first steps weigh most: with n things the first step counts n − 1 times, the last
/// once. Less is better.
pub fn lazy_path_length(distances: &Distances, order: &[usize]) -> f64 {
    let steps = order.windows(2).map(|pair| distances.between(pair[0], pair[1]));
    steps.enumerate().map(|(place, step)| (order.len() - 1 - place) as f64 * step).sum()
}

/// Returns Σ d(i, j) · (places apart)², over both directions: large distances far apart make it large. More is better.
pub fn inertia(distances: &Distances, order: &[usize]) -> f64 {
    over_places(order, |first, second, apart| 2.0 * distances.between(first, second) * apart * apart)
}

/// Returns Σ (d(i, j) − places apart)², over both directions. Less is better.
pub fn least_squares(distances: &Distances, order: &[usize]) -> f64 {
    over_places(order, |first, second, apart| 2.0 * (distances.between(first, second) - apart).powi(2))
}

fn over_places(order: &[usize], of: impl Fn(usize, usize, f64) -> f64) -> f64 {
    let from = |(place, &first): (usize, &usize)| -> f64 {
        order[place + 1..].iter().zip(1..).map(|(&second, apart)| of(first, second, f64::from(apart))).sum()
    };
    order.iter().enumerate().map(from).sum()
}

/// How far an order follows Robinson's form: distances that only grow along the order.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Robinson {
    /// Times that a distance shrinks where it should not: of three things in their order, the first or the last lies nearer
    /// to the middle one in the order than in distance.
    pub events: u64,
    /// By how much, added up.
    pub deviations: f64,
    /// Times that a distance grows as it should, less the times that it shrinks.
    pub gradient: i64,
    /// By how much, added up.
    pub gradient_weighted: f64,
}

/// Returns how far an order follows Robinson's form. Distances that differ in their last digits only count as the same.
///
/// ```
/// # use draad_measures::{distances::Distances, seriation::robinson};
/// let distances = Distances::new(3, |first, second| (second - first) as f64);
/// assert_eq!(robinson(&distances, &[0, 1, 2]).events, 0);
/// assert_eq!(robinson(&distances, &[0, 2, 1]).events, 1);
/// ```
pub fn robinson(distances: &Distances, order: &[usize]) -> Robinson {
    let slack = distances.slack();
    let mut found = Robinson::default();
    for (place, &first) in order.iter().enumerate() {
        for (between, &middle) in order.iter().enumerate().skip(place + 1) {
            for &last in &order[between + 1..] {
                let far = distances.between(first, last);
                found.add(far - distances.between(first, middle), slack);
                found.add(far - distances.between(middle, last), slack);
            }
        }
    }
    found
}

impl Robinson {
    fn add(&mut self, growth: f64, slack: f64) {
        self.gradient_weighted += growth;
        if growth < -slack {
            self.events += 1;
            self.deviations -= growth;
            self.gradient -= 1;
        } else if growth > slack {
            self.gradient += 1;
        }
    }
}
