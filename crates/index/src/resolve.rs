//! From the names in a query to what they mean in a study. A name that the study does not have is answered with its place
//! and the name most like it.

mod codings;
mod settings;

pub(crate) use settings::passing_cases;

use crate::analyser::folded;
use crate::columns::Columns;
use crate::form::{ANY_LETTERS, stem};
use crate::query::{CodingTest, Distance, FieldTest, Given, Node, Pattern, Relation, What, fault, problem};
use crate::units::Set;
use draad_core::diagnostic::Outcome;
use draad_core::filter::{list, nearest};
use draad_core::{CoderId, Label, Problem, QueryFault, Study, Valence};
use jiff::civil::Date;
use std::fmt::Display;

/// How many saved queries may stand in each other.
const MAX_SAVED: usize = 32;

/// What a query asks of this study.
#[derive(Debug)]
pub(crate) enum Ask {
    All(Vec<Ask>),
    Any(Vec<Ask>),
    Not(Box<Ask>),
    Words(Pattern),
    Coding(Vec<CodingRule>),
    Setting(Setting),
    Related(Box<Related>),
}

/// Two parts and how they must stand to each other.
#[derive(Debug)]
pub(crate) struct Related {
    pub(crate) left: Ask,
    pub(crate) relation: Relation,
    pub(crate) is_negated: bool,
    pub(crate) right: Ask,
}

/// A condition on where, when and by whom something was said. Numbers are positions in the study's own lists.
#[derive(Debug)]
pub(crate) enum Setting {
    /// In one of these cases.
    Cases(Set),
    /// In one of these sources.
    Sources(Set),
    /// From one of these roles.
    Roles(Vec<u32>),
    /// In one of these phases.
    Phases(Vec<u32>),
    /// By one of these participants, or by whoever is labelled so.
    Speakers { participants: Vec<u32>, labels: Vec<String> },
    /// On a day within one of these periods; both days belong to it.
    Dates(Vec<(Date, Date)>),
}

/// A condition on a coding.
#[derive(Debug)]
pub(crate) struct CodingRule {
    pub(crate) asks: CodingAsk,
    pub(crate) is_negated: bool,
}

/// What a coding must have.
#[derive(Debug)]
pub(crate) enum CodingAsk {
    /// One of these codes, as positions in the codebook, sorted.
    Codes(Vec<usize>),
    Valences(Vec<Valence>),
    Coders(Vec<CoderId>),
    /// A remark with one of these.
    Memo(Vec<MemoWords>),
    /// A weight from the first to the second number, in one of these ranges.
    Weights(Vec<(u8, u8)>),
}

/// Words in a remark, one after the other.
#[derive(Clone, Debug)]
pub(crate) struct MemoWords {
    pub(crate) words: Vec<String>,
    /// Exactly these words, and not other forms of them.
    pub(crate) is_exact: bool,
}

impl MemoWords {
    /// Returns whether these words stand in a remark, one after the other.
    pub(crate) fn stand_in(&self, memo: &str) -> bool {
        if memo.is_empty() {
            return false;
        }
        let own = folded(memo);
        let fits = |(own, wanted): (&String, &String)| match self.is_exact {
            _ if wanted.ends_with(ANY_LETTERS) => own.starts_with(wanted.trim_end_matches(ANY_LETTERS)),
            true => own == wanted,
            false => own == wanted || stem(own) == stem(wanted),
        };
        own.windows(self.words.len().max(1)).any(|stretch| stretch.iter().zip(&self.words).all(fits))
    }
}

impl Ask {
    /// Returns whether it only says where, when and by whom something was said.
    pub(crate) fn is_setting(&self) -> bool {
        match self {
            Ask::Setting(_) => true,
            Ask::All(parts) | Ask::Any(parts) => parts.iter().all(Ask::is_setting),
            Ask::Not(inner) => inner.is_setting(),
            Ask::Words(_) | Ask::Coding(_) | Ask::Related(_) => false,
        }
    }

