//! A study as a project or codebook of REFI-QDA, in the form that the most readers accept.
//!
//! Children stand in the order of the schema and no container is empty. Every source is one text file named by its GUID
//! (UTF-8 without byte order mark, LF), positions count code points with an exclusive end, and a selection is called by its
//! words. Cases are there twice: as cases with variables, and as sets. What has no element stands in notes that our own
//! reader understands ([`super::extras`]). Where a source came from stays out: file names often name people.

mod archive;
mod cases;
mod codes;
mod guids;
mod losses;
mod notes;
mod outline;
mod plan;
mod project;
mod qdc;
mod sources;
#[cfg(test)]
mod tests;
mod xml;

use super::supplement;
use crate::coded::{Reason, Reconciliation, Thing};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Place, Problem, Study};
use guids::Guids;
use losses::Losses;
use notes::Notes;
use plan::Plan;
use project::Project;
use std::collections::BTreeMap;
use uuid::Uuid;
use xml::Xml;

/// The program that wrote the file.
const ORIGIN: &str = concat!("Rode Draad ", env!("CARGO_PKG_VERSION"));
const SCHEMA_INSTANCE: &str = "http://www.w3.org/2001/XMLSchema-instance";
/// What makes a study folder: kinds of record that the format does not know, by the start of their paths.
const RECORDS: [&str; 16] = [
    "participants.csv",
    "phases.csv",
    "events.csv",
    "scores.csv",
    "feedback.csv",
    "conditions.toml",
    "memberships.csv",
    "references.bib",
    "queries.toml",
    "tables.toml",
    "route.toml",
    "design.toml",
    "findings/",
    "proposals/",
    "adjudication/",
    "units/",
];

/// How many sources a warning names.
const SHOWN: usize = 5;

/// What goes into the file besides the study itself.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WriteOptions {
    /// Identifiers that were kept from an import, by reference: `code trust`, `case p03`, `source p03`, `coder anna`,
    /// `attribute outcome`, `memo m1`, `coding anna p03 1f3a`. Those of selections are not kept: every export derives them
    /// anew from source and place.
    pub guids: BTreeMap<String, Uuid>,
    /// Files of the study that the format has no place for, such as `participants.csv`: path and content. Our own reader
    /// gives them back.
    pub supplement: Vec<(String, Vec<u8>)>,
}

/// A file for other programs.
#[derive(Clone, Debug, PartialEq)]
pub struct Written {
    /// Its bytes: always the same for the same study.
    pub bytes: Vec<u8>,
    /// What other programs will not see, or see otherwise.
    pub reconciliation: Reconciliation,
    /// What the user should look at.
    pub diagnostics: Vec<Diagnostic>,
}

/// Writes a study as a project (`.qdpx`).
///
/// # Errors
/// `CannotWrite` when the project is too large for an archive.
pub fn write_qdpx(study: &Study, options: &WriteOptions) -> Outcome<Written> {
    let mut losses = Losses::default();
    let mut guids = Guids::new(&study.settings.id, &options.guids);
    let plan = Plan::of(study, &mut guids, &mut losses);
    let files = readable(&options.supplement, &mut losses);
    count_records(study, &files, &mut losses);
    let supplement = (!files.is_empty()).then(|| guids.of("note draad study"));
    let mut supplement_text = Vec::new();
    supplement::write(&mut supplement_text, &files).map_err(|reason| cannot_write(&reason))?;

    let text = |plan: &plan::SourcePlan<'_>| file_name(plan.guid);
    let mut texts: Vec<(String, &[u8])> =
        plan.sources.iter().map(|one| (text(one), one.source.text.as_str().as_bytes())).collect();
    texts.extend(supplement.map(|guid| (file_name(guid), supplement_text.as_slice())));
    let outline = outline::outline(&study.codebook);
    let written = archive::archive(
        |out| {
            let (xml, notes) = (Xml::new(out)?, Notes::new(guids));
            let project = Project { plan: &plan, outline: &outline, xml, notes, losses: &mut losses };
            project.write(supplement)
        },
        &texts,
    );
    let (bytes, replaced) = written.map_err(|reason| cannot_write(&reason))?;
    losses.add_replaced(replaced);
    let diagnostics = counted_twice(study, &mut losses).into_iter().collect();
    Ok(Written { bytes, reconciliation: losses.into_reconciliation(), diagnostics })
}

