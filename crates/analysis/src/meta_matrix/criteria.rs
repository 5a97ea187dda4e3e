//! How well the marks lie together in an order, and how well they would by chance.
//!
//! A table that was put in order shows a pattern in noise too. So the same is done with tables in which the marks of each
//! factor were shuffled over the cases: each factor keeps its number of cases, and what cases have in common is chance.
//! Cases and factors without a mark play no part.

use super::order::{Way, arrange};
use draad_measures::Undefined;
use draad_measures::marks::Marks;
use draad_measures::random::Random;
use rayon::prelude::*;
use serde::Serialize;
use strum::IntoEnumIterator;

/// How many steps of work shuffled tables may take.
const MOST_STEPS: usize = 1_000_000_000;

/// What an order is judged by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum CriterionKind {
    /// Distances 1 − Jaccard between neighbouring cases, added up. Less is better.
    PathLength,
    /// Pairs of marks side by side or one above the other. More is better.
    Effectiveness,
    /// Cells and those of the eight around them that differ. Less is better.
    MooreStress,
}

impl CriterionKind {
    /// Returns whether more is better.
    pub fn more_is_better(self) -> bool {
        self == CriterionKind::Effectiveness
    }
}

/// An order judged by one criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// The criterion.
    pub kind: CriterionKind,
    /// Its value with cases and factors in the order of the study.
    pub before: f64,
    /// Its value in the order of the table.
    pub after: f64,
    /// Its values in shuffled tables put in order in the same way.
    pub shuffled: Result<Shuffled, Undefined>,
}

/// A criterion in shuffled tables.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Shuffled {
    /// The least.
    pub lowest: f64,
    /// Half of the tables lie on either side.
    pub median: f64,
    /// The most.
    pub highest: f64,
    /// Tables that are as good as this one, or better.
    pub n_reaching: usize,
}

/// An order of rows and columns, by their positions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Arrangement {
    pub(super) rows: Vec<usize>,
    pub(super) columns: Vec<usize>,
}

/// What criteria are computed from.
pub(super) struct Judged<'m> {
    /// The marks in the order of the study.
    pub(super) marks: &'m Marks,
    /// The order of the table.
    pub(super) order: &'m Arrangement,
    /// How rows and columns were put in order.
    pub(super) ways: (Way, Way),
    /// How many shuffled tables.
    pub(super) n_shuffles: usize,
    /// Seed of the random numbers.
    pub(super) seed: u64,
}

impl Judged<'_> {
    /// Judges an order.
    ///
    /// # Errors
    /// `NoCodings` without marks; `TooFewCases` when only one case has any.
    pub(super) fn criteria(&self) -> Result<Vec<Criterion>, Undefined> {
        let n_cases = (0..self.marks.n_rows()).filter(|&row| self.marks.n_in_row(row) > 0).count();
        match n_cases {
            0 => return Err(Undefined::NoCodings),
            1 => return Err(Undefined::TooFewCases { n: 1, needed: 2 }),
            _ => {}
        }
        let given = Arrangement {
            rows: (0..self.marks.n_rows()).collect(),
            columns: (0..self.marks.n_columns()).collect(),
        };
        let (before, after) = (values(self.marks, &given), values(self.marks, self.order));
        let shuffled = self.shuffled();
        let criterion = |(place, kind): (usize, CriterionKind)| Criterion {
            kind,
            before: before[place],
            after: after[place],
            shuffled: match &shuffled {
                Ok(tables) => {
                    Ok(compare(kind, after[place], tables.iter().map(|values| values[place]).collect()))
                }
                Err(reason) => Err(*reason),
            },
        };
        Ok(CriterionKind::iter().enumerate().map(criterion).collect())
    }

    /// Returns the criteria of shuffled tables.
    fn shuffled(&self) -> Result<Vec<[f64; 3]>, Undefined> {
        if self.n_shuffles == 0 {
            return Err(Undefined::TooFewUnits { n: 0, needed: 1 });
        }
        let most = MOST_STEPS / self.steps();
        if self.n_shuffles > most {
            return Err(Undefined::TooMuch { n: self.n_shuffles, most });
        }
        // where an order stands fast, the table is put in it first
        let start = self.marks.arranged(&self.order.rows, &self.order.columns);
        let counts = start.n_in_columns();
        let table = |index: usize| {
            let mut random = Random::stream(self.seed, index as u64);
            let shuffled = start.shuffled_by_counts(&counts, &mut random);
            match self.ways {
                (Way::Given, Way::Given) => values_as_given(&shuffled),
                // without a first axis it stays as it is
                (rows, columns) => arrange(&shuffled, rows, columns)
                    .map_or_else(|_| values_as_given(&shuffled), |order| values(&shuffled, &order)),
            }
        };
        Ok((0..self.n_shuffles).into_par_iter().map(table).collect())
    }

    /// Returns about how much work one shuffled table is.
    fn steps(&self) -> usize {
        let (n_rows, n_columns) = (self.marks.n_rows(), self.marks.n_columns());
        let leaves = |way: Way, n: usize| if way == Way::Leaf { n * n * n } else { 0 };
        let smaller = n_rows.min(n_columns);
        let axis = match self.ways {
            (Way::Axis, _) | (_, Way::Axis) => {
                10 * smaller * smaller * smaller + n_rows * n_columns * smaller
            }
            _ => 0,
        };
        n_rows * n_columns + leaves(self.ways.0, n_rows) + leaves(self.ways.1, n_columns) + axis
    }
}

/// Returns the criteria of the rows and columns with marks in an order.
fn values(marks: &Marks, order: &Arrangement) -> [f64; 3] {
    let counts = marks.n_in_columns();
    let rows: Vec<usize> = order.rows.iter().copied().filter(|&row| marks.n_in_row(row) > 0).collect();
    let columns: Vec<usize> = order.columns.iter().copied().filter(|&column| counts[column] > 0).collect();
    of_full(&marks.arranged(&rows, &columns))
}

/// Returns the criteria of the rows with marks in the order in which they stand; no column is empty.
fn values_as_given(marks: &Marks) -> [f64; 3] {
    if (0..marks.n_rows()).all(|row| marks.n_in_row(row) > 0) {
        return of_full(marks);
    }
    let (rows, columns) = ((0..marks.n_rows()).collect(), (0..marks.n_columns()).collect());
    values(marks, &Arrangement { rows, columns })
}

/// Returns the criteria of a table without empty rows.
fn of_full(marks: &Marks) -> [f64; 3] {
    let step = |row: usize| 1.0 - marks.shared(row - 1, row).jaccard().expect("no row is empty");
    let path_length = (1..marks.n_rows()).map(step).sum();
    [path_length, marks.effectiveness() as f64, marks.moore_stress() as f64]
}

fn compare(kind: CriterionKind, own: f64, mut values: Vec<f64>) -> Shuffled {
    values.sort_by(f64::total_cmp);
    let reaches = |&&value: &&f64| match kind.more_is_better() {
        true => value >= own - 1e-9,
        false => value <= own + 1e-9,
    };
    let (lower, upper) = (values[(values.len() - 1) / 2], values[values.len() / 2]);
    Shuffled {
        n_reaching: values.iter().filter(reaches).count(),
        lowest: values[0],
        median: (lower + upper) / 2.0,
        highest: values[values.len() - 1],
    }
}
