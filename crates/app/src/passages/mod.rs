//! The passages behind a cell.

mod address;

use crate::Project;
use crate::tables::{Codes, Found};
use draad_analysis::table::{Column, ColumnKind, Table, Value};
use draad_analysis::{Options, Passage, Said, passages_at, passages_behind_all};
use draad_core::diagnostic::Outcome;
use draad_core::facts::Facts;
use draad_core::{ByteOffset, CharSpan, Coding, PhaseId, RoleId, Source, SourceId};
use std::collections::BTreeMap;

/// A passage with what a front end shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The passage.
    pub passage: Passage,
    /// Id of the kind of source.
    pub kind: String,
    /// Name of the speaker's role; empty where nobody knows.
    pub role: String,
    /// Name of the phase; empty where nobody knows.
    pub phase: String,
    /// Pseudonym or label of the speaker; empty where nobody knows.
    pub speaker: String,
    /// Line in the stored text, counted from 1; nothing for a coding of the whole source.
    pub line: Option<u32>,
    /// Name of the factor.
    pub factor: String,
    /// Coders, each once.
    pub coders: Vec<String>,
    /// Remarks of the coders, with their names.
    pub memos: Vec<String>,
}

/// A place in the material as people read it.
#[derive(Clone, Debug, PartialEq)]
pub struct PlaceNames {
    /// Id of the kind of source.
    pub kind: String,
    /// Name of the speaker's role; empty where nobody knows.
    pub role: String,
    /// Name of the phase; empty where nobody knows.
    pub phase: String,
    /// Pseudonym or label of the speaker; empty where nobody knows.
    pub speaker: String,
    /// Line in the stored text, counted from 1; nothing for a source as a whole.
    pub line: Option<u32>,
}

/// What is said at a place, with what a front end shows of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted {
    /// What is said.
    pub said: Said,
    /// Names in place of ids.
    pub place: PlaceNames,
}

/// The passages behind a cell.
#[derive(Clone, Debug, PartialEq)]
pub struct CellEvidence {
    /// What the cell is, as people read it: `p01 · trust · role parent`.
    pub title: String,
    /// Whether the passages are of several factors.
    pub says_factor: bool,
    /// Its passages, in the order of factors, cases, sources and positions; for two factors in the order of places.
    pub passages: Vec<Shown>,
}

impl CellEvidence {
    /// Returns the passages as a plain table, with ids as the study's files have them; positions are code points in the
    /// stored text.
    pub fn table(&self) -> Table {
        plain(&self.passages)
    }
}

/// Returns every passage of every case and code as a plain table, by factor, then case, then place: each number of the tables
/// is as many of its rows, one below the other. `facts` were collected with the filter of `options`.
pub(crate) fn every(project: &Project, facts: &Facts, options: &Options) -> Table {
    let passages = passages_behind_all(project.study(), &options.filter, facts, options.unfolded);
    let mut showing = Showing::new(project);
    let shown: Vec<Shown> = passages.into_iter().map(|passage| showing.show(passage)).collect();
    plain(&shown)
}

fn plain(passages: &[Shown]) -> Table {
    let names = ["case", "factor", "source", "kind", "start", "end", "line"];
    let original = ["page", "recording_start"];
    let further = ["valence", "speaker", "role", "phase", "date", "coders", "text", "memos"];
    let kind = |name: &&str| {
        if ["start", "end", "line", "page"].contains(name) { ColumnKind::Integer } else { ColumnKind::Text }
    };
    let columns = names
        .iter()
        .chain(&original)
        .chain(&further)
        .map(|name| Column { name: (*name).to_owned(), kind: kind(name) });
    let text = |text: &String| Value::words(text);
    let row = |shown: &Shown| {
        let passage = &shown.passage;
        vec![
            Value::text(&passage.case),
            Value::text(&passage.factor),
            Value::text(&passage.source),
            text(&shown.kind),
            passage.chars.map(|chars| chars.start.0).into(),
            passage.chars.map(|chars| chars.end.0).into(),
            shown.line.into(),
            passage.original.page.into(),
            passage.original.recording_start.map(|moment| moment.to_string()).into(),
            Value::list(passage.valences.iter().map(|valence| <&str>::from(*valence))),
            text(&shown.speaker),
            passage.role.as_ref().map(ToString::to_string).into(),
            passage.phase.as_ref().map(ToString::to_string).into(),
            passage.date.clone().into(),
            Value::list(&shown.coders),
            text(&passage.text),
            Value::list(&shown.memos),
        ]
    };
    Table { name: "passages", columns: columns.collect(), rows: passages.iter().map(row).collect() }
}

