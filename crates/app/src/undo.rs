//! Taking back the last change.

use crate::Project;
use draad_core::diagnostic::Outcome;

pub use draad_store::Undone;

/// Takes back the last change to the study.
///
/// # Errors
/// When there is none, a file was changed since, or the study is locked.
pub fn undo(project: &Project) -> Outcome<Undone> {
    project.folder.lock("undo")?.undo()
}
