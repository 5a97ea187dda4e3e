//! Retrieval with tantivy: words, codes and attributes in one query.
//!
//! One document per unit of a source. Words are found by stem, without accents or capitals; what is shown is the stored
//! text, at exact positions. Filters mean what they mean in every table, because the index holds the settings and
//! codings that [`draad_core::facts`] works out.
//!
//! The index is a cache: it is stamped with what it was made from, and rebuilt from the study when anything differs.
//!
//! Absent on purpose: tantivy in the public interface, and any file outside the cache folder.

mod analyser;
mod answer;
mod cache;
mod coding_key;
mod document;
mod form;
mod hits;
mod index;
mod leaf;
mod occurrences;
mod query;
mod schema;
mod search;
mod selection;
mod steady;
mod stretch;
pub mod wordlist;
mod words;

pub use answer::{Answer, Context, Hit, Order, SearchOptions};
pub use index::{Provenance, SearchIndex};
pub use query::Query;

/// Makes the diagnostic for an index that cannot be made or read.
fn failed(error: impl std::fmt::Display) -> Box<draad_core::Diagnostic> {
    let problem = draad_core::Problem::IndexFailed { reason: error.to_string() };
    Box::new(draad_core::Diagnostic::error(draad_core::Place::default(), problem))
}
