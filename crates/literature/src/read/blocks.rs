//! A file in blocks: from `@book{` to the brace that closes it. What stands between them is a remark.

use biblatex::{ParseError, RawBibliography};
use std::ops::Range;

/// A block of a file.
pub(super) struct Block<'t> {
    /// Where it stands, in bytes.
    pub(super) range: Range<usize>,
    /// What it says; places in it count from the beginning of the block.
    pub(super) parsed: Result<RawBibliography<'t>, ParseError>,
}

/// Returns the blocks of a file, without remarks. A block that is not closed ends where a line begins the next.
pub(super) fn blocks(text: &str) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let mut from = 0;
    while let Some(start) = next_start(text, from, false) {
        let next = next_start(text, start + 1, true).unwrap_or(text.len());
        if let Some(end) = matching_end(text, start) {
            if is_remark(&text[start..]) {
                from = end;
                continue;
            }
            let parsed = RawBibliography::parse(&text[start..end]);
            if parsed.is_ok() || end <= next {
                blocks.push(Block { range: start..end, parsed });
                from = end;
                continue;
            }
        }
        // it swallows the next one, or never ends: what is wrong is wrong before the next begins
        if !is_remark(&text[start..]) {
            let parsed = RawBibliography::parse(&text[start..next]);
            blocks.push(Block { range: start..next, parsed });
        }
        from = next;
    }
    blocks
}

/// Returns the key of a block, as far as one can see; empty where there is none.
pub(super) fn key_of(block: &str) -> String {
    let after = block.split_once(['{', '(']).map_or("", |(_, after)| after);
    let key = after.split([',', '\n', '}', '=']).next().unwrap_or_default().trim();
    if key.contains(char::is_whitespace) { String::new() } else { key.to_owned() }
}

/// Returns where the next block begins: `@`, a word and `{`; with `of_line`, only at the beginning of a line. A line that begins
/// with `%` is a remark.
fn next_start(text: &str, from: usize, of_line: bool) -> Option<usize> {
    let mut at = from;
    while let Some(offset) = text[at..].find('@') {
        let here = at + offset;
        let line = &text[text[..here].rfind('\n').map_or(0, |end| end + 1)..here];
        let fits = if of_line { line.trim().is_empty() } else { !line.trim_start().starts_with('%') };
        if fits && begins_block(&text[here + 1..]) {
            return Some(here);
        }
        at = here + 1;
    }
    None
}

fn begins_block(after: &str) -> bool {
    let rest = after.trim_start_matches(|c: char| c.is_alphanumeric() || matches!(c, '_' | '-'));
    rest.len() < after.len() && rest.trim_start().starts_with(['{', '('])
}

fn is_remark(block: &str) -> bool {
    let kind = block[1..].split(['{', '(']).next().unwrap_or_default().trim();
    kind.eq_ignore_ascii_case("comment")
}

/// Returns where the braces of a block are closed.
fn matching_end(text: &str, start: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut is_escaped = false;
    for (offset, c) in text[start..].char_indices() {
        match c {
            _ if is_escaped => is_escaped = false,
            '\\' => is_escaped = true,
            '{' => depth += 1,
            '}' if depth <= 1 => return Some(start + offset + 1),
            '}' => depth -= 1,
            _ => {}
        }
    }
    None
}
