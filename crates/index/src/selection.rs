//! A query and a filter as a query of the index.

use crate::coding_key::keys_asked;
use crate::leaf::Leaf;
use crate::query::Node;
use crate::schema::Fields;
use draad_core::{Filter, Study};
use tantivy::query::{AllQuery, BooleanQuery, ConstScoreQuery, Occur, Query, TermSetQuery};
use tantivy::schema::Field;
use tantivy::{Searcher, Term};

/// The words of a query, ready to be looked up.
pub(crate) struct WordSelection {
    pub(crate) query: Box<dyn Query>,
    /// The words to point at: those not negated.
    pub(crate) leaves: Vec<Leaf>,
}

impl WordSelection {
    pub(crate) fn new(root: &Node, fields: Fields, searcher: &Searcher) -> tantivy::Result<Self> {
        let mut leaves = Vec::new();
        let query = query_for(root, true, &mut leaves, fields, searcher)?;
        Ok(Self { query, leaves })
    }
}

fn query_for(
    node: &Node,
    is_wanted: bool,
    leaves: &mut Vec<Leaf>,
    fields: Fields,
    searcher: &Searcher,
) -> tantivy::Result<Box<dyn Query>> {
    let mut below = |node: &Node, is_wanted| query_for(node, is_wanted, leaves, fields, searcher);
    let clauses = match node {
        Node::All(parts) => {
            let must = |part| Ok((Occur::Must, below(part, is_wanted)?));
            parts.iter().map(must).collect::<tantivy::Result<_>>()?
        }
        Node::Any(parts) => {
            let should = |part| Ok((Occur::Should, below(part, is_wanted)?));
            parts.iter().map(should).collect::<tantivy::Result<_>>()?
        }
        Node::Not(inner) => {
            vec![(Occur::Must, without_weight(AllQuery)), (Occur::MustNot, below(inner, !is_wanted)?)]
        }
        Node::Word(_) | Node::Prefix(_) | Node::Phrase(_) => {
            return leaf_query(node, is_wanted, leaves, fields, searcher);
        }
    };
    Ok(Box::new(BooleanQuery::new(clauses)))
}

fn leaf_query(
    node: &Node,
    is_wanted: bool,
    leaves: &mut Vec<Leaf>,
    fields: Fields,
    searcher: &Searcher,
) -> tantivy::Result<Box<dyn Query>> {
    let leaf =
        Leaf::new(node, fields, searcher)?.expect("the caller passes words, prefixes and phrases only");
    let query = leaf.query();
    if is_wanted {
        leaves.push(leaf);
    }
    Ok(query)
}

/// Returns the query for the units that pass the filter; it adds nothing to a unit's weight.
pub(crate) fn filter_query(study: &Study, filter: &Filter, fields: Fields) -> Box<dyn Query> {
    let mut conditions: Vec<Box<dyn Query>> = Vec::new();
    let cases = cases_asked(study, filter);
    match (keys_asked(filter, cases.as_deref()), cases) {
        // The keys name the case of the coding, which in a source about several cases need not be all its unit has.
        (Some(keys), _) => conditions.push(one_of(fields.coding, keys)),
        (None, Some(cases)) => conditions.push(one_of(fields.case, cases)),
        (None, None) => {}
    }
    let mut ask = |field, names: Vec<&str>| {
        if !names.is_empty() {
            conditions.push(one_of(field, names));
        }
    };
    ask(fields.kind, filter.kinds.iter().map(|id| id.as_str()).collect());
    ask(fields.role, filter.roles.iter().map(|id| id.as_str()).collect());
    ask(fields.phase, filter.phases.iter().map(|id| id.as_str()).collect());
    if conditions.is_empty() {
        return without_weight(AllQuery);
    }
    without_weight(BooleanQuery::intersection(conditions))
}

/// Returns the cases that pass, or nothing when the filter asks nothing of cases.
fn cases_asked<'s>(study: &'s Study, filter: &Filter) -> Option<Vec<&'s str>> {
    if filter.cases.is_empty() && filter.attributes.is_empty() {
        return None;
    }
    let passing = study.cases.values().filter(|case| filter.takes_case(case));
    Some(passing.map(|case| case.id.as_str()).collect())
}

fn one_of(field: Field, names: impl IntoIterator<Item = impl AsRef<str>>) -> Box<dyn Query> {
    let terms = names.into_iter().map(|name| Term::from_field_text(field, name.as_ref()));
    Box::new(TermSetQuery::new(terms))
}

fn without_weight(query: impl Query) -> Box<dyn Query> {
    Box::new(ConstScoreQuery::new(Box::new(query), 0.0))
}
