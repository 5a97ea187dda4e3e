//! Questionnaires over time beside what was said: per case and phase the scores, how they moved, and the factors coded in that
//! phase.
//!
//! - **Phase of a score**: the case's period in `phases.csv` that holds its date; the first where several do. Without a date
//!   or a period it is not stated.
//! - **Mean**: over all answers of the row, whoever gave them and to whichever item. What was asked and not answered is
//!   counted and has no part in it.
//! - **Change**: per person and item, then the mean over those. In a phase from the last answer before the first one in it, or
//!   where there is none from the first in it, to the last in it; over all phases from the first answer to the last. So
//!   nobody is compared with somebody else. Answers of one day are one answer, their mean.
//! - **Apart**: the scores fall in a row with only promoting factors, or rise in one with only hindering factors. It says
//!   where to read, not who is right. It takes a higher score for more favourable.
//!
//! Filters on kinds, codes, valences and coders choose codings; those on cases, roles and phases choose scores too.

mod factors;
mod plain;
mod scores;

pub use factors::FactorPassages;
pub use scores::{Instrument, ItemScores, ScoreSummary};

use crate::leaning::leanings;
use crate::outcome::CaseOrder;
use crate::{Basis, By, Group, GroupKey, Options, OutcomeGroup, problem};
use draad_core::facts::Facts;
use draad_core::{CaseId, Label, Problem, Study, diagnostic::Outcome};
use draad_measures::balance::balance;
use draad_measures::{Measured, Undefined};
use factors::{Coded, coded_by};
use scores::Answers;
use serde::Serialize;
use std::collections::BTreeMap;

/// What is shown beside the common options.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct JointOptions {
    /// Only this questionnaire.
    pub instrument: Option<String>,
    /// Only this item.
    pub item: Option<String>,
}

/// Scores beside factors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct JointDisplay {
    /// What it rests on.
    pub basis: Basis,
    /// What was chosen.
    pub chosen: JointOptions,
    /// The questionnaires, by name.
    pub instruments: Vec<Instrument>,
    /// Phases that occur, as the settings list them; last, where it occurs, "not stated".
    pub phases: Vec<Group>,
    /// Roles that occur; one for all where they are not told apart.
    pub roles: Vec<Group>,
    /// Groups of cases by outcome; positions refer to the order of cases in `rows`.
    pub outcome_groups: Vec<OutcomeGroup>,
    /// The cases, in their order: by outcome, then balance, then id.
    pub cases: Vec<CaseId>,
    /// Per case and role the phases, then all phases together. Where roles are told apart, only roles of whom there is
    /// something.
    #[serde(skip)]
    pub rows: Vec<JointRow>,
}

/// What there is of one case in one phase.
#[derive(Clone, Debug, PartialEq)]
pub struct JointRow {
    /// Position in [`JointDisplay::cases`].
    pub case: usize,
    /// Position in [`JointDisplay::roles`].
    pub role: usize,
    /// Position in [`JointDisplay::phases`]; nothing for all together.
    pub phase: Option<usize>,
    /// Per questionnaire.
    pub scores: Vec<ScoreSummary>,
    /// Factors with promoting codings, most passages first.
    pub promoting: Vec<FactorPassages>,
    /// Factors with hindering codings.
    pub hindering: Vec<FactorPassages>,
    /// Factors with ambivalent codings.
    pub ambivalent: Vec<FactorPassages>,
    /// Characters of material.
    pub n_chars: u64,
}

/// How scores and material point apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Apart {
    /// The scores fall, and only promoting factors were coded.
    FallsWhilePromoting,
    /// The scores rise, and only hindering factors were coded.
    RisesWhileHindering,
}

impl JointRow {
    /// Returns the balance on distinct factors.
    ///
    /// # Errors
    /// There is no material, or nothing of it promotes or hinders.
    pub fn balance(&self) -> Measured {
        if self.n_chars == 0 && self.promoting.is_empty() && self.hindering.is_empty() {
            return Err(Undefined::NoMaterial);
        }
        balance(self.promoting.len() as u64, self.hindering.len() as u64).ok_or(Undefined::NoDirection)
    }

    /// Returns how the scores of a questionnaire, by its position, and the material point apart, if they do.
    pub fn apart(&self, instrument: usize) -> Option<Apart> {
        let change = self.scores[instrument].change.ok()?;
        match (self.promoting.is_empty(), self.hindering.is_empty()) {
            (false, true) if change < 0.0 => Some(Apart::FallsWhilePromoting),
            (true, false) if change > 0.0 => Some(Apart::RisesWhileHindering),
            _ => None,
        }
    }

    fn is_empty(&self) -> bool {
        let nothing_coded =
            [&self.promoting, &self.hindering, &self.ambivalent].iter().all(|list| list.is_empty());
        nothing_coded && self.n_chars == 0 && self.scores.iter().all(ScoreSummary::is_empty)
    }
}

/// Where something of a case stands: position of the role and of the phase, both one past the end where not stated. Without
/// a phase it is about all together.
type Slot = (u32, u32, Option<u32>);

