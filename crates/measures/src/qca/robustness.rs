//! How far cut-offs and anchors can move before the solution changes, and what becomes of it without each case.
//!
//! Oana & Schneider (2021), doi:10.1177/00491241211036158. Solutions are the same when they have the same models.

use super::solution::{Expectation, Kind, Options, Solutions, Unsolved, solve};
use super::{Cutoffs, Data, Fault, Model, Row, SLACK, TruthTable};

/// Values over which something stays as it is: above the one bound, up to and including the other.
#[derive(Clone, Debug, PartialEq)]
pub struct Range<T, S = Vec<Model>> {
    /// Above which value it stays; nothing where it stays down to the end.
    pub above: Option<Edge<T, S>>,
    /// Up to which value it stays; nothing where it stays up to the end.
    pub up_to: Option<Edge<T, S>>,
}

/// Where something changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Edge<T, S = Vec<Model>> {
    /// The value.
    pub bound: T,
    /// What it becomes beyond; nothing where it is no longer there: no row to minimise.
    pub then: Option<S>,
}

/// How far each cut-off can move, the others staying, before the models of a solution change.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranges {
    /// The inclusion that a row needs, from 0 to 1.
    pub inclusion: Range<f64>,
    /// The cases that a row needs, from 1.
    pub n: Range<usize>,
    /// The PRI that a row needs, from 0 to 1.
    pub pri: Range<f64>,
}

/// Why it cannot be said how far a cut-off can move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// There is nothing to minimise.
    Unsolved(Unsolved),
    /// There are more models than are listed, so that solutions cannot be compared.
    TooManyModels,
}

/// Why there is no solution without a case.
#[derive(Clone, Debug, PartialEq)]
pub enum Lost {
    /// The other cases cannot be analysed: something does not vary among them.
    Faults(Vec<Fault>),
    /// Nothing is left to minimise.
    Unsolved(Unsolved),
}

/// Returns how far each cut-off can move, one at a time, before the models of a solution change. Exact: the truth table changes
/// only where a cut-off passes the value of a row, and each such value is looked at, outward from the present one.
///
/// # Errors
/// Where there is no solution, or where not all models are listed.
pub fn ranges(
    table: &TruthTable,
    kind: Kind,
    expectations: &[Expectation],
    options: &Options,
) -> Result<Ranges, Unknown> {
    solve(table, expectations, options).map_err(Unknown::Unsolved)?;
    let now = *table.cutoffs();
    let models =
        |cutoffs: Cutoffs| models(&table.clone().with_cutoffs(&cutoffs), kind, expectations, options);
    let inclusions = shares(table, |row| row.inclusion);
    let sizes = sizes(table);
    let pris = shares(table, |row| row.pri);
    let place = |steps: &[f64], present: f64| steps.partition_point(|&step| step + SLACK < present);
    Ok(Ranges {
        inclusion: range(&inclusions, place(&inclusions, now.inclusion), |inclusion| {
            models(Cutoffs { inclusion, ..now })
        })?,
        n: range(&sizes, sizes.partition_point(|&n| n < now.n), |n| models(Cutoffs { n, ..now }))?,
        pri: range(&pris, place(&pris, now.pri), |pri| models(Cutoffs { pri, ..now }))?,
    })
}

/// Returns the different values of rows, ascending, and 1, up to which cut-offs go.
fn shares(table: &TruthTable, value: fn(&Row) -> f64) -> Vec<f64> {
    let mut steps: Vec<f64> = table.rows().iter().map(value).chain([1.0]).collect();
    steps.sort_by(f64::total_cmp);
    steps.dedup_by(|one, other| (*one - *other).abs() <= SLACK);
    steps
}

/// Returns the different numbers of cases in rows, ascending, and one more than the largest.
fn sizes(table: &TruthTable) -> Vec<usize> {
    let mut steps: Vec<usize> = table.rows().iter().map(Row::n).collect();
    steps.sort_unstable();
    steps.dedup();
    steps.push(steps.last().map_or(1, |most| most + 1));
    steps
}

