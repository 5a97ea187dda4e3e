//! Qualtrics: the names of the columns, the questions, and in newer exports a row of identifiers in JSON.

use super::{Draft, Tool, names};
use crate::sheet::{Sheet, SheetRow};
use draad_core::ColumnUse;
use std::collections::BTreeMap;

/// Columns that every export has, under one of its names.
const OWN: [&str; 9] = [
    "responseid",
    "startdate",
    "enddate",
    "recordeddate",
    "ipaddress",
    "finished",
    "status",
    "responseset",
    "distributionchannel",
];
/// How many of these make a table an export of Qualtrics.
const ENOUGH: usize = 4;

/// Reads the header rows, however many there are; nothing when the sheet is not from Qualtrics.
pub(super) fn draft(sheet: &Sheet) -> Option<Draft> {
    let identifiers = sheet.rows.iter().take(2).position(is_identifiers);
    let questions = match identifiers {
        Some(position) => sheet.rows.get(..position)?.first(),
        None => sheet.rows.first().filter(|row| is_questions(sheet, row)),
    };
    let is_own = identifiers.is_some() || n_own(&sheet.header) >= ENOUGH || questions.is_some();
    if !is_own {
        return None;
    }
    let columns = sheet.header.iter().enumerate().map(|(column, name)| {
        let question = questions.map_or("", |row| row.cell(column));
        (name.clone(), if question == name { String::new() } else { question.to_owned() })
    });
    let mut known = BTreeMap::new();
    if let Some(row) = identifiers.and_then(|position| sheet.rows.get(position)) {
        let is_text = |cell: &String| identifier(cell).is_some_and(|id| id.ends_with("_TEXT"));
        let open = row.cells.iter().enumerate().filter(|(_, cell)| is_text(cell));
        known.extend(open.map(|(column, _)| (column, ColumnUse::Open)));
    }
    let n_below = usize::from(questions.is_some()) + usize::from(identifiers.is_some());
    Some(Draft {
        tool: Tool::Qualtrics,
        columns: columns.collect(),
        known,
        rows: sheet.rows.iter().skip(n_below).cloned().collect(),
        reading: format!("{} header rows; {}", 1 + n_below, sheet.reading),
    })
}

fn n_own(cells: &[String]) -> usize {
    cells.iter().filter(|cell| OWN.contains(&names::plain(cell).as_str())).count()
}

/// A row of `{"ImportId":"QID1"}` and the like.
fn is_identifiers(row: &SheetRow) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.trim().is_empty()).peekable();
    filled.peek().is_some() && filled.all(|cell| identifier(cell).is_some())
}

fn identifier(cell: &str) -> Option<&str> {
    let rest = cell.trim().strip_prefix('{')?.trim_start().strip_prefix("\"ImportId\"")?;
    let rest = rest.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?;
    rest.split('"').next()
}

/// In legacy exports the first row below the header has the names that the header lacks (`V1`, `V2`, …).
fn is_questions(sheet: &Sheet, row: &SheetRow) -> bool {
    n_own(&row.cells) >= ENOUGH && n_own(&sheet.header) < ENOUGH
        || n_own(&sheet.header) >= ENOUGH && dates(sheet).any(|column| !is_date(row.cell(column)))
}

/// The columns that hold a date in every row of answers.
fn dates(sheet: &Sheet) -> impl Iterator<Item = usize> {
    let is_own =
        |name: &String| ["startdate", "enddate", "recordeddate"].contains(&names::plain(name).as_str());
    sheet.header.iter().enumerate().filter(move |(_, name)| is_own(name)).map(|(column, _)| column)
}

fn is_date(cell: &str) -> bool {
    cell.trim().is_empty() || cell.trim().starts_with(|c: char| c.is_ascii_digit())
}
