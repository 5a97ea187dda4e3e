//! CSV tables: read as people have them, written as everyone can read them.
//!
//! A table is described once, by the columns of its [`Row`] type; reading, writing and the published schema all use
//! that one list.

mod cell;
mod scan;

pub(crate) use cell::{Cell, Reported, UNKNOWN, cell_of};

use crate::{decode::decode, log::Log};
use draad_core::case::Extra;
use draad_core::{Diagnostic, Place, Problem};
use scan::{Record, Scanner};
use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeSet;

/// A column of a table.
#[derive(Clone, Copy, Debug)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What its cells hold.
    pub kind: CellKind,
    /// Whether the table cannot be read without it, and a row not without a value in it.
    pub required: bool,
    /// What stands in it, in Dutch.
    pub nl: &'static str,
    /// What stands in it, in English.
    pub en: &'static str,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug)]
pub enum CellKind {
    /// A name that obeys the rule of ids.
    Id,
    /// The id of a row of another table, named here.
    Reference(&'static str),
    /// Free text.
    Text,
    /// Several values joined with `;`.
    List,
    /// A whole number from the first to the last given.
    Integer(u32, u32),
    /// A number.
    Number,
    /// A day.
    Date,
    /// A day and time, with or without a zone.
    Time,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// Text of this form (a regular expression).
    Pattern(&'static str),
}

/// Describes an optional column.
pub(crate) const fn column(name: &'static str, kind: CellKind, nl: &'static str, en: &'static str) -> Column {
    Column { name, kind, required: false, nl, en }
}

/// Describes a required column.
pub(crate) const fn required(
    name: &'static str,
    kind: CellKind,
    nl: &'static str,
    en: &'static str,
) -> Column {
    let column = column(name, kind, nl, en);
    Column { required: true, ..column }
}

/// What becomes of columns that the tool does not know.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unknown {
    /// They are kept and written back.
    Kept,
    /// They are left out with a warning, and the file is not rewritten while they are there.
    LeftOut,
}

/// A row of a table with `N` known columns.
pub(crate) trait Row<const N: usize>: Sized {
    /// The known columns, in the order in which they are written.
    const COLUMNS: &'static [Column; N];
    /// What becomes of other columns.
    const UNKNOWN: Unknown;

    /// Reads a row; `None` when a required cell could not be read, which the cell has reported.
    fn read(cells: [Cell<'_>; N], extra: Extra) -> Option<Self>;
    /// Returns the known cells, in the order of the columns.
    fn write(&self) -> [String; N];
    /// Returns the cells of unknown columns.
    fn extra(&self) -> Cow<'_, Extra> {
        Cow::Owned(Extra::new())
    }
}

/// Reads a table that somebody hands over, outside the study folder: each row that could be read with its line, and what is
/// wrong with the others.
pub(crate) fn read_handed<R: Row<N>, const N: usize>(
    file: &str,
    bytes: Vec<u8>,
) -> (Vec<(u32, R)>, Vec<Diagnostic>) {
    let mut log = Log::default();
    let rows = read(&mut log, file, bytes);
    (rows, log.diagnostics)
}

/// Reads a table: each row that could be read with its line (counted from 1). A row that could not be read is reported
/// and hides no other.
pub(crate) fn read<R: Row<N>, const N: usize>(log: &mut Log, path: &str, bytes: Vec<u8>) -> Vec<(u32, R)> {
    let decoded = decode(bytes);
    if let Some(encoding) = decoded.foreign {
        let encoding = encoding.to_owned();
        log.warn(Place::file(path), Problem::NotUtf8 { encoding });
    }
    let mut scanner = Scanner::new(decoded.without_bom());
    let mut record = Record::default();
    if let Some(Err((line, problem))) = scanner.next(&mut record) {
        log.lost(Place::line(path, line), problem);
        return Vec::new();
    }
    let Some(layout) = Layout::<N>::new(log, path, R::COLUMNS, R::UNKNOWN, &record) else {
        return Vec::new();
    };
    let mut rows = Vec::new();
    while let Some(read) = scanner.next(&mut record) {
        match read {
            Err((line, problem)) => log.lost(Place::line(path, line), problem),
            Ok(()) => rows.extend(layout.row(log, path, R::COLUMNS, &record).map(|row| (record.line, row))),
        }
    }
    rows
}

/// Where each column stands in a file.
struct Layout<const N: usize> {
    n_cells: usize,
    known: [Option<usize>; N],
    extra: Vec<(String, usize)>,
    nameless: Vec<usize>,
}

impl<const N: usize> Layout<N> {
    /// Finds the columns in the header; `None` when a required one is missing.
    fn new(
        log: &mut Log,
        path: &str,
        columns: &[Column; N],
        unknown: Unknown,
        header: &Record,
    ) -> Option<Self> {
        let place = |name: &str| Place::line(path, header.line.max(1)).column(name);
        let mut layout =
            Self { n_cells: header.n_cells(), known: [None; N], extra: Vec::new(), nameless: Vec::new() };
        let mut seen = BTreeSet::new();
        for (position, name) in header.cells().map(str::trim).enumerate() {
            if name.is_empty() {
                layout.nameless.push(position);
                continue;
            }
            if !seen.insert(name.to_lowercase()) {
                let (id, first_line) = (name.to_owned(), header.line);
                log.lost(place(name), Problem::DuplicateId { id, first_line });
                continue;
            }
            let known = columns.iter().position(|column| column.name.eq_ignore_ascii_case(name));
            match known {
                Some(column) => layout.known[column] = Some(position),
                None if unknown == Unknown::Kept => layout.extra.push((name.to_owned(), position)),
                None => {
                    let column = name.to_owned();
                    log.would_lose(path);
                    log.warn(place(name), Problem::ColumnUnknown { column });
                }
            }
        }
        let missing = columns.iter().zip(&layout.known);
        let missing: Vec<&str> = missing
            .filter(|(column, found)| column.required && found.is_none())
            .map(|(column, _)| column.name)
            .collect();
        for name in &missing {
            let column = (*name).to_owned();
            log.lost(Place::line(path, 1), Problem::ColumnMissing { column });
        }
        missing.is_empty().then_some(layout)
    }

