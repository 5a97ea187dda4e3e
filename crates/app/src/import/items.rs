//! Which files are read, and what is said of each before it is read: by the map, by the user, by their names.

use super::files::{self, Found};
use super::{Assignment, ReadFile, Request, assignment_problem, guess};
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Participant, Place, Problem, SourceId, Study};
use draad_ingest::{DateOrder, ReadOptions};
use draad_store::{FileRow, FileUse};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The largest file that is read.
const MAX_BYTES: u64 = 1 << 30;

/// A file to read.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Where it is.
    pub(super) path: PathBuf,
    /// What to call it in messages and in the map.
    pub(super) shown: String,
    /// What the map says becomes of it.
    pub(super) file_use: Option<FileUse>,
    /// What is said of it.
    pub(super) given: Assignment,
}

/// The files of an import.
#[derive(Default)]
pub(super) struct Items {
    pub(super) items: Vec<Item>,
    pub(super) refused: Vec<Diagnostic>,
    /// How many rows of the map leave their file out.
    pub(super) n_left_out: usize,
    /// Rows that stay in the map as they are.
    pub(super) kept: Vec<FileRow>,
    /// Files that the map does not know.
    pub(super) unmapped: Vec<String>,
}

/// Returns the files of an import with what is said of each.
///
/// # Errors
/// `CannotRead` for a folder or the map; `NoFiles` when there is nothing to import.
pub(super) fn items(study: &Study, request: &Request) -> Outcome<Items> {
    let found = files::find(&request.files)?;
    let mut items = Items::default();
    let mut known = BTreeSet::new();
    if let Some(map) = &request.map {
        let named: BTreeSet<PathBuf> = found.iter().map(|one| canonical(&one.path)).collect();
        for (line, mut row) in rows(map, request.plan, &mut items.refused)? {
            let path = map.parent().unwrap_or(Path::new("")).join(&row.file);
            known.insert(canonical(&path));
            row.file = path.display().to_string();
            if request.files.is_empty() || named.contains(&canonical(&path)) {
                items.mapped(study, request, Place::line(map.display().to_string(), line), row, path);
            } else {
                items.kept.push(row);
            }
        }
    }
    let new: Vec<&Found> = found.iter().filter(|one| !known.contains(&canonical(&one.path))).collect();
    if request.map.is_some() && !request.plan {
        items.unmapped = new.iter().map(|one| one.path.display().to_string()).collect();
    } else {
        items.guessed(study, request, &new);
    }
    if items.items.is_empty() && items.refused.is_empty() && items.n_left_out == 0 {
        return Err(Box::new(Diagnostic::error(Place::default(), Problem::NoFiles)));
    }
    Ok(items)
}

fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Reads the map. One that is to be written anew must be readable as a whole: nothing in it may be lost.
fn rows(map: &Path, is_rewritten: bool, refused: &mut Vec<Diagnostic>) -> Outcome<Vec<(u32, FileRow)>> {
    let name = map.display().to_string();
    let bytes = std::fs::read(map).map_err(|error| draad_store::cannot_read(&name, &error))?;
    let (rows, mut diagnostics) = draad_store::read_import_map(&name, bytes);
    if is_rewritten && !diagnostics.is_empty() {
        return Err(Box::new(diagnostics.swap_remove(0)));
    }
    refused.extend(diagnostics);
    Ok(rows)
}

impl Items {
    /// Takes a row of the map.
    fn mapped(&mut self, study: &Study, request: &Request, place: Place, row: FileRow, path: PathBuf) {
        if row.file_use == FileUse::LeaveOut {
            self.n_left_out += 1;
            self.kept.push(row);
            return;
        }
        let whole = row.clone();
        let given = Assignment {
            source: row.source,
            cases: row.cases,
            kind: row.kind,
            phase: row.phase,
            date: row.date,
            participants: row.participants,
            speakers: row.speakers,
            date_order: row.dates.parse::<DateOrder>().ok(),
            text_column: Some(row.text_column).filter(|column| !column.is_empty()),
        };
        if let Some(problem) = assignment_problem(study, &given) {
            self.refused.push(Diagnostic::error(place, problem));
            self.kept.push(whole);
            return;
        }
        let given = given.or(request.assignment.clone());
        self.items.push(Item { path, shown: row.file, file_use: Some(row.file_use), given });
    }

