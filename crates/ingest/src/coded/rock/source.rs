//! A source of the ROCK: its words without marks, and what the marks say of each line.

use super::lines_of::read_value;
use super::marks::{Mark, take_apart};
use super::yaml::Yaml;
use super::{NO_CASE, blocks::Blocks};
use draad_core::Valence;
use std::ops::Range;

/// A source as its file has it.
#[derive(Debug, Default)]
pub(super) struct RockSource {
    /// The name of the file without its ending.
    pub(super) name: String,
    /// The words, without marks.
    pub(super) text: String,
    /// The lines that have words.
    pub(super) lines: Vec<RockLine>,
    /// Blocks of YAML, with the line where each begins.
    pub(super) blocks: Vec<(Yaml, u32)>,
    /// Blocks that look as if they were meant as YAML, with the line and why they are none.
    pub(super) broken_blocks: Vec<(u32, String)>,
    /// Comments, with their line, and the place of the line after them.
    pub(super) comments: Vec<(String, u32, Option<Range<usize>>)>,
    /// The codings.
    pub(super) codings: Vec<RockCoding>,
    /// Codes that stand twice at a line, and those at lines without words.
    pub(super) repeated: Vec<(Vec<String>, u32)>,
    pub(super) wordless: Vec<(Vec<String>, u32)>,
    /// Names of section breaks and of anchors; marks that are none.
    pub(super) breaks: Vec<String>,
    pub(super) anchors: Vec<String>,
    pub(super) unknown: Vec<(String, u32)>,
    /// How many lines were indented with `~`.
    pub(super) n_nested: usize,
}

/// A line with words.
#[derive(Debug, Default)]
pub(super) struct RockLine {
    /// Its words in the text, without blanks at either end.
    pub(super) words: Range<usize>,
    /// Its identifier.
    pub(super) uid: Option<String>,
    /// The case it belongs to.
    pub(super) case: Option<String>,
    /// What else it belongs to: class and identifier.
    pub(super) instances: Vec<(String, String)>,
}

/// A code at a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct RockCoding {
    /// The code with the parents that stand with it, outermost first.
    pub(super) path: Vec<String>,
    pub(super) words: Range<usize>,
    pub(super) coder: Option<String>,
    pub(super) valence: Option<Valence>,
    pub(super) weight: Option<u8>,
    /// Values of the code that are neither.
    pub(super) values: Vec<String>,
    /// A relation to another code.
    pub(super) relation: Option<String>,
}

/// What holds from a mark on.
#[derive(Default)]
struct State {
    case: Option<String>,
    coder: Option<String>,
    instances: Vec<(String, String)>,
    /// A comment that waits for the next line.
    comment: Option<(String, u32)>,
}

impl RockSource {
    /// Reads a source.
    pub(super) fn read(name: &str, raw: &str) -> Self {
        let raw = raw.strip_prefix('\u{feff}').unwrap_or(raw);
        let lines: Vec<&str> = raw.lines().collect();
        let mut blocks = Blocks::find(&lines);
        let mut source = Self { name: name.to_owned(), ..Self::default() };
        let mut state = State::default();
        for (line, number) in lines.iter().zip(1..) {
            if blocks.contains(number) {
                continue;
            }
            if let Some(comment) = line.strip_prefix('#') {
                state.add_comment(comment.trim_start_matches('#').trim(), number);
                continue;
            }
            source.push_line(line, number, &mut state);
        }
        source.end_comment(&mut state, None);
        if !raw.ends_with('\n') && source.text.ends_with('\n') {
            source.text.pop();
        }
        source.blocks = std::mem::take(&mut blocks.blocks);
        source.broken_blocks = blocks.broken;
        source
    }

    fn push_line(&mut self, line: &str, number: u32, state: &mut State) {
        let flat = line.trim_start_matches('~');
        let is_nested = flat.len() < line.len() && !flat.starts_with(char::is_whitespace);
        self.n_nested += usize::from(is_nested);
        let bare = take_apart(if is_nested { flat } else { line });
        let is_break = bare.marks.iter().any(|mark| matches!(mark, Mark::Break(_)));
        let uid = self.heed(&bare.marks, number, state);
        let has_words = !bare.words.trim().is_empty();
        if !has_words && (is_nested || !bare.marks.is_empty()) {
            self.wordless.extend(codes_of(&bare.marks).map(|path| (owned(path), number)));
            if !is_break || self.text.is_empty() || self.text.ends_with("\n\n") {
                return;
            }
        }
        let start = self.text.len();
        self.text.push_str(&bare.words);
        self.text.push('\n');
        if !has_words {
            return;
        }
        let from = start + (bare.words.len() - bare.words.trim_start().len());
        let words = from..start + bare.words.trim_end().len();
        self.end_comment(state, Some(words.clone()));
        self.add_codings(&bare.marks, number, &words, state);
        let (case, instances) = (state.case.clone(), state.instances.clone());
        self.lines.push(RockLine { words, uid, case, instances });
    }

