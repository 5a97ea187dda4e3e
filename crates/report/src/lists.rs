//! The passages of a factor by phase, by role and by kind of source, each by its number: what stands behind numbers of a
//! factor that are not about one case.
//!
//! A passage stands with the phase and the role of the unit in which it starts, and with the kind of its source.

use crate::address;
use crate::quotes::numbered;
use crate::reader::{Link, Reader};
use draad_analysis::Passage;
use draad_core::CodeId;
use serde::Serialize;
use std::collections::BTreeMap;

/// The keys, in the order in which they stand under a factor.
const KEYS: [&str; 3] = ["phase", "role", "kind"];

/// Passages of one factor with one value of a key.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct ListView {
    id: String,
    /// The name of the key, with the first list of it; otherwise empty.
    key: String,
    name: String,
    /// The factor, the value and the number of passages, for the panel.
    title: String,
    n_passages: usize,
    /// Links to the passages, or, on a large page, only their numbers.
    passages: Vec<Link>,
    numbers: String,
}

/// All lists, by factor.
pub(crate) struct Lists {
    by_factor: BTreeMap<CodeId, Vec<ListView>>,
    /// Addresses by factor and name of the value; nothing where a phase, a role or a kind share a name.
    by_name: BTreeMap<(CodeId, String), Option<String>>,
}

impl Lists {
    /// Deals out the passages of each factor.
    pub(crate) fn new(reader: &Reader) -> Self {
        let mut lists = Self { by_factor: BTreeMap::new(), by_name: BTreeMap::new() };
        let mut from = 0;
        for passages in reader.input.passages.chunk_by(|a, b| a.factor == b.factor) {
            lists.add(reader, from, passages);
            from += passages.len();
        }
        lists
    }

    /// Returns the lists of a factor: by phase, then role, then kind of source.
    pub(crate) fn of(&self, factor: &CodeId) -> &[ListView] {
        self.by_factor.get(factor).map_or(&[], Vec::as_slice)
    }

    /// Returns the address of the passages of a factor with a value of this name.
    pub(crate) fn named(&self, factor: &CodeId, name: &str) -> Option<String> {
        self.by_name.get(&(factor.clone(), name.to_owned()))?.clone()
    }

    /// Adds the lists of one factor; the number of its first passage is the one after `from`.
    fn add(&mut self, reader: &Reader, from: usize, passages: &[Passage]) {
        let factor = &passages[0].factor;
        for key in KEYS {
            let mut by_value: BTreeMap<usize, (String, String, Vec<usize>)> = BTreeMap::new();
            for (place, passage) in passages.iter().enumerate() {
                let Some((order, id, name)) = value(reader, key, passage) else { continue };
                let list = by_value.entry(order).or_insert_with(|| (id, name, Vec::new()));
                list.2.push(from + place + 1);
            }
            let mut key_name = reader.words.say(&format!("page-by-{key}"));
            for (id, name, numbers) in by_value.into_values() {
                let address = address::list(factor, key, &id);
                let named = self.by_name.entry((factor.clone(), name.clone()));
                named.and_modify(|known| *known = None).or_insert_with(|| Some(address.clone()));
                let n_passages = reader.counted("n-passages", numbers.len());
                let title = format!("{} · {name}: {n_passages}", reader.code_name(factor));
                let key = std::mem::take(&mut key_name);
                let n_passages = numbers.len();
                let (passages, numbers) = match reader.is_large() {
                    true => (Vec::new(), numbers.iter().map(usize::to_string).collect::<Vec<_>>().join(" ")),
                    false => (numbers.into_iter().map(numbered).collect(), String::new()),
                };
                let list = ListView { id: address, key, name, title, n_passages, passages, numbers };
                self.by_factor.entry(factor.clone()).or_default().push(list);
            }
        }
    }
}

/// Returns a passage's value of a key: its place in the settings, its id and its name; nothing where it is not stated.
fn value(reader: &Reader, key: &str, passage: &Passage) -> Option<(usize, String, String)> {
    let settings = &reader.study.settings;
    match key {
        "phase" => {
            let phase = passage.phase.as_ref()?;
            let place = settings.phases.iter().position(|known| known.id == *phase);
            Some((place.unwrap_or(usize::MAX), phase.to_string(), reader.phase_name(phase)))
        }
        "role" => {
            let role = passage.role.as_ref()?;
            let place = settings.roles.iter().position(|known| known.id == *role);
            Some((place.unwrap_or(usize::MAX), role.to_string(), reader.role_name(role)))
        }
        _ => {
            let kind = &reader.study.sources.get(&passage.source)?.kind;
            let place = settings.kinds.iter().position(|known| known.id == *kind);
            Some((place.unwrap_or(usize::MAX), kind.to_string(), reader.kind_name(kind)))
        }
    }
}
