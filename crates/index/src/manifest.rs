//! Which texts are in an index.

use crate::settings::NONE;
use draad_core::{SourceId, Study};
use std::collections::{BTreeMap, BTreeSet};

/// Hash of a source's text and units.
pub type SourceHash = [u8; 32];

/// The sources of an index: the number under which each was indexed, and the hash of its text and units. A source that is
/// indexed anew gets a new number; documents with its old one belong to nothing from then on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Manifest {
    sources: BTreeMap<SourceId, (u32, SourceHash)>,
    next: u32,
}

impl Manifest {
    /// Returns the positions in the study of sources that are not in the index as they are now.
    pub(crate) fn missing(&self, study: &Study, hashes: &[SourceHash]) -> Vec<u32> {
        let is_missing = |(id, hash): &(&SourceId, &SourceHash)| {
            self.sources.get(*id).is_none_or(|(_, indexed)| indexed != *hash)
        };
        let sources = study.sources.keys().zip(hashes).enumerate();
        sources.filter(|(_, source)| is_missing(source)).map(|(idx, _)| idx as u32).collect()
    }

    /// Takes out what the study does not have any more.
    pub(crate) fn forget_others(&mut self, study: &Study) {
        self.sources.retain(|id, _| study.sources.contains_key(id));
    }

    /// Gives a source, known by its position in the study, a number under which it will be indexed.
    pub(crate) fn add(&mut self, study: &Study, source: u32, hash: SourceHash) -> u32 {
        let number = self.next;
        self.next += 1;
        self.sources.insert(study.sources[source as usize].id.clone(), (number, hash));
        number
    }

    /// Returns for each number the position of its source in the study, or [`NONE`].
    pub(crate) fn positions(&self, study: &Study) -> Vec<u32> {
        let mut positions = vec![NONE; self.next as usize];
        for (id, (number, _)) in &self.sources {
            if let Some(idx) = study.sources.get_index_of(id) {
                positions[*number as usize] = idx as u32;
            }
        }
        positions
    }

    /// Writes the manifest as lines: the next number, then number, hash and id of each source.
    pub(crate) fn write(&self) -> String {
        let mut text = self.next.to_string();
        for (id, (number, hash)) in &self.sources {
            text += &format!("\n{number} {} {id}", hexadecimal(hash));
        }
        text
    }

    /// Reads what [`Manifest::write`] wrote; nothing when it is something else.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let mut lines = text.lines();
        let mut manifest = Self { next: lines.next()?.parse().ok()?, ..Self::default() };
        let mut numbers = BTreeSet::new();
        for line in lines {
            let (number, rest) = line.split_once(' ')?;
            let (hash, id) = rest.split_once(' ')?;
            let number: u32 = number.parse().ok().filter(|number| *number < manifest.next)?;
            let is_new = numbers.insert(number);
            let entry = (number, read_hash(hash).filter(|_| is_new)?);
            manifest.sources.insert(SourceId::new(id)?, entry);
        }
        Some(manifest)
    }
}

fn hexadecimal(hash: &SourceHash) -> String {
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

fn read_hash(text: &str) -> Option<SourceHash> {
    let mut hash = SourceHash::default();
    if text.len() != 2 * hash.len() || !text.is_ascii() {
        return None;
    }
    for (idx, byte) in hash.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&text[2 * idx..2 * idx + 2], 16).ok()?;
    }
    Some(hash)
}
