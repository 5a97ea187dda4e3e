//! The reconciliation of an import: what the file claims to hold, what was read of it, and what became of each thing.

use serde::Serialize;
use std::collections::BTreeMap;

/// What a project is made of.
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
    strum::IntoStaticStr,
    strum::VariantNames,
    strum::EnumString,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Thing {
    /// Texts, documents, recordings, pictures.
    Sources,
    /// Codes, and the headings or categories among them.
    Codes,
    /// Codes on places.
    Codings,
    /// Marked places, with or without a code.
    Selections,
    /// People who coded or wrote.
    Coders,
    /// Cases.
    Cases,
    /// Parts of sources that belong to a case.
    CaseParts,
    /// Variables of cases and sources.
    Variables,
    /// Their values.
    Values,
    /// Memos, journals, annotations, comments.
    Memos,
    /// Sets and groups.
    Groups,
    /// Members of sets that were not marked.
    GroupMembers,
    /// What is written about cases, sources and sets.
    Descriptions,
    /// Transcripts of recordings.
    Transcripts,
    /// Places where a transcript and its recording meet.
    SyncPoints,
    /// Links between things.
    Links,
    /// Drawings of networks.
    Graphs,
    /// Marks that divide a text into sections.
    SectionBreaks,
    /// Identifiers of lines.
    LineIds,
    /// Views, filters, saved queries, accounts: what a program keeps beside the material.
    Settings,
    /// What stands in a text between its units: speaker labels, times, headings.
    TextBetweenUnits,
    /// Elements, tables or columns that no reader knows.
    Unknown,
    /// Tables and texts of a study that only this program reads, such as participants and findings.
    Records,
    /// Places where a file departs from the standard of its format.
    Deviations,
}

/// What became of a thing.
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
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Fate {
    /// It is in the study as it was in the file.
    Kept,
    /// It is in the study, but not just as it was in the file.
    Changed,
    /// It is not in the study.
    Dropped,
}

