//! What a project of another program holds, whichever program wrote it: before any of it has a place in a study.
//!
//! Things point at each other by their position in the lists of [`CodedProject`], because foreign names are neither unique
//! nor fit to be ids.

use super::Reconciliation;
use draad_core::{AttributeType, Diagnostic, Hint, Span, Unit, Valence};
use jiff::{Timestamp, civil::Date};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A project of another program, or a part of one: a codebook, a table of coded segments.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct CodedProject {
    /// The program that wrote it, as the file says; empty where it does not.
    pub origin: String,
    /// The reader and the choices it made, for example `refi-qda; project:1.0`.
    pub reading: String,
    /// What the project is called.
    pub title: String,
    /// Who coded.
    pub coders: Vec<ForeignCoder>,
    /// The codes; a parent may stand after its children.
    pub codes: Vec<ForeignCode>,
    /// What is recorded of cases and of sources.
    pub variables: Vec<Variable>,
    /// The cases.
    pub cases: Vec<ForeignCase>,
    /// The sources with their codings.
    pub sources: Vec<ForeignSource>,
    /// Memos, journals, annotations, comments.
    pub memos: Vec<ForeignMemo>,
    /// Sets of sources, codes and memos.
    pub groups: Vec<Group>,
    /// Tables that hold no codings, such as counts of codes per case: name without ending, and content as CSV.
    pub tables: BTreeMap<String, String>,
    /// Files of a study that the exchange format has no place for and that our own export added: path and content.
    pub supplement: BTreeMap<String, String>,
    /// What the file claims, what was read, and what became of it.
    pub reconciliation: Reconciliation,
    /// What the user should look at.
    pub diagnostics: Vec<Diagnostic>,
}

/// A person who coded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignCoder {
    /// The identifier in the file, where it has one.
    pub guid: Option<Uuid>,
    /// As the program names them.
    pub name: String,
    /// What our own export wrote down beside the format, as `key: value`: its own id, further columns.
    pub fields: BTreeMap<String, String>,
}

/// A code.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignCode {
    /// The identifier in the file, where it has one.
    pub guid: Option<Uuid>,
    /// Its name; other codes may have the same.
    pub name: String,
    /// The code it stands under: position in [`CodedProject::codes`].
    pub parent: Option<usize>,
    /// Whether something can be coded with it; else it is a heading.
    pub is_codable: bool,
    /// `#rrggbb`, or empty.
    pub colour: String,
    /// What it means.
    pub description: String,
    /// Columns of a codebook that our own export wrote down as `key: value`: valence, level, include, …
    pub fields: BTreeMap<String, String>,
}

/// Something recorded of each case or of each source.
#[derive(Clone, Debug, PartialEq)]
pub struct Variable {
    /// The identifier in the file, where it has one.
    pub guid: Option<Uuid>,
    /// Its name.
    pub name: String,
    /// What its values are.
    pub kind: AttributeType,
    /// What it means.
    pub description: String,
}

/// The value of a variable: its position in [`CodedProject::variables`], and the value as text (days as `2021-09-03`, yes
/// and no as `yes` and `no`, numbers with a point).
pub type Value = (usize, String);

/// A case.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignCase {
    /// The identifier in the file, where it has one.
    pub guid: Option<Uuid>,
    /// Its name; may be empty.
    pub name: String,
    /// What is written about it.
    pub description: String,
    /// What is recorded of it.
    pub values: Vec<Value>,
    /// Sources that belong to it altogether.
    pub sources: Vec<usize>,
    /// Parts of sources that belong to it.
    pub parts: Vec<(usize, Span)>,
    /// What our own export wrote down beside the format, as `key: value`: its own id, further columns.
    pub fields: BTreeMap<String, String>,
}

