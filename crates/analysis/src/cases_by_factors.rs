//! The case × factor table: which factors occur in which cases, how they lean, and what stands behind each cell.

use crate::{Basis, GroupKey, Options};
use draad_core::{CaseId, CodeId, CodeKind, KindId, Label, LevelId, RoleId, Study, Valence};
use serde::Serialize;

/// The case × factor table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CasesByFactors {
    /// What it rests on.
    pub basis: Basis,
    /// Groups of cases by outcome, in the order of its levels, cases without a value last; one group when the study has
    /// no outcome.
    pub outcome_groups: Vec<OutcomeGroup>,
    /// Cases, by outcome group, then balance (most promoting first), then id.
    pub cases: Vec<CaseColumn>,
    /// Factors, by default valence (promoting, ambivalent, hindering, none), then level in the settings' order, then
    /// number of cases (most first), then id. Codes that nobody used are among them.
    pub factors: Vec<FactorRow>,
    /// Values of the further key; one group `All` where there is none.
    pub groups: Vec<Group>,
    /// Cells: group by group, factor by factor, case by case.
    pub cells: Vec<Cell>,
}

/// Cases with the same outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutcomeGroup {
    /// The level's id; nothing for cases whose outcome is unknown or empty, or when the study has no outcome.
    pub level: Option<String>,
    /// What people read; empty when `level` is nothing.
    pub label: Label,
    /// Positions in [`CasesByFactors::cases`].
    pub cases: Vec<usize>,
}

/// A case as a column.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseColumn {
    /// The case.
    pub id: CaseId,
    /// What people call it; may be empty.
    pub name: String,
    /// Position in [`CasesByFactors::outcome_groups`].
    pub outcome_group: usize,
    /// Sources with material.
    pub n_sources: usize,
    /// Codings.
    pub n_codings: usize,
    /// Characters of material.
    pub n_chars: u64,
    /// Distinct factors with a promoting coding.
    pub n_promoting: usize,
    /// Distinct factors with a hindering coding.
    pub n_hindering: usize,
    /// (P − H) / (P + H) over distinct factors; nothing when there are none.
    pub balance: Option<f64>,
}

/// A factor as a row.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactorRow {
    /// The code.
    pub id: CodeId,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// Factor or theme; headings appear only where `folded` and something was coded below them.
    pub kind: CodeKind,
    /// The code's default valence.
    pub valence: Option<Valence>,
    /// The level at which it works.
    pub level: Option<LevelId>,
    /// Cases in which it occurs.
    pub n_cases: usize,
    /// Passages, over all cases.
    pub n_passages: usize,
}

/// One value of the further key.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Group {
    /// The value.
    pub key: GroupKey,
    /// What people read; empty for `All` and `NotStated`.
    pub label: Label,
}

/// What a cell says: a direction, or one of three kinds of nothing.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize,
)]
#[serde(rename_all = "kebab-case")]
pub enum CellState {
    /// Coded, only promoting (ambivalent passages may stand beside).
    Promoting,
    /// Coded, only hindering (ambivalent passages may stand beside).
    Hindering,
    /// Coded, promoting in some passages and hindering in others.
    Both,
    /// Coded, only as working both ways at once.
    Ambivalent,
    /// Coded, without a direction: a theme.
    Coded,
    /// There is material, and the factor was not coded in it.
    NotFound,
    /// There is no such material in the case.
    NoMaterial,
}

impl CellState {
    /// Returns whether the factor occurs.
    pub fn is_coded(self) -> bool {
        !matches!(self, CellState::NotFound | CellState::NoMaterial)
    }
}

/// One factor in one case (and one group).
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Cell {
    /// What the cell says.
    pub state: CellState,
    /// Codings.
    pub n_codings: usize,
    /// Passages: stretches of a source that codings of the factor cover without a break, whoever made them; a coding of
    /// a whole source is one passage.
    pub n_passages: usize,
    /// Passages with a promoting coding.
    pub n_promoting: usize,
    /// Passages with a hindering coding.
    pub n_hindering: usize,
    /// Passages with an ambivalent coding.
    pub n_ambivalent: usize,
    /// Sources with the factor.
    pub n_sources: usize,
    /// Kinds of source with the factor, in the settings' order.
    pub kinds: Vec<KindId>,
    /// Roles that spoke of it, in the settings' order; people who ask questions are left out.
    pub roles: Vec<RoleId>,
    /// Distinct speakers.
    pub n_speakers: usize,
    /// Distinct pairs of kind and role.
    pub n_kind_role_pairs: usize,
    /// Lengths of its codings added up, in characters; overlap counts twice.
    pub chars_summed: u64,
    /// Characters that at least one of its codings covers.
    pub chars_union: u64,
    /// Characters of material in the case (and group): the denominator of shares.
    pub material_chars: u64,
    /// Sources with material in the case (and group).
    pub material_sources: usize,
}

impl Cell {
    /// Returns the share of the material that the factor covers, or nothing without material.
    pub fn coverage(&self) -> Option<f64> {
        draad_measures::share::share(self.chars_union, self.material_chars)
    }

    /// Returns codings per 1,000 characters of material, or nothing without material.
    pub fn per_thousand_chars(&self) -> Option<f64> {
        draad_measures::share::per_thousand(self.n_codings as u64, self.material_chars)
    }

    /// Returns codings per source with material, or nothing without material.
    pub fn per_source(&self) -> Option<f64> {
        draad_measures::share::share(self.n_codings as u64, self.material_sources as u64)
    }
}

impl CasesByFactors {
    /// Returns a cell by the positions of its group, factor and case.
    pub fn cell(&self, group: usize, factor: usize, case: usize) -> &Cell {
        &self.cells[(group * self.factors.len() + factor) * self.cases.len() + case]
    }

    /// Returns in how many cases of an outcome group the factor occurs (in a group of the further key), and in how many
    /// there was material.
    pub fn k_of_n(&self, group: usize, factor: usize, outcome_group: usize) -> (usize, usize) {
        let cells = || self.outcome_groups[outcome_group].cases.iter().map(|&case| self.cell(group, factor, case));
        let k = cells().filter(|cell| cell.state.is_coded()).count();
        let n = cells().filter(|cell| cell.state != CellState::NoMaterial).count();
        (k, n)
    }
}
