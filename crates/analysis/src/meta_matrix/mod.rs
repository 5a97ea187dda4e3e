//! The case-ordered meta-matrix (Miles, Huberman & Saldaña): cases as rows in an order that means something, factors as
//! columns in groups, and in each cell a mark and the words behind it.
//!
//! A cell says what the case × factor table says; headings, which only add up what is below them, are no columns.

mod criteria;
mod order;
pub(crate) mod picked;
mod plain;
#[cfg(test)]
mod tests;

pub use criteria::{Criterion, CriterionKind, Shuffled};
pub use order::{ColumnOrder, RowOrder};
pub use picked::PINNED;

use crate::compute::{Occurrences, factor_order, factor_row, positions};
use crate::directions::Pointing;
use crate::evidence::passage;
use crate::hits::{Hit, Rows, Stretch, hits, passages};
use crate::leaning::{Leaning, leanings};
use crate::material::{Length, cases_with_material, lengths};
use crate::outcome::{CaseOrder, outcome, outcome_of_cases};
use crate::presence::Presence;
use crate::{Basis, CellState, Directions, FactorRow, Options, OutcomeGroup, Passage, problem};
use criteria::{Arrangement, Judged};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{CaseId, Label, Problem, Study};
use draad_measures::Undefined;
use order::Way;
use rayon::prelude::*;
use serde::Serialize;

/// The most quotes that a cell has room for.
pub const MOST_QUOTES: usize = 3;

/// The most shuffled tables that are made.
pub const MOST_SHUFFLES: usize = 1_000_000;

/// What to compute.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MetaMatrixOptions {
    /// Order of the cases.
    pub order: RowOrder,
    /// Order of the factors.
    pub columns: ColumnOrder,
    /// Quotes per cell, 1 to [`MOST_QUOTES`].
    pub quotes: usize,
    /// With how many shuffled tables the order is compared, at most [`MOST_SHUFFLES`]; 0 leaves the comparison out.
    pub shuffles: usize,
    /// Seed of the random numbers.
    pub seed: u64,
}

impl Default for MetaMatrixOptions {
    /// By outcome and by direction, one quote, 999 shuffled tables from seed 1.
    fn default() -> Self {
        let (order, columns) = (RowOrder::default(), ColumnOrder::default());
        Self { order, columns, quotes: 1, shuffles: 999, seed: 1 }
    }
}

/// The meta-matrix.
#[derive(Clone, Debug, PartialEq)]
pub struct MetaMatrix {
    /// What it rests on.
    pub basis: Basis,
    /// What was asked.
    pub options: MetaMatrixOptions,
    /// Groups of cases, where they stand by outcome or by another attribute; none otherwise.
    pub groups: Vec<OutcomeGroup>,
    /// Cases, in the order that was asked for.
    pub cases: Vec<CaseRow>,
    /// Factors, in the order that was asked for.
    pub factors: Vec<FactorRow>,
    /// Cells, case by case.
    pub cells: Vec<MetaCell>,
    /// How well marks lie together in this order.
    pub criteria: Result<Vec<Criterion>, Undefined>,
}

/// A case as a row.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseRow {
    /// The case.
    pub id: CaseId,
    /// What people call it; may be empty.
    pub name: String,
    /// The value of its outcome, id and label, if it is known.
    pub outcome: Option<(String, Label)>,
    /// (P − H) / (P + H) over distinct factors; nothing when there are none.
    pub balance: Option<f64>,
    /// Distinct factors with a promoting coding.
    pub n_promoting: usize,
    /// Distinct factors with a hindering coding.
    pub n_hindering: usize,
    /// Sources with material.
    pub n_sources: usize,
    /// Characters of material.
    pub n_chars: u64,
}

/// A factor in a case.
#[derive(Clone, Debug, PartialEq)]
pub struct MetaCell {
    /// What the cell says.
    pub state: CellState,
    /// Passages.
    pub n_passages: usize,
    /// Passages with a promoting coding.
    pub n_promoting: usize,
    /// Passages with a hindering coding.
    pub n_hindering: usize,
    /// Passages with an ambivalent coding.
    pub n_ambivalent: usize,
    /// Passages of which no coding has a direction.
    pub n_without_direction: usize,
    /// Passages that are quoted; [`picked`](self) says which.
    pub quotes: Vec<MetaQuote>,
}

/// A quote in a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct MetaQuote {
    /// Its words and where they stand.
    pub passage: Passage,
    /// Whether a researcher pinned it, by a coding of weight [`PINNED`].
    pub is_pinned: bool,
}

