//! Finding the words of a quote in a text, so that a coding is never silently in the wrong place.

use crate::{ByteOffset, Span};

/// Returns every place where `quote` stands in `text`, left to right, overlapping places included.
///
/// White space counts as equal however much of it there is: a quote copied from a document with other line breaks is
/// still found. Everything else must be the same character for character.
pub fn find_quote(text: &str, quote: &str) -> Vec<Span> {
    let words: Vec<&str> = quote.split_whitespace().collect();
    let Some((first, rest)) = words.split_first() else {
        return Vec::new();
    };
    let mut places = Vec::new();
    let mut from = 0;
    while let Some(found) = text[from..].find(first) {
        let start = from + found;
        if let Some(end) = match_words(text, start + first.len(), rest) {
            places.extend(Span::from_bytes(start..end));
        }
        from = start + text[start..].chars().next().map_or(1, char::len_utf8);
    }
    places
}

/// Returns where `words`, each after some white space, end when they follow directly at `position`.
fn match_words(text: &str, mut position: usize, words: &[&str]) -> Option<usize> {
    for word in words {
        let rest = &text[position..];
        let trimmed = rest.trim_start();
        if trimmed.len() == rest.len() || !trimmed.starts_with(word) {
            return None;
        }
        position += rest.len() - trimmed.len() + word.len();
    }
    Some(position)
}

/// How a stored position and its quote fit the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchoring {
    /// The quote stands at the position.
    Exact(Span),
    /// The quote stands elsewhere, in one place that is clearly meant.
    Moved(Span),
    /// The quote is nowhere in the text.
    Missing,
    /// The quote stands in several places, none of them clearly meant.
    Ambiguous(usize),
}

/// Fits a stored span to the text by its quote. Of several places the one nearest to `stored` is taken when it is at
/// most half as far as the next one.
pub fn anchor(text: &str, stored: Option<Span>, quote: &str) -> Anchoring {
    if let Some(span) = stored
        && text.get(span.range()) == Some(quote)
    {
        return Anchoring::Exact(span);
    }
    let mut places = find_quote(text, quote);
    let Some(stored) = stored else {
        return match places.len() {
            0 => Anchoring::Missing,
            1 => Anchoring::Moved(places[0]),
            n => Anchoring::Ambiguous(n),
        };
    };
    places.sort_by_key(|place| (distance(place.start(), stored.start()), place.start()));
    match places.as_slice() {
        [] => Anchoring::Missing,
        [place] => Anchoring::Moved(*place),
        [nearest, next, ..] => {
            let far = distance(next.start(), stored.start());
            let near = distance(nearest.start(), stored.start());
            if near * 2 <= far { Anchoring::Moved(*nearest) } else { Anchoring::Ambiguous(places.len()) }
        }
    }
}

fn distance(a: ByteOffset, b: ByteOffset) -> u32 {
    a.0.abs_diff(b.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: usize, end: usize) -> Span {
        Span::from_bytes(start..end).unwrap()
    }

    #[test]
    fn white_space_may_differ_but_words_may_not() {
        let text = "Ik had geen\nvertrouwen  in haar.";
        assert_eq!(find_quote(text, "geen vertrouwen in"), [span(7, 26)]);
        assert_eq!(find_quote(text, "geen vertrouwenin"), []);
        assert_eq!(find_quote(text, "geen Vertrouwen"), []);
        assert_eq!(find_quote(text, "  "), []);
        assert_eq!(find_quote("jaja ja", "ja"), [span(0, 2), span(2, 4), span(5, 7)]);
        assert_eq!(find_quote("éé", "é"), [span(0, 2), span(2, 4)]);
    }

    #[test]
    fn a_shifted_quote_is_found_and_a_doubtful_one_is_not_guessed() {
        let text = "ja hoor. nee. ja hoor.";
        assert_eq!(anchor(text, Some(span(9, 13)), "nee."), Anchoring::Exact(span(9, 13)));
        assert_eq!(anchor(text, Some(span(5, 9)), "nee."), Anchoring::Moved(span(9, 13)));
        assert_eq!(anchor(text, Some(span(1, 9)), "ja hoor."), Anchoring::Moved(span(0, 8)));
        assert_eq!(anchor(text, Some(span(7, 15)), "ja hoor."), Anchoring::Ambiguous(2));
        assert_eq!(anchor(text, None, "ja hoor."), Anchoring::Ambiguous(2));
        assert_eq!(anchor(text, None, "weet niet"), Anchoring::Missing);
    }
}
