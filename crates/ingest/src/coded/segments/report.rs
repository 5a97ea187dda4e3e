//! What a table holds that does not become a coding: columns, rows, sheets, cells.

use super::columns::Columns;
use super::dedoose;
use super::words::Field;
use crate::coded::{CodedProject, Reason, Thing};
use crate::imported::Loss;
use crate::{File, Sheet, SheetRow};
use draad_core::{Diagnostic, Problem};

/// The most diagnostics of one table; the reconciliation counts the others.
const MAX_DIAGNOSTICS: usize = 200;

/// Adds a warning about a row, unless there are very many already.
pub(super) fn warn(
    file: &File,
    project: &mut CodedProject,
    row: &SheetRow,
    column: Option<&str>,
    problem: Problem,
) {
    if project.diagnostics.len() < MAX_DIAGNOSTICS {
        let place = file.place(Some(row.line));
        let place = column.map_or(place.clone(), |column| place.column(column));
        project.diagnostics.push(Diagnostic::warning(place, problem));
    }
}

/// Writes down what was left out before the rows were read: other sheets, titles, cells with an error.
pub(super) fn of_sheet(sheet: &mut Sheet, project: &mut CodedProject) {
    project.diagnostics.append(&mut sheet.diagnostics);
    for (loss, tally) in &sheet.report.dropped {
        let reason = match loss {
            Loss::Sheets => Reason::OtherSheet,
            Loss::TitleRows => Reason::AboveHeader,
            Loss::ErrorCells => Reason::ErrorInCell,
            _ => Reason::NotKnown,
        };
        let n_unnamed = tally.n.saturating_sub(tally.examples.len());
        for example in &tally.examples {
            project.reconciliation.lose(Thing::Unknown, example.clone(), reason, "");
        }
        project.reconciliation.lose_many(Thing::Unknown, "…", reason, "", n_unnamed);
    }
}

/// Names the columns in which something stands that is not in the study, with the number of cells.
pub(super) fn of_columns(sheet: &Sheet, columns: &Columns, used: &[Field], project: &mut CodedProject) {
    let width = sheet.header.len();
    let mut n_filled = vec![0_usize; width];
    for row in &sheet.rows {
        for (n, cell) in n_filled.iter_mut().zip(&row.cells) {
            *n += usize::from(!cell.trim().is_empty());
        }
    }
    for (column, n_cells) in n_filled.into_iter().enumerate().filter(|(_, n)| *n > 0) {
        let name = &sheet.header[column];
        let field = columns.field(column);
        let is_used = field.is_some_and(|field| used.contains(&field) && is_read(columns, field, column));
        if is_used || dedoose::is_of_code(name) {
            continue;
        }
        let reason = if field.is_some() { Reason::NoPlaceInStudy } else { Reason::NotKnown };
        project.reconciliation.lose_many(Thing::Unknown, name.clone(), reason, "", n_cells);
    }
}

/// Of several columns that hold the same, the first is read; groups are all read.
fn is_read(columns: &Columns, field: Field, column: usize) -> bool {
    field == Field::Group || columns.at(field) == Some(column)
}
