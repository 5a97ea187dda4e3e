//! The output folder of a study: which files stand in it, and writing them.
//!
//! Outputs can be made again, so they are written beside their place and renamed, as all files are, but not forced through to
//! the disk one by one: after a power cut, `draad run --all` makes all of them anew.
//!
//! What a file holds is known by its hash. A file that has the size and the time of change at which it was hashed before is not
//! read again; stamps of both stand in `.draad/`, where they can be lost without harm. So a folder that a synchronising
//! program keeps elsewhere is not fetched to find out that nothing has changed.

use crate::folder::{StudyFolder, check_inside};
use crate::{atomic, paths};
use draad_core::diagnostic::Outcome;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, Metadata};
use std::io::{self, ErrorKind};
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::UNIX_EPOCH;

/// Where the stamps stand, under `.draad/`.
const STAMPS: &str = "outputs.json";

/// The output folder of a study.
#[derive(Debug)]
pub struct Outputs {
    folder: StudyFolder,
    known: BTreeMap<String, Stamp>,
    seen: Mutex<BTreeMap<String, Stamp>>,
}

/// What a file was like when it was hashed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    /// Bytes.
    size: u64,
    /// Nanoseconds since 1970.
    modified: u64,
    /// BLAKE3, hexadecimal.
    hash: String,
}

impl Stamp {
    /// Returns whether a file is as it was then.
    fn fits(&self, found: &Metadata) -> bool {
        self.size == found.len() && Some(self.modified) == modified(found)
    }
}

fn modified(found: &Metadata) -> Option<u64> {
    let since = found.modified().ok()?.duration_since(UNIX_EPOCH).ok()?;
    u64::try_from(since.as_nanos()).ok()
}

impl StudyFolder {
    /// Returns the output folder. Files that have not changed since they were last hashed are taken for what they were, unless
    /// all have to be read.
    pub fn outputs(&self, reads_all: bool) -> Outputs {
        let stamps = || serde_json::from_slice(&fs::read(self.hidden(STAMPS)).ok()?).ok();
        let known = if reads_all { None } else { stamps() };
        Outputs { folder: self.clone(), known: known.unwrap_or_default(), seen: Mutex::default() }
    }
}

impl Outputs {
    /// Returns where the folder stands on this machine.
    pub fn folder(&self) -> PathBuf {
        self.folder.path(paths::OUTPUT)
    }

