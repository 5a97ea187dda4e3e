//! Annotations: comments in the margin, which stand inside the text they are about.

use super::body::Body;
use super::is;
use crate::Imported;
use crate::dates;
use crate::document::{comment_text, count_comments, settle_replies};
use crate::imported::Comment;
use crate::line::Edge;
use crate::xml::{attribute, child};
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// The annotations of a document so far.
#[derive(Debug, Default)]
pub(super) struct Annotations {
    /// The names of those that have a start and after it an end.
    ranges: BTreeSet<String>,
    /// Position among the comments, by name.
    positions: BTreeMap<String, usize>,
    /// The name of what each reply answers.
    parents: BTreeMap<usize, String>,
    /// How many have no words.
    n_empty: usize,
}

impl Annotations {
    /// Reports how many there are.
    pub(super) fn count(&self, imported: &mut Imported) {
        count_comments(imported.comments.len() + self.n_empty, imported);
    }

    /// Lets replies be about what the comments are about that they answer.
    pub(super) fn settle(&self, imported: &mut Imported) {
        let parents =
            self.parents.iter().filter_map(|(&reply, name)| Some((reply, *self.positions.get(name)?)));
        settle_replies(&parents.collect(), &mut imported.comments);
    }
}

impl Body<'_> {
    /// Notes which annotations have a start and after it an end.
    pub(super) fn find_ranges(&mut self, body: Node) {
        let mut started = BTreeSet::new();
        for node in body.descendants().filter(|node| is(*node, "annotation") || is(*node, "annotation-end")) {
            let name = attribute(node, "name").unwrap_or_default();
            if is(node, "annotation") {
                started.insert(name);
            } else if started.contains(name) {
                self.annotations.ranges.insert(name.to_owned());
            }
        }
    }

    /// Reads an annotation, which begins here; without an end it is about its paragraph.
    pub(super) fn annotation(&mut self, node: Node) {
        let text = comment_text(&self.story(node));
        if text.is_empty() {
            self.annotations.n_empty += 1;
            return;
        }
        let position = self.imported.comments.len();
        let value = |name| child(node, name).and_then(|part| part.text()).unwrap_or_default().trim();
        let initials = [value("creator-initials"), value("sender-initials")].concat();
        self.imported.comments.push(Comment {
            author: value("creator").to_owned(),
            initials,
            date: dates::iso_day(value("date")),
            text,
            ..Comment::default()
        });
        self.place(node, position);
    }

    fn place(&mut self, node: Node, position: usize) {
        let name = attribute(node, "name").unwrap_or_default();
        if let Some(parent) = attribute(node, "parent-name") {
            self.annotations.parents.insert(position, parent.to_owned());
        }
        self.annotations.positions.insert(name.to_owned(), position);
        if self.annotations.ranges.contains(name) {
            self.flow.mark(position, Edge::Start);
        } else {
            self.flow.paragraph.mark_whole(position);
        }
    }

    /// Notes that an annotation ends here.
    pub(super) fn annotation_end(&mut self, node: Node) {
        let name = attribute(node, "name").unwrap_or_default();
        if let Some(&position) = self.annotations.positions.get(name) {
            self.flow.mark(position, Edge::End);
        }
    }
}
