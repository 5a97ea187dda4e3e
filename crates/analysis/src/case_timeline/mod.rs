//! The story of one case over time: contacts, material, what was coded, and what was answered.
//!
//! - **Lanes** are roles, in the order of the settings: those that take part in a contact or of which a passage is coded.
//! - **Contacts** are the rows of `events.csv`. A **gap** of a lane is the time between two held contacts of that role that
//!   follow each other, where it is longer than [`GAP_DAYS`]; messages and calls that are material are no rows there, so
//!   they end no gap.
//! - **Passages** count under their own code only, on the day of the unit in which they start, else of the source. Where
//!   that is an interview, it is the day on which something was told, not on which it happened.
//! - **Material** is shown on each day of its units; a source of which no unit has a day, on its own date.

mod passages;
mod plain;
#[cfg(test)]
mod tests;

pub use passages::DayPassages;

use crate::hits::distinct;
use crate::periods::{Period, periods, takes_day};
use crate::portrait::narrowed;
use crate::score_lines::{InstrumentLines, instruments};
use crate::{Basis, Options, problem};
use draad_core::facts::Facts;
use draad_core::filter::takes;
use draad_core::{
    CaseId, Event, EventStatus, KindId, Label, Problem, RoleId, SourceId, Study, diagnostic::Outcome,
};
use jiff::civil::Date;
use serde::Serialize;

/// Contacts that are this many days apart, or fewer, have no gap between them: half a year.
pub const GAP_DAYS: i32 = 183;

/// One case over time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CaseTimeline {
    /// What it rests on.
    pub basis: Basis,
    /// The case.
    pub case: CaseId,
    /// The first and the last day of anything that is shown, periods with a first or last day among it.
    pub days: (Date, Date),
    /// Its periods, by their first day.
    pub periods: Vec<Period>,
    /// Roles, in the order of the settings; what nobody in a known role said stands in the last one.
    pub lanes: Vec<Lane>,
    /// Contacts with a date, by date, then as they stand in the file.
    pub contacts: Vec<Contact>,
    /// Material, by kind in the order of the settings.
    pub material: Vec<KindDays>,
    /// Answers to questionnaires; each has the lines of this case only.
    pub scores: Vec<InstrumentLines>,
    /// Contacts without a date.
    pub n_undated_contacts: usize,
    /// Sources without any date.
    pub n_undated_sources: usize,
    /// Passages without a date.
    pub n_undated_passages: usize,
}

/// What a role does and says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Lane {
    /// The role; nothing where the study does not say.
    pub role: Option<RoleId>,
    /// What people read; both parts may be empty.
    pub label: Label,
    /// Contacts of this role with a date.
    pub n_contacts: usize,
    /// Contacts of this role that were held.
    pub n_held: usize,
    /// Contacts of this role that were missed.
    pub n_missed: usize,
    /// When there was no held contact for long.
    pub gaps: Vec<Gap>,
    /// What was coded of this role, day by day.
    pub passages: Vec<DayPassages>,
}

/// A time without a held contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Gap {
    /// The contact before it.
    pub from: Date,
    /// The contact after it.
    pub to: Date,
    /// Days between them.
    pub n_days: i32,
}

/// A contact that was held, planned or missed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Contact {
    /// The day.
    pub date: Date,
    /// What kind of contact, in the study's own words.
    pub kind: String,
    /// Whether it took place.
    #[serde(skip)]
    pub status: EventStatus,
    /// Positions in [`CaseTimeline::lanes`] of those who took part or should have, sorted.
    pub lanes: Vec<usize>,
    /// Remark.
    pub note: String,
}

/// The material of one kind.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KindDays {
    /// The kind.
    pub kind: KindId,
    /// What people read; both parts may be empty.
    pub label: Label,
    /// Its sources with a date, by first day, then id.
    pub sources: Vec<SourceDays>,
}

/// The days of a source.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct SourceDays {
    /// The days, sorted, each once; never empty.
    pub days: Vec<Date>,
    /// The source.
    pub id: SourceId,
}

impl CaseTimeline {
    /// Puts everything of a case on one line of time. `facts` were collected with the filter of `options`.
    ///
    /// # Errors
    /// When the study does not have the case or a name in the filter, or nothing of the case has a date.
    pub fn from_facts(study: &Study, facts: &Facts, options: &Options, case: &CaseId) -> Outcome<Self> {
        options.check(study)?;
        let Some(place) = study.cases.get_index_of(case) else {
            return Err(problem(Problem::UnknownCase { case: case.to_string() }));
        };
        let mut facts = narrowed(facts, |case, _| case as usize == place);
        facts.cases = vec![place as u32];
        let periods = periods(study, case);
        let passed = |event: &&Event| event.case == *case && takes_day(&options.filter, &periods, event.date);
        let events: Vec<&Event> = study.events.iter().filter(passed).collect();
        let coded = passages::by_role(study, &facts);
        let lanes = lanes(study, options, &events, &coded.days);
        let contacts = contacts(study, &events, &lanes);
        let (material, n_undated_sources) = material(study, &facts);
        let mut timeline = Self {
            basis: Basis::new(study, &facts, options, None),
            case: case.clone(),
            days: (Date::MIN, Date::MAX),
            periods,
            lanes,
            contacts,
            material,
            scores: instruments(study, &facts, options),
            n_undated_contacts: events.iter().filter(|event| event.date.is_none()).count(),
            n_undated_sources,
            n_undated_passages: coded.n_undated,
        };
        let days = timeline
            .reach()
            .ok_or_else(|| problem(Problem::NothingToShow { reason: "no-dates".to_owned() }))?;
        timeline.days = days;
        timeline.add_gaps();
        Ok(timeline)
    }

