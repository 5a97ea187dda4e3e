//! Contrast: outcome groups side by side, with the cases that do not fit, and the pairs of cases that ask for an explanation.
//!
//! - **k of n**: of the n cases of a group with material, the factor occurs, promotes or hinders in k. Nothing is tested, and
//!   no share is printed.
//! - **Order**: by the largest difference between two stated outcomes in the share of cases in which the factor occurs,
//!   promotes or hinders (largest first), then id. It only decides what is read first.
//! - **Deviant case**: a factor works in its own direction where the outcome is at the other end, or does not where the
//!   outcome is at its own. Only the first and the last level of an outcome lead to expectations, and only of factors with a
//!   default direction. A case that nobody coded in yet lacks nothing. A code that occurs in no case is lacking wherever it is
//!   expected, see [`FactorContrast::is_unused`].
//! - **Similarity** of two cases: Jaccard over the factors that occur in them, each under its own code; shared absence is weak
//!   evidence and does not count. Two cases without any factor have none; cases without material, or that nobody coded in
//!   yet, are not compared.

mod compute;
mod count;
mod pairs;
mod plain;
mod share;

pub(crate) use compute::Counted;
pub(crate) use share::Share;

use crate::{Basis, CellState, Directions, GroupKey, Occurrence, Section};
use draad_core::{AttributeId, CaseId, CodeId, CodeKind, Label, LevelId, Valence};
use draad_measures::similarity::Shared;
use draad_measures::{Measured, Undefined};
use serde::Serialize;

/// How many pairs of cases to show.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContrastOptions {
    /// Pairs of similar cases with different outcomes, and as many of different cases with the same outcome.
    pub pairs: usize,
}

impl Default for ContrastOptions {
    /// Three.
    fn default() -> Self {
        Self { pairs: 3 }
    }
}

/// Outcome groups side by side.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contrast {
    /// What it rests on.
    pub basis: Basis,
    /// The outcome groups: its levels in their order, those of a choice without any case too; cases without a value last.
    pub groups: Vec<ContrastGroup>,
    /// The cases, by outcome group, then id; positions below refer to it.
    pub cases: Vec<ContrastCase>,
    /// Codes but headings, by the largest difference between outcomes, then id.
    pub factors: Vec<FactorContrast>,
    /// Cases with an outcome that are in no pair: they have no material, or nobody coded in it yet.
    pub not_compared: Vec<usize>,
    /// The most similar cases with different outcomes.
    pub similar: CasePairs,
    /// The most different cases with the same outcome.
    pub different: CasePairs,
    /// Why outcomes cannot be compared: fewer than two have a case.
    #[serde(serialize_with = "crate::undefined::optional")]
    pub undefined: Option<Undefined>,
}

/// Cases with the same outcome.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContrastGroup {
    /// The level's id; nothing for cases whose outcome is unknown or empty.
    pub level: Option<String>,
    /// What people read; may be empty.
    pub label: Label,
    /// Which factors one would expect in these cases; nothing between the ends of an outcome, nor where the attribute is none.
    pub expects: Option<Valence>,
    /// Its cases.
    pub cases: Vec<usize>,
    /// Sources with material of them.
    pub n_sources: usize,
    /// Characters of material; words that belong to several cases count once.
    pub n_chars: u64,
}

/// A case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ContrastCase {
    /// The case.
    pub id: CaseId,
    /// What people call it; may be empty.
    pub name: String,
    /// Position in [`Contrast::groups`].
    pub group: usize,
    /// Sources with material.
    pub n_sources: usize,
    /// Characters of material.
    pub n_chars: u64,
    /// Whether somebody coded in a source with its material, whatever the code.
    pub is_read: bool,
}

/// A factor in the outcome groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactorContrast {
    /// The code.
    pub id: CodeId,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// Factor or theme.
    pub kind: CodeKind,
    /// Its default direction.
    pub valence: Option<Valence>,
    /// The level at which it works.
    pub level: Option<LevelId>,
    /// Per group, parallel to [`Contrast::groups`].
    pub groups: Vec<FactorInGroup>,
    /// Cases that do not fit, in the order of the cases.
    pub deviant: Vec<Deviant>,
    /// The cases in which it occurs, ascending, with its passages.
    pub of_cases: Vec<(usize, Directions)>,
}

/// A factor in one outcome group.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FactorInGroup {
    /// Cases with material, or with the factor.
    pub n: usize,
    /// Where it occurs; nothing where it does not.
    pub occurrence: Option<Occurrence>,
}

