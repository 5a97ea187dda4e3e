//! How guidance is meant to go, and how it went in a case.
//!
//! - **Phases** stand in the order of the settings: those that the route names. **Actors** stand in the order of the route;
//!   roles that only conversations name follow in the order of the settings.
//! - A **contact** of the case belongs to a conversation of the phase in which its day lies, whose `events` name its kind. Of
//!   several such conversations it is the one with the most of the roles that took part, of equals the first. What
//!   belongs to none is counted apart: a route that does not plan it says nothing about it.

mod plain;
#[cfg(test)]
mod tests;

use crate::periods::{Period, periods};
use crate::{Basis, Options, problem};
use draad_core::facts::Facts;
use draad_core::route::Conversation;
use draad_core::{
    CaseId, ConversationId, Event, EventStatus, Label, PhaseId, Problem, RoleId, Study, diagnostic::Outcome,
};
use jiff::civil::Date;
use serde::Serialize;

/// The route, with the contacts of a case where one is asked.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RouteCourse {
    /// What it rests on.
    pub basis: Basis,
    /// The case of which the contacts are shown.
    pub case: Option<CaseId>,
    /// Who takes part, in their order.
    pub actors: Vec<RouteRole>,
    /// The phases, in their order.
    pub phases: Vec<RouteStep>,
    /// Contacts of the case that belong to no conversation.
    pub n_unplanned: usize,
    /// Contacts of the case without a date, or outside its periods.
    pub n_outside: usize,
}

/// A role with its place in the route.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RouteRole {
    /// The role.
    pub role: RoleId,
    /// What people read; both parts may be empty.
    pub label: Label,
}

/// A phase of the route.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RouteStep {
    /// The phase.
    pub phase: PhaseId,
    /// What people read; both parts may be empty.
    pub label: Label,
    /// What it should lead to.
    pub goals: Vec<Label>,
    /// When the case went through it.
    pub periods: Vec<Period>,
    /// The conversations that should take place, in the order of the route.
    pub conversations: Vec<CourseOfConversation>,
}

/// A conversation that should take place, and what came of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CourseOfConversation {
    /// The conversation.
    pub name: ConversationId,
    /// What people read; both parts may be empty.
    pub label: Label,
    /// Positions in [`RouteCourse::actors`], sorted.
    pub actors: Vec<usize>,
    /// How often, where that is more than once.
    pub times_per_year: Option<u32>,
    /// Whether kinds of contact are named that are such a conversation.
    pub is_recorded: bool,
    /// The contacts of the case, by date.
    pub contacts: Vec<CourseContact>,
}

/// A contact that belongs to a conversation.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CourseContact {
    /// The day.
    pub date: Date,
    /// Whether it took place.
    #[serde(skip)]
    pub status: EventStatus,
}

impl CourseOfConversation {
    /// Returns how many of its contacts are so.
    pub fn count(&self, status: EventStatus) -> usize {
        self.contacts.iter().filter(|contact| contact.status == status).count()
    }
}

impl RouteCourse {
    /// Lays out the route of a study, with the contacts of a case where one is given.
    ///
    /// # Errors
    /// When the study has no route or not the case, or the filter names something that it does not have.
    pub fn from_facts(
        study: &Study,
        facts: &Facts,
        options: &Options,
        case: Option<&CaseId>,
    ) -> Outcome<Self> {
        options.check(study)?;
        if let Some(case) = case.filter(|case| !study.cases.contains_key(*case)) {
            return Err(problem(Problem::UnknownCase { case: case.to_string() }));
        }
        let actors = actors(study);
        let phases = steps(study, &actors, case);
        if phases.is_empty() || actors.is_empty() {
            return Err(problem(Problem::NothingToShow { reason: "no-route".to_owned() }));
        }
        let basis = Basis::new(study, facts, options, None);
        let mut course = Self { basis, case: case.cloned(), actors, phases, n_unplanned: 0, n_outside: 0 };
        let own = study.events.iter().filter(|event| Some(&event.case) == case);
        own.for_each(|event| course.place(study, event));
        let conversations = course.phases.iter_mut().flat_map(|step| &mut step.conversations);
        conversations.for_each(|one| one.contacts.sort_by_key(|contact| contact.date));
        Ok(course)
    }

