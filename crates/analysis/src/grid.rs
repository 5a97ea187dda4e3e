//! Factors by cases by columns that stand in an order, such as phases, or before and after an event: what there is of each,
//! and which kind of nothing there is where there is none.

use crate::compute::{factor_order, positions};
use crate::hits::{Hit, Rows, distinct, hits, passages};
use crate::leaning::leanings;
use crate::material::material_by;
use crate::outcome::CaseOrder;
use crate::table::Value;
use crate::{Options, OutcomeGroup, Section};
use draad_core::facts::{Fact, Facts, Material};
use draad_core::{Attribute, CaseId, CodeId, CodeKind, Label, Study, Valence, diagnostic::Outcome};
use serde::Serialize;

/// What there is of each factor in each case and column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Grid {
    /// Groups of cases by outcome; positions refer to `cases`.
    pub outcome_groups: Vec<OutcomeGroup>,
    /// Cases, by outcome group, then balance (most promoting first), then id.
    pub cases: Vec<GridCase>,
    /// Factors, in the order of the case × factor table.
    pub factors: Vec<GridFactor>,
    /// Number of columns.
    pub n_columns: usize,
    /// Factor by factor, case by case, column by column.
    counts: Vec<Count>,
}

/// A case with its material per column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GridCase {
    /// The case.
    pub id: CaseId,
    /// Its position in the study's cases.
    pub place: u32,
    /// Position in [`Grid::outcome_groups`].
    pub outcome_group: usize,
    /// Per column.
    pub amounts: Vec<Amount>,
}

/// A factor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct GridFactor {
    /// The code.
    pub id: CodeId,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// Factor, theme or heading; headings only where something was coded below them.
    pub kind: CodeKind,
    /// The code's default valence.
    pub valence: Option<Valence>,
    /// Cases in which it occurs, in any column.
    pub n_cases: usize,
}

/// How often a factor was coded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Codings.
    pub n_codings: u32,
    /// Passages: stretches of a source that its codings cover without a break.
    pub n_passages: u32,
}

/// How much material there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Amount {
    /// Characters.
    pub n_chars: u64,
    /// Sources.
    pub n_sources: usize,
}

/// Whether a factor is there, or which kind of nothing there is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Presence {
    /// It was coded.
    Coded,
    /// There is material, and it was not coded in it.
    NotFound,
    /// There is no such material.
    NoMaterial,
}

impl Presence {
    /// Returns the presence as one sign of a pattern: `1`, `0` or `–`.
    pub fn sign(self) -> char {
        match self {
            Presence::Coded => '1',
            Presence::NotFound => '0',
            Presence::NoMaterial => '–',
        }
    }
}

impl GridFactor {
    /// Returns the part of a table in which the factor stands.
    pub fn section(&self) -> Section {
        Section::of(self.kind, self.valence)
    }
}

/// Which column codings and material belong to; nothing for those that are left out.
pub(crate) trait Columns {
    /// Returns the column of a coding.
    fn of_fact(&self, fact: &Fact) -> Option<u32>;
    /// Returns the column of a stretch of material.
    fn of_material(&self, material: &Material) -> Option<u32>;
}

/// The group of hits that belong to no column, after all columns.
const LEFT_OUT: u32 = u32::MAX;

