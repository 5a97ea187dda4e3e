//! An opened study: its folder, what was read, and the language to speak about it.

use crate::tables;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Language, Severity, Study};
use draad_store::{Loaded, StudyFolder};
use draad_words::Words;
use std::path::Path;

/// An opened study.
#[derive(Clone, Debug)]
pub struct Project {
    /// Where it stands on disk.
    pub folder: StudyFolder,
    /// What was read.
    pub loaded: Loaded,
    /// The language to speak.
    pub words: Words,
}

impl Project {
    /// Opens the study in `folder`, or, without one, in the current folder or the nearest parent that is a study.
    ///
    /// # Errors
    /// When there is no study, or its settings cannot be read. All other problems are in `loaded.diagnostics`.
    pub fn open(folder: Option<&Path>, current: &Path, language: Option<Language>) -> Outcome<Self> {
        let folder = match folder {
            Some(folder) => StudyFolder::at(current.join(folder)),
            None => StudyFolder::find(current)?,
        };
        let loaded = folder.load()?;
        let words = Words::new(language.unwrap_or(loaded.study.settings.language));
        let mut project = Self { folder, loaded, words };
        project.check();
        Ok(project)
    }

    /// Reads the study again after a change.
    ///
    /// # Errors
    /// As [`Project::open`].
    pub fn reload(&mut self) -> Outcome<()> {
        self.loaded = self.folder.load()?;
        self.check();
        Ok(())
    }

    /// Adds what is wrong with the study's own tables, which only those who make tables can tell.
    fn check(&mut self) {
        let problems = tables::problems(self);
        self.loaded.diagnostics.extend(problems);
    }

    /// Returns the study.
    pub fn study(&self) -> &Study {
        &self.loaded.study
    }

    /// Returns what was found wrong while reading.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.loaded.diagnostics
    }

    /// Returns how many problems of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics().iter().filter(|diagnostic| diagnostic.severity == severity).count()
    }
}