/// Why something is changed or dropped, or what else is to be said of it. The sentences stand in the catalogue of words
/// under `reason-` and the name in kebab case, with `detail` as their only field.
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
    strum::IntoStaticStr,
    strum::VariantNames,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Reason {
    /// It points at something that is not in the file; the detail is the identifier.
    PointsNowhere,
    /// The same code stood on the same place by the same coder more than once.
    SameTwice,
    /// It covers no characters; it became a memo at its place.
    NoCharacters,
    /// Its start stood after its end; they were exchanged.
    StartAfterEnd,
    /// It reaches past the end of the text.
    PastEnd,
    /// The file of its text is not there; the detail is its path.
    FileMissing,
    /// Its path leads outside the project file, and was not followed; the detail is the path.
    PathOutside,
    /// It is not a text: a picture, sound or film; the detail says which.
    NotAText,
    /// Its place is not in a text, but in a recording, a picture or on a page; the detail says where.
    PlaceOutsideText,
    /// No reader knows it; the detail is its name and number.
    NotKnown,
    /// It deviates from the standard; the detail says how.
    AgainstStandard,
    /// The study has no place for it; the detail says how many, or what it would be called.
    NoPlaceInStudy,
    /// The format has no place for it.
    NoPlaceInFormat,
    /// The format has no places inside a line: it covers all words of its lines; the detail is their numbers.
    WidenedToLines,
    /// The format has no codings of several lines: it stands at each of them; the detail is their numbers.
    SplitIntoLines,
    /// There are no words where it stands; the detail is the line, or its identifier.
    LineWithoutWords,
    /// A line belongs to one case in this format; the detail is the cases.
    OneCasePerLine,
    /// It is what the file says of its lines beside codes and cases; it became a code below a heading, on these lines.
    ClassAsCode,
    /// A value beside a code became the remark of its coding; the detail is the value.
    ValueAsRemark,
    /// A relation between codes became the remark of a coding; the detail is the relation.
    RelationAsRemark,
    /// A comment in the file became a memo at the line that follows it; the detail is its line.
    CommentAsMemo,
    /// It divides the text without being text; an empty line stands in its place.
    EmptyLineInstead,
    /// It carries no letters and is no text; the detail is its line.
    OnlyOrnament,
    /// Several files hold the same text as several people coded it; they became one source; the detail is their names.
    SourcesJoined,
    /// Its code stands below several others; it is kept apart from those; the detail is the code.
    ParentUnclear,
    /// A mark without the one that opens or closes its passage; it stays text; the detail is its line.
    MarkWithoutOther,
    /// Identifiers of lines are not kept; an export makes new ones.
    LineIdsNotKept,
    /// The words that the file has for it do not stand at its position: they are looked for; the detail is the source.
    WordsElsewhere,
    /// A place was marked without a code; it became a memo there; the detail is the words.
    WithoutCode,
    /// The codes above it led back to it: it stands at the top now; the detail is the code below which it stood.
    InCircle,
    /// A category and a code of the same name, one in the other or side by side, became one code.
    MergedWithCategory,
    /// It was marked as important; it got the weight 100.
    ImportanceAsWeight,
    /// It was coded in a recording; the time stamps of the transcript say where its words stand; the detail is the time.
    PlacedByTime,
    /// It is coded in the transcript of the recording too, and kept there; the detail is the transcript.
    InTranscript,
    /// Not all its values are numbers, so that it holds texts; the detail is one of them.
    NotAllNumbers,
    /// Its place is not in the text; it is about the source as a whole now; the detail is the source.
    AboutWholeSource,
    /// It is about people who use the program, and is left alone; the detail is how many there are.
    PersonalData,
    /// It comes back only into a study that holds nothing yet.
    OnlyIntoEmptyStudy,
    /// On the way out: it stands in a note, which other programs show as a memo.
    InNote,
    /// On the way out: it stands in the description, for people.
    InDescription,
    /// On the way out: it goes along as a file that only this program reads.
    InSupplement,
    /// On the way out: it may name people, and stays out.
    LeftOutAsPersonal,
    /// On the way out: a column of which the settings say that it may not leave the study.
    Withheld,
    /// On the way out: nobody outside the research may read it.
    Closed,
    /// On the way out: it holds characters that XML cannot carry; the detail is how many were replaced.
    CharactersReplaced,
    /// On the way out: it holds characters that some programs count as two in positions; the detail is how many.
    CountedTwice,
    /// On the way out: known to be unknown looks like not filled in.
    UnknownAsEmpty,
    /// On the way out: only the name in the language of the study goes along.
    OneLanguage,
    /// It stands in the text of the source and in no table; the detail is how many characters.
    OnlyInTexts,
    /// A cell of a workbook has no room for all of the text; the detail is in how many cells.
    CellTooLong,
    /// A sheet of a workbook has no room for all rows; the detail is how many were left out.
    TooManyRows,
    /// On the way out: it is counted and not there itself; the detail is how many there are.
    OnlyCounted,
    /// It is in another sheet of the workbook.
    OtherSheet,
    /// It stands above the header of the table.
    AboveHeader,
    /// A cell holds an error in place of a value.
    ErrorInCell,
    /// A row does not fit the columns, or what it must hold is missing; the name is its line.
    RowBroken,
    /// A value cannot be read; the detail is the value.
    ValueUnreadable,
    /// The codes in a cell cannot be told apart; the detail is the line.
    CodesNotToldApart,
    /// Nothing is coded there, and nobody wrote about it.
    NothingCoded,
    /// These are counts without the passages that were counted; the detail is the table in which they are kept.
    CountsOnly,
    /// A source is about several cases, and which part belongs to which is not in the table; the detail is the source.
    CaseWithoutPart,
    /// The map leaves it out.
    LeftOut,
    /// What it belongs to is not in the study; the detail is that.
    OwnerDropped,
    /// Its name is taken by something else; the detail is the name that it got.
    NameTaken,
    /// It has no name.
    WithoutName,
    /// Of a mail address only the name was taken.
    AddressShortened,
    /// It is one with another; the detail is the name of both in the study.
    MergedInto,
    /// The study has it otherwise and keeps its own; the detail says what differs.
    StudyKeepsItsOwn,
    /// It stands there already, and that one lacked something it says; the detail is the code, and what was added.
    AddedToCoding,
    /// The study has another text under its identifier, and keeps both; the detail is the memo with the new one.
    FurtherMemo,
    /// The codes above it stand in a circle; it stands at the top.
    TreeInCircle,
    /// It was a heading, but something is coded with it; it became a theme.
    HeadingCoded,
    /// It states a valence, but its code has none; the detail is the code.
    ValenceOfTheme,
    /// Its value is not of the attribute's type; the detail is the value.
    NotOfType,
    /// It became a column of the sources; the detail is the column.
    ColumnOfSources,
    /// It became a case; the detail is the case.
    BecameCase,
    /// It became an attribute of cases; the detail is the attribute.
    BecameAttribute,
    /// It has no members.
    GroupEmpty,
    /// It holds only memos; the detail says how many.
    GroupOfMemos,
    /// It has neither title nor text.
    Empty,
    /// Some of what it is about is not in the study; the detail says how much.
    LessAbout,
    /// The project has no text of it; the detail is the file where its codings wait.
    NoText,
    /// The study has no source of this name, and the table brings no text.
    DocumentUnknown,
    /// Its words are not in the text; the detail is the words.
    WordsNotFound,
    /// Its words were cut off in the file; only what is left of them is coded; the detail is that.
    WordsCutOff,
    /// Its words stand in several places; the detail is how many, and the words.
    WordsInSeveralPlaces,
    /// It deviates from the standard: the attribute in the detail does not belong to it.
    AttributeNotInStandard,
    /// It deviates from the standard: it lacks the attribute in the detail.
    AttributeMissing,
    /// It deviates from the standard: the part in the detail stands where it may not.
    OutOfOrder,
    /// It deviates from the standard: it lacks the part in the detail.
    PartMissing,
    /// It deviates from the standard: it holds text, where none belongs.
    TextNotInStandard,
    /// Others have the same identifier, which is the detail.
    SameIdentifier,
    /// It is coded itself; it is a memo and a source.
    MemoIsCoded,
    /// One of its ends stood inside a character; the whole of it was taken.
    InsideCharacter,
    /// Its text was taken from a document with formatting; the detail is the path.
    TextFromDocument,
    /// It stands for a case of the same name.
    RepeatsCase,
}

