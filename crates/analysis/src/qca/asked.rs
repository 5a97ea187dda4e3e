//! What an analysis is asked with.

use crate::problem;
use draad_core::diagnostic::Outcome;
use draad_core::{AttributeId, Condition, OutcomeChoice, Problem, Study, ValueRange};
use draad_measures::qca::{Covers, Cutoffs, Data};
use serde::Serialize;

/// Quotes that stand with a condition at most.
pub const MOST_QUOTES: usize = 3;

/// Random data sets that are drawn at most.
pub const MOST_RUNS: usize = 1_000_000;

/// Conditions that are joined with "or" at most.
const MOST_DEPTH: usize = 4;

/// Inclusion from which a row goes with the outcome, where memberships are 0 or 1: a row with a single case to the contrary
/// is a contradiction, to be seen and decided about.
const INCLUSION_CRISP: f64 = 1.0;

/// The same where memberships lie between: they hardly ever reach 1.
const INCLUSION_FUZZY: f64 = 0.8;

/// What to analyse.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct QcaAsked {
    /// Names of conditions; without any those that the study defines.
    pub conditions: Vec<String>,
    /// The outcome; without it the good end of the study's first.
    pub outcome: Option<OutcomeChoice>,
    /// Whether its absence is analysed.
    pub negate: bool,
    /// Cases that a row needs.
    pub n_cut: usize,
    /// Inclusion that a row needs; nothing leaves it to the data.
    pub incl_cut: Option<f64>,
    /// PRI that a row needs.
    pub pri_cut: f64,
    /// Directional expectations, as they are written.
    pub expect: Vec<String>,
    /// How many conditions are joined with "or" at most in the search for necessary conditions.
    pub depth: usize,
    /// Whether all models without a superfluous term are listed, in place of the smallest.
    pub irredundant: bool,
    /// Degree of the direct method, in place of that of each condition.
    pub degree: Option<f64>,
    /// Random data sets for the benchmark of chance.
    pub runs: usize,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Quotes with each condition of a term.
    pub quotes: usize,
}

impl Default for QcaAsked {
    /// One case per row, any PRI, pairs of conditions, 10,000 random data sets from seed 1, one quote.
    fn default() -> Self {
        Self {
            conditions: Vec::new(),
            outcome: None,
            negate: false,
            n_cut: 1,
            incl_cut: None,
            pri_cut: 0.0,
            expect: Vec::new(),
            depth: 2,
            irredundant: false,
            degree: None,
            runs: 10_000,
            seed: 1,
            quotes: 1,
        }
    }
}

impl QcaAsked {
    /// Returns an error for the first number that means nothing.
    pub(super) fn check(&self) -> Outcome<()> {
        self.check_ranges()?;
        let checks = [
            ("depth", self.depth.to_string(), (1..=MOST_DEPTH).contains(&self.depth), "1, 2, 3, 4"),
            ("quotes", self.quotes.to_string(), (1..=MOST_QUOTES).contains(&self.quotes), "1, 2, 3"),
        ];
        match checks.into_iter().find(|(.., fits, _)| !fits) {
            None => Ok(()),
            Some((option, value, _, known)) => Err(problem(Problem::TableValueUnknown {
                option: option.to_owned(),
                value,
                known: known.to_owned(),
            })),
        }
    }

    fn check_ranges(&self) -> Outcome<()> {
        let is_share = |share: &f64| (0.0..=1.0).contains(share);
        let is_degree = |degree: &f64| *degree > 0.5 && *degree < 1.0;
        let checks = [
            ("n-cut", self.n_cut.to_string(), self.n_cut > 0, ValueRange::FromOne),
            ("incl-cut", text(self.incl_cut), self.incl_cut.as_ref().is_none_or(is_share), ValueRange::Share),
            ("pri-cut", self.pri_cut.to_string(), is_share(&self.pri_cut), ValueRange::Share),
            ("degree", text(self.degree), self.degree.as_ref().is_none_or(is_degree), ValueRange::UpperHalf),
        ];
        if let Some((option, value, _, range)) = checks.into_iter().find(|(_, _, fits, _)| !fits) {
            return Err(problem(Problem::TableValueOutside { option: option.to_owned(), value, range }));
        }
        if self.runs > MOST_RUNS {
            let (option, value) = ("shuffles".to_owned(), self.runs.to_string());
            return Err(problem(Problem::TableValueTooLarge { option, value, most: MOST_RUNS }));
        }
        Ok(())
    }

    /// Returns the names of the conditions: those that are asked for, or else all that the study defines but the outcome and
    /// what rests on its attribute.
    pub(super) fn conditions_in(&self, study: &Study) -> Vec<String> {
        if !self.conditions.is_empty() {
            return self.conditions.clone();
        }
        let is_outcome = |id: &str| self.outcome.as_ref().is_some_and(|asked| asked.attribute.as_str() == id);
        let of_outcome = self.outcome_attribute(study);
        let is_apart = |condition: &&Condition| {
            let of_attribute = condition.attribute.as_ref();
            !is_outcome(condition.name.as_str()) && (of_attribute.is_none() || of_attribute != of_outcome)
        };
        study.conditions.values().filter(is_apart).map(|condition| condition.name.to_string()).collect()
    }

    /// Returns the attribute behind the outcome, as far as it names one.
    fn outcome_attribute<'a>(&'a self, study: &'a Study) -> Option<&'a AttributeId> {
        let Some(asked) = &self.outcome else {
            return study.settings.main_outcome().map(|attribute| &attribute.id);
        };
        match study.conditions.get(asked.attribute.as_str()) {
            Some(condition) => condition.attribute.as_ref(),
            None => Some(&asked.attribute),
        }
    }

    /// Returns the cut-offs for these data.
    pub(super) fn cutoffs(&self, data: &Data) -> Cutoffs {
        let usual = if data.is_crisp() { INCLUSION_CRISP } else { INCLUSION_FUZZY };
        Cutoffs { n: self.n_cut, inclusion: self.incl_cut.unwrap_or(usual), pri: self.pri_cut }
    }

    /// Returns which models are listed.
    pub(super) fn covers(&self) -> Covers {
        if self.irredundant { Covers::Irredundant } else { Covers::Smallest }
    }
}

fn text(number: Option<f64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}
