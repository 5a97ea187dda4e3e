//! The study folder as a place: finding it, making a new one, and the parts that can always be made again.

use crate::{atomic, paths, render};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use rayon::prelude::*;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder that holds a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StudyFolder {
    root: PathBuf,
}

impl StudyFolder {
    /// Finds the study in `start` or the nearest folder above it.
    ///
    /// # Errors
    /// `NoStudyHere` when there is none.
    pub fn find(start: &Path) -> Outcome<Self> {
        let start = std::path::absolute(start).unwrap_or_else(|_| start.to_owned());
        let found = start.ancestors().find(|folder| folder.join(paths::SETTINGS).is_file());
        found.map(Self::at).ok_or_else(|| no_study(&start))
    }

    /// Takes `root` as the study folder, whether or not there is a study in it.
    pub fn at(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Writes a new study into a folder that is empty or does not exist yet. `study.toml` is written last: a folder is
    /// a study only when all of it is there.
    ///
    /// # Errors
    /// `StudyExists`, `FolderNotEmpty`, `CannotWrite`, `DiskFull`.
    pub fn create(root: impl Into<PathBuf>, study: &Study) -> Outcome<Self> {
        let folder = Self::at(root);
        folder.check_empty()?;
        let mut files = render::all(study);
        let settings = files.remove(paths::SETTINGS).unwrap_or_default();
        for path in files.keys() {
            folder.make_parent(path)?;
        }
        files.par_iter().try_for_each(|(path, bytes)| {
            fs::write(folder.path(path), bytes).map_err(|error| atomic::cannot_write(path, &error))
        })?;
        atomic::write(&folder.path(paths::SETTINGS), &settings)
            .map_err(|error| atomic::cannot_write(paths::SETTINGS, &error))?;
        Ok(folder)
    }

    /// Checks that a new study can be written here: the folder is empty or does not exist yet.
    ///
    /// # Errors
    /// `StudyExists`, `FolderNotEmpty`.
    pub fn check_empty(&self) -> Outcome<()> {
        let folder = self.root.display().to_string();
        let refuse = |problem| Err(Box::new(Diagnostic::error(Place::default(), problem)));
        if self.path(paths::SETTINGS).exists() {
            return refuse(Problem::StudyExists { folder });
        }
        let is_empty = fs::read_dir(&self.root).map_or(true, |mut entries| entries.next().is_none());
        if is_empty { Ok(()) } else { refuse(Problem::FolderNotEmpty { folder }) }
    }

    fn make_parent(&self, path: &str) -> Outcome<()> {
        let parent = self.path(path).parent().map_or_else(|| self.root.clone(), Path::to_owned);
        fs::create_dir_all(parent).map_err(|error| atomic::cannot_write(path, &error))
    }

    /// Returns the folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Returns where a file of the study stands on this machine.
    pub fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    /// Writes a file under `output/` and returns where it stands.
    ///
    /// # Errors
    /// `CannotWrite`, also for a path that would leave `output/`; `DiskFull`.
    pub fn write_output(&self, relative: &str, bytes: &[u8]) -> Outcome<PathBuf> {
        let path = format!("{}/{relative}", paths::OUTPUT);
        check_inside(paths::is_inside(relative), &path)?;
        let target = self.path(&path);
        atomic::write(&target, bytes).map_err(|error| atomic::cannot_write(&path, &error))?;
        Ok(target)
    }

    /// Removes a file under `output/`; that it is gone already is fine.
    ///
    /// # Errors
    /// `CannotWrite`, also for a path that would leave `output/`.
    pub fn remove_output(&self, relative: &str) -> Outcome<()> {
        let path = format!("{}/{relative}", paths::OUTPUT);
        check_inside(paths::is_inside(relative), &path)?;
        match fs::remove_file(self.path(&path)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                Err(atomic::cannot_write(&path, &error))
            }
            _ => Ok(()),
        }
    }

    /// Returns the folder for what can be made again, such as the index; its user creates and fills it.
    pub fn cache_dir(&self) -> PathBuf {
        self.hidden("cache")
    }

    /// Returns a place under `.draad/`.
    pub(crate) fn hidden(&self, name: &str) -> PathBuf {
        self.root.join(paths::HIDDEN).join(name)
    }
}

/// Returns whether a folder is a study.
pub fn is_study(folder: &Path) -> bool {
    folder.join(paths::SETTINGS).exists()
}

/// Refuses a path that leaves its folder.
pub(crate) fn check_inside(is_inside: bool, path: &str) -> Outcome<()> {
    let reason = std::io::Error::from(std::io::ErrorKind::InvalidFilename);
    if is_inside { Ok(()) } else { Err(atomic::cannot_write(path, &reason)) }
}

/// Says that there is no study in a folder.
pub(crate) fn no_study(folder: &Path) -> Box<Diagnostic> {
    let folder = folder.display().to_string();
    Box::new(Diagnostic::error(Place::default(), Problem::NoStudyHere { folder }))
}
