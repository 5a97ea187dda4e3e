//! From tags to lines.

use super::element::{Element, heading_level, is_block};
use super::noscribe::{Stretch, joined};
use super::silence::Silence;
use super::table::Table;
use super::word::Comments;
use crate::Imported;
use crate::clean::{clean, one_line};
use crate::document::{Document, Flow};
use crate::imported::{Change, Loss};
use crate::line::{Line, LineRole};
use draad_core::Recording;
use html5gum::StartTag;

/// How many open `<span>` are remembered.
const MAX_SPANS: usize = 1_000;

/// A page being read.
pub(super) struct Reader<'r> {
    pub(super) imported: &'r mut Imported,
    pub(super) flow: Flow,
    pub(super) tables: Vec<Table>,
    /// How many tables are open that are nested too deeply.
    pub(super) n_too_deep: usize,
    pub(super) comments: Comments,
    silence: Option<Silence>,
    /// The title, while it is being read and after.
    title: String,
    in_title: bool,
    /// What the current block is.
    role: LineRole,
    /// How many elements are open that make text bold.
    n_bold: usize,
    /// Of each open `<span>`, whether it makes text bold.
    spans: Vec<bool>,
    n_preformatted: usize,
    /// The sign that the end of the current link adds.
    after_link: Option<&'static str>,
    /// Where the current block stands in the recording.
    recording: Option<Recording>,
    speakers: Vec<String>,
}

impl<'r> Reader<'r> {
    /// Starts with nothing read.
    pub(super) fn new(imported: &'r mut Imported) -> Self {
        Self {
            imported,
            flow: Flow::default(),
            tables: Vec::new(),
            n_too_deep: 0,
            comments: Comments::default(),
            silence: None,
            title: String::new(),
            in_title: false,
            role: LineRole::Body,
            n_bold: 0,
            spans: Vec::new(),
            n_preformatted: 0,
            after_link: None,
            recording: None,
            speakers: Vec::new(),
        }
    }

    /// Reads a start tag.
    pub(super) fn start(&mut self, tag: &StartTag<()>) {
        let element = Element::new(tag);
        if self.silence.as_mut().is_some_and(|silence| !silence.start(&element)) {
            return;
        }
        self.break_silence();
        if is_block(&element.name) {
            self.start_block(&element);
        } else if element.name == "a" {
            self.start_link(&element);
        }
        self.silence = Silence::of(&element, &mut self.imported.report);
        if self.silence.is_some() {
            return;
        }
        match element.name.as_str() {
            "title" => self.in_title = true,
            "meta" if element.attribute("name").eq_ignore_ascii_case("generator") => {
                self.comments.note_program(&element.attribute("content"));
            }
            "br" => self.break_line(),
            "img" => self.imported.report.lose(Loss::Pictures, 1, None),
            "b" | "strong" => self.n_bold += 1,
            "span" if self.spans.len() < MAX_SPANS && !element.is_closed() => {
                self.spans.push(element.is_bold());
                self.n_bold += usize::from(element.is_bold());
            }
            "pre" => self.n_preformatted += 1,
            "ins" => self.imported.report.change(Change::Insertions, 1, None),
            "table" => self.start_table(),
            "tr" => self.end_row(),
            "td" | "th" => self.start_cell(),
            _ => {}
        }
    }

    /// Reads an end tag.
    pub(super) fn end(&mut self, name: &[u8]) {
        let name = String::from_utf8_lossy(name);
        if let Some(silence) = &mut self.silence {
            if silence.end(&name) {
                self.break_silence();
            }
            return;
        }
        match &*name {
            "title" => self.in_title = false,
            "b" | "strong" => self.n_bold = self.n_bold.saturating_sub(1),
            "span" => self.n_bold -= usize::from(self.spans.pop().unwrap_or(false)).min(self.n_bold),
            "pre" => self.n_preformatted = self.n_preformatted.saturating_sub(1),
            "td" | "th" => self.end_cell(),
            "tr" => self.end_row(),
            "table" => self.end_table(),
            "a" => self.end_link(),
            _ => {}
        }
        if is_block(&name) {
            self.end_block();
            self.comments.end_block(&name, &mut self.flow, &mut self.imported.report);
        }
    }

