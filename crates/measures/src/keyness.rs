//! How typical a word is of one part of a corpus, against another part.
//!
//! These are descriptions. Words of one text hang together, so no p-value follows from any of them.

use std::cmp::Ordering;

/// How often a word occurs in a target and in a reference, and how many words there are in each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Frequencies {
    target: u64,
    n_target: u64,
    reference: u64,
    n_reference: u64,
}

impl Frequencies {
    /// Takes the occurrences of a word (`target`, `reference`) and all words (`n_target`, `n_reference`) of two parts that
    /// do not overlap.
    ///
    /// Nothing where no comparison is defined: a part without words, a word that occurs in neither, or a word that occurs
    /// more often than there are words.
    pub fn new(target: u64, n_target: u64, reference: u64, n_reference: u64) -> Option<Self> {
        let has_words = n_target > 0 && n_reference > 0 && target + reference > 0;
        let fits = target <= n_target && reference <= n_reference;
        (has_words && fits).then_some(Self { target, n_target, reference, n_reference })
    }

    /// Returns how often the word would occur in target and reference if it were spread evenly over both:
    /// E = words of the part × occurrences in both / words of both.
    pub fn expected(self) -> (f64, f64) {
        let share = (self.target + self.reference) as f64 / (self.n_target + self.n_reference) as f64;
        (self.n_target as f64 * share, self.n_reference as f64 * share)
    }

    /// Returns the log-likelihood over the two frequencies of the word: LL = 2 (O₁ ln(O₁/E₁) + O₂ ln(O₂/E₂)).
    ///
    /// Dimensionless, 0 for a word that is as frequent in both; a frequency of 0 adds nothing.
    /// Rayson & Garside (2000), Comparing corpora using frequency profiling, doi:10.3115/1117729.1117730.
    ///
    /// ```
    /// # use draad_measures::keyness::Frequencies;
    /// // 8 of 1,000 words against 4 of 2,000: expected are 4 and 8
    /// let word = Frequencies::new(8, 1000, 4, 2000).unwrap();
    /// assert_eq!(word.expected(), (4.0, 8.0));
    /// let by_hand = 2.0 * (8.0 * 2.0_f64.ln() + 4.0 * 0.5_f64.ln());
    /// assert!((word.log_likelihood() - by_hand).abs() < 1e-12);
    /// ```
    pub fn log_likelihood(self) -> f64 {
        let (target, reference) = self.expected();
        let sum = term(self.target as f64, target) + term(self.reference as f64, reference);
        (2.0 * sum).max(0.0)
    }

    /// Returns G² of the whole 2 × 2 table, the other words of both parts included: 2 Σ O ln(O/E) over four cells.
    ///
    /// Never less than [`log_likelihood`](Self::log_likelihood), and close to it for a rare word.
    /// Dunning (1993), Accurate methods for the statistics of surprise and coincidence, Computational Linguistics 19(1).
    ///
    /// ```
    /// # use draad_measures::keyness::Frequencies;
    /// // all ten words of one part, none of the ten of the other: 2 (10 ln 2 + 10 ln 2)
    /// let word = Frequencies::new(10, 10, 0, 10).unwrap();
    /// assert!((word.g_squared() - 40.0 * 2.0_f64.ln()).abs() < 1e-12);
    /// ```
    pub fn g_squared(self) -> f64 {
        let (target, reference) = self.expected();
        let others = |n: u64, own: u64, expected: f64| term((n - own) as f64, n as f64 - expected);
        let sum = term(self.target as f64, target)
            + term(self.reference as f64, reference)
            + others(self.n_target, self.target, target)
            + others(self.n_reference, self.reference, reference);
        (2.0 * sum).max(0.0)
    }

    /// Returns the log ratio: the binary logarithm of the relative frequency in the target over that in the reference. 1 is
    /// twice as frequent, 2 four times, −1 half as frequent.
    ///
    /// A frequency of 0 counts as ½, so that the ratio stays finite. Hardie (2014), Log Ratio: an informal introduction,
    /// ESRC Centre for Corpus Approaches to Social Science.
    ///
    /// ```
    /// # use draad_measures::keyness::Frequencies;
    /// assert_eq!(Frequencies::new(8, 1000, 4, 2000).unwrap().log_ratio(), 2.0);
    /// assert_eq!(Frequencies::new(4, 1000, 0, 1000).unwrap().log_ratio(), 3.0); // 4 against ½
    /// ```
    pub fn log_ratio(self) -> f64 {
        let relative = |n: u64, of: u64| if n == 0 { 0.5 } else { n as f64 } / of as f64;
        (relative(self.target, self.n_target) / relative(self.reference, self.n_reference)).log2()
    }

    /// Returns on which side the word is more frequent, exactly: `Greater` is the target.
    ///
    /// ```
    /// # use draad_measures::keyness::Frequencies;
    /// # use std::cmp::Ordering;
    /// assert_eq!(Frequencies::new(2, 17, 5, 28).unwrap().direction(), Ordering::Less);
    /// assert_eq!(Frequencies::new(1, 10, 3, 30).unwrap().direction(), Ordering::Equal);
    /// ```
    pub fn direction(self) -> Ordering {
        let crossed = |a: u64, b: u64| u128::from(a) * u128::from(b);
        crossed(self.target, self.n_reference).cmp(&crossed(self.reference, self.n_target))
    }
}

/// O ln(O/E), which is 0 for O = 0.
fn term(observed: f64, expected: f64) -> f64 {
    if observed > 0.0 { observed * (observed / expected).ln() } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_compared_is_no_number() {
        for (target, n_target, reference, n_reference) in
            [(0, 0, 1, 10), (1, 10, 0, 0), (0, 10, 0, 10), (11, 10, 0, 10), (0, 10, 11, 10)]
        {
            assert_eq!(Frequencies::new(target, n_target, reference, n_reference), None);
        }
    }

    prop_compose! {
        fn any_word()(n_target in 1_u64..5000, n_reference in 1_u64..5000)(
            target in 0..=n_target, reference in 0..=n_reference,
            n_target in Just(n_target), n_reference in Just(n_reference),
        ) -> (u64, u64, u64, u64) { (target, n_target, reference, n_reference) }
    }

    proptest! {
        #[test]
        fn every_measure_is_a_number_and_turns_with_the_sides((a, n_a, b, n_b) in any_word()) {
            let Some(word) = Frequencies::new(a, n_a, b, n_b) else { return Ok(()) };
            let turned = Frequencies::new(b, n_b, a, n_a).unwrap();
            prop_assert!(word.log_likelihood().is_finite() && word.log_likelihood() >= 0.0);
            prop_assert!(word.g_squared() >= word.log_likelihood() - 1e-9 && word.g_squared().is_finite());
            prop_assert!((word.log_likelihood() - turned.log_likelihood()).abs() < 1e-9);
            prop_assert!((word.log_ratio() + turned.log_ratio()).abs() < 1e-9);
            prop_assert_eq!(word.direction(), turned.direction().reverse());
            if a > 0 && b > 0 && word.direction() == Ordering::Greater {
                prop_assert!(word.log_ratio() > 0.0);
            }
        }
    }
}
