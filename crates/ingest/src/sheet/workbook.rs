//! Workbooks: XLSX, XLS and ODS.

use super::budget::Budget;
use super::{Sheet, SheetRow, cell, guard};
use crate::imported::{ImportReport, Loss};
use crate::quiet::caught;
use crate::{File, ole};
use calamine::{Data, Ods, OdsError, Range, Reader, SheetType, SheetVisible, Xls, XlsError, Xlsx, XlsxError};
use draad_core::{Problem, diagnostic::Outcome, filter::list};
use std::collections::BTreeMap;
use std::io::Cursor;

/// The most rows that may stand above the header.
const MAX_TITLES: usize = 10;

/// Which program's workbook it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Xlsx,
    Xls,
    Ods,
}

impl Kind {
    /// Recognises a workbook by its content.
    pub(super) fn of(bytes: &[u8]) -> Option<Self> {
        if ole::is_container(bytes) {
            let holds = |name: &str| ole::holds(bytes, name);
            return (!holds("EncryptedPackage") && (holds("Workbook") || holds("Book\0")))
                .then_some(Self::Xls);
        }
        if !bytes.starts_with(b"PK") {
            return None;
        }
        let mut zip = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
        if zip.index_for_name("xl/workbook.xml").is_some() {
            return Some(Self::Xlsx);
        }
        let mut kind = Vec::new();
        let entry = zip.by_name("mimetype").ok()?;
        std::io::Read::read_to_end(&mut std::io::Read::take(entry, 100), &mut kind).ok()?;
        kind.starts_with(b"application/vnd.oasis.opendocument.spreadsheet").then_some(Self::Ods)
    }

    fn name(self) -> &'static str {
        match self {
            Self::Xlsx => "xlsx",
            Self::Xls => "xls",
            Self::Ods => "ods",
        }
    }
}

/// The sheets of a workbook: the chosen one, and the names of others that hold something.
struct Chosen {
    name: String,
    rows: BTreeMap<u32, Vec<String>>,
    others: Vec<String>,
}

/// Reads the sheet `wanted` of a workbook, or else the first one that holds something.
pub(super) fn read(file: &File, kind: Kind, bytes: &[u8], wanted: Option<&str>) -> Outcome<Sheet> {
    match kind {
        Kind::Xlsx => {
            guard::archive(file, bytes)?;
            guard::xlsx(file, bytes)?;
        }
        Kind::Ods => {
            guard::archive(file, bytes)?;
            guard::ods(file, bytes)?;
        }
        Kind::Xls => guard::xls(file, bytes)?,
    }
    // The readers of workbooks are not ours, and some of them calculate with what a broken file claims.
    let chosen = caught(|| match kind {
        Kind::Xlsx => xlsx(bytes, wanted),
        Kind::Xls => ranges(Xls::new(Cursor::new(bytes)).map_err(xls_problem)?, wanted),
        Kind::Ods => ranges(Ods::new(Cursor::new(bytes)).map_err(ods_problem)?, wanted),
    });
    let damaged = |_| Err(invalid("damaged"));
    let chosen = chosen.unwrap_or_else(damaged).map_err(|problem| file.fails(problem))?;
    Ok(sheet(kind, chosen))
}

fn invalid(reason: impl ToString) -> Problem {
    Problem::WorkbookInvalid { reason: reason.to_string() }
}

fn xlsx_problem(error: XlsxError) -> Problem {
    if matches!(error, XlsxError::Password) { Problem::WorkbookProtected } else { invalid(error) }
}

fn xls_problem(error: XlsError) -> Problem {
    if matches!(error, XlsError::Password) { Problem::WorkbookProtected } else { invalid(error) }
}

fn ods_problem(error: OdsError) -> Problem {
    if matches!(error, OdsError::Password) { Problem::WorkbookProtected } else { invalid(error) }
}

fn sheet(kind: Kind, chosen: Chosen) -> Sheet {
    let mut report = ImportReport::default();
    for name in &chosen.others {
        report.lose(Loss::Sheets, 1, Some(name.clone()));
    }
    let reading = format!("{}; sheet: {}", kind.name(), chosen.name);
    let mut sheet = Sheet { name: chosen.name, reading, report, ..Sheet::default() };
    let mut rows: Vec<(u32, Vec<String>)> = chosen.rows.into_iter().collect();
    for (_, cells) in &mut rows {
        let last = cells.iter().rposition(|cell| !cell.trim().is_empty());
        cells.truncate(last.map_or(0, |last| last + 1));
    }
    rows.retain(|(_, cells)| !cells.is_empty());
    for (_, cells) in rows.drain(..n_titles(&rows)) {
        sheet.report.lose(Loss::TitleRows, 1, cells.last().map(|cell| cell.trim().to_owned()));
    }
    for (row, mut cells) in rows {
        let line = row.saturating_add(1);
        if sheet.header.is_empty() {
            sheet.header = cells.iter().map(|cell| cell.trim().to_owned()).collect();
            (sheet.header_line, sheet.width) = (line, sheet.header.len());
        } else {
            cells.resize(cells.len().max(sheet.header.len()), String::new());
            sheet.rows.push(SheetRow { line, cells });
        }
    }
    sheet
}

