//! Which case is in which set, and how far: a value per case and condition, or the reason why there is none.

use super::cells::Cells;
use super::conditions::{ConditionUsed, What};
use crate::attribute::stated;
use crate::calibration::{Calibrated, CalibratedCase};
use draad_core::facts::Facts;
use draad_core::{AttributeId, AttributeTest, AttributeValue, Case, CaseId, Study};
use draad_measures::Undefined;

/// A case and its memberships.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseMembers {
    /// The case.
    pub id: CaseId,
    /// In each condition, in their order.
    pub conditions: Vec<Member>,
    /// In the outcome as it is named, not negated.
    pub outcome: Member,
}

/// The membership of a case in a set.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// From 0 to 1, or the place of the value of a condition that has several; the reason where there is none.
    pub value: Result<f64, Undefined>,
    /// What it was made of: passages, characters, a share of the material, a number of the case. Nothing where people
    /// scored, or where it is the value of an attribute.
    pub raw: Option<f64>,
    /// Passages that can be opened.
    pub n_passages: usize,
}

impl CaseMembers {
    /// Returns whether every value is there, so that the case can take part.
    pub fn is_complete(&self) -> bool {
        self.all().all(|member| member.value.is_ok())
    }

    /// Returns the members of all conditions, and last that of the outcome.
    pub fn all(&self) -> impl Iterator<Item = &Member> {
        self.conditions.iter().chain([&self.outcome])
    }
}

/// What memberships are worked out from.
pub(super) struct Source<'s> {
    pub(super) study: &'s Study,
    pub(super) facts: &'s Facts,
    pub(super) cells: Cells<'s>,
}

impl Source<'_> {
    /// Returns the memberships of each case of the facts, in their order, in conditions with their calibration; the last
    /// condition is the outcome.
    pub(super) fn cases<'c>(
        &self,
        sets: impl Iterator<Item = (&'c ConditionUsed, &'c Option<Calibrated>)>,
    ) -> Vec<CaseMembers> {
        let by_set: Vec<Vec<Member>> = sets.map(|(set, calibrated)| self.members(set, calibrated)).collect();
        let case = |(place, &case): (usize, &u32)| {
            let mut members: Vec<Member> = by_set.iter().map(|members| members[place].clone()).collect();
            let outcome = members.pop().expect("the outcome is a set");
            CaseMembers { id: self.study.cases[case as usize].id.clone(), conditions: members, outcome }
        };
        self.facts.cases.iter().enumerate().map(case).collect()
    }

    /// Returns the membership of each case in a set.
    fn members(&self, set: &ConditionUsed, calibrated: &Option<Calibrated>) -> Vec<Member> {
        let each = |of: &dyn Fn(u32, &Case) -> Member| {
            let cases = self.facts.cases.iter();
            cases.map(|&case| of(case, &self.study.cases[case as usize])).collect()
        };
        match &set.what {
            What::Code { code, valence } => each(&|case, _| {
                let count = self.cells.count(code, *valence, case);
                Member {
                    value: count.map(|n| f64::from(u8::from(n > 0))),
                    raw: count.ok().map(|n| n as f64),
                    n_passages: count.unwrap_or(0),
                }
            }),
            What::Test(test) => each(&|_, case| of_attribute(tested(case, test))),
            What::YesNo(id) => each(&|_, case| of_attribute(yes_no(case, id))),
            What::Levels(id) => each(&|_, case| of_attribute(level(case, id, set))),
            What::Defined(_) => {
                let rows = calibrated.iter().flat_map(|calibrated| &calibrated.rows);
                rows.map(|row| self.defined(set, row)).collect()
            }
        }
    }

    /// Returns the membership in a condition that the study defines, with the passages of its code or of its scores.
    fn defined(&self, set: &ConditionUsed, row: &CalibratedCase) -> Member {
        let scored = row.scores.iter().map(|score| score.passages.len()).sum();
        let coded = set.code_behind(self.study);
        let coded = coded.map(|(code, valence)| self.cells.count(code, valence, row.case).unwrap_or(0));
        Member {
            value: row.membership,
            raw: row.raw.and_then(Result::ok),
            n_passages: coded.unwrap_or(scored),
        }
    }
}

fn of_attribute(value: Result<f64, Undefined>) -> Member {
    Member { value, raw: None, n_passages: 0 }
}

/// A case of which the value is not known passes no test, be it `!=`: it is neither in nor out.
fn tested(case: &Case, test: &AttributeTest) -> Result<f64, Undefined> {
    stated(case, &test.attribute).ok_or(Undefined::NotStated)?;
    Ok(f64::from(u8::from(test.holds(case))))
}

fn yes_no(case: &Case, id: &AttributeId) -> Result<f64, Undefined> {
    match stated(case, id) {
        Some(AttributeValue::YesNo(yes)) => Ok(f64::from(u8::from(*yes))),
        _ => Err(Undefined::NotStated),
    }
}

fn level(case: &Case, id: &AttributeId, condition: &ConditionUsed) -> Result<f64, Undefined> {
    let value = stated(case, id).ok_or(Undefined::NotStated)?.to_string();
    let place = condition.levels.iter().position(|(level, _)| *level == value);
    place.map(|place| place as f64).ok_or(Undefined::NotStated)
}
