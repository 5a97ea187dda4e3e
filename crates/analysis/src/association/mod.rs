//! Association: each factor next to one outcome, in a table of two by two with the cases behind each number.
//!
//! - **Outcome**: a condition on an attribute, such as `constructiveness=constructive`. Cases that meet it stand against all
//!   others of which the value is known; cases of which it is not known are left out, and named.
//! - **Present**: the factor has a passage in the case, whatever its direction. Absent: somebody coded in material of the case and
//!   did not find it. Cases without material, and cases in which nobody coded yet, are in neither column: where nobody looked
//!   nothing is absent.
//! - **Risk difference**: the share of cases with the factor among those with the outcome, minus that among the others. It is the
//!   number that is meant; everything else stands behind it.
//! - **Tests** are made from [`LEAST_CASES`] cases on either side; below that there is the table and the difference, nothing else.
//!   They ask what dealing out the outcome over these same cases would give. Cases that were chosen on purpose stand for no
//!   others, so no p-value speaks of any.
//! - **Family**: the factors that are tested together: all that pass the filter, or only those whose margins can reach [`ALPHA`].
//! - **Order**: by the size of the difference, largest first, then id. It only decides what is read first.
//! - **Deviant cases** are those of [`Contrast`](crate::Contrast), but for factors of which the filter leaves out the direction in
//!   which they usually work.

mod chance;
mod compute;
mod family;
mod plain;

use crate::contrast::{ContrastCase, ContrastGroup, Deviant};
use crate::{Basis, Directions, Section, Statement};
use draad_core::{AttributeTest, CodeId, CodeKind, Label, LevelId, Valence};
use draad_measures::association::{Adjustment, Confidence, Fisher, Limits, Permutation, Tarone, TwoByTwo};
use draad_measures::{Measured, Undefined};
use std::cmp::Ordering;

pub use chance::Ways;
pub use family::FamilyTests;

/// The fewest cases on either side with which anything is tested.
pub const LEAST_CASES: usize = 5;

/// What a test has to be able to reach to count as testable, and what Tarone's correction divides.
pub const ALPHA: f64 = 0.05;

/// What is asked of an association.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AssociationOptions {
    /// When a case has the outcome. Without it the first level of a choice, or yes.
    pub test: Option<AttributeTest>,
    /// How sure intervals are.
    pub confidence: Confidence,
    /// How p-values are adjusted that people read; files hold all ways.
    pub adjust: Adjust,
    /// In which family people read them; files hold both.
    pub family: Family,
    /// Computes the tests of Boschloo and Barnard too, which take longer.
    pub unconditional: bool,
}

/// How p-values of one family are adjusted for being several.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumIter, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Adjust {
    /// Holm.
    #[default]
    Holm,
    /// Bonferroni.
    Bonferroni,
    /// Benjamini and Hochberg.
    BenjaminiHochberg,
    /// Benjamini and Yekutieli.
    BenjaminiYekutieli,
}

/// Which factors are tested together.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, strum::EnumIter, strum::EnumString, strum::IntoStaticStr,
)]
#[strum(serialize_all = "kebab-case")]
pub enum Family {
    /// All that pass the filter.
    #[default]
    All,
    /// Those whose margins can reach [`ALPHA`].
    Testable,
}

/// Factors next to an outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct Association {
    /// What it rests on.
    pub basis: Basis,
    /// What was asked.
    pub options: AssociationOptions,
    /// When a case has the outcome.
    pub test: AttributeTest,
    /// The values of the attribute, as in [`Contrast::groups`](crate::Contrast::groups).
    pub groups: Vec<ContrastGroup>,
    /// The cases, by value, then id; positions below refer to it.
    pub cases: Vec<ContrastCase>,
    /// Parallel to `cases`: whether it has the outcome; nothing where the value is not known.
    pub has_outcome: Vec<Option<bool>>,
    /// How much material there is on each side: with the outcome, without it.
    pub material: [SideMaterial; 2],
    /// Sources with material of cases on both sides, which count on each.
    pub n_shared_sources: usize,
    /// Codes but headings, by the size of the difference, then id.
    pub factors: Vec<FactorAssociation>,
    /// The tests of all factors read together.
    pub all: FamilyTests,
    /// The tests of those read together that can reach [`ALPHA`].
    pub testable: FamilyTests,
    /// Tarone's correction of all tests; places are positions in `factors`.
    pub tarone: Tarone,
}

/// How much material the cases on one side have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SideMaterial {
    /// Sources with material.
    pub n_sources: usize,
    /// Characters; words that belong to several cases count once.
    pub n_chars: u64,
}

/// A factor next to the outcome.
#[derive(Clone, Debug, PartialEq)]
pub struct FactorAssociation {
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
    /// Per case where it stands.
    pub places: Vec<Standing>,
    /// The number of cases in each cell.
    pub table: TwoByTwo,
    /// The cases in which it occurs, ascending, with its passages.
    pub of_cases: Vec<(usize, Directions)>,
    /// Cases that do not fit, in the order of the cases; of all cases that pass the filter.
    pub deviant: Vec<Deviant>,
    /// What is tested, or why nothing is.
    pub tests: Result<FactorTests, Undefined>,
}