/// Returns how many rows stand above the header: rows with only a first cell, and soon after them a wider row.
fn n_titles(rows: &[(u32, Vec<String>)]) -> usize {
    let header = rows.iter().take(MAX_TITLES + 1).position(|(_, cells)| cells.len() > 1);
    header.unwrap_or(0)
}

/// Names the sheets that may be chosen: those with cells, without hidden ones unless one is wanted.
fn names<R: std::io::Read + std::io::Seek, W: Reader<R>>(
    book: &W,
    wanted: Option<&str>,
) -> Result<Vec<String>, Problem> {
    let sheets = book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let Some(wanted) = wanted else {
        let shown = sheets.filter(|sheet| sheet.visible == SheetVisible::Visible);
        return Ok(shown.map(|sheet| sheet.name.clone()).collect());
    };
    let all: Vec<String> = sheets.map(|sheet| sheet.name.clone()).collect();
    let found = all.iter().find(|name| name.to_lowercase() == wanted.trim().to_lowercase());
    let unknown = || Problem::SheetUnknown { name: wanted.to_owned(), known: list(&all) };
    found.map(|name| vec![name.clone()]).ok_or_else(unknown)
}

/// Reads an XLSX cell by cell, so that two cells far apart do not make a sheet of all that lies between them.
fn xlsx(bytes: &[u8], wanted: Option<&str>) -> Result<Chosen, Problem> {
    let mut book = Xlsx::new(Cursor::new(bytes)).map_err(xlsx_problem)?;
    let names = names(&book, wanted)?;
    let mut chosen = Chosen { name: String::new(), rows: BTreeMap::new(), others: Vec::new() };
    for name in names {
        let is_first = chosen.rows.is_empty();
        let mut budget = Budget::default();
        let mut cells = book.worksheet_cells_reader(&name).map_err(xlsx_problem)?;
        let mut has_cells = false;
        while let Some(found) = cells.next_cell().map_err(xlsx_problem)? {
            let value = Data::from(found.get_value().clone());
            if value == Data::Empty {
                continue;
            }
            has_cells = true;
            if !is_first {
                break;
            }
            put(&mut chosen.rows, &mut budget, found.get_position(), cell::text(&value))?;
        }
        match (is_first, has_cells) {
            (true, _) => chosen.name = name,
            (false, true) => chosen.others.push(name),
            (false, false) => {}
        }
    }
    Ok(chosen)
}

/// Reads a workbook whose sheets are in memory as rectangles.
fn ranges<R: std::io::Read + std::io::Seek, W: Reader<R>>(
    mut book: W,
    wanted: Option<&str>,
) -> Result<Chosen, Problem> {
    let names = names(&book, wanted)?;
    let mut chosen = Chosen { name: String::new(), rows: BTreeMap::new(), others: Vec::new() };
    for name in names {
        let range: Range<Data> =
            book.worksheet_range(&name).map_err(|error| invalid(format!("{error:?}")))?;
        if !chosen.rows.is_empty() {
            chosen.others.extend((range.used_cells().next().is_some()).then_some(name));
            continue;
        }
        let mut budget = Budget::default();
        let (first_row, first_column) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let position = (first_row.saturating_add(row as u32), first_column.saturating_add(column as u32));
            put(&mut chosen.rows, &mut budget, position, cell::text(value))?;
        }
        chosen.name = name;
    }
    Ok(chosen)
}

fn put(
    rows: &mut BTreeMap<u32, Vec<String>>,
    budget: &mut Budget,
    (row, column): (u32, u32),
    text: String,
) -> Result<(), Problem> {
    let cells = rows.entry(row).or_default();
    let width = column as usize + 1;
    budget.take(width.saturating_sub(cells.len()), text.len())?;
    if cells.len() < width {
        cells.resize(width, String::new());
    }
    cells[column as usize] = text;
    Ok(())
}
