//! The route: how guidance of a case is meant to go, phase by phase. People write it by hand, in `route.toml`.

use crate::own_table::one_or_many;
use crate::{ConversationId, Label, PhaseId, RoleId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A plan of conversations between people in roles. Phases stand in the order of the settings, whatever their order here.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Route {
    /// What each phase is for.
    pub phase: Vec<RoutePhase>,
    /// Who takes part, in the order in which they stand beside each other.
    pub actor: Vec<RouteActor>,
    /// Who meets whom, and when.
    pub conversation: Vec<Conversation>,
}

/// What a phase of the route is for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RoutePhase {
    /// A phase of the study.
    pub phase: PhaseId,
    /// What it should lead to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub goals: Vec<Label>,
}

/// Somebody with a place in the route.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct RouteActor {
    /// A role of the study.
    pub role: RoleId,
    /// What people read, where that is something else than the name of the role.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
}

/// A conversation that should take place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Conversation {
    /// Its name, unique in the route.
    pub name: ConversationId,
    /// What people read.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
    /// The phase in which it should take place.
    pub phase: PhaseId,
    /// Roles that should take part.
    #[serde(deserialize_with = "one_or_many")]
    pub actors: Vec<RoleId>,
    /// How often, where that is more than once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub times_per_year: Option<u32>,
    /// The kinds in `events.csv` that are such a conversation.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "one_or_many")]
    pub events: Vec<String>,
}

impl Route {
    /// Returns whether nothing is planned.
    pub fn is_empty(&self) -> bool {
        self.phase.is_empty() && self.actor.is_empty() && self.conversation.is_empty()
    }
}
