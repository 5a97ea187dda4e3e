//! Fitting a stored coding or proposal to the text by its position and its quote.

use crate::tables::units::outside;
use draad_core::anchor::{Anchoring, anchor, find_quote};
use draad_core::{ByteOffset, CharSpan, Problem, SourceId, Span, Target, Text};

/// Places named in a message about an ambiguous quote.
const CANDIDATES: usize = 5;

/// A coding's place in the text.
#[derive(Debug, PartialEq)]
pub(crate) struct Fitted {
    pub(crate) target: Target,
    /// The words there, unless they are the stored quote to the letter; they can differ from it in white space.
    pub(crate) quote: Option<String>,
    /// What the coder should know: the quote stood elsewhere, or there was none.
    pub(crate) remark: Option<Problem>,
}

/// Fits a coding to the text, or says why that is not possible. A coding with a quote but no position is found by its
/// quote, so that a coding can be typed by hand.
pub(crate) fn fit(
    chars: Option<CharSpan>,
    quote: &str,
    text: &Text,
    source: &SourceId,
) -> Result<Fitted, Problem> {
    let Some(chars) = chars else {
        return without_position(quote, text, source);
    };
    let stored = text.span(chars);
    if let Some(span) = stored
        && let Some(words) = text.get(span)
        && (words == quote || quote.trim().is_empty())
    {
        let is_quoted = words == quote;
        return Ok(Fitted {
            target: Target::Span(span),
            quote: (!is_quoted).then(|| words.to_owned()),
            remark: (!is_quoted).then_some(Problem::QuoteEmpty),
        });
    }
    let near = stored.or_else(|| nearby(chars, text));
    let quote = quote.trim();
    match anchor(text.as_str(), near, quote) {
        Anchoring::Exact(span) | Anchoring::Moved(span) => {
            let now = text.char_span(span);
            let (from, to) = (chars.start.0, now.start.0);
            let remark = (now != chars).then_some(Problem::QuoteMoved { from, to });
            Ok(found(span, text, remark))
        }
        Anchoring::Missing if stored.is_none() => Err(outside(chars, text)),
        other => Err(not_found(other, quote, text, source)),
    }
}

fn without_position(quote: &str, text: &Text, source: &SourceId) -> Result<Fitted, Problem> {
    let quote = quote.trim();
    if quote.is_empty() {
        return Ok(Fitted { target: Target::Source, quote: Some(String::new()), remark: None });
    }
    match anchor(text.as_str(), None, quote) {
        Anchoring::Exact(span) | Anchoring::Moved(span) => Ok(found(span, text, None)),
        other => Err(not_found(other, quote, text, source)),
    }
}

fn found(span: Span, text: &Text, remark: Option<Problem>) -> Fitted {
    Fitted { target: Target::Span(span), quote: Some(text.get(span).unwrap_or_default().to_owned()), remark }
}

fn not_found(anchoring: Anchoring, quote: &str, text: &Text, source: &SourceId) -> Problem {
    let (quote, source) = (quote.to_owned(), source.to_string());
    let Anchoring::Ambiguous(n_matches) = anchoring else {
        return Problem::QuoteMissing { quote, source };
    };
    let places = find_quote(text.as_str(), &quote);
    let places = places.into_iter().take(CANDIDATES).map(|span| text.char_span(span));
    let mut candidates: Vec<String> =
        places.map(|chars| format!("{}–{}", chars.start.0, chars.end.0)).collect();
    if n_matches > CANDIDATES {
        candidates.push("…".to_owned());
    }
    Problem::QuoteAmbiguous { quote, source, n_matches, candidates: candidates.join(", ") }
}

/// Returns a span near a position that is not wholly in the text, from which distances can be measured.
fn nearby(chars: CharSpan, text: &Text) -> Option<Span> {
    let end = text.n_bytes();
    let start = text.byte_at(chars.start).map_or(end, |position| position.0).min(end.saturating_sub(1));
    Span::new(ByteOffset(start), ByteOffset(end))
}

#[cfg(test)]
mod tests {
    use super::*;
    use draad_core::CharOffset;

    fn fitted(start: u32, end: u32, quote: &str) -> Result<Fitted, Problem> {
        let position = |n| CharOffset(n);
        let chars = (end > 0).then(|| CharSpan { start: position(start), end: position(end) });
        fit(chars, quote, &Text::new("één ja. 👋 twee ja."), &SourceId::new("s").unwrap())
    }

    #[test]
    fn a_quote_in_its_place_needs_no_remark() {
        let exact = fitted(8, 14, "👋 twee").unwrap();
        assert_eq!((exact.quote, exact.remark), (None, None));
        assert_eq!(fitted(0, 0, "").unwrap().target, Target::Source);
        assert_eq!(fitted(0, 0, "twee").unwrap().remark, None);
        let spaced = fitted(8, 14, "👋  twee").unwrap();
        assert_eq!((spaced.quote.as_deref(), spaced.remark), (Some("👋 twee"), None));
    }

    #[test]
    fn a_quote_elsewhere_is_followed() {
        assert_eq!(fitted(0, 3, "twee").unwrap().remark, Some(Problem::QuoteMoved { from: 0, to: 10 }));
        assert_eq!(
            fitted(10, 99, "twee ja.").unwrap().remark,
            Some(Problem::QuoteMoved { from: 10, to: 10 })
        );
        assert_eq!(fitted(0, 3, "").unwrap().remark, Some(Problem::QuoteEmpty));
    }

    #[test]
    fn a_quote_that_cannot_be_placed_is_refused() {
        assert!(matches!(fitted(0, 3, "drie"), Err(Problem::QuoteMissing { .. })));
        assert!(matches!(fitted(0, 99, "drie"), Err(Problem::SpanPastEnd { length: 18, .. })));
        assert!(matches!(fitted(5, 3, ""), Err(Problem::SpanEmpty { .. })));
        let Err(Problem::QuoteAmbiguous { candidates, .. }) = fitted(0, 0, "ja.") else {
            panic!("not ambiguous");
        };
        assert_eq!(candidates, "4–7, 15–18");
    }
}
