//! Files of other programs: which they are, and reading them.

use super::Options;
use crate::files;
use crate::import::Request;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use draad_ingest::coded::{self, CodedFormat, CodedOptions, CodedProject};
use draad_store::FileUse;
use std::path::{Path, PathBuf};

/// The file that QualCoder puts into the folder of a project.
pub(crate) const DATA: &str = "data.qda";
/// Endings of files that are projects, or may be.
const ENDINGS: [&str; 16] = [
    "qdpx",
    "qde",
    "qdc",
    "qda",
    "sqlite",
    "sqlite3",
    "db",
    "rock",
    "rockproject",
    "txt",
    "md",
    "tsv",
    "tab",
    "csv",
    "xlsx",
    "xls",
];
/// A project as it was read.
pub(super) struct ReadProject {
    /// Its file, without folders; of a folder of QualCoder, the folder.
    pub(super) file: String,
    pub(super) hash: String,
    pub(super) project: CodedProject,
}

/// Returns whether a folder is a project of QualCoder.
pub(crate) fn is_folder_of_project(folder: &Path) -> bool {
    folder.join(DATA).is_file()
}

/// Returns what a file is, where its content tells that it holds coded material.
pub(crate) fn use_of(path: &Path) -> Option<FileUse> {
    let ending = path.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    if !ENDINGS.contains(&ending.as_str()) {
        return None;
    }
    let bytes = bytes(path).ok()?;
    coded::recognise(&name_of(path), &bytes).map(|format| match format {
        CodedFormat::SegmentTable | CodedFormat::CodebookTable | CodedFormat::CodeMatrix => FileUse::Segments,
        _ => FileUse::Project,
    })
}

/// Returns the name of a project: of its file, or of the folder of QualCoder in which it stands.
pub(crate) fn name_of(path: &Path) -> String {
    let is_data = path.file_name().is_some_and(|name| name == DATA);
    let folder = path.parent().and_then(Path::file_name).filter(|_| is_data);
    let name = folder.or(path.file_name()).unwrap_or(path.as_os_str());
    name.to_string_lossy().into_owned()
}

fn bytes(path: &Path) -> Outcome<Vec<u8>> {
    files::read(path, &path.display().to_string(), files::MAX_BYTES)
}

/// Reads a project, or a table of coded segments.
pub(super) fn read(study: &Study, request: &Request, path: &Path) -> Outcome<ReadProject> {
    let bytes = bytes(path)?;
    let file = name_of(path);
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let options = options(study, request)?;
    let mut project = coded::read_project(&file, &bytes, &options)?;
    if has_open_log(path) {
        project.diagnostics.push(Diagnostic::warning(Place::file(&file), Problem::ProjectOpenElsewhere));
    }
    Ok(ReadProject { file, hash, project })
}

/// Returns whether a log stands beside a database: what is in it is not in the file yet.
fn has_open_log(path: &Path) -> bool {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    std::fs::metadata(PathBuf::from(log)).is_ok_and(|log| log.len() > 0)
}

fn options(study: &Study, request: &Request) -> Outcome<CodedOptions> {
    let Options { codebook, positions, columns, pick, .. } = &request.coded;
    let mut names = match codebook {
        Some(path) => codes_in(path)?,
        None => Vec::new(),
    };
    let own = study.codebook.codes.values().flat_map(|code| [&code.name.nl, &code.name.en]);
    names.extend(own.filter(|name| !name.is_empty()).cloned());
    names.extend(study.codebook.codes.keys().map(ToString::to_string));
    Ok(CodedOptions {
        positions: positions.clone(),
        codebook: names,
        columns: columns.clone(),
        sheet: request.tables.sheet.clone(),
        date_order: request.assignment.date_order,
        project: pick.clone(),
    })
}

/// Returns the names of the codes in a codebook.
fn codes_in(path: &Path) -> Outcome<Vec<String>> {
    let project = coded::read_project(&name_of(path), &bytes(path)?, &CodedOptions::default())?;
    Ok(project.codes.into_iter().map(|code| code.name).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_of_qualcoder_gives_its_name() {
        assert_eq!(name_of(Path::new("x/mijn project.qda/data.qda")), "mijn project.qda");
        assert_eq!(name_of(Path::new("x/project.qdpx")), "project.qdpx");
        assert_eq!(name_of(Path::new("data.qda")), "data.qda");
    }

    #[test]
    fn a_log_beside_a_database_is_seen() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("p.sqlite3");
        std::fs::write(folder.path().join("p.sqlite3-wal"), "").unwrap();
        assert!(!has_open_log(&path));
        std::fs::write(folder.path().join("p.sqlite3-wal"), "x").unwrap();
        assert!(has_open_log(&path));
    }
}
