//! The truth table: cases put into rows, and what each row says of the outcome.

use super::data::n_rows;
use super::fit::sufficiency;
use super::{Cube, Data, SLACK};

/// From where on a row counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cutoffs {
    /// Cases that a row needs; one with fewer is a remainder.
    pub n: usize,
    /// Inclusion that a row needs to go with the outcome.
    pub inclusion: f64,
    /// PRI that it needs besides.
    pub pri: f64,
}

impl Default for Cutoffs {
    /// What the R package QCA takes: one case, inclusion 1, any PRI.
    fn default() -> Self {
        Self { n: 1, inclusion: 1.0, pri: 0.0 }
    }
}

/// What a row says of the outcome.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Out {
    /// It goes with the outcome.
    One,
    /// It does not.
    Zero,
    /// Too few cases belong to it to say.
    Remainder,
}

/// A row to which at least one case belongs.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// 1 + the levels as a mixed-radix number, first condition most significant.
    pub number: u64,
    /// A level per condition.
    pub levels: Vec<u8>,
    /// How far it lies within the outcome, over the memberships of all cases.
    pub inclusion: f64,
    /// How far it lies within the outcome rather than within its opposite, over the memberships of all cases.
    pub pri: f64,
    /// What it says of the outcome.
    pub out: Out,
    /// The cases that belong to it more than not: their positions.
    pub cases: Vec<usize>,
    /// Whether some of its cases show the outcome more than not, and others its absence. With crisp data: whether
    /// 0 < inclusion < 1.
    pub is_contradictory: bool,
}

impl Row {
    /// Returns the number of cases that belong to it.
    pub fn n(&self) -> usize {
        self.cases.len()
    }
}

/// The rows to which cases belong, in order of their number, and where the others are.
#[derive(Clone, Debug, PartialEq)]
pub struct TruthTable {
    levels: Vec<u8>,
    cutoffs: Cutoffs,
    rows: Vec<Row>,
}

impl TruthTable {
    /// Puts cases into rows: a case belongs to the one row in which its membership exceeds .5. Inclusion and PRI of a row rest
    /// on the memberships of all cases. Values that differ by less than 10⁻⁹ from a cut-off reach it.
    ///
    /// ```
    /// # use draad_measures::qca::{Cutoffs, Data, Out, TruthTable};
    /// let data = Data::new(vec![2], vec![vec![1.0], vec![0.0]], vec![1.0, 0.0]).unwrap();
    /// let table = TruthTable::new(&data, &Cutoffs::default());
    /// let told: Vec<(u64, Out)> = table.rows().iter().map(|row| (row.number, row.out)).collect();
    /// assert_eq!(told, [(1, Out::Zero), (2, Out::One)]);
    /// ```
    pub fn new(data: &Data, cutoffs: &Cutoffs) -> Self {
        let mut rows: Vec<Row> = Vec::new();
        for case in 0..data.n_cases() {
            let levels = data.configuration(case);
            match rows.iter_mut().find(|row| row.levels == levels) {
                Some(row) => row.cases.push(case),
                None => rows.push(Row::new(data, levels, case)),
            }
        }
        rows.sort_unstable_by_key(|row| row.number);
        for row in &mut rows {
            let has = |is: fn(f64) -> bool| row.cases.iter().any(|&case| is(data.outcome()[case]));
            row.is_contradictory = has(|y| y > 0.5 + SLACK) && has(|y| y < 0.5 - SLACK);
        }
        Self { levels: data.levels().to_vec(), cutoffs: *cutoffs, rows }.with_cutoffs(cutoffs)
    }

    /// Returns the table with other cut-offs.
    #[must_use]
    pub fn with_cutoffs(mut self, cutoffs: &Cutoffs) -> Self {
        self.cutoffs = *cutoffs;
        self.rows.iter_mut().for_each(|row| row.out = row.judged(cutoffs));
        self
    }

