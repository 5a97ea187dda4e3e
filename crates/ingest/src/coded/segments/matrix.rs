//! Matrices of NVivo: how often each code occurs in each case.
//!
//! The first cell is empty; columns are `A : name`, rows `1 : name`, and cells counts or percentages. Counts without
//! passages are no codings: codes and cases are read, and the counts are kept as a table.

use crate::coded::{CodedProject, ForeignCase, ForeignCode, Reason, Thing};
use crate::{File, Sheet};

/// Returns whether columns are those of a matrix: an empty first cell, then `A : …`, `B : …` in order.
pub(super) fn looks_like(header: &[String]) -> bool {
    let Some((first, rest)) = header.split_first() else { return false };
    let is_next = |(idx, name): (usize, &String)| {
        label(name).is_some_and(|(label, _)| {
            label.bytes().all(|byte| byte.is_ascii_uppercase()) && number_of(label) == Some(idx)
        })
    };
    first.is_empty() && !rest.is_empty() && rest.iter().enumerate().all(is_next)
}

/// Reads a matrix.
pub(super) fn read(file: &File, sheet: &Sheet, project: &mut CodedProject) {
    let columns: Vec<&str> = sheet.header.iter().skip(1).map(|name| without_label(name)).collect();
    for name in &columns {
        // `Person:Gender = Male` is a group of cases, not one of them.
        if name.contains(" = ") {
            project.reconciliation.change(Thing::Groups, *name, Reason::CountsOnly, "");
        } else {
            project.cases.push(ForeignCase { name: (*name).to_owned(), ..ForeignCase::default() });
        }
    }
    let mut table = csv::Writer::from_writer(Vec::new());
    // Writing into memory does not fail.
    let _ = table.write_record(std::iter::once("code").chain(columns.iter().copied()));
    let mut n_codings = 0_usize;
    for row in &sheet.rows {
        let name = without_label(row.cell(0).trim());
        let counts: Vec<&str> = (1..=columns.len()).map(|column| row.cell(column).trim()).collect();
        let _ = table.write_record(std::iter::once(name).chain(counts.iter().copied()));
        let numbers = counts.iter().filter_map(|count| count.parse::<usize>().ok());
        n_codings = numbers.fold(n_codings, usize::saturating_add);
        if name.is_empty() {
            project.reconciliation.lose(Thing::Codes, row.line.to_string(), Reason::RowBroken, "");
        } else {
            project.codes.push(ForeignCode {
                name: name.to_owned(),
                is_codable: true,
                ..ForeignCode::default()
            });
        }
    }
    let title = file.name.rsplit_once('.').map_or(file.name, |(stem, _)| stem);
    let table = table.into_inner().unwrap_or_default();
    project.tables.insert(title.to_owned(), String::from_utf8_lossy(&table).into_owned());
    report(sheet, title, n_codings, project);
}

fn report(sheet: &Sheet, title: &str, n_codings: usize, project: &mut CodedProject) {
    let (n_codes, n_cases) = (project.codes.len(), project.cases.len());
    let claimed = &mut project.reconciliation;
    claimed.claim(Thing::Codes, sheet.rows.len());
    claimed.read(Thing::Codes, n_codes);
    claimed.claim(Thing::Cases, n_cases);
    claimed.read(Thing::Cases, n_cases);
    claimed.claim(Thing::Codings, n_codings);
    claimed.lose_many(Thing::Codings, title, Reason::CountsOnly, title, n_codings);
    let width = sheet.header.len();
    for row in sheet.rows.iter().filter(|row| row.cells.len() > width) {
        claimed.lose(Thing::Unknown, row.line.to_string(), Reason::RowBroken, "");
    }
}

/// Cuts `A : name` and `12 : name`.
fn label(cell: &str) -> Option<(&str, &str)> {
    let (label, name) = cell.split_once(" : ")?;
    let is_label =
        !label.is_empty() && label.len() <= 7 && label.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_label.then_some((label, name.trim()))
}

fn without_label(cell: &str) -> &str {
    label(cell).map_or(cell, |(_, name)| name)
}

/// Returns which column, counted from 0, a spreadsheet calls by these letters.
fn number_of(letters: &str) -> Option<usize> {
    let digit = |byte: u8| usize::from(byte.to_ascii_uppercase() - b'A') + 1;
    let number =
        letters.bytes().fold(0_usize, |sum, byte| sum.saturating_mul(26).saturating_add(digit(byte)));
    number.checked_sub(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_lettered_as_in_a_spreadsheet() {
        let header = |n: usize| {
            let letters = |idx: usize| match idx {
                0..26 => char::from(b'A' + idx as u8).to_string(),
                _ => format!("A{}", char::from(b'A' + (idx - 26) as u8)),
            };
            let names = (0..n).map(|idx| format!("{} : casus {idx}", letters(idx)));
            std::iter::once(String::new()).chain(names).collect::<Vec<_>>()
        };
        assert!(looks_like(&header(1)) && looks_like(&header(30)));
        assert!(!looks_like(&header(0)));
        assert!(!looks_like(&["", "B : x"].map(str::to_owned)));
        assert!(!looks_like(&["naam", "A : x"].map(str::to_owned)));
        assert!(!looks_like(&["", "één : x"].map(str::to_owned)));
        assert_eq!(without_label("12 : Zorg : thuis"), "Zorg : thuis");
        assert_eq!(without_label("Zorg thuis : ver"), "Zorg thuis : ver");
    }
}
