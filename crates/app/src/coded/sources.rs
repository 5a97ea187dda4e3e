//! The sources of the project as sources of the study.

use super::names::Names;
use super::own;
use super::variables::SOURCE_COLUMNS;
use super::work::{Work, is_called};
use crate::import::{Assignment, guessed, source_id};
use draad_core::diagnostic::Outcome;
use draad_core::settings::Named;
use draad_core::{
    CaseId, CaseSpan, Diagnostic, KindId, Label, Origin, ParticipantId, PhaseId, Place, Problem, Source,
    SourceId, Text,
};
use draad_ingest::coded::{ForeignSource, Placement, Reason, Thing, further_columns};
use draad_store::{ProjectPart, ProjectUse, paths};
use std::path::Path;

/// The kind of sources of which nothing says another one.
const KIND: (&str, &str, &str) = ("document", "document", "document");
/// How many sources a sentence names.
const MAX_NAMED: usize = 5;

impl Work<'_> {
    pub(super) fn take_sources(&mut self) {
        let mut names = Names::of(self.study.sources.keys().map(SourceId::as_str));
        for (idx, source) in self.project.sources.iter().enumerate() {
            let id = self.source(idx, source, &mut names);
            if let Some(id) = &id {
                self.identify(source.guid, || format!("source {id}"));
                self.take_parts(idx, id);
            }
            self.sources.push(id);
        }
    }

    /// Whether the file is a table that names documents and has no texts of its own.
    pub(super) fn has_no_texts(&self) -> bool {
        self.project.sources.iter().all(|source| source.text.is_none())
    }

    fn source(&mut self, idx: usize, source: &ForeignSource, names: &mut Names) -> Option<SourceId> {
        let wish = self.wish(ProjectPart::Source, idx);
        if wish.part_use == Some(ProjectUse::LeaveOut) {
            self.left_out(Thing::Sources, &source.name);
            return None;
        }
        let wished = SourceId::new(&wish.target).or_else(|| own::id(&source.fields));
        let known = match &wished {
            Some(id) => self.study.sources.contains_key(id).then(|| id.clone()),
            None => self.source_known(source),
        };
        let Some(text) = &source.text else {
            return self.source_without_text(source, known);
        };
        if let Some(id) = known {
            // Two sources of one project are not the same, whatever their names.
            let is_new = self.touched.texts.contains(&id);
            if !is_new && self.study.sources[&id].text.as_str() == text {
                self.add_cases(&id, idx);
                self.ledger.keep(Thing::Sources, &source.name, id.as_str());
                return Some(id);
            }
            if !is_new {
                self.other_versions.push(id);
            }
        }
        let plain = wished.clone().unwrap_or_else(|| source_id(Path::new(&source.name)));
        let free = SourceId::new(&self.free_name(&plain, names)).expect("free names are valid");
        match free == plain {
            true => self.ledger.keep(Thing::Sources, &source.name, free.as_str()),
            false => self.ledger.change(Thing::Sources, &source.name, Reason::NameTaken, free.as_str()),
        }
        let made = self.new_source(&free, idx, source, text);
        self.touched.texts.insert(free.clone());
        self.touched.has_sources = true;
        self.study.sources.insert(free.clone(), made);
        Some(free)
    }

    /// Returns a name that no source has, and no file that a source left behind.
    fn free_name(&self, plain: &SourceId, names: &mut Names) -> String {
        loop {
            let name = names.free(&[plain.as_str()], "source");
            let stands = |path: String| self.folder.path(&path).exists();
            let is_free = |id: SourceId| !stands(paths::text(&id)) && !stands(paths::units(&id));
            if SourceId::new(&name).is_some_and(is_free) {
                return name;
            }
        }
    }

    /// Returns the source of the study that this one is: by its identifier, or else the only one of its name.
    fn source_known(&self, source: &ForeignSource) -> Option<SourceId> {
        let sources = &self.study.sources;
        let by_guid = self.known("source", source.guid).and_then(SourceId::new);
        by_guid.filter(|id| sources.contains_key(id)).or_else(|| {
            let id = source_id(Path::new(&source.name));
            // A name such as `Interview 1.2` has no ending.
            let whole = source_id(Path::new(&format!("{}.x", source.name)));
            let sources = &self.called.sources;
            let by_id = sources.only(id.as_str()).or_else(|| sources.only(whole.as_str()));
            by_id.or_else(|| self.called.files.only(&source.name)).cloned()
        })
    }

    /// Takes a source of which the project has no text: what was coded in it belongs to the study's source of that name.
    fn source_without_text(&mut self, source: &ForeignSource, known: Option<SourceId>) -> Option<SourceId> {
        if let Some(id) = known {
            self.ledger.keep(Thing::Sources, &source.name, id.as_str());
            return Some(id);
        }
        let has_words =
            |place: &Placement| matches!(place, Placement::Words { words, .. } if !words.trim().is_empty());
        let keeps_words =
            source.codings.iter().any(|coding| has_words(&coding.place)) && !self.has_no_texts();
        let reason = if self.has_no_texts() { Reason::DocumentUnknown } else { Reason::NoText };
        let id = source_id(Path::new(&source.name));
        let detail = if keeps_words { paths::unanchored(&id) } else { String::new() };
        self.ledger.lose(Thing::Sources, &source.name, reason, detail);
        None
    }

    fn new_source(&mut self, id: &SourceId, idx: usize, source: &ForeignSource, text: &str) -> Source {
        let wish = self.wish(ProjectPart::Source, idx);
        let given = &self.request.assignment;
        let guess = guessed(self.study, &source.name);
        let mut cases = wish.cases.clone();
        for further in [self.cases_of(idx), given.cases.clone(), guess.cases.clone()] {
            if cases.is_empty() {
                cases = further;
            }
        }
        if let Some(own) = own::list(&source.fields, "cases").filter(|_| wish.cases.is_empty()) {
            cases = own;
        }
        self.ensure_cases(&cases);
        let own = |key: &str| source.fields.get(key).map(String::as_str);
        let guess = if own("id").is_some() { Assignment::default() } else { guess };
        let kind = wish.kind.clone().or_else(|| given.kind.clone());
        let kind = kind.or_else(|| own("kind").and_then(KindId::new)).or(guess.kind);
        let kind = kind.or_else(|| self.kind_of_groups(idx)).unwrap_or_else(|| {
            self.n_without_kind += 1;
            KindId::new(KIND.0).expect("the name is valid")
        });
        self.ensure_kind(&kind);
        let reading = [self.project.reading.as_str(), source.reading.as_str()];
        let reading: Vec<&str> = reading.into_iter().filter(|part| !part.is_empty()).collect();
        Source {
            id: id.clone(),
            cases,
            kind,
            date: own("date")
                .and_then(|date| date.parse().ok())
                .or(source.date)
                .or(given.date)
                .or(guess.date),
            phase: given.phase.clone().or_else(|| own("phase").and_then(|id| self.phase(id))).or(guess.phase),
            participants: match given.participants.is_empty() {
                true => self.participants(own("participants").unwrap_or_default()),
                false => given.participants.clone(),
            },
            text: Text::new(text),
            units: source.units.clone(),
            origin: Origin {
                file: self.file.to_owned(),
                file_hash: self.hash.to_owned(),
                reading: reading.join("; "),
            },
            extra: further_columns(&source.fields)
                .map(|(name, value)| (own::free_column(name, &SOURCE_COLUMNS), value.to_owned()))
                .collect(),
        }
    }

    /// Returns the phase of our own export, where the study has it.
    fn phase(&self, id: &str) -> Option<PhaseId> {
        self.study.settings.phases.iter().find(|phase| phase.id.as_str() == id).map(|phase| phase.id.clone())
    }

    /// Returns the participants of our own export that the study has.
    fn participants(&self, ids: &str) -> Vec<ParticipantId> {
        ids.split(';')
            .filter_map(|id| self.study.participants.get(id))
            .map(|person| person.id.clone())
            .collect()
    }

    /// Adds the cases that the project gives to a source that the study has.
    fn add_cases(&mut self, id: &SourceId, idx: usize) {
        let wish = self.wish(ProjectPart::Source, idx);
        let cases = if wish.cases.is_empty() { self.cases_of(idx) } else { wish.cases.clone() };
        self.ensure_cases(&cases);
        let source = &mut self.study.sources[id];
        for case in cases {
            if !source.cases.contains(&case) {
                source.cases.push(case);
                self.touched.has_sources = true;
            }
        }
    }

    fn ensure_cases(&mut self, cases: &[CaseId]) {
        for case in cases {
            self.add_case(case, case.as_str(), &mut Names::default());
        }
    }

    /// Returns the kind of the study after which a set of the source is called.
    fn kind_of_groups(&self, idx: usize) -> Option<KindId> {
        let groups = self.members.groups[idx].iter().map(|group| &self.project.groups[*group].name);
        let mut kinds = groups.filter_map(|name| {
            let mut kinds = self.study.settings.kinds.iter();
            kinds.find(|kind| is_called(kind.id.as_str(), &kind.label, name))
        });
        let first = kinds.next()?;
        kinds.all(|kind| kind.id == first.id).then(|| first.id.clone())
    }

    fn ensure_kind(&mut self, id: &KindId) {
        if !self.study.settings.kinds.iter().any(|kind| kind.id == *id) {
            let label = if id.as_str() == KIND.0 { Label::new(KIND.1, KIND.2) } else { Label::default() };
            let kind = Named { id: id.clone(), label };
            self.study.settings.kinds.push(kind.clone());
            self.touched.kinds.push(kind);
        }
    }

    /// Writes down the parts of a source that belong to a case.
    fn take_parts(&mut self, idx: usize, id: &SourceId) {
        let text = self.study.sources[id].text.clone();
        let known = self.study.case_spans.iter().filter(|part| part.source == *id);
        let mut known: Vec<CaseSpan> = known.cloned().collect();
        let mut parts = std::mem::take(&mut self.members.parts[idx]);
        parts.sort_by_key(|(case, span)| (span.start(), span.end(), *case));
        for (case_idx, span) in parts {
            let name = &self.project.cases[case_idx].name;
            let Some(case) = self.cases[case_idx].clone() else {
                self.ledger.lose(Thing::CaseParts, name, Reason::OwnerDropped, id.as_str());
                continue;
            };
            let part = CaseSpan { source: id.clone(), case, chars: text.char_span(span) };
            self.ledger.keep(Thing::CaseParts, name, id.as_str());
            if !known.contains(&part) {
                known.push(part.clone());
                self.study.case_spans.push(part);
                self.touched.has_parts = true;
            }
        }
    }

    /// Says what became of whole sources that belong to a case, where the project counts those among its parts.
    pub(super) fn tell_of_whole_parts(&mut self) {
        let n_parts: usize = self.project.cases.iter().map(|case| case.parts.len()).sum();
        let n_read = self.ledger.read.get(&Thing::CaseParts).copied().unwrap_or_default();
        if n_read <= n_parts {
            return;
        }
        for (case, id) in self.project.cases.iter().zip(&self.cases) {
            for source in case.sources.iter().filter_map(|idx| self.sources.get(*idx)) {
                match (id, source) {
                    (Some(_), Some(source)) => {
                        self.ledger.keep(Thing::CaseParts, &case.name, source.as_str());
                    }
                    _ => self.ledger.lose(
                        Thing::CaseParts,
                        &case.name,
                        Reason::OwnerDropped,
                        case.name.as_str(),
                    ),
                }
            }
        }
    }

    /// Refuses a project that should replace texts of the study: its codings stand at places in its own texts, and those of
    /// the study are moved along only with a text that comes alone.
    pub(super) fn check_versions(&self) -> Outcome<()> {
        let n_sources = self.other_versions.len();
        if n_sources == 0 || !self.request.replace {
            return Ok(());
        }
        let mut names: Vec<&str> = self.other_versions.iter().take(MAX_NAMED).map(SourceId::as_str).collect();
        if n_sources > MAX_NAMED {
            names.push("…");
        }
        let problem = Problem::ProjectReplacesSources { n_sources, sources: names.join(", ") };
        Err(Box::new(Diagnostic::error(Place::file(self.file), problem)))
    }

    /// Says what was assumed of sources, or is not known of them.
    pub(super) fn tell_of_sources(&mut self) {
        if self.n_without_kind > 0 {
            let problem = Problem::KindAssumed { kind: KIND.0.to_owned(), n_sources: self.n_without_kind };
            self.warn(problem);
        }
        let is_without = |id: &&SourceId| self.study.sources[*id].cases.is_empty();
        let n_sources = self.touched.texts.iter().filter(is_without).count();
        if n_sources > 0 {
            self.warn(Problem::SourcesWithoutCase { n_sources });
        }
    }
}
