//! The case × factor table: which factors occur in which cases, how they lean, and what stands behind each cell.

mod statements;

use crate::{Basis, GroupKey, Section, Thresholds};
use draad_core::{CaseId, CodeId, CodeKind, KindId, Label, LevelId, RoleId, SourceId, Valence};
use draad_measures::share::{per_thousand, share};
use draad_measures::{Measured, Undefined};
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
    /// Factors, by section, then level in the settings' order, then number of cases (most first), then id. Codes that
    /// nobody used are among them.
    pub factors: Vec<FactorRow>,
    /// Values of the further key; one group `All` where there is none.
    pub groups: Vec<Group>,
    /// Cells: group by group, factor by factor, case by case.
    pub cells: Vec<Cell>,
    /// Passages over all codes, each code with its own codings only, so that a parent does not repeat what is below it;
    /// words that belong to several cases count once.
    pub n_passages: usize,
}

/// Cases with the same outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OutcomeGroup {
    /// The level's id; nothing for cases whose outcome is unknown or empty, or when the study has no outcome.
    pub level: Option<String>,
    /// What people read; empty when `level` is nothing.
    pub label: Label,
    /// Which factors one would expect in these cases: promoting ones in the first level of a choice, hindering ones in
    /// its last; nothing in between, nor where the attribute is no outcome.
    pub expects: Option<Valence>,
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
    /// Passages over all codes, each code with its own codings only: a parent does not repeat what is below it.
    pub n_passages: usize,
    /// The source with most of its codings, the first of several; nothing without codings.
    pub top_source: Option<SourceId>,
    /// Codings in that source.
    pub top_source_codings: usize,
    /// Characters of material.
    pub n_chars: u64,
    /// Distinct factors with a promoting coding, each under its own code: a parent is not counted for its children.
    pub n_promoting: usize,
    /// Distinct factors with a hindering coding, counted in the same way.
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
    /// Passages; words that belong to several cases count once.
    pub n_passages: usize,
}

impl FactorRow {
    /// Returns the part of a table in which the factor stands.
    pub fn section(&self) -> Section {
        Section::of(self.kind, self.valence)
    }
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
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
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
    /// Returns whether something promotes, and whether something hinders.
    pub fn directions(self) -> (bool, bool) {
        match self {
            CellState::Both => (true, true),
            state => (state == CellState::Promoting, state == CellState::Hindering),
        }
    }

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
    /// Passages of which no coding has a direction.
    pub n_without_direction: usize,
    /// Sources with the factor.
    pub n_sources: usize,
    /// Codings in the source that holds most of them.
    pub top_source_codings: usize,
    /// Kinds of source with the factor, in the settings' order.
    pub kinds: Vec<KindId>,
    /// Roles that spoke of it, in the settings' order; people who ask questions are left out.
    pub roles: Vec<RoleId>,
    /// Distinct speakers; people who ask questions are left out.
    pub n_speakers: usize,
    /// Distinct pairs of kind and role; people who ask questions are left out.
    pub n_kind_role_pairs: usize,
    /// Lengths of its codings added up, in characters; overlap counts twice.
    pub chars_summed: u64,
    /// Characters that at least one of its codings covers.
    pub chars_union: u64,
    /// Those of them that are material of the case (and group): without the words of others, labels and headers.
    pub chars_covered: u64,
    /// Characters of material in the case (and group): the denominator of shares.
    pub material_chars: u64,
    /// Those of them that stand in sources somebody coded in, of whatever code: where the factor was sought.
    pub sought_chars: u64,
    /// Sources with material in the case (and group).
    pub material_sources: usize,
    /// Words of which at least one character is covered, as Unicode's word boundaries cut them; nothing unless
    /// [`Options::words`](crate::Options::words).
    pub n_words: Option<u64>,
    /// Words of material in the case (and group), counted in the same way.
    pub material_words: Option<u64>,
    /// Codings of the case (in the group), each once: the denominator of [`Cell::row_share`].
    pub case_codings: usize,
    /// Passages of the case (in the group) over all codes, each code with its own codings only.
    pub case_passages: usize,
    /// Codings of the factor in all cases (in the group): the denominator of [`Cell::column_share`].
    pub factor_codings: usize,
}

impl Cell {
    /// Returns whether the factor occurs: no answer where there is no material to find it in.
    ///
    /// # Errors
    /// `NoMaterial`.
    pub fn presence(&self) -> Result<bool, Undefined> {
        if self.state == CellState::NoMaterial {
            Err(Undefined::NoMaterial)
        } else {
            Ok(self.state.is_coded())
        }
    }

    /// Returns the share of the material that the factor covers.
    ///
    /// # Errors
    /// `NoMaterial`.
    pub fn coverage(&self) -> Measured {
        share(self.chars_covered, self.material_chars).ok_or(Undefined::NoMaterial)
    }

