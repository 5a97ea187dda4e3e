//! The lock on a study, and the changes made under it.

use crate::folder::{StudyFolder, check_inside};
use crate::journal::{self, ChangeId, Journal, Undone};
use crate::{atomic, paths, spelling};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File, TryLockError};

/// New bytes per file of the study; `None` removes the file.
pub type Changes = BTreeMap<String, Option<Vec<u8>>>;

/// The right to change a study. Nobody else has it until this is dropped; when the program dies the system drops it.
#[derive(Debug)]
pub struct Lock {
    folder: StudyFolder,
    /// What taking the lock found: an interrupted change that has been undone.
    pub notices: Vec<Diagnostic>,
    _file: File,
}

/// Who holds the lock. It stands beside the lock, because on some systems nobody else can read a locked file.
#[derive(Debug, Serialize, Deserialize)]
struct Holder {
    user: String,
    process: u32,
    command: String,
    since: String,
}

const LOCK: &str = "lock";
const HOLDER: &str = "lock-holder.toml";

impl StudyFolder {
    /// Takes the lock for `command`, and undoes a change that was interrupted.
    ///
    /// # Errors
    /// `NoStudyHere`; `StudyLocked` with the holder's name; `CannotWrite` and `DiskFull`.
    pub fn lock(&self, command: &str) -> Outcome<Lock> {
        if !self.path(paths::SETTINGS).exists() {
            return Err(crate::folder::no_study(self.root()));
        }
        let path = format!("{}/{LOCK}", paths::HIDDEN);
        let cannot = |error: std::io::Error| atomic::cannot_write(&path, &error);
        fs::create_dir_all(self.path(paths::HIDDEN)).map_err(cannot)?;
        let open = File::options().create(true).truncate(false).write(true).open(self.hidden(LOCK));
        let file = open.map_err(cannot)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => return Err(self.locked(&path)),
            Err(TryLockError::Error(error)) => return Err(cannot(error)),
        }
        self.write_holder(command)?;
        let notices = Journal::of(self).recover()?;
        Ok(Lock { folder: self.clone(), notices, _file: file })
    }

    fn write_holder(&self, command: &str) -> Outcome<()> {
        let variable = |name| std::env::var(name).ok().filter(|user| !user.is_empty());
        let holder = Holder {
            user: variable("USER").or_else(|| variable("USERNAME")).unwrap_or_else(|| "?".to_owned()),
            process: std::process::id(),
            command: command.to_owned(),
            since: jiff::Timestamp::now().strftime("%Y-%m-%d %H:%M UTC").to_string(),
        };
        let text = toml::to_string(&holder).expect("four plain fields");
        let path = format!("{}/{HOLDER}", paths::HIDDEN);
        atomic::write(&self.hidden(HOLDER), text.as_bytes())
            .map_err(|error| atomic::cannot_write(&path, &error))
    }

    fn locked(&self, path: &str) -> Box<Diagnostic> {
        let text = fs::read_to_string(self.hidden(HOLDER)).unwrap_or_default();
        let problem = match toml::from_str::<Holder>(&text) {
            Ok(holder) => Problem::StudyLocked {
                holder: format!("{} ({})", holder.user, holder.process),
                command: holder.command,
                since: holder.since,
            },
            Err(_) => Problem::StudyLocked {
                holder: "?".to_owned(),
                command: "?".to_owned(),
                since: "?".to_owned(),
            },
        };
        Box::new(Diagnostic::error(Place::file(path), problem))
    }
}

impl Lock {
    /// Makes a change: all of it or nothing. Returns nothing when every file already has these bytes.
    ///
    /// # Errors
    /// `CannotWrite`, also for a path outside the study or under `output/`; `NameTakenInOtherSpelling`; `CannotRead`;
    /// `DiskFull`.
    pub fn commit(&self, command: &str, changes: Changes) -> Outcome<Option<ChangeId>> {
        for path in changes.keys() {
            check_inside(paths::is_study_file(path), path)?;
        }
        spelling::check(&self.folder, changes.keys().map(String::as_str))?;
        let steps = journal::steps(&self.folder, changes)?;
        if steps.is_empty() {
            return Ok(None);
        }
        Journal::of(&self.folder).record(command, steps).map(Some)
    }

    /// Takes back the last change.
    ///
    /// # Errors
    /// `NothingToUndo`; `UndoWouldLose` when a file has been changed since; `CannotRead`, `CannotWrite`, `DiskFull`.
    pub fn undo(&self) -> Outcome<Undone> {
        Journal::of(&self.folder).undo()
    }
}
