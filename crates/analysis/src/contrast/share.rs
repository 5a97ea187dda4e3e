//! Shares of cases, compared without rounding.

use std::cmp::Ordering;

/// `k` of `n`, where `n` is not 0.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Share {
    pub(crate) k: u64,
    pub(crate) n: u64,
}

impl Share {
    /// Returns the larger minus the smaller of two shares.
    pub(crate) fn difference(self, other: Self) -> Self {
        Self { k: (self.k * other.n).abs_diff(other.k * self.n), n: self.n * other.n }
    }

    /// Returns the largest difference between any two of some shares; 0 where there are fewer than two.
    pub(crate) fn largest_difference(shares: &[Self]) -> Self {
        let ends = shares.iter().min().zip(shares.iter().max());
        ends.map_or(Self { k: 0, n: 1 }, |(least, most)| most.difference(*least))
    }
}

impl Ord for Share {
    fn cmp(&self, other: &Self) -> Ordering {
        let product = |k: u64, n: u64| u128::from(k) * u128::from(n);
        product(self.k, other.n).cmp(&product(other.k, self.n))
    }
}

impl PartialOrd for Share {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Share {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Share {}
