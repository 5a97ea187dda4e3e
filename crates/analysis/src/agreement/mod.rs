//! How far coders agree, per code: on free spans, or on units that are fixed beforehand; and where they differ.
//!
//! - **Who and what**: all coders who share sources, in the sources that at least two of them coded anything in; or those that are
//!   asked for. What nobody else read says nothing about agreement.
//! - **Policy**: agreement is about coders, so all of them count, whatever the study's policy says; but for the coder whose codings
//!   are decisions on those of others.
//! - **Codes**: each by itself, side by side and never averaged; with what is below it, unless asked otherwise.

mod cases;
mod coders;
mod coefficient;
mod comparison;
mod fixed;
mod interval;
mod laid_out;
mod pairs;
mod reading;
mod spans;
mod tables;
mod units;

use crate::hits::{Rows, distinct};
use crate::qca::MOST_RUNS;
use crate::{Basis, Options, problem};
use comparison::Comparison;
use draad_core::diagnostic::Outcome;
use draad_core::facts::Fact;
use draad_core::{CodeId, CoderId, CoderPolicy, Filter, Label, Problem, Study};
use rayon::prelude::*;
use reading::Readings;
use serde::Serialize;

pub use cases::{CaseFound, CodeInCases};
pub use coders::CoderRow;
pub use coefficient::Coefficient;
pub use draad_measures::agreement::MIN_FOR_INTERVAL;
pub use fixed::{UnitAgreement, UnitFound};
pub use pairs::PairAgreement;
pub use spans::{SpanAgreement, Together};
pub use tables::segment_percent;

/// What to compute beyond the common options.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgreementOptions {
    /// What is compared.
    pub unit: AgreementUnit,
    /// What coders say about it.
    pub measure: AgreementMeasure,
    /// From which share of their intersection in their union on two spans of one code are one and the same, 0 to 1; one character they must share in any case.
    pub overlap: f64,
    /// How many times sources are drawn again for an interval; 0 for none.
    pub resamples: usize,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Whether every coder has read every source that passes the filter, also where nothing is coded.
    pub silent_readers: bool,
}

impl Default for AgreementOptions {
    /// Free spans, which match from half of their union on; intervals from a thousand draws with seed 1.
    fn default() -> Self {
        Self {
            unit: AgreementUnit::Spans,
            measure: AgreementMeasure::Presence,
            overlap: 0.5,
            resamples: 1000,
            seed: 1,
            silent_readers: false,
        }
    }
}

impl AgreementOptions {
    /// Returns an error for more drawings than somebody waits for.
    fn check(&self) -> Outcome<()> {
        if self.resamples <= MOST_RUNS {
            return Ok(());
        }
        Err(problem(Problem::TableValueUnknown {
            option: "resamples".to_owned(),
            value: self.resamples.to_string(),
            known: format!("0 … {MOST_RUNS}"),
        }))
    }
}

/// What coders are compared on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, strum::EnumIter, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AgreementUnit {
    /// Stretches that each coder chose.
    #[default]
    Spans,
    /// Turns, messages, entries, paragraphs.
    Turn,
    /// Sources.
    Source,
    /// Cases.
    Case,
}

/// What coders say about a unit.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    Serialize,
    strum::EnumIter,
    strum::EnumString,
    strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum AgreementMeasure {
    /// Whether the code is in it.
    #[default]
    Presence,
    /// In which direction it works there.
    Valence,
}

/// How far coders agree.
#[derive(Clone, Debug, PartialEq)]
pub struct Agreement {
    /// What it rests on: the codings of the coders in the sources that are compared.
    pub basis: Basis,
    /// What was asked.
    pub own: AgreementOptions,
    /// The coders, in the order in which the study lists them.
    pub coders: Vec<CoderRow>,
    /// What of the codings and sources is not in the comparison.
    pub left_out: LeftOut,
    /// Codes that are compared, in the order of the codebook.
    pub codes: Vec<CodeAgreement>,
    /// All codes together, each as a value of one continuum; only for free spans.
    pub together: Option<Together>,
}

/// What is not in a comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LeftOut {
    /// Those whose codings are decisions on the codings of others.
    pub layers: Vec<CoderId>,
    /// Coders who share no source with another.
    pub alone: Vec<CoderId>,
    /// Codings of a whole source, which cover no characters.
    pub n_whole_source: usize,
    /// Codings outside of all units, or outside of the text that is compared.
    pub n_outside: usize,
    /// Sources without units.
    pub n_without_units: usize,
    /// Codes of the codebook that none of these coders used in these sources, and that were not asked for.
    pub unused: Vec<CodeId>,
}

