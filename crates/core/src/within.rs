//! The units of a study for which a saved query holds: once they are worked out, a filter like any other.

use crate::{CharOffset, CharSpan, QueryId, SourceId};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The parts of a study for which a saved query holds. Whoever understands queries makes it; whoever filters goes by it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Within {
    /// The query's name in the study.
    pub query: QueryId,
    /// The query as it was asked.
    pub text: String,
    /// Units, sorted; of a source without units, lines.
    #[serde(skip)]
    units: BTreeMap<SourceId, Vec<CharSpan>>,
    /// Sources for which it holds as a whole.
    #[serde(skip)]
    wholes: BTreeSet<SourceId>,
}

impl Within {
    /// Makes a filter of the units, and of the sources as a whole, for which a query holds.
    pub fn new(
        query: QueryId,
        text: &str,
        units: impl IntoIterator<Item = (SourceId, CharSpan)>,
        wholes: impl IntoIterator<Item = SourceId>,
    ) -> Self {
        let mut by_source: BTreeMap<SourceId, Vec<CharSpan>> = BTreeMap::new();
        for (source, unit) in units {
            by_source.entry(source).or_default().push(unit);
        }
        by_source.values_mut().for_each(|units| units.sort_unstable());
        Self { query, text: text.to_owned(), units: by_source, wholes: wholes.into_iter().collect() }
    }

    /// Returns whether the query holds for the unit in which a place lies; without a place, for the source as a whole.
    pub fn holds(&self, source: &SourceId, place: Option<CharOffset>) -> bool {
        let Some(place) = place else { return self.wholes.contains(source) };
        let units = self.units_of(source);
        let next = units.partition_point(|unit| unit.end <= place);
        units.get(next).is_some_and(|unit| unit.start <= place)
    }

    /// Returns what of a stretch lies in units for which the query holds, in order.
    pub fn parts(&self, source: &SourceId, stretch: CharSpan) -> Vec<CharSpan> {
        let units = self.units_of(source);
        let first = units.partition_point(|unit| unit.end <= stretch.start);
        let inside = units[first..].iter().take_while(|unit| unit.start < stretch.end);
        let cut = |unit: &CharSpan| CharSpan {
            start: unit.start.max(stretch.start),
            end: unit.end.min(stretch.end),
        };
        inside.map(cut).filter(|part| !part.is_empty()).collect()
    }

    fn units_of(&self, source: &SourceId) -> &[CharSpan] {
        self.units.get(source).map_or(&[], Vec::as_slice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chars(start: u32, end: u32) -> CharSpan {
        CharSpan { start: CharOffset(start), end: CharOffset(end) }
    }

    #[test]
    fn places_and_stretches_are_cut_to_the_units() {
        let source = || SourceId::new("s").unwrap();
        let units = [chars(10, 20), chars(0, 5)].map(|unit| (source(), unit));
        let within = Within::new(QueryId::new("q").unwrap(), "a", units, []);
        let holds = |place| within.holds(&source(), Some(CharOffset(place)));
        assert!(holds(0) && holds(4) && !holds(5) && !holds(9) && holds(10) && !holds(20));
        assert!(
            !within.holds(&source(), None)
                && !within.holds(&SourceId::new("t").unwrap(), Some(CharOffset(0)))
        );
        assert_eq!(within.parts(&source(), chars(3, 12)), [chars(3, 5), chars(10, 12)]);
        assert_eq!(within.parts(&source(), chars(5, 10)), []);
    }
}
