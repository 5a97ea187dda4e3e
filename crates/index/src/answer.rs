//! What a search is asked and what it answers.

use draad_core::{
    CaseId, CharSpan, CodeId, InOriginal, KindId, PhaseId, RoleId, SourceId, UnitKind, Valence,
};
use jiff::civil::DateTime;
use serde::Serialize;

/// Which hits to return, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    /// How many hits to return at most.
    pub limit: usize,
    /// How many hits to pass over first.
    pub offset: usize,
    /// In which order.
    pub order: Order,
    /// How much text around each.
    pub context: Context,
}

impl Default for SearchOptions {
    /// The first 20 by relevance, with 8 words on either side.
    fn default() -> Self {
        Self { limit: 20, offset: 0, order: Order::Relevance, context: Context::Words(8) }
    }
}

/// In which order hits come.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Order {
    /// Units in which the words weigh most first (BM25); equal ones by place.
    #[default]
    Relevance,
    /// As in the study: by source, then position.
    Place,
}

/// How much text to show around a hit; never more than its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Context {
    /// So many words on either side.
    Words(usize),
    /// The whole unit.
    Unit,
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Answer {
    /// Occurrences in the whole study; a phrase is one, and so is a unit that was found without any word to point at.
    pub n_hits: usize,
    /// Units with a hit.
    pub n_units_found: usize,
    /// Units that pass the filter, found or not.
    pub n_units_searched: usize,
    /// Sources with a hit.
    pub n_sources: usize,
    /// The hits asked for.
    pub hits: Vec<Hit>,
}

/// One occurrence, in its context.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Hit {
    /// Where it stands.
    pub source: SourceId,
    /// The cases to which its unit belongs.
    pub cases: Vec<CaseId>,
    /// What kind of source it is.
    pub kind: KindId,
    /// What the unit is.
    pub unit_kind: UnitKind,
    /// From which position the speaker speaks.
    pub role: Option<RoleId>,
    /// The speaker's name, or id, or else the label in the source.
    pub speaker: Option<String>,
    /// In which phase.
    pub phase: Option<PhaseId>,
    /// When it was said or written.
    pub time: Option<DateTime>,
    /// Where its unit stands in the original.
    #[serde(flatten)]
    pub original: InOriginal,
    /// The unit, in code points of the stored text.
    pub unit_chars: CharSpan,
    /// The occurrence, in code points of the stored text.
    pub match_chars: CharSpan,
    /// Line of the occurrence in the stored text, counted from 1.
    pub line: u32,
    /// Text of the unit before the occurrence.
    pub before: String,
    /// The occurrence as it stands in the text.
    pub matched: String,
    /// Text of the unit after the occurrence.
    pub after: String,
    /// Codings of the unit that count, each code with each valence once, in the order of the codebook.
    pub codes: Vec<(CodeId, Option<Valence>)>,
}
