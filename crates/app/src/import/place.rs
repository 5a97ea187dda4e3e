//! A file that was read becomes a new source.

use super::{Import, ImportedFile, Item, ReadFile, Speaker, items};
use crate::named;
use draad_core::diagnostic::Outcome;
use draad_core::{Case, CaseId, Diagnostic, KindId, Origin, Place, Problem, Source, SourceId, Study, Text};
use draad_ingest::{Format, Imported, LabelCount};
use draad_store::paths;
use indexmap::{IndexMap, IndexSet};

impl Import<'_> {
    /// Makes a source of a file.
    pub(super) fn place(
        &mut self,
        item: &Item,
        mut read: ReadFile,
        new_cases: &mut Vec<CaseId>,
    ) -> Outcome<ImportedFile> {
        let source = self
            .new_source(item, &mut read)
            .map_err(|problem| Box::new(Diagnostic::error(Place::file(&item.shown), problem)))?;
        let study = &mut self.loaded.study;
        for case in
            source.cases.iter().filter(|case| !study.cases.contains_key(*case)).cloned().collect::<Vec<_>>()
        {
            new_cases.push(case.clone());
            let case = Case { id: case, name: String::new(), attributes: IndexMap::new() };
            study.cases.insert(case.id.clone(), case);
        }
        let id = source.id.clone();
        study.sources.insert(id.clone(), source);
        self.sources.insert(id.clone());
        Ok(self.finish(&id, read.format, read.imported))
    }

    /// Makes the source; what was read gives its text and units away.
    fn new_source(&self, item: &Item, read: &mut ReadFile) -> Result<Source, Problem> {
        let study = &self.loaded.study;
        let given = &item.given;
        let origin = origin(read);
        self.check_cases(&given.cases, origin.is_session_sheet())?;
        let kind = given
            .kind
            .clone()
            .or_else(|| kind_of(study, read.format))
            .ok_or_else(|| Problem::KindNeeded { known: named::kinds(&study.settings) })?;
        Ok(Source {
            id: self.free_name(item)?,
            cases: distinct(given.cases.iter().cloned()),
            kind,
            date: given.date.or(read.imported.date),
            phase: given.phase.clone(),
            participants: given.participants.clone(),
            text: Text::new(std::mem::take(&mut read.imported.text)),
            units: std::mem::take(&mut read.imported.units),
            origin,
            extra: Default::default(),
        })
    }

    /// Checks that there is a case, which notes of a session do without, and that all are there.
    fn check_cases(&self, cases: &[CaseId], needs_none: bool) -> Result<(), Problem> {
        let is_new = |case: &&CaseId| !self.loaded.study.cases.contains_key(*case);
        match cases.iter().find(is_new) {
            _ if cases.is_empty() && !needs_none => Err(Problem::CaseNeeded),
            Some(case) if !self.request.add_cases => Err(Problem::CaseNotThere { case: case.to_string() }),
            _ => Ok(()),
        }
    }

    /// Returns the name that was given, or one made of the file's name and, where that is taken, its case.
    fn free_name(&self, item: &Item) -> Result<SourceId, Problem> {
        let is_taken = |id: &SourceId| {
            let stands = |path: String| self.folder.path(&path).exists();
            self.loaded.study.sources.contains_key(id) || stands(paths::text(id)) || stands(paths::units(id))
        };
        if let Some(name) = &item.given.source {
            return if is_taken(name) {
                Err(Problem::SourceExists { source: name.to_string() })
            } else {
                Ok(name.clone())
            };
        }
        let name = items::source_id(&item.path);
        let mut names = item.names();
        names.find(|id| !is_taken(id)).ok_or(Problem::SourceExists { source: name.to_string() })
    }

    /// Settles who speaks in a source that was made or made anew, makes something of the comments, and tells of it.
    pub(super) fn finish(&mut self, id: &SourceId, format: Format, imported: Imported) -> ImportedFile {
        let study = &mut self.loaded.study;
        let speakers = speakers(study, id, &imported.labels);
        if let Some(source) = study.sources.get_mut(id).filter(|source| source.participants.is_empty()) {
            source.participants = distinct(speakers.iter().filter_map(|speaker| speaker.participant.clone()));
        }
        let file = study.sources[id].origin.file.clone();
        let alike = merged_without_people(&file, &imported, &speakers);
        let mut diagnostics = imported.diagnostics;
        diagnostics.extend(alike);
        let comments = self.comments(id, &imported.comments, &mut diagnostics);
        let source = &self.loaded.study.sources[id];
        let same = |other: &&Source| {
            let [one, two] = [other, &source].map(|source| source.text.as_str().split_whitespace());
            other.id != *id && one.eq(two)
        };
        if let Some(other) = self.loaded.study.sources.values().find(same) {
            let problem = Problem::SameTextTwice { source: other.id.to_string() };
            diagnostics.push(Diagnostic::warning(Place::file(&source.origin.file), problem));
        }
        ImportedFile {
            file: source.origin.file.clone(),
            source: id.clone(),
            cases: source.cases.clone(),
            kind: source.kind.clone(),
            date: source.date,
            reading: imported.reading,
            n_chars: source.text.n_chars(),
            is_chat: format.is_chat(),
            n_units: source.units.len(),
            speakers,
            reanchored: None,
            comments,
            report: imported.report,
            diagnostics,
        }
    }
}

/// Warns that messages in merged exports could not be told to be the same, because nobody has the label of their sender.
fn merged_without_people(file: &str, imported: &Imported, speakers: &[Speaker]) -> Option<Diagnostic> {
    let unknown: Vec<&str> = speakers
        .iter()
        .filter(|speaker| speaker.participant.is_none())
        .map(|speaker| speaker.label.as_str())
        .collect();
    let is_merged = imported.report.exports.len() > 1;
    let problem = Problem::MergedWithoutPeople { labels: unknown.join(", ") };
    (is_merged && !unknown.is_empty()).then(|| Diagnostic::warning(Place::file(file), problem))
}

/// Returns where a source comes from.
pub(super) fn origin(read: &ReadFile) -> Origin {
    let reading = read.imported.reading.clone();
    Origin { file: read.file.clone(), file_hash: read.hashes.join(items::SEPARATOR), reading }
}

fn speakers(study: &Study, id: &SourceId, labels: &[LabelCount]) -> Vec<Speaker> {
    let source = &study.sources[id];
    let speaker = |label: &LabelCount| Speaker {
        participant: study.speaker(&label.label, source).map(|participant| participant.id.clone()),
        label: label.label.clone(),
        n_units: label.n_units,
    };
    labels.iter().map(speaker).collect()
}

/// Returns each item once, in the order of first appearance.
fn distinct<T: Eq + std::hash::Hash>(items: impl Iterator<Item = T>) -> Vec<T> {
    items.collect::<IndexSet<T>>().into_iter().collect()
}

/// The kind that a format leaves no doubt about.
fn kind_of(study: &Study, format: Format) -> Option<KindId> {
    let is_chat = format.is_chat();
    let mut kinds = study.settings.kinds.iter().map(|known| &known.id);
    kinds.find(|known| is_chat && known.as_str() == "chat").cloned()
}
