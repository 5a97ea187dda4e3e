//! The words of one paragraph.

use super::body::Body;
use super::is;
use super::styles::Look;
use crate::document::MAX_DEPTH;
use crate::imported::Loss;
use crate::xml::{attribute, child, elements};
use roxmltree::Node;

/// The most blanks that one element may stand for.
const MAX_BLANKS: usize = 100;

impl Body<'_> {
    /// Adds what stands inside `node` to the paragraph; text boxes on it go to `boxes`.
    pub(super) fn inline<'a, 'i>(&mut self, node: Node<'a, 'i>, look: Look, boxes: &mut Vec<Node<'a, 'i>>) {
        self.deeper(|body| {
            for part in node.children() {
                match part.text().filter(|_| part.is_text()) {
                    Some(text) if look.is_hidden() => body.hide(text),
                    Some(text) => body.flow.paragraph.push_collapsed(text, look.is_bold()),
                    None if part.is_element() => body.inline_part(part, look, boxes),
                    None => {}
                }
            }
        });
    }

    fn inline_part<'a, 'i>(&mut self, part: Node<'a, 'i>, look: Look, boxes: &mut Vec<Node<'a, 'i>>) {
        match part.tag_name().name() {
            "s" if !look.is_hidden() => {
                let n_blanks = attribute(part, "c").and_then(|n| n.parse().ok()).unwrap_or(1);
                self.push(&" ".repeat(n_blanks.min(MAX_BLANKS)), look);
            }
            "tab" => self.push("\t", look),
            "line-break" => self.push("\n", look),
            "span" => {
                let style = attribute(part, "style-name");
                self.inline(part, self.styles.look("text", style).or(look), boxes);
            }
            "note" => self.note(part, look),
            "annotation" => self.annotation(part),
            "annotation-end" => self.annotation_end(part),
            "frame" | "custom-shape" | "rect" | "g" => boxes.extend(self.boxes_on(part)),
            // The number of a heading and the reading aid above a word.
            "number" | "ruby-text" => {}
            _ => self.inline(part, look, boxes),
        }
    }

    fn push(&mut self, text: &str, look: Look) {
        self.flow.paragraph.push(text, look.is_bold());
    }

    fn note(&mut self, note: Node, look: Look) {
        let idx = self.notes.len();
        self.notes.push(Vec::new());
        self.push(&format!("[{}]", idx + 1), look);
        if let Some(body) = child(note, "note-body") {
            let lines = self.story(body);
            if let Some(note) = self.notes.get_mut(idx) {
                *note = lines;
            }
        }
    }

    /// Reads a picture or box that stands between paragraphs.
    pub(super) fn object(&mut self, node: Node) {
        self.boxes_on(node).into_iter().for_each(|text_box| self.text_box(text_box));
    }

    /// Returns the text boxes in a frame or drawing; one without text is a picture.
    fn boxes_on<'a, 'i>(&mut self, node: Node<'a, 'i>) -> Vec<Node<'a, 'i>> {
        let mut boxes = Vec::new();
        find_boxes(node, 0, &mut boxes);
        if boxes.is_empty() {
            self.imported.report.lose(Loss::Pictures, 1, None);
        }
        boxes
    }
}

/// Finds what holds paragraphs, but not what stands inside that.
fn find_boxes<'a, 'i>(node: Node<'a, 'i>, depth: usize, boxes: &mut Vec<Node<'a, 'i>>) {
    if is(node, "text-box") || child(node, "p").is_some() {
        boxes.push(node);
    } else if depth < MAX_DEPTH {
        elements(node).for_each(|part| find_boxes(part, depth + 1, boxes));
    }
}
