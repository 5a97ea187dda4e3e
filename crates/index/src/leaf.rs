//! The words of a query as terms of the index.

use crate::analyser;
use crate::query::Node;
use crate::schema::Fields;
use crate::steady::Steady;
use tantivy::query::{EmptyQuery, PhrasePrefixQuery, PhraseQuery, Query, TermQuery, TermSetQuery};
use tantivy::schema::{Field, IndexRecordOption};
use tantivy::{Searcher, Term};

/// A word, prefix or phrase: one slot per word, each with the terms that fit it.
pub(crate) struct Leaf {
    pub(crate) slots: Vec<Vec<Term>>,
    /// The beginning of the last slot's terms, as a term.
    prefix: Option<Term>,
}

impl Leaf {
    /// Looks up the terms of a node that is a word, prefix or phrase; nothing for other nodes.
    pub(crate) fn new(node: &Node, fields: Fields, searcher: &Searcher) -> tantivy::Result<Option<Self>> {
        let (words, field) = match node {
            Node::Word(text) => (analyser::terms(analyser::stemmed(), text), fields.stems),
            Node::Phrase(text) | Node::Prefix(text) => {
                (analyser::terms(analyser::exact(), text), fields.exact)
            }
            Node::All(_) | Node::Any(_) | Node::Not(_) => return Ok(None),
        };
        let terms = words.iter().map(|word| Term::from_field_text(field, word));
        let mut leaf = Self { slots: terms.map(|term| vec![term]).collect(), prefix: None };
        if let (Node::Prefix(_), Some(last)) = (node, words.last()) {
            leaf.slots.pop();
            leaf.slots.push(terms_beginning_with(field, last, searcher)?);
            leaf.prefix = Some(Term::from_field_text(field, last));
        }
        Ok(Some(leaf))
    }

    /// Returns the query for the units that have it.
    pub(crate) fn query(&self) -> Box<dyn Query> {
        match (&self.slots[..], &self.prefix) {
            ([], _) => Box::new(EmptyQuery),
            ([terms], _) => match &terms[..] {
                [term] => Box::new(TermQuery::new(term.clone(), IndexRecordOption::WithFreqs)),
                terms => Box::new(TermSetQuery::new(terms.iter().cloned())),
            },
            ([.., last], Some(_)) if last.is_empty() => Box::new(EmptyQuery),
            ([before @ .., last], Some(prefix)) => {
                let terms = before.iter().flatten().chain([prefix]).cloned().collect();
                let mut query = PhrasePrefixQuery::new(terms);
                query.set_max_expansions(u32::try_from(last.len()).unwrap_or(u32::MAX));
                Box::new(Steady(Box::new(query)))
            }
            (slots, None) => {
                Box::new(Steady(Box::new(PhraseQuery::new(slots.iter().flatten().cloned().collect()))))
            }
        }
    }
}

fn terms_beginning_with(field: Field, prefix: &str, searcher: &Searcher) -> tantivy::Result<Vec<Term>> {
    let mut found = std::collections::BTreeSet::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(field)?;
        let mut stream = index.terms().range().ge(prefix.as_bytes()).into_stream()?;
        while stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
            found.extend(std::str::from_utf8(stream.key()).ok().map(str::to_owned));
        }
    }
    Ok(found.iter().map(|text| Term::from_field_text(field, text)).collect())
}
