//! One cell, read as what its column says it is.

use draad_core::{Problem, dates::named_day, filter::list};
use jiff::{Timestamp, civil};
use std::cell::RefCell;
use std::str::FromStr;
use strum::VariantNames;

/// Word for "somebody looked, and it cannot be known".
pub(crate) const UNKNOWN: &str = "unknown";
const UNKNOWN_NL: &str = "onbekend";

/// What is wrong with a row so far: column and problem.
pub(crate) type Reports = RefCell<Vec<(String, Problem)>>;

/// A sign that a cell could not be read and has been reported.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reported;

/// The text of a cell with its column. Reading it as something it is not reports that.
#[derive(Clone, Copy)]
pub(crate) struct Cell<'a> {
    pub(crate) column: &'a str,
    pub(crate) text: &'a str,
    pub(crate) reports: &'a Reports,
}

/// Returns a cell outside a table of known columns, such as an attribute of a case.
pub(crate) fn cell_of<'a>(column: &'a str, text: &'a str, reports: &'a Reports) -> Cell<'a> {
    Cell { column, text, reports }
}

impl<'a> Cell<'a> {
    /// Returns the text as it is.
    pub(crate) fn text(self) -> String {
        self.text.to_owned()
    }

    /// Returns whether nothing stands in the cell.
    pub(crate) fn is_blank(self) -> bool {
        self.text.trim().is_empty()
    }

    /// Returns whether the cell says that the answer is not known.
    pub(crate) fn is_unknown(self) -> bool {
        let text = self.text.trim();
        text.eq_ignore_ascii_case(UNKNOWN) || text.eq_ignore_ascii_case(UNKNOWN_NL)
    }

    /// Returns an id that must be there.
    pub(crate) fn id<T: FromStr>(self) -> Option<T> {
        let id = self.maybe_id().ok()?;
        if id.is_none() {
            self.missing();
        }
        id
    }

    /// Returns an id that may be left out.
    pub(crate) fn maybe_id<T: FromStr>(self) -> Result<Option<T>, Reported> {
        if self.is_blank() {
            return Ok(None);
        }
        self.one_id(self.text.trim()).map(Some)
    }

    /// Returns the ids of a list, without those that cannot be ids.
    pub(crate) fn ids<T: FromStr>(self) -> Vec<T> {
        self.items().filter_map(|item| self.one_id(item).ok()).collect()
    }

    /// Returns the texts of a list.
    pub(crate) fn texts(self) -> Vec<String> {
        self.items().map(str::to_owned).collect()
    }

    /// Returns a day: `2021-09-03`, as spreadsheets make of it, `3-9-2021`, or as people write it, `3 sept 2021`.
    pub(crate) fn date(self) -> Result<Option<civil::Date>, Reported> {
        let day_first = |text: &str| civil::Date::strptime("%d-%m-%Y", text);
        self.read("date", |text| text.parse().or_else(|_| day_first(text)).ok().or_else(|| named_day(text)))
    }

    /// Returns a local day and time.
    pub(crate) fn date_time(self) -> Result<Option<civil::DateTime>, Reported> {
        self.read("2021-09-03T14:05:00", |text| text.parse().ok())
    }

    /// Returns a moment.
    pub(crate) fn timestamp(self) -> Result<Option<Timestamp>, Reported> {
        self.read("2021-09-03T14:05:00Z", |text| text.parse().ok())
    }

    /// Returns a whole number of at most `max`.
    pub(crate) fn integer(self, max: u32) -> Result<Option<u32>, Reported> {
        let expected = || if max == u32::MAX { "0, 1, 2, …".to_owned() } else { format!("0–{max}") };
        self.read_or(expected, |text| text.parse().ok().filter(|number| *number <= max))
    }

    /// Returns a number; a decimal comma is understood.
    pub(crate) fn number(self) -> Result<Option<f64>, Reported> {
        let parse = |text: &str| text.replace(',', ".").parse().ok();
        self.read("3.5 / 3,5", |text| parse(text).filter(|number: &f64| number.is_finite()))
    }

    /// Returns yes or no.
    pub(crate) fn yes_no(self) -> Result<Option<bool>, Reported> {
        self.read("yes, no", |text| match text.to_lowercase().as_str() {
            "yes" | "ja" | "true" | "1" => Some(true),
            "no" | "nee" | "false" | "0" => Some(false),
            _ => None,
        })
    }

    /// Returns one of the words of an enumeration.
    pub(crate) fn choice<T: FromStr + VariantNames>(self) -> Result<Option<T>, Reported> {
        let read = |text: &str| text.parse().or_else(|_| text.to_lowercase().parse()).ok();
        self.read_or(|| list(T::VARIANTS), read)
    }

    /// Reads the trimmed text unless it is blank; reports what was `expected` when it is something else.
    pub(crate) fn read<T>(
        self,
        expected: &str,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Reported> {
        self.read_or(|| expected.to_owned(), read)
    }

    /// Reads as [`Cell::read`] does; what was expected is worked out only when it must be said.
    fn read_or<T>(
        self,
        expected: impl FnOnce() -> String,
        read: impl FnOnce(&str) -> Option<T>,
    ) -> Result<Option<T>, Reported> {
        let text = self.text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        match read(text) {
            Some(value) => Ok(Some(value)),
            None => Err(self.invalid(&expected())),
        }
    }

    /// Reports that the cell is empty and must not be.
    pub(crate) fn missing(self) {
        let column = self.column.to_owned();
        self.report(Problem::ValueMissing { column });
    }

    /// Reports that the cell holds something else than expected.
    pub(crate) fn invalid(self, expected: &str) -> Reported {
        self.report(Problem::ValueInvalid {
            value: self.text.trim().to_owned(),
            expected: expected.to_owned(),
        })
    }

    fn items(self) -> impl Iterator<Item = &'a str> {
        self.text.split(';').map(str::trim).filter(|item| !item.is_empty())
    }

    fn one_id<T: FromStr>(self, text: &str) -> Result<T, Reported> {
        let problem = |_| Problem::IdInvalid { id: text.to_owned() };
        text.parse().map_err(problem).map_err(|problem| self.report(problem))
    }

    /// Reports what is wrong with the cell.
    pub(crate) fn report(self, problem: Problem) -> Reported {
        self.reports.borrow_mut().push((self.column.to_owned(), problem));
        Reported
    }
}
