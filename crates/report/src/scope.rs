//! What is in the report: what passed the filter, for the parts of the page that are not made from tables.

use draad_analysis::passages_per_source;
use draad_core::facts::Facts;
use draad_core::records::PassageRef;
use draad_core::{About, CaseId, CharSpan, CodeId, CoderId, CodingId, Filter, Finding, SourceId, Study};
use std::collections::{BTreeMap, BTreeSet};

/// What passed the filter. Without a filter everything does, also what the study's own parts do not know.
pub(crate) struct Scope<'a> {
    study: &'a Study,
    filter: &'a Filter,
    codes: Option<BTreeSet<CodeId>>,
    /// Material by source: positions in the study's sources.
    material: BTreeMap<u32, Vec<CharSpan>>,
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
        let mut material: BTreeMap<u32, Vec<CharSpan>> = BTreeMap::new();
        for part in &facts.material {
            material.entry(part.source).or_default().push(part.chars);
        }
        Self {
            study,
            filter,
            codes: filter.code_set(&study.codebook),
            material,
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
            About::Source(source) => {
                self.position(source).is_some_and(|idx| self.material.contains_key(&idx))
            }
            About::Span(source, chars) => self.holds_words(source, *chars),
            About::Code(code) => self.holds_code(code),
            About::Coding(coder, source, coding) => self.holds_coding(coder, source, coding),
            About::Finding(id) => {
                self.study.findings.iter().any(|finding| finding.id == *id && self.holds_finding(finding))
            }
        }
    }

    /// Returns whether a finding is in the report: it names a code that is, or none, and a passage that is, or none.
    pub(crate) fn holds_finding(&self, finding: &Finding) -> bool {
        let passages = || finding.passages_for.iter().chain(&finding.passages_against);
        let by_code = finding.codes.is_empty() || finding.codes.iter().any(|code| self.holds_code(code));
        let by_passage = passages().next().is_none() || passages().any(|passage| self.holds_passage(passage));
        by_code && by_passage
    }

    /// Returns whether a passage that a finding names is in the report.
    pub(crate) fn holds_passage(&self, passage: &PassageRef) -> bool {
        self.filter.is_empty() || self.holds_words(&passage.source, passage.chars)
    }

    fn holds_code(&self, code: &CodeId) -> bool {
        self.codes.as_ref().is_none_or(|codes| codes.contains(code))
    }

    fn holds_words(&self, source: &SourceId, chars: CharSpan) -> bool {
        let material = self.position(source).and_then(|idx| self.material.get(&idx));
        let overlaps = |part: &CharSpan| part.start < chars.end && chars.start < part.end;
        material.is_some_and(|parts| parts.iter().any(overlaps))
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
