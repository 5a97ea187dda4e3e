//! Importing: files become sources of the study.
//!
//! An import is worked out in memory first: which files, what becomes of each, how each is read, where each belongs. Only
//! then is it made, in one change that can be undone; a plan ends before that and writes down, as a map that a person can
//! correct, what would have been done.

mod comments;
mod files;
mod guess;
mod items;
mod place;
mod plan;
mod replace;
pub mod report;
mod tables;

use crate::{Progress, Project, named, records, survey};
use draad_core::diagnostic::Outcome;
use draad_core::{
    CaseId, CoderId, Diagnostic, KindId, MemoId, ParticipantId, PhaseId, Place, Problem, Source, SourceId,
    Study,
};
use draad_ingest::{Format, Imported};
use draad_store::{Changes, CodingRequest, Loaded, Lock, StudyFolder, paths, render};
use items::Item;
use jiff::Timestamp;
use jiff::civil::Date;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

pub use comments::{CommentUse, Made};
pub use draad_ingest::{Change, DateOrder, ImportReport, LabelCount, Loss, Part, Tally};
pub use draad_store::{FileRow, FileUse};
pub use plan::{write_columns, write_map};
pub use replace::{Corrected, Lost, Reanchored};
pub use tables::TableOptions;

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

impl Assignment {
    /// Returns this with ids in place of labels: `--kind dagboek` means the kind whose label that is.
    fn named(mut self, study: &Study) -> Self {
        let settings = &study.settings;
        self.cases = self.cases.into_iter().map(|case| named::case_called(study, case)).collect();
        let person = |name| named::participant_called(study, &self.cases, name);
        self.participants = self.participants.into_iter().map(person).collect();
        self.kind = self.kind.map(|kind| named::kind_called(settings, kind));
        self.phase = self.phase.map(|phase| named::phase_called(settings, phase));
        self
    }

    /// Returns this, with what `other` says where this says nothing.
    fn or(self, other: Self) -> Self {
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
}

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

/// A file that was read, before it has a place in the study.
struct ReadFile {
    /// Its name, or the names of all files that were merged.
    file: String,
    hashes: Vec<String>,
    format: Format,
    imported: Imported,
}

/// An import being worked out: the study as it will be, and which of its files that touches.
struct Import<'a> {
    folder: &'a StudyFolder,
    loaded: &'a mut Loaded,
    request: &'a Request,
    /// Sources whose text and units are written.
    sources: BTreeSet<SourceId>,
    /// Layers of codings that are written.
    layers: BTreeSet<(CoderId, SourceId)>,
    /// All memos, old and new: there may be thousands, and each new one must be new.
    memo_ids: BTreeSet<MemoId>,
    /// Memos and findings that are written, by id.
    memos: BTreeSet<String>,
    findings: BTreeSet<String>,
    has_new_parts: bool,
    /// Codings that have no place in their corrected source.
    unanchored: BTreeMap<SourceId, Vec<CodingRequest>>,
}

/// Reads files and brings them into the study: sources and tables in one change that can be undone, then each survey in a
/// change of its own. Files that cannot be read are returned with their reason; the others are imported.
///
/// # Errors
/// When the request does not fit the study, the study is locked or cannot be written, `sources.csv` has errors, or the map
/// cannot be read at all.
pub fn import(project: &mut Project, request: &Request, progress: &dyn Progress) -> Outcome<Summary> {
    let lock = if request.plan { None } else { Some(project.folder.lock("import")?) };
    project.reload()?;
    let outcome = work(project, lock, request, progress);
    if request.plan || outcome.is_err() {
        // What was worked out in memory is not in the folder.
        project.reload()?;
    }
    outcome
}

