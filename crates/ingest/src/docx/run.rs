//! The words of one paragraph, put together from its runs.

use super::body::{Body, MAX_DEPTH, one_branch};
use super::{NoteReference, attribute, child, is_on};
use crate::clean::clean;
use crate::imported::{Change, ImportReport, Loss};
use roxmltree::Node;

/// A paragraph being put together.
#[derive(Default)]
pub(super) struct Paragraph<'a, 'i> {
    /// Its text as found, with line breaks.
    pub(super) text: String,
    /// The text boxes that hang on it.
    pub(super) boxes: Vec<Node<'a, 'i>>,
    /// How many bytes at the start are bold; settled once something else came.
    n_bold: usize,
    bold_ended: bool,
}

impl<'a, 'i> Paragraph<'a, 'i> {
    /// Reads the runs of the paragraph `node`; what is not text is noted in `body`.
    pub(super) fn read(body: &mut Body, node: Node<'a, 'i>) -> Self {
        let mut paragraph = Self::default();
        paragraph.inline(body, node, 0);
        paragraph
    }

    /// Returns how many bytes of `line`, the paragraph's first line, are bold, when that is a part and not all of it.
    pub(super) fn bold_start(&self, line: &str) -> Option<usize> {
        let bold = clean(&self.text[..self.n_bold], &mut ImportReport::default());
        let is_part = !bold.trim().is_empty() && bold.len() < line.trim_end().len();
        (is_part && line.starts_with(&bold)).then_some(bold.len())
    }

    fn inline(&mut self, body: &mut Body, node: Node<'a, 'i>, depth: usize) {
        if depth == MAX_DEPTH {
            body.report.lose(Loss::TooDeep, 1, None);
            return;
        }
        for part in node.children().filter(Node::is_element) {
            match part.tag_name().name() {
                "r" => self.run(body, part, depth),
                "pPr" | "sdtPr" | "rubyPr" | "rt" => {}
                "del" | "moveFrom" => body.deleted(part),
                "ins" | "moveTo" => {
                    body.report.change(Change::Insertions, 1, None);
                    self.inline(body, part, depth + 1);
                }
                "AlternateContent" => {
                    if let Some(branch) = one_branch(part) {
                        self.inline(body, branch, depth + 1);
                    }
                }
                "drawing" | "pict" | "object" => self.object(body, part),
                _ => self.inline(body, part, depth + 1),
            }
        }
    }

    fn run(&mut self, body: &mut Body, run: Node<'a, 'i>, depth: usize) {
        let properties = child(run, "rPr");
        let before = self.text.len();
        for part in run.children().filter(Node::is_element) {
            self.run_part(body, part, depth);
        }
        if is_on(properties, "vanish") {
            let hidden = self.text.split_off(before);
            body.report.lose(Loss::HiddenText, usize::from(!hidden.is_empty()), Some(hidden));
        }
        let is_bold = is_on(properties, "b");
        let is_blank = self.text[before..].trim().is_empty();
        self.bold_ended |= !is_bold && !is_blank;
        if is_bold && !self.bold_ended {
            self.n_bold = self.text.len();
        }
    }

    fn run_part(&mut self, body: &mut Body, part: Node<'a, 'i>, depth: usize) {
        match part.tag_name().name() {
            "t" => self.text.extend(part.children().filter_map(|node| node.text())),
            "tab" | "ptab" => self.text.push('\t'),
            "br" | "cr" => self.text.push('\n'),
            "noBreakHyphen" => self.text.push('-'),
            "sym" => self.symbol(body, part),
            "footnoteReference" => self.note(body, part, "footnotes.xml"),
            "endnoteReference" => self.note(body, part, "endnotes.xml"),
            "drawing" | "pict" | "object" => self.object(body, part),
            "AlternateContent" => {
                for part in one_branch(part).iter().flat_map(|branch| branch.children()) {
                    self.object(body, part);
                }
            }
            "ruby" => self.inline(body, part, depth + 1),
            _ => {}
        }
    }

    fn note(&mut self, body: &mut Body, part: Node, file: &'static str) {
        body.notes
            .push(NoteReference { part: file, id: attribute(part, "id").unwrap_or_default().to_owned() });
        self.text.push_str(&format!("[{}]", body.notes.len()));
    }

    /// Symbol fonts keep their characters in a private area; only a code outside it says what it shows.
    fn symbol(&mut self, body: &mut Body, part: Node) {
        let code = attribute(part, "char").and_then(|code| u32::from_str_radix(code, 16).ok());
        let known = code.and_then(char::from_u32).filter(|c| !('\u{e000}'..='\u{f8ff}').contains(c));
        match known {
            Some(c) => self.text.push(c),
            None => body.report.lose(Loss::Symbols, 1, attribute(part, "font").map(str::to_owned)),
        }
    }

    fn object(&mut self, body: &mut Body, part: Node<'a, 'i>) {
        let n_before = self.boxes.len();
        self.find_boxes(part, 0);
        if part.is_element() && self.boxes.len() == n_before {
            body.report.lose(Loss::Pictures, 1, None);
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
