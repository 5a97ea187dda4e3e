//! The keys by which directions are compared: phases, roles, kinds, cases, and their values.

use super::{KeyUsed, TensionKey};
use crate::groups::{Grouping, Kinds};
use crate::levels::{Level, MaterialPerLevel, levels};
use crate::{By, GroupKey};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{Filter, Study};
use draad_measures::Undefined;

/// A key with how its values are found.
pub(super) struct Comparison<'s> {
    pub(super) key: TensionKey,
    /// Says of a coding the position of its value in `levels`.
    pub(super) grouping: Grouping<'s>,
    pub(super) levels: Vec<Level>,
    pub(super) material: MaterialPerLevel,
}

impl<'s> Comparison<'s> {
    pub(super) fn new(
        study: &'s Study,
        facts: &Facts,
        filter: &Filter,
        kinds: &'s Kinds<'s>,
        key: &TensionKey,
    ) -> Outcome<Self> {
        let grouping = match key {
            TensionKey::Case => Grouping::cases(study, facts),
            TensionKey::By(by) => Grouping::new(study, facts, filter, kinds, by)?,
        };
        let (mut levels, material) = levels(study, facts, &grouping);
        if *key == TensionKey::By(By::Role) {
            levels.iter_mut().for_each(|level| level.compared &= !asks(study, &level.key));
        }
        Ok(Self { key: key.clone(), grouping, levels, material })
    }

    /// Returns what people are told about the key, and why nothing can be compared where that is so.
    pub(super) fn used(&self, n_cases: usize) -> KeyUsed {
        let n = self.levels.iter().filter(|level| level.compared).count();
        let undefined = match (&self.key, n) {
            (_, 2..) => None,
            (TensionKey::Case, _) => Some(Undefined::TooFewCases { n: n_cases, needed: 2 }),
            (_, 0) => Some(Undefined::NotStated),
            (_, n) => Some(Undefined::TooFewUnits { n, needed: 2 }),
        };
        KeyUsed { key: self.key.clone(), levels: self.levels.clone(), undefined }
    }
}

/// Returns whether a role asks the questions: such words are no perspective on the case.
fn asks(study: &Study, role: &GroupKey) -> bool {
    let is = |id: &str| *role == GroupKey::Value(id.to_owned());
    study.settings.roles.iter().any(|known| known.asks && is(known.id.as_str()))
}
