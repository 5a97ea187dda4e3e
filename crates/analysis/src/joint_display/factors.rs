//! The factors coded per case, phase and role, and the material there was.

use super::Slot;
use crate::hits::{Hit, Rows, Stretch, hits, passages};
use draad_core::facts::{Fact, Facts, Setting};
use draad_core::{CodeId, Study, Valence};
use serde::Serialize;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A factor with its passages that have a coding of one valence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FactorPassages {
    /// The factor.
    pub factor: CodeId,
    /// Unbroken stretches that its codings cover, at least one of them of this valence.
    pub n_passages: usize,
}

/// The valences in the order of the lists.
const VALENCES: [Valence; 3] = [Valence::Promoting, Valence::Hindering, Valence::Ambivalent];

/// Factors by valence: promoting, hindering, ambivalent.
type ByValence = [Vec<FactorPassages>; 3];

/// What was coded, and in how much material.
#[derive(Default)]
pub(crate) struct Coded {
    factors: BTreeMap<Slot, ByValence>,
    chars: BTreeMap<Slot, u64>,
}

impl Coded {
    pub(crate) fn factors(&self, slot: Slot) -> ByValence {
        self.factors.get(&slot).cloned().unwrap_or_default()
    }

    pub(crate) fn n_chars(&self, slot: Slot) -> u64 {
        self.chars.get(&slot).copied().unwrap_or_default()
    }

    pub(crate) fn slots(&self) -> impl Iterator<Item = Slot> {
        self.factors.keys().chain(self.chars.keys()).copied()
    }
}

/// Numbers a setting: role and phase as positions in the settings, one past the end where they are not stated.
struct Places {
    by_role: bool,
    n_roles: u32,
    n_phases: u32,
}

impl Places {
    fn role(&self, setting: Setting) -> u32 {
        if self.by_role { setting.role.unwrap_or(self.n_roles) } else { 0 }
    }

    fn phase(&self, setting: Setting) -> u32 {
        setting.phase.unwrap_or(self.n_phases)
    }
}

/// Collects what was coded per case and role, in each phase and in all. Only factors count, each under its own code.
pub(crate) fn coded_by(study: &Study, facts: &Facts, by_role: bool) -> Coded {
    let (n_roles, n_phases) = (study.settings.roles.len() as u32, study.settings.phases.len() as u32);
    let places = Places { by_role, n_roles, n_phases };
    let mut coded = Coded::default();
    coded.add_material(facts, &places);
    let rows = Rows::factors(&study.codebook);
    coded.add(study, facts, &rows, &places, |_| None);
    coded.add(study, facts, &rows, &places, |setting| Some(places.phase(setting)));
    for lists in coded.factors.values_mut() {
        for list in lists {
            list.sort_by(|a, b| (Reverse(a.n_passages), &a.factor).cmp(&(Reverse(b.n_passages), &b.factor)));
        }
    }
    coded
}

impl Coded {
    /// Adds up the material in one row of numbers, with a place per case, role and phase; the last phase is all together.
    fn add_material(&mut self, facts: &Facts, places: &Places) {
        let (n_roles, n_phases) = (places.n_roles + 1, places.n_phases + 2);
        let n_cases = facts.material.iter().map(|material| material.case + 1).max().unwrap_or_default();
        let mut chars = vec![0_u64; (n_cases * n_roles * n_phases) as usize];
        for material in &facts.material {
            let start = (material.case * n_roles + places.role(material.setting)) * n_phases;
            for phase in [places.phase(material.setting), n_phases - 1] {
                chars[(start + phase) as usize] += u64::from(material.chars.len());
            }
        }
        for (place, n_chars) in (0..).zip(chars).filter(|(_, n_chars)| *n_chars > 0) {
            let (row, phase): (u32, u32) = (place / n_phases, place % n_phases);
            let slot = (row / n_roles, row % n_roles, (phase <= places.n_phases).then_some(phase));
            self.chars.insert(slot, n_chars);
        }
    }

    /// Adds the factors with their passages; `phase_of` says whether per phase or in all.
    fn add(
        &mut self,
        study: &Study,
        facts: &Facts,
        rows: &Rows,
        places: &Places,
        phase_of: impl Fn(Setting) -> Option<u32>,
    ) {
        // a group is a role and a phase
        let n_phases = places.n_phases + 2;
        let group = |fact: &Fact| {
            let phase = phase_of(fact.setting).unwrap_or(places.n_phases + 1);
            places.role(fact.setting) * n_phases + phase
        };
        let hits = hits(facts, rows, group);
        let passages = passages(&hits);
        let of = |passage: &Stretch| {
            let Hit { group, row, case, .. } = hits[passage.hits.start];
            (group, row, case)
        };
        for same in passages.chunk_by(|a, b| of(a) == of(b)) {
            let (group, row, case) = of(&same[0]);
            let (role, phase) = (group / n_phases, group % n_phases);
            let phase = (phase <= places.n_phases).then_some(phase);
            let code = rows.codes[row as usize] as usize;
            let lists = self.factors.entry((case, role, phase)).or_default();
            for (list, valence) in lists.iter_mut().zip(VALENCES) {
                let has_it = |hit: &Hit| facts.codings[hit.fact as usize].valence == Some(valence);
                let with_it = same.iter().filter(|passage| hits[passage.hits.clone()].iter().any(has_it));
                let n_passages = with_it.count();
                if n_passages > 0 {
                    let factor = study.codebook.codes[code].id.clone();
                    list.push(FactorPassages { factor, n_passages });
                }
            }
        }
    }
}
