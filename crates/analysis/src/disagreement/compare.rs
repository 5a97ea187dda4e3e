//! Puts the codings of several coders side by side: one pass over the codings of each code of a source, one over those of the
//! source.

use super::{CoderReading, ComparedSource, DisagreementKind, Stretch, id_of};
use draad_core::facts::{Fact, Facts};
use draad_core::{CharSpan, CoderId, Study};
use rayon::prelude::*;
use std::ops::Range;

/// A source that was read by at least two, while it is compared.
struct Reading<'a> {
    study: &'a Study,
    source: u32,
    /// Positions in `coders`, ascending.
    readers: Vec<u32>,
    coders: &'a [CoderId],
    /// The codings, each once, by place.
    facts: Vec<&'a Fact>,
    overlap: f64,
}

/// Compares all sources of `everything` that at least two of `coders` read, and keeps the stretches of which a coding is among
/// `shown`.
pub(super) fn compare(
    study: &Study,
    everything: &Facts,
    shown: &Facts,
    coders: &[CoderId],
    overlap: f64,
) -> (Vec<ComparedSource>, Vec<Stretch>) {
    let mut is_shown = vec![false; study.codings.len()];
    for fact in &shown.codings {
        is_shown[fact.coding as usize] = true;
    }
    let readings: Vec<Reading> = double_read(study, everything, coders, overlap);
    let compared = readings.par_iter().filter_map(|reading| {
        let mut stretches = reading.stretches();
        stretches.retain(|stretch| stretch.codings().any(|coding| is_shown[coding as usize]));
        reading.add_others(&mut stretches);
        let source = ComparedSource { source: reading.source, readers: reading.readers.clone() };
        (!stretches.is_empty()).then_some((source, stretches))
    });
    let compared: Vec<_> = compared.collect();
    let (sources, stretches): (Vec<_>, Vec<_>) = compared.into_iter().unzip();
    (sources, stretches.into_iter().flatten().collect())
}

/// Returns the sources that at least two of the coders read, each with its codings.
fn double_read<'a>(
    study: &'a Study,
    facts: &'a Facts,
    coders: &'a [CoderId],
    overlap: f64,
) -> Vec<Reading<'a>> {
    let mut rest = facts.codings.as_slice();
    let mut found = Vec::new();
    for readings in facts.readings.chunk_by(|a, b| a.source == b.source) {
        let source = readings[0].source;
        let start = rest.partition_point(|fact| fact.source < source);
        let end = rest.partition_point(|fact| fact.source <= source);
        let own = &rest[start..end];
        rest = &rest[end..];
        let position = |coder: &CoderId| coders.binary_search(coder).ok().map(|place| place as u32);
        let readers: Vec<u32> = readings.iter().filter_map(|reading| position(&reading.coder)).collect();
        if readers.len() < 2 {
            continue;
        }
        // a coding that belongs to several cases stands once per case
        let mut once: Vec<&Fact> = own.iter().collect();
        once.dedup_by_key(|fact| fact.coding);
        found.push(Reading { study, source, readers, coders, facts: once, overlap });
    }
    found
}