impl MetaMatrix {
    /// Computes the matrix from facts that were collected with the filter of `options`.
    ///
    /// # Errors
    /// The filter, the outcome or the order names something that the study does not have; no case passes; the order is by
    /// axis or tree and there are too few cases, or no axis; more quotes than a cell has room for.
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        own: &MetaMatrixOptions,
    ) -> Outcome<Self> {
        options.check(study)?;
        own.check(study)?;
        let rows = Rows::without_headings(&study.codebook, &options.filter, !options.unfolded);
        let hits = hits(facts, &rows, |_| 0);
        let passages = passages(&hits);
        let occurrences = Occurrences::count(rows.codes.len(), &hits, &passages);
        let presence = Presence::new(study, facts, &rows, &hits, &passages);
        let leanings = leanings(study, facts)?;
        let by_outcome = CaseOrder::new(study, facts, &own.grouping(options), &leanings)?;
        let mut factors = factor_order(study, &rows, &occurrences.n_cases);
        if own.columns == ColumnOrder::Level {
            order::by_level(study, &mut factors, |row| {
                &study.codebook.codes[rows.codes[row as usize] as usize]
            });
        }
        let order = Order::new(study, own, &presence, &by_outcome.cases, factors)?;
        let order = match own.order {
            RowOrder::Balance => order.by_balance(study, &leanings),
            _ => order,
        };
        let counted = Counted { study, facts, rows: &rows, hits: &hits, n_quotes: own.quotes };
        let factors = order.factors.iter().map(|&row| factor_row(study, &rows, &occurrences, row));
        Ok(Self {
            basis: Basis::new(study, facts, options, outcome(study, options)?),
            options: own.clone(),
            groups: if own.has_groups() { by_outcome.groups } else { Vec::new() },
            cases: case_rows(study, facts, options, &order.cases, &leanings)?,
            factors: factors.collect(),
            cells: counted.cells(&order, &passages),
            criteria: own.judge(&presence, &order),
        })
    }

    /// Returns a cell by the positions of its case and factor.
    pub fn cell(&self, case: usize, factor: usize) -> &MetaCell {
        &self.cells[case * self.factors.len() + factor]
    }
}

impl MetaMatrixOptions {
    fn check(&self, study: &Study) -> Outcome<()> {
        if !(1..=MOST_QUOTES).contains(&self.quotes) {
            return Err(problem(Problem::TableValueUnknown {
                option: "quotes".to_owned(),
                value: self.quotes.to_string(),
                known: "1, 2, 3".to_owned(),
            }));
        }
        if self.shuffles > MOST_SHUFFLES {
            return Err(problem(Problem::TableValueTooLarge {
                option: "shuffles".to_owned(),
                value: self.shuffles.to_string(),
                most: MOST_SHUFFLES,
            }));
        }
        order::attribute_exists(study, &self.order)
    }

    fn has_groups(&self) -> bool {
        matches!(self.order, RowOrder::Outcome | RowOrder::Attribute(_))
    }

    /// Returns the options by which cases are grouped.
    fn grouping(&self, options: &Options) -> Options {
        let mut options = options.clone();
        if let RowOrder::Attribute(id) = &self.order {
            options.outcome = Some(id.clone());
        }
        options
    }

    fn ways(&self) -> (Way, Way) {
        let rows = match self.order {
            RowOrder::Axis => Way::Axis,
            RowOrder::Leaf => Way::Leaf,
            _ => Way::Given,
        };
        let columns = match self.columns {
            ColumnOrder::Axis => Way::Axis,
            ColumnOrder::Leaf => Way::Leaf,
            _ => Way::Given,
        };
        (rows, columns)
    }

    fn judge(&self, presence: &Presence, order: &Order) -> Result<Vec<Criterion>, Undefined> {
        let place = |all: &[u32], one: &u32| all.binary_search(one).ok();
        let arranged = Arrangement {
            rows: order.cases.iter().filter_map(|case| place(&presence.cases, case)).collect(),
            columns: order.factors.iter().filter_map(|row| place(&presence.rows, row)).collect(),
        };
        let judged = Judged {
            marks: &presence.marks,
            order: &arranged,
            ways: self.ways(),
            n_shuffles: self.shuffles,
            seed: self.seed,
        };
        judged.criteria()
    }
}

/// The order of the table: positions in the study's cases, and in [`Rows::codes`].
struct Order {
    cases: Vec<u32>,
    factors: Vec<u32>,
}

impl Order {
    /// Puts cases, which stand by outcome, and factors, which stand in groups, in the order that was asked for.
    fn new(
        study: &Study,
        own: &MetaMatrixOptions,
        presence: &Presence,
        by_outcome: &[u32],
        factors: Vec<u32>,
    ) -> Outcome<Self> {
        let (rows, columns) = own.ways();
        let mut order = Self { cases: by_outcome.to_vec(), factors };
        if let RowOrder::ByHand(named) = &own.order {
            order.cases = order::by_hand(study, by_outcome, named);
        }
        order::check(presence, rows, columns)?;
        if rows == Way::Given && columns == Way::Given {
            return Ok(order);
        }
        let arranged =
            order::arrange(&presence.marks, rows, columns).map_err(|_| problem(Problem::OrderWithoutAxis))?;
        if rows != Way::Given {
            let cases = arranged.rows.iter().map(|&row| presence.cases[row]);
            order.cases = cases.chain(presence.no_material.iter().copied()).collect();
        }
        if columns != Way::Given {
            let unused = order.factors.iter().copied().filter(|row| presence.unused.contains(row));
            order.factors = arranged.columns.iter().map(|&row| presence.rows[row]).chain(unused).collect();
        }
        Ok(order)
    }

