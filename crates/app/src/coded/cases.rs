//! The cases of the project, and those that sets stand for.

use super::groups::Proposal;
use super::names::{Names, slug};
use super::own;
use super::work::{Work, is_called};
use draad_core::id::folded;
use draad_core::{Case, CaseId};
use draad_ingest::coded::{ForeignCase, Reason, Thing};
use draad_store::{ProjectPart, ProjectUse};
use indexmap::IndexMap;

impl Work<'_> {
    pub(super) fn take_cases(&mut self) {
        let mut names = Names::of(self.study.cases.keys().map(CaseId::as_str));
        for (idx, case) in self.project.cases.iter().enumerate() {
            let wish = self.wish(ProjectPart::Case, idx);
            if wish.part_use == Some(ProjectUse::LeaveOut) {
                self.left_out(Thing::Cases, &case.name);
                self.cases.push(None);
                continue;
            }
            let id = CaseId::new(&wish.target).or_else(|| own::id(&case.fields));
            let id = id.unwrap_or_else(|| self.case_id(case, &mut names));
            let name = case.fields.get("name").unwrap_or(&case.name);
            self.add_case(&id, name, &mut names);
            self.identify(case.guid, || format!("case {id}"));
            self.ledger.keep(Thing::Cases, &case.name, id.as_str());
            self.cases.push(Some(id));
        }
        for idx in 0..self.project.groups.len() {
            self.take_group_case(idx, &mut names);
        }
    }

    fn case_id(&self, case: &ForeignCase, names: &mut Names) -> CaseId {
        let by_guid = self.known("case", case.guid).and_then(CaseId::new);
        by_guid.or_else(|| self.case_called(&case.name)).unwrap_or_else(|| {
            let own = case.fields.get("id").filter(|id| CaseId::new(id).is_some());
            let free = names.free(&[own.unwrap_or(&slug(&case.name))], "case");
            CaseId::new(&free).expect("free names are valid")
        })
    }

    /// Returns the case of the study that is called so.
    pub(super) fn case_called(&self, name: &str) -> Option<CaseId> {
        self.called.case(name).cloned()
    }

    pub(super) fn add_case(&mut self, id: &CaseId, name: &str, names: &mut Names) {
        names.take(id.as_str());
        if self.study.cases.contains_key(id) {
            return;
        }
        let name = if name.trim() == id.as_str() { String::new() } else { name.to_owned() };
        let case = Case { id: id.clone(), name, attributes: IndexMap::new() };
        self.study.cases.insert(id.clone(), case);
        self.touched.has_cases = true;
    }

    /// Takes a set for a case, where its name or the map says that it is one.
    fn take_group_case(&mut self, idx: usize, names: &mut Names) {
        let group = &self.project.groups[idx];
        let wish = self.wish(ProjectPart::Group, idx);
        let name = match (&self.proposals[idx], wish.part_use) {
            (Proposal::Case(name), None | Some(ProjectUse::Case)) => name.clone(),
            (_, Some(ProjectUse::Case)) => group.name.clone(),
            _ => return,
        };
        let in_project = || {
            let cases = self.project.cases.iter().zip(&self.cases);
            let mut called = cases.filter(|(case, _)| folded(case.name.trim()) == folded(name.trim()));
            called.find_map(|(_, id)| id.clone())
        };
        let known = in_project();
        let repeats = known.is_some();
        let id = CaseId::new(&wish.target).or(known).or_else(|| self.case_called(&name));
        let id = id.unwrap_or_else(|| {
            let free = names.free(&[&slug(&name)], "case");
            CaseId::new(&free).expect("free names are valid")
        });
        self.add_case(&id, &name, names);
        match repeats {
            true => self.ledger.keep(Thing::Groups, &group.name, id.as_str()),
            false => self.ledger.change(Thing::Groups, &group.name, Reason::BecameCase, id.as_str()),
        }
        self.group_cases.insert(idx, id);
    }

    /// Returns the cases to which a source belongs by the project: as a whole, in part, or by a set.
    pub(super) fn cases_of(&self, source: usize) -> Vec<CaseId> {
        let in_cases = self.members.cases[source].iter().filter_map(|case| self.cases.get(*case)?.as_ref());
        let by_group = self.members.groups[source].iter().filter_map(|group| self.group_cases.get(group));
        let mut once: Vec<CaseId> = Vec::new();
        for id in in_cases.chain(by_group) {
            if !once.contains(id) {
                once.push(id.clone());
            }
        }
        once
    }
}

/// Returns whether an attribute of the study is called so.
pub(super) fn is_attribute(attribute: &draad_core::Attribute, name: &str) -> bool {
    is_called(attribute.id.as_str(), &attribute.label, name) || folded(attribute.id.as_str()) == slug(name)
}
