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
    /// Where each stands among the memos of the study.
    ids: BTreeMap<MemoId, usize>,
}

/// What became of a memo that was to be made.
enum Made {
    New(MemoId),
    /// It is there already, just so.
    Known(MemoId),
    /// The memo of its identifier has another text; this one is new beside it.
    Further(MemoId),
    /// The memo of its identifier has the same text, but these parts otherwise.
    Otherwise(MemoId, Vec<&'static str>),
}

impl Work<'_> {
    pub(super) fn take_memos(&mut self) {
        let memos = &self.study.memos;
        let mut there = There {
            finders: BTreeMap::new(),
            names: Names::of(memos.iter().map(|memo| memo.id.as_str())),
            same: memos
                .iter()
                .map(|memo| {
                    (key(&memo.title, &memo.body, memo.author.as_ref(), &memo.about), memo.id.clone())
                })
                .collect(),
            ids: memos.iter().enumerate().map(|(place, memo)| (memo.id.clone(), place)).collect(),
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
        let mut seen = BTreeSet::new();
        let mut n_lost = 0;
        for one in &memo.about {
            match self.about(one, &mut there.finders) {
                Some(one) if seen.insert(one.to_string()) => about.push(one),
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
        let (title, made) = (&memo.title, self.add_memo(new, there));
        match made {
            Made::Further(id) => self.ledger.change(Thing::Memos, title, Reason::FurtherMemo, id.as_str()),
            Made::Otherwise(id, parts) => {
                let detail = format!("{id}: {}", parts.join(", "));
                self.ledger.change(Thing::Memos, title, Reason::StudyKeepsItsOwn, detail);
            }
            Made::New(_) | Made::Known(_) if n_lost > 0 => {
                self.ledger.change(Thing::Memos, title, Reason::LessAbout, n_lost.to_string());
            }
            Made::New(id) | Made::Known(id) => self.ledger.keep(Thing::Memos, title, id.as_str()),
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

    fn add_memo(&mut self, new: New, there: &mut There) -> Made {
        let first_line = new.text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
        let title = match new.title.is_empty() && new.id.is_none() {
            true => super::codings::shortened(first_line),
            false => new.title.to_owned(),
        };
        let key = key(&title, new.text, new.author.as_ref(), &new.about);
        if let Some(id) = there.same.get(&key) {
            return Made::Known(id.clone());
        }
        let known = self.known("memo", new.guid).and_then(MemoId::new);
        let known = known.and_then(|id| there.ids.get(&id).copied()).map(|place| &self.study.memos[place]);
        if let Some(own) = known.filter(|own| own.body.trim_end() == new.text.trim_end()) {
            return Made::Otherwise(own.id.clone(), differing(own, &title, &new));
        }
        let is_further = known.is_some();
        let own = new.id.as_ref().map(MemoId::as_str).filter(|id| there.names.is_free(id));
        let slug = short_slug(&title);
        let name = there.names.free(&[own.unwrap_or(&slug)], "memo");
        let id = MemoId::new(&name).expect("free names are valid");
        there.same.insert(key, id.clone());
        there.ids.insert(id.clone(), self.study.memos.len());
        if !is_further {
            self.identify(new.guid, || format!("memo {id}"));
        }
        self.touched.memos.insert(id.to_string());
        let (author, date, about) = (new.author, new.date, new.about);
        let body = new.text.to_owned();
        self.study.memos.push(Memo { id: id.clone(), title, author, date, about, body });
        if is_further { Made::Further(id) } else { Made::New(id) }
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
            let (Made::New(id) | Made::Known(id) | Made::Further(id) | Made::Otherwise(id, _)) =
                self.add_memo(new, there);
            self.ledger.keep(Thing::Descriptions, title, id.as_str());
        }
    }
}

/// What makes a memo the same memo: title, text, author, what it is about.
type Key = (String, String, Option<CoderId>, String);

fn key(title: &str, text: &str, author: Option<&CoderId>, about: &[About]) -> Key {
    let about: Vec<String> = about.iter().map(ToString::to_string).collect();
    (title.trim().to_owned(), text.trim_end().to_owned(), author.cloned(), about.join("\n"))
}

/// Returns what a memo of the study has otherwise than one of the same text.
fn differing(own: &Memo, title: &str, new: &New) -> Vec<&'static str> {
    let parts = [
        ("title", own.title.trim() == title.trim()),
        ("author", own.author == new.author),
        ("about", own.about == new.about),
    ];
    parts.into_iter().filter(|(_, is_same)| !is_same).map(|(name, _)| name).collect()
}
