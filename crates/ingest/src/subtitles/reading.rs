//! A file of cues while it is read: the cues so far, and what was wrong.

use super::{Cue, Voice};
use crate::imported::{Change, Imported, Loss, Part};
use crate::{File, decode::Decoded};
use draad_core::{Diagnostic, Problem, Recording, RecordingTime};

/// The most problems that are listed one by one; the report counts them all.
const MAX_LISTED: usize = 100;
/// How long after a cue another may start and still be shown on from it, in milliseconds.
const ROLLING_GAP: u64 = 100;
/// The most lines that stay on the screen while others are added below.
const ROLLING_LINES: usize = 8;
/// The most characters of a line that a message quotes.
const SEEN_CHARS: usize = 60;

/// The cues of a file so far.
pub(super) struct Reading<'f> {
    /// The file.
    pub(super) file: &'f File<'f>,
    /// The cues with words, in the order of the file.
    pub(super) cues: Vec<Cue>,
    /// The report and the diagnostics.
    pub(super) imported: Imported,
    /// The first line that could not be read, and what it says.
    first_fault: Option<(u32, String)>,
    /// The cue before, as written.
    before: Option<Cue>,
}

impl<'f> Reading<'f> {
    /// Starts to read a decoded file.
    pub(super) fn new(file: &'f File<'f>, decoded: &Decoded) -> Self {
        let mut imported = Imported::default();
        decoded.report_to(file, &mut imported);
        Self { file, cues: Vec::new(), imported, first_fault: None, before: None }
    }

    /// Adds a cue that stands on `line`.
    pub(super) fn push(
        &mut self,
        line: u32,
        start: RecordingTime,
        end: Option<RecordingTime>,
        voices: Vec<Voice>,
    ) {
        self.imported.report.read(Part::Cues, 1);
        if voices.is_empty() {
            self.imported.report.lose(Loss::EmptyCues, 1, Some(start.to_string()));
            self.first_fault.get_or_insert_with(|| (line, start.to_string()));
            return self.list(Diagnostic::warning(self.file.place(Some(line)), Problem::CueWithoutWords));
        }
        let end = end.filter(|&end| self.is_after(line, start, end));
        self.check_order(line, start);
        let cue = Cue { recording: Recording { start, end }, voices };
        let mut new = cue.clone();
        if self.keep_new_lines(&mut new) {
            self.imported.report.keep(Part::Cues, 1);
            self.cues.push(new);
        }
        self.before = Some(cue);
    }

    /// Notes that the cue at `line` had to be left out, of which the file says `seen`.
    pub(super) fn fault(&mut self, line: u32, seen: &str, problem: impl Fn(String) -> Problem) {
        let seen = clipped(seen);
        self.imported.report.read(Part::Cues, 1);
        self.imported.report.lose(Loss::BrokenCues, 1, Some(seen.clone()));
        self.first_fault.get_or_insert_with(|| (line, seen.clone()));
        self.list(Diagnostic::warning(self.file.place(Some(line)), problem(seen)));
    }

    /// Adds a diagnostic, unless there are enough.
    pub(super) fn list(&mut self, diagnostic: Diagnostic) {
        if self.imported.diagnostics.len() < MAX_LISTED {
            self.imported.diagnostics.push(diagnostic);
        }
    }

    /// Says why nothing at all could be read.
    pub(super) fn refusal(&self) -> Box<Diagnostic> {
        match self.first_fault.clone() {
            Some((line, seen)) => {
                Box::new(Diagnostic::error(self.file.place(Some(line)), Problem::NoCueReadable { seen }))
            }
            None => self.file.fails(Problem::NoCues),
        }
    }

    fn is_after(&mut self, line: u32, start: RecordingTime, end: RecordingTime) -> bool {
        if end < start {
            let (start, end) = (start.to_string(), end.to_string());
            self.imported.report.change(Change::CuesReversed, 1, Some(start.clone()));
            let problem = Problem::CueEndsBeforeStart { start, end };
            self.list(Diagnostic::note(self.file.place(Some(line)), problem));
            return false;
        }
        true
    }

    fn check_order(&mut self, line: u32, start: RecordingTime) {
        let before = self.before.as_ref().map(|cue| cue.recording.start);
        if let Some(before) = before.filter(|&before| start < before) {
            let (start, before) = (start.to_string(), before.to_string());
            self.imported.report.change(Change::CuesOutOfOrder, 1, Some(start.clone()));
            let problem = Problem::CueOutOfOrder { start, before };
            self.list(Diagnostic::note(self.file.place(Some(line)), problem));
        }
    }

    /// Takes out the lines that were on the screen already, as rolling captions repeat them; returns whether any are left.
    /// After a pause, or by another speaker, the same words are said again.
    fn keep_new_lines(&mut self, cue: &mut Cue) -> bool {
        let Some(before) = &self.before else { return true };
        let shown_until = before.recording.end.unwrap_or(before.recording.start).0;
        let rolls = (before.recording.start..=RecordingTime(shown_until.saturating_add(ROLLING_GAP)))
            .contains(&cue.recording.start);
        let ([shown], [voice]) = (&before.voices[..], &mut cue.voices[..]) else { return true };
        if !rolls || shown.speaker != voice.speaker {
            return true;
        }
        let n_repeated = n_repeated(&shown.lines, &voice.lines);
        let repeated: Vec<String> = voice.lines.drain(..n_repeated).collect();
        let report = &mut self.imported.report;
        if voice.lines.is_empty() {
            report.lose(Loss::RepeatedCues, 1, Some(clipped(&repeated.join(" "))));
            return false;
        }
        report.lose(Loss::RepeatedLines, n_repeated, repeated.first().map(|line| clipped(line)));
        true
    }
}

/// Returns the start of a text, long enough to be recognised.
pub(super) fn clipped(text: &str) -> String {
    text.trim().chars().take(SEEN_CHARS).collect()
}

/// Returns how many lines at the start of `lines` are those at the end of `shown`.
fn n_repeated(shown: &[String], lines: &[String]) -> usize {
    let most = shown.len().min(lines.len()).min(ROLLING_LINES);
    let all = if shown == lines { lines.len() } else { 0 };
    let ends_with = |n: &usize| shown[shown.len() - n..] == lines[..*n];
    (1..=most).rev().find(ends_with).unwrap_or(0).max(all)
}
