//! Cases with their memberships in conditions and outcome, checked once so that nothing after has to.

use super::SLACK;

/// Conditions that one analysis takes at most.
pub const MOST_CONDITIONS: usize = 20;

/// Rows that a truth table has at most, remainders included: as many as 20 conditions of two levels make.
pub const MOST_ROWS: u64 = 1 << MOST_CONDITIONS;

/// Memberships of cases in conditions and in the outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Data {
    levels: Vec<u8>,
    cases: Vec<Vec<f64>>,
    outcome: Vec<f64>,
}

/// A column of the data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// A condition, by its position.
    Condition(usize),
    /// The outcome.
    Outcome,
}

/// Why data cannot be analysed. Cases and conditions are positions.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Fault {
    /// There are no cases.
    NoCases,
    /// There are no conditions.
    NoConditions,
    /// There are more conditions than [`MOST_CONDITIONS`].
    TooManyConditions {
        /// How many there are.
        n: usize,
    },
    /// The levels of the conditions combine into more rows than [`MOST_ROWS`].
    TooManyRows {
        /// How many they combine into.
        n: u64,
    },
    /// A condition has fewer than two levels.
    TooFewLevels {
        /// The condition.
        condition: usize,
    },
    /// A case does not have one value per condition, or there is not one outcome per case.
    Ragged {
        /// The case.
        case: usize,
    },
    /// A membership is not a number from 0 to 1, or the level of a multi-value condition is not one of its levels.
    OutOfRange {
        /// The case.
        case: usize,
        /// Where it stands.
        column: Column,
        /// What stands there.
        value: f64,
    },
    /// A case is exactly half in and half out of a condition, so that it belongs to no row.
    Halfway {
        /// The case.
        case: usize,
        /// The condition.
        condition: usize,
    },
    /// All cases have the same value, so that nothing can be compared.
    NeverVaries {
        /// The condition, or the outcome.
        column: Column,
    },
}

impl Data {
    /// Takes per condition its number of levels, per case its value in each condition, and per case its membership in the
    /// outcome.
    ///
    /// - `levels`: 2 for a crisp or fuzzy condition, whose values are memberships from 0 to 1; more for a multi-value
    ///   condition, whose values are whole numbers from 0 below its number of levels.
    ///
    /// # Errors
    /// Everything that is wrong, in the order of columns, then cases.
    ///
    /// ```
    /// # use draad_measures::qca::{Column, Data, Fault};
    /// let faults = Data::new(vec![2], vec![vec![0.5], vec![0.2]], vec![1.0, 1.0]).unwrap_err();
    /// let halfway = Fault::Halfway { case: 0, condition: 0 };
    /// assert_eq!(faults, [halfway, Fault::NeverVaries { column: Column::Outcome }]);
    /// ```
    pub fn new(levels: Vec<u8>, cases: Vec<Vec<f64>>, outcome: Vec<f64>) -> Result<Self, Vec<Fault>> {
        let data = Self { levels, cases, outcome };
        let mut faults = data.faults_of_shape();
        if faults.is_empty() {
            faults = data.faults_of_values();
        }
        if faults.is_empty() { Ok(data) } else { Err(faults) }
    }

    fn faults_of_shape(&self) -> Vec<Fault> {
        let n = self.levels.len();
        let mut faults = Vec::new();
        if self.cases.is_empty() {
            faults.push(Fault::NoCases);
        }
        match n {
            0 => faults.push(Fault::NoConditions),
            1..=MOST_CONDITIONS => {}
            _ => faults.push(Fault::TooManyConditions { n }),
        }
        let too_few = |&condition: &usize| self.levels[condition] < 2;
        faults.extend((0..n).filter(too_few).map(|condition| Fault::TooFewLevels { condition }));
        if n <= MOST_CONDITIONS && n_rows(&self.levels) > MOST_ROWS {
            faults.push(Fault::TooManyRows { n: n_rows(&self.levels) });
        }
        let longest = self.cases.len().max(self.outcome.len());
        let is_ragged = |&case: &usize| {
            self.cases.get(case).is_none_or(|row| row.len() != n) || case >= self.outcome.len()
        };
        faults.extend((0..longest).filter(is_ragged).map(|case| Fault::Ragged { case }));
        faults
    }

    fn faults_of_values(&self) -> Vec<Fault> {
        let mut faults = Vec::new();
        for condition in 0..self.levels.len() {
            let values: Vec<f64> = self.cases.iter().map(|case| case[condition]).collect();
            let of_value = |(case, &value)| self.fault_of_value(case, condition, value);
            faults.extend(values.iter().enumerate().filter_map(of_value));
            if is_constant(&values) {
                faults.push(Fault::NeverVaries { column: Column::Condition(condition) });
            }
        }
        for (case, &value) in self.outcome.iter().enumerate() {
            if !(0.0..=1.0).contains(&value) {
                faults.push(Fault::OutOfRange { case, column: Column::Outcome, value });
            }
        }
        if is_constant(&self.outcome) {
            faults.push(Fault::NeverVaries { column: Column::Outcome });
        }
        faults
    }

