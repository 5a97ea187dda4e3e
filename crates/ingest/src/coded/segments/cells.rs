//! The cells of a row, and the codes in them.

use super::columns::Columns;
use super::dedoose::{self, CodeColumns};
use super::kind::Kind;
use super::passages::shortened;
use super::report::warn;
use super::split::{Split, Splitter, tidy};
use super::tree::Paths;
use super::words::Field;
use crate::coded::{CodedOptions, CodedProject, Reason, Thing};
use crate::{File, Sheet, SheetRow};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome, filter::list};

/// The cells of a table by what they hold.
#[derive(Clone, Copy)]
pub(super) struct Cells<'t> {
    pub(super) sheet: &'t Sheet,
    pub(super) columns: &'t Columns,
}

impl<'t> Cells<'t> {
    /// Returns a cell without blanks around it; empty when there is no such column.
    pub(super) fn get(&self, row: &'t SheetRow, field: Field) -> &'t str {
        self.columns.at(field).map_or("", |column| row.cell(column).trim())
    }

    /// Returns the name of a column; empty when there is none.
    pub(super) fn name(&self, field: Field) -> &'t str {
        self.columns.at(field).and_then(|column| self.sheet.header.get(column)).map_or("", String::as_str)
    }

    fn code(&self, row: &'t SheetRow) -> &'t str {
        self.columns.code().map_or("", |column| row.cell(column).trim())
    }

    /// Returns the number of codes that the program counted in a row; nothing where it says none or something else.
    fn count(&self, row: &'t SheetRow) -> Option<usize> {
        self.get(row, Field::Count).parse().ok()
    }
}

/// A code of a row.
pub(super) struct CodeCell {
    /// Its name after those of its parents.
    pub(super) path: Vec<String>,
    /// Its weight as written; empty where it has none of its own.
    pub(super) weight: String,
}

/// How the codes of a row are written.
pub(super) enum CodeCells {
    /// One in a cell, after its parents or not.
    One(Paths),
    /// Several in a cell.
    Joined(Splitter),
    /// Each in columns of its own.
    Wide(Vec<CodeColumns>),
}

impl CodeCells {
    /// Finds out how codes are written.
    ///
    /// # Errors
    /// `SegmentColumnMissing` without a column of codes, of words or of documents; `CodesJoined` when cells hold several
    /// codes and no codebook tells their names.
    pub(super) fn of(
        file: &File,
        sheet: &Sheet,
        kind: Kind,
        columns: &Columns,
        options: &CodedOptions,
        project: &mut CodedProject,
    ) -> Outcome<Self> {
        let cells = Cells { sheet, columns };
        let needed = [Field::Text, Field::Document];
        let missing = needed.into_iter().find(|field| !columns.has(*field));
        let has_codes = kind == Kind::DedooseExcerpts || columns.code().is_some();
        if let Some(field) = missing.or((!has_codes).then_some(Field::Code)) {
            let what: &str = field.into();
            let columns = list(sheet.header.iter().filter(|name| !name.is_empty()));
            return Err(file.fails(Problem::SegmentColumnMissing { what: what.to_owned(), columns }));
        }
        if kind == Kind::DedooseExcerpts {
            return Ok(Self::Wide(dedoose::codes(&sheet.header)));
        }
        let codes = sheet.rows.iter().map(|row| cells.code(row)).filter(|cell| !cell.is_empty());
        if columns.has(Field::Path) {
            return Ok(Self::One(Paths::of_paths(codes)));
        }
        if let Some(joined) = joined(&cells) {
            if options.codebook.is_empty() {
                let (row, n) = joined;
                let column =
                    columns.code().and_then(|code| sheet.header.get(code)).cloned().unwrap_or_default();
                let problem =
                    Problem::CodesJoined { column: column.clone(), cell: shortened(cells.code(row)), n };
                let place = file.place(Some(row.line)).column(column);
                return Err(Box::new(Diagnostic::error(place, problem)));
            }
            let counted = sheet.rows.iter().map(|row| (cells.code(row), cells.count(row)));
            return Ok(Self::Joined(Splitter::new(options.codebook.iter().map(String::as_str), counted)));
        }
        let paths = Paths::of_codes(codes.clone(), options.codebook.iter().map(String::as_str));
        if let Some(code) = paths.doubtful(codes) {
            let problem = Problem::CodePathUnclear { code: code.to_owned() };
            project.diagnostics.push(Diagnostic::note(file.place(None), problem));
        }
        Ok(Self::One(paths))
    }

