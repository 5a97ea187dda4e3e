//! The route as plain tables.

use super::{CourseOfConversation, RouteCourse, RouteStep};
use crate::periods;
use crate::table::{Column, ColumnKind, Table, Value};
use draad_core::EventStatus;

impl RouteCourse {
    /// Returns conversations with what came of them, and goals; with a case its contacts and periods as well.
    pub fn tables(&self) -> Vec<Table> {
        let mut tables = vec![self.conversation_table(), self.goal_table()];
        if let Some(case) = &self.case {
            let periods: Vec<_> = self.phases.iter().flat_map(|step| step.periods.iter().cloned()).collect();
            tables.push(self.contact_table());
            tables.push(Table { name: "route-periods", ..periods::table([(case, &periods[..])]) });
        }
        tables
    }

    fn steps(&self) -> impl Iterator<Item = (&RouteStep, &CourseOfConversation)> {
        self.phases.iter().flat_map(|step| step.conversations.iter().map(move |one| (step, one)))
    }

    /// Without a case nothing was held or missed, so that nothing is counted.
    fn conversation_table(&self) -> Table {
        let mut columns = ["phase", "conversation", "roles"].map(Column::text).to_vec();
        columns.extend([Column::integer("times_per_year"), Column::yes_no("recorded")]);
        columns.extend(["held", "missed", "planned"].map(Column::integer));
        let rows = self.steps().map(|(step, one)| {
            let count = |status| Value::from(self.case.as_ref().map(|_| one.count(status)));
            vec![
                Value::text(&step.phase),
                Value::text(&one.name),
                Value::list(one.actors.iter().map(|&actor| &self.actors[actor].role)),
                one.times_per_year.into(),
                one.is_recorded.into(),
                count(EventStatus::Held),
                count(EventStatus::Missed),
                count(EventStatus::Planned),
            ]
        });
        Table { name: "route", rows: rows.collect(), columns }
    }

    fn goal_table(&self) -> Table {
        let goals = self.phases.iter().flat_map(|step| step.goals.iter().map(move |goal| (step, goal)));
        let row = |(step, goal): (&RouteStep, &draad_core::Label)| {
            vec![Value::text(&step.phase), Value::words(&goal.nl), Value::words(&goal.en)]
        };
        let columns = ["phase", "goal_nl", "goal_en"].map(Column::text).to_vec();
        Table { name: "route-goals", rows: goals.map(row).collect(), columns }
    }

    fn contact_table(&self) -> Table {
        let mut columns = ["phase", "conversation"].map(Column::text).to_vec();
        columns.extend([Column::new("date", ColumnKind::Day), Column::text("status")]);
        let contacts =
            self.steps().flat_map(|(step, one)| one.contacts.iter().map(move |on| (step, one, on)));
        let rows = contacts.map(|(step, one, contact)| {
            vec![
                Value::text(&step.phase),
                Value::text(&one.name),
                contact.date.into(),
                Value::text(<&str>::from(contact.status)),
            ]
        });
        Table { name: "route-contacts", rows: rows.collect(), columns }
    }
}
