//! QualCoder: the database `data.qda` of a project, of any version, and codebooks as plain text.
//!
//! Columns are looked for, whatever version the database says it has. Positions count code points of the text as it
//! stands in the database; each coding is compared with the words that QualCoder wrote down for it. Where a text holds
//! characters that count double in other units, those comparisons decide on the unit, because versions of QualCoder
//! differ. Moments have no time zone and are taken as if they were UTC. What is marked as important gets the weight 100.
//! When and by whom a code, category, source or case was made is not kept, except that its owner counts as a coder.

mod attributes;
mod cases;
mod codebook;
mod codes;
mod codings;
mod measured;
mod memos;
mod recordings;
mod sources;
#[cfg(test)]
mod tests;
mod timed;

pub(crate) use codebook::{is_codebook, read as read_codebook};

use super::people::People;
use super::sqlite::Database;
use super::{CodedOptions, CodedProject, Reason, Thing};
use crate::File;
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};
use measured::Measured;
use std::collections::BTreeMap;

/// The tables by which the database is known.
pub(crate) const TABLES: [&str; 3] = ["source", "code_name", "code_text"];

/// Reads a project.
pub(crate) fn read(file: &File, bytes: &[u8], options: &CodedOptions) -> Outcome<CodedProject> {
    let mut database =
        Database::open(bytes).map_err(|reason| file.fails(Problem::DatabaseInvalid { reason }))?;
    let mut reader = Reader::new(file, options);
    memos::read_project(&mut reader, &mut database);
    codes::read(&mut reader, &mut database);
    sources::read(&mut reader, &mut database);
    codings::read(&mut reader, &mut database)?;
    recordings::read(&mut reader, &mut database);
    cases::read(&mut reader, &mut database);
    attributes::read(&mut reader, &mut database);
    memos::read(&mut reader, &mut database);
    reader.leave_settings(&mut database);
    let mut project = reader.finish();
    database.report(file, &mut project);
    Ok(project)
}

/// A project being read.
struct Reader<'r> {
    file: &'r File<'r>,
    options: &'r CodedOptions,
    project: CodedProject,
    people: People,
    /// Codes by their numbers: position among the codes.
    codes: BTreeMap<i64, usize>,
    /// Sources by their numbers: position among the sources.
    sources: BTreeMap<i64, usize>,
    /// Cases by their numbers: position among the cases.
    cases: BTreeMap<i64, usize>,
    /// The texts of the sources, with their positions.
    texts: Vec<Option<Measured>>,
    /// Transcripts of recordings: number of the recording, position of the transcript among the sources.
    transcripts: BTreeMap<i64, usize>,
    /// Places in recordings that are coded in the transcript too, by their numbers.
    in_transcript: BTreeMap<i64, usize>,
}

impl<'r> Reader<'r> {
    fn new(file: &'r File<'r>, options: &'r CodedOptions) -> Self {
        let project = CodedProject { title: title_of(file.name), ..CodedProject::default() };
        let (people, codes, sources, cases, texts) = Default::default();
        let (transcripts, in_transcript) = Default::default();
        Self { file, options, project, people, codes, sources, cases, texts, transcripts, in_transcript }
    }

    /// Counts something that the file holds.
    fn claim(&mut self, thing: Thing) {
        self.project.reconciliation.claim(thing, 1);
    }

    /// Counts something that is understood.
    fn understand(&mut self, thing: Thing) {
        self.project.reconciliation.read(thing, 1);
    }

    /// Counts what QualCoder keeps beside the material.
    fn leave_settings(&mut self, database: &mut Database) {
        const TABLES: [&str; 13] = [
            "gr_cdct_text_item",
            "gr_case_text_item",
            "gr_file_text_item",
            "gr_free_text_item",
            "gr_cdct_line_item",
            "gr_free_line_item",
            "gr_pix_item",
            "gr_av_item",
            "gr_memo_item",
            "stored_sql",
            "files_filter",
            "manage_files_display",
            "audit_log",
        ];
        let mut graphs = Vec::new();
        database.scan(
            "graph",
            &["grid", "name", "description", "date", "scene_width", "scene_height"],
            |row| {
                graphs.push(row.text("name"));
            },
        );
        for name in graphs {
            self.claim(Thing::Graphs);
            self.project.reconciliation.lose(Thing::Graphs, name, Reason::NoPlaceInStudy, "");
        }
        for table in TABLES {
            let n = database.count(table);
            if n > 0 {
                self.claim(Thing::Settings);
                let detail = n.to_string();
                self.project.reconciliation.lose(Thing::Settings, table, Reason::NoPlaceInStudy, detail);
            }
        }
        database.scan("coder_names", &["name", "visibility"], |row| {
            self.people.find(&row.text("name"));
        });
    }

    /// Hands over what was read.
    fn finish(mut self) -> CodedProject {
        for (source, text) in self.project.sources.iter_mut().zip(self.texts) {
            let Some(text) = text else { continue };
            if text.is_unproven() {
                let problem = Problem::PositionsUnproven { source: source.name.clone() };
                self.project.diagnostics.push(Diagnostic::warning(self.file.place(None), problem));
            }
            source.text = Some(text.into_stored());
        }
        self.project.reconciliation.claim(Thing::Coders, self.people.len());
        self.project.reconciliation.read(Thing::Coders, self.people.len());
        self.project.coders = self.people.into_coders();
        self.project
    }
}

/// The project has the name of its folder: `studie.qda/data.qda` is called `studie`.
fn title_of(path: &str) -> String {
    let mut parts = path.rsplit(['/', '\\']).filter(|part| !part.is_empty());
    let file = parts.next().unwrap_or_default();
    let name = if file.eq_ignore_ascii_case("data.qda") { parts.next().unwrap_or_default() } else { file };
    name.strip_suffix(".qda").unwrap_or(name).to_owned()
}
