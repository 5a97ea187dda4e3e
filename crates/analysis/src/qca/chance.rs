//! How soon random data look as tidy as those of the study.

use super::Qca;
use draad_measures::qca::chance::{runs_without_contradiction, without_contradiction};

/// How soon random data look as tidy.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Chance {
    /// Cases with the outcome.
    pub n_with: usize,
    /// Cases without it.
    pub n_without: usize,
    /// Rows of the truth table.
    pub n_rows: u64,
    /// The share of random data sets without any contradiction, exact.
    pub share: f64,
    /// How many of the data sets that were drawn have none.
    pub drawn: usize,
    /// How many were drawn.
    pub runs: usize,
    /// From which seed.
    pub seed: u64,
    /// Contradictory rows of the analysis itself.
    pub n_contradictions: usize,
}

impl Qca {
    /// Returns how soon random data look as tidy as these.
    pub fn chance(&self) -> Option<Chance> {
        let analysed = self.analysed.as_ref().ok()?;
        let n = analysed.data.n_cases();
        let n_with = (0..n).filter(|&case| analysed.has_outcome(case)).count();
        let n_without = (0..n).filter(|&case| analysed.lacks_outcome(case)).count();
        let n_rows = analysed.table.n_rows();
        let (runs, seed) = (self.asked.runs, self.asked.seed);
        Some(Chance {
            n_with,
            n_without,
            n_rows,
            share: without_contradiction(n_with, n_without, n_rows),
            drawn: runs_without_contradiction(n_with, n_without, n_rows, seed, runs),
            runs,
            seed,
            n_contradictions: analysed.contradictions().count(),
        })
    }
}

impl Chance {
    /// Returns the share of the data sets that were drawn that have no contradiction; nothing where none were drawn.
    pub fn drawn_share(&self) -> Option<f64> {
        (self.runs > 0).then(|| self.drawn as f64 / self.runs as f64)
    }
}
