//! The balance of promoting and hindering factors per case.

use crate::leaning::{Leaning, leanings};
use crate::outcome::CaseOrder;
use crate::table::{Column, Table, Value};
use crate::{Basis, Options, OutcomeGroup};
use draad_core::facts::Facts;
use draad_core::{CaseId, Study, diagnostic::Outcome};
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

impl Balance {
    /// Computes the balance per case. Factors count under their own code, whether parents are folded or not; the
    /// further key is not used.
    ///
    /// # Errors
    /// The filter or the outcome names something that the study does not have; or no case passes.
    pub fn from_study(study: &Study, options: &Options) -> Outcome<Self> {
        Self::from_facts(study, &Facts::new(study, &options.filter), options)
    }

    /// Computes the balance from facts that were collected with the filter of `options`.
    ///
    /// # Errors
    /// As [`Balance::from_study`].
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        options.check(study)?;
        let leanings = leanings(study, facts)?;
        let order = CaseOrder::new(study, facts, options, &leanings)?;
        let cases = order.cases.iter().zip(order.group_of_case());
        let rows =
            cases.map(|(&case, outcome_group)| row(study, case, outcome_group, &leanings[case as usize]));
        Ok(Self {
            rows: rows.collect(),
            basis: Basis::new(study, facts, options, order.outcome),
            outcome_groups: order.groups,
        })
    }

    /// Returns the balance as a plain table, one row per case.
    pub fn table(&self) -> Table {
        let columns = vec![
            Column::text("case"),
            Column::text("name"),
            Column::text("outcome"),
            Column::integer("promoting_factors"),
            Column::integer("hindering_factors"),
            Column::number("balance_factors"),
            Column::integer("promoting_codings"),
            Column::integer("hindering_codings"),
            Column::number("balance_codings"),
            Column::integer("promoting_chars"),
            Column::integer("hindering_chars"),
            Column::number("balance_chars"),
        ];
        let rows = self.rows.iter().map(|row| {
            vec![
                Value::text(&row.case),
                Value::text(&row.name),
                self.outcome_groups[row.outcome_group].level.clone().into(),
                row.promoting_factors.into(),
                row.hindering_factors.into(),
                row.by_factors().into(),
                row.promoting_codings.into(),
                row.hindering_codings.into(),
                row.by_codings().into(),
                row.promoting_chars.into(),
                row.hindering_chars.into(),
                row.by_chars().into(),
            ]
        });
        Table { name: "balance", rows: rows.collect(), columns }
    }
}

fn row(study: &Study, case: u32, outcome_group: usize, leaning: &Leaning) -> BalanceRow {
    let case = &study.cases[case as usize];
    BalanceRow {
        case: case.id.clone(),
        name: case.name.clone(),
        outcome_group,
        promoting_factors: leaning.promoting.factors as usize,
        hindering_factors: leaning.hindering.factors as usize,
        promoting_codings: leaning.promoting.codings as usize,
        hindering_codings: leaning.hindering.codings as usize,
        promoting_chars: leaning.promoting.chars,
        hindering_chars: leaning.hindering.chars,
    }
}
