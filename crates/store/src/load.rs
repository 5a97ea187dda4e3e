//! Reading a whole study: what could be read, and everything that is wrong, each with its place.

use crate::adjudications;
use crate::front_matter::{read_finding, read_memo};
use crate::journal::Journal;
use crate::material::{self, Material, Surroundings};
use crate::proposals::Batches;
use crate::table::{self, Row};
use crate::tables::{cases, codebook, requests::read_coding_requests, sources::SourceRow};
use crate::{
    atomic, conditions, design, folder, folder::StudyFolder, log::Log, own_tables, paths, queries,
    references, route, settings,
};
use blake3::Hash;
use draad_core::diagnostic::Outcome;
use draad_core::{
    BatchId, Code, CoderId, ConditionId, Diagnostic, Event, Feedback, Membership, Participant, Place,
    Problem, Score, Severity, SourceId, Study, check, check::Misfit, filter::nearest,
};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Display;
use std::fs;
use std::io::ErrorKind;

/// A study as it was read.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// What could be read.
    pub study: Study,
    /// What is wrong, by file and line.
    pub diagnostics: Vec<Diagnostic>,
    /// Changes when any file of the study changes on which a result can rest, which saved queries, tables of the study's own and proposals are not:
    /// 16 hexadecimal digits.
    pub fingerprint: String,
    /// The same per kind of input: what the parts of the study are made of has changed when its hash has. Kinds of which the
    /// study has no file are left out.
    pub inputs: BTreeMap<&'static str, String>,
    /// One hash per source, in the order of `study.sources`: it changes when the source's text or units do, whatever
    /// happens to its codings or to the rest of the study. A source whose text could not be read has another hash than
    /// any with a text.
    pub source_hashes: Vec<[u8; 32]>,
    /// Number of things per file that are not in `study`.
    losses: BTreeMap<String, usize>,
}

impl Loaded {
    /// Makes sure that these files can be rewritten from the study without losing anything that stands in them.
    ///
    /// # Errors
    /// `FileHasErrors` for the first file of which something could not be read.
    pub fn guard(&self, paths: &[&str]) -> Outcome<()> {
        for &path in paths {
            if let Some(&n_errors) = self.losses.get(path) {
                let problem = Problem::FileHasErrors { n_errors };
                return Err(Box::new(Diagnostic::error(Place::file(path), problem)));
            }
        }
        Ok(())
    }
}

impl StudyFolder {
    /// Reads the study. A change that was interrupted is undone first, if nobody else is at work.
    ///
    /// # Errors
    /// Only when `study.toml` is missing (`NoStudyHere`), cannot be read (`CannotRead`, `SettingsInvalid`) or has a newer
    /// format (`FormatTooNew`). Everything else is a diagnostic.
    pub fn load(&self) -> Outcome<Loaded> {
        let mut log = Log::default();
        if Journal::of(self).is_interrupted()
            && let Ok(lock) = self.lock("load")
        {
            log.diagnostics.extend(lock.notices.iter().cloned());
        }
        let Some(bytes) = self.read(&mut log, paths::SETTINGS) else {
            let unreadable = log.diagnostics.pop().map(Box::new);
            return Err(unreadable.unwrap_or_else(|| folder::no_study(self.root())));
        };
        log.hashes.insert(paths::SETTINGS.to_owned(), blake3::hash(&settings::of_results(&bytes)));
        let mut study = Study::new(settings::read(bytes)?);
        let mut reading = Reading { folder: self, log, study: &mut study };
        reading.references();
        let case_lines = reading.people_and_codes();
        let source_hashes = reading.material(&case_lines);
        reading.records();
        reading.conditions();
        reading.memberships();
        reading.writings();
        reading.queries();
        reading.tables();
        reading.route();
        reading.design();
        reading.proposals();
        reading.adjudications();
        reading.unanchored();
        let mut log = reading.log;
        join_speakers(&mut log.diagnostics);
        log.diagnostics.sort_by(|a, b| (&a.place, a.severity).cmp(&(&b.place, b.severity)));
        let fingerprint = fingerprint(&log.hashes);
        let inputs = inputs(&log);
        let Log { diagnostics, losses, .. } = log;
        Ok(Loaded { study, diagnostics, fingerprint, inputs, source_hashes, losses })
    }

