//! Making a new study.

use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Language, Place, Problem, Settings, Study, id};
use draad_store::StudyFolder;
use std::path::Path;

/// Makes a study folder with settings, empty tables and nothing else, and returns it.
///
/// # Errors
/// When the folder holds a study or anything else already, or cannot be written.
pub fn create(folder: &Path, title: Option<&str>, language: Language) -> Outcome<StudyFolder> {
    let name = folder.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    if !id::is_valid(&name) {
        return Err(Box::new(Diagnostic::error(Place::default(), Problem::IdInvalid { id: name })));
    }
    let settings = Settings::new(&name, title.unwrap_or(&name), language);
    StudyFolder::create(folder, &Study::new(settings))
}
