//! From what a query holds for to its hits, by place.
//!
//! A unit with nothing to point at is itself one hit. Where words overlap, the first counts, and of two that start together
//! the longer.

use crate::evaluate::{Domain, Evaluation, Found, Pointer, Points};
use crate::scope::Scope;
use crate::stretches::{Mark, Stretch};
use crate::units::{Set, Units};
use crate::words::words;
use draad_core::Study;
use rayon::prelude::*;
use std::cmp::Reverse;
use std::ops::Range;

/// One hit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RawHit {
    pub(crate) stretch: Stretch,
    /// Position of the pointer that found it; nothing for a whole unit.
    pub(crate) pointer: Option<usize>,
    /// Codings that it is made of, as positions in the study.
    pub(crate) codings: Vec<u32>,
}

impl Evaluation<'_> {
    /// Returns the hits, by source and place.
    pub(crate) fn gather(
        &self,
        found: &Found,
        scope: &Scope,
        domain: Domain,
    ) -> tantivy::Result<Vec<RawHit>> {
        let mut word_hits = Vec::new();
        let mut coding_hits = Vec::new();
        for (idx, pointer) in found.pointers.iter().enumerate() {
            for stretch in self.pointed_at(pointer, scope, domain)? {
                let is_words = matches!(stretch.mark, Mark::Words { .. });
                let hit = RawHit { stretch, pointer: Some(idx), codings: Vec::new() };
                if is_words { word_hits.push(hit) } else { coding_hits.push(hit) }
            }
        }
        let mut hits = without_overlap(word_hits);
        if !coding_hits.is_empty() {
            // words and codings are put in order by where they stand in the text
            hits.par_iter_mut().for_each(|hit| {
                let located = locate_in_unit(self.study, self.units(), &[hit.stretch]);
                hit.stretch = located.first().copied().unwrap_or(hit.stretch);
            });
        }
        hits.extend(each_coding_once(coding_hits));
        if domain == Domain::Unit {
            let mut bare = found.elements.clone();
            for hit in &hits {
                bare.set(hit.stretch.unit as usize, false);
            }
            hits.extend(bare.ones().map(|unit| self.whole_unit(unit as u32)));
        }
        hits.sort_by_key(place);
        Ok(hits)
    }

    /// What a pointer points at where it counts.
    fn pointed_at(&self, pointer: &Pointer, scope: &Scope, domain: Domain) -> tantivy::Result<Vec<Stretch>> {
        match &pointer.points {
            Points::Words { terms, units } => {
                let mut counting = units.clone();
                self.keep_counting(&mut counting, &pointer.elements, scope, domain);
                self.words(terms, &counting)
            }
            Points::Stretches(stretches) => {
                let counts = |stretch: &&Stretch| self.counts(stretch, &pointer.elements, domain);
                Ok(stretches.iter().filter(counts).copied().collect())
            }
        }
    }

    /// Leaves the units in which a pointer counts.
    fn keep_counting(&self, units: &mut Set, elements: &Set, scope: &Scope, domain: Domain) {
        if domain == Domain::Unit {
            units.intersect_with(elements);
            return;
        }
        let counts = |unit: &usize| {
            let (source, unit) = (self.units().source_of(*unit as u32), *unit as u32);
            self.counts(&Stretch { source, start: 0, end: 0, unit, mark: Mark::Unit }, elements, domain)
        };
        let mut counting = self.units().none();
        counting.extend(units.ones().filter(counts));
        counting.intersect_with(&scope.units);
        *units = counting;
    }

    fn counts(&self, stretch: &Stretch, elements: &Set, domain: Domain) -> bool {
        match (domain, stretch.mark) {
            (Domain::Unit, _) => elements.contains(stretch.unit as usize),
            (Domain::Source, _) => elements.contains(stretch.source as usize),
            (Domain::Case, Mark::Coding { case, .. }) => elements.contains(case as usize),
            (Domain::Case, _) => {
                let cases = self.columns.settings(self.study).cases(self.units(), stretch.unit);
                cases.iter().any(|case| elements.contains(*case as usize))
            }
        }
    }

    /// Returns a unit as one hit.
    pub(crate) fn whole_unit(&self, unit: u32) -> RawHit {
        let span = self.units().span(self.study, unit).map_or(0..0, |span| span.start().0..span.end().0);
        let source = self.units().source_of(unit);
        let stretch = Stretch { source, start: span.start, end: span.end, unit, mark: Mark::Unit };
        RawHit { stretch, pointer: None, codings: Vec::new() }
    }
}

/// The order by place: a source as a whole comes before its units.
fn place(hit: &RawHit) -> (u32, u32, u32, u32) {
    let stretch = &hit.stretch;
    let (first, second) = match stretch.mark {
        Mark::Words { first_word, n_words } if stretch.start == stretch.end => (first_word, n_words),
        _ => (stretch.start, stretch.end),
    };
    // a whole source's own number is larger than that of any unit; + 1 makes it 0
    let unit = if stretch.start == stretch.end && !matches!(stretch.mark, Mark::Words { .. }) {
        0
    } else {
        stretch.unit + 1
    };
    (stretch.source, unit, first, second)
}