/// Writes the codebook of a study (`.qdc`).
///
/// # Errors
/// `CodebookEmpty` when there are no codes: a codebook without any is not valid.
pub fn write_qdc(study: &Study, options: &WriteOptions) -> Outcome<Written> {
    if study.codebook.codes.is_empty() {
        return Err(Box::new(Diagnostic::error(Place::file("codebook.csv"), Problem::CodebookEmpty)));
    }
    let mut losses = Losses::default();
    let mut guids = Guids::new(&study.settings.id, &options.guids);
    let mut bytes = Vec::new();
    let replaced =
        qdc::write(&mut bytes, study, &mut guids, &mut losses).map_err(|reason| cannot_write(&reason))?;
    losses.add_replaced(replaced);
    Ok(Written { bytes, reconciliation: losses.into_reconciliation(), diagnostics: Vec::new() })
}

fn file_name(guid: Uuid) -> String {
    format!("{}.txt", notes::text_name(guid))
}

fn cannot_write(reason: &dyn std::fmt::Display) -> Box<Diagnostic> {
    let problem = Problem::CannotWrite { reason: reason.to_string() };
    Box::new(Diagnostic::error(Place::default(), problem))
}

/// Returns the files that are text, as all files of a study should be.
fn readable<'f>(files: &'f [(String, Vec<u8>)], losses: &mut Losses) -> Vec<(&'f str, &'f str)> {
    let mut readable = Vec::new();
    for (path, bytes) in files {
        match std::str::from_utf8(bytes) {
            Ok(content) => {
                losses.change(Thing::Records, path, Reason::InSupplement, "", 1);
                readable.push((path.as_str(), content));
            }
            Err(_) => losses.lose(Thing::Records, path, Reason::NoPlaceInFormat, "", 1),
        }
    }
    losses.written(Thing::Records, readable.len(), files.len());
    readable
}

/// Counts the records of a study that the format has no place for, where they do not go along as files.
fn count_records(study: &Study, files: &[(&str, &str)], losses: &mut Losses) {
    let n_units = study.sources.values().map(|source| source.units.len()).sum();
    let counts = [
        study.participants.len(),
        study.case_phases.len(),
        study.events.len(),
        study.scores.len(),
        study.feedback.len(),
        study.conditions.len(),
        study.memberships.len(),
        study.references.works.len(),
        study.queries.len(),
        study.tables.len(),
        study.findings.len(),
        study.proposals.values().map(Vec::len).sum(),
        study.adjudications.values().map(Vec::len).sum(),
        n_units,
    ];
    for (path, n) in RECORDS.into_iter().zip(counts) {
        if !files.iter().any(|(file, _)| file.starts_with(path)) {
            losses.lose(Thing::Records, path, Reason::NoPlaceInFormat, "", n);
        }
    }
}

/// Warns of texts with characters that some programs count as two: there, all that comes after them may be one place off.
fn counted_twice(study: &Study, losses: &mut Losses) -> Option<Diagnostic> {
    let mut names = Vec::new();
    for source in study.sources.values() {
        // Characters outside the basic plane are those of four bytes.
        let n = source.text.as_str().bytes().filter(|&byte| byte >= 0xF0).count();
        if n > 0 {
            losses.change(Thing::Sources, source.id.as_str(), Reason::CountedTwice, &n.to_string(), 1);
            names.push(source.id.as_str());
        }
    }
    let more = if names.len() > SHOWN { ", …" } else { "" };
    let sources = names.iter().take(SHOWN).copied().collect::<Vec<_>>().join(", ") + more;
    let problem = Problem::CharactersCountedTwice { n_sources: names.len(), sources };
    (!names.is_empty()).then(|| Diagnostic::warning(Place::default(), problem))
}
