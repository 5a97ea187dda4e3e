//! The timeline as plain tables.

use super::{CaseTimeline, Lane};
use crate::periods;
use crate::score_lines;
use crate::table::{Column, ColumnKind, Table, Value};

impl CaseTimeline {
    /// Returns contacts, gaps between them, passages by role and day, material by day, answers, and periods.
    pub fn tables(&self) -> Vec<Table> {
        let scores = self.scores.iter();
        vec![
            self.contact_table(),
            self.gap_table(),
            self.passage_table(),
            self.material_table(),
            Table { name: "timeline-scores", ..score_lines::day_table(scores) },
            Table { name: "timeline-periods", ..periods::table([(&self.case, &self.periods[..])]) },
        ]
    }

    fn contact_table(&self) -> Table {
        let mut columns = vec![Column::text("case"), Column::new("date", ColumnKind::Day)];
        columns.extend(["contact", "status", "roles", "note"].map(Column::text));
        let rows = self.contacts.iter().map(|contact| {
            let roles = contact.lanes.iter().filter_map(|&lane| self.lanes[lane].role.as_ref());
            vec![
                Value::text(&self.case),
                contact.date.into(),
                Value::words(&contact.kind),
                Value::text(<&str>::from(contact.status)),
                Value::list(roles),
                Value::words(&contact.note),
            ]
        });
        Table { name: "timeline", rows: rows.collect(), columns }
    }

    fn gap_table(&self) -> Table {
        let mut columns = ["case", "role"].map(Column::text).to_vec();
        columns.extend(["from", "to"].map(|name| Column::new(name, ColumnKind::Day)));
        columns.push(Column::integer("days"));
        let rows = self.lanes.iter().flat_map(|lane| {
            lane.gaps.iter().map(|gap| {
                vec![
                    Value::text(&self.case),
                    role(lane),
                    gap.from.into(),
                    gap.to.into(),
                    Value::Integer(gap.n_days.into()),
                ]
            })
        });
        Table { name: "timeline-gaps", rows: rows.collect(), columns }
    }

    fn passage_table(&self) -> Table {
        let mut columns = ["case", "role"].map(Column::text).to_vec();
        columns.push(Column::new("date", ColumnKind::Day));
        let counts = ["passages", "promoting", "hindering", "ambivalent", "without_direction"];
        columns.extend(counts.map(Column::integer));
        let rows = self.lanes.iter().flat_map(|lane| {
            lane.passages.iter().map(|day| {
                let n = day.directions;
                let counts = [n.passages, n.promoting, n.hindering, n.ambivalent, n.without];
                let key = [Value::text(&self.case), role(lane), day.date.into()];
                key.into_iter().chain(counts.map(Value::from)).collect()
            })
        });
        Table { name: "timeline-passages", rows: rows.collect(), columns }
    }

    fn material_table(&self) -> Table {
        let mut columns = ["case", "kind", "source"].map(Column::text).to_vec();
        columns.push(Column::new("date", ColumnKind::Day));
        let sources = self.material.iter().flat_map(|kind| kind.sources.iter().map(move |one| (kind, one)));
        let days = sources.flat_map(|(kind, source)| source.days.iter().map(move |day| (kind, source, day)));
        let rows = days.map(|(kind, source, day)| {
            vec![Value::text(&self.case), Value::text(&kind.kind), Value::text(&source.id), (*day).into()]
        });
        Table { name: "timeline-material", rows: rows.collect(), columns }
    }
}

/// Returns nothing for what nobody in a known role did or said.
fn role(lane: &Lane) -> Value {
    lane.role.as_ref().map_or(Value::Nothing, Value::text)
}
