//! Cases, participants, events and scores from tables that people made elsewhere.

use crate::{Project, files};
use draad_core::diagnostic::Outcome;
use draad_core::{Attribute, Diagnostic, Place, Problem, Settings, Study, filter::list};
use draad_ingest::Sheet;
use draad_store::records::{new_attributes, update_records};
use draad_store::{Additions, Changes, Grid, StudyFolder, paths, render};
use std::path::{Path, PathBuf};

pub use draad_ingest::ImportReport;
pub use draad_store::records::recognise_records;
pub use draad_store::{RecordKind, Updated, ValueChange};

/// The largest table that is read.
const MAX_BYTES: u64 = 256 << 20;

/// Which table to bring in, and how.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Request {
    /// The file: CSV, XLSX, XLS or ODS.
    pub file: PathBuf,
    /// The sheet of a workbook; nothing takes the first one that holds something.
    pub sheet: Option<String>,
    /// What the rows are; nothing lets the columns tell.
    pub kind: Option<RecordKind>,
    /// Whether attributes of cases that `study.toml` does not list are added to it.
    pub add_attributes: bool,
    /// Whether to say only what would happen.
    pub plan: bool,
}

/// What came of it, or would come of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// File name without folders.
    pub file: String,
    /// What its rows are.
    pub kind: RecordKind,
    /// How it was read.
    pub reading: String,
    /// Rows added, values changed, rows refused.
    pub updated: Updated,
    /// Attributes that were added to `study.toml`.
    pub new_attributes: Vec<Attribute>,
    /// What was dropped while reading the file.
    pub report: ImportReport,
    /// What the user should look at in the file.
    pub diagnostics: Vec<Diagnostic>,
}

/// Brings a table of cases, participants, events or scores into the study by key, in one change that can be undone. Rows
/// that cannot be read are refused with their line; the others are taken.
///
/// # Errors
/// When the file cannot be read as a table, its columns do not tell what its rows are (`RecordsUnclear`), it has
/// attributes that `study.toml` does not list (`AttributesUnlisted`), or the study is locked or cannot be written.
pub fn import_records(project: &mut Project, request: &Request) -> Outcome<Summary> {
    let lock = if request.plan { None } else { Some(project.folder.lock("import")?) };
    project.reload()?;
    let summary = apply(&mut project.loaded_mut().study, request);
    if request.plan || summary.is_err() {
        project.reload()?;
        return summary;
    }
    let summary = summary?;
    let mut changes = Changes::new();
    write(project, std::slice::from_ref(&summary), &mut changes)?;
    if let Some(lock) = lock.filter(|_| !changes.is_empty()) {
        lock.commit("import", changes)?;
    }
    Ok(summary)
}

/// Brings the table into a study in memory. When that fails, nothing of it is there.
pub(crate) fn apply(study: &mut Study, request: &Request) -> Outcome<Summary> {
    let (file, sheet) = read(&request.file, request.sheet.as_deref())?;
    let grid = grid(&sheet);
    let fails = |problem| Box::new(Diagnostic::error(Place::line(&file, grid.header_line), problem));
    let unclear = || fails(Problem::RecordsUnclear { columns: list(&grid.header) });
    let kind = request.kind.or_else(|| recognise_records(&grid)).ok_or_else(unclear)?;
    let mut new = Vec::new();
    if kind == RecordKind::Cases {
        new = new_attributes(&study.settings, &grid).map_err(fails)?;
        if !new.is_empty() && !request.add_attributes {
            let attributes = list(new.iter().map(|attribute| &attribute.id));
            return Err(fails(Problem::AttributesUnlisted { attributes }));
        }
    }
    let n_listed = study.settings.attributes.len();
    study.settings.attributes.extend(new.iter().cloned());
    let updated = update_records(study, kind, &file, &grid);
    if updated.is_err() {
        study.settings.attributes.truncate(n_listed);
    }
    let updated = updated?;
    let Sheet { reading, report, diagnostics, .. } = sheet;
    Ok(Summary { file, kind, reading, updated, new_attributes: new, report, diagnostics })
}

/// Reads the table of a file; returns it with the name of the file.
pub(crate) fn read(path: &Path, sheet: Option<&str>) -> Outcome<(String, Sheet)> {
    let (file, bytes) = bytes(path)?;
    let sheet = draad_ingest::read_sheet(&file, &bytes, sheet)?;
    Ok((file, sheet))
}

/// Returns the name of a file and its content.
pub(crate) fn bytes(path: &Path) -> Outcome<(String, Vec<u8>)> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let bytes = files::read(path, &file, MAX_BYTES)?;
    Ok((file, bytes))
}

pub(crate) fn grid(sheet: &Sheet) -> Grid {
    let rows = sheet.rows.iter().map(|row| (row.line, row.cells.clone()));
    Grid { header: sheet.header.clone(), header_line: sheet.header_line, rows: rows.collect() }
}

