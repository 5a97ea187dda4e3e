//! Whether further cases or sources still add codes: accumulation in the order of analysis, what any other order would have
//! given, estimates of what was not seen, and what there is to say of each code. It is *code* saturation and no more: whether a
//! code is understood, nobody can count.
//!
//! - **Unit**: a case or a source that was analysed, which is to say that somebody coded something in it, whatever the code.
//!   What has material and was not coded yet adds no codes because nobody looked; it is left out, and named.
//! - **Codes** count as they stand on codings, each under its own name: a parent that holds its children would never be new.
//! - **Order**: by the moment of the first coding where all units have one and they differ, else by date of the source, else
//!   as the study lists them. A case goes by its own sources; one that it shares with others counts where there are no others.

mod meaning;
mod order;
mod origin;
mod plain;

pub use meaning::CodeMeaning;
pub use order::{AnalysisOrder, OrderRule};
pub use origin::{CodeOrigin, CodebookOrigin};

use crate::{Basis, Options, problem};
use draad_core::facts::Facts;
use draad_core::{CodeId, Problem, Study, diagnostic::Outcome};
use draad_measures::incidence::Incidence;
use draad_measures::new_information::{NewInformation, PROCEDURES, Procedure, new_information};
use draad_measures::rarefaction::{Expected, rarefaction};
use draad_measures::richness::{self, Estimate};
use draad_measures::{Measured, Undefined};
use jiff::Timestamp;
use jiff::civil::Date;
use order::Units;
use serde::Serialize;

/// What is counted beside the common options.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct SaturationOptions {
    /// What adds codes.
    pub unit: AccumulationUnit,
}

/// What adds codes one after the other.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AccumulationUnit {
    /// Cases.
    #[default]
    Cases,
    /// Sources, of whichever case.
    Sources,
}

/// How codes accumulate over units.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Saturation {
    /// What it rests on.
    pub basis: Basis,
    /// What adds codes.
    pub unit: AccumulationUnit,
    /// By what the units are ordered.
    pub order: AnalysisOrder,
    /// Units with material in which nobody coded anything, as the study lists them.
    pub not_analysed: Vec<String>,
    /// Where the codes come from, as far as the codebook says.
    pub codebook: CodebookOrigin,
    /// The units in the order of analysis.
    pub units: Vec<UnitRow>,
    /// All codes used; and where the codebook says of some codes that they were there before and of others that they come from
    /// the material, those from the material apart.
    pub curves: Vec<Curve>,
    /// The codes with what is coded below them, in the order of the codebook, also those never used; headings only where
    /// something was coded below them.
    pub codes: Vec<CodeMeaning>,
}

/// A unit.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct UnitRow {
    /// Id of the case or source.
    pub id: String,
    /// When the first coding in it was made.
    pub first_coded: Option<Timestamp>,
    /// Its date: of a case that of its first source.
    pub date: Option<Date>,
    /// Codings in it.
    pub n_codings: usize,
    /// Characters of material.
    pub n_chars: u64,
}

/// Which codes a curve counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum CodeSet {
    /// All that are used.
    Used,
    /// Those of which the codebook says that they come from the material.
    FromMaterial,
}

/// How one set of codes accumulates.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Curve {
    /// Which codes.
    pub codes: CodeSet,
    /// What each unit adds, in the order of [`Saturation::units`].
    pub steps: Vec<Step>,
    /// Codes in exactly one unit and in exactly two.
    pub n_in_one: usize,
    /// Codes in exactly two units.
    pub n_in_two: usize,
    /// How many codes there would be if further units were like these.
    pub estimates: Vec<EstimateRow>,
    /// New information over the base, in all settings.
    pub ratios: Vec<RatioRow>,
}

/// What a unit adds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Step {
    /// Different codes in the unit.
    pub n_codes: usize,
    /// Those that no unit before it holds, in the order of the codebook.
    pub new: Vec<CodeId>,
    /// Different codes in this unit and all before it.
    pub total: usize,
    /// Codes expected in as many units, whichever they are.
    #[serde(skip)]
    pub expected: Expected,
}

/// An estimate by its name.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EstimateRow {
    /// `chao2`, `jackknife1`, `jackknife2` or `bootstrap`.
    pub estimator: &'static str,
    /// What it comes to.
    #[serde(skip)]
    pub estimate: Result<Estimate, Undefined>,
}