    /// Puts the most promoting cases first, those without a balance last; then by id.
    fn by_balance(mut self, study: &Study, leanings: &[Leaning]) -> Self {
        let balance = |case: u32| leanings[case as usize].by_factors().unwrap_or(f64::NEG_INFINITY);
        let id = |case: u32| &study.cases[case as usize].id;
        self.cases.sort_by(|&a, &b| balance(b).total_cmp(&balance(a)).then_with(|| id(a).cmp(id(b))));
        self
    }
}

fn case_rows(
    study: &Study,
    facts: &Facts,
    options: &Options,
    cases: &[u32],
    leanings: &[Leaning],
) -> Outcome<Vec<CaseRow>> {
    let outcomes = outcome_of_cases(study, options)?;
    let lengths = lengths(study, facts);
    let row = |&place: &u32| {
        let case = &study.cases[place as usize];
        let leaning = &leanings[place as usize];
        let Length { n_sources, n_chars } = lengths[place as usize];
        CaseRow {
            id: case.id.clone(),
            name: case.name.clone(),
            outcome: outcomes[place as usize].clone(),
            balance: leaning.by_factors(),
            n_promoting: leaning.promoting.factors as usize,
            n_hindering: leaning.hindering.factors as usize,
            n_sources,
            n_chars,
        }
    };
    Ok(cases.iter().map(row).collect())
}

/// What cells are counted from.
struct Counted<'s> {
    study: &'s Study,
    facts: &'s Facts,
    rows: &'s Rows,
    hits: &'s [Hit],
    n_quotes: usize,
}

impl Counted<'_> {
    /// Returns the cells, case by case.
    fn cells(&self, order: &Order, passages: &[Stretch]) -> Vec<MetaCell> {
        let n_factors = order.factors.len();
        let row_of_case = positions(self.study.cases.len(), &order.cases);
        let column_of_row = positions(self.rows.codes.len(), &order.factors);
        let place = |row: u32, case: u32| {
            let row_of_case = row_of_case[case as usize].expect("facts hold only cases that pass") as usize;
            let column = column_of_row[row as usize].expect("every row is a column") as usize;
            row_of_case * n_factors + column
        };
        let has_material = cases_with_material(self.study, self.facts);
        let without = |case: &u32| {
            let state = match has_material[*case as usize] {
                true => CellState::NotFound,
                false => CellState::NoMaterial,
            };
            std::iter::repeat_n(MetaCell::without_passages(state), n_factors)
        };
        let mut cells: Vec<MetaCell> = order.cases.iter().flat_map(without).collect();
        let of = |passage: &Stretch| (self.first(passage).row, self.first(passage).case);
        let same: Vec<&[Stretch]> = passages.chunk_by(|a, b| of(a) == of(b)).collect();
        let counted: Vec<(usize, MetaCell)> = same
            .into_par_iter()
            .map(|passages| {
                let (row, case) = of(&passages[0]);
                (place(row, case), self.cell(passages))
            })
            .collect();
        counted.into_iter().for_each(|(place, cell)| cells[place] = cell);
        cells
    }

    fn first(&self, passage: &Stretch) -> &Hit {
        &self.hits[passage.hits.start]
    }

    fn cell(&self, passages: &[Stretch]) -> MetaCell {
        let mut counted = Directions::default();
        for passage in passages {
            counted += Pointing::of(self.facts, self.hits, passage);
        }
        let quote = |(place, is_pinned): (usize, bool)| MetaQuote {
            passage: passage(self.study, self.facts, self.rows, self.hits, &passages[place]),
            is_pinned,
        };
        let picked = picked::pick(self.study, self.facts, self.hits, passages, self.n_quotes);
        MetaCell {
            state: counted.state().expect("a cell that is counted has passages"),
            n_passages: counted.passages,
            n_promoting: counted.promoting,
            n_hindering: counted.hindering,
            n_ambivalent: counted.ambivalent,
            n_without_direction: counted.without,
            quotes: picked.into_iter().map(quote).collect(),
        }
    }
}

impl MetaCell {
    fn without_passages(state: CellState) -> Self {
        Self {
            state,
            n_passages: 0,
            n_promoting: 0,
            n_hindering: 0,
            n_ambivalent: 0,
            n_without_direction: 0,
            quotes: Vec::new(),
        }
    }
}
