//! The words of a query as terms of the index: one slot per word, each with the terms that fit it.

use crate::analyser::folded;
use crate::form::{ANY_LETTERS, fold, stem};
use crate::forms::Forms;
use crate::query::Pattern;
use crate::schema::Fields;
use crate::segments::Segments;
use std::collections::BTreeSet;
use tantivy::Term;
use tantivy::postings::TermInfo;
use tantivy::query::FuzzyTermQuery;
use tantivy_fst::{Automaton, Regex};

/// Words to look for, looked up.
pub(crate) struct Terms {
    pub(crate) slots: Vec<Slot>,
}

/// The terms that fit one word of a query.
#[derive(Default)]
pub(crate) struct Slot {
    /// As they stand in the index.
    pub(crate) terms: BTreeSet<String>,
    /// Where each part of the index has their positions.
    pub(crate) infos: Vec<Vec<TermInfo>>,
}

impl Slot {
    /// In how many units the terms stand, at most.
    pub(crate) fn n_units(&self) -> u64 {
        self.infos.iter().flatten().map(|info| u64::from(info.doc_freq)).sum()
    }
}

impl Terms {
    pub(crate) fn look_up(
        pattern: &Pattern,
        forms: &Forms,
        segments: &Segments,
        fields: Fields,
    ) -> tantivy::Result<Self> {
        let lexicon = Lexicon { forms, segments, fields };
        let slots = match pattern {
            Pattern::Stem(text) => folded(text).iter().map(|word| lexicon.forms_of(word)).collect(),
            Pattern::Phrase(text) => {
                folded(text).iter().map(|word| lexicon.exactly([word.as_str()])).collect()
            }
            Pattern::Wild(text) => {
                let marked = text.replace('*', &ANY_LETTERS.to_string());
                folded(&marked).iter().map(|word| lexicon.like(word)).collect()
            }
            Pattern::Regex(expression) => Ok(vec![lexicon.matching(&regex(expression)?)?]),
            Pattern::Fuzzy(text, distance) => {
                folded(text).iter().map(|word| lexicon.near(word, *distance)).collect()
            }
        };
        slots.map(|slots: Vec<Slot>| Self { slots })
    }
}

struct Lexicon<'s> {
    forms: &'s Forms,
    segments: &'s Segments,
    fields: Fields,
}

impl Lexicon<'_> {
    fn forms_of(&self, word: &str) -> tantivy::Result<Slot> {
        self.exactly(self.forms.of_stem(&stem(word)))
    }

    fn exactly<'t>(&self, terms: impl IntoIterator<Item = &'t str>) -> tantivy::Result<Slot> {
        let terms: BTreeSet<String> = terms.into_iter().map(str::to_owned).collect();
        let mut infos = Vec::with_capacity(self.segments.parts.len());
        for part in &self.segments.parts {
            let mut own = Vec::new();
            for term in &terms {
                own.extend(part.words.terms().get(term)?);
            }
            infos.push(own);
        }
        Ok(Slot { terms, infos })
    }

    /// Terms like a word in which [`ANY_LETTERS`] stands for any letters.
    fn like(&self, word: &str) -> tantivy::Result<Slot> {
        let Some((before, after)) = word.split_once(ANY_LETTERS) else { return self.exactly([word]) };
        if after.is_empty() {
            return self.beginning_with(before);
        }
        let parts: Vec<String> = word.split(ANY_LETTERS).map(escaped).collect();
        self.matching(&regex(&parts.join(".*"))?)
    }

    fn beginning_with(&self, prefix: &str) -> tantivy::Result<Slot> {
        let mut slot = Slot::default();
        for part in &self.segments.parts {
            let mut own = Vec::new();
            let mut stream = part.words.terms().range().ge(prefix.as_bytes()).into_stream()?;
            while stream.advance() && stream.key().starts_with(prefix.as_bytes()) {
                slot.terms.extend(std::str::from_utf8(stream.key()).ok().map(str::to_owned));
                own.push(stream.value().clone());
            }
            slot.infos.push(own);
        }
        Ok(slot)
    }

    fn matching<A: Automaton>(&self, automaton: &A) -> tantivy::Result<Slot>
    where
        A::State: Clone,
    {
        let mut slot = Slot::default();
        for part in &self.segments.parts {
            let mut own = Vec::new();
            let mut stream = part.words.terms().search(automaton).into_stream()?;
            while stream.advance() {
                slot.terms.extend(std::str::from_utf8(stream.key()).ok().map(str::to_owned));
                own.push(stream.value().clone());
            }
            slot.infos.push(own);
        }
        Ok(slot)
    }

    fn near(&self, word: &str, distance: u8) -> tantivy::Result<Slot> {
        let term = Term::from_field_text(self.fields.words, &fold(word));
        self.matching(&FuzzyTermQuery::new(term, distance, true).automaton()?)
    }
}

fn regex(expression: &str) -> tantivy::Result<Regex> {
    Regex::new(expression).map_err(|error| tantivy::TantivyError::InvalidArgument(error.to_string()))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_punctuation() {
            escaped.push('\\');
        }
        escaped.push(c);
    }
    escaped
}
