//! Where an export goes, and what it may not touch.

use crate::Project;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::Format;

/// Folders of a study in which only the study's own files stand.
const OWN_FOLDERS: [&str; 10] = [
    "sources",
    "units",
    "codings",
    "memos",
    "findings",
    "proposals",
    "adjudication",
    "unanchored",
    "imports",
    ".draad",
];

/// How many files a refusal names.
const SHOWN: usize = 5;
/// How many files of a folder are looked at: more than an export writes.
const MAX_SEEN: usize = 100_000;

/// What the name of a loss report ends in.
const LOSS_REPORT: &str = "-loss-report.txt";

/// Where an export goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    /// The file or folder.
    pub(super) path: PathBuf,
    /// The format.
    pub(super) format: Format,
    /// Whether it is one file; otherwise it is a folder of files.
    pub(super) is_file: bool,
}

impl Target {
    /// Works out the format and the path. A path without an ending is a folder: of the format that it is the name of, or else
    /// of CSV files.
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
            _ => named_by(path).unwrap_or(Format::Csv),
        };
        let is_zip = format == Format::Archive && ending.as_deref() == Some("zip") && !is_folder;
        let is_file = is_zip || format.ending().is_some();
        if !is_file && ending.as_deref().is_some_and(is_file_ending) && !is_folder {
            return fails(path, Problem::ExportNeedsFolder { format: <&str>::from(format).to_owned() });
        }
        let path = match format.ending() {
            Some(needed) if ending.as_deref() != Some(&needed.to_lowercase()) => {
                path.with_file_name(named(path, &format!(".{needed}")))
            }
            _ => path.to_owned(),
        };
        Ok(Self { path, format, is_file })
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

    /// Refuses a folder that holds files which the export does not write: an older export of the whole study beside a
    /// filtered one would give away what the filter leaves out.
    ///
    /// # Errors
    /// `ExportAmongOthers`.
    pub(super) fn check_others(&self, files: &[(PathBuf, Vec<u8>)]) -> Outcome<()> {
        if self.is_file {
            return Ok(());
        }
        let written: BTreeSet<&Path> = files.iter().map(|(path, _)| path.as_path()).collect();
        let others: Vec<PathBuf> =
            files_below(&self.path).into_iter().filter(|path| !written.contains(path.as_path())).collect();
        if others.is_empty() {
            return Ok(());
        }
        let name = |path: &PathBuf| path.strip_prefix(&self.path).unwrap_or(path).display().to_string();
        let shown: Vec<String> = others.iter().take(SHOWN).map(name).collect();
        fails(&self.path, Problem::ExportAmongOthers { n_files: others.len(), files: shown.join(", ") })
    }

    /// Returns where the file of this name stands: in the folder, or else the file itself.
    pub(super) fn file(&self, name: &str) -> PathBuf {
        if self.is_file { self.path.clone() } else { self.path.join(name) }
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

/// Returns the files in a folder and those in it, sorted; hidden ones, which systems put there, aside. Links are not
/// followed.
fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).into_iter().flatten().flatten() {
            let is_hidden = entry.file_name().to_string_lossy().starts_with('.');
            match entry.file_type() {
                _ if is_hidden || files.len() >= MAX_SEEN => {}
                Ok(kind) if kind.is_dir() => folders.push(entry.path()),
                _ => files.push(entry.path()),
            }
        }
    }
    files.sort_unstable();
    files
}

/// Returns the format of which a path is the name and nothing more; `./csv` is a folder somebody calls so.
fn named_by(path: &Path) -> Option<Format> {
    path.to_str()?.trim_end_matches(['/', '\\']).parse().ok()
}

fn fails<T>(path: &Path, problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::file(path.display().to_string()), problem)))
}

fn unknown(ending: &str) -> Problem {
    match ending {
        "csv" | "parquet" | "r" | "rock" => {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bare_name_of_a_format_is_that_format() {
        let format = |path: &str| Target::new(Path::new(path), None).unwrap().format;
        assert_eq!(["parquet", "parquet/", "qca", "rock"].map(format), {
            use Format::*;
            [Parquet, Parquet, Qca, Rock]
        });
        assert_eq!(["./parquet", "uit/parquet", "parquet-2", "Parquet"].map(format), [Format::Csv; 4]);
        let target = Target::new(Path::new("xlsx"), None).unwrap();
        assert_eq!((target.path.as_path(), target.is_file), (Path::new("xlsx.xlsx"), true));
        let told = Target::new(Path::new("parquet"), Some(Format::Csv)).unwrap();
        assert_eq!((told.format, told.path.as_path()), (Format::Csv, Path::new("parquet")));
    }

    #[test]
    fn a_folder_with_files_of_another_export_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        std::fs::create_dir(at("texts")).unwrap();
        for name in ["cases.csv", ".hidden", "texts/p01.txt", "texts/p02.txt"] {
            std::fs::write(at(name), b"").unwrap();
        }
        let target = Target::new(folder.path(), Some(Format::Csv)).unwrap();
        let file = |name: &str| (at(name), Vec::new());
        let all = [file("cases.csv"), file("texts/p01.txt"), file("texts/p02.txt"), file("new.csv")];
        assert!(target.check_others(&all).is_ok());
        let refused = target.check_others(&all[..2]).unwrap_err();
        let Problem::ExportAmongOthers { n_files, files } = refused.problem else { panic!() };
        assert_eq!((n_files, Path::new(&files)), (1, Path::new("texts").join("p02.txt").as_path()));
    }
}
