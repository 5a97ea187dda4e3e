//! Units that are fixed before anybody codes, turns, sources or cases: what each coder found in each.
//!
//! - **Turn**: a unit of the source that is somebody's words and passes the filter: a turn, message, entry or paragraph. A coder
//!   found a code in it where a coding of the code covers at least one of its characters.
//! - **Source**: a coder found a code in it where there is a coding of the code in it, codings of the whole source too.
//! - **Case**: as a source; of the sources of the case that are compared.

use super::reading::Readings;
use super::{AgreementMeasure, AgreementUnit};
use crate::hits::distinct;
use draad_core::facts::Fact;
use draad_core::{Study, Valence};
use draad_measures::interval::Interval;
use std::collections::{BTreeMap, BTreeSet};

/// What is found in a unit by a coder: a category, from 0 for not found.
pub(super) type Category = u16;

/// The fixed units.
pub(super) struct Units {
    /// What is drawn again for an interval: sources, or cases. Each holds a run of units.
    pub(super) clusters: Vec<Cluster>,
    /// The units, cluster by cluster, in the order of the text.
    pub(super) units: Vec<Unit>,
    /// Compared sources without units of their own, which are left out.
    pub(super) n_without_units: usize,
    unit: AgreementUnit,
    n_coders: usize,
    /// Per source of the study: its cluster.
    cluster_of_source: BTreeMap<u32, usize>,
    /// Per case of the study: its cluster.
    cluster_of_case: BTreeMap<u32, usize>,
}

/// A source or a case, with its units.
pub(super) struct Cluster {
    /// Positions of the coders who read it, ascending.
    pub(super) readers: Vec<u16>,
    /// Position of its first unit.
    first: usize,
    /// How many units it has.
    pub(super) n_units: usize,
}

/// One unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unit {
    /// Position of its source in the study, but for a case.
    pub(super) source: Option<u32>,
    /// Position of its case in the study, where it is one.
    pub(super) case: Option<u32>,
    /// Its position in the source, and its characters, where it is a turn.
    pub(super) turn: Option<(u32, Interval)>,
}

/// What was found in one unit: a category per coder; nothing where the coder did not read it.
pub(super) type Pattern = Vec<Option<Category>>;

impl Units {
    /// Collects the units of what is compared.
    pub(super) fn new(study: &Study, readings: &Readings, unit: AgreementUnit) -> Self {
        let mut units = Self {
            clusters: Vec::new(),
            units: Vec::new(),
            n_without_units: 0,
            unit,
            n_coders: readings.coders.len(),
            cluster_of_source: BTreeMap::new(),
            cluster_of_case: BTreeMap::new(),
        };
        match unit {
            AgreementUnit::Case => units.add_cases(study, readings),
            AgreementUnit::Source => units.add_sources(readings),
            AgreementUnit::Turn | AgreementUnit::Spans => units.add_turns(study, readings),
        }
        units
    }

    fn add_cases(&mut self, study: &Study, readings: &Readings) {
        let mut places: Vec<(u32, u32)> =
            readings.facts.material.iter().map(|material| (material.case, material.source)).collect();
        places.dedup(); // those of one source stand together
        // a source in which nobody says anything is compared as a whole, for each of its cases
        let with_words: BTreeSet<u32> = places.iter().map(|(_, source)| *source).collect();
        for (source, _) in readings.sources.iter().filter(|(source, _)| !with_words.contains(source)) {
            let cases = study.sources[*source as usize].cases.iter();
            let cases = cases.filter_map(|case| study.cases.get_index_of(case));
            places.extend(cases.map(|case| (case as u32, *source)));
        }
        let mut readers_of: BTreeMap<u32, BTreeSet<u16>> = BTreeMap::new();
        for (case, source) in distinct(places.into_iter()) {
            let read = readings.sources.binary_search_by_key(&source, |(source, _)| *source);
            let (_, readers) = &readings.sources[read.expect("what is not compared was left out")];
            readers_of.entry(case).or_default().extend(readers);
        }
        for (case, readers) in readers_of {
            self.cluster_of_case.insert(case, self.clusters.len());
            let unit = Unit { source: None, case: Some(case), turn: None };
            self.add(readers.into_iter().collect(), [unit]);
        }
    }

    fn add_sources(&mut self, readings: &Readings) {
        for (source, readers) in &readings.sources {
            self.cluster_of_source.insert(*source, self.clusters.len());
            self.add(readers.clone(), [Unit { source: Some(*source), case: None, turn: None }]);
        }
    }

