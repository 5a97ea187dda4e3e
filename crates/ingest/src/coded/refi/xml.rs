//! The few events of XML that matter here, within limits: no declarations of its own, not too deep, not too many.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::borrow::Cow;

/// How deep elements may be nested. Codes may stand under codes to any depth, but people stop far before this.
const MAX_DEPTH: usize = 1_000;
/// How many elements a file may have.
const MAX_ELEMENTS: usize = 20_000_000;

/// What happens in a file.
pub(super) enum Token<'x> {
    /// An element opens.
    Open(Tag<'x>),
    /// The last element that opened closes.
    Close,
    /// Text, its line breaks as they stand in the file: positions may count them.
    Text(Cow<'x, str>),
}

/// An element that opens.
pub(super) struct Tag<'x> {
    /// Its prefix and name as they stand there.
    pub(super) full_name: &'x str,
    /// Its attributes, with their prefixes.
    attributes: Vec<(&'x str, Cow<'x, str>)>,
}

impl Tag<'_> {
    /// Returns its name without a prefix.
    pub(super) fn name(&self) -> &str {
        self.full_name.rsplit(':').next().unwrap_or_default()
    }

    /// Returns its prefix.
    pub(super) fn prefix(&self) -> &str {
        self.full_name.rsplit_once(':').map_or("", |(prefix, _)| prefix)
    }

    /// Returns an attribute; if none is written just so, one that differs in capitals.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        let find = |is_it: &dyn Fn(&str) -> bool| self.attributes.iter().find(|(known, _)| is_it(known));
        let found = find(&|known| known == name).or_else(|| find(&|known| known.eq_ignore_ascii_case(name)));
        found.map(|(_, value)| value.as_ref())
    }

    /// Returns an attribute as text of its own; empty where there is none.
    pub(super) fn text(&self, name: &str) -> String {
        self.get(name).unwrap_or_default().to_owned()
    }

    /// Returns the attributes that the standard speaks of: those without a prefix.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        let own = self.attributes.iter().filter(|(name, _)| !name.contains(':') && *name != "xmlns");
        own.map(|(name, value)| (*name, value.as_ref()))
    }

    /// Returns the namespaces that it declares: prefix and name.
    pub(super) fn namespaces(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().filter_map(|(name, value)| match *name {
            "xmlns" => Some(("", value.as_ref())),
            _ => Some((name.strip_prefix("xmlns:")?, value.as_ref())),
        })
    }
}

/// Reads a text as XML and hands out what happens in it.
///
/// # Errors
/// What is wrong with the text, as the parser says it. One that declares entities of its own is refused: projects have no
/// need of them, bombs do.
pub(super) fn read(text: &str, mut take: impl FnMut(Token)) -> Result<(), String> {
    let mut reader = Reader::from_str(text);
    let (mut depth, mut n) = (0_usize, 0_usize);
    loop {
        let event = reader.read_event();
        let at = reader.buffer_position();
        let fails = |reason: String| format!("{reason} (byte {at})");
        match event.map_err(|error| fails(error.to_string()))? {
            Event::Start(start) => {
                (depth, n) = (depth + 1, n + 1);
                if depth > MAX_DEPTH {
                    return Err(fails(format!("more than {MAX_DEPTH} elements inside each other")));
                }
                take(Token::Open(tag(&start).map_err(fails)?));
            }
            Event::Empty(start) => {
                n += 1;
                take(Token::Open(tag(&start).map_err(fails)?));
                take(Token::Close);
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                take(Token::Close);
            }
            Event::Text(text) => take(Token::Text(text.into_inner())),
            Event::CData(text) => take(Token::Text(text.into_inner())),
            Event::GeneralRef(name) => take(Token::Text(character(&name).map_err(fails)?)),
            Event::DocType(_) => return Err(fails("a document type is declared".to_owned())),
            Event::Decl(_) | Event::PI(_) | Event::Comment(_) => {}
            Event::Eof if depth > 0 => return Err(fails("the file breaks off".to_owned())),
            Event::Eof => return Ok(()),
        }
        if n > MAX_ELEMENTS {
            return Err(fails(format!("more than {MAX_ELEMENTS} elements")));
        }
    }
}

fn tag<'e>(start: &'e BytesStart) -> Result<Tag<'e>, String> {
    let mut attributes = Vec::new();
    for attribute in start.attributes().with_checks(false) {
        let attribute = attribute.map_err(|error| error.to_string())?;
        let value = attribute.normalized_value(XmlVersion::Implicit1_0).map_err(|error| error.to_string())?;
        attributes.push((attribute.key.0, value));
    }
    Ok(Tag { full_name: start.name().0, attributes })
}

/// Returns the character that a reference stands for. Entities beyond those of XML itself are refused.
fn character(name: &quick_xml::events::BytesRef) -> Result<Cow<'static, str>, String> {
    let text = match name.resolve_char_ref() {
        Ok(Some(c)) => return Ok(Cow::Owned(c.to_string())),
        // A number that is no character: the text has one there all the same.
        Err(_) => "\u{fffd}",
        Ok(None) => match name.as_ref() {
            "amp" => "&",
            "lt" => "<",
            "gt" => ">",
            "quot" => "\"",
            "apos" => "'",
            other => return Err(format!("the entity “{other}” is not defined")),
        },
    };
    Ok(Cow::Borrowed(text))
}
