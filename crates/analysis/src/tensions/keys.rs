//! The keys by which directions are compared: phases, roles, kinds, cases, and their values.

use super::{KeyUsed, TensionKey};
use crate::groups::{Grouping, Kinds};
use crate::levels::{Level, MaterialPerLevel, levels};
use crate::{By, GroupKey};
use draad_core::Study;
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
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
        kinds: &'s Kinds<'s>,
        key: &TensionKey,
    ) -> Outcome<Self> {
        let grouping = match key {
            TensionKey::Case => Grouping::cases(study, facts),
            TensionKey::By(by) => Grouping::new(study, facts, kinds, by)?,
        };
        let (mut levels, material) = levels(study, facts, &grouping);
        if let TensionKey::By(by) = key {
            levels.iter_mut().for_each(|level| level.compared &= !asks(study, by, &level.key));
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

/// Returns whether a value stands for people who ask the questions: their words are no perspective on the case.
fn asks(study: &Study, by: &By, value: &GroupKey) -> bool {
    let GroupKey::Value(id) = value else { return false };
    let role_asks =
        |role: &str| study.settings.roles.iter().any(|known| known.asks && known.id.as_str() == role);
    match by {
        By::Role => role_asks(id),
        By::Speaker => {
            study.participants.get(id.as_str()).is_some_and(|speaker| role_asks(speaker.role.as_str()))
        }
        _ => false,
    }
}