/// Puts the files that updates write among the changes.
pub(crate) fn write(project: &Project, updates: &[Summary], changes: &mut Changes) -> Outcome<()> {
    let study = project.study();
    for kind in updates.iter().filter(|update| !update.updated.is_empty()).map(|update| update.kind) {
        let (path, bytes) = match kind {
            RecordKind::Cases => (paths::CASES, render::cases(study)),
            RecordKind::Participants => (paths::PARTICIPANTS, render::participants(study)),
            RecordKind::Events => (paths::EVENTS, render::events(study)),
            RecordKind::Scores => (paths::SCORES, render::scores(study)),
        };
        project.loaded.guard(&[path])?;
        changes.insert(path.to_owned(), Some(bytes));
    }
    let new: Vec<Attribute> =
        updates.iter().flat_map(|update| update.new_attributes.iter().cloned()).collect();
    if !new.is_empty() {
        changes.insert(paths::SETTINGS.to_owned(), Some(settings(project, &new)?));
    }
    Ok(())
}

/// Returns `study.toml` with further attributes, and with the comments that people put in it.
pub(crate) fn settings(project: &Project, new: &[Attribute]) -> Outcome<Vec<u8>> {
    let new = Additions { attributes: new.to_vec(), ..Additions::default() };
    extended_settings(&project.folder, &project.study().settings, &new)
}

/// Returns `study.toml` with what is in `settings` and was not before.
pub(crate) fn extended_settings(
    folder: &StudyFolder,
    settings: &Settings,
    new: &Additions,
) -> Outcome<Vec<u8>> {
    let bytes = std::fs::read(folder.path(paths::SETTINGS));
    let bytes = bytes.map_err(|error| draad_store::cannot_read(paths::SETTINGS, &error))?;
    let mut before = settings.clone();
    before.kinds.retain(|kind| !new.kinds.contains(kind));
    before.coders.retain(|coder| !new.coders.contains(coder));
    before.attributes.retain(|attribute| !new.attributes.contains(attribute));
    render::settings_with(bytes, &before, new)
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Language, Settings, Study};

    fn project(folder: &Path) -> Project {
        let study = Study::new(Settings::new("proef", "Proef", Language::Nl));
        StudyFolder::create(folder.join("study"), &study).unwrap();
        Project::open(Some(&folder.join("study")), folder, None).unwrap()
    }

    fn request(folder: &Path, name: &str, content: &str) -> Request {
        std::fs::write(folder.join(name), content).unwrap();
        Request { file: folder.join(name), ..Request::default() }
    }

    fn on_disk(project: &Project, path: &str) -> String {
        std::fs::read_to_string(project.folder.path(path)).unwrap()
    }

    #[test]
    fn a_plan_changes_nothing_an_import_all_and_undo_takes_it_back() {
        let folder = tempfile::tempdir().unwrap();
        let mut project = project(folder.path());
        let before = (on_disk(&project, paths::CASES), on_disk(&project, paths::SETTINGS));
        let request = request(folder.path(), "casussen.csv", "casus;naam;leeftijd\np01;A;12\np02;B;9\n");
        let refused = import_records(&mut project, &request).unwrap_err();
        assert_eq!(refused.problem, Problem::AttributesUnlisted { attributes: "leeftijd".to_owned() });

        let plan = Request { add_attributes: true, plan: true, ..request.clone() };
        let planned = import_records(&mut project, &plan).unwrap();
        assert_eq!((planned.updated.added.len(), project.study().cases.len()), (2, 0));
        assert_eq!((on_disk(&project, paths::CASES), on_disk(&project, paths::SETTINGS)), before);

        let done = import_records(&mut project, &Request { plan: false, ..plan }).unwrap();
        assert_eq!(done, planned);
        assert!(on_disk(&project, paths::CASES).ends_with("p01,A,,12\np02,B,,9\n"));
        project.reload().unwrap();
        assert_eq!(project.study().settings.attributes.last().unwrap().id.as_str(), "leeftijd");
        assert_eq!(project.count(draad_core::Severity::Error), 0);

        project.folder.lock("undo").unwrap().undo().unwrap();
        assert_eq!((on_disk(&project, paths::CASES), on_disk(&project, paths::SETTINGS)), before);
    }

    #[test]
    fn a_table_that_could_be_anything_is_asked_about() {
        let folder = tempfile::tempdir().unwrap();
        let mut project = project(folder.path());
        let request = request(folder.path(), "lijst.csv", "a;b\n1;2\n");
        let refused = import_records(&mut project, &request).unwrap_err();
        assert_eq!(refused.problem, Problem::RecordsUnclear { columns: "a, b".to_owned() });
        let given = Request { kind: Some(RecordKind::Events), ..request };
        let refused = import_records(&mut project, &given).unwrap_err();
        assert!(matches!(&refused.problem, Problem::KeyColumnMissing { column, .. } if column == "case"));
    }
}
