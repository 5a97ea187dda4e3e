//! What becomes of the columns of a survey.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What becomes of a column of a survey.
#[derive(
    Clone,
    Copy,
    Debug,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
    strum::EnumIter,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum ColumnUse {
    /// It tells respondents apart.
    Respondent,
    /// It names the case.
    Case,
    /// It names the participant who answers.
    Participant,
    /// When the answer was given.
    Date,
    /// A closed answer that becomes an attribute of the case.
    Attribute,
    /// A number that becomes a score.
    Score,
    /// An open answer that becomes text.
    Open,
    /// It stays out of the study.
    #[default]
    LeaveOut,
}
