//! The balance of promoting and hindering factors per case, as a table.

use crate::address;
use crate::reader::{Link, Reader};
use draad_analysis::{BalanceMeasure, BalanceRow};
use serde::Serialize;

/// The balance.
#[derive(Debug, Serialize)]
pub(crate) struct BalanceView {
    rows: Vec<RowView>,
}

#[derive(Debug, Serialize)]
struct RowView {
    case: Link,
    outcome: String,
    promoting: Link,
    hindering: Link,
    by_factors: String,
    codings: String,
    by_codings: String,
    by_chars: String,
}

/// Makes the table.
pub(crate) fn view(reader: &Reader) -> BalanceView {
    let balance = reader.input.balance;
    BalanceView { rows: balance.rows.iter().map(|row| row_view(reader, row)).collect() }
}

fn row_view(reader: &Reader, row: &BalanceRow) -> RowView {
    let part = |part: &str, n: usize| Link {
        text: n.to_string(),
        to: if n > 0 { address::case_part(part, &row.case) } else { String::new() },
        about: reader.case_name(&row.case),
        mark: "",
    };
    let sides = &row.total;
    let outcome = reader.input.balance.outcome_groups.get(row.outcome_group);
    RowView {
        case: reader.case_link(&row.case),
        outcome: outcome.map(|group| reader.group_name(group)).unwrap_or_default(),
        promoting: part("promoting", sides.promoting_factors),
        hindering: part("hindering", sides.hindering_factors),
        by_factors: reader.signed(sides.balance(BalanceMeasure::Factors).ok()),
        codings: format!("{} / {}", sides.promoting_codings, sides.hindering_codings),
        by_codings: reader.signed(sides.balance(BalanceMeasure::Codings).ok()),
        by_chars: reader.signed(sides.balance(BalanceMeasure::Chars).ok()),
    }
}
