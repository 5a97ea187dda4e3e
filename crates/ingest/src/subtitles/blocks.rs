//! Files of subtitles: blocks of lines, each with its times.

use super::reading::{self, Reading};
use super::times::Clock;
use super::{Dialect, join, words};
use crate::imported::Loss;
use crate::{File, Imported, decode::Decoded};
use draad_core::{Diagnostic, Problem, diagnostic::Outcome};

/// How many lines at the start of a file may come before the first times.
const HEAD_LINES: usize = 4;

/// Returns the dialect that the start of `text` shows.
pub(crate) fn looks_like_subtitles(text: &str) -> Option<Dialect> {
    let text = text.trim_start_matches('\u{feff}');
    if is_header(text) {
        return Some(Dialect::Vtt);
    }
    let head: Vec<&str> = text.trim_start().lines().take(HEAD_LINES).collect();
    let first = head.iter().find(|line| !line.trim().is_empty() && !is_number(line))?;
    [Dialect::Srt, Dialect::Sbv]
        .into_iter()
        .find(|&dialect| Clock::of(dialect, &head).stretch(first).is_some())
}

/// Reads a file of subtitles.
pub(crate) fn read_subtitles(file: &File, decoded: &Decoded, dialect: Dialect) -> Outcome<Imported> {
    let name = match dialect {
        Dialect::Vtt => "vtt",
        Dialect::Srt => "srt",
        Dialect::Sbv => "sbv",
    };
    let text = line_breaks(&decoded.text);
    let lines: Vec<&str> = text.trim_start_matches('\u{feff}').split('\n').collect();
    let clock = Clock::of(dialect, &lines);
    let has_names_above = dialect == Dialect::Srt && clock.counts_milliseconds() && !text.contains("<v ");
    let mut blocks = Blocks { dialect, clock, has_names_above, reading: Reading::new(file, decoded) };
    blocks.read(&lines);
    join::compose(blocks.reading, &format!("{name}{}", decoded.reading()))
}

struct Blocks<'f> {
    dialect: Dialect,
    clock: Clock,
    /// The first line of each cue says who speaks, as in what Teams lets people copy.
    has_names_above: bool,
    reading: Reading<'f>,
}