/// What is counted of a factor in a group of cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Happens {
    /// It occurs, whatever its direction.
    Occurs,
    /// It promotes, whatever else.
    Promotes,
    /// It hinders, whatever else.
    Hinders,
}

impl Happens {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Happens::Occurs, Happens::Promotes, Happens::Hinders];
}

/// A case that does not fit a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Deviant {
    /// Position in [`Contrast::cases`].
    pub case: usize,
    /// In what it does not fit.
    pub deviation: Deviation,
    /// What the factor says in it.
    pub state: CellState,
    /// Its passages in the case.
    pub passages: Directions,
}

/// In what a case does not fit a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Deviation {
    /// The factor works in its direction, and the outcome is at the other end.
    WorksAgainstOutcome,
    /// The factor does not work in its direction, and the outcome is at the end to which it leads.
    MissingForOutcome,
}

/// Pairs of cases.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CasePairs {
    /// The pairs, the most telling first, then by the ids of the cases.
    pub pairs: Vec<CasePair>,
    /// Pairs of this sort that could be compared.
    pub n_compared: usize,
    /// Pairs beyond those shown that are as similar as the last one shown.
    pub n_tied: usize,
    /// Pairs of coded cases without any factor in either, which have no similarity.
    pub n_undefined: usize,
}

/// Two cases held against each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CasePair {
    /// The first case, as a position in [`Contrast::cases`].
    pub first: usize,
    /// The second case, as a position in [`Contrast::cases`].
    pub second: usize,
    /// Factors in both.
    pub shared: Vec<CodeId>,
    /// Those of them that only promote in one and only hinder in the other.
    pub opposed: Vec<CodeId>,
    /// Further ones that promote, or hinder, in only one of the two.
    pub turned: Vec<CodeId>,
    /// Factors only in the first.
    pub only_first: Vec<CodeId>,
    /// Factors only in the second.
    pub only_second: Vec<CodeId>,
    /// Attributes with different values, but for the outcome.
    pub differing: Vec<AttributePair>,
    /// Attributes with the same value, but for the outcome.
    pub agreeing: Vec<AttributeId>,
    /// Attributes of which the value is not stated for one or both.
    pub not_stated: Vec<AttributeId>,
}

/// An attribute of which two cases have different values.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttributePair {
    /// The attribute.
    pub attribute: AttributeId,
    /// The value in the first case, as files have it.
    pub first: String,
    /// The value in the second case, as files have it.
    pub second: String,
}

impl FactorContrast {
    /// Returns whether it occurs in no case: nobody found it, or nobody looked.
    pub fn is_unused(&self) -> bool {
        self.groups.iter().all(|group| group.occurrence.is_none())
    }

    /// Returns the part of a table in which the factor stands.
    pub fn section(&self) -> Section {
        Section::of(self.kind, self.valence)
    }
}

impl FactorInGroup {
    /// Returns the cases of the group in which this happens, as positions in [`Contrast::cases`].
    pub fn cases(&self, happens: Happens) -> &[usize] {
        let Some(occurrence) = &self.occurrence else { return &[] };
        match happens {
            Happens::Occurs => &occurrence.cases,
            Happens::Promotes => &occurrence.promoting,
            Happens::Hinders => &occurrence.hindering,
        }
    }
}

impl ContrastGroup {
    /// Returns the outcome as a value of a key.
    pub fn key(&self) -> GroupKey {
        self.level.clone().map_or(GroupKey::NotStated, GroupKey::Value)
    }
}

impl CasePair {
    /// Returns the Jaccard similarity of the two: factors in both, as a share of the factors in either.
    ///
    /// # Errors
    /// `BothEmpty` when there is no factor in either.
    pub fn similarity(&self) -> Measured {
        let counts = [&self.shared, &self.only_first, &self.only_second].map(|codes| codes.len() as u64);
        let [both, first_only, second_only] = counts;
        Shared { both, first_only, second_only, neither: 0 }.jaccard()
    }
}

impl Contrast {
    /// Returns in how many cases of a group something happens, and of how many with material.
    ///
    /// # Errors
    /// `TooFewCases` when the group has no case, `NoMaterial` when it has no case with material.
    pub fn k_of_n(
        &self,
        factor: &FactorContrast,
        group: usize,
        happens: Happens,
    ) -> Result<(usize, usize), Undefined> {
        let in_group = &factor.groups[group];
        match (self.groups[group].cases.is_empty(), in_group.n) {
            (true, _) => Err(Undefined::TooFewCases { n: 0, needed: 1 }),
            (false, 0) => Err(Undefined::NoMaterial),
            (false, n) => Ok((in_group.cases(happens).len(), n)),
        }
    }
}

#[cfg(test)]
mod tests;