    /// Returns the first and the last day of everything that is shown; nothing where only periods have days.
    fn reach(&self) -> Option<(Date, Date)> {
        let contacts = self.contacts.iter().map(|contact| contact.date);
        let material = self.material.iter().flat_map(|kind| &kind.sources);
        let material = material.flat_map(|source| &source.days).copied();
        let passages = self.lanes.iter().flat_map(|lane| &lane.passages).map(|day| day.date);
        let scores = self.scores.iter().flat_map(|one| &one.cases);
        let scores = scores.flat_map(|case| case.days()).map(|day| day.date);
        let days: Vec<Date> = distinct(contacts.chain(material).chain(passages).chain(scores));
        let (first, last) = (*days.first()?, *days.last()?);
        let bounds = || self.periods.iter().flat_map(|period| [period.start, period.end]).flatten();
        Some((bounds().fold(first, Date::min), bounds().fold(last, Date::max)))
    }

    fn add_gaps(&mut self) {
        for (position, lane) in self.lanes.iter_mut().enumerate() {
            let own = || self.contacts.iter().filter(|contact| contact.lanes.contains(&position));
            let held: Vec<Date> = own()
                .filter(|contact| contact.status == EventStatus::Held)
                .map(|contact| contact.date)
                .collect();
            lane.n_contacts = own().count();
            lane.n_held = held.len();
            lane.n_missed = own().filter(|contact| contact.status == EventStatus::Missed).count();
            let gap =
                |pair: &[Date]| Gap { from: pair[0], to: pair[1], n_days: days_between(pair[0], pair[1]) };
            lane.gaps = held.windows(2).map(gap).filter(|gap| gap.n_days > GAP_DAYS).collect();
        }
    }
}

/// Returns the days from one day to a later one.
pub fn days_between(from: Date, to: Date) -> i32 {
    from.until(to).map(|span| span.get_days()).unwrap_or_default()
}

/// Returns the roles that take part in a contact or of which something is coded, as far as they are asked.
fn lanes(study: &Study, options: &Options, events: &[&Event], coded: &passages::ByRole) -> Vec<Lane> {
    let takes_part = |role: &RoleId| {
        let actors = events.iter().flat_map(|event| &event.actors);
        actors.filter_map(|actor| study.participants.get(actor)).any(|person| person.role == *role)
    };
    let lane = |role: Option<&draad_core::settings::Role>, passages: Option<&Vec<DayPassages>>| Lane {
        role: role.map(|role| role.id.clone()),
        label: role.map(|role| role.label.clone()).unwrap_or_default(),
        n_contacts: 0,
        n_held: 0,
        n_missed: 0,
        gaps: Vec::new(),
        passages: passages.cloned().unwrap_or_default(),
    };
    let roles = study.settings.roles.iter().enumerate();
    let asked = roles.filter(|(_, role)| takes(&options.filter.roles, &role.id));
    let shown = asked.filter(|(place, role)| coded.contains_key(place) || takes_part(&role.id));
    let mut lanes: Vec<Lane> = shown.map(|(place, role)| lane(Some(role), coded.get(&place))).collect();
    lanes.extend(coded.get(&study.settings.roles.len()).map(|passages| lane(None, Some(passages))));
    lanes
}

/// Returns the contacts with a date in which a lane takes part.
fn contacts(study: &Study, events: &[&Event], lanes: &[Lane]) -> Vec<Contact> {
    let lane_of = |actor: &draad_core::ParticipantId| {
        let role = &study.participants.get(actor)?.role;
        lanes.iter().position(|lane| lane.role.as_ref() == Some(role))
    };
    let contact = |event: &&Event| {
        let lanes = distinct(event.actors.iter().filter_map(lane_of));
        (!lanes.is_empty()).then_some(())?;
        let (kind, note) = (event.kind.clone(), event.note.clone());
        Some(Contact { date: event.date?, kind, status: event.status, lanes, note })
    };
    let mut contacts: Vec<Contact> = events.iter().filter_map(contact).collect();
    contacts.sort_by_key(|contact| contact.date);
    contacts
}

/// Returns the sources that passed, by kind, and how many have no date at all.
fn material(study: &Study, facts: &Facts) -> (Vec<KindDays>, usize) {
    let sources = distinct(facts.material.iter().map(|material| material.source));
    let mut n_undated = 0;
    let mut placed: Vec<(usize, SourceDays)> = Vec::new();
    for position in sources {
        let source = &study.sources[position as usize];
        let units = facts.material.iter().filter(|material| material.source == position);
        let units = units.filter_map(|material| source.units.get(material.setting.unit? as usize));
        let mut days = distinct(units.filter_map(|unit| unit.time).map(|time| time.date()));
        if days.is_empty() {
            days.extend(source.date);
        }
        let kinds = &study.settings.kinds;
        let kind = kinds.iter().position(|kind| kind.id == source.kind).unwrap_or(kinds.len());
        match days.is_empty() {
            true => n_undated += 1,
            false => placed.push((kind, SourceDays { days, id: source.id.clone() })),
        }
    }
    placed.sort();
    let of_kind = |sources: &[(usize, SourceDays)]| {
        let id = &study.sources[&sources[0].1.id].kind;
        let label = study.settings.kinds.get(sources[0].0).map(|kind| kind.label.clone());
        KindDays {
            kind: id.clone(),
            label: label.unwrap_or_default(),
            sources: sources.iter().map(|(_, source)| source.clone()).collect(),
        }
    };
    (placed.chunk_by(|a, b| a.0 == b.0).map(of_kind).collect(), n_undated)
}