    fn row<R: Row<N>>(&self, log: &mut Log, path: &str, columns: &[Column; N], record: &Record) -> Option<R> {
        if record.is_blank() {
            return None;
        }
        let get = |position: usize| record.get(position).unwrap_or_default();
        let shifted = self.nameless.iter().any(|&position| !get(position).trim().is_empty());
        if record.n_cells() != self.n_cells || shifted {
            let problem = Problem::WrongNumberOfCells {
                found: record.n_cells(),
                expected: self.n_cells - self.nameless.len(),
            };
            log.lost(Place::line(path, record.line), problem);
            return None;
        }
        let reports = RefCell::default();
        let cells = std::array::from_fn(|i| Cell {
            column: columns[i].name,
            text: self.known[i].map_or("", get),
            reports: &reports,
        });
        let extra =
            self.extra.iter().map(|(name, position)| (name.clone(), get(*position).to_owned())).collect();
        let row = R::read(cells, extra);
        for (column, problem) in reports.into_inner() {
            log.lost(Place::line(path, record.line).column(column), problem);
        }
        row
    }
}

/// Writes a table: comma, minimal quoting, LF, UTF-8; the known columns in their order, then the others sorted.
pub(crate) fn write<R: Row<N>, const N: usize>(rows: impl IntoIterator<Item = R>) -> Vec<u8> {
    let rows: Vec<R> = rows.into_iter().collect();
    let names: BTreeSet<String> =
        rows.iter().flat_map(|row| row.extra().keys().cloned().collect::<Vec<_>>()).collect();
    let names: Vec<String> = names.into_iter().collect();
    write_with_extra::<R, N>(&rows, &names)
}

/// Writes a table without further columns as a Dutch Excel opens it by a double click: byte order mark, semicolons.
pub(crate) fn write_for_excel<R: Row<N>, const N: usize>(rows: impl IntoIterator<Item = R>) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let in_memory = "writing to memory does not fail";
    writer.write_record(R::COLUMNS.iter().map(|column| column.name)).expect(in_memory);
    for row in rows {
        writer.write_record(row.write()).expect(in_memory);
    }
    let bytes = writer.into_inner().expect(in_memory);
    ["\u{feff}".as_bytes(), &bytes].concat()
}

/// Writes a table whose further columns are given, also when no row has them.
pub(crate) fn write_with_extra<R: Row<N>, const N: usize>(rows: &[R], names: &[String]) -> Vec<u8> {
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    let in_memory = "writing to memory does not fail";
    let header = R::COLUMNS.iter().map(|column| column.name);
    writer.write_record(header.chain(names.iter().map(String::as_str))).expect(in_memory);
    for row in rows {
        let (cells, extra) = (row.write(), row.extra());
        let further = names.iter().map(|name| extra.get(name).map_or("", String::as_str));
        writer.write_record(cells.iter().map(String::as_str).chain(further)).expect(in_memory);
    }
    writer.into_inner().expect(in_memory)
}

#[cfg(test)]
mod tests;
