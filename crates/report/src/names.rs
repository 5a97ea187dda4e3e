//! What leads where: the names of factors, cases, sources and outcome groups in tables that come as text.
//!
//! A cell that is the name of something leads to it, and so does each id of a case in a list; in the row of a factor to the
//! passages of the factor in that case. Names that several things share lead nowhere, and neither do numbers that happen to
//! be the id of a case, unless the whole cell consists of ids.

use crate::address;
use crate::lists::Lists;
use crate::reader::Reader;
use crate::sources::Contexts;
use draad_core::{CaseId, CodeId};
use serde::Serialize;
use std::collections::BTreeMap;

/// Words, and where they lead.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(crate) struct Run {
    /// What people read.
    pub(crate) text: String,
    /// Address, without `#`; may be empty.
    pub(crate) to: String,
}

/// Where names lead.
pub(crate) struct Names<'a> {
    reader: &'a Reader<'a>,
    lists: &'a Lists,
    factors: BTreeMap<String, Option<usize>>,
    cases: BTreeMap<String, Option<usize>>,
    groups: BTreeMap<String, Option<usize>>,
    sources: BTreeMap<&'a str, String>,
}

impl<'a> Names<'a> {
    /// Collects what has a name on the page.
    pub(crate) fn new(reader: &'a Reader<'a>, contexts: &Contexts, lists: &'a Lists) -> Self {
        let table = reader.input.table;
        let mut factors = BTreeMap::new();
        for (idx, row) in table.factors.iter().enumerate() {
            add(&mut factors, reader.code_name(&row.id), idx);
            if reader.code_name(&row.id) != row.id.as_str() {
                add(&mut factors, row.id.to_string(), idx);
            }
        }
        let mut cases = BTreeMap::new();
        for (idx, column) in table.cases.iter().enumerate() {
            add(&mut cases, column.id.to_string(), idx);
        }
        let mut groups = BTreeMap::new();
        for (idx, group) in table.outcome_groups.iter().enumerate() {
            add(&mut groups, reader.group_name(group), idx);
        }
        let held = reader.study.sources.keys().filter(|source| contexts.has(reader.study, source));
        let sources = held.map(|source| (source.as_str(), address::source(source))).collect();
        Self { reader, lists, factors, cases, groups, sources }
    }

    /// Returns text in runs, each with where it leads; `subject` is what the row is about.
    pub(crate) fn linked(&self, text: &str, subject: &str) -> Vec<Run> {
        if let Some(to) = self.whole(text) {
            return vec![Run { text: text.to_owned(), to }];
        }
        let words = || text.split(is_between).filter(|word| !word.is_empty());
        let only_ids = words().all(|word| self.case(word).is_some());
        let is_id = |word: &str| only_ids || word.contains(|c: char| c.is_alphabetic());
        let mut runs = Runs::default();
        let mut rest = text;
        while let Some(word) = rest.split(is_between).next() {
            match self.case(word).filter(|_| is_id(word)) {
                Some(case) => {
                    let of_factor = self.meeting(subject, word);
                    runs.link(word, of_factor.unwrap_or_else(|| address::case(case)));
                }
                None => runs.say(word),
            }
            rest = &rest[word.len()..];
            let Some(between) = rest.chars().next() else { break };
            runs.say(&rest[..between.len_utf8()]);
            rest = &rest[between.len_utf8()..];
        }
        runs.0
    }

    /// Returns where a factor that `subject` names meets the case, outcome group, phase, role or kind that `head` names.
    pub(crate) fn meeting(&self, subject: &str, head: &str) -> Option<String> {
        let factor = (*self.factors.get(subject)?)?;
        let table = self.reader.input.table;
        let row = &table.factors[factor];
        if self.reader.only_adds_up(row) {
            return None;
        }
        if let Some(&Some(case)) = self.cases.get(head) {
            let is_coded = table.cell(0, factor, case).state.is_coded();
            return is_coded.then(|| address::cell(&row.id, &table.cases[case].id));
        }
        if let Some(&Some(group)) = self.groups.get(head) {
            return (table.k_of_n(0, factor, group).0 > 0).then(|| address::group(&row.id, group));
        }
        self.lists.named(&row.id, head)
    }

    /// Returns where a text leads that is a name as a whole.
    fn whole(&self, text: &str) -> Option<String> {
        if let Some(&Some(factor)) = self.factors.get(text) {
            return Some(address::factor(self.factor_id(factor)));
        }
        if let Some(case) = self.case(text).filter(|_| text.contains(is_between)) {
            return Some(address::case(case));
        }
        self.sources.get(text).cloned()
    }

    fn factor_id(&self, factor: usize) -> &CodeId {
        &self.reader.input.table.factors[factor].id
    }

    fn case(&self, word: &str) -> Option<&CaseId> {
        let case = (*self.cases.get(word)?)?;
        Some(&self.reader.input.table.cases[case].id)
    }
}

/// Adds a name; one that something else has already means neither.
fn add(names: &mut BTreeMap<String, Option<usize>>, name: String, idx: usize) {
    names.entry(name).and_modify(|known| *known = None).or_insert(Some(idx));
}

/// Returns whether a character stands between ids in a list, or marks one of them.
fn is_between(c: char) -> bool {
    !c.is_alphanumeric() && !"-_.".contains(c)
}

/// Runs of text, neighbours without a link taken together.
#[derive(Default)]
struct Runs(Vec<Run>);

impl Runs {
    fn say(&mut self, text: &str) {
        match self.0.last_mut().filter(|last| last.to.is_empty()) {
            Some(last) => last.text.push_str(text),
            None if text.is_empty() => {}
            None => self.0.push(Run { text: text.to_owned(), to: String::new() }),
        }
    }

    fn link(&mut self, text: &str, to: String) {
        self.0.push(Run { text: text.to_owned(), to });
    }
}
