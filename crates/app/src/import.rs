//! Importing: files become sources of the study.

use crate::{Progress, Project};
use draad_core::diagnostic::Outcome;
use draad_core::{
    Case, CaseId, Diagnostic, KindId, Origin, Participant, ParticipantId, PhaseId, Place, Problem, Source,
    SourceId, Study, Text, filter::list,
};
use draad_ingest::{Format, Imported, ReadOptions};
use draad_store::{Changes, StudyFolder, paths, render};
use indexmap::IndexMap;
use jiff::civil::Date;
use rayon::prelude::*;
use std::path::{Path, PathBuf};

pub use draad_ingest::{Change, DateOrder, ImportReport, LabelCount, Loss, Part, Tally};

/// What to import and where it belongs.
#[derive(Clone, Debug, Default)]
pub struct Request {
    /// The files.
    pub files: Vec<PathBuf>,
    /// The cases they belong to.
    pub cases: Vec<CaseId>,
    /// Whether cases that are not in `cases.csv` yet are added to it.
    pub add_cases: bool,
    /// The kind; nothing lets the format decide where it can.
    pub kind: Option<KindId>,
    /// The phase all of it belongs to.
    pub phase: Option<PhaseId>,
    /// The day; nothing takes what the material states.
    pub date: Option<Date>,
    /// Who speaks in it; nothing takes those whom the labels mean.
    pub participants: Vec<ParticipantId>,
    /// Speaker labels that count even when they occur once.
    pub speakers: Vec<String>,
    /// How numeric dates are written.
    pub date_order: Option<DateOrder>,
    /// The column of a table that holds the text.
    pub text_column: Option<String>,
    /// The source's name; only with one file.
    pub name: Option<SourceId>,
}

/// What came of an import.
#[derive(Clone, Debug, Default)]
pub struct Summary {
    /// Files that became sources, in the order given.
    pub imported: Vec<ImportedFile>,
    /// Files that did not, each with its reason.
    pub refused: Vec<Diagnostic>,
    /// Cases that were added to `cases.csv`.
    pub new_cases: Vec<CaseId>,
}

/// A file that became a source.
#[derive(Clone, Debug)]
pub struct ImportedFile {
    /// File name without folders.
    pub file: String,
    /// The source.
    pub source: SourceId,
    /// Its kind.
    pub kind: KindId,
    /// How it was read.
    pub reading: String,
    /// Characters of stored text.
    pub n_chars: u32,
    /// Units.
    pub n_units: usize,
    /// Speakers by label, with the participant that each means, where it means one.
    pub speakers: Vec<Speaker>,
    /// What was read, kept, changed and dropped.
    pub report: ImportReport,
    /// What the user should look at.
    pub diagnostics: Vec<Diagnostic>,
}

/// A speaker label of an imported file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// As written in the file.
    pub label: String,
    /// How many units it has.
    pub n_units: usize,
    /// The participant it means, where it means exactly one.
    pub participant: Option<ParticipantId>,
}

/// A file that was read, before it has a place in the study.
struct ReadFile {
    file: String,
    hash: String,
    format: Format,
    imported: Imported,
}

/// Reads files and adds them to the study as sources, all in one change that can be undone. Files that cannot be read are
/// returned with their reason; the others are imported.
///
/// # Errors
/// When the request does not fit the study, the study is locked or cannot be written, or `sources.csv` has errors.
pub fn import(project: &mut Project, request: &Request, progress: &dyn Progress) -> Outcome<Summary> {
    let lock = project.folder.lock("import")?;
    project.reload()?;
    let mut summary = Summary { new_cases: cases_to_add(project.study(), request)?, ..Summary::default() };
    check_request(project.study(), request)?;
    progress.begin("progress-import", request.files.len());
    let people = people(project.study(), request);
    let read: Vec<Outcome<ReadFile>> = request
        .files
        .par_iter()
        .map(|path| {
            let outcome = read_file(path, request, &people);
            progress.advance();
            outcome
        })
        .collect();
    progress.finish();
    let study = &mut project.loaded.study;
    for case in &summary.new_cases {
        let case = Case { id: case.clone(), name: String::new(), attributes: IndexMap::new() };
        study.cases.insert(case.id.clone(), case);
    }
    for read in read {
        match read.and_then(|read| place(&project.folder, study, request, read)) {
            Ok(imported) => summary.imported.push(imported),
            Err(diagnostic) => summary.refused.push(*diagnostic),
        }
    }
    if summary.imported.is_empty() {
        summary.new_cases.clear();
        return Ok(summary);
    }
    lock.commit("import", changes(project, &summary)?)?;
    Ok(summary)
}

