//! The standard's two schemas, as a table: which elements there are, what they may hold, and in which order.

use strum::{EnumIter, EnumString, IntoStaticStr};

/// An element, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, EnumString, IntoStaticStr, EnumIter)]
#[allow(missing_docs, reason = "the standard says what each means")]
pub(super) enum Kind {
    Project,
    Users,
    User,
    CodeBook,
    Codes,
    Code,
    Variables,
    Variable,
    Cases,
    Case,
    VariableValue,
    VariableRef,
    TextValue,
    BooleanValue,
    IntegerValue,
    FloatValue,
    DateValue,
    DateTimeValue,
    Sources,
    TextSource,
    PictureSource,
    #[strum(serialize = "PDFSource")]
    PdfSource,
    AudioSource,
    VideoSource,
    Representation,
    TextDescription,
    Transcript,
    SyncPoint,
    PlainTextSelection,
    #[strum(serialize = "PDFSelection")]
    PdfSelection,
    PictureSelection,
    AudioSelection,
    VideoSelection,
    TranscriptSelection,
    Coding,
    Notes,
    Note,
    Links,
    Link,
    Sets,
    Set,
    MemberCode,
    MemberSource,
    MemberNote,
    Graphs,
    Graph,
    Vertex,
    Edge,
    NoteRef,
    CodeRef,
    SourceRef,
    SelectionRef,
    Description,
    PlainTextContent,
    /// An element that the standard does not know, or one below such an element.
    #[strum(disabled)]
    Unknown,
}

use Kind::{
    AudioSelection, AudioSource, BooleanValue, Case, Cases, Code, CodeBook, CodeRef, Codes, Coding,
    DateTimeValue, DateValue, Description, Edge, FloatValue, Graph, Graphs, IntegerValue, Link, Links,
    MemberCode, MemberNote, MemberSource, Note, NoteRef, Notes, PdfSelection, PdfSource, PictureSelection,
    PictureSource, PlainTextContent, PlainTextSelection, Project, Representation, SelectionRef, Set, Sets,
    SourceRef, Sources, SyncPoint, TextDescription, TextSource, TextValue, Transcript, TranscriptSelection,
    Unknown, User, Users, Variable, VariableRef, VariableValue, Variables, Vertex, VideoSelection,
    VideoSource,
};

impl Kind {
    /// Returns the element's name.
    pub(super) fn name(self) -> &'static str {
        self.into()
    }
}

/// Which of the two schemas a file is to follow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standard {
    /// A project.
    Project,
    /// A codebook by itself.
    CodeBook,
}

/// What a value may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Type {
    Text,
    Guid,
    Colour,
    Boolean,
    Integer,
    Decimal,
    Date,
    Moment,
    OneOf(&'static [&'static str]),
}

/// An attribute: its name, its type, and whether it must be there.
pub(super) type Attribute = (&'static str, Type, bool);

/// How often an element may stand somewhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Often {
    One,
    Maybe,
    Any,
    Some,
}

/// One step in the order of an element's children: elements of these kinds, so often.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step(pub(super) &'static [Kind], Often);

impl Step {
    /// Returns whether there must be one.
    pub(super) fn is_required(self) -> bool {
        matches!(self.1, Often::One | Often::Some)
    }

    /// Returns whether there may be several.
    pub(super) fn is_many(self) -> bool {
        matches!(self.1, Often::Any | Often::Some)
    }
}

/// What an element may hold.
#[derive(Clone, Copy, Debug)]
pub(super) struct Rule {
    pub(super) attributes: &'static [Attribute],
    pub(super) children: &'static [Step],
    pub(super) text: Option<Type>,
}

