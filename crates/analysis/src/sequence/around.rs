//! What there was before and after an event.
//!
//! The event is the first of its kind that was held in a case and has a date. A coding or stretch of material has the day of
//! its unit, or else of its source: the day on which it was said or written. What was said on the day of the event itself is
//! neither before nor after it.

use crate::grid::{Columns, Grid, Presence};
use crate::hits::distinct;
use crate::{Options, problem};
use draad_core::facts::{Fact, Facts, Material, Setting};
use draad_core::{Attribute, CaseId, Event, EventStatus, Problem, Study, diagnostic::Outcome};
use jiff::civil::Date;
use serde::Serialize;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// When something was said, seen from an event. The order of the variants is that of the columns of a grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Moment {
    /// On a day before it.
    Before,
    /// On its day.
    SameDay,
    /// On a day after it.
    After,
    /// Nobody wrote down when.
    Undated,
}

impl Moment {
    /// The moments, in the order of the variants.
    pub const ALL: [Moment; 4] = [Moment::Before, Moment::SameDay, Moment::After, Moment::Undated];
}

/// The event in a case, or why there is none to look around.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum EventDay {
    /// The day of the first that was held.
    Held(Date),
    /// It was held, and nobody wrote down when.
    Undated,
    /// It was planned or missed, and not held.
    NotHeld,
    /// The case has no such event.
    NoEvent,
}

impl EventDay {
    /// Returns the day, if there is one.
    pub fn day(self) -> Option<Date> {
        match self {
            EventDay::Held(day) => Some(day),
            _ => None,
        }
    }
}

/// How a factor changes over an event in a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, strum::IntoStaticStr)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum Change {
    /// It was coded before and after.
    Both,
    /// It was coded before only.
    OnlyBefore,
    /// It was coded after only.
    OnlyAfter,
    /// It was coded neither before nor after.
    Neither,
}

/// What there was before and after an event.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AroundEvent {
    /// The kind of event, as the study writes it.
    pub kind: String,
    /// The event in each case, in the order of the grid's cases.
    pub days: Vec<EventDay>,
    /// Factors by cases by [`Moment::ALL`]; nothing of cases without a day is in it.
    pub grid: Grid,
    /// Codings without a date in cases with a day, each once.
    pub n_undated_codings: u32,
}

/// Columns by moment.
struct ByMoment<'s> {
    study: &'s Study,
    /// Per case of the study.
    days: Vec<EventDay>,
}

impl ByMoment<'_> {
    fn of(&self, case: u32, source: u32, setting: Setting) -> Option<u32> {
        let event = self.days[case as usize].day()?;
        let source = &self.study.sources[source as usize];
        let unit = setting.unit.and_then(|unit| source.units.get(unit as usize));
        let day = unit.and_then(|unit| unit.time).map(|time| time.date()).or(source.date);
        let moment = match day.map(|day| day.cmp(&event)) {
            Some(Ordering::Less) => Moment::Before,
            Some(Ordering::Equal) => Moment::SameDay,
            Some(Ordering::Greater) => Moment::After,
            None => Moment::Undated,
        };
        Some(moment as u32)
    }
}

impl Columns for ByMoment<'_> {
    fn of_fact(&self, fact: &Fact) -> Option<u32> {
        self.of(fact.case, fact.source, fact.setting)
    }

    fn of_material(&self, material: &Material) -> Option<u32> {
        self.of(material.case, material.source, material.setting)
    }
}

impl AroundEvent {
    /// Counts what there was before and after the first event of a kind, and returns beside it the outcome that orders the
    /// cases.
    ///
    /// # Errors
    /// `UnknownEvent` when no case of the study has an event of the kind, capitals aside; and as [`Grid::new`].
    pub(super) fn new<'s>(
        study: &'s Study,
        facts: &Facts,
        options: &Options,
        kind: &str,
    ) -> Outcome<(Self, Option<&'s Attribute>)> {
        let kind = kind_called(study, kind)?;
        let by_moment = ByMoment { study, days: days(study, kind) };
        let (grid, outcome) = Grid::new(study, facts, options, Moment::ALL.len(), &by_moment)?;
        let days = grid.cases.iter().map(|case| by_moment.days[case.place as usize]).collect();
        let is_undated = |fact: &&Fact| by_moment.of_fact(fact) == Some(Moment::Undated as u32);
        let undated = distinct(facts.codings.iter().filter(is_undated).map(|fact| fact.coding));
        let around = Self { kind: kind.to_owned(), days, grid, n_undated_codings: undated.len() as u32 };
        Ok((around, outcome))
    }

    /// Returns how a factor changes in a case; nothing where there is no material on both sides of the event.
    pub fn change(&self, factor: usize, case: usize) -> Option<Change> {
        let presence = |moment: Moment| self.grid.presence(factor, case, moment as usize);
        match (presence(Moment::Before), presence(Moment::After)) {
            (Presence::NoMaterial, _) | (_, Presence::NoMaterial) => None,
            (Presence::Coded, Presence::Coded) => Some(Change::Both),
            (Presence::Coded, _) => Some(Change::OnlyBefore),
            (_, Presence::Coded) => Some(Change::OnlyAfter),
            _ => Some(Change::Neither),
        }
    }

    /// Returns in which cases a factor changes in this way, as positions in the grid's cases.
    pub fn cases_with(&self, factor: usize, change: Change) -> impl Iterator<Item = usize> {
        (0..self.grid.cases.len()).filter(move |&case| self.change(factor, case) == Some(change))
    }

    /// Returns the number of cases with material on both sides of the event.
    pub fn n_compared(&self) -> usize {
        let has = |case: usize, moment: Moment| self.grid.amount(case, moment as usize).n_sources > 0;
        let compared = |&case: &usize| has(case, Moment::Before) && has(case, Moment::After);
        (0..self.grid.cases.len()).filter(compared).count()
    }
}

/// Returns the kind of event that a word means, as the study writes it.
fn kind_called<'s>(study: &'s Study, word: &str) -> Outcome<&'s str> {
    let kinds: BTreeSet<&str> = study.events.iter().map(|event| event.kind.as_str()).collect();
    let named =
        kinds.get(word).or_else(|| kinds.iter().find(|kind| kind.to_lowercase() == word.to_lowercase()));
    named.copied().ok_or_else(|| {
        let known = draad_core::filter::list(kinds.iter());
        problem(Problem::UnknownEvent { event: word.to_owned(), known })
    })
}

/// Returns the event per case of the study.
fn days(study: &Study, kind: &str) -> Vec<EventDay> {
    let day = |case: &CaseId| {
        let events = || study.events.iter().filter(|event| event.case == *case && event.kind == kind);
        let held = || events().filter(|event: &&Event| event.status == EventStatus::Held);
        match held().filter_map(|event| event.date).min() {
            Some(day) => EventDay::Held(day),
            None if held().next().is_some() => EventDay::Undated,
            None if events().next().is_some() => EventDay::NotHeld,
            None => EventDay::NoEvent,
        }
    };
    study.cases.keys().map(day).collect()
}
