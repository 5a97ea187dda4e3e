//! What a message of `chat.md` consists of: quoted words, words, reactions, stickers and links to files.

use crate::chat::{Content, Piece};
use crate::imported::Part;
use draad_core::UnitKind::{self, Call, Deleted, Media, Said, System};
use std::ops::Range;

/// What stands in place of a message that was removed.
pub(super) const DELETED: &str = "(This message was deleted)";
/// Where files that were exported along lie.
const FOLDERS: [&str; 3] = ["./", "../", "media/"];
/// The longest target of a link, in characters.
const MAX_TARGET: usize = 500;

/// Takes a message apart; says what else it is.
pub(super) fn of(text: &str) -> Content {
    if let Some(kind) = kind_of(text.trim()) {
        return Content::whole(text, kind);
    }
    let mut traits = Vec::new();
    let mut no_words: Vec<(Range<usize>, Option<UnitKind>)> = Vec::new();
    if let Some(end) = quote(text) {
        no_words.push((0..end, None));
        traits.push(Part::Replies);
    }
    let start = no_words.first().map_or(0, |(range, _)| range.end);
    if let Some(range) = between(text, start, "\n(- ", " -)") {
        no_words.push((range, None));
        traits.push(Part::Reactions);
    }
    no_words.extend(between(text, start, "\n(( ", " ))").map(|range| (range, Some(Media))));
    no_words.extend(links(text, start).into_iter().map(|range| (range, Some(Media))));
    no_words.sort_by_key(|(range, _)| range.start);
    Content { pieces: pieces(text, no_words), traits }
}

/// Returns what a message is that holds nobody's words; `text` has no blanks around it.
pub(super) fn kind_of(text: &str) -> Option<UnitKind> {
    let call = text.split_once("call").filter(|(before, after)| is_call(before, after));
    match call {
        _ if text == DELETED => Some(Deleted),
        Some((before, after)) if before.starts_with("Missed") || is_unanswered(after) => Some(Call),
        Some(_) => Some(System),
        None => None,
    }
}

/// Returns whether `before` and `after` the word `call` make a notice such as `Incoming voice call (accepted, 3m 2s)`.
fn is_call(before: &str, after: &str) -> bool {
    let (first, kind) = before.split_once(' ').unwrap_or((before, ""));
    matches!(first, "Incoming" | "Outgoing" | "Missed")
        && matches!(kind.trim(), "" | "voice" | "video" | "group")
        && (after.is_empty() || after.starts_with(" (") && after.ends_with(')') && !after.contains('\n'))
}

fn is_unanswered(after: &str) -> bool {
    ["unanswered", "declined", "missed"].iter().any(|end| after.trim_start_matches(" (").starts_with(end))
}

/// Returns where the words that a message quotes end: lines with `>` at its start.
fn quote(text: &str) -> Option<usize> {
    let mut end = None;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        at += line.len();
        match line.trim() {
            quoted if quoted.starts_with('>') => end = Some(at),
            "" => {}
            _ => break,
        }
    }
    end
}

/// Finds what stands between `open` and the first `close` after it.
fn between(text: &str, from: usize, open: &str, close: &str) -> Option<Range<usize>> {
    let start = from + text[from..].find(open)?;
    let end = start + text[start..].find(close)? + close.len();
    (!text[start + open.len()..end].contains('\n')).then_some(start..end)
}

/// Finds links to files: `![foto](./media/foto.jpg)` and `[brief](./media/brief.pdf)`.
fn links(text: &str, from: usize) -> Vec<Range<usize>> {
    let mut links = Vec::new();
    // Each part of the text is looked at once, however many brackets it holds.
    let mut looked_at = from;
    for (at, _) in text[from..].match_indices("](").map(|(at, mark)| (from + at, mark)) {
        if at < looked_at {
            continue;
        }
        let before = &text[looked_at..at];
        let line = before.rfind('\n').map_or(before, |newline| &before[newline + 1..]);
        let start = opening(line).map(|start| at - line.len() + start);
        looked_at = at + 2;
        let is_file = FOLDERS.iter().any(|folder| text[at + 2..].starts_with(folder));
        let link = start.filter(|_| is_file).and_then(|start| Some((start, target_end(text, at + 2)?)));
        if let Some((start, end)) = link {
            let is_picture = text[at - line.len()..start].ends_with('!');
            links.push(start - usize::from(is_picture)..end);
            looked_at = end;
        }
    }
    links
}

