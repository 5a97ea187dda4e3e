//! Which time stamps are places in a recording, and the lines without them.
//!
//! A stamp with hours between signs, or in f4's form, can be nothing else. `[10:30]` may as well be the time on a clock: it
//! counts only in a document with turns, next to a label or between square brackets, and only when none of them runs back.

use super::label::Label;
use super::labels::Labels;
use super::stamps::{Form, Stamp, may_have_time};
use crate::File;
use crate::imported::{Change, Imported, Tally};
use crate::line::{Line, LineRole};
use draad_core::{Diagnostic, Problem};

/// How many stamps that run back here and there are worth a word.
const MIN_SERIES: usize = 3;

/// The time stamps of a document that are places in its recording, by line.
#[derive(Default)]
pub(super) struct Stamps {
    found: Vec<(usize, Stamp)>,
}

/// A line without its time stamps.
pub(super) struct Cut {
    pub(super) line: Line,
    pub(super) label: Option<Label>,
    /// The stamps, and where in the line they stood.
    pub(super) breaks: Vec<(usize, Stamp)>,
}

impl Stamps {
    /// Finds them, and notes in `imported` what they were and which run back.
    pub(super) fn find(file: &File, lines: &[Line], labels: &Labels, imported: &mut Imported) -> Self {
        let first = labels.first().unwrap_or(lines.len());
        let mut found = Vec::new();
        for (idx, line) in lines.iter().enumerate() {
            if line.role != LineRole::Body || !may_have_time(&line.text) {
                continue;
            }
            let label = labels.of(idx).map(|(label, _)| label);
            let is_front = idx < first;
            let stamps = all_in(&line.text);
            found.extend(
                stamps.filter(|stamp| may_count(stamp, line, label, is_front)).map(|stamp| (idx, stamp)),
            );
        }
        let mut stamps = Self { found };
        stamps.drop_clocks(file, lines, imported);
        stamps.report(file, lines, imported);
        stamps
    }

    /// Returns those of the line at `idx`.
    pub(super) fn of(&self, idx: usize) -> &[(usize, Stamp)] {
        let start = self.found.partition_point(|&(line, _)| line < idx);
        let n_stamps = self.found[start..].iter().take_while(|&&(line, _)| line == idx).count();
        &self.found[start..start + n_stamps]
    }

    /// Drops those that may be times on a clock when they run back.
    fn drop_clocks(&mut self, file: &File, lines: &[Line], imported: &mut Imported) {
        let unsure = self.found.iter().filter(|(_, stamp)| !stamp.is_sure()).collect::<Vec<_>>();
        let Some(back) = unsure.windows(2).find(|pair| runs_back(&pair[0].1, &pair[1].1)) else { return };
        if unsure.len() >= MIN_SERIES {
            let (line, stamp) = &back[1];
            let stamp = lines[*line].text[stamp.range.clone()].to_owned();
            let problem = Problem::TimeStampsKept { n: unsure.len(), stamp };
            imported.diagnostics.push(Diagnostic::note(file.place(lines[*line].number), problem));
        }
        self.found.retain(|(_, stamp)| stamp.is_sure());
    }

    fn report(&self, file: &File, lines: &[Line], imported: &mut Imported) {
        let written = |(line, stamp): &(usize, Stamp)| lines[*line].text[stamp.range.clone()].to_owned();
        for found in self.found.iter().take(Tally::EXAMPLES) {
            imported.report.change(Change::TimeStamps, 1, Some(written(found)));
        }
        imported.report.change(Change::TimeStamps, self.found.len().saturating_sub(Tally::EXAMPLES), None);
        for pair in self.found.windows(2).filter(|pair| runs_back(&pair[0].1, &pair[1].1)) {
            let problem = Problem::TimeStampRunsBack { stamp: written(&pair[1]), before: written(&pair[0]) };
            let place = file.place(lines[pair[1].0].number);
            imported.diagnostics.push(Diagnostic::warning(place, problem));
        }
    }
}

fn runs_back(before: &Stamp, after: &Stamp) -> bool {
    after.recording.start < before.recording.start
}

