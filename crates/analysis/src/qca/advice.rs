//! What stands in the way of an analysis, or of giving its solutions.

use super::Qca;
use draad_core::CaseId;
use draad_measures::qca::{Column, Cutoffs, Data, Fault, MOST_ROWS, Out, Row, TruthTable, Unsolved};
use serde::Serialize;

/// Below this number of cases nearly every combination is unique, and no solution is given.
const FEWEST_CASES: usize = 8;

/// How many times as many rows as a truth table should have it may have, before no solution is given.
const TOLERATED: u64 = 4;

/// A reason why there is no analysis, or are no solutions. Conditions are positions.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "obstacle", rename_all = "kebab-case")]
pub enum Obstacle {
    /// Of no case everything is known.
    NoCases,
    /// All cases have the same value.
    NeverVaries {
        /// The condition; nothing for the outcome.
        condition: Option<usize>,
        /// The value.
        value: f64,
    },
    /// Cases are exactly half in and half out.
    Halfway {
        /// The condition.
        condition: usize,
        /// The cases.
        cases: Vec<CaseId>,
    },
    /// A condition has more values than a truth table can hold.
    TooManyValues {
        /// The condition.
        condition: usize,
        /// How many.
        n: usize,
        /// How many there may be.
        most: usize,
    },
    /// The outcome has several values, where a case has to be in or out.
    OutcomeOfSeveralValues,
    /// The truth table would have more rows than can be gone through.
    TooManyRows {
        /// How many.
        n: u64,
        /// How many there may be.
        most: u64,
    },
    /// There are too few cases for solutions.
    TooFewCases {
        /// How many take part.
        n: usize,
        /// How many are needed.
        needed: usize,
    },
    /// There are too many conditions for this number of cases.
    TooManyConditions {
        /// Rows of the truth table.
        n_rows: u64,
        /// How many there may be.
        most: u64,
        /// Cases that take part.
        n_cases: usize,
    },
    /// No row goes with the outcome.
    NoRowWith {
        /// What to lower first.
        cut: Cut,
    },
    /// All rows go with it.
    NoRowWithout,
    /// There are so many minimal combinations that the search for models was given up.
    TooMuch,
}

/// A cut-off of the truth table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Cut {
    /// Cases that a row needs.
    Cases,
    /// Inclusion that it needs.
    Inclusion,
    /// PRI that it needs.
    Pri,
}

/// Returns how many rows the truth table of so many cases should have at most: their number, rounded up to a power of two.
/// At 13 cases that is 16, the rows of four conditions; with five, random data have no contradiction in more than one of
/// four draws.
pub fn most_rows(n_cases: usize) -> u64 {
    (n_cases.max(1) as u64).next_power_of_two()
}

/// Returns why no solutions are given for so many cases and rows, where that is so.
pub(super) fn against_solutions(n_cases: usize, n_rows: u64) -> Option<Obstacle> {
    if n_cases < FEWEST_CASES {
        return Some(Obstacle::TooFewCases { n: n_cases, needed: FEWEST_CASES });
    }
    let most = TOLERATED * most_rows(n_cases);
    (n_rows > most).then_some(Obstacle::TooManyConditions { n_rows, most, n_cases })
}

/// Returns why a truth table has no solutions.
pub(super) fn unsolved(unsolved: Unsolved, data: &Data, table: &TruthTable) -> Obstacle {
    match unsolved {
        Unsolved::NoRowWith => Obstacle::NoRowWith { cut: cut_in_the_way(data, table) },
        Unsolved::NoRowWithout => Obstacle::NoRowWithout,
    }
}

/// Returns the cut-off because of which no row goes with the outcome: the one without which a row would, or else inclusion.
fn cut_in_the_way(data: &Data, table: &TruthTable) -> Cut {
    let cutoffs = *table.cutoffs();
    let without = |cutoffs: Cutoffs| TruthTable::new(data, &cutoffs).rows_with(Out::One).next().is_some();
    let is_left = |row: &Row| row.out != Out::Remainder;
    if without(Cutoffs { n: 1, ..cutoffs }) || !table.rows().iter().any(is_left) {
        Cut::Cases
    } else if without(Cutoffs { pri: 0.0, ..cutoffs }) {
        Cut::Pri
    } else {
        Cut::Inclusion
    }
}

/// Returns what is wrong with the data in terms of the study. What the constructor of the analysis has seen to before is no
/// part of it.
pub(super) fn obstacles(qca: &Qca, faults: &[Fault]) -> Vec<Obstacle> {
    let mut found: Vec<Obstacle> = Vec::new();
    for fault in faults {
        match *fault {
            Fault::NoCases => found.push(Obstacle::NoCases),
            Fault::TooManyRows { n } => found.push(Obstacle::TooManyRows { n, most: MOST_ROWS }),
            Fault::NeverVaries { column } => found.push(constant(qca, column)),
            Fault::TooFewLevels { condition } => found.push(constant(qca, Column::Condition(condition))),
            Fault::OutOfRange { column, .. } => several_values(qca, &mut found, column),
            Fault::Halfway { case, condition } => halfway(&mut found, condition, &qca.case(case).id),
            Fault::NoConditions | Fault::TooManyConditions { .. } | Fault::Ragged { .. } => {
                unreachable!("memberships are made one per condition: {fault:?}")
            }
        }
    }
    found
}

fn constant(qca: &Qca, column: Column) -> Obstacle {
    let first = qca.used.first().map(|&case| &qca.cases[case]);
    let (condition, member) = match column {
        Column::Condition(condition) => (Some(condition), first.map(|case| &case.conditions[condition])),
        Column::Outcome => (None, first.map(|case| &case.outcome)),
    };
    let value = member.and_then(|member| member.value.ok()).unwrap_or_default();
    Obstacle::NeverVaries { condition, value }
}

/// Says once what has more values than it can have. Memberships are from 0 to 1, so only a value of several is out of range.
fn several_values(qca: &Qca, found: &mut Vec<Obstacle>, column: Column) {
    let obstacle = match column {
        Column::Condition(condition) => {
            let n = qca.conditions[condition].levels.len();
            Obstacle::TooManyValues { condition, n, most: u8::MAX.into() }
        }
        Column::Outcome => Obstacle::OutcomeOfSeveralValues,
    };
    if !found.contains(&obstacle) {
        found.push(obstacle);
    }
}

/// Puts the cases of one condition together.
fn halfway(found: &mut Vec<Obstacle>, condition: usize, case: &CaseId) {
    for obstacle in found.iter_mut() {
        if let Obstacle::Halfway { condition: known, cases } = obstacle
            && *known == condition
        {
            cases.push(case.clone());
            return;
        }
    }
    found.push(Obstacle::Halfway { condition, cases: vec![case.clone()] });
}