/// Returns where the bracket stands that is still open at the end of `text`.
fn opening(text: &str) -> Option<usize> {
    let mut n_closed = 0;
    let mut brackets = text.rmatch_indices(['[', ']']);
    let open = brackets.find(|&(_, bracket)| match (bracket, n_closed) {
        ("]", _) => {
            n_closed += 1;
            false
        }
        (_, 0) => true,
        _ => {
            n_closed -= 1;
            false
        }
    });
    open.map(|(at, _)| at)
}

/// Returns where the target of a link ends. File names can hold parentheses, but not the two blanks after a link.
fn target_end(text: &str, start: usize) -> Option<usize> {
    let rest = &text[start..];
    let length = rest.char_indices().map(|(at, _)| at).nth(MAX_TARGET).unwrap_or(rest.len());
    let line = rest[..length].split('\n').next()?;
    let last = line.trim_end().strip_suffix(')').map(str::len);
    let end = line.find(")  ").or(last).or_else(|| line.find(')'))?;
    Some(start + end + 1)
}

/// Makes pieces of what is no words, and of the words between.
fn pieces(text: &str, no_words: Vec<(Range<usize>, Option<UnitKind>)>) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut at = 0;
    for (range, kind) in no_words {
        if range.start < at {
            continue;
        }
        pieces.push(Piece::new(at..range.start, Said));
        at = range.end;
        pieces.extend(kind.map(|kind| Piece::new(range, kind)));
    }
    pieces.push(Piece::new(at..text.len(), Said));
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &[(&str, UnitKind)]) {
        let pieces = of(text).pieces.into_iter().map(|piece| (text[piece.range].trim(), piece.kind));
        let pieces: Vec<_> = pieces.filter(|(words, _)| !words.is_empty()).collect();
        assert_eq!(pieces, expected, "{text}");
    }

    #[test]
    fn what_stands_in_place_of_words_is_no_speech() {
        for (text, kind) in [
            ("(This message was deleted)", Deleted),
            ("Missed voice call", Call),
            ("Outgoing video call (unanswered)", Call),
            ("Incoming call (declined)", Call),
            ("Incoming voice call (accepted, 3m 2s)", System),
            ("Outgoing call", System),
            ("Missed you, call me", Said),
            ("Missed call from the school, it was about Noor", Said),
            ("![foto.jpg](./media/foto.jpg)", Media),
            ("[a [1].pdf](./media/a%20(1).pdf)", Media),
        ] {
            check(text, &[(text, kind)]);
        }
    }

    #[test]
    fn words_stand_between_quotes_links_and_reactions() {
        check("\n\n> Kom je?\n> Om acht uur\n\nJa", &[("Ja", Said)]);
        check("Kijk  \n(- Bea: 👍, Cas: ❤ -)", &[("Kijk", Said)]);
        check("Leuk\n(( 😀 ))", &[("Leuk", Said), ("(( 😀 ))", Media)]);
        check(
            "Kijk  \n(- Bea: 👍 -)![a.jpg](./media/a%20(1).jpg)  [b.pdf](./media/b.pdf)  ",
            &[("Kijk", Said), ("![a.jpg](./media/a%20(1).jpg)", Media), ("[b.pdf](./media/b.pdf)", Media)],
        );
        check("Zie [hier](https://example.org) maar", &[("Zie [hier](https://example.org) maar", Said)]);
        check("x]( [a](./b) c", &[("x](", Said), ("[a](./b)", Media), ("c", Said)]);
        assert_eq!(of("> a\nb\n(- C: 👍 -)").traits, [Part::Replies, Part::Reactions]);
    }
}
