//! m-Path: one row per beep; a row that stops after the columns about the beep was not answered.

use super::{Draft, Tool, names};
use crate::sheet::{Sheet, SheetRow};
use draad_core::ColumnUse;
use jiff::{Timestamp, tz::TimeZone};
use std::collections::BTreeMap;

/// The column that tells which questions were asked.
pub(super) const QUESTION_LIST: &str = "questionListName";
const MOMENTS: [&str; 5] =
    ["timestampscheduled", "timestampsent", "timestampstart", "timestampstop", "originaltimestampsent"];
/// The moments that date a beep: when it was sent, or when the answering began.
const DATES: [&str; 2] = ["timestampsent", "timestampstart"];
const OPEN: &str = "_open";
/// Ends of names of columns that hold no answer of their own: the number of a choice whose words stand beside it, a page
/// without a question, what a sensor or a game measured.
const NO_ANSWER: [&str; 10] = [
    "_index",
    "_basic",
    "_button",
    "_filename",
    "_metadata",
    "_picture",
    "_appUsage_apps",
    "_appUsage_usage",
    "_video",
    "_audio",
];
/// Ends of names of columns that tell where somebody was, or near whom.
const PERSONAL: [&str; 2] = ["_location", "_bluetooth"];

/// Returns whether a column tells where somebody was, or near whom.
pub(super) fn is_personal(name: &str) -> bool {
    PERSONAL.iter().any(|end| name.ends_with(end))
}

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
        } else if NO_ANSWER.iter().any(|end| sheet.header[column].ends_with(end)) {
            known.insert(column, ColumnUse::LeaveOut);
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
        if is_moment.get(column) == Some(&true) {
            return local(cell, offset).unwrap_or_else(|| cell.clone());
        }
        unquoted(cell)
    });
    SheetRow { line: row.line, cells: cells.collect() }
}

/// Returns the local time of seconds since 1970, where a cell holds them; 0 is no moment.
fn local(cell: &str, offset: i64) -> Option<String> {
    let seconds: i64 = cell.trim().parse().ok()?;
    if seconds == 0 {
        return Some(String::new());
    }
    let moment = Timestamp::from_second(seconds.checked_add(offset)?).ok()?;
    Some(moment.to_zoned(TimeZone::UTC).datetime().to_string())
}

/// Takes off the quotation marks that strings have inside their cell; several strings are joined with `; `.
pub(super) fn unquoted(cell: &str) -> String {
    let text = cell.trim();
    let inner = text.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    let Some(inner) = inner else {
        return cell.to_owned();
    };
    let joined = inner.replace("\",\"", "; ").replace("\", \"", "; ");
    without_escapes(&joined)
}

/// Strings are written as in JSON: `\n`, `\/`, `\"`.
fn without_escapes(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut chars = text.chars();
    while let Some(c) = chars.next() {
        if c != '\\' {
            plain.push(c);
            continue;
        }
        match chars.clone().next() {
            Some('n' | 'r') => plain.push('\n'),
            Some('t') => plain.push('\t'),
            Some(sign @ ('/' | '"' | '\\')) => plain.push(sign),
            _ => {
                plain.push(c);
                continue;
            }
        }
        chars.next();
    }
    plain
}