/// How far coders agree on one code.
#[derive(Clone, Debug, PartialEq)]
pub struct CodeAgreement {
    /// The code.
    pub code: CodeId,
    /// What people read; both parts may be empty.
    pub name: Label,
    /// Per coder, as [`Agreement::coders`], how much there is.
    pub used: Vec<CodeUse>,
    /// On free spans, or on fixed units.
    pub found: CodeFound,
    /// Per pair of coders who share sources.
    pub pairs: Vec<PairAgreement>,
    /// In which cases who found it.
    pub cases: CodeInCases,
}

/// How much a coder used a code.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct CodeUse {
    /// Codings.
    pub n_codings: usize,
    /// Units in which it was found; with free spans characters under it.
    pub found: u64,
    /// Units, or characters, that the coder read.
    pub read: u64,
}

/// How far coders agree on one code, by what they are compared on.
#[derive(Clone, Debug, PartialEq)]
pub enum CodeFound {
    /// On free spans.
    Spans(SpanAgreement),
    /// On units that are fixed beforehand.
    Units(UnitAgreement),
}

/// A coding of a row, by one of the coders.
#[derive(Clone, Copy)]
struct Coded<'f> {
    fact: &'f Fact,
    /// Position of its coder.
    coder: u16,
}

impl Agreement {
    /// Computes agreement.
    ///
    /// # Errors
    /// The filter names something that the study does not have; or `NothingToShow`: nothing is coded (`no-codings`), one coder is
    /// left (`one-coder`), or no source was read by two (`no-double-coding`).
    pub fn from_study(study: &Study, options: &Options, own: &AgreementOptions) -> Outcome<Self> {
        options.check(study)?;
        own.check()?;
        let readings = Readings::new(study, options, own)?;
        let rows = Rows::new(&study.codebook, &options.filter, !options.unfolded);
        let coded = coded(study, &readings, &rows);
        let is_row =
            |row: &usize| !coded[*row].is_empty() || is_asked(study, &options.filter, rows.codes[*row]);
        let (shown, unused): (Vec<usize>, Vec<usize>) = (0..rows.codes.len()).partition(is_row);
        let id = |row: &usize| study.codebook.codes[rows.codes[*row] as usize].id.clone();
        let comparison = Comparison::new(study, &readings, options, own);
        let codes = shown.par_iter().map(|&row| {
            let code = &study.codebook.codes[rows.codes[row] as usize];
            comparison.code(code.id.clone(), code.name.clone(), &coded[row])
        });
        Ok(Self {
            codes: codes.collect(),
            together: comparison.together(study, &readings),
            left_out: LeftOut { unused: unused.iter().map(id).collect(), ..comparison.left_out(&readings) },
            basis: basis(study, &readings, options),
            coders: coders::rows(study, &readings),
            own: own.clone(),
        })
    }
}

/// Says what the comparison rests on. No policy chose among these coders.
fn basis(study: &Study, readings: &Readings, options: &Options) -> Basis {
    let mut basis = Basis::new(study, &readings.facts, options, None);
    basis.coder_policy = CoderPolicy::All;
    basis.filter.coders = readings.coders.clone();
    basis.coders = readings.coders.iter().map(ToString::to_string).collect();
    basis.n_cases = distinct(readings.facts.material.iter().map(|material| material.case)).len();
    basis
}

/// Lays the codings out under the rows, in the order of the facts.
fn coded<'f>(study: &Study, readings: &'f Readings, rows: &Rows) -> Vec<Vec<Coded<'f>>> {
    let mut coded = vec![Vec::new(); rows.codes.len()];
    for fact in &readings.facts.codings {
        let coder = readings.coder_of(study, fact);
        for &row in rows.under(fact.code) {
            coded[row as usize].push(Coded { fact, coder });
        }
    }
    coded
}

/// Returns whether a code was asked for by name, so that it stays also where nobody used it.
fn is_asked(study: &Study, filter: &Filter, code: u32) -> bool {
    filter.codes.contains(&study.codebook.codes[code as usize].id)
}

#[cfg(test)]
mod tests;