    /// Reads words.
    pub(super) fn text(&mut self, text: &str) {
        if let Some(silence) = &mut self.silence {
            silence.text(text);
        } else if self.in_title {
            self.title.push_str(text);
        } else if self.n_preformatted > 0 {
            self.flow.paragraph.push(text, self.n_bold > 0);
        } else {
            self.flow.paragraph.push_collapsed(text, self.n_bold > 0);
        }
    }

    /// Reads what an author noted in the source of the page: LibreOffice writes comments in the margin there.
    pub(super) fn remark(&mut self, text: &str) {
        if self.silence.is_none() {
            self.comments.remark(text, &mut self.flow);
        }
    }

    /// Ends what is open and returns the document.
    pub(super) fn finish(mut self) -> Document {
        self.break_silence();
        while !self.tables.is_empty() {
            self.end_table();
        }
        self.end_block();
        self.comments.finish(&mut self.flow, &mut self.imported.report);
        self.flow.end_paragraph(&mut self.imported.report);
        self.comments.hand_over(&mut self.flow.lines, self.imported);
        let mut lines = self.flow.lines;
        let title = one_line(&self.title);
        let first = lines.iter().find(|line| !line.is_blank());
        if !title.is_empty() && first.is_none_or(|first| first.text != title) {
            let title = clean(&title, &mut self.imported.report);
            let role = LineRole::Front;
            lines.insert(0, Line { text: title, starts_paragraph: true, role, ..Line::default() });
        }
        Document { lines, speakers: self.speakers, ..Document::default() }
    }

    /// Ends a block, if one has words.
    pub(super) fn end_block(&mut self) {
        let recording = self.recording.take();
        if self.flow.paragraph.has_text() {
            self.flow.paragraph.drop_last_break();
            self.flow.paragraph.role = self.role;
            self.flow.paragraph.recording = recording;
            self.flow.begin_paragraph();
            self.flow.end_paragraph(&mut self.imported.report);
        }
        self.role = LineRole::Body;
    }

    fn start_block(&mut self, element: &Element) {
        self.end_block();
        let is_note = ["footnotetext", "endnotetext", "sdfootnote", "sdendnote"];
        if let Some(level) = heading_level(&element.name) {
            self.role = LineRole::Heading(level);
        } else if element.name == "p" && element.has_class("msotitle") {
            self.role = LineRole::Heading(1);
        } else if element.name == "p" && is_note.iter().any(|class| element.has_class(class)) {
            self.role = LineRole::Note;
        }
        self.comments.start_block(element, &mut self.flow);
    }

    fn break_silence(&mut self) {
        if let Some(silence) = self.silence.take() {
            silence.report(&mut self.imported.report);
        }
    }

    /// Breaks the line; two breaks in a row end the paragraph.
    fn break_line(&mut self) {
        if self.flow.paragraph.break_line() {
            let role = self.role;
            self.end_block();
            self.role = role;
        }
    }

    fn start_link(&mut self, element: &Element) {
        self.end_link();
        if let Some(stretch) = Stretch::read(&element.attribute("name")) {
            self.recording = Some(joined(self.recording, stretch.recording));
            self.speakers.extend(stretch.speaker.filter(|speaker| !self.speakers.contains(speaker)));
        }
        // LibreOffice writes the bare number of a note; Word puts it between brackets itself.
        let is_reference = element.has_class("footnoteanc") || element.has_class("endnoteanc");
        let is_number = element.has_class("footnotesym") || element.has_class("endnotesym");
        if is_reference || is_number {
            self.flow.paragraph.push("[", false);
            self.after_link = Some(if is_number { "] " } else { "]" });
        }
        self.comments.start_link(element, &mut self.flow);
    }

    fn end_link(&mut self) {
        if let Some(sign) = self.after_link.take() {
            self.flow.paragraph.push(sign, false);
        }
        self.comments.end_link(&mut self.flow);
    }
}
