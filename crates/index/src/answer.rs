//! What a search is asked and what it answers.

use draad_core::{
    AttributeId, CaseId, CharSpan, CodeId, CoderId, InOriginal, KindId, PhaseId, RoleId, SourceId, UnitKind,
    Valence,
};
use jiff::civil::DateTime;
use serde::Serialize;

/// Which hits to return, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SearchOptions {
    /// What is counted and returned; nothing lets the query decide: passages where it asks for codings, else hits.
    pub per: Option<Per>,
    /// How many hits to return at most; with `by`, in each group.
    pub limit: usize,
    /// How many hits to pass over first; with `by`, in each group.
    pub offset: usize,
    /// In which order.
    pub order: Order,
    /// How much text around each.
    pub context: Context,
    /// By what hits are divided into groups.
    pub by: Option<GroupBy>,
}

impl Default for SearchOptions {
    /// The first 20 by relevance, with 8 words on either side.
    fn default() -> Self {
        Self {
            per: None,
            limit: 20,
            offset: 0,
            order: Order::Relevance,
            context: Context::Words(8),
            by: None,
        }
    }
}

/// The unit of answer. `AND`, `OR` and `NOT` hold within a unit of a source, except per source and per case.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Per {
    /// Each occurrence of words, and each coding.
    #[default]
    Hit,
    /// Codings that overlap count once, whoever made them; words as hits.
    Passage,
    /// Each unit once.
    Unit,
    /// Each source once; operators hold within the whole source.
    Source,
    /// Each case once; operators hold within all sources of the case.
    Case,
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

/// By what hits are divided into groups. A hit of several cases stands in the group of each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum GroupBy {
    /// The case.
    Case,
    /// The source.
    Source,
    /// The kind of source.
    Kind,
    /// The role of the speaker.
    Role,
    /// The phase.
    Phase,
    /// The person who speaks.
    Participant,
    /// An attribute of the case, such as an outcome.
    Attribute(AttributeId),
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Answer {
    /// The unit of answer.
    pub per: Per,
    /// Units of answer found.
    pub n_found: usize,
    /// Units of answer among which was looked, where that can be said: units, sources or cases.
    pub n_searched: Option<usize>,
    /// Occurrences or passages in the whole study; a phrase is one, and so is a unit that was found without anything to
    /// point at.
    pub n_hits: usize,
    /// Units with a hit.
    pub n_units_found: usize,
    /// Units that pass the filter and the fields of the query, found or not.
    pub n_units_searched: usize,
    /// Sources with a hit.
    pub n_sources: usize,
    /// Sources of those units.
    pub n_sources_searched: usize,
    /// The hits asked for; per source and per case none.
    pub hits: Vec<Hit>,
    /// The groups asked for, in the order of the study; each with its hits.
    pub groups: Vec<Group>,
    /// Per source and per case: each of them, found or not, in the order of the study.
    pub elements: Vec<Element>,
}

/// Hits that share something.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Group {
    /// Its id in the study; nothing for hits of which nobody knows.
    pub key: Option<String>,
    /// Hits in it.
    pub n_hits: usize,
    /// Units with a hit.
    pub n_units_found: usize,
    /// Units among which was looked.
    pub n_units_searched: usize,
    /// Sources with a hit.
    pub n_sources: usize,
    /// Cases with a hit.
    pub n_cases: usize,
    /// The hits asked for.
    pub hits: Vec<Hit>,
}

/// A source or a case, found or not.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Element {
    /// Its id.
    pub id: String,
    /// Whether the query holds for it; where there was no material, nothing holds.
    pub found: bool,
    /// Hits in it.
    pub n_hits: usize,
    /// Units with a hit.
    pub n_units_found: usize,
    /// Units of somebody's words in which was looked; 0 says that there was no such material.
    pub n_units_searched: usize,
    /// Sources in which was looked.
    pub n_sources_searched: usize,
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
    /// The unit, in code points of the stored text; empty for a whole source.
    pub unit_chars: CharSpan,
    /// The occurrence, in code points of the stored text; empty for a whole source.
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
    /// The codings that were found, where codings were asked for.
    pub codings: Vec<FoundCoding>,
}

/// A coding that was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundCoding {
    /// Its code.
    pub code: CodeId,
    /// Its valence or else its code's.
    pub valence: Option<Valence>,
    /// Who coded.
    pub coder: CoderId,
    /// The coder's remark.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub memo: String,
    /// Position in the study's codings.
    #[serde(skip)]
    pub index: usize,
}
