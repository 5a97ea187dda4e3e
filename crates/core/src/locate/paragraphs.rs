//! The numbers of paragraphs, as programs count them.

use super::Hint;
use crate::ByteOffset;

/// How a program numbers paragraphs. Which way it is shows from passages that stand in one place only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Counting {
    /// Every line has a number.
    Lines,
    /// Only lines with words have one.
    FilledLines,
}

/// The lines of a text.
#[derive(Debug)]
pub(super) struct Paragraphs {
    /// For each line, the byte at which it starts and how many lines with words stand before it.
    lines: Vec<(u32, u32)>,
    /// The ways of counting that fit the text.
    trusted: Vec<Counting>,
}

impl Paragraphs {
    /// Learns from `known`, places that are certain with what was said of them, how paragraphs are numbered. A way of
    /// counting is trusted when it fits most of them, and no other fits better.
    pub(super) fn new(text: &str, known: &[(ByteOffset, Hint)]) -> Self {
        let (mut at, mut n_filled) = (0, 0);
        let mut lines = Vec::new();
        for line in text.split_inclusive('\n') {
            lines.push((at, n_filled));
            at += line.len() as u32;
            n_filled += u32::from(!line.trim().is_empty());
        }
        let mut paragraphs = Self { lines, trusted: Vec::new() };
        let known: Vec<(ByteOffset, u32)> = known
            .iter()
            .filter_map(|(place, hint)| match hint {
                Hint::Paragraph(number) => Some((*place, *number)),
                Hint::Character(_) => None,
            })
            .collect();
        let fits = |way| known.iter().filter(|(place, n)| paragraphs.number(*place, way) == *n).count();
        let ways = [Counting::Lines, Counting::FilledLines].map(|way| (way, fits(way)));
        let most = ways.iter().map(|(_, n)| *n).max().unwrap_or(0);
        if most * 2 > known.len() || known.is_empty() {
            let best = ways.into_iter().filter(|(_, n)| *n == most);
            paragraphs.trusted = best.map(|(way, _)| way).collect();
        }
        paragraphs
    }

    /// Returns which of `places` stands in the paragraph `number`: the only one by each trusted way of counting that finds
    /// any there.
    pub(super) fn only(&self, places: &[ByteOffset], number: u32) -> Option<usize> {
        let mut fitting: Vec<usize> = Vec::new();
        for way in &self.trusted {
            fitting.extend((0..places.len()).filter(|&place| self.number(places[place], *way) == number));
        }
        fitting.dedup();
        if let [only] = fitting.as_slice() { Some(*only) } else { None }
    }

    fn number(&self, place: ByteOffset, way: Counting) -> u32 {
        let n_lines = self.lines.partition_point(|(start, _)| *start <= place.0);
        match way {
            Counting::Lines => n_lines as u32,
            // A place with words stands in a line with words.
            Counting::FilledLines => {
                self.lines.get(n_lines.saturating_sub(1)).map_or(0, |(_, before)| before + 1)
            }
        }
    }
}
