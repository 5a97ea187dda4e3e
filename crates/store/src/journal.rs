//! The journal: what each changed file held before, written down before it is changed.
//!
//! An entry is a folder `.draad/journal/<number>/` with the old bytes (`0`, `1`, …), then `manifest.json`, and when the
//! change is complete an empty file `done`. An entry without `done` is a change that was interrupted: it is taken back.

use crate::atomic::{self, Staged, cannot_read, cannot_write};
use crate::{folder::StudyFolder, lock::Changes, paths};
use draad_core::diagnostic::Outcome;
use draad_core::filter::list;
use draad_core::{Diagnostic, Place, Problem};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, ErrorKind};
use std::path::PathBuf;

/// Changes that can be undone; older ones are forgotten.
const KEPT: usize = 100;
/// How many files wait at once until they are on the disk. Each waits for itself, so that none is moved into place before
/// its bytes are safe; what waits together, the disk writes together.
const WAITING: usize = 16;
const MANIFEST: &str = "manifest.json";
const DONE: &str = "done";

/// Number of a change in the journal.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ChangeId(pub u64);

/// A change that has been taken back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undone {
    /// The command that had made it.
    pub command: String,
    /// When.
    pub time: jiff::Timestamp,
    /// The files that have their old content again.
    pub files: Vec<String>,
}

/// What happens to one file.
#[derive(Debug)]
pub(crate) struct Step {
    path: String,
    before: Option<Vec<u8>>,
    after: Option<Vec<u8>>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Manifest {
    command: String,
    time: jiff::Timestamp,
    files: Vec<Entry>,
}

/// A file of a change, with the hashes of its content before and after; none where there was or is no file.
#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    path: String,
    before: Option<String>,
    after: Option<String>,
}

/// Returns the files whose bytes differ from what is there.
pub(crate) fn steps(folder: &StudyFolder, changes: Changes) -> Outcome<Vec<Step>> {
    let step = |(path, after): (String, Option<Vec<u8>>)| {
        let before = content(folder, &path)?;
        Ok((before != after).then_some(Step { path, before, after }))
    };
    changes.into_iter().filter_map(|change| step(change).transpose()).collect()
}

fn content(folder: &StudyFolder, path: &str) -> Outcome<Option<Vec<u8>>> {
    match fs::read(folder.path(path)) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(cannot_read(path, &error)),
    }
}

/// Does work that is mostly waiting for the disk, on more threads than there are processors.
fn waiting<R: Send>(work: impl FnOnce() -> R + Send) -> R {
    match rayon::ThreadPoolBuilder::new().num_threads(WAITING).build() {
        Ok(threads) => threads.install(work),
        Err(_) => work(),
    }
}

fn hash(bytes: &Option<Vec<u8>>) -> Option<String> {
    bytes.as_ref().map(|bytes| blake3::hash(bytes).to_hex().to_string())
}

/// The journal of a study; whoever uses it holds the lock.
pub(crate) struct Journal<'a> {
    folder: &'a StudyFolder,
}

impl<'a> Journal<'a> {
    pub(crate) fn of(folder: &'a StudyFolder) -> Self {
        Self { folder }
    }

    fn entry(&self, number: u64) -> PathBuf {
        self.folder.hidden("journal").join(format!("{number:06}"))
    }

    /// Returns the numbers of all entries, oldest first.
    fn numbers(&self) -> Vec<u64> {
        let entries = fs::read_dir(self.folder.hidden("journal")).into_iter().flatten().flatten();
        let mut numbers: Vec<u64> =
            entries.filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect();
        numbers.sort_unstable();
        numbers
    }

    /// Returns whether a change was interrupted.
    pub(crate) fn is_interrupted(&self) -> bool {
        self.numbers().iter().any(|&number| !self.entry(number).join(DONE).exists())
    }

    /// Writes the old bytes down, makes the change, and marks it done. When anything fails, all is as it was.
    pub(crate) fn record(&self, command: &str, steps: Vec<Step>) -> Outcome<ChangeId> {
        let number = self.begin(command, &steps)?;
        if let Err(diagnostic) = self.carry_out(&steps).and_then(|()| self.finish(number)) {
            self.take_back(number)?;
            return Err(diagnostic);
        }
        self.prune();
        Ok(ChangeId(number))
    }

    /// Writes the old bytes and then the manifest.
    fn begin(&self, command: &str, steps: &[Step]) -> Outcome<u64> {
        let number = self.numbers().last().map_or(1, |last| last + 1);
        let folder = self.entry(number);
        let manifest = Manifest {
            command: command.to_owned(),
            time: jiff::Timestamp::now(),
            files: steps
                .par_iter()
                .map(|step| Entry {
                    path: step.path.clone(),
                    before: hash(&step.before),
                    after: hash(&step.after),
                })
                .collect(),
        };
        let write = || -> io::Result<()> {
            fs::create_dir_all(&folder)?;
            let keep = |(i, step): (usize, &Step)| match &step.before {
                Some(bytes) => atomic::write(&folder.join(i.to_string()), bytes),
                None => Ok(()),
            };
            waiting(|| steps.par_iter().enumerate().try_for_each(keep))?;
            let json = serde_json::to_vec_pretty(&manifest).expect("a manifest has plain fields");
            atomic::write(&folder.join(MANIFEST), &json)?;
            atomic::sync_folder(&folder);
            Ok(())
        };
        write().map_err(|error| {
            let _ = fs::remove_dir_all(&folder);
            cannot_write(&journal_path(number), &error)
        })?;
        Ok(number)
    }

