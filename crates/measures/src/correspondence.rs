//! Correspondence analysis: rows and columns of a table of counts, or of marks, as points in one space.
//!
//! Greenacre (2017), *Correspondence analysis in practice*. Profiles that differ from the average lie far from the middle;
//! rows lie towards the columns they have more of than others. Rare columns pull hard: leave them out first.

use crate::eigen::{self, Axis};
use crate::{Measured, Undefined};

/// Axes with less than this share of the inertia are rounding.
const LEAST_SHARE: f64 = 1e-10;

/// A correspondence analysis.
#[derive(Clone, Debug, PartialEq)]
pub struct Correspondence {
    /// The grand total.
    pub total: f64,
    /// Inertia: the chi-square of the table divided by its total.
    pub inertia: f64,
    /// Inertia of each axis, largest first; they add up to the whole.
    pub axes: Vec<f64>,
    /// Rows, in the order of the table.
    pub rows: Vec<Point>,
    /// Columns, in the order of the table.
    pub columns: Vec<Point>,
}

/// A row or a column.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its share of the total.
    pub mass: f64,
    /// Its chi-square distance from the average profile, squared.
    pub squared_distance: f64,
    /// Principal coordinates on the first axes.
    pub principal: Vec<f64>,
}

impl Point {
    /// Returns the inertia: mass times squared distance.
    pub fn inertia(&self) -> f64 {
        self.mass * self.squared_distance
    }

    /// Returns how much of the point's distance from the middle the first `n_axes` axes show: 0 to 1.
    ///
    /// # Errors
    /// `NoVariation` for a point in the middle.
    pub fn quality(&self, n_axes: usize) -> Measured {
        if self.squared_distance <= f64::EPSILON {
            return Err(Undefined::NoVariation);
        }
        let shown: f64 = self.principal.iter().take(n_axes).map(|coordinate| coordinate.powi(2)).sum();
        Ok((shown / self.squared_distance).min(1.0))
    }

    /// Returns the share of an axis that the point accounts for, given the inertia of that axis; nothing where the
    /// coordinate was not asked for.
    pub fn contribution(&self, axis: usize, inertia: f64) -> Option<f64> {
        self.principal.get(axis).map(|coordinate| self.mass * coordinate.powi(2) / inertia)
    }
}

impl Correspondence {
    /// Analyses a table of `n_rows` × `n_columns` counts, with coordinates on the first `n_axes` axes at most.
    ///
    /// - **Sign**: each axis points so that the row coordinate of largest size is positive; of several equally large, the
    ///   first.
    /// - Work grows with the third power of the smaller side.
    ///
    /// # Errors
    /// `EmptyMargin` when a row or a column adds up to zero, or there are none; `NoVariation` when all rows have the same
    /// profile.
    ///
    /// ```
    /// # use draad_measures::correspondence::Correspondence;
    /// let table = [[4.0, 0.0], [0.0, 4.0]];
    /// let found = Correspondence::new(2, 2, |row, column| table[row][column], 2)?;
    /// assert!((found.inertia - 1.0).abs() < 1e-12); // the most that one axis can have
    /// assert_eq!(found.axes.len(), 1);
    /// assert!((found.rows[0].principal[0] - 1.0).abs() < 1e-12);
    /// assert!((found.rows[0].contribution(0, found.axes[0]).unwrap() - 0.5).abs() < 1e-12);
    /// # Ok::<(), draad_measures::Undefined>(())
    /// ```
    pub fn new(
        n_rows: usize,
        n_columns: usize,
        at: impl Fn(usize, usize) -> f64,
        n_axes: usize,
    ) -> Result<Self, Undefined> {
        let residuals = Residuals::new(n_rows, n_columns, at)?;
        let (rows, columns) = residuals.points();
        let inertia: f64 = rows.iter().map(Point::inertia).sum();
        if inertia <= f64::EPSILON * (n_rows + n_columns) as f64 {
            return Err(Undefined::NoVariation);
        }
        let by_rows = n_rows <= n_columns;
        let axes: Vec<Axis> = residuals.axes(by_rows);
        let axes: Vec<Axis> =
            axes.into_iter().take_while(|axis| axis.value > inertia * LEAST_SHARE).collect();
        let total = residuals.total;
        let mut found =
            Self { total, inertia, axes: axes.iter().map(|axis| axis.value).collect(), rows, columns };
        for axis in axes.iter().take(n_axes) {
            found.place(&residuals, axis, by_rows);
        }
        Ok(found)
    }

    /// Returns the shares of the axes in the inertia.
    pub fn shares(&self) -> impl Iterator<Item = f64> {
        self.axes.iter().map(|axis| axis / self.inertia)
    }

    /// Adds the coordinates on one axis, whose direction is known for the one side and follows for the other.
    fn place(&mut self, residuals: &Residuals, axis: &Axis, by_rows: bool) {
        let root = axis.value.sqrt();
        let own: Vec<f64> = axis.direction.iter().map(|direction| direction * root).collect();
        let other = residuals.times(&axis.direction, by_rows);
        let (rows, columns) = if by_rows { (own, other) } else { (other, own) };
        let scaled = |points: &[Point], values: Vec<f64>| -> Vec<f64> {
            points.iter().zip(values).map(|(point, value)| value / point.mass.sqrt()).collect()
        };
        let (rows, columns) = (scaled(&self.rows, rows), scaled(&self.columns, columns));
        let sign = eigen::sign(rows.iter().copied());
        self.rows.iter_mut().zip(rows).for_each(|(point, value)| point.principal.push(sign * value));
        self.columns.iter_mut().zip(columns).for_each(|(point, value)| point.principal.push(sign * value));
    }
}

