//! The index on disk: a cache that is either whole and up to date, or brought up to date, or made again.
//!
//! ```text
//! <cache>/search/lock        held while an index is made or changed; the system lets go of it when a process dies
//! <cache>/search/index/      the index, with its `forms` and its `stamp`
//! <cache>/search/new/        an index being made; renamed to `index` when it is whole
//! ```
//!
//! The stamp says by which version the index was made, of which texts (by their hashes), and how long each of its files
//! is. It is removed before anything is changed and written last, when all files are on the disk, so an index that was
//! left half changed has none. A search reads the stamp and the lengths and not the whole index, which would cost more than
//! the search; that the words found stand where the index has them is checked when they are shown.
//!
//! Readers take no lock. What they read is checked (stamp before and after), so an index that is replaced under their
//! hands counts as none.

use crate::forms::Forms;
use crate::manifest::Manifest;
use crate::{analyser, schema};
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};
use std::time::Duration;
use tantivy::Index;

/// File in the index folder that says what the index was made from.
const STAMP: &str = "stamp";
/// File in the index folder with the forms of each stem.
const FORMS: &str = "forms";
/// How often, and with what pause, a process waits for another one that is at work on the index.
const PATIENCE: (u32, Duration) = (100, Duration::from_millis(10));

/// The place of an index on disk.
pub(crate) struct Cache {
    folder: PathBuf,
}

/// An index that was opened, and the texts that are in it.
pub(crate) struct Opened {
    pub(crate) index: Index,
    pub(crate) forms: Forms,
    pub(crate) manifest: Manifest,
}

/// Why there is no index to be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unusable {
    /// None was made yet.
    Missing,
    /// Another version of the program made it.
    OtherVersion,
    /// Its files are not those that were written.
    Damaged,
    /// So much has changed that making it anew is quicker than bringing it up to date.
    Outgrown,
}

/// The right to change the index; another process waits.
pub(crate) struct Guard(#[allow(dead_code, reason = "holding it is its use")] File);

impl Cache {
    pub(crate) fn new(cache_dir: &Path) -> Self {
        Self { folder: cache_dir.join("search") }
    }

    /// The folder of the index.
    pub(crate) fn index_dir(&self) -> PathBuf {
        self.folder.join("index")
    }

    /// Opens the index when it is whole and of this version.
    pub(crate) fn open(&self) -> Result<Opened, Unusable> {
        let dir = self.index_dir();
        let manifest = read_stamp(&dir)?;
        let damaged = |_| Unusable::Damaged;
        let mut index = Index::open_in_dir(&dir).map_err(damaged)?;
        index.set_tokenizers(analyser::analysers());
        let forms = fs::read_to_string(dir.join(FORMS)).map_err(|_| Unusable::Damaged)?;
        if read_stamp(&dir)? != manifest {
            return Err(Unusable::Damaged);
        }
        Ok(Opened { index, forms: Forms::from_text(forms), manifest })
    }

    /// Takes the right to change the index; waits while another process has it, and gives up after a second.
    pub(crate) fn lock(&self) -> std::io::Result<Option<Guard>> {
        fs::create_dir_all(&self.folder)?;
        let lock = File::create(self.folder.join("lock"))?;
        for _ in 0..PATIENCE.0 {
            match lock.try_lock() {
                Ok(()) => return Ok(Some(Guard(lock))),
                Err(TryLockError::WouldBlock) => std::thread::sleep(PATIENCE.1),
                Err(TryLockError::Error(error)) => return Err(error),
            }
        }
        Ok(None)
    }

    /// Makes an empty folder for an index that is to take the place of the one there is.
    pub(crate) fn begin(&self, _guard: &Guard) -> std::io::Result<PathBuf> {
        let new = self.folder.join("new");
        remove(&new)?;
        fs::create_dir(&new)?;
        Ok(new)
    }

    /// Puts a new index in its place.
    pub(crate) fn finish(&self, _guard: &Guard, forms: &Forms, manifest: &Manifest) -> std::io::Result<()> {
        let new = self.folder.join("new");
        write_forms(&new, forms)?;
        write_stamp(&new, manifest)?;
        let (current, old) = (self.index_dir(), self.folder.join("old"));
        remove(&old)?;
        if current.exists() {
            fs::rename(&current, &old)?;
        }
        fs::rename(&new, &current)?;
        // The new index stands; what is left of the old one is removed the next time at the latest.
        let _ = remove(&old);
        Ok(())
    }

    /// Says that the index is about to be changed: until [`Cache::changed`] it counts as damaged.
    pub(crate) fn change(&self, _guard: &Guard) -> std::io::Result<()> {
        remove(&self.index_dir().join(STAMP))
    }

    /// Says that a change of the index is complete.
    pub(crate) fn changed(&self, _guard: &Guard, forms: &Forms, manifest: &Manifest) -> std::io::Result<()> {
        write_forms(&self.index_dir(), forms)?;
        write_stamp(&self.index_dir(), manifest)
    }
}

/// What made the index: a line that no other version writes.
fn version() -> String {
    format!(
        "fields {}, analyser {}: {}; {}",
        schema::VERSION,
        analyser::VERSION,
        analyser::ALGORITHM,
        tantivy::version_string()
    )
}

fn read_stamp(dir: &Path) -> Result<Manifest, Unusable> {
    if !dir.exists() {
        return Err(Unusable::Missing);
    }
    let stamp = fs::read_to_string(dir.join(STAMP)).map_err(|_| Unusable::Damaged)?;
    let (found, rest) = stamp.split_once('\n').ok_or(Unusable::Damaged)?;
    if found != version() {
        return Err(Unusable::OtherVersion);
    }
    let (manifest, files) = rest.split_once("\n\n").ok_or(Unusable::Damaged)?;
    match list_files(dir) {
        Ok(own) if own == files => Manifest::read(manifest).ok_or(Unusable::Damaged),
        _ => Err(Unusable::Damaged),
    }
}

fn write_stamp(dir: &Path, manifest: &Manifest) -> std::io::Result<()> {
    let stamp = format!("{}\n{}\n\n{}", version(), manifest.write(), list_files(dir)?);
    write_whole(dir, STAMP, &stamp)
}

fn write_forms(dir: &Path, forms: &Forms) -> std::io::Result<()> {
    write_whole(dir, FORMS, forms.as_str())
}

/// Writes a file beside its place and moves it there, so that nobody reads half of it.
fn write_whole(dir: &Path, name: &str, text: &str) -> std::io::Result<()> {
    let beside = dir.join(format!(".{name}"));
    fs::write(&beside, text)?;
    fs::rename(beside, dir.join(name))
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
