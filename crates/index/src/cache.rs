//! The index on disk: a cache that is either whole and up to date, or made again.
//!
//! ```text
//! <cache>/search/lock        held while an index is made; the system lets go of it when a process dies
//! <cache>/search/index/      the index, with its `stamp`
//! <cache>/search/new/        an index being made; renamed to `index` when it is whole
//! ```
//!
//! The stamp says what the index was made from and how long each of its files is; it is written last, when the files are
//! on the disk. A search reads the stamp and the lengths and not the whole index, which would cost more than the search.
//!
//! Readers take no lock. What they read is checked (stamp before and after), so an index that is replaced under their
//! hands counts as none.

use crate::{analyser, schema};
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use tantivy::{Index, TantivyError};

/// File in the index folder that says what the index was made from, and then the length and name of each file.
const STAMP: &str = "stamp";

/// The place of an index on disk, and what must have made it.
pub(crate) struct Cache {
    folder: PathBuf,
    stamp: String,
}

impl Cache {
    pub(crate) fn new(cache_dir: &Path, fingerprint: &str) -> Self {
        Self {
            folder: cache_dir.join("search"),
            stamp: format!(
                "fields {}\nanalyser {}: {}\n{}\nstudy {fingerprint}\n",
                schema::VERSION,
                analyser::VERSION,
                analyser::ALGORITHM,
                tantivy::version_string(),
            ),
        }
    }

    /// Opens the index when it is whole and has the right stamp.
    pub(crate) fn open(&self) -> tantivy::Result<Index> {
        let dir = self.folder.join("index");
        self.check_stamp(&dir)?;
        let mut index = Index::open_in_dir(&dir)?;
        index.set_tokenizers(analyser::analysers());
        self.check_stamp(&dir)?;
        Ok(index)
    }

    fn check_stamp(&self, dir: &Path) -> tantivy::Result<()> {
        let found = fs::read_to_string(dir.join(STAMP))?;
        let files = found.strip_prefix(&self.stamp).ok_or_else(|| unusable("out of date"))?;
        if files == list_files(dir)? { Ok(()) } else { Err(unusable("damaged")) }
    }

    /// Makes the index anew with `build` and puts it in the place of the old one. Returns nothing when another process
    /// is doing so.
    pub(crate) fn rebuild(
        &self,
        build: impl FnOnce(&Path) -> tantivy::Result<Index>,
    ) -> tantivy::Result<Option<Index>> {
        fs::create_dir_all(&self.folder)?;
        let lock = File::create(self.folder.join("lock"))?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Ok(None),
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        if let Ok(made_meanwhile) = self.open() {
            return Ok(Some(made_meanwhile));
        }
        let new = self.folder.join("new");
        remove(&new)?;
        fs::create_dir(&new)?;
        drop(build(&new)?);
        fs::write(new.join(STAMP), format!("{}{}", self.stamp, list_files(&new)?))?;
        self.replace_with(&new)?;
        self.open().map(Some)
    }

    fn replace_with(&self, new: &Path) -> std::io::Result<()> {
        let (current, old) = (self.folder.join("index"), self.folder.join("old"));
        remove(&old)?;
        if current.exists() {
            fs::rename(&current, &old)?;
        }
        fs::rename(new, &current)?;
        // The new index stands; what is left of the old one is removed the next time at the latest.
        let _ = remove(&old);
        Ok(())
    }
}

/// Returns the length and name of each file of an index, sorted by name; without the stamp, and without the files that
/// only serve to make an index.
fn list_files(dir: &Path) -> std::io::Result<String> {
    let mut files = BTreeMap::new();
    for entry in fs::read_dir(dir)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name != STAMP && !name.starts_with('.') {
            files.insert(name, entry.metadata()?.len());
        }
    }
    Ok(files.into_iter().map(|(name, length)| format!("{length} {name}\n")).collect())
}

/// Removes a folder or a file in its place, if there is one.
fn remove(path: &Path) -> std::io::Result<()> {
    match fs::symlink_metadata(path) {
        Ok(found) if found.is_dir() => fs::remove_dir_all(path),
        Ok(_) => fs::remove_file(path),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(error),
    }
}

fn unusable(why: &str) -> TantivyError {
    TantivyError::SystemError(format!("the index is {why}"))
}
