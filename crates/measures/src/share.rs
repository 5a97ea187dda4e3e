//! Shares and rates, undefined where there is nothing to divide by.

/// Returns `part / whole`, or nothing when `whole` is zero.
///
/// ```
/// # use draad_measures::share::share;
/// assert_eq!(share(1, 4), Some(0.25));
/// assert_eq!(share(0, 0), None);
/// ```
pub fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

/// Returns `count` per 1,000 of `whole`, or nothing when `whole` is zero.
///
/// ```
/// # use draad_measures::share::per_thousand;
/// assert_eq!(per_thousand(3, 1500), Some(2.0));
/// ```
pub fn per_thousand(count: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| count as f64 * 1000.0 / whole as f64)
}