/// Works the import out, and makes it under the lock, if there is one.
fn work(
    project: &mut Project,
    lock: Option<Lock>,
    request: &Request,
    progress: &dyn Progress,
) -> Outcome<Summary> {
    let request = &named_request(project.study(), request);
    check_request(project.study(), &request.assignment)?;
    let mut files = items::sort(request)?;
    let mut summary = Summary::default();
    // Cases and participants come first: they say where the rest belongs and who speaks in it.
    tables::records(&mut project.loaded, &project.words, request, &files.tables, &mut summary);
    let items = files.items(project.study(), request);
    summary.refused.extend(files.refused);
    summary.notes.extend(files.notes);
    summary.map.extend(files.kept);
    (summary.n_left_out, summary.unmapped) = (files.n_left_out, files.unmapped);
    let read = read_all(project.study(), request, &items, progress);
    let mut import = Import {
        folder: &project.folder,
        memo_ids: project.loaded.study.memos.iter().map(|memo| memo.id.clone()).collect(),
        loaded: &mut project.loaded,
        request,
        sources: BTreeSet::new(),
        layers: BTreeSet::new(),
        memos: BTreeSet::new(),
        findings: BTreeSet::new(),
        has_new_parts: false,
        unanchored: BTreeMap::new(),
    };
    let words = project.words;
    for (item, read) in items.iter().zip(read) {
        let outcome = read.and_then(|read| import.take(item, read, &mut summary.new_cases));
        summary.map.push(plan::row(&words, item, &outcome));
        summary.add(item, outcome);
    }
    if !import.layers.is_empty() {
        import.loaded.study.sort_codings();
    }
    plan::ask_about_chats(&words, &summary.imported, &mut summary.map);
    if let Some(lock) = lock.filter(|_| !summary.imported.is_empty() || !summary.records.is_empty()) {
        let mut changes =
            if summary.imported.is_empty() { Changes::new() } else { import.changes(&summary)? };
        records::write(project, &summary.records, &mut changes)?;
        lock.commit("import", changes)?;
    }
    tables::surveys(project, request, &files.tables, &mut summary);
    summary.map.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(summary)
}

