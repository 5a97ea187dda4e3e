//! What follows what within a case: transitions between consecutive codings, and what there was before and after an event.
//!
//! - **Order**: within a case by the date of the source, then its id, then start, end and id of the coding; of passages by
//!   start and end. The dates are those at which something was said or written, not those of which it speaks.
//! - **Steps** count under their own code only, whether parents are folded or not: one coding is one step. What has no place
//!   in the order (a source without a date, a coding of a whole source) is left out and counted apart.
//! - **Transitions** join consecutive steps of one case, never of two; a code can follow itself.
//! - **Before and after** an event: see [`around`].

pub mod around;
mod plain;
mod steps;
#[cfg(test)]
mod tests;

pub use around::AroundEvent;

use crate::{Basis, Options};
use draad_core::facts::Facts;
use draad_core::{CodeId, Label, Study, diagnostic::Outcome};
use draad_measures::transition::Transition;
use serde::Serialize;

/// What is one step.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum StepUnit {
    /// Each coding: a passage that two coders coded is two steps.
    #[default]
    Codings,
    /// Each passage, whoever coded it.
    Passages,
}

/// What to compute beyond the common options. The default is codings, without an event.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SequenceOptions {
    /// What is one step.
    pub unit: StepUnit,
    /// A kind of event in the study's own words: what there was before and after its first occurrence.
    pub event: Option<String>,
}

/// What follows what.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sequence {
    /// What it rests on.
    pub basis: Basis,
    /// What was asked.
    pub options: SequenceOptions,
    /// Codes, in the order of the codebook; those that nobody used are among them, headings are not.
    pub codes: Vec<StepCode>,
    /// Cases with at least one transition.
    pub n_cases: usize,
    /// All transitions.
    pub n_transitions: u64,
    /// Transitions of which both steps stand on the same stretch, so that their order says nothing.
    pub n_same_stretch: u64,
    /// What has no place in the order.
    pub left_out: LeftOut,
    /// Per code and code that follows it.
    counts: Vec<TransitionCount>,
    /// What there was before and after the event, where one was asked.
    pub around: Option<AroundEvent>,
}

/// A code in sequences.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepCode {
    /// The code.
    pub id: CodeId,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// Transitions from it.
    pub n_from: u64,
    /// Transitions to it.
    pub n_to: u64,
}

/// What has no place in the order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct LeftOut {
    /// Coded sources without a date.
    pub n_undated_sources: usize,
    /// Codings in them, each once.
    pub n_undated_codings: usize,
    /// Codings of whole sources with a date, each once.
    pub n_whole: usize,
}

/// How often one code follows another.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TransitionCount {
    /// Transitions.
    pub n: u32,
    /// Cases with at least one of them.
    pub n_cases: u32,
}

impl Sequence {
    /// Counts what follows what, from facts that were collected with the filter of `options`. The further key is not used.
    ///
    /// # Errors
    /// The filter or the outcome names something that the study does not have; no case passes; or the study has no event of
    /// the kind.
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        own: &SequenceOptions,
    ) -> Outcome<Self> {
        options.check(study)?;
        let around =
            own.event.as_deref().map(|kind| AroundEvent::new(study, facts, options, kind)).transpose()?;
        let (around, outcome) = around.unzip();
        let counted = steps::count(study, facts, options, own.unit);
        Ok(Self {
            basis: Basis::new(study, facts, options, outcome.flatten()),
            options: own.clone(),
            codes: counted.codes,
            n_cases: counted.n_cases,
            n_transitions: counted.counts.iter().map(|count| u64::from(count.n)).sum(),
            n_same_stretch: counted.n_same_stretch,
            left_out: counted.left_out,
            counts: counted.counts,
            around,
        })
    }

    /// Returns how often one code follows another, by their positions in [`Sequence::codes`].
    pub fn count(&self, from: usize, to: usize) -> TransitionCount {
        self.counts[from * self.codes.len() + to]
    }

    /// Returns the same with its margins, for rates and residuals.
    pub fn transition(&self, from: usize, to: usize) -> Transition {
        Transition {
            n: u64::from(self.count(from, to).n),
            n_from: self.codes[from].n_from,
            n_to: self.codes[to].n_to,
            n_all: self.n_transitions,
        }
    }

    /// Returns the transitions that occur, as positions in [`Sequence::codes`]: those in most cases first, then the most
    /// frequent, then by the codebook.
    pub fn by_cases(&self) -> Vec<(usize, usize)> {
        let n = self.codes.len();
        let all = (0..self.counts.len()).map(|place| (place / n, place % n));
        let mut found: Vec<(usize, usize)> = all.filter(|&(from, to)| self.count(from, to).n > 0).collect();
        found.sort_by_key(|&(from, to)| {
            let TransitionCount { n, n_cases } = self.count(from, to);
            (std::cmp::Reverse((n_cases, n)), from, to)
        });
        found
    }
}
