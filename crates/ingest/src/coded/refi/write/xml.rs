//! Writing XML as it comes, and what XML cannot carry.

use super::super::extras::is_carried;
use crate::coded::Thing;
use jiff::Timestamp;
use jiff::civil::Date;
use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, Write};
use uuid::Uuid;

/// The value of an attribute.
pub(super) enum Value<'v> {
    Text(&'v str),
    Guid(Uuid),
    Number(u32),
    Flag(bool),
    /// Already as it should stand, such as a time.
    Plain(String),
}

/// Attributes by name; nothing leaves one out.
pub(super) type Attributes<'v> = [(&'static str, Option<Value<'v>>)];

/// A document that is written from its start to its end, each element on a line of its own.
pub(super) struct Xml<'s, W: Write> {
    out: Writer<W>,
    subject: (Thing, &'s str),
    /// Where characters were replaced that XML cannot carry, and how many.
    pub(super) replaced: BTreeMap<(Thing, &'s str), usize>,
}

impl<'s, W: Write> Xml<'s, W> {
    /// Begins a document.
    pub(super) fn new(out: W) -> io::Result<Self> {
        let mut out = Writer::new_with_indent(out, b' ', 0);
        out.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
        Ok(Self { out, subject: (Thing::Sources, ""), replaced: BTreeMap::new() })
    }

    /// Says what the following elements are about, in case a character has to be replaced.
    pub(super) fn about(&mut self, thing: Thing, name: &'s str) {
        self.subject = (thing, name);
    }

    /// Begins an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &Attributes<'_>) -> io::Result<()> {
        let start = self.start(name, attributes);
        self.out.write_event(Event::Start(start))
    }

    /// Ends an element.
    pub(super) fn close(&mut self, name: &'static str) -> io::Result<()> {
        self.out.write_event(Event::End(BytesEnd::new(name)))
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &Attributes<'_>) -> io::Result<()> {
        let start = self.start(name, attributes);
        self.out.write_event(Event::Empty(start))
    }

    /// Writes an element that points at something.
    pub(super) fn point(&mut self, name: &'static str, target: Uuid) -> io::Result<()> {
        self.empty(name, &[("targetGUID", Some(Value::Guid(target)))])
    }

    /// Writes an element with text in it.
    pub(super) fn text(&mut self, name: &'static str, content: &str) -> io::Result<()> {
        let content = self.carried(content);
        self.out.write_event(Event::Start(BytesStart::new(name)))?;
        self.out
            .write_event(Event::Text(BytesText::from_escaped(quick_xml::escape::partial_escape(content))))?;
        self.close(name)
    }

    /// Writes an element with text in it, unless there is none.
    pub(super) fn some_text(&mut self, name: &'static str, content: &str) -> io::Result<()> {
        if content.is_empty() { Ok(()) } else { self.text(name, content) }
    }

    /// Ends the document.
    pub(super) fn finish(mut self) -> io::Result<BTreeMap<(Thing, &'s str), usize>> {
        let out = self.out.get_mut();
        out.write_all(b"\n")?;
        out.flush()?;
        Ok(self.replaced)
    }

    fn start(&mut self, name: &'static str, attributes: &Attributes<'_>) -> BytesStart<'static> {
        let mut start = BytesStart::new(name);
        for (key, value) in attributes {
            match value {
                None => {}
                Some(Value::Text(text)) => start.push_attribute((*key, self.carried(text).as_ref())),
                Some(Value::Guid(guid)) => {
                    let mut digits = Uuid::encode_buffer();
                    start.push_attribute((*key, &*guid.hyphenated().encode_upper(&mut digits)));
                }
                Some(Value::Number(number)) => start.push_attribute((*key, number.to_string().as_str())),
                Some(Value::Flag(is_so)) => {
                    start.push_attribute((*key, if *is_so { "true" } else { "false" }))
                }
                Some(Value::Plain(text)) => start.push_attribute((*key, text.as_str())),
            }
        }
        start
    }

    /// Returns a text with a sign in place of each character that XML cannot carry.
    fn carried<'t>(&mut self, text: &'t str) -> Cow<'t, str> {
        let n = text.chars().filter(|&c| !is_carried(c)).count();
        if n == 0 {
            return Cow::Borrowed(text);
        }
        *self.replaced.entry(self.subject).or_default() += n;
        Cow::Owned(
            text.chars().map(|c| if is_carried(c) { c } else { char::REPLACEMENT_CHARACTER }).collect(),
        )
    }
}

/// Returns a moment as the schema wants it; nothing before the year 1, which it does not know.
pub(super) fn moment(time: Timestamp) -> Option<String> {
    (time >= Timestamp::UNIX_EPOCH || time.to_zoned(jiff::tz::TimeZone::UTC).year() > 0)
        .then(|| time.to_string())
}

/// Returns a day as the schema wants it; nothing before the year 1, which it does not know.
pub(super) fn day(date: Date) -> Option<String> {
    (date.year() > 0).then(|| date.to_string())
}