    /// Puts a contact where it belongs.
    fn place(&mut self, study: &Study, event: &Event) {
        let covers = |step: &RouteStep, day| step.periods.iter().any(|period| period.covers(day));
        let found =
            event.date.and_then(|day| Some((self.phases.iter().position(|step| covers(step, day))?, day)));
        let Some((step, date)) = found else {
            self.n_outside += 1;
            return;
        };
        let roles = event.actors.iter().filter_map(|actor| study.participants.get(actor));
        let roles: Vec<&RoleId> = roles.map(|person| &person.role).collect();
        let step = &mut self.phases[step];
        let planned = study.route.conversation.iter().filter(|one| one.phase == step.phase);
        let fits = |one: &&Conversation| one.events.contains(&event.kind);
        let shared = |one: &Conversation| one.actors.iter().filter(|role| roles.contains(role)).count();
        let best = planned.filter(fits).rev().max_by_key(|one| shared(one));
        let best = best.and_then(|best| step.conversations.iter_mut().find(|one| one.name == best.name));
        match best {
            Some(one) => one.contacts.push(CourseContact { date, status: event.status }),
            None => self.n_unplanned += 1,
        }
    }

    /// Returns all conversations, phase by phase.
    pub fn conversations(&self) -> impl Iterator<Item = &CourseOfConversation> {
        self.phases.iter().flat_map(|step| &step.conversations)
    }
}

/// Returns the roles that the route or one of its conversations names.
fn actors(study: &Study) -> Vec<RouteRole> {
    let route = &study.route;
    let known = |role: &RoleId| study.settings.role(role);
    let listed = route.actor.iter().filter_map(|actor| {
        let label =
            if actor.label.is_empty() { known(&actor.role)?.label.clone() } else { actor.label.clone() };
        known(&actor.role).map(|role| RouteRole { role: role.id.clone(), label })
    });
    let mut actors: Vec<RouteRole> = listed.collect();
    let is_met = |role: &RoleId| route.conversation.iter().any(|one| one.actors.contains(role));
    for role in study.settings.roles.iter().filter(|role| is_met(&role.id)) {
        if actors.iter().all(|actor| actor.role != role.id) {
            actors.push(RouteRole { role: role.id.clone(), label: role.label.clone() });
        }
    }
    actors
}

/// Returns the phases that the route names, in the order of the settings.
fn steps(study: &Study, actors: &[RouteRole], case: Option<&CaseId>) -> Vec<RouteStep> {
    let route = &study.route;
    let of_case = case.map(|case| periods(study, case)).unwrap_or_default();
    let is_named = |id: &PhaseId| {
        route.phase.iter().any(|phase| phase.phase == *id)
            || route.conversation.iter().any(|one| one.phase == *id)
    };
    let lane = |role: &RoleId| actors.iter().position(|actor| actor.role == *role);
    let conversation = |one: &Conversation| CourseOfConversation {
        name: one.name.clone(),
        label: one.label.clone(),
        actors: crate::hits::distinct(one.actors.iter().filter_map(lane)),
        times_per_year: one.times_per_year,
        is_recorded: !one.events.is_empty(),
        contacts: Vec::new(),
    };
    let step = |phase: &draad_core::settings::Named<PhaseId>| RouteStep {
        phase: phase.id.clone(),
        label: phase.label.clone(),
        goals: route
            .phase
            .iter()
            .filter(|own| own.phase == phase.id)
            .flat_map(|own| own.goals.clone())
            .collect(),
        periods: of_case.iter().filter(|period| period.phase == phase.id).cloned().collect(),
        conversations: route
            .conversation
            .iter()
            .filter(|one| one.phase == phase.id)
            .map(conversation)
            .collect(),
    };
    study.settings.phases.iter().filter(|phase| is_named(&phase.id)).map(step).collect()
}
