//! From lines to turns: who says what.

use super::clock::Clock;
use super::dated::{HEAD_CHARS, find_moment, is_dated_line, stated_date};
use super::label::Label;
use super::labels::Labels;
use super::stamps::Stamp;
use super::timed::{Cut, Stamps};
use super::words::front_value;
use super::{date_order, shifted};
use crate::dates::DateOrder;
use crate::imported::{Change, Imported, LabelCounts, Part};
use crate::line::{Edge, Line, LineRole};
use crate::{File, stored::Stored};
use draad_core::{Diagnostic, Problem, UnitKind};
use jiff::civil::DateTime;
use std::collections::BTreeMap;
use std::ops::Range;

/// How many lines at the top may be front matter.
const FRONT_LINES: usize = 10;
/// The level of a line that is a heading only because a date starts it: below all others.
const DATED_LINE: u8 = 9;

/// Puts `lines` into the stored text and makes their units. `imported` holds what the reader noted before.
pub(crate) fn compose(file: &File, lines: &[Line], labels: &Labels, mut imported: Imported) -> Imported {
    let stamps = Stamps::find(file, lines, labels, &mut imported);
    compose_around(file, lines, labels, &stamps, imported)
}

/// Puts `lines` into the stored text just as they are: time stamps stay in it.
pub(super) fn compose_as_is(file: &File, lines: &[Line], labels: &Labels, imported: Imported) -> Imported {
    compose_around(file, lines, labels, &Stamps::default(), imported)
}

fn compose_around(
    file: &File,
    lines: &[Line],
    labels: &Labels,
    stamps: &Stamps,
    imported: Imported,
) -> Imported {
    let mut composer = Composer {
        labels,
        order: date_order(file),
        stored: Stored::default(),
        imported,
        speaker: None,
        labelled: false,
        open: false,
        in_paragraph: false,
        dated: None,
        page: None,
        clock: Clock::default(),
        comment_starts: BTreeMap::new(),
        label_counts: LabelCounts::default(),
    };
    let n_front = n_front_lines(lines, labels);
    for (idx, line) in lines.iter().enumerate() {
        match stamps.of(idx) {
            [] => composer.add(idx, line, labels.of(idx), &[], idx < n_front),
            stamps => {
                let label = labels.of(idx);
                let cut = Cut::of(line, label.map(|(label, _)| label), stamps);
                let label = cut.label.as_ref().zip(label.map(|(_, speaker)| speaker));
                composer.add(idx, &cut.line, label, &cut.breaks, idx < n_front);
            }
        }
    }
    let mut imported = composer.finish();
    labels.report_seen_once(file, &mut imported);
    if !labels.headings.is_empty() {
        let problem = Problem::LabelsAreHeadings { labels: labels.headings.join(", ") };
        imported.diagnostics.push(Diagnostic::note(file.place(None), problem));
    }
    if labels.is_empty() && !file.options.speakers.is_empty() {
        let problem = Problem::NoTurnsFound;
        imported.diagnostics.push(Diagnostic::warning(file.place(None), problem));
    }
    imported
}

/// Returns how many lines come before the material: before the first turn, or else up to the last line such as
/// `Datum: …` near the top.
fn n_front_lines(lines: &[Line], labels: &Labels) -> usize {
    if !labels.is_empty() {
        return labels.first().unwrap_or(0);
    }
    let top = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.is_blank())
        .take(FRONT_LINES)
        .take_while(|(_, line)| line.text.chars().count() <= HEAD_CHARS);
    let front = top.filter(|(_, line)| front_value(&line.text).is_some());
    front.last().map_or(0, |(idx, _)| idx + 1)
}

