//! Time stamps of a recording inside a text: `[00:00:12]`, `(12:34)`, `#00:01:02-3#`.

/// Returns whether a time stamp starts at byte `at`.
pub(crate) fn starts_at(text: &str, at: usize) -> bool {
    stamp_len(&text[at..]).is_some()
}

/// Returns the position after a time stamp at byte `at` and the blanks after it, or `at` when there is none.
pub(crate) fn skip(text: &str, at: usize) -> usize {
    match stamp_len(&text[at..]) {
        Some(n_bytes) => text.len() - text[at + n_bytes..].trim_start_matches([' ', '\u{a0}']).len(),
        None => at,
    }
}

/// Returns `text` without the time stamp at its end, as some programs write it after each turn.
pub(crate) fn strip_last(text: &str) -> &str {
    let text = text.trim_end();
    let last = text.char_indices().rev().skip(1).take(16).find(|&(_, c)| "[(#".contains(c));
    match last {
        Some((at, _)) if stamp_len(&text[at..]) == Some(text.len() - at) => &text[..at],
        _ => text,
    }
}

/// Returns the length of the time stamp with which `text` starts: digits with colons between `[]`, `()` or `##`.
fn stamp_len(text: &str) -> Option<usize> {
    let close = match text.chars().next()? {
        '[' => ']',
        '(' => ')',
        '#' => '#',
        _ => return None,
    };
    let end = 1 + text[1..].find(close)?;
    let inside = &text[1..end];
    let is_time = inside.contains(':')
        && inside.len() <= 14
        && inside.starts_with(|c: char| c.is_ascii_digit())
        && inside.chars().all(|c| c.is_ascii_digit() || ":.,-".contains(c));
    is_time.then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stamps_are_told_from_words_in_brackets() {
        assert_eq!(skip("[00:00:12] Ja", 0), 11);
        assert_eq!(skip("[naam] zei", 0), 0);
        assert_eq!(skip("(lacht) ja", 0), 0);
        assert_eq!(strip_last("Ja hoor. #00:01:02-3#"), "Ja hoor. ");
        assert_eq!(strip_last("Ja hoor (om 12:30)"), "Ja hoor (om 12:30)");
        assert_eq!(strip_last("é"), "é");
    }
}
