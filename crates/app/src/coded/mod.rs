//! Coded material: projects of other programs, their codebooks and tables of coded segments, brought into a study.
//!
//! A project is worked out in memory first: who coded, which codes, cases and sources are new and which the study has
//! already, where each coding stands. Only then is it made, in one change that can be undone. What became of each thing is
//! written down in a reconciliation that stays with the study; a map that a person can correct decides on all of it.

mod addresses;
mod again;
mod called;
mod cases;
mod coders;
mod codes;
mod codings;
mod files;
mod groups;
mod memos;
mod names;
mod own;
mod rehearsal;
pub mod report;
mod restore;
mod sources;
mod supplement;
mod tags;
#[cfg(test)]
mod tests;
mod variables;
mod wishes;
mod work;

use crate::import::{Assignment, Request};
use crate::{Project, records};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, SourceId, Study};
use draad_ingest::coded::Reconciliation;
use draad_store::{Additions, Changes, ProjectRow, paths, render};
use draad_words::Words;
use files::ReadProject;
use restore::{Restored, restored};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use wishes::Wishes;
use work::{Given, Work};

pub use draad_ingest::coded::{Entry, Fate, PositionReading, Reason, Thing};
pub use draad_store::{ProjectPart, ProjectUse};
pub(crate) use files::{DATA, is_folder_of_project, use_of};
pub use supplement::supplement;

/// How projects are read, and what becomes of them.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The map that says what becomes of each thing; in a plan, the one that is there already.
    pub map: Option<PathBuf>,
    /// A codebook beside a table of segments: names of codes that stand together in a cell are told apart by it.
    pub codebook: Option<PathBuf>,
    /// How positions are counted: in all sources (an empty name), or in the source of this name.
    pub positions: Vec<(String, PositionReading)>,
    /// Which column of a table holds what, where its name does not say so.
    pub columns: Vec<(String, String)>,
    /// Which project to take from a file that holds several, by name or number.
    pub pick: Option<String>,
}

/// What came of a project, or would come of it.
#[derive(Clone, Debug)]
pub struct Summary {
    /// Its file, without folders.
    pub file: String,
    /// The program that wrote it, and how it was read.
    pub origin: String,
    /// How it was read.
    pub reading: String,
    /// What the file claims, what was read, and what became of it.
    pub reconciliation: Reconciliation,
    /// The reconciliation, in the study folder.
    pub written: String,
    /// Sources that are new.
    pub new_sources: Vec<SourceId>,
    /// Codings that are new.
    pub n_new_codings: usize,
    /// Codings that the study had already.
    pub n_known_codings: usize,
    /// What the user should look at.
    pub diagnostics: Vec<Diagnostic>,
    /// The map that would do just this.
    pub map: Vec<ProjectRow>,
}

/// Brings a project into the study, in one change that can be undone; in a plan, only says what would come of it.
///
/// # Errors
/// When the file cannot be read, rows of the map fit nothing in it, or the study is locked or cannot be written.
pub(crate) fn import(
    project: &mut Project,
    request: &Request,
    path: &Path,
) -> Result<Summary, Vec<Diagnostic>> {
    let read = files::read(project.study(), request, path).map_err(|diagnostic| vec![*diagnostic])?;
    import_read(project, request, &read)
}

/// Brings a project that was read into the study.
fn import_read(
    project: &mut Project,
    request: &Request,
    read: &ReadProject,
) -> Result<Summary, Vec<Diagnostic>> {
    let one = |diagnostic: Box<Diagnostic>| vec![*diagnostic];
    let wishes = wishes(request, read)?;
    let lock = if request.plan { None } else { Some(project.folder.lock("import").map_err(one)?) };
    project.reload().map_err(one)?;
    let outcome = bring_in(project, request, read, &wishes).and_then(|(summary, changes)| {
        if let Some(lock) = &lock {
            lock.commit("import", changes).map_err(one)?;
        }
        Ok(summary)
    });
    // What was worked out in memory is in the folder now, or is not meant to be.
    project.reload().map_err(one)?;
    outcome
}

/// Returns what the map says, if there is one.
fn wishes(request: &Request, read: &ReadProject) -> Result<Wishes, Vec<Diagnostic>> {
    let Some(path) = &request.coded.map else { return Ok(Wishes::default()) };
    let name = path.display().to_string();
    let bytes = crate::import::as_csv(path).map_err(|diagnostic| vec![*diagnostic])?;
    let (rows, mut diagnostics) = draad_store::read_project_map(&name, bytes);
    diagnostics.retain(|one| one.severity == draad_core::Severity::Error);
    if diagnostics.is_empty() {
        Wishes::fit(&read.project, &read.file, &name, &rows)
    } else {
        Err(diagnostics)
    }
}

