//! Telling the headings of a form from speakers.
//!
//! A dossier may head its paragraphs with `Kracht:` and `Zorg:` under each date: such labels recur as speakers do. But a
//! form has them in the same order in each section, or over and over in the same round, and people do not speak that way.

use super::candidates::Candidates;
use super::dated::is_dated_line;
use super::labels::Choice;
use crate::DateOrder;
use crate::line::{Line, LineRole};

/// From how many sections or rounds on an order is no accident.
const MIN_ROUNDS: usize = 3;

/// How many headings a form has at most.
const MAX_HEADINGS: usize = 40;

/// Returns whether the labels of `choice` are headings of a form. Where a label is one that only speakers have, they never
/// are.
pub(super) fn is_form(lines: &[Line], candidates: &Candidates, choice: &Choice) -> bool {
    let n_names = choice.speaks.iter().filter(|&&speaks| speaks).count();
    let names = || candidates.names.iter().zip(&choice.speaks).filter(|&(_, &speaks)| speaks);
    // One letter is a speaker among two; four may be S, O, E and P.
    let is_person = |folded: &str| n_names <= 2 && folded.chars().count() == 1;
    if n_names == 0
        || n_names > MAX_HEADINGS
        || names().any(|((folded, name), _)| name.is_speaker || is_person(folded))
    {
        return false;
    }
    let sections = sections(lines, candidates, choice);
    is_same_in_each(&sections) || is_round(&sections.concat(), n_names)
}

/// Returns the labels of each section: from one heading, date or rule to the next.
fn sections(lines: &[Line], candidates: &Candidates, choice: &Choice) -> Vec<Vec<usize>> {
    let mut sections = vec![Vec::new()];
    for (line, found) in lines.iter().zip(&candidates.lines) {
        let label =
            found.as_ref().filter(|(label, name)| choice.speaks[*name] && (choice.takes)(&label.sign));
        match (label, sections.last_mut()) {
            (Some((_, name)), Some(section)) => section.push(*name),
            _ if starts_section(line) => sections.push(Vec::new()),
            _ => {}
        }
    }
    sections.retain(|section| !section.is_empty());
    sections
}

/// Returns whether a line may start a new part of a document: a heading, a rule or a short line with a date.
pub(super) fn starts_section(line: &Line) -> bool {
    matches!(line.role, LineRole::Heading(_) | LineRole::Rule) || is_dated(line)
}

/// Returns whether a line is short and starts with a date.
pub(super) fn is_dated(line: &Line) -> bool {
    line.role == LineRole::Body && is_dated_line(&line.text, DateOrder::DayMonthYear)
}

/// Returns whether nearly all sections have the same labels in the same order, each once.
fn is_same_in_each(sections: &[Vec<usize>]) -> bool {
    let Some(first) = sections.first() else { return false };
    let is_once = (1..first.len()).all(|idx| !first[..idx].contains(&first[idx]));
    let n_same = sections.iter().filter(|section| *section == first).count();
    is_once && n_same >= MIN_ROUNDS && n_same * 5 >= sections.len() * 4
}

/// Returns whether at least three labels follow each other in the same round, nearly always.
fn is_round(labels: &[usize], n_names: usize) -> bool {
    if n_names < 3 || labels.len() < n_names * MIN_ROUNDS {
        return false;
    }
    let round = &labels[..n_names];
    let is_whole = (1..n_names).all(|idx| !round[..idx].contains(&round[idx]));
    let next =
        |name: usize| round.iter().position(|&other| other == name).map(|idx| round[(idx + 1) % n_names]);
    let n_following = labels.windows(2).filter(|pair| next(pair[0]) == Some(pair[1])).count();
    is_whole && n_following * 10 >= (labels.len() - 1) * 9
}
