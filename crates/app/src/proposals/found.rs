//! The passages that a query finds: the one place where proposals and search meet.

use crate::Project;
use crate::flags::flags;
use crate::search::{Context, Order, Per, SearchOptions, search};
use draad_core::diagnostic::Outcome;
use draad_core::{CharSpan, Diagnostic, Filter, Place, Problem, QueryFault, SavedQuery, SourceId, Study};
use std::collections::BTreeSet;

/// A question to the material.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    /// What to look for.
    pub text: String,
    /// In which part of the study.
    pub filter: Filter,
    /// What becomes a passage.
    pub within: Within,
}

/// What becomes a passage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Within {
    /// The words that were found.
    #[default]
    Hit,
    /// The whole unit in which they stand: a turn, a message, an entry, a paragraph.
    Unit,
}

impl Query {
    /// Returns the query with the flags that were given, so that it can be asked again, and with the text of each saved
    /// query that it rests on: those can change later.
    pub fn as_asked(&self, study: &Study) -> String {
        let within = if self.within == Within::Unit { " --within unit" } else { "" };
        let mut asked = format!("{}{}{within}", self.text.trim(), flags(&self.filter));
        let mut told: Vec<&SavedQuery> = Vec::new();
        while let Some(query) =
            study.queries.values().find(|query| !told.contains(query) && names(&asked, query))
        {
            asked += &format!("; query:{} = {}", query.name, query.text);
            told.push(query);
        }
        asked
    }
}

/// Returns whether a text names a saved query, by its name or a label.
fn names(text: &str, query: &SavedQuery) -> bool {
    let names = [query.name.as_str(), &query.label.nl, &query.label.en];
    let text = text.to_lowercase();
    names.iter().filter(|name| !name.is_empty()).any(|name| {
        let name = name.to_lowercase();
        let is_end = |rest: &str| !rest.starts_with(|c: char| c.is_alphanumeric() || "-_".contains(c));
        let (plain, quoted) = (format!("query:{name}"), format!("query:\"{name}\""));
        let mut found = text.match_indices(&plain);
        text.contains(&quoted) || found.any(|(at, _)| is_end(&text[at + plain.len()..]))
    })
}

/// Returns the passages that a query finds, each once, in the order of the sources and by place.
///
/// # Errors
/// When the query is empty or not well formed, or the filter names something the study does not have.
pub fn found(project: &Project, query: &Query) -> Outcome<Vec<(SourceId, CharSpan)>> {
    if query.text.trim().is_empty() {
        let problem = Problem::QueryInvalid { reason: QueryFault::Empty, position: 1 };
        return Err(Box::new(Diagnostic::error(Place::default(), problem)));
    }
    let all = SearchOptions {
        per: Some(Per::Hit),
        limit: usize::MAX,
        order: Order::Place,
        context: Context::Words(0),
        ..SearchOptions::default()
    };
    let hits = search(project, &query.text, &query.filter, &all)?.hits;
    let passage = |hit: crate::search::Hit| match query.within {
        Within::Hit => (hit.source, hit.match_chars),
        Within::Unit => (hit.source, hit.unit_chars),
    };
    // A coding of a whole source is a hit without characters.
    let passages = hits.into_iter().map(passage).filter(|(_, chars)| !chars.is_empty());
    let passages: BTreeSet<(SourceId, CharSpan)> = passages.collect();
    let mut passages: Vec<(SourceId, CharSpan)> = passages.into_iter().collect();
    passages.sort_by_key(|(source, chars)| (project.study().sources.get_index_of(source), *chars));
    Ok(passages)
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::{Label, Language, Settings};

    #[test]
    fn what_was_asked_tells_the_saved_queries_in_it() {
        let mut study = Study::new(Settings::new("s", "S", Language::Nl));
        for (name, text, label) in
            [("dank", "bedank*", "Dank je"), ("trots", "query:dank OR trots*", ""), ("x", "y", "")]
        {
            let name = name.parse().unwrap();
            let query =
                SavedQuery { name, text: text.to_owned(), label: Label::new(label, ""), note: String::new() };
            study.queries.insert(query.name.clone(), query);
        }
        let asked = |text: &str| Query { text: text.to_owned(), ..Query::default() }.as_asked(&study);
        assert_eq!(asked(" dank "), "dank");
        assert_eq!(asked("query:dank-je query:xy"), "query:dank-je query:xy");
        assert_eq!(asked("NOT query:\"dank je\""), "NOT query:\"dank je\"; query:dank = bedank*");
        let nested = "(query:trots); query:trots = query:dank OR trots*; query:dank = bedank*";
        assert_eq!(asked("(query:trots)"), nested);
        let unit = Query { text: "a".to_owned(), within: Within::Unit, ..Query::default() };
        assert_eq!(unit.as_asked(&study), "a --within unit");
    }
}
