//! Facts without one case, coder, kind or role, to see what hangs on it.

use super::{Facts, Setting};
use crate::{CaseId, CoderId, KindId, RoleId, Study};
use serde::Serialize;

/// Something that can be left out of the facts.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(tag = "way", content = "id", rename_all = "kebab-case")]
pub enum LeaveOut {
    /// A case, with its codings and its material.
    Case(CaseId),
    /// A coder's codings. The material stays: others could have found something in it.
    Coder(CoderId),
    /// The sources of a kind.
    Kind(KindId),
    /// What was said by somebody of this role.
    Role(RoleId),
}

impl LeaveOut {
    /// Returns the id of what is left out.
    pub fn id(&self) -> &str {
        match self {
            LeaveOut::Case(id) => id.as_str(),
            LeaveOut::Coder(id) => id.as_str(),
            LeaveOut::Kind(id) => id.as_str(),
            LeaveOut::Role(id) => id.as_str(),
        }
    }
}

impl Facts {
    /// Returns these facts, which are about `study`, without something. What the study does not have takes nothing away.
    pub fn without(&self, study: &Study, left_out: &LeaveOut) -> Self {
        match left_out {
            LeaveOut::Case(id) => self.without_case(study, id),
            LeaveOut::Coder(id) => {
                let mut facts = self.clone();
                facts.codings.retain(|fact| study.codings[fact.coding as usize].coder != *id);
                facts.readings.retain(|reading| reading.coder != *id);
                facts
            }
            LeaveOut::Kind(id) => self.without_sources(|source| study.sources[source as usize].kind == *id),
            LeaveOut::Role(id) => {
                let is_role = |setting: Setting| {
                    setting.role.is_some_and(|role| study.settings.roles[role as usize].id == *id)
                };
                let mut facts = self.clone();
                facts.codings.retain(|fact| !is_role(fact.setting));
                facts.material.retain(|material| !is_role(material.setting));
                facts
            }
        }
    }

    fn without_case(&self, study: &Study, id: &CaseId) -> Self {
        let Some(left_out) = study.cases.get_index_of(id).map(|case| case as u32) else {
            return self.clone();
        };
        let mut facts = self.clone();
        facts.cases.retain(|case| *case != left_out);
        facts.codings.retain(|fact| fact.case != left_out);
        facts.material.retain(|material| material.case != left_out);
        let is_left = |id: &CaseId| {
            study.cases.get_index_of(id).is_some_and(|case| facts.cases.contains(&(case as u32)))
        };
        facts.readings.retain(|reading| study.sources[reading.source as usize].cases.iter().any(is_left));
        facts
    }

    fn without_sources(&self, is_left_out: impl Fn(u32) -> bool) -> Self {
        let mut facts = self.clone();
        facts.codings.retain(|fact| !is_left_out(fact.source));
        facts.material.retain(|material| !is_left_out(material.source));
        facts.readings.retain(|reading| !is_left_out(reading.source));
        facts
    }
}
