//! Axes of a symmetric table.

use nalgebra::{DMatrix, SymmetricEigen};

/// An axis: how much lies along it, and in which direction it points.
pub(crate) struct Axis {
    /// The eigenvalue.
    pub(crate) value: f64,
    /// The eigenvector, of length 1.
    pub(crate) direction: Vec<f64>,
}

/// Returns the axes of a symmetric table of `n` rows, the largest eigenvalue first.
///
/// nalgebra is linked without the part that chooses machine instructions while running: machines should agree.
pub(crate) fn axes(n: usize, at: impl Fn(usize, usize) -> f64) -> Vec<Axis> {
    let mut table = DMatrix::zeros(n, n);
    for (row, column) in (0..n).flat_map(|row| (0..=row).map(move |column| (row, column))) {
        let value = at(row, column);
        table[(row, column)] = value;
        table[(column, row)] = value;
    }
    let SymmetricEigen { eigenvectors, eigenvalues } = SymmetricEigen::new(table);
    let axis = |(place, &value): (usize, &f64)| Axis {
        value,
        direction: eigenvectors.column(place).iter().copied().collect(),
    };
    let mut axes: Vec<Axis> = eigenvalues.iter().enumerate().map(axis).collect();
    axes.sort_by(|a, b| b.value.total_cmp(&a.value));
    axes
}

/// Returns 1 or −1, whichever makes the coordinate of largest size positive; the first of several that are equally large.
pub(crate) fn sign(coordinates: impl Iterator<Item = f64> + Clone) -> f64 {
    let largest = coordinates.clone().map(f64::abs).fold(0.0, f64::max);
    let first = coordinates.into_iter().find(|coordinate| coordinate.abs() >= largest * (1.0 - 1e-9));
    if first.is_some_and(|coordinate| coordinate < 0.0) { -1.0 } else { 1.0 }
}