/// The files that an import writes.
fn changes(project: &Project, summary: &Summary) -> Outcome<Changes> {
    let study = project.study();
    let mut changes = Changes::new();
    let mut rewritten = vec![paths::SOURCES];
    changes.insert(paths::SOURCES.to_owned(), Some(render::sources(study)));
    if !summary.new_cases.is_empty() {
        rewritten.push(paths::CASES);
        changes.insert(paths::CASES.to_owned(), Some(render::cases(study)));
    }
    project.loaded.guard(&rewritten)?;
    for imported in &summary.imported {
        let source = &study.sources[&imported.source];
        changes.insert(paths::text(&source.id), Some(source.text.as_str().as_bytes().to_vec()));
        changes.insert(paths::units(&source.id), Some(render::units(source)));
    }
    Ok(changes)
}

fn fails<T>(problem: Problem) -> Outcome<T> {
    Err(Box::new(Diagnostic::error(Place::default(), problem)))
}

fn cases_to_add(study: &Study, request: &Request) -> Outcome<Vec<CaseId>> {
    if request.cases.is_empty() {
        return fails(Problem::CaseNeeded);
    }
    let new: Vec<CaseId> =
        request.cases.iter().filter(|case| !study.cases.contains_key(*case)).cloned().collect();
    match new.first() {
        Some(case) if !request.add_cases => fails(Problem::UnknownCase { case: case.to_string() }),
        _ => Ok(new),
    }
}

fn check_request(study: &Study, request: &Request) -> Outcome<()> {
    let filter = draad_core::Filter {
        kinds: request.kind.iter().cloned().collect(),
        phases: request.phase.iter().cloned().collect(),
        ..Default::default()
    };
    if let Some(problem) = filter.problems(study).into_iter().next() {
        return fails(problem);
    }
    match request.participants.iter().find(|id| !study.participants.contains_key(*id)) {
        Some(participant) => fails(Problem::UnknownParticipant { participant: participant.to_string() }),
        None => Ok(()),
    }
}

/// The labels of the people of the cases.
fn people(study: &Study, request: &Request) -> Vec<String> {
    let in_cases = |person: &&Participant| person.cases.iter().any(|case| request.cases.contains(case));
    study.participants.values().filter(in_cases).flat_map(|person| person.labels.iter().cloned()).collect()
}

fn read_file(path: &Path, request: &Request, people: &[String]) -> Outcome<ReadFile> {
    let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    let unreadable = |error| draad_store::cannot_read(&path.display().to_string(), &error);
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let options = ReadOptions {
        speakers: request.speakers.clone(),
        people: people.to_vec(),
        format: None,
        date_order: request.date_order,
        text_column: request.text_column.clone(),
    };
    let imported = draad_ingest::read(&file, &bytes, &options)?;
    let format = draad_ingest::recognise(&file, &bytes);
    Ok(ReadFile { hash: blake3::hash(&bytes).to_hex().to_string(), format, file, imported })
}

