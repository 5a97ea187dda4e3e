//! Annotations: comments in the margin, which stand inside the text they are about.

use super::body::Body;
use super::is;
use crate::Imported;
use crate::imported::{Comment, Loss, Part};
use crate::line::Edge;
use crate::xml::{attribute, child};
use roxmltree::Node;
use std::collections::{BTreeMap, BTreeSet};

/// How many replies may answer one another.
const MAX_REPLIES: usize = 20;

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
        let n_kept = imported.comments.len();
        imported.report.read(Part::Comments, n_kept + self.n_empty);
        imported.report.keep(Part::Comments, n_kept);
        imported.report.lose(Loss::Comments, self.n_empty, None);
    }

    /// Lets replies be about what the comments are about that they answer.
    pub(super) fn settle(&self, imported: &mut Imported) {
        let parent =
            |reply: usize| self.parents.get(&reply).and_then(|name| self.positions.get(name)).copied();
        for &reply in self.parents.keys() {
            let chain = std::iter::successors(parent(reply), |&first| parent(first));
            let Some(first) = chain.take(MAX_REPLIES).last() else { continue };
            let span = imported.comments[first].span.or(imported.comments[reply].span);
            imported.comments[reply].span = span;
        }
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
        let lines = self.story(node);
        let lines: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
        let text = lines.join("\n").trim().to_owned();
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
            date: value("date").get(..10).and_then(|day| day.parse().ok()),
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
