//! Who speaks where.

use crate::hits::distinct;
use draad_core::facts::{Facts, Material};
use draad_core::{CharSpan, Label, RoleId, Study};
use serde::Serialize;
use std::collections::BTreeMap;

/// With more people than this, roles take their place: as many as can be told apart.
pub const MOST_SPEAKERS: usize = 8;

/// A person or a role that speaks.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Voice {
    /// The role; nothing where the study does not say.
    pub role: Option<RoleId>,
    /// What people read for the role; both parts may be empty.
    pub role_label: Label,
    /// What the person is called: the pseudonym, else the label in the text. Nothing where voices are roles, and where
    /// nobody is named.
    pub speaker: Option<String>,
    /// Whether it asks the questions.
    pub asks: bool,
    /// Characters.
    pub n_chars: u32,
    /// Where it speaks, in the order in which that is read.
    pub turns: Vec<Turn>,
}

/// A stretch that one voice speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Turn {
    /// Position in [`Portrait::sources`](super::Portrait::sources).
    pub source: usize,
    /// Its characters.
    pub chars: CharSpan,
}

/// By what voices are told apart, in their order: who asks last, then by role, then by who speaks first.
type Key = (bool, u32, usize);

/// Returns who speaks in sources, which are given in their order, and whether that is told by role.
pub(super) fn voices(study: &Study, facts: &Facts, order: &[u32], by_role: bool) -> (Vec<Voice>, bool) {
    let mut turns: Vec<(Turn, &Material)> = Vec::with_capacity(facts.material.len());
    for material in &facts.material {
        let source = order.iter().position(|&known| known == material.source).unwrap_or_default();
        turns.push((Turn { source, chars: material.chars }, material));
    }
    turns.sort_by_key(|(turn, _)| *turn);
    turns.dedup_by_key(|(turn, _)| *turn); // words of several cases
    let names: Vec<Option<String>> = turns.iter().map(|(_, material)| speaker(study, material)).collect();
    let is_by_role = by_role || distinct(names.iter()).len() > MOST_SPEAKERS;
    let mut found: BTreeMap<Key, Voice> = BTreeMap::new();
    for ((turn, material), name) in turns.iter().zip(&names) {
        let first = names.iter().position(|other| other == name).unwrap_or_default();
        let key = key(study, material, if is_by_role { 0 } else { first });
        let name = name.as_ref().filter(|_| !is_by_role);
        let voice = found.entry(key).or_insert_with(|| voice(study, material, name.cloned()));
        voice.n_chars += turn.chars.len();
        voice.turns.push(*turn);
    }
    (found.into_values().collect(), is_by_role)
}

fn key(study: &Study, material: &Material, first: usize) -> Key {
    let role = material.setting.role;
    // roles that are not stated stand behind those that are
    (material.setting.asks(study), role.unwrap_or(u32::MAX), first)
}

fn voice(study: &Study, material: &Material, speaker: Option<String>) -> Voice {
    let role = material.setting.role.map(|role| &study.settings.roles[role as usize]);
    Voice {
        role: role.map(|role| role.id.clone()),
        role_label: role.map(|role| role.label.clone()).unwrap_or_default(),
        speaker,
        asks: material.setting.asks(study),
        n_chars: 0,
        turns: Vec::new(),
    }
}

/// Returns what the speaker is called: the pseudonym, or the id of a person without one, or the label in the text.
fn speaker(study: &Study, material: &Material) -> Option<String> {
    let source = &study.sources[material.source as usize];
    if let Some(speaker) = material.setting.speaker {
        let person = &study.participants[speaker as usize];
        return Some(if person.name.is_empty() { person.id.to_string() } else { person.name.clone() });
    }
    source.units.get(material.setting.unit? as usize)?.speaker.clone()
}
