//! Writing one file so that at every moment either the old or the new content is there.

use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};

/// New content that stands on disk beside the file it will replace.
#[derive(Debug)]
pub(crate) struct Staged {
    temporary: PathBuf,
    target: PathBuf,
}

/// Writes `bytes` beside `target`, through to the disk; [`Staged::put`] moves them into place.
pub(crate) fn stage(target: &Path, bytes: &[u8]) -> io::Result<Staged> {
    let staged = beside(target)?;
    let synced = staged.fill(bytes).and_then(|file| file.sync_all());
    synced.inspect_err(|_| staged.discard())?;
    Ok(staged)
}

/// Makes the folder of `target` and names a place beside it.
fn beside(target: &Path) -> io::Result<Staged> {
    let folder = target.parent().ok_or(ErrorKind::InvalidInput)?;
    if target.is_dir() {
        return Err(ErrorKind::IsADirectory.into());
    }
    fs::create_dir_all(folder)?;
    let temporary = folder.join(format!("{}{}", temporary_prefix(target), std::process::id()));
    Ok(Staged { temporary, target: target.to_owned() })
}

impl Staged {
    fn fill(&self, bytes: &[u8]) -> io::Result<File> {
        let mut file = File::create(&self.temporary)?;
        file.write_all(bytes)?;
        if let Ok(existing) = fs::metadata(&self.target) {
            file.set_permissions(existing.permissions())?;
        }
        Ok(file)
    }

    /// Moves the new content into place.
    pub(crate) fn put(&self) -> io::Result<()> {
        fs::rename(&self.temporary, &self.target)
    }

    /// Removes the new content; that it is gone already is fine.
    pub(crate) fn discard(&self) {
        let _ = fs::remove_file(&self.temporary);
    }
}

/// Writes one file atomically.
pub(crate) fn write(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let staged = stage(target, bytes)?;
    staged.put().inspect_err(|_| staged.discard())
}

/// Writes one file atomically, without waiting for the disk: for what can be made again.
pub(crate) fn write_unsynced(target: &Path, bytes: &[u8]) -> io::Result<()> {
    let staged = beside(target)?;
    let written = staged.fill(bytes).map(drop).and_then(|()| staged.put());
    written.inspect_err(|_| staged.discard())
}

/// Writes a file that a user named, outside any study, atomically; folders on the way are made.
///
/// # Errors
/// `CannotWrite`, `DiskFull`.
pub fn write_file(target: &Path, bytes: &[u8]) -> Outcome<()> {
    write(target, bytes).map_err(|error| cannot_write(&target.display().to_string(), &error))
}

/// Writes files that a user named, outside any study: all of them, or none where one of them cannot be written. Folders on
/// the way are made.
///
/// # Errors
/// `CannotWrite`, `DiskFull`.
pub fn write_files(files: &[(PathBuf, Vec<u8>)]) -> Outcome<()> {
    let mut staged: Vec<Staged> = Vec::with_capacity(files.len());
    for (target, bytes) in files {
        match stage(target, bytes) {
            Ok(one) => staged.push(one),
            Err(error) => {
                staged.iter().for_each(Staged::discard);
                return Err(cannot_write(&target.display().to_string(), &error));
            }
        }
    }
    for (place, one) in staged.iter().enumerate() {
        if let Err(error) = one.put() {
            staged[place..].iter().for_each(Staged::discard);
            return Err(cannot_write(&one.target.display().to_string(), &error));
        }
    }
    Ok(())
}

/// Removes what an interrupted [`stage`] has left beside each of these files.
pub(crate) fn sweep(targets: impl IntoIterator<Item = PathBuf>) {
    let mut folders: BTreeMap<PathBuf, BTreeSet<String>> = BTreeMap::new();
    for target in targets {
        if let Some(folder) = target.parent() {
            folders.entry(folder.to_owned()).or_default().insert(temporary_prefix(&target));
        }
    }
    for (folder, prefixes) in folders {
        for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
            let name = entry.file_name().to_string_lossy().into_owned();
            let prefix = name.trim_end_matches(|c: char| c.is_ascii_digit());
            if prefix.len() < name.len() && prefixes.contains(prefix) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

fn temporary_prefix(target: &Path) -> String {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    format!(".{name}.draad-")
}

/// Makes the renames in a folder lasting, where the system can.
pub(crate) fn sync_folder(folder: &Path) {
    if let Ok(folder) = File::open(folder) {
        let _ = folder.sync_all();
    }
}

/// Says that a file could not be written.
pub fn cannot_write(path: &str, error: &io::Error) -> Box<Diagnostic> {
    let problem = match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Problem::DiskFull,
        _ => Problem::CannotWrite { reason: reason(error) },
    };
    Box::new(Diagnostic::error(Place::file(path), problem))
}

/// Says that a file could not be read.
pub fn cannot_read(path: &str, error: &io::Error) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::file(path), Problem::CannotRead { reason: reason(error) }))
}

/// Names the common reasons, so that they can be said in the user's language; others are said as the system says them.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        ErrorKind::NotFound => "not-found".to_owned(),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => "not-allowed".to_owned(),
        ErrorKind::IsADirectory => "a-folder".to_owned(),
        ErrorKind::NotADirectory | ErrorKind::AlreadyExists => "not-a-folder".to_owned(),
        ErrorKind::InvalidFilename => "bad-name".to_owned(),
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "in-use".to_owned(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_is_told_apart() {
        let full = cannot_write("cases.csv", &ErrorKind::StorageFull.into());
        assert_eq!(full.problem, Problem::DiskFull);
        let other = cannot_write("cases.csv", &ErrorKind::PermissionDenied.into());
        assert!(matches!(other.problem, Problem::CannotWrite { .. }));
    }

    #[test]
    fn of_several_files_all_are_written_or_none() {
        let folder = tempfile::tempdir().unwrap();
        let [old, new, below] =
            ["old.csv", "sub/new.csv", "old.csv/below.csv"].map(|name| folder.path().join(name));
        write(&old, b"old").unwrap();
        let files = [(old.clone(), b"1".to_vec()), (new.clone(), b"2".to_vec()), (below, b"3".to_vec())];
        let failure = write_files(&files).unwrap_err();
        assert!(matches!(failure.problem, Problem::CannotWrite { .. }));
        assert_eq!((fs::read(&old).unwrap(), new.exists()), (b"old".to_vec(), false));
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2);
        write_files(&files[..2]).unwrap();
        assert_eq!((fs::read(&old).unwrap(), fs::read(&new).unwrap()), (b"1".to_vec(), b"2".to_vec()));
    }

    #[test]
    fn what_an_interrupted_write_left_is_swept_away() {
        let folder = tempfile::tempdir().unwrap();
        let target = folder.path().join("cases.csv");
        write(&target, b"old").unwrap();
        let staged = stage(&target, b"new").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"old");
        drop(staged);
        let bystanders =
            [".cases.csv.draad-", ".cases.csv.draad-7x", ".codebook.csv.draad-7", "cases.csv.draad-7"];
        for name in bystanders {
            fs::write(folder.path().join(name), b"").unwrap();
        }
        sweep([target]);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1 + bystanders.len());
    }
}
