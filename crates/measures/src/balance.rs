//! The balance of promoting and hindering.

/// Returns (P − H) / (P + H): 1 when all promotes, −1 when all hinders; nothing when there is neither.
///
/// `promoting` and `hindering` are counts of distinct factors, of codings, or of characters.
///
/// ```
/// # use draad_measures::balance::balance;
/// assert_eq!(balance(4, 3), Some(1.0 / 7.0));
/// assert_eq!(balance(0, 0), None);
/// ```
pub fn balance(promoting: u64, hindering: u64) -> Option<f64> {
    let total = promoting + hindering;
    (total > 0).then(|| (promoting as f64 - hindering as f64) / total as f64)
}
