//! Sets, and graphs.

use super::super::raw::{RawProject, RawSet};
use super::super::values::shown;
use super::Builder;
use crate::coded::{Fate, ForeignCase, Group, Reason, Thing};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// Names of cases with the sources of each: several cases may have one name.
type Members = BTreeSet<(String, BTreeSet<usize>)>;

impl Builder {
    pub(super) fn sets(&mut self, raw: &RawProject) {
        let cases: Members = self.project.cases.iter().map(members_of).collect();
        for set in &raw.sets {
            let group = self.group(set);
            match case_of(&group, &cases) {
                Some(case) => {
                    let (name, reason) = (&group.name, Reason::RepeatsCase);
                    self.project.reconciliation.add_many(1, Thing::Groups, name, Fate::Kept, reason, case);
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

    pub(super) fn graphs(&mut self, raw: &RawProject) {
        for graph in &raw.graphs {
            let detail = format!("{} + {}", graph.n_vertices, graph.n_edges);
            self.lose(Thing::Graphs, &graph.name, Reason::NoPlaceInStudy, detail);
        }
    }
}

fn members_of(case: &ForeignCase) -> (String, BTreeSet<usize>) {
    (case.name.clone(), case.sources.iter().copied().collect())
}

/// Returns the case that a set repeats for programs without cases: `case: NAME`, with just its sources.
fn case_of(group: &Group, cases: &Members) -> Option<String> {
    let name = group.name.strip_prefix("case:")?.trim();
    let wanted = (name.to_owned(), group.sources.iter().copied().collect());
    let is_same = group.codes.is_empty() && group.memos.is_empty() && cases.contains(&wanted);
    is_same.then_some(wanted.0)
}
