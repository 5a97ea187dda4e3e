//! Scores beside factors as plain tables.

use super::{FactorPassages, JointDisplay, JointRow};
use crate::table::{Column, ColumnKind, Table, Value};

/// What stands for all phases together.
const ALL: &str = "all";

impl JointDisplay {
    /// Returns one row per case, phase, role and questionnaire; then the factors with their passages, and the scores per item.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.joint(), self.factors(), self.items()]
    }

    fn joint(&self) -> Table {
        let keys = ["case", "phase", "role", "instrument"].map(Column::text);
        let columns = [
            Column::integer("answers"),
            Column::integer("unanswered"),
            Column::integer("participants"),
            Column::integer("days"),
            Column::new("first_day", ColumnKind::Day),
            Column::new("last_day", ColumnKind::Day),
            Column::number("mean"),
            Column::number("change"),
            Column::integer("changes"),
            Column::integer("promoting_factors"),
            Column::integer("hindering_factors"),
            Column::number("balance"),
            Column::text("promoting"),
            Column::text("hindering"),
            Column::text("ambivalent"),
            Column::integer("material_chars"),
            Column::text("read_these"),
        ];
        let rows = self.rows.iter().flat_map(|row| {
            row.scores.iter().enumerate().map(|(place, scores)| {
                let mut values = self.key(row);
                values.push(Value::text(&self.instruments[place].name));
                values.extend([
                    scores.n_answers.into(),
                    scores.n_unanswered.into(),
                    scores.n_participants.into(),
                    scores.n_days.into(),
                    scores.days.map(|(first, _)| first).into(),
                    scores.days.map(|(_, last)| last).into(),
                    scores.mean.into(),
                    scores.change.into(),
                    scores.n_changes.into(),
                    row.promoting.len().into(),
                    row.hindering.len().into(),
                    row.balance().into(),
                    ids(&row.promoting),
                    ids(&row.hindering),
                    ids(&row.ambivalent),
                    row.n_chars.into(),
                    row.apart(place).map_or(Value::Nothing, |apart| Value::text(<&str>::from(apart))),
                ]);
                values
            })
        });
        Table {
            name: "joint-display",
            rows: rows.collect(),
            columns: keys.into_iter().chain(columns).collect(),
        }
    }

    fn factors(&self) -> Table {
        let columns = ["case", "factor", "phase", "role", "valence"].map(Column::text);
        let mut rows = Vec::new();
        for row in &self.rows {
            let lists = [
                ("promoting", &row.promoting),
                ("hindering", &row.hindering),
                ("ambivalent", &row.ambivalent),
            ];
            for (valence, FactorPassages { factor, n_passages }) in
                lists.iter().flat_map(|(valence, list)| list.iter().map(move |factor| (valence, factor)))
            {
                let mut values = self.key(row);
                values.insert(1, Value::text(factor));
                values.extend([Value::text(valence), (*n_passages).into()]);
                rows.push(values);
            }
        }
        let columns = columns.into_iter().chain([Column::integer("passages")]);
        Table { name: "joint-display-factors", rows, columns: columns.collect() }
    }

    fn items(&self) -> Table {
        let keys = ["case", "phase", "role", "instrument", "item"].map(Column::text);
        let columns = [
            Column::integer("answers"),
            Column::number("mean"),
            Column::number("change"),
            Column::integer("changes"),
        ];
        let mut rows = Vec::new();
        for row in &self.rows {
            for (scores, instrument) in row.scores.iter().zip(&self.instruments) {
                rows.extend(scores.items.iter().map(|item| {
                    let mut values = self.key(row);
                    values.extend([
                        Value::text(&instrument.name),
                        Value::text(&item.item),
                        item.n_answers.into(),
                        item.mean.into(),
                        item.change.into(),
                        item.n_changes.into(),
                    ]);
                    values
                }));
            }
        }
        Table { name: "joint-display-items", rows, columns: keys.into_iter().chain(columns).collect() }
    }

    /// Returns case, phase and role.
    fn key(&self, row: &JointRow) -> Vec<Value> {
        vec![
            Value::text(&self.cases[row.case]),
            row.phase.map_or_else(|| Value::text(ALL), |phase| self.phases[phase].key.value()),
            self.roles[row.role].key.value(),
        ]
    }
}

fn ids(factors: &[FactorPassages]) -> Value {
    Value::list(factors.iter().map(|factor| &factor.factor))
}
