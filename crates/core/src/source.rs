//! Sources and their units.

use crate::{
    CaseId, InOriginal, KindId, ParticipantId, PhaseId, Recording, SourceId, Span, Text, case::Extra,
};
use jiff::civil::{Date, DateTime};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

/// One text: an interview, a dossier, a chat, …
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// The source's id; its text is `sources/<id>.txt`.
    pub id: SourceId,
    /// The cases it is about; more than one for a focus group or a team meeting.
    pub cases: Vec<CaseId>,
    /// What kind of material it is.
    pub kind: KindId,
    /// The day it was made, or its first day.
    pub date: Option<Date>,
    /// The phase all of it belongs to; nothing when it runs over several or when nobody knows.
    pub phase: Option<PhaseId>,
    /// Who speaks or writes in it.
    pub participants: Vec<ParticipantId>,
    /// The stored text: UTF-8, NFC, LF.
    pub text: Text,
    /// Turns, messages, entries or paragraphs, sorted by start, not overlapping. Empty: the text is one unit.
    pub units: Vec<Unit>,
    /// Where it came from.
    pub origin: Origin,
    /// Further columns.
    pub extra: Extra,
}

/// Where a source came from and how it was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Origin {
    /// File name as given to `import`, without folders.
    pub file: String,
    /// BLAKE3 hash of that file, hexadecimal.
    pub file_hash: String,
    /// The reader and the choices it made, for example `whatsapp; d-m-y; android`.
    pub reading: String,
}

/// What a reading says of a sheet for a session that was filled in.
pub const SESSION_SHEET: &str = "session sheet";

impl Origin {
    /// Returns whether it holds what was written on a sheet for a session, which is about themes and needs no case.
    pub fn is_session_sheet(&self) -> bool {
        self.reading.split("; ").any(|part| part == SESSION_SHEET)
    }
}

/// What a unit is.
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
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum UnitKind {
    /// Words of a person: a turn, message, entry or paragraph.
    #[default]
    Said,
    /// A title or front block of the document.
    Header,
    /// A notice that the program wrote, such as "Anna left the group".
    System,
    /// A picture, voice message or file in place of words.
    Media,
    /// A message that its writer removed.
    Deleted,
    /// A missed call.
    Call,
    /// A shared location.
    Location,
}

impl UnitKind {
    /// Returns whether the unit counts as material: somebody's words.
    pub fn is_material(self) -> bool {
        self == UnitKind::Said
    }
}

/// A turn, message, diary entry or paragraph inside a source.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// Where its words stand, without the speaker label.
    pub span: Span,
    /// What it is.
    pub kind: UnitKind,
    /// Participant id, or the label as written where it fits no or several participants.
    pub speaker: Option<String>,
    /// When it was said or written, local time.
    pub time: Option<DateTime>,
    /// The phase, where it differs from the source's.
    pub phase: Option<PhaseId>,
    /// The page of the original on which it starts, counted from 1.
    pub page: Option<u32>,
    /// Where it stands in the recording.
    pub recording: Option<Recording>,
}

impl Unit {
    /// Makes a unit of which nothing more is known.
    pub fn new(span: Span, kind: UnitKind) -> Self {
        Self { span, kind, speaker: None, time: None, phase: None, page: None, recording: None }
    }

    /// Returns where it starts in the original.
    pub fn in_original(&self) -> InOriginal {
        InOriginal { page: self.page, recording_start: self.recording.map(|recording| recording.start) }
    }
}

/// Returns a text as it is stored: accents composed (NFC), lines ending in LF, no byte order mark.
pub fn normalised(text: &str) -> String {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    text.replace("\r\n", "\n").replace('\r', "\n").nfc().collect()
}

impl Source {
    /// Returns the unit in which `span` starts, or else the first unit that it overlaps: the boundary rule by which a
    /// coding gets its speaker, phase and case.
    pub fn unit_of(&self, span: Span) -> Option<usize> {
        let next = self.units.partition_point(|unit| unit.span.end() <= span.start());
        self.units.get(next).filter(|unit| unit.span.overlaps(span)).map(|_| next)
    }

    /// Returns where `span` starts in the original: as far as known, and no more exactly than its unit.
    pub fn in_original(&self, span: Span) -> InOriginal {
        self.unit_of(span).map(|unit| self.units[unit].in_original()).unwrap_or_default()
    }

    /// Returns the line of `position` in the text, counted from 1.
    pub fn line_of(&self, position: crate::ByteOffset) -> u32 {
        let before = &self.text.as_str().as_bytes()[..(position.0 as usize).min(self.text.as_str().len())];
        1 + before.iter().filter(|&&byte| byte == b'\n').count() as u32
    }
}
