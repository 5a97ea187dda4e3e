//! What there is beside codings: texts and where they come from, notes, contacts.

use crate::hits::distinct;
use draad_core::facts::Facts;
use draad_core::{About, CaseId, EventStatus, Source, Study};
use std::collections::BTreeSet;

/// Where texts come from and what became of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Processing {
    /// Sources with material.
    pub n_sources: usize,
    /// Of these, the ones of which the original file is known by its hash.
    pub n_with_original: usize,
    /// Units of material that pass: turns, messages, entries, paragraphs. Headings and what a program wrote are none.
    pub n_units: usize,
    /// Participants, who stand in the study under ids; those who ask the questions included.
    pub n_participants: usize,
}

impl Processing {
    pub(super) fn new(study: &Study, facts: &Facts) -> Self {
        let sources: Vec<&Source> = super::with_material(study, facts).collect();
        let cases = cases_of(study, facts);
        let takes_part = |person: &&draad_core::Participant| {
            person.cases.is_empty() || person.cases.iter().any(|case| cases.contains(case))
        };
        let unit = |material: &draad_core::facts::Material| Some((material.source, material.setting.unit?));
        let units = facts.material.iter().filter_map(unit);
        Self {
            n_sources: sources.len(),
            n_with_original: sources.iter().filter(|source| !source.origin.file_hash.is_empty()).count(),
            n_units: units.collect::<BTreeSet<_>>().len(),
            n_participants: study.participants.values().filter(takes_part).count(),
        }
    }
}

/// Returns the cases that pass.
fn cases_of<'s>(study: &'s Study, facts: &Facts) -> BTreeSet<&'s CaseId> {
    facts.cases.iter().map(|&case| &study.cases[case as usize].id).collect()
}

/// What the researchers wrote down themselves.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// Memos.
    pub n_memos: usize,
    /// Of these, the ones about cases, sources or places in them.
    pub n_about_material: usize,
    /// Of these, the ones about codes or codings.
    pub n_about_codes: usize,
    /// Codings with a remark.
    pub n_remarks: usize,
}

impl Notes {
    pub(super) fn new(study: &Study, facts: &Facts) -> Self {
        let about = |holds: fn(&About) -> bool| {
            study.memos.iter().filter(|memo| memo.about.iter().any(holds)).count()
        };
        let codings = distinct(facts.codings.iter().map(|fact| fact.coding));
        let has_remark = |coding: &&u32| !study.codings[**coding as usize].memo.trim().is_empty();
        Self {
            n_memos: study.memos.len(),
            n_about_material: about(|about| {
                matches!(about, About::Case(_) | About::Source(_) | About::Span(..))
            }),
            n_about_codes: about(|about| matches!(about, About::Code(_) | About::Coding(..))),
            n_remarks: codings.iter().filter(has_remark).count(),
        }
    }
}

/// What was recorded of contacts and scores.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contacts {
    /// Contacts that were held.
    pub n_held: usize,
    /// Contacts that were missed.
    pub n_missed: usize,
    /// Scores, and the instruments they were given with, sorted.
    pub n_scores: usize,
    /// The instruments, by name.
    pub instruments: Vec<String>,
}

impl Contacts {
    pub(super) fn new(study: &Study, facts: &Facts) -> Self {
        let cases = cases_of(study, facts);
        let passes = |case: &CaseId| cases.contains(case);
        let of = |status: EventStatus| {
            study.events.iter().filter(|event| event.status == status && passes(&event.case)).count()
        };
        let scores = || study.scores.iter().filter(|score| score.score.is_some() && passes(&score.case));
        let instruments: BTreeSet<String> = scores().map(|score| score.instrument.clone()).collect();
        Self {
            n_held: of(EventStatus::Held),
            n_missed: of(EventStatus::Missed),
            n_scores: scores().count(),
            instruments: instruments.into_iter().filter(|name| !name.is_empty()).collect(),
        }
    }
}
