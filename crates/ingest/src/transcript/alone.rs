//! Labels that have no colon: a name alone on its line, with its words below, or a tag such as `[id1]` before them.
//!
//! Any short line can be a name, so these count only in a document that is nearly all turns: `Situatie` over and over in a
//! dossier is a heading, and `Ja` under `Moeder` an answer.

use super::candidates::Candidates;
use super::form;
use super::label::{Label, Sign};
use super::labels::Choice;
use super::stamps::Stamp;
use super::words::{fold, is_no_speaker};
use crate::line::Line;

/// The first time stamp of a transcript is below this, in milliseconds; later ones may be those of a clock.
const MAX_START: u64 = 10 * 60 * 1000;
/// How many lines with words may come before the first name.
const MAX_FRONT: usize = 20;
/// How few turns of unknown names do not make a transcript.
const MIN_TURNS: usize = 6;

/// Chooses the names that stand alone on their lines: with time stamps as programs for transcription write them, or else
/// without, as Rev does.
pub(super) fn choose(lines: &[Line], candidates: &Candidates) -> Choice {
    let stamped = choose_stamped(lines, candidates);
    if stamped.n_turns > 0 { stamped } else { choose_plain(lines, candidates) }
}

/// Chooses the tags that start nearly all paragraphs; each may occur once, for it is their form that recurs.
pub(super) fn choose_tags(lines: &[Line], candidates: &Candidates) -> Choice {
    let counts = candidates.count(|sign| *sign == Sign::Tag);
    let letters = |idx: usize| candidates.names[idx].written.trim_end_matches(|c: char| c.is_ascii_digit());
    let tagged: Vec<usize> = (0..counts.len()).filter(|&idx| counts[idx] > 0).collect();
    let is_one_kind = tagged.windows(2).all(|pair| letters(pair[0]) == letters(pair[1]));
    let n_turns: usize = counts.iter().sum();
    let is_tag =
        |found: &Option<(Label, usize)>| matches!(found, Some((label, _)) if label.sign == Sign::Tag);
    let first = candidates.lines.iter().position(is_tag).unwrap_or(lines.len());
    let n_paragraphs = lines[first..].iter().filter(|line| line.starts_paragraph && !line.is_blank()).count();
    let counts_at_all = n_turns > 1 && is_one_kind && n_turns * 4 >= n_paragraphs * 3;
    let speaks = counts.iter().map(|&n| counts_at_all && n > 0).collect();
    Choice { speaks, n_turns: if counts_at_all { n_turns } else { 0 }, takes: |sign| *sign == Sign::Tag }
}

fn choose_stamped(lines: &[Line], candidates: &Candidates) -> Choice {
    let takes: fn(&Sign) -> bool = |sign| matches!(sign, Sign::Alone(Some(_)) | Sign::Strong);
    let is_stamped = |sign: &Sign| matches!(sign, Sign::Alone(Some(_)));
    let mut turns = Turns::find(lines, candidates, is_stamped, 2);
    if turns.places.len() >= MIN_TURNS {
        // Plainly a program wrote these lines, so that who speaks once speaks too.
        turns = Turns::find(lines, candidates, is_stamped, 1);
    }
    let stamps = turns.places.iter().filter_map(|&(line, _)| stamp_of(candidates, line));
    let starts: Vec<u64> = stamps.map(|stamp| stamp.recording.start.0).collect();
    let n_back = starts.windows(2).filter(|pair| pair[1] < pair[0]).count();
    let is_recording =
        starts.first().is_some_and(|&start| start < MAX_START) || turns.has_speaker(candidates);
    // Two recordings in one file run back once; the stamps of a form do so all the time.
    if !is_recording || n_back * 10 > starts.len() {
        return turns.none(takes);
    }
    turns.choose(candidates, takes)
}

fn choose_plain(lines: &[Line], candidates: &Candidates) -> Choice {
    let takes: fn(&Sign) -> bool = |sign| matches!(sign, Sign::Alone(_) | Sign::Strong);
    let turns = Turns::find(lines, candidates, |sign| matches!(sign, Sign::Alone(_)), 2);
    let choice = turns.choose(candidates, takes);
    let recurring = || turns.counts().into_iter().zip(candidates.names.values()).filter(|&(n, _)| n > 1);
    let is_transcript = (recurring().count() > 1 || recurring().any(|(_, name)| name.is_known))
        && (turns.has_speaker(candidates) || turns.places.len() >= MIN_TURNS)
        && turns.cover(lines)
        && !has_headings(lines, &turns, turns.has_speaker(candidates))
        && !form::is_form(lines, candidates, &choice);
    if is_transcript { choice } else { turns.none(takes) }
}

/// The lines that can be labels alone, each followed by words.
struct Turns {
    /// The line and the name.
    places: Vec<(usize, usize)>,
    n_names: usize,
    /// How often a name that the user did not give must come.
    min_turns: usize,
    /// Paragraphs after the first turn that no label heads.
    n_continuations: usize,
}

