//! Answers to questionnaires per case, phase and role: their mean, and how they moved.

use super::{JointOptions, Slot};
use crate::problem;
use draad_core::facts::Facts;
use draad_core::filter::{list, takes};
use draad_core::{CasePhase, Filter, ParticipantId, Problem, Score, Study, diagnostic::Outcome};
use draad_measures::{Measured, Undefined};
use jiff::civil::Date;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Instrument {
    /// Its name.
    pub name: String,
    /// Its items, by name.
    pub items: Vec<String>,
    /// Answers.
    pub n_answers: usize,
    /// Questions that were asked and not answered.
    pub n_unanswered: usize,
    /// Answers without a date.
    pub n_undated: usize,
    /// Answers with a date that lies in no period of their case.
    pub n_in_no_period: usize,
}

/// The answers to one questionnaire in one row.
#[derive(Clone, Debug, PartialEq)]
pub struct ScoreSummary {
    /// Answers.
    pub n_answers: usize,
    /// Questions that were asked and not answered.
    pub n_unanswered: usize,
    /// People who answered.
    pub n_participants: usize,
    /// Different days on which was answered.
    pub n_days: usize,
    /// First and last of those days.
    pub days: Option<(Date, Date)>,
    /// Mean over the answers.
    pub mean: Measured,
    /// Mean over people and items of how their answers changed.
    pub change: Measured,
    /// People and items that the change rests on.
    pub n_changes: usize,
    /// The same per item.
    pub items: Vec<ItemScores>,
}

/// The answers to one item.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemScores {
    /// The item.
    pub item: String,
    /// Answers.
    pub n_answers: usize,
    /// Mean over the answers.
    pub mean: Measured,
    /// Mean over people of how their answers changed.
    pub change: Measured,
    /// People that the change rests on.
    pub n_changes: usize,
}

impl ScoreSummary {
    /// Returns whether nothing was asked.
    pub(crate) fn is_empty(&self) -> bool {
        self.n_answers + self.n_unanswered == 0
    }
}

/// One answer that is shown, or one that was not given.
struct Answer<'s> {
    slot: Slot,
    participant: &'s ParticipantId,
    item: &'s str,
    date: Option<Date>,
    score: Option<f64>,
}

/// All answers that are shown.
pub(crate) struct Answers<'s> {
    pub(crate) instruments: Vec<Instrument>,
    /// Whether the filter leaves the phases as they are.
    pub(crate) takes_all_phases: bool,
    /// Per questionnaire, and per case and role, as the file has them.
    of: Vec<BTreeMap<(u32, u32), Vec<Answer<'s>>>>,
}

impl<'s> Answers<'s> {
    /// Takes the scores that pass.
    ///
    /// # Errors
    /// The questionnaire or item is none of the study's, or no score passes.
    pub(crate) fn new(
        study: &'s Study,
        facts: &Facts,
        filter: &Filter,
        own: &JointOptions,
        by_role: bool,
    ) -> Outcome<Self> {
        let none = || problem(Problem::NothingToShow { reason: "no-scores".to_owned() });
        if study.scores.is_empty() {
            return Err(none());
        }
        check_known(study, own)?;
        let mut names: BTreeMap<&str, usize> = BTreeMap::new();
        let placed = Placed { study, facts, filter, by_role };
        let chosen = |score: &&Score| {
            own.instrument.as_ref().is_none_or(|name| *name == score.instrument)
                && own.item.as_ref().is_none_or(|item| *item == score.item)
        };
        let answers: Vec<(&Score, Answer)> = study
            .scores
            .iter()
            .filter(chosen)
            .filter_map(|score| Some((score, placed.answer(score)?)))
            .collect();
        if answers.is_empty() {
            return Err(none());
        }
        for (score, _) in &answers {
            names.insert(&score.instrument, 0);
        }
        for (position, place) in names.values_mut().enumerate() {
            *place = position;
        }
        let mut found = Self {
            instruments: names
                .keys()
                .map(|&name| Instrument { name: name.to_owned(), ..Default::default() })
                .collect(),
            takes_all_phases: filter.phases.is_empty(),
            of: names.iter().map(|_| BTreeMap::new()).collect(),
        };
        let n_phases = study.settings.phases.len() as u32;
        for (score, answer) in answers {
            let instrument = names[score.instrument.as_str()];
            found.instruments[instrument].add(&answer, answer.slot.2 == Some(n_phases));
            let (case, role, _) = answer.slot;
            found.of[instrument].entry((case, role)).or_default().push(answer);
        }
        Ok(found)
    }

