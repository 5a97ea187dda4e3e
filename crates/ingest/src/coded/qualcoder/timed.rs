//! Transcripts with time stamps: what was said when.

use draad_core::{RecordingTime, Span};

/// How many bytes a time stamp takes at most.
const LONGEST: usize = 16;

/// The time stamps of a transcript, and the words between them.
#[derive(Debug, Default)]
pub(super) struct Timed {
    stamps: Vec<Stamp>,
    /// Where the last words end.
    end: usize,
}

/// A time stamp.
#[derive(Debug)]
struct Stamp {
    time: RecordingTime,
    /// Where the words before it end.
    words_before: usize,
    /// Where the words after it start.
    words_after: usize,
}

impl Timed {
    /// Finds the time stamps of a transcript: `[00:01:02]`, `[01.02]`, `{00:01:02}`, `#00:01:02-3#`. There are none where
    /// times run back, because then they do not tell where something was said.
    pub(super) fn new(text: &str) -> Self {
        let mut stamps: Vec<Stamp> = Vec::new();
        for (start, open) in text.match_indices(['[', '{', '#']) {
            let Some((time, length)) = stamp_at(&text[start..], open) else { continue };
            if stamps.last().is_some_and(|last| time < last.time) {
                return Self::default();
            }
            // Only as far back as the last stamp, so that white space is looked at once.
            let from = stamps.last().map_or(0, |last| last.words_after.min(start));
            let words_before = from + text[from..start].trim_end().len();
            let after = &text[start + length..];
            let words_after = text.len() - after.trim_start().len();
            stamps.push(Stamp { time, words_before, words_after });
        }
        Self { stamps, end: text.trim_end().len() }
    }

    /// Returns the words from the last stamp at or before `start` to the first at or after `end`.
    pub(super) fn span(&self, start: RecordingTime, end: RecordingTime) -> Option<Span> {
        let first = self.stamps.partition_point(|stamp| stamp.time <= start).checked_sub(1)?;
        let after = self.stamps.partition_point(|stamp| stamp.time < end).max(first + 1);
        let from = self.stamps.get(first)?.words_after;
        let to = self.stamps.get(after).map_or(self.end, |stamp| stamp.words_before);
        if from < to { Span::from_bytes(from..to) } else { None }
    }
}

/// Reads the stamp that a text starts with, and returns how many bytes it takes.
fn stamp_at(text: &str, open: &str) -> Option<(RecordingTime, usize)> {
    let close = match open {
        "[" => ']',
        "{" => '}',
        _ => '#',
    };
    let (inside, _) = text[1..text.floor_char_boundary(LONGEST)].split_once(close)?;
    let time = inside.trim().replace('-', ".");
    let minutes = || if inside.contains(':') { None } else { time.replace('.', ":").parse().ok() };
    let time = time.parse().ok().or_else(minutes)?;
    Some((time, inside.len() + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_become_the_words_said_then() {
        let text = "[00:00:00] Een. [00:10] Twee [1] drie. {00:00:20} Vier. #00:00:30-5# Vijf. ";
        let timed = Timed::new(text);
        let said = |start, end| {
            let span = timed.span(RecordingTime(start), RecordingTime(end));
            span.map(|span| &text[span.range()])
        };
        assert_eq!(said(0, 10_000), Some("Een."));
        assert_eq!(said(12_000, 18_000), Some("Twee [1] drie."));
        assert_eq!(said(12_000, 25_000), Some("Twee [1] drie. {00:00:20} Vier."));
        assert_eq!(said(40_000, 30_000), Some("Vijf."));
    }

    #[test]
    fn without_stamps_that_run_on_nobody_knows() {
        for text in ["[00:10] a [00:05] b", "a", "", "#", "[é", "[00:00:01]  [00:00:02]"] {
            assert_eq!(Timed::new(text).span(RecordingTime(1_000), RecordingTime(1_500)), None, "{text}");
        }
        assert_eq!(
            Timed::new("a [00:10] b").span(RecordingTime(0), RecordingTime(1)),
            None,
            "before the first stamp"
        );
    }
}
