//! One number per code out of all that are computed, by its name.

use super::{Agreement, AgreementUnit, CodeAgreement, CodeFound};
use crate::problem;
use draad_core::Problem;
use draad_core::diagnostic::Outcome;
use draad_measures::agreement::Interval;
use draad_measures::{Measured, Undefined};
use strum::IntoEnumIterator;

/// A coefficient of agreement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, strum::EnumIter, strum::EnumString, strum::IntoStaticStr)]
#[strum(serialize_all = "kebab-case")]
pub enum Coefficient {
    /// Krippendorff's |ᵤα on free spans.
    UAlpha,
    /// Cohen's kappa per character.
    CharKappa,
    /// Of the valence, where two coders both have the code: cuα.
    Valence,
    /// Krippendorff's alpha on fixed units.
    Alpha,
    /// Cohen's kappa on fixed units.
    Kappa,
    /// Gwet's AC1.
    Ac1,
    /// Brennan and Prediger's coefficient.
    BrennanPrediger,
}

impl Coefficient {
    /// Returns the coefficient that has an interval, which is the one to draw unless another is asked for.
    pub fn usual(unit: AgreementUnit) -> Self {
        match unit {
            AgreementUnit::Spans => Self::UAlpha,
            AgreementUnit::Turn | AgreementUnit::Source | AgreementUnit::Case => Self::Alpha,
        }
    }

    /// Returns the coefficient of this name, or the usual one.
    ///
    /// # Errors
    /// There is none of this name on these units; those that there are, are named.
    pub fn named(name: Option<&str>, unit: AgreementUnit) -> Outcome<Self> {
        let Some(name) = name else { return Ok(Self::usual(unit)) };
        let found = Self::iter().find(|known| <&str>::from(*known) == name && known.is_on(unit));
        found.ok_or_else(|| {
            let known: Vec<&str> = Self::iter().filter(|known| known.is_on(unit)).map(Into::into).collect();
            problem(Problem::TableValueUnknown {
                option: "coefficient".to_owned(),
                value: name.to_owned(),
                known: known.join(", "),
            })
        })
    }

    /// Returns whether it is computed on these units.
    pub fn is_on(self, unit: AgreementUnit) -> bool {
        let is_of_spans = matches!(self, Self::UAlpha | Self::CharKappa | Self::Valence);
        is_of_spans == (unit == AgreementUnit::Spans)
    }

    /// Returns its value for a code.
    ///
    /// # Errors
    /// The reason why there is none; `NothingShared` where it is not computed on the units that are compared.
    pub fn of(self, code: &CodeAgreement) -> Measured {
        match (&code.found, self) {
            (CodeFound::Spans(found), Self::UAlpha) => found.alpha,
            (CodeFound::Spans(found), Self::CharKappa) => found.char_kappa,
            (CodeFound::Spans(found), Self::Valence) => found.valence_alpha,
            (CodeFound::Units(found), Self::Alpha) => found.alpha,
            (CodeFound::Units(found), Self::Kappa) => found.kappa,
            (CodeFound::Units(found), Self::Ac1) => found.ac1,
            (CodeFound::Units(found), Self::BrennanPrediger) => found.brennan_prediger,
            _ => Err(Undefined::NothingShared),
        }
    }

    /// Returns where its value lies when sources, or cases, are drawn again; nothing for a coefficient without an interval, or
    /// where none was asked for.
    pub fn interval(self, code: &CodeAgreement) -> Option<Result<Interval, Undefined>> {
        match (&code.found, self) {
            (CodeFound::Spans(found), Self::UAlpha) => found.interval,
            (CodeFound::Units(found), Self::Alpha) => found.interval,
            _ => None,
        }
    }
}

impl CodeAgreement {
    /// Returns how much there is of the code: of what each coder read, the share in which that coder found it, over all coders
    /// together. Of characters on free spans, else of units.
    ///
    /// # Errors
    /// Nobody read anything.
    pub fn prevalence(&self) -> Measured {
        let (found, read) =
            self.used.iter().fold((0, 0), |sum, used| (sum.0 + used.found, sum.1 + used.read));
        if read == 0 { Err(Undefined::NothingShared) } else { Ok(found as f64 / read as f64) }
    }

    /// Returns the share of characters, or of pairs of judgements, on which coders agree.
    ///
    /// # Errors
    /// The reason why there is none.
    pub fn percent(&self) -> Measured {
        match &self.found {
            CodeFound::Spans(found) => found.percent,
            CodeFound::Units(found) => found.percent,
        }
    }
}

impl Agreement {
    /// Returns whether any code has an interval of this coefficient.
    pub fn has_interval(&self, coefficient: Coefficient) -> bool {
        self.codes.iter().any(|code| coefficient.interval(code).is_some_and(|found| found.is_ok()))
    }
}