    /// Returns where a file stands on this machine.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.folder().join(relative)
    }

    /// Makes the folder, where it is not there yet.
    ///
    /// # Errors
    /// `CannotWrite`, `DiskFull`.
    pub fn prepare(&self) -> Outcome<()> {
        fs::create_dir_all(self.folder()).map_err(|error| atomic::cannot_write(paths::OUTPUT, &error))
    }

    /// Removes a file, and folders that are empty without it; that it is gone already is fine.
    ///
    /// # Errors
    /// `CannotWrite`, also for a path that would leave `output/`.
    pub fn remove(&self, relative: &str) -> Outcome<()> {
        self.folder.remove_output(relative)?;
        self.seen().remove(relative);
        let (root, path) = (self.folder(), self.path(relative));
        let above = path.ancestors().skip(1).take_while(|folder| *folder != root);
        // a folder with anything in it cannot be removed
        let _ = above.map(fs::remove_dir).take_while(Result::is_ok).count();
        Ok(())
    }

    /// Returns the hash of a file (BLAKE3, hexadecimal); nothing when it is not there or cannot be read.
    pub fn hash(&self, relative: &str) -> Option<String> {
        let path = self.path(relative);
        let found = fs::metadata(&path).ok().filter(Metadata::is_file)?;
        if let Some(stamp) = self.stamp(relative).filter(|stamp| stamp.fits(&found)) {
            let hash = stamp.hash.clone();
            self.seen().insert(relative.to_owned(), stamp);
            return Some(hash);
        }
        let hash = blake3::hash(&fs::read(path).ok()?).to_hex().to_string();
        self.remember(relative, &found, &hash);
        Some(hash)
    }

    /// Writes a file of which `hash` is the hash; at every moment either the old or the new one is there. One that is protected
    /// against change stays as it is, on every system.
    ///
    /// # Errors
    /// `CannotWrite`, also for a path that would leave `output/`; `DiskFull`.
    pub fn write(&self, relative: &str, bytes: &[u8], hash: &str) -> Outcome<()> {
        let path = format!("{}/{relative}", paths::OUTPUT);
        check_inside(paths::is_inside(relative), &path)?;
        let target = self.path(relative);
        let is_protected = fs::metadata(&target).is_ok_and(|found| found.permissions().readonly());
        let written = if is_protected {
            Err(io::Error::from(ErrorKind::PermissionDenied))
        } else {
            atomic::write_unsynced(&target, bytes)
        };
        written.map_err(|error| atomic::cannot_write(&path, &error))?;
        if let Ok(found) = fs::metadata(target) {
            self.remember(relative, &found, hash);
        }
        Ok(())
    }

    /// Removes what interrupted writing has left beside these files.
    pub fn sweep<'n>(&self, relative: impl IntoIterator<Item = &'n str>) {
        atomic::sweep(relative.into_iter().map(|name| self.path(name)));
    }

    /// Keeps what is known of the files that were asked for or written, for the next time; without it they are read again.
    pub fn keep_stamps(&self) {
        let seen = self.seen();
        if *seen != self.known
            && let Ok(text) = serde_json::to_vec(&*seen)
        {
            let _ = atomic::write_unsynced(&self.folder.hidden(STAMPS), &text);
        }
    }

    fn stamp(&self, relative: &str) -> Option<Stamp> {
        self.seen().get(relative).or_else(|| self.known.get(relative)).cloned()
    }

    fn remember(&self, relative: &str, found: &Metadata, hash: &str) {
        if let Some(modified) = modified(found) {
            let stamp = Stamp { size: found.len(), modified, hash: hash.to_owned() };
            self.seen().insert(relative.to_owned(), stamp);
        }
    }

    fn seen(&self) -> MutexGuard<'_, BTreeMap<String, Stamp>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Problem;
    use std::fs::{File, FileTimes};
    use std::time::{Duration, SystemTime};

    fn hash(bytes: &[u8]) -> String {
        blake3::hash(bytes).to_hex().to_string()
    }

    fn study() -> (tempfile::TempDir, StudyFolder) {
        let place = tempfile::tempdir().unwrap();
        let folder = StudyFolder::at(place.path());
        (place, folder)
    }

    fn set_time(path: PathBuf, time: SystemTime) {
        File::options()
            .write(true)
            .open(path)
            .unwrap()
            .set_times(FileTimes::new().set_modified(time))
            .unwrap();
    }

    #[test]
    fn a_file_is_known_by_its_size_and_time_and_otherwise_read() {
        let (_place, folder) = study();
        let outputs = folder.outputs(false);
        outputs.write("tables/a.csv", b"one", &hash(b"one")).unwrap();
        outputs.keep_stamps();
        let path = outputs.path("tables/a.csv");
        let then = fs::metadata(&path).unwrap().modified().unwrap();
        assert_eq!(folder.outputs(false).hash("tables/a.csv"), Some(hash(b"one")));

        fs::write(&path, b"two").unwrap();
        set_time(path.clone(), then + Duration::from_millis(20));
        assert_eq!(folder.outputs(false).hash("tables/a.csv"), Some(hash(b"two")), "the time differs");
        fs::write(&path, b"three").unwrap();
        set_time(path.clone(), then);
        assert_eq!(folder.outputs(false).hash("tables/a.csv"), Some(hash(b"three")), "the size differs");
        fs::write(&path, b"two").unwrap();
        set_time(path.clone(), then);
        assert_eq!(
            folder.outputs(false).hash("tables/a.csv"),
            Some(hash(b"one")),
            "this is what stamps cannot tell"
        );
        assert_eq!(folder.outputs(true).hash("tables/a.csv"), Some(hash(b"two")), "and reading can");

        fs::remove_file(&path).unwrap();
        assert_eq!(folder.outputs(false).hash("tables/a.csv"), None);
    }

    #[test]
    fn stamps_that_are_gone_or_spoilt_do_no_harm() {
        let (_place, folder) = study();
        let outputs = folder.outputs(false);
        outputs.write("a.csv", b"one", &hash(b"one")).unwrap();
        assert_eq!(folder.outputs(false).hash("a.csv"), Some(hash(b"one")));
        outputs.keep_stamps();
        fs::write(folder.hidden(STAMPS), "{").unwrap();
        assert_eq!(folder.outputs(false).hash("a.csv"), Some(hash(b"one")));
    }

    #[test]
    fn a_protected_file_stays_as_it_is() {
        let (_place, folder) = study();
        let outputs = folder.outputs(false);
        outputs.write("a.csv", b"one", &hash(b"one")).unwrap();
        let path = outputs.path("a.csv");
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).unwrap();
        let failure = outputs.write("a.csv", b"two", &hash(b"two")).unwrap_err();
        assert_eq!(failure.place.file, "output/a.csv");
        assert!(matches!(&failure.problem, Problem::CannotWrite { reason } if reason == "not-allowed"));
        assert_eq!(fs::read(&path).unwrap(), b"one");
        assert!(outputs.write("../a.csv", b"x", "").is_err());
    }

    #[test]
    fn leftovers_of_an_interrupted_run_are_swept_away() {
        let (_place, folder) = study();
        let outputs = folder.outputs(false);
        outputs.write("figures/a.svg", b"one", &hash(b"one")).unwrap();
        fs::write(outputs.path("figures/.a.svg.draad-123"), b"half").unwrap();
        outputs.sweep(["figures/a.svg", "tables/never.csv"]);
        assert_eq!(fs::read_dir(outputs.path("figures")).unwrap().count(), 1);
    }

    #[test]
    fn folders_go_with_their_last_file() {
        let (_place, folder) = study();
        let outputs = folder.outputs(false);
        for name in ["cases/p01/a.svg", "cases/p02/a.svg"] {
            outputs.write(name, b"one", &hash(b"one")).unwrap();
        }
        outputs.remove("cases/p01/a.svg").unwrap();
        assert!(!outputs.path("cases/p01").exists() && outputs.path("cases/p02/a.svg").exists());
        outputs.remove("cases/p02/a.svg").unwrap();
        outputs.remove("cases/p02/a.svg").unwrap();
        assert!(!outputs.path("cases").exists() && outputs.folder().exists());
    }
}
