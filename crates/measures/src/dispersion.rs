//! How evenly a word is spread over the parts of a corpus: over sources, so that one talkative source is seen.

/// Returns in how many parts a word occurs.
///
/// ```
/// # use draad_measures::dispersion::range;
/// assert_eq!(range(&[3, 0, 1]), 2);
/// ```
pub fn range(counts: &[u64]) -> usize {
    counts.iter().filter(|&&count| count > 0).count()
}

/// Returns the largest share of the occurrences that one part holds, or nothing where there are none.
///
/// ```
/// # use draad_measures::dispersion::largest_share;
/// assert_eq!(largest_share(&[6, 0, 2]), Some(0.75));
/// ```
pub fn largest_share(counts: &[u64]) -> Option<f64> {
    crate::share::share(*counts.iter().max()?, counts.iter().sum())
}

/// Returns Gries' deviation of proportions: DP = ½ Σ |vᵢ − sᵢ|, where vᵢ is the share of the occurrences in part i and sᵢ
/// the share of all words in it.
///
/// - `counts[i]`: occurrences in part `i`; `sizes[i]`: all words of part `i`.
/// - 0 is spread as the words are; near 1 is all in one small part.
/// - Nothing where the word does not occur, or the two lists are not about the same parts.
///
/// Gries (2008), Dispersions and adjusted frequencies in corpora, doi:10.1075/ijcl.13.4.02gri; the numbers are its
/// example, the word *a* in five parts of 50 words.
///
/// ```
/// # use draad_measures::dispersion::deviation_of_proportions;
/// let dp = deviation_of_proportions(&[1, 2, 3, 4, 5], &[9, 10, 10, 10, 11]).unwrap();
/// assert!((dp - 0.18).abs() < 1e-12);
/// ```
pub fn deviation_of_proportions(counts: &[u64], sizes: &[u64]) -> Option<f64> {
    let (n, size) = (counts.iter().sum::<u64>(), sizes.iter().sum::<u64>());
    let fits = counts.len() == sizes.len() && counts.iter().zip(sizes).all(|(count, size)| count <= size);
    if n == 0 || !fits {
        return None;
    }
    let (n, size) = (n as f64, size as f64);
    let apart =
        counts.iter().zip(sizes).map(|(&count, &words)| (count as f64 / n - words as f64 / size).abs());
    Some(apart.sum::<f64>() / 2.0)
}

/// Returns DP divided by the most it can be with these parts, 1 − min sᵢ, so that it runs from 0 to 1 whatever the parts.
/// Parts without words count as no parts.
///
/// Nothing where DP is not defined, or there are fewer than two parts with words: then nothing can be spread.
///
/// Lijffijt & Gries (2012), Correction to Dispersions and adjusted frequencies in corpora, doi:10.1075/ijcl.17.1.08lij.
///
/// ```
/// # use draad_measures::dispersion::normalised_deviation;
/// let dp = normalised_deviation(&[1, 2, 3, 4, 5], &[9, 10, 10, 10, 11]).unwrap();
/// assert!((dp - 0.18 / 0.82).abs() < 1e-12);
/// assert_eq!(normalised_deviation(&[0, 4], &[30, 10]), Some(1.0)); // all in the smallest part
/// assert_eq!(normalised_deviation(&[4], &[10]), None);
/// ```
pub fn normalised_deviation(counts: &[u64], sizes: &[u64]) -> Option<f64> {
    let dp = deviation_of_proportions(counts, sizes)?;
    let parts = || sizes.iter().filter(|&&size| size > 0);
    if parts().count() < 2 {
        return None;
    }
    let smallest = *parts().min()? as f64 / sizes.iter().sum::<u64>() as f64;
    Some((dp / (1.0 - smallest)).clamp(0.0, 1.0))
}

/// Returns Juilland's D: 1 − V / √(k − 1), where V is the coefficient of variation (with division by k) of the word's
/// relative frequencies in the k parts that have words.
///
/// 1 is as frequent in every part; 0 is all in one of equal parts. Nothing where the word does not occur, the two lists are
/// not about the same parts, or fewer than two parts have words. Juilland & Chang-Rodríguez (1964), here with relative
/// frequencies for parts of unequal size; the example is that of Gries (2008).
///
/// ```
/// # use draad_measures::dispersion::juilland_d;
/// let d = juilland_d(&[1, 2, 3, 4, 5], &[9, 10, 10, 10, 11]).unwrap();
/// assert!((d - 0.785).abs() < 5e-4);
/// ```
pub fn juilland_d(counts: &[u64], sizes: &[u64]) -> Option<f64> {
    deviation_of_proportions(counts, sizes)?;
    let with_words = counts.iter().zip(sizes).filter(|(_, size)| **size > 0);
    let relative: Vec<f64> = with_words.map(|(&count, &size)| count as f64 / size as f64).collect();
    if relative.len() < 2 {
        return None;
    }
    let k = relative.len() as f64;
    let mean = relative.iter().sum::<f64>() / k;
    let variance = relative.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / k;
    Some(1.0 - variance.sqrt() / mean / (k - 1.0).sqrt())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_is_nowhere_is_not_spread() {
        assert_eq!(deviation_of_proportions(&[0, 0], &[5, 5]), None);
        assert_eq!(deviation_of_proportions(&[], &[]), None);
        assert_eq!(deviation_of_proportions(&[1], &[5, 5]), None);
        assert_eq!(deviation_of_proportions(&[6], &[5]), None);
        assert_eq!(largest_share(&[]), None);
        assert_eq!(largest_share(&[0]), None);
        assert_eq!(normalised_deviation(&[4, 0], &[10, 0]), None);
        assert_eq!(juilland_d(&[4, 0], &[10, 0]), None);
        assert_eq!(juilland_d(&[0, 8], &[10, 10]), Some(0.0));
    }

    proptest! {
        #[test]
        fn spread_lies_between_even_and_all_in_one(parts in proptest::collection::vec((0_u64..30, 0_u64..200), 1..12)) {
            let sizes: Vec<u64> = parts.iter().map(|(count, more)| count + more).collect();
            let counts: Vec<u64> = parts.iter().map(|(count, _)| *count).collect();
            if let Some(dp) = deviation_of_proportions(&counts, &sizes) {
                prop_assert!((0.0..1.0).contains(&dp));
                prop_assert_eq!(deviation_of_proportions(&sizes, &sizes), Some(0.0));
            }
            if let Some(normalised) = normalised_deviation(&counts, &sizes) {
                prop_assert!((0.0..=1.0).contains(&normalised));
            }
            if let Some(d) = juilland_d(&counts, &sizes) {
                prop_assert!((-1e-9..=1.0).contains(&d));
            }
        }
    }
}
