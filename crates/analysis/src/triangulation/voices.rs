//! By which kinds of source and roles a factor is backed, whatever the case.

use super::{Support, Triangulation};
use draad_core::{KindId, RoleId};
use std::collections::BTreeMap;

/// A kind of source and who speaks in it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Voice {
    /// The kind of source.
    pub kind: KindId,
    /// The role; nothing where a case has the factor in this kind but from nobody whose role is known.
    pub role: Option<RoleId>,
}

impl Support {
    /// Returns the voices of a cell: its pairs of kind and role, and the kinds in which nobody with a known role speaks of it.
    pub fn voices(&self) -> Vec<Voice> {
        let with_role =
            |(kind, role): &(KindId, RoleId)| Voice { kind: kind.clone(), role: Some(role.clone()) };
        let without_role =
            self.kinds.iter().filter(|kind| !self.pairs.iter().any(|(other, _)| other == *kind));
        let mut voices: Vec<Voice> = self.pairs.iter().map(with_role).collect();
        voices.extend(without_role.map(|kind| Voice { kind: kind.clone(), role: None }));
        voices
    }
}

impl Triangulation {
    /// Returns in how many cases each voice speaks of a factor; voices that never do are left out.
    pub fn cases_by_voice(&self, factor: usize) -> BTreeMap<Voice, usize> {
        let mut n_cases = BTreeMap::new();
        for voice in self.cells_of(factor).iter().flat_map(Support::voices) {
            *n_cases.entry(voice).or_default() += 1;
        }
        n_cases
    }
}