/// Works the project out, and returns what came of it with the files that are written.
fn bring_in(
    project: &mut Project,
    request: &Request,
    read: &ReadProject,
    wishes: &Wishes,
) -> Result<(Summary, Changes), Vec<Diagnostic>> {
    if let Some(restored) = restored_into(project.study(), request, read).map_err(|error| vec![*error])? {
        rehearsal::rehearse(&project.folder, read, &restored.files)?;
        return Ok(restore(&project.words, read, restored));
    }
    take_in(project, request, read, wishes).map_err(|error| vec![*error])
}

/// Works out what becomes of each thing in a project that is not put back as a whole.
fn take_in(
    project: &mut Project,
    request: &Request,
    read: &ReadProject,
    wishes: &Wishes,
) -> Outcome<(Summary, Changes)> {
    let guids = project.folder.guids()?;
    let words = project.words;
    let given = Given {
        folder: &project.folder,
        request,
        words,
        project: &read.project,
        file: &read.file,
        hash: &read.hash,
        wishes,
        guids,
    };
    let mut work = Work::new(&mut Arc::make_mut(&mut project.loaded).study, given);
    work.all();
    work.check_versions()?;
    let mut changes = work.changes()?;
    let summary = work.summary();
    changes.insert(summary.written.clone(), Some(render::reconciliation(report::rows(&words, &summary))));
    let rewritten: Vec<&str> = changes.keys().map(String::as_str).collect();
    project.loaded.guard(&rewritten)?;
    Ok((summary, changes))
}

/// Returns the study that the project is an export of, where it can be put in place of `study`: that holds nothing yet, and
/// nobody says what should become of anything.
///
/// # Errors
/// When the settings that it brings cannot be read.
fn restored_into(study: &Study, request: &Request, read: &ReadProject) -> Outcome<Option<Restored>> {
    let empty = Study::new(study.settings.clone());
    let is_plain = request.coded.map.is_none() && request.assignment == Assignment::default();
    if *study != empty || !is_plain {
        return Ok(None);
    }
    restored(&read.project, &read.file, &read.hash)
}

/// Returns what comes of putting an exported study back, with its files.
fn restore(words: &Words, read: &ReadProject, restored: Restored) -> (Summary, Changes) {
    let Restored { study, files, left } = restored;
    let mut reconciliation = read.project.reconciliation.clone();
    for source in study.sources.keys() {
        reconciliation.keep(Thing::Sources, source.as_str(), source.as_str());
    }
    for code in study.codebook.codes.values() {
        reconciliation.keep(Thing::Codes, code.name(study.settings.language), code.id.as_str());
    }
    for case in study.cases.values() {
        reconciliation.keep(Thing::Cases, &case.name, case.id.as_str());
    }
    for memo in &study.memos {
        reconciliation.keep(Thing::Memos, &memo.title, memo.id.as_str());
    }
    for path in read.project.supplement.keys().filter(|path| !left.contains(path)) {
        reconciliation.keep(Thing::Records, path, path.as_str());
    }
    left.iter().for_each(|path| reconciliation.lose(Thing::Records, path, Reason::NoPlaceInStudy, ""));
    keep_all(&mut reconciliation, Thing::Codings, study.codings.len());
    keep_all(&mut reconciliation, Thing::Coders, read.project.coders.len());
    keep_all(&mut reconciliation, Thing::CaseParts, study.case_spans.len());
    keep_all(&mut reconciliation, Thing::Variables, read.project.variables.len());
    // The other notes say what the elements cannot, and the sets are the cases once more.
    for thing in [Thing::Memos, Thing::Groups] {
        let told: usize =
            reconciliation.entries.iter().filter(|entry| entry.thing == thing).map(|entry| entry.n).sum();
        let n = reconciliation.claimed.get(&thing).copied().unwrap_or_default().saturating_sub(told);
        keep_all(&mut reconciliation, thing, n);
    }
    let summary = Summary {
        file: read.file.clone(),
        origin: read.project.origin.clone(),
        reading: read.project.reading.clone(),
        reconciliation,
        written: paths::reconciliation(&names::slug(&read.file)),
        new_sources: study.sources.keys().cloned().collect(),
        n_new_codings: study.codings.len(),
        n_known_codings: 0,
        diagnostics: read.project.diagnostics.clone(),
        map: Vec::new(),
    };
    let mut changes: Changes = files.into_iter().map(|(path, bytes)| (path, Some(bytes))).collect();
    changes.insert(summary.written.clone(), Some(render::reconciliation(report::rows(words, &summary))));
    (summary, changes)
}

