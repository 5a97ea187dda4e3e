//! The design of the study itself: its phases, each with a question, and who was heard by which method. People write it by
//! hand, in `design.toml`.

use crate::{Label, MethodId, RoleId, StudyPhaseId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How a study is set up. These phases are those of the research, not those that a case goes through.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Design {
    /// Phases, in their order.
    pub phase: Vec<DesignPhase>,
    /// What was done in them.
    pub method: Vec<DesignMethod>,
}

/// A phase of the research.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DesignPhase {
    /// Its name, unique in the design.
    pub name: StudyPhaseId,
    /// What people read.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
    /// What it should answer.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub question: Label,
}

/// A method in a phase. Methods with the same label stand in one row.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct DesignMethod {
    /// Its name, unique in the design.
    pub name: MethodId,
    /// What people read.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
    /// The phase in which it was used.
    pub phase: StudyPhaseId,
    /// Who was heard, or what was looked at.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub heard: Vec<Heard>,
}

/// People in a role, or things of a kind, with their number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Heard {
    /// A role of the study.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub role: Option<RoleId>,
    /// What people read, where it is no role or more than one is meant: `{ nl = "ouders", en = "parents" }`.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
    /// How many; nothing where nobody counted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub n: Option<u32>,
}

impl Design {
    /// Returns whether nothing is written down.
    pub fn is_empty(&self) -> bool {
        self.phase.is_empty() && self.method.is_empty()
    }
}
