//! The words near a word.

use super::basis::Measure;
use super::material::Material;
use super::rank::{Order, Row};
use super::side::{Counted, Extent};
use super::{Basis, Request, fails};
use crate::Project;
use draad_analysis::table::{Column, Table, Value};
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_core::filter::nearest;
use draad_index::wordlist::{Company, Items, Near, Shown};
use draad_measures::collocation::{self, log_dice};

const MEASURES: [Measure; 4] = [
    Measure {
        column: "expected",
        definition: "places near the word x occurrences / all words, the word itself left out",
    },
    Measure {
        column: "log_dice",
        definition: "14 + log2(2 n_near / (occurrences of the word + n)) (Rychlý 2008)",
    },
    Measure { column: "mutual_information", definition: "log2(n_near / expected) (Church & Hanks 1990)" },
    Measure {
        column: "log_likelihood",
        definition: "2 sum O ln(O/E) over the four cells of this word and others, near and elsewhere (Dunning 1993)",
    },
];

/// Words near a word.
#[derive(Clone, Debug, PartialEq)]
pub struct Collocates {
    /// What the list rests on.
    pub basis: Basis,
    /// The word, with all forms that were taken for it.
    pub near: Shown,
    /// How many words away.
    pub window: usize,
    /// How often the word occurs.
    pub n_nodes: u64,
    /// In how many sources.
    pub n_node_sources: usize,
    /// In how many cases.
    pub n_node_cases: usize,
    /// How many words stand near it.
    pub n_places: u64,
    /// How many words would be listed without a limit.
    pub n_candidates: usize,
    /// The words.
    pub rows: Vec<Collocate>,
}

/// A word near a word.
#[derive(Clone, Debug, PartialEq)]
pub struct Collocate {
    /// The word.
    pub shown: Shown,
    /// How often it stands near.
    pub n_near: u64,
    /// In how many sources.
    pub n_sources: usize,
    /// In how many cases.
    pub n_cases: usize,
    /// The share of the source where it stands near most often.
    pub largest_share: f64,
    /// How often it occurs at all.
    pub n: u64,
    /// How often it would stand near if it did not mind where.
    pub expected: f64,
    /// logDice.
    pub log_dice: Option<f64>,
    /// Mutual information.
    pub mutual_information: Option<f64>,
    /// Four-cell log-likelihood; nothing where everything is near.
    pub log_likelihood: Option<f64>,
}

/// Lists the words at most `window` words away from a word, within units. `near` is a word, for all forms of its stem, or
/// `=word`, for that word alone.
///
/// # Errors
/// When the filter names something that the study does not have, or `near` is not one word, or does not occur.
pub fn collocates(project: &Project, request: &Request, near: &str, window: usize) -> Outcome<Collocates> {
    let orders = [Order::LogDice, Order::Ll, Order::Mi, Order::Count, Order::Sources, Order::Word];
    let order = Order::asked(request, &orders)?;
    let Some(node) = Near::parse(near) else {
        return fails(Problem::WordNotOne { word: near.to_owned() });
    };
    let material = Material::read(project, request)?;
    let Some(company) = Company::new(&material.corpus, &node, window) else {
        let word = near.trim().trim_start_matches('=').to_owned();
        let nearest = nearest(&word.to_lowercase(), material.corpus.forms().iter().copied());
        return fails(Problem::WordNotThere { word, nearest });
    };
    let mut rows = rows(request, &material, &company);
    order.sort(&mut rows);
    let n_candidates = rows.len();
    rows.truncate(request.limit.unwrap_or(usize::MAX));
    Ok(Collocates {
        basis: Basis::new(project, request, &material, order, &MEASURES),
        near: company.shown.clone(),
        window,
        n_nodes: company.n_nodes(),
        n_node_sources: sources_and_cases(&material, &company).n_sources,
        n_node_cases: sources_and_cases(&material, &company).n_cases,
        n_places: company.n_around(),
        n_candidates,
        rows,
    })
}