    pub(crate) fn slots(&self) -> impl Iterator<Item = Slot> {
        self.of.iter().flatten().flat_map(|(_, answers)| answers.iter().map(|answer| answer.slot))
    }

    /// Sums up the answers of a row, per questionnaire.
    pub(crate) fn summaries(&self, (case, role, phase): Slot) -> Vec<ScoreSummary> {
        let of_instrument = |(answers, instrument): (&BTreeMap<_, Vec<Answer>>, &Instrument)| {
            let of_case = answers.get(&(case, role)).map_or(&[][..], |answers| &answers[..]);
            summary(of_case, phase, &instrument.items)
        };
        self.of.iter().zip(&self.instruments).map(of_instrument).collect()
    }
}

impl Instrument {
    fn add(&mut self, answer: &Answer, in_no_period: bool) {
        if let Err(place) = self.items.binary_search_by(|item| item.as_str().cmp(answer.item)) {
            self.items.insert(place, answer.item.to_owned());
        }
        match (answer.score, answer.date) {
            (None, _) => self.n_unanswered += 1,
            (Some(_), date) => {
                self.n_answers += 1;
                self.n_undated += usize::from(date.is_none());
                self.n_in_no_period += usize::from(date.is_some() && in_no_period);
            }
        }
    }
}

fn check_known(study: &Study, own: &JointOptions) -> Outcome<()> {
    let instruments: BTreeSet<&str> = study.scores.iter().map(|score| score.instrument.as_str()).collect();
    let of_instrument = |score: &&Score| own.instrument.as_ref().is_none_or(|name| *name == score.instrument);
    let items: BTreeSet<&str> =
        study.scores.iter().filter(of_instrument).map(|score| score.item.as_str()).collect();
    let asked = [("instrument", &own.instrument, instruments), ("item", &own.item, items)];
    for (option, value, known) in asked {
        if let Some(value) = value.as_ref().filter(|value| !known.contains(value.as_str())) {
            let (option, known) = (option.to_owned(), list(known));
            return Err(problem(Problem::TableValueUnknown { option, value: value.clone(), known }));
        }
    }
    Ok(())
}

/// Where scores belong.
struct Placed<'a, 's> {
    study: &'s Study,
    facts: &'a Facts,
    filter: &'a Filter,
    by_role: bool,
}

impl<'s> Placed<'_, 's> {
    /// Returns where a score belongs, if it passes the filter on cases, roles and phases.
    fn answer(&self, score: &'s Score) -> Option<Answer<'s>> {
        let settings = &self.study.settings;
        let case = self.study.cases.get_index_of(&score.case)? as u32;
        self.facts.cases.binary_search(&case).ok()?;
        let role = self.study.participants.get(&score.participant).map(|participant| &participant.role);
        let phase = self.phase(score).map(|period| &period.phase);
        let passes = |given: bool, takes: Option<bool>| !given || takes.unwrap_or(false);
        let filter = self.filter;
        if !passes(!filter.roles.is_empty(), role.map(|role| takes(&filter.roles, role)))
            || !passes(!filter.phases.is_empty(), phase.map(|phase| takes(&filter.phases, phase)))
        {
            return None;
        }
        let role_idx = role.and_then(|role| settings.roles.iter().position(|known| known.id == *role));
        let phase_idx = phase.and_then(|phase| settings.phases.iter().position(|known| known.id == *phase));
        let role = if self.by_role { role_idx.unwrap_or(settings.roles.len()) as u32 } else { 0 };
        let phase = phase_idx.unwrap_or(settings.phases.len()) as u32;
        Some(Answer {
            slot: (case, role, Some(phase)),
            participant: &score.participant,
            item: &score.item,
            date: score.date,
            score: score.score.filter(|score| score.is_finite()),
        })
    }

    fn phase(&self, score: &Score) -> Option<&'s CasePhase> {
        let day = score.date?;
        let covers = |period: &&CasePhase| {
            period.case == score.case
                && period.start.is_none_or(|start| start <= day)
                && period.end.is_none_or(|end| day <= end)
        };
        self.study.case_phases.iter().find(covers)
    }
}

