//! The cells of a row from elsewhere, in our own columns and spelling.

use super::update::{Rules, ValueChange};
use super::{Grid, RecordKind, headers};
use crate::table::{CellKind, Column, Row, cell_of};
use draad_core::case::Extra;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, id};
use std::cell::RefCell;

/// The cells of a row: those of known columns, and the others.
#[derive(Clone, Default, PartialEq)]
pub(super) struct Cells<const N: usize> {
    pub(super) known: Vec<String>,
    pub(super) extra: Extra,
}

impl<const N: usize> Cells<N> {
    pub(super) fn empty() -> Self {
        Self { known: vec![String::new(); N], extra: Extra::new() }
    }

    pub(super) fn of<R: Row<N>>(row: &R) -> Self {
        Self { known: row.write().to_vec(), extra: row.extra().into_owned() }
    }

    /// Returns these cells with those of `over` where they hold something.
    pub(super) fn under(&self, over: &Self) -> Self {
        let mut cells = self.clone();
        for (cell, new) in cells.known.iter_mut().zip(&over.known).filter(|(_, new)| !new.trim().is_empty()) {
            cell.clone_from(new);
        }
        for (name, new) in &over.extra {
            let cell = cells.extra.entry(name.clone()).or_default();
            if !new.trim().is_empty() {
                cell.clone_from(new);
            }
        }
        cells
    }

    pub(super) fn changes<R: Row<N>>(&self, after: &Self, line: u32, row: &str) -> Vec<ValueChange> {
        let known = R::COLUMNS.iter().map(|column| column.name).zip(self.known.iter().zip(&after.known));
        let none = String::new();
        let extra = after.extra.iter();
        let extra = extra.map(|(name, to)| (name.as_str(), (self.extra.get(name).unwrap_or(&none), to)));
        let differ = known.chain(extra).filter(|(_, (from, to))| from != to);
        let change = |(column, (from, to)): (&str, (&String, &String))| ValueChange {
            line,
            row: row.to_owned(),
            column: column.to_owned(),
            from: from.clone(),
            to: to.clone(),
        };
        differ.map(change).collect()
    }
}

/// Where the columns stand in a file.
pub(super) struct Layout<const N: usize> {
    known: [Option<usize>; N],
    extra: Vec<(String, usize)>,
    nameless: Vec<usize>,
}

impl<const N: usize> Layout<N> {
    /// Finds the columns by their names.
    ///
    /// # Errors
    /// `DuplicateId` for a column that is there twice; `KeyColumnMissing` for the first by which rows are told apart.
    pub(super) fn find<R: Row<N>>(rules: &impl Rules<R, N>, file: &str, grid: &Grid) -> Outcome<Self> {
        let fails = |problem| Err(Box::new(Diagnostic::error(Place::line(file, grid.header_line), problem)));
        let mut layout = Self { known: [None; N], extra: Vec::new(), nameless: Vec::new() };
        for (position, name) in grid.header.iter().map(|name| name.trim()).enumerate() {
            let known = R::COLUMNS.iter().position(|column| column.name.eq_ignore_ascii_case(name));
            let is_double = match known {
                Some(column) => layout.known[column].replace(position).is_some(),
                None if name.is_empty() => {
                    layout.nameless.push(position);
                    false
                }
                None => {
                    let name = rules.column(name);
                    let is_double = layout.extra.iter().any(|(other, _)| *other == name);
                    layout.extra.push((name, position));
                    is_double
                }
            };
            if is_double {
                return fails(Problem::DuplicateId { id: name.to_owned(), first_line: grid.header_line });
            }
        }
        let first = R::COLUMNS.iter().position(|column| Some(&column.name) == Self::key_of(rules).first());
        match first.filter(|&column| layout.known[column].is_none()) {
            Some(column) => {
                let column = R::COLUMNS[column].name;
                let headings = headers::headings(Self::kind_of(rules), column);
                fails(Problem::KeyColumnMissing { column: column.to_owned(), headings })
            }
            None => Ok(layout),
        }
    }

    fn kind_of<R: Row<N>, T: Rules<R, N>>(_: &T) -> RecordKind {
        T::KIND
    }

    fn key_of<R: Row<N>, T: Rules<R, N>>(_: &T) -> &'static [&'static str] {
        T::KEY
    }

    /// Returns the cells of a row in our own spelling.
    pub(super) fn read<R: Row<N>>(
        &self,
        rules: &impl Rules<R, N>,
        grid: &Grid,
        cells: &[String],
    ) -> Result<Cells<N>, Problem> {
        let (found, expected) = (cells.len(), grid.header.len());
        let is_filled = |&position: &usize| cells.get(position).is_some_and(|cell| !cell.trim().is_empty());
        if found != expected || self.nameless.iter().any(is_filled) {
            let expected = expected - self.nameless.len();
            return Err(Problem::WrongNumberOfCells { found, expected });
        }
        let get = |name: &str, position: usize| {
            let text = cells.get(position).map_or("", String::as_str);
            rules.word(name, text.trim()).unwrap_or_else(|| text.to_owned())
        };
        let known = R::COLUMNS.iter().zip(self.known).map(|(column, position)| {
            position.map_or(String::new(), |position| spelled(column, &get(column.name, position)))
        });
        let extra = self.extra.iter().map(|(name, position)| (name.clone(), get(name, *position)));
        let mut cells = Cells { known: known.collect(), extra: extra.collect() };
        rules.refer(&mut cells);
        Ok(cells)
    }
}

/// Returns a value as the table would write it, so that equal keys are equal; what cannot be read stays as it is.
fn spelled(column: &Column, text: &str) -> String {
    let trimmed = text.trim();
    match column.kind {
        CellKind::Text if trimmed.is_empty() => String::new(),
        CellKind::Text => text.to_owned(),
        CellKind::Date => {
            let reports = RefCell::default();
            // Workbooks make a moment of a day.
            let day = trimmed.split_once('T').map_or(trimmed, |(day, _)| day);
            let date = cell_of("", day, &reports).date().ok().flatten();
            date.map_or_else(|| trimmed.to_owned(), |date| date.to_string())
        }
        CellKind::List => {
            // Ids hold no commas, so people may separate them with commas too; labels do hold them.
            let separators: &[char] = if column.name == "labels" { &[';'] } else { &[';', ','] };
            let items: Vec<&str> =
                text.split(separators).map(str::trim).filter(|item| !item.is_empty()).collect();
            id::composed(&items.join(";"))
        }
        CellKind::Id | CellKind::Reference(_) => id::composed(trimmed),
        _ => trimmed.to_owned(),
    }
}
