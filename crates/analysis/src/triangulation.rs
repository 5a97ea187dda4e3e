//! What stands behind a factor in a case: which sources, kinds of source and perspectives speak of it, and whether they
//! confirm or contradict each other.

mod collect;
mod tables;
mod voices;

use crate::{Basis, CaseColumn, CellState, FactorRow, OutcomeGroup, Statement, Thresholds};
use draad_core::{KindId, PhaseId, RoleId, SourceId};
use draad_measures::{Measured, Undefined, share::share};
use serde::Serialize;

pub use voices::Voice;

/// What stands behind every factor in every case in which it was coded.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Triangulation {
    /// What it rests on; its thresholds say where flags begin.
    pub basis: Basis,
    /// Groups of cases by outcome; positions refer to `cases`.
    pub outcome_groups: Vec<OutcomeGroup>,
    /// Cases, in the order of the case × factor table.
    pub cases: Vec<CaseColumn>,
    /// Factors, in the order of the case × factor table; those that nobody used are among them.
    pub factors: Vec<TriangulatedFactor>,
    /// Coded cells, by factor, then case.
    pub cells: Vec<Support>,
}

/// In how many cases each flag holds for a factor.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TriangulatedFactor {
    /// The factor; its `n_cases` is the n of all counts here.
    #[serde(flatten)]
    pub factor: FactorRow,
    /// Positions in [`Triangulation::cases`] of the cases that have no material in which it could be found.
    pub no_material: Vec<usize>,
    /// Cases in which enough kinds of source speak of it.
    pub n_enough_kinds: usize,
    /// Cases in which enough roles speak of it.
    pub n_enough_roles: usize,
    /// Cases in which both hold.
    pub n_triangulated: usize,
    /// Cases in which it stands in one source only.
    pub n_single_source: usize,
    /// Cases in which one of several sources holds more than its share of the codings.
    pub n_dominated: usize,
    /// Cases in which perspectives contradict each other on its direction.
    pub n_contradicted: usize,
}

/// What stands behind one factor in one case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Support {
    /// Position in [`Triangulation::factors`].
    pub factor: usize,
    /// Position in [`Triangulation::cases`].
    pub case: usize,
    /// What the cell says.
    pub state: CellState,
    /// Codings.
    pub n_codings: usize,
    /// Passages.
    pub n_passages: usize,
    /// Sources, in the study's order.
    pub sources: Vec<SourceId>,
    /// Kinds of source, in the settings' order.
    pub kinds: Vec<KindId>,
    /// Roles that spoke of it, in the settings' order; people who ask questions are left out here and below.
    pub roles: Vec<RoleId>,
    /// Phases, in the settings' order.
    pub phases: Vec<PhaseId>,
    /// Pairs of kind and role that occur together, in the order of kinds, then roles.
    pub pairs: Vec<(KindId, RoleId)>,
    /// Distinct speakers.
    pub n_speakers: usize,
    /// The source with most of its codings, the first of several.
    pub top_source: SourceId,
    /// Codings in that source.
    pub top_source_codings: usize,
    /// Roles with a promoting coding, in the settings' order.
    pub promoting_roles: Vec<RoleId>,
    /// Roles with a hindering coding, in the settings' order.
    pub hindering_roles: Vec<RoleId>,
    /// Whether of one and the same code one role has a promoting and another a hindering coding. A parent that holds
    /// codes of both directions is not contradicted by that alone.
    pub is_contradicted: bool,
}

impl Support {
    /// Returns the share of the codings that stand in one source.
    ///
    /// # Errors
    /// Never for a cell of a [`Triangulation`], which has codings; `NoCodings` otherwise.
    pub fn top_source_share(&self) -> Measured {
        share(self.top_source_codings as u64, self.n_codings as u64).ok_or(Undefined::NoCodings)
    }

    /// Returns whether the factor stands in one source only.
    pub fn is_single_source(&self) -> bool {
        self.sources.len() == 1
    }

    /// Returns whether enough kinds of source and enough roles speak of the factor.
    pub fn is_triangulated(&self, thresholds: &Thresholds) -> bool {
        self.kinds.len() >= thresholds.kinds && self.roles.len() >= thresholds.roles
    }

    /// Returns whether one of several sources holds more than its share of the codings: a talkative source.
    pub fn is_dominated(&self, thresholds: &Thresholds) -> bool {
        self.sources.len() > 1
            && self.top_source_share().is_ok_and(|share| share > thresholds.top_source_share)
    }
}

impl Triangulation {
    /// Returns the coded cells of a factor, by case.
    pub fn cells_of(&self, factor: usize) -> &[Support] {
        let first = self.cells.partition_point(|cell| cell.factor < factor);
        let after = self.cells.partition_point(|cell| cell.factor <= factor);
        &self.cells[first..after]
    }

    /// Returns what the table says: which cells are triangulated, in which perspectives contradict each other, and which
    /// factors are triangulated in at least half of the cases in which they occur.
    pub fn statements(&self) -> Vec<Statement> {
        let mut statements = Vec::new();
        for (place, factor) in self.factors.iter().enumerate() {
            let id = factor.factor.id.as_str();
            for cell in self.cells_of(place) {
                let subject = [id, self.cases[cell.case].id.as_str()];
                if cell.is_triangulated(&self.basis.thresholds) {
                    statements.push(Statement::new("cell-triangulated", subject, ""));
                }
                if cell.is_contradicted {
                    statements.push(Statement::new("perspectives-differ", subject, ""));
                }
            }
            if factor.n_triangulated > 0 && 2 * factor.n_triangulated >= factor.factor.n_cases {
                statements.push(Statement::new("factor-triangulated", [id], ""));
            }
        }
        statements
    }
}

#[cfg(test)]
mod tests;
