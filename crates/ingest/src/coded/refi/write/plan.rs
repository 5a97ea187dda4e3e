//! Where everything of a study goes in a project, and under which identifier, before the first of it is written: cases
//! point at places in sources that come after them.

use super::guids::Guids;
use super::losses::Losses;
use crate::coded::{Reason, Thing};
use draad_core::{
    About, ByteOffset, Case, CharSpan, CoderId, Coding, CodingId, Memo, Source, SourceId, Span, Study, Target,
};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A study laid out as a project. Codes, cases, sources and memos are meant by their place in the study.
pub(super) struct Plan<'s> {
    pub(super) study: &'s Study,
    pub(super) coders: BTreeMap<&'s CoderId, Uuid>,
    pub(super) codes: Vec<Uuid>,
    pub(super) variables: BTreeMap<&'s str, Uuid>,
    pub(super) cases: Vec<CasePlan<'s>>,
    pub(super) sources: Vec<SourcePlan<'s>>,
    pub(super) memos: Vec<MemoPlan<'s>>,
    /// Memos about each code.
    pub(super) code_memos: Vec<Vec<usize>>,
    /// Memos about the study.
    pub(super) study_memos: Vec<usize>,
}

/// A case, its sources and its parts of sources.
pub(super) struct CasePlan<'s> {
    pub(super) case: &'s Case,
    pub(super) guid: Uuid,
    /// Sources that belong to it altogether.
    pub(super) sources: Vec<usize>,
    /// Sources of which parts belong to it.
    pub(super) shared: Vec<usize>,
    /// Those parts.
    pub(super) parts: Vec<Uuid>,
}

/// A source and what stands in it.
pub(super) struct SourcePlan<'s> {
    pub(super) source: &'s Source,
    pub(super) guid: Uuid,
    /// Codings of the source as a whole.
    pub(super) whole: Vec<CodingPlan<'s>>,
    /// Its selections, in the order of the text.
    pub(super) selections: Vec<Selection<'s>>,
    pub(super) memos: Vec<usize>,
    /// Whether its cases follow, in their order, from what the cases point at.
    pub(super) cases_follow: bool,
}

/// A stretch of text: with codings, memos, both, or as a part that belongs to a case.
pub(super) struct Selection<'s> {
    pub(super) guid: Uuid,
    pub(super) span: Span,
    pub(super) chars: CharSpan,
    pub(super) codings: Vec<CodingPlan<'s>>,
    pub(super) memos: Vec<usize>,
}

/// A coding.
pub(super) struct CodingPlan<'s> {
    pub(super) coding: &'s Coding,
    pub(super) guid: Uuid,
    pub(super) code: usize,
    pub(super) memos: Vec<usize>,
}

/// A memo.
pub(super) struct MemoPlan<'s> {
    pub(super) memo: &'s Memo,
    pub(super) guid: Uuid,
    /// Whether all it is about points at it.
    pub(super) is_pointed_at: bool,
}

impl<'s> Plan<'s> {
    /// Lays out a study. What has no place in it is counted as lost.
    pub(super) fn of(study: &'s Study, guids: &mut Guids<'_>, losses: &mut Losses) -> Self {
        let mut places = Places::new(study);
        let mut memos = places.add_memos(study, guids);
        places.add_parts(study, losses);
        places.add_codings(study, guids, losses);
        for (_, memo) in places.coding_memos.iter().filter(|(key, _)| !places.found.contains(*key)) {
            memo.iter().for_each(|&memo| memos[memo].is_pointed_at = false);
        }
        let codes = study.codebook.codes.keys().map(|id| guids.of(&format!("code {id}"))).collect();
        let Places { sources, code_memos, study_memos, parts, .. } = places;
        let mut sources: Vec<_> = sources.into_iter().map(|place| place.settled(guids)).collect();
        let cases = cases(study, &mut sources, &parts, guids);
        let variables = attributes(study).into_iter().map(|id| (id, guids.of(&format!("attribute {id}"))));
        let variables = variables.collect();
        let coders = coders(study).into_iter().map(|id| (id, guids.of(&format!("coder {id}")))).collect();
        Self { study, coders, codes, variables, cases, sources, memos, code_memos, study_memos }
    }
}

