//! The rhythm of texts: which codes stand where in them, and who speaks when. Of one source, or of all those of a case,
//! one after the other.
//!
//! - **Places** are characters of the whole text, so that a long source is long; what is filtered out leaves its length.
//! - **Passages** count under their own code only: what is coded below a code is not shown a second time under it.
//! - **Order** of sources: by date, those without one last, then by id. Of codes: by section, then by where they first
//!   stand in that order, a coding of a whole source before all others.

mod plain;
#[cfg(test)]
mod tests;
mod voices;

pub use voices::{MOST_SPEAKERS, Turn, Voice};

use crate::directions::Pointing;
use crate::hits::{Rows, distinct, hits, passages};
use crate::{Basis, CellState, Options, Section, problem};
use draad_core::facts::{Facts, Reading};
use draad_core::filter::nearest;
use draad_core::{CaseId, CharSpan, CodeId, CodeKind, KindId, Label, Problem, SourceId, Study, Valence};
use draad_core::{PhaseId, diagnostic::Outcome};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Which code stands where, and who speaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Portrait {
    /// What it rests on.
    pub basis: Basis,
    /// The case of which these are the sources; nothing where it is of one source.
    pub case: Option<CaseId>,
    /// Sources with material or codings that passed, in the order in which they are read.
    pub sources: Vec<PortraitSource>,
    /// Codes that are used, in the order in which they stand.
    pub codes: Vec<PortraitCode>,
    /// Who speaks: those who ask no questions first.
    pub voices: Vec<Voice>,
    /// Whether voices are roles, and not people.
    pub voices_are_roles: bool,
}

/// A source in a portrait.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PortraitSource {
    /// The source.
    pub id: SourceId,
    /// What kind of material it is.
    pub kind: KindId,
    /// Its first day.
    pub date: Option<Date>,
    /// The phase all of it belongs to.
    pub phase: Option<PhaseId>,
    /// Its cases.
    pub cases: Vec<CaseId>,
    /// Characters of its text.
    pub n_chars: u32,
}

/// A code in a portrait, with its passages in the order in which they are read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PortraitCode {
    /// The code.
    pub id: CodeId,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// Factor, theme or heading.
    pub kind: CodeKind,
    /// Its usual direction.
    pub valence: Option<Valence>,
    /// Where it stands.
    pub passages: Vec<PlacedPassage>,
}

/// A passage and its place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlacedPassage {
    /// Position in [`Portrait::sources`].
    pub source: usize,
    /// Its characters; nothing for a source that was coded as a whole.
    pub chars: Option<CharSpan>,
    /// In which directions its codings point.
    pub state: CellState,
    /// Its codings, each once.
    pub n_codings: usize,
}

impl PortraitCode {
    /// Returns where it belongs in the list of codes.
    pub fn section(&self) -> Section {
        Section::of(self.kind, self.valence)
    }
}

impl Portrait {
    /// Portrays one source, with the people who speak in it. `facts` were collected with the filter of `options`.
    ///
    /// # Errors
    /// When the study does not have the source or a name in the filter, or nothing of the source passes.
    pub fn of_source(study: &Study, facts: &Facts, options: &Options, source: &SourceId) -> Outcome<Self> {
        options.check(study)?;
        let Some(place) = study.sources.get_index_of(source) else {
            let nearest = nearest(source.as_str(), study.sources.keys().map(SourceId::as_str));
            return Err(problem(Problem::UnknownSource { source: source.to_string(), nearest }));
        };
        let facts = narrowed(facts, |_, source| source as usize == place);
        Self::of_facts(study, &facts, options, None)
    }

    /// Portrays all sources of one case, with the roles that speak in them. Of a source that it shares with other cases
    /// only what belongs to it is shown, at its place in the whole text.
    ///
    /// # Errors
    /// When the study does not have the case or a name in the filter, or nothing of the case passes.
    pub fn of_case(study: &Study, facts: &Facts, options: &Options, case: &CaseId) -> Outcome<Self> {
        options.check(study)?;
        let Some(place) = study.cases.get_index_of(case) else {
            return Err(problem(Problem::UnknownCase { case: case.to_string() }));
        };
        let facts = narrowed(facts, |case, _| case as usize == place);
        Self::of_facts(study, &facts, options, Some(case))
    }

