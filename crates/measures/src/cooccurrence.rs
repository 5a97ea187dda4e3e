//! How often two codes go together: the c-coefficient, overlap of sets, and rules over cases.

use crate::{Measured, Undefined};

/// From this ratio of the numbers of codings on, the c-coefficient says little: the rarer code cannot reach far.
pub const UNEQUAL_FREQUENCIES: f64 = 5.0;

/// Returns c = n₁₂ / (n₁ + n₂ − n₁₂).
///
/// - `n_first`, `n_second`: codings of either code; `n_pairs`: pairs of a coding of the one that meets a coding of the other.
/// - Result: dimensionless, from 0. It is a Jaccard index, and at most 1, only if each coding meets at most one of the other
///   code; above 1 it is out of range, see [`is_out_of_range`].
///
/// Source: the manual of ATLAS.ti, "code co-occurrence coefficient".
///
/// # Errors
/// `NoCodings` when neither was coded; `MorePairsThanCodings` when the denominator is not above 0.
///
/// ```
/// # use draad_measures::cooccurrence::c_coefficient;
/// # use draad_measures::Undefined;
/// assert_eq!(c_coefficient(6, 4, 2), Ok(0.25));
/// assert_eq!(c_coefficient(2, 2, 3), Ok(3.0));
/// assert_eq!(c_coefficient(2, 2, 4), Err(Undefined::MorePairsThanCodings));
/// ```
pub fn c_coefficient(n_first: u64, n_second: u64, n_pairs: u64) -> Measured {
    let n_codings = n_first + n_second;
    match n_codings.checked_sub(n_pairs) {
        _ if n_codings == 0 => Err(Undefined::NoCodings),
        None | Some(0) => Err(Undefined::MorePairsThanCodings),
        Some(denominator) => Ok(n_pairs as f64 / denominator as f64),
    }
}

/// Returns whether a c-coefficient lies outside 0 to 1, as many codings meeting many others make it.
///
/// ```
/// # use draad_measures::cooccurrence::{c_coefficient, is_out_of_range};
/// assert!(!is_out_of_range(c_coefficient(6, 4, 2)));
/// assert!(is_out_of_range(c_coefficient(2, 2, 3)));
/// assert!(is_out_of_range(c_coefficient(2, 2, 4)));
/// ```
pub fn is_out_of_range(c: Measured) -> bool {
    match c {
        Ok(c) => c > 1.0,
        Err(reason) => reason == Undefined::MorePairsThanCodings,
    }
}

/// Returns the larger of two numbers of codings divided by the smaller, from 1.
///
/// # Errors
/// `NoCodings` when one of them is 0.
///
/// ```
/// # use draad_measures::cooccurrence::frequency_ratio;
/// assert_eq!(frequency_ratio(4, 10), Ok(2.5));
/// ```
pub fn frequency_ratio(n_first: u64, n_second: u64) -> Measured {
    match n_first.min(n_second) {
        0 => Err(Undefined::NoCodings),
        fewer => Ok(n_first.max(n_second) as f64 / fewer as f64),
    }
}

/// Returns how much two sets overlap: |A ∩ B| / |A ∪ B|, from 0 to 1. Jaccard (1901).
///
/// # Errors
/// `BothEmpty` when both sets are empty.
///
/// ```
/// # use draad_measures::cooccurrence::overlap_of_sets;
/// # use draad_measures::Undefined;
/// assert_eq!(overlap_of_sets(4, 2, 1), Ok(0.2));
/// assert_eq!(overlap_of_sets(0, 0, 0), Err(Undefined::BothEmpty));
/// ```
pub fn overlap_of_sets(n_first: u64, n_second: u64, n_both: u64) -> Measured {
    match n_first + n_second - n_both {
        0 => Err(Undefined::BothEmpty),
        either => Ok(n_both as f64 / either as f64),
    }
}

/// In how many of `n` units A, B and both occur: what rules such as "where A is, B is" are made of.
///
/// Agrawal, Imieliński & Swami (1993), doi:10.1145/170035.170072; lift after Brin et al. (1997), doi:10.1145/253260.253325.
///
/// ```
/// # use draad_measures::cooccurrence::Rule;
/// let rule = Rule { n: 12, n_first: 6, n_second: 8, n_both: 4 };
/// assert_eq!(rule.support(), Ok(4.0 / 12.0));
/// assert_eq!(rule.confidence(), Ok(4.0 / 6.0));
/// assert_eq!(rule.lift(), Ok(1.0));
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Units.
    pub n: u64,
    /// Units with A.
    pub n_first: u64,
    /// Units with B.
    pub n_second: u64,
    /// Units with both.
    pub n_both: u64,
}

impl Rule {
    /// Returns P(A and B).
    ///
    /// # Errors
    /// `NoMaterial` when there are no units.
    pub fn support(self) -> Measured {
        if self.n == 0 { Err(Undefined::NoMaterial) } else { Ok(self.n_both as f64 / self.n as f64) }
    }

    /// Returns P(B | A).
    ///
    /// # Errors
    /// `EmptyMargin` when A occurs nowhere.
    pub fn confidence(self) -> Measured {
        if self.n_first == 0 {
            Err(Undefined::EmptyMargin)
        } else {
            Ok(self.n_both as f64 / self.n_first as f64)
        }
    }

    /// Returns P(A and B) / (P(A) P(B)): 1 when A and B occur together as often as they would if the one knew nothing of the
    /// other.
    ///
    /// # Errors
    /// `EmptyMargin` when A or B occurs nowhere.
    pub fn lift(self) -> Measured {
        match self.n_first * self.n_second {
            0 => Err(Undefined::EmptyMargin),
            product => Ok((self.n_both * self.n) as f64 / product as f64),
        }
    }

    /// Returns whether the lift is 1 whatever the data say, because A or B occurs in every unit.
    pub fn is_necessary(self) -> bool {
        self.n > 0 && (self.n_first == self.n || self.n_second == self.n)
    }

    /// Returns the rule from B to A.
    pub fn reversed(self) -> Self {
        Self { n_first: self.n_second, n_second: self.n_first, ..self }
    }
}
