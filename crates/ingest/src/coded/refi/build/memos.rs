//! Notes as memos, what they are about, and links.

use super::super::extras::STUDY;
use super::super::raw::{RawLink, RawProject, RawSource};
use super::super::values::shown;
use super::Builder;
use crate::coded::moment::day;
use crate::coded::{ForeignMemo, MemoAbout, Reason, Thing};
use draad_core::source::normalised;
use uuid::Uuid;

/// With how many of the things that a memo is about a further one is compared.
const MAX_COMPARED: usize = 100;

impl Builder {
    /// Notes that these notes are about something.
    pub(super) fn refer(&mut self, notes: &[Uuid], about: Option<MemoAbout>, holder: &str) {
        self.references.extend(notes.iter().map(|&note| (note, about.clone(), holder.to_owned())));
    }

    /// Makes memos of the notes, and tells them what they are about.
    pub(super) fn memos(&mut self, raw: &RawProject, texts: Vec<Option<String>>) {
        self.refer(&raw.notes, None, &raw.name);
        let references = self.give_fields(raw);
        for (note, text) in raw.memos.iter().zip(texts) {
            let is_used = note.guid.is_some_and(|id| self.used.contains(&id));
            if !is_used && note.name != STUDY {
                self.memo(note, &text.unwrap_or_default());
            }
        }
        for (note, about, holder) in references {
            match self.memos.get(&note).copied() {
                Some(memo) => self.tell(memo, about.as_slice()),
                None if self.used.contains(&note) => {}
                None => self.lose(Thing::Links, holder, Reason::PointsNowhere, shown(note)),
            }
        }
        // The description of a study of ours stands in its settings.
        if !raw.description.trim().is_empty() && !self.project.supplement.contains_key("study.toml") {
            let text = self.tidy(&raw.description);
            self.project.memos.push(ForeignMemo { text, ..ForeignMemo::default() });
        }
    }

    fn memo(&mut self, note: &RawSource, text: &str) {
        if let Some(id) = note.guid {
            let what = (Thing::Memos, note.name.as_str());
            self.index(|this| &mut this.memos, id, self.project.memos.len(), what);
        }
        let parts = [self.tidy(&note.description), normalised(text)];
        let text =
            parts.iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join("\n\n");
        let author = self.coder(note.creator);
        let mut memo = ForeignMemo {
            guid: note.guid,
            title: self.tidy(&note.name),
            text,
            author,
            date: day(&note.created),
            ..ForeignMemo::default()
        };
        for id in &note.notes {
            match self.extras.get(id) {
                Some(fields) => memo.fields.extend(fields.iter().cloned()),
                None => self.lose(Thing::Links, note.name.clone(), Reason::NoPlaceInStudy, shown(*id)),
            }
        }
        self.project.memos.push(memo);
    }

    /// Reads links: a memo with what it is linked to is about that; two other things get a memo about both.
    pub(super) fn links(&mut self, raw: &RawProject) {
        for link in &raw.links {
            self.link(link);
        }
    }

    fn link(&mut self, link: &RawLink) {
        let memo_at = |this: &Self, id: Option<Uuid>| this.memos.get(&id?).copied();
        let memos = link.ends.map(|end| memo_at(self, end));
        let ends = link.ends.map(|end| self.about(end));
        let name = if link.name.trim().is_empty() {
            link.guid.map(shown).unwrap_or_default()
        } else {
            link.name.clone()
        };
        for (end, memo) in link.ends.iter().zip(memos) {
            let is_known = memo.is_some() || !self.about(*end).is_empty();
            if !is_known {
                let id = end.map(shown).unwrap_or_default();
                return self.lose(Thing::Links, name, Reason::PointsNowhere, id);
            }
        }
        let [origin, target] = ends;
        let both: Vec<MemoAbout> = origin.iter().chain(&target).cloned().collect();
        for id in &link.notes {
            match memo_at(self, Some(*id)) {
                Some(memo) => self.tell(memo, &both),
                None => self.lose(Thing::Links, name.clone(), Reason::PointsNowhere, shown(*id)),
            }
        }
        match memos {
            [Some(memo), None] => self.tell(memo, &target),
            [None, Some(memo)] => self.tell(memo, &origin),
            [Some(_), Some(_)] => {
                self.lose(Thing::Links, name, Reason::NoPlaceInStudy, link.direction.clone())
            }
            [None, None] => {
                let title = link.name.trim().to_owned();
                self.project.memos.push(ForeignMemo {
                    guid: link.guid,
                    title,
                    text: link.direction.clone(),
                    about: both,
                    ..ForeignMemo::default()
                });
            }
        }
    }

    fn tell(&mut self, memo: usize, about: &[MemoAbout]) {
        if let Some(memo) = self.project.memos.get_mut(memo) {
            for about in about {
                // A note may be about as many things as a file holds: only a few are looked through for the same one.
                if !memo.about.iter().rev().take(MAX_COMPARED).any(|known| known == about) {
                    memo.about.push(about.clone());
                }
            }
        }
    }

    /// Returns what an identifier stands for, as something that a memo may be about.
    fn about(&self, id: Option<Uuid>) -> Vec<MemoAbout> {
        let Some(id) = id else { return Vec::new() };
        if let Some(sources) = self.sources.get(&id) {
            return sources
                .iter()
                .map(|&idx| MemoAbout::Source(idx, crate::coded::Placement::Source))
                .collect();
        }
        let selection = self.selections.get(&id).map(|(idx, place)| MemoAbout::Source(*idx, place.clone()));
        let coding = self.codings.get(&id).map(|&(source, idx)| MemoAbout::Coding(source, idx));
        let code = self.codes.get(&id).map(|&idx| MemoAbout::Code(idx));
        let case = self.cases.get(&id).map(|&idx| MemoAbout::Case(idx));
        selection.or(coding).or(code).or(case).into_iter().collect()
    }
}
