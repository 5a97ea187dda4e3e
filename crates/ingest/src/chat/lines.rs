//! Cutting the text of a chat into records: lines that start with a head, and what follows them.

use super::head::{Head, Shape};
use crate::clean::{clean, clean_with};
use crate::imported::ImportReport;
use std::collections::BTreeMap;

/// The lines of one record: a message or a notice.
#[derive(Clone, Debug)]
pub(crate) struct Lines {
    /// They, clean, joined by line feeds.
    pub(crate) text: String,
    /// The head at their start.
    pub(crate) head: Head,
    /// The line of the original file they start on, counted from 1.
    pub(crate) line: u32,
    /// Where in the text a direction mark stood. Telephones put one before what the program wrote.
    pub(crate) marks: Vec<usize>,
}

/// All records of a text.
#[derive(Debug, Default)]
pub(super) struct Cut {
    /// Lines before the first record.
    pub(crate) preamble: Vec<String>,
    /// The records, in the order of the file.
    pub(crate) records: Vec<Lines>,
    /// Lines that look like a record and are part of a message.
    pub(crate) n_inside: usize,
}

impl Cut {
    /// Cuts `raw` into records. What looks like a head starts one only when it has the shape of the others, and, where
    /// records end in CR LF and lines inside a message in LF, comes after CR LF.
    pub(crate) fn find(raw: &str, report: &mut ImportReport) -> Self {
        let lines: Vec<Line> = raw_lines(raw).map(|line| Line::clean(line, report)).collect();
        let shapes = shapes_of_chat(&lines);
        let only_full_breaks = records_end_in_full_breaks(&lines);
        let mut cut = Self::default();
        for (line, number) in lines.into_iter().zip(1..) {
            let starts =
                |head: &Head| shapes.contains(&head.shape) && (line.after_full_break || !only_full_breaks);
            cut.n_inside += usize::from(line.head.as_ref().is_some_and(|head| !starts(head)));
            match (line.head.filter(starts), cut.records.last_mut()) {
                (Some(head), _) => {
                    cut.records.push(Lines { text: line.text, head, line: number, marks: line.marks })
                }
                (None, Some(record)) => record.go_on(&line.text, &line.marks),
                (None, None) => cut.preamble.push(line.text),
            }
        }
        cut.records.iter_mut().for_each(Lines::trim_end);
        cut
    }
}

impl Lines {
    /// Returns the date as it stands in the file.
    pub(crate) fn date_as_written(&self) -> &str {
        let head = self.text[..self.head.body].trim_start_matches('[');
        let mut parts =
            head.split([',', '،', ' ', '\u{a0}', '\u{202f}', ']']).filter(|part| !part.is_empty());
        parts.find(|part| part.matches(self.head.shape.separator).count() > 1).unwrap_or(head)
    }

    fn go_on(&mut self, text: &str, marks: &[usize]) {
        self.text.push('\n');
        self.marks.extend(marks.iter().map(|mark| self.text.len() + mark));
        self.text.push_str(text);
    }

    fn trim_end(&mut self) {
        self.text.truncate(self.text.trim_end().len().max(self.head.body.min(self.text.len())));
    }
}

/// A line of the file.
struct Line {
    /// Its text, clean.
    text: String,
    /// Where in the text a direction mark stood.
    marks: Vec<usize>,
    /// The head it starts with.
    head: Option<Head>,
    /// Whether a full line break (CR LF) or the start of the file comes before it.
    after_full_break: bool,
}

impl Line {
    fn clean(raw: RawLine, report: &mut ImportReport) -> Self {
        let mut marks: Vec<usize> =
            raw.text.match_indices(['\u{200e}', '\u{200f}']).map(|(at, _)| at).collect();
        let text = clean_with(raw.text, &mut marks, report);
        let head = Head::at_start(&text);
        Self { text, marks, head, after_full_break: raw.after_full_break }
    }
}

struct RawLine<'t> {
    text: &'t str,
    after_full_break: bool,
}

fn raw_lines(raw: &str) -> impl Iterator<Item = RawLine<'_>> {
    let mut after_full_break = true;
    raw.trim_end().split('\n').map(move |line| {
        let (text, is_full) = line.strip_suffix('\r').map_or((line, false), |text| (text, true));
        let line = RawLine { text, after_full_break };
        after_full_break = is_full;
        line
    })
}

/// Returns whether a text is a chat: at least one in five lines has a head, and somebody says something.
pub(super) fn looks_like_chat(raw: &str) -> bool {
    let sample = sample(raw);
    let heads = || sample.iter().filter_map(|line| Some(&line[Head::at_start(line)?.body..]));
    heads().count() * 5 >= sample.len() && heads().any(|body| body.contains(": "))
}

/// Returns the first lines of a text that are not empty, clean.
pub(crate) fn sample(raw: &str) -> Vec<String> {
    const SAMPLE: usize = 200;
    let lines = raw.lines().map(|line| clean(line, &mut ImportReport::default()));
    lines.filter(|line| !line.trim().is_empty()).take(SAMPLE).collect()
}

/// The shapes that belong to this chat: the most frequent one, and any that a fifth of the heads have (two exports put
/// together).
fn shapes_of_chat(lines: &[Line]) -> Vec<Shape> {
    let mut counts: BTreeMap<Shape, usize> = BTreeMap::new();
    for head in lines.iter().filter_map(|line| line.head.as_ref()) {
        *counts.entry(head.shape).or_default() += 1;
    }
    let n_heads: usize = counts.values().sum();
    let most = counts.values().copied().max().unwrap_or(0);
    let belongs = |&(_, n): &(Shape, usize)| n == most || n * 5 >= n_heads;
    counts.into_iter().filter(belongs).map(|(shape, _)| shape).collect()
}

/// Returns whether line breaks tell records from lines inside a message: both kinds occur, and nearly all heads come after
/// CR LF.
fn records_end_in_full_breaks(lines: &[Line]) -> bool {
    let n_after =
        |full: bool| lines.iter().filter(|line| line.head.is_some() && line.after_full_break == full).count();
    let (n_full, n_bare) = (n_after(true), n_after(false));
    n_full > 1 && n_full > n_bare * 4
}
