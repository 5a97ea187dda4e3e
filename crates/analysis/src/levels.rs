//! The values of a key that occur, with the material there is under each.

use crate::GroupKey;
use crate::groups::Grouping;
use draad_core::facts::Facts;
use draad_core::{Label, Study};
use draad_measures::interval::union_length;
use fixedbitset::FixedBitSet;
use serde::Serialize;

/// A value of a key, with the material there is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Level {
    /// The value.
    pub key: GroupKey,
    /// What people read; may be empty.
    pub label: Label,
    /// Whether it takes part in comparisons: not where the study does not say, nor for people who ask questions.
    pub compared: bool,
    /// Cases with such material.
    pub n_cases: usize,
    /// Sources with such material.
    pub n_sources: usize,
    /// Characters of such material; words that belong to several cases count once.
    pub n_chars: u64,
}

/// Under which values there is material of which cases.
pub(crate) struct MaterialPerLevel {
    found: FixedBitSet,
    n_study_cases: usize,
}

impl MaterialPerLevel {
    /// Returns whether a case, given by its position in the study, has material under a value.
    pub(crate) fn has(&self, level: usize, case: u32) -> bool {
        self.found.contains(level * self.n_study_cases + case as usize)
    }
}

/// Collects the values of a grouping, each compared where it is stated.
pub(crate) fn levels(study: &Study, facts: &Facts, grouping: &Grouping) -> (Vec<Level>, MaterialPerLevel) {
    let n_study_cases = study.cases.len();
    let mut found = FixedBitSet::with_capacity(grouping.groups.len() * n_study_cases);
    let mut words = Vec::with_capacity(facts.material.len());
    for material in facts.material.iter().filter(|material| !material.chars.is_empty()) {
        for level in grouping.of_material(material) {
            found.insert(level as usize * n_study_cases + material.case as usize);
            words.push((level, material.source, material.chars.start.0, material.chars.end.0));
        }
    }
    words.sort_unstable();
    let level = |(place, group): (usize, &crate::Group)| Level {
        key: group.key.clone(),
        label: group.label.clone(),
        compared: group.key != GroupKey::NotStated,
        n_cases: found.count_ones(place * n_study_cases..(place + 1) * n_study_cases),
        n_sources: 0,
        n_chars: 0,
    };
    let mut levels: Vec<Level> = grouping.groups.iter().enumerate().map(level).collect();
    for of_source in words.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let level = &mut levels[of_source[0].0 as usize];
        level.n_sources += 1;
        level.n_chars += union_length(of_source.iter().map(|&(_, _, start, end)| (start, end)).collect());
    }
    (levels, MaterialPerLevel { found, n_study_cases })
}
