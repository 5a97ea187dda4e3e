//! What can be said of a method, piece by piece.

/// Something that the study may know of its own method, and that a sentence says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// How many cases, by outcome.
    Cases,
    /// How many sources, by kind, and how much text.
    Sources,
    /// The days between which the material falls.
    Period,
    /// Who was heard, by role.
    People,
    /// Who was heard more than once.
    Repeats,
    /// Recordings and their length.
    Recordings,
    /// How long sources are.
    Lengths,
    /// Memos and remarks.
    Notes,
    /// Contacts and scores that were recorded.
    Contacts,
    /// Where the texts come from, and that people stand in them under ids.
    Processing,
    /// What is counted: units, passages.
    Units,
    /// Who coded how much.
    Coders,
    /// Whose codings count.
    Policy,
    /// The codebook.
    CodeTree,
    /// Which codes were there before.
    Origin,
    /// How much two people read.
    Shared,
    /// How far they agree.
    Agreement,
    /// What was decided where they do not.
    Adjudicated,
    /// When nothing new came.
    Saturation,
    /// Codes in many cases.
    Wide,
    /// Codes in few.
    Narrow,
    /// Cases that do not fit.
    Deviant,
    /// How broadly factors are backed.
    Triangulation,
    /// Findings and passages against them.
    Findings,
    /// Who was asked what they think of them.
    Panels,
    /// How many passages are quoted.
    Quotes,
    /// The program and the hash of the data.
    Software,
}

impl Topic {
    /// Returns where in the study the answer stands: its files.
    pub fn files(self) -> &'static str {
        match self {
            Self::Cases => "cases.csv",
            Self::Sources | Self::Period => "sources.csv",
            Self::People | Self::Repeats => "participants.csv, units/",
            Self::Recordings | Self::Lengths | Self::Units => "units/",
            Self::Notes => "memos/, codings/",
            Self::Contacts => "events.csv, scores.csv",
            Self::Processing => "sources.csv, participants.csv",
            Self::Policy => "study.toml",
            Self::CodeTree | Self::Origin => "codebook.csv",
            Self::Coders | Self::Shared | Self::Agreement | Self::Saturation => "codings/",
            Self::Adjudicated => "adjudication/",
            Self::Wide | Self::Narrow | Self::Triangulation => "codings/, codebook.csv",
            Self::Deviant => "codings/, cases.csv",
            Self::Findings => "findings/",
            Self::Panels => "feedback.csv",
            Self::Quotes => "codings/",
            Self::Software => "",
        }
    }
}
