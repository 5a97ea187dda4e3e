//! Walking through the blocks of a document: paragraphs, tables, and what wraps them.

use super::NoteReference;
use super::comments::Comments;
use super::run::Runs;
use super::styles::{Look, Styles};
use crate::document::{Flow, MAX_DEPTH};
use crate::imported::{Change, ImportReport, Loss};
use crate::line::{Edge, LineRole};
use crate::xml::{attribute, child, elements};
use indexmap::IndexSet;
use roxmltree::Node;

/// What a text refers to.
#[derive(Clone, Debug, Default)]
pub(super) struct Setting {
    pub(super) styles: Styles,
    pub(super) comments: Comments,
}

/// A document body being read.
pub(super) struct Body<'r> {
    pub(super) setting: &'r Setting,
    pub(super) report: &'r mut ImportReport,
    /// The text so far.
    pub(super) flow: Flow,
    /// The notes that the text refers to, in its order; each once, however often it does.
    pub(super) notes: IndexSet<NoteReference>,
    depth: usize,
}

impl<'r> Body<'r> {
    /// Starts with nothing read.
    pub(super) fn new(setting: &'r Setting, report: &'r mut ImportReport) -> Self {
        Self { setting, report, flow: Flow::default(), notes: IndexSet::new(), depth: 0 }
    }

    /// Reads the blocks inside `node` to the end.
    pub(super) fn read_all(mut self, node: Node) -> Self {
        self.read(node);
        self.flow.end_paragraph(self.report);
        self
    }

    /// Reads the blocks inside `node`: a body, a cell, a text box, a note. Its last paragraph may go on behind it.
    pub(super) fn read(&mut self, node: Node) {
        if self.depth == MAX_DEPTH {
            self.report.lose(Loss::TooDeep, 1, None);
            return;
        }
        self.depth += 1;
        for block in elements(node) {
            match block.tag_name().name() {
                "p" => self.paragraph(block),
                "tbl" => self.table(block),
                "del" | "moveFrom" => self.deleted(block),
                "sectPr" | "tcPr" | "sdtPr" => {}
                "commentRangeStart" | "commentRangeEnd" => self.mark(block),
                "AlternateContent" => {
                    if let Some(branch) = one_branch(block) {
                        self.read(branch);
                    }
                }
                _ => self.read(block),
            }
        }
        self.depth -= 1;
    }

    /// Notes that a tracked change took out `node`; comments on it begin and end where it stood.
    pub(super) fn deleted(&mut self, node: Node) {
        let text = self.text_and_marks(node);
        if !text.trim().is_empty() {
            self.report.lose(Loss::Deletions, 1, Some(text));
        }
    }

    /// Notes that `node` is hidden.
    pub(super) fn hidden(&mut self, node: Node) {
        let text = self.text_and_marks(node);
        if !text.is_empty() {
            self.report.lose(Loss::HiddenText, 1, Some(text));
        }
    }

    fn text_and_marks(&mut self, node: Node) -> String {
        let mut text = String::new();
        for part in node.descendants() {
            match part.tag_name().name() {
                "t" | "delText" => text.push_str(part.text().unwrap_or_default()),
                "commentRangeStart" | "commentRangeEnd" => self.mark(part),
                _ => {}
            }
        }
        text
    }

    /// Notes that a comment begins or ends here, when it does both. Between two paragraphs that is where the next starts.
    pub(super) fn mark(&mut self, node: Node) {
        let is_start = node.tag_name().name() == "commentRangeStart";
        let edge = if is_start { Edge::Start } else { Edge::End };
        if let Some((comment, true)) = self.setting.comments.meant_by(node) {
            self.flow.mark(comment, edge);
        }
    }

    fn paragraph(&mut self, node: Node) {
        let setting = self.setting;
        let properties = child(node, "pPr");
        let style = properties.and_then(|properties| child(properties, "pStyle"));
        let style = style.and_then(|style| attribute(style, "val"));
        // Of paragraphs that were joined the last one decides what they are.
        let heading = setting.styles.heading(style);
        self.flow.paragraph.role = heading.map_or(LineRole::Body, LineRole::Heading);
        self.flow.paragraph.style = setting.styles.custom_name(style).map(str::to_owned);
        self.flow.begin_paragraph();
        let boxes = Runs::read(self, node, style);
        if !ends_invisibly(properties) {
            self.flow.end_paragraph(self.report);
        }
        for text_box in boxes {
            self.text_box(text_box);
        }
    }

    /// Reads a text box: after its paragraph, or before it when that one runs on.
    fn text_box(&mut self, text_box: Node) {
        self.report.change(Change::TextBoxes, 1, None);
        let outside = self.flow.enter();
        self.read(text_box);
        let lines = self.flow.leave(outside, self.report);
        self.flow.lines.extend(lines);
    }
}

/// Returns whether the mark at the end of a paragraph was deleted, moved away or is hidden, so that the next one goes on
/// with it.
fn ends_invisibly(properties: Option<Node>) -> bool {
    let Some(mark) = properties.and_then(|properties| child(properties, "rPr")) else { return false };
    let is_gone = elements(mark).any(|part| matches!(part.tag_name().name(), "del" | "moveFrom"));
    is_gone || Look::read(Some(mark)).hidden == Some(true)
}

/// Returns the branch of `mc:AlternateContent` to read: both say the same, for newer and for older programs.
pub(super) fn one_branch<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}
