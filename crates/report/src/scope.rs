//! What is in the report: what passed the filter, for the parts of the page that are not made from tables.

use draad_analysis::passages_per_source;
use draad_core::facts::Facts;
use draad_core::records::PassageRef;
use draad_core::{About, CaseId, CodeId, CoderId, CodingId, Filter, Finding, FindingScope, SourceId, Study};
use std::collections::{BTreeMap, BTreeSet};

/// What passed the filter. Without a filter everything does, also what the study's own parts do not know.
pub(crate) struct Scope<'a> {
    study: &'a Study,
    filter: &'a Filter,
    findings: FindingScope<'a>,
    /// Pairs of case and source with material.
    sources: BTreeSet<(u32, u32)>,
    /// Codings, by position.
    codings: BTreeSet<u32>,
    /// Codes with codings of their own, by position in the codebook.
    codes_used: BTreeSet<u32>,
    n_passages: BTreeMap<(u32, u32), usize>,
}

impl<'a> Scope<'a> {
    /// Takes what `filter` left.
    pub(crate) fn new(study: &'a Study, facts: &Facts, filter: &'a Filter) -> Self {
        Self {
            study,
            filter,
            findings: FindingScope::new(study, facts, filter),
            sources: facts.material.iter().map(|part| (part.case, part.source)).collect(),
            codings: facts.codings.iter().map(|fact| fact.coding).collect(),
            codes_used: facts.codings.iter().map(|fact| fact.code).collect(),
            n_passages: passages_per_source(study, facts),
        }
    }

    /// Returns whether something was coded with the code itself, and not only with codes below it.
    pub(crate) fn has_codings_of(&self, code: &CodeId) -> bool {
        self.study
            .codebook
            .codes
            .get_index_of(code)
            .is_some_and(|idx| self.codes_used.contains(&(idx as u32)))
    }

    /// Returns whether a source has material of a case.
    pub(crate) fn has_material(&self, case: &CaseId, source: &SourceId) -> bool {
        self.pair(case, source).is_some_and(|pair| self.sources.contains(&pair))
    }

    /// Returns the number of passages of a case in a source, over all codes with their own codings only.
    pub(crate) fn n_passages(&self, case: &CaseId, source: &SourceId) -> usize {
        self.pair(case, source).and_then(|pair| self.n_passages.get(&pair).copied()).unwrap_or_default()
    }

    /// Returns whether what a memo is about is in the report.
    pub(crate) fn holds(&self, about: &About) -> bool {
        if self.filter.is_empty() {
            return true;
        }
        match about {
            About::Case(case) => self.study.cases.get(case).is_some_and(|case| self.filter.takes_case(case)),
            About::Source(source) => self.findings.has_material(source),
            About::Span(source, chars) => self.findings.holds_words(source, *chars),
            About::Code(code) => self.findings.holds_code(code),
            About::Coding(coder, source, coding) => self.holds_coding(coder, source, coding),
            About::Finding(id) => {
                self.study.findings.iter().any(|finding| finding.id == *id && self.holds_finding(finding))
            }
        }
    }

    /// Returns whether a finding is in the report.
    pub(crate) fn holds_finding(&self, finding: &Finding) -> bool {
        self.findings.holds(finding)
    }

    /// Returns whether a passage that a finding names is in the report.
    pub(crate) fn holds_passage(&self, passage: &PassageRef) -> bool {
        self.findings.holds_passage(passage)
    }

    fn holds_coding(&self, coder: &CoderId, source: &SourceId, id: &CodingId) -> bool {
        self.codings.iter().any(|&idx| {
            let coding = &self.study.codings[idx as usize];
            coding.id == *id && coding.coder == *coder && coding.source == *source
        })
    }

    fn position(&self, source: &SourceId) -> Option<u32> {
        self.study.sources.get_index_of(source).map(|idx| idx as u32)
    }

    fn pair(&self, case: &CaseId, source: &SourceId) -> Option<(u32, u32)> {
        Some((self.study.cases.get_index_of(case)? as u32, self.position(source)?))
    }
}
