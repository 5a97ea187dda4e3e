//! The passages behind a number.

use crate::hits::{Hit, Rows, Stretch, hits, passages};
use draad_core::facts::Facts;
use draad_core::{CaseId, CharSpan, CodeId, Filter, PhaseId, RoleId, Source, SourceId, Study, Unit, Valence};
use serde::Serialize;
use std::collections::BTreeSet;

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
    /// Its words; empty for a coding of the whole source.
    pub text: String,
    /// Valences of its codings, each once.
    pub valences: Vec<Valence>,
    /// Speaker as written in the study where it starts: participant id or label.
    pub speaker: Option<String>,
    /// Role of the speaker.
    pub role: Option<RoleId>,
    /// Phase.
    pub phase: Option<PhaseId>,
    /// Local time of the unit, or else the date of the source, as ISO text.
    pub date: Option<String>,
    /// Positions in [`Study::codings`], ascending.
    pub codings: Vec<usize>,
}

/// Returns the passages behind a cell, in the order of sources and positions. The factor's descendants count unless
/// `unfolded`.
pub fn passages_behind(
    study: &Study,
    filter: &Filter,
    case: &CaseId,
    factor: &CodeId,
    unfolded: bool,
) -> Vec<Passage> {
    let case_passes = study.cases.get(case).is_some_and(|case| filter.takes_case(case));
    let Some(row) = study.codebook.codes.get_index_of(factor).filter(|_| case_passes) else {
        return Vec::new();
    };
    // other cases of a shared source must not take part, so the filter is narrowed, not the result
    let filter = Filter {
        cases: vec![case.clone()],
        ..filter.clone()
    };
    let rows = Rows::new(&study.codebook, &filter, !unfolded).only(row as u32);
    collect(study, &Facts::new(study, &filter), &rows)
}

/// Returns the passages behind every cell, from facts that were collected with `filter`: by factor in the order of the
/// codebook, then case in the order of the study, then source and position.
pub fn passages_behind_all(study: &Study, filter: &Filter, facts: &Facts, unfolded: bool) -> Vec<Passage> {
    collect(study, facts, &Rows::new(&study.codebook, filter, !unfolded))
}

fn collect(study: &Study, facts: &Facts, rows: &Rows) -> Vec<Passage> {
    let hits = hits(facts, rows, |_| 0);
    passages(&hits)
        .iter()
        .map(|stretch| passage(study, facts, rows, &hits, stretch))
        .collect()
}

fn passage(study: &Study, facts: &Facts, rows: &Rows, hits: &[Hit], stretch: &Stretch) -> Passage {
    let first = &hits[stretch.hits.start];
    let facts_of = || {
        hits[stretch.hits.clone()]
            .iter()
            .map(|hit| &facts.codings[hit.fact as usize])
    };
    let valences: BTreeSet<Valence> = facts_of().filter_map(|fact| fact.valence).collect();
    let mut codings: Vec<usize> = facts_of().map(|fact| fact.coding as usize).collect();
    codings.sort_unstable();
    let source = &study.sources[first.source as usize];
    let setting = facts.codings[first.fact as usize].setting;
    let unit = setting.unit.and_then(|unit| source.units.get(unit as usize));
    let participant = setting
        .speaker
        .map(|speaker| study.participants[speaker as usize].id.to_string());
    Passage {
        case: study.cases[first.case as usize].id.clone(),
        factor: study.codebook.codes[rows.codes[first.row as usize] as usize]
            .id
            .clone(),
        source: source.id.clone(),
        chars: stretch.chars,
        text: stretch
            .chars
            .and_then(|chars| words(source, chars))
            .unwrap_or_default()
            .to_owned(),
        valences: valences.into_iter().collect(),
        speaker: participant.or_else(|| unit?.speaker.clone()),
        role: setting
            .role
            .map(|role| study.settings.roles[role as usize].id.clone()),
        phase: setting
            .phase
            .map(|phase| study.settings.phases[phase as usize].id.clone()),
        date: date(source, unit),
        codings,
    }
}

fn words(source: &Source, chars: CharSpan) -> Option<&str> {
    source.text.get(source.text.span(chars)?)
}

fn date(source: &Source, unit: Option<&Unit>) -> Option<String> {
    let time = unit.and_then(|unit| unit.time).map(|time| time.to_string());
    time.or_else(|| source.date.map(|date| date.to_string()))
}