    fn of_facts(study: &Study, facts: &Facts, options: &Options, case: Option<&CaseId>) -> Outcome<Self> {
        let order = reading_order(study, facts);
        if order.is_empty() {
            return Err(problem(Problem::NothingToShow { reason: "no-material".to_owned() }));
        }
        let (voices, voices_are_roles) = voices::voices(study, facts, &order, case.is_some());
        Ok(Self {
            basis: Basis::new(study, facts, options, None),
            case: case.cloned(),
            sources: order.iter().map(|&source| portrait_source(study, source)).collect(),
            codes: codes(study, facts, &order),
            voices,
            voices_are_roles,
        })
    }

    /// Returns the number of passages.
    pub fn n_passages(&self) -> usize {
        self.codes.iter().map(|code| code.passages.len()).sum()
    }
}

/// Keeps the facts of some cases and sources, given by their positions in the study.
pub(crate) fn narrowed(facts: &Facts, takes: impl Fn(u32, u32) -> bool) -> Facts {
    let codings: Vec<_> =
        facts.codings.iter().filter(|fact| takes(fact.case, fact.source)).copied().collect();
    let material: Vec<_> = facts.material.iter().filter(|one| takes(one.case, one.source)).copied().collect();
    let places = || {
        let of_material = material.iter().map(|one| (one.case, one.source));
        of_material.chain(codings.iter().map(|fact| (fact.case, fact.source)))
    };
    let sources: BTreeSet<u32> = places().map(|(_, source)| source).collect();
    let stays = |reading: &&Reading| sources.contains(&reading.source);
    Facts {
        cases: distinct(places().map(|(case, _)| case)),
        readings: facts.readings.iter().filter(stays).cloned().collect(),
        n_codings_before: facts.n_codings_before,
        codings,
        material,
    }
}

/// Returns the sources with material or codings, as positions in the study, in the order in which they are read.
fn reading_order(study: &Study, facts: &Facts) -> Vec<u32> {
    let coded = facts.codings.iter().map(|fact| fact.source);
    let mut sources = distinct(coded.chain(facts.material.iter().map(|material| material.source)));
    sources.sort_by_key(|&source| {
        let source = &study.sources[source as usize];
        (source.date.is_none(), source.date, &source.id)
    });
    sources
}

fn portrait_source(study: &Study, source: u32) -> PortraitSource {
    let source = &study.sources[source as usize];
    PortraitSource {
        id: source.id.clone(),
        kind: source.kind.clone(),
        date: source.date,
        phase: source.phase.clone(),
        cases: source.cases.clone(),
        n_chars: source.text.n_chars(),
    }
}

/// Where a passage stands: position in the order of sources, and its characters.
type At = (usize, Option<CharSpan>);

/// Returns the codes that are used. Words that belong to several cases are one passage.
fn codes(study: &Study, facts: &Facts, order: &[u32]) -> Vec<PortraitCode> {
    let rows = Rows::own(&study.codebook);
    let hits = hits(facts, &rows, |_| 0);
    let place = |source: u32| order.iter().position(|&known| known == source).unwrap_or_default();
    let mut found: BTreeMap<u32, BTreeMap<At, (Pointing, BTreeSet<u32>)>> = BTreeMap::new();
    for stretch in passages(&hits) {
        let first = &hits[stretch.hits.start];
        let at = (place(first.source), stretch.chars);
        let passage = found.entry(first.row).or_default().entry(at).or_default();
        passage.0 |= Pointing::of(facts, &hits, &stretch);
        let codings = hits[stretch.hits.clone()].iter().map(|hit| facts.codings[hit.fact as usize].coding);
        passage.1.extend(codings);
    }
    let mut codes: Vec<PortraitCode> = found
        .into_iter()
        .map(|(row, passages)| {
            let code = &study.codebook.codes[rows.codes[row as usize] as usize];
            let placed = |((source, chars), (pointing, codings)): (At, (Pointing, BTreeSet<u32>))| {
                PlacedPassage { source, chars, state: pointing.state(), n_codings: codings.len() }
            };
            PortraitCode {
                id: code.id.clone(),
                name: code.name.clone(),
                kind: code.kind,
                valence: code.valence,
                passages: passages.into_iter().map(placed).collect(),
            }
        })
        .collect();
    let first = |code: &PortraitCode| {
        let first = &code.passages[0];
        (first.source, first.chars)
    };
    codes.sort_by_key(|code| (code.section(), first(code)));
    codes
}
