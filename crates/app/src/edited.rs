//! Files that somebody worked on: they are never written over.

use crate::output::cannot_write;
use draad_core::diagnostic::Outcome;
use draad_report::{document, workbook};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

/// Moves a document or workbook aside that was saved by another program since it was made, so that a new one can take its
/// place. Returns where it is now; nothing where there is none, or nobody changed it, or it is of another kind.
///
/// # Errors
/// `CannotWrite` when it cannot be moved.
pub fn set_aside(path: &Path) -> Outcome<Option<PathBuf>> {
    let is_untouched = match path.extension().and_then(OsStr::to_str) {
        Some("docx") => document::is_untouched,
        Some("xlsx") => workbook::is_untouched,
        _ => return Ok(None),
    };
    move_unless(path, is_untouched)
}

/// As [`set_aside`], for what people are asked to write in: text carries no mark of who saved it, so that text is moved aside
/// where it is another than what will take its place.
///
/// # Errors
/// `CannotWrite` when it cannot be moved.
pub fn make_room(path: &Path, made: &[u8]) -> Outcome<Option<PathBuf>> {
    match path.extension().and_then(OsStr::to_str) {
        Some("md" | "csv" | "txt") => move_unless(path, |there| there == made),
        _ => set_aside(path),
    }
}

fn move_unless(path: &Path, is_to_replace: impl Fn(&[u8]) -> bool) -> Outcome<Option<PathBuf>> {
    let Ok(bytes) = std::fs::read(path) else { return Ok(None) };
    if is_to_replace(&bytes) {
        return Ok(None);
    }
    let aside = free_name(path);
    std::fs::rename(path, &aside).map_err(|error| cannot_write(&path.display().to_string(), &error))?;
    Ok(Some(aside))
}

/// Returns the first of `manuscript-1.docx`, `manuscript-2.docx`, … that is not there.
fn free_name(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let ending = path.extension().unwrap_or_default().to_string_lossy();
    let named = |n: usize| path.with_file_name(format!("{stem}-{n}.{ending}"));
    (1..).map(named).find(|name| !name.exists()).unwrap_or_else(|| named(0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_moved_aside_where_it_is_another_and_pages_never() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::write(at("blad.md"), "ouder: ja").unwrap();
        assert_eq!(make_room(&at("blad.md"), b"ouder: ja").unwrap(), None);
        assert_eq!(make_room(&at("blad.md"), b"leeg").unwrap(), Some(at("blad-1.md")));
        std::fs::write(at("blad.md"), "kind: nee").unwrap();
        assert_eq!(make_room(&at("blad.md"), b"leeg").unwrap(), Some(at("blad-2.md")));
        assert_eq!(std::fs::read(at("blad-1.md")).unwrap(), b"ouder: ja");
        std::fs::write(at("report.html"), "oud").unwrap();
        assert_eq!(make_room(&at("report.html"), b"nieuw").unwrap(), None);
        assert_eq!(make_room(&at("nergens.docx"), b"").unwrap(), None);
    }
}