impl Turns {
    /// Finds the lines with a name that recurs. A line right under such a name is no label but words, so the most frequent
    /// names and those of speakers go first.
    fn find(
        lines: &[Line],
        candidates: &Candidates,
        counts: impl Fn(&Sign) -> bool,
        min_turns: usize,
    ) -> Self {
        let n_lines = candidates.count(&counts);
        let recurs = |n: usize, name: usize| n >= min_turns || (n > 0 && candidates.names[name].is_known);
        let mut order: Vec<usize> = (0..n_lines.len()).filter(|&name| recurs(n_lines[name], name)).collect();
        order.sort_by_key(|&name| {
            (!candidates.names[name].is_speaker, std::cmp::Reverse(n_lines[name]), name)
        });
        let mut rank = vec![usize::MAX; n_lines.len()];
        order.iter().enumerate().for_each(|(place, &name)| rank[name] = place);
        let name_of = |line: usize| {
            let (label, name) = candidates.lines[line].as_ref()?;
            (counts(&label.sign) && rank[*name] < usize::MAX).then_some(*name)
        };
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut n_continuations = 0;
        let mut before: Option<usize> = None;
        for idx in (0..lines.len()).filter(|&idx| has_words(&lines[idx])) {
            let under_label = before.filter(|&before| places.last().is_some_and(|&(line, _)| line == before));
            before = Some(idx);
            match (name_of(idx), under_label.and_then(name_of)) {
                // Of two names in a row the one that heads more lines is the label.
                (Some(name), Some(above)) if rank[name] < rank[above] => {
                    places.pop();
                    places.push((idx, name));
                }
                (Some(_), Some(_)) => {}
                (Some(name), None) => places.push((idx, name)),
                (None, Some(_)) => {}
                (None, None) => {
                    n_continuations += usize::from(!places.is_empty() && lines[idx].starts_paragraph)
                }
            }
        }
        // A label at the very end has no words.
        places.pop_if(|&mut (line, _)| before == Some(line));
        Self { places, n_names: n_lines.len(), min_turns, n_continuations }
    }

    fn choose(&self, candidates: &Candidates, takes: fn(&Sign) -> bool) -> Choice {
        let names = self.counts().into_iter().zip(candidates.names.values());
        let speaks: Vec<bool> =
            names.map(|(n, name)| n > 0 && (n >= self.min_turns || name.is_known)).collect();
        let n_turns = self.counts().iter().zip(&speaks).filter(|&(_, &speaks)| speaks).map(|(n, _)| n).sum();
        Choice { speaks, n_turns, takes }
    }

    /// Returns how many turns each name has.
    fn counts(&self) -> Vec<usize> {
        let mut n_turns = vec![0; self.n_names];
        self.places.iter().for_each(|&(_, name)| n_turns[name] += 1);
        n_turns
    }

    fn none(&self, takes: fn(&Sign) -> bool) -> Choice {
        Choice { speaks: vec![false; self.n_names], n_turns: 0, takes }
    }

    fn has_speaker(&self, candidates: &Candidates) -> bool {
        self.places.iter().any(|&(_, name)| candidates.names[name].is_speaker)
    }

    /// Returns whether the turns are nearly all of the document.
    fn cover(&self, lines: &[Line]) -> bool {
        let first = self.places.first().map_or(lines.len(), |&(line, _)| line);
        let n_front = lines[..first].iter().filter(|line| !line.is_blank()).count();
        n_front <= MAX_FRONT && self.n_continuations <= self.places.len()
    }
}

/// Returns whether headings recur between the turns, as a dossier has them: words of a form, dates, or, among unknown names,
/// any at all.
fn has_headings(lines: &[Line], turns: &Turns, has_speaker: bool) -> bool {
    let first = turns.places.first().map_or(lines.len(), |&(line, _)| line);
    let recurs = |is_heading: &dyn Fn(&Line) -> bool| {
        lines[first..].iter().filter(|line| has_words(line) && is_heading(line)).count() > 1
    };
    recurs(&|line| line.text.len() <= 40 && is_no_speaker(&fold(line.text.trim())))
        || recurs(&form::is_dated)
        || (!has_speaker && recurs(&form::starts_section))
}

fn stamp_of<'c>(candidates: &'c Candidates, line: usize) -> Option<&'c Stamp> {
    match &candidates.lines[line].as_ref()?.0.sign {
        Sign::Alone(stamp) => stamp.as_deref(),
        _ => None,
    }
}

/// Returns whether there is more on a line than a time stamp.
fn has_words(line: &Line) -> bool {
    let text = line.text.trim();
    !text.is_empty() && Stamp::at(text, 0).is_none_or(|stamp| stamp.range.end < text.len())
}
