//! Word comments: who wrote what, and which of them are about a stretch of text.
//!
//! A comment is about what stands between its `commentRangeStart` and `commentRangeEnd`. One that lacks either is about the
//! paragraph with its `commentReference`. A reply is about what the comment it answers is about.

use super::body::{Body, Setting};
use crate::dates;
use crate::document::{comment_text, count_comments, settle_replies};
use crate::imported::{Comment, Imported};
use crate::xml::{attribute, elements};
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// Which comment an id in the text means, and which have both ends.
#[derive(Clone, Debug, Default)]
pub(super) struct Comments {
    /// Position among the comments, by id.
    positions: BTreeMap<String, usize>,
    /// Position among the comments, by the id of their last paragraph.
    paragraphs: BTreeMap<String, usize>,
    /// The comment that each reply answers.
    parents: BTreeMap<usize, usize>,
    /// The ids of those that have a start and after it an end.
    ranges: BTreeSet<String>,
}

impl Comments {
    /// Reads `comments.xml` into `imported`. Comments without words are only counted.
    pub(super) fn read(root: Node, imported: &mut Imported) -> Self {
        let mut comments = Self::default();
        let mut n_found = 0;
        for node in elements(root).filter(|node| node.tag_name().name() == "comment") {
            n_found += 1;
            let text = text_of(node, imported);
            if text.is_empty() {
                continue;
            }
            comments.note_ids(node, imported.comments.len());
            let value = |name| attribute(node, name).unwrap_or_default().trim().to_owned();
            imported.comments.push(Comment {
                author: value("author"),
                initials: value("initials"),
                date: dates::iso_day(&value("date")),
                text,
                ..Comment::default()
            });
        }
        count_comments(n_found, imported);
        comments
    }

    fn note_ids(&mut self, node: Node, position: usize) {
        if let Some(id) = attribute(node, "id") {
            self.positions.insert(id.to_owned(), position);
        }
        let paragraphs = node.descendants().filter(|part| part.tag_name().name() == "p");
        let ids = paragraphs.filter_map(|paragraph| attribute(paragraph, "paraId"));
        self.paragraphs.extend(ids.map(|id| (id.to_owned(), position)));
    }

    /// Reads `commentsExtended.xml`, which says what is a reply to what.
    pub(super) fn read_replies(&mut self, root: Node) {
        for node in elements(root) {
            let position = |name| attribute(node, name).and_then(|id| self.paragraphs.get(id)).copied();
            if let (Some(reply), Some(parent)) = (position("paraId"), position("paraIdParent")) {
                self.parents.insert(reply, parent);
            }
        }
    }

    /// Notes which comments have a start and after it an end in a part of the document.
    pub(super) fn find_ranges(&mut self, root: Node) {
        let mut started = BTreeSet::new();
        for node in root.descendants().filter(Node::is_element) {
            let id = attribute(node, "id").unwrap_or_default();
            match node.tag_name().name() {
                "commentRangeStart" => _ = started.insert(id.to_owned()),
                "commentRangeEnd" if started.contains(id) => _ = self.ranges.insert(id.to_owned()),
                _ => {}
            }
        }
    }

    /// Returns the position of the comment that `node` refers to, and whether it has a start and an end.
    pub(super) fn meant_by(&self, node: Node) -> Option<(usize, bool)> {
        let id = attribute(node, "id")?;
        Some((*self.positions.get(id)?, self.ranges.contains(id)))
    }

    /// Lets replies be about what the comments are about that they answer.
    pub(super) fn settle(&self, imported: &mut Imported) {
        settle_replies(&self.parents, &mut imported.comments);
    }
}

/// Returns the words of a comment, a line for each paragraph.
fn text_of(node: Node, imported: &mut Imported) -> String {
    let setting = Setting::default();
    comment_text(&Body::new(&setting, &mut imported.report).read_all(node).flow.lines)
}
