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

/// Returns every place where the words of `quote` stand, as [`find_quote`], but taking capitals for small letters and
/// typographic quotation marks and apostrophes for straight ones, and leaving out quotation marks around the quote: what
/// people type differs from what Word wrote in just these ways.
pub fn find_quote_loosely(text: &str, quote: &str) -> Vec<Span> {
    let marks = |c: char| "\"'“”„‘’‚«»".contains(c);
    let (folded, places) = fold(text);
    let (quote, _) = fold(quote.trim().trim_matches(marks));
    let unfold = |span: Span| Span::from_bytes(places[span.range().start]..places[span.range().end]);
    find_quote(&folded, &quote).into_iter().filter_map(unfold).collect()
}

/// Folds a text, and says for each byte of the folded text (and its end) at which byte of the text it came from.
fn fold(text: &str) -> (String, Vec<usize>) {
    let mut folded = String::with_capacity(text.len());
    let mut places = Vec::with_capacity(text.len() + 1);
    for (at, c) in text.char_indices() {
        match c {
            '‘' | '’' | '‚' | '`' | '´' => folded.push('\''),
            '“' | '”' | '„' | '«' | '»' => folded.push('"'),
            _ => folded.extend(c.to_lowercase()),
        }
        places.resize(folded.len(), at);
    }
    places.push(text.len());
    (folded, places)
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
    fn capitals_and_curly_marks_do_not_hide_a_quote() {
        let text = "Nou. ‘We belden eerst elkaar’, zei ze, voor ’t eerst. İja";
        let found = |quote| {
            find_quote_loosely(text, quote).iter().map(|place| &text[place.range()]).collect::<Vec<_>>()
        };
        assert_eq!(found("we belden eerst elkaar"), ["We belden eerst elkaar"]);
        assert_eq!(found("\"voor 't eerst\""), ["voor ’t eerst"]);
        assert_eq!(found("ja"), ["ja"]);
        assert_eq!(found("we belden haar"), [] as [&str; 0]);
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
