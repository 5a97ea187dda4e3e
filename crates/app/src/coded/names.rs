//! Names of other programs as ids of the study: readable, and unique.

use draad_core::id::{self, MAX_CHARS};
use std::collections::{BTreeMap, BTreeSet};

/// Characters kept free at the end of an id, for the number that tells it apart.
const ROOM: usize = 8;

/// Ids of one kind that are taken. Those that differ in capitals only are the same: some become names of files.
#[derive(Default)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    /// The number to try next, per name.
    next: BTreeMap<String, usize>,
}

impl Names {
    pub(super) fn of<'a>(ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self { taken: ids.into_iter().map(id::folded).collect(), ..Self::default() }
    }

    pub(super) fn is_free(&self, name: &str) -> bool {
        id::is_valid(name) && !self.taken.contains(&id::folded(name))
    }

    pub(super) fn take(&mut self, name: &str) {
        self.taken.insert(id::folded(name));
    }

    /// Takes the first of `names` that is free, or else the last one with a number; `fallback` stands in for no name.
    pub(super) fn free(&mut self, names: &[&str], fallback: &str) -> String {
        let found = names.iter().find(|name| self.is_free(name)).map(|name| (*name).to_owned());
        let name = found.unwrap_or_else(|| {
            let last = names.iter().rev().find(|name| !name.is_empty());
            self.numbered(last.copied().unwrap_or(fallback))
        });
        self.take(&name);
        name
    }

    fn numbered(&mut self, name: &str) -> String {
        if self.is_free(name) {
            return name.to_owned();
        }
        let mut number = self.next.get(name).copied().unwrap_or(2);
        let mut numbered = format!("{name}-{number}");
        while !self.is_free(&numbered) {
            number += 1;
            numbered = format!("{name}-{number}");
        }
        self.next.insert(name.to_owned(), number + 1);
        numbered
    }
}

/// Returns a name as an id: small letters, digits and `_`, everything else as one `-`. May be empty.
pub(super) fn slug(name: &str) -> String {
    let mut slug = String::new();
    let letters = id::composed(name);
    for c in letters.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() || c == '_' {
            slug.push(c);
        } else if !slug.ends_with('-') && !slug.is_empty() {
            slug.push('-');
        }
    }
    shortened(&slug)
}

/// Returns an id with room for a number, cut between words where that is possible.
fn shortened(slug: &str) -> String {
    let most = MAX_CHARS - ROOM;
    let start: String = slug.chars().take(most).collect();
    let is_whole = start.len() == slug.len();
    let end = start.rfind('-').filter(|&end| !is_whole && end > start.len() / 2).unwrap_or(start.len());
    start[..end].trim_matches('-').to_owned()
}

/// Returns the first words of a heading as an id.
pub(super) fn short_slug(name: &str) -> String {
    const MOST: usize = 50;
    let words: String = name.chars().take(MOST).collect();
    slug(&words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_readable_ids() {
        for (name, expected) in [
            ("Vertrouwen", "vertrouwen"),
            ("Erkenning als ouder (moeder)", "erkenning-als-ouder-moeder"),
            ("  Één: twee/drie ", "één-twee-drie"),
            ("A::B", "a-b"),
            ("👍", ""),
            ("<3", "3"),
            ("pleeg_ouder", "pleeg_ouder"),
        ] {
            assert_eq!(slug(name), expected, "{name}");
        }
        let long = "heel lang woord ".repeat(20);
        assert!(slug(&long).chars().count() <= MAX_CHARS - ROOM);
        assert!(
            slug(&long).ends_with("woord") || slug(&long).ends_with("lang") || slug(&long).ends_with("heel")
        );
    }

    #[test]
    fn names_that_are_taken_get_a_number() {
        let mut names = Names::of(["Vertrouwen"]);
        assert_eq!(names.free(&["vertrouwen"], "code"), "vertrouwen-2");
        assert_eq!(names.free(&["vertrouwen", "houding-vertrouwen"], "code"), "houding-vertrouwen");
        assert_eq!(names.free(&["vertrouwen"], "code"), "vertrouwen-3");
        assert_eq!(names.free(&[""], "code"), "code");
        assert_eq!(names.free(&["", ""], "code"), "code-2");
        assert_eq!(names.free(&["con"], "code"), "con-2");
        assert_eq!(names.free(&[&"x".repeat(92)], "code").len(), 92);
    }
}