impl Summary {
    /// Adds what became of a file.
    fn add(&mut self, item: &Item, outcome: Outcome<ImportedFile>) {
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

fn read_all(
    study: &Study,
    request: &Request,
    items: &[Item],
    progress: &dyn Progress,
) -> Vec<Outcome<ReadFile>> {
    progress.begin("progress-import", items.len());
    let read = items
        .par_iter()
        .map(|item| {
            let outcome = item.read(study, request);
            progress.advance();
            outcome
        })
        .collect();
    progress.finish();
    read
}

impl Import<'_> {
    /// Gives a file its place in the study; when it gets none, the study is as it was.
    fn take(&mut self, item: &Item, read: ReadFile, new_cases: &mut Vec<CaseId>) -> Outcome<ImportedFile> {
        let refuse = |problem| Err(Box::new(Diagnostic::error(Place::file(&item.shown), problem)));
        let study = &self.loaded.study;
        if let Some(known) = items::made_of(study, &read.hashes) {
            let source = known.id.to_string();
            if self.sources.contains(&known.id) {
                return refuse(Problem::SameFileTwice { source });
            }
            if !self.request.replace {
                return refuse(Problem::AlreadyImported { source });
            }
        }
        match self.corrects(item, &read) {
            Err(problem) => refuse(problem),
            Ok(Some(source)) => self.replace(item, read, &source),
            Ok(None) => self.place(item, read, new_cases),
        }
    }

    /// Returns the source of which a file is a corrected version, if it is one.
    fn corrects(&self, item: &Item, read: &ReadFile) -> Result<Option<SourceId>, Problem> {
        let sources = &self.loaded.study.sources;
        let named = item.given.source.as_ref();
        let known = named.and_then(|name| sources.get(name)).or_else(|| {
            let mut same = sources.values().filter(|source| {
                let in_case = item.given.cases.iter().any(|case| source.cases.contains(case));
                // Of two files of this import neither corrects the other.
                let is_older = !self.sources.contains(&source.id);
                is_older && source.origin.file == read.file && (in_case || item.given.cases.is_empty())
            });
            same.next().filter(|_| named.is_none() && same.next().is_none())
        });
        let is_meant = item.file_use == Some(FileUse::Replace) || self.request.replace;
        match known {
            Some(known) if is_meant && !self.sources.contains(&known.id) => Ok(Some(known.id.clone())),
            // A plan proposes it; the map that comes of it says so.
            Some(known)
                if self.request.plan && item.file_use.is_none() && !self.sources.contains(&known.id) =>
            {
                Ok(Some(known.id.clone()))
            }
            Some(known) if known.origin.file == read.file && !self.sources.contains(&known.id) => {
                Err(Problem::CorrectedVersion { source: known.id.to_string() })
            }
            Some(known) if self.sources.contains(&known.id) => {
                Err(Problem::SourceExists { source: known.id.to_string() })
            }
            None if item.file_use == Some(FileUse::Replace) => {
                let source = named.map_or_else(|| read.file.clone(), ToString::to_string);
                let nearest = draad_core::filter::nearest(&source, sources.keys().map(SourceId::as_str));
                Err(Problem::UnknownSource { source, nearest })
            }
            _ => Ok(None),
        }
    }

    /// The files that the import writes.
    fn changes(&self, summary: &Summary) -> Outcome<Changes> {
        let study = &self.loaded.study;
        let mut changes = Changes::new();
        changes.insert(paths::SOURCES.to_owned(), Some(render::sources(study)));
        if !summary.new_cases.is_empty() {
            changes.insert(paths::CASES.to_owned(), Some(render::cases(study)));
        }
        if self.has_new_parts {
            changes.insert(paths::CASE_SPANS.to_owned(), Some(render::case_spans(study)));
        }
        let sources: Vec<&Source> = self.sources.iter().filter_map(|id| study.sources.get(id)).collect();
        let files = |source: &&Source| {
            let text = source.text.as_str().as_bytes().to_vec();
            [(paths::text(&source.id), Some(text)), (paths::units(&source.id), Some(render::units(source)))]
        };
        changes.extend(sources.par_iter().flat_map_iter(files).collect::<Vec<_>>());
        for (coder, source) in &self.layers {
            changes.insert(paths::codings(coder, source), Some(render::codings(study, coder, source)));
        }
        for memo in study.memos.iter().filter(|memo| self.memos.contains(memo.id.as_str())) {
            changes.insert(paths::memo(memo.id.as_str()), Some(render::memo(memo)));
        }
        for finding in study.findings.iter().filter(|finding| self.findings.contains(&finding.id)) {
            changes.insert(paths::finding(&finding.id), Some(render::finding(finding)));
        }
        for (source, requests) in &self.unanchored {
            let path = paths::unanchored(source);
            let bytes = self.folder.with_unanchored(&path, requests)?;
            changes.insert(path, Some(bytes));
        }
        let rewritten: Vec<&str> = changes.keys().map(String::as_str).collect();
        self.loaded.guard(&rewritten)?;
        Ok(changes)
    }
}

/// Returns the request with ids in place of labels.
fn named_request(study: &Study, request: &Request) -> Request {
    let mut request = request.clone();
    request.assignment = request.assignment.named(study);
    request.tables.role = request.tables.role.map(|role| named::role_called(&study.settings, role));
    request
}

fn check_request(study: &Study, assignment: &Assignment) -> Outcome<()> {
    match assignment_problem(study, assignment) {
        Some(problem) => Err(Box::new(Diagnostic::error(Place::default(), problem))),
        None => Ok(()),
    }
}

/// Returns what an assignment says that the study does not know; cases are looked at elsewhere.
fn assignment_problem(study: &Study, assignment: &Assignment) -> Option<Problem> {
    let filter = draad_core::Filter {
        kinds: assignment.kind.iter().cloned().collect(),
        phases: assignment.phase.iter().cloned().collect(),
        ..Default::default()
    };
    let unknown = assignment.participants.iter().find(|id| !study.participants.contains_key(*id));
    let unknown = unknown.map(|id| Problem::UnknownParticipant { participant: id.to_string() });
    filter.problems(study).into_iter().next().or(unknown)
}
