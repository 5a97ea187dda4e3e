//! Qualitative Comparative Analysis: which combinations of conditions go with an outcome, with the passages behind each.
//!
//! `conditions` reads what is named, `memberships` says which case is in which set, `analysis` puts cases into rows and
//! minimises them, `relation` sets models and terms beside the outcome, `standing` tells core conditions from contributing
//! ones, `evidence` finds the quotes behind each term, `plain` writes all of it as tables. The formulas are those of
//! `draad_measures::qca`. `sheets` lays cases by codes out for the R package QCA, to be analysed there.
//!
//! A case of which something is not known is left out and named: no material is not the absence of a code.

mod advice;
mod analysis;
mod anchors;
mod asked;
mod cells;
mod chance;
mod conditions;
mod evidence;
mod expectations;
mod memberships;
mod names;
mod plain;
mod relation;
mod robust;
pub mod sheets;
mod standing;
mod statements;
#[cfg(test)]
mod tests;

pub use advice::{Cut, Obstacle, most_rows};
pub use analysis::{Analysed, FittedModel, PairRead, SolutionRead, Solved, kind_name};
pub use anchors::AnchorRange;
pub use asked::{MOST_QUOTES, MOST_RUNS, QcaAsked};
pub use chance::Chance;
pub use conditions::{ConditionUsed, What};
pub use draad_measures::qca::{Cube, Kind, Listing, Literal, Out, Row, Sufficiency};
pub use evidence::{CaseEvidence, EvidenceQuote, LiteralEvidence, TermEvidence};
pub use memberships::{CaseMembers, Member};
pub use plain::{as_numbers, formulas, sign};
pub use relation::{Relation, RelationOf, Zone};
pub use robust::{Stability, Without, WithoutCase};
pub use standing::Standing;

use crate::calibration::Calibrated;
use crate::{Basis, Options};
use cells::Cells;
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_measures::qca::{Data, Expectation};
use memberships::Source;
use names::Names;

/// A Qualitative Comparative Analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Qca {
    /// What it rests on.
    pub basis: Basis,
    /// What was asked.
    pub asked: QcaAsked,
    /// The conditions, in the order in which they were named.
    pub conditions: Vec<ConditionUsed>,
    /// The outcome, as it was named.
    pub outcome: ConditionUsed,
    /// How conditions that the study defines were calibrated, in the order of the conditions; the outcome last.
    pub calibrated: Vec<Option<Calibrated>>,
    /// What is expected of each condition.
    pub expectations: Vec<Expectation>,
    /// All cases that pass the filter, with their memberships.
    pub cases: Vec<CaseMembers>,
    /// Those that take part, as positions in `cases`: the cases of [`Analysed::data`], in the same order.
    pub used: Vec<usize>,
    /// The analysis; or everything that stands in its way.
    pub analysed: Result<Analysed, Vec<Obstacle>>,
    /// The quotes behind the terms of the solutions.
    pub evidence: Vec<TermEvidence>,
}

impl Qca {
    /// Computes the analysis from facts that were collected with the filter of `options`.
    ///
    /// # Errors
    /// The filter, a condition or the outcome names something that the study does not have or that means two things; an
    /// option is out of its range; no case passes. What stands in the way of the analysis itself is part of the result.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options, asked: &QcaAsked) -> Outcome<Self> {
        asked.check()?;
        let mut names = Names::new(["CASE"]);
        let named = asked.conditions_in(study);
        let mut conditions = conditions::conditions(study, &options.filter, &named, &mut names)?;
        let mut outcome = conditions::outcome(study, asked.outcome.as_ref(), &mut names)?;
        conditions::apart(study, &conditions, &outcome)?;
        let options = Options { outcome: outcome.attribute().cloned(), ..options.clone() };
        options.check(study)?;
        let all = conditions.iter_mut().chain([&mut outcome]);
        let calibrated = all.map(|one| one.calibrated(study, facts, &options, asked.degree));
        let calibrated: Vec<Option<Calibrated>> = calibrated.collect::<Outcome<_>>()?;
        let expectations = expectations::read(&asked.expect, &conditions)?;
        let codes = conditions.iter().chain([&outcome]).filter_map(|one| one.code_behind(study));
        let cells = Cells::new(study, facts, &options, codes.map(|(code, _)| code));
        let source = Source { study, facts, cells };
        let cases = source.cases(conditions.iter().chain([&outcome]).zip(&calibrated));
        let used: Vec<usize> = (0..cases.len()).filter(|&case| cases[case].is_complete()).collect();
        let attribute = outcome.attribute().and_then(|id| study.settings.attribute(id.as_str()));
        let mut found = Self {
            basis: Basis::new(study, facts, &options, attribute),
            asked: asked.clone(),
            analysed: Err(Vec::new()),
            evidence: Vec::new(),
            conditions,
            outcome,
            calibrated,
            expectations,
            cases,
            used,
        };
        found.analysed = found.analyse();
        found.evidence = evidence::of_terms(&found, &source);
        Ok(found)
    }

    /// Returns the names of the conditions in formulas.
    pub fn names(&self) -> Vec<&str> {
        self.conditions.iter().map(|condition| condition.name.as_str()).collect()
    }

    /// Returns the name of the outcome in formulas, with `~` where its absence is analysed.
    pub fn outcome_name(&self) -> String {
        if self.asked.negate { format!("~{}", self.outcome.name) } else { self.outcome.name.clone() }
    }

    /// Returns a combination as it is written in formulas.
    pub fn written(&self, term: &Cube) -> String {
        term.written(&self.names(), &self.levels())
    }

    /// Returns the number of levels of each condition.
    pub fn levels(&self) -> Vec<u8> {
        self.conditions.iter().map(ConditionUsed::n_levels).collect()
    }

    /// Returns a case that takes part, by its position in the data.
    pub fn case(&self, place: usize) -> &CaseMembers {
        &self.cases[self.used[place]]
    }

    /// Returns the ids of cases that take part, by their positions in the data.
    pub fn ids(&self, places: &[usize]) -> Vec<&str> {
        places.iter().map(|&place| self.case(place).id.as_str()).collect()
    }

    /// Returns the cases that cannot take part.
    pub fn left_out(&self) -> impl Iterator<Item = &CaseMembers> {
        self.cases.iter().filter(|case| !case.is_complete())
    }

    /// Returns the analysis with its solutions, where there are any.
    pub fn solved(&self) -> Option<(&Analysed, &Solved)> {
        let analysed = self.analysed.as_ref().ok()?;
        Some((analysed, analysed.solved.as_ref().ok()?))
    }

    /// Returns the data as they are analysed: with the opposite outcome where that is asked.
    fn data(&self) -> Result<Data, Vec<Obstacle>> {
        let value = |member: &Member| member.value.unwrap_or_default();
        let used = || self.used.iter().map(|&case| &self.cases[case]);
        let rows = used().map(|case| case.conditions.iter().map(value).collect());
        let outcome = used().map(|case| value(&case.outcome));
        let data = Data::new(self.levels(), rows.collect(), outcome.collect());
        let data = data.map_err(|faults| advice::obstacles(self, &faults))?;
        Ok(if self.asked.negate { data.negated() } else { data })
    }
}
