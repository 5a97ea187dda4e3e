//! Codings: one code on one stretch of text, by one coder.

use crate::{CodeId, CoderId, CodingId, Source, SourceId, Span};
use jiff::Timestamp;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The direction in which a factor works, in the reading of this passage.
#[derive(
    Clone,
    Copy,
    Debug,
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
pub enum Valence {
    /// It helps the outcome.
    Promoting,
    /// It stands in the way of the outcome.
    Hindering,
    /// It does both at once.
    Ambivalent,
}

impl Valence {
    /// Returns the valence that a word in Dutch or English means, whatever its capitals.
    pub fn called(word: &str) -> Option<Self> {
        match word.to_lowercase().as_str() {
            "bevorderend" => Some(Valence::Promoting),
            "belemmerend" => Some(Valence::Hindering),
            other => other.parse().ok(),
        }
    }
}

/// What a coding covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
pub enum Target {
    /// One stretch of text.
    Span(Span),
    /// The source as a whole; it covers no characters.
    Source,
}

impl Target {
    /// Returns the stretch of text, if the coding has one.
    pub fn span(self) -> Option<Span> {
        match self {
            Target::Span(span) => Some(span),
            Target::Source => None,
        }
    }
}

/// One code on one span (or on a whole source) by one coder at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct Coding {
    /// Unique within the coder's codings of the source.
    pub id: CodingId,
    /// Who coded.
    pub coder: CoderId,
    /// What was coded.
    pub source: SourceId,
    /// The code applied.
    pub code: CodeId,
    /// The stretch of text.
    pub target: Target,
    /// The valence in this passage; nothing means the code's default.
    pub valence: Option<Valence>,
    /// How strongly, 0 to 100; never enters presence.
    pub weight: Option<u8>,
    /// The words of the span when it was coded; empty for a whole source.
    pub quote: String,
    /// A remark of the coder.
    pub memo: String,
    /// When the coding was made.
    pub created: Option<Timestamp>,
    /// When it was last changed.
    pub modified: Option<Timestamp>,
}

impl Coding {
    /// Returns an id that the same code on the same place always gets, so that codings that are read twice are added once.
    pub fn derived_id(source: &Source, code: &CodeId, target: Target) -> CodingId {
        let place = target
            .span()
            .map(|span| source.text.char_span(span))
            .map_or(String::new(), |chars| format!("{}-{}", chars.start.0, chars.end.0));
        let hash = blake3::hash(format!("{}\n{code}\n{place}", source.id).as_bytes()).to_hex();
        CodingId::new(&hash[..12]).expect("hexadecimal digits are a valid id")
    }
}
