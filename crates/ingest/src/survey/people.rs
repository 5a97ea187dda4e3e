//! Finding the column by which people are told apart from what stands in it: codes, or participants of the study.

use super::propose::{by_content, set_example};
use super::{Survey, SurveyColumn, names};
use draad_core::{ColumnUse, id};
use std::collections::BTreeSet;

/// The longest code, in characters.
const MAX_CODE: usize = 16;

/// The participants of a study, by which their answers can be known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Known {
    ids: BTreeSet<String>,
    labels: BTreeSet<String>,
}

impl Known {
    /// Takes ids, and the labels and names by which participants are also called.
    pub fn new<'a>(
        ids: impl IntoIterator<Item = &'a str>,
        labels: impl IntoIterator<Item = &'a str>,
    ) -> Self {
        let folded = |name: &str| id::folded(name.trim());
        Self {
            ids: ids.into_iter().map(folded).collect(),
            labels: labels.into_iter().map(folded).filter(|label| !label.is_empty()).collect(),
        }
    }
}

impl Survey {
    /// Proposes as participant the column whose answers are participants of the study: one that is called so, or else,
    /// where none is, one that holds ids with letters. A number or a label can be an answer to anything.
    pub fn recognise(&mut self, known: &Known) {
        let is_id = |answer: &str| known.ids.contains(&id::folded(answer));
        let is_sure_id = |answer: &str| is_id(answer) && answer.chars().any(char::is_alphabetic);
        let is_person = |answer: &str| is_id(answer) || known.labels.contains(&id::folded(answer));
        let columns =
            || (0..self.columns.len()).filter(|&column| self.columns[column].proposed != ColumnUse::Case);
        let mut called = columns().filter(|&column| names_people(&self.columns[column]));
        let mut any = columns().filter(|_| !self.has_participant());
        let found = called.find(|&column| self.most(column, is_person));
        let found = found.or_else(|| any.find(|&column| self.most(column, is_sure_id)));
        if let Some(column) = found.or_else(|| asking_column(self)) {
            self.take_as_person(column);
        }
    }

    fn has_participant(&self) -> bool {
        self.columns.iter().any(|column| column.proposed == ColumnUse::Participant)
    }

    /// Returns whether more than half of the answers are so.
    fn most(&self, column: usize, is: impl Fn(&str) -> bool) -> bool {
        self.answers(column).filter(|answer| is(answer)).count() * 2 > self.columns[column].n_answered
    }

    /// Proposes a column for telling people apart; what differs within one person is no attribute.
    fn take_as_person(&mut self, column: usize) {
        let used = ColumnUse::Participant;
        for other in self.columns.iter_mut().filter(|other| other.proposed == used) {
            other.proposed = ColumnUse::LeaveOut;
        }
        self.columns[column].proposed = used;
        self.columns[column].is_personal = false;
        set_example(self, column);
        for other in 0..self.columns.len() {
            if self.columns[other].proposed == ColumnUse::Attribute {
                self.columns[other].proposed = by_content(self, other, Some(column));
                set_example(self, other);
            }
        }
    }
}

/// Returns the first column that asks for somebody's code and is answered with codes, unless one names the participant.
pub(super) fn asking_column(survey: &Survey) -> Option<usize> {
    let asks = |column: &usize| {
        let found = &survey.columns[*column];
        !found.is_personal && is_called(found, names::asks_code) && survey.most(*column, is_code)
    };
    (0..survey.columns.len()).filter(|_| !survey.has_participant()).find(asks)
}

/// Returns whether a column is by its name or question one that names people, and not a personal one.
fn names_people(column: &SurveyColumn) -> bool {
    let is = |name: &str| names::is_participant(name) || names::is_respondent(name) || names::asks_code(name);
    !column.is_personal && is_called(column, is)
}

fn is_called(column: &SurveyColumn, is: impl Fn(&str) -> bool) -> bool {
    is(&column.name) || is(&column.question)
}

/// Returns whether an answer looks like a code: short, in one piece, with a digit.
fn is_code(answer: &str) -> bool {
    answer.chars().count() <= MAX_CODE
        && !answer.contains(char::is_whitespace)
        && answer.chars().any(|c| c.is_ascii_digit())
}
