//! Identifiers that stay the same from one export to the next.

use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// The namespace of all identifiers that this program derives.
const NAMESPACE: Uuid = Uuid::from_u128(0x8f0e_6a52_3c1d_4b7a_9e85_d2a4_71c6_0b3f);

/// Gives each thing an identifier: the one that was kept from an import, or else one that follows from the id of the study,
/// the kind of thing and its own id. No two things get the same.
pub(super) struct Guids<'o> {
    study: &'o str,
    kept: &'o BTreeMap<String, Uuid>,
    reserved: BTreeSet<Uuid>,
    taken: BTreeSet<Uuid>,
}

impl<'o> Guids<'o> {
    pub(super) fn new(study: &'o str, kept: &'o BTreeMap<String, Uuid>) -> Self {
        Self { study, kept, reserved: kept.values().copied().collect(), taken: BTreeSet::new() }
    }

    /// Returns the identifier of the thing with this reference, such as `code trust`; to be asked once for each.
    pub(super) fn of(&mut self, reference: &str) -> Uuid {
        if let Some(&kept) = self.kept.get(reference)
            && self.taken.insert(kept)
        {
            return kept;
        }
        let mut guid = self.derived(&NAMESPACE, reference);
        // A thing that was renamed took its identifier along: who has its old name now gets another.
        while self.reserved.contains(&guid) || !self.taken.insert(guid) {
            guid = self.derived(&guid, reference);
        }
        guid
    }

    fn derived(&self, namespace: &Uuid, reference: &str) -> Uuid {
        Uuid::new_v5(namespace, format!("{}\n{reference}", self.study).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_stay_and_are_never_shared() {
        let none = BTreeMap::new();
        let derived = Guids::new("study", &none).of("code a");
        assert_eq!(derived, Guids::new("study", &none).of("code a"));
        assert_ne!(derived, Guids::new("other", &none).of("code a"));
        assert_ne!(derived, Guids::new("study", &none).of("case a"));

        let foreign = Uuid::from_u128(7);
        let kept = [("code a", foreign), ("code b", foreign), ("code c", derived)];
        let kept = kept.map(|(reference, guid)| (reference.to_owned(), guid)).into();
        let mut guids = Guids::new("study", &kept);
        let all = ["code a", "code b", "code c", "code d"].map(|reference| guids.of(reference));
        assert_eq!((all[0], all[2]), (foreign, derived));
        assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), 4);

        let renamed = [("code b".to_owned(), derived)].into();
        let mut guids = Guids::new("study", &renamed);
        assert_ne!(guids.of("code a"), derived, "it belongs to the code that was called a before");
        assert_eq!(guids.of("code b"), derived);
    }
}