    fn fault_of_value(&self, case: usize, condition: usize, value: f64) -> Option<Fault> {
        let n_levels = self.levels[condition];
        let fits = match n_levels {
            2 => (0.0..=1.0).contains(&value),
            _ => value.fract() == 0.0 && (0.0..f64::from(n_levels)).contains(&value),
        };
        if !fits {
            return Some(Fault::OutOfRange { case, column: Column::Condition(condition), value });
        }
        (n_levels == 2 && (value - 0.5).abs() <= SLACK).then_some(Fault::Halfway { case, condition })
    }

    /// Returns per condition its number of levels.
    pub fn levels(&self) -> &[u8] {
        &self.levels
    }

    /// Returns per case its value in each condition.
    pub fn cases(&self) -> &[Vec<f64>] {
        &self.cases
    }

    /// Returns per case its membership in the outcome.
    pub fn outcome(&self) -> &[f64] {
        &self.outcome
    }

    /// Returns the number of cases.
    pub fn n_cases(&self) -> usize {
        self.cases.len()
    }

    /// Returns whether all memberships are 0 or 1, in conditions and outcome.
    pub fn is_crisp(&self) -> bool {
        let is_whole = |value: &f64| value.fract() == 0.0;
        self.outcome.iter().all(is_whole) && self.cases.iter().flatten().all(is_whole)
    }

    /// Returns the same cases with the opposite outcome, 1 − y.
    #[must_use]
    pub fn negated(&self) -> Self {
        Self { outcome: self.outcome.iter().map(|y| 1.0 - y).collect(), ..self.clone() }
    }

    /// Returns the data without a case.
    ///
    /// # Errors
    /// What no longer varies without it.
    pub fn without(&self, case: usize) -> Result<Self, Vec<Fault>> {
        let mut less = self.clone();
        if case < less.cases.len() {
            less.cases.remove(case);
            less.outcome.remove(case);
        }
        Self::new(less.levels, less.cases, less.outcome)
    }

    /// Returns a case's membership in a level of a condition: of two levels, 1 is the membership itself and 0 its
    /// negation; of more, it is 1 where the case has that level and 0 where it has another.
    pub fn membership(&self, case: usize, condition: usize, level: u8) -> f64 {
        let value = self.cases[case][condition];
        match (self.levels[condition], level) {
            (2, 0) => 1.0 - value,
            (2, _) => value,
            _ => f64::from(u8::from(value == f64::from(level))),
        }
    }

    /// Returns per condition the level to which a case belongs more than to any other.
    pub fn configuration(&self, case: usize) -> Vec<u8> {
        let of_condition = |(&value, &n_levels): (&f64, &u8)| match n_levels {
            2 => u8::from(value > 0.5),
            _ => value as u8,
        };
        self.cases[case].iter().zip(&self.levels).map(of_condition).collect()
    }
}

/// Returns how many rows the levels of conditions combine into.
pub(super) fn n_rows(levels: &[u8]) -> u64 {
    levels.iter().fold(1_u64, |n, &of_condition| n.saturating_mul(u64::from(of_condition)))
}

fn is_constant(values: &[f64]) -> bool {
    values.iter().all(|value| (value - values[0]).abs() <= SLACK)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_that_is_wrong_is_told_at_once_and_with_its_place() {
        let faults = |levels: &[u8], cases: &[&[f64]], outcome: &[f64]| {
            let cases = cases.iter().map(|case| case.to_vec()).collect();
            Data::new(levels.to_vec(), cases, outcome.to_vec()).err().unwrap_or_default()
        };
        assert_eq!(faults(&[], &[], &[]), [Fault::NoCases, Fault::NoConditions]);
        assert_eq!(faults(&[2; 21], &[&[0.0; 21]], &[1.0])[0], Fault::TooManyConditions { n: 21 });
        assert_eq!(faults(&[200, 200, 200], &[&[0.0; 3]], &[1.0]), [Fault::TooManyRows { n: 8_000_000 }]);
        assert_eq!(faults(&[1], &[&[0.0]], &[1.0]), [Fault::TooFewLevels { condition: 0 }]);
        assert_eq!(faults(&[2], &[&[0.0], &[]], &[1.0, 0.0, 0.0]), [1, 2].map(|case| Fault::Ragged { case }));
        let column = Column::Condition(0);
        assert_eq!(
            faults(&[3], &[&[3.0], &[1.0]], &[1.0, 0.0]),
            [Fault::OutOfRange { case: 0, column, value: 3.0 }]
        );
        assert_eq!(faults(&[2], &[&[0.2], &[0.2]], &[1.0, 0.0]), [Fault::NeverVaries { column }]);
        assert!(matches!(faults(&[2], &[&[f64::NAN], &[0.2]], &[1.0, 0.0])[..], [Fault::OutOfRange { .. }]));
        // in a condition of three levels nothing is halfway, and in the outcome it may be
        assert!(faults(&[3], &[&[1.0], &[0.0]], &[0.5, 0.0]).is_empty());
    }

    #[test]
    fn a_case_left_out_can_leave_a_condition_without_variation() {
        let cases = vec![vec![0.0, 1.0], vec![1.0, 1.0], vec![1.0, 0.0]];
        let data = Data::new(vec![2, 2], cases, vec![1.0, 0.0, 1.0]).unwrap();
        assert_eq!(data.without(0), Err(vec![Fault::NeverVaries { column: Column::Condition(0) }]));
        assert_eq!(data.without(1).unwrap_err(), [Fault::NeverVaries { column: Column::Outcome }]);
        assert_eq!(data.negated().outcome(), [0.0, 1.0, 0.0]);
    }
}
