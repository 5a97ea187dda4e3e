//! Sets that are no cases: values of something recorded of sources, or marks on sources and codes.

use super::groups::{Proposal, key_and_value};
use super::names::slug;
use super::variables::column;
use super::work::{Work, label};
use draad_core::{Attribute, AttributeId, AttributeType, CaseId, SourceId};
use draad_ingest::coded::{Group, Reason, Thing};
use draad_store::{ProjectPart, ProjectUse};
use std::collections::BTreeSet;

/// The column in which sets stand that are just sets.
const GROUPS: &str = "groups";
/// The value of an attribute whose set has none in its name.
const YES: &str = "yes";

impl Work<'_> {
    pub(super) fn take_groups(&mut self) {
        for (idx, group) in self.project.groups.iter().enumerate() {
            let wish = self.wish(ProjectPart::Group, idx);
            let proposal = self.proposals[idx].clone();
            match (wish.part_use, proposal) {
                _ if self.group_cases.contains_key(&idx) => {}
                (Some(ProjectUse::LeaveOut), _) => self.left_out(Thing::Groups, &group.name),
                (_, Proposal::Empty) => self.ledger.lose(Thing::Groups, &group.name, Reason::GroupEmpty, ""),
                (Some(ProjectUse::Attribute), _) => self.group_as_attribute(group, &wish.target),
                (Some(_), _) if wish.target == GROUPS => self.group_as_tag(group),
                (Some(_), _) if !wish.target.is_empty() => self.group_as_column(group, &wish.target),
                (_, Proposal::Value { key, .. }) => {
                    self.group_as_column(group, &slug(&key).replace('-', "_"))
                }
                _ => self.group_as_tag(group),
            }
        }
    }

    /// Returns the column of sources into which a set goes.
    pub(super) fn column_of(&self, group: usize) -> Option<String> {
        match &self.proposals[group] {
            Proposal::Value { key, .. } => Some(column(&slug(key).replace('-', "_"))),
            Proposal::Tag => Some(GROUPS.to_owned()),
            Proposal::Case(_) | Proposal::Empty => None,
        }
    }

    /// Writes the value of a set into a column of its sources.
    fn group_as_column(&mut self, group: &Group, name: &str) {
        let value = key_and_value(&group.name).map_or(group.name.trim(), |(_, value)| value);
        let column = column(name);
        for source in self.sources_of(group) {
            self.set_column(&source, &column, value, Thing::GroupMembers);
        }
        self.ledger.change(Thing::Groups, &group.name, Reason::ColumnOfSources, column);
        self.tell_of_further_members(group, false);
    }

    fn sources_of(&self, group: &Group) -> Vec<SourceId> {
        group.sources.iter().filter_map(|idx| self.sources.get(*idx).cloned().flatten()).collect()
    }

    /// Writes the name of a set beside its sources and codes.
    fn group_as_tag(&mut self, group: &Group) {
        // Names are joined with `;`.
        let name = group.name.trim().replace(';', ",");
        for source in self.sources_of(group) {
            if let Some(source) = self.study.sources.get_mut(&source) {
                self.touched.has_sources |= add_to(source.extra.entry(GROUPS.to_owned()).or_default(), &name);
            }
        }
        for code in group.codes.iter().filter_map(|idx| self.codes.get(*idx).cloned().flatten()) {
            if let Some(code) = self.study.codebook.codes.get_mut(&code) {
                self.touched.has_codes |= add_to(code.extra.entry(GROUPS.to_owned()).or_default(), &name);
            }
        }
        if group.sources.is_empty() && group.codes.is_empty() {
            self.ledger.lose(Thing::Groups, &group.name, Reason::GroupOfMemos, group.memos.len().to_string());
            return;
        }
        self.ledger.keep(Thing::Groups, &group.name, GROUPS);
        self.tell_of_further_members(group, true);
    }

    /// Gives the cases of a set's sources a value, where the sets do not contradict each other.
    fn group_as_attribute(&mut self, group: &Group, target: &str) {
        let (key, value) = key_and_value(&group.name).unwrap_or((group.name.trim(), YES));
        let name = if target.is_empty() { slug(key).replace('-', "_") } else { target.to_owned() };
        let Some(id) = AttributeId::new(&name) else {
            self.ledger.lose(Thing::Groups, &group.name, Reason::NoPlaceInStudy, name);
            return;
        };
        if self.study.settings.attribute(id.as_str()).is_none() {
            let label =
                if key == id.as_str() { Default::default() } else { label(&self.study.settings, key) };
            let kind = if value == YES { AttributeType::YesNo } else { AttributeType::Text };
            let new = Attribute { id: id.clone(), label, kind, levels: Vec::new(), outcome: false };
            self.study.settings.attributes.push(new.clone());
            self.touched.attributes.push(new);
        }
        let sources = group.sources.iter().filter_map(|idx| self.sources.get(*idx)?.as_ref());
        let cases: BTreeSet<CaseId> =
            sources.flat_map(|source| self.study.sources[source].cases.iter().cloned()).collect();
        for case in &cases {
            self.take_case_value(case, &id, value);
        }
        self.ledger.change(Thing::Groups, &group.name, Reason::BecameAttribute, id.as_str());
        self.tell_of_further_members(group, false);
    }

    /// Says which members of a set were not marked.
    fn tell_of_further_members(&mut self, group: &Group, has_codes: bool) {
        let n_codes = if has_codes { 0 } else { group.codes.len() };
        let n = n_codes + group.memos.len();
        if n > 0 {
            self.ledger.lose(Thing::GroupMembers, &group.name, Reason::NoPlaceInStudy, n.to_string());
        }
    }
}

/// Adds a name to a list in a cell; returns whether it was not there.
fn add_to(cell: &mut String, name: &str) -> bool {
    if cell.split(';').any(|own| own.trim() == name) {
        return false;
    }
    if !cell.is_empty() {
        cell.push(';');
    }
    cell.push_str(name);
    true
}
