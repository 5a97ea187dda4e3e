//! The shape of Telegram Desktop's `result.json`, as far as it is read.
//!
//! Messages stay unread text until they are needed, one at a time: an account holds many, and one broken message must not
//! hide the others. Nearly every field can be missing, because each version of the program has its own.

use crate::json::Scalar;
use serde::Deserialize;
use serde_json::value::RawValue;

/// The whole file: one chat, or an account with all its chats.
#[derive(Debug, Deserialize)]
pub(super) struct Export<'t> {
    name: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    id: Option<Scalar>,
    #[serde(default, borrow)]
    messages: Option<Vec<&'t RawValue>>,
    #[serde(default, borrow)]
    chats: Option<ChatList<'t>>,
    #[serde(default, borrow)]
    left_chats: Option<ChatList<'t>>,
}

#[derive(Debug, Deserialize)]
struct ChatList<'t> {
    #[serde(default, borrow)]
    list: Vec<ExportedChat<'t>>,
}

/// One chat.
#[derive(Debug, Deserialize)]
pub(super) struct ExportedChat<'t> {
    name: Option<String>,
    #[serde(rename = "type")]
    kind: Option<String>,
    id: Option<Scalar>,
    #[serde(default, borrow)]
    pub(super) messages: Vec<&'t RawValue>,
}

impl<'t> Export<'t> {
    /// Returns the chats of the file, and whether it is an account's.
    pub(super) fn into_chats(self) -> (Vec<ExportedChat<'t>>, bool) {
        if let Some(messages) = self.messages {
            let chat = ExportedChat { name: self.name, kind: self.kind, id: self.id, messages };
            return (vec![chat], false);
        }
        let lists = self.chats.into_iter().chain(self.left_chats);
        (lists.flat_map(|list| list.list).collect(), true)
    }
}

impl ExportedChat<'_> {
    /// What kind of chat it is, for example `personal chat`.
    pub(super) fn kind(&self) -> String {
        self.kind.as_deref().unwrap_or("chat").replace('_', " ")
    }

    /// Name and number, for example `Gezin (123)`.
    pub(super) fn title(&self) -> String {
        let name = self.name.clone().unwrap_or_else(|| self.kind());
        match &self.id {
            Some(id) => format!("{name} ({})", id.text()),
            None => name,
        }
    }

    /// Returns whether `wanted` is its name, number or both.
    pub(super) fn is_called(&self, wanted: &str) -> bool {
        let is_number = self.id.as_ref().is_some_and(|id| id.text() == wanted);
        is_number || self.name.as_deref().map(str::trim) == Some(wanted) || self.title() == wanted
    }
}

/// A message, or a record of something that happened in the chat.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Message {
    pub(super) id: i64,
    #[serde(rename = "type")]
    pub(super) kind: String,
    /// Local time of the computer that exported.
    pub(super) date: String,
    pub(super) edited: Option<String>,
    pub(super) from: Option<String>,
    pub(super) from_id: Option<Scalar>,
    pub(super) actor: Option<String>,
    pub(super) actor_id: Option<Scalar>,
    pub(super) text: Option<Text>,
    pub(super) forwarded_from: Option<String>,
    pub(super) reply_to_message_id: Option<i64>,
    pub(super) reactions: Vec<Reaction>,
    // what a message holds besides words
    pub(super) photo: Option<String>,
    pub(super) file: Option<String>,
    pub(super) file_name: Option<String>,
    pub(super) media_type: Option<String>,
    pub(super) sticker_emoji: Option<String>,
    pub(super) contact_information: Option<Contact>,
    pub(super) location_information: Option<Location>,
    pub(super) place_name: Option<String>,
    pub(super) address: Option<String>,
    pub(super) poll: Option<Poll>,
    pub(super) game_title: Option<String>,
    // what happened
    pub(super) action: Option<String>,
    pub(super) title: Option<String>,
    pub(super) new_title: Option<String>,
    pub(super) members: Vec<Option<String>>,
    pub(super) inviter: Option<String>,
    pub(super) information_text: Option<String>,
    pub(super) discard_reason: Option<String>,
}

/// The words of a message: plain, or in parts of which some are bold, links, names, ….
#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum Text {
    Plain(String),
    Parts(Vec<TextPart>),
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum TextPart {
    Plain(String),
    Marked { text: String },
}

impl Text {
    pub(super) fn words(&self) -> String {
        let part = |part: &TextPart| match part {
            TextPart::Plain(text) | TextPart::Marked { text } => text.clone(),
        };
        match self {
            Text::Plain(text) => text.clone(),
            Text::Parts(parts) => parts.iter().map(part).collect(),
        }
    }
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Reaction {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) count: u64,
    pub(super) emoji: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Contact {
    pub(super) first_name: String,
    pub(super) last_name: String,
    pub(super) phone_number: String,
}

#[derive(Debug, Deserialize)]
pub(super) struct Location {
    pub(super) latitude: serde_json::Number,
    pub(super) longitude: serde_json::Number,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Poll {
    pub(super) question: String,
    pub(super) answers: Vec<Answer>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Answer {
    pub(super) text: String,
    pub(super) voters: u64,
}
