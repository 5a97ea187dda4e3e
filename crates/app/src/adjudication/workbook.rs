//! A workbook with decisions: the table that Excel keeps in its own form.

use draad_core::Diagnostic;
use draad_core::diagnostic::Outcome;
use draad_ingest::{Sheet, is_workbook, read_sheet_with};
use draad_store::AdjudicationRequest;

/// The column by which the sheet with decisions is known.
const KEY: &str = "id";

/// Decisions with their lines, and what is wrong with the others.
type Read = (Vec<(u32, AdjudicationRequest)>, Vec<Diagnostic>);

/// Reads the decisions that a table holds, each with its line, or its row in a sheet; and what is wrong with the others.
pub(super) fn requests(file: &str, bytes: Vec<u8>) -> Read {
    if !is_container(&bytes) {
        return draad_store::read_adjudication_requests(file, bytes);
    }
    match of_workbook(file, &bytes) {
        Ok(read) => read,
        Err(problem) => (Vec::new(), vec![*problem]),
    }
}

/// Whether it is a workbook, or something else that is certainly no text: a zip.
fn is_container(bytes: &[u8]) -> bool {
    is_workbook(bytes) || bytes.starts_with(b"PK\x03\x04")
}

fn of_workbook(file: &str, bytes: &[u8]) -> Outcome<Read> {
    let (text, rows) = as_text(&read_sheet_with(file, bytes, KEY)?);
    let (mut requests, mut diagnostics) = draad_store::read_adjudication_requests(file, text.into_bytes());
    let row_of =
        |line: u32| rows.iter().rev().find(|(first, _)| *first <= line).map_or(line, |(_, row)| *row);
    for (line, _) in &mut requests {
        *line = row_of(*line);
    }
    for diagnostic in &mut diagnostics {
        diagnostic.place.line = diagnostic.place.line.map(row_of);
    }
    Ok((requests, diagnostics))
}

/// Writes a sheet as CSV; returns with it on which line each row of the sheet begins.
fn as_text(sheet: &Sheet) -> (String, Vec<(u32, u32)>) {
    let (mut text, mut rows, mut line) = (String::new(), Vec::new(), 1);
    let header = std::iter::once((sheet.header_line, &sheet.header));
    for (row, cells) in header.chain(sheet.rows.iter().map(|row| (row.line, &row.cells))) {
        let cells = (0..sheet.width).map(|cell| cells.get(cell).map_or("", String::as_str));
        let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"").replace('\r', "")));
        let written = quoted.collect::<Vec<_>>().join(",") + "\n";
        rows.push((line, row));
        line += written.matches('\n').count() as u32;
        text += &written;
    }
    (text, rows)
}