    /// Returns whether it asks for nothing but words, so that all distances can be counted in words of the index.
    pub(crate) fn is_words(&self) -> bool {
        match self {
            Ask::Words(_) => true,
            Ask::Any(parts) => parts.iter().all(Ask::is_words),
            Ask::Related(related) => {
                related.left.is_words() && related.right.is_words() && related.relation.is_in_words()
            }
            Ask::All(_) | Ask::Not(_) | Ask::Coding(_) | Ask::Setting(_) => false,
        }
    }

    /// Returns whether it points at words.
    pub(crate) fn points_at_words(&self) -> bool {
        match self {
            Ask::Words(_) => true,
            Ask::All(parts) | Ask::Any(parts) => parts.iter().any(Ask::points_at_words),
            Ask::Related(related) => related.left.points_at_words(),
            Ask::Not(_) | Ask::Coding(_) | Ask::Setting(_) => false,
        }
    }
}

impl Relation {
    /// Returns whether it can be told from the order of words and units alone.
    pub(crate) fn is_in_words(self) -> bool {
        use crate::query::Step;
        let in_words = |distance: Distance| matches!(distance.step, Step::Words | Step::Units);
        match self {
            Relation::Near(distance) => in_words(distance),
            Relation::Before(distance) | Relation::After(distance) => distance.is_none_or(in_words),
            Relation::Overlaps | Relation::Within | Relation::Encloses | Relation::Equals => true,
        }
    }
}

/// Finds out what a query asks of `study`.
///
/// # Errors
/// `QueryFieldUnknown`, `QueryNameUnknown`, `QueryValueInvalid`; `QueryInvalid` for a saved query that asks for itself.
pub(crate) fn resolve(node: &Node, study: &Study, columns: &Columns) -> Outcome<Ask> {
    Resolver { study, columns, open: Vec::new() }.ask(node)
}

struct Resolver<'s> {
    study: &'s Study,
    columns: &'s Columns,
    /// Saved queries being read.
    open: Vec<String>,
}

impl Resolver<'_> {
    fn ask(&mut self, node: &Node) -> Outcome<Ask> {
        Ok(match &node.what {
            What::All(parts) => Ask::All(self.asks(parts)?),
            What::Any(parts) => Ask::Any(self.asks(parts)?),
            What::Not(inner) => match self.ask(inner)? {
                Ask::Not(twice) => *twice,
                once => Ask::Not(Box::new(once)),
            },
            What::Words(pattern) => Ask::Words(pattern.clone()),
            What::Coding(CodingTest { fields }) => {
                let rule = |field: &crate::query::CodingField| {
                    let asks = codings::asks(self.study, self.columns, &field.test)?;
                    Ok(CodingRule { asks, is_negated: field.is_negated })
                };
                Ask::Coding(fields.iter().map(rule).collect::<Outcome<_>>()?)
            }
            What::Field(test) => Ask::Setting(settings::setting(self.study, test)?),
            What::Saved(name) => self.saved(name, node.at)?,
            What::Related(related) => Ask::Related(Box::new(Related {
                left: self.ask(&related.left)?,
                relation: related.relation,
                is_negated: related.is_negated,
                right: self.ask(&related.right)?,
            })),
        })
    }

    fn asks(&mut self, nodes: &[Node]) -> Outcome<Vec<Ask>> {
        nodes.iter().map(|node| self.ask(node)).collect()
    }

    fn saved(&mut self, name: &str, at: usize) -> Outcome<Ask> {
        let saved =
            self.study.queries.values().find(|query| query.name.as_str() == name || query.label.is(name));
        let Some(saved) = saved else {
            let names: Vec<&str> = self.study.queries.keys().map(|name| name.as_str()).collect();
            return Err(unknown_name("query", name, names.iter().copied(), list(&names), at));
        };
        let name = saved.name.to_string();
        if self.open.contains(&name) || self.open.len() == MAX_SAVED {
            return Err(fault(QueryFault::QueryCircular, at));
        }
        self.open.push(name);
        let query = crate::Query::parse(&saved.text)?;
        let ask = match &query.root {
            Some(root) => self.ask(root),
            None => Ok(Ask::All(Vec::new())),
        };
        self.open.pop();
        ask
    }
}

