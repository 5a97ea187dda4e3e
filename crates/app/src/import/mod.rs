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
mod request;
mod summary;
mod tables;
mod writings;

use crate::{Progress, Project, coded, records};
use draad_core::diagnostic::Outcome;
use draad_core::{BatchId, CaseId, CoderId, Diagnostic, MemoId, Place, Problem, Source, SourceId, Study};
use draad_ingest::{Format, Imported};
use draad_store::{Changes, CodingRequest, Loaded, Lock, StudyFolder, paths, render};
use items::Item;
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(crate) use guess::guessed;
pub(crate) use items::source_id;
pub(crate) use tables::as_csv;

pub use comments::{CommentUse, Made};
pub use draad_ingest::{Change, DateOrder, ImportReport, LabelCount, Loss, Part, Tally};
pub use draad_store::{FileRow, FileUse};
pub use plan::{write_columns, write_map};
pub use replace::{Corrected, Lost, Reanchored};
pub use request::{Assignment, Request};
pub use summary::{ImportedFile, Speaker, Summary};
pub use tables::TableOptions;

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
    /// Whether scores rest on passages of a source that is written.
    has_moved_scores: bool,
    /// Codings that have no place in their corrected source.
    unanchored: BTreeMap<SourceId, Vec<CodingRequest>>,
    /// Batches of proposals that are to be written.
    batches: BTreeSet<BatchId>,
    /// Layers of which a decision moved.
    decided: BTreeSet<CoderId>,
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
    let request = &request.named(project.study());
    if let Some(problem) = request.assignment.problem(project.study()) {
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let mut files = items::sort(request)?;
    let mut summary = Summary::default();
    // Cases and participants come first: they say where the rest belongs and who speaks in it.
    let loaded = Arc::make_mut(&mut project.loaded);
    tables::records(loaded, &project.words, request, &files.tables, &mut summary);
    let items = files.items(project.study(), request);
    summary.refused.extend(files.refused);
    summary.notes.extend(files.notes);
    summary.map.extend(files.kept);
    (summary.n_left_out, summary.unmapped) = (files.n_left_out, files.unmapped);
    let read = read_all(project.study(), request, &items, progress);
    let mut import = Import {
        folder: &project.folder,
        memo_ids: project.loaded.study.memos.iter().map(|memo| memo.id.clone()).collect(),
        loaded: Arc::make_mut(&mut project.loaded),
        request,
        sources: BTreeSet::new(),
        layers: BTreeSet::new(),
        memos: BTreeSet::new(),
        findings: BTreeSet::new(),
        has_new_parts: false,
        has_moved_scores: false,
        unanchored: BTreeMap::new(),
        batches: BTreeSet::new(),
        decided: BTreeSet::new(),
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
    projects(project, request, &files.tables, &mut summary);
    summary.map.sort_by(|a, b| a.file.cmp(&b.file));
    Ok(summary)
}

/// Brings in projects of other programs and tables of coded segments, each in a change of its own.
fn projects(project: &mut Project, request: &Request, tables: &[items::Table], summary: &mut Summary) {
    let is_project = |table: &&items::Table| matches!(table.file_use, FileUse::Project | FileUse::Segments);
    for table in tables.iter().filter(is_project) {
        let mut row = table.row.clone();
        match coded::import(project, request, &table.path) {
            Ok(done) => {
                row.seen = done.reading.clone();
                summary.projects.push(done);
            }
            Err(diagnostics) => {
                let is_in_map = |one: &Diagnostic| one.place.line.is_some() && request.coded.map.is_some();
                let shown = |one| if is_in_map(&one) { one } else { tables::shown(one, &table.row) };
                summary.refused.extend(diagnostics.into_iter().map(shown));
            }
        }
        summary.map.push(row);
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
        if self.has_moved_scores {
            changes.insert(paths::MEMBERSHIPS.to_owned(), Some(render::memberships(study)));
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
        for (batch, proposals) in study.proposals.iter().filter(|(batch, _)| self.batches.contains(*batch)) {
            changes.insert(paths::proposals(batch), Some(render::proposals(proposals)));
        }
        for (layer, rows) in study.adjudications.iter().filter(|(layer, _)| self.decided.contains(*layer)) {
            changes.insert(paths::adjudication(layer), Some(render::adjudication(rows)));
        }
        let rewritten: Vec<&str> = changes.keys().map(String::as_str).collect();
        self.loaded.guard(&rewritten)?;
        Ok(changes)
    }
}
