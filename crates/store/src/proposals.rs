//! Reading the proposals of a study: each is found again by its words, as codings are.

use crate::{fit::fit, log::Log};
use draad_core::{BatchId, Place, Problem, Proposal, ProposalId, Study, Target, check};
use std::collections::BTreeMap;

/// The rows of the files of proposals, as far as they have been read.
#[derive(Default)]
pub(crate) struct Batches {
    pub(crate) batches: BTreeMap<BatchId, Vec<Proposal>>,
    /// Where each id was read first.
    seen: BTreeMap<ProposalId, Place>,
}

impl Batches {
    /// Takes the rows of a file; one with the id of another is reported and left out.
    pub(crate) fn take(
        &mut self,
        log: &mut Log,
        study: &Study,
        batch: BatchId,
        path: &str,
        rows: Vec<(u32, Proposal)>,
    ) {
        let mut proposals = Vec::with_capacity(rows.len());
        for (line, mut proposal) in rows {
            let place = Place::line(path, line);
            let id = proposal.id.to_string();
            match self.seen.get(&proposal.id) {
                Some(first) if first.file == path => {
                    let first_line = first.line.unwrap_or_default();
                    log.lost(place.column("id"), Problem::DuplicateId { id, first_line });
                    continue;
                }
                Some(first) => {
                    log.lost(place.column("id"), Problem::ProposalElsewhere { id, file: first.file.clone() });
                    continue;
                }
                None => self.seen.insert(proposal.id.clone(), place.clone()),
            };
            find(log, study, &place, &mut proposal);
            proposals.push(proposal);
        }
        self.batches.insert(batch, proposals);
    }
}

/// Finds the words of a proposal in the text, and says what does not fit; of one that has been decided nothing is said.
fn find(log: &mut Log, study: &Study, place: &Place, proposal: &mut Proposal) {
    let is_open = proposal.is_open();
    if is_open {
        log.misfits(place, check::proposal(study, proposal));
    }
    let Some(source) = study.sources.get(&proposal.source) else { return };
    let fitted = fit(Some(proposal.chars), &proposal.quote, &source.text, &source.id);
    match fitted {
        Ok(fitted) => {
            let Target::Span(span) = fitted.target else { return };
            proposal.chars = source.text.char_span(span);
            if let Some(words) = fitted.quote {
                proposal.quote = words;
            }
            proposal.is_placed = true;
            if let Some(problem) = fitted.remark.filter(|_| is_open) {
                log.warn(place.clone().column("start"), problem);
            }
        }
        Err(problem) if is_open => log.warn(place.clone().column("quote"), problem),
        Err(_) => {}
    }
}
