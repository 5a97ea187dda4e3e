//! Cases, who takes part in them, and the periods they go through.

use crate::{AttributeId, CaseId, CharSpan, ParticipantId, PhaseId, RoleId, SourceId};
use indexmap::IndexMap;
use jiff::civil::Date;
use smol_str::SmolStr;
use std::collections::BTreeMap;

/// Cells of columns that the tool does not know; kept as they are.
pub type Extra = BTreeMap<String, String>;

/// A unit of comparison, for example one cooperation relationship.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// The case's id.
    pub id: CaseId,
    /// What people call it; may be empty.
    pub name: String,
    /// Value per attribute, in the order of the columns. Outcomes are attributes too.
    pub attributes: IndexMap<AttributeId, AttributeValue>,
}

/// The value of an attribute. "Not filled in" and "known to be unknown" are different things.
#[derive(Clone, Debug, PartialEq)]
pub enum AttributeValue {
    /// Nobody filled it in.
    Empty,
    /// Somebody looked, and it cannot be known.
    Unknown,
    /// Free text.
    Text(String),
    /// A whole number.
    Integer(i64),
    /// A number.
    Number(f64),
    /// Yes or no.
    YesNo(bool),
    /// A day.
    Date(Date),
    /// One of the levels that the settings list.
    Level(SmolStr),
}

impl std::fmt::Display for AttributeValue {
    /// Writes the value as it stands in `cases.csv`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            AttributeValue::Empty => Ok(()),
            AttributeValue::Unknown => f.write_str("unknown"),
            AttributeValue::Text(text) => f.write_str(text),
            AttributeValue::Integer(number) => write!(f, "{number}"),
            AttributeValue::Number(number) => write!(f, "{number}"),
            AttributeValue::YesNo(yes) => f.write_str(if *yes { "yes" } else { "no" }),
            AttributeValue::Date(date) => write!(f, "{date}"),
            AttributeValue::Level(level) => f.write_str(level),
        }
    }
}

/// A pseudonymous person or team in one or more cases.
#[derive(Clone, Debug, PartialEq)]
pub struct Participant {
    /// The participant's id.
    pub id: ParticipantId,
    /// From which position this person speaks.
    pub role: RoleId,
    /// The cases this person belongs to.
    pub cases: Vec<CaseId>,
    /// Speaker labels and contact names under which the person occurs in sources.
    pub labels: Vec<String>,
    /// A pseudonym for display; may be empty.
    pub name: String,
    /// Further columns.
    pub extra: Extra,
}

/// A period that a case went through. `start` and `end` are both included; an open end goes on.
#[derive(Clone, Debug, PartialEq)]
pub struct CasePhase {
    /// Whose period.
    pub case: CaseId,
    /// Which phase of the study's list.
    pub phase: PhaseId,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
}

/// A part of a source that belongs to one case of several, in code points.
#[derive(Clone, Debug, PartialEq)]
pub struct CaseSpan {
    /// The source, such as a focus group.
    pub source: SourceId,
    /// The case this part is about.
    pub case: CaseId,
    /// The part.
    pub chars: CharSpan,
}
