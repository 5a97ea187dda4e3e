//! Memberships that people gave: who scored which case how, when and why, with the passages it rests on.
//!
//! Nobody's row is ever overwritten: who thinks again adds a row, and the earlier one stays as history. **Which row counts**
//! is decided here, once, by [`scored`]: of each person the last row; of those the ones that the coder policy lets count, as
//! it does for codings; and those have to agree.

use crate::case::Extra;
use crate::records::PassageRef;
use crate::{CaseId, CoderId, CoderPolicy, ConditionId, Study, filter::takes};
use jiff::Timestamp;

/// One score: what one person makes of one case.
#[derive(Clone, Debug, PartialEq)]
pub struct Membership {
    /// The condition, one that people score.
    pub condition: ConditionId,
    /// The case.
    pub case: CaseId,
    /// One of the condition's values.
    pub value: f64,
    /// Who scored.
    pub coder: CoderId,
    /// When.
    pub created: Timestamp,
    /// Why.
    pub memo: String,
    /// The passages it rests on, written `p03-interview:120-240`.
    pub passages: Vec<PassageRef>,
    /// Further columns.
    pub extra: Extra,
}

/// How a case was scored.
#[derive(Clone, Debug, PartialEq)]
pub enum Scored<'s> {
    /// Nobody whose scores count has scored it.
    Nobody,
    /// Everybody whose scores count gave the same value: their rows, the latest first.
    Agreed(Vec<&'s Membership>),
    /// They gave different values: their rows, the latest first. There is no value to count with.
    Differently(Vec<&'s Membership>),
}

/// Returns how a case was scored. `coders` are those whose scores are asked for; all of them where it is empty.
pub fn scored<'s>(
    study: &'s Study,
    coders: &[CoderId],
    condition: &ConditionId,
    case: &CaseId,
) -> Scored<'s> {
    let is_asked =
        |row: &&Membership| row.condition == *condition && row.case == *case && takes(coders, &row.coder);
    let rows = last_of_each(study.memberships.iter().filter(is_asked));
    let rows = counting(&study.settings.coder_policy, rows);
    match rows[..] {
        [] => Scored::Nobody,
        [first, ..] if rows.iter().all(|row| row.value == first.value) => Scored::Agreed(rows),
        _ => Scored::Differently(rows),
    }
}

/// Returns the last row of each person, the latest first; of two with the same time the one further down the file.
fn last_of_each<'s>(rows: impl Iterator<Item = &'s Membership>) -> Vec<&'s Membership> {
    let mut rows: Vec<&Membership> = rows.collect();
    rows.reverse();
    // stable: where the time is the same, what stands further down stays ahead
    rows.sort_by_key(|row| std::cmp::Reverse(row.created));
    let mut last: Vec<&Membership> = Vec::new();
    for row in rows {
        if !last.iter().any(|other| other.coder == row.coder) {
            last.push(row);
        }
    }
    last
}

/// Returns the rows that the coder policy lets count: those of the layer where it has one, as with codings.
fn counting<'s>(policy: &CoderPolicy, rows: Vec<&'s Membership>) -> Vec<&'s Membership> {
    let of = |coder: &CoderId| rows.iter().copied().filter(|row| row.coder == *coder).collect::<Vec<_>>();
    match policy {
        CoderPolicy::All => rows,
        CoderPolicy::One { coder } => of(coder),
        CoderPolicy::Adjudicated { coder } => {
            let decided = of(coder);
            if decided.is_empty() { rows } else { decided }
        }
    }
}

#[cfg(test)]
mod tests;
