//! What REFI-QDA has no element for, in words: lines `key: value` in a note whose name starts with `draad`.
//!
//! The thing that a note speaks of points at it with a NoteRef; things that speak alike share one note. A case can point at
//! no note: its note says in the line `of` which GUID it is about. Keys are the names of the columns that hold the same in
//! the tables of a study; `id` is the id of the thing in the study, without a line where it can be worked out.
//!
//! | note | keys |
//! | --- | --- |
//! | `draad code` | `id`, `name_nl` and `name_en` (both, where the name alone does not say them), `kind`, `valence`, `level`, `include`, `exclude`, `example`, `colour`, `source`, `parent` (where the tree cannot say it), `row` (from 1, where the order of the tree is not that of the codebook), further columns |
//! | `draad source` | `id`, `kind`, `date`, `phase`, `participants` (with `;`), `cases` (with `;`, where the references of the cases do not give the same), further columns |
//! | `draad case` | `of`, `id`, `name` (where it is empty), `unknown` (attributes whose value is known to be unknown, with `;`) |
//! | `draad coding` | `id`, `valence`, `weight`, `memo`, `created`, `modified`, `quote` (where the words of the place are others) |
//! | `draad memo` | `id`, `title` (where it is empty), `date`, `about` (all references, one per line, where NoteRefs cannot say them or not in this order) |
//! | `draad study` | no lines but files: see [`super::supplement`] |
//!
//! A further column with the name of a key is written as `column NAME`. In values `\` is `\\`, a line break `\n`, a carriage
//! return `\r` and a character that XML cannot carry `\u{hex}`; in keys `:` is `\:` as well.

use std::collections::BTreeMap;
use std::fmt::Write;

/// The note with the files of the study that have no place in the format.
pub(crate) const STUDY: &str = "draad study";
/// The note of a code.
pub(crate) const CODE: &str = "draad code";
/// The note of a coding.
pub(crate) const CODING: &str = "draad coding";
/// The note of a source.
pub(crate) const SOURCE: &str = "draad source";
/// The note of a case.
pub(crate) const CASE: &str = "draad case";
/// The note of a memo.
pub(crate) const MEMO: &str = "draad memo";

/// Keys that a further column cannot have for its own.
const KEYS: [&str; 23] = [
    "id",
    "of",
    "row",
    "name",
    "title",
    "name_nl",
    "name_en",
    "kind",
    "valence",
    "level",
    "include",
    "exclude",
    "example",
    "colour",
    "source",
    "references",
    "parent",
    "date",
    "phase",
    "participants",
    "cases",
    "unknown",
    "about",
];
const COLUMN: &str = "column ";

/// Returns whether XML 1.0 can carry a character.
pub(crate) fn is_carried(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'..)
}

/// Lines `key: value` as they are written.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    text: String,
    keys: Vec<String>,
}

impl Lines {
    /// Adds a line.
    pub(crate) fn put(&mut self, key: &str, value: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        push_escaped(&mut self.text, key, true);
        self.text.push_str(": ");
        push_escaped(&mut self.text, value, false);
        self.keys.push(key.to_owned());
    }

    /// Adds a line, unless the value is empty.
    pub(crate) fn put_some(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.put(key, value);
        }
    }

    /// Adds a further column of a table.
    pub(crate) fn put_column(&mut self, name: &str, value: &str) {
        match KEYS.contains(&name) || name.starts_with(COLUMN) {
            true => self.put(&format!("{COLUMN}{name}"), value),
            false => self.put(name, value),
        }
    }

    /// Returns the keys, in order.
    pub(crate) fn keys(&self) -> &[String] {
        &self.keys
    }

    /// Returns the text of the note; nothing where there is nothing to say.
    pub(crate) fn into_text(self) -> Option<String> {
        (!self.text.is_empty()).then_some(self.text)
    }
}

fn push_escaped(text: &mut String, words: &str, is_key: bool) {
    for c in words.chars() {
        match c {
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            ':' if is_key => text.push_str("\\:"),
            c if is_carried(c) => text.push(c),
            c => write!(text, "\\u{{{:x}}}", u32::from(c)).expect("a string takes all that is written to it"),
        }
    }
}