impl Blocks<'_> {
    fn read(&mut self, lines: &[&str]) {
        let is_vtt = self.dialect == Dialect::Vtt;
        if is_vtt && !lines.first().is_some_and(|line| is_header(line)) {
            let place = self.reading.file.place(Some(1));
            self.reading.list(Diagnostic::warning(place, Problem::VttHeaderMissing));
        }
        let mut at = 0;
        while at < lines.len() {
            let n_lines = (at..lines.len()).take_while(|&idx| !self.is_separator(lines, idx)).count();
            if n_lines > 0 {
                self.block(&lines[at..at + n_lines], at);
            }
            at += n_lines + 1;
        }
    }

    /// An empty line ends a block; one of blanks only when a cue follows, for captions may hold such lines.
    fn is_separator(&self, lines: &[&str], idx: usize) -> bool {
        let is_times = |idx: usize| lines.get(idx).is_some_and(|line| self.clock.is_times(line));
        lines[idx].is_empty() || (lines[idx].trim().is_empty() && (is_times(idx + 1) || is_times(idx + 2)))
    }

    /// Reads the lines between two separators, the first of which is line `first` counted from 0: a cue with its number or
    /// name, or several cues when the lines between them are missing.
    fn block(&mut self, lines: &[&str], first: usize) {
        let starts: Vec<usize> = (0..lines.len()).filter(|&idx| self.clock.is_times(lines[idx])).collect();
        let n_head = starts.first().copied().unwrap_or(lines.len());
        self.head(&lines[..n_head], first, !starts.is_empty());
        for (idx, &start) in starts.iter().enumerate() {
            let next = starts.get(idx + 1).copied();
            let mut payload = &lines[start + 1..next.unwrap_or(lines.len())];
            if let (Some(_), Some((last, rest))) = (next, payload.split_last())
                && is_number(last)
            {
                payload = rest;
            }
            self.cue(line_number(first + start), lines[start], payload);
        }
    }

    /// Reads what comes before the times of a cue, or a block without any.
    fn head(&mut self, lines: &[&str], first: usize, has_cue: bool) {
        let Some(start) = lines.first() else { return };
        if self.dialect == Dialect::Vtt {
            return match start.split_whitespace().next() {
                Some("WEBVTT") if first == 0 => self.header(lines),
                Some("NOTE") => self.lose(Loss::CueNotes, lines),
                Some("STYLE" | "REGION") => self.lose(Loss::CueStyles, lines),
                _ => self.names(lines, first, usize::from(has_cue)),
            };
        }
        let n_names = usize::from(has_cue && lines.last().is_some_and(|line| is_number(line)));
        self.names(lines, first, n_names);
    }

    /// Notes what stands in the first block beside the word that marks WebVTT.
    fn header(&mut self, lines: &[&str]) {
        let beside = lines[0].trim_start_matches("WEBVTT").trim();
        for text in std::iter::once(beside).chain(lines[1..].iter().copied()) {
            if !text.trim().is_empty() {
                self.lose(Loss::CueNotes, &[text]);
            }
        }
    }

    fn lose(&mut self, loss: Loss, lines: &[&str]) {
        // noScribe notes where the recording lies, and paths name people.
        let is_path = lines[0].starts_with("NOTE media:");
        let example = (!is_path).then(|| reading::clipped(&lines.join(" ")));
        self.reading.imported.report.lose(loss, 1, example);
    }

    /// The last `n_names` lines name or number a cue; any before them are words of a cue that lost its times.
    fn names(&mut self, lines: &[&str], first: usize, n_names: usize) {
        let orphans = &lines[..lines.len() - n_names.min(lines.len())];
        if orphans.is_empty() {
            return;
        }
        let idx = orphans.iter().position(|line| !is_number(line)).unwrap_or(0);
        let seen = orphans[idx..].join(" ");
        self.reading.fault(line_number(first + idx), &seen, |seen| Problem::CueWithoutTimes { seen });
    }

    fn cue(&mut self, line: u32, times: &str, payload: &[&str]) {
        match self.clock.stretch(times) {
            Some((start, end)) => {
                // SBV has a mark of its own for a line break.
                let voices = words::voices(&self.text(payload), &mut self.reading.imported.report);
                self.reading.push(line, start, Some(end), voices);
            }
            None => self.reading.fault(line, times, |seen| Problem::CueTimesInvalid { seen }),
        }
    }

    /// Returns the text of a cue: in SBV a mark stands for a line break, and names above the words become labels.
    fn text(&self, payload: &[&str]) -> String {
        match payload {
            [name, words, ..] if self.has_names_above && !words.trim().is_empty() => {
                format!("{}: {}", name.trim(), payload[1..].join("\n"))
            }
            _ if self.dialect == Dialect::Sbv => payload.join("\n").replace("[br]", "\n"),
            _ => payload.join("\n"),
        }
    }
}

/// Returns `text` with its line breaks as LF. Where each is followed by another kind, a program wrote CR CR LF for one.
fn line_breaks(text: &str) -> String {
    let n_doubled = text.matches("\n\r\n").count();
    let is_doubled = n_doubled > 0 && text.matches('\n').count() == 2 * n_doubled;
    let text = if is_doubled { text.replace("\n\r\n", "\n") } else { text.replace("\r\n", "\n") };
    text.replace('\r', "\n")
}

/// Returns whether `text` starts with the word that marks WebVTT.
fn is_header(text: &str) -> bool {
    text.strip_prefix("WEBVTT").is_some_and(|rest| rest.is_empty() || rest.starts_with(char::is_whitespace))
}

fn is_number(line: &str) -> bool {
    let line = line.trim();
    !line.is_empty() && line.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns the number people give to the line with this index.
fn line_number(idx: usize) -> u32 {
    u32::try_from(idx).unwrap_or(u32::MAX).saturating_add(1)
}