/// Returns the attributes of cases: those of the settings, and those that only a case has.
fn attributes(study: &Study) -> BTreeSet<&str> {
    let listed = study.settings.attributes.iter().map(|attribute| &attribute.id);
    let further = study.cases.values().flat_map(|case| case.attributes.keys());
    listed.chain(further).map(|id| id.as_str()).collect()
}

/// Returns everybody who is listed, coded or wrote.
fn coders(study: &Study) -> BTreeSet<&CoderId> {
    let listed = study.settings.coders.iter().map(|coder| &coder.id);
    let coding = study.codings.iter().map(|coding| &coding.coder);
    let writing = study.memos.iter().filter_map(|memo| memo.author.as_ref());
    listed.chain(coding).chain(writing).collect()
}

/// Returns the cases with what belongs to them. A source of which a part belongs to a case does not belong to it altogether.
fn cases<'s>(
    study: &'s Study,
    sources: &mut [SourcePlan<'_>],
    parts: &[Part],
    guids: &mut Guids<'_>,
) -> Vec<CasePlan<'s>> {
    let plan = |case: &'s Case| {
        let guid = guids.of(&format!("case {}", case.id));
        CasePlan { case, guid, sources: Vec::new(), shared: Vec::new(), parts: Vec::new() }
    };
    let mut cases: Vec<_> = study.cases.values().map(plan).collect();
    let mut shared: BTreeSet<(usize, usize)> = BTreeSet::new();
    for part in parts {
        let selections = &sources[part.source].selections;
        let place = selections.binary_search_by_key(&key(part.span), |selection| key(selection.span));
        cases[part.case].parts.extend(place.ok().map(|place| selections[place].guid));
        shared.insert((part.source, part.case));
    }
    for (n, plan) in sources.iter_mut().enumerate() {
        let with_parts = shared.range((n, 0)..=(n, usize::MAX)).map(|&(_, case)| case);
        let listed = plan.source.cases.iter().filter_map(|case| study.cases.get_index_of(case));
        let belongs: BTreeSet<usize> = listed.chain(with_parts).collect();
        for &case in &belongs {
            let list =
                if shared.contains(&(n, case)) { &mut cases[case].shared } else { &mut cases[case].sources };
            list.push(n);
        }
        plan.cases_follow = belongs.iter().map(|&case| &cases[case].case.id).eq(&plan.source.cases);
    }
    cases
}

/// A part of a source that belongs to a case.
struct Part {
    case: usize,
    source: usize,
    span: Span,
}

type CodingKey<'s> = (&'s CoderId, &'s SourceId, &'s CodingId);

/// What stands where, while it is being collected.
struct Places<'s> {
    sources: Vec<SourcePlaces<'s>>,
    parts: Vec<Part>,
    code_memos: Vec<Vec<usize>>,
    study_memos: Vec<usize>,
    coding_memos: BTreeMap<CodingKey<'s>, Vec<usize>>,
    /// Codings with memos that are there.
    found: BTreeSet<CodingKey<'s>>,
}

/// What stands in one source, by its place.
struct SourcePlaces<'s> {
    source: &'s Source,
    whole: Vec<CodingPlan<'s>>,
    spans: BTreeMap<(ByteOffset, ByteOffset), (Vec<CodingPlan<'s>>, Vec<usize>)>,
    memos: Vec<usize>,
}

impl<'s> Places<'s> {
    fn new(study: &'s Study) -> Self {
        let place =
            |source| SourcePlaces { source, whole: Vec::new(), spans: BTreeMap::new(), memos: Vec::new() };
        Self {
            sources: study.sources.values().map(place).collect(),
            parts: Vec::new(),
            code_memos: vec![Vec::new(); study.codebook.codes.len()],
            study_memos: Vec::new(),
            coding_memos: BTreeMap::new(),
            found: BTreeSet::new(),
        }
    }