const GUID: Attribute = ("guid", Type::Guid, true);
const NAME: Attribute = ("name", Type::Text, true);
const LABEL: Attribute = ("name", Type::Text, false);
const COLOUR: Attribute = ("color", Type::Colour, false);
const TARGET: Attribute = ("targetGUID", Type::Guid, true);
const DIRECTION: Attribute = ("direction", Type::OneOf(&["Associative", "OneWay", "Bidirectional"]), false);
const MADE: [Attribute; 4] = [
    ("creatingUser", Type::Guid, false),
    ("creationDateTime", Type::Moment, false),
    ("modifyingUser", Type::Guid, false),
    ("modifiedDateTime", Type::Moment, false),
];
const DESCRIPTION: Step = Step(&[Description], Often::Maybe);
const CODINGS: Step = Step(&[Coding], Often::Any);
const NOTES: Step = Step(&[NoteRef], Often::Any);
const VALUES: Step = Step(&[VariableValue], Often::Any);

const SIMPLE: Rule = Rule { attributes: &[], children: &[], text: None };
const REFERENCE: Rule = Rule { attributes: &[TARGET], ..SIMPLE };

/// A rule for an element that holds nothing but these.
const fn list(children: &'static [Step]) -> Rule {
    Rule { children, ..SIMPLE }
}

/// A rule for an element that holds nothing but a value.
const fn value(text: Type) -> Rule {
    Rule { text: Some(text), ..SIMPLE }
}

/// A rule for an element with these attributes and children.
const fn thing(attributes: &'static [Attribute], children: &'static [Step]) -> Rule {
    Rule { attributes, children, text: None }
}

const PROJECT: Rule = thing(
    &[
        NAME,
        ("origin", Type::Text, false),
        ("creatingUserGUID", Type::Guid, false),
        ("creationDateTime", Type::Moment, false),
        ("modifyingUserGUID", Type::Guid, false),
        ("modifiedDateTime", Type::Moment, false),
        ("basePath", Type::Text, false),
    ],
    &[
        Step(&[Users], Often::Maybe),
        Step(&[CodeBook], Often::Maybe),
        Step(&[Variables], Often::Maybe),
        Step(&[Cases], Often::Maybe),
        Step(&[Sources], Often::Maybe),
        Step(&[Notes], Often::Maybe),
        Step(&[Links], Often::Maybe),
        Step(&[Sets], Often::Maybe),
        Step(&[Graphs], Often::Maybe),
        DESCRIPTION,
        NOTES,
    ],
);
const CODE: [Attribute; 4] = [GUID, NAME, ("isCodable", Type::Boolean, true), COLOUR];
const VARIABLE_TYPES: &[&str] = &["Text", "Boolean", "Integer", "Float", "Date", "DateTime"];
const TEXT: [Attribute; 8] = [
    GUID,
    LABEL,
    ("richTextPath", Type::Text, false),
    ("plainTextPath", Type::Text, false),
    MADE[0],
    MADE[1],
    MADE[2],
    MADE[3],
];
const MEDIUM: [Attribute; 8] = [
    GUID,
    LABEL,
    ("path", Type::Text, false),
    ("currentPath", Type::Text, false),
    MADE[0],
    MADE[1],
    MADE[2],
    MADE[3],
];
const PLAIN_SELECTION: [Attribute; 8] = [
    GUID,
    LABEL,
    ("startPosition", Type::Integer, true),
    ("endPosition", Type::Integer, true),
    MADE[0],
    MADE[1],
    MADE[2],
    MADE[3],
];
const TIMED_SELECTION: [Attribute; 8] = [
    GUID,
    LABEL,
    ("begin", Type::Integer, true),
    ("end", Type::Integer, true),
    MADE[0],
    MADE[1],
    MADE[2],
    MADE[3],
];
const SYNCED_SELECTION: [Attribute; 8] = [
    GUID,
    LABEL,
    ("fromSyncPoint", Type::Guid, false),
    ("toSyncPoint", Type::Guid, false),
    MADE[0],
    MADE[1],
    MADE[2],
    MADE[3],
];
const PICTURE_SELECTION: [Attribute; 10] = [
    GUID,
    LABEL,
    ("firstX", Type::Integer, true),
    ("firstY", Type::Integer, true),
    ("secondX", Type::Integer, true),
    ("secondY", Type::Integer, true),
    MADE[0],
    MADE[1],
    MADE[2],
    MADE[3],
];
const PDF_SELECTION: [Attribute; 11] = [
    GUID,
    LABEL,
    ("page", Type::Integer, true),
    ("firstX", Type::Integer, true),
    ("firstY", Type::Integer, true),
    ("secondX", Type::Integer, true),
    ("secondY", Type::Integer, true),
    MADE[0],
    MADE[1],
    MADE[2],
    MADE[3],
];
const VERTEX: [Attribute; 9] = [
    GUID,
    ("representedGUID", Type::Guid, false),
    LABEL,
    ("firstX", Type::Integer, true),
    ("firstY", Type::Integer, true),
    ("secondX", Type::Integer, false),
    ("secondY", Type::Integer, false),
    (
        "shape",
        Type::OneOf(&[
            "Person",
            "Oval",
            "Rectangle",
            "RoundedRectangle",
            "Star",
            "LeftTriangle",
            "RightTriangle",
            "UpTriangle",
            "DownTriangle",
            "Note",
        ]),
        false,
    ),
    COLOUR,
];
const EDGE: [Attribute; 8] = [
    GUID,
    ("representedGUID", Type::Guid, false),
    LABEL,
    ("sourceVertex", Type::Guid, true),
    ("targetVertex", Type::Guid, true),
    COLOUR,
    DIRECTION,
    ("lineStyle", Type::OneOf(&["dotted", "dashed", "solid"]), false),
];
const SELECTION_PARTS: &[Step] = &[DESCRIPTION, CODINGS, NOTES];
const TEXT_PARTS: &[Step] = &[
    DESCRIPTION,
    Step(&[PlainTextContent], Often::Maybe),
    Step(&[PlainTextSelection], Often::Any),
    CODINGS,
    NOTES,
    VALUES,
];

