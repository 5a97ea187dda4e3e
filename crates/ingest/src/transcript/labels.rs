//! Which labels of a document name its speakers.
//!
//! A label counts only when it recurs or when the user named it: `Nota bene:`, `Datum:` or a time such as `10:30` are no
//! speakers, and one colon in a sentence makes none. Labels that come in the fixed order of a form are its headings.

use super::candidates::Candidates;
use super::label::{Label, Sign};
use super::{alone, form, styles};
use crate::imported::Change;
use crate::line::Line;
use crate::{File, Imported};
use draad_core::{Diagnostic, Problem};
use std::collections::BTreeMap;

/// The most labels seen once that are listed one by one.
const MAX_LISTED: usize = 100;

/// The labels of one document that count as speakers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Labels {
    /// The label of each line that has one, with its speaker.
    turns: Vec<Option<(Label, usize)>>,
    /// The speakers' labels as first written.
    speakers: Vec<String>,
    /// The lines that a style gives to a speaker, in a document without labels.
    by_style: BTreeMap<usize, usize>,
    /// The lines, in order, that start with a speaker's label in bold without the colon that the others have.
    doubtful: Vec<usize>,
    /// What looks like a label and occurs once, in the order of the document.
    seen_once: Vec<String>,
    /// Labels that recur in the order of a form and were taken for its headings.
    pub(crate) headings: Vec<String>,
}

/// One way to read a document: who speaks, and by which signs.
#[derive(Clone, Debug)]
pub(super) struct Choice {
    /// Of each name, whether it speaks.
    pub(super) speaks: Vec<bool>,
    /// How many turns that gives.
    pub(super) n_turns: usize,
    /// Which signs make a label of such a name.
    pub(super) takes: fn(&Sign) -> bool,
}

impl Choice {
    /// Chooses the names of which `counts` are more than one or that the user named.
    fn recurring(candidates: &Candidates, takes: fn(&Sign) -> bool) -> Self {
        let counts = candidates.count(takes);
        let names = counts.iter().zip(candidates.names.values());
        let speaks: Vec<bool> = names.map(|(&n, name)| n > 1 || (n > 0 && name.is_known)).collect();
        let n_turns = counts.iter().zip(&speaks).filter(|&(_, &speaks)| speaks).map(|(n, _)| n).sum();
        Self { speaks, n_turns, takes }
    }
}

impl Labels {
    /// Finds the labels that recur in `lines` or are in `known`: those with a colon or the like, or else those that stand
    /// alone on their line, or else bold words or tags, or else paragraph styles. Elsewhere bold words may as well be
    /// emphasis, and short lines answers.
    pub(crate) fn find(lines: &[Line], known: &[String]) -> Self {
        let candidates = Candidates::find(lines, known);
        let strong = Choice::recurring(&candidates, Sign::is_strong);
        if form::is_form(lines, &candidates, &strong) {
            let speaks = candidates.names.values().zip(&strong.speaks).filter(|&(_, &speaks)| speaks);
            let headings = speaks.map(|(name, _)| name.written.to_owned()).collect();
            return Self { headings, ..Self::none(lines) };
        }
        let alone = alone::choose(lines, &candidates);
        if strong.n_turns.max(alone.n_turns) > 0 {
            let choice = if alone.n_turns > strong.n_turns { alone } else { strong };
            return Self::new(&candidates, &choice, lines);
        }
        let bold = Choice::recurring(&candidates, Sign::is_strong_or_bold);
        let weak = if bold.n_turns > 0 { bold } else { alone::choose_tags(lines, &candidates) };
        if weak.n_turns > 0 { Self::new(&candidates, &weak, lines) } else { Self::by_style(lines, known) }
    }

    /// Finds the labels with a colon or the like that recur in `lines` or are in `known`: in subtitles, a short line alone
    /// says nothing.
    pub(crate) fn find_strong(lines: &[Line], known: &[String]) -> Self {
        let candidates = Candidates::find(lines, known);
        let strong = Choice::recurring(&candidates, Sign::is_strong);
        if strong.n_turns > 0 { Self::new(&candidates, &strong, lines) } else { Self::none(lines) }
    }

