//! What happened, what was scored, what was concluded, and what a panel said of it.

use crate::{
    CaseId, CharOffset, CharSpan, CodeId, PanelVerdict, ParticipantId, ReferenceKey, SourceId, case::Extra,
};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether a contact took place.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Serialize,
    Deserialize,
    JsonSchema,
    strum::EnumString,
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum EventStatus {
    /// It took place.
    Held,
    /// It is or was planned.
    Planned,
    /// It was planned and did not take place.
    Missed,
}

/// A contact or event in a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Whose.
    pub case: CaseId,
    /// When.
    pub date: Option<Date>,
    /// What kind of contact, in the study's own words.
    pub kind: String,
    /// Whether it took place.
    pub status: EventStatus,
    /// Who took part or should have.
    pub actors: Vec<ParticipantId>,
    /// Remark.
    pub note: String,
    /// Further columns.
    pub extra: Extra,
}

/// One answer to a questionnaire.
#[derive(Clone, Debug, PartialEq)]
pub struct Score {
    /// Whose cooperation is scored.
    pub case: CaseId,
    /// Who answered.
    pub participant: ParticipantId,
    /// When.
    pub date: Option<Date>,
    /// Which questionnaire.
    pub instrument: String,
    /// Which question.
    pub item: String,
    /// The answer; nothing when it was asked and not answered (written `unknown`).
    pub score: Option<f64>,
    /// Further columns.
    pub extra: Extra,
}

/// What a member of a panel said of a finding.
#[derive(Clone, Debug, PartialEq)]
pub struct Feedback {
    /// The finding's id.
    pub finding: String,
    /// Which panel, for example `experts`.
    pub panel: String,
    /// Who, pseudonymous.
    pub respondent: String,
    /// The verdict, or the words as they are where they are none; empty where nothing was said.
    pub verdict: Result<PanelVerdict, String>,
    /// In their own words.
    pub remark: String,
    /// Further columns.
    pub extra: Extra,
}

/// What the researcher concludes, with the passages for and against it.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The finding's id: its file is `findings/<id>.md`.
    pub id: String,
    /// One sentence.
    pub title: String,
    /// The same in plain words, for a panel; empty where the sentence is plain already.
    pub plain: String,
    /// `visible`, `tension` or `lead`, after the three parts of a theme in a Kenniscafé; or empty.
    pub part: String,
    /// The theme it belongs to.
    pub theme: String,
    /// Codes it rests on.
    pub codes: Vec<CodeId>,
    /// Passages that support it.
    pub passages_for: Vec<PassageRef>,
    /// Passages that speak against it.
    pub passages_against: Vec<PassageRef>,
    /// Works in `references.bib` that it rests on or answers to, beside those that its text cites.
    pub references: Vec<ReferenceKey>,
    /// The text, in Markdown.
    pub body: String,
}

/// A stretch of a source, in code points, written `p03-dagboek 120-240`, or as an address `p03-dagboek:120-240`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PassageRef {
    /// The source.
    pub source: SourceId,
    /// The stretch.
    pub chars: CharSpan,
}

impl std::fmt::Display for PassageRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}-{}", self.source, self.chars.start.0, self.chars.end.0)
    }
}

impl PassageRef {
    /// Returns it as people write it where several stand in one cell: `p03-dagboek:120-240`.
    pub fn address(&self) -> String {
        format!("{}:{}-{}", self.source, self.chars.start.0, self.chars.end.0)
    }

    /// Reads an address.
    pub fn from_address(address: &str) -> Option<Self> {
        let (source, positions) = address.trim().rsplit_once(':')?;
        let (start, end) = positions.split_once('-')?;
        let position = |digits: &str| digits.trim().parse().map(CharOffset).ok();
        let chars = CharSpan { start: position(start)?, end: position(end)? };
        Some(Self { source: SourceId::new(source.trim())?, chars })
    }
}

impl std::str::FromStr for PassageRef {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match format!("span {text}").parse() {
            Ok(crate::About::Span(source, chars)) => Ok(Self { source, chars }),
            _ => Err(()),
        }
    }
}