    /// Keeps what marks say of this line and those after it, and returns the line's identifier.
    fn heed(&mut self, marks: &[Mark], number: u32, state: &mut State) -> Option<String> {
        let mut uid = None;
        for mark in marks {
            match mark {
                Mark::Uid(id) => uid = Some((*id).to_owned()),
                Mark::Case(id) => state.case = Some((*id).to_owned()).filter(|id| id != NO_CASE),
                Mark::Coder(id) => state.coder = Some((*id).to_owned()),
                Mark::Instance { class, id } => {
                    state.instances.retain(|(own, _)| own != class);
                    state.instances.push(((*class).to_owned(), (*id).to_owned()));
                }
                Mark::Break(name) => self.breaks.push((*name).to_owned()),
                Mark::Anchor(name) => self.anchors.push((*name).to_owned()),
                Mark::Unknown(mark) => self.unknown.push(((*mark).to_owned(), number)),
                Mark::Code(_) | Mark::Value { .. } | Mark::Relation { .. } => {}
            }
        }
        uid
    }

    fn add_codings(&mut self, marks: &[Mark], number: u32, words: &Range<usize>, state: &State) {
        let first = self.codings.len();
        let coding = |path: &[&str]| RockCoding {
            path: owned(path),
            words: words.clone(),
            coder: state.coder.clone(),
            valence: None,
            weight: None,
            values: Vec::new(),
            relation: None,
        };
        for path in
            marks.iter().filter_map(|mark| if let Mark::Code(path) = mark { Some(path) } else { None })
        {
            if self.codings[first..].iter().any(|own| own.path == *path) {
                self.repeated.push((owned(path), number));
            } else {
                self.codings.push(coding(path));
            }
        }
        for mark in marks {
            match mark {
                Mark::Value { code, value } => self.add_value(first, coding(code), value),
                Mark::Relation { from, to, text } => {
                    let relation = format!("{} -> {}: {text}", from.join(">"), to.join(">"));
                    self.codings.push(RockCoding { relation: Some(relation), ..coding(from) });
                    self.codings.push(coding(to));
                }
                _ => {}
            }
        }
    }

    /// Adds a value to the coding of its code at this line; a second valence or weight is a second coding.
    fn add_value(&mut self, first: usize, mut new: RockCoding, value: &str) {
        let leaf = new.path.last().cloned();
        let own = self.codings[first..].iter().rposition(|own| own.path.last() == leaf.as_ref());
        let own = own.map(|own| first + own);
        let Some((valence, weight)) = read_value(value) else {
            let coding = match own {
                Some(own) => &mut self.codings[own],
                None => {
                    self.codings.push(new);
                    self.codings.last_mut().expect("one was just added")
                }
            };
            coding.values.push(value.to_owned());
            return;
        };
        (new.valence, new.weight) = (valence, weight);
        match own {
            Some(own) if self.codings[own].valence.is_none() && self.codings[own].weight.is_none() => {
                (self.codings[own].valence, self.codings[own].weight) = (valence, weight);
            }
            Some(own) => {
                new.path = self.codings[own].path.clone();
                self.codings.push(new);
            }
            None => self.codings.push(new),
        }
    }

    fn end_comment(&mut self, state: &mut State, next: Option<Range<usize>>) {
        self.comments.extend(state.comment.take().map(|(text, line)| (text, line, next)));
    }
}

impl State {
    fn add_comment(&mut self, text: &str, number: u32) {
        match &mut self.comment {
            Some((comment, _)) => {
                comment.push('\n');
                comment.push_str(text);
            }
            None => self.comment = Some((text.to_owned(), number)),
        }
    }
}

/// Returns the codes among marks, with or without a value.
fn codes_of<'m, 'l>(marks: &'m [Mark<'l>]) -> impl Iterator<Item = &'m [&'l str]> {
    marks.iter().filter_map(|mark| match mark {
        Mark::Code(path) | Mark::Value { code: path, .. } | Mark::Relation { from: path, .. } => {
            Some(&path[..])
        }
        _ => None,
    })
}

fn owned(path: &[&str]) -> Vec<String> {
    path.iter().map(|&name| name.to_owned()).collect()
}