    /// Returns the codes of a row; nothing, and why, when they cannot be told apart.
    pub(super) fn codes(
        &self,
        file: &File,
        cells: &Cells,
        row: &SheetRow,
        project: &mut CodedProject,
    ) -> Option<Vec<CodeCell>> {
        let cell = cells.columns.code().map_or("", |column| row.cell(column).trim());
        let plain = |path: Vec<String>| CodeCell { path, weight: String::new() };
        let found = match self {
            Self::One(_) if cell.is_empty() => Vec::new(),
            Self::One(paths) => vec![plain(paths.parts(cell).into_iter().map(tidy).collect())],
            Self::Wide(columns) => wide(file, cells, row, columns, project),
            Self::Joined(_) if cell.is_empty() => Vec::new(),
            Self::Joined(splitter) => {
                let count =
                    cells.columns.at(Field::Count).and_then(|column| row.cell(column).trim().parse().ok());
                match splitter.split(cell, count) {
                    Split::Codes(codes) => codes.into_iter().map(|code| plain(vec![code])).collect(),
                    unclear => return refuse(file, row, cell, count, unclear, project),
                }
            }
        };
        project.reconciliation.claim(Thing::Codings, found.len());
        Some(found)
    }

    /// Returns a word for how codes are written, for the reading.
    pub(super) fn reading(&self) -> Option<String> {
        match self {
            Self::One(paths) => paths.sign.map(|sign| format!("paths by `{}`", sign.trim())),
            Self::Joined(_) => Some("codes by codebook".to_owned()),
            Self::Wide(_) => None,
        }
    }
}

/// Returns the first row with several codes, and how many; nothing when every cell holds one. A column of counts says so;
/// without it a column of codes (not of a code) may hold several where a sign between codes stands.
fn joined<'t>(cells: &Cells<'t>) -> Option<(&'t SheetRow, usize)> {
    let mut rows = cells.sheet.rows.iter();
    if cells.columns.has(Field::Count) {
        // A count that cannot be read says nothing, so there may be several.
        let count = |row: &'t SheetRow| match (cells.code(row).is_empty(), cells.count(row)) {
            (true, _) => 0,
            (false, count) => count.unwrap_or(2),
        };
        return rows.find(|row| count(row) > 1).map(|row| (row, count(row)));
    }
    let name = cells.columns.code().and_then(|code| cells.sheet.header.get(code))?;
    let may_be_several = |row: &&SheetRow| cells.code(row).contains(['\n', ';', ',', '|']);
    if super::words::is_plural(name) { rows.find(may_be_several).map(|row| (row, 0)) } else { None }
}

fn wide(
    file: &File,
    cells: &Cells,
    row: &SheetRow,
    columns: &[CodeColumns],
    project: &mut CodedProject,
) -> Vec<CodeCell> {
    let mut codes = Vec::new();
    for code in columns {
        match dedoose::is_applied(row.cell(code.applied)) {
            Some(true) => {
                let weight = code.weight.map_or("", |weight| row.cell(weight)).to_owned();
                codes.push(CodeCell { path: code.path.clone(), weight });
            }
            Some(false) => {}
            None => {
                let column = &cells.sheet.header[code.applied];
                let value = shortened(row.cell(code.applied));
                let problem =
                    Problem::ValueInvalid { value: value.clone(), expected: "True, False".to_owned() };
                warn(file, project, row, Some(column), problem);
                project.reconciliation.lose(Thing::Codings, column.clone(), Reason::ValueUnreadable, value);
            }
        }
    }
    codes
}

/// Says why the codes of a row could not be told apart; none of them is read.
fn refuse(
    file: &File,
    row: &SheetRow,
    cell: &str,
    count: Option<usize>,
    why: Split,
    project: &mut CodedProject,
) -> Option<Vec<CodeCell>> {
    let cell = shortened(cell);
    let problem = match why {
        Split::Unclear(one, other) => {
            Problem::CodesUnclear { cell: cell.clone(), one: one.join(" + "), other: other.join(" + ") }
        }
        Split::Miscounted(found) => {
            Problem::CodesMiscounted { cell: cell.clone(), found, expected: count.unwrap_or(0) }
        }
        Split::Rest(rest) => Problem::CodesLeftOver { cell: cell.clone(), rest: shortened(&rest) },
        Split::TooMuch => Problem::CodesTooMany { cell: cell.clone() },
        Split::Codes(_) => return None,
    };
    warn(file, project, row, None, problem);
    let n = count.unwrap_or(1).max(1);
    project.reconciliation.claim(Thing::Codings, n);
    project.reconciliation.lose_many(
        Thing::Codings,
        cell,
        Reason::CodesNotToldApart,
        row.line.to_string(),
        n,
    );
    None
}
