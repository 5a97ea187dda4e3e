//! What a work says of itself.

use crate::names::{is_others, names, written};
use biblatex::{ChunksExt, Date, DateValue, Entry, PermissiveType};
use draad_core::{Problem, Reference, ReferenceKey};

/// Returns a field as plain text, without white space around it; nothing when it is not there or empty.
pub(crate) fn text(entry: &Entry, field: &str) -> Option<String> {
    let text = entry.get(field)?.format_verbatim().trim().to_owned();
    (!text.is_empty()).then_some(text)
}

/// Returns a title with its subtitle.
pub(crate) fn title(entry: &Entry, title: &str, subtitle: &str) -> Option<String> {
    let main = text(entry, title)?;
    let Some(sub) = text(entry, subtitle) else { return Some(main) };
    let is_closed = main.ends_with(['?', '!', ':', '.']);
    Some(if is_closed { format!("{main} {sub}") } else { format!("{main}: {sub}") })
}

/// Returns year, month and day (counted from 1) of a work (`""`), or of the day on which its page was read (`"url"`); of a period its end,
/// or its beginning where it has none.
pub(crate) fn date(entry: &Entry, prefix: &str) -> Option<(i32, Option<u8>, Option<u8>)> {
    let date: PermissiveType<Date> = match prefix {
        "" => entry.date(),
        "orig" => entry.orig_date(),
        _ => entry.url_date(),
    }
    .ok()?;
    let PermissiveType::Typed(date) = date else { return None };
    let (DateValue::At(day) | DateValue::After(day) | DateValue::Before(day) | DateValue::Between(_, day)) =
        date.value;
    Some((day.year, day.month.map(|month| month + 1), day.day.map(|day| day + 1)))
}

/// Returns what is kept of a work in memory.
pub(super) fn reference(entry: &Entry, key: ReferenceKey, line: u32) -> Reference {
    let people = [names(entry, "author"), names(entry, "editor")];
    let authors = people.iter().find(|people| !people.is_empty());
    Reference {
        key,
        kind: entry.entry_type.to_string(),
        authors: authors.into_iter().flatten().map(written).collect(),
        year: date(entry, "").map_or(String::new(), |(year, ..)| year.to_string()),
        title: title(entry, "title", "subtitle").unwrap_or_default(),
        line,
    }
}

/// Says which fields of a work are not understood, and would not be printed as they are meant.
pub(super) fn unread(entry: &Entry) -> Vec<Problem> {
    let key = || entry.key.clone();
    let mut found = Vec::new();
    let mut unread = |field: &str, expected: &str| {
        let value = text(entry, field).unwrap_or_default();
        let (field, expected) = (field.to_owned(), expected.to_owned());
        found.push(Problem::ReferenceFieldUnread { key: key(), field, value, expected });
    };
    for (prefix, fields) in
        [("", ["date", "year"]), ("url", ["urldate", "urlyear"]), ("orig", ["origdate", "origyear"])]
    {
        if let Some(field) = fields.iter().find(|field| text(entry, field).is_some())
            && date(entry, prefix).is_none()
        {
            unread(field, "2019 / 2019-05 / 2019-05-31");
        }
    }
    for field in ["author", "editor", "translator"] {
        let people = names(entry, field);
        if text(entry, field).is_some() && (people.is_empty() || people.iter().any(is_others)) {
            unread(field, "Vries, Jan de and Jansen, P.");
        }
    }
    if title(entry, "title", "subtitle").is_none() {
        found.push(Problem::ReferenceWithoutTitle { key: key() });
    }
    found
}