    /// Returns the bytes of a file; nothing when it does not exist, or, with a message, when it cannot be read.
    pub(crate) fn read(&self, log: &mut Log, path: &str) -> Option<Vec<u8>> {
        match fs::read(self.path(path)) {
            Ok(bytes) => {
                log.hashes.insert(path.to_owned(), blake3::hash(&bytes));
                Some(bytes)
            }
            Err(error) if error.kind() == ErrorKind::NotFound => None,
            Err(error) => {
                let unreadable = atomic::cannot_read(path, &error);
                log.lost(unreadable.place, unreadable.problem);
                None
            }
        }
    }

    /// Returns the names in a folder of the study that are not hidden, sorted; none when it does not exist.
    fn names(&self, log: &mut Log, path: &str) -> Vec<String> {
        let entries = match fs::read_dir(self.path(path)) {
            Ok(entries) => entries,
            Err(error) if error.kind() == ErrorKind::NotFound => return Vec::new(),
            Err(error) => {
                let unreadable = atomic::cannot_read(path, &error);
                log.lost(unreadable.place, unreadable.problem);
                return Vec::new();
            }
        };
        let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
        let mut names: Vec<String> = names.filter(|name| !name.starts_with('.')).collect();
        names.sort_unstable();
        names
    }
}

fn fingerprint<'h>(hashes: impl IntoIterator<Item = (&'h String, &'h Hash)>) -> String {
    let mut hasher = blake3::Hasher::new();
    for (path, hash) in hashes {
        hasher.update(path.as_bytes()).update(b"\0").update(hash.as_bytes());
    }
    hasher.finalize().to_hex()[..16].to_owned()
}

/// Returns the fingerprint of each kind of input.
fn inputs(log: &Log) -> BTreeMap<&'static str, String> {
    let mut kinds: BTreeMap<&'static str, Vec<(&String, &Hash)>> = BTreeMap::new();
    for file in &log.hashes {
        kinds.entry(paths::input(file.0)).or_default().push(file);
    }
    kinds.into_iter().map(|(kind, files)| (kind, fingerprint(files))).collect()
}

/// A study being read.
struct Reading<'a> {
    folder: &'a StudyFolder,
    log: Log,
    study: &'a mut Study,
}

