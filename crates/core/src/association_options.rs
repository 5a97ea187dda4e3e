//! What only the table of factors next to an outcome is asked with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Options of association.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AssociationOptions {
    /// How sure intervals are, between 0 and 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub confidence: Option<f64>,
    /// How p-values are adjusted for being several: holm, bonferroni, benjamini-hochberg or benjamini-yekutieli.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adjust: Option<String>,
    /// Which factors are tested together: all, or testable for those whose margins can reach .05.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Whether the tests of Boschloo and Barnard are computed too.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unconditional: bool,
}