/// Where a case stands for a factor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Standing {
    /// The factor is present, and the case has the outcome.
    PresentWithOutcome,
    /// The factor is present, and the case has not the outcome.
    PresentWithout,
    /// The factor was not found, and the case has the outcome.
    AbsentWithOutcome,
    /// The factor was not found, and the case has not the outcome.
    AbsentWithout,
    /// There is no material in which it could have been found.
    NoMaterial,
    /// Nobody coded in the material yet.
    NotCoded,
    /// Of the case it is not known whether it has the outcome.
    NotStated,
}

/// The exact tests of a factor.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct FactorTests {
    /// Fisher's, and what it can reach at most.
    pub fisher: Fisher,
    /// Boschloo's p, where it was asked for.
    pub boschloo: Option<Measured>,
    /// Barnard's p, where it was asked for.
    pub barnard: Option<Measured>,
    /// Passages by outcome.
    pub counts: Permutation,
}

impl Adjust {
    /// Returns the formula.
    pub fn formula(self) -> Adjustment {
        match self {
            Adjust::Holm => Adjustment::Holm,
            Adjust::Bonferroni => Adjustment::Bonferroni,
            Adjust::BenjaminiHochberg => Adjustment::BenjaminiHochberg,
            Adjust::BenjaminiYekutieli => Adjustment::BenjaminiYekutieli,
        }
    }
}

impl Standing {
    /// The four cells of the table: a, b, c and d.
    pub const CELLS: [Self; 4] = [
        Standing::PresentWithOutcome,
        Standing::PresentWithout,
        Standing::AbsentWithOutcome,
        Standing::AbsentWithout,
    ];
}

impl FactorAssociation {
    /// Returns the cases that stand so, as positions in [`Association::cases`].
    pub fn cases(&self, standing: Standing) -> impl Iterator<Item = usize> {
        let places = self.places.iter().enumerate();
        places.filter(move |(_, own)| **own == standing).map(|(case, _)| case)
    }

    /// Returns the part of a table in which the factor stands.
    pub fn section(&self) -> Section {
        Section::of(self.kind, self.valence)
    }

    /// Returns the passages of the factor in a case.
    pub fn n_passages(&self, case: usize) -> usize {
        let place = self.of_cases.binary_search_by_key(&case, |(case, _)| *case);
        place.map_or(0, |place| self.of_cases[place].1.passages)
    }

    /// Returns a number that says how far factor and outcome go together, where there are enough cases for one.
    ///
    /// # Errors
    /// `TooFewCases` below [`LEAST_CASES`] on a side; and those of the number.
    pub fn strength<T>(&self, number: impl Fn(TwoByTwo) -> Result<T, Undefined>) -> Result<T, Undefined> {
        self.tests.as_ref().map_err(|reason| *reason).and_then(|_| number(self.table))
    }

    /// Returns the mean number of passages of the cases with the outcome, that of the others, and the first minus the second,
    /// however few cases there are: a mean is no test.
    ///
    /// # Errors
    /// `EmptyMargin` where a side has no cases.
    pub fn means(&self) -> Result<[f64; 3], Undefined> {
        if self.table.focal().min(self.table.others()) == 0 {
            return Err(Undefined::EmptyMargin);
        }
        let mean = |cells: [Standing; 2], n: u64| {
            let passages =
                cells.into_iter().flat_map(|cell| self.cases(cell)).map(|case| self.n_passages(case));
            passages.sum::<usize>() as f64 / n as f64
        };
        let focal = mean([Standing::PresentWithOutcome, Standing::AbsentWithOutcome], self.table.focal());
        let others = mean([Standing::PresentWithout, Standing::AbsentWithout], self.table.others());
        Ok([focal, others, focal - others])
    }

    /// Returns Newcombe's interval of the difference, where there are enough cases for one.
    ///
    /// # Errors
    /// `TooFewCases` below [`LEAST_CASES`] on a side.
    pub fn newcombe(&self, confidence: Confidence) -> Result<Limits, Undefined> {
        self.strength(|table| table.newcombe(confidence))
    }
}

impl Association {
    /// Returns the cases on one side: with the outcome, without it, or not known.
    pub fn side(&self, has_outcome: Option<bool>) -> impl Iterator<Item = usize> {
        let cases = self.has_outcome.iter().enumerate();
        cases.filter(move |(_, own)| **own == has_outcome).map(|(case, _)| case)
    }

    /// Returns the values of the attribute on one side that a case has.
    pub fn groups_on(&self, has_outcome: bool) -> impl Iterator<Item = &ContrastGroup> {
        let is_here = move |case: &usize| self.has_outcome[*case] == Some(has_outcome);
        self.groups.iter().filter(move |group| group.cases.first().is_some_and(is_here))
    }

    /// Returns the tests that are read together in a family.
    pub fn family(&self, family: Family) -> &FamilyTests {
        match family {
            Family::All => &self.all,
            Family::Testable => &self.testable,
        }
    }

    /// Returns what the table says: of each factor whether it is present in relatively more, or fewer, of the cases with the
    /// outcome.
    pub fn statements(&self) -> Vec<Statement> {
        let outcome = self.test.to_string();
        let of = |factor: &FactorAssociation| {
            let value = match factor.table.direction() {
                Ordering::Greater => "more-with-outcome",
                Ordering::Less => "fewer-with-outcome",
                Ordering::Equal => return None,
            };
            Some(Statement::new("factor-with-outcome", [factor.id.as_str(), &outcome], value))
        };
        self.factors.iter().filter_map(of).collect()
    }
}

#[cfg(test)]
mod tests;