    /// Takes files of which only the names and the user say something. A name that several files have is told apart by
    /// their case.
    fn guessed(&mut self, study: &Study, request: &Request, found: &[&Found]) {
        let mut n_named: BTreeMap<SourceId, usize> = BTreeMap::new();
        for one in found {
            *n_named.entry(source_id(&one.path)).or_default() += 1;
        }
        for one in found {
            let guess = guess::guess(study, one, request.add_cases);
            let mut given = request.assignment.clone().or(guess);
            let name = source_id(&one.path);
            if found.len() > 1 {
                given.source = None;
            }
            if n_named[&name] > 1
                && let [case] = &given.cases[..]
                && !name.as_str().starts_with(case.as_str())
            {
                given.source = SourceId::new(&format!("{case}-{name}"));
            }
            let shown = one.path.display().to_string();
            self.items.push(Item { path: one.path.clone(), shown, file_use: None, given });
        }
    }
}

impl Item {
    /// Reads the file.
    pub(super) fn read(&self, study: &Study) -> Outcome<ReadFile> {
        let file = self.path.file_name().unwrap_or(self.path.as_os_str()).to_string_lossy().into_owned();
        let unreadable = |error| draad_store::cannot_read(&self.path.display().to_string(), &error);
        let size = std::fs::metadata(&self.path).map_err(unreadable)?.len();
        if size > MAX_BYTES {
            let problem = Problem::FileTooLarge { size, limit: MAX_BYTES };
            return Err(Box::new(Diagnostic::error(Place::file(&self.shown), problem)));
        }
        let bytes = std::fs::read(&self.path).map_err(unreadable)?;
        let options = ReadOptions {
            speakers: self.given.speakers.clone(),
            people: self.people(study),
            format: None,
            date_order: self.given.date_order,
            text_column: self.given.text_column.clone(),
            ..ReadOptions::default()
        };
        let hash = blake3::hash(&bytes).to_hex().to_string();
        let imported = draad_ingest::read(&file, &bytes, &options).map_err(|mut diagnostic| {
            // In a folder many files may have this name.
            diagnostic.place.file.clone_from(&self.shown);
            diagnostic
        })?;
        let format = draad_ingest::recognise(&file, &bytes);
        Ok(ReadFile { hash, format, file, imported })
    }

    /// The labels of the people of its cases.
    fn people(&self, study: &Study) -> Vec<String> {
        let in_cases =
            |person: &&Participant| person.cases.iter().any(|case| self.given.cases.contains(case));
        study
            .participants
            .values()
            .filter(in_cases)
            .flat_map(|person| person.labels.iter().cloned())
            .collect()
    }
}

/// Makes a source's name of a file name: without its ending, in lower case, what cannot stand in a name as `-`.
pub(super) fn source_id(path: &Path) -> SourceId {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().to_lowercase();
    let allowed = |c: char| if c.is_alphanumeric() || "-_.()+&".contains(c) { c } else { '-' };
    let name: String = stem.trim().chars().map(allowed).take(draad_core::id::MAX_CHARS).collect();
    let name = name.trim_matches(|c| c == '-' || c == '.').to_owned();
    SourceId::new(&name).unwrap_or_else(|| SourceId::new("source").expect("the name is valid"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_become_names_of_sources() {
        for (file, name) in [
            ("P07 Interview moeder (2).docx", "p07-interview-moeder-(2)"),
            ("WhatsApp-chat met Anna.txt", "whatsapp-chat-met-anna"),
            ("_chat.txt", "_chat"),
            ("..txt", "source"),
            ("één:twee.md", "één-twee"),
        ] {
            assert_eq!(source_id(Path::new(file)).as_str(), name, "{file}");
        }
    }
}
