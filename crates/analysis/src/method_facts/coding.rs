//! Who coded, with which codes, and how far they agree.

use crate::agreement::CodeFound;
use crate::hits::distinct;
use crate::saturation::CodebookOrigin;
use crate::{Agreement, Options, Saturation};
use draad_core::facts::Facts;
use draad_core::{CodeId, CodeKind, CoderId, Source, SourceId, Study};
use draad_measures::calibrate::quantile;
use std::collections::{BTreeMap, BTreeSet};

/// How much somebody coded, of what passes the filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoderShare {
    /// Who.
    pub coder: CoderId,
    /// Sources in which these codings stand.
    pub n_sources: usize,
    /// Codings.
    pub n_codings: usize,
}

/// Returns the shares of people. A layer of decisions is nobody's coding.
pub(super) fn shares(study: &Study, facts: &Facts) -> Vec<CoderShare> {
    let codings = distinct(facts.codings.iter().map(|fact| fact.coding));
    let share = |coder: CoderId| {
        let own = codings.iter().map(|&coding| &study.codings[coding as usize]);
        let own: Vec<_> = own.filter(|coding| coding.coder == coder).collect();
        let sources: BTreeSet<&SourceId> = own.iter().map(|coding| &coding.source).collect();
        CoderShare { coder, n_sources: sources.len(), n_codings: own.len() }
    };
    let is_person = |coder: &CoderId| !study.adjudications.contains_key(coder);
    let people = study.coders().into_iter().filter(is_person);
    people.map(share).filter(|share| share.n_codings > 0).collect()
}

/// Returns in how many of the sources with material that passes somebody coded, whatever was found there.
pub(super) fn n_coded_sources(facts: &Facts) -> usize {
    let with_material: BTreeSet<u32> = facts.material.iter().map(|material| material.source).collect();
    let read = facts.readings.iter().map(|reading| reading.source);
    distinct(read.filter(|source| with_material.contains(source))).len()
}

/// Returns in how many sources with material at least two people coded. Layers of decisions are nobody's reading.
pub(super) fn n_shared_sources(study: &Study, facts: &Facts) -> usize {
    let mut readers: BTreeMap<&SourceId, BTreeSet<&CoderId>> = BTreeMap::new();
    for coding in study.codings.iter().filter(|coding| !study.adjudications.contains_key(&coding.coder)) {
        readers.entry(&coding.source).or_default().insert(&coding.coder);
    }
    let is_shared = |source: &&Source| readers.get(&source.id).is_some_and(|coders| coders.len() > 1);
    super::with_material(study, facts).filter(is_shared).count()
}

/// The codebook in numbers; the codes that pass the filter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodebookFacts {
    /// Factors.
    pub n_factors: usize,
    /// Themes.
    pub n_themes: usize,
    /// Headings, which nothing is coded with.
    pub n_headings: usize,
    /// Levels of the tree.
    pub n_levels: usize,
    /// Factors and themes with a definition.
    pub n_defined: usize,
    /// Where they come from; nothing where nothing was coded, because that is known by the first coding.
    pub origin: Option<CodebookOrigin>,
}

impl CodebookFacts {
    pub(super) fn new(study: &Study, options: &Options, saturation: Option<&Saturation>) -> Self {
        let taken = options.filter.code_set(&study.codebook);
        let passes = |code: &&draad_core::Code| taken.as_ref().is_none_or(|taken| taken.contains(&code.id));
        let codes: Vec<_> = study.codebook.codes.values().filter(passes).collect();
        let of = |kind: CodeKind| codes.iter().filter(|code| code.kind == kind).count();
        let depth = codes.iter().map(|code| study.codebook.ancestors(&code.id).len() + 1).max();
        let is_defined =
            |code: &&&draad_core::Code| code.kind != CodeKind::Heading && !code.definition.trim().is_empty();
        Self {
            n_factors: of(CodeKind::Factor),
            n_themes: of(CodeKind::Theme),
            n_headings: of(CodeKind::Heading),
            n_levels: depth.unwrap_or_default(),
            n_defined: codes.iter().filter(is_defined).count(),
            origin: saturation.map(|saturation| saturation.codebook),
        }
    }

    /// Returns the number of factors and themes.
    pub fn n_codes(&self) -> usize {
        self.n_factors + self.n_themes
    }
}

/// How far coders agree on free spans.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AgreementReached {
    /// Coders who are compared.
    pub n_coders: usize,
    /// Sources that are compared.
    pub n_sources: usize,
    /// Factors and themes for which Krippendorff's ᵤα (one code, free spans) is defined; a heading holds what is coded below it.
    pub n_codes: usize,
    /// The lowest of these, the one in the middle and the highest; nothing without any.
    pub alpha: Option<(f64, f64, f64)>,
    /// |ᵤα: where anything is coded, whatever it is; nothing where it is undefined.
    pub binary: Option<f64>,
    /// cuα: of what two coded, whether it is the same; nothing where it is undefined.
    pub coding: Option<f64>,
}

impl AgreementReached {
    pub(super) fn new(study: &Study, agreement: &Agreement) -> Self {
        let alpha = |found: &CodeFound| match found {
            CodeFound::Spans(spans) => spans.alpha.ok(),
            CodeFound::Units(units) => units.alpha.ok(),
        };
        let is_heading =
            |id: &CodeId| study.codebook.get(id).is_some_and(|code| code.kind == CodeKind::Heading);
        let codes = agreement.codes.iter().filter(|code| !is_heading(&code.code));
        let mut alphas: Vec<f64> = codes.filter_map(|code| alpha(&code.found)).collect();
        alphas.sort_unstable_by(f64::total_cmp);
        let range = alphas.first().zip(quantile(&alphas, 0.5)).zip(alphas.last());
        let together = agreement.together.as_ref();
        Self {
            n_coders: agreement.coders.len(),
            n_sources: agreement.basis.n_sources,
            n_codes: alphas.len(),
            alpha: range.map(|((lowest, median), highest)| (*lowest, median, *highest)),
            binary: together.and_then(|together| together.binary.ok()),
            coding: together.and_then(|together| together.coding.ok()),
        }
    }
}

/// What was decided where coders read differently.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Adjudicated {
    /// Decisions of people; what is only noted because all agreed is none.
    pub n_decisions: usize,
    /// Sources in which nothing is open any more.
    pub n_closed: usize,
}

impl Adjudicated {
    pub(super) fn new(study: &Study, facts: &Facts) -> Option<Self> {
        let sources: BTreeSet<&SourceId> =
            super::with_material(study, facts).map(|source| &source.id).collect();
        let decisions = study.adjudications.values().flatten();
        let here: Vec<_> = decisions.filter(|decision| sources.contains(&decision.source)).collect();
        let is_decision =
            |decision: &&&draad_core::Adjudication| decision.verdict != draad_core::Verdict::Agreed;
        let closed =
            here.iter().filter(|decision| decision.closed.is_some()).map(|decision| &decision.source);
        let closed: BTreeSet<&SourceId> = closed.collect();
        (!here.is_empty())
            .then(|| Self { n_decisions: here.iter().filter(is_decision).count(), n_closed: closed.len() })
    }
}
