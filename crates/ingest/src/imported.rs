//! What comes out of every reader.

use draad_core::{Diagnostic, Span, Unit};
use indexmap::IndexMap;
use jiff::civil::Date;
use serde::Serialize;
use std::collections::BTreeMap;

/// A file as read: a text to store and what is known about it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imported {
    /// The text: NFC, LF, no byte order mark, no invisible marks, none of the time stamps that became places in a recording.
    pub text: String,
    /// Its units, sorted, not overlapping; speakers are labels as written; a day without a time of day is midnight.
    pub units: Vec<Unit>,
    /// The reader and the choices it made, for example `whatsapp; d-m-y; android`.
    pub reading: String,
    /// The day it was made, or its first day, where the material states it clearly.
    pub date: Option<Date>,
    /// The speaker labels, in order of first appearance.
    pub labels: Vec<LabelCount>,
    /// Comments in the margin, in the order of the file.
    pub comments: Vec<Comment>,
    /// What was read, kept, changed and dropped.
    pub report: ImportReport,
    /// What the user should look at, with lines of the original file where it has lines.
    pub diagnostics: Vec<Diagnostic>,
}

/// A comment in the margin of a document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Comment {
    /// What it is about; nothing when the document does not say, or when the words are not in the text.
    pub span: Option<Span>,
    /// Who wrote it, as the document names them.
    pub author: String,
    /// Their initials, as the document has them.
    pub initials: String,
    /// The day it was written.
    pub date: Option<Date>,
    /// Its text.
    pub text: String,
}

/// A speaker label and how often it speaks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LabelCount {
    /// The label as first written.
    pub label: String,
    /// Units of this speaker, continuations included.
    pub n_units: usize,
    /// Turns, messages or entries that carry the label themselves.
    pub n_turns: usize,
}

/// What an import did, by name and number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ImportReport {
    /// What the file held.
    pub read: BTreeMap<Part, usize>,
    /// What of it is now in the study.
    pub kept: BTreeMap<Part, usize>,
    /// What stands in the stored text otherwise than in the file.
    pub changed: BTreeMap<Change, Tally>,
    /// What is not in the stored text.
    pub dropped: BTreeMap<Loss, Tally>,
    /// The exports of one chat that were merged into this text; empty for a file read by itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exports: Vec<ExportCount>,
}

/// What one of several merged exports brought in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ExportCount {
    /// The export's file.
    pub file: String,
    /// Its records: messages and notices.
    pub n_records: usize,
    /// Those of them that another export has too.
    pub n_shared: usize,
    /// Those of them that no other export has.
    pub n_alone: usize,
}

/// How often something happened, with examples.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// How often.
    pub n: usize,
    /// Up to [`Tally::EXAMPLES`] names, lines or words, in the order of the file.
    pub examples: Vec<String>,
}

/// What a file is made of.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr, strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Part {
    /// Pages, where the document has them.
    Pages,
    /// Paragraphs (or lines, where each line is one) that are not empty.
    Paragraphs,
    /// Stretches that carry a speaker label.
    Turns,
    /// Further paragraphs of the speaker before them, or what they say after a time stamp.
    Continuations,
    /// Titles, headings and front matter.
    Headers,
    /// Footnotes and endnotes.
    Notes,
    /// Comments in the margin.
    Comments,
    /// Chat records.
    Messages,
    /// Lines that the chat program wrote.
    Notices,
    /// Pictures, voice messages and files in place of words.
    Media,
    /// Messages that their writer removed.
    Deleted,
    /// Missed calls.
    Calls,
    /// Shared locations.
    Locations,
    /// Messages that their writer changed later. Like the four that follow, also counted as messages.
    Edited,
    /// Messages that answer another one.
    Replies,
    /// Messages that pass on somebody else's.
    Forwards,
    /// Messages to which others reacted with a sign.
    Reactions,
    /// Questions with answers to choose from.
    Polls,
    /// Rows of a table, its header not counted.
    Rows,
    /// Entries of a diary or dossier, open answers of a survey.
    Entries,
    /// Subtitles, or stretches of a speech recogniser, each with its times.
    Cues,
    /// Columns of a survey.
    Columns,
    /// Questionnaires that were filled in, beeps that were answered.
    Responses,
    /// Questionnaires and beeps without any answer.
    NonResponses,
}

/// A way in which the stored text differs from the file.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr, strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Change {
    /// The encoding was guessed; the example names it.
    EncodingGuessed,
    /// Bytes that are no text in the file's encoding became `\u{fffd}`; the examples are their lines.
    BytesUnreadable,
    /// Invisible characters (direction marks, soft hyphens, control characters) were taken out.
    InvisibleMarks,
    /// Letters and their accents were joined into one character (NFC).
    AccentsJoined,
    /// Something that looks like a label occurs once and was not taken as a speaker.
    LabelSeenOnce,
    /// A speaker's label in bold without the colon that all others have was not taken as a new turn.
    LabelDoubtful,
    /// Time stamps of the recording were taken out; they are the units' places in it.
    TimeStamps,
    /// Lines that look like a chat record were taken as part of a message.
    RecordsInsideMessages,
    /// The table has no line with column names; they were told from their content.
    HeaderMissing,
    /// Table rows were written as lines, with a tab between cells.
    TableRows,
    /// Footnotes and endnotes were put at the end, with `[1]` where they belong.
    NotesMoved,
    /// Text boxes were put after the paragraph that holds them.
    TextBoxes,
    /// Chat records that stood out of time order were put in order, to merge two exports.
    OutOfOrder,
    /// Messages that several exports of one chat have were stored once.
    SharedMessages,
    /// Tracked insertions were taken as text.
    Insertions,
    /// Subtitles were joined with the one before into a turn or paragraph.
    CuesJoined,
    /// Stretches in which two people speak were split between them.
    CuesSplit,
    /// Subtitles end before they begin; only their beginning was kept.
    CuesReversed,
    /// Subtitles begin before the one above them; the order of the file was kept.
    CuesOutOfOrder,
    /// Words broken at the end of a row were put together.
    HyphensMended,
    /// Ligatures such as `ﬁ` were written as letters.
    LigaturesSplit,
}

