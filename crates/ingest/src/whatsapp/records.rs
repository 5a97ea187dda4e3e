//! Cutting the text of a chat into records.

use super::head::{Head, Shape};
use crate::clean::{clean, is_invisible};
use crate::imported::ImportReport;
use std::collections::BTreeMap;

/// One record: a message or a notice, with all its lines.
#[derive(Clone, Debug)]
pub(super) struct Record {
    /// Its lines, clean, joined by line feeds.
    pub(super) text: String,
    /// Its head.
    pub(super) head: Head,
    /// The line of the original file it starts on, counted from 1.
    pub(super) line: u32,
    /// Whether the text after the sender starts with an invisible mark, as iPhones mark what the program wrote.
    pub(super) is_marked: bool,
}

/// All records of a chat.
#[derive(Debug, Default)]
pub(super) struct Records {
    /// Lines before the first record.
    pub(super) preamble: Vec<String>,
    /// The records, in the order of the file.
    pub(super) records: Vec<Record>,
    /// Lines that look like a record and are part of a message.
    pub(super) n_inside: usize,
}

struct RawLine<'t> {
    raw: &'t str,
    /// Whether a full line break (CR LF) or the start of the file comes before it.
    after_full_break: bool,
}

impl Records {
    /// Cuts `raw` into records. What looks like a head starts one only when it has the shape of the others, and, where
    /// records end in CR LF and lines inside a message in LF, comes after CR LF.
    pub(super) fn split(raw: &str, report: &mut ImportReport) -> Self {
        let lines = raw_lines(raw);
        let texts = lines.iter().map(|line| clean(line.raw, report));
        let heads: Vec<(String, Option<Head>)> = texts
            .map(|text| {
                let head = Head::at_start(&text);
                (text, head)
            })
            .collect();
        let shapes = shapes_of_chat(&heads);
        let only_full_breaks = records_end_in_full_breaks(&lines, &heads);
        let mut records = Self::default();
        for (idx, (line, (text, head))) in lines.iter().zip(heads).enumerate() {
            let starts =
                |head: &Head| shapes.contains(&head.shape) && (line.after_full_break || !only_full_breaks);
            records.n_inside += usize::from(head.as_ref().is_some_and(|head| !starts(head)));
            match (head.filter(starts), records.records.last_mut()) {
                (Some(head), _) => records.records.push(Record {
                    is_marked: is_marked(line.raw),
                    text,
                    head,
                    line: idx as u32 + 1,
                }),
                (None, Some(record)) => {
                    record.text.push('\n');
                    record.text.push_str(&text);
                }
                (None, None) => records.preamble.push(text),
            }
        }
        for record in &mut records.records {
            record.text.truncate(record.text.trim_end().len().max(record.head.body.min(record.text.len())));
        }
        records
    }

    /// Returns the kind of telephone that wrote the heads.
    pub(super) fn platform(&self) -> &'static str {
        match self.records.first() {
            Some(record) if record.head.shape.in_brackets => "iphone",
            _ => "android",
        }
    }
}

impl Record {
    /// Returns the date as it stands in the file.
    pub(super) fn date_as_written(&self) -> &str {
        let text = self.text.trim_start_matches('[');
        text.split([',', ' ', '\u{a0}', '\u{202f}']).next().unwrap_or(text)
    }
}

/// Returns whether a text is a chat: at least one in five lines has a head, and somebody says something.
pub(crate) fn looks_like_chat(raw: &str) -> bool {
    const SAMPLE: usize = 200;
    let lines = raw.lines().map(|line| clean(line, &mut ImportReport::default()));
    let lines: Vec<String> = lines.filter(|line| !line.trim().is_empty()).take(SAMPLE).collect();
    let heads: Vec<&str> =
        lines.iter().filter_map(|line| Head::at_start(line).map(|head| &line[head.body..])).collect();
    heads.len() * 5 >= lines.len() && heads.iter().any(|body| body.contains(": "))
}

fn raw_lines(raw: &str) -> Vec<RawLine<'_>> {
    let mut after_full_break = true;
    let lines = raw.trim_end().split('\n').map(|line| {
        let (text, is_full) = line.strip_suffix('\r').map_or((line, false), |text| (text, true));
        let line = RawLine { raw: text, after_full_break };
        after_full_break = is_full;
        line
    });
    lines.collect()
}

/// The shapes that belong to this chat: the most frequent one, and any that a fifth of the heads have (two exports put
/// together).
fn shapes_of_chat(heads: &[(String, Option<Head>)]) -> Vec<Shape> {
    let mut counts: BTreeMap<Shape, usize> = BTreeMap::new();
    for head in heads.iter().filter_map(|(_, head)| head.as_ref()) {
        *counts.entry(head.shape).or_default() += 1;
    }
    let n_heads: usize = counts.values().sum();
    let most = counts.values().copied().max().unwrap_or(0);
    let belongs = |&(_, n): &(Shape, usize)| n == most || n * 5 >= n_heads;
    counts.into_iter().filter(belongs).map(|(shape, _)| shape).collect()
}

/// Returns whether line breaks tell records from lines inside a message: both kinds occur, and nearly all heads come after
/// CR LF.
fn records_end_in_full_breaks(lines: &[RawLine], heads: &[(String, Option<Head>)]) -> bool {
    let n_after = |full: bool| {
        let pairs = lines.iter().zip(heads);
        pairs.filter(|(line, (_, head))| head.is_some() && line.after_full_break == full).count()
    };
    let (n_full, n_bare) = (n_after(true), n_after(false));
    n_full > 1 && n_full > n_bare * 4
}

/// Returns whether an invisible mark stands where the words of a message start.
fn is_marked(raw: &str) -> bool {
    let mut rest = raw.trim_start_matches(is_invisible);
    while let Some((_, after)) = rest.split_once(": ") {
        if after.starts_with(is_invisible) {
            return true;
        }
        rest = after;
    }
    false
}
