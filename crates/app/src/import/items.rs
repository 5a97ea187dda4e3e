//! Which files are read, and what is said of each before it is read: by the map, by the user, by their names.

use super::files::{self, Found};
use super::{Assignment, ReadFile, Request, guess, tables};
use crate::coded;
use draad_core::diagnostic::Outcome;
use draad_core::{Diagnostic, Participant, Place, Problem, Source, SourceId, Study};
use draad_ingest::{DateOrder, ReadOptions};
use draad_store::{FileRow, FileUse};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// Between the names, and between the hashes, of files that were merged.
pub(super) const SEPARATOR: &str = ";";

/// A file to make a source of.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Where it is.
    pub(super) path: PathBuf,
    /// Further exports of the same chat, to be merged with it.
    pub(super) more: Vec<PathBuf>,
    /// What to call it in messages and in the map.
    pub(super) shown: String,
    /// What the map says becomes of it.
    pub(super) file_use: Option<FileUse>,
    /// What is said of it.
    pub(super) given: Assignment,
    /// Whether other files of the import have the same name.
    pub(super) shares_name: bool,
}

/// A file whose rows are no source: cases, participants, events, scores, answers to a survey.
#[derive(Clone, Debug)]
pub(super) struct Table {
    /// Where it is.
    pub(super) path: PathBuf,
    /// What its rows are.
    pub(super) file_use: FileUse,
    /// What the map says of it, or would say.
    pub(super) row: FileRow,
}

/// The files of an import by what becomes of them.
#[derive(Default)]
pub(super) struct Files {
    /// Files that the map knows, with the place of their row.
    mapped: Vec<(Place, FileRow, PathBuf)>,
    /// Files of which only the names and the user say something.
    new: Vec<Found>,
    /// Tables.
    pub(super) tables: Vec<Table>,
    /// Rows of the map that could not be read.
    pub(super) refused: Vec<Diagnostic>,
    /// What is to be known of the map.
    pub(super) notes: Vec<Diagnostic>,
    /// How many rows of the map leave their file out.
    pub(super) n_left_out: usize,
    /// Rows that stay in the map as they are.
    pub(super) kept: Vec<FileRow>,
    /// Files that the map does not know.
    pub(super) unmapped: Vec<String>,
}

/// Sorts the files of an import.
///
/// # Errors
/// `CannotRead` for a folder or the map; `NoFiles` when there is nothing to import.
pub(super) fn sort(request: &Request) -> Outcome<Files> {
    let found = files::find(&request.files)?;
    let mut files = Files::default();
    let mut known = BTreeSet::new();
    if let Some(map) = &request.map {
        let named: BTreeSet<PathBuf> = found.iter().map(|one| canonical(&one.path)).collect();
        for (line, mut row) in files.rows(map, request.plan)? {
            let path = map.parent().unwrap_or(Path::new("")).join(&row.file);
            known.insert(canonical(&path));
            row.file = path.display().to_string();
            let is_meant = request.files.is_empty() || named.contains(&canonical(&path));
            files.take_row(Place::line(map.display().to_string(), line), row, path, is_meant);
        }
    }
    let new: Vec<Found> = found.into_iter().filter(|one| !known.contains(&canonical(&one.path))).collect();
    if request.map.is_some() && !request.plan {
        files.unmapped = new.iter().map(|one| one.path.display().to_string()).collect();
    } else {
        new.into_iter().for_each(|one| files.take_found(request, one));
    }
    let is_empty = files.mapped.is_empty() && files.new.is_empty() && files.tables.is_empty();
    if is_empty && files.refused.is_empty() && files.n_left_out == 0 {
        return Err(Box::new(Diagnostic::error(Place::default(), Problem::NoFiles)));
    }
    Ok(files)
}

