//! Studies that stay loaded between requests.

use crate::Project;
use draad_core::Language;
use draad_core::diagnostic::Outcome;
use draad_store::Stamp;
use draad_words::Words;
use std::path::Path;
use std::sync::Mutex;

/// How many studies stay loaded.
const MOST: usize = 4;

/// Where studies are opened.
#[derive(Debug)]
pub struct Studies {
    /// How many stay loaded.
    most: usize,
    /// Those that were opened, the last one last, each with what its files looked like.
    kept: Mutex<Vec<(Project, Stamp)>>,
}

impl Studies {
    /// Opens each study anew.
    pub fn forgetting() -> Self {
        Self { most: 0, kept: Mutex::default() }
    }

    /// Keeps some studies loaded, and reads one again when a file of it has changed.
    pub fn keeping() -> Self {
        Self { most: MOST, kept: Mutex::default() }
    }

    /// Opens a study, as [`Project::open`] does.
    ///
    /// # Errors
    /// As [`Project::open`].
    pub fn open(
        &self,
        folder: Option<&Path>,
        current: &Path,
        language: Option<Language>,
    ) -> Outcome<Project> {
        if self.most == 0 {
            return Project::open(folder, current, language);
        }
        let folder = Project::folder(folder, current)?;
        // before reading: what changes meanwhile makes it stale
        let stamp = Stamp::of(&folder);
        let mut kept = self.kept.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        let place = kept.iter().position(|(project, _)| project.folder.root() == folder.root());
        let known = place.map(|place| kept.remove(place)).filter(|(_, known)| stamp.is_still(known));
        let project = match known {
            Some((project, _)) => {
                let own = project.study().settings.language;
                Project { words: Words::new(language.unwrap_or(own)), ..project }
            }
            None => Project::read(folder, language)?,
        };
        kept.push((project.clone(), stamp));
        if kept.len() > self.most {
            kept.remove(0);
        }
        Ok(project)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Settings, Study};
    use draad_store::StudyFolder;
    use std::sync::Arc;

    #[test]
    fn a_study_is_read_again_when_a_file_of_it_has_changed() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().join("proef");
        StudyFolder::create(&root, &Study::new(Settings::new("proef", "Proef", Language::Nl))).unwrap();
        let long_ago = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_000_000_000);
        let date_back = |name: &str| {
            std::fs::File::options()
                .append(true)
                .open(root.join(name))
                .unwrap()
                .set_modified(long_ago)
                .unwrap();
        };
        for entry in std::fs::read_dir(&root).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            date_back(&entry.file_name().to_string_lossy());
        }
        let studies = Studies::keeping();
        let open = || studies.open(Some(&root), folder.path(), None).unwrap();
        let first = open();
        assert!(Arc::ptr_eq(&first.loaded, &open().loaded), "nothing changed");
        for beside in ["output/table.csv", ".git/index"] {
            let path = root.join(beside);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
            assert!(Arc::ptr_eq(&first.loaded, &open().loaded), "{beside} is no part of it");
        }
        std::fs::write(root.join("cases.csv"), "case,name\np01,een\n").unwrap();
        assert_eq!(open().study().cases.len(), 1);
        // it changed a moment ago, so that it may change again without its time or size saying so
        std::fs::write(root.join("cases.csv"), "case,name\np02,twe\n").unwrap();
        assert!(open().study().cases.contains_key("p02"));
        let english = studies.open(Some(&root), folder.path(), Some(Language::En)).unwrap();
        assert_eq!((english.words.language, open().words.language), (Language::En, Language::Nl));
    }
}
