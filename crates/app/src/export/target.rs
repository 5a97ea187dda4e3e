//! Where an export goes, and what it may not touch.

use crate::Project;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::Format;

/// Folders of a study in which only the study's own files stand.
const OWN_FOLDERS: [&str; 8] =
    ["sources", "units", "codings", "memos", "findings", "unanchored", "imports", ".draad"];

/// What the name of a loss report ends in.
const LOSS_REPORT: &str = "-loss-report.txt";

/// Where an export goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The file or folder.
    pub(super) path: PathBuf,
    /// The format.
    pub(super) format: Format,
}

impl Target {
    /// Works out the format and the path. A path without an ending is a folder.
    ///
    /// # Errors
    /// `ExportFormatUnknown`, `ExportNeedsFolder`.
    pub(super) fn new(path: &Path, format: Option<Format>) -> Outcome<Self> {
        let ending = path.extension().and_then(OsStr::to_str).map(str::to_lowercase);
        let is_folder = path.is_dir() || path.as_os_str().to_string_lossy().ends_with(['/', '\\']);
        let format = match (format, ending.as_deref()) {
            (Some(format), _) => format,
            (None, Some(ending)) if !is_folder => match Format::with_ending(ending) {
                Some(format) => format,
                None => return fails(path, unknown(ending)),
            },
            _ => Format::Csv,
        };
        if format.ending().is_none() && ending.as_deref().is_some_and(is_file_ending) && !is_folder {
            return fails(path, Problem::ExportNeedsFolder { format: <&str>::from(format).to_owned() });
        }
        let path = match format.ending() {
            Some(needed) if ending.as_deref() != Some(&needed.to_lowercase()) => {
                path.with_file_name(named(path, &format!(".{needed}")))
            }
            _ => path.to_owned(),
        };
        Ok(Self { path, format })
    }

    /// Refuses a place where something stands already, unless it may be replaced, and places of the study itself.
    ///
    /// # Errors
    /// `ExportExists`, `ExportIntoStudy`.
    pub(super) fn check(
        &self,
        project: &Project,
        files: &[(PathBuf, Vec<u8>)],
        replace: bool,
    ) -> Outcome<()> {
        let root = whole(project.folder.root());
        let target = whole(&self.path);
        let is_own = |place: &Path| {
            place == root || OWN_FOLDERS.iter().any(|folder| place.starts_with(root.join(folder)))
        };
        if is_own(&target) {
            return fails(&self.path, Problem::ExportIntoStudy);
        }
        let holds_something =
            |folder: &Path| std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
        let is_taken = self.path.is_file() || holds_something(&self.path);
        let taken = files.iter().map(|(path, _)| path).find(|path| path.exists());
        match taken.or(is_taken.then_some(&self.path)) {
            Some(path) if !replace => fails(path, Problem::ExportExists),
            _ => Ok(()),
        }
    }

    /// Returns where the file of this name stands: in the folder, or else the file itself.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        if self.format.ending().is_some() { self.path.clone() } else { self.path.join(name) }
    }

    /// Returns where the loss report stands: beside the export, with its whole name, so that exports in several formats
    /// each have their own.
    pub(super) fn loss_report(&self, study_id: &str) -> PathBuf {
        match self.path.file_name() {
            Some(_) => self.path.with_file_name(named(&self.path, LOSS_REPORT)),
            None => self.path.join(format!("{study_id}{LOSS_REPORT}")),
        }
    }
}

fn fails<T>(path: &Path, problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::file(path.display().to_string()), problem)))
}

fn unknown(ending: &str) -> Problem {
    match ending {
        "csv" | "parquet" | "rock" => {
            let format = ending.to_owned();
            Problem::ExportNeedsFolder { format }
        }
        other => Problem::ExportFormatUnknown { ending: other.to_owned(), known: Format::names() },
    }
}

/// Whether an ending is that of a file that an export could be taken for.
fn is_file_ending(ending: &str) -> bool {
    matches!(ending, "csv" | "parquet" | "rock" | "r" | "txt" | "json")
        || Format::with_ending(ending).is_some()
}

fn named(path: &Path, suffix: &str) -> String {
    format!("{}{suffix}", path.file_name().unwrap_or_default().to_string_lossy())
}

/// Returns a path from the root on, links resolved as far as it exists.
fn whole(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut missing = Vec::new();
    let mut known = absolute.as_path();
    loop {
        if let Ok(found) = known.canonicalize() {
            return missing.iter().rev().fold(found, |path, name| path.join(name));
        }
        match (known.parent(), known.file_name()) {
            (Some(parent), Some(name)) => {
                missing.push(name.to_owned());
                known = parent;
            }
            _ => return absolute,
        }
    }
}
