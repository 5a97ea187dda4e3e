//! Saved queries: questions to the material that are worth asking again.

use crate::{Label, QueryId};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A query with a name. Its text is kept as it was written; what it means is for those who search.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SavedQuery {
    /// Its name, unique in the study.
    pub name: QueryId,
    /// The query, as it is typed after `draad search`.
    pub text: String,
    /// What people read instead of the name.
    #[serde(default, skip_serializing_if = "Label::is_empty")]
    pub label: Label,
    /// What it is for.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub note: String,
}