    fn add_memos(&mut self, study: &'s Study, guids: &mut Guids<'_>) -> Vec<MemoPlan<'s>> {
        let memo = |(place, memo): (usize, &'s Memo)| {
            if memo.about.is_empty() {
                self.study_memos.push(place);
            }
            let pointing: Vec<bool> =
                memo.about.iter().map(|about| self.point(study, about, place)).collect();
            let guid = guids.of(&format!("memo {}", memo.id));
            MemoPlan { memo, guid, is_pointed_at: pointing.iter().all(|is_so| *is_so) }
        };
        study.memos.iter().enumerate().map(memo).collect()
    }

    /// Lets what a memo is about point at it; returns whether the format can.
    fn point(&mut self, study: &'s Study, about: &'s About, memo: usize) -> bool {
        let memos = match about {
            About::Source(source) => {
                study.sources.get_index_of(source).map(|source| &mut self.sources[source].memos)
            }
            About::Span(source, chars) => study.sources.get_index_of(source).and_then(|source| {
                let place = &mut self.sources[source];
                let span = place.source.text.span(*chars)?;
                Some(&mut place.spans.entry(key(span)).or_default().1)
            }),
            About::Code(code) => {
                study.codebook.codes.get_index_of(code).map(|code| &mut self.code_memos[code])
            }
            About::Coding(coder, source, id) => {
                Some(self.coding_memos.entry((coder, source, id)).or_default())
            }
            About::Case(_) | About::Finding(_) => None,
        };
        let Some(memos) = memos else { return false };
        if !memos.contains(&memo) {
            memos.push(memo);
        }
        true
    }

    fn add_parts(&mut self, study: &'s Study, losses: &mut Losses) {
        for part in &study.case_spans {
            let name = format!("{} {}-{}", part.source, part.chars.start.0, part.chars.end.0);
            let (Some(case), Some(source)) =
                (study.cases.get_index_of(&part.case), study.sources.get_index_of(&part.source))
            else {
                losses.lose(Thing::CaseParts, &name, Reason::PointsNowhere, part.case.as_str(), 1);
                continue;
            };
            let place = &mut self.sources[source];
            match place.source.text.span(part.chars) {
                Some(span) => {
                    place.spans.entry(key(span)).or_default();
                    self.parts.push(Part { case, source, span });
                }
                None => losses.lose(Thing::CaseParts, &name, Reason::PastEnd, "", 1),
            }
        }
        losses.written(Thing::CaseParts, self.parts.len(), study.case_spans.len());
    }

    fn add_codings(&mut self, study: &'s Study, guids: &mut Guids<'_>, losses: &mut Losses) {
        let mut n_written = 0;
        for coding in &study.codings {
            let Some((source, code)) = coded(study, coding, losses) else { continue };
            let place = &mut self.sources[source];
            let codings = match coding.target {
                Target::Source => &mut place.whole,
                Target::Span(span) => &mut place.spans.entry(key(span)).or_default().0,
            };
            let reference = (&coding.coder, &coding.source, &coding.id);
            let memos = match self.coding_memos.get(&reference) {
                Some(memos) if self.found.insert(reference) => memos.clone(),
                _ => Vec::new(),
            };
            let guid = guids.of(&format!("coding {} {} {}", coding.coder, coding.source, coding.id));
            codings.push(CodingPlan { coding, guid, code, memos });
            n_written += 1;
        }
        losses.written(Thing::Codings, n_written, study.codings.len());
    }
}

/// Returns the source and the code of a coding by their place in the study; counts it as lost where it has none.
fn coded(study: &Study, coding: &Coding, losses: &mut Losses) -> Option<(usize, usize)> {
    let mut lose = |reason, detail: &str| {
        losses.lose(Thing::Codings, coding.id.as_str(), reason, detail, 1);
        None
    };
    let Some((place, _, source)) = study.sources.get_full(&coding.source) else {
        return lose(Reason::PointsNowhere, coding.source.as_str());
    };
    let Some(code) = study.codebook.codes.get_index_of(&coding.code) else {
        return lose(Reason::PointsNowhere, coding.code.as_str());
    };
    match coding.target {
        Target::Span(span) if source.text.get(span).is_none() => lose(Reason::PastEnd, ""),
        _ => Some((place, code)),
    }
}

impl<'s> SourcePlaces<'s> {
    fn settled(self, guids: &mut Guids<'_>) -> SourcePlan<'s> {
        let Self { source, whole, spans, memos } = self;
        let guid = guids.of(&format!("source {}", source.id));
        let selection = |((start, end), (codings, memos))| {
            let span = Span::new(start, end)?;
            let chars = source.text.char_span(span);
            let guid = guids.of(&format!("span {} {}-{}", source.id, chars.start.0, chars.end.0));
            Some(Selection { guid, span, chars, codings, memos })
        };
        let selections = spans.into_iter().filter_map(selection).collect();
        SourcePlan { source, guid, whole, selections, memos, cases_follow: true }
    }
}

fn key(span: Span) -> (ByteOffset, ByteOffset) {
    (span.start(), span.end())
}