/// One thing by name, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// What it is.
    pub thing: Thing,
    /// Its name in the file.
    pub name: String,
    /// What became of it.
    pub fate: Fate,
    /// Why, where it was not simply kept.
    pub reason: Option<Reason>,
    /// What the sentence about the reason needs; or, for what was kept, its id in the study.
    pub detail: String,
    /// How many there are of this name with this fate.
    pub n: usize,
}

impl Entry {
    /// Returns whether two entries say the same, of however many.
    fn is_like(&self, other: &Self) -> bool {
        let rest = |entry: &Self| (entry.thing, entry.fate, entry.reason);
        rest(self) == rest(other) && self.name == other.name && self.detail == other.detail
    }
}

/// What a file claims, what was read, and what became of it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Reconciliation {
    /// How many the file says there are, or holds by a count that does not depend on the reader.
    pub claimed: BTreeMap<Thing, usize>,
    /// How many were understood.
    pub read: BTreeMap<Thing, usize>,
    /// What became of them, by name.
    pub entries: Vec<Entry>,
}

impl Reconciliation {
    /// Counts things that the file holds.
    pub fn claim(&mut self, thing: Thing, n: usize) {
        *self.claimed.entry(thing).or_default() += n;
    }

    /// Counts things that were understood.
    pub fn read(&mut self, thing: Thing, n: usize) {
        *self.read.entry(thing).or_default() += n;
    }

    /// Writes down that a thing is in the study, but not just as it was in the file.
    pub fn change(
        &mut self,
        thing: Thing,
        name: impl Into<String>,
        reason: Reason,
        detail: impl Into<String>,
    ) {
        self.add(thing, name.into(), Fate::Changed, Some(reason), detail.into());
    }

    /// Writes down that a thing is not in the study.
    pub fn lose(&mut self, thing: Thing, name: impl Into<String>, reason: Reason, detail: impl Into<String>) {
        self.add(thing, name.into(), Fate::Dropped, Some(reason), detail.into());
    }

    /// Writes down that `n` things of a name are not in the study.
    pub fn lose_many(
        &mut self,
        thing: Thing,
        name: impl Into<String>,
        reason: Reason,
        detail: impl Into<String>,
        n: usize,
    ) {
        if n > 0 {
            let (name, detail) = (name.into(), detail.into());
            self.entries.push(Entry { thing, name, fate: Fate::Dropped, reason: Some(reason), detail, n });
        }
    }

    /// Writes down that a thing is in the study under this id.
    pub fn keep(&mut self, thing: Thing, name: impl Into<String>, id: impl Into<String>) {
        self.add(thing, name.into(), Fate::Kept, None, id.into());
    }

    /// Writes down what became of so many things that are alike.
    pub fn add_many(
        &mut self,
        n: usize,
        thing: Thing,
        name: impl Into<String>,
        fate: Fate,
        reason: Reason,
        detail: impl Into<String>,
    ) {
        let (name, detail) = (name.into(), detail.into());
        self.entries.push(Entry { thing, name, fate, reason: Some(reason), detail, n });
    }

    /// Adds an entry; one that is the same as the last only counts up.
    fn add(&mut self, thing: Thing, name: String, fate: Fate, reason: Option<Reason>, detail: String) {
        let new = Entry { thing, name, fate, reason, detail, n: 1 };
        match self.entries.last_mut() {
            Some(last) if last.is_like(&new) => last.n += 1,
            _ => self.entries.push(new),
        }
    }

    /// Returns how many things of a kind had this fate.
    pub fn n(&self, thing: Thing, fate: Fate) -> usize {
        let same = self.entries.iter().filter(|entry| entry.thing == thing && entry.fate == fate);
        same.map(|entry| entry.n).sum()
    }
}
