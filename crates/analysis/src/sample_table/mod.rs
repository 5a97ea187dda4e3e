//! Who was heard, by what means, and when: the table that every chapter on methods needs.
//!
//! - **Heard** is who has words in the material that passes the filter; those who ask the questions are heard nowhere.
//! - **Listed** is who `participants.csv` gives to the case: who could have been heard.
//! - Totals count each person, source and stretch of text once, however many cases it belongs to.
//! - Two kinds of nothing: 0 where there is such a source, person or period, but no words of it pass; undefined where there is
//!   none at all.

mod collect;
mod count;
mod plain;

use crate::groups::Kinds;
use crate::{Basis, Group, GroupKey, Options, problem};
use collect::Collected;
use count::{Counter, Keys};
use draad_core::facts::Facts;
use draad_core::{CaseId, KindId, Label, Problem, Study, diagnostic::Outcome};
use draad_measures::Undefined;
use jiff::civil::Date;
use serde::Serialize;

/// The sample of a study.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SampleTable {
    /// What it rests on.
    pub basis: Basis,
    /// Kinds of source, as the settings list them.
    pub kinds: Vec<Group>,
    /// Roles that do not ask the questions; last, where it occurs, "not stated".
    pub roles: Vec<Group>,
    /// Phases; last, where it occurs, "not stated".
    pub phases: Vec<Group>,
    /// Per role and kind, in their orders.
    #[serde(skip)]
    pub roles_by_kinds: Vec<Vec<Heard>>,
    /// Per role over all kinds.
    #[serde(skip)]
    pub of_roles: Vec<RoleHeard>,
    /// What there is to say of each kind.
    #[serde(skip)]
    pub of_kinds: Vec<KindSample>,
    /// Cases, in the order of the study.
    pub cases: Vec<CaseSample>,
    /// All cases together, each thing once.
    pub all: CaseSample,
}

/// What was heard.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Count {
    /// People with words in the material, without those who ask the questions; see [`Count::people`].
    pub participants: usize,
    /// Characters of which the study does not say whose words they are.
    pub chars_without_speaker: u64,
    /// Sources with material.
    pub sources: usize,
    /// Cases with material.
    pub cases: usize,
    /// Characters of material.
    pub chars: u64,
    /// Words of material: stretches between blanks.
    pub words: u64,
}

impl Count {
    /// Returns the number of people with words in the material.
    ///
    /// # Errors
    /// There are words, and the study does not say whose.
    pub fn people(&self) -> Result<usize, Undefined> {
        match self.participants {
            0 if self.chars_without_speaker > 0 => Err(Undefined::NotStated),
            n => Ok(n),
        }
    }
}

/// What was heard of something that is there, or why it is not.
pub type Heard = Result<Count, Undefined>;

/// What was heard of a role.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RoleHeard {
    /// What was heard.
    pub heard: Heard,
    /// People of this role who take part.
    pub listed: usize,
    /// Those of them who were heard; others who were heard belong to other cases of a shared source.
    pub listed_heard: usize,
}

/// What there is to say of a kind of source.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KindSample {
    /// What was heard.
    pub heard: Heard,
    /// People who were heard in more than one source of this kind.
    pub repeated: usize,
    /// Characters of material in the shortest source, in the middle and in the longest.
    pub chars: Result<(u64, f64, u64), Undefined>,
    /// Sources with places in a recording.
    pub recorded: usize,
    /// Their length together in minutes, from the first place to the last; nothing without recordings.
    pub minutes: Option<f64>,
}

/// What was heard in a case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseSample {
    /// The case; nothing for all together.
    pub case: Option<CaseId>,
    /// What people call it; may be empty.
    pub name: String,
    /// What was heard.
    pub count: Count,
    /// People who take part, without those who ask the questions.
    pub listed: usize,
    /// First and last day of the material: of sources, and of units with a time of their own.
    pub period: Option<(Date, Date)>,
    /// Per kind.
    #[serde(skip)]
    pub by_kind: Vec<Heard>,
    /// Per role.
    #[serde(skip)]
    pub by_role: Vec<RoleHeard>,
    /// Per phase.
    #[serde(skip)]
    pub by_phase: Vec<Heard>,
}

impl SampleTable {
    /// Describes the sample, from facts that were collected with the filter of `options`. The further key and the outcome are
    /// not used; codes, valences and coders make no difference to who was heard.
    ///
    /// # Errors
    /// The filter names something that the study does not have; no case passes; or there are neither sources nor people.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        options.check(study)?;
        let found = Self::describe(study, facts, options);
        if found.kinds.is_empty() && found.roles.is_empty() {
            return Err(problem(Problem::NothingToShow { reason: "no-material".to_owned() }));
        }
        Ok(found)
    }

    /// Describes a sample that may be empty, with options that fit the study.
    pub fn describe(study: &Study, facts: &Facts, options: &Options) -> Self {
        let kinds = Kinds::new(study);
        let collected = Collected::new(study, facts, &kinds);
        let keys = Keys::new(study, facts, &options.filter, &kinds, &collected);
        let counter = Counter { study, collected: &collected, keys: &keys };
        let cases = facts.cases.iter().map(|&case| counter.case(Some(case)));
        let phases = &study.settings.phases;
        let roles = &study.settings.roles;
        let kind_label = |id: &KindId| {
            let known = study.settings.kinds.iter().find(|kind| kind.id == *id);
            known.map_or_else(Label::default, |kind| kind.label.clone())
        };
        let kind = |kind: u32| (kinds.ids[kind as usize].to_string(), kind_label(kinds.ids[kind as usize]));
        let role = |role: u32| (roles[role as usize].id.to_string(), roles[role as usize].label.clone());
        let phase =
            |phase: u32| (phases[phase as usize].id.to_string(), phases[phase as usize].label.clone());
        Self {
            basis: Basis::new(study, facts, options, None),
            roles_by_kinds: counter.roles_by_kinds(),
            of_roles: counter.roles(None),
            of_kinds: counter.kinds(),
            cases: cases.collect(),
            all: counter.case(None),
            kinds: groups(keys.kinds.iter().copied().map(Some), kind),
            roles: groups(keys.roles.iter().copied(), role),
            phases: groups(keys.phases.iter().copied(), phase),
        }
    }
}

fn groups(values: impl Iterator<Item = Option<u32>>, named: impl Fn(u32) -> (String, Label)) -> Vec<Group> {
    let group = |value: Option<u32>| match value.map(&named) {
        Some((id, label)) => Group { key: GroupKey::Value(id), label },
        None => Group { key: GroupKey::NotStated, label: Label::default() },
    };
    values.map(group).collect()
}

#[cfg(test)]
mod tests;