/// Returns how many words are near the word, and in how many sources and cases it occurs.
fn sources_and_cases(material: &Material, company: &Company) -> Extent {
    let Counted { n_sources, n_cases, .. } = material.all.count(&company.node_counts(&material.cells));
    Extent { n_words: company.n_around(), n_sources, n_cases }
}

fn rows(request: &Request, material: &Material, company: &Company) -> Vec<Collocate> {
    let items = Items::words(&material.corpus, &material.terms);
    let listable = material.listable(&items);
    let around = sources_and_cases(material, company);
    let counts = company.counts(&material.terms, &material.cells);
    let is_listed = |(term, counts): &(u32, Vec<(u32, u64)>)| {
        request.least.takes(material.all.count(counts), around) && listable[*term as usize]
    };
    let row = |(term, counts): (u32, Vec<(u32, u64)>)| collocate(material, company, &items, term, &counts);
    counts.into_iter().filter(is_listed).filter_map(row).collect()
}

fn collocate(
    material: &Material,
    company: &Company,
    items: &Items,
    term: u32,
    counts: &[(u32, u64)],
) -> Option<Collocate> {
    let near = material.all.usage(counts);
    // where forms of one stem are one word, some of them may be the node itself
    let n = items.n(term as usize) - company.n_nodes_of(&material.terms, term);
    let total = material.corpus.n_words() as u64 - company.n_nodes();
    let measures = collocation::Company::new(near.n, company.n_around(), n, total)?;
    Some(Collocate {
        shown: items.shown(term as usize),
        n_near: near.n,
        n_sources: near.n_sources,
        n_cases: near.n_cases,
        largest_share: near.largest_share?,
        n,
        expected: measures.expected(),
        log_dice: log_dice(near.n, company.n_nodes(), n),
        mutual_information: measures.mutual_information(),
        log_likelihood: measures.log_likelihood(),
    })
}

impl Row for Collocate {
    fn shown(&self) -> &Shown {
        &self.shown
    }

    fn frequency(&self) -> u64 {
        self.n_near
    }

    fn value(&self, order: Order) -> Option<f64> {
        match order {
            Order::LogDice => self.log_dice,
            Order::Mi => self.mutual_information,
            Order::Ll => self.log_likelihood,
            Order::Count => Some(self.n_near as f64),
            Order::Sources => Some(self.n_sources as f64),
            Order::LogRatio | Order::Word => None,
        }
    }
}

impl Collocate {
    /// Returns whether one source holds more than half of the places where it stands near.
    pub fn one_source_dominates(&self) -> bool {
        self.largest_share > super::side::DOMINATES
    }
}

impl Collocates {
    /// Returns the list with every measure.
    pub fn table(&self) -> Table {
        let columns = vec![
            Column::text("near"),
            Column::integer("n_nodes"),
            Column::integer("n_places"),
            Column::text("word"),
            Column::text("forms"),
            Column::integer("n_near"),
            Column::integer("n_sources"),
            Column::integer("of_sources"),
            Column::integer("n_cases"),
            Column::integer("of_cases"),
            Column::integer("n"),
            Column::number("expected"),
            Column::number("log_dice"),
            Column::number("mutual_information"),
            Column::number("log_likelihood"),
            Column::number("largest_source_share"),
            Column::yes_no("one_source_dominates"),
        ];
        Table { name: "collocates", columns, rows: self.rows.iter().map(|row| self.cells(row)).collect() }
    }

    fn cells(&self, row: &Collocate) -> Vec<Value> {
        vec![
            Value::text(&self.near.word),
            self.n_nodes.into(),
            self.n_places.into(),
            Value::text(&row.shown.word),
            Value::list(&row.shown.forms),
            row.n_near.into(),
            row.n_sources.into(),
            self.n_node_sources.into(),
            row.n_cases.into(),
            self.n_node_cases.into(),
            row.n.into(),
            row.expected.into(),
            row.log_dice.into(),
            row.mutual_information.into(),
            row.log_likelihood.into(),
            row.largest_share.into(),
            row.one_source_dominates().into(),
        ]
    }
}
