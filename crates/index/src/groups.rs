//! Hits by case, source, kind, role, phase, person or attribute.

use crate::answer::{Group, GroupBy, SearchOptions};
use crate::evaluate::Evaluation;
use crate::gather::RawHit;
use crate::hits::HitMaker;
use crate::search::page;
use crate::searched::{Searched, cases_of};
use crate::settings::NONE;
use draad_core::Case;
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// Divides hits into groups.
pub(crate) struct Grouping<'s, 'e> {
    evaluation: &'e Evaluation<'s>,
    by: &'e GroupBy,
    /// Ids of the groups, in the order of the study.
    keys: Vec<String>,
}

/// Position of a group in the order of the study; nothing for what belongs to none.
type Key = Option<u32>;

impl<'s, 'e> Grouping<'s, 'e> {
    pub(crate) fn new(evaluation: &'e Evaluation<'s>, by: &'e GroupBy) -> Self {
        Self { evaluation, by, keys: keys(evaluation, by) }
    }

    /// Returns the groups in which was looked, also those without a hit, in the order of the study; what belongs to none
    /// comes last.
    pub(crate) fn groups(
        &self,
        hits: &[&RawHit],
        searched: &Searched,
        maker: &HitMaker,
        options: &SearchOptions,
    ) -> tantivy::Result<Vec<Group>> {
        let mut per_key: BTreeMap<(bool, Key), Vec<&RawHit>> = BTreeMap::new();
        let mut n_searched: BTreeMap<(bool, Key), usize> = BTreeMap::new();
        let (units, settings) =
            (self.evaluation.units(), self.evaluation.columns.settings(self.evaluation.study));
        let sorted = |key: Key| (key.is_none(), key);
        for unit in searched.units.ones() {
            for key in self.keys_of(unit as u32, settings.cases(units, unit as u32)) {
                *n_searched.entry(sorted(key)).or_default() += 1;
                per_key.entry(sorted(key)).or_default();
            }
        }
        for hit in hits {
            for key in self.keys_of(hit.stretch.unit, &cases_of(self.evaluation, hit)) {
                per_key.entry(sorted(key)).or_default().push(hit);
            }
        }
        let group = |(key, hits): ((bool, Key), Vec<&RawHit>)| {
            let n_units_searched = n_searched.get(&key).copied().unwrap_or(0);
            self.group(key.1, &hits, n_units_searched, maker, options)
        };
        per_key.into_iter().map(group).collect()
    }

    fn group(
        &self,
        key: Key,
        hits: &[&RawHit],
        n_units_searched: usize,
        maker: &HitMaker,
        options: &SearchOptions,
    ) -> tantivy::Result<Group> {
        let units = self.evaluation.units();
        let own: BTreeSet<u32> =
            hits.iter().map(|hit| hit.stretch.unit).filter(|unit| !units.is_whole(*unit)).collect();
        let sources: BTreeSet<u32> = hits.iter().map(|hit| hit.stretch.source).collect();
        let cases: BTreeSet<u32> = hits.iter().flat_map(|hit| cases_of(self.evaluation, hit)).collect();
        Ok(Group {
            key: key.map(|key| self.keys[key as usize].clone()),
            n_hits: hits.len(),
            n_units_found: own.len(),
            n_units_searched,
            n_sources: sources.len(),
            n_cases: cases.len(),
            hits: page(hits, options).map(|hit| maker.hit(hit)).collect::<tantivy::Result<_>>()?,
        })
    }

    /// The groups of a unit, or of a hit in it, of these cases.
    fn keys_of(&self, unit: u32, cases: &[u32]) -> Vec<Key> {
        let study = self.evaluation.study;
        let (units, settings) = (self.evaluation.units(), self.evaluation.columns.settings(study));
        let known = |value: u32| vec![(value != NONE).then_some(value)];
        let or_none = |keys: Vec<Key>| if keys.is_empty() { vec![None] } else { keys };
        match self.by {
            GroupBy::Source => vec![Some(units.source_of(unit))],
            GroupBy::Kind => {
                let kind = &study.sources[units.source_of(unit) as usize].kind;
                vec![study.settings.kinds.iter().position(|known| known.id == *kind).map(|idx| idx as u32)]
            }
            GroupBy::Role => known(settings.roles[unit as usize]),
            GroupBy::Phase => known(settings.phases[unit as usize]),
            GroupBy::Participant => known(settings.speakers[unit as usize]),
            GroupBy::Case => or_none(cases.iter().map(|case| Some(*case)).collect()),
            GroupBy::Attribute(attribute) => {
                let value = |case: &u32| written(&study.cases[*case as usize], attribute.as_str());
                let key =
                    |value: String| self.keys.iter().position(|key| *key == value).map(|idx| idx as u32);
                let keys: BTreeSet<Key> = cases.iter().map(|case| value(case).and_then(key)).collect();
                or_none(keys.into_iter().collect())
            }
        }
    }
}

/// Returns the ids of all groups, in the order of the study.
fn keys(evaluation: &Evaluation, by: &GroupBy) -> Vec<String> {
    let study = evaluation.study;
    let settings = &study.settings;
    match by {
        GroupBy::Case => study.cases.keys().map(ToString::to_string).collect(),
        GroupBy::Source => study.sources.keys().map(ToString::to_string).collect(),
        GroupBy::Kind => settings.kinds.iter().map(|kind| kind.id.to_string()).collect(),
        GroupBy::Role => settings.roles.iter().map(|role| role.id.to_string()).collect(),
        GroupBy::Phase => settings.phases.iter().map(|phase| phase.id.to_string()).collect(),
        GroupBy::Participant => study.participants.keys().map(ToString::to_string).collect(),
        GroupBy::Attribute(attribute) => {
            let levels =
                settings.attribute(attribute.as_str()).map_or(&[][..], |attribute| &attribute.levels);
            let mut keys: Vec<String> = levels.iter().map(|level| level.id.to_string()).collect();
            let values = study.cases.values().filter_map(|case| written(case, attribute.as_str()));
            let further: BTreeSet<String> = values.filter(|value| !keys.contains(value)).collect();
            let mut further: Vec<String> = further.into_iter().collect();
            further.sort_by(|a, b| in_order(a, b));
            keys.extend(further);
            keys
        }
    }
}

/// Returns a value as it stands in `cases.csv`; nothing where it is empty.
fn written(case: &Case, attribute: &str) -> Option<String> {
    case.attributes.get(attribute).map(ToString::to_string).filter(|value| !value.is_empty())
}

/// Numbers by size, before words by alphabet.
fn in_order(a: &str, b: &str) -> Ordering {
    match (a.parse::<f64>(), b.parse::<f64>()) {
        (Ok(a), Ok(b)) => a.total_cmp(&b),
        (Ok(_), Err(_)) => Ordering::Less,
        (Err(_), Ok(_)) => Ordering::Greater,
        (Err(_), Err(_)) => a.cmp(b),
    }
}
