//! Which case is in which set, and how far: a value per case and condition, or the reason why there is none.

use super::cells::Cells;
use super::conditions::{ConditionUsed, What};
use crate::attribute::stated;
use crate::{Options, Passage};
use draad_core::facts::Facts;
use draad_core::{AttributeId, AttributeTest, AttributeValue, Case, CaseId, Condition, Study};
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
    pub(super) options: &'s Options,
    /// The degree of the direct method, in place of that of the conditions.
    pub(super) degree: Option<f64>,
    pub(super) cells: Cells<'s>,
}

impl Source<'_> {
    /// Returns the memberships of each case of the facts, in their order.
    pub(super) fn cases(&self, conditions: &[ConditionUsed], outcome: &ConditionUsed) -> Vec<CaseMembers> {
        let of_conditions: Vec<Vec<Member>> = conditions.iter().map(|one| self.members(one)).collect();
        let of_outcome = self.members(outcome);
        let case = |(place, &case): (usize, &u32)| CaseMembers {
            id: self.study.cases[case as usize].id.clone(),
            conditions: of_conditions.iter().map(|members| members[place].clone()).collect(),
            outcome: of_outcome[place].clone(),
        };
        self.facts.cases.iter().enumerate().map(case).collect()
    }

    /// Returns the quotes that stand for a condition in a case, at most `n`. The case is a position in those of the facts.
    pub(super) fn quotes(&self, condition: &ConditionUsed, case: usize, n: usize) -> Vec<Passage> {
        let case = self.facts.cases[case];
        match &condition.what {
            What::Code { code, valence } => self.cells.quotes(code, *valence, case, n),
            What::Defined(_) | What::Test(_) | What::YesNo(_) | What::Levels(_) => Vec::new(),
        }
    }

    /// Returns the membership of each case of the facts in a set, in their order.
    pub(super) fn members(&self, condition: &ConditionUsed) -> Vec<Member> {
        let each = |of: &dyn Fn(u32, &Case) -> Member| {
            let cases = self.facts.cases.iter();
            cases.map(|&case| of(case, &self.study.cases[case as usize])).collect()
        };
        match &condition.what {
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
            What::Levels(id) => each(&|_, case| of_attribute(level(case, id, condition))),
            What::Defined(id) => self.defined(&self.study.conditions[id]),
        }
    }

    /// Returns the memberships in a condition that the study defines.
    fn defined(&self, condition: &Condition) -> Vec<Member> {
        let _ = condition;
        self.facts.cases.iter().map(|_| of_attribute(Err(Undefined::NotStated))).collect()
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
