//! From lines to turns: who says what.

use super::labels::{Label, Labels, front_value};
use super::{date_order, shifted, stamps};
use crate::cursor::Cursor;
use crate::dates::{self, DateOrder};
use crate::imported::{Change, Imported, LabelCount, Part};
use crate::line::{Edge, Line, LineRole};
use crate::{File, stored::Stored};
use draad_core::{Diagnostic, Problem, Recording, UnitKind};
use jiff::civil::{Date, DateTime, Time};
use std::collections::BTreeMap;
use std::ops::Range;

/// How many lines at the top may be front matter.
const FRONT_LINES: usize = 10;
/// The longest line of front matter, and the longest line that a date can head, in characters.
const HEAD_CHARS: usize = 80;
/// The level of a line that is a heading only because a date starts it: below all others.
const DATED_LINE: u8 = 9;

/// Puts `lines` into the stored text and makes their units. `imported` holds what the reader noted before.
pub(crate) fn compose(file: &File, lines: &[Line], labels: &Labels, imported: Imported) -> Imported {
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
        recording: None,
        comment_starts: BTreeMap::new(),
    };
    let n_front = n_front_lines(lines, labels);
    for (idx, line) in lines.iter().enumerate() {
        composer.add(line, idx < n_front);
    }
    let mut imported = composer.finish();
    for label in labels.seen_once.iter().filter(|_| !labels.is_empty()) {
        let problem = Problem::LabelSeenOnce { label: label.clone() };
        imported.diagnostics.push(Diagnostic::warning(file.place(None), problem));
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
        return lines.iter().position(|line| labels.of(line).is_some()).unwrap_or(0);
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
    /// Where the recording is, until a unit has taken it.
    recording: Option<Recording>,
    /// Where the comments begin whose end has not come, by their position.
    comment_starts: BTreeMap<usize, usize>,
}

impl<'l> Composer<'l> {
    fn add(&mut self, line: &Line, is_front: bool) {
        let start = self.stored.push_line(&line.text).start;
        if line.starts_paragraph {
            self.open = false;
            self.in_paragraph = false;
        }
        self.locate(line, start);
        let whole = start..start + line.text.len();
        match line.role {
            _ if line.is_blank() => {}
            LineRole::Rule => self.open = false,
            LineRole::Heading(level) => self.heading(line, level, whole),
            LineRole::Note => self.aside(whole, Part::Notes),
            LineRole::Front => self.front(line, whole),
            LineRole::Body if is_front => self.front(line, whole),
            LineRole::Body => match self.labels.of(line) {
                Some((label, speaker)) => self.turn(line, &label, speaker, start),
                None if self.is_dated_line(line) => self.heading(line, DATED_LINE, whole),
                None => {
                    if self.labels.is_doubtful(line) {
                        self.imported.report.change(Change::LabelDoubtful, 1, Some(line.text.clone()));
                    }
                    self.words(shifted(0..stamps::strip_last(&line.text).len(), start));
                }
            },
        }
    }

    /// Takes over what a line says of pages, the recording and comments.
    fn locate(&mut self, line: &Line, start: usize) {
        self.page = line.page.or(self.page);
        if line.recording.is_some() {
            self.recording = line.recording;
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
            unit.recording = self.recording.take();
        }
        is_pushed
    }

    fn turn(&mut self, line: &Line, label: &Label, speaker: &'l str, start: usize) {
        self.speaker = Some(speaker);
        self.labelled = true;
        self.open = false;
        self.in_paragraph = false;
        self.count_turn(speaker);
        let words = label.words..stamps::strip_last(&line.text).len().max(label.words);
        if line.text[words.clone()].trim().is_empty() {
            self.count_paragraph();
        } else {
            self.words(shifted(words, start));
        }
    }

    /// Adds words of the last speaker: to the open unit, or as a unit of their own.
    fn words(&mut self, range: Range<usize>) {
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
            self.label_count(speaker).n_units += 1;
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
        self.aside(range, Part::Headers);
    }

    fn front(&mut self, line: &Line, range: Range<usize>) {
        if self.imported.date.is_none() {
            self.imported.date = stated_date(&line.text, self.order);
        }
        self.aside(range, Part::Headers);
    }

    fn aside(&mut self, range: Range<usize>, part: Part) {
        self.count_paragraph();
        self.open = false;
        let time = self.dated.map(|(_, time)| time).filter(|_| part == Part::Headers);
        if self.push_unit(range, UnitKind::Header, None, time) {
            self.imported.report.keep(part, 1);
        }
    }

    /// A line in a text without turns that a date starts and that is short enough for a heading.
    fn is_dated_line(&self, line: &Line) -> bool {
        let mut cursor = Cursor::new(line.text.trim());
        self.labels.is_empty()
            && line.starts_paragraph
            && line.text.chars().count() <= HEAD_CHARS
            && !line.text.trim_end().ends_with(['.', '!', '?', ',', ';'])
            && dates::scan_date(&mut cursor, self.order).is_some()
            && !cursor.rest().starts_with(char::is_alphanumeric)
    }

    fn count_paragraph(&mut self) {
        if !self.in_paragraph {
            self.imported.report.read(Part::Paragraphs, 1);
        }
        self.in_paragraph = true;
    }

    fn count_turn(&mut self, speaker: &str) {
        self.imported.report.keep(Part::Turns, 1);
        self.label_count(speaker).n_turns += 1;
    }

    fn label_count(&mut self, speaker: &str) -> &mut LabelCount {
        self.imported.label_count(speaker)
    }

    fn finish(mut self) -> Imported {
        for label in &self.labels.seen_once {
            if !self.labels.is_empty() {
                self.imported.report.change(Change::LabelSeenOnce, 1, Some(label.clone()));
            }
        }
        (self.imported.text, self.imported.units) = self.stored.finish();
        self.imported
    }
}

/// Returns the first date in a heading, with the time of day that follows it.
fn find_moment(text: &str, order: DateOrder) -> Option<DateTime> {
    let starts = text.char_indices().zip(std::iter::once(' ').chain(text.chars()));
    let mut starts = starts.filter(|&((_, c), before)| c.is_alphanumeric() && !before.is_alphanumeric());
    starts.find_map(|((at, _), _)| {
        let mut cursor = Cursor::new(&text[at..]);
        let date = dates::scan_date(&mut cursor, order)?;
        while cursor.eat(|c| c.is_whitespace() || c == ',').is_some() {}
        let time = dates::scan_time(&mut cursor).map_or(Time::midnight(), |found| found.time);
        Some(date.to_datetime(time))
    })
}

/// Returns the date that a line of front matter states: after `Datum:`, or all by itself.
fn stated_date(text: &str, order: DateOrder) -> Option<Date> {
    match front_value(text) {
        Some((name, value)) if name.contains("dat") => dates::scan_date(&mut Cursor::new(value), order),
        _ => dates::date_of(text, order),
    }
}
