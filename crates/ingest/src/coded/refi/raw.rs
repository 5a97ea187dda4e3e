//! What a file says, before anything points at anything: identifiers are not looked up yet, positions not yet read.

use super::deviations::Deviations;
use super::schema::Kind;
use std::collections::BTreeMap;
use uuid::Uuid;

/// A project or codebook as it stands in the file.
#[derive(Default)]
pub(super) struct RawProject {
    pub(super) name: String,
    pub(super) origin: String,
    /// Namespace of the outermost element; empty where it has none.
    pub(super) namespace: String,
    pub(super) description: String,
    pub(super) notes: Vec<Uuid>,
    pub(super) users: Vec<RawUser>,
    pub(super) codes: Vec<RawCode>,
    pub(super) variables: Vec<RawVariable>,
    pub(super) cases: Vec<RawCase>,
    pub(super) sources: Vec<RawSource>,
    pub(super) memos: Vec<RawSource>,
    pub(super) links: Vec<RawLink>,
    pub(super) sets: Vec<RawSet>,
    pub(super) graphs: Vec<RawGraph>,
    pub(super) deviations: Deviations,
    /// Elements that are not known, or not where they stand.
    pub(super) unknown: Deviations,
    /// How many elements of each kind there are, wherever they stand.
    pub(super) counted: BTreeMap<Kind, usize>,
    /// How many of them stand where they can be understood.
    pub(super) understood: BTreeMap<Kind, usize>,
}

#[derive(Default)]
pub(super) struct RawUser {
    pub(super) guid: Option<Uuid>,
    pub(super) name: String,
    pub(super) id: String,
}

#[derive(Default)]
pub(super) struct RawCode {
    pub(super) guid: Option<Uuid>,
    pub(super) name: String,
    pub(super) parent: Option<usize>,
    pub(super) is_codable: bool,
    pub(super) colour: String,
    pub(super) description: String,
    pub(super) notes: Vec<Uuid>,
}

#[derive(Default)]
pub(super) struct RawVariable {
    pub(super) guid: Option<Uuid>,
    pub(super) name: String,
    pub(super) kind: String,
    pub(super) description: String,
}

/// The value of a variable: which, and its elements with their texts (the standard allows one).
#[derive(Default)]
pub(super) struct RawValue {
    pub(super) variable: Option<Uuid>,
    pub(super) values: Vec<(Kind, String)>,
}

#[derive(Default)]
pub(super) struct RawCase {
    pub(super) guid: Option<Uuid>,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) codes: Vec<Uuid>,
    pub(super) values: Vec<RawValue>,
    pub(super) sources: Vec<Uuid>,
    pub(super) selections: Vec<Uuid>,
    pub(super) notes: Vec<Uuid>,
}

/// A source, or what is built like one: a note, a transcript, a text that stands for a medium.
#[derive(Default)]
pub(super) struct RawSource {
    pub(super) kind: Option<Kind>,
    pub(super) guid: Option<Uuid>,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) plain_path: String,
    pub(super) rich_path: String,
    /// Paths of a medium: the file, and where it was on somebody's machine.
    pub(super) paths: Vec<String>,
    pub(super) inline: Option<String>,
    pub(super) creator: Option<Uuid>,
    pub(super) created: String,
    pub(super) selections: Vec<RawSelection>,
    pub(super) codings: Vec<RawCoding>,
    pub(super) notes: Vec<Uuid>,
    pub(super) values: Vec<RawValue>,
    /// Transcripts of a recording; the text that stands for a PDF or picture.
    pub(super) texts: Vec<RawSource>,
    pub(super) sync_points: Vec<RawSyncPoint>,
}

#[derive(Clone, Copy)]
pub(super) struct RawSyncPoint {
    pub(super) guid: Option<Uuid>,
    pub(super) time: Option<u64>,
    pub(super) position: Option<u64>,
}

/// A selection of any kind.
#[derive(Default)]
pub(super) struct RawSelection {
    pub(super) kind: Option<Kind>,
    pub(super) guid: Option<Uuid>,
    pub(super) name: String,
    pub(super) description: String,
    /// Positions in a text or times in a recording, as written.
    pub(super) bounds: [Option<i64>; 2],
    /// Synchronisation points.
    pub(super) syncs: [Option<Uuid>; 2],
    /// Page and corners, as written.
    pub(super) rectangle: String,
    /// The words that stand for a rectangle of a PDF.
    pub(super) words: Option<String>,
    pub(super) creator: Option<Uuid>,
    pub(super) created: String,
    pub(super) codings: Vec<RawCoding>,
    pub(super) notes: Vec<Uuid>,
}

#[derive(Default)]
pub(super) struct RawCoding {
    pub(super) guid: Option<Uuid>,
    pub(super) codes: Vec<Uuid>,
    pub(super) creator: Option<Uuid>,
    pub(super) created: String,
    pub(super) notes: Vec<Uuid>,
}

#[derive(Default)]
pub(super) struct RawLink {
    pub(super) guid: Option<Uuid>,
    pub(super) name: String,
    pub(super) direction: String,
    pub(super) ends: [Option<Uuid>; 2],
    pub(super) notes: Vec<Uuid>,
}

#[derive(Default)]
pub(super) struct RawSet {
    pub(super) guid: Option<Uuid>,
    pub(super) name: String,
    pub(super) description: String,
    pub(super) codes: Vec<Uuid>,
    pub(super) sources: Vec<Uuid>,
    pub(super) notes: Vec<Uuid>,
}

#[derive(Default)]
pub(super) struct RawGraph {
    pub(super) name: String,
    pub(super) n_vertices: usize,
    pub(super) n_edges: usize,
}