impl Reading<'_> {
    /// Returns all stretches, by place and code, without other codes.
    fn stretches(&self) -> Vec<Stretch> {
        let mut by_code = self.facts.clone();
        // stable: within a code they stay in the order of places
        by_code.sort_by_key(|fact| fact.code);
        let mut stretches = Vec::new();
        for codings in by_code.chunk_by(|a, b| a.code == b.code) {
            for run in runs(codings) {
                stretches.push(self.stretch(&codings[run]));
            }
        }
        stretches.sort_by_key(|stretch| (place(stretch.chars), stretch.code));
        stretches
    }

    /// Compares the readings of a stretch that consists of these codings.
    fn stretch(&self, codings: &[&Fact]) -> Stretch {
        let first = codings[0];
        let chars = codings.iter().filter_map(|fact| fact.chars).reduce(hull);
        let readings: Vec<CoderReading> =
            self.readers.iter().map(|&coder| self.reading(coder, codings)).collect();
        let covers: Vec<Vec<CharSpan>> =
            self.readers.iter().map(|&coder| self.cover(coder, codings)).collect();
        let overlap = chars.and_then(|_| smallest_overlap(&covers));
        let mut kinds = Vec::new();
        if readings.iter().any(|reading| reading.codings.is_empty()) {
            kinds.push(DisagreementKind::OnlySomeCoded);
        }
        if overlap.is_some_and(|overlap| overlap < self.overlap) {
            kinds.push(DisagreementKind::Borders);
        }
        let mut coded = readings.iter().filter(|reading| !reading.codings.is_empty());
        let valences = coded.next().map(|reading| &reading.valences);
        if coded.any(|reading| Some(&reading.valences) != valences) {
            kinds.push(DisagreementKind::Valence);
        }
        let id = id_of(self.study, self.source, first.code, chars);
        Stretch { id, source: self.source, code: first.code, chars, overlap, kinds, readings }
    }

    fn is_by(&self, coder: u32, fact: &Fact) -> bool {
        self.study.codings[fact.coding as usize].coder == self.coders[coder as usize]
    }

    fn reading(&self, coder: u32, codings: &[&Fact]) -> CoderReading {
        let own = codings.iter().filter(|fact| self.is_by(coder, fact));
        let mut valences: Vec<_> = own.clone().map(|fact| fact.valence).collect();
        valences.sort_unstable();
        valences.dedup();
        CoderReading { coder, codings: own.map(|fact| fact.coding).collect(), valences, others: Vec::new() }
    }

    /// The characters that a coder has.
    fn cover(&self, coder: u32, codings: &[&Fact]) -> Vec<CharSpan> {
        cover(codings.iter().filter(|fact| self.is_by(coder, fact)).filter_map(|fact| fact.chars))
    }

    /// Adds to each disagreement what its readers have there under other codes. Both lists are in the order of places.
    fn add_others(&self, stretches: &mut [Stretch]) {
        let mut active: Vec<&Fact> = Vec::new();
        let mut rest = self.facts.as_slice();
        for stretch in stretches.iter_mut().filter(|stretch| !stretch.is_agreed()) {
            let Some(chars) = stretch.chars else {
                let whole = self.facts.iter().copied().filter(|fact| fact.chars.is_none());
                self.take_others(stretch, whole);
                continue;
            };
            active.retain(|fact| fact.chars.is_some_and(|own| own.end > chars.start));
            let begun = rest.partition_point(|fact| fact.chars.is_none_or(|own| own.start < chars.end));
            let new = rest[..begun].iter().copied();
            active.extend(new.filter(|fact| fact.chars.is_some_and(|own| own.end > chars.start)));
            rest = &rest[begun..];
            let overlapping = active.iter().copied();
            self.take_others(
                stretch,
                overlapping.filter(|fact| fact.chars.is_some_and(|own| own.start < chars.end)),
            );
        }
    }

    fn take_others<'f>(&self, stretch: &mut Stretch, there: impl Iterator<Item = &'f Fact>) {
        for fact in there.filter(|fact| fact.code != stretch.code) {
            let coder = stretch.readings.iter_mut().find(|reading| self.is_by(reading.coder, fact));
            if let Some(reading) = coder {
                reading.others.push(fact.coding);
            }
        }
    }
}

/// Returns stretches, by place, as stretches that do not meet.
pub(crate) fn cover(spans: impl Iterator<Item = CharSpan>) -> Vec<CharSpan> {
    let mut cover: Vec<CharSpan> = Vec::new();
    for chars in spans {
        match cover.last_mut() {
            Some(last) if chars.start <= last.end => last.end = last.end.max(chars.end),
            _ => cover.push(chars),
        }
    }
    cover
}

/// Cuts the codings of one code, by place, into runs that overlap; codings of the whole source are a run.
fn runs(codings: &[&Fact]) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    let mut end = None;
    for (position, fact) in codings.iter().enumerate() {
        let continues = position > 0
            && match (fact.chars, end) {
                (Some(chars), Some(end)) => chars.start < end,
                (None, None) => true,
                _ => false,
            };
        end = if continues {
            end.max(fact.chars.map(|chars| chars.end))
        } else {
            fact.chars.map(|chars| chars.end)
        };
        match runs.last_mut() {
            Some(run) if continues => run.end = position + 1,
            _ => runs.push(position..position + 1),
        }
    }
    runs
}

fn place(chars: Option<CharSpan>) -> Option<(u32, u32)> {
    chars.map(|chars| (chars.start.0, chars.end.0))
}

fn hull(a: CharSpan, b: CharSpan) -> CharSpan {
    CharSpan { start: a.start.min(b.start), end: a.end.max(b.end) }
}

/// Returns the smallest overlap of two of those who cover something.
fn smallest_overlap(covers: &[Vec<CharSpan>]) -> Option<f64> {
    let covers: Vec<&Vec<CharSpan>> = covers.iter().filter(|cover| !cover.is_empty()).collect();
    let pairs = (0..covers.len()).flat_map(|a| (a + 1..covers.len()).map(move |b| (a, b)));
    pairs.map(|(a, b)| overlap_of(covers[a], covers[b])).reduce(f64::min)
}

/// Returns characters in both / characters in either of two sets of stretches, of which neither is empty.
pub(crate) fn overlap_of(a: &[CharSpan], b: &[CharSpan]) -> f64 {
    let length =
        |spans: &[CharSpan]| spans.iter().map(|span| u64::from(span.end.0 - span.start.0)).sum::<u64>();
    let (mut i, mut j, mut both) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let (start, end) = (x.start.max(y.start).0, x.end.min(y.end).0);
        both += u64::from(end.saturating_sub(start));
        if x.end <= y.end { i += 1 } else { j += 1 }
    }
    both as f64 / (length(a) + length(b) - both) as f64
}
