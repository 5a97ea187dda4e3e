//! Memos, journals and annotations of the project as memos of the study.

use super::names::{Names, short_slug};
use super::own;
use super::work::{Who, Work};
use draad_core::locate::{Finder, Located};
use draad_core::{About, CoderId, Memo, MemoId};
use draad_ingest::coded::{ForeignMemo, MemoAbout, Placement, Reason, Thing};
use std::collections::{BTreeMap, BTreeSet};
use uuid::Uuid;

/// A memo about to be made.
struct New<'m> {
    title: &'m str,
    text: &'m str,
    author: Option<CoderId>,
    date: Option<jiff::civil::Date>,
    about: Vec<About>,
    guid: Option<Uuid>,
    /// Its own id, where our own export gave it.
    id: Option<MemoId>,
}

/// The memos that there are: their names, and what tells that one is there already.
struct There {
    names: Names,
    /// The texts of sources of which a memo gives words.
    finders: BTreeMap<usize, Finder>,
    same: BTreeMap<Key, MemoId>,
    ids: BTreeSet<MemoId>,
}

impl Work<'_> {
    pub(super) fn take_memos(&mut self) {
        let memos = &self.study.memos;
        let mut there = There {
            finders: BTreeMap::new(),
            names: Names::of(memos.iter().map(|memo| memo.id.as_str())),
            same: memos
                .iter()
                .map(|memo| (key(&memo.title, &memo.body, &memo.about), memo.id.clone()))
                .collect(),
            ids: memos.iter().map(|memo| memo.id.clone()).collect(),
        };
        for memo in &self.project.memos {
            self.take_memo(memo, &mut there);
        }
        self.take_descriptions(&mut there);
    }

    fn take_memo(&mut self, memo: &ForeignMemo, there: &mut There) {
        if memo.text.trim().is_empty() && memo.title.trim().is_empty() {
            self.ledger.lose(Thing::Memos, "", Reason::Empty, "");
            return;
        }
        let mut about = Vec::new();
        let mut n_lost = 0;
        for one in &memo.about {
            match self.about(one, &mut there.finders) {
                Some(one) if !about.contains(&one) => about.push(one),
                Some(_) => {}
                None => n_lost += 1,
            }
        }
        let author = match memo.author.and_then(|author| self.coders.get(author)) {
            Some(Who::Coder(id)) => Some(id.clone()),
            _ => None,
        };
        let field = |key: &str| memo.fields.get(key).map(String::as_str);
        if let Some(own) = field("about") {
            about = own.lines().filter_map(|one| one.parse().ok()).collect();
        }
        let is_own = field("id").is_some();
        let new = New {
            title: field("title").unwrap_or(memo.title.trim()),
            text: if is_own { &memo.text } else { memo.text.trim_end() },
            author,
            date: field("date").and_then(|date| date.parse().ok()).or(memo.date),
            about,
            guid: memo.guid,
            id: own::id(&memo.fields),
        };
        let id = self.add_memo(new, there);
        match n_lost {
            0 => self.ledger.keep(Thing::Memos, &memo.title, id.as_str()),
            n => self.ledger.change(Thing::Memos, &memo.title, Reason::LessAbout, n.to_string()),
        }
    }

    /// Returns what a memo is about, as far as that is in the study.
    fn about(&self, about: &MemoAbout, finders: &mut BTreeMap<usize, Finder>) -> Option<About> {
        match about {
            MemoAbout::Case(idx) => self.cases.get(*idx).cloned().flatten().map(About::Case),
            MemoAbout::Code(idx) => self.codes.get(*idx).cloned().flatten().map(About::Code),
            MemoAbout::Coding(source, coding) => self.codings.get(*source)?.get(*coding)?.clone(),
            MemoAbout::Source(idx, place) => {
                let id = self.sources.get(*idx)?.clone()?;
                let text = &self.study.sources[&id].text;
                let span = match place {
                    Placement::Source => None,
                    Placement::Span(span) => text.get(*span).map(|_| *span),
                    Placement::Words { words, hint } => {
                        let finder = finders.entry(*idx).or_insert_with(|| Finder::new(text));
                        match finder.locate(words, *hint) {
                            Located::Once(span, _) => Some(span),
                            Located::Nowhere | Located::Several(_) => None,
                        }
                    }
                };
                Some(match span {
                    Some(span) => About::Span(id.clone(), text.char_span(span)),
                    None => About::Source(id),
                })
            }
        }
    }

    fn add_memo(&mut self, new: New, there: &mut There) -> MemoId {
        let known = self.known("memo", new.guid).and_then(MemoId::new);
        let first_line = new.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let title = match new.title.is_empty() && new.id.is_none() {
            true => super::codings::shortened(first_line),
            false => new.title.to_owned(),
        };
        // The title under which it is kept: a memo without one must be known again by the title that it got.
        let key = key(&title, new.text, &new.about);
        let same = || there.same.get(&key).cloned();
        if let Some(id) = known.filter(|id| there.ids.contains(id)).or_else(same) {
            return id;
        }
        let own = new.id.as_ref().map(MemoId::as_str).filter(|id| there.names.is_free(id));
        let slug = short_slug(&title);
        let name = there.names.free(&[own.unwrap_or(&slug)], "memo");
        let id = MemoId::new(&name).expect("free names are valid");
        there.same.insert(key, id.clone());
        self.identify(new.guid, || format!("memo {id}"));
        self.touched.memos.insert(id.to_string());
        let (author, date, about) = (new.author, new.date, new.about);
        let body = new.text.to_owned();
        self.study.memos.push(Memo { id: id.clone(), title, author, date, about, body });
        id
    }

    /// Makes memos of what is written about cases, sources and sets, for which the study has no columns.
    fn take_descriptions(&mut self, there: &mut There) {
        let project = self.project;
        let cases = project.cases.iter().zip(&self.cases).map(|(case, id)| {
            let about = id.iter().cloned().map(About::Case).collect();
            (case.name.as_str(), case.description.as_str(), about)
        });
        let sources = project.sources.iter().zip(&self.sources).map(|(source, id)| {
            let about = id.iter().cloned().map(About::Source).collect();
            (source.name.as_str(), source.description.as_str(), about)
        });
        let groups = project.groups.iter().map(|group| {
            let sources = group.sources.iter().filter_map(|idx| self.sources.get(*idx).cloned().flatten());
            (group.name.as_str(), group.description.as_str(), sources.map(About::Source).collect())
        });
        let all: Vec<(&str, &str, Vec<About>)> = cases.chain(sources).chain(groups).collect();
        for (title, text, about) in all.into_iter().filter(|(_, text, _)| !text.trim().is_empty()) {
            let new = New {
                title: title.trim(),
                text: text.trim_end(),
                author: None,
                date: None,
                about,
                guid: None,
                id: None,
            };
            let id = self.add_memo(new, there);
            self.ledger.keep(Thing::Descriptions, title, id.as_str());
        }
    }
}

/// What makes a memo the same memo: title, text, what it is about.
type Key = (String, String, String);

fn key(title: &str, text: &str, about: &[About]) -> Key {
    let about: Vec<String> = about.iter().map(ToString::to_string).collect();
    (title.trim().to_owned(), text.trim_end().to_owned(), about.join("\n"))
}
