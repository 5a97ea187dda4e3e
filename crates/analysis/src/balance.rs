//! The balance of promoting and hindering factors per case.

use crate::{Basis, OutcomeGroup};
use draad_core::CaseId;
use serde::Serialize;

/// The balance per case, on three counts.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Balance {
    /// What it rests on.
    pub basis: Basis,
    /// Groups of cases by outcome; positions refer to `rows`.
    pub outcome_groups: Vec<OutcomeGroup>,
    /// Cases, by outcome group, then balance on distinct factors (most promoting first), then id.
    pub rows: Vec<BalanceRow>,
}

/// The balance of one case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BalanceRow {
    /// The case.
    pub case: CaseId,
    /// What people call it; may be empty.
    pub name: String,
    /// Position in [`Balance::outcome_groups`].
    pub outcome_group: usize,
    /// Distinct factors with a promoting coding.
    pub promoting_factors: usize,
    /// Distinct factors with a hindering coding.
    pub hindering_factors: usize,
    /// Promoting codings.
    pub promoting_codings: usize,
    /// Hindering codings.
    pub hindering_codings: usize,
    /// Characters under a promoting coding, per factor as a union, added over factors.
    pub promoting_chars: u64,
    /// Characters under a hindering coding, per factor as a union, added over factors.
    pub hindering_chars: u64,
}

impl BalanceRow {
    /// Returns the balance on distinct factors.
    pub fn by_factors(&self) -> Option<f64> {
        draad_measures::balance::balance(self.promoting_factors as u64, self.hindering_factors as u64)
    }

    /// Returns the balance on codings.
    pub fn by_codings(&self) -> Option<f64> {
        draad_measures::balance::balance(self.promoting_codings as u64, self.hindering_codings as u64)
    }

    /// Returns the balance on characters.
    pub fn by_chars(&self) -> Option<f64> {
        draad_measures::balance::balance(self.promoting_chars, self.hindering_chars)
    }
}
