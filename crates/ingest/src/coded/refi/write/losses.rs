//! What a reader of the exchange format will not see, or sees otherwise.

use crate::coded::{Entry, Fate, Reason, Reconciliation, Thing};
use std::collections::BTreeMap;

/// Counts by what it is, its name, what became of it and why.
#[derive(Default)]
pub(super) struct Losses {
    counts: BTreeMap<(Thing, Fate, Reason, String, String), usize>,
    reconciliation: Reconciliation,
}

impl Losses {
    /// Counts things that were written, of those that the study holds.
    pub(super) fn written(&mut self, thing: Thing, written: usize, of: usize) {
        self.reconciliation.claim(thing, of);
        self.reconciliation.read(thing, written);
    }

    /// Counts things that others see otherwise.
    pub(super) fn change(&mut self, thing: Thing, name: &str, reason: Reason, detail: &str, n: usize) {
        self.count(thing, name, Fate::Changed, reason, detail, n);
    }

    /// Counts things that are not in the file.
    pub(super) fn lose(&mut self, thing: Thing, name: &str, reason: Reason, detail: &str, n: usize) {
        self.count(thing, name, Fate::Dropped, reason, detail, n);
    }

    fn count(&mut self, thing: Thing, name: &str, fate: Fate, reason: Reason, detail: &str, n: usize) {
        if n > 0 {
            *self.counts.entry((thing, fate, reason, name.to_owned(), detail.to_owned())).or_default() += n;
        }
    }

    /// Adds where characters were replaced.
    pub(super) fn add_replaced(&mut self, replaced: BTreeMap<(Thing, &str), usize>) {
        for ((thing, name), n) in replaced {
            self.change(thing, name, Reason::CharactersReplaced, &n.to_string(), 1);
        }
    }

    /// Returns the table, sorted by thing and fate.
    pub(super) fn into_reconciliation(self) -> Reconciliation {
        let entry = |((thing, fate, reason, name, detail), n)| Entry {
            thing,
            name,
            fate,
            reason: Some(reason),
            detail,
            n,
        };
        let mut reconciliation = self.reconciliation;
        reconciliation.entries.extend(self.counts.into_iter().map(entry));
        reconciliation
    }
}
