//! Words: the most frequent ones, runs of them, those near another, and those that are typical of a case, role or phase.
//!
//! What is counted is material as tables know it: units that are somebody's words and pass the filter. Each result says what
//! was counted and compared. None says how probable anything is: words of one text hang together, so there are no p-values.

mod basis;
mod collocates;
mod figure;
mod frequencies;
mod key;
mod keyness;
mod material;
mod rank;
mod side;
mod view;

pub use basis::{Basis, Measure};
pub use collocates::{Collocate, Collocates, collocates};
pub use frequencies::{Frequencies, Frequency, frequencies, ngrams};
pub use key::Key;
pub use keyness::{Compared, Keyness, LevelWords, TypicalWord, keyness};
pub use rank::Order;
pub use side::{Extent, Least, Use};
pub use view::view;

use draad_analysis::table::Table;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Filter, Place, Problem};

/// What to count, and what to list of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// Which part of the study.
    pub filter: Filter,
    /// Takes the forms of one stem as one word.
    pub stems: bool,
    /// Lists no stop words, and no runs that begin or end with one. They are counted all the same.
    pub without_stop_words: bool,
    /// Lists what occurs at least so often.
    pub least: Least,
    /// Lists no more than this; nothing for all.
    pub limit: Option<usize>,
    /// In which order; nothing for the usual one.
    pub order: Option<Order>,
}

impl Default for Request {
    /// Everything, by spelling; what occurs three times in two sources; the first twenty.
    fn default() -> Self {
        Self {
            filter: Filter::default(),
            stems: false,
            without_stop_words: false,
            least: Least { count: 3, sources: 2, cases: 1 },
            limit: Some(20),
            order: None,
        }
    }
}

/// A list of words.
#[derive(Clone, Debug, PartialEq)]
pub enum WordList {
    /// Words or runs of words by frequency.
    Frequencies(Frequencies),
    /// Words that are typical of something.
    Keyness(Keyness),
    /// Words near a word.
    Collocates(Collocates),
}

impl WordList {
    /// Returns what the list rests on.
    pub fn basis(&self) -> &Basis {
        match self {
            WordList::Frequencies(list) => &list.basis,
            WordList::Keyness(list) => &list.basis,
            WordList::Collocates(list) => &list.basis,
        }
    }

    /// Returns the list with every measure, for other programs.
    pub fn table(&self) -> Table {
        match self {
            WordList::Frequencies(list) => list.table(),
            WordList::Keyness(list) => list.table(),
            WordList::Collocates(list) => list.table(),
        }
    }
}

fn fails<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}

fn nothing_to_show<T>(reason: &str) -> Outcome<T> {
    fails(Problem::NothingToShow { reason: reason.to_owned() })
}

#[cfg(test)]
mod tests;