/// Looks outward from the present step. Between two steps nothing changes: what is found `at` a step holds for all values above
/// the step before.
fn range<T: Copy>(
    steps: &[T],
    present: usize,
    at: impl Fn(T) -> Result<Option<Vec<Model>>, Unknown>,
) -> Result<Range<T>, Unknown> {
    let present = present.min(steps.len() - 1);
    let own = at(steps[present])?;
    let mut range = Range { above: None, up_to: None };
    for &bound in steps[..present].iter().rev() {
        let then = at(bound)?;
        if then != own {
            range.above = Some(Edge { bound, then });
            break;
        }
    }
    for pair in steps[present..].windows(2) {
        let then = at(pair[1])?;
        if then != own {
            range.up_to = Some(Edge { bound: pair[0], then });
            break;
        }
    }
    Ok(range)
}

/// Returns the models of a solution, nothing where there is nothing to minimise.
fn models(
    table: &TruthTable,
    kind: Kind,
    expectations: &[Expectation],
    options: &Options,
) -> Result<Option<Vec<Model>>, Unknown> {
    match solve(table, expectations, options) {
        Err(_) => Ok(None),
        Ok(found) if found.is_complete(kind) => Ok(Some(found.models(kind))),
        Ok(_) => Err(Unknown::TooManyModels),
    }
}

/// Returns per case what is found without it.
pub fn left_out(
    data: &Data,
    cutoffs: &Cutoffs,
    expectations: &[Expectation],
    options: &Options,
) -> Vec<Result<Solutions, Lost>> {
    let without = |case| {
        let data = data.without(case).map_err(Lost::Faults)?;
        solve(&TruthTable::new(&data, cutoffs), expectations, options).map_err(Lost::Unsolved)
    };
    (0..data.n_cases()).map(without).collect()
}

/// Steps of [`range_of`] from the present value to each end.
pub const STEPS: usize = 50;

/// Halvings by which [`range_of`] narrows a step in which something changed.
const HALVINGS: usize = 20;

/// Returns the range around `present`, within `span`, in which what is found stays the same: for anchors, between whose values no
/// list of turning points can be made.
///
/// From the present value to each end 50 equal steps are tried; in the step in which the first change shows, the bound is narrowed
/// down by 20 halvings, to a millionth of the step. A change that comes and goes within one step is missed. Values for which
/// nothing can be found (`at` gives nothing, for example because a case is exactly halfway) are passed over.
///
/// ```
/// # use draad_measures::qca::robustness::range_of;
/// let range = range_of(3.0, [0.0, 10.0], |value| Some(value >= 2.5)).unwrap();
/// assert!((range.above.unwrap().bound - 2.5).abs() < 1e-6);
/// assert!(range.up_to.is_none());
/// ```
pub fn range_of<S: PartialEq>(
    present: f64,
    span: [f64; 2],
    at: impl Fn(f64) -> Option<S>,
) -> Option<Range<f64, S>> {
    let own = at(present)?;
    let toward = |end: f64| {
        let step = |step: usize| present + (end - present) * step as f64 / STEPS as f64;
        let mut same = present;
        for value in (1..=STEPS).map(step) {
            match at(value) {
                Some(then) if then != own => return Some(narrowed(same, value, then, &own, &at)),
                Some(_) => same = value,
                None => {}
            }
        }
        None
    };
    Some(Range { above: toward(span[0].min(present)), up_to: toward(span[1].max(present)) })
}

fn narrowed<S: PartialEq>(
    mut same: f64,
    mut changed: f64,
    mut then: S,
    own: &S,
    at: impl Fn(f64) -> Option<S>,
) -> Edge<f64, S> {
    for _ in 0..HALVINGS {
        let middle = f64::midpoint(same, changed);
        match at(middle) {
            Some(found) if found == *own => same = middle,
            Some(found) => (changed, then) = (middle, found),
            // the place itself, at which a case is exactly halfway
            None => {
                same = middle;
                break;
            }
        }
    }
    Edge { bound: same, then: Some(then) }
}