/// Sums up what was answered in a phase, or in all; `answers` are those of the case in all phases.
fn summary(answers: &[Answer], phase: Option<u32>, items: &[String]) -> ScoreSummary {
    let shown = |answer: &&Answer| phase.is_none() || answer.slot.2 == phase;
    let given = || answers.iter().filter(shown).filter(|answer| answer.score.is_some());
    let days: BTreeSet<Date> = given().filter_map(|answer| answer.date).collect();
    let changes = changes(answers, phase);
    let item = |name: &String| {
        let of_item: Vec<f64> =
            given().filter(|answer| answer.item == name).filter_map(|answer| answer.score).collect();
        let changed: Vec<f64> =
            changes.iter().filter(|((_, item), _)| item == name).map(|(_, change)| *change).collect();
        ItemScores {
            item: name.clone(),
            n_answers: of_item.len(),
            mean: mean(&of_item).ok_or(Undefined::NoAnswers),
            change: changed_by(&changed, !of_item.is_empty()),
            n_changes: changed.len(),
        }
    };
    let scores: Vec<f64> = given().filter_map(|answer| answer.score).collect();
    let changed: Vec<f64> = changes.iter().map(|(_, change)| *change).collect();
    ScoreSummary {
        n_answers: scores.len(),
        n_unanswered: answers.iter().filter(shown).filter(|answer| answer.score.is_none()).count(),
        n_participants: given().map(|answer| answer.participant).collect::<BTreeSet<_>>().len(),
        n_days: days.len(),
        days: days.first().copied().zip(days.last().copied()),
        mean: mean(&scores).ok_or(Undefined::NoAnswers),
        change: changed_by(&changed, !scores.is_empty()),
        n_changes: changed.len(),
        items: items.iter().map(item).collect(),
    }
}

fn mean(numbers: &[f64]) -> Option<f64> {
    (!numbers.is_empty()).then(|| numbers.iter().sum::<f64>() / numbers.len() as f64)
}

fn changed_by(changes: &[f64], was_answered: bool) -> Measured {
    let reason = if was_answered { Undefined::AnsweredOnce } else { Undefined::NoAnswers };
    mean(changes).ok_or(reason)
}

/// Returns per person and item how the answers changed in a phase, or from first to last.
fn changes<'a>(answers: &'a [Answer], phase: Option<u32>) -> Vec<((&'a ParticipantId, &'a str), f64)> {
    /// The answers of one day: their sum, their number, and whether the day is of the phase.
    type OfDay = (f64, usize, bool);
    let mut series: BTreeMap<(&ParticipantId, &str), BTreeMap<Date, OfDay>> = BTreeMap::new();
    for answer in answers {
        if let (Some(date), Some(score)) = (answer.date, answer.score) {
            let days = series.entry((answer.participant, answer.item)).or_default();
            let (sum, n, is_of_phase) = days.entry(date).or_default();
            *sum += score;
            *n += 1;
            *is_of_phase |= phase.is_none() || answer.slot.2 == phase;
        }
    }
    let change = |days: &BTreeMap<Date, OfDay>| {
        let of_phase = || days.iter().filter(|(_, (_, _, is_of_phase))| *is_of_phase);
        let (first, last) = (of_phase().next()?, of_phase().next_back()?);
        let before = days.range(..first.0).next_back();
        let start = before.unwrap_or(first);
        let value = |&(sum, n, _): &OfDay| sum / n as f64;
        (start.0 != last.0).then(|| value(last.1) - value(start.1))
    };
    series.iter().filter_map(|(&key, days)| Some((key, change(days)?))).collect()
}
