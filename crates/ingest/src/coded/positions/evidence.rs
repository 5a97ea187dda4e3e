//! What speaks for a reading: the words that it finds at the places.

use super::{Bytes, Marked};

/// What speaks for a reading of some places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Score {
    /// How many distinct places were looked at.
    pub(crate) n: usize,
    /// Places that both begin and end between words.
    pub(crate) at_words: usize,
    /// Places without blanks at either end.
    pub(crate) trimmed: usize,
    /// Places whose words are those of an excerpt.
    pub(crate) quoted: usize,
    /// The same, weighed by how well they fit.
    pub(super) points: usize,
}

impl std::fmt::Display for Score {
    /// Writes the score as it stands in `sources.csv`: `187 of 188 at words; 12 as quoted`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} of {} at words", self.at_words, self.n)?;
        if self.quoted > 0 { write!(f, "; {} as quoted", self.quoted) } else { Ok(()) }
    }
}

impl Score {
    /// Weighs what stands at the places.
    pub(super) fn of<'p>(raw: &str, places: impl Iterator<Item = (&'p Marked<'p>, &'p Bytes)>) -> Self {
        let mut score = Self::default();
        for (place, bytes) in places {
            score.n += 1;
            score.count(raw, place, bytes);
        }
        score
    }

    fn count(&mut self, raw: &str, place: &Marked, bytes: &Bytes) {
        let words = raw.get(bytes.range.clone()).unwrap_or_default();
        if bytes.is_past_end || bytes.is_inside || (place.end.is_some() && words.is_empty()) {
            return;
        }
        let is_free = |c: Option<char>| c.is_some_and(|c| !is_blank(c));
        let is_trimmed = match place.end {
            Some(_) => is_free(words.chars().next()) && is_free(words.chars().next_back()),
            None => is_free(raw.get(bytes.range.start..).and_then(|rest| rest.chars().next())),
        };
        self.trimmed += usize::from(is_trimmed);
        self.at_words += usize::from(is_between(raw, bytes.range.start) && is_between(raw, bytes.range.end));
        let points = place.excerpts.iter().map(|excerpt| fit_of(words, excerpt) as usize).max().unwrap_or(0);
        self.quoted += usize::from(points > 0);
        self.points += points;
    }
}

/// How well words fit an excerpt of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fit {
    /// They are other words.
    Not = 0,
    /// They are the same but for blanks around them.
    Trimmed = 1,
    /// They begin with the excerpt, which was cut off.
    Begun = 2,
    /// They are the same; white space counts as equal however much of it there is.
    Exact = 3,
}

/// From this length on, in bytes, an excerpt may have been cut off without a sign of it.
const MAY_BE_CUT: usize = 60;

/// Returns how well words fit an excerpt of them. An excerpt of a single character fits nothing.
pub(crate) fn fit_of(words: &str, excerpt: &str) -> Fit {
    let trimmed = excerpt.trim();
    if trimmed.chars().nth(1).is_none() {
        return Fit::Not;
    }
    if squeezed(words).eq(squeezed(excerpt)) {
        return Fit::Exact;
    }
    if squeezed(words.trim()).eq(squeezed(trimmed)) {
        return Fit::Trimmed;
    }
    let cut = trimmed.strip_suffix('…').or_else(|| trimmed.strip_suffix("..."));
    let start = cut.or((trimmed.len() >= MAY_BE_CUT).then_some(trimmed)).unwrap_or_default().trim_end();
    let mut words = squeezed(words);
    match start.is_empty() {
        false if squeezed(start).all(|c| words.next() == Some(c)) => Fit::Begun,
        _ => Fit::Not,
    }
}

/// Returns the characters with each run of white space as one blank.
fn squeezed(text: &str) -> impl Iterator<Item = char> {
    let mut after_blank = false;
    text.chars().filter_map(move |c| {
        let is_blank = is_blank(c);
        let is_more = is_blank && std::mem::replace(&mut after_blank, is_blank);
        after_blank = is_blank;
        match is_more {
            true => None,
            false if is_blank => Some(' '),
            false => Some(c),
        }
    })
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// Returns whether a position is not inside a word.
fn is_between(raw: &str, at: usize) -> bool {
    let Some((before, after)) = raw.split_at_checked(at) else { return false };
    let is_word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    !(is_word(before.chars().next_back()) && is_word(after.chars().next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn excerpts_fit_their_words() {
        for (words, excerpt, fit) in [
            ("Ja, dat klopt.", "Ja, dat klopt.", Fit::Exact),
            ("Ja,\r\ndat  klopt.", "Ja, dat klopt.", Fit::Exact),
            ("Ja, dat klopt. ", "Ja, dat klopt.", Fit::Trimmed),
            ("Ja, dat klopt helemaal.", "Ja, dat…", Fit::Begun),
            ("Ja, dat klopt helemaal.", "Ja, dat ...", Fit::Begun),
            (" Ja, dat klopt helemaal.", "Ja, dat…", Fit::Not),
            ("Ja, dat klopt.", "Ja, dat", Fit::Not),
            ("Ja", "Citaat 6:1", Fit::Not),
            ("J", "J", Fit::Not),
            ("Ja", "", Fit::Not),
            ("Ja", "…", Fit::Not),
        ] {
            assert_eq!(fit_of(words, excerpt), fit, "{words:?} {excerpt:?}");
        }
        let long = "woord ".repeat(30);
        assert_eq!(fit_of(&long, &long[..100]), Fit::Begun);
    }

    #[test]
    fn words_are_bounded_by_anything_but_letters_and_digits() {
        let text = "dé 👋kat";
        let between: Vec<usize> = (0..=text.len()).filter(|&at| is_between(text, at)).collect();
        assert_eq!(between, [0, 3, 4, 8, 11]);
    }
}
