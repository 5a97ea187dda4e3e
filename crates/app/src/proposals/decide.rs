//! Deciding on proposals: what a person accepts becomes a coding of that person.

use crate::Project;
use crate::coding::{self, Adding, Coded};
use draad_core::diagnostic::Outcome;
use draad_core::filter::{list, nearest};
use draad_core::{
    BatchId, CoderId, Coding, CodingId, Decision, Diagnostic, Place, Problem, Proposal, ProposalId, Study,
    Target,
};
use draad_store::{Changes, DecisionRow, paths, render};
use jiff::Timestamp;
use std::collections::{BTreeMap, BTreeSet};

/// A decision that somebody asks for.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Where it was asked: the line of a table, or nothing in particular.
    pub place: Place,
    /// The proposal.
    pub id: ProposalId,
    /// What is decided.
    pub decision: Decision,
    /// A remark on this one; empty leaves that of all.
    pub memo: String,
}

/// Decisions of one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions {
    /// What is decided.
    pub asked: Vec<Asked>,
    /// Who decides.
    pub coder: Option<CoderId>,
    /// A remark on each; empty leaves what stands there.
    pub memo: String,
}

/// What came of decisions.
#[derive(Clone, Debug, PartialEq)]
pub struct Decided {
    /// Who decided.
    pub coder: CoderId,
    /// The codings that were made, those that were there already, and what to look at.
    pub coded: Coded,
    /// Proposals that were accepted.
    pub n_accepted: usize,
    /// Proposals that were rejected.
    pub n_rejected: usize,
    /// Proposals about which the same had been decided before.
    pub n_already: usize,
    /// Decisions that could not be carried out, each with its reason.
    pub refused: Vec<Diagnostic>,
    /// Proposals that are still open, in the whole study.
    pub n_open: usize,
}

/// Carries out decisions, all in one change that can be undone. Those that cannot be carried out are returned with their
/// reason. Whoever accepts is the coder. A proposal that was rejected can still be accepted, but not the other way round:
/// then there is a coding.
///
/// # Errors
/// When nobody is named, or somebody whom the study does not know; when the study is locked or cannot be written, or a file
/// that would be rewritten has errors.
pub fn decide(project: &mut Project, decisions: &Decisions, now: Timestamp) -> Outcome<Decided> {
    let lock = project.folder.lock("proposals")?;
    project.reload()?;
    let coder = named(project.study(), decisions.coder.as_ref())?;
    let mut deciding = Deciding::on(&mut project.loaded_mut().study, coder, now);
    deciding.all(decisions);
    let (decided, touched) = deciding.done();
    let codings: Vec<&Coding> = decided.coded.added.iter().chain(&decided.coded.changed).collect();
    let mut changes = coding::changes(project, &codings)?;
    changes.extend(batches(project, &touched)?);
    lock.commit("proposals", changes)?;
    Ok(decided)
}

/// Returns who decides: always somebody who has been named.
fn named(study: &Study, coder: Option<&CoderId>) -> Outcome<CoderId> {
    let coders = study.human_coders();
    let needed = || Problem::CoderNeeded { known: list(&coders) };
    let named = coder.ok_or_else(needed).and_then(|coder| coding::coder(study, &coders, Some(coder)));
    named.or_else(super::fail)
}

/// The files of batches in which something was decided.
fn batches(project: &Project, touched: &BTreeSet<BatchId>) -> Outcome<Changes> {
    let mut changes = Changes::new();
    for (batch, proposals) in project.study().proposals.iter().filter(|(batch, _)| touched.contains(*batch)) {
        let path = paths::proposals(batch);
        project.loaded.guard(&[&path])?;
        changes.insert(path, Some(render::proposals(proposals)));
    }
    Ok(changes)
}

/// Decisions being carried out on a study in memory.
struct Deciding<'s> {
    study: &'s mut Study,
    coder: CoderId,
    now: Timestamp,
    adding: Adding,
    /// Where each proposal stands.
    places: BTreeMap<ProposalId, (BatchId, usize)>,
    touched: BTreeSet<BatchId>,
    decided: Decided,
}

impl<'s> Deciding<'s> {
    fn on(study: &'s mut Study, coder: CoderId, now: Timestamp) -> Self {
        let mut places = BTreeMap::new();
        for (batch, proposals) in &study.proposals {
            for (position, proposal) in proposals.iter().enumerate() {
                places.insert(proposal.id.clone(), (batch.clone(), position));
            }
        }
        let adding = Adding::to(study, study.proposals.values().flatten().map(|proposal| &proposal.source));
        let decided = Decided::of(coder.clone());
        Self { study, coder, now, adding, places, touched: BTreeSet::new(), decided }
    }

    fn all(&mut self, decisions: &Decisions) {
        for asked in &decisions.asked {
            let memo = if asked.memo.is_empty() { &decisions.memo } else { &asked.memo };
            match (self.one(asked, memo), asked.decision) {
                (Err(problem), _) => {
                    self.decided.refused.push(Diagnostic::error(asked.place.clone(), problem));
                }
                (Ok(false), _) => self.decided.n_already += 1,
                (Ok(true), Decision::Accepted) => self.decided.n_accepted += 1,
                (Ok(true), Decision::Rejected) => self.decided.n_rejected += 1,
            }
        }
    }

