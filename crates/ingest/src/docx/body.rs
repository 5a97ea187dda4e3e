//! Walking through the blocks of a document: paragraphs, tables, and what wraps them.

use super::run::Paragraph;
use super::styles::Styles;
use super::{NoteReference, child};
use crate::clean::clean;
use crate::imported::{Change, ImportReport, Loss};
use crate::line::{LabelHint, Line, LineRole};
use roxmltree::Node;

/// How deep blocks may be nested; real documents stay below ten.
pub(super) const MAX_DEPTH: usize = 60;

/// A document body being read.
pub(super) struct Body<'r> {
    styles: &'r Styles,
    pub(super) report: &'r mut ImportReport,
    /// The lines so far.
    pub(super) lines: Vec<Line>,
    /// The notes that the text refers to, in its order.
    pub(super) notes: Vec<NoteReference>,
    depth: usize,
}

impl<'r> Body<'r> {
    /// Starts with nothing read.
    pub(super) fn new(styles: &'r Styles, report: &'r mut ImportReport) -> Self {
        Self { styles, report, lines: Vec::new(), notes: Vec::new(), depth: 0 }
    }

    /// Reads the blocks inside `node`: a body, a cell, a text box, a note.
    pub(super) fn read(&mut self, node: Node) {
        if self.depth == MAX_DEPTH {
            self.report.lose(Loss::TooDeep, 1, None);
            return;
        }
        self.depth += 1;
        for block in node.children().filter(Node::is_element) {
            match block.tag_name().name() {
                "p" => self.paragraph(block),
                "tbl" => self.table(block),
                "del" | "moveFrom" => self.deleted(block),
                "sectPr" | "tcPr" | "sdtPr" => {}
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

    /// Notes that a tracked change took out `node`.
    pub(super) fn deleted(&mut self, node: Node) {
        let is_text = |part: &Node| matches!(part.tag_name().name(), "t" | "delText");
        let texts = node.descendants().filter(is_text).filter_map(|part| part.text());
        let text: String = texts.collect();
        if !text.trim().is_empty() {
            self.report.lose(Loss::Deletions, 1, Some(text));
        }
    }

    fn paragraph(&mut self, node: Node) {
        let heading = self.styles.heading(child(node, "pPr"));
        let paragraph = Paragraph::read(self, node);
        let text = clean(&paragraph.text, self.report);
        for (idx, text) in text.split('\n').enumerate() {
            let bold = paragraph.bold_start(text);
            self.lines.push(Line {
                label_hint: bold.filter(|_| idx == 0).map(|n_bytes| LabelHint::Bold(0..n_bytes)),
                text: text.trim_end().to_owned(),
                starts_paragraph: idx == 0,
                role: heading.map_or(LineRole::Body, LineRole::Heading),
                ..Line::default()
            });
        }
        for text_box in paragraph.boxes {
            self.report.change(Change::TextBoxes, 1, None);
            self.read(text_box);
        }
    }
}

/// Returns the branch of `mc:AlternateContent` to read: both say the same, for newer and for older programs.
pub(super) fn one_branch<'a, 'i>(node: Node<'a, 'i>) -> Option<Node<'a, 'i>> {
    child(node, "Choice").or_else(|| child(node, "Fallback"))
}
