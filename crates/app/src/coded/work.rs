//! A project being worked into a study, in memory: what each of its things is in the study, and which files that touches.

use super::called::{Called, Members};
use super::groups::{self, Proposal};
use super::wishes::{Wish, Wishes};
use crate::import::Request;
use draad_core::id::folded;
use draad_core::{
    About, AttributeId, CaseId, CodeId, CoderId, Diagnostic, Place, Problem, Settings, SourceId, Study,
};
use draad_ingest::coded::{CodedProject, Reason, Reconciliation, Thing};
use draad_store::{CodingRequest, Guids, ProjectPart, StudyFolder};
use draad_words::Words;
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A project being worked into a study.
pub(super) struct Work<'a> {
    pub(super) study: &'a mut Study,
    pub(super) folder: &'a StudyFolder,
    pub(super) request: &'a Request,
    pub(super) words: Words,
    pub(super) project: &'a CodedProject,
    /// The project's file, and the hash of its content.
    pub(super) file: &'a str,
    pub(super) hash: &'a str,
    pub(super) wishes: &'a Wishes,
    pub(super) proposals: Vec<Proposal>,
    /// What stood in the study before, by name.
    pub(super) called: Called,
    pub(super) members: Members,
    /// Further columns of the list of sources, by name whatever its capitals.
    pub(super) columns: BTreeMap<String, String>,
    pub(super) guids: Guids,
    /// What became of everything.
    pub(super) ledger: Reconciliation,
    pub(super) diagnostics: Vec<Diagnostic>,
    /// What each thing of the project is in the study; nothing for what was dropped.
    pub(super) coders: Vec<Who>,
    pub(super) cases: Vec<Option<CaseId>>,
    pub(super) codes: Vec<Option<CodeId>>,
    pub(super) variables: Vec<Option<AttributeId>>,
    pub(super) sources: Vec<Option<SourceId>>,
    pub(super) codings: Vec<Vec<Option<About>>>,
    /// Cases that sets stand for, by position of the set.
    pub(super) group_cases: BTreeMap<usize, CaseId>,
    /// Who coded where the project does not say.
    pub(super) nobody: Option<CoderId>,
    pub(super) n_by_nobody: usize,
    /// Sources of which nothing says the kind.
    pub(super) n_without_kind: usize,
    /// Sources of the study of which the project has another text.
    pub(super) other_versions: Vec<SourceId>,
    /// Codings that the study had already.
    pub(super) n_known: usize,
    pub(super) touched: Touched,
}

/// Who a coder of the project is in the study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Who {
    Coder(CoderId),
    /// The project does not say.
    Nobody,
    /// The map leaves them out.
    LeftOut,
}

/// What of the study has to be written.
#[derive(Default)]
pub(super) struct Touched {
    pub(super) kinds: Vec<draad_core::settings::Named<draad_core::KindId>>,
    pub(super) coders: Vec<draad_core::settings::Named<CoderId>>,
    pub(super) attributes: Vec<draad_core::Attribute>,
    pub(super) has_cases: bool,
    pub(super) has_codes: bool,
    pub(super) has_sources: bool,
    pub(super) has_parts: bool,
    /// Sources whose text and units are written.
    pub(super) texts: BTreeSet<SourceId>,
    /// Codings that are new, by their place among those of the study.
    pub(super) new_codings: BTreeSet<usize>,
    /// Layers of codings that are written.
    pub(super) layers: BTreeSet<(CoderId, SourceId)>,
    /// Memos that are written.
    pub(super) memos: BTreeSet<String>,
    /// Codings without a place.
    pub(super) unanchored: BTreeMap<SourceId, Vec<CodingRequest>>,
}

/// What is brought in, and into what.
pub(super) struct Given<'a> {
    pub(super) folder: &'a StudyFolder,
    pub(super) request: &'a Request,
    pub(super) words: Words,
    pub(super) project: &'a CodedProject,
    pub(super) file: &'a str,
    pub(super) hash: &'a str,
    pub(super) wishes: &'a Wishes,
    pub(super) guids: Guids,
}

impl<'a> Work<'a> {
    pub(super) fn new(study: &'a mut Study, given: Given<'a>) -> Self {
        let Given { folder, request, words, project, file, hash, wishes, guids } = given;
        let only = match &study.coders()[..] {
            [only] => Some(only.clone()),
            _ => None,
        };
        Self {
            nobody: request.coder.clone().or(only),
            proposals: groups::propose(&project.groups),
            called: Called::of(study),
            members: Members::of(project),
            columns: study
                .sources
                .values()
                .flat_map(|source| source.extra.keys())
                .map(|name| (folded(name), name.clone()))
                .collect(),
            ledger: project.reconciliation.clone(),
            diagnostics: project.diagnostics.clone(),
            study,
            folder,
            request,
            words,
            project,
            file,
            hash,
            wishes,
            guids,
            coders: Vec::new(),
            cases: Vec::new(),
            codes: Vec::new(),
            variables: Vec::new(),
            sources: Vec::new(),
            codings: Vec::new(),
            group_cases: BTreeMap::new(),
            n_by_nobody: 0,
            n_without_kind: 0,
            other_versions: Vec::new(),
            n_known: 0,
            touched: Touched::default(),
        }
    }

    /// Works all of the project into the study.
    pub(super) fn all(&mut self) {
        self.take_coders();
        self.take_codes();
        self.take_cases();
        self.take_sources();
        self.take_variables();
        self.take_groups();
        self.take_codings();
        self.take_memos();
        self.study.sort_codings();
        self.tell_of_whole_parts();
        self.tell_of_sources();
        for path in self.project.supplement.keys() {
            self.ledger.lose(Thing::Records, path, Reason::OnlyIntoEmptyStudy, "");
        }
        if self.n_by_nobody > 0
            && self.request.coder.is_none()
            && let Some(coder) = &self.nobody
        {
            let problem = Problem::CoderAssumed { coder: coder.to_string(), n_codings: self.n_by_nobody };
            self.note(problem);
        }
    }

    pub(super) fn wish(&self, part: ProjectPart, idx: usize) -> &'a Wish {
        self.wishes.of(part, idx)
    }

    /// Returns the name of the part of the study that has this identifier, where it starts with `what`.
    pub(super) fn known(&self, what: &str, guid: Option<Uuid>) -> Option<&str> {
        self.guids.about(guid?)?.strip_prefix(what)?.strip_prefix(' ')
    }

    /// Writes down the identifier of a part of the study.
    pub(super) fn identify(&mut self, guid: Option<Uuid>, about: impl FnOnce() -> String) {
        if let Some(guid) = guid {
            self.guids.insert(guid, about());
        }
    }

    pub(super) fn warn(&mut self, problem: Problem) {
        self.diagnostics.push(Diagnostic::warning(Place::file(self.file), problem));
    }

    pub(super) fn note(&mut self, problem: Problem) {
        self.diagnostics.push(Diagnostic::note(Place::file(self.file), problem));
    }

    /// Writes down that the map leaves something out.
    pub(super) fn left_out(&mut self, thing: Thing, name: &str) {
        self.ledger.lose(thing, name, Reason::LeftOut, "");
    }
}

/// Returns whether a label of the settings is this name.
pub(super) fn is_called(id: &str, label: &draad_core::Label, name: &str) -> bool {
    folded(id) == folded(name.trim()) || label.is(name)
}

/// Returns a label in the language of the study.
pub(super) fn label(settings: &Settings, name: &str) -> draad_core::Label {
    match settings.language {
        draad_core::Language::Nl => draad_core::Label::new(name, ""),
        draad_core::Language::En => draad_core::Label::new("", name),
    }
}
