//! The words of one paragraph, put together from its runs.

use super::NoteReference;
use super::body::{Body, one_branch};
use super::styles::Look;
use crate::document::MAX_DEPTH;
use crate::imported::{Change, Loss};
use crate::xml::{attribute, child, elements};
use roxmltree::Node;

/// The runs of one paragraph being read.
pub(super) struct Runs<'b, 'r, 'a, 'i> {
    body: &'b mut Body<'r>,
    /// The style of the paragraph.
    style: Option<&'a str>,
    /// The look of the run that is being read.
    look: Look,
    /// The text boxes that hang on it.
    boxes: Vec<Node<'a, 'i>>,
}

impl<'b, 'r, 'a, 'i> Runs<'b, 'r, 'a, 'i> {
    /// Adds the runs of `node`, a paragraph of this style, to the paragraph of `body`. Returns the text boxes on it.
    pub(super) fn read(
        body: &'b mut Body<'r>,
        node: Node<'a, 'i>,
        style: Option<&'a str>,
    ) -> Vec<Node<'a, 'i>> {
        let mut runs = Self { body, style, look: Look::default(), boxes: Vec::new() };
        runs.inline(node, 0);
        runs.boxes
    }

    fn inline(&mut self, node: Node<'a, 'i>, depth: usize) {
        if depth == MAX_DEPTH {
            self.body.report.lose(Loss::TooDeep, 1, None);
            return;
        }
        for part in elements(node) {
            match part.tag_name().name() {
                "r" => self.run(part, depth),
                "pPr" | "sdtPr" | "rubyPr" | "rt" => {}
                "del" | "moveFrom" => self.body.deleted(part),
                "commentRangeStart" | "commentRangeEnd" => self.body.mark(part),
                "ins" | "moveTo" => {
                    self.body.report.change(Change::Insertions, 1, None);
                    self.inline(part, depth + 1);
                }
                "AlternateContent" => {
                    if let Some(branch) = one_branch(part) {
                        self.inline(branch, depth + 1);
                    }
                }
                "drawing" | "pict" | "object" => self.object(part),
                _ => self.inline(part, depth + 1),
            }
        }
    }

    fn run(&mut self, run: Node<'a, 'i>, depth: usize) {
        let properties = child(run, "rPr");
        self.look = self.body.setting.styles.look(properties, self.style);
        if self.look.hidden == Some(true) {
            self.body.hidden(run);
            return;
        }
        for part in elements(run) {
            self.run_part(part, depth);
        }
    }

    fn run_part(&mut self, part: Node<'a, 'i>, depth: usize) {
        match part.tag_name().name() {
            "t" => part.children().filter_map(|node| node.text()).for_each(|text| self.push(text)),
            "tab" | "ptab" => self.push("\t"),
            "br" | "cr" => self.push("\n"),
            "noBreakHyphen" => self.push("-"),
            "sym" => self.symbol(part),
            "footnoteReference" => self.note(part, "footnotes.xml"),
            "endnoteReference" => self.note(part, "endnotes.xml"),
            "commentReference" => self.comment(part),
            "commentRangeStart" | "commentRangeEnd" => self.body.mark(part),
            "drawing" | "pict" | "object" => self.object(part),
            "AlternateContent" => {
                for part in one_branch(part).iter().flat_map(|branch| branch.children()) {
                    self.object(part);
                }
            }
            "ruby" => self.inline(part, depth + 1),
            _ => {}
        }
    }

    fn push(&mut self, text: &str) {
        self.body.flow.paragraph.push(text, self.look.bold == Some(true));
    }

    fn note(&mut self, part: Node, file: &'static str) {
        let id = attribute(part, "id").unwrap_or_default().to_owned();
        let (idx, _) = self.body.notes.insert_full(NoteReference { part: file, id });
        self.push(&format!("[{}]", idx + 1));
    }

    /// A comment without both ends is about the paragraph that refers to it.
    fn comment(&mut self, part: Node) {
        if let Some((comment, false)) = self.body.setting.comments.meant_by(part) {
            self.body.flow.paragraph.mark_whole(comment);
        }
    }

    /// Symbol fonts keep their characters in a private area; only a code outside it says what it shows.
    fn symbol(&mut self, part: Node) {
        let code = attribute(part, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
        let known = code.and_then(char::from_u32).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
        match known {
            Some(c) => self.push(c.encode_utf8(&mut [0; 4])),
            None => self.body.report.lose(Loss::Symbols, 1, attribute(part, "font").map(str::to_owned)),
        }
    }

    fn object(&mut self, part: Node<'a, 'i>) {
        let n_before = self.boxes.len();
        self.find_boxes(part, 0);
        if part.is_element() && self.boxes.len() == n_before {
            self.body.report.lose(Loss::Pictures, 1, None);
        }
    }

    fn find_boxes(&mut self, node: Node<'a, 'i>, depth: usize) {
        if depth == MAX_DEPTH {
            return;
        }
        match node.tag_name().name() {
            "txbxContent" => self.boxes.push(node),
            "AlternateContent" => {
                if let Some(branch) = one_branch(node) {
                    self.find_boxes(branch, depth + 1);
                }
            }
            _ => node.children().for_each(|child| self.find_boxes(child, depth + 1)),
        }
    }
}
