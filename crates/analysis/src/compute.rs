//! Computes the case × factor table.

use crate::cells::{Layout, Slot, Tally};
use crate::groups::{Grouping, Kinds};
use crate::hits::{Hit, Rows, Stretch, n_passages_per_row};
use crate::leaning::{Leaning, leanings};
use crate::outcome::CaseOrder;
use crate::{Basis, CaseColumn, CasesByFactors, FactorRow, Options, Section};
use draad_core::facts::Facts;
use draad_core::{CodeKind, LevelId, Study, diagnostic::Outcome};

impl CasesByFactors {
    /// Computes the table.
    ///
    /// # Errors
    /// The filter, the further key or the outcome names something that the study does not have; or no case passes.
    pub fn from_study(study: &Study, options: &Options) -> Outcome<Self> {
        Self::from_facts(study, &Facts::new(study, &options.filter), options)
    }

    /// Computes the table from facts that were collected with the filter of `options`.
    ///
    /// # Errors
    /// As [`CasesByFactors::from_study`].
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        options.check(study)?;
        let leanings = leanings(study, facts)?;
        let order = CaseOrder::new(study, facts, options, &leanings)?;
        let kinds = Kinds::new(study);
        let rows = Rows::new(&study.codebook, &options.filter, !options.unfolded);

        let all = Tally::new(study, facts, &kinds, &rows, Grouping::all());
        let occurrences = Occurrences::count(rows.codes.len(), &all.hits, &all.passages);
        let shown = factor_order(study, &rows, &occurrences.n_cases);
        let layout = Layout {
            n_factors: shown.len(),
            n_cases: order.cases.len(),
            factor_of_row: positions(rows.codes.len(), &shown),
            column_of_case: positions(study.cases.len(), &order.cases),
        };
        let slots_of = |tally: &Tally| {
            let mut slots = tally.slots(&layout)?;
            if options.words {
                tally.count_material_words(&mut slots, &layout);
            }
            Outcome::Ok(slots)
        };
        let slots = slots_of(&all)?;
        let cases = case_columns(study, &order, &leanings, &slots);
        let (groups, cells) = match &options.by {
            None => (all.grouping.groups.clone(), all.cells(&layout, &slots)?),
            Some(by) => {
                let grouping = Grouping::new(study, facts, &kinds, by)?;
                let grouped = Tally::new(study, facts, &kinds, &rows, grouping);
                let cells = grouped.cells(&layout, &slots_of(&grouped)?)?;
                (grouped.grouping.groups, cells)
            }
        };
        let factors = shown.iter().map(|&row| factor_row(study, &rows, &occurrences, row));
        Ok(Self {
            basis: Basis::new(study, facts, options, order.outcome),
            factors: factors.collect(),
            n_passages: all.n_own_passages(),
            outcome_groups: order.groups,
            cases,
            groups,
            cells,
        })
    }
}

/// In how many cases and passages each row occurs.
pub(crate) struct Occurrences {
    pub(crate) n_cases: Vec<usize>,
    n_passages: Vec<usize>,
}

impl Occurrences {
    /// Counts passages that were made of sorted hits.
    pub(crate) fn count(n_rows: usize, hits: &[Hit], passages: &[Stretch]) -> Self {
        let mut n_cases = vec![0; n_rows];
        let first = |passage: &Stretch| {
            let hit = &hits[passage.hits.start];
            (hit.row, hit.case)
        };
        for same in passages.chunk_by(|a, b| first(a) == first(b)) {
            let (row, _) = first(&same[0]);
            n_cases[row as usize] += 1;
        }
        Self { n_cases, n_passages: n_passages_per_row(n_rows, hits, passages) }
    }
}

/// Returns the rows that are shown, in their order. A heading is shown when something was coded below it.
pub(crate) fn factor_order(study: &Study, rows: &Rows, n_cases: &[usize]) -> Vec<u32> {
    let code = |row: u32| &study.codebook.codes[rows.codes[row as usize] as usize];
    let rank_of_level = |level| rank_of_level(study, level);
    let n_cases = |row: u32| n_cases[row as usize];
    let is_shown = |row: &u32| code(*row).kind != CodeKind::Heading || n_cases(*row) > 0;
    let mut shown: Vec<u32> = (0..rows.codes.len() as u32).filter(is_shown).collect();
    shown.sort_by_cached_key(|&row| {
        let code = code(row);
        let ranks = (Section::of(code.kind, code.valence), rank_of_level(code.level.as_ref()));
        (ranks, std::cmp::Reverse(n_cases(row)), code.id.clone())
    });
    shown
}

/// Returns where a level stands in the settings; past the end for none.
pub(crate) fn rank_of_level(study: &Study, level: Option<&LevelId>) -> usize {
    let levels = &study.settings.levels;
    level.and_then(|level| levels.iter().position(|known| known.id == *level)).unwrap_or(levels.len())
}

/// Describes the factor of a row.
pub(crate) fn factor_row(study: &Study, rows: &Rows, occurrences: &Occurrences, row: u32) -> FactorRow {
    let code = &study.codebook.codes[rows.codes[row as usize] as usize];
    FactorRow {
        id: code.id.clone(),
        name: code.name.clone(),
        kind: code.kind,
        valence: code.valence,
        level: code.level.clone(),
        n_cases: occurrences.n_cases[row as usize],
        n_passages: occurrences.n_passages[row as usize],
    }
}

fn case_columns(study: &Study, order: &CaseOrder, leanings: &[Leaning], slots: &[Slot]) -> Vec<CaseColumn> {
    let columns = order.cases.iter().zip(order.group_of_case()).zip(slots);
    columns
        .map(|((&place, outcome_group), slot)| {
            let case = &study.cases[place as usize];
            let leaning = &leanings[place as usize];
            CaseColumn {
                id: case.id.clone(),
                name: case.name.clone(),
                outcome_group,
                n_sources: slot.n_sources,
                n_codings: slot.n_codings,
                n_passages: slot.n_passages,
                top_source: slot.top_source.map(|source| study.sources[source as usize].id.clone()),
                top_source_codings: slot.top_source_codings,
                n_chars: slot.n_chars,
                n_promoting: leaning.promoting.factors as usize,
                n_hindering: leaning.hindering.factors as usize,
                balance: leaning.by_factors(),
            }
        })
        .collect()
}

/// Returns for each of `n` things where it stands in `order`.
pub(crate) fn positions(n: usize, order: &[u32]) -> Vec<Option<u32>> {
    let mut positions = vec![None; n];
    for (place, &thing) in order.iter().enumerate() {
        positions[thing as usize] = Some(place as u32);
    }
    positions
}