    fn carry_out(&self, steps: &[Step]) -> Outcome<()> {
        let stage = |step: &Step| match &step.after {
            Some(bytes) => atomic::stage(&self.folder.path(&step.path), bytes)
                .map(Some)
                .map_err(|error| cannot_write(&step.path, &error)),
            None => Ok(None),
        };
        let staged: Vec<Outcome<Option<Staged>>> = waiting(|| steps.par_iter().map(stage).collect());
        let put = |(step, staged): (&Step, &Outcome<Option<Staged>>)| match staged {
            Err(diagnostic) => Err(diagnostic.clone()),
            Ok(Some(staged)) => staged.put().map_err(|error| cannot_write(&step.path, &error)),
            Ok(None) => fs::remove_file(self.folder.path(&step.path))
                .map_err(|error| cannot_write(&step.path, &error)),
        };
        let all_staged = staged.iter().find_map(|staged| staged.as_ref().err().cloned()).map_or(Ok(()), Err);
        let outcome = all_staged.and_then(|()| steps.iter().zip(&staged).try_for_each(put));
        if outcome.is_err() {
            staged.iter().flatten().flatten().for_each(Staged::discard);
        }
        self.sync(steps.iter().map(|step| step.path.as_str()));
        outcome
    }

    fn sync<'p>(&self, changed: impl Iterator<Item = &'p str>) {
        let folders: BTreeSet<PathBuf> =
            changed.filter_map(|path| Some(self.folder.path(path).parent()?.to_owned())).collect();
        folders.iter().for_each(|folder| atomic::sync_folder(folder));
    }

    fn finish(&self, number: u64) -> Outcome<()> {
        let done = atomic::write(&self.entry(number).join(DONE), b"");
        done.map_err(|error| cannot_write(&journal_path(number), &error))
    }

    /// Forgets old changes. The manifest goes first: without `done` but with a manifest, half an entry would pass for an
    /// interrupted change.
    fn prune(&self) {
        let numbers = self.numbers();
        for &number in &numbers[..numbers.len().saturating_sub(KEPT)] {
            let _ = fs::remove_file(self.entry(number).join(MANIFEST));
            let _ = fs::remove_dir_all(self.entry(number));
        }
    }

    fn manifest(&self, number: u64) -> Option<Manifest> {
        serde_json::from_slice(&fs::read(self.entry(number).join(MANIFEST)).ok()?).ok()
    }

    /// Takes back interrupted changes, newest first.
    pub(crate) fn recover(&self) -> Outcome<Vec<Diagnostic>> {
        let mut notices = Vec::new();
        let interrupted = self.numbers().into_iter().rev().filter(|&n| !self.entry(n).join(DONE).exists());
        for number in interrupted.collect::<Vec<_>>() {
            if let Some(manifest) = self.take_back(number)? {
                let command = manifest.command;
                let problem = Problem::InterruptedChangeUndone { command };
                notices.push(Diagnostic::warning(Place::file(journal_path(number)), problem));
            }
        }
        Ok(notices)
    }

    /// Takes back the last change, unless a file has been changed since.
    pub(crate) fn undo(&self) -> Outcome<Undone> {
        let refuse = |problem| Err(Box::new(Diagnostic::error(Place::default(), problem)));
        let Some((number, manifest)) =
            self.numbers().last().and_then(|&number| Some((number, self.manifest(number)?)))
        else {
            return refuse(Problem::NothingToUndo);
        };
        let mut edited = Vec::new();
        for entry in &manifest.files {
            if hash(&content(self.folder, &entry.path)?) != entry.after {
                edited.push(entry.path.as_str());
            }
        }
        if !edited.is_empty() {
            return refuse(Problem::UndoWouldLose { n_files: edited.len(), files: list(edited) });
        }
        let unmark = fs::remove_file(self.entry(number).join(DONE));
        unmark.map_err(|error| cannot_write(&journal_path(number), &error))?;
        self.take_back(number)?;
        Ok(Undone {
            command: manifest.command,
            time: manifest.time,
            files: manifest.files.into_iter().map(|entry| entry.path).collect(),
        })
    }

    /// Gives every file of a change its old content again and forgets the change. A file that somebody has edited since
    /// stays as it is. Nothing is returned for an entry that had not got so far as to change anything.
    fn take_back(&self, number: u64) -> Outcome<Option<Manifest>> {
        let entry = self.entry(number);
        let manifest = self.manifest(number);
        let files = || manifest.iter().flat_map(|manifest| &manifest.files);
        let own = files().filter(|file| paths::is_study_file(&file.path));
        atomic::sweep(own.map(|file| self.folder.path(&file.path)));
        for (i, file) in files().enumerate() {
            if paths::is_study_file(&file.path) {
                self.restore(file, &entry.join(i.to_string()))?;
            }
        }
        self.sync(files().map(|file| file.path.as_str()));
        fs::remove_dir_all(&entry).map_err(|error| cannot_write(&journal_path(number), &error))?;
        Ok(manifest)
    }

    fn restore(&self, file: &Entry, old: &std::path::Path) -> Outcome<()> {
        let target = self.folder.path(&file.path);
        let now = hash(&content(self.folder, &file.path)?);
        if now == file.before || now != file.after {
            return Ok(());
        }
        let restored = match file.before {
            Some(_) => fs::read(old).and_then(|bytes| atomic::write(&target, &bytes)),
            None => fs::remove_file(&target),
        };
        restored.map_err(|error| cannot_write(&file.path, &error))
    }
}

fn journal_path(number: u64) -> String {
    format!("{}/journal/{number:06}", paths::HIDDEN)
}

#[cfg(test)]
mod tests;
