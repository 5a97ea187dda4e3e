//! The keys by which directions are compared: phases, roles, kinds, cases, and their values.

use super::{KeyUsed, Level, TensionKey};
use crate::groups::{Grouping, Kinds};
use crate::{By, GroupKey};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{Filter, Study};
use draad_measures::Undefined;
use draad_measures::interval::union_length;
use fixedbitset::FixedBitSet;

/// A key with how its values are found.
pub(super) struct Comparison<'s> {
    pub(super) key: TensionKey,
    /// Says of a coding the position of its value in `levels`.
    pub(super) grouping: Grouping<'s>,
    pub(super) levels: Vec<Level>,
    /// Per value and case of the study whether there is material.
    has_material: FixedBitSet,
    n_study_cases: usize,
}

impl<'s> Comparison<'s> {
    pub(super) fn new(
        study: &'s Study,
        facts: &Facts,
        filter: &Filter,
        kinds: &'s Kinds<'s>,
        key: &TensionKey,
    ) -> Outcome<Self> {
        let grouping = match key {
            TensionKey::Case => Grouping::cases(study, facts),
            TensionKey::By(by) => Grouping::new(study, facts, filter, kinds, by)?,
        };
        let n_study_cases = study.cases.len();
        let (levels, has_material) = levels(study, facts, key, &grouping);
        Ok(Self { key: key.clone(), grouping, levels, has_material, n_study_cases })
    }

    pub(super) fn has_material(&self, level: usize, case: u32) -> bool {
        self.has_material.contains(level * self.n_study_cases + case as usize)
    }

    /// Returns what people are told about the key, and why nothing can be compared where that is so.
    pub(super) fn used(&self, n_cases: usize) -> KeyUsed {
        let n = self.levels.iter().filter(|level| level.compared).count();
        let undefined = match (&self.key, n) {
            (_, 2..) => None,
            (TensionKey::Case, _) => Some(Undefined::TooFewCases { n: n_cases, needed: 2 }),
            (_, 0) => Some(Undefined::NotStated),
            (_, n) => Some(Undefined::TooFewUnits { n, needed: 2 }),
        };
        KeyUsed { key: self.key.clone(), levels: self.levels.clone(), undefined }
    }
}

/// Returns the values of a key with the material there is, and per value and case of the study whether there is any.
fn levels(study: &Study, facts: &Facts, key: &TensionKey, grouping: &Grouping) -> (Vec<Level>, FixedBitSet) {
    let n_cases = study.cases.len();
    let mut has_material = FixedBitSet::with_capacity(grouping.groups.len() * n_cases);
    let mut words = Vec::with_capacity(facts.material.len());
    for material in facts.material.iter().filter(|material| !material.chars.is_empty()) {
        for level in grouping.of_material(material) {
            has_material.insert(level as usize * n_cases + material.case as usize);
            words.push((level, material.source, material.chars.start.0, material.chars.end.0));
        }
    }
    words.sort_unstable();
    let mut levels: Vec<Level> = grouping
        .groups
        .iter()
        .enumerate()
        .map(|(place, group)| Level {
            key: group.key.clone(),
            label: group.label.clone(),
            compared: is_compared(study, key, &group.key),
            n_cases: has_material.count_ones(place * n_cases..(place + 1) * n_cases),
            n_sources: 0,
            n_chars: 0,
        })
        .collect();
    for of_source in words.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let level = &mut levels[of_source[0].0 as usize];
        level.n_sources += 1;
        level.n_chars += union_length(of_source.iter().map(|&(_, _, start, end)| (start, end)).collect());
    }
    (levels, has_material)
}

/// Returns whether a value says something that another value can contradict: what is not stated does not, and people who
/// ask questions give no perspective on the case.
fn is_compared(study: &Study, key: &TensionKey, value: &GroupKey) -> bool {
    let GroupKey::Value(id) = value else { return false };
    let asks = || study.settings.roles.iter().any(|role| role.id.as_str() == id.as_str() && role.asks);
    *key != TensionKey::By(By::Role) || !asks()
}