    fn add_turns(&mut self, study: &Study, readings: &Readings) {
        let material = readings.facts.material.iter();
        let turns = material.filter_map(|material| Some((material.source, material.setting.unit?)));
        let turns: Vec<(u32, u32)> = distinct(turns);
        let mut rest = turns.as_slice();
        for (place, readers) in &readings.sources {
            let source = &study.sources[*place as usize];
            let of_source;
            (of_source, rest) = rest.split_at(rest.partition_point(|(other, _)| other <= place));
            let own: Vec<Unit> = of_source
                .iter()
                .map(|&(_, turn)| {
                    let chars = source.text.char_span(source.units[turn as usize].span);
                    let turn = Some((turn, (chars.start.0, chars.end.0)));
                    Unit { source: Some(*place), case: None, turn }
                })
                .collect();
            if own.is_empty() {
                self.n_without_units += 1;
                continue;
            }
            self.cluster_of_source.insert(*place, self.clusters.len());
            self.add(readers.clone(), own);
        }
    }

    fn add(&mut self, readers: Vec<u16>, units: impl IntoIterator<Item = Unit>) {
        let first = self.units.len();
        self.units.extend(units);
        self.clusters.push(Cluster { readers, first, n_units: self.units.len() - first });
    }

    /// Returns the position of the cluster of a unit.
    pub(super) fn cluster_of(&self, unit: usize) -> usize {
        self.clusters.partition_point(|cluster| cluster.first <= unit) - 1
    }

    /// Returns whether the units are parts of sources.
    pub(super) fn has_turns(&self) -> bool {
        matches!(self.unit, AgreementUnit::Turn | AgreementUnit::Spans)
    }

    /// Returns the units in which a coding is, as positions.
    pub(super) fn of_fact(&self, fact: &Fact) -> std::ops::Range<usize> {
        let cluster = match self.unit {
            AgreementUnit::Case => self.cluster_of_case.get(&fact.case),
            _ => self.cluster_of_source.get(&fact.source),
        };
        let Some(cluster) = cluster.map(|&cluster| &self.clusters[cluster]) else { return 0..0 };
        let all = cluster.first..cluster.first + cluster.n_units;
        if !self.has_turns() {
            return all;
        }
        let Some(chars) = fact.chars else { return 0..0 };
        let units = &self.units[all];
        let end_of = |unit: &Unit| unit.turn.map_or(0, |(_, chars)| chars.1);
        let start_of = |unit: &Unit| unit.turn.map_or(0, |(_, chars)| chars.0);
        let from = units.partition_point(|unit| end_of(unit) <= chars.start.0);
        let to = units.partition_point(|unit| start_of(unit) < chars.end.0);
        cluster.first + from..cluster.first + to.max(from)
    }

    /// Returns the pattern of a unit that these coders read and in which nobody found the code.
    pub(super) fn nothing(&self, readers: &[u16]) -> Pattern {
        let mut pattern = vec![None; self.n_coders];
        readers.iter().for_each(|&reader| pattern[reader as usize] = Some(0));
        pattern
    }

    /// Returns what is found of one code: each unit in which at least one coder found it, ascending. `facts` are its codings,
    /// each with the position of its coder.
    pub(super) fn found<'f>(
        &self,
        facts: impl Iterator<Item = (&'f Fact, u16)>,
        measure: AgreementMeasure,
    ) -> Vec<(usize, Pattern)> {
        let mut found: BTreeMap<usize, Pattern> = BTreeMap::new();
        for (fact, coder) in facts {
            for unit in self.of_fact(fact) {
                let cluster = &self.clusters[self.cluster_of(unit)];
                let pattern = found.entry(unit).or_insert_with(|| self.nothing(&cluster.readers));
                // only readers have codings there
                if let Some(Some(category)) = pattern.get_mut(coder as usize) {
                    *category = measure.joined(*category, fact.valence);
                }
            }
        }
        found.into_iter().collect()
    }
}

impl AgreementMeasure {
    /// Returns the category of a unit in which one more coding of the code is. Several directions are ambivalent; a coding
    /// without direction adds nothing to others.
    fn joined(self, category: Category, valence: Option<Valence>) -> Category {
        if self == AgreementMeasure::Presence {
            return 1;
        }
        let new = match valence {
            Some(Valence::Promoting) => 1,
            Some(Valence::Hindering) => 2,
            Some(Valence::Ambivalent) => 3,
            None => 4,
        };
        match (category, new) {
            (0 | 4, new) => new,
            (old, 4) => old,
            (old, new) if old == new => old,
            _ => 3,
        }
    }

    /// Returns the names of the categories, as files have them.
    pub fn categories(self) -> &'static [&'static str] {
        match self {
            AgreementMeasure::Presence => &["absent", "present"],
            AgreementMeasure::Valence => {
                &["absent", "promoting", "hindering", "ambivalent", "without-direction"]
            }
        }
    }
}
