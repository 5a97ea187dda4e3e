//! What is known of how programs count, by their name.

use super::{PositionUnit, Readings};

/// Programs whose habit was measured on their files or read in their source: a part of the name, the unit, and whether
/// CR LF counts as one (nothing: their texts have no CR LF, or either occurs).
const HABITS: [(&str, PositionUnit, Option<bool>); 7] = [
    ("nvivo", PositionUnit::Utf16, Some(false)),
    ("atlas", PositionUnit::CodePoints, Some(true)),
    ("maxqda", PositionUnit::CodePoints, Some(false)),
    ("qualcoder", PositionUnit::CodePoints, None),
    ("qualitative-coding", PositionUnit::CodePoints, None),
    ("qualitative coding", PositionUnit::CodePoints, None),
    ("draad", PositionUnit::CodePoints, Some(false)),
];

/// Returns whether it is known how a program counts.
pub(crate) fn is_known(origin: &str) -> bool {
    habit(origin).is_some()
}

/// Returns the readings to prefer for a program, where the evidence is equal. Every program that could be looked at ends
/// after the last character and leaves out the mark; of an unknown one no more than that is assumed.
pub(crate) fn readings_of(origin: &str) -> Readings {
    let habit = habit(origin);
    Readings::filter(|reading| {
        let is_habit = habit.is_none_or(|(_, unit, joins)| {
            reading.unit == unit && joins.is_none_or(|joins| reading.joins_breaks == joins)
        });
        is_habit && !reading.counts_mark && !reading.includes_end
    })
}

fn habit(origin: &str) -> Option<(&'static str, PositionUnit, Option<bool>)> {
    let origin = origin.to_lowercase();
    HABITS.into_iter().find(|(name, ..)| origin.contains(name))
}