/// Returns the positions of what the values of a field mean, by id or by label; `*` stands for any letters.
fn named<'a, Id: Display + 'a>(
    test: &FieldTest,
    given: &Given,
    known: impl Iterator<Item = (&'a Id, &'a Label)> + Clone,
) -> Outcome<Vec<usize>> {
    let all = || known.clone().enumerate();
    if given.text.contains('*') {
        let fits = all().filter(|(_, (id, _))| is_like(&id.to_string(), &given.text));
        let found: Vec<usize> = fits.map(|(idx, _)| idx).collect();
        if !found.is_empty() {
            return Ok(found);
        }
    } else if let Some((idx, _)) = all().find(|(_, (id, _))| id.to_string() == given.text) {
        return Ok(vec![idx]);
    } else {
        let found: Vec<usize> = all()
            .filter(|(_, (id, label))| label.is(&given.text) || is_same(&id.to_string(), &given.text))
            .map(|(idx, _)| idx)
            .collect();
        if found.len() == 1 {
            return Ok(found);
        }
    }
    let ids: Vec<String> = known.clone().map(|(id, _)| id.to_string()).collect();
    let labels =
        known.flat_map(|(_, label)| [label.nl.as_str(), label.en.as_str()]).filter(|label| !label.is_empty());
    let candidates = ids.iter().map(String::as_str).chain(labels);
    let shown = if ids.len() <= MAX_LISTED { list(&ids) } else { String::new() };
    Err(unknown_name(test.name.as_str(), &given.text, candidates, shown, given.at))
}

/// A list longer than this is not shown as a choice.
const MAX_LISTED: usize = 12;

fn unknown_name<'a>(
    field: &str,
    name: &str,
    candidates: impl Iterator<Item = &'a str>,
    known: String,
    at: usize,
) -> Box<draad_core::Diagnostic> {
    let nearest = nearest(name, candidates);
    let (field, name) = (field.to_owned(), name.to_owned());
    problem(Problem::QueryNameUnknown { field, name, nearest, known, position: at + 1 })
}

fn invalid(test: &FieldTest, given: &Given, expected: impl Into<String>) -> Box<draad_core::Diagnostic> {
    problem(Problem::QueryValueInvalid {
        field: test.name.as_str().to_owned(),
        value: given.text.clone(),
        expected: expected.into(),
        position: given.at + 1,
    })
}

/// Refuses a comparison with a field that has no order.
fn only_equal(test: &FieldTest) -> Outcome<()> {
    match test.comparison.as_str() {
        "" | "=" => Ok(()),
        _ => {
            let given = &test.values[0];
            let field = test.name.as_str();
            let value = format!("{}{}", test.comparison, given.text);
            Err(invalid(test, &Given { text: value, ..given.clone() }, format!("{field}:{}", given.text)))
        }
    }
}

fn is_same(a: &str, b: &str) -> bool {
    a.to_lowercase() == b.to_lowercase()
}

/// Returns whether a name is like a pattern in which `*` stands for any letters, whatever the capitals.
fn is_like(name: &str, pattern: &str) -> bool {
    let (name, pattern) = (name.to_lowercase(), pattern.to_lowercase());
    let parts: Vec<&str> = pattern.split('*').collect();
    let [first, middle @ .., last] = &parts[..] else { return name == pattern };
    let Some(rest) = name.strip_prefix(first) else { return false };
    let Some(mut rest) = rest.strip_suffix(last) else { return false };
    for part in middle {
        let Some(at) = rest.find(part) else { return false };
        rest = &rest[at + part.len()..];
    }
    true
}

#[cfg(test)]
mod tests {
    use super::is_like;

    #[test]
    fn a_star_stands_for_any_letters() {
        for pattern in ["p0*", "*3", "p*3", "P0*", "*", "p03*", "*0*"] {
            assert!(is_like("p03", pattern), "{pattern}");
        }
        for pattern in ["p1*", "*4", "p*33", "p03*3", "*1*"] {
            assert!(!is_like("p03", pattern), "{pattern}");
        }
    }
}
