//! How alike two cases are: by the codes they have, or by how often they have them.

use crate::{Measured, Undefined};

/// In how many codes two cases agree and differ.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shared {
    /// Codes that both have (a).
    pub both: u64,
    /// Codes that only the first has (b).
    pub first_only: u64,
    /// Codes that only the second has (c).
    pub second_only: u64,
    /// Codes that neither has (d).
    pub neither: u64,
}

impl Shared {
    /// Returns the number of codes.
    pub fn n(&self) -> u64 {
        self.both + self.differ() + self.neither
    }

    fn differ(&self) -> u64 {
        self.first_only + self.second_only
    }

    /// Returns (a + d) / (a + b + c + d): codes in which the two agree. What both lack counts as agreement.
    /// Sokal & Michener (1958).
    ///
    /// # Errors
    /// `NoCodings` without codes.
    ///
    /// ```
    /// # use draad_measures::similarity::Shared;
    /// let shared = Shared { both: 6, first_only: 1, second_only: 2, neither: 3 };
    /// assert_eq!(shared.simple_matching(), Ok(9.0 / 12.0));
    /// assert_eq!(shared.jaccard(), Ok(6.0 / 9.0));
    /// assert_eq!(shared.dice(), Ok(12.0 / 15.0));
    /// assert_eq!(shared.zeta(), Ok(15.0 / 18.0));
    /// assert_eq!(shared.russell_rao(), Ok(6.0 / 12.0));
    /// ```
    pub fn simple_matching(&self) -> Measured {
        ratio(self.both + self.neither, self.n(), Undefined::NoCodings)
    }

    /// Returns a / (a + b + c): shared codes among those that at least one of the two has. What both lack says nothing.
    /// Jaccard (1901).
    ///
    /// # Errors
    /// `BothEmpty` when neither has a code.
    pub fn jaccard(&self) -> Measured {
        ratio(self.both, self.both + self.differ(), Undefined::BothEmpty)
    }

    /// Returns ζ = (2a + d) / (2a + b + c + d): as simple matching, with shared codes counted twice.
    /// Kuckartz & Rädiker, in the manual of MAXQDA.
    ///
    /// # Errors
    /// `NoCodings` without codes.
    pub fn zeta(&self) -> Measured {
        ratio(2 * self.both + self.neither, self.both + self.n(), Undefined::NoCodings)
    }

    /// Returns 2a / (2a + b + c): as Jaccard, with shared codes counted twice. Dice (1945), doi:10.2307/1932409.
    ///
    /// # Errors
    /// `BothEmpty` when neither has a code.
    pub fn dice(&self) -> Measured {
        ratio(2 * self.both, 2 * self.both + self.differ(), Undefined::BothEmpty)
    }

    /// Returns a / (a + b + c + d): shared codes among all codes. A case is then not wholly like itself unless it has all
    /// codes. Russell & Rao (1940).
    ///
    /// # Errors
    /// `NoCodings` without codes.
    pub fn russell_rao(&self) -> Measured {
        ratio(self.both, self.n(), Undefined::NoCodings)
    }
}

fn ratio(part: u64, whole: u64, otherwise: Undefined) -> Measured {
    if whole == 0 { Err(otherwise) } else { Ok(part as f64 / whole as f64) }
}

/// Returns the Bray–Curtis distance of two rows of counts: Σ|xᵢ − yᵢ| / Σ(xᵢ + yᵢ), from 0 (the same) to 1 (nothing in
/// common). Bray & Curtis (1957), doi:10.2307/1942268.
///
/// # Errors
/// `BothEmpty` when both rows are all zero.
///
/// ```
/// # use draad_measures::similarity::bray_curtis;
/// assert_eq!(bray_curtis(&[3, 0, 1], &[1, 2, 1]), Ok(4.0 / 8.0));
/// ```
pub fn bray_curtis(first: &[u32], second: &[u32]) -> Measured {
    let apart = pairs(first, second).map(|(x, y)| x.abs_diff(y)).sum();
    ratio(apart, pairs(first, second).map(|(x, y)| x + y).sum(), Undefined::BothEmpty)
}

