//! Searching: which units are found, in which order, and which page of their hits is shown.

use crate::answer::{Answer, Order, SearchOptions};
use crate::failed;
use crate::hits::HitMaker;
use crate::index::SearchIndex;
use crate::occurrences::{Occurrence, occurrences};
use crate::query::{Query, fault};
use crate::schema::{END, PLACE, unpack_place};
use crate::selection::{WordSelection, filter_query};
use draad_core::diagnostic::Outcome;
use draad_core::{Filter, QueryFault, Study};
use std::cmp::Reverse;
use std::collections::BTreeSet;
use tantivy::collector::{Collector, Count, SegmentCollector};
use tantivy::query::BooleanQuery;
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentOrdinal, SegmentReader};

/// Weights are compared in steps of this part of a point, so that rounding decides no order.
const STEPS_PER_POINT: f32 = 1024.0;

/// A unit that was found.
pub(crate) struct FoundUnit {
    pub(crate) address: DocAddress,
    /// Source and start, packed.
    pub(crate) place: u64,
    /// Byte after its last in the source's text.
    pub(crate) end: u32,
    weight: u64,
    /// What to point at; empty where the unit was found without a word to point at.
    occurrences: Vec<Occurrence>,
}

impl FoundUnit {
    fn n_hits(&self) -> usize {
        self.occurrences.len().max(1)
    }
}

impl SearchIndex {
    /// Answers a query over the units that pass `filter`. `study` must be the one the index was made from.
    ///
    /// With `--code`, `--valence` or `--coder` a unit passes when one coding that belongs to it meets all of them;
    /// codings of a whole source belong to no unit.
    ///
    /// # Errors
    /// [`Problem::QueryInvalid`](draad_core::Problem::QueryInvalid) when neither query nor filter asks anything,
    /// [`Problem::IndexFailed`](draad_core::Problem::IndexFailed) when the index cannot be read.
    pub fn search(
        &self,
        study: &Study,
        query: &Query,
        filter: &Filter,
        options: &SearchOptions,
    ) -> Outcome<Answer> {
        if query.root.is_none() && filter.is_empty() {
            return Err(fault(QueryFault::Empty, 0));
        }
        self.answer(study, query, filter, options).map_err(failed)
    }

    fn answer(
        &self,
        study: &Study,
        query: &Query,
        filter: &Filter,
        options: &SearchOptions,
    ) -> tantivy::Result<Answer> {
        let searcher = self.reader.searcher();
        let n_units_searched = searcher.search(&filter_query(study, filter, self.fields), &Count)?;
        let mut units = self.find(study, query, filter, &searcher)?;
        match options.order {
            Order::Relevance => units.sort_unstable_by_key(|unit| (Reverse(unit.weight), unit.place)),
            Order::Place => units.sort_unstable_by_key(|unit| unit.place),
        }
        let sources: BTreeSet<u32> = units.iter().map(|unit| unpack_place(unit.place).0).collect();
        let mut answer = Answer {
            n_hits: units.iter().map(FoundUnit::n_hits).sum(),
            n_units_found: units.len(),
            n_units_searched,
            n_sources: sources.len(),
            hits: Vec::new(),
        };
        let maker = HitMaker::new(study, self.fields, &searcher, options.context);
        for (unit, first, last) in page(&units, options) {
            answer.hits.extend(maker.hits(unit, &unit.occurrences, first..last)?);
        }
        Ok(answer)
    }

    /// Returns the units that pass the filter and have the words, in no particular order.
    fn find(
        &self,
        study: &Study,
        query: &Query,
        filter: &Filter,
        searcher: &Searcher,
    ) -> tantivy::Result<Vec<FoundUnit>> {
        let passes = filter_query(study, filter, self.fields);
        let Some(root) = &query.root else {
            return found_units(searcher, searcher.search(&passes, &FoundDocs)?, &[]);
        };
        let words = WordSelection::new(root, self.fields, searcher)?;
        let both = BooleanQuery::intersection(vec![words.query, passes]);
        found_units(searcher, searcher.search(&both, &FoundDocs)?, &words.leaves)
    }
}

fn found_units(
    searcher: &Searcher,
    segments: Vec<DocsInSegment>,
    leaves: &[crate::leaf::Leaf],
) -> tantivy::Result<Vec<FoundUnit>> {
    let mut units = Vec::new();
    for found in segments {
        let segment = searcher.segment_reader(found.segment);
        let places = segment.fast_fields().u64(PLACE)?.first_or_default_col(0);
        let ends = segment.fast_fields().u64(END)?.first_or_default_col(0);
        let docs: Vec<DocId> = found.docs.iter().map(|(doc, _)| *doc).collect();
        let first_unit = units.len();
        units.extend(found.docs.iter().map(|&(doc, score)| FoundUnit {
            address: DocAddress::new(found.segment, doc),
            place: places.get_val(doc),
            end: ends.get_val(doc) as u32,
            weight: (score * STEPS_PER_POINT).round() as u64,
            occurrences: Vec::new(),
        }));
        for occurrence in occurrences(leaves, segment, &docs)? {
            units[first_unit + occurrence.unit as usize].occurrences.push(occurrence);
        }
    }
    Ok(units)
}

/// Returns the units of the page asked for, each with the range of its hits that belong to the page.
fn page<'u>(units: &'u [FoundUnit], options: &SearchOptions) -> Vec<(&'u FoundUnit, usize, usize)> {
    let (mut to_pass, mut to_show) = (options.offset, options.limit);
    let mut shown = Vec::new();
    for unit in units {
        if to_show == 0 {
            break;
        }
        let first = to_pass.min(unit.n_hits());
        let last = unit.n_hits().min(first.saturating_add(to_show));
        to_pass -= first;
        to_show -= last - first;
        if first < last {
            shown.push((unit, first, last));
        }
    }
    shown
}

/// Collects the documents found, per segment in their order, with their scores.
struct FoundDocs;

struct DocsInSegment {
    segment: SegmentOrdinal,
    docs: Vec<(DocId, Score)>,
}

impl Collector for FoundDocs {
    type Fruit = Vec<DocsInSegment>;
    type Child = DocsInSegment;

    fn for_segment(&self, segment: SegmentOrdinal, _: &SegmentReader) -> tantivy::Result<DocsInSegment> {
        Ok(DocsInSegment { segment, docs: Vec::new() })
    }

    fn requires_scoring(&self) -> bool {
        true
    }

    fn merge_fruits(&self, segments: Vec<DocsInSegment>) -> tantivy::Result<Vec<DocsInSegment>> {
        Ok(segments)
    }
}

impl SegmentCollector for DocsInSegment {
    type Fruit = Self;

    fn collect(&mut self, doc: DocId, score: Score) {
        self.docs.push((doc, score));
    }

    fn harvest(self) -> Self {
        self
    }
}
