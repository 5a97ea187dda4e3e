//! Who coded and wrote, by the names that a program has for them.

use super::ForeignCoder;
use indexmap::IndexSet;

/// The people of a project, in the order in which they are met.
#[derive(Debug, Default)]
pub(crate) struct People {
    names: IndexSet<String>,
}

impl People {
    /// Returns the position of the person of this name, who is new or known; nothing for an empty name.
    pub(crate) fn find(&mut self, name: &str) -> Option<usize> {
        let name = name.trim();
        if name.is_empty() {
            return None;
        }
        match self.names.get_index_of(name) {
            Some(position) => Some(position),
            None => Some(self.names.insert_full(name.to_owned()).0),
        }
    }

    /// Returns how many people there are.
    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    /// Returns everybody.
    pub(crate) fn into_coders(self) -> Vec<ForeignCoder> {
        self.names.into_iter().map(|name| ForeignCoder { name, ..ForeignCoder::default() }).collect()
    }
}