struct Composer<'l> {
    labels: &'l Labels,
    order: DateOrder,
    stored: Stored,
    imported: Imported,
    /// Who spoke last.
    speaker: Option<&'l str>,
    /// A label has come whose words have not.
    labelled: bool,
    /// The last unit may run on.
    open: bool,
    /// The current paragraph has been counted.
    in_paragraph: bool,
    /// The level and date of the heading that dates what follows.
    dated: Option<(u8, DateTime)>,
    /// The page that the text is on.
    page: Option<u32>,
    clock: Clock,
    /// Where the comments begin whose end has not come, by their position.
    comment_starts: BTreeMap<usize, usize>,
    /// How often each speaker speaks.
    label_counts: LabelCounts,
}

impl<'l> Composer<'l> {
    fn add(
        &mut self,
        idx: usize,
        line: &Line,
        label: Option<(&Label, &'l str)>,
        breaks: &[(usize, Stamp)],
        is_front: bool,
    ) {
        let start = self.stored.push_line(&line.text).start;
        if line.starts_paragraph {
            self.open = false;
            self.in_paragraph = false;
        }
        self.locate(line, start);
        let whole = start..start + line.text.len();
        match line.role {
            _ if line.is_blank() => breaks.iter().for_each(|(_, stamp)| self.pass(stamp)),
            LineRole::Rule => self.open = false,
            LineRole::Heading(level) => self.heading(line, level, whole),
            LineRole::Note => self.aside(whole, UnitKind::Header, Part::Notes),
            LineRole::Front => self.front(line, whole),
            LineRole::Body if is_front => {
                breaks.iter().for_each(|(_, stamp)| self.pass(stamp));
                self.front(line, whole);
            }
            LineRole::Noted if label.is_none() => {
                self.speaker = None;
                self.spoken(0..line.text.len(), breaks, start);
            }
            LineRole::Body | LineRole::Noted => match label {
                Some((label, speaker)) => self.turn(line, label, speaker, start, breaks),
                None if self.labels.is_empty()
                    && line.starts_paragraph
                    && is_dated_line(&line.text, self.order) =>
                {
                    self.heading(line, DATED_LINE, whole)
                }
                None if is_notice(&line.text) => self.aside(whole, UnitKind::System, Part::Notices),
                None => {
                    self.turn_by_style(idx);
                    if self.labels.is_doubtful(idx) {
                        self.imported.report.change(Change::LabelDoubtful, 1, Some(line.text.clone()));
                    }
                    self.spoken(0..line.text.len(), breaks, start);
                }
            },
        }
    }

    /// Takes over what a line says of pages, the recording and comments.
    fn locate(&mut self, line: &Line, start: usize) {
        self.page = line.page.or(self.page);
        if let Some(recording) = line.recording {
            self.clock.set(recording);
            self.open = false;
        }
        for mark in &line.marks {
            let at = start + mark.at;
            match (mark.edge, self.comment_starts.remove(&mark.comment)) {
                (Edge::Start, _) => _ = self.comment_starts.insert(mark.comment, at),
                (Edge::End, Some(from)) => {
                    if let Some(comment) = self.imported.comments.get_mut(mark.comment) {
                        comment.span = self.stored.trimmed(from..at);
                    }
                }
                (Edge::End, None) => {}
            }
        }
    }

    /// Adds a unit where the document now is.
    fn push_unit(
        &mut self,
        range: Range<usize>,
        kind: UnitKind,
        speaker: Option<&str>,
        time: Option<DateTime>,
    ) -> bool {
        let is_pushed = self.stored.push_unit(range, kind, speaker, time);
        if let Some(unit) = self.stored.units.last_mut().filter(|_| is_pushed) {
            unit.page = self.page;
            self.clock.give(&mut self.stored.units);
        }
        is_pushed
    }

    fn pass(&mut self, stamp: &Stamp) {
        self.clock.pass(stamp, &mut self.stored.units);
        self.open = false;
    }

    fn turn(
        &mut self,
        line: &Line,
        label: &Label,
        speaker: &'l str,
        start: usize,
        breaks: &[(usize, Stamp)],
    ) {
        let n_before = breaks.partition_point(|&(at, _)| at <= label.words);
        breaks[..n_before].iter().for_each(|(_, stamp)| self.pass(stamp));
        self.speaker = Some(speaker);
        self.labelled = true;
        self.open = false;
        self.in_paragraph = false;
        self.count_turn(speaker);
        self.count_paragraph();
        self.spoken(label.words..line.text.len(), &breaks[n_before..], start);
    }

    /// Starts a turn where the style of a paragraph names another speaker than the one before: the text has no label.
    fn turn_by_style(&mut self, idx: usize) {
        let Some(speaker) = self.labels.of_style(idx) else { return };
        if self.speaker != Some(speaker) {
            self.speaker = Some(speaker);
            self.labelled = true;
            self.count_turn(speaker);
        }
    }

    /// Adds words of the last speaker from the line that starts at `start`, cut where time stamps stood.
    fn spoken(&mut self, words: Range<usize>, breaks: &[(usize, Stamp)], start: usize) {
        let mut from = words.start;
        for (at, stamp) in breaks {
            if *at > from {
                self.words(shifted(from..*at, start));
                from = *at;
            }
            self.pass(stamp);
        }
        if from < words.end {
            self.words(shifted(from..words.end, start));
        }
    }

    /// Adds words of the last speaker: to the open unit, or as a unit of their own.
    fn words(&mut self, range: Range<usize>) {
        if self.stored.trimmed(range.clone()).is_none() {
            return;
        }
        self.count_paragraph();
        if self.open {
            self.stored.extend_unit(range);
            return;
        }
        let time = self.dated.map(|(_, time)| time);
        self.open = self.push_unit(range, UnitKind::Said, self.speaker, time);
        if !self.open {
            return;
        }
        if let Some(speaker) = self.speaker {
            if !self.labelled {
                self.imported.report.keep(Part::Continuations, 1);
            }
            self.label_counts.of(speaker).n_units += 1;
        } else {
            self.imported.report.keep(Part::Paragraphs, 1);
        }
        self.labelled = false;
    }

    fn heading(&mut self, line: &Line, level: u8, range: Range<usize>) {
        if self.dated.is_some_and(|(dated_level, _)| level <= dated_level) {
            self.dated = None;
        }
        if let Some(time) = find_moment(&line.text, self.order) {
            self.imported.date = self.imported.date.into_iter().chain([time.date()]).min();
            self.dated = Some((level, time));
        }
        self.aside(range, UnitKind::Header, Part::Headers);
    }

    fn front(&mut self, line: &Line, range: Range<usize>) {
        if self.imported.date.is_none() {
            self.imported.date = stated_date(&line.text, self.order);
        }
        self.aside(range, UnitKind::Header, Part::Headers);
    }

    fn aside(&mut self, range: Range<usize>, kind: UnitKind, part: Part) {
        self.count_paragraph();
        self.open = false;
        let time = self.dated.map(|(_, time)| time).filter(|_| part == Part::Headers);
        if self.push_unit(range, kind, None, time) {
            self.imported.report.keep(part, 1);
        }
    }

    fn count_paragraph(&mut self) {
        if !self.in_paragraph {
            self.imported.report.read(Part::Paragraphs, 1);
        }
        self.in_paragraph = true;
    }

    fn count_turn(&mut self, speaker: &str) {
        self.imported.report.keep(Part::Turns, 1);
        self.label_counts.of(speaker).n_turns += 1;
    }

    fn finish(mut self) -> Imported {
        self.imported.labels = self.label_counts.into_list();
        (self.imported.text, self.imported.units) = self.stored.finish();
        self.imported
    }
}

/// Returns whether a line is what a program for transcription adds of itself.
fn is_notice(text: &str) -> bool {
    const MAX_BYTES: usize = 200;
    let text = text.trim();
    text.len() <= MAX_BYTES
        && (text.starts_with("Transcribed by http")
            || text.ends_with(" started transcription")
            || text.ends_with(" stopped transcription"))
}
