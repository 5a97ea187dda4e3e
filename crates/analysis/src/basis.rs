//! What a result rests on: the options it was asked with, and what passed them.

use draad_core::{AttributeId, CoderPolicy, Filter, Label};
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
    /// Hash of the study's data and codebook, as the store computed it.
    pub fingerprint: String,
}

/// A further key beside case and factor.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum By {
    /// Kind of source.
    Kind,
    /// Role of the speaker.
    Role,
    /// Phase of the case.
    Phase,
    /// Coder.
    Coder,
    /// An attribute of the case, outcomes among them.
    Attribute(AttributeId),
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
    pub outcome: Option<(AttributeId, Label)>,
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