fn canonical(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

impl Files {
    /// Reads the map. One that is to be written anew must be readable as a whole: nothing in it may be lost.
    fn rows(&mut self, map: &Path, is_rewritten: bool) -> Outcome<Vec<(u32, FileRow)>> {
        let name = map.display().to_string();
        let bytes = tables::as_csv(map)?;
        let (rows, diagnostics) = draad_store::read_import_map(&name, bytes);
        for diagnostic in diagnostics {
            match diagnostic.problem {
                Problem::NotUtf8 { .. } => self.notes.push(diagnostic),
                _ if is_rewritten => return Err(Box::new(diagnostic)),
                _ => self.refused.push(diagnostic),
            }
        }
        Ok(rows)
    }

    fn take_row(&mut self, place: Place, row: FileRow, path: PathBuf, is_meant: bool) {
        match row.file_use {
            FileUse::LeaveOut => {
                self.n_left_out += 1;
                self.kept.push(row);
            }
            _ if !is_meant => self.kept.push(row),
            FileUse::Source | FileUse::Replace => self.mapped.push((place, row, path)),
            file_use => self.tables.push(Table { path, file_use, row }),
        }
    }

    fn take_found(&mut self, request: &Request, found: Found) {
        let file_use = request.file_use.or_else(|| coded::use_of(&found.path));
        let file_use = file_use.or_else(|| tables::use_of(&found.path));
        match file_use.filter(|file_use| !matches!(file_use, FileUse::Source | FileUse::Replace)) {
            None => self.new.push(found),
            Some(file_use) => {
                let file = found.path.display().to_string();
                let row = FileRow { file, file_use, ..FileRow::default() };
                self.tables.push(Table { path: found.path, file_use, row });
            }
        }
    }

    /// Returns the files to make sources of, with what is said of each.
    pub(super) fn items(&mut self, study: &Study, request: &Request) -> Vec<Item> {
        let mut items = Vec::new();
        for (place, row, path) in std::mem::take(&mut self.mapped) {
            self.mapped_item(study, request, place, row, path, &mut items);
        }
        let new = std::mem::take(&mut self.new);
        items.extend(guessed_items(study, request, &new));
        items
    }

    /// Takes a row of the map. Of several chats with one name, one source is made.
    fn mapped_item(
        &mut self,
        study: &Study,
        request: &Request,
        place: Place,
        row: FileRow,
        path: PathBuf,
        items: &mut Vec<Item>,
    ) {
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
        let given = given.named(study);
        let given = match request.plan {
            // What is blank in a plan may be known by now.
            true => {
                let found = Found { path: path.clone(), root: root_of(request, &path) };
                given.or(request.assignment.clone()).or(guess::guess(study, &found, request.add_cases))
            }
            false => given.or(request.assignment.clone()),
        };
        if let Some(problem) = given.problem(study) {
            self.refused.push(Diagnostic::error(place, problem));
            self.kept.push(whole);
            return;
        }
        let same = items.iter_mut().find(|item| given.source.is_some() && item.given.source == given.source);
        match same.filter(|_| row.file_use == FileUse::Source) {
            Some(item) => {
                item.more.push(path);
                self.kept.push(whole);
            }
            None => {
                let (shown, file_use) = (row.file, Some(row.file_use));
                items.push(Item { path, more: Vec::new(), shown, file_use, given, shares_name: false });
            }
        }
    }
}

/// Returns the folder among those named in which a file lies.
fn root_of(request: &Request, path: &Path) -> Option<PathBuf> {
    let path = canonical(path);
    request.files.iter().find(|root| root.is_dir() && path.starts_with(canonical(root))).cloned()
}

/// Takes files of which only the names and the user say something. A name that several files have is told apart by their
/// case; chats that the user gave one name are one.
fn guessed_items(study: &Study, request: &Request, found: &[Found]) -> Vec<Item> {
    let mut n_named: BTreeMap<SourceId, usize> = BTreeMap::new();
    for one in found {
        *n_named.entry(source_id(&one.path)).or_default() += 1;
    }
    let mut items: Vec<Item> = Vec::new();
    for one in found {
        if let Some(item) = items
            .first_mut()
            .filter(|item| item.given.source.is_some() && request.assignment.source.is_some())
        {
            item.more.push(one.path.clone());
            continue;
        }
        let guess = guess::guess(study, one, request.add_cases);
        let given = request.assignment.clone().or(guess);
        let shares_name = n_named[&source_id(&one.path)] > 1;
        let (path, shown) = (one.path.clone(), one.path.display().to_string());
        items.push(Item { path, more: Vec::new(), shown, file_use: None, given, shares_name });
    }
    items
}

impl Item {
    /// Returns names for the source, the plainest first: of the file (unless it shares that), with its case, with its folder,
    /// with a number.
    pub(super) fn names(&self) -> impl Iterator<Item = SourceId> {
        let name = source_id(&self.path);
        let case = match &self.given.cases[..] {
            [case] if !name.as_str().starts_with(case.as_str()) => Some(case.to_string()),
            _ => None,
        };
        let with_case = case.map_or_else(|| name.to_string(), |case| format!("{case}-{name}"));
        let folder = self.path.parent().filter(|folder| folder.file_name().is_some()).map(source_id);
        let with_folder = folder.map(|folder| format!("{with_case}-{folder}"));
        let numbered = (2..100).map({
            let with_case = with_case.clone();
            move |number| format!("{with_case}-{number}")
        });
        let plain = (!self.shares_name).then(|| name.to_string());
        let names = plain.into_iter().chain([with_case]).chain(with_folder).chain(numbered);
        names.filter_map(|name| SourceId::new(&name))
    }

    /// Reads the file, and the others that are merged with it; not when the study has them already.
    pub(super) fn read(&self, study: &Study, request: &Request) -> Outcome<ReadFile> {
        let paths = [&self.path].into_iter().chain(&self.more);
        let files = paths.map(|path| self.bytes(path)).collect::<Outcome<Vec<(String, Vec<u8>)>>>()?;
        let hashes: Vec<String> =
            files.iter().map(|(_, bytes)| blake3::hash(bytes).to_hex().to_string()).collect();
        if let Some(known) = made_of(study, &hashes).filter(|_| !request.replace) {
            let problem = Problem::AlreadyImported { source: known.id.to_string() };
            return Err(Box::new(Diagnostic::error(Place::file(&self.shown), problem)));
        }
        let options = ReadOptions {
            speakers: self.given.speakers.clone(),
            people: self.people(study).flat_map(|person| person.labels.iter().cloned()).collect(),
            date_order: self.given.date_order,
            text_column: self.given.text_column.clone(),
            chat: request.chat.clone(),
            ..ReadOptions::default()
        };
        let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
        let format = draad_ingest::recognise(&files[0].0, &files[0].1);
        let imported = match &files[..] {
            [(name, bytes)] => {
                draad_ingest::read(name, bytes, &ReadOptions { format: Some(format), ..options })
            }
            several => {
                let several: Vec<(&str, &[u8])> =
                    several.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())).collect();
                draad_ingest::read_merged(&several, &options, |_, label| self.person_called(study, label))
            }
        };
        let imported = imported.map_err(|mut diagnostic| {
            // In a folder many files may have this name.
            diagnostic.place.file.clone_from(&self.shown);
            diagnostic
        })?;
        Ok(ReadFile { file: names.join(SEPARATOR), hashes, format, imported })
    }

    fn bytes(&self, path: &Path) -> Outcome<(String, Vec<u8>)> {
        let file = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
        Ok((file, crate::files::read(path, &self.shown, crate::files::MAX_BYTES)?))
    }

    /// The people of its cases.
    fn people<'s>(&self, study: &'s Study) -> impl Iterator<Item = &'s Participant> {
        let in_cases =
            |person: &&Participant| person.cases.iter().any(|case| self.given.cases.contains(case));
        study.participants.values().filter(in_cases)
    }

    /// Returns the one person of its cases who has this label.
    fn person_called(&self, study: &Study, label: &str) -> Option<String> {
        let mut called = self.people(study).filter(|person| person.labels.iter().any(|own| own == label));
        called.next().filter(|_| called.next().is_none()).map(|person| person.id.to_string())
    }
}

/// Returns the source that was made of all the files with these hashes.
pub(super) fn made_of<'s>(study: &'s Study, hashes: &[String]) -> Option<&'s Source> {
    let has_all = |known: &&Source| {
        let own = known.origin.file_hash.split(SEPARATOR);
        hashes.iter().all(|hash| own.clone().any(|own| own == hash))
    };
    study.sources.values().find(has_all)
}

/// Makes a source's name of a file name: without its ending, in lower case, what cannot stand in a name as `-`.
pub(crate) fn source_id(path: &Path) -> SourceId {
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
