//! How strongly two words keep each other's company.

use crate::keyness::Frequencies;

/// How often a word stands in the company of another.
///
/// The company is a set of places: the words within some distance of the other, or the words right after it. What holds for
/// any such set holds for both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Company {
    together: u64,
    places: u64,
    word: u64,
    total: u64,
}

impl Company {
    /// Takes how often the word stands in one of the `places` (`together`), how often it occurs at all (`word`), and how
    /// many words there are (`total`), places included. Each word counts once, however many places it could be counted in.
    ///
    /// Nothing where that cannot be: no places, a word that does not occur, or more of a part than of the whole.
    pub fn new(together: u64, places: u64, word: u64, total: u64) -> Option<Self> {
        let fits = together <= places && together <= word && places <= total && word <= total;
        let leaves_room = fits && word - together <= total - places;
        (leaves_room && places > 0 && word > 0).then_some(Self { together, places, word, total })
    }

    /// Returns how often the word would stand there if it did not mind where: E = places × occurrences / all words.
    ///
    /// ```
    /// # use draad_measures::collocation::Company;
    /// assert_eq!(Company::new(5, 100, 20, 1000).unwrap().expected(), 2.0);
    /// ```
    pub fn expected(self) -> f64 {
        self.places as f64 * self.word as f64 / self.total as f64
    }

    /// Returns the (pointwise) mutual information, log₂(O/E): 1 is twice as often as expected. It is high for rare words, so
    /// read it with their counts. Nothing where the two never meet.
    ///
    /// Church & Hanks (1990), Word association norms, mutual information, and lexicography, Computational Linguistics 16(1).
    ///
    /// ```
    /// # use draad_measures::collocation::Company;
    /// assert_eq!(Company::new(8, 100, 20, 1000).unwrap().mutual_information(), Some(2.0)); // 8 where 2 are expected
    /// assert_eq!(Company::new(0, 100, 20, 1000).unwrap().mutual_information(), None);
    /// ```
    pub fn mutual_information(self) -> Option<f64> {
        (self.together > 0).then(|| (self.together as f64 / self.expected()).log2())
    }

    /// Returns G² of the 2 × 2 table: this word or another, in one of the places or elsewhere (Dunning 1993). Nothing where
    /// the places are all there is.
    ///
    /// It says how far observed and expected lie apart, not in which direction.
    pub fn log_likelihood(self) -> Option<f64> {
        let elsewhere = self.total - self.places;
        Some(Frequencies::new(self.together, self.places, self.word - self.together, elsewhere)?.g_squared())
    }
}

/// Returns logDice: 14 + log₂(2 f_xy / (f_x + f_y)), where the words occur f_x and f_y times and f_xy times together.
///
/// 14 for words that only occur together; one less is half as much. It does not depend on the size of the corpus. Within a
/// window a frequent word can stand near the other more often than that occurs; then 14 can be passed.
/// Nothing where the two never meet.
///
/// Rychlý (2008), A lexicographer-friendly association score, Proceedings of RASLAN 2008.
///
/// ```
/// # use draad_measures::collocation::log_dice;
/// assert_eq!(log_dice(7, 7, 7), Some(14.0));
/// assert_eq!(log_dice(8, 16, 16), Some(13.0));
/// assert_eq!(log_dice(0, 16, 16), None);
/// ```
pub fn log_dice(together: u64, one: u64, other: u64) -> Option<f64> {
    (together > 0 && one + other > 0).then(|| 14.0 + (2.0 * together as f64 / (one + other) as f64).log2())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_cannot_be_is_no_company() {
        for (together, places, word, total) in
            [(1, 0, 1, 9), (0, 4, 0, 9), (5, 4, 5, 9), (3, 4, 2, 9), (0, 10, 1, 9), (0, 4, 6, 9)]
        {
            assert_eq!(Company::new(together, places, word, total), None);
        }
        assert_eq!(Company::new(2, 9, 2, 9).unwrap().log_likelihood(), None);
    }

    proptest! {
        #[test]
        fn more_than_expected_is_positive(together in 0_u64..40, more in 0_u64..40, places in 0_u64..400, others in 0_u64..4000) {
            let company = Company::new(together, together + places, together + more, together + more + places + others);
            let Some(company) = company else { return Ok(()) };
            prop_assert!(company.log_likelihood().is_none_or(|value| value.is_finite() && value >= 0.0));
            if let Some(information) = company.mutual_information() {
                prop_assert!(information.is_finite());
                prop_assert_eq!(information > 0.0, together as f64 > company.expected());
            }
        }
    }
}
