//! A sheet as rows of entries.

use super::columns::names_columns;
use crate::Sheet;
use crate::dates::{DateOrder, date_of};
use crate::sheet::SheetRow;

/// A sheet of which it is known whether its first row names the columns.
pub(super) struct Table {
    /// Names of the columns; numbers where the file has no header.
    pub(super) header: Vec<String>,
    /// Whether the first row names the columns.
    pub(super) has_header: bool,
    /// The rows after the header that are not all empty.
    pub(super) rows: Vec<SheetRow>,
}

impl Table {
    /// Takes the first row of a sheet as header, unless a date stands in it.
    pub(super) fn of(sheet: Sheet) -> Self {
        let is_date = |cell: &String| date_of(cell, DateOrder::DayMonthYear).is_some();
        let has_header = names_columns(&sheet.header) || !sheet.header.iter().any(is_date);
        let sheet = if has_header { sheet } else { sheet.without_header() };
        Self { header: sheet.header, has_header, rows: sheet.rows }
    }
}
