//! How much two categories agree: fully, or in part where they are ordered.

/// Category × category: 1 for full agreement, 0 for none; symmetric, 1 on the diagonal. Categories stand in the order of the codebook,
/// used or not.
#[derive(Clone, Debug, PartialEq)]
pub struct Weights {
    n_categories: usize,
    values: Vec<f64>,
}

impl Weights {
    /// Returns weights by which only the same category agrees.
    pub fn identity(n_categories: usize) -> Self {
        Self::by_distance(n_categories, |distance, _| f64::from(distance == 0))
    }

    /// Returns 1 − |k − l| / (q − 1): agreement falls evenly with the distance in the order.
    pub fn linear(n_categories: usize) -> Self {
        Self::by_distance(n_categories, |distance, most| 1.0 - distance as f64 / most as f64)
    }

    /// Returns 1 − (k − l)² / (q − 1)². Cohen (1968), doi:10.1037/h0026256.
    pub fn quadratic(n_categories: usize) -> Self {
        Self::by_distance(n_categories, |distance, most| {
            1.0 - (distance * distance) as f64 / (most * most) as f64
        })
    }

    /// Returns what the package irrCAC calls "ordinal": 1 − C(|k − l| + 1, 2) / C(q, 2). Gwet (2014), Handbook of inter-rater
    /// reliability. This is **not** Krippendorff's ordinal metric, which goes by how often categories are used: on the same data
    /// they give .834 and .815.
    pub fn gwet_ordinal(n_categories: usize) -> Self {
        let pairs = |distance: usize| (distance + 1) * distance;
        Self::by_distance(n_categories, |distance, most| 1.0 - pairs(distance) as f64 / pairs(most) as f64)
    }

    /// Takes the weight of a distance in the order, given the largest distance, for all pairs but equal ones.
    fn by_distance(n_categories: usize, weight: impl Fn(usize, usize) -> f64) -> Self {
        let most = n_categories.saturating_sub(1);
        let of = |first: usize, second: usize| {
            if first == second { 1.0 } else { weight(first.abs_diff(second), most) }
        };
        let values = (0..n_categories).flat_map(|first| (0..n_categories).map(move |second| (first, second)));
        Self { n_categories, values: values.map(|(first, second)| of(first, second)).collect() }
    }

    /// Returns how much two categories disagree: 1 − weight.
    pub fn disagreement(&self, first: usize, second: usize) -> f64 {
        1.0 - self.values[first * self.n_categories + second]
    }

    /// Returns the number of categories.
    pub fn n_categories(&self) -> usize {
        self.n_categories
    }

    /// Returns the mean disagreement over all ordered pairs of categories, a category with itself included.
    pub(super) fn mean_disagreement(&self) -> f64 {
        self.values.iter().map(|weight| 1.0 - weight).sum::<f64>() / self.values.len() as f64
    }

    /// Returns Σ value(k, l) · (1 − w(k, l)).
    pub(super) fn disagreeing(&self, value: impl Fn(usize, usize) -> f64) -> f64 {
        let categories = 0..self.n_categories;
        let of_row = |first: usize| -> f64 {
            let differs = categories.clone().filter(|&second| second != first);
            differs.map(|second| value(first, second) * self.disagreement(first, second)).sum()
        };
        categories.clone().map(of_row).sum()
    }
}