impl Reading<'_> {
    /// Reads a table; a missing file is an empty table.
    fn table<R: Row<N>, const N: usize>(&mut self, path: &str) -> Vec<(u32, R)> {
        let bytes = self.folder.read(&mut self.log, path);
        bytes.map_or_else(Vec::new, |bytes| table::read(&mut self.log, path, bytes))
    }

    /// Reports a file that every study has and that is not there.
    fn expect(&mut self, path: &str) {
        if !self.log.hashes.contains_key(path) && !self.log.losses.contains_key(path) {
            let missing = atomic::cannot_read(path, &ErrorKind::NotFound.into());
            self.log.lost(missing.place, missing.problem);
        }
    }

    /// Reads cases, participants and the codebook; returns the lines of the cases, which are checked when the sources
    /// are known.
    fn people_and_codes(&mut self) -> Vec<u32> {
        let bytes = self.folder.read(&mut self.log, paths::CASES);
        let cases = bytes.map_or_else(Vec::new, |bytes| {
            cases::read(&mut self.log, paths::CASES, bytes, &self.study.settings)
        });
        self.expect(paths::CASES);
        let (case_lines, cases) = unique(&mut self.log, paths::CASES, "case", cases, |case| &case.id);
        self.study.cases = cases.into_iter().map(|case| (case.id.clone(), case)).collect();

        let people = self.table::<Participant, 5>(paths::PARTICIPANTS);
        self.expect(paths::PARTICIPANTS);
        let (lines, people) =
            unique(&mut self.log, paths::PARTICIPANTS, "participant", people, |person| &person.id);
        self.study.participants = people.into_iter().map(|person| (person.id.clone(), person)).collect();
        let study = &*self.study;
        check_rows(&mut self.log, paths::PARTICIPANTS, &lines, study.participants.values(), |person| {
            check::participant(study, person)
        });

        let mut codes = self.table::<Code, 14>(paths::CODEBOOK);
        self.expect(paths::CODEBOOK);
        for (_, code) in &mut codes {
            codebook::adopt_plain_name(code, self.study.settings.language);
        }
        let (lines, codes) = unique(&mut self.log, paths::CODEBOOK, "code", codes, |code| &code.id);
        self.study.codebook.codes = codes.into_iter().map(|code| (code.id.clone(), code)).collect();
        let study = &*self.study;
        check_rows(&mut self.log, paths::CODEBOOK, &lines, study.codebook.codes.values(), |code| {
            check::code(study, code)
        });
        case_lines
    }

    /// Reads the sources with their texts, units and codings; returns the hash of each source.
    fn material(&mut self, case_lines: &[u32]) -> Vec<[u8; 32]> {
        let rows = self.table::<SourceRow, 10>(paths::SOURCES);
        self.expect(paths::SOURCES);
        let (lines, rows) = unique(&mut self.log, paths::SOURCES, "source", rows, |row| &row.id);
        let known: BTreeSet<SourceId> = rows.iter().map(|row| row.id.clone()).collect();
        self.sources_in("sources", "txt", &known);
        self.sources_in("units", "csv", &known);
        let coders = self.coders(&known);
        let around = Surroundings::new(self.folder, self.study);
        let read = |(line, row): (u32, SourceRow)| {
            let coders = coders.get(&row.id).map_or(&[][..], Vec::as_slice);
            material::read(&around, row, &Place::line(paths::SOURCES, line), coders)
        };
        let material: Vec<Material> = lines.into_par_iter().zip(rows).map(read).collect();
        self.study.codings.reserve(material.iter().map(|one| one.codings.len()).sum());
        let mut hashes = Vec::with_capacity(material.len());
        for Material { source, hash, codings, log } in material {
            hashes.push(hash);
            self.study.sources.insert(source.id.clone(), source);
            self.study.codings.extend(codings);
            self.log.absorb(log);
        }
        // They are in the order of `Study::sort_codings`: source by source, and each source's are sorted.
        let study = &*self.study;
        check_rows(&mut self.log, paths::CASES, case_lines, study.cases.values(), |case| {
            check::case(study, case)
        });
        hashes
    }

    /// Returns who has coded each source.
    fn coders(&mut self, known: &BTreeSet<SourceId>) -> BTreeMap<SourceId, Vec<CoderId>> {
        let mut coders: BTreeMap<SourceId, Vec<CoderId>> = BTreeMap::new();
        for name in self.folder.names(&mut self.log, "codings") {
            let path = format!("codings/{name}");
            if !self.folder.path(&path).is_dir() {
                continue;
            }
            let Some(coder) = CoderId::new(&name) else {
                self.log.lost(Place::file(path), Problem::IdInvalid { id: name });
                continue;
            };
            for source in self.sources_in(&path, "csv", known) {
                coders.entry(source).or_default().push(coder.clone());
            }
        }
        coders
    }

    /// Returns the sources that have a file in a folder; a file of a source that is not in the list is reported.
    fn sources_in(&mut self, folder: &str, ending: &str, known: &BTreeSet<SourceId>) -> Vec<SourceId> {
        let mut found = Vec::new();
        for name in self.folder.names(&mut self.log, folder) {
            let Some(stem) = name.strip_suffix(ending).and_then(|stem| stem.strip_suffix('.')) else {
                continue;
            };
            match SourceId::new(stem).filter(|source| known.contains(source)) {
                Some(source) => found.push(source),
                None => {
                    let nearest = nearest(stem, known.iter().map(SourceId::as_str));
                    let problem = Problem::UnknownSource { source: stem.to_owned(), nearest };
                    let place = Place::file(format!("{folder}/{name}"));
                    self.log.diagnostics.push(Diagnostic::error(place, problem));
                }
            }
        }
        found
    }

    /// Reads periods, parts of sources, events and scores.
    fn records(&mut self) {
        let (lines, phases): (Vec<u32>, Vec<_>) = self.table(paths::PHASES).into_iter().unzip();
        self.study.case_phases = phases;
        let study = &*self.study;
        check_rows(&mut self.log, paths::PHASES, &lines, 0..study.case_phases.len(), |i| {
            check::case_phase(study, i)
        });

        for (line, part) in self.table(paths::CASE_SPANS) {
            let found = check::case_span(self.study, &part);
            if found.is_empty() {
                self.study.case_spans.push(part);
            } else {
                self.log.would_lose(paths::CASE_SPANS);
                self.log.misfits(&Place::line(paths::CASE_SPANS, line), found);
            }
        }

        let (lines, events): (Vec<u32>, Vec<_>) = self.table::<Event, 6>(paths::EVENTS).into_iter().unzip();
        self.study.events = events;
        let study = &*self.study;
        check_rows(&mut self.log, paths::EVENTS, &lines, &study.events, |event| check::event(study, event));

        let (lines, scores): (Vec<u32>, Vec<_>) = self.table::<Score, 6>(paths::SCORES).into_iter().unzip();
        self.study.scores = scores;
        let study = &*self.study;
        check_rows(&mut self.log, paths::SCORES, &lines, &study.scores, |score| check::score(study, score));
    }

    /// Reads the conditions.
    fn conditions(&mut self) {
        let bytes = self.folder.read(&mut self.log, paths::CONDITIONS).unwrap_or_default();
        let (lines, conditions): (Vec<u32>, Vec<_>) =
            conditions::read(&mut self.log, bytes).into_iter().unzip();
        self.study.conditions = conditions.into_iter().map(|one| (one.name.clone(), one)).collect();
        let study = &*self.study;
        check_rows(&mut self.log, paths::CONDITIONS, &lines, study.conditions.values(), |condition| {
            check::condition(study, condition)
        });
    }

    /// Reads the scores that people gave. One with an error counts for nothing; a condition that is not there is told of
    /// once, however many scores it has.
    fn memberships(&mut self) {
        let mut lines = Vec::new();
        let mut unknown: BTreeSet<ConditionId> = BTreeSet::new();
        for (line, row) in self.table::<Membership, 7>(paths::MEMBERSHIPS) {
            let found = check::membership(self.study, &row);
            let is_wrong = found.iter().any(|misfit| misfit.severity == Severity::Error);
            let is_known = self.study.conditions.contains_key(&row.condition);
            if is_known || unknown.insert(row.condition.clone()) {
                self.log.misfits(&Place::line(paths::MEMBERSHIPS, line), found);
            }
            if is_wrong {
                self.log.would_lose(paths::MEMBERSHIPS);
            } else {
                lines.push(line);
                self.study.memberships.push(row);
            }
        }
        for (place, misfit) in check::scores(self.study) {
            self.log.misfits(&Place::line(paths::MEMBERSHIPS, lines[place]), vec![misfit]);
        }
    }

    /// Reads findings, verdicts on them, and memos.
    fn writings(&mut self) {
        let findings = self.documents("findings", read_finding);
        let memos = self.documents("memos", read_memo);
        let (findings, finding_lines): (Vec<_>, Vec<u32>) = findings.into_iter().unzip();
        let (memos, memo_lines): (Vec<_>, Vec<u32>) = memos.into_iter().unzip();
        (self.study.findings, self.study.memos) = (findings, memos);
        let study = &*self.study;
        for (finding, line) in study.findings.iter().zip(finding_lines) {
            let path = paths::finding(&finding.id);
            self.log.misfits(&Place::file(path.clone()), check::finding(study, finding));
            references::check_text(&mut self.log, study, &path, line, &finding.body);
        }
        for (memo, line) in study.memos.iter().zip(memo_lines) {
            let path = paths::memo(memo.id.as_str());
            self.log.misfits(&Place::file(path.clone()), check::memo(study, memo));
            references::check_text(&mut self.log, study, &path, line, &memo.body);
        }
        self.log.misfits(&Place::file(paths::REFERENCES), check::references(study));
        let (lines, feedback): (Vec<u32>, Vec<_>) =
            self.table::<Feedback, 5>(paths::FEEDBACK).into_iter().unzip();
        self.study.feedback = feedback;
        let study = &*self.study;
        check_rows(&mut self.log, paths::FEEDBACK, &lines, &study.feedback, |verdict| {
            check::feedback(study, verdict)
        });
        for (place, misfit) in check::repeated_verdicts(study) {
            self.log.misfits(&Place::line(paths::FEEDBACK, lines[place]), vec![misfit]);
        }
    }

    /// Reads the literature; what cites it is read after it.
    fn references(&mut self) {
        let bytes = self.folder.read(&mut self.log, paths::REFERENCES).unwrap_or_default();
        self.study.references = references::read(&mut self.log, bytes);
    }

    /// Reads a file on which no result rests: what stands in it leaves the fingerprint as it is.
    fn read_aside(&mut self, path: &str) -> Option<Vec<u8>> {
        let bytes = self.folder.read(&mut self.log, path);
        self.log.hashes.remove(path);
        bytes
    }

    /// Reads what queries suggest.
    fn proposals(&mut self) {
        let mut batches = Batches::default();
        for name in self.folder.names(&mut self.log, paths::PROPOSALS) {
            let path = format!("{}/{name}", paths::PROPOSALS);
            let Some(stem) = name.strip_suffix(".csv") else { continue };
            let Some(batch) = BatchId::new(stem) else {
                self.log.lost(Place::file(path), Problem::IdInvalid { id: stem.to_owned() });
                continue;
            };
            let Some(bytes) = self.read_aside(&path) else { continue };
            let rows = table::read(&mut self.log, &path, bytes);
            batches.take(&mut self.log, self.study, batch, &path, rows);
        }
        self.study.proposals = batches.batches;
    }

    /// Reads what was decided about disagreements, layer by layer.
    fn adjudications(&mut self) {
        for name in self.folder.names(&mut self.log, paths::ADJUDICATION) {
            let path = format!("{}/{name}", paths::ADJUDICATION);
            let Some(stem) = name.strip_suffix(".csv") else { continue };
            let Some(layer) = CoderId::new(stem) else {
                self.log.lost(Place::file(path), Problem::IdInvalid { id: stem.to_owned() });
                continue;
            };
            let rows = self.table(&path);
            let rows = adjudications::fitted(&mut self.log, self.study, &path, rows);
            self.study.adjudications.insert(layer, rows);
        }
        // who coded, scored or decided is known now; a layer in which nothing is coded is known by its decisions alone
        self.log.misfits(&Place::file(paths::SETTINGS), check::settings(self.study));
    }

    /// Reads the saved queries.
    fn queries(&mut self) {
        let bytes = self.read_aside(paths::QUERIES).unwrap_or_default();
        let queries = queries::read(&mut self.log, bytes);
        self.study.queries = queries.into_iter().map(|query| (query.name.clone(), query)).collect();
    }

    /// Reads the tables of the study's own.
    fn tables(&mut self) {
        let bytes = self.read_aside(paths::TABLES).unwrap_or_default();
        let tables = own_tables::read(&mut self.log, bytes);
        self.study.tables = tables.into_iter().map(|table| (table.name.clone(), table)).collect();
    }

    /// Reads how the study is set up; a figure rests on it.
    fn design(&mut self) {
        let bytes = self.folder.read(&mut self.log, paths::DESIGN).unwrap_or_default();
        self.study.design = design::read(&mut self.log, self.study, bytes);
    }

    /// Reads how guidance is meant to go; a figure rests on it.
    fn route(&mut self) {
        let bytes = self.folder.read(&mut self.log, paths::ROUTE).unwrap_or_default();
        self.study.route = route::read(&mut self.log, self.study, bytes);
    }

    /// Reports codings that lost their place when a text was corrected.
    fn unanchored(&mut self) {
        for name in self.folder.names(&mut self.log, paths::UNANCHORED) {
            let path = format!("{}/{name}", paths::UNANCHORED);
            let Some(bytes) = self.folder.read(&mut self.log, &path).filter(|_| name.ends_with(".csv"))
            else {
                continue;
            };
            let (rows, diagnostics) = read_coding_requests(&path, bytes);
            self.log.diagnostics.extend(diagnostics);
            if !rows.is_empty() {
                let problem = Problem::CodingsUnanchored { file: path.clone(), n_codings: rows.len() };
                self.log.warn(Place::file(path), problem);
            }
        }
    }

    /// Reads the Markdown files of a folder, by name.
    fn documents<T>(
        &mut self,
        folder: &str,
        read: impl Fn(&mut Log, &str, &str, Vec<u8>) -> Option<T>,
    ) -> Vec<T> {
        let mut documents = Vec::new();
        for name in self.folder.names(&mut self.log, folder) {
            let path = format!("{folder}/{name}");
            if let Some(stem) = name.strip_suffix(".md")
                && let Some(bytes) = self.folder.read(&mut self.log, &path)
            {
                documents.extend(read(&mut self.log, &path, stem, bytes));
            }
        }
        documents
    }
}

