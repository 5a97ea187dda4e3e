//! Retrieval with tantivy: words, codes, people and places in one query.
//!
//! One document per unit of a source, which holds its words. Words are found by stem, without accents or capitals; what
//! is shown is the stored text, at exact positions. Who speaks, in which case and phase, and what was coded is worked out by
//! [`draad_core::facts`] when a question is asked, so filters mean what they mean in every table, and a new coding makes no
//! index stale.
//!
//! The way of a query: [`Query`] reads it, `resolve` finds what its names mean in the study, `evaluate` finds for what it
//! holds (units as sets of bits, codings as sorted spans, relations by `relation`'s sweep), `gather` makes hits of that,
//! `hits` shows those of a page.
//!
//! The index is a cache: it knows each text by its hash, and indexes those that are new or have changed.
//!
//! Absent on purpose: tantivy in the public interface, and any file outside the cache folder.

mod analyser;
mod answer;
mod cache;
mod codings;
mod columns;
mod evaluate;
mod form;
mod forms;
mod gap;
mod gather;
mod groups;
mod hits;
mod index;
mod like;
mod manifest;
mod occurrences;
mod query;
mod relation;
mod relevance;
mod resolve;
mod schema;
mod scope;
mod search;
mod searched;
mod segments;
mod settings;
mod stretch;
mod stretches;
mod terms;
mod units;
pub mod wordlist;
mod words;

pub use answer::{Answer, Context, Element, FoundCoding, Group, GroupBy, Hit, Order, Per, SearchOptions};
pub use cache::Unusable;
pub use index::{Provenance, SearchIndex};
pub use like::{Alike, AlikeHit};
pub use manifest::SourceHash;
pub use query::Query;

/// Makes the diagnostic for an index that cannot be made or read.
fn failed(error: impl std::fmt::Display) -> Box<draad_core::Diagnostic> {
    let problem = draad_core::Problem::IndexFailed { reason: error.to_string() };
    Box::new(draad_core::Diagnostic::error(draad_core::Place::default(), problem))
}
