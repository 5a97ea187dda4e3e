//! Coding by query, with a person in between: a query proposes, somebody decides, and only what is accepted is a coding.

mod decide;
mod found;
mod list;
#[cfg(test)]
mod tests;

use crate::{Project, coding};
use draad_core::diagnostic::Outcome;
use draad_core::filter::list as listed;
use draad_core::{
    BatchId, CharSpan, CodeId, Diagnostic, Place, Problem, Proposal, ProposalId, SourceId, Study, Valence,
};
use draad_store::{Changes, paths, render};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

pub use decide::{Asked, Decided, Decisions, called, decide, read_decisions};
pub use draad_core::Decision;
pub use found::{Query, Within, found};
pub use list::{Listed, Which, list, table};

/// Returns the name of the batch for a code, where nobody gives another.
pub fn batch_of(code: &CodeId) -> BatchId {
    BatchId::new(code.as_str()).expect("all ids obey one rule")
}

/// What is proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// The batch it goes into: a new one, or one that is there.
    pub batch: BatchId,
    /// The code.
    pub code: CodeId,
    /// The valence, where it is not the code's own.
    pub valence: Option<Valence>,
    /// The query, as it was asked.
    pub query: String,
    /// A remark that each proposal gets.
    pub memo: String,
}

/// What came of a request.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Proposed {
    /// The proposals that were made.
    pub added: Vec<Proposal>,
    /// Where they stand in the study folder.
    pub file: String,
    /// Passages that have the code already, whoever coded them, alone or as part of a longer stretch.
    pub n_coded: usize,
    /// Passages for which the same was proposed, which is still open.
    pub n_open: usize,
    /// Passages for which the same was proposed, and somebody decided.
    pub n_decided: usize,
    /// What the user should look at.
    pub warnings: Vec<Diagnostic>,
}

/// Refuses to code what a query finds without anybody looking at it.
///
/// # Errors
/// `ProposeNeeded`, unless it is to be proposed.
pub fn check_review(propose: bool) -> Outcome<()> {
    if propose { Ok(()) } else { fail(Problem::ProposeNeeded) }
}

/// Proposes a code for passages, as one change that can be undone. Passages that have the code already, and proposals that
/// were made before, are passed over and counted.
///
/// # Errors
/// When the codebook has no such code, or not with this valence; the study is locked or cannot be written; the batch has
/// errors, or its name leaves no room for a number.
pub fn propose(
    project: &mut Project,
    request: &Request,
    passages: &[(SourceId, CharSpan)],
    now: Timestamp,
) -> Outcome<Proposed> {
    let lock = project.folder.lock("code --propose")?;
    project.reload()?;
    let path = paths::proposals(&request.batch);
    project.loaded.guard(&[&path])?;
    let study = &mut project.loaded_mut().study;
    coding::check_code(study, &request.code, request.valence).or_else(fail)?;
    let mut proposed = new_proposals(study, request, passages, now)?;
    proposed.file = path.clone();
    let warning = coding::without_valence(study, &request.code, request.valence, &Place::default());
    proposed.warnings.extend(warning.filter(|_| !proposed.added.is_empty()));
    if !proposed.added.is_empty() {
        let batch = study.proposals.entry(request.batch.clone()).or_default();
        batch.extend(proposed.added.iter().cloned());
        lock.commit("code --propose", Changes::from([(path, Some(render::proposals(batch)))]))?;
    }
    Ok(proposed)
}

/// Makes out which passages are new.
fn new_proposals(
    study: &Study,
    request: &Request,
    passages: &[(SourceId, CharSpan)],
    now: Timestamp,
) -> Outcome<Proposed> {
    let coded = coded(study, &request.code);
    let key = |proposal: &Proposal| (proposal.source.clone(), proposal.chars, proposal.valence);
    let same = study.proposals.values().flatten().filter(|one| one.code == request.code);
    let (open, decided): (Vec<_>, Vec<_>) = same.partition(|one| one.is_open());
    let [open, decided] = [open, decided].map(|all| all.into_iter().map(key).collect::<BTreeSet<_>>());
    let batch = study.proposals.get(&request.batch).into_iter().flatten();
    let mut number = batch.filter_map(Proposal::number).max().unwrap_or(0);
    let mut proposed = Proposed::default();
    for (source, chars) in passages {
        let Some(text) = study.sources.get(source).map(|source| &source.text) else { continue };
        let Some(words) = text.span(*chars).and_then(|span| text.get(span)) else { continue };
        let key = (source.clone(), *chars, request.valence);
        let covers = |coded: &CharSpan| coded.start <= chars.start && chars.end <= coded.end;
        if coded.get(source).is_some_and(|coded| coded.iter().any(covers)) {
            proposed.n_coded += 1;
        } else if open.contains(&key) {
            proposed.n_open += 1;
        } else if decided.contains(&key) {
            proposed.n_decided += 1;
        } else {
            number += 1;
            let id = Proposal::nth(&request.batch, number);
            let id =
                id.ok_or_else(|| error(Problem::IdInvalid { id: format!("{}_{number}", request.batch) }))?;
            proposed.added.push(new(request, id, source, *chars, words, now));
        }
    }
    Ok(proposed)
}

fn new(
    request: &Request,
    id: ProposalId,
    source: &SourceId,
    chars: CharSpan,
    words: &str,
    now: Timestamp,
) -> Proposal {
    Proposal {
        id,
        source: source.clone(),
        code: request.code.clone(),
        chars,
        is_placed: true,
        valence: request.valence,
        quote: words.to_owned(),
        query: request.query.clone(),
        proposed: Some(now),
        decision: None,
        decided_by: None,
        decided: None,
        coding: None,
        memo: request.memo.clone(),
        extra: Default::default(),
    }
}

/// The stretches of each source that have a code, whoever coded them.
fn coded<'s>(study: &'s Study, code: &CodeId) -> BTreeMap<&'s SourceId, Vec<CharSpan>> {
    let mut coded: BTreeMap<_, Vec<CharSpan>> = BTreeMap::new();
    for coding in study.codings.iter().filter(|coding| coding.code == *code) {
        if let (Some(source), Some(span)) = (study.sources.get(&coding.source), coding.target.span()) {
            coded.entry(&coding.source).or_default().push(source.text.char_span(span));
        }
    }
    coded
}

/// Checks that there is a batch of this name.
fn check_batch(study: &Study, batch: &BatchId) -> Outcome<()> {
    let known = listed(study.proposals.keys());
    let unknown = || Problem::UnknownBatch { batch: batch.to_string(), known };
    if study.proposals.contains_key(batch) { Ok(()) } else { fail(unknown()) }
}

/// Returns how many proposals nobody has decided on.
pub fn n_open(study: &Study) -> usize {
    study.proposals.values().flatten().filter(|proposal| proposal.is_open()).count()
}

fn error(problem: Problem) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), problem))
}

fn fail<T>(problem: Problem) -> Outcome<T> {
    Err(error(problem))
}
