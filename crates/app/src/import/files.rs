//! Which files an import is about: those named, and those in the folders named.

use crate::coded;
use draad_core::diagnostic::Outcome;
use std::path::{Path, PathBuf};

/// Endings of files that programs leave lying about.
const LITTER: [&str; 4] = ["thumbs.db", "desktop.ini", "icon\r", "__macosx"];

/// A file, and how it was come by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Found {
    /// Where it is.
    pub(super) path: PathBuf,
    /// The folder that was named and in which it was found; nothing when the file itself was named.
    pub(super) root: Option<PathBuf>,
}

impl Found {
    /// Returns the folders between the named one and the file, the named one included.
    pub(super) fn folders(&self) -> Vec<String> {
        let Some(root) = &self.root else { return Vec::new() };
        let inside = self.path.parent().and_then(|parent| parent.strip_prefix(root).ok());
        let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
        let below = inside.into_iter().flat_map(|path| path.iter());
        name(root).into_iter().chain(below.map(|part| part.to_string_lossy().into_owned())).collect()
    }
}

/// Returns the files among `paths` and in the folders among them, in order of name within each folder. Hidden files,
/// the lock files of Office, other litter and folders that are studies themselves are passed over.
///
/// # Errors
/// `CannotRead` for a folder that cannot be read.
pub(super) fn find(paths: &[PathBuf]) -> Outcome<Vec<Found>> {
    let mut found = Vec::new();
    for path in paths {
        if path.is_dir() {
            walk(path, path, &mut found)?;
        } else {
            found.push(Found { path: path.clone(), root: None });
        }
    }
    Ok(found)
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Found>) -> Outcome<()> {
    if draad_store::is_study(folder) {
        return Ok(());
    }
    if coded::is_folder_of_project(folder) {
        // The other files in it belong to the project.
        found.push(Found { path: folder.join(coded::DATA), root: Some(root.to_owned()) });
        return Ok(());
    }
    let unreadable = |error| draad_store::cannot_read(&folder.display().to_string(), &error);
    let mut entries = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        entries.push(entry.map_err(unreadable)?.path());
    }
    entries.sort();
    for path in entries.into_iter().filter(|path| !is_litter(path)) {
        // A link to a folder may lead back here.
        if path.is_dir() && !path.is_symlink() {
            walk(root, &path, found)?;
        } else if path.is_file() {
            found.push(Found { path, root: Some(root.to_owned()) });
        }
    }
    Ok(())
}

fn is_litter(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
    name.starts_with('.') || name.starts_with("~$") || LITTER.contains(&name.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_files_but_no_litter_and_no_studies() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("materiaal");
        for file in
            ["p01/a.docx", "p01/~$a.docx", ".DS_Store", "b.txt", "studie/study.toml", "studie/sources/x.txt"]
        {
            let path = root.join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        let found = find(&[root.clone(), root.join("b.txt")]).unwrap();
        let names: Vec<_> =
            found.iter().map(|one| (one.path.strip_prefix(&root).unwrap(), one.folders())).collect();
        assert_eq!(
            names,
            [
                (Path::new("b.txt"), vec!["materiaal".to_owned()]),
                (Path::new("p01/a.docx"), vec!["materiaal".to_owned(), "p01".to_owned()]),
                (Path::new("b.txt"), vec![]),
            ]
        );
    }
}