/// Writes down that things are in the study that are too many to name.
fn keep_all(reconciliation: &mut Reconciliation, thing: Thing, n: usize) {
    if n > 0 {
        let (name, detail) = (String::new(), String::new());
        reconciliation.entries.push(Entry { thing, name, fate: Fate::Kept, reason: None, detail, n });
    }
}

/// Writes the map of projects. Rows of the projects in `planned` are written anew; those of others stay.
///
/// # Errors
/// `CannotRead`; the first row of the file that cannot be read; `CannotWrite`, `DiskFull`.
pub fn write_map(path: &Path, planned: &[ProjectRow]) -> Outcome<()> {
    let mut rows = Vec::new();
    if path.exists() {
        let name = path.display().to_string();
        let (known, mut diagnostics) = draad_store::read_project_map(&name, crate::import::as_csv(path)?);
        diagnostics.retain(|one| one.severity == draad_core::Severity::Error);
        if !diagnostics.is_empty() {
            return Err(Box::new(diagnostics.swap_remove(0)));
        }
        let is_other = |row: &ProjectRow| !planned.iter().any(|new| new.file == row.file);
        rows.extend(known.into_iter().map(|(_, row)| row).filter(is_other));
    }
    rows.extend(planned.iter().cloned());
    draad_store::write_file(path, &draad_store::write_project_map(&rows))
}

impl Work<'_> {
    fn summary(&self) -> Summary {
        Summary {
            file: self.file.to_owned(),
            origin: self.project.origin.clone(),
            reading: self.project.reading.clone(),
            reconciliation: self.ledger.clone(),
            written: paths::reconciliation(&names::slug(self.file)),
            new_sources: self.touched.texts.iter().cloned().collect(),
            n_new_codings: self.touched.new_codings.len(),
            n_known_codings: self.n_known,
            diagnostics: self.diagnostics.clone(),
            map: self.rows(),
        }
    }

    /// The files that the import writes.
    fn changes(&self) -> Outcome<Changes> {
        let (study, touched) = (&*self.study, &self.touched);
        let mut changes = Changes::new();
        let mut put = |is_touched: bool, path: &str, render: &dyn Fn() -> Vec<u8>| {
            if is_touched {
                changes.insert(path.to_owned(), Some(render()));
            }
        };
        put(touched.has_cases, paths::CASES, &|| render::cases(study));
        put(touched.has_codes, paths::CODEBOOK, &|| render::codebook(study));
        put(touched.has_sources, paths::SOURCES, &|| render::sources(study));
        put(touched.has_parts, paths::CASE_SPANS, &|| render::case_spans(study));
        put(!self.guids.is_empty(), paths::GUIDS, &|| render::guids(&self.guids));
        for source in touched.texts.iter().filter_map(|id| study.sources.get(id)) {
            let text = source.text.as_str().as_bytes().to_vec();
            changes.insert(paths::text(&source.id), Some(text));
            if !source.units.is_empty() {
                changes.insert(paths::units(&source.id), Some(render::units(source)));
            }
        }
        changes.extend(
            render::layers(study, &touched.layers).into_iter().map(|(path, bytes)| (path, Some(bytes))),
        );
        for memo in study.memos.iter().filter(|memo| touched.memos.contains(memo.id.as_str())) {
            changes.insert(paths::memo(memo.id.as_str()), Some(render::memo(memo)));
        }
        for (name, table) in &self.project.tables {
            changes.insert(paths::imported_table(&names::slug(name)), Some(table.as_bytes().to_vec()));
        }
        for (source, requests) in &touched.unanchored {
            let path = paths::unanchored(source);
            let bytes = self.folder.with_unanchored(&path, requests)?;
            changes.insert(path, Some(bytes));
        }
        let new = Additions {
            kinds: touched.kinds.clone(),
            coders: touched.coders.clone(),
            attributes: touched.attributes.clone(),
        };
        if !new.is_empty() {
            let bytes = records::extended_settings(self.folder, &study.settings, &new)?;
            changes.insert(paths::SETTINGS.to_owned(), Some(bytes));
        }
        Ok(changes)
    }
}