/// Gives a file that was read its place in the study.
fn place(
    folder: &StudyFolder,
    study: &mut Study,
    request: &Request,
    read: ReadFile,
) -> Outcome<ImportedFile> {
    let refuse = |problem| Err(Box::new(Diagnostic::error(Place::file(&read.file), problem)));
    if let Some(known) = study.sources.values().find(|source| source.origin.file_hash == read.hash) {
        return refuse(Problem::AlreadyImported { source: known.id.to_string() });
    }
    let id = match (&request.name, request.files.len()) {
        (Some(name), 1) => name.clone(),
        _ => source_id(&read.file),
    };
    let stands = |path: String| folder.path(&path).exists();
    if study.sources.contains_key(&id) || stands(paths::text(&id)) || stands(paths::units(&id)) {
        return refuse(Problem::SourceExists { source: id.to_string() });
    }
    let Some(kind) = request.kind.clone().or_else(|| kind_of(study, read.format)) else {
        return refuse(Problem::KindNeeded { known: list(study.settings.kinds.iter().map(|kind| &kind.id)) });
    };
    let mut source = Source {
        id: id.clone(),
        cases: distinct(request.cases.iter().cloned()),
        kind: kind.clone(),
        date: request.date.or(read.imported.date),
        phase: request.phase.clone(),
        participants: request.participants.clone(),
        text: Text::new(read.imported.text),
        units: read.imported.units,
        origin: Origin {
            file: read.file.clone(),
            file_hash: read.hash,
            reading: read.imported.reading.clone(),
        },
        extra: Default::default(),
    };
    let speakers = read.imported.labels.into_iter().map(|label| Speaker {
        participant: match study.speakers_called(&label.label, &source)[..] {
            [participant] => Some(participant.id.clone()),
            _ => None,
        },
        label: label.label,
        n_units: label.n_units,
    });
    let speakers: Vec<Speaker> = speakers.collect();
    if source.participants.is_empty() {
        source.participants = distinct(speakers.iter().filter_map(|speaker| speaker.participant.clone()));
    }
    let imported = ImportedFile {
        file: read.file,
        source: id.clone(),
        kind,
        reading: read.imported.reading,
        n_chars: source.text.n_chars(),
        n_units: source.units.len(),
        speakers,
        report: read.imported.report,
        diagnostics: read.imported.diagnostics,
    };
    study.sources.insert(id, source);
    Ok(imported)
}

/// Returns each item once, in the order of first appearance.
fn distinct<T: Eq + std::hash::Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.collect::<indexmap::IndexSet<T>>().into_iter().collect()
}

/// Makes a source's name of a file name: without its ending, in lower case, what cannot stand in a name as `-`.
fn source_id(file: &str) -> SourceId {
    let stem = Path::new(file).file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let allowed = |c: char| if c.is_alphanumeric() || "-_.()+&".contains(c) { c } else { '-' };
    let name: String = stem.trim().chars().map(allowed).take(draad_core::id::MAX_CHARS).collect();
    let name = name.trim_matches(|c| c == '-' || c == '.').to_owned();
    SourceId::new(&name).unwrap_or_else(|| SourceId::new("source").expect("the name is valid"))
}

/// The kind that a format leaves no doubt about.
fn kind_of(study: &Study, format: Format) -> Option<KindId> {
    let is_chat = matches!(format, Format::WhatsAppText | Format::WhatsAppZip);
    study
        .settings
        .kinds
        .iter()
        .map(|known| &known.id)
        .find(|known| is_chat && known.as_str() == "chat")
        .cloned()
}

#[cfg(test)]
mod tests {
    use super::source_id;

    #[test]
    fn file_names_become_names_of_sources() {
        for (file, name) in [
            ("P07 Interview moeder (2).docx", "p07-interview-moeder-(2)"),
            ("WhatsApp-chat met Anna.txt", "whatsapp-chat-met-anna"),
            ("_chat.txt", "_chat"),
            ("..txt", "source"),
            ("één:twee.md", "één-twee"),
        ] {
            assert_eq!(source_id(file).as_str(), name, "{file}");
        }
    }
}
