//! Documents that somebody worked on: they are never written over.

use crate::output::cannot_write;
use draad_core::diagnostic::Outcome;
use draad_report::document::is_untouched;
use std::path::{Path, PathBuf};

/// Moves a document aside that was saved by another program since it was made, so that a new one can take its place. Returns
/// where it is now; nothing where there is none, or nobody changed it.
///
/// # Errors
/// `CannotWrite` when it cannot be moved.
pub fn set_aside(path: &Path) -> Outcome<Option<PathBuf>> {
    if path.extension().is_none_or(|ending| ending != "docx") {
        return Ok(None);
    }
    let Ok(bytes) = std::fs::read(path) else { return Ok(None) };
    if is_untouched(&bytes) {
        return Ok(None);
    }
    let aside = free_name(path);
    std::fs::rename(path, &aside).map_err(|error| cannot_write(&path.display().to_string(), &error))?;
    Ok(Some(aside))
}

/// Returns the first of `manuscript-1.docx`, `manuscript-2.docx`, … that is not there.
fn free_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let named = |n: usize| path.with_file_name(format!("{stem}-{n}.docx"));
    (1..).map(named).find(|name| !name.exists()).unwrap_or_else(|| named(0))
}
