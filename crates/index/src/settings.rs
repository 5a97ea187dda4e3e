//! Where, when and by whom each unit was said, in columns; worked out by [`draad_core::facts`], as for every table.

use crate::units::Units;
use draad_core::Study;
use draad_core::facts::{Places, Setting};
use rayon::prelude::*;
use std::collections::BTreeMap;

/// No role, phase or speaker.
pub(crate) const NONE: u32 = u32::MAX;

/// One entry per number of [`Units`]: units first, then whole sources. Entries are positions in the study's own lists.
pub(crate) struct Settings {
    pub(crate) roles: Vec<u32>,
    pub(crate) phases: Vec<u32>,
    pub(crate) speakers: Vec<u32>,
    /// Cases of each source.
    source_cases: Vec<Vec<u32>>,
    /// Cases of units in sources of several cases, where they are not those of the source.
    unit_cases: BTreeMap<u32, Vec<u32>>,
}

struct SourceSettings {
    units: Vec<Setting>,
    whole: Setting,
    cases: Vec<u32>,
    unit_cases: Vec<(u32, Vec<u32>)>,
}

impl Settings {
    pub(crate) fn new(study: &Study, units: &Units) -> Self {
        let places = Places::new(study);
        let read = |source: u32| source_settings(study, units, &places, source);
        let per_source: Vec<SourceSettings> =
            (0..units.n_sources() as u32).into_par_iter().map(read).collect();
        let mut all = Self {
            roles: Vec::with_capacity(units.n_numbers()),
            phases: Vec::with_capacity(units.n_numbers()),
            speakers: Vec::with_capacity(units.n_numbers()),
            source_cases: Vec::with_capacity(per_source.len()),
            unit_cases: BTreeMap::new(),
        };
        let wholes: Vec<Setting> = per_source.iter().map(|source| source.whole).collect();
        for source in per_source {
            source.units.iter().for_each(|setting| all.push(*setting));
            all.source_cases.push(source.cases);
            all.unit_cases.extend(source.unit_cases);
        }
        wholes.into_iter().for_each(|setting| all.push(setting));
        all
    }

    fn push(&mut self, setting: Setting) {
        self.roles.push(setting.role.unwrap_or(NONE));
        self.phases.push(setting.phase.unwrap_or(NONE));
        self.speakers.push(setting.speaker.unwrap_or(NONE));
    }

    /// Cases to which a unit belongs, sorted.
    pub(crate) fn cases(&self, units: &Units, unit: u32) -> &[u32] {
        self.unit_cases.get(&unit).unwrap_or(&self.source_cases[units.source_of(unit) as usize])
    }

    /// Cases of a source, sorted.
    pub(crate) fn source_cases(&self, source: u32) -> &[u32] {
        &self.source_cases[source as usize]
    }

    /// Returns whether all units of a source belong to the same cases.
    pub(crate) fn is_undivided(&self, source: u32) -> bool {
        self.source_cases[source as usize].len() < 2
    }
}

fn source_settings(study: &Study, units: &Units, places: &Places, source: u32) -> SourceSettings {
    let numbers = units.of_source(source);
    let Some(own) = places.source(source) else {
        let units = vec![Setting::default(); numbers.len()];
        return SourceSettings {
            units,
            whole: Setting::default(),
            cases: Vec::new(),
            unit_cases: Vec::new(),
        };
    };
    let has_units = !study.sources[source as usize].units.is_empty();
    let setting = |unit: u32| own.setting(has_units.then(|| units.position(unit)));
    let text = &study.sources[source as usize].text;
    let cases = own.cases();
    let mut unit_cases = Vec::new();
    if cases.len() > 1 {
        for unit in numbers.clone() {
            let Some(span) = units.span(study, unit) else { continue };
            let of_unit: Vec<u32> = own.cases_in(text.char_span(span), setting(unit)).into_iter().collect();
            if of_unit != cases {
                unit_cases.push((unit, of_unit));
            }
        }
    }
    SourceSettings { units: numbers.map(setting).collect(), whole: own.setting(None), cases, unit_cases }
}