/// Returns the cosine distance of two rows of counts: 1 − Σxᵢyᵢ / √(Σxᵢ² Σyᵢ²), from 0 (the same proportions) to 1 (nothing
/// in common). How long a row is does not matter.
///
/// # Errors
/// `BothEmpty` when both rows are all zero, `EmptyMargin` when one of them is.
///
/// ```
/// # use draad_measures::{Undefined, similarity::cosine};
/// assert!((cosine(&[3, 4], &[4, 3])? - 1.0 / 25.0).abs() < 1e-12);
/// assert_eq!(cosine(&[0, 0], &[4, 3]), Err(Undefined::EmptyMargin));
/// # Ok::<(), Undefined>(())
/// ```
pub fn cosine(first: &[u32], second: &[u32]) -> Measured {
    let squares = |row: &[u32]| row.iter().map(|&x| u64::from(x) * u64::from(x)).sum::<u64>();
    match (squares(first), squares(second)) {
        (0, 0) => Err(Undefined::BothEmpty),
        (0, _) | (_, 0) => Err(Undefined::EmptyMargin),
        (own, other) => {
            let both: u64 = pairs(first, second).map(|(x, y)| x * y).sum();
            // rows in the same proportion can come out a digit above 1
            Ok((1.0 - both as f64 / ((own as f64).sqrt() * (other as f64).sqrt())).max(0.0))
        }
    }
}

/// Returns the Euclidean distance of two rows of counts: √Σ(xᵢ − yᵢ)². It has no upper end, and grows with the length of the
/// material.
///
/// ```
/// # use draad_measures::similarity::euclidean;
/// assert_eq!(euclidean(&[3, 0], &[0, 4]), 5.0);
/// ```
pub fn euclidean(first: &[u32], second: &[u32]) -> f64 {
    let squares: u64 = pairs(first, second).map(|(x, y)| x.abs_diff(y).pow(2)).sum();
    (squares as f64).sqrt()
}

fn pairs(first: &[u32], second: &[u32]) -> impl Iterator<Item = (u64, u64)> {
    first.iter().zip(second).map(|(&x, &y)| (u64::from(x), u64::from(y)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn measures_lie_between_nothing_and_all(a in 0_u64..9, b in 0_u64..9, c in 0_u64..9, d in 0_u64..9) {
            let shared = Shared { both: a, first_only: b, second_only: c, neither: d };
            let measures =
                [shared.simple_matching(), shared.jaccard(), shared.zeta(), shared.dice(), shared.russell_rao()];
            for measure in measures.into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&measure));
            }
            prop_assert_eq!(shared.jaccard().is_err(), a + b + c == 0);
            prop_assert_eq!(shared.zeta().is_err(), a + b + c + d == 0);
            // Dice is Jaccard on another scale
            if let (Ok(jaccard), Ok(dice)) = (shared.jaccard(), shared.dice()) {
                prop_assert!((dice - 2.0 * jaccard / (1.0 + jaccard)).abs() < 1e-12);
            }
        }

        #[test]
        fn distances_of_counts_are_the_same_both_ways(rows in proptest::collection::vec((0_u32..9, 0_u32..9), 0..6)) {
            let (first, second): (Vec<u32>, Vec<u32>) = rows.into_iter().unzip();
            prop_assert_eq!(bray_curtis(&first, &second), bray_curtis(&second, &first));
            prop_assert_eq!(cosine(&first, &second), cosine(&second, &first));
            prop_assert_eq!(euclidean(&first, &second), euclidean(&second, &first));
            prop_assert_eq!(euclidean(&first, &first), 0.0);
            for distance in [bray_curtis(&first, &second), cosine(&first, &second)].into_iter().flatten() {
                prop_assert!((0.0..=1.0).contains(&distance));
            }
            let empty = first.iter().chain(&second).all(|&count| count == 0);
            prop_assert_eq!(bray_curtis(&first, &second) == Err(Undefined::BothEmpty), empty);
            prop_assert_eq!(cosine(&first, &second) == Err(Undefined::BothEmpty), empty);
        }
    }
}
