//! Heads above columns: set as low as they can stand without touching each other.

use crate::canvas::{Anchor, HAIRLINE, Ink};
use crate::style::Theme;
use crate::text::Type;

/// Least space between two heads side by side, in millimetres.
const GAP: f64 = 1.2;
/// Space between two storeys, in millimetres.
const STOREY_GAP: f64 = 0.5;
/// What sums of widths may be off, in millimetres.
const ROUNDING: f64 = 0.01;

/// A head over a range of columns.
#[derive(Clone, Debug)]
pub(crate) struct Head {
    /// What it says.
    pub(crate) text: String,
    /// Size and weight.
    pub(crate) kind: Type,
    /// Where its columns begin, in millimetres.
    pub(crate) left: f64,
    /// Where they end.
    pub(crate) right: f64,
    /// Whether a line is drawn over its columns.
    pub(crate) bracket: bool,
}

/// Heads with a place for each.
#[derive(Clone, Debug)]
pub(crate) struct Heads {
    heads: Vec<(Head, Vec<String>, usize)>,
    storeys: Vec<f64>,
}

impl Heads {
    /// Finds a place for heads that are given from left to right. `limit` is where the page ends.
    ///
    /// A head begins where its columns begin. Where it fits between words over them, it is broken over lines. Else it
    /// runs on over its neighbour and stands a storey above it, with a line down to its own columns. That line crosses
    /// nothing, because every head further left that is lower ends before it.
    pub(crate) fn place(heads: Vec<Head>, limit: f64) -> Self {
        let mut placed: Vec<(Head, Vec<String>, usize)> = Vec::new();
        for head in heads.into_iter().rev() {
            let neighbour = placed.last().map_or(limit + GAP, |(next, ..)| next.left);
            let own = head.kind.wrap_words(&head.text, neighbour - GAP - head.left + ROUNDING, 3);
            let room = limit - head.left + ROUNDING;
            let lines = own
                .or_else(|| head.kind.wrap_words(&head.text, room, 3))
                .unwrap_or_else(|| head.kind.wrap(&head.text, room, 2));
            let end = head.left + head.kind.widest_mm(lines.iter().map(String::as_str)) + GAP;
            let in_the_way = placed.iter().filter(|(other, ..)| other.left < end - 2.0 * ROUNDING);
            let storey = in_the_way.map(|(.., storey)| storey + 1).max().unwrap_or(0);
            placed.push((head, lines, storey));
        }
        placed.reverse();
        let n_storeys = placed.iter().map(|(.., storey)| storey + 1).max().unwrap_or(0);
        let height = |(head, lines, _): &(Head, Vec<String>, usize)| lines.len() as f64 * head.kind.line_mm();
        let storey_height =
            |n: usize| placed.iter().filter(|head| head.2 == n).map(height).fold(0.0, f64::max) + STOREY_GAP;
        let storeys = (0..n_storeys).map(storey_height).collect();
        Self { heads: placed, storeys }
    }

    /// Returns the height of all storeys in millimetres.
    pub(crate) fn height(&self) -> f64 {
        self.storeys.iter().sum()
    }

    /// Draws the heads so that the lowest stand on `bottom`.
    pub(crate) fn draw(&self, ink: &mut Ink, bottom: f64, theme: &Theme) {
        for (head, lines, storey) in &self.heads {
            let floor = bottom - self.storeys[..*storey].iter().sum::<f64>();
            for (n, line) in lines.iter().rev().enumerate() {
                let baseline = floor - head.kind.em_mm() * 0.3 - n as f64 * head.kind.line_mm();
                ink.text(line, (head.left, baseline), Anchor::Start, head.kind, theme.ink);
            }
            if *storey > 0 {
                ink.line((head.left, floor), (head.left, bottom), HAIRLINE, theme.rule);
            }
            if head.bracket {
                ink.line((head.left, bottom), (head.right, bottom), 2.0 * HAIRLINE, theme.rule);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::SMALL;

    fn storeys(texts: &[(&str, f64)]) -> Vec<usize> {
        let head = |&(text, left): &(&str, f64)| Head {
            text: text.into(),
            kind: SMALL,
            left,
            right: left + 5.0,
            bracket: false,
        };
        let heads = Heads::place(texts.iter().map(head).collect(), 100.0);
        heads.heads.iter().map(|(.., storey)| *storey).collect()
    }

    #[test]
    fn heads_rise_only_where_they_must() {
        assert_eq!(storeys(&[("constructief", 0.0), ("wisselend", 40.0)]), [0, 0]);
        assert_eq!(storeys(&[("constructief", 0.0), ("wisselend", 6.0), ("vastgelopen", 12.0)]), [2, 1, 0]);
        assert_eq!(storeys(&[("a", 0.0), ("wisselend", 6.0), ("vastgelopen", 12.0)]), [0, 1, 0]);
        assert_eq!(
            storeys(&[("vastgelopen, n = 3", 0.0), ("wisselend", 18.0)]),
            [0, 0],
            "broken over two lines"
        );
        assert!(storeys(&[]).is_empty());
    }
}
