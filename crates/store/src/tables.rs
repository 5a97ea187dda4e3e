//! The tables of a study folder, one module per subject. Each lists its columns once and reads and writes by that list.

pub(crate) mod adjudication_requests;
pub(crate) mod adjudications;
pub(crate) mod cases;
pub(crate) mod codebook;
pub(crate) mod codings;
pub(crate) mod column_map;
pub(crate) mod decisions;
pub(crate) mod feedback_requests;
pub(crate) mod guids;
pub(crate) mod import_map;
pub(crate) mod memberships;
pub(crate) mod participants;
pub(crate) mod periods;
pub(crate) mod project_map;
pub(crate) mod proposals;
pub(crate) mod reconciliation;
pub(crate) mod records;
pub(crate) mod requests;
pub(crate) mod sources;
pub(crate) mod units;

use std::fmt::Display;

/// Writes an optional value; nothing is an empty cell.
fn maybe<T: Display>(value: &Option<T>) -> String {
    value.as_ref().map_or(String::new(), T::to_string)
}

/// Writes an optional word of an enumeration.
fn maybe_word<T: Into<&'static str>>(value: Option<T>) -> String {
    value.map_or("", Into::into).to_owned()
}

/// Writes a list.
fn joined<T: Display>(values: &[T]) -> String {
    values.iter().map(T::to_string).collect::<Vec<_>>().join(";")
}
