//! What the sets are, and which case is in which.

use super::super::{ConditionUsed, Member, Qca, What};
use crate::table::{Column, Table, Value};

impl Qca {
    /// Returns a row per condition, and per level of those that have several; the outcome last.
    pub fn legend_table(&self) -> Table {
        let columns = ["name", "what", "id", "level", "label_nl", "label_en"].map(Column::text);
        let all = self.conditions.iter().chain([&self.outcome]);
        let rows = all.flat_map(|condition| {
            let key = |name: String, level: Value, label: &draad_core::Label| {
                let id = Value::text(&condition.id);
                let labels = [Value::words(&label.nl), Value::words(&label.en)];
                [Value::text(name), Value::text(condition.what.kind()), id, level]
                    .into_iter()
                    .chain(labels)
                    .collect()
            };
            if condition.levels.is_empty() {
                return vec![key(condition.name.clone(), Value::Nothing, &condition.label)];
            }
            let level = |(place, (id, label)): (usize, &(String, draad_core::Label))| {
                let name = match (condition.n_levels(), place) {
                    (2, 0) => format!("~{}", condition.name),
                    (2, _) => condition.name.clone(),
                    _ => format!("{}[{place}]", condition.name),
                };
                key(name, Value::text(id), label)
            };
            condition.levels.iter().enumerate().map(level).collect::<Vec<Vec<Value>>>()
        });
        Table { name: "qca-legend", columns: columns.into(), rows: rows.collect() }
    }

    /// Returns a row per case and condition, with the outcome last.
    pub fn calibration_table(&self) -> Table {
        let columns = vec![
            Column::text("case"),
            Column::yes_no("takes_part"),
            Column::text("condition"),
            Column::text("id"),
            Column::number("membership"),
            Column::text("reason"),
            Column::number("raw"),
            Column::integer("passages"),
            Column::text("opens"),
        ];
        let all = || self.conditions.iter().chain([&self.outcome]);
        let rows = self.cases.iter().flat_map(|case| {
            let row = |(condition, member): (&ConditionUsed, &Member)| {
                let reason = member.value.err().map(|reason| reason.to_string());
                let opens = condition.opens(case.id.as_str()).filter(|_| member.n_passages > 0);
                vec![
                    Value::text(&case.id),
                    case.is_complete().into(),
                    Value::text(&condition.name),
                    Value::text(&condition.id),
                    member.value.into(),
                    reason.into(),
                    member.raw.into(),
                    member.n_passages.into(),
                    opens.into(),
                ]
            };
            all().zip(case.all()).map(row).collect::<Vec<_>>()
        });
        Table { name: "qca-calibration", rows: rows.collect(), columns }
    }

    /// Returns the cases that take part with a column per condition, as the R package QCA reads them: `NA` is empty here.
    pub fn data_table(&self) -> Table {
        let all = self.conditions.iter().chain([&self.outcome]);
        let columns = all.map(|condition| Column::number(&condition.name));
        let row = |case: &super::super::CaseMembers| {
            let values = case.all().map(|member| Value::from(member.value));
            std::iter::once(Value::text(&case.id)).chain(values).collect()
        };
        Table {
            name: "qca-data",
            columns: std::iter::once(Column::text("CASE")).chain(columns).collect(),
            rows: self.cases.iter().map(row).collect(),
        }
    }
}

impl What {
    /// Returns what it is, in a word.
    pub fn kind(&self) -> &'static str {
        match self {
            What::Defined(_) => "condition",
            What::Code { .. } => "code",
            What::Test(_) => "test",
            What::YesNo(_) => "yes-no",
            What::Levels(_) => "levels",
        }
    }
}
