//! The order of a list of words.

use super::{Request, fails};
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_core::filter::list;
use draad_index::wordlist::Shown;
use serde::Serialize;
use std::cmp::Ordering;

/// By what a list is ordered. All but the alphabet run from high to low.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Order {
    /// Log-likelihood.
    Ll,
    /// Log ratio.
    LogRatio,
    /// logDice.
    LogDice,
    /// Mutual information.
    Mi,
    /// How often it occurs.
    Count,
    /// In how many sources it occurs.
    Sources,
    /// The alphabet.
    Word,
}

impl std::fmt::Display for Order {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.into())
    }
}

/// A row of a list.
pub(super) trait Row {
    fn shown(&self) -> &Shown;
    /// How often it occurs: decides between equals.
    fn frequency(&self) -> u64;
    /// The value by which it is ordered; nothing comes last.
    fn value(&self, order: Order) -> Option<f64>;
}

impl Order {
    /// Returns the order that is asked for, or the first of those that a list can have.
    ///
    /// # Errors
    /// When the list has no such measure.
    pub(super) fn asked(request: &Request, known: &[Self]) -> Outcome<Self> {
        match request.order {
            None => Ok(known[0]),
            Some(order) if known.contains(&order) => Ok(order),
            Some(order) => fails(Problem::WordOrderUnfit { order: order.to_string(), known: list(known) }),
        }
    }

    /// Sorts rows; equals by count, then by alphabet.
    pub(super) fn sort<R: Row>(self, rows: &mut [R]) {
        rows.sort_by(|a, b| {
            let measure = if self == Order::Word { Ordering::Equal } else { self.compare(a, b) };
            measure.then_with(|| alphabet(a.shown()).cmp(&alphabet(b.shown())))
        });
    }

    fn compare<R: Row>(self, a: &R, b: &R) -> Ordering {
        let value = |row: &R| row.value(self).unwrap_or(f64::NEG_INFINITY);
        value(b).total_cmp(&value(a)).then_with(|| b.frequency().cmp(&a.frequency()))
    }
}

fn alphabet(shown: &Shown) -> (String, &Shown) {
    (shown.word.to_lowercase(), shown)
}
