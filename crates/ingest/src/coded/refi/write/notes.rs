//! Notes: memos, and the notes that hold what the format has no element for.

use super::super::extras::{self, Lines};
use super::guids::Guids;
use super::project::Project;
use super::xml::{Value, day};
use crate::coded::{Reason, Thing};
use std::collections::BTreeMap;
use std::io::{self, Write};
use uuid::Uuid;

/// Notes with what has no element; those that say the same are one.
pub(super) struct Notes<'o> {
    guids: Guids<'o>,
    known: BTreeMap<(&'static str, String), Uuid>,
    order: Vec<(&'static str, String)>,
}

impl<'o> Notes<'o> {
    pub(super) fn new(guids: Guids<'o>) -> Self {
        Self { guids, known: BTreeMap::new(), order: Vec::new() }
    }

    /// Returns the identifier of something that is not known to the plan; to be asked once for each.
    pub(super) fn guid(&mut self, reference: &str) -> Uuid {
        self.guids.of(reference)
    }

    /// Returns the note called `name` that says this; nothing where there is nothing to say.
    pub(super) fn saying(&mut self, name: &'static str, lines: Lines) -> Option<Uuid> {
        let note = (name, lines.into_text()?);
        if let Some(&guid) = self.known.get(&note) {
            return Some(guid);
        }
        let guid = self.guids.of(&format!("note {name}\n{}", note.1));
        self.known.insert(note.clone(), guid);
        self.order.push(note);
        Some(guid)
    }
}

impl<'s, W: Write> Project<'_, 's, W> {
    /// Writes the container of notes, if there are any.
    pub(super) fn write_notes(&mut self, supplement: Option<Uuid>) -> io::Result<()> {
        if self.plan.memos.is_empty() && self.notes.order.is_empty() && supplement.is_none() {
            return Ok(());
        }
        self.xml.open("Notes", &[])?;
        for memo in 0..self.plan.memos.len() {
            self.write_memo(memo)?;
        }
        for note in std::mem::take(&mut self.notes.order) {
            self.xml.about(Thing::Memos, note.0);
            let guid = Value::Guid(self.notes.known[&note]);
            self.xml.open("Note", &[("guid", Some(guid)), ("name", Some(Value::Text(note.0)))])?;
            self.xml.text("PlainTextContent", &note.1)?;
            self.xml.close("Note")?;
        }
        if let Some(guid) = supplement {
            let path = Value::Plain(format!("internal://{}.txt", text_name(guid)));
            let name = Value::Text(extras::STUDY);
            let guid = Value::Guid(guid);
            self.xml.empty(
                "Note",
                &[("guid", Some(guid)), ("name", Some(name)), ("plainTextPath", Some(path))],
            )?;
        }
        self.xml.close("Notes")
    }

    fn write_memo(&mut self, place: usize) -> io::Result<()> {
        let plan = &self.plan.memos[place];
        let (memo, name) = (plan.memo, plan.memo.id.as_str());
        self.xml.about(Thing::Memos, name);
        let extras = self.memo_extras(place);
        let title = if memo.title.is_empty() { name } else { &memo.title };
        let author = memo.author.as_ref().and_then(|author| self.plan.coders.get(author));
        let date = memo.date.and_then(day).map(|day| Value::Plain(format!("{day}T00:00:00Z")));
        self.xml.open(
            "Note",
            &[
                ("guid", Some(Value::Guid(plan.guid))),
                ("name", Some(Value::Text(title))),
                ("creatingUser", author.map(|guid| Value::Guid(*guid))),
                ("creationDateTime", date),
            ],
        )?;
        self.xml.text("PlainTextContent", &memo.body)?;
        self.refer(extras)?;
        self.xml.close("Note")
    }

    fn memo_extras(&mut self, place: usize) -> Option<Uuid> {
        let plan = &self.plan.memos[place];
        let memo = plan.memo;
        let mut lines = Lines::default();
        lines.put("id", memo.id.as_str());
        if memo.title.is_empty() {
            lines.put("title", "");
        }
        if let Some(date) = memo.date.filter(|date| day(*date).is_none()) {
            lines.put("date", &date.to_string());
        }
        if memo.about.len() > 1 || !plan.is_pointed_at {
            let about: Vec<String> = memo.about.iter().map(ToString::to_string).collect();
            lines.put("about", &about.join("\n"));
        }
        if !plan.is_pointed_at {
            self.losses.change(Thing::Memos, memo.id.as_str(), Reason::InNote, "about", 1);
        }
        self.notes.saying(extras::MEMO, lines)
    }

    /// Points at notes.
    pub(super) fn refer(&mut self, notes: impl IntoIterator<Item = Uuid>) -> io::Result<()> {
        notes.into_iter().try_for_each(|note| self.xml.point("NoteRef", note))
    }

    /// Points at memos, by their place in the study.
    pub(super) fn refer_memos(&mut self, memos: &[usize]) -> io::Result<()> {
        memos.iter().try_for_each(|&memo| self.xml.point("NoteRef", self.plan.memos[memo].guid))
    }

    /// Returns the note that says these lines, and counts for each but the id that others see it as a note only.
    pub(super) fn note(&mut self, name: &'static str, thing: Thing, lines: Lines) -> Option<Uuid> {
        for key in lines.keys().iter().filter(|key| !["id", "of", "row", "quote"].contains(&key.as_str())) {
            self.losses.change(thing, key, Reason::InNote, "", 1);
        }
        self.notes.saying(name, lines)
    }
}

/// Returns the name of the file of a text, without its ending.
pub(super) fn text_name(guid: Uuid) -> String {
    let mut digits = Uuid::encode_buffer();
    guid.hyphenated().encode_upper(&mut digits).to_owned()
}
