//! Finding citations in Markdown.

use super::{Citation, CitedWork, locator};
use crate::ReferenceKey;
use std::ops::Range;

/// Returns the citations in a text, in its order. They do not overlap.
pub fn citations(markdown: &str) -> Vec<Citation> {
    if !markdown.contains('@') {
        return Vec::new();
    }
    let mut found = Vec::new();
    for part in outside_code(markdown) {
        let mut at = part.start;
        while let Some(offset) = markdown[at..part.end].find(['@', '[', '\\']) {
            let here = at + offset;
            at = match markdown.as_bytes()[here] {
                b'\\' => after_escaped(markdown, here, part.end),
                sign => {
                    let text = &markdown[..part.end];
                    let citation = if sign == b'[' { bracketed(text, here) } else { narrative(text, here) };
                    let end = citation.as_ref().map_or(here + 1, |citation| citation.range.end);
                    found.extend(citation);
                    end
                }
            };
        }
    }
    found
}

/// Returns the place after a backslash and the sign that it makes plain.
fn after_escaped(text: &str, backslash: usize, end: usize) -> usize {
    let sign = text[backslash + 1..end].chars().next();
    backslash + 1 + sign.map_or(0, char::len_utf8)
}

/// Returns the stretches of a text that are not code: not between backquotes, and not between lines of three or more backquotes
/// or tildes.
fn outside_code(text: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut fence: Option<&str> = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim_start();
        let mark = ["```", "~~~"].into_iter().find(|mark| trimmed.starts_with(mark));
        match (fence, mark) {
            (None, Some(mark)) => {
                spans_outside(text, start..at, &mut parts);
                fence = Some(mark);
            }
            (Some(open), Some(mark)) if open == mark => {
                fence = None;
                start = at + line.len();
            }
            _ => {}
        }
        at += line.len();
    }
    if fence.is_none() {
        spans_outside(text, start..text.len(), &mut parts);
    }
    parts
}

/// Adds the stretches of a part that stand outside backquotes. A run of backquotes that is never closed is no code.
fn spans_outside(text: &str, part: Range<usize>, parts: &mut Vec<Range<usize>>) {
    let (mut start, mut at) = (part.start, part.start);
    while let Some(offset) = text[at..part.end].find('`') {
        let open = at + offset;
        let run = text[open..part.end].len() - text[open..part.end].trim_start_matches('`').len();
        at = open + run;
        if let Some(close) = closing(&text[..part.end], at, run) {
            parts.push(start..open);
            start = close;
            at = close;
        }
    }
    parts.push(start..part.end);
}

/// Returns the end of the next run of exactly so many backquotes.
fn closing(text: &str, from: usize, run: usize) -> Option<usize> {
    let mut at = from;
    while let Some(offset) = text[at..].find('`') {
        let open = at + offset;
        let n = text[open..].len() - text[open..].trim_start_matches('`').len();
        at = open + n;
        if n == run {
            return Some(at);
        }
    }
    None
}

/// Reads `[@a, p. 12; zie @b]` at an opening bracket.
fn bracketed(text: &str, open: usize) -> Option<Citation> {
    let close = closing_bracket(text, open)?;
    if text[close + 1..].starts_with(['(', '[', ':']) {
        return None;
    }
    let mut works = Vec::new();
    let mut start = open + 1;
    let ends = text[open + 1..close].match_indices(';').map(|(offset, _)| open + 1 + offset);
    for end in ends.chain([close]) {
        works.push(part(text, start..end)?);
        start = end + 1;
    }
    Some(Citation { range: open..close + 1, is_narrative: false, works })
}

/// Returns where the bracket is closed that opens here, in the same paragraph; nothing when none opens.
fn closing_bracket(text: &str, open: usize) -> Option<usize> {
    if !text[open..].starts_with('[') {
        return None;
    }
    let end = text[open..].find("\n\n").map_or(text.len(), |offset| open + offset);
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (offset, c) in text[open..end].char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '[' => depth += 1,
            ']' if depth == 1 => return Some(open + offset),
            ']' => depth -= 1,
            _ => {}
        }
    }
    None
}

/// Reads one part of a citation in brackets: what stands before the key, the key, and what stands after it.
fn part(text: &str, range: Range<usize>) -> Option<CitedWork> {
    let signs = text[range.clone()].match_indices('@').map(|(offset, _)| range.start + offset);
    let (at, key, end) = signs.into_iter().find_map(|at| {
        let (key, end) = key(&text[..range.end], at)?;
        is_free(text, range.start, at).then_some((at, key, end))
    })?;
    let before = &text[range.start..at];
    let (before, hides_author) = match before.strip_suffix('-') {
        Some(rest) => (rest, true),
        None => (before, false),
    };
    let (locator, suffix) = locator::split(&text[end..range.end]);
    Some(CitedWork { key, range: at..end, prefix: before.trim().to_owned(), locator, suffix, hides_author })
}

/// Reads `@a` or `@a [p. 12]` in a sentence.
fn narrative(text: &str, at: usize) -> Option<Citation> {
    let (key, end) = key(text, at)?;
    if !is_free(text, 0, at) {
        return None;
    }
    let hides_author = text[..at].ends_with('-');
    let start = if hides_author { at - 1 } else { at };
    let place = text[end..].strip_prefix(' ').unwrap_or(&text[end..]);
    let place_at = text.len() - place.len();
    let said = closing_bracket(text, place_at).and_then(|close| {
        let inside = &text[place_at + 1..close];
        let is_link = text[close + 1..].starts_with(['(', '[', ':']);
        let (locator, suffix) = locator::split(inside);
        (!is_link && locator.is_some()).then_some((locator, suffix, close + 1))
    });
    let (locator, suffix, range_end) = said.unwrap_or((None, String::new(), end));
    let work = CitedWork { key, range: at..end, prefix: String::new(), locator, suffix, hides_author };
    Some(Citation { range: start..range_end, is_narrative: true, works: vec![work] })
}

/// Returns whether `@` begins a word: no letter or digit stands before it, nor a sign that joins it to one, as in an address for mail.
fn is_free(text: &str, from: usize, at: usize) -> bool {
    let before = text[from..at].strip_suffix('-').unwrap_or(&text[from..at]);
    !before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '+' | '/' | '@' | '\\'))
}

/// Reads the key after `@`; returns it and where it ends.
fn key(text: &str, at: usize) -> Option<(ReferenceKey, usize)> {
    let rest = &text[at + 1..];
    if let Some(braced) = rest.strip_prefix('{') {
        let len = braced.find('}')?;
        return ReferenceKey::new(&braced[..len]).map(|key| (key, at + 1 + len + 2));
    }
    let is_word = |c: char| c.is_alphanumeric() || c == '_';
    if !rest.starts_with(is_word) {
        return None;
    }
    let mut len = 0;
    let mut chars = rest.char_indices().peekable();
    while let Some((offset, c)) = chars.next() {
        let joins = ":.#$%&-+?<>~/".contains(c) && chars.peek().is_some_and(|&(_, next)| is_word(next));
        if !is_word(c) && !joins {
            break;
        }
        len = offset + c.len_utf8();
    }
    ReferenceKey::new(&rest[..len]).map(|key| (key, at + 1 + len))
}
