//! Writing XML into memory.

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A document that is being written; elements are closed in the order in which they were opened.
pub(super) struct Xml {
    writer: Writer<Vec<u8>>,
    open: Vec<&'static str>,
}

impl Xml {
    /// Begins a document. With `indented` every element stands on a line of its own, which only suits a document in which
    /// white space means nothing.
    pub(super) fn new(indented: bool) -> Self {
        let writer =
            if indented { Writer::new_with_indent(Vec::new(), b' ', 2) } else { Writer::new(Vec::new()) };
        let mut xml = Self { writer, open: Vec::new() };
        xml.write(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)));
        xml
    }

    /// Opens an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.write(Event::Start(start(name, attributes)));
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(super) fn close(&mut self) {
        let name = self.open.pop().expect("an element is open");
        self.write(Event::End(BytesEnd::new(name)));
    }

    /// Writes an element without content.
    pub(super) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.write(Event::Empty(start(name, attributes)));
    }

    /// Writes an element with text in it.
    pub(super) fn element(&mut self, name: &'static str, attributes: &[(&str, &str)], text: &str) {
        self.open(name, attributes);
        self.text(text);
        self.close();
    }

    /// Writes an element with text in it, unless there is none.
    pub(super) fn maybe(&mut self, name: &'static str, text: &str) {
        if !text.trim().is_empty() {
            self.element(name, &[], text);
        }
    }

    /// Writes text, without the control characters that XML cannot carry.
    pub(super) fn text(&mut self, text: &str) {
        let kept: String = text.chars().filter(|letter| is_allowed(*letter)).collect();
        self.write(Event::Text(BytesText::new(&kept)));
    }

    /// Closes what is open, and returns the document.
    pub(super) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        let mut bytes = self.writer.into_inner();
        bytes.push(b'\n');
        bytes
    }

    fn write(&mut self, event: Event) {
        self.writer.write_event(event).expect("writing to memory cannot fail");
    }
}

fn start<'a>(name: &'a str, attributes: &[(&'a str, &'a str)]) -> BytesStart<'a> {
    BytesStart::new(name).with_attributes(attributes.iter().copied())
}

/// Whether XML 1.0 has a place for a character.
fn is_allowed(letter: char) -> bool {
    matches!(letter, '\t' | '\n' | '\r' | '\u{20}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}' | '\u{10000}'..)
}
