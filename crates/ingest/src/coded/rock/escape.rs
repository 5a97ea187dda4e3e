//! Words that look like a mark of the ROCK, written so that nobody takes them for one.
//!
//! Between the signs that open a mark goes a word joiner (U+2060), which nobody sees. A text that has one there already
//! gets another, so that reading always gives back what was written.

use std::borrow::Cow;

/// What opens a mark; the joiner goes before the last sign.
const OPENINGS: [(&str, char); 3] = [("[", '['), ("---<", '<'), ("--+-", '{')];
const JOINER: char = '\u{2060}';

/// Returns a line in which nothing opens a mark.
pub(super) fn escaped(line: &str) -> Cow<'_, str> {
    rewritten(line, |joiners, to| to.extend(std::iter::repeat_n(JOINER, joiners + 1)))
}

/// Returns a line as it was before [`escaped`].
pub(super) fn unescaped(line: &str) -> Cow<'_, str> {
    if !line.contains(JOINER) {
        return Cow::Borrowed(line);
    }
    rewritten(line, |joiners, to| to.extend(std::iter::repeat_n(JOINER, joiners.saturating_sub(1))))
}

/// Writes the joiners of each opening anew, given how many there are.
fn rewritten(line: &str, joiners: impl Fn(usize, &mut String)) -> Cow<'_, str> {
    if !OPENINGS.iter().any(|(start, _)| line.contains(start)) {
        return Cow::Borrowed(line);
    }
    let mut written = String::with_capacity(line.len() + 8);
    let mut rest = line;
    while let Some(next) = rest.chars().next() {
        let (taken, after) = rest.split_at(next.len_utf8());
        written.push_str(taken);
        rest = after;
        let words = rest.trim_start_matches(JOINER);
        let opens = |(start, last): &(&str, char)| words.starts_with(*last) && written.ends_with(start);
        if OPENINGS.iter().any(opens) {
            joiners((rest.len() - words.len()) / JOINER.len_utf8(), &mut written);
            rest = words;
        }
    }
    Cow::Owned(written)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_escaped_opens_nothing_and_comes_back(line in "([\\[<{+x-]|\u{2060}|é){0,20}") {
            let written = escaped(&line);
            for opening in ["[[", "---<<", "--+-{"] {
                prop_assert!(!written.contains(opening), "{written}");
            }
            prop_assert_eq!(&unescaped(&written), &line);
        }
    }
}
