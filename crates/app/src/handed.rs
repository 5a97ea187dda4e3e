//! Tables that people hand over: as text, or in the workbook that Excel makes of it.

use draad_core::Diagnostic;
use draad_core::diagnostic::Outcome;
use draad_ingest::{Sheet, is_workbook, read_sheet_with};

/// Rows with their lines, and what is wrong with the others.
pub(crate) type Read<R> = (Vec<(u32, R)>, Vec<Diagnostic>);

/// Reads the rows that a table holds, each with its line, or its row in a sheet; and what is wrong with the others. In a
/// workbook the sheet is taken that has the column `key`; `read` reads a table as text.
pub(crate) fn read<R>(
    file: &str,
    bytes: Vec<u8>,
    key: &str,
    read: impl Fn(&str, Vec<u8>) -> Read<R>,
) -> Read<R> {
    if !is_container(&bytes) {
        return read(file, bytes);
    }
    match of_workbook(file, &bytes, key, read) {
        Ok(read) => read,
        Err(problem) => (Vec::new(), vec![*problem]),
    }
}

/// Whether it is a workbook, or something else that is certainly no text: a zip.
fn is_container(bytes: &[u8]) -> bool {
    is_workbook(bytes) || bytes.starts_with(b"PK\x03\x04")
}

fn of_workbook<R>(
    file: &str,
    bytes: &[u8],
    key: &str,
    read: impl Fn(&str, Vec<u8>) -> Read<R>,
) -> Outcome<Read<R>> {
    let (text, rows) = as_text(&read_sheet_with(file, bytes, key)?);
    let (mut requests, mut diagnostics) = read(file, text.into_bytes());
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