    fn none(lines: &[Line]) -> Self {
        Self { turns: vec![None; lines.len()], ..Self::default() }
    }

    fn by_style(lines: &[Line], known: &[String]) -> Self {
        let mut labels = Self::none(lines);
        for (idx, style) in styles::spoken(lines, known) {
            let speaker = labels.speakers.iter().position(|speaker| speaker == style);
            let speaker = speaker.unwrap_or_else(|| {
                labels.speakers.push(style.to_owned());
                labels.speakers.len() - 1
            });
            labels.by_style.insert(idx, speaker);
        }
        labels
    }

    fn new(candidates: &Candidates, choice: &Choice, lines: &[Line]) -> Self {
        let mut labels = Self::none(lines);
        labels.speakers = candidates.names.values().map(|name| name.written.to_owned()).collect();
        let mut after_label = false;
        for (idx, (line, found)) in lines.iter().zip(&candidates.lines).enumerate() {
            if line.is_blank() {
                continue;
            }
            let meant = found.as_ref().filter(|(_, name)| choice.speaks[*name]);
            // What stands right under a label are its words, even when they could be a name.
            let counts = |label: &Label| {
                (choice.takes)(&label.sign) && !(after_label && label.sign == Sign::Alone(None))
            };
            match meant {
                Some((label, _)) if counts(label) => labels.turns[idx] = meant.cloned(),
                Some((label, _)) if label.sign == Sign::Bold => labels.doubtful.push(idx),
                _ => {}
            }
            let turn = labels.turns[idx].as_ref();
            after_label = turn.is_some_and(|(label, _)| matches!(label.sign, Sign::Alone(_)));
        }
        labels.seen_once = seen_once(candidates, choice);
        labels
    }

    /// Tells of what looks like a label and occurs once, in a document with speakers. Of very many only the first become
    /// a warning; the report counts them all.
    pub(crate) fn report_seen_once(&self, file: &File, imported: &mut Imported) {
        for (n, label) in self.seen_once.iter().enumerate().filter(|_| !self.is_empty()) {
            imported.report.change(Change::LabelSeenOnce, 1, Some(label.clone()));
            if n < MAX_LISTED {
                let problem = Problem::LabelSeenOnce { label: label.clone() };
                imported.diagnostics.push(Diagnostic::warning(file.place(None), problem));
            }
        }
    }

    /// Returns whether nobody speaks.
    pub(crate) fn is_empty(&self) -> bool {
        self.speakers.is_empty()
    }

    /// Returns `turns` or `paragraphs`, for the reading.
    pub(crate) fn reading(&self) -> &'static str {
        if self.is_empty() { "paragraphs" } else { "turns" }
    }

    /// Returns the label of the line at `idx` and the speaker it means, when it counts.
    pub(crate) fn of(&self, idx: usize) -> Option<(&Label, &str)> {
        let (label, speaker) = self.turns.get(idx)?.as_ref()?;
        Some((label, &self.speakers[*speaker]))
    }

    /// Returns the speaker to whom a style gives the line at `idx`.
    pub(crate) fn of_style(&self, idx: usize) -> Option<&str> {
        self.by_style.get(&idx).map(|&speaker| self.speakers[speaker].as_str())
    }

    /// Returns the line at which the first speaker starts.
    pub(crate) fn first(&self) -> Option<usize> {
        let by_style = self.by_style.keys().next().copied();
        self.turns.iter().position(Option::is_some).or(by_style)
    }

    /// Returns whether the line at `idx` starts with a speaker's label in bold that lacks its colon and so does not count.
    pub(crate) fn is_doubtful(&self, idx: usize) -> bool {
        self.doubtful.binary_search(&idx).is_ok()
    }
}

/// Returns the names that have one label of a sign that counts, and do not speak. A short line alone is no such label.
fn seen_once(candidates: &Candidates, choice: &Choice) -> Vec<String> {
    let counts = candidates.count(|sign| (choice.takes)(sign) && *sign != Sign::Alone(None));
    let names = counts.iter().zip(&choice.speaks).zip(candidates.names.values());
    names.filter(|&((&n, &speaks), _)| n == 1 && !speaks).map(|(_, name)| name.written.to_owned()).collect()
}
