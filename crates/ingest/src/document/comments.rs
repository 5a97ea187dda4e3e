//! Comments in the margin, whichever program wrote them.

use crate::imported::{Comment, Imported, Loss, Part};
use crate::line::Line;
use std::collections::BTreeMap;

/// How many replies may answer one another; Word itself has one level.
const MAX_REPLIES: usize = 20;

/// Returns the words of a comment, a line for each paragraph.
pub(crate) fn comment_text(lines: &[Line]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.text.as_str()).collect();
    lines.join("\n").trim().to_owned()
}

/// Reports that `n_found` comments were found, of which those without words were not kept.
pub(crate) fn count_comments(n_found: usize, imported: &mut Imported) {
    let n_kept = imported.comments.len();
    imported.report.read(Part::Comments, n_found);
    imported.report.keep(Part::Comments, n_kept);
    imported.report.lose(Loss::Comments, n_found.saturating_sub(n_kept), None);
}

/// Lets the marks in `lines` name comments by their position instead of the numbers a reader gave them; marks of comments
/// that have no position go.
pub(crate) fn rename_comments<'l>(
    lines: impl Iterator<Item = &'l mut Line>,
    positions: &BTreeMap<usize, usize>,
) {
    for line in lines {
        line.marks.retain_mut(|mark| {
            let position = positions.get(&mark.comment);
            mark.comment = position.copied().unwrap_or_default();
            position.is_some()
        });
    }
}

/// Lets replies be about what the comments are about that they answer. `parents` has the comment that each reply answers,
/// all by position.
pub(crate) fn settle_replies(parents: &BTreeMap<usize, usize>, comments: &mut [Comment]) {
    for (&reply, &answered) in parents {
        let next = |first: &usize| parents.get(first).copied();
        let first = std::iter::successors(Some(answered), next).take(MAX_REPLIES).last();
        let about = first.and_then(|first| comments.get(first)).and_then(|comment| comment.span);
        if let Some(reply) = comments.get_mut(reply) {
            reply.span = about.or(reply.span);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::Span;

    #[test]
    fn a_reply_to_a_reply_is_about_what_the_first_comment_is_about() {
        let comment = |range| Comment { span: Span::from_bytes(range), ..Comment::default() };
        let mut comments = [comment(0..3), comment(5..6), comment(7..8), comment(9..10)];
        // The last two answer each other, which no program writes.
        settle_replies(&BTreeMap::from([(1, 0), (2, 1)]), &mut comments);
        assert!(comments[..3].iter().all(|comment| comment.span == Span::from_bytes(0..3)));
        settle_replies(&BTreeMap::from([(2, 3), (3, 2), (1, 9)]), &mut comments);
        assert_eq!(comments[1].span, Span::from_bytes(0..3));
    }
}
