//! The codings of a study as sorted spans, worked out by [`draad_core::facts`], as for every table.

use crate::units::Units;
use draad_core::facts::{Fact, Facts, Places};
use draad_core::{Coding, Filter, Study, Valence};

/// One coding in one case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct CodedSpan {
    /// Number of its unit, or of the whole source where it belongs to none.
    pub(crate) unit: u32,
    /// Position of its source in the study.
    pub(crate) source: u32,
    /// First byte in the source's text; start and end are 0 for a coding of a whole source.
    pub(crate) start: u32,
    /// Byte after its last.
    pub(crate) end: u32,
    /// Position of its case in the study.
    pub(crate) case: u32,
    /// Position of the coding in the study.
    pub(crate) coding: u32,
    /// Position of its code in the codebook.
    pub(crate) code: u32,
    pub(crate) valence: Option<Valence>,
    /// Whether it counts under the study's coder policy.
    pub(crate) counts: bool,
}

/// All codings of all coders, by source and place; one of several cases stands once per case.
pub(crate) struct Codings {
    pub(crate) spans: Vec<CodedSpan>,
    /// Positions in `spans`, code after code.
    by_code: Vec<u32>,
    /// Where each code begins in `by_code`, and one more at the end.
    firsts: Vec<u32>,
}

impl Codings {
    pub(crate) fn new(study: &Study, units: &Units) -> Self {
        let everyone = Filter { coders: study.coders(), ..Filter::default() };
        let facts = Facts::new(study, &everyone).codings;
        let places = Places::new(study);
        let span = |fact: &Fact| coded_span(study, units, &places, fact);
        let spans: Vec<CodedSpan> = facts.iter().map(span).collect();
        let (by_code, firsts) = sorted_by_code(&spans, study.codebook.codes.len());
        Self { spans, by_code, firsts }
    }

    /// Positions in `spans` of the codings with any of these codes, by place.
    pub(crate) fn with_codes(&self, codes: impl IntoIterator<Item = usize>) -> Vec<u32> {
        let mut found = Vec::new();
        for code in codes {
            let range = self.firsts[code] as usize..self.firsts[code + 1] as usize;
            found.extend_from_slice(&self.by_code[range]);
        }
        found.sort();
        found
    }

    /// The codings of a source.
    pub(crate) fn of_source(&self, source: u32) -> &[CodedSpan] {
        let first = self.spans.partition_point(|span| span.source < source);
        let n = self.spans[first..].partition_point(|span| span.source == source);
        &self.spans[first..first + n]
    }
}

fn coded_span(study: &Study, units: &Units, places: &Places, fact: &Fact) -> CodedSpan {
    let coding: &Coding = &study.codings[fact.coding as usize];
    let span = coding.target.span();
    let first = units.of_source(fact.source).start;
    let has_units = !study.sources[fact.source as usize].units.is_empty();
    let unit = match (fact.setting.unit, span) {
        (Some(position), _) => Some(first + position),
        (None, Some(span)) if !has_units => units.at(study, fact.source, span),
        _ => None,
    };
    CodedSpan {
        unit: unit.unwrap_or_else(|| units.whole(fact.source)),
        source: fact.source,
        start: span.map_or(0, |span| span.start().0),
        end: span.map_or(0, |span| span.end().0),
        case: fact.case,
        coding: fact.coding,
        code: fact.code,
        valence: fact.valence,
        counts: places.counts(coding),
    }
}

/// Counting sort: linear, and codings of one code stay in the order of their places.
fn sorted_by_code(spans: &[CodedSpan], n_codes: usize) -> (Vec<u32>, Vec<u32>) {
    let mut firsts = vec![0u32; n_codes + 1];
    for span in spans {
        firsts[span.code as usize + 1] += 1;
    }
    for code in 0..n_codes {
        firsts[code + 1] += firsts[code];
    }
    let mut next = firsts.clone();
    let mut by_code = vec![0; spans.len()];
    for (idx, span) in spans.iter().enumerate() {
        let place = &mut next[span.code as usize];
        by_code[*place as usize] = idx as u32;
        *place += 1;
    }
    (by_code, firsts)
}