    /// Carries out one decision, or says why not; returns whether it was not decided so before.
    fn one(&mut self, asked: &Asked, memo: &str) -> Result<bool, Problem> {
        let Some((batch, position)) = self.places.get(&asked.id).cloned() else {
            return Err(unknown(self.study, &asked.id));
        };
        let proposal = self.study.proposals[&batch][position].clone();
        let before = proposal.decision.filter(|_| !proposal.is_open());
        if before == Some(asked.decision) {
            return Ok(false);
        }
        if before == Some(Decision::Accepted) {
            return Err(accepted(&proposal));
        }
        let coding = match asked.decision {
            Decision::Accepted => Some(self.accept(&proposal, &asked.place, memo)?),
            Decision::Rejected => None,
        };
        let mut proposal = Proposal {
            decision: Some(asked.decision),
            decided_by: Some(self.coder.clone()),
            decided: Some(self.now),
            coding,
            ..proposal
        };
        if !memo.is_empty() {
            memo.clone_into(&mut proposal.memo);
        }
        if let Some(batch) = self.study.proposals.get_mut(&batch) {
            batch[position] = proposal;
        }
        self.touched.insert(batch);
        Ok(true)
    }

    /// Makes the coding of a proposal, and returns its id.
    fn accept(&mut self, proposal: &Proposal, place: &Place, memo: &str) -> Result<CodingId, Problem> {
        let placed = self.study.sources.get(&proposal.source).filter(|_| proposal.is_placed);
        let span = placed.and_then(|source| Some((source, source.text.span(proposal.chars)?)));
        let Some((source, span)) = span else { return Err(unplaced(proposal)) };
        coding::check_code(self.study, &proposal.code, proposal.valence)?;
        let target = Target::Span(span);
        let coding = Coding {
            id: Coding::derived_id(source, &proposal.code, target),
            coder: self.coder.clone(),
            source: proposal.source.clone(),
            code: proposal.code.clone(),
            target,
            valence: proposal.valence,
            weight: None,
            quote: proposal.quote.clone(),
            memo: if memo.is_empty() { proposal.memo.clone() } else { memo.to_owned() },
            created: Some(self.now),
            modified: None,
        };
        Ok(self.adding.put(self.study, place, coding, self.now))
    }

    /// Returns what was done, and the batches that changed.
    fn done(self) -> (Decided, BTreeSet<BatchId>) {
        let mut decided = self.decided;
        decided.coded = self.adding.done(self.study);
        decided.n_open = super::n_open(self.study);
        (decided, self.touched)
    }
}

impl Decided {
    fn of(coder: CoderId) -> Self {
        Self {
            coder,
            coded: Coded::default(),
            n_accepted: 0,
            n_rejected: 0,
            n_already: 0,
            refused: Vec::new(),
            n_open: 0,
        }
    }
}

fn unknown(study: &Study, id: &ProposalId) -> Problem {
    let known = study.proposals.values().flatten().map(|proposal| proposal.id.as_str());
    Problem::UnknownProposal { proposal: id.to_string(), nearest: nearest(id.as_str(), known) }
}

fn accepted(proposal: &Proposal) -> Problem {
    let text = |id: Option<String>| id.unwrap_or_default();
    Problem::ProposalAccepted {
        proposal: proposal.id.to_string(),
        coder: text(proposal.decided_by.as_ref().map(ToString::to_string)),
        source: proposal.source.to_string(),
        coding: text(proposal.coding.as_ref().map(ToString::to_string)),
    }
}

fn unplaced(proposal: &Proposal) -> Problem {
    Problem::ProposalUnplaced {
        proposal: proposal.id.to_string(),
        quote: proposal.quote.clone(),
        source: proposal.source.to_string(),
    }
}

/// Returns the proposal that people mean: by its id, or, in a batch, by its number alone.
///
/// # Errors
/// `IdInvalid`.
pub fn called(text: &str, batch: Option<&BatchId>) -> Outcome<ProposalId> {
    let text = text.trim();
    let numbered = batch.zip(text.parse().ok()).and_then(|(batch, number)| Proposal::nth(batch, number));
    numbered
        .or_else(|| ProposalId::new(text))
        .ok_or(Problem::IdInvalid { id: text.to_owned() })
        .or_else(super::fail)
}

/// Reads decisions from a table with the columns id and decision, and optionally memo; rows without a decision leave the
/// proposal open. Rows that cannot be read are returned with their reason.
pub fn read_decisions(file: &str, bytes: Vec<u8>) -> (Vec<Asked>, Vec<Diagnostic>) {
    let (rows, refused) = draad_store::read_decisions(file, bytes);
    let asked = |(line, row): (u32, DecisionRow)| {
        let place = Place::line(file, line);
        Some(Asked { place, id: row.id, decision: row.decision?, memo: row.memo })
    };
    (rows.into_iter().filter_map(asked).collect(), refused)
}
