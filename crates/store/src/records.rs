//! Tables of cases, participants, events and scores that people made elsewhere: recognised by their columns, and read
//! into a study row by row, by key.
//!
//! A value given replaces the one that is there, an empty cell leaves it, and `unknown` is a value like any other.

mod attributes;
mod cells;
mod headers;
mod names;
mod rules;
mod update;

pub use attributes::new_attributes;
pub use headers::recognise_records;
pub use update::{Updated, ValueChange};

use draad_core::diagnostic::Outcome;
use draad_core::{Case, Study};
use rules::{Cases, Events, Participants, Scores};

/// A table in memory: what a reader of foreign files hands over.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Names of the columns.
    pub header: Vec<String>,
    /// The line of the header, counted from 1.
    pub header_line: u32,
    /// Lines and cells of the rows.
    pub rows: Vec<(u32, Vec<String>)>,
}

/// What the rows of a table are.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
    strum::EnumIter,
)]
#[strum(serialize_all = "kebab-case")]
pub enum RecordKind {
    /// Cases with their attributes.
    Cases,
    /// Participants.
    Participants,
    /// Contacts and events.
    Events,
    /// Answers to questionnaires.
    Scores,
}

/// Brings the rows of a table from elsewhere into the study. Rows that cannot be read or do not fit are refused, each with
/// its line; the others are taken.
///
/// # Errors
/// `KeyColumnMissing` when a column is missing by which rows are told apart; `DuplicateId` for a column that is there twice.
pub fn update_records(study: &mut Study, kind: RecordKind, file: &str, grid: &Grid) -> Outcome<Updated> {
    let grid = &headers::translated(kind, grid);
    match kind {
        RecordKind::Cases => {
            let rows = study.cases.values().map(crate::tables::cases::row).collect();
            let (rows, updated) = update::update(&Cases(study), file, grid, rows)?;
            let cases = rows.into_iter().map(|row| crate::tables::cases::untyped(&study.settings, row));
            study.cases = cases.map(|case: Case| (case.id.clone(), case)).collect();
            Ok(updated)
        }
        RecordKind::Participants => {
            let rows = study.participants.values().cloned().collect();
            let (rows, updated) = update::update(&Participants(study), file, grid, rows)?;
            study.participants = rows.into_iter().map(|person| (person.id.clone(), person)).collect();
            Ok(updated)
        }
        RecordKind::Events => {
            let (rows, updated) = update::update(&Events(study), file, grid, study.events.clone())?;
            study.events = rows;
            Ok(updated)
        }
        RecordKind::Scores => {
            let (rows, updated) = update::update(&Scores(study), file, grid, study.scores.clone())?;
            study.scores = rows;
            Ok(updated)
        }
    }
}

#[cfg(test)]
mod tests;
