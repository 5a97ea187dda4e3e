//! What is called how, for finding many things by name.

use super::names::slug;
use draad_core::id::folded;
use draad_core::{CaseId, CodeId, Language, SourceId, Study};
use draad_ingest::coded::CodedProject;
use std::collections::BTreeMap;
use std::path::Path;

/// What stood in the study before the import, by name whatever its capitals.
#[derive(Default)]
pub(super) struct Called {
    pub(super) cases: Names<CaseId>,
    pub(super) codes: Names<CodeId>,
    pub(super) sources: Names<SourceId>,
    /// Sources by the name of the file of which they were made, with and without its ending.
    pub(super) files: Names<SourceId>,
}

/// Things of one kind by name.
pub(super) struct Names<Id>(BTreeMap<String, Vec<Id>>);

impl<Id> Default for Names<Id> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<Id: Clone + PartialEq> Names<Id> {
    pub(super) fn insert(&mut self, name: &str, id: &Id) {
        let name = folded(name.trim());
        if !name.is_empty() {
            let called = self.0.entry(name).or_default();
            if !called.contains(id) {
                called.push(id.clone());
            }
        }
    }

    /// Returns all that are called so.
    pub(super) fn all(&self, name: &str) -> &[Id] {
        self.0.get(&folded(name.trim())).map_or(&[], Vec::as_slice)
    }

    /// Returns the only one that is called so.
    pub(super) fn only(&self, name: &str) -> Option<&Id> {
        match self.all(name) {
            [only] => Some(only),
            _ => None,
        }
    }
}

impl Called {
    pub(super) fn of(study: &Study) -> Self {
        let mut called = Self::default();
        let labels =
            |label: &draad_core::Label| [Language::Nl, Language::En].map(|one| label.get(one).to_owned());
        for case in study.cases.values() {
            called.cases.insert(case.id.as_str(), &case.id);
            called.cases.insert(&case.name, &case.id);
        }
        for code in study.codebook.codes.values() {
            called.codes.insert(code.id.as_str(), &code.id);
            labels(&code.name).iter().for_each(|label| called.codes.insert(label, &code.id));
        }
        for source in study.sources.values() {
            let file = &source.origin.file;
            called.sources.insert(source.id.as_str(), &source.id);
            called.files.insert(file, &source.id);
            let stem = Path::new(file).file_stem().unwrap_or_default();
            called.files.insert(&stem.to_string_lossy(), &source.id);
        }
        called
    }

    /// Returns the case that is called so, also when its id was made of the name.
    pub(super) fn case(&self, name: &str) -> Option<&CaseId> {
        self.cases.only(name).or_else(|| self.cases.only(&slug(name)))
    }
}

/// What belongs to each source of a project: sets, cases as a whole, and parts that belong to a case.
pub(super) struct Members {
    pub(super) groups: Vec<Vec<usize>>,
    pub(super) cases: Vec<Vec<usize>>,
    pub(super) parts: Vec<Vec<(usize, draad_core::Span)>>,
}

impl Members {
    pub(super) fn of(project: &CodedProject) -> Self {
        let n = project.sources.len();
        let mut members =
            Self { groups: vec![Vec::new(); n], cases: vec![Vec::new(); n], parts: vec![Vec::new(); n] };
        for (idx, group) in project.groups.iter().enumerate() {
            for &source in &group.sources {
                put(&mut members.groups, source, idx);
            }
        }
        for (idx, case) in project.cases.iter().enumerate() {
            for &source in &case.sources {
                put(&mut members.cases, source, idx);
            }
            for &(source, span) in &case.parts {
                put(&mut members.parts, source, (idx, span));
                put(&mut members.cases, source, idx);
            }
        }
        members
    }
}

fn put<T: PartialEq>(lists: &mut [Vec<T>], at: usize, one: T) {
    if let Some(list) = lists.get_mut(at)
        && list.last() != Some(&one)
    {
        list.push(one);
    }
}
