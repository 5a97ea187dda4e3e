//! The text on which free spans are compared: of each source from its first character to its last, or what of it passes.
//!
//! Where a filter keeps all of a source, its whole text is the continuum, names of speakers and headings too, as other
//! programs count it. Where a filter on case, role, phase or saved query keeps part of it, the continuum is the material that
//! passes, piece after piece; of a coding counts what lies in it.

use draad_core::facts::Facts;
use draad_core::{CaseId, CharSpan, Filter, Source, Study};
use draad_measures::interval::{Interval, stretches};

/// What of one source is compared, laid end to end.
pub(super) struct LaidOut {
    /// Pieces of the text, sorted and disjoint, each with how many characters of the continuum stand before it.
    pieces: Vec<(Interval, u32)>,
    /// Characters in all.
    pub(super) length: u32,
}

impl LaidOut {
    /// Lays the pieces end to end.
    fn of(pieces: Vec<Interval>) -> Self {
        let mut length = 0;
        let place = |piece: Interval| {
            let before = length;
            length += piece.1 - piece.0;
            (piece, before)
        };
        Self { pieces: pieces.into_iter().map(place).collect(), length }
    }

    /// Returns where a stretch of the text stands in it; nothing where no character of it does.
    pub(super) fn place(&self, chars: CharSpan) -> Option<Interval> {
        let (start, end) = (self.before(chars.start.0), self.before(chars.end.0));
        (start < end).then_some((start, end))
    }

    /// Returns how many characters of the continuum stand before a character of the text.
    fn before(&self, character: u32) -> u32 {
        let n_begun = self.pieces.partition_point(|(piece, _)| piece.0 < character);
        match n_begun.checked_sub(1).map(|last| self.pieces[last]) {
            Some(((start, end), before)) => before + character.min(end) - start,
            None => 0,
        }
    }
}

/// Lays out sources, given by their positions in the study.
pub(super) fn laid_out(
    study: &Study,
    facts: &Facts,
    filter: &Filter,
    sources: impl Iterator<Item = u32>,
) -> Vec<LaidOut> {
    let mut material: Vec<(u32, Interval)> = Vec::new();
    let one = |place: u32| {
        let source = &study.sources[place as usize];
        if is_whole(study, filter, source) {
            return LaidOut::of(vec![(0, source.text.n_chars())]);
        }
        if material.is_empty() {
            material = facts.material.iter().map(|m| (m.source, (m.chars.start.0, m.chars.end.0))).collect();
            material.sort_unstable();
        }
        let first = material.partition_point(|(other, _)| *other < place);
        let own = material[first..].iter().take_while(|(other, _)| *other == place);
        LaidOut::of(stretches(own.map(|(_, piece)| *piece).collect()))
    };
    sources.map(one).collect()
}

/// Returns whether the filter keeps all that is in a source.
pub(super) fn is_whole(study: &Study, filter: &Filter, source: &Source) -> bool {
    let passes = |case: &CaseId| study.cases.get(case).is_none_or(|case| filter.takes_case(case));
    filter.roles.is_empty()
        && filter.phases.is_empty()
        && filter.within.is_empty()
        && source.cases.iter().all(passes)
}
