//! Which units were analysed, in what order, and which codes each holds.

use super::{AccumulationUnit, UnitRow};
use crate::hits::distinct;
use draad_core::facts::{Facts, Places};
use draad_core::{Filter, Source, Study};
use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

/// By what units are ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum OrderRule {
    /// By the moment at which the first coding in them was made.
    FirstCoding,
    /// By the date of the source.
    SourceDate,
    /// As the study lists them.
    Listed,
}

/// The order of the units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct AnalysisOrder {
    /// By what.
    pub rule: OrderRule,
    /// Units that share their moment or date with another and stand as the study lists them.
    pub n_tied: usize,
}

/// The units that were analysed, in the order of analysis.
pub(crate) struct Units {
    /// What there is to say of each.
    pub(crate) rows: Vec<UnitRow>,
    /// Per unit its codes, as positions in the codebook, each as often as it was coded.
    pub(crate) codes: Vec<Vec<u32>>,
    /// Per case or source of the study its unit.
    pub(crate) unit_of: Vec<Option<u32>>,
    pub(crate) order: AnalysisOrder,
    pub(crate) not_analysed: Vec<String>,
    kind: AccumulationUnit,
}

/// When something was coded and when it was made, each as far as known.
#[derive(Clone, Copy, Debug, Default)]
struct When {
    coded: bool,
    first_coded: Option<Timestamp>,
    date: Option<Date>,
}

impl When {
    /// Takes the earliest of both.
    fn and(self, other: Self) -> Self {
        Self {
            coded: self.coded || other.coded,
            first_coded: earliest(self.first_coded, other.first_coded),
            date: earliest(self.date, other.date),
        }
    }
}

fn earliest<T: Ord>(a: Option<T>, b: Option<T>) -> Option<T> {
    a.into_iter().chain(b).min()
}

impl Units {
    pub(crate) fn new(study: &Study, facts: &Facts, filter: &Filter, kind: AccumulationUnit) -> Self {
        let of_sources = when(study, filter);
        let (ids, whens) = match kind {
            AccumulationUnit::Sources => (ids(study.sources.keys()), of_sources),
            AccumulationUnit::Cases => (ids(study.cases.keys()), of_cases(study, facts, &of_sources)),
        };
        let place = |case: u32, source: u32| match kind {
            AccumulationUnit::Cases => case,
            AccumulationUnit::Sources => source,
        };
        let there = facts.material.iter().map(|material| place(material.case, material.source));
        let there = distinct(there.chain(facts.codings.iter().map(|fact| place(fact.case, fact.source))));
        let (mut analysed, others): (Vec<u32>, Vec<u32>) =
            there.into_iter().partition(|&place| whens[place as usize].coded);
        let order = sort(&mut analysed, &whens);
        let mut unit_of = vec![None; ids.len()];
        for (unit, &place) in (0..).zip(&analysed) {
            unit_of[place as usize] = Some(unit);
        }
        let row = |&place: &u32| {
            let When { first_coded, date, .. } = whens[place as usize];
            UnitRow { id: ids[place as usize].clone(), first_coded, date, n_codings: 0, n_chars: 0 }
        };
        let mut units = Self {
            rows: analysed.iter().map(row).collect(),
            codes: vec![Vec::new(); analysed.len()],
            unit_of,
            order,
            not_analysed: others.into_iter().map(|place| ids[place as usize].clone()).collect(),
            kind,
        };
        units.fill(facts);
        units
    }

    /// Returns the unit that a case is, where cases are units.
    pub(crate) fn of_case(&self, case: u32) -> Option<u32> {
        match self.kind {
            AccumulationUnit::Cases => self.unit_of[case as usize],
            AccumulationUnit::Sources => None,
        }
    }

    /// Returns the unit of something in a case and a source.
    pub(crate) fn of(&self, case: u32, source: u32) -> Option<u32> {
        match self.kind {
            AccumulationUnit::Cases => self.unit_of[case as usize],
            AccumulationUnit::Sources => self.unit_of[source as usize],
        }
    }