/// The table as standardised residuals: (p − r·c) / √(r·c), where p is the share of a cell and r and c those of its row and
/// column.
struct Residuals {
    total: f64,
    rows: Vec<f64>,
    columns: Vec<f64>,
    values: Vec<f64>,
}

impl Residuals {
    fn new(n_rows: usize, n_columns: usize, at: impl Fn(usize, usize) -> f64) -> Result<Self, Undefined> {
        let mut values: Vec<f64> = Vec::with_capacity(n_rows * n_columns);
        (0..n_rows).for_each(|row| values.extend((0..n_columns).map(|column| at(row, column))));
        let total: f64 = values.iter().sum();
        let mut rows = vec![0.0; n_rows];
        let mut columns = vec![0.0; n_columns];
        for (place, value) in values.iter().enumerate() {
            rows[place / n_columns] += value / total;
            columns[place % n_columns] += value / total;
        }
        let is_empty =
            |sides: &[f64]| sides.is_empty() || sides.iter().any(|&side| side.is_nan() || side <= 0.0);
        if is_empty(&rows) || is_empty(&columns) {
            return Err(Undefined::EmptyMargin);
        }
        for (place, value) in values.iter_mut().enumerate() {
            let expected = rows[place / n_columns] * columns[place % n_columns];
            *value = (*value / total - expected) / expected.sqrt();
        }
        Ok(Self { total, rows, columns, values })
    }

    /// Returns rows and columns without coordinates.
    fn points(&self) -> (Vec<Point>, Vec<Point>) {
        let (mut rows, mut columns) = (vec![0.0; self.rows.len()], vec![0.0; self.columns.len()]);
        for (place, value) in self.values.iter().enumerate() {
            rows[place / self.columns.len()] += value * value;
            columns[place % self.columns.len()] += value * value;
        }
        let point = |(inertia, &mass): (f64, &f64)| Point {
            mass,
            squared_distance: inertia / mass,
            principal: Vec::new(),
        };
        let points =
            |inertias: Vec<f64>, masses: &[f64]| inertias.into_iter().zip(masses).map(point).collect();
        (points(rows, &self.rows), points(columns, &self.columns))
    }

    /// Returns the axes of the rows, or else of the columns.
    fn axes(&self, by_rows: bool) -> Vec<Axis> {
        let n_columns = self.columns.len();
        let transposed: Vec<f64>;
        let (values, n, width) = if by_rows {
            (&self.values, self.rows.len(), n_columns)
        } else {
            let columns =
                (0..n_columns).flat_map(|column| self.values.iter().skip(column).step_by(n_columns));
            transposed = columns.copied().collect();
            (&transposed, n_columns, self.rows.len())
        };
        let line = |place: usize| &values[place * width..][..width];
        eigen::axes(n, |a, b| line(a).iter().zip(line(b)).map(|(x, y)| x * y).sum())
    }

    /// Returns the sums over the one side of residuals times a direction of it, per column or else per row.
    fn times(&self, direction: &[f64], by_rows: bool) -> Vec<f64> {
        let n_columns = self.columns.len();
        if by_rows {
            let mut sums = vec![0.0; n_columns];
            for (row, weight) in self.values.chunks(n_columns).zip(direction) {
                sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += weight * value);
            }
            return sums;
        }
        let sum = |row: &[f64]| row.iter().zip(direction).map(|(value, weight)| value * weight).sum();
        self.values.chunks(n_columns).map(sum).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_table_without_differences_has_no_axes() {
        let of = |n_rows, n_columns, value: f64| Correspondence::new(n_rows, n_columns, |_, _| value, 2);
        assert_eq!(of(3, 4, 1.0), Err(Undefined::NoVariation));
        assert_eq!(of(1, 1, 5.0), Err(Undefined::NoVariation));
        assert_eq!(of(3, 4, 0.0), Err(Undefined::EmptyMargin));
        assert_eq!(of(0, 4, 1.0), Err(Undefined::EmptyMargin));
        assert_eq!(of(3, 0, 1.0), Err(Undefined::EmptyMargin));
    }

    fn any_table() -> impl Strategy<Value = (usize, Vec<u32>)> {
        (1_usize..6, 1_usize..6).prop_flat_map(|(n_rows, n_columns)| {
            (Just(n_columns), proptest::collection::vec(0_u32..5, n_rows * n_columns))
        })
    }

    proptest! {
        #[test]
        fn parts_add_up((n_columns, counts) in any_table()) {
            let n_rows = counts.len() / n_columns;
            let at = |row: usize, column: usize| f64::from(counts[row * n_columns + column]);
            let Ok(found) = Correspondence::new(n_rows, n_columns, at, 9) else { return Ok(()) };
            let close = |a: f64, b: f64| (a - b).abs() < 1e-9;
            prop_assert!(close(found.axes.iter().sum(), found.inertia));
            for points in [&found.rows, &found.columns] {
                prop_assert!(close(points.iter().map(|point| point.mass).sum(), 1.0));
                for (axis, &inertia) in found.axes.iter().enumerate() {
                    let shares = points.iter().map(|point| point.contribution(axis, inertia).unwrap());
                    prop_assert!(close(shares.sum(), 1.0));
                    let centre = points.iter().map(|point| point.mass * point.principal[axis]).sum();
                    prop_assert!(close(centre, 0.0));
                }
                for point in points {
                    prop_assert!(point.quality(9).is_err() || close(point.quality(9).unwrap(), 1.0));
                }
            }
            // the same from the other side
            let turned = Correspondence::new(n_columns, n_rows, |row, column| at(column, row), 0).unwrap();
            prop_assert!(turned.axes.iter().zip(&found.axes).all(|(a, b)| close(*a, *b)));
        }
    }
}
