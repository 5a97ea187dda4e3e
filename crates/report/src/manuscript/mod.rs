//! What a manuscript says of its own method: paragraphs with a field for every number, and the checklists for reporting,
//! filled where the study knows the answer and visibly empty where only the author does.
//!
//! - [`methods`] makes the paragraphs.
//! - [`checklist`] makes the table of a standard: COREQ, SRQR or JARS-Qual.

mod checklist;
mod methods;
mod sentence;
mod standard;
mod told;
mod topic;

pub use checklist::checklist;
pub use methods::methods;
pub use standard::{Item, STANDARDS, Standard};
pub use topic::Topic;

use draad_analysis::MethodFacts;
use draad_core::Study;
use draad_words::Words;

/// What the sentences are made from.
#[derive(Clone, Copy, Debug)]
pub struct Known<'a> {
    /// What the study knows of its method.
    pub facts: &'a MethodFacts,
    /// The names of things.
    pub study: &'a Study,
    /// How many passages are quoted, and of how many people and cases; see [`QuotedFacts`].
    pub quoted: QuotedFacts,
    /// The language.
    pub words: Words,
}

/// How much is quoted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct QuotedFacts {
    /// Quotes.
    pub n_quotes: usize,
    /// Different people whose id stands with one.
    pub n_people: usize,
    /// Different cases.
    pub n_cases: usize,
}

#[cfg(test)]
mod tests;
