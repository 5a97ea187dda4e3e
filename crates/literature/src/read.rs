//! `references.bib`, read work by work.

mod blocks;
mod families;
mod fields;

use biblatex::{Entry, Pair, ParseError, ParseErrorKind, Token};
use blocks::{Block, blocks};
use draad_core::{Problem, Reference, ReferenceFault, ReferenceKey};
use families::{Families, Raw};
use std::collections::BTreeMap;

pub(crate) use fields::{date, text, title};

/// What a file says.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Read {
    /// The works, in the order of the file.
    pub works: Vec<Reference>,
    /// What is wrong, in the order of the file.
    pub faults: Vec<Fault>,
}

/// Something that is wrong with a work.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The line of the file, counted from 1.
    pub line: u32,
    /// What it is.
    pub problem: Problem,
    /// Whether the work is not there because of it.
    pub loses_work: bool,
}

/// Reads a file.
pub fn read(text: &str) -> Read {
    let parsed = parse(text);
    let mut read = Read { works: Vec::new(), faults: parsed.faults };
    for entry in &parsed.entries {
        let line = parsed.lines.of(parsed.places[&entry.key]);
        let Some(key) = ReferenceKey::new(&entry.key) else { continue };
        let fault = |problem| Fault { line, problem, loses_work: false };
        read.faults.extend(fields::unread(entry).into_iter().map(fault));
        read.works.push(fields::reference(entry, key, line));
    }
    read.faults.sort_by_key(|fault| fault.line);
    read
}

/// Returns the works that can be read, with all their fields.
pub(crate) fn entries(text: &str) -> Vec<Entry> {
    parse(text).entries
}

/// Works, with their places, and what is wrong with the others.
struct Parsed {
    entries: Vec<Entry>,
    /// Where each begins, in bytes.
    places: BTreeMap<String, usize>,
    lines: Lines,
    faults: Vec<Fault>,
}

/// Where lines begin.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        Self(text.match_indices('\n').map(|(at, _)| at + 1).collect())
    }

    /// Returns the line of a place, counted from 1.
    fn of(&self, at: usize) -> u32 {
        self.0.partition_point(|&start| start <= at) as u32 + 1
    }
}

/// Takes a file apart: first into blocks, each by itself, then the works, which share abbreviations and take over fields from each
/// other.
fn parse(text: &str) -> Parsed {
    let mut reading = Reading { text, lines: Lines::new(text), faults: Vec::new(), places: BTreeMap::new() };
    let (mut works, mut abbreviations) = (Vec::new(), Vec::new());
    for Block { range, parsed } in blocks(text) {
        match parsed {
            Ok(part) => {
                abbreviations.extend(part.abbreviations);
                works.extend(part.entries.into_iter().map(|work| (range.start, work)));
            }
            Err(error) => {
                let key = blocks::key_of(&text[range.clone()]);
                let at = range.start + error.span.start.min(range.len());
                reading.lose(at, invalid(&key, &error));
            }
        }
    }
    works.retain(|(start, work)| reading.takes(*start, work));
    let mut entries = Vec::new();
    works.retain(|(start, work)| match families::alone(work, &abbreviations) {
        Ok(entry) => {
            entries.extend(entry);
            true
        }
        Err(error) => {
            let at = start.checked_add(error.span.start).filter(|at| *at < text.len());
            reading.lose(at.unwrap_or(start + work.span.start), invalid(work.v.key.v, &error));
            false
        }
    });
    let works: Vec<Raw> = works.into_iter().map(|(_, work)| work).collect();
    let families = Families::new(&works);
    let entries = entries.into_iter().filter_map(|entry| reading.completed(entry, &families, &abbreviations));
    let entries = entries.collect();
    let Reading { lines, faults, places, .. } = reading;
    Parsed { entries, places, lines, faults }
}

/// A file being read.
struct Reading<'t> {
    text: &'t str,
    lines: Lines,
    faults: Vec<Fault>,
    places: BTreeMap<String, usize>,
}

impl<'t> Reading<'t> {
    fn lose(&mut self, at: usize, problem: Problem) {
        let line = self.lines.of(at.min(self.text.len()));
        self.faults.push(Fault { line, problem, loses_work: true });
    }

    /// Notes where a work begins, unless its key is none, or another work has it already.
    fn takes(&mut self, start: usize, work: &Raw<'_>) -> bool {
        let (key, at) = (work.v.key.v.to_owned(), start + work.span.start);
        if ReferenceKey::new(&key).is_none() {
            self.lose(at, Problem::ReferenceKeyInvalid { key });
            return false;
        }
        if let Some(&first) = self.places.get(&key) {
            let first_line = self.lines.of(first);
            self.lose(at, Problem::DuplicateId { id: key, first_line });
            return false;
        }
        self.places.insert(key, at);
        true
    }

    /// Returns a work with what it takes over from others.
    fn completed(&mut self, entry: Entry, families: &Families<'t>, shared: &[Pair<'t>]) -> Option<Entry> {
        if !families.takes_over(&entry.key) {
            return Some(entry);
        }
        let is_circular = families.is_circular(&entry.key);
        let found = if is_circular { None } else { families.resolved(&entry.key, shared) };
        if found.is_none() {
            let reason = if is_circular { ReferenceFault::Circle } else { ReferenceFault::CrossReference };
            let problem =
                Problem::ReferencesInvalid { reason, key: entry.key.clone(), detail: String::new() };
            self.lose(self.places[&entry.key], problem);
        }
        found
    }
}

/// Says what the parser found.
fn invalid(key: &str, error: &ParseError) -> Problem {
    let (reason, detail) = match &error.kind {
        ParseErrorKind::UnexpectedEof => (ReferenceFault::NotClosed, String::new()),
        ParseErrorKind::Expected(Token::Identifier) => (ReferenceFault::NameMissing, String::new()),
        ParseErrorKind::Expected(token) | ParseErrorKind::Unexpected(token) => {
            (ReferenceFault::SignMissing, sign(*token).to_owned())
        }
        ParseErrorKind::UnknownAbbreviation(name) => (ReferenceFault::AbbreviationUnknown, name.clone()),
        ParseErrorKind::MalformedCommand => (ReferenceFault::CommandInvalid, String::new()),
        _ => (ReferenceFault::CrossReference, String::new()),
    };
    Problem::ReferencesInvalid { reason, key: key.to_owned(), detail }
}

fn sign(token: Token) -> &'static str {
    match token {
        Token::Identifier => "",
        Token::OpeningBrace => "{",
        Token::ClosingBrace => "}",
        Token::Comma => ",",
        Token::QuotationMark => "\"",
        Token::Equals => "=",
        Token::DecimalPoint => ".",
    }
}

#[cfg(test)]
mod tests;
