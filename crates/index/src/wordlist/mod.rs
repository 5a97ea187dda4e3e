//! Counting the words of a study: how often, in how many sources, in what order, and in whose company.
//!
//! [`Piece::all`] lists the material that passes a filter; [`Corpus`] cuts it into words, once; [`Items`] are the things
//! that are counted: words, words by stem, or runs of words. Everything is numbers until something is shown.
//!
//! What is counted and compared is found folded (no capitals, no accents) or by stem; what is shown is how people wrote it.
//! A run of words or a window never crosses the border of a unit, nor of a part that belongs to another case.

mod cells;
mod company;
mod corpus;
mod items;
mod piece;
mod shown;
mod stop_words;

pub use cells::{Cell, Cells};
pub use company::{Company, Near};
pub use corpus::{Corpus, Merge, Terms};
pub use items::Items;
pub use piece::Piece;
pub use shown::Shown;
pub use stop_words::StopWords;

/// How stems are made, for people who cite it.
pub const STEMMING: &str = crate::analyser::ALGORITHM;
