//! What a result rests on: the options it was asked with, and what passed them.

use crate::{Value, attribute, hits::distinct, problem};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{Attribute, AttributeId, CoderId, CoderPolicy, Filter, Label, Problem, Study};
use serde::Serialize;

/// What to compute.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// Which part of the study.
    pub filter: Filter,
    /// A further key beside case and factor.
    pub by: Option<By>,
    /// Leaves parent codes without what was coded below them.
    pub unfolded: bool,
    /// The outcome that groups and orders the cases; nothing means the study's first.
    pub outcome: Option<AttributeId>,
    /// Where flags begin.
    pub thresholds: Thresholds,
    /// Counts words too, for which all texts are read.
    pub words: bool,
    /// Hash of the study's data and codebook, as the store computed it.
    pub fingerprint: String,
}

/// Where the flags of a cell begin.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Thresholds {
    /// A cell is triangulated from this many kinds of source …
    pub kinds: usize,
    /// … together with this many roles.
    pub roles: usize,
    /// One source dominates when it holds more than this share of the codings.
    pub top_source_share: f64,
}

impl Default for Thresholds {
    /// Two kinds and two roles; more than half.
    fn default() -> Self {
        Self { kinds: 2, roles: 2, top_source_share: 0.5 }
    }
}

/// A further key beside case and factor.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Kind of source.
    Kind,
    /// Role of the speaker.
    Role,
    /// Participant who speaks.
    Speaker,
    /// Phase of the case.
    Phase,
    /// Coder.
    Coder,
    /// An attribute of the case, outcomes among them.
    Attribute(AttributeId),
}

impl By {
    /// Returns the name of the key as the address of a cell has it: `phase`, or the id of an attribute.
    pub fn key(&self) -> &str {
        match self {
            By::Kind => "kind",
            By::Role => "role",
            By::Speaker => "speaker",
            By::Phase => "phase",
            By::Coder => "coder",
            By::Attribute(id) => id.as_str(),
        }
    }
}

/// One value of the further key.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupKey {
    /// There is no further key.
    All,
    /// A value, by its id.
    Value(String),
    /// The study does not say: no speaker, no phase, an unknown attribute.
    NotStated,
}

/// What stands in files for a group of which the study does not say the value.
const NOT_STATED: &str = "not-stated";

impl GroupKey {
    /// Returns the id as files have it, `not-stated` among them; nothing where there is no further key.
    pub fn id(&self) -> Option<&str> {
        match self {
            GroupKey::All => None,
            GroupKey::Value(id) => Some(id),
            GroupKey::NotStated => Some(NOT_STATED),
        }
    }

    /// Returns the id as a value of a table.
    pub(crate) fn value(&self) -> Value {
        self.id().map_or(Value::Nothing, Value::text)
    }
}

/// The outcome by which cases were grouped and ordered.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutcomeUsed {
    /// The attribute.
    pub attribute: AttributeId,
    /// What people read; both parts may be empty.
    pub label: Label,
}

/// What a result rests on; printed beside it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Basis {
    /// The filter.
    pub filter: Filter,
    /// The further key.
    pub by: Option<By>,
    /// Whose codings count.
    pub coder_policy: CoderPolicy,
    /// Coders whose codings passed, sorted.
    pub coders: Vec<String>,
    /// Whether parent codes hold what was coded below them.
    pub folded: bool,
    /// The outcome that groups and orders the cases.
    pub outcome: Option<OutcomeUsed>,
    /// Where flags begin.
    pub thresholds: Thresholds,
    /// Cases that passed the filter.
    pub n_cases: usize,
    /// Sources with material that passed.
    pub n_sources: usize,
    /// Codings that passed, each once.
    pub n_codings: usize,
    /// Codings in the study.
    pub n_codings_before: usize,
    /// Hash of data and codebook.
    pub fingerprint: String,
    /// Version of the software.
    pub version: &'static str,
}

impl Options {
    /// Returns an error for the first name that the study does not have, or when no case passes the filter.
    pub(crate) fn check(&self, study: &Study) -> Outcome<()> {
        if let Some(first) = self.filter.problems(study).into_iter().next() {
            return Err(problem(first));
        }
        let by = match &self.by {
            Some(By::Attribute(id)) => Some(id),
            _ => None,
        };
        for id in self.outcome.iter().chain(by) {
            attribute::named(study, id)?;
        }
        if !study.cases.values().any(|case| self.filter.takes_case(case)) {
            let reason = if study.cases.is_empty() { "no-cases" } else { "no-case-passes" };
            return Err(problem(Problem::NothingToShow { reason: reason.to_owned() }));
        }
        Ok(())
    }
}

impl Basis {
    /// Says what a result on `facts` rests on.
    pub(crate) fn new(study: &Study, facts: &Facts, options: &Options, outcome: Option<&Attribute>) -> Self {
        Self {
            filter: options.filter.clone(),
            by: options.by.clone(),
            coder_policy: study.settings.coder_policy.clone(),
            coders: coders(study, facts),
            folded: !options.unfolded,
            outcome: outcome
                .map(|outcome| OutcomeUsed { attribute: outcome.id.clone(), label: outcome.label.clone() }),
            thresholds: options.thresholds,
            n_cases: facts.cases.len(),
            n_sources: distinct(facts.material.iter().map(|material| material.source)).len(),
            n_codings: distinct(facts.codings.iter().map(|fact| fact.coding)).len(),
            n_codings_before: facts.n_codings_before,
            fingerprint: options.fingerprint.clone(),
            version: env!("CARGO_PKG_VERSION"),
        }
    }
}

/// Returns the coders of the codings, sorted. There are few, and mostly the one of the coding before.
fn coders(study: &Study, facts: &Facts) -> Vec<String> {
    let mut found: Vec<&CoderId> = Vec::new();
    for fact in &facts.codings {
        let coder = &study.codings[fact.coding as usize].coder;
        match found.iter().position(|known| *known == coder) {
            Some(place) => found.swap(0, place),
            None => found.push(coder),
        }
    }
    found.sort_unstable();
    found.into_iter().map(ToString::to_string).collect()
}
