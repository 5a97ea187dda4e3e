//! Two coders side by side on one code, on the sources that both read.

use draad_measures::Measured;
use draad_measures::agreement::{Tally, Weights};

/// Two coders on one code: units, or characters.
#[derive(Clone, Debug, PartialEq)]
pub struct PairAgreement {
    /// Position of the first in [`Agreement::coders`](super::Agreement::coders).
    pub first: u16,
    /// Position of the second.
    pub second: u16,
    /// Where both found the code.
    pub both: u64,
    /// Where only the first did.
    pub only_first: u64,
    /// Where only the second did.
    pub only_second: u64,
    /// Where neither did.
    pub neither: u64,
    /// Share on which they agree, on the valence too where that is compared.
    pub percent: Measured,
    /// Cohen's kappa.
    pub kappa: Measured,
    /// Spans that match one of the other, and all spans of both; on free spans only.
    pub segments: Option<(usize, usize)>,
}

impl PairAgreement {
    /// Returns the number of units, or of characters, that both read.
    pub fn n(&self) -> u64 {
        self.both + self.only_first + self.only_second + self.neither
    }
}

/// Returns each pair of coders who share fixed units.
pub(super) fn of_units(tally: &Tally) -> Vec<PairAgreement> {
    let n_categories = tally.n_categories();
    let pair = |(first, second): (usize, usize)| {
        let table = tally.pair(first, second);
        let found = 1..n_categories;
        let sum = |of_first: std::ops::Range<usize>, of_second: std::ops::Range<usize>| -> u64 {
            of_first.flat_map(|k| of_second.clone().map(move |l| table.count(k, l))).sum()
        };
        PairAgreement {
            first: first as u16,
            second: second as u16,
            both: sum(found.clone(), found.clone()),
            only_first: sum(found.clone(), 0..1),
            only_second: sum(0..1, found),
            neither: table.count(0, 0),
            percent: table.percent_agreement(),
            kappa: table.cohen_kappa(&Weights::identity(n_categories)).map(|kappa| kappa.value),
            segments: None,
        }
    };
    tally.coder_pairs().map(pair).filter(|pair| pair.n() > 0).collect()
}