fn without_overlap(mut hits: Vec<RawHit>) -> Vec<RawHit> {
    let words = |hit: &RawHit| match hit.stretch.mark {
        Mark::Words { first_word, n_words } => (hit.stretch.unit, first_word, n_words),
        Mark::Coding { .. } | Mark::Unit => (hit.stretch.unit, 0, 0),
    };
    hits.sort_by_key(|hit| {
        let (unit, first_word, n_words) = words(hit);
        (unit, first_word, Reverse(n_words))
    });
    let mut free = (0, 0);
    hits.retain(|hit| {
        let (unit, first_word, n_words) = words(hit);
        let keep = (unit, first_word) >= free;
        if keep {
            free = (unit, first_word + n_words);
        }
        keep
    });
    hits
}

/// A coding that belongs to several cases, or was found twice, is one hit.
fn each_coding_once(mut hits: Vec<RawHit>) -> Vec<RawHit> {
    let coding = |hit: &RawHit| match hit.stretch.mark {
        Mark::Coding { coding, .. } => Some(coding),
        Mark::Words { .. } | Mark::Unit => None,
    };
    hits.sort_by_key(|hit| (coding(hit), hit.stretch.unit));
    hits.dedup_by(|a, b| coding(a) == coding(b) && a.stretch.unit == b.stretch.unit);
    for hit in &mut hits {
        hit.codings = coding(hit).into_iter().collect();
    }
    hits
}

/// Joins codings that overlap and were found by the same part of the query to one passage: whoever coded it and however
/// often, it counts once. Hits are given, and returned, by place.
pub(crate) fn passages(hits: Vec<RawHit>) -> Vec<RawHit> {
    let (mut codings, mut joined): (Vec<RawHit>, Vec<RawHit>) =
        hits.into_iter().partition(|hit| !hit.codings.is_empty());
    codings.sort_by_key(|hit| (hit.pointer, hit.stretch.source, hit.stretch.start, hit.stretch.end));
    for hit in codings {
        match joined.last_mut() {
            Some(last) if continues(last, &hit) => {
                last.stretch.end = last.stretch.end.max(hit.stretch.end);
                last.codings.extend(hit.codings);
            }
            _ => joined.push(hit),
        }
    }
    joined.sort_by_key(place);
    joined
}

fn continues(passage: &RawHit, hit: &RawHit) -> bool {
    let (own, next) = (&passage.stretch, &hit.stretch);
    let is_whole = |stretch: &Stretch| stretch.start == stretch.end;
    passage.pointer == hit.pointer
        && !passage.codings.is_empty()
        && own.source == next.source
        && is_whole(own) == is_whole(next)
        && (is_whole(own) || next.start < own.end)
}

/// Returns the stretches with the bytes at which they begin and end, by place; words that the text does not have (an index
/// that is damaged) are left out.
pub(crate) fn locate(study: &Study, units: &Units, stretches: Vec<Stretch>) -> Vec<Stretch> {
    if stretches.iter().all(|stretch| !matches!(stretch.mark, Mark::Words { .. })) {
        return stretches; // codings have their bytes
    }
    let runs: Vec<&[Stretch]> = stretches.chunk_by(|a, b| a.unit == b.unit).collect();
    let located: Vec<Vec<Stretch>> = runs.par_iter().map(|run| locate_in_unit(study, units, run)).collect();
    let mut located: Vec<Stretch> = located.into_iter().flatten().collect();
    located.sort();
    located
}

fn locate_in_unit(study: &Study, units: &Units, stretches: &[Stretch]) -> Vec<Stretch> {
    if stretches.iter().all(|stretch| !matches!(stretch.mark, Mark::Words { .. })) {
        return stretches.to_vec();
    }
    let unit = stretches[0].unit;
    let Some(span) = units.span(study, unit) else { return stretches.to_vec() };
    let text = study.sources[stretches[0].source as usize].text.get(span).unwrap_or_default();
    let last = stretches.iter().filter_map(|stretch| match stretch.mark {
        Mark::Words { first_word, n_words } => Some((first_word + n_words) as usize),
        _ => None,
    });
    let words: Vec<Range<usize>> = words(text).take(last.max().unwrap_or(0)).collect();
    let place = |stretch: &Stretch| {
        let Mark::Words { first_word, n_words } = stretch.mark else { return Some(*stretch) };
        let first = words.get(first_word as usize)?;
        let last = words.get((first_word + n_words) as usize - 1)?;
        let start = span.start().0;
        Some(Stretch { start: start + first.start as u32, end: start + last.end as u32, ..*stretch })
    };
    stretches.iter().filter_map(place).collect()
}