impl Grid {
    /// Counts what there is, and returns beside it the outcome that orders the cases.
    pub(crate) fn new<'s>(
        study: &'s Study,
        facts: &Facts,
        options: &Options,
        n_columns: usize,
        columns: &impl Columns,
    ) -> Outcome<(Self, Option<&'s Attribute>)> {
        let order = CaseOrder::new(study, facts, options, &leanings(study, facts)?)?;
        let rows = Rows::new(&study.codebook, &options.filter, !options.unfolded);
        let mut hits = hits(facts, &rows, |fact| columns.of_fact(fact).unwrap_or(LEFT_OUT));
        hits.truncate(hits.partition_point(|hit| hit.group != LEFT_OUT));
        let n_cases = n_cases_per_row(rows.codes.len(), &hits);
        let shown = factor_order(study, &rows, &n_cases);
        let factor = |&row: &u32| factor(study, rows.codes[row as usize], n_cases[row as usize]);
        let mut grid = Self {
            cases: cases(study, &order, facts, n_columns, columns),
            factors: shown.iter().map(factor).collect(),
            n_columns,
            counts: vec![Count::default(); shown.len() * order.cases.len() * n_columns],
            outcome_groups: order.groups,
        };
        let factor_of_row = positions(rows.codes.len(), &shown);
        grid.fill(&hits, &factor_of_row, &positions(study.cases.len(), &order.cases));
        Ok((grid, order.outcome))
    }

    /// Counts passages and codings in their places.
    fn fill(&mut self, hits: &[Hit], factor_of_row: &[Option<u32>], place_of_case: &[Option<u32>]) {
        for passage in passages(hits) {
            let hit = &hits[passage.hits.start];
            let factor = factor_of_row[hit.row as usize].expect("a row with a coding is shown");
            let case = place_of_case[hit.case as usize].expect("facts hold only cases that pass");
            let place = self.place(factor as usize, case as usize, hit.group as usize);
            self.counts[place].n_passages += 1;
            self.counts[place].n_codings += passage.hits.len() as u32;
        }
    }

    fn place(&self, factor: usize, case: usize, column: usize) -> usize {
        (factor * self.cases.len() + case) * self.n_columns + column
    }

    /// Returns how often a factor was coded in a case and column.
    pub fn count(&self, factor: usize, case: usize, column: usize) -> Count {
        self.counts[self.place(factor, case, column)]
    }

    /// Returns how much material a case has in a column.
    pub fn amount(&self, case: usize, column: usize) -> Amount {
        self.cases[case].amounts[column]
    }

    /// Returns whether a factor is there.
    pub fn presence(&self, factor: usize, case: usize, column: usize) -> Presence {
        match (self.count(factor, case, column).n_codings, self.amount(case, column).n_sources) {
            (0, 0) => Presence::NoMaterial,
            (0, _) => Presence::NotFound,
            _ => Presence::Coded,
        }
    }

    /// Returns in how many cases a factor is there, of how many with material in the column.
    pub fn k_of_n(&self, factor: usize, column: usize) -> (usize, usize) {
        let of = |case: usize| self.presence(factor, case, column);
        let count =
            |holds: fn(Presence) -> bool| (0..self.cases.len()).filter(|&case| holds(of(case))).count();
        (count(|presence| presence == Presence::Coded), count(|presence| presence != Presence::NoMaterial))
    }

    /// Returns the ids of the cases for which something holds, sorted and joined.
    pub(crate) fn case_ids(&self, holds: impl Fn(usize) -> bool) -> Value {
        let cases = (0..self.cases.len()).filter(|&case| holds(case));
        let mut ids: Vec<&CaseId> = cases.map(|case| &self.cases[case].id).collect();
        ids.sort_unstable();
        Value::list(ids)
    }

    /// Returns codings and passages of a factor in a column, over all cases.
    pub fn total(&self, factor: usize, column: usize) -> Count {
        let mut total = Count::default();
        for case in 0..self.cases.len() {
            let Count { n_codings, n_passages } = self.count(factor, case, column);
            total.n_codings += n_codings;
            total.n_passages += n_passages;
        }
        total
    }
}

fn n_cases_per_row(n_rows: usize, hits: &[Hit]) -> Vec<usize> {
    let mut n_cases = vec![0; n_rows];
    for (row, _) in distinct(hits.iter().map(|hit| (hit.row, hit.case))) {
        n_cases[row as usize] += 1;
    }
    n_cases
}

fn factor(study: &Study, code: u32, n_cases: usize) -> GridFactor {
    let code = &study.codebook.codes[code as usize];
    GridFactor {
        id: code.id.clone(),
        name: code.name.clone(),
        kind: code.kind,
        valence: code.valence,
        n_cases,
    }
}

fn cases(
    study: &Study,
    order: &CaseOrder,
    facts: &Facts,
    n_columns: usize,
    columns: &impl Columns,
) -> Vec<GridCase> {
    let case = |(&place, outcome_group): (&u32, usize)| GridCase {
        id: study.cases[place as usize].id.clone(),
        place,
        outcome_group,
        amounts: vec![Amount::default(); n_columns],
    };
    let mut cases: Vec<GridCase> = order.cases.iter().zip(order.group_of_case()).map(case).collect();
    let case_of = positions(study.cases.len(), &order.cases);
    let words = material_by(facts, |material, groups| groups.extend(columns.of_material(material)));
    for of_source in words.chunk_by(|a, b| a.place() == b.place()) {
        let (column, case, _) = of_source[0].place();
        let case = case_of[case as usize].expect("facts hold only cases that pass");
        let amount = &mut cases[case as usize].amounts[column as usize];
        amount.n_sources += 1;
        amount.n_chars += of_source.iter().map(|words| u64::from(words.n_chars())).sum::<u64>();
    }
    cases
}
