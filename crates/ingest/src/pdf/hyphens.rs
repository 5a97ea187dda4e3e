//! Rows of a paragraph put together again: words that were broken at the end of a row, mended.

use super::glyphs::Row;
use crate::imported::{Change, ImportReport};
use std::collections::BTreeSet;

/// Words before which a hyphen stands for the rest of a compound: `zorg- en dienstverlening`.
const LINKS: [&str; 11] = ["en", "of", "en/of", "dan", "noch", "tot", "versus", "and", "or", "und", "oder"];
/// Beginnings that keep their hyphen: `ex-man`, `niet-westers`, `non-verbaal`.
const PREFIXES: [&str; 3] = ["ex", "niet", "non"];

/// The words of a document that have a hyphen inside, and those that have none.
#[derive(Default)]
pub(super) struct Words {
    known: BTreeSet<String>,
}

impl Words {
    /// Collects the words of `rows` that are not broken.
    pub(super) fn of<'r>(rows: impl Iterator<Item = &'r Row>) -> Self {
        let mut words = Self::default();
        for row in rows {
            let mut rest: Vec<&str> = row.text.split_whitespace().collect();
            if rest.last().is_some_and(|last| broken_part(last).is_some()) {
                rest.pop();
            }
            words.known.extend(rest.into_iter().map(plain));
        }
        words
    }

    /// Adds the row `next` to the paragraph `text`.
    pub(super) fn join(&self, text: &mut String, next: &str, report: &mut ImportReport) {
        let Some(part) = broken_part(text).map(str::len) else {
            text.push_str(if ends_in_slash(text) { "" } else { " " });
            text.push_str(next);
            return;
        };
        let hyphen = text.chars().next_back().map_or(0, char::len_utf8);
        let start = text.len() - hyphen - part;
        let (first, rest) =
            (text[start..start + part].to_owned(), next.split_whitespace().next().unwrap_or(""));
        let is_soft = text.ends_with('\u{ad}');
        if !is_soft && is_link(rest) {
            text.push(' ');
        } else if is_soft || (rest.starts_with(char::is_lowercase) && !self.keeps_hyphen(&first, rest)) {
            text.truncate(start + part);
            let example = format!("{first}-{0} → {first}{0}", plain_end(rest));
            report.change(Change::HyphensMended, 1, Some(example));
        } else if !rest.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
            && !first.starts_with(char::is_uppercase)
        {
            // Words that break off, and then a new beginning: `ik wilde- Nee`.
            text.push(' ');
        }
        text.push_str(next);
    }

    /// Returns whether a hyphen belongs to the word and was not put there by the margin.
    fn keeps_hyphen(&self, first: &str, rest: &str) -> bool {
        let lower = first.to_lowercase();
        let is_prefix = first.chars().count() == 1 || PREFIXES.contains(&lower.as_str());
        let rest = plain(rest);
        let with = self.known.contains(&format!("{lower}-{rest}"));
        let without = self.known.contains(&format!("{lower}{rest}"));
        (with || is_prefix) && !without
    }
}

/// Returns the letters before a hyphen at the end of `text`, if it ends in a broken word.
pub(super) fn broken_part(text: &str) -> Option<&str> {
    let before = text.strip_suffix(['-', '\u{2010}', '\u{ad}'])?;
    let start = before.trim_end_matches(|c: char| c.is_alphanumeric() || c == '\'' || c == '’').len();
    let part = &before[start..];
    part.ends_with(char::is_alphabetic).then_some(part)
}

fn is_link(word: &str) -> bool {
    LINKS.contains(&word.trim_end_matches([',', ';', '.']))
}

fn ends_in_slash(text: &str) -> bool {
    text.strip_suffix('/').is_some_and(|before| before.ends_with(char::is_alphanumeric))
}

fn plain(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn plain_end(word: &str) -> &str {
    word.trim_end_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(first: &str, next: &str) -> String {
        let row = Row { text: "per e-mail en met de co-ouder".to_owned(), ..Row::default() };
        let words = Words::of([row].iter());
        let mut text = first.to_owned();
        words.join(&mut text, next, &mut ImportReport::default());
        text
    }

    #[test]
    fn broken_words_are_mended_and_compounds_keep_their_hyphen() {
        for (first, next, expected) in [
            ("met de bege-", "leiding, en", "met de begeleiding, en"),
            ("de zorg-", "en dienstverlening", "de zorg- en dienstverlening"),
            ("voor-", "of nadelen", "voor- of nadelen"),
            ("gezins\u{ad}", "coach", "gezinscoach"),
            ("met de co-", "ouder", "met de co-ouder"),
            ("een e-", "bike", "een e-bike"),
            ("in Noord-", "Holland", "in Noord-Holland"),
            ("covid-", "19", "covid-19"),
            ("ik wilde-", "Nee", "ik wilde- Nee"),
            ("hij zei -", "zacht", "hij zei - zacht"),
            ("hij/", "zij", "hij/zij"),
            ("gewoon", "door", "gewoon door"),
        ] {
            assert_eq!(joined(first, next), expected);
        }
    }
}
