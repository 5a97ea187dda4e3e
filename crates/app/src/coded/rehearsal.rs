//! The files of a study that an export brings along, read by the study's own readers before any of them is written.

use super::files::ReadProject;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Severity};
use draad_store::{StudyFolder, cannot_write};
use std::collections::BTreeMap;
use std::fs;

/// How many errors are shown; the sentence above them says how many there are.
const MAX_SHOWN: usize = 20;

/// Reads a whole study from a copy that stands in the cache of `folder` and is gone afterwards: the words of participants
/// go nowhere else, not even for a moment.
///
/// # Errors
/// `SupplementInvalid`, and after it what is wrong, by file in the project and line; `CannotWrite`, `DiskFull`.
pub(super) fn rehearse(
    folder: &StudyFolder,
    read: &ReadProject,
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<(), Vec<Diagnostic>> {
    let loaded = loaded(folder, files).unwrap_or_else(|diagnostic| vec![*diagnostic]);
    let errors = loaded.into_iter().filter(|one| one.severity == Severity::Error);
    let errors: Vec<Diagnostic> = errors.map(|one| in_project(one, &read.file)).collect();
    if errors.is_empty() {
        return Ok(());
    }
    let problem = Problem::SupplementInvalid { n_errors: errors.len() };
    let first = Diagnostic::error(Place::file(&read.file), problem);
    Err(std::iter::once(first).chain(errors.into_iter().take(MAX_SHOWN)).collect())
}

/// Returns what is wrong with a study that would have these files.
fn loaded(folder: &StudyFolder, files: &BTreeMap<String, Vec<u8>>) -> Outcome<Vec<Diagnostic>> {
    let cache = folder.cache_dir();
    let failed = |error| cannot_write(&cache.display().to_string(), &error);
    fs::create_dir_all(&cache).map_err(failed)?;
    let copy = tempfile::tempdir_in(&cache).map_err(failed)?;
    for (path, bytes) in files {
        let target = copy.path().join(path);
        let parent = target.parent().unwrap_or(copy.path());
        fs::create_dir_all(parent).and_then(|()| fs::write(&target, bytes)).map_err(failed)?;
    }
    Ok(StudyFolder::at(copy.path()).load()?.diagnostics)
}

/// Returns a diagnostic with the project before the file in it.
fn in_project(mut diagnostic: Diagnostic, project: &str) -> Diagnostic {
    diagnostic.place.file = format!("{project}: {}", diagnostic.place.file);
    diagnostic
}
