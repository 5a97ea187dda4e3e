//! An opened study: its folder, what was read, and the language to speak about it.

use crate::tables;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Language, Severity, Study};
use draad_store::{Loaded, StudyFolder};
use draad_words::Words;
use std::path::Path;
use std::sync::Arc;

/// An opened study. A copy costs nothing until one of them changes.
#[derive(Clone, Debug)]
pub struct Project {
    /// Where it stands on disk.
    pub folder: StudyFolder,
    /// What was read.
    pub loaded: Arc<Loaded>,
    /// The language to speak.
    pub words: Words,
}

impl Project {
    /// Opens the study in `folder`, or, without one, in the current folder or the nearest parent that is a study.
    ///
    /// # Errors
    /// When there is no study, or its settings cannot be read. All other problems are in `loaded.diagnostics`.
    pub fn open(folder: Option<&Path>, current: &Path, language: Option<Language>) -> Outcome<Self> {
        Self::read(Self::folder(folder, current)?, language)
    }

    /// Returns where the study stands that is meant.
    ///
    /// # Errors
    /// When none is named and neither the current folder nor a parent of it is one.
    pub(crate) fn folder(folder: Option<&Path>, current: &Path) -> Outcome<StudyFolder> {
        match folder {
            Some(folder) => Ok(StudyFolder::at(current.join(folder))),
            None => StudyFolder::find(current),
        }
    }

    /// Reads the study in a folder.
    ///
    /// # Errors
    /// As [`Project::open`].
    pub(crate) fn read(folder: StudyFolder, language: Option<Language>) -> Outcome<Self> {
        let loaded = folder.load()?;
        let words = Words::new(language.unwrap_or(loaded.study.settings.language));
        let mut project = Self { folder, loaded: Arc::new(loaded), words };
        project.check();
        Ok(project)
    }

    /// Reads the study again after a change.
    ///
    /// # Errors
    /// As [`Project::open`].
    pub fn reload(&mut self) -> Outcome<()> {
        self.loaded = Arc::new(self.folder.load()?);
        self.check();
        Ok(())
    }

    /// Adds what is wrong with the study's own tables, which only those who make tables can tell.
    fn check(&mut self) {
        let problems = tables::problems(self);
        self.loaded_mut().diagnostics.extend(problems);
    }

    /// Returns what was read, to be changed; other copies of the project keep what they have.
    pub fn loaded_mut(&mut self) -> &mut Loaded {
        Arc::make_mut(&mut self.loaded)
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