/// Returns what the standard says of an element.
pub(super) fn rule(kind: Kind, standard: Standard) -> Rule {
    match (kind, standard) {
        (CodeBook, Standard::CodeBook) => thing(
            &[("origin", Type::Text, false)],
            &[Step(&[Codes], Often::One), Step(&[Sets], Often::Maybe)],
        ),
        (Code, Standard::CodeBook) => thing(&CODE, &[DESCRIPTION, Step(&[Code], Often::Any)]),
        (Set, Standard::CodeBook) => thing(&[GUID, NAME], &[DESCRIPTION, Step(&[MemberCode], Often::Any)]),
        (MemberCode, Standard::CodeBook) => Rule { attributes: &[GUID], ..SIMPLE },
        (Project, _) => PROJECT,
        (Users, _) => list(&[Step(&[User], Often::Some)]),
        (User, _) => thing(&[GUID, LABEL, ("id", Type::Text, false)], &[]),
        (CodeBook, _) => list(&[Step(&[Codes], Often::One)]),
        (Codes, _) => list(&[Step(&[Code], Often::Some)]),
        (Code, _) => thing(&CODE, &[DESCRIPTION, NOTES, Step(&[Code], Often::Any)]),
        (Variables, _) => list(&[Step(&[Variable], Often::Some)]),
        (Variable, _) => {
            thing(&[GUID, NAME, ("typeOfVariable", Type::OneOf(VARIABLE_TYPES), true)], &[DESCRIPTION])
        }
        (Cases, _) => list(&[Step(&[Case], Often::Some)]),
        (Case, _) => thing(
            &[GUID, LABEL],
            &[
                DESCRIPTION,
                Step(&[CodeRef], Often::Any),
                VALUES,
                Step(&[SourceRef], Often::Any),
                Step(&[SelectionRef], Often::Any),
            ],
        ),
        (VariableValue, _) => list(&[
            Step(&[VariableRef], Often::One),
            Step(
                &[TextValue, BooleanValue, IntegerValue, FloatValue, DateValue, DateTimeValue],
                Often::Maybe,
            ),
        ]),
        (Sources, _) => {
            list(&[Step(&[TextSource, PictureSource, PdfSource, AudioSource, VideoSource], Often::Some)])
        }
        (TextSource | Note | Representation | TextDescription, _) => thing(&TEXT, TEXT_PARTS),
        (PictureSource, _) => thing(
            &MEDIUM,
            &[
                DESCRIPTION,
                Step(&[TextDescription], Often::Maybe),
                Step(&[PictureSelection], Often::Any),
                CODINGS,
                NOTES,
                VALUES,
            ],
        ),
        (PdfSource, _) => thing(
            &MEDIUM,
            &[
                DESCRIPTION,
                Step(&[PdfSelection], Often::Any),
                Step(&[Representation], Often::Maybe),
                CODINGS,
                NOTES,
                VALUES,
            ],
        ),
        (AudioSource, _) => thing(
            &MEDIUM,
            &[
                DESCRIPTION,
                Step(&[Transcript], Often::Any),
                Step(&[AudioSelection], Often::Any),
                CODINGS,
                NOTES,
                VALUES,
            ],
        ),
        (VideoSource, _) => thing(
            &MEDIUM,
            &[
                DESCRIPTION,
                Step(&[Transcript], Often::Any),
                Step(&[VideoSelection], Often::Any),
                CODINGS,
                NOTES,
                VALUES,
            ],
        ),
        (Transcript, _) => thing(
            &TEXT,
            &[
                DESCRIPTION,
                Step(&[PlainTextContent], Often::Maybe),
                Step(&[SyncPoint], Often::Any),
                Step(&[TranscriptSelection], Often::Any),
                NOTES,
            ],
        ),
        (SyncPoint, _) => {
            thing(&[GUID, ("timeStamp", Type::Integer, false), ("position", Type::Integer, false)], &[])
        }
        (PlainTextSelection, _) => thing(&PLAIN_SELECTION, SELECTION_PARTS),
        (PictureSelection, _) => thing(&PICTURE_SELECTION, SELECTION_PARTS),
        (PdfSelection, _) => {
            thing(&PDF_SELECTION, &[DESCRIPTION, Step(&[Representation], Often::Maybe), CODINGS, NOTES])
        }
        (AudioSelection | VideoSelection, _) => thing(&TIMED_SELECTION, SELECTION_PARTS),
        (TranscriptSelection, _) => thing(&SYNCED_SELECTION, SELECTION_PARTS),
        (Coding, _) => thing(&[GUID, MADE[0], MADE[1]], &[Step(&[CodeRef], Often::One), NOTES]),
        (Notes, _) => list(&[Step(&[Note], Often::Some)]),
        (Links, _) => list(&[Step(&[Link], Often::Some)]),
        (Link, _) => thing(
            &[
                GUID,
                LABEL,
                DIRECTION,
                COLOUR,
                ("originGUID", Type::Guid, false),
                ("targetGUID", Type::Guid, false),
            ],
            &[NOTES],
        ),
        (Sets, _) => list(&[Step(&[Set], Often::Some)]),
        (Set, _) => thing(
            &[GUID, NAME],
            &[
                DESCRIPTION,
                Step(&[MemberCode], Often::Any),
                Step(&[MemberSource], Often::Any),
                Step(&[MemberNote], Often::Any),
            ],
        ),
        (Graphs, _) => list(&[Step(&[Graph], Often::Some)]),
        (Graph, _) => thing(&[GUID, LABEL], &[Step(&[Vertex], Often::Any), Step(&[Edge], Often::Any)]),
        (Vertex, _) => thing(&VERTEX, &[]),
        (Edge, _) => thing(&EDGE, &[]),
        (
            NoteRef | CodeRef | SourceRef | SelectionRef | VariableRef | MemberCode | MemberSource
            | MemberNote,
            _,
        ) => REFERENCE,
        (Description | PlainTextContent | TextValue, _) => value(Type::Text),
        (BooleanValue, _) => value(Type::Boolean),
        (IntegerValue, _) => value(Type::Integer),
        (FloatValue, _) => value(Type::Decimal),
        (DateValue, _) => value(Type::Date),
        (DateTimeValue, _) => value(Type::Moment),
        (Unknown, _) => SIMPLE,
    }
}
