//! Which words set a document apart from the others: term frequency times inverse document frequency.

/// How the inverse document frequency treats words that occur in few or in all documents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Idf {
    /// ln((1 + N) / (1 + df)) + 1: as if one more document held every word.
    #[default]
    Smooth,
    /// ln(N / df) + 1.
    Unsmoothed,
}

/// How often a word counts within its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tf {
    /// As often as it occurs.
    #[default]
    Count,
    /// 1 + ln(count): the tenth time adds less than the second.
    Sublinear,
}

/// Returns the inverse document frequency of a word that occurs in `n_with_word` of `n_documents`.
///
/// 1 for a word of all documents, more the fewer hold it. Nothing for a word of no document, or of more than there are.
/// The forms are those of scikit-learn's `TfidfTransformer`; the measure is Spärck Jones (1972), doi:10.1108/eb026526.
///
/// ```
/// # use draad_measures::tf_idf::{Idf, idf};
/// assert_eq!(idf(3, 3, Idf::Smooth), Some(1.0));
/// assert_eq!(idf(1, 3, Idf::Unsmoothed), Some(1.0 + 3.0_f64.ln()));
/// assert_eq!(idf(0, 3, Idf::Smooth), None);
/// ```
pub fn idf(n_with_word: u64, n_documents: u64, form: Idf) -> Option<f64> {
    let (df, n) = (n_with_word as f64, n_documents as f64);
    (0 < n_with_word && n_with_word <= n_documents).then(|| match form {
        Idf::Smooth => ((1.0 + n) / (1.0 + df)).ln() + 1.0,
        Idf::Unsmoothed => (n / df).ln() + 1.0,
    })
}

/// Returns the weight of each word in each document: tf × idf.
///
/// - `counts[d][w]`: occurrences of word `w` in document `d`; every document has a count for every word.
/// - A word that occurs in no document weighs 0 in each, like any word in a document without it.
///
/// ```
/// # use draad_measures::tf_idf::{Idf, Tf, weights};
/// let weights = weights(&[vec![2, 1], vec![0, 3]], Tf::Count, Idf::Unsmoothed);
/// assert_eq!(weights, [vec![2.0 * (1.0 + 2.0_f64.ln()), 1.0], vec![0.0, 3.0]]);
/// ```
pub fn weights(counts: &[Vec<u64>], tf: Tf, form: Idf) -> Vec<Vec<f64>> {
    let n_words = counts.iter().map(Vec::len).max().unwrap_or(0);
    let with_word = |word: usize| {
        counts.iter().filter(|document| document.get(word).is_some_and(|&count| count > 0)).count()
    };
    let idfs: Vec<Option<f64>> =
        (0..n_words).map(|word| idf(with_word(word) as u64, counts.len() as u64, form)).collect();
    let weight = |count: &u64, idf: &Option<f64>| term_frequency(*count, tf) * idf.unwrap_or(0.0);
    counts
        .iter()
        .map(|document| document.iter().zip(&idfs).map(|(count, idf)| weight(count, idf)).collect())
        .collect()
}

fn term_frequency(count: u64, tf: Tf) -> f64 {
    match tf {
        _ if count == 0 => 0.0,
        Tf::Count => count as f64,
        Tf::Sublinear => 1.0 + (count as f64).ln(),
    }
}

/// Returns the weights divided by the square root of the sum of their squares (L2 norm), so that long and short documents
/// compare. A document without any weight stays all zeros.
///
/// ```
/// # use draad_measures::tf_idf::normalised;
/// assert_eq!(normalised(&[3.0, 4.0]), [0.6, 0.8]);
/// assert_eq!(normalised(&[0.0]), [0.0]);
/// ```
pub fn normalised(weights: &[f64]) -> Vec<f64> {
    let norm = weights.iter().map(|weight| weight * weight).sum::<f64>().sqrt();
    if norm == 0.0 { weights.to_vec() } else { weights.iter().map(|weight| weight / norm).collect() }
}