    /// Returns per condition its number of levels.
    pub fn levels(&self) -> &[u8] {
        &self.levels
    }

    /// Returns the cut-offs.
    pub fn cutoffs(&self) -> &Cutoffs {
        &self.cutoffs
    }

    /// Returns the rows to which cases belong, in order of their number; those with too few cases too.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Returns the rows that say this of the outcome.
    pub fn rows_with(&self, out: Out) -> impl Iterator<Item = &Row> {
        self.rows.iter().filter(move |row| row.out == out)
    }

    /// Returns the number of all rows, remainders included.
    pub fn n_rows(&self) -> u64 {
        n_rows(&self.levels)
    }

    /// Returns the number of remainders: rows without cases, and rows with too few.
    pub fn n_remainders(&self) -> u64 {
        self.n_rows() - self.rows.iter().filter(|row| row.out != Out::Remainder).count() as u64
    }

    /// Returns the numbers of the remainders, ascending, one by one.
    pub fn remainders(&self) -> impl Iterator<Item = u64> {
        (1..=self.n_rows()).filter(|&number| self.is_remainder(number))
    }

    /// Returns whether a row is a remainder.
    pub fn is_remainder(&self, number: u64) -> bool {
        let place = self.rows.binary_search_by_key(&number, |row| row.number);
        place.map_or(true, |place| self.rows[place].out == Out::Remainder)
    }

    /// Returns per condition the level in a row.
    pub fn levels_of(&self, number: u64) -> Vec<u8> {
        let mut left = number.saturating_sub(1);
        let mut levels = vec![0; self.levels.len()];
        for (level, &n_levels) in levels.iter_mut().zip(&self.levels).rev() {
            *level = (left % u64::from(n_levels)) as u8;
            left /= u64::from(n_levels);
        }
        levels
    }

    /// Returns the numbers of the remainders that belong to any of some combinations, ascending.
    pub fn remainders_in(&self, terms: &[Cube]) -> Vec<u64> {
        let mut numbers: Vec<u64> = terms.iter().flat_map(|term| self.numbers_in(term)).collect();
        numbers.sort_unstable();
        numbers.dedup();
        numbers.retain(|&number| self.is_remainder(number));
        numbers
    }

    /// Returns the numbers of all rows that belong to a combination.
    fn numbers_in(&self, term: &Cube) -> Vec<u64> {
        let mut numbers = vec![0_u64];
        for (level, &n_levels) in term.0.iter().zip(&self.levels) {
            let chosen = level.map_or(0..n_levels, |level| level..level + 1);
            let with = |number: u64| {
                chosen.clone().map(move |level| number * u64::from(n_levels) + u64::from(level))
            };
            numbers = numbers.into_iter().flat_map(with).collect();
        }
        numbers.iter().map(|number| number + 1).collect()
    }
}

impl Row {
    /// Takes the first case of a row.
    fn new(data: &Data, levels: Vec<u8>, case: usize) -> Self {
        let fit = sufficiency(&Cube::row(&levels).memberships(data), data.outcome());
        // a case belongs to the row by more than .5, and to the outcome and its opposite together by .5 at most
        let defined = "a row with a case has members, and more of them than are ambiguous";
        let digits = levels.iter().zip(data.levels());
        let number = digits.fold(0_u64, |number, (&level, &n)| number * u64::from(n) + u64::from(level));
        Self {
            number: number + 1,
            levels,
            inclusion: fit.inclusion.expect(defined),
            pri: fit.pri.expect(defined),
            out: Out::Remainder,
            cases: vec![case],
            is_contradictory: false,
        }
    }

    fn judged(&self, cutoffs: &Cutoffs) -> Out {
        let reaches = |value: f64, cutoff: f64| value + SLACK >= cutoff;
        if self.n() < cutoffs.n {
            Out::Remainder
        } else if reaches(self.inclusion, cutoffs.inclusion) && reaches(self.pri, cutoffs.pri) {
            Out::One
        } else {
            Out::Zero
        }
    }
}
