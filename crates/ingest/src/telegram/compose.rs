//! From messages of an export to records of the stored text.

use super::export::{Message, Poll};
use super::records::Found;
use crate::chat::{Record, dated, moment};
use crate::clean::{clean, one_line};
use crate::imported::Part;
use crate::json::Scalar;
use crate::{File, Imported};
use draad_core::UnitKind;
use jiff::civil::DateTime;
use std::collections::{BTreeMap, BTreeSet};

/// What a missed call is called, in the reasons for which a call ended.
const MISSED: [&str; 2] = ["missed", "busy"];

/// Composes the records of one chat.
pub(super) struct Composer<'c> {
    file: &'c File<'c>,
    messages: &'c [Found],
    notes: &'c mut Imported,
    /// The people who go by a name.
    ids_of_names: BTreeMap<String, BTreeSet<String>>,
    /// Sender and moment of the messages so far, by their number.
    sent: BTreeMap<i64, (Option<String>, Option<DateTime>)>,
    /// The topic that a message belongs to, by the message's number.
    topics: BTreeMap<i64, String>,
}

impl<'c> Composer<'c> {
    pub(super) fn new(file: &'c File<'c>, messages: &'c [Found], notes: &'c mut Imported) -> Self {
        let mut ids_of_names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for Found { message, .. } in messages {
            for (name, id) in [(&message.from, &message.from_id), (&message.actor, &message.actor_id)] {
                if let (Some(name), Some(id)) = (name, id) {
                    ids_of_names.entry(name.clone()).or_default().insert(id.text());
                }
            }
        }
        Self { file, messages, notes, ids_of_names, sent: BTreeMap::new(), topics: BTreeMap::new() }
    }

    pub(super) fn compose(mut self) -> Vec<Record> {
        self.messages.iter().map(|found| self.record(found)).collect()
    }

    fn record(&mut self, found: &Found) -> Record {
        let message = &found.message;
        let time = dated::time_in(self.file, &message.date, found.line, self.notes);
        if message.kind == "service" {
            let actor = self.person(&message.actor, &message.actor_id);
            if message.action.as_deref() == Some("topic_created") {
                let title = self.line(message.title.as_deref().unwrap_or_default());
                self.topics.insert(message.id, title);
            }
            return self.service(message, time, actor.as_deref());
        }
        let sender = self.person(&message.from, &message.from_id);
        let mut traits = Vec::new();
        let asides = self.asides(message, &mut traits);
        let mut record = Record::compose(time, sender.as_deref(), &asides);
        record.aside(":");
        self.content(message, &mut record, &mut traits);
        if message.edited.as_deref().is_some_and(|edited| !edited.starts_with("1970")) {
            traits.push(Part::Edited);
        }
        record.traits = traits;
        self.sent.insert(message.id, (sender, time));
        record
    }

    /// Returns the label of a person: the name, with the number where two people have the same; the number of a person
    /// whose account is gone.
    fn person(&mut self, name: &Option<String>, id: &Option<Scalar>) -> Option<String> {
        let id = id.as_ref().map(Scalar::text);
        let label = match (name, id) {
            (Some(name), Some(id)) if self.ids_of_names.get(name).is_some_and(|ids| ids.len() > 1) => {
                format!("{name} ({id})")
            }
            (Some(name), _) => name.clone(),
            (None, id) => id?,
        };
        Some(self.line(&label)).filter(|label| !label.is_empty())
    }

    /// What stands in parentheses after the sender: topic, message answered, source of what is passed on.
    fn asides(&mut self, message: &Message, traits: &mut Vec<Part>) -> Vec<String> {
        let mut asides = Vec::new();
        if let Some(answered) = message.reply_to_message_id {
            if let Some(topic) = self.topics.get(&answered).cloned() {
                asides.push(format!("# {topic}"));
                self.topics.insert(message.id, topic);
            }
            if let Some((sender, time)) = self.sent.get(&answered) {
                let parts = sender.clone().into_iter().chain(time.map(moment));
                asides.push(["↩".to_owned()].into_iter().chain(parts).collect::<Vec<_>>().join(" "));
                traits.push(Part::Replies);
            } else if asides.is_empty() {
                asides.push("↩".to_owned());
                traits.push(Part::Replies);
            }
        }
        if let Some(origin) = &message.forwarded_from {
            asides.push(format!("↪ {}", self.line(origin)));
            traits.push(Part::Forwards);
        }
        asides
    }