/// Something that is not in the stored text.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr, strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Loss {
    /// Comments in the margin, and marks such as highlights, without words.
    Comments,
    /// Text that a tracked change removed.
    Deletions,
    /// Text formatted as hidden.
    HiddenText,
    /// Pictures, charts and other objects.
    Pictures,
    /// Answers in the fields of a form.
    FormAnswers,
    /// Headers and footers of pages.
    PageHeaders,
    /// What a sheet for a session held before people wrote on it.
    SheetText,
    /// Characters of a symbol font without a known meaning.
    Symbols,
    /// Parts nested too deeply to be a real document.
    TooDeep,
    /// Messages without words.
    EmptyMessages,
    /// Messages that could not be read; the diagnostics name their lines.
    BrokenMessages,
    /// Other chats in the export of an account.
    OtherChats,
    /// Other files in an archive.
    Attachments,
    /// Rows with more or fewer cells than the header.
    BrokenRows,
    /// Rows without text.
    EmptyRows,
    /// Columns that are neither text, date, time nor writer.
    Columns,
    /// Sheets of a workbook other than the one that was read.
    Sheets,
    /// Rows above the header of a table, such as a title.
    TitleRows,
    /// Columns of a survey that tell who somebody is, or where.
    PersonalColumns,
    /// Columns of a survey that were not used.
    UnusedColumns,
    /// Cells that hold an error such as `#N/A` in place of a value.
    ErrorCells,
    /// Subtitles without times that can be read, or words without times.
    BrokenCues,
    /// Subtitles without words.
    EmptyCues,
    /// Subtitles that repeat the one before, as rolling captions do.
    RepeatedCues,
    /// Lines of a subtitle that were already in the one before.
    RepeatedLines,
    /// Notes and descriptions between subtitles.
    CueNotes,
    /// Blocks about the look of subtitles.
    CueStyles,
    /// Tags about the look or pace of words.
    CueTags,
}

/// How often each label speaks, while that is being counted: a table, for there may be thousands.
#[derive(Clone, Debug, Default)]
pub(crate) struct LabelCounts {
    by_label: IndexMap<String, LabelCount>,
}

impl LabelCounts {
    /// Returns the counts of a label, which are new when it has not spoken yet.
    pub(crate) fn of(&mut self, label: &str) -> &mut LabelCount {
        let idx = self.by_label.get_index_of(label).unwrap_or_else(|| {
            let new = LabelCount { label: label.to_owned(), n_units: 0, n_turns: 0 };
            self.by_label.insert_full(label.to_owned(), new).0
        });
        &mut self.by_label[idx]
    }

    /// Returns the counts, in order of first appearance.
    pub(crate) fn into_list(self) -> Vec<LabelCount> {
        self.by_label.into_values().collect()
    }
}

impl Tally {
    /// How many examples a tally keeps.
    pub const EXAMPLES: usize = 10;

    fn add(&mut self, n: usize, example: Option<String>) {
        self.n += n;
        if self.examples.len() < Self::EXAMPLES {
            self.examples.extend(example);
        }
    }

    fn absorb(&mut self, other: Self) {
        self.n += other.n;
        let n_free = Self::EXAMPLES.saturating_sub(self.examples.len());
        self.examples.extend(other.examples.into_iter().take(n_free));
    }
}

impl ImportReport {
    pub(crate) fn read(&mut self, what: Part, n: usize) {
        count(&mut self.read, what, n);
    }

    pub(crate) fn keep(&mut self, what: Part, n: usize) {
        count(&mut self.kept, what, n);
    }

    pub(crate) fn change(&mut self, what: Change, n: usize, example: Option<String>) {
        if n > 0 {
            self.changed.entry(what).or_default().add(n, example);
        }
    }

    /// Adds what happened to another file that became part of the same text.
    pub(crate) fn absorb(&mut self, other: Self) {
        other.read.into_iter().for_each(|(what, n)| self.read(what, n));
        other.kept.into_iter().for_each(|(what, n)| self.keep(what, n));
        for (what, tally) in other.changed {
            self.changed.entry(what).or_default().absorb(tally);
        }
        for (what, tally) in other.dropped {
            self.dropped.entry(what).or_default().absorb(tally);
        }
        self.exports.extend(other.exports);
    }

    pub(crate) fn lose(&mut self, what: Loss, n: usize, example: Option<String>) {
        if n > 0 {
            self.dropped.entry(what).or_default().add(n, example);
        }
    }
}

fn count(counts: &mut BTreeMap<Part, usize>, what: Part, n: usize) {
    if n > 0 {
        *counts.entry(what).or_default() += n;
    }
}
