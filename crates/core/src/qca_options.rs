//! What a Qualitative Comparative Analysis is asked with: the same names in the flags of `draad qca` and in `tables.toml`.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Options of a Qualitative Comparative Analysis.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct QcaOptions {
    /// Conditions: a code, a code in one direction (`vertrouwen:hindering`), a test on an attribute (`child_age>=12`), an
    /// attribute, or a condition of `conditions.toml`.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "crate::own_table::one_or_many")]
    pub condition: Vec<String>,
    /// A row of the truth table with fewer cases counts as a row without cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub n_cut: Option<usize>,
    /// From this inclusion on a row of the truth table goes with the outcome, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub incl_cut: Option<f64>,
    /// From this proportional reduction in inconsistency on a row goes with the outcome, 0 to 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pri_cut: Option<f64>,
    /// Directional expectations for the intermediate solution: `vertrouwen=present`, `afspraken=absent`, `framework=-`.
    #[serde(skip_serializing_if = "Vec::is_empty", deserialize_with = "crate::own_table::one_or_many")]
    pub expect: Vec<String>,
    /// Analyses the absence of the outcome.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub negate: bool,
    /// Unions of so many conditions at most are tried as necessary conditions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub depth: Option<usize>,
    /// All solutions without a superfluous term, in place of the shortest.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub irredundant: bool,
    /// Membership at the anchor of inclusion in the direct method of calibration, between .5 and 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub degree: Option<f64>,
}
