//! Sets of readings.

use super::{PositionReading, PositionUnit};
use strum::IntoEnumIterator;

/// Some of the readings that there are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Readings(u32);

impl Readings {
    /// Every reading, the plainest first: the end after the last character, marks and line breaks as they stand.
    pub(crate) fn all() -> impl Iterator<Item = PositionReading> {
        (0..8u8).flat_map(|bits| {
            let [includes_end, counts_mark, joins_breaks] = [bits & 4 != 0, bits & 2 != 0, bits & 1 != 0];
            PositionUnit::iter().map(move |unit| PositionReading {
                unit,
                counts_mark,
                joins_breaks,
                includes_end,
            })
        })
    }

    /// Returns the readings for which `is_in` holds.
    pub(crate) fn filter(is_in: impl Fn(PositionReading) -> bool) -> Self {
        Self::all().filter(|&reading| is_in(reading)).fold(Self::default(), Self::with)
    }

    /// Returns the set with one more reading.
    pub(crate) fn with(self, reading: PositionReading) -> Self {
        Self(self.0 | bit(reading))
    }

    /// Returns what both sets hold.
    pub(crate) fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns what either set holds.
    pub(crate) fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns whether the set holds nothing.
    pub(crate) fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns whether the set holds a reading.
    pub(crate) fn contains(self, reading: PositionReading) -> bool {
        self.0 & bit(reading) != 0
    }

    /// Returns the plainest reading of the set.
    pub(crate) fn plainest(self) -> Option<PositionReading> {
        Self::all().find(|&reading| self.contains(reading))
    }
}

fn bit(reading: PositionReading) -> u32 {
    let marks = [reading.counts_mark, reading.joins_breaks, reading.includes_end];
    let marks = marks.iter().fold(0, |bits, &mark| bits << 1 | u32::from(mark));
    1 << (marks * 3 + reading.unit as u32)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_twenty_four_readings_and_the_plainest_comes_first() {
        assert_eq!(Readings::all().count(), 24);
        assert_eq!(Readings::filter(|_| true).0.count_ones(), 24);
        assert_eq!(Readings::filter(|_| true).plainest(), Some(PositionReading::default()));
        assert_eq!(Readings::default().plainest(), None);
        let marked = Readings::filter(|reading| reading.counts_mark && reading.unit == PositionUnit::Utf16);
        assert!(Readings::all().filter(|&reading| marked.contains(reading)).count() == 4);
        assert!(marked.and(Readings::filter(|reading| !reading.counts_mark)).is_empty());
    }
}
