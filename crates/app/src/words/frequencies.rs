//! The most frequent words, and runs of words.

use super::basis::DISPERSION;
use super::material::Material;
use super::rank::{Order, Row};
use super::{Basis, Request, Use};
use crate::Project;
use draad_analysis::table::{Column, Table, Value};
use draad_core::diagnostic::Outcome;
use draad_index::wordlist::{Items, Shown};
use rayon::prelude::*;
use std::ops::RangeInclusive;

/// Words, or runs of words, and how often they occur.
#[derive(Clone, Debug, PartialEq)]
pub struct Frequencies {
    /// What the list rests on.
    pub basis: Basis,
    /// How many words a run has; nothing for a list of words.
    pub lengths: Option<RangeInclusive<u8>>,
    /// How many would be listed without a limit.
    pub n_candidates: usize,
    /// The rows.
    pub rows: Vec<Frequency>,
}

/// How often something occurs.
#[derive(Clone, Debug, PartialEq)]
pub struct Frequency {
    /// The word or run of words.
    pub shown: Shown,
    /// How many words it has.
    pub length: usize,
    /// How often.
    pub usage: Use,
}

/// Lists words by frequency.
///
/// # Errors
/// When the filter names something that the study does not have, no words pass it, or the list has no such order.
pub fn frequencies(project: &Project, request: &Request) -> Outcome<Frequencies> {
    let material = Material::read(project, request)?;
    let items = Items::words(&material.corpus, &material.terms);
    listed(project, request, &material, &items, None)
}

/// Lists runs of words by frequency. A run stays within a unit.
///
/// # Errors
/// As [`frequencies`].
pub fn ngrams(project: &Project, request: &Request, lengths: RangeInclusive<u8>) -> Outcome<Frequencies> {
    let material = Material::read(project, request)?;
    let items = Items::runs(&material.corpus, &material.terms, lengths.clone(), request.least.count);
    listed(project, request, &material, &items, Some(lengths))
}

fn listed(
    project: &Project,
    request: &Request,
    material: &Material,
    items: &Items,
    lengths: Option<RangeInclusive<u8>>,
) -> Outcome<Frequencies> {
    let order = Order::asked(request, &[Order::Count, Order::Sources, Order::Word])?;
    let listable = material.listable(items);
    let row = |item: usize| {
        if items.n(item) < request.least.count || !listable[item] {
            return None;
        }
        let counts = items.counts(item, &material.cells);
        let is_listed = request.least.takes(material.all.count(&counts), material.all.extent());
        is_listed.then(|| Frequency {
            shown: items.shown(item),
            length: items.length(item),
            usage: material.all.usage(&counts),
        })
    };
    let mut rows: Vec<Frequency> = (0..items.len()).into_par_iter().filter_map(row).collect();
    order.sort(&mut rows);
    let n_candidates = rows.len();
    rows.truncate(request.limit.unwrap_or(usize::MAX));
    let basis = Basis::new(project, request, material, order, &[DISPERSION]);
    Ok(Frequencies { basis, lengths, n_candidates, rows })
}

impl Row for Frequency {
    fn shown(&self) -> &Shown {
        &self.shown
    }

    fn frequency(&self) -> u64 {
        self.usage.n
    }

    fn value(&self, order: Order) -> Option<f64> {
        match order {
            Order::Count => Some(self.usage.n as f64),
            Order::Sources => Some(self.usage.n_sources as f64),
            _ => None,
        }
    }
}

impl Frequencies {
    /// Returns the list with every measure.
    pub fn table(&self) -> Table {
        let head = [Column::text("word"), Column::text("forms"), Column::integer("n_in_run")];
        let columns = head.into_iter().chain(Use::columns("")).chain(Use::spread_columns()).collect();
        let row = |row: &Frequency| {
            let head: [Value; 3] =
                [Value::text(&row.shown.word), Value::list(&row.shown.forms), row.length.into()];
            head.into_iter().chain(row.usage.cells()).chain(row.usage.spread_cells()).collect()
        };
        let name = if self.lengths.is_some() { "ngrams" } else { "words" };
        Table { name, columns, rows: self.rows.iter().map(row).collect() }
    }
}
