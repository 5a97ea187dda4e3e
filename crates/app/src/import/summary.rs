//! What came of an import.

use super::items::Item;
use super::{FileRow, ImportReport, Made, Reanchored, plan};
use crate::{coded, records, survey};
use draad_core::diagnostic::Outcome;
use draad_core::{CaseId, Diagnostic, KindId, ParticipantId, Problem, SourceId};
use jiff::civil::Date;

/// What came of an import, or would come of it.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Files that became sources, in the order given.
    pub imported: Vec<ImportedFile>,
    /// Files that did not, and rows of the map that could not be read, each with its reason.
    pub refused: Vec<Diagnostic>,
    /// What the user should know of the map.
    pub notes: Vec<Diagnostic>,
    /// Files that are in the study already, just so, each with its source.
    pub known: Vec<(String, SourceId)>,
    /// How many of the refused hold nothing that could be read, whatever is filled in.
    pub n_unreadable: usize,
    /// Files that the map leaves out.
    pub n_left_out: usize,
    /// Files in the folders named that the map does not know.
    pub unmapped: Vec<String>,
    /// Tables of cases, participants, events and scores.
    pub records: Vec<records::Summary>,
    /// Surveys.
    pub surveys: Vec<survey::Summary>,
    /// How many surveys a plan found.
    pub n_surveys_planned: usize,
    /// What is proposed for their columns.
    pub columns: Vec<survey::ColumnRow>,
    /// Projects of other programs, and tables of coded segments.
    pub projects: Vec<coded::Summary>,
    /// Cases that were added to `cases.csv`.
    pub new_cases: Vec<CaseId>,
    /// The map that would do just this.
    pub map: Vec<FileRow>,
}

/// A file that became a source.
#[derive(Clone, Debug)]
pub struct ImportedFile {
    /// File name without folders.
    pub file: String,
    /// The source.
    pub source: SourceId,
    /// Its cases.
    pub cases: Vec<CaseId>,
    /// Its kind.
    pub kind: KindId,
    /// Its day.
    pub date: Option<Date>,
    /// How it was read.
    pub reading: String,
    /// Characters of stored text.
    pub n_chars: u32,
    /// Whether it is a chat.
    pub is_chat: bool,
    /// Units.
    pub n_units: usize,
    /// Speakers by label, with the participant that each means, where it means one.
    pub speakers: Vec<Speaker>,
    /// What became of the codings, where this is a corrected version of a source.
    pub reanchored: Option<Reanchored>,
    /// Comments in the margin that became memos, and codings.
    pub comments: Made,
    /// What was read, kept, changed and dropped.
    pub report: ImportReport,
    /// What the user should look at.
    pub diagnostics: Vec<Diagnostic>,
}

/// A speaker label of an imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// As written in the file.
    pub label: String,
    /// How many units it has.
    pub n_units: usize,
    /// The participant it means, where it means exactly one.
    pub participant: Option<ParticipantId>,
}

impl Summary {
    /// Adds what became of a file.
    pub(super) fn add(&mut self, item: &Item, outcome: Outcome<ImportedFile>) {
        match outcome.map_err(|diagnostic| *diagnostic) {
            Ok(imported) => self.imported.push(imported),
            Err(Diagnostic { problem: Problem::AlreadyImported { source }, .. }) => {
                self.known.extend(SourceId::new(&source).map(|source| (item.shown.clone(), source)));
            }
            Err(diagnostic) => {
                self.n_unreadable += usize::from(plan::is_no_material(&diagnostic.problem));
                self.refused.push(diagnostic);
            }
        }
    }
}
