//! Material that was coded in another program: projects, codebooks and tables of coded segments.
//!
//! Every reader delivers a [`CodedProject`], in which positions are places in the text as it will be stored, and a
//! [`Reconciliation`], in which nothing that the file holds goes unmentioned. What becomes of it in a study (ids, cases,
//! what was there already) is for the caller to decide, and to add to the reconciliation.

mod marked;
mod model;
mod moment;
mod people;
mod positions;
mod qualcoder;
mod reconciliation;
mod refi;
mod rock;
mod segments;
mod sqlite;
mod taguette;
mod text;
mod tree;
mod words;

pub use model::{
    CodedProject, ForeignCase, ForeignCode, ForeignCoder, ForeignCoding, ForeignMemo, ForeignSource, Group,
    MemoAbout, Placement, Value, Variable,
};
pub use positions::{PositionReading, PositionUnit};
pub use reconciliation::{Entry, Fate, Reason, Reconciliation, Thing};
pub use refi::extras::further_columns;
pub use refi::write::{WriteOptions, Written, write_qdc, write_qdpx};
pub use rock::{write_rock, write_rock_project};
pub use segments::{Kind as SegmentsKind, segments_kind};
pub use sqlite::may_have_log;

use crate::{File, ReadOptions};
use draad_core::diagnostic::Outcome;

/// What the user says about a project, where its files may not say enough.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodedOptions {
    /// How positions are counted: in all sources (an empty name), or in the source of this name.
    pub positions: Vec<(String, PositionReading)>,
    /// Names of codes that are known from elsewhere: a codebook beside a table of segments, or the study's own.
    pub codebook: Vec<String>,
    /// Which column of a table holds what, where its name does not say so: what, and the name of the column.
    pub columns: Vec<(String, String)>,
    /// The sheet of a workbook; without it the first one that holds something.
    pub sheet: Option<String>,
    /// How numeric dates are written.
    pub date_order: Option<crate::DateOrder>,
    /// Which project to read where a file holds several: its name, or its number in the file.
    pub project: Option<String>,
}

impl CodedOptions {
    /// Returns what the user says about the positions in a source: of this source, else of all; the last that is said.
    fn reading_of(&self, source: &str) -> Option<PositionReading> {
        let said = |name: &str| self.positions.iter().rev().find(|(of, _)| of == name);
        said(source).or_else(|| said("")).map(|(_, reading)| *reading)
    }

    /// Returns whether the user says something that only a table can have.
    fn names_table(&self) -> bool {
        !self.columns.is_empty() || self.sheet.is_some()
    }
}

/// A form in which other programs hand over what was coded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, strum::IntoStaticStr, strum::EnumString)]
#[strum(serialize_all = "kebab-case")]
pub enum CodedFormat {
    /// A project or a server's database of Taguette, as SQLite.
    Taguette,
    /// A source or a project of the Reproducible Open Coding Kit (ROCK).
    Rock,
    /// The database of a QualCoder project: `data.qda`.
    QualCoder,
    /// A codebook as QualCoder writes it as plain text.
    QualCoderCodebook,
    /// A text in which passages are marked where they stand: `[vertrouwen+]…[/vertrouwen]`.
    Marked,
    /// A table of coded segments.
    SegmentTable,
    /// A codebook as a table.
    CodebookTable,
    /// How often each code occurs in each case.
    CodeMatrix,
    /// A REFI-QDA project or codebook.
    Refi,
}

/// Returns which form `bytes` have, if they are one of those in which coded material is handed over.
pub fn recognise(name: &str, bytes: &[u8]) -> Option<CodedFormat> {
    if sqlite::is_database(bytes) {
        return recognise_database(name, bytes);
    }
    if refi::is_refi(name, bytes) {
        return Some(CodedFormat::Refi);
    }
    if qualcoder::is_codebook(bytes) {
        return Some(CodedFormat::QualCoderCodebook);
    }
    if let Some(table) = segments::recognise(name, bytes) {
        return Some(table);
    }
    if rock::recognise(name, bytes) {
        return Some(CodedFormat::Rock);
    }
    marked::recognise(name, bytes).then_some(CodedFormat::Marked)
}

/// Tells databases apart by their tables. The name counts only for those whose tables cannot be read, so that they are
/// refused with the reason.
fn recognise_database(name: &str, bytes: &[u8]) -> Option<CodedFormat> {
    let extension = crate::format::extension(name);
    match sqlite::Database::open(bytes) {
        Ok(database) if database.has(&taguette::TABLES) => Some(CodedFormat::Taguette),
        Ok(database) if database.has(&qualcoder::TABLES) => Some(CodedFormat::QualCoder),
        Ok(_) => None,
        Err(_) if extension == "qda" => Some(CodedFormat::QualCoder),
        Err(_) if matches!(extension.as_str(), "sqlite3" | "sqlite" | "db") => Some(CodedFormat::Taguette),
        Err(_) => None,
    }
}

/// Reads the project in the file `name` with content `bytes`.
///
/// # Errors
/// When nothing of the file can be read.
pub fn read_project(name: &str, bytes: &[u8], options: &CodedOptions) -> Outcome<CodedProject> {
    let read_options = ReadOptions { date_order: options.date_order, ..ReadOptions::default() };
    let file = File { name, options: &read_options };
    match recognise(name, bytes) {
        Some(CodedFormat::Taguette) => taguette::read(&file, bytes, options),
        Some(CodedFormat::Rock) => rock::read(&file, bytes),
        Some(CodedFormat::QualCoder) => qualcoder::read(&file, bytes, options),
        Some(CodedFormat::QualCoderCodebook) => qualcoder::read_codebook(&file, bytes),
        Some(CodedFormat::Marked) => marked::read(&file, bytes),
        Some(CodedFormat::SegmentTable | CodedFormat::CodebookTable | CodedFormat::CodeMatrix) => {
            segments::read(&file, bytes, options)
        }
        // What the user says of its columns or of its sheets makes a table of it.
        None if options.names_table() && segments::is_table(name, bytes) => {
            segments::read(&file, bytes, options)
        }
        Some(CodedFormat::Refi) => refi::read(&file, bytes, options),
        None => Err(file.is_unknown(bytes)),
    }
}
