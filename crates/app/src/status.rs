//! What a study holds, at a glance.

use crate::Project;
use draad_core::facts::Facts;
use draad_core::membership::{Scored, scored};
use draad_core::{Attribute, AttributeValue, CaseId, CharSpan, CoderId, Filter, Severity, SourceId, Study};
use draad_words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// What a study holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Status {
    /// The study's title.
    pub title: String,
    /// Number of cases.
    pub n_cases: usize,
    /// Number of sources.
    pub n_sources: usize,
    /// Number of units.
    pub n_units: usize,
    /// Number of words in the material of all sources, by white space; speaker labels and headers are not material.
    pub n_words: usize,
    /// Number of codes that can be coded with.
    pub n_codes: usize,
    /// Number of codings that people made; layers of decisions repeat them.
    pub n_codings: usize,
    /// Number of proposals that nobody has decided on; they are counted nowhere else.
    pub n_open_proposals: usize,
    /// Number of memos.
    pub n_memos: usize,
    /// Number of conditions, and how many of the scores that people give for them are there: of each case and condition one.
    pub conditions: Conditions,
    /// Codings per coder.
    pub coders: Vec<(CoderId, usize)>,
    /// Layers of decisions about disagreements, each with its codings and how many sources are in it.
    pub layers: Vec<(CoderId, usize, usize)>,
    /// Kinds of source that occur, by label in the study's order.
    pub kinds: Vec<String>,
    /// Names of the study's outcomes.
    pub outcomes: Vec<String>,
    /// Cases.
    pub cases: Vec<CaseStatus>,
    /// Problems by severity: errors, warnings, notes.
    pub problems: [usize; 3],
    /// Hash of data and codebook.
    pub fingerprint: String,
}

/// Conditions of a qualitative comparative analysis at a glance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// Number of conditions.
    pub n: usize,
    /// Pairs of a case and a condition that people score.
    pub n_to_score: usize,
    /// Those that have a value: somebody scored them, and nobody else differently.
    pub n_scored: usize,
}

/// One case at a glance.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseStatus {
    /// The case.
    pub id: CaseId,
    /// Value per outcome, in the order of [`Status::outcomes`].
    pub outcomes: Vec<String>,
    /// Sources per kind, in the order of [`Status::kinds`].
    pub sources: Vec<usize>,
    /// Codings that belong to it, as in every table.
    pub n_codings: usize,
    /// Sources without any coding.
    pub n_uncoded: usize,
}

/// Collects what a study holds.
pub fn status(project: &Project) -> Status {
    let study = project.study();
    let kinds: Vec<_> = study
        .settings
        .kinds
        .iter()
        .filter(|kind| study.sources.values().any(|source| source.kind == kind.id))
        .collect();
    let facts = Facts::new(study, &Filter::default());
    let coded: BTreeSet<&SourceId> = study.codings.iter().map(|coding| &coding.source).collect();
    let mut per_coder: BTreeMap<&CoderId, usize> = BTreeMap::new();
    for coding in &study.codings {
        *per_coder.entry(&coding.coder).or_default() += 1;
    }
    let layers = study.adjudications.keys().map(|layer| {
        let n_codings = per_coder.remove(layer).unwrap_or(0);
        let sources: BTreeSet<&SourceId> = study.closed_sources(layer).collect();
        (layer.clone(), n_codings, sources.len())
    });
    let layers: Vec<(CoderId, usize, usize)> = layers.collect();
    let codings_of = |case: usize| facts.codings.iter().filter(|fact| fact.case as usize == case).count();
    let outcomes: Vec<&Attribute> =
        study.settings.attributes.iter().filter(|attribute| attribute.outcome).collect();
    let cases = study.cases.values().enumerate().map(|(position, case)| {
        let sources: Vec<_> =
            study.sources.values().filter(|source| source.cases.contains(&case.id)).collect();
        CaseStatus {
            id: case.id.clone(),
            outcomes: outcomes
                .iter()
                .map(|outcome| value(&project.words, outcome, case.attributes.get(&outcome.id)))
                .collect(),
            sources: kinds
                .iter()
                .map(|kind| sources.iter().filter(|source| source.kind == kind.id).count())
                .collect(),
            n_codings: codings_of(position),
            n_uncoded: sources.iter().filter(|source| !coded.contains(&source.id)).count(),
        }
    });
    Status {
        title: study.settings.title.clone(),
        n_cases: study.cases.len(),
        n_sources: study.sources.len(),
        n_units: study.sources.values().map(|source| source.units.len()).sum(),
        n_words: n_words(study, &facts),
        n_codes: study.codebook.codable().count(),
        n_codings: per_coder.values().sum(),
        n_open_proposals: crate::proposals::n_open(study),
        n_memos: study.memos.len(),
        conditions: conditions(study),
        coders: per_coder.into_iter().map(|(coder, n)| (coder.clone(), n)).collect(),
        layers,
        kinds: kinds.iter().map(|kind| kind.name(project.words.language)).collect(),
        outcomes: outcomes.iter().map(|outcome| outcome.name(project.words.language)).collect(),
        cases: cases.collect(),
        problems: [Severity::Error, Severity::Warning, Severity::Note]
            .map(|severity| project.count(severity)),
        fingerprint: project.loaded.fingerprint.clone(),
    }
}

/// Counts conditions and scores.
fn conditions(study: &Study) -> Conditions {
    let by_hand = study.conditions.values().filter(|condition| condition.is_scored());
    let pairs = by_hand.flat_map(|condition| study.cases.keys().map(move |case| (&condition.name, case)));
    let mut found = Conditions { n: study.conditions.len(), ..Conditions::default() };
    for (condition, case) in pairs {
        found.n_to_score += 1;
        let is_scored = matches!(scored(study, &[], condition, case), Scored::Agreed(_));
        found.n_scored += usize::from(is_scored);
    }
    found
}

/// Counts the words of the material; what belongs to several cases counts once.
fn n_words(study: &Study, facts: &Facts) -> usize {
    let stretches: BTreeSet<(u32, CharSpan)> =
        facts.material.iter().map(|one| (one.source, one.chars)).collect();
    let words = |&(source, chars): &(u32, CharSpan)| {
        let text = &study.sources.get_index(source as usize)?.1.text;
        Some(text.get(text.span(chars)?)?.split_whitespace().count())
    };
    stretches.iter().filter_map(words).sum()
}

/// An outcome as people read it; empty where nobody filled it in.
fn value(words: &Words, outcome: &Attribute, value: Option<&AttributeValue>) -> String {
    match value {
        None => String::new(),
        Some(AttributeValue::YesNo(true)) => words.say("yes"),
        Some(AttributeValue::YesNo(false)) => words.say("no"),
        Some(AttributeValue::Unknown) => words.say("unknown"),
        Some(AttributeValue::Level(level)) => {
            let known = outcome.levels.iter().find(|known| known.id == *level);
            let label = known.map_or("", |known| known.label.get(words.language));
            if label.is_empty() { level.to_string() } else { label.to_owned() }
        }
        Some(other) => other.to_string(),
    }
}
