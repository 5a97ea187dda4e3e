//! Computes agreement code by code, on free spans or on fixed units.

use super::cases::Cases;
use super::fixed::Fixed;
use super::laid_out::laid_out;
use super::reading::Readings;
use super::spans::{Texts, Together};
use super::units::Units;
use super::{AgreementOptions, AgreementUnit, CodeAgreement, CodeFound, CodeUse, Coded, LeftOut, pairs};
use crate::Options;
use crate::hits::distinct;
use draad_core::facts::Fact;
use draad_core::{CodeId, Label, Study};

/// What is compared, prepared once for all codes.
pub(super) struct Comparison<'s> {
    n_coders: usize,
    on: On<'s>,
    cases: Cases<'s>,
}

enum On<'s> {
    Spans(Texts),
    Units(Fixed<'s>),
}

impl<'s> Comparison<'s> {
    pub(super) fn new(
        study: &'s Study,
        readings: &Readings,
        options: &Options,
        own: &AgreementOptions,
    ) -> Self {
        let (n_coders, draws) = (readings.coders.len(), (own.resamples, own.seed));
        let on = match own.unit {
            AgreementUnit::Spans => {
                let sources = readings.sources.iter().map(|(source, _)| *source);
                let texts = laid_out(study, &readings.facts, &options.filter, sources);
                let texts = readings.sources.iter().zip(texts);
                let texts = texts.map(|((source, readers), text)| (*source, text, readers.clone()));
                On::Spans(Texts::new(texts.collect(), n_coders, own.overlap, draws))
            }
            unit => {
                let units = Units::new(study, readings, unit);
                On::Units(Fixed::new(study, units, own.measure, n_coders, draws))
            }
        };
        Self { n_coders, on, cases: Cases::new(study, readings) }
    }

    /// Computes one code.
    pub(super) fn code(&self, code: CodeId, name: Label, coded: &[Coded]) -> CodeAgreement {
        let cases = self.cases.of_code(coded);
        // a coding of several cases is one coding, in a text and in a turn
        let once = once(coded);
        let n_codings = |coder: usize| once.iter().filter(|coded| coded.coder as usize == coder).count();
        let (found, pairs, used) = match &self.on {
            On::Spans(texts) => {
                let (found, pairs) = texts.of_code(&once);
                let used = found.tally.coders().iter().map(|lengths| (lengths.coded, lengths.read));
                let used: Vec<(u64, u64)> = used.collect();
                (CodeFound::Spans(found), pairs, used)
            }
            On::Units(fixed) => {
                let found = fixed.of_code(coded);
                let counts = (0..self.n_coders).map(|coder| found.tally.of_coder(coder));
                let used = counts.map(|counts| (counts[1..].iter().sum(), counts.iter().sum())).collect();
                let pairs = pairs::of_units(&found.tally);
                (CodeFound::Units(found), pairs, used)
            }
        };
        let used = used.into_iter().enumerate();
        let used = used.map(|(coder, (found, read))| CodeUse { n_codings: n_codings(coder), found, read });
        CodeAgreement { code, name, used: used.collect(), found, pairs, cases }
    }

    /// Computes all codes together, on free spans.
    pub(super) fn together(&self, study: &Study, readings: &Readings) -> Option<Together> {
        let On::Spans(texts) = &self.on else { return None };
        let facts = readings.facts.codings.iter().map(|fact| (fact, readings.coder_of(study, fact)));
        Some(texts.together(&study.codebook, &facts.collect::<Vec<_>>()))
    }

    /// Returns what of the codings and sources is not in the comparison, but for codes.
    pub(super) fn left_out(&self, readings: &Readings) -> LeftOut {
        let count = |is_out: &dyn Fn(&Fact) -> bool| {
            let out = readings.facts.codings.iter().filter(|fact| is_out(fact));
            distinct(out.map(|fact| fact.coding)).len()
        };
        let is_whole = |fact: &Fact| fact.chars.is_none();
        let (n_whole_source, n_outside, n_without_units) = match &self.on {
            On::Spans(texts) => {
                (count(&is_whole), count(&|fact| !is_whole(fact) && texts.place(fact).is_none()), 0)
            }
            On::Units(fixed) if fixed.units.has_turns() => {
                let is_outside = |fact: &Fact| !is_whole(fact) && fixed.units.of_fact(fact).is_empty();
                (count(&is_whole), count(&is_outside), fixed.units.n_without_units)
            }
            On::Units(_) => (0, 0, 0),
        };
        LeftOut {
            layers: readings.layers.clone(),
            alone: readings.alone.clone(),
            n_whole_source,
            n_outside,
            n_without_units,
            unused: Vec::new(),
        }
    }
}

/// Returns each coding once.
fn once<'f>(coded: &[Coded<'f>]) -> Vec<Coded<'f>> {
    let mut codings = coded.to_vec();
    codings.sort_by_key(|coded| coded.fact.coding);
    codings.dedup_by_key(|coded| coded.fact.coding);
    codings
}
