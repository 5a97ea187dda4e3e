//! Answers to questionnaires as lines: per case and role the mean of what was answered on a day.
//!
//! A mean is of all answers of that day by people in the role, over items; a question that was asked and not answered is
//! not in it. Nothing is filled in between days.

mod plain;
#[cfg(test)]
pub(crate) mod tests;

pub(crate) use plain::day_table;

use crate::periods::{Period, periods, takes_day};
use crate::{Basis, Options, problem};
use draad_core::facts::Facts;
use draad_core::filter::takes;
use draad_core::{CaseId, Label, Problem, RoleId, Score, Study, diagnostic::Outcome};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// Scores over time, per questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScoreLines {
    /// What it rests on.
    pub basis: Basis,
    /// Questionnaires with an answer that passed, by name.
    pub instruments: Vec<InstrumentLines>,
}

/// The answers to one questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct InstrumentLines {
    /// Its name.
    pub name: String,
    /// Its items, by name.
    pub items: Vec<String>,
    /// The lowest and the highest answer.
    pub range: (f64, f64),
    /// Answers with a date.
    pub n_answers: usize,
    /// Questions that were asked and not answered.
    pub n_unanswered: usize,
    /// Answers without a date, which no line shows.
    pub n_undated: usize,
    /// Cases with a line, in the order of the study.
    pub cases: Vec<CaseLines>,
}

/// The lines of one case.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseLines {
    /// The case.
    pub id: CaseId,
    /// Its periods, by their first day.
    pub periods: Vec<Period>,
    /// A line per role, in the order of the settings; people whose role nobody knows last.
    pub lines: Vec<RoleLine>,
}

/// The line of one role.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RoleLine {
    /// The role; nothing where the study does not say.
    pub role: Option<RoleId>,
    /// What people read; both parts may be empty.
    pub label: Label,
    /// The days on which was answered, in their order.
    pub days: Vec<DayMean>,
}

/// What was answered on a day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct DayMean {
    /// The day.
    pub date: Date,
    /// The mean of the answers.
    pub mean: f64,
    /// Answers.
    pub n_answers: usize,
    /// People who answered.
    pub n_people: usize,
}

impl CaseLines {
    /// Returns the first day: of the first period that has one, or else of the answers.
    pub fn first_day(&self) -> Option<Date> {
        let of_periods = self.periods.iter().filter_map(|period| period.start).min();
        of_periods.or_else(|| self.days().map(|day| day.date).min())
    }

    /// Returns all days of all lines.
    pub fn days(&self) -> impl Iterator<Item = &DayMean> {
        self.lines.iter().flat_map(|line| &line.days)
    }
}

impl ScoreLines {
    /// Computes the lines of the cases that pass. `facts` were collected with the filter of `options`.
    ///
    /// # Errors
    /// When the filter names something the study does not have, or no dated answer passes.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options) -> Outcome<Self> {
        options.check(study)?;
        let instruments = instruments(study, facts, options);
        if instruments.is_empty() {
            return Err(problem(Problem::NothingToShow { reason: "no-scores".to_owned() }));
        }
        Ok(Self { basis: Basis::new(study, facts, options, None), instruments })
    }
}

/// Returns the questionnaires with a dated answer that passes, by name.
pub(crate) fn instruments(study: &Study, facts: &Facts, options: &Options) -> Vec<InstrumentLines> {
    let names: BTreeSet<&str> = study.scores.iter().map(|score| score.instrument.as_str()).collect();
    let cases: Vec<(&CaseId, Vec<Period>)> = facts
        .cases
        .iter()
        .map(|&case| &study.cases[case as usize].id)
        .map(|case| (case, periods(study, case)))
        .collect();
    let passing = |name: &str| {
        let takes = |score: &&Score| {
            let role = study.participants.get(&score.participant).map(|person| &person.role);
            let of_case = cases.iter().find(|(case, _)| **case == score.case);
            let filter = &options.filter;
            score.instrument == name
                && (filter.roles.is_empty() || role.is_some_and(|role| takes(&filter.roles, role)))
                && of_case.is_some_and(|(_, periods)| takes_day(filter, periods, score.date))
        };
        study.scores.iter().filter(takes).collect::<Vec<&Score>>()
    };
    let lines = names.into_iter().map(|name| instrument(study, name, &passing(name), &cases));
    lines.filter(|instrument| instrument.n_answers > 0).collect()
}

/// An answer that was given, with its day.
fn dated(score: &Score) -> Option<(Date, f64)> {
    Some((score.date?, score.score.filter(|score| score.is_finite())?))
}

fn instrument(
    study: &Study,
    name: &str,
    scores: &[&Score],
    cases: &[(&CaseId, Vec<Period>)],
) -> InstrumentLines {
    let items: BTreeSet<&str> = scores.iter().map(|score| score.item.as_str()).collect();
    let answers = || scores.iter().filter_map(|score| dated(score)).map(|(_, answer)| answer);
    let lines = |(case, periods): &(&CaseId, Vec<Period>)| {
        let own: Vec<&Score> = scores.iter().filter(|score| score.case == **case).copied().collect();
        CaseLines { id: (*case).clone(), periods: periods.clone(), lines: lines(study, &own) }
    };
    InstrumentLines {
        name: name.to_owned(),
        items: items.into_iter().map(str::to_owned).collect(),
        range: (answers().fold(f64::INFINITY, f64::min), answers().fold(f64::NEG_INFINITY, f64::max)),
        n_answers: answers().count(),
        n_unanswered: scores.iter().filter(|score| score.score.is_none()).count(),
        n_undated: scores.iter().filter(|score| score.score.is_some() && score.date.is_none()).count(),
        cases: cases.iter().map(lines).filter(|case| !case.lines.is_empty()).collect(),
    }
}

/// Returns a line per role of the people who answered.
fn lines(study: &Study, scores: &[&Score]) -> Vec<RoleLine> {
    let roles = &study.settings.roles;
    let mut found: BTreeMap<usize, BTreeMap<Date, Vec<&Score>>> = BTreeMap::new();
    for &score in scores {
        if let Some((date, _)) = dated(score) {
            let role = study.participants.get(&score.participant).map(|person| &person.role);
            let place = role.and_then(|role| roles.iter().position(|known| known.id == *role));
            let of_role = found.entry(place.unwrap_or(roles.len())).or_default();
            of_role.entry(date).or_default().push(score);
        }
    }
    let line = |(place, days): (usize, BTreeMap<Date, Vec<&Score>>)| RoleLine {
        role: roles.get(place).map(|role| role.id.clone()),
        label: roles.get(place).map(|role| role.label.clone()).unwrap_or_default(),
        days: days.into_iter().map(|(date, scores)| day_mean(date, &scores)).collect(),
    };
    found.into_iter().map(line).collect()
}

fn day_mean(date: Date, scores: &[&Score]) -> DayMean {
    let sum: f64 = scores.iter().filter_map(|score| score.score).sum();
    let people: BTreeSet<_> = scores.iter().map(|score| &score.participant).collect();
    DayMean { date, mean: sum / scores.len() as f64, n_answers: scores.len(), n_people: people.len() }
}
