//! What the files of a study look like from outside: enough to see that nothing changed, without reading them.

use crate::StudyFolder;
use std::ffi::OsStr;
use std::fs;
use std::path::PathBuf;
use std::time::{Duration, SystemTime};

/// The folder of a study with what is made of it.
const MADE: &str = "output";

/// How long ago a file must have changed for its time to say anything: within this, some disks give two changes one time.
const SETTLED: Duration = Duration::from_secs(2);

/// The names, sizes and times of change of the files of a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    files: Vec<(PathBuf, u64, Option<SystemTime>)>,
    taken: SystemTime,
}

impl Stamp {
    /// Looks at the files of a study. What cannot be looked at counts as not there.
    pub fn of(folder: &StudyFolder) -> Self {
        let (root, taken) = (folder.root(), SystemTime::now());
        let mut files = Vec::new();
        let mut folders = vec![root.to_owned()];
        while let Some(next) = folders.pop() {
            if next.parent() == Some(root) && next.file_name().is_some_and(is_beside) {
                continue;
            }
            for entry in fs::read_dir(&next).into_iter().flatten().flatten() {
                match fs::metadata(entry.path()) {
                    Ok(found) if found.is_dir() => folders.push(entry.path()),
                    Ok(found) => files.push((entry.path(), found.len(), found.modified().ok())),
                    Err(_) => {}
                }
            }
        }
        files.sort_unstable();
        Self { files, taken }
    }

    /// Returns whether the files are as they were at an `earlier` look, and had been left alone long enough by then for that to be
    /// certain.
    pub fn is_still(&self, earlier: &Self) -> bool {
        let is_settled = |modified: &Option<SystemTime>| {
            modified.is_some_and(|modified| modified + SETTLED < earlier.taken)
        };
        self.files == earlier.files && earlier.files.iter().all(|(_, _, modified)| is_settled(modified))
    }
}

/// Whether a folder at the top of a study holds nothing a result can rest on: what is made, and what hidden folders hold, be it
/// ours, of a version control system or an environment of Python, which can have more files than the study.
fn is_beside(name: &OsStr) -> bool {
    name == MADE || name.as_encoded_bytes().starts_with(b".")
}