impl JointDisplay {
    /// Lays scores beside factors, from facts that were collected with the filter of `options`. The further key can be the role.
    ///
    /// # Errors
    /// The filter, the outcome, the questionnaire or the item names something that the study does not have; the further key is
    /// another than the role; no case passes; or no score does.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options, own: &JointOptions) -> Outcome<Self> {
        options.check(study)?;
        let by_role = by_role(options)?;
        let answers = Answers::new(study, facts, &options.filter, own, by_role)?;
        let coded = coded_by(study, facts, by_role);
        let order = CaseOrder::new(study, facts, options, &leanings(study, facts)?)?;
        let keys = Keys::new(study, &answers, &coded, by_role);
        let n_phases = study.settings.phases.len() as u32;
        let rows = (0..order.cases.len()).flat_map(|case| {
            let rows = keys.rows(case, order.cases[case], &answers, &coded).into_iter();
            // a phase of a case always has its line; a role, or what has no phase, only where there is something of it
            let is_stated = |row: &JointRow| row.phase.is_none_or(|phase| keys.phases[phase] < n_phases);
            rows.filter(move |row| !row.is_empty() || !by_role && is_stated(row)).collect::<Vec<_>>()
        });
        Ok(Self {
            basis: Basis::new(study, facts, options, order.outcome),
            chosen: own.clone(),
            rows: rows.collect(),
            phases: keys.phase_groups(study),
            roles: keys.role_groups(study, by_role),
            cases: order.cases.iter().map(|&case| study.cases[case as usize].id.clone()).collect(),
            outcome_groups: order.groups,
            instruments: answers.instruments,
        })
    }
}

fn by_role(options: &Options) -> Outcome<bool> {
    let value = match &options.by {
        None => return Ok(false),
        Some(By::Role) => return Ok(true),
        Some(By::Kind) => "kind",
        Some(By::Phase) => "phase",
        Some(By::Speaker) => "speaker",
        Some(By::Coder) => "coder",
        Some(By::Attribute(id)) => id.as_str(),
    };
    let (option, value, known) = ("by".to_owned(), value.to_owned(), "role".to_owned());
    Err(problem(Problem::TableValueUnknown { option, value, known }))
}

/// The roles and phases that have something, by position in the settings; one past the end is "not stated".
struct Keys {
    roles: Vec<u32>,
    phases: Vec<u32>,
}

impl Keys {
    fn new(study: &Study, answers: &Answers, coded: &Coded, by_role: bool) -> Self {
        let slots = || answers.slots().chain(coded.slots());
        let mut roles: Vec<u32> = slots().map(|(_, role, _)| role).collect();
        let of_periods = study.case_phases.iter().filter_map(|period| {
            study.settings.phases.iter().position(|phase| phase.id == period.phase).map(|phase| phase as u32)
        });
        let takes_all = answers.takes_all_phases;
        let of_periods = of_periods.filter(|_| takes_all);
        let mut phases: Vec<u32> = slots().filter_map(|(_, _, phase)| phase).chain(of_periods).collect();
        for keys in [&mut roles, &mut phases] {
            keys.sort_unstable();
            keys.dedup();
        }
        if !by_role {
            roles = vec![0];
        }
        Self { roles, phases }
    }

    fn rows(&self, position: usize, case: u32, answers: &Answers, coded: &Coded) -> Vec<JointRow> {
        let of_role = |(role, &key): (usize, &u32)| {
            let phases = self.phases.iter().enumerate().map(|(phase, &key)| (Some(phase), Some(key)));
            let row = move |(phase, phase_key)| {
                let slot: Slot = (case, key, phase_key);
                let [promoting, hindering, ambivalent] = coded.factors(slot);
                JointRow {
                    case: position,
                    role,
                    phase,
                    scores: answers.summaries(slot),
                    promoting,
                    hindering,
                    ambivalent,
                    n_chars: coded.n_chars(slot),
                }
            };
            phases.chain([(None, None)]).map(row).collect::<Vec<_>>()
        };
        self.roles.iter().enumerate().flat_map(of_role).collect()
    }

    fn phase_groups(&self, study: &Study) -> Vec<Group> {
        let phases = study.settings.phases.iter().map(|phase| (phase.id.to_string(), phase.label.clone()));
        groups(&self.phases, phases.collect())
    }

    fn role_groups(&self, study: &Study, by_role: bool) -> Vec<Group> {
        if !by_role {
            return vec![Group { key: GroupKey::All, label: Label::default() }];
        }
        let roles = study.settings.roles.iter().map(|role| (role.id.to_string(), role.label.clone()));
        groups(&self.roles, roles.collect())
    }
}

fn groups(keys: &[u32], named: Vec<(String, Label)>) -> Vec<Group> {
    let named: BTreeMap<u32, (String, Label)> = (0..).zip(named).collect();
    let group = |key: &u32| match named.get(key).cloned() {
        Some((id, label)) => Group { key: GroupKey::Value(id), label },
        None => Group { key: GroupKey::NotStated, label: Label::default() },
    };
    keys.iter().map(group).collect()
}

#[cfg(test)]
mod tests;
