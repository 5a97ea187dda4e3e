//! When records were sent. In texts the order of day, month and year shows only from all of them.

use super::lines::Lines;
use crate::dates::{DateOrder, OrderFound, find_order};
use crate::{File, Imported};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use jiff::civil::DateTime;

/// Finds the order in which the dates of `records` are written, and says so where it is only assumed or years are missing.
pub(crate) fn settle_order(file: &File, records: &[Lines], notes: &mut Imported) -> Outcome<DateOrder> {
    let dated: Vec<_> = records.iter().filter_map(|record| Some((record, record.head.date?))).collect();
    if dated.len() < records.len() {
        let problem = Problem::YearMissing { n: records.len() - dated.len() };
        notes.diagnostics.push(Diagnostic::warning(file.place(None), problem));
    }
    let dates: Vec<_> = dated.iter().map(|(_, date)| *date).collect();
    match find_order(&dates, file.options.date_order) {
        OrderFound::Certain(order) => Ok(order),
        OrderFound::Assumed(order) => {
            let problem = Problem::DateOrderAssumed { order: order.name().to_owned() };
            notes.diagnostics.push(Diagnostic::warning(file.place(None), problem));
            Ok(order)
        }
        OrderFound::Contradiction(idx) => {
            let (record, _) = dated[idx];
            let problem = Problem::DateOrderUnclear { example: record.date_as_written().to_owned() };
            Err(Box::new(Diagnostic::error(file.place(Some(record.line)), problem)))
        }
    }
}

/// Returns when a record was sent, where its date has a year; a date that does not exist is reported.
pub(crate) fn time_of(
    file: &File,
    record: &Lines,
    order: DateOrder,
    notes: &mut Imported,
) -> Option<DateTime> {
    let time = record.head.date?.date(order).map(|date| date.to_datetime(record.head.time));
    if time.is_none() {
        let problem = Problem::ValueInvalid {
            value: record.date_as_written().to_owned(),
            expected: order.name().to_owned(),
        };
        notes.diagnostics.push(Diagnostic::warning(file.place(Some(record.line)), problem));
    }
    time
}

/// Returns the moment that a program states in ISO 8601; one that cannot be read is reported.
pub(crate) fn time_in(file: &File, stated: &str, line: u32, notes: &mut Imported) -> Option<DateTime> {
    let time = stated.parse().ok();
    if time.is_none() {
        let problem =
            Problem::ValueInvalid { value: stated.to_owned(), expected: "2024-01-31T14:05:00".to_owned() };
        notes.diagnostics.push(Diagnostic::warning(file.place(Some(line)), problem));
    }
    time
}
