//! The query language: words, codes and people in one question. `docs/search.md` explains it to users.
//!
//! ```text
//! query    = all { "OR" all }
//! all      = item { [ "AND" ] item }
//! item     = ( "NOT" | "-" ) item | related
//! related  = primary { relation primary }                 from left to right
//! relation = [ "NOT" ] ( "OVERLAPS" | "WITHIN" | "ENCLOSES" | "EQUALS" | near )
//! near     = ( "NEAR" | "BEFORE" | "AFTER" ) [ "/" number [ "c" | "w" | "u" | "p" ] ]
//! primary  = "(" query ")" | coding | field | phrase | regex | word
//! coding   = field { field }                              fields of one coding, at most one of them code:
//! field    = name ":" value { "," value } | name comparison value
//! value    = [ "=" ] ( letters [ ".." letters ] | `"` text `"` )
//! phrase   = `"` words `"`                                exactly these words, in this order
//! regex    = "/" expression "/"                           one whole word, in small letters without accents
//! word     = letters [ "~" [ "1" | "2" ] ]                by stem; with * any letters; with ~ one or two letters differ
//! ```
//!
//! The operators are written in capitals. `NOT` holds for all of a relation, `AND` binds more tightly than `OR`.

mod coding;
mod parser;
mod token;
mod tree;

pub(crate) use tree::{
    CodingField, CodingTest, Distance, FieldName, FieldTest, Given, Node, Pattern, Relation, Step, What,
};

use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, QueryFault};

/// A query that was understood, as far as that can be said without a study.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    text: String,
    /// Nothing: every unit.
    pub(crate) root: Option<Node>,
}

impl Query {
    /// Reads a query. An empty text stands for every unit; a search accepts that only together with a filter.
    ///
    /// # Errors
    /// [`Problem::QueryInvalid`] with the position in characters, counted from 1. Names of codes, roles and so on are
    /// compared with the study when the query is asked.
    pub fn parse(text: &str) -> Outcome<Self> {
        let root = parser::parse(text)?;
        Ok(Self { text: text.trim().to_owned(), root })
    }

    /// Returns the query as it was written.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Returns whether it looks for words by their stem.
    pub fn has_stems(&self) -> bool {
        self.root.as_ref().is_some_and(Node::has_stems)
    }

    /// Returns whether nothing is asked.
    pub fn is_empty(&self) -> bool {
        self.root.is_none()
    }
}

/// Makes the diagnostic about the character with `chars_before` characters before it.
pub(crate) fn fault(reason: QueryFault, chars_before: usize) -> Box<Diagnostic> {
    problem(Problem::QueryInvalid { reason, position: chars_before + 1 })
}

/// Makes a diagnostic that has no other place than the query itself.
pub(crate) fn problem(problem: Problem) -> Box<Diagnostic> {
    Box::new(Diagnostic::error(Place::default(), problem))
}