/// Reads the lines of a note: keys and values, in order. A line without a colon is a key without a value.
pub(crate) fn read(text: &str) -> impl Iterator<Item = (String, String)> {
    text.lines().filter(|line| !line.trim().is_empty()).map(read_line)
}

/// Returns the further columns among the fields of a code or source: their names as they are in the study, and values.
pub fn further_columns(fields: &BTreeMap<String, String>) -> impl Iterator<Item = (&str, &str)> {
    fields.iter().filter_map(|(key, value)| Some((column(key)?, value.as_str())))
}

/// Returns the name of a further column, without the mark that tells it from a key of ours.
fn column(key: &str) -> Option<&str> {
    match key.strip_prefix(COLUMN) {
        Some(name) => Some(name),
        None if KEYS.contains(&key) => None,
        None => Some(key),
    }
}

fn read_line(line: &str) -> (String, String) {
    let mut is_escaped = false;
    let colon = line.char_indices().find(|&(_, c)| {
        let is_end = c == ':' && !is_escaped;
        is_escaped = c == '\\' && !is_escaped;
        is_end
    });
    let (key, value) = colon.map_or((line, ""), |(at, _)| (&line[..at], &line[at + 1..]));
    (unescaped(key), unescaped(value.strip_prefix(' ').unwrap_or(value)))
}

fn unescaped(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    let mut rest = words;
    while let Some((before, after)) = rest.split_once('\\') {
        text.push_str(before);
        let (c, after) = escape(after);
        text.push(c);
        rest = after;
    }
    text + rest
}

/// Returns the character that an escape without its `\` stands for, and what follows it. An escape that nobody knows stands
/// for its own characters.
fn escape(words: &str) -> (char, &str) {
    let by_number = || {
        let (digits, after) = words.strip_prefix("u{")?.split_once('}')?;
        Some((char::from_u32(u32::from_str_radix(digits, 16).ok()?)?, after))
    };
    let mut chars = words.chars();
    match chars.next() {
        Some('n') => ('\n', chars.as_str()),
        Some('r') => ('\r', chars.as_str()),
        Some(c @ ('\\' | ':')) => (c, chars.as_str()),
        _ => by_number().unwrap_or(('\\', words)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_note_is_readable_and_comes_back() {
        let mut lines = Lines::default();
        lines.put("valence", "hindering");
        lines.put_some("weight", "");
        lines.put("memo", "zie\nook: C:\\map");
        lines.put_column("kind", "eigen: kolom");
        lines.put_column("a: b", "\u{1}");
        assert_eq!(lines.keys(), ["valence", "memo", "column kind", "a: b"]);
        let text = lines.into_text().unwrap();
        assert_eq!(
            text,
            "valence: hindering\nmemo: zie\\nook: C:\\\\map\ncolumn kind: eigen: kolom\na\\: b: \\u{1}"
        );
        let read: Vec<_> = read(&text).collect();
        assert_eq!(read[1], ("memo".to_owned(), "zie\nook: C:\\map".to_owned()));
        assert_eq!(read[3], ("a: b".to_owned(), "\u{1}".to_owned()));
        assert_eq!((column(&read[0].0), column(&read[2].0), column("x")), (None, Some("kind"), Some("x")));
    }

    #[test]
    fn lines_of_others_are_read_as_they_stand() {
        let pairs = [
            ("weight:5", "weight", "5"),
            ("memo: a\\qb\\u{zz}\\", "memo", "a\\qb\\u{zz}\\"),
            ("los", "los", ""),
        ];
        for (line, key, value) in pairs {
            assert_eq!(read(line).collect::<Vec<_>>(), [(key.to_owned(), value.to_owned())], "{line}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_read(pairs in proptest::collection::vec(("(\\PC|[:\\\\\n\r]){1,8}", "(\\PC|[:\\\\\n\r\u{0}\u{b}\u{fffe}]){0,20}"), 1..5)) {
            prop_assume!(pairs.iter().all(|(key, _)| !key.trim().is_empty()));
            let mut lines = Lines::default();
            pairs.iter().for_each(|(key, value)| lines.put(key, value));
            prop_assert_eq!(read(&lines.into_text().unwrap()).collect::<Vec<_>>(), pairs);
        }
    }
}