/// Makes one message of all that say of the same label, in several sources, that nobody has it.
fn join_speakers(diagnostics: &mut Vec<Diagnostic>) {
    let mut totals: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for diagnostic in diagnostics.iter() {
        if let Problem::SpeakerUnknown { label, n_units, n_sources } = &diagnostic.problem {
            let total = totals.entry(label.clone()).or_default();
            *total = (total.0 + n_units, total.1 + n_sources);
        }
    }
    diagnostics.retain_mut(|diagnostic| match &mut diagnostic.problem {
        Problem::SpeakerUnknown { label, n_units, n_sources } => {
            let total = totals.remove(label);
            (*n_units, *n_sources) = total.unwrap_or_default();
            total.is_some()
        }
        _ => true,
    });
}

/// Keeps the first row of each id and reports the others; returns lines and rows.
fn unique<T, Id: Ord + Clone + Display>(
    log: &mut Log,
    path: &str,
    column: &str,
    rows: Vec<(u32, T)>,
    id: impl Fn(&T) -> &Id,
) -> (Vec<u32>, Vec<T>) {
    let mut first_lines: BTreeMap<Id, u32> = BTreeMap::new();
    let mut is_first = |(line, row): &(u32, T)| {
        let id = id(row);
        if let Some(&first_line) = first_lines.get(id) {
            let id = id.to_string();
            log.lost(Place::line(path, *line).column(column), Problem::DuplicateId { id, first_line });
            return false;
        }
        first_lines.insert(id.clone(), *line);
        true
    };
    rows.into_iter().filter(|row| is_first(row)).unzip()
}

/// Checks rows and places what is found on their lines.
fn check_rows<T>(
    log: &mut Log,
    path: &str,
    lines: &[u32],
    rows: impl IntoIterator<Item = T>,
    check: impl Fn(T) -> Vec<Misfit>,
) {
    for (&line, row) in lines.iter().zip(rows) {
        log.misfits(&Place::line(path, line), check(row));
    }
}

#[cfg(test)]
mod tests;
