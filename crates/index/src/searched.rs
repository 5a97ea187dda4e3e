//! In what was looked: how many units and sources, and, per source or case, whether there was material at all.

use crate::answer::{Element, Per};
use crate::evaluate::{Domain, Evaluation};
use crate::gather::RawHit;
use crate::search::Findings;
use crate::units::Set;
use std::collections::BTreeSet;

/// Units in which was looked, and units with a hit.
pub(crate) struct Searched {
    pub(crate) units: Set,
    pub(crate) units_found: Set,
    wholes_found: Set,
}

impl Searched {
    pub(crate) fn new(evaluation: &Evaluation, findings: &Findings) -> Self {
        let every = evaluation.units().every();
        let mut found = evaluation.units().none();
        found.extend(findings.hits.iter().map(|hit| hit.stretch.unit as usize));
        let mut wholes_found = found.clone();
        wholes_found.difference_with(&every);
        found.intersect_with(&every);
        let mut units = findings.scope.units.clone();
        units.intersect_with(&every);
        Self { units, units_found: found, wholes_found }
    }

    /// Units, and sources as a whole, with a hit.
    pub(crate) fn sources_found(&self) -> Set {
        let mut found = self.units_found.clone();
        found.union_with(&self.wholes_found);
        found
    }

    /// How many sources some units have.
    pub(crate) fn n_sources(&self, evaluation: &Evaluation, units: &Set) -> usize {
        let mut sources = Set::with_capacity(evaluation.units().n_sources());
        sources.extend(units.ones().map(|unit| evaluation.units().source_of(unit as u32) as usize));
        sources.count_ones(..)
    }
}

/// What is counted of a source or a case.
#[derive(Clone, Default)]
struct Counts {
    n_hits: usize,
    n_units_found: usize,
    n_units_searched: usize,
    /// Sources in which was looked, ascending.
    sources: Vec<u32>,
}

/// Every source or case among which was looked, found or not.
pub(crate) fn elements(evaluation: &Evaluation, findings: &Findings, searched: &Searched) -> Vec<Element> {
    let domain = if findings.per == Per::Case { Domain::Case } else { Domain::Source };
    let universe = evaluation.universe(&findings.scope, domain);
    let counts = counts(evaluation, findings, searched, domain, universe.len());
    let study = evaluation.study;
    let pointers = &findings.found.pointers;
    let element = |idx: usize| {
        let own = &counts[idx];
        // where nobody said anything, nothing can be said to be absent
        let is_pointed_at = || pointers.iter().any(|pointer| pointer.elements.contains(idx));
        let has_evidence = own.n_units_searched > 0 || is_pointed_at();
        Element {
            id: match domain {
                Domain::Case => study.cases[idx].id.to_string(),
                _ => study.sources[idx].id.to_string(),
            },
            found: has_evidence && findings.found.elements.contains(idx),
            n_hits: own.n_hits,
            n_units_found: own.n_units_found,
            n_units_searched: own.n_units_searched,
            n_sources_searched: own.sources.len(),
        }
    };
    universe.ones().map(element).collect()
}

fn counts(
    evaluation: &Evaluation,
    findings: &Findings,
    searched: &Searched,
    domain: Domain,
    n_elements: usize,
) -> Vec<Counts> {
    let (units, settings) = (evaluation.units(), evaluation.columns.settings(evaluation.study));
    let of_unit = |unit: u32| match domain {
        Domain::Case => settings.cases(units, unit).to_vec(),
        _ => vec![units.source_of(unit)],
    };
    let mut counts = vec![Counts::default(); n_elements];
    for unit in searched.units.ones().map(|unit| unit as u32).filter(|unit| is_material(evaluation, *unit)) {
        for element in of_unit(unit) {
            let own = &mut counts[element as usize];
            own.n_units_searched += 1;
            if own.sources.last() != Some(&units.source_of(unit)) {
                own.sources.push(units.source_of(unit));
            }
        }
    }
    for unit in searched.units_found.ones() {
        of_unit(unit as u32).into_iter().for_each(|element| counts[element as usize].n_units_found += 1);
    }
    for hit in &findings.hits {
        let own = match domain {
            Domain::Case => cases_of(evaluation, hit),
            _ => vec![hit.stretch.source],
        };
        own.into_iter().for_each(|element| counts[element as usize].n_hits += 1);
    }
    counts
}

/// Returns the cases of a hit: those of its unit; of codings their own, which need not be those of the unit where a part of the
/// source begins.
pub(crate) fn cases_of(evaluation: &Evaluation, hit: &RawHit) -> Vec<u32> {
    let (units, study) = (evaluation.units(), evaluation.study);
    if hit.codings.is_empty() {
        return evaluation.columns.settings(study).cases(units, hit.stretch.unit).to_vec();
    }
    let own = evaluation.columns.codings(study).of_source(hit.stretch.source).iter();
    let own = own.filter(|span| hit.codings.contains(&span.coding)).map(|span| span.case);
    own.collect::<BTreeSet<u32>>().into_iter().collect()
}

/// Whether a unit is somebody's words; a line of a source without units is.
fn is_material(evaluation: &Evaluation, unit: u32) -> bool {
    let units = evaluation.units();
    let source = &evaluation.study.sources[units.source_of(unit) as usize];
    source.units.get(units.position(unit)).is_none_or(|unit| unit.kind.is_material())
}
