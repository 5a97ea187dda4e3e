//! The words that pass a filter.

use super::side::Side;
use super::{Request, fails, nothing_to_show};
use crate::Project;
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use draad_index::wordlist::{Cells, Corpus, Items, Merge, Piece, StopWords, Terms};

/// The words that pass a filter, and what is one word.
pub(super) struct Material<'s> {
    pub(super) study: &'s Study,
    pub(super) corpus: Corpus<'s>,
    pub(super) terms: Terms,
    /// Cells by source and cases.
    pub(super) cells: Cells,
    /// All of it.
    pub(super) all: Side,
    /// Those that stay out of lists.
    pub(super) stop_words: Option<StopWords>,
}

impl<'s> Material<'s> {
    /// Reads the words.
    ///
    /// # Errors
    /// When the filter names something that the study does not have, or no words pass it.
    pub(super) fn read(project: &'s Project, request: &Request) -> Outcome<Self> {
        let study = project.study();
        if let Some(problem) = request.filter.problems(study).into_iter().next() {
            return fails(problem);
        }
        let corpus = Corpus::read(study, Piece::all(study, &request.filter));
        if corpus.n_words() == 0 {
            return nothing_to_show("no-words");
        }
        let terms = corpus.terms(if request.stems { Merge::Stems } else { Merge::Spelling });
        let cells = Cells::new(&corpus, |piece| Some(piece.cases.clone()));
        let all = Side::new(&cells, 0, |_| true);
        let stop_words = request.without_stop_words.then(|| StopWords::new(study.settings.language));
        Ok(Self { study, corpus, terms, cells, all, stop_words })
    }

    /// Counts the words of people in roles that ask the questions.
    pub(super) fn n_asked(&self) -> u64 {
        let roles = &self.study.settings.roles;
        let pieces = self.corpus.pieces().iter().enumerate();
        let asked =
            pieces.filter(|(_, piece)| piece.setting.role.is_some_and(|role| roles[role as usize].asks));
        asked.map(|(piece_idx, _)| self.corpus.positions(piece_idx).len() as u64).sum()
    }

    /// Returns, for each item, whether it may be listed.
    pub(super) fn listable(&self, items: &Items) -> Vec<bool> {
        match &self.stop_words {
            Some(stop_words) => items.on_stop_words(stop_words).into_iter().map(|is_out| !is_out).collect(),
            None => vec![true; items.len()],
        }
    }
}
