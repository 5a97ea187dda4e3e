//! Queries that cannot be answered.

use crate::study::{all_hits, with_units};
use draad_core::{Filter, Language, Problem, QueryFault};
use draad_index::{Query, SearchIndex};
use draad_words::Words;
use std::collections::BTreeSet;
use strum::IntoEnumIterator;

#[test]
fn neither_words_nor_filter_is_a_mistake() {
    let study = with_units(&["iets"]);
    let index = SearchIndex::build_in_memory(&study).unwrap();
    let everything = Query::parse("  ").unwrap();
    let problem = index.search(&study, &everything, &Filter::default(), &all_hits()).unwrap_err().problem;
    assert_eq!(problem, Problem::QueryInvalid { reason: QueryFault::Empty, position: 1 });
}

#[test]
fn every_fault_has_its_own_sentence_and_next_step() {
    for language in [Language::Nl, Language::En] {
        let advice = |reason| Words::new(language).advice(&Problem::QueryInvalid { reason, position: 7 });
        let all: Vec<_> = QueryFault::iter().map(advice).collect();
        let distinct =
            |text: fn(&draad_words::Advice) -> &String| all.iter().map(text).collect::<BTreeSet<_>>().len();
        assert_eq!(distinct(|advice| &advice.message), all.len());
        assert_eq!(distinct(|advice| &advice.help), all.len());
    }
}