    fn content(&mut self, message: &Message, record: &mut Record, traits: &mut Vec<Part>) {
        if let Some(place) = self.place(message) {
            record.aside(" ");
            record.add(&place, UnitKind::Location);
        }
        if let Some(media) = self.media(message) {
            record.aside(" ");
            record.add(&media, UnitKind::Media);
        }
        if let Some(poll) = &message.poll {
            traits.push(Part::Polls);
            self.poll(poll, record);
        }
        let words = message.text.as_ref().map(|text| text.words()).unwrap_or_default();
        if !words.trim().is_empty() {
            record.aside(" ");
            let words = clean(words.trim(), &mut self.notes.report);
            record.add(&words, UnitKind::Said);
        }
        if !message.reactions.is_empty() {
            let reactions = message.reactions.iter().map(|reaction| {
                let sign = reaction.emoji.as_deref().unwrap_or(&reaction.kind);
                format!("{sign} {}", reaction.count)
            });
            let reactions = self.line(&reactions.collect::<Vec<_>>().join(", "));
            record.aside(&format!(" [{reactions}]"));
            traits.push(Part::Reactions);
        }
    }

    fn poll(&mut self, poll: &Poll, record: &mut Record) {
        record.aside(" <poll> ");
        let question = self.line(&poll.question);
        record.add(&question, UnitKind::Said);
        for answer in &poll.answers {
            record.aside("\n- ");
            let text = self.line(&answer.text);
            record.add(&text, UnitKind::Said);
            record.aside(&format!(" ({})", answer.voters));
        }
    }

    fn place(&mut self, message: &Message) -> Option<String> {
        let point = message.location_information.as_ref();
        let point = point.map(|point| format!("{},{}", point.latitude, point.longitude));
        let parts = [&message.place_name, &message.address, &point];
        let parts: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
        (!parts.is_empty()).then(|| self.bracketed("location", &parts.join(", ")))
    }

    /// Returns what a message holds that is no words, as `<voice_message: audio_1.ogg>`.
    fn media(&mut self, message: &Message) -> Option<String> {
        if let Some(contact) = &message.contact_information {
            let parts = [&contact.first_name, &contact.last_name, &contact.phone_number];
            let parts: Vec<&str> =
                parts.into_iter().map(|part| part.trim()).filter(|part| !part.is_empty()).collect();
            return Some(self.bracketed("contact", &parts.join(" ")));
        }
        if let Some(emoji) = message.sticker_emoji.as_deref() {
            return Some(self.bracketed("sticker", emoji));
        }
        if let Some(title) = &message.game_title {
            return Some(self.bracketed("game", title));
        }
        let path = message.photo.as_deref().or(message.file.as_deref());
        let kind = message.media_type.as_deref().or(message.photo.as_ref().map(|_| "photo"));
        let kind = kind.or(path.map(|_| "file"))?;
        // In place of a path stands, in parentheses, why the file was not exported along.
        let exported = path.filter(|path| !path.ends_with(')')).and_then(|path| path.rsplit('/').next());
        let name = message.file_name.as_deref().or(exported).unwrap_or_default();
        Some(self.bracketed(kind, name))
    }

    fn service(&mut self, message: &Message, time: Option<DateTime>, actor: Option<&str>) -> Record {
        let action = message.action.as_deref().unwrap_or_default().replace('_', " ");
        let details = [&message.title, &message.new_title, &message.inviter, &message.information_text];
        let mut details: Vec<String> = details.into_iter().flatten().cloned().collect();
        let members: Vec<&str> = message.members.iter().flatten().map(String::as_str).collect();
        details.extend((!members.is_empty()).then(|| members.join(", ")));
        details.extend(message.discard_reason.clone());
        details.extend(message.text.as_ref().map(|text| text.words()).filter(|text| !text.trim().is_empty()));
        let happened = [action, details.join("; ")];
        let happened: Vec<String> = happened.into_iter().filter(|part| !part.is_empty()).collect();
        let happened = self.line(&happened.join(": "));

        if message.discard_reason.as_deref().is_some_and(|reason| MISSED.contains(&reason)) {
            let mut record = Record::compose(time, actor, &[]);
            record.aside(": ");
            record.add(&happened, UnitKind::Call);
            return record;
        }
        let mut record = Record::compose(time, None, &[]);
        record.aside(" ");
        let who = actor.map(|actor| format!("{actor} – ")).unwrap_or_default();
        record.add(&format!("{who}{happened}"), UnitKind::System);
        record
    }

    fn bracketed(&mut self, kind: &str, what: &str) -> String {
        let (kind, what) = (self.line(kind), self.line(what));
        if what.is_empty() { format!("<{kind}>") } else { format!("<{kind}: {what}>") }
    }

    /// Returns `text` clean and on one line.
    fn line(&mut self, text: &str) -> String {
        one_line(&clean(text, &mut self.notes.report))
    }
}
