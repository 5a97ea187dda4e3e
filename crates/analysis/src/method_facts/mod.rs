//! What a study knows of its own method: the numbers that a section on methods and the checklists for reporting ask for.
//!
//! Nothing here is worked out anew that another result has already; what the study does not say is nothing, and left to the
//! author.

mod coding;
mod found;
mod material;

pub use coding::{Adjudicated, AgreementReached, CodebookFacts, CoderShare};
pub use found::{FindingFacts, Panel, SaturationReached, Spread};
pub use material::{Contacts, Notes, Processing};

use crate::hits::distinct;
use crate::{
    Agreement, Basis, CasesByFactors, Contrast, Options, OutcomeGroup, SampleTable, Saturation, Triangulation,
};
use draad_core::facts::Facts;
use draad_core::{FindingScope, Source, Study};

/// What a study knows of its own method.
#[derive(Clone, Debug, PartialEq)]
pub struct MethodFacts {
    /// What it all rests on.
    pub basis: Basis,
    /// The cases by outcome; their positions are those of the case × factor table.
    pub outcome_groups: Vec<OutcomeGroup>,
    /// Who was heard, by what means and when.
    pub sample: SampleTable,
    /// Where the texts come from and what became of them.
    pub processing: Processing,
    /// Memos and other notes of the researchers.
    pub notes: Notes,
    /// What was recorded of contacts and scores.
    pub contacts: Contacts,
    /// Who coded how much, in the order in which the study lists them; only whose codings count.
    pub coders: Vec<CoderShare>,
    /// Sources in which somebody coded.
    pub n_coded_sources: usize,
    /// Sources in which at least two coded, whatever the policy, decided layers aside.
    pub n_shared_sources: usize,
    /// The codebook.
    pub codebook: CodebookFacts,
    /// Passages over all codes.
    pub n_passages: usize,
    /// How far coders agree; nothing where no source was read by two.
    pub agreement: Option<AgreementReached>,
    /// What was decided where coders read differently; nothing where nobody decided.
    pub adjudicated: Option<Adjudicated>,
    /// When new cases stopped bringing new codes; nothing where nothing was coded.
    pub saturation: Option<SaturationReached>,
    /// In how many cases factors occur, and which cases do not fit.
    pub spread: Spread,
    /// Conclusions and the passages for and against them; nothing without `findings/`.
    pub findings: Option<FindingFacts>,
    /// Who was asked what they think of the findings.
    pub panels: Vec<Panel>,
}

/// The results from which the numbers are taken. Those that the study does not have are nothing.
#[derive(Clone, Copy, Debug)]
pub struct MethodResults<'r> {
    /// Who was heard.
    pub sample: &'r SampleTable,
    /// Factors by cases, without a further key.
    pub table: &'r CasesByFactors,
    /// Outcome groups side by side.
    pub contrast: Option<&'r Contrast>,
    /// What stands behind factors.
    pub triangulation: Option<&'r Triangulation>,
    /// Agreement of coders on free spans.
    pub agreement: Option<&'r Agreement>,
    /// How codes accumulate over cases.
    pub saturation: Option<&'r Saturation>,
}

impl MethodFacts {
    /// Gathers what the study knows, as far as it passes the filter of `options`.
    pub fn new(study: &Study, facts: &Facts, options: &Options, results: &MethodResults) -> Self {
        let scope = FindingScope::new(study, facts, &options.filter);
        Self {
            basis: results.table.basis.clone(),
            outcome_groups: results.table.outcome_groups.clone(),
            sample: results.sample.clone(),
            processing: Processing::new(study, facts),
            notes: Notes::new(study, facts),
            contacts: Contacts::new(study, facts),
            coders: coding::shares(study, facts),
            n_coded_sources: coding::n_coded_sources(facts),
            n_shared_sources: coding::n_shared_sources(study, facts),
            codebook: CodebookFacts::new(study, options, results.saturation),
            n_passages: results.table.n_passages,
            agreement: results.agreement.map(|agreement| AgreementReached::new(study, agreement)),
            adjudicated: Adjudicated::new(study, facts),
            saturation: results.saturation.and_then(SaturationReached::new),
            spread: Spread::new(results.table, results.contrast, results.triangulation),
            findings: FindingFacts::new(study, &scope),
            panels: found::panels(study, &scope),
        }
    }
}

/// Sources with material that passes, in the study's order.
fn with_material<'s>(study: &'s Study, facts: &Facts) -> impl Iterator<Item = &'s Source> {
    let sources = distinct(facts.material.iter().map(|material| material.source));
    sources.into_iter().map(|source| &study.sources[source as usize])
}

#[cfg(test)]
mod tests;
