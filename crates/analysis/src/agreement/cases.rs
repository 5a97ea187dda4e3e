//! In which cases who found a code: do the coders agree that it is in case 7?

use super::reading::Readings;
use super::units::Units;
use super::{AgreementMeasure, AgreementUnit, Coded};
use draad_core::{CaseId, Study};
use serde::Serialize;

/// One code over the cases that are compared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CodeInCases {
    /// Cases in which at least one coder found it, in the study's order.
    pub found: Vec<CaseFound>,
    /// Cases in which nobody found it.
    pub n_none: usize,
}

/// A case in which a code was found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CaseFound {
    /// The case.
    pub case: CaseId,
    /// Who found it, as positions in [`Agreement::coders`](super::Agreement::coders).
    pub by: Vec<u16>,
    /// Who read sources of the case and did not find it.
    pub not_by: Vec<u16>,
}

impl CaseFound {
    /// Returns whether all who read the case found it.
    pub fn is_agreed(&self) -> bool {
        self.not_by.is_empty()
    }
}

impl CodeInCases {
    /// Returns in how many cases all who read them agree that it is there.
    pub fn n_all(&self) -> usize {
        self.found.iter().filter(|case| case.is_agreed()).count()
    }

    /// Returns how many cases are compared.
    pub fn n_cases(&self) -> usize {
        self.found.len() + self.n_none
    }
}

/// Who read which case.
pub(super) struct Cases<'s> {
    study: &'s Study,
    units: Units,
}

impl<'s> Cases<'s> {
    pub(super) fn new(study: &'s Study, readings: &Readings) -> Self {
        Self { study, units: Units::new(study, readings, AgreementUnit::Case) }
    }

    /// Returns who found a code where. Only cases that at least two coders read are compared.
    pub(super) fn of_code(&self, coded: &[Coded]) -> CodeInCases {
        let facts = coded.iter().map(|coded| (coded.fact, coded.coder));
        let found = self.units.found(facts, AgreementMeasure::Presence).into_iter();
        let found = found.filter(|(unit, _)| self.is_compared(*unit)).map(|(unit, pattern)| {
            let who = |category: u16| {
                let coders = (0..).zip(&pattern).filter(|(_, found)| **found == Some(category));
                coders.map(|(coder, _)| coder).collect()
            };
            let case = self.units.units[unit].case.expect("these units are cases");
            CaseFound { case: self.study.cases[case as usize].id.clone(), by: who(1), not_by: who(0) }
        });
        let found: Vec<CaseFound> = found.collect();
        let n_compared = (0..self.units.units.len()).filter(|&unit| self.is_compared(unit)).count();
        CodeInCases { n_none: n_compared - found.len(), found }
    }

    fn is_compared(&self, unit: usize) -> bool {
        self.units.clusters[self.units.cluster_of(unit)].readers.len() >= 2
    }
}
