//! Material as disjoint stretches, to count it and to measure how much of it passages cover.

use crate::groups::Grouping;
use draad_core::facts::{Facts, Material};
use draad_core::{CharSpan, Study};
use draad_measures::interval::stretches;
use fixedbitset::FixedBitSet;

/// A stretch of material of one case in one group. The order of the fields is the order in which they are sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Words {
    /// Position of the value of the further key.
    pub(crate) group: u32,
    /// Position in the study's cases.
    pub(crate) case: u32,
    /// Position in the study's sources.
    pub(crate) source: u32,
    start: u32,
    end: u32,
}

impl Words {
    /// Returns the number of characters.
    pub(crate) fn n_chars(&self) -> u32 {
        self.end - self.start
    }

    /// Returns its first character and the one after its last.
    pub(crate) fn chars(&self) -> (u32, u32) {
        (self.start, self.end)
    }

    /// Returns the group, case and source.
    pub(crate) fn place(&self) -> (u32, u32, u32) {
        (self.group, self.case, self.source)
    }
}

/// Returns the material, sorted; where parts of a source overlap, each character stands once per case and group.
pub(crate) fn material(facts: &Facts, grouping: &Grouping) -> Vec<Words> {
    material_by(facts, |material, groups| groups.extend(grouping.of_material(material)))
}

/// Returns the same by groups of another kind: `groups_of` adds those of a stretch to a list.
pub(crate) fn material_by(facts: &Facts, groups_of: impl Fn(&Material, &mut Vec<u32>)) -> Vec<Words> {
    let (mut words, mut groups) = (Vec::with_capacity(facts.material.len()), Vec::new());
    for material in &facts.material {
        groups_of(material, &mut groups);
        words.extend(groups.drain(..).map(|group| Words {
            group,
            case: material.case,
            source: material.source,
            start: material.chars.start.0,
            end: material.chars.end.0,
        }));
    }
    words.sort_unstable();
    let mut disjoint = Vec::with_capacity(words.len());
    for same in words.chunk_by(|a, b| a.place() == b.place()) {
        let intervals = same.iter().map(|words| (words.start, words.end)).collect();
        disjoint.extend(stretches(intervals).into_iter().map(|(start, end)| Words { start, end, ..same[0] }));
    }
    disjoint
}

/// Returns per case of the study whether it has material.
pub(crate) fn cases_with_material(study: &Study, facts: &Facts) -> Vec<bool> {
    let mut found = vec![false; study.cases.len()];
    for material in facts.material.iter().filter(|material| !material.chars.is_empty()) {
        found[material.case as usize] = true;
    }
    found
}

/// Returns the sources of the study in which somebody coded.
pub(crate) fn sources_read(study: &Study, facts: &Facts) -> FixedBitSet {
    let mut is_read = FixedBitSet::with_capacity(study.sources.len());
    is_read.extend(facts.readings.iter().map(|reading| reading.source as usize));
    is_read
}

/// Returns per case of the study whether somebody coded in a source with material of it.
pub(crate) fn cases_read(study: &Study, facts: &Facts) -> Vec<bool> {
    let is_read = sources_read(study, facts);
    let mut found = vec![false; study.cases.len()];
    let has_words = |material: &&Material| !material.chars.is_empty();
    for material in facts.material.iter().filter(has_words) {
        found[material.case as usize] |= is_read[material.source as usize];
    }
    found
}

/// How much material a case has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Length {
    /// Sources with material.
    pub(crate) n_sources: usize,
    /// Characters.
    pub(crate) n_chars: u64,
}

/// Returns per case of the study how much material it has.
pub(crate) fn lengths(study: &Study, facts: &Facts) -> Vec<Length> {
    let mut lengths = vec![Length::default(); study.cases.len()];
    for words in material(facts, &Grouping::all()).chunk_by(|a, b| a.place() == b.place()) {
        let length = &mut lengths[words[0].case as usize];
        length.n_sources += 1;
        length.n_chars += words.iter().map(|words| u64::from(words.n_chars())).sum::<u64>();
    }
    lengths
}

/// Returns how many characters of a passage are material of its `place`: group, case and source.
pub(crate) fn n_covered(material: &[Words], place: (u32, u32, u32), chars: CharSpan) -> u32 {
    let (start, end) = (chars.start.0, chars.end.0);
    let first = material.partition_point(|words| (words.place(), words.end) <= (place, start));
    let overlapping =
        material[first..].iter().take_while(|words| words.place() == place && words.start < end);
    overlapping.map(|words| words.end.min(end) - words.start.max(start)).sum()
}
