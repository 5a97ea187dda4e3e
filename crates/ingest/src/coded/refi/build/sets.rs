//! Sets, and graphs.

use super::super::raw::{RawProject, RawSet};
use super::super::values::shown;
use super::Builder;
use crate::coded::{Fate, Group, Reason, Thing};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

impl Builder {
    pub(super) fn sets(&mut self, raw: &RawProject) {
        for set in &raw.sets {
            let group = self.group(set);
            match self.case_of(&group) {
                Some(name) => {
                    let reason = Reason::RepeatsCase;
                    self.project.reconciliation.add_many(
                        1,
                        Thing::Groups,
                        &group.name,
                        Fate::Kept,
                        reason,
                        name,
                    );
                }
                None => self.project.groups.push(group),
            }
        }
    }

    fn group(&mut self, set: &RawSet) -> Group {
        let name = self.tidy(&set.name);
        let sources = self.members(&set.sources, &name, |this| &this.sources);
        let codes = self.members(&set.codes, &name, |this| &this.codes);
        let memos = self.members(&set.notes, &name, |this| &this.memos);
        let sources = sources.into_iter().flatten().collect();
        Group { guid: set.guid, name, description: self.tidy(&set.description), sources, codes, memos }
    }

    fn members<T: Clone>(
        &mut self,
        ids: &[Uuid],
        name: &str,
        map: fn(&Self) -> &BTreeMap<Uuid, T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for id in ids {
            match map(self).get(id) {
                Some(member) => found.push(member.clone()),
                None => self.lose(Thing::Links, name, Reason::PointsNowhere, shown(*id)),
            }
        }
        found
    }

    /// Returns the case that a set repeats for programs without cases: `case: NAME`, with just its sources.
    fn case_of(&self, group: &Group) -> Option<String> {
        let name = group.name.strip_prefix("case:")?.trim();
        let members = |sources: &[usize]| sources.iter().copied().collect::<BTreeSet<_>>();
        let wanted = members(&group.sources);
        let case = self.project.cases.iter().find(|case| case.name == name)?;
        let is_same = members(&case.sources) == wanted && group.codes.is_empty() && group.memos.is_empty();
        is_same.then(|| case.name.clone())
    }

    pub(super) fn graphs(&mut self, raw: &RawProject) {
        for graph in &raw.graphs {
            let detail = format!("{} + {}", graph.n_vertices, graph.n_edges);
            self.lose(Thing::Graphs, &graph.name, Reason::NoPlaceInStudy, detail);
        }
    }
}
