//! A citation in a text, from its works.

use super::Literature;
use crate::runs::{Parts, Run, push};
use draad_core::{Citation, CitedWork, Language};

impl Literature {
    /// Returns a citation as Markdown; nothing when none of its works is known. `before` is the text up to it.
    pub(super) fn printed(&self, citation: &Citation, before: &str) -> Option<String> {
        if citation.is_narrative {
            return self.narrative(citation.works.first()?, before);
        }
        let is_known = |work: &&CitedWork| self.parts(work).is_some();
        citation.works.iter().find(is_known)?;
        let mut works: Vec<&CitedWork> = citation.works.iter().collect();
        let is_plain =
            |work: &&CitedWork| work.prefix.is_empty() && work.suffix.is_empty() && !work.hides_author;
        if works.iter().all(is_plain) {
            works.sort_by_key(|work| self.place(&work.key));
        }
        let mut text = String::from("(");
        let mut last: Option<&CitedWork> = None;
        for work in works {
            let follows = last.is_some_and(|last| self.are_of_same_people(last, work));
            if last.is_some() {
                text.push_str(if follows { ", " } else { "; " });
            }
            text.push_str(&self.in_brackets(work, follows));
            last = Some(work);
        }
        text.push(')');
        Some(text)
    }

    /// Returns a work between brackets.
    fn in_brackets(&self, work: &CitedWork, follows: bool) -> String {
        let mut text = work.prefix.clone();
        if !text.is_empty() {
            text.push(' ');
        }
        match self.parts(work) {
            Some(parts) if follows || work.hides_author => text.push_str(&markdown(&bare(parts))),
            Some(parts) => {
                text.push_str(&markdown(&parts.names));
                text.push_str(&markdown(&after(parts)));
            }
            None => text.push_str(&format!("@{}", escaped(work.key.as_str()))),
        }
        if work.suffix.starts_with(|c: char| c.is_alphanumeric()) {
            text.push(' ');
        }
        text + &work.suffix
    }

    /// Returns whether of two works of the same people the second needs no names: `Jansen, 2018, 2019`.
    fn are_of_same_people(&self, first: &CitedWork, second: &CitedWork) -> bool {
        let ends = first.locator.is_none() && first.suffix.is_empty();
        let begins = second.prefix.is_empty() && second.locator.is_none();
        let names = |work| self.parts(work).map(|parts| &parts.names);
        ends && begins && names(first).is_some() && names(first) == names(second)
    }

    /// Returns a work in a sentence: `Jansen en De Vries (2019, p. 12)`.
    fn narrative(&self, work: &CitedWork, before: &str) -> Option<String> {
        let parts = self.parts(work)?;
        let year = format!("({}{})", markdown(&bare(parts)), work.suffix);
        if work.hides_author {
            return Some(year);
        }
        let and = match self.language {
            Language::Nl => " en ",
            Language::En => " and ",
        };
        let joined =
            |run: &Run| Run { text: run.text.replace(", & ", and).replace(" & ", and), ..run.clone() };
        let names = markdown(&parts.names.iter().map(joined).collect::<Vec<_>>());
        let names = if begins_sentence(before) { with_capital(&names) } else { names };
        Some(format!("{names} {year}"))
    }

    fn parts(&self, work: &CitedWork) -> Option<&Parts> {
        self.cites.get(&(work.key.clone(), work.locator.clone()))
    }
}

/// Returns what stands after the names, without the bracket that closes the citation: `, 2019, p. 12`.
pub(super) fn after(parts: &Parts) -> Vec<Run> {
    let mut runs = parts.after.clone();
    if let Some(last) = runs.last_mut() {
        last.text = last.text.strip_suffix(')').unwrap_or(&last.text).to_owned();
    }
    runs
}

/// Returns what stands after the names without the sign between: `2019, p. 12`.
fn bare(parts: &Parts) -> Vec<Run> {
    let mut bare = Vec::new();
    for run in after(parts) {
        let text =
            if bare.is_empty() { run.text.trim_start_matches([',', ' ']).to_owned() } else { run.text };
        push(&mut bare, Run { text, ..run });
    }
    bare
}

fn begins_sentence(before: &str) -> bool {
    let text = before.trim_end_matches(' ');
    text.is_empty() || text.ends_with('\n') || before.len() > text.len() && text.ends_with(['.', '!', '?'])
}

fn with_capital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

/// Returns runs as Markdown.
fn markdown(runs: &[Run]) -> String {
    let one =
        |run: &Run| if run.is_italic { format!("*{}*", escaped(&run.text)) } else { escaped(&run.text) };
    runs.iter().map(one).collect()
}

/// Puts a backslash before signs that mean something in Markdown.
fn escaped(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let names_sign = chars.peek().is_some_and(|next| next.is_alphanumeric() || *next == '#');
        if "\\`*_[]<>#~|!".contains(c) || c == '&' && names_sign {
            result.push('\\');
        }
        result.push(c);
    }
    result
}
