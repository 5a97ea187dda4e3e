//! The thirteen ways in which one stretch of text can lie to another, and pairs of stretches that lie near each other.

use crate::interval::Interval;
use std::cmp::Ordering::{Equal, Greater, Less};

/// How the first of two non-empty half-open intervals lies to the second. Allen (1983), doi:10.1145/182.358434.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Relation {
    /// It ends before the second begins, with something between them.
    Before,
    /// It ends where the second begins.
    Meets,
    /// It begins first and ends within the second.
    Overlaps,
    /// It begins with the second and ends first.
    Starts,
    /// It lies within the second and touches neither end.
    During,
    /// It begins later and ends with the second.
    Finishes,
    /// Both are the same.
    Equal,
    /// It begins first and ends with the second.
    FinishedBy,
    /// The second lies within it and touches neither end.
    Contains,
    /// It begins with the second and ends later.
    StartedBy,
    /// It begins within the second and ends later.
    OverlappedBy,
    /// It begins where the second ends.
    MetBy,
    /// It begins after the second has ended, with something between them.
    After,
}

/// The thirteen relations in five, as people speak of them. The order of the variants is the order of [`Nearness::ALL`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Nearness {
    /// Both are the same stretch.
    SameSpan,
    /// The first lies inside the second.
    Inside,
    /// The first encloses the second.
    Encloses,
    /// They overlap, and each has words of its own.
    Overlaps,
    /// They share nothing.
    Near,
}

impl Relation {
    /// The thirteen, in the order of the variants.
    pub const ALL: [Relation; 13] = [
        Relation::Before,
        Relation::Meets,
        Relation::Overlaps,
        Relation::Starts,
        Relation::During,
        Relation::Finishes,
        Relation::Equal,
        Relation::FinishedBy,
        Relation::Contains,
        Relation::StartedBy,
        Relation::OverlappedBy,
        Relation::MetBy,
        Relation::After,
    ];

    /// Returns how `first` lies to `second`; both are half-open and not empty.
    ///
    /// ```
    /// # use draad_measures::allen::Relation;
    /// assert_eq!(Relation::between((0, 5), (5, 9)), Relation::Meets);
    /// assert_eq!(Relation::between((2, 5), (0, 9)), Relation::During);
    /// ```
    pub fn between(first: Interval, second: Interval) -> Self {
        match (first.0.cmp(&second.0), first.1.cmp(&second.1)) {
            _ if first.1 < second.0 => Relation::Before,
            _ if first.1 == second.0 => Relation::Meets,
            _ if second.1 < first.0 => Relation::After,
            _ if second.1 == first.0 => Relation::MetBy,
            (Less, Less) => Relation::Overlaps,
            (Less, Equal) => Relation::FinishedBy,
            (Less, Greater) => Relation::Contains,
            (Equal, Less) => Relation::Starts,
            (Equal, Equal) => Relation::Equal,
            (Equal, Greater) => Relation::StartedBy,
            (Greater, Less) => Relation::During,
            (Greater, Equal) => Relation::Finishes,
            (Greater, Greater) => Relation::OverlappedBy,
        }
    }

    /// Returns how the second lies to the first.
    ///
    /// ```
    /// # use draad_measures::allen::Relation;
    /// assert_eq!(Relation::Before.inverse(), Relation::After);
    /// assert_eq!(Relation::Equal.inverse(), Relation::Equal);
    /// ```
    pub fn inverse(self) -> Self {
        Relation::ALL[12 - self as usize]
    }

    /// Returns the relation as one of five.
    ///
    /// ```
    /// # use draad_measures::allen::{Nearness, Relation};
    /// assert_eq!(Relation::Starts.nearness(), Nearness::Inside);
    /// assert_eq!(Relation::Meets.nearness(), Nearness::Near);
    /// ```
    pub fn nearness(self) -> Nearness {
        match self {
            Relation::Equal => Nearness::SameSpan,
            Relation::Starts | Relation::During | Relation::Finishes => Nearness::Inside,
            Relation::StartedBy | Relation::Contains | Relation::FinishedBy => Nearness::Encloses,
            Relation::Overlaps | Relation::OverlappedBy => Nearness::Overlaps,
            Relation::Before | Relation::Meets | Relation::MetBy | Relation::After => Nearness::Near,
        }
    }

    /// Returns the relation as a word in snake case, by which files name it.
    pub fn key(self) -> &'static str {
        match self {
            Relation::Before => "before",
            Relation::Meets => "meets",
            Relation::Overlaps => "overlaps",
            Relation::Starts => "starts",
            Relation::During => "during",
            Relation::Finishes => "finishes",
            Relation::Equal => "equal",
            Relation::FinishedBy => "finished_by",
            Relation::Contains => "contains",
            Relation::StartedBy => "started_by",
            Relation::OverlappedBy => "overlapped_by",
            Relation::MetBy => "met_by",
            Relation::After => "after",
        }
    }
}

