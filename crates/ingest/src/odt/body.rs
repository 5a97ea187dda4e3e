//! Walking through the blocks of a text: paragraphs, headings, lists, tables, tracked changes.

use super::annotation::Annotations;
use super::is;
use super::styles::Styles;
use crate::Imported;
use crate::document::{Document, Flow, MAX_DEPTH, on_one_line, row_lines};
use crate::imported::{Change, Loss};
use crate::line::{Line, LineRole};
use crate::xml::{attribute, elements};
use roxmltree::Node;

/// A text being read.
pub(super) struct Body<'r> {
    pub(super) styles: &'r Styles,
    pub(super) imported: &'r mut Imported,
    pub(super) annotations: Annotations,
    /// The text so far.
    pub(super) flow: Flow,
    /// The lines of each note so far.
    pub(super) notes: Vec<Vec<Line>>,
    depth: usize,
}

impl<'r> Body<'r> {
    /// Starts with nothing read.
    pub(super) fn new(styles: &'r Styles, imported: &'r mut Imported) -> Self {
        Self {
            styles,
            imported,
            annotations: Annotations::default(),
            flow: Flow::default(),
            notes: Vec::new(),
            depth: 0,
        }
    }

    /// Returns the document and its annotations.
    pub(super) fn finish(mut self) -> (Document, Annotations) {
        self.flow.end_paragraph(&mut self.imported.report);
        self.annotations.count(self.imported);
        let document = Document { lines: self.flow.lines, notes: self.notes, ..Document::default() };
        (document, self.annotations)
    }

    /// Reads the blocks inside `node`.
    pub(super) fn blocks(&mut self, node: Node) {
        self.deeper(|body| {
            for block in elements(node) {
                body.block(block);
            }
        });
    }

    /// Goes on one level deeper, where that is not too deep.
    pub(super) fn deeper(&mut self, go_on: impl FnOnce(&mut Self)) {
        if self.depth == MAX_DEPTH {
            self.imported.report.lose(Loss::TooDeep, 1, None);
            return;
        }
        self.depth += 1;
        go_on(self);
        self.depth -= 1;
    }

    fn block(&mut self, block: Node) {
        match block.tag_name().name() {
            "p" | "h" => self.paragraph(block),
            "table" => self.table(block),
            "tracked-changes" => self.tracked_changes(block),
            "section" if attribute(block, "display") == Some("none") => {
                let text = on_one_line(&self.story(block)).text;
                self.hide(&text);
            }
            "frame" | "custom-shape" => self.object(block),
            "annotation" => self.annotation(block),
            "annotation-end" => self.annotation_end(block),
            "change-info" | "forms" | "scripts" => {}
            _ => self.blocks(block),
        }
    }

    /// Reports text that nobody sees.
    pub(super) fn hide(&mut self, text: &str) {
        if !text.trim().is_empty() {
            self.imported.report.lose(Loss::HiddenText, 1, Some(text.to_owned()));
        }
    }

    fn paragraph(&mut self, node: Node) {
        let style = attribute(node, "style-name");
        let level = attribute(node, "outline-level").and_then(|level| level.parse().ok());
        let level = level.filter(|_| is(node, "h")).or_else(|| self.styles.heading(style));
        let level = level.or(is(node, "h").then_some(1));
        self.flow.paragraph.role = level.map_or(LineRole::Body, LineRole::Heading);
        self.flow.paragraph.style = self.styles.custom_name(style).map(str::to_owned);
        self.flow.begin_paragraph();
        let look = self.styles.look("paragraph", style);
        let mut boxes = Vec::new();
        self.inline(node, look, &mut boxes);
        self.flow.end_paragraph(&mut self.imported.report);
        boxes.into_iter().for_each(|text_box| self.text_box(text_box));
    }

    /// Reads a text box after its paragraph.
    pub(super) fn text_box(&mut self, text_box: Node) {
        self.imported.report.change(Change::TextBoxes, 1, None);
        let lines = self.story(text_box);
        self.flow.lines.extend(lines);
    }

    /// Returns the lines of what stands inside or beside the text: a cell, a note, a box, an annotation.
    pub(super) fn story(&mut self, node: Node) -> Vec<Line> {
        let outside = self.flow.enter();
        self.blocks(node);
        self.flow.leave(outside, &mut self.imported.report)
    }

    fn table(&mut self, table: Node) {
        self.flow.break_off(&mut self.imported.report);
        let mut rows = Vec::new();
        find("table-row", table, 0, &mut rows);
        for row in rows {
            let mut cells = Vec::new();
            find("table-cell", row, 0, &mut cells);
            let cells = cells.into_iter().map(|cell| self.story(cell)).collect();
            self.imported.report.change(Change::TableRows, 1, None);
            self.flow.lines.extend(row_lines(cells));
        }
    }

    fn tracked_changes(&mut self, node: Node) {
        for change in elements(node).flat_map(elements) {
            match change.tag_name().name() {
                "insertion" => self.imported.report.change(Change::Insertions, 1, None),
                "deletion" => self.deletion(change),
                _ => {}
            }
        }
    }

    /// What was deleted stands apart from the text. Comments on it are kept, all else is only named.
    fn deletion(&mut self, node: Node) {
        let n_notes = self.notes.len();
        let report = std::mem::take(&mut self.imported.report);
        let text = on_one_line(&self.story(node)).text;
        self.imported.report = report;
        self.notes.truncate(n_notes);
        if !text.is_empty() {
            self.imported.report.lose(Loss::Deletions, 1, Some(text));
        }
    }
}

/// Finds the rows or cells of a table, through what may wrap them, but not those of tables inside.
fn find<'a, 'i>(name: &str, node: Node<'a, 'i>, depth: usize, found: &mut Vec<Node<'a, 'i>>) {
    for part in elements(node) {
        match part.tag_name().name() {
            part_name if part_name == name => found.push(part),
            "p" | "h" | "table" | "table-cell" => {}
            _ if depth < MAX_DEPTH => find(name, part, depth + 1, found),
            _ => {}
        }
    }
}