    fn fill(&mut self, facts: &Facts) {
        let mut counted = None;
        for fact in &facts.codings {
            let Some(unit) = self.of(fact.case, fact.source) else { continue };
            self.codes[unit as usize].push(fact.code);
            // of a source that several cases share a coding stands once per case, one after the other
            if counted.replace((fact.coding, unit)) != Some((fact.coding, unit)) {
                self.rows[unit as usize].n_codings += 1;
            }
        }
        let place = |material: &draad_core::facts::Material| {
            let unit = self.of(material.case, material.source)?;
            Some((unit, material.source, material.chars.start.0, material.chars.end.0))
        };
        for (unit, _, start, end) in distinct(facts.material.iter().filter_map(place)) {
            self.rows[unit as usize].n_chars += u64::from(end - start);
        }
    }
}

fn ids<'i, Id: std::fmt::Display + 'i>(ids: impl Iterator<Item = &'i Id>) -> Vec<String> {
    ids.map(|id| id.to_string()).collect()
}

/// Returns per source of the study when it was coded first, by coders who count, and its date. Which codes pass the filter
/// makes no difference: a source in which somebody looked was analysed.
fn when(study: &Study, filter: &Filter) -> Vec<When> {
    let places = Places::new(study);
    let mut whens: Vec<When> =
        study.sources.values().map(|source| When { date: source.date, ..When::default() }).collect();
    for same in study.codings.chunk_by(|a, b| a.source == b.source) {
        let Some(source) = study.sources.get_index_of(&same[0].source) else { continue };
        // coders come in runs: asking once per run is enough
        for of_coder in same.chunk_by(|a, b| a.coder == b.coder) {
            let counts = match filter.coders.is_empty() {
                true => places.counts(&of_coder[0]),
                false => filter.coders.contains(&of_coder[0].coder),
            };
            if counts {
                let first_coded = of_coder.iter().filter_map(|coding| coding.created).min();
                whens[source] = whens[source].and(When { coded: true, first_coded, date: None });
            }
        }
    }
    whens
}

/// Returns the same per case: from its own sources, or where it has none from those that it shares.
fn of_cases(study: &Study, facts: &Facts, of_sources: &[When]) -> Vec<When> {
    let material = facts.material.iter().map(|material| (material.case, material.source));
    let pairs = distinct(material.chain(facts.codings.iter().map(|fact| (fact.case, fact.source))));
    let is_shared = |source: u32| {
        let (_, Source { cases, .. }) = study.sources.get_index(source as usize).expect("facts have sources");
        cases.len() > 1
    };
    let mut whens = vec![When::default(); study.cases.len()];
    for of_case in pairs.chunk_by(|a, b| a.0 == b.0) {
        let own = of_case.iter().any(|&(_, source)| !is_shared(source) && of_sources[source as usize].coded);
        let sources = of_case.iter().map(|&(_, source)| source);
        whens[of_case[0].0 as usize] = sources
            .filter(|&source| !own || !is_shared(source))
            .fold(When::default(), |when, source| when.and(of_sources[source as usize]));
    }
    whens
}

/// Puts units into the order of analysis; they come as the study lists them.
fn sort(units: &mut [u32], whens: &[When]) -> AnalysisOrder {
    let first_coded: Vec<_> = whens.iter().map(|when| when.first_coded).collect();
    let dates: Vec<_> = whens.iter().map(|when| when.date).collect();
    let by_coding = sort_by(units, &first_coded).map(|n_tied| (OrderRule::FirstCoding, n_tied));
    let by_date = || sort_by(units, &dates).map(|n_tied| (OrderRule::SourceDate, n_tied));
    let (rule, n_tied) = by_coding.or_else(by_date).unwrap_or((OrderRule::Listed, 0));
    AnalysisOrder { rule, n_tied }
}

/// Sorts by a moment and returns how many units share theirs; does nothing where one lacks it or all have the same.
fn sort_by<T: Ord + Copy>(units: &mut [u32], moments: &[Option<T>]) -> Option<usize> {
    let moment = |unit: &u32| moments[*unit as usize];
    let known: Option<Vec<T>> = units.iter().map(moment).collect();
    let says_something = distinct(known?.into_iter()).len() > 1;
    if !says_something {
        return None;
    }
    units.sort_by_key(moment);
    let same = units.chunk_by(|a, b| moment(a) == moment(b)).map(<[u32]>::len);
    Some(same.filter(|&n| n > 1).sum())
}