impl Nearness {
    /// The five, in the order of the variants.
    pub const ALL: [Nearness; 5] =
        [Nearness::SameSpan, Nearness::Inside, Nearness::Encloses, Nearness::Overlaps, Nearness::Near];

    /// Returns the relation as a word in snake case, by which files name it.
    pub fn key(self) -> &'static str {
        match self {
            Nearness::SameSpan => "same_span",
            Nearness::Inside => "inside",
            Nearness::Encloses => "encloses",
            Nearness::Overlaps => "overlapping",
            Nearness::Near => "near",
        }
    }
}

/// Returns how many characters two intervals share.
///
/// ```
/// # use draad_measures::allen::n_shared;
/// assert_eq!(n_shared((0, 5), (3, 9)), 2);
/// assert_eq!(n_shared((0, 3), (3, 9)), 0);
/// ```
pub fn n_shared(first: Interval, second: Interval) -> u32 {
    first.1.min(second.1).saturating_sub(first.0.max(second.0))
}

/// Which pairs of intervals count as meeting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// Those that share at least one character; intervals that only meet do not.
    Overlap,
    /// Those with at most this many characters between their nearer ends; 0 when they overlap or meet.
    Gap(u32),
}

impl Reach {
    /// Returns whether an interval that starts at `start` meets one that started no later and ends at `end`.
    fn holds(self, end: u32, start: u32) -> bool {
        match self {
            Reach::Overlap => start < end,
            Reach::Gap(n_chars) => start <= end.saturating_add(n_chars),
        }
    }
}

/// Calls `found` once for each pair of intervals within reach of each other, with their positions: the earlier in the list
/// first. `intervals` are sorted by start. One sweep: as many steps as there are intervals and pairs.
///
/// ```
/// # use draad_measures::allen::{Reach, each_pair};
/// let mut pairs = Vec::new();
/// each_pair(&[(0, 5), (3, 9), (9, 12)], Reach::Overlap, |a, b| pairs.push((a, b)));
/// assert_eq!(pairs, [(0, 1)]);
/// ```
pub fn each_pair(intervals: &[Interval], reach: Reach, mut found: impl FnMut(usize, usize)) {
    debug_assert!(intervals.is_sorted_by_key(|interval| interval.0), "intervals are sorted by start");
    let mut open: Vec<usize> = Vec::new();
    for (later, &(start, _)) in intervals.iter().enumerate() {
        open.retain(|&earlier| reach.holds(intervals[earlier].1, start));
        for &earlier in &open {
            found(earlier, later);
        }
        open.push(later);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn any_interval() -> impl Strategy<Value = Interval> {
        (0..12_u32, 1..8_u32).prop_map(|(start, length)| (start, start + length))
    }

    /// The definition, character by character.
    fn share_a_character(a: Interval, b: Interval) -> usize {
        (0..40).filter(|c| (a.0..a.1).contains(c) && (b.0..b.1).contains(c)).count()
    }

    proptest! {
        #[test]
        fn a_relation_seen_from_the_other_side_is_its_inverse(a in any_interval(), b in any_interval()) {
            let relation = Relation::between(a, b);
            prop_assert_eq!(Relation::between(b, a), relation.inverse());
            prop_assert_eq!(Relation::ALL[relation as usize], relation);
            prop_assert_eq!(n_shared(a, b) as usize, share_a_character(a, b));
            prop_assert_eq!(relation.nearness() == Nearness::Near, share_a_character(a, b) == 0);
        }

        #[test]
        fn the_sweep_finds_the_pairs_that_the_definition_finds(
            mut intervals in proptest::collection::vec(any_interval(), 0..12),
            gap in proptest::option::of(0..5_u32),
        ) {
            intervals.sort_unstable();
            let mut found = Vec::new();
            each_pair(&intervals, gap.map_or(Reach::Overlap, Reach::Gap), |a, b| found.push((a, b)));
            let near = |a: Interval, b: Interval| match gap {
                None => share_a_character(a, b) > 0,
                Some(gap) => b.0.max(a.0).saturating_sub(a.1.min(b.1)) <= gap,
            };
            let mut expected = Vec::new();
            for later in 0..intervals.len() {
                let earlier = (0..later).filter(|&earlier| near(intervals[earlier], intervals[later]));
                expected.extend(earlier.map(|earlier| (earlier, later)));
            }
            prop_assert_eq!(found, expected);
        }
    }
}