    /// Returns the share that the factor covers of the material in sources that somebody coded in.
    ///
    /// # Errors
    /// `NoMaterial`; `NoCodings` where nobody coded in any of the sources.
    pub fn coverage_where_sought(&self) -> Measured {
        let reason = if self.material_chars == 0 { Undefined::NoMaterial } else { Undefined::NoCodings };
        share(self.chars_covered, self.sought_chars).ok_or(reason)
    }

    /// Returns codings per 1,000 characters of material.
    ///
    /// # Errors
    /// `NoMaterial`.
    pub fn per_thousand_chars(&self) -> Measured {
        per_thousand(self.n_codings as u64, self.material_chars).ok_or(Undefined::NoMaterial)
    }

    /// Returns codings per source with material.
    ///
    /// # Errors
    /// `NoMaterial`.
    pub fn per_source(&self) -> Measured {
        share(self.n_codings as u64, self.material_sources as u64).ok_or(Undefined::NoMaterial)
    }

    /// Returns the share of the case's codings (in the group) that this factor has. The case is a row of the matrix
    /// "cases by factors". Where parents are folded, shares add up to more than 1.
    ///
    /// # Errors
    /// `NoCodings` where the case has none.
    pub fn row_share(&self) -> Measured {
        share(self.n_codings as u64, self.case_codings as u64).ok_or(Undefined::NoCodings)
    }

    /// Returns the share of the factor's codings (in the group) that this case has.
    ///
    /// # Errors
    /// `NoCodings` where the factor has none.
    pub fn column_share(&self) -> Measured {
        share(self.n_codings as u64, self.factor_codings as u64).ok_or(Undefined::NoCodings)
    }

    /// Returns the share of the cell's codings that stand in one source.
    ///
    /// # Errors
    /// `NoCodings`.
    pub fn top_source_share(&self) -> Measured {
        share(self.top_source_codings as u64, self.n_codings as u64).ok_or(Undefined::NoCodings)
    }

    /// Returns whether one of several sources holds more than its share of the codings.
    pub fn is_dominated(&self, thresholds: &Thresholds) -> bool {
        self.n_sources > 1 && self.top_source_share().is_ok_and(|share| share > thresholds.top_source_share)
    }

    /// Returns whether the factor stands in one source only.
    pub fn is_single_source(&self) -> bool {
        self.n_sources == 1
    }

    /// Returns whether enough kinds of source and enough roles speak of the factor.
    pub fn is_triangulated(&self, thresholds: &Thresholds) -> bool {
        self.state.is_coded() && self.kinds.len() >= thresholds.kinds && self.roles.len() >= thresholds.roles
    }
}

impl CaseColumn {
    /// Returns the share of the case's codings that stand in one source.
    ///
    /// # Errors
    /// `NoCodings`.
    pub fn top_source_share(&self) -> Measured {
        share(self.top_source_codings as u64, self.n_codings as u64).ok_or(Undefined::NoCodings)
    }

    /// Returns whether one of several sources holds more than its share of the codings: a talkative source.
    pub fn is_dominated(&self, thresholds: &Thresholds) -> bool {
        self.n_sources > 1 && self.top_source_share().is_ok_and(|share| share > thresholds.top_source_share)
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
        let cells =
            || self.outcome_groups[outcome_group].cases.iter().map(|&case| self.cell(group, factor, case));
        let k = cells().filter(|cell| cell.state.is_coded()).count();
        let n = cells().filter(|cell| cell.state != CellState::NoMaterial).count();
        (k, n)
    }

    /// Returns the cases that do not fit a factor with a direction (in a group of the further key), as positions in
    /// [`CasesByFactors::cases`], in the order of their ids: the factor works in its own direction where the outcome is
    /// at the other end, or does not where the outcome is at its own. Cases without material, or that nobody coded in yet, do
    /// not count. They are what to read next.
    pub fn deviant_cases(&self, group: usize, factor: usize) -> Vec<usize> {
        let direction = self.factors[factor].valence;
        let mut deviant: Vec<usize> = (0..self.cases.len())
            .filter(|&case| {
                let expects = self.outcome_groups[self.cases[case].outcome_group].expects;
                let cell = self.cell(group, factor, case);
                let works = match direction {
                    Some(Valence::Promoting) => cell.n_promoting > 0,
                    Some(Valence::Hindering) => cell.n_hindering > 0,
                    _ => return false,
                };
                let should_work = match expects {
                    Some(Valence::Promoting | Valence::Hindering) => expects == direction,
                    _ => return false,
                };
                let was_sought = cell.sought_chars > 0 || cell.state.is_coded();
                was_sought && works != should_work
            })
            .collect();
        deviant.sort_by(|&a, &b| self.cases[a].id.cmp(&self.cases[b].id));
        deviant
    }
}
