//! Codings of selections that cover no characters: memos at their source, by those who coded.

use super::super::raw::{RawCoding, RawSelection};
use super::super::values::shown;
use super::Builder;
use crate::coded::moment::day;
use crate::coded::{ForeignMemo, MemoAbout, Reason, Thing};
use std::collections::BTreeMap;

/// What one coder coded in a selection: the codes, and when it was.
#[derive(Default)]
struct Coded<'r> {
    codes: Vec<usize>,
    created: &'r str,
}

impl Builder {
    /// Makes memos of a selection without characters: one by each who coded it, one of the words about it.
    pub(super) fn empty(&mut self, selection: &RawSelection, about: &MemoAbout, label: &str) {
        let own = self.coder(selection.creator);
        let mut by_coder: BTreeMap<Option<usize>, Coded> = BTreeMap::new();
        for coding in &selection.codings {
            let codes = self.codes_without_place(coding, label);
            let coder = self.coder(coding.creator).or(own);
            if !codes.is_empty() {
                by_coder.entry(coder).or_default().add(codes, &coding.created);
            }
            self.refer(&coding.notes, Some(about.clone()), label);
        }
        let text = selection.description.trim();
        if !text.is_empty() || by_coder.is_empty() {
            by_coder.entry(own).or_default();
        }
        // Only one of the memos can have the identifier of the selection.
        let holder =
            if by_coder.contains_key(&own) { own } else { by_coder.keys().next().copied().flatten() };
        for (author, coded) in by_coder {
            let is_holder = author == holder;
            let names = coded.codes.iter().filter_map(|&code| self.project.codes.get(code));
            let names: Vec<&str> = names.map(|code| code.name.as_str()).collect();
            let title = if names.is_empty() { selection.name.trim().to_owned() } else { names.join("; ") };
            let codes = coded.codes.into_iter().map(MemoAbout::Code);
            self.project.memos.push(ForeignMemo {
                guid: selection.guid.filter(|_| is_holder),
                title,
                text: if author == own { text.to_owned() } else { String::new() },
                author,
                date: day(coded.created).or_else(|| day(&selection.created)),
                about: std::iter::once(about.clone()).chain(codes).collect(),
                ..ForeignMemo::default()
            });
        }
    }

    /// Returns the codes of a coding that has no place, and writes down what became of each.
    fn codes_without_place(&mut self, coding: &RawCoding, label: &str) -> Vec<usize> {
        if coding.codes.is_empty() {
            self.lose(
                Thing::Codings,
                label,
                Reason::PointsNowhere,
                coding.guid.map(shown).unwrap_or_default(),
            );
        }
        let mut codes = Vec::new();
        for id in &coding.codes {
            let Some(&code) = self.codes.get(id) else {
                self.lose(Thing::Codings, label, Reason::PointsNowhere, shown(*id));
                continue;
            };
            let name = self.project.codes.get(code).map(|code| code.name.clone()).unwrap_or_default();
            self.change(Thing::Codings, name, Reason::NoCharacters, label);
            codes.push(code);
        }
        codes
    }
}

impl<'r> Coded<'r> {
    fn add(&mut self, codes: Vec<usize>, created: &'r str) {
        if self.codes.is_empty() {
            self.created = created;
        }
        self.codes.extend(codes);
    }
}
