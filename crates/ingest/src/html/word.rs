//! Comments in the margin, as word processors write them into pages.
//!
//! Word links the words of comment 1 (`mso-comment-reference:NB_1`), or only the place behind them (`_msoanchor_1`), to a
//! block `_com_1` at the end of the page. LibreOffice writes the comment into the source, behind its words.

use super::element::Element;
use crate::Imported;
use crate::clean::clean;
use crate::dates;
use crate::document::{Flow, comment_text, count_comments, rename_comments};
use crate::imported::{Comment, ImportReport};
use crate::line::{Edge, Line};
use std::collections::{BTreeMap, BTreeSet};

/// The comments of a page so far.
#[derive(Debug, Default)]
pub(super) struct Comments {
    /// LibreOffice or OpenOffice wrote the page.
    is_from_office: bool,
    /// By their number.
    found: BTreeMap<usize, Comment>,
    /// Those whose words are linked.
    linked: BTreeSet<usize>,
    /// The one whose words are being read.
    link: Option<usize>,
    /// The block of a comment that is being read: its number, how many `<div>` are open, and what is outside.
    block: Option<(usize, usize, Flow)>,
}

impl Comments {
    /// Takes note of the program that wrote the page.
    pub(super) fn note_program(&mut self, name: &str) {
        self.is_from_office = ["LibreOffice", "OpenOffice"].iter().any(|office| name.contains(office));
    }

    /// Reads what stands in the source of a page: a comment on the paragraph, when LibreOffice wrote the page.
    pub(super) fn remark(&mut self, text: &str, flow: &mut Flow) {
        let text = clean(text.trim(), &mut ImportReport::default());
        if self.is_from_office && !text.is_empty() && flow.paragraph.has_text() {
            let number = self.found.len();
            self.found.insert(number, Comment { text, ..Comment::default() });
            flow.paragraph.mark_whole(number);
        }
    }

    /// Reads the start of a link: to a comment, or of the words it is about.
    pub(super) fn start_link(&mut self, element: &Element, flow: &mut Flow) {
        let style = element.attribute("style");
        if let Some(reference) = property(&style, "mso-comment-reference:") {
            let Some(number) = number_at_end(reference) else { return };
            let comment = self.found.entry(number).or_default();
            reference.rsplit_once('_').map_or("", |(initials, _)| initials).clone_into(&mut comment.initials);
            comment.date = property(&style, "mso-comment-date:").and_then(dates::packed_day);
            self.start_words(number, flow);
        } else if let Some(number) = property(&style, "mso-comment-continuation:").and_then(number_at_end) {
            self.start_words(number, flow);
        } else if element.has_class("msocomanchor")
            && let Some(number) = number_at_end(&element.attribute("href"))
            && !self.linked.contains(&number)
        {
            self.found.entry(number).or_default();
            flow.paragraph.mark_whole(number);
        }
    }

    fn start_words(&mut self, number: usize, flow: &mut Flow) {
        self.linked.insert(number);
        self.link = Some(number);
        flow.mark(number, Edge::Start);
    }

    /// Reads the end of a link.
    pub(super) fn end_link(&mut self, flow: &mut Flow) {
        if let Some(number) = self.link.take() {
            flow.mark(number, Edge::End);
        }
    }

    /// Reads the start of a block: it may hold the text of a comment.
    pub(super) fn start_block(&mut self, element: &Element, flow: &mut Flow) {
        if element.name != "div" || element.is_closed() {
            return;
        }
        match &mut self.block {
            Some((_, n_open, _)) => *n_open += 1,
            None if element.has_class("msocomtxt") => {
                let number = number_at_end(&element.attribute("id"));
                self.block = number.map(|number| (number, 1, flow.enter()));
            }
            None => {}
        }
    }

    /// Reads the end of a block.
    pub(super) fn end_block(&mut self, name: &str, flow: &mut Flow, report: &mut ImportReport) {
        if let Some((_, n_open, _)) = self.block.as_mut().filter(|_| name == "div") {
            *n_open -= 1;
            if *n_open == 0 {
                self.finish(flow, report);
            }
        }
    }

    /// Ends the block that is open.
    pub(super) fn finish(&mut self, flow: &mut Flow, report: &mut ImportReport) {
        if let Some((number, _, outside)) = self.block.take() {
            self.found.entry(number).or_default().text = comment_text(&flow.leave(outside, report));
        }
    }

    /// Hands the comments over and lets the marks in `lines` name them instead of their numbers.
    pub(super) fn hand_over(&mut self, lines: &mut [Line], imported: &mut Imported) {
        let n_found = self.found.len();
        self.found.retain(|_, comment| !comment.text.is_empty());
        let positions = self.found.keys().enumerate().map(|(position, &number)| (number, position)).collect();
        rename_comments(lines.iter_mut(), &positions);
        drop_inner_ends(lines);
        imported.comments = std::mem::take(&mut self.found).into_values().collect();
        count_comments(n_found, imported);
    }
}

/// A comment is about everything from its first link to its last: keeps the first start and the last end of each.
fn drop_inner_ends(lines: &mut [Line]) {
    let mut started = BTreeSet::new();
    for line in lines.iter_mut() {
        line.marks.retain(|mark| mark.edge == Edge::End || started.insert(mark.comment));
    }
    let mut ended = BTreeSet::new();
    for line in lines.iter_mut().rev() {
        let mut kept: Vec<_> = std::mem::take(&mut line.marks).into_iter().rev().collect();
        kept.retain(|mark| mark.edge == Edge::Start || ended.insert(mark.comment));
        kept.reverse();
        line.marks = kept;
    }
}

/// Returns the value of a property in a style.
fn property<'s>(style: &'s str, name: &str) -> Option<&'s str> {
    let (_, value) = style.split_once(name)?;
    Some(value.split(';').next().unwrap_or_default().trim())
}

fn number_at_end(text: &str) -> Option<usize> {
    let digits = text.trim_start_matches(|c: char| !c.is_ascii_digit());
    digits.rsplit(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}
