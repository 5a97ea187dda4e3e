//! What only the table of agreement between coders is asked with.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Options of agreement beside its unit and its measure, which other tables have too.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AgreementOptions {
    /// From which share of their intersection in their union on two codings of one code are one and the same, 0 to 1; one character they must share in any case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overlap: Option<f64>,
    /// How many times sources are drawn again for an interval; 0 for none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub resamples: Option<usize>,
    /// Whether a coder who coded nothing in a source has read it all the same.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub silent_readers: bool,
}
