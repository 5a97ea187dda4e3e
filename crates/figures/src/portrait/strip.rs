//! The strip of texts on which everything is placed: where each source begins, and how long a character is.

use draad_core::CharSpan;
use std::ops::Range;

/// Space between two sources, in millimetres.
const BETWEEN: f64 = 1.2;
/// What a source takes on average at least.
const LEAST_SOURCE: f64 = 4.0;
/// The most sources of one strip, so that the list of their names leaves room for codes.
const MOST_SOURCES: f64 = 24.0;

/// Sources side by side.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Strip {
    /// The sources, as positions in the portrait.
    pub(super) sources: Range<usize>,
    /// Where each begins and ends, in millimetres.
    pub(super) spans: Vec<(f64, f64)>,
    /// Length of a character in millimetres.
    pub(super) per_char: f64,
}

impl Strip {
    /// Lays sources of these lengths out between two places, over as many strips as they need; a character is as long in
    /// each.
    pub(super) fn lay_out(lengths: &[u32], (left, right): (f64, f64)) -> Vec<Strip> {
        let most = ((right - left) / LEAST_SOURCE).floor().clamp(1.0, MOST_SOURCES) as usize;
        let parts = crate::flow::even_parts(lengths.len(), most);
        let per_char = |part: &Range<usize>| {
            let gaps = BETWEEN * (part.len() - 1) as f64;
            let n_chars: u64 = lengths[part.clone()].iter().map(|&length| u64::from(length)).sum();
            (right - left - gaps) / n_chars.max(1) as f64
        };
        let per_char = parts.iter().map(per_char).fold(f64::INFINITY, f64::min);
        let strip = |sources: Range<usize>| {
            let mut x = left;
            let span = |&length: &u32| {
                let span = (x, x + f64::from(length) * per_char);
                x = span.1 + BETWEEN;
                span
            };
            let spans = lengths[sources.clone()].iter().map(span).collect();
            Strip { sources, spans, per_char }
        };
        parts.into_iter().map(strip).collect()
    }

    /// Returns where a stretch of a source begins and how wide it is; nothing where the source stands on another strip.
    /// Without a stretch it is the whole source.
    pub(super) fn place(&self, source: usize, chars: Option<CharSpan>) -> Option<(f64, f64)> {
        let (start, end) = *self.spans.get(source.checked_sub(self.sources.start)?)?;
        Some(match chars {
            None => (start, end - start),
            Some(chars) => {
                (start + f64::from(chars.start.0) * self.per_char, f64::from(chars.len()) * self.per_char)
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::CharOffset;

    #[test]
    fn a_character_is_as_long_everywhere() {
        let strips = Strip::lay_out(&[100, 300, 100, 500], (10.0, 18.0));
        let sources: Vec<_> = strips.iter().map(|strip| strip.sources.clone()).collect();
        assert_eq!(sources, [0..2, 2..4]);
        assert!(strips.iter().all(
            |strip| strip.per_char == strips[0].per_char && strip.spans.iter().all(|span| span.1 <= 18.0)
        ));
        let chars = CharSpan { start: CharOffset(50), end: CharOffset(150) };
        let (x, width) = strips[0].place(1, Some(chars)).unwrap();
        let unit = strips[0].per_char;
        assert!((x - (10.0 + 100.0 * unit + BETWEEN + 50.0 * unit)).abs() < 1e-9);
        assert!((width - 100.0 * unit).abs() < 1e-9);
        assert_eq!(strips[0].place(2, None), None);
        assert_eq!(strips[1].place(1, None), None);
    }
}