/// A source with what was coded in it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignSource {
    /// The identifier in the file, where it has one.
    pub guid: Option<Uuid>,
    /// Its name, perhaps with an ending such as `.docx`; other sources may have the same.
    pub name: String,
    /// The text as it will be stored (NFC, LF, no byte order mark); nothing when it is not in the file or not a text.
    pub text: Option<String>,
    /// Its units, sorted, not overlapping.
    pub units: Vec<Unit>,
    /// The day it was made, where the text states it clearly.
    pub date: Option<Date>,
    /// How the text and the positions in it were read, for example `utf-16; end exclusive; 187 of 188 at words`.
    pub reading: String,
    /// What is written about it.
    pub description: String,
    /// What is recorded of it.
    pub values: Vec<Value>,
    /// What was coded.
    pub codings: Vec<ForeignCoding>,
    /// What our own export wrote down beside the format, as `key: value`: its own id, further columns.
    pub fields: BTreeMap<String, String>,
}

/// A code on a place in a source.
#[derive(Clone, Debug, PartialEq)]
pub struct ForeignCoding {
    /// The identifier in the file, where it has one.
    pub guid: Option<Uuid>,
    /// Position in [`CodedProject::codes`].
    pub code: usize,
    /// Position in [`CodedProject::coders`]; nothing when the file does not say who coded.
    pub coder: Option<usize>,
    /// What was coded.
    pub place: Placement,
    /// The valence, where the file states one.
    pub valence: Option<Valence>,
    /// How strongly, 0 to 100.
    pub weight: Option<u8>,
    /// A remark of the coder.
    pub memo: String,
    /// When it was made.
    pub created: Option<Timestamp>,
    /// When it was last changed.
    pub modified: Option<Timestamp>,
    /// What our own export wrote down beside the format, as `key: value`: its own id, further columns.
    pub fields: BTreeMap<String, String>,
}

impl ForeignCoding {
    /// Makes a coding of which nothing more is known.
    pub fn new(code: usize, place: Placement) -> Self {
        let (guid, coder, valence, weight, memo, created, modified, fields) = Default::default();
        Self { guid, code, coder, place, valence, weight, memo, created, modified, fields }
    }
}

/// What a coding or memo covers.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Placement {
    /// The source as a whole.
    Source,
    /// A stretch of its stored text.
    Span(Span),
    /// These words, wherever they stand in it: the file has no positions, or no text.
    Words {
        /// The words; empty when there are none either.
        words: String,
        /// What the file says of where they stand.
        hint: Option<Hint>,
    },
}

impl Placement {
    /// Makes the place of words of which nothing more is known.
    pub fn words(words: impl Into<String>) -> Self {
        Self::Words { words: words.into(), hint: None }
    }
}

/// A text of a researcher.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ForeignMemo {
    /// The identifier in the file, where it has one.
    pub guid: Option<Uuid>,
    /// Its heading; may be empty.
    pub title: String,
    /// Its text.
    pub text: String,
    /// Who wrote it: position in [`CodedProject::coders`].
    pub author: Option<usize>,
    /// The day it was written.
    pub date: Option<Date>,
    /// What it is about; nothing means the project.
    pub about: Vec<MemoAbout>,
    /// What our own export wrote down beside the format, as `key: value`: its own id, further columns.
    pub fields: BTreeMap<String, String>,
}

/// What a memo is about, by positions in the lists of [`CodedProject`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MemoAbout {
    /// A case.
    Case(usize),
    /// A code.
    Code(usize),
    /// A place in a source.
    Source(usize, Placement),
    /// A coding: source, and position in its codings.
    Coding(usize, usize),
}

/// A set of things that somebody grouped. Of sources it may be a case, a value of a variable, or just a set: that is for
/// the researcher to say.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Group {
    /// The identifier in the file, where it has one.
    pub guid: Option<Uuid>,
    /// Its name.
    pub name: String,
    /// What is written about it.
    pub description: String,
    /// Its sources: positions in [`CodedProject::sources`].
    pub sources: Vec<usize>,
    /// Its codes: positions in [`CodedProject::codes`].
    pub codes: Vec<usize>,
    /// Its memos: positions in [`CodedProject::memos`].
    pub memos: Vec<usize>,
}