/// Returns the passages behind a cell of a table, written as a case, one or two codes, and values such as `role=parent`, with commas
/// between them. A code has the codings that it has in the table.
///
/// # Errors
/// When the cell names something that the study does not have.
pub fn behind(project: &Project, cell: &str, found: &Found) -> Outcome<CellEvidence> {
    let (study, request) = (project.study(), &found.request);
    let (address, title) = address::read(project, cell, request)?;
    let facts = Facts::new(study, &request.filter);
    let unfolded = found.codes() == Codes::Own;
    let passages = passages_at(study, &request.filter, &facts, &address, unfolded)?;
    let mut showing = Showing::new(project);
    let passages = passages.into_iter().map(|passage| showing.show(passage)).collect();
    Ok(CellEvidence { title, says_factor: address.factors.len() != 1, passages })
}

/// Shows passages; what many of them need of a source is worked out once.
pub(crate) struct Showing<'p> {
    project: &'p Project,
    /// Per source the positions of its line ends, in bytes.
    line_ends: BTreeMap<&'p SourceId, Vec<u32>>,
    /// What a speaker label in a source is called.
    speakers: BTreeMap<(&'p SourceId, String), String>,
}

impl<'p> Showing<'p> {
    pub(crate) fn new(project: &'p Project) -> Self {
        Self { project, line_ends: BTreeMap::new(), speakers: BTreeMap::new() }
    }

    /// Returns a passage with what a front end shows of it.
    pub(crate) fn show(&mut self, passage: Passage) -> Shown {
        let study = self.project.study();
        let language = self.project.words.language;
        let place = self.place(
            &passage.source,
            passage.chars,
            passage.speaker.as_deref(),
            passage.role.as_ref(),
            passage.phase.as_ref(),
        );
        let codings: Vec<&Coding> =
            passage.codings.iter().filter_map(|&idx| study.codings.get(idx)).collect();
        let mut coders: Vec<String> = codings.iter().map(|coding| coding.coder.to_string()).collect();
        coders.sort();
        coders.dedup();
        let memos = codings.iter().filter(|coding| !coding.memo.is_empty());
        let factor = study.codebook.get(&passage.factor);
        Shown {
            factor: factor.map_or_else(String::new, |code| code.name.or(language, &code.id)),
            kind: place.kind,
            role: place.role,
            phase: place.phase,
            speaker: place.speaker,
            line: place.line,
            coders,
            memos: memos.map(|coding| format!("{}: {}", coding.coder, coding.memo)).collect(),
            passage,
        }
    }

    /// Returns what is said at a place with what a front end shows of it.
    pub(crate) fn quote(&mut self, said: Said) -> Quoted {
        let (speaker, role, phase) = (said.speaker.as_deref(), said.role.as_ref(), said.phase.as_ref());
        Quoted { place: self.place(&said.source, said.chars, speaker, role, phase), said }
    }

    /// Returns names in place of ids.
    fn place(
        &mut self,
        source: &SourceId,
        chars: Option<CharSpan>,
        speaker: Option<&str>,
        role: Option<&RoleId>,
        phase: Option<&PhaseId>,
    ) -> PlaceNames {
        let (settings, language) = (&self.project.study().settings, self.project.words.language);
        let source = self.project.study().sources.get(source);
        let named = |found: Option<String>| found.unwrap_or_default();
        let phase = phase.and_then(|id| settings.phases.iter().find(|phase| phase.id == *id));
        let start =
            source.zip(chars).and_then(|(source, chars)| Some((source, source.text.byte_at(chars.start)?)));
        PlaceNames {
            kind: named(source.map(|source| source.kind.to_string())),
            role: named(role.and_then(|id| settings.role(id)).map(|role| role.name(language))),
            phase: named(phase.map(|phase| phase.name(language))),
            speaker: named(source.zip(speaker).map(|(source, label)| self.speaker(source, label))),
            line: start.map(|(source, start)| self.line(source, start)),
        }
    }

    fn speaker(&mut self, source: &'p Source, label: &str) -> String {
        let called = || self.project.study().speaker_name(label, source);
        self.speakers.entry((&source.id, label.to_owned())).or_insert_with(called).clone()
    }

    /// The line of a position, counted from 1.
    fn line(&mut self, source: &'p Source, position: ByteOffset) -> u32 {
        let ends = self.line_ends.entry(&source.id).or_insert_with(|| {
            source.text.as_str().match_indices('\n').map(|(place, _)| place as u32).collect()
        });
        1 + ends.partition_point(|&end| end < position.0) as u32
    }
}
