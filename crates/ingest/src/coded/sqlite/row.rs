//! Values of a row, whatever type they were stored with.

use rusqlite::types::ValueRef;
use std::borrow::Cow;
use std::cell::Cell;

/// A row of a table, with the columns that were asked for.
pub(crate) struct Row<'r> {
    pub(super) row: &'r rusqlite::Row<'r>,
    /// Names of the columns that were asked for.
    pub(super) wanted: &'r [&'r str],
    /// Where each of them stands in the table, if it has it.
    pub(super) positions: &'r [Option<usize>],
    /// How many values so far held bytes that are no text.
    pub(super) n_unreadable: &'r Cell<usize>,
}

impl Row<'_> {
    /// Returns a value as text: numbers as they are written, nothing as the empty text.
    pub(crate) fn text(&self, column: &str) -> String {
        match self.value(column) {
            ValueRef::Null => String::new(),
            ValueRef::Integer(number) => number.to_string(),
            ValueRef::Real(number) => number.to_string(),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => self.decoded(bytes).into_owned(),
        }
    }

    /// Returns a value as a whole number, if it is one; as a text it may be one too.
    pub(crate) fn integer(&self, column: &str) -> Option<i64> {
        match self.value(column) {
            ValueRef::Integer(number) => Some(number),
            ValueRef::Real(number) if number.fract() == 0.0 && number.abs() < 1e15 => Some(number as i64),
            ValueRef::Text(bytes) | ValueRef::Blob(bytes) => {
                std::str::from_utf8(bytes).ok()?.trim().parse().ok()
            }
            ValueRef::Null | ValueRef::Real(_) => None,
        }
    }

    fn decoded<'b>(&self, bytes: &'b [u8]) -> Cow<'b, str> {
        let text = String::from_utf8_lossy(bytes);
        if matches!(text, Cow::Owned(_)) {
            self.n_unreadable.set(self.n_unreadable.get() + 1);
        }
        text
    }

    fn value(&self, column: &str) -> ValueRef<'_> {
        let position = self.wanted.iter().position(|wanted| *wanted == column);
        debug_assert!(position.is_some(), "{column} was not asked for");
        let found = position.and_then(|position| self.positions.get(position).copied().flatten());
        found.and_then(|column| self.row.get_ref(column).ok()).unwrap_or(ValueRef::Null)
    }
}