/// The new-information ratio in one setting.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RatioRow {
    /// The setting.
    #[serde(skip)]
    pub procedure: Procedure,
    /// What it comes to.
    #[serde(skip)]
    pub found: Result<NewInformation, Undefined>,
}

impl Saturation {
    /// Computes how codes accumulate, from facts that were collected with the filter of `options`. The further key and the
    /// outcome are not used.
    ///
    /// # Errors
    /// The filter names something that the study does not have; no case passes; or nothing of what passes was coded.
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        own: &SaturationOptions,
    ) -> Outcome<Self> {
        options.check(study)?;
        let units = Units::new(study, facts, &options.filter, own.unit);
        if units.rows.is_empty() {
            return Err(problem(Problem::NothingToShow { reason: "no-codings".to_owned() }));
        }
        let origins = origin::origins(study, facts);
        let codebook = CodebookOrigin::new(study, &options.filter, &origins);
        let incidence = Incidence::new(study.codebook.codes.len(), units.codes.clone());
        let mut curves = vec![Curve::new(study, &incidence, CodeSet::Used, codebook.is_fixed())];
        if codebook.n_before > 0 && codebook.n_from_material > 0 {
            let is_from_material = |code: &u32| origins[*code as usize] == CodeOrigin::FromMaterial;
            let kept =
                units.codes.iter().map(|codes| codes.iter().copied().filter(is_from_material).collect());
            let incidence = Incidence::new(study.codebook.codes.len(), kept.collect());
            curves.push(Curve::new(study, &incidence, CodeSet::FromMaterial, false));
        }
        Ok(Self {
            basis: Basis::new(study, facts, options, None),
            unit: own.unit,
            codes: meaning::meanings(study, facts, &options.filter, &units, &origins),
            codebook,
            order: units.order,
            not_analysed: units.not_analysed,
            units: units.rows,
            curves,
        })
    }

    /// Returns the prevalence of a code: its units over all.
    pub fn prevalence(&self, code: &CodeMeaning) -> Measured {
        draad_measures::share::share(code.n_units as u64, self.units.len() as u64)
            .ok_or(Undefined::TooFewUnits { n: 0, needed: 1 })
    }
}

impl Curve {
    fn new(study: &Study, incidence: &Incidence, codes: CodeSet, is_fixed: bool) -> Self {
        let new = incidence.first_seen();
        let n_new: Vec<usize> = new.iter().map(Vec::len).collect();
        Self {
            codes,
            steps: steps(study, incidence, new),
            n_in_one: incidence.n_in_exactly(1),
            n_in_two: incidence.n_in_exactly(2),
            estimates: estimates(incidence, is_fixed),
            ratios: ratios(&n_new, is_fixed),
        }
    }

    /// Returns the number of different codes in all units.
    pub fn n_codes(&self) -> usize {
        self.steps.last().map_or(0, |step| step.total)
    }
}

fn steps(study: &Study, incidence: &Incidence, new: Vec<Vec<u32>>) -> Vec<Step> {
    let id = |code: u32| study.codebook.codes[code as usize].id.clone();
    let expected = rarefaction(incidence, 1..=incidence.n_units());
    let mut total = 0;
    let units = incidence.units().iter().zip(new).zip(expected);
    units
        .map(|((codes, new), expected)| {
            total += new.len();
            Step { n_codes: codes.len(), new: new.into_iter().map(id).collect(), total, expected }
        })
        .collect()
}

/// A codebook that was fixed leaves nothing to be estimated: what is not in it cannot be found.
fn estimates(incidence: &Incidence, is_fixed: bool) -> Vec<EstimateRow> {
    type Estimator = (&'static str, fn(&Incidence) -> Result<Estimate, Undefined>);
    let estimators: [Estimator; 4] = [
        ("chao2", richness::chao2),
        ("jackknife1", richness::jackknife1),
        ("jackknife2", richness::jackknife2),
        ("bootstrap", richness::bootstrap),
    ];
    let row = |(estimator, compute): Estimator| EstimateRow {
        estimator,
        estimate: if is_fixed { Err(Undefined::FixedCodebook) } else { compute(incidence) },
    };
    estimators.into_iter().map(row).collect()
}

fn ratios(n_new: &[usize], is_fixed: bool) -> Vec<RatioRow> {
    let row = |procedure| RatioRow {
        procedure,
        found: if is_fixed { Err(Undefined::FixedCodebook) } else { new_information(n_new, procedure) },
    };
    PROCEDURES.into_iter().map(row).collect()
}

#[cfg(test)]
mod tests;
