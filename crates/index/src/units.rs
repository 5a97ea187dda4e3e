//! All units of a study in one numbering.
//!
//! Units are numbered through, source after source in the order of the study, so that a set of units is a row of bits and
//! order by number is order by place. After the last unit each source has one number more, which stands for the source as
//! a whole: what is said of all of it, such as a coding of a whole source, belongs there.

use crate::stretch::{stretch_of, stretches};
use draad_core::{ByteOffset, Source, Span, Study};
use fixedbitset::FixedBitSet;
use rayon::prelude::*;
use std::ops::Range;

/// A set of units, or of sources or cases.
pub(crate) type Set = FixedBitSet;

/// The numbering of a study's units.
pub(crate) struct Units {
    /// Number of each source's first unit, and one more at the end.
    firsts: Vec<u32>,
    /// Source of each unit.
    sources: Vec<u32>,
    /// The lines of sources that have no units.
    lines: Vec<Option<Vec<Span>>>,
}

impl Units {
    pub(crate) fn new(study: &Study) -> Self {
        let lines = |source: &Source| source.units.is_empty().then(|| stretches(source));
        let lines: Vec<_> =
            (0..study.sources.len()).into_par_iter().map(|idx| lines(&study.sources[idx])).collect();
        let mut firsts = vec![0];
        let mut sources = Vec::new();
        for (source_idx, (source, lines)) in study.sources.values().zip(&lines).enumerate() {
            let n_units = lines.as_ref().map_or(source.units.len(), Vec::len);
            sources.resize(sources.len() + n_units, source_idx as u32);
            firsts.push(sources.len() as u32);
        }
        Self { firsts, sources, lines }
    }

    /// Number of units.
    pub(crate) fn len(&self) -> usize {
        self.sources.len()
    }

    pub(crate) fn n_sources(&self) -> usize {
        self.lines.len()
    }

    /// Number of units and of whole sources together.
    pub(crate) fn n_numbers(&self) -> usize {
        self.len() + self.n_sources()
    }

    /// A set without any unit.
    pub(crate) fn none(&self) -> Set {
        Set::with_capacity(self.n_numbers())
    }

    /// A set of all units, without whole sources.
    pub(crate) fn every(&self) -> Set {
        let mut set = self.none();
        set.insert_range(..self.len());
        set
    }

    /// A set of all units and all whole sources.
    pub(crate) fn everything(&self) -> Set {
        let mut set = self.every();
        set.insert_range(self.len()..);
        set
    }

    pub(crate) fn is_whole(&self, unit: u32) -> bool {
        unit as usize >= self.len()
    }

    /// Number of the source as a whole.
    pub(crate) fn whole(&self, source: u32) -> u32 {
        self.len() as u32 + source
    }

    /// Numbers of the units of a source.
    pub(crate) fn of_source(&self, source: u32) -> Range<u32> {
        self.firsts[source as usize]..self.firsts[source as usize + 1]
    }

    /// Source of a unit, or of a whole source's number.
    pub(crate) fn source_of(&self, unit: u32) -> u32 {
        self.sources.get(unit as usize).copied().unwrap_or_else(|| unit - self.len() as u32)
    }

    /// Position of a unit in its source.
    pub(crate) fn position(&self, unit: u32) -> usize {
        (unit - self.firsts[self.source_of(unit) as usize]) as usize
    }

    /// Where a unit stands in its source; nothing for a whole source.
    pub(crate) fn span(&self, study: &Study, unit: u32) -> Option<Span> {
        if self.is_whole(unit) {
            return None;
        }
        let (source, position) = (self.source_of(unit) as usize, self.position(unit));
        match &self.lines[source] {
            Some(lines) => lines.get(position).copied(),
            None => study.sources[source].units.get(position).map(|unit| unit.span),
        }
    }

    /// Number of the unit to which a span of a source belongs, by the rule of [`Source::unit_of`].
    pub(crate) fn at(&self, study: &Study, source: u32, span: Span) -> Option<u32> {
        let first = self.firsts[source as usize];
        let position = match &self.lines[source as usize] {
            Some(lines) => stretch_of(lines, span),
            None => study.sources[source as usize].unit_of(span),
        };
        position.map(|position| first + position as u32)
    }

    /// Number of the unit that ends last among those that begin before `end`: the one in which a span with that end ends.
    pub(crate) fn before(&self, study: &Study, source: u32, end: u32) -> Option<u32> {
        let first = self.firsts[source as usize];
        let n_before = match &self.lines[source as usize] {
            Some(lines) => lines.partition_point(|line| line.start() < ByteOffset(end)),
            None => study.sources[source as usize]
                .units
                .partition_point(|unit| unit.span.start() < ByteOffset(end)),
        };
        (n_before as u32).checked_sub(1).map(|position| first + position)
    }
}