/// Returns everything in `text` that has the form of a time stamp.
fn all_in(text: &str) -> impl Iterator<Item = Stamp> {
    let mut done = 0;
    let may_start = |byte: u8| matches!(byte, b'[' | b'(' | b'#' | b'0'..=b'9');
    let starts = text.bytes().enumerate().filter(move |&(_, byte)| may_start(byte));
    starts.filter_map(move |(at, _)| {
        let stamp = (at >= done).then(|| Stamp::at(text, at)).flatten()?;
        done = stamp.range.end;
        Some(stamp)
    })
}

/// Returns whether a stamp stands where those of a recording do.
fn may_count(stamp: &Stamp, line: &Line, label: Option<&Label>, is_front: bool) -> bool {
    let starts_line = line.text[..stamp.range.start].trim().is_empty();
    let is_alone = starts_line && line.text[stamp.range.end..].trim().is_empty();
    let words = label.map_or(0, |label| label.words);
    if stamp.is_sure() || is_front {
        return stamp.is_sure() || (is_front && is_alone && stamp.has_hours);
    }
    match stamp.form {
        Form::Square | Form::Hashes => true,
        Form::Round => starts_line || stamp.range.start <= words,
        // Before words without a label only hours tell it from the time on a clock.
        Form::Bare if stamp.has_hours => starts_line || stamp.range.start <= words,
        Form::Bare => is_alone || stamp.range.start < words,
    }
}

impl Cut {
    /// Takes `stamps` out of `line`, with the blanks that would be too many.
    pub(super) fn of(line: &Line, label: Option<&Label>, stamps: &[(usize, Stamp)]) -> Self {
        let mut knife = Knife::default();
        let mut breaks = Vec::with_capacity(stamps.len());
        for (_, stamp) in stamps {
            breaks.push((knife.cut(&line.text, stamp), stamp.clone()));
        }
        knife.text.push_str(&line.text[knife.done..]);
        let label = label.map(|label| Label {
            name: knife.moved(label.name.start)..knife.moved(label.name.end),
            words: knife.moved(label.words),
            sign: label.sign.clone(),
        });
        let mut line = line.clone();
        line.marks.iter_mut().for_each(|mark| mark.at = knife.moved(mark.at));
        line.label_hint = None;
        line.text = knife.text;
        Self { line, label, breaks }
    }
}

/// A text being cut.
#[derive(Default)]
struct Knife {
    /// What is left of it so far.
    text: String,
    /// Up to where it has been read.
    done: usize,
    /// What was cut: from where to where, and where that is in what is left.
    cuts: Vec<(usize, usize, usize)>,
}

impl Knife {
    /// Takes a stamp out and returns where it stood.
    fn cut(&mut self, whole: &str, stamp: &Stamp) -> usize {
        self.text.push_str(&whole[self.done..stamp.range.start]);
        let mut from = stamp.range.start;
        let rest = &whole[stamp.range.end..];
        let n_blanks = rest.len() - rest.trim_start().len();
        self.done = stamp.range.end;
        if n_blanks == rest.len() || rest.starts_with(':') {
            // At the end of the line, or before a label's colon.
            let n_bytes = self.text.trim_end().len();
            from -= self.text.len() - n_bytes;
            self.text.truncate(n_bytes);
            self.done += if n_blanks == rest.len() { n_blanks } else { 0 };
        } else if !self.text.ends_with(|c: char| !c.is_whitespace()) {
            self.done += n_blanks;
        } else if !rest.starts_with(|c: char| c.is_whitespace() || ".,;:!?…)]”’".contains(c)) {
            // Words that the stamp held apart, or an accent that belongs to the stamp.
            self.text.push(' ');
        }
        self.cuts.push((from, self.done, self.text.len()));
        self.text.len()
    }

    /// Returns where the byte `at` of the whole text is now.
    fn moved(&self, at: usize) -> usize {
        let n_before = self.cuts.partition_point(|&(from, _, _)| from < at);
        match n_before.checked_sub(1).map(|idx| self.cuts[idx]) {
            Some((_, to, now)) => now + at.saturating_sub(to),
            None => at,
        }
    }
}
