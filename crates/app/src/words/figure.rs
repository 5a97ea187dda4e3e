//! Typical words as a figure takes them.

use super::{Keyness, LevelWords, TypicalWord};
use crate::Project;
use draad_figures::{TypicalGroup, TypicalWords};

impl Keyness {
    /// Returns the list as a figure takes it.
    pub fn typical_words(&self, project: &Project) -> TypicalWords {
        let words = project.words;
        let stop_words = self.basis.stop_words.map(|_| {
            let language: &str = project.study().settings.language.into();
            let list = words.say(&format!("words-stop-list-{language}"));
            words.say_with("words-stop-words", [("list", list.into())])
        });
        let least = self.basis.least;
        TypicalWords {
            groups: self.levels.iter().map(|level| self.group(project, level)).collect(),
            filter: self.basis.filter.clone(),
            least: (least.count, least.sources, least.cases),
            order: self.basis.order.into(),
            stems: self.basis.stemming.is_some(),
            stop_words,
            fingerprint: self.basis.fingerprint.clone(),
            version: self.basis.version,
        }
    }

    fn group(&self, project: &Project, level: &LevelWords) -> TypicalGroup {
        TypicalGroup {
            name: format!("{}: {}", self.key.name(project), level.name),
            id: level.id.clone(),
            n_words: (level.target.n_words, level.rest.n_words),
            n_candidates: level.n_candidates,
            words: level.rows.iter().map(TypicalWord::for_figure).collect(),
        }
    }
}

impl TypicalWord {
    fn for_figure(&self) -> draad_figures::TypicalWord {
        draad_figures::TypicalWord {
            word: self.shown.word.clone(),
            n: (self.target.n, self.rest.n),
            sources: (self.target.n_sources, self.target.of_sources),
            cases: (self.target.n_cases, self.target.of_cases),
            log_ratio: self.log_ratio,
            log_likelihood: self.log_likelihood,
            dispersion: self.target.dispersion,
            one_source: self.target.one_source_dominates(),
        }
    }
}
