//! m-Path: one row per beep; a row that stops after the columns about the beep was not answered.

use super::{Draft, Tool, names};
use crate::sheet::{Sheet, SheetRow};
use draad_core::ColumnUse;
use jiff::{Timestamp, civil::DateTime, tz::TimeZone};
use std::collections::BTreeMap;

/// The column that tells which questions were asked.
pub(super) const QUESTION_LIST: &str = "questionListName";
const MOMENTS: [&str; 5] =
    ["timestampscheduled", "timestampsent", "timestampstart", "timestampstop", "originaltimestampsent"];
/// The moments that date a beep: when it was sent, or when the answering began.
const DATES: [&str; 2] = ["timestampsent", "timestampstart"];
const OPEN: &str = "_open";

/// Reads the beeps; nothing when the sheet is not from m-Path.
pub(super) fn draft(sheet: &Sheet) -> Option<Draft> {
    let plain: Vec<String> = sheet.header.iter().map(|name| names::plain(name)).collect();
    let find = |name: &str| plain.iter().position(|column| column == name);
    find("connectionid")?;
    find("timestampsent").or_else(|| find("timestampscheduled")).or_else(|| find("questionlistname"))?;
    let offset = find("timezoneoffset");
    let is_moment: Vec<bool> = plain.iter().map(|name| MOMENTS.contains(&name.as_str())).collect();
    let rows = sheet.rows.iter().map(|row| {
        let seconds = offset.and_then(|column| row.cell(column).trim().parse().ok()).unwrap_or(0);
        beep(row, &is_moment, seconds)
    });
    let mut known = BTreeMap::new();
    for (column, name) in plain.iter().enumerate() {
        if DATES.contains(&name.as_str()) {
            known.insert(column, ColumnUse::Date);
        } else if sheet.header[column].ends_with(OPEN) {
            known.insert(column, ColumnUse::Open);
        }
    }
    Some(Draft {
        tool: Tool::MPath,
        columns: sheet.header.iter().map(|name| (name.clone(), String::new())).collect(),
        known,
        rows: rows.collect(),
        reading: sheet.reading.clone(),
    })
}

fn beep(row: &SheetRow, is_moment: &[bool], offset: i64) -> SheetRow {
    let cells = row.cells.iter().enumerate().map(|(column, cell)| {
        let moment = if is_moment.get(column) == Some(&true) { local(cell, offset) } else { None };
        moment.map_or_else(|| unquoted(cell), |moment| moment.to_string())
    });
    SheetRow { line: row.line, cells: cells.collect() }
}

/// Returns the local time of seconds since 1970, where a cell holds them.
fn local(cell: &str, offset: i64) -> Option<DateTime> {
    let seconds: i64 = cell.trim().parse().ok()?;
    let moment = Timestamp::from_second(seconds.checked_add(offset)?).ok()?;
    Some(moment.to_zoned(TimeZone::UTC).datetime())
}

/// Takes off the quotation marks that strings have inside their cell; several strings are joined with `; `.
pub(super) fn unquoted(cell: &str) -> String {
    let text = cell.trim();
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let Some(inner) = inner else {
        return cell.to_owned();
    };
    let joined = inner.replace("\",\"", "; ").replace("\", \"", "; ");
    joined.replace("\\n", "\n").replace("\\\"", "\"")
}
