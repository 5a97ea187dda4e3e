//! LimeSurvey: headers with codes, with questions, or with both.

use super::{Draft, Tool, names};
use crate::sheet::{Sheet, SheetRow};
use std::collections::BTreeMap;

/// Columns that the program adds, by code and as its English and Dutch headers call them.
const OWN: [&str; 17] = [
    "submitdate",
    "lastpage",
    "startlanguage",
    "seed",
    "datestamp",
    "refurl",
    "ipaddr",
    "datesubmitted",
    "dateofsubmission",
    "lastpageseen",
    "startlanguageused",
    "datumingevuld",
    "datumverzonden",
    "laatstepagina",
    "starttaal",
    "datelastaction",
    "referrerurl",
];
/// How many of these make a table an export of LimeSurvey.
const ENOUGH: usize = 2;
/// What stands in a cell whose question was not shown.
const NOT_SHOWN: &str = "N/A";

/// Reads the header; nothing when the sheet is not from LimeSurvey.
pub(super) fn draft(sheet: &Sheet) -> Option<Draft> {
    let columns: Vec<(String, String)> = sheet.header.iter().map(|head| split(head)).collect();
    let is_own = |(name, question): &&(String, String)| {
        OWN.contains(&names::plain(name).as_str()) || OWN.contains(&names::plain(question).as_str())
    };
    if columns.iter().filter(is_own).count() < ENOUGH {
        return None;
    }
    Some(Draft {
        tool: Tool::LimeSurvey,
        columns,
        known: BTreeMap::new(),
        rows: sheet.rows.iter().map(shown).collect(),
        reading: sheet.reading.clone(),
    })
}

/// Splits `G01Q02[SQ001]. How was it? [At home]` into code and question.
fn split(head: &str) -> (String, String) {
    let code = head.split_once(". ").or_else(|| head.split_once(".\u{a0}"));
    let is_code = |code: &str| {
        code.starts_with(|c: char| c.is_ascii_alphabetic())
            && code.chars().all(|c| c.is_ascii_alphanumeric() || "_[]".contains(c))
    };
    match code {
        Some((code, question)) if is_code(code) => (code.to_owned(), question.trim().to_owned()),
        _ if is_code(head) => (head.to_owned(), String::new()),
        _ => (head.to_owned(), head.to_owned()),
    }
}

fn shown(row: &SheetRow) -> SheetRow {
    let cell = |cell: &String| if cell.trim() == NOT_SHOWN { String::new() } else { cell.clone() };
    SheetRow { line: row.line, cells: row.cells.iter().map(cell).collect() }
}
