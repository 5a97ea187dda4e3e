//! What is asked of an import, and what is said of a file.

use super::{CommentUse, DateOrder, FileUse, TableOptions};
use crate::{coded, named};
use draad_core::{CaseId, CoderId, KindId, ParticipantId, PhaseId, Problem, SourceId, Study};
use jiff::Timestamp;
use jiff::civil::Date;
use std::path::PathBuf;

/// What to import and where it belongs.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// Files and folders; none takes all files of the map.
    pub files: Vec<PathBuf>,
    /// The map that says what becomes of each file.
    pub map: Option<PathBuf>,
    /// What holds for all files of which the map says nothing else.
    pub assignment: Assignment,
    /// Whether cases that are not in `cases.csv` yet are added to it.
    pub add_cases: bool,
    /// Whether a file that has the name of a source is a corrected version of it.
    pub replace: bool,
    /// What the files are that the map does not know; nothing lets their content tell.
    pub file_use: Option<FileUse>,
    /// Which chat to take from a file that holds several.
    pub chat: Option<String>,
    /// How tables are read.
    pub tables: TableOptions,
    /// How projects of other programs are read, and what becomes of them.
    pub coded: coded::Options,
    /// What becomes of comments in the margin.
    pub comments: CommentUse,
    /// Whose codings comments are, where their author is no coder of the study.
    pub coder: Option<CoderId>,
    /// Whether nothing is changed: the summary says what would be.
    pub plan: bool,
    /// Now.
    pub now: Timestamp,
}

/// What is said of a file. What is empty is not said.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Assignment {
    /// The source's name.
    pub source: Option<SourceId>,
    /// The cases it belongs to.
    pub cases: Vec<CaseId>,
    /// The kind; without it the format decides where it can.
    pub kind: Option<KindId>,
    /// The phase all of it belongs to.
    pub phase: Option<PhaseId>,
    /// The day; without it what the material states.
    pub date: Option<Date>,
    /// Who speaks in it; without them those whom the labels mean.
    pub participants: Vec<ParticipantId>,
    /// Speaker labels that count even when they occur once.
    pub speakers: Vec<String>,
    /// How numeric dates are written.
    pub date_order: Option<DateOrder>,
    /// The column of a table that holds the text.
    pub text_column: Option<String>,
}

impl Request {
    /// Returns this with ids in place of labels.
    pub(super) fn named(&self, study: &Study) -> Self {
        let mut request = self.clone();
        request.assignment = request.assignment.named(study);
        request.tables.role = request.tables.role.map(|role| named::role_called(&study.settings, role));
        request
    }
}

impl Assignment {
    /// Returns this with ids in place of labels: `--kind dagboek` means the kind whose label that is.
    pub(super) fn named(mut self, study: &Study) -> Self {
        let settings = &study.settings;
        self.cases = self.cases.into_iter().map(|case| named::case_called(study, case)).collect();
        let person = |name| named::participant_called(study, &self.cases, name);
        self.participants = self.participants.into_iter().map(person).collect();
        self.kind = self.kind.map(|kind| named::kind_called(settings, kind));
        self.phase = self.phase.map(|phase| named::phase_called(settings, phase));
        self
    }

    /// Returns this, with what `other` says where this says nothing.
    pub(super) fn or(self, other: Self) -> Self {
        fn list<T>(one: Vec<T>, other: Vec<T>) -> Vec<T> {
            if one.is_empty() { other } else { one }
        }
        Self {
            source: self.source.or(other.source),
            cases: list(self.cases, other.cases),
            kind: self.kind.or(other.kind),
            phase: self.phase.or(other.phase),
            date: self.date.or(other.date),
            participants: list(self.participants, other.participants),
            speakers: list(self.speakers, other.speakers),
            date_order: self.date_order.or(other.date_order),
            text_column: self.text_column.or(other.text_column),
        }
    }

    /// Returns what this says that the study does not know; cases are looked at elsewhere.
    pub(super) fn problem(&self, study: &Study) -> Option<Problem> {
        let filter = draad_core::Filter {
            kinds: self.kind.iter().cloned().collect(),
            phases: self.phase.iter().cloned().collect(),
            ..Default::default()
        };
        let unknown = self.participants.iter().find(|id| !study.participants.contains_key(*id));
        let unknown = unknown.map(|id| Problem::UnknownParticipant { participant: id.to_string() });
        filter.problems(study).into_iter().next().or(unknown)
    }
}
