//! The truth table, its contradictions and remainders, and necessity.

use super::super::{Analysed, Qca, kind_name};
use super::MOST_REMAINDERS;
use crate::table::{Column, Table, Value};
use draad_measures::qca::{Cube, Kind, Necessary, Out, Row};

impl Qca {
    /// Returns a row per combination that occurs.
    pub fn truth_table(&self) -> Table {
        let conditions = self.conditions.iter().map(|condition| Column::integer(&condition.name));
        let columns = std::iter::once(Column::integer("row")).chain(conditions).chain([
            Column::text("out"),
            Column::integer("n"),
            Column::number("inclusion"),
            Column::number("pri"),
            Column::yes_no("contradictory"),
            Column::text("cases"),
        ]);
        let row = |row: &Row| {
            let levels = row.levels.iter().map(|&level| Value::from(u32::from(level)));
            let judged = [
                Value::text(sign(row.out)),
                row.n().into(),
                row.inclusion.into(),
                row.pri.into(),
                row.is_contradictory.into(),
                Value::list(self.ids(&row.cases)),
            ];
            std::iter::once(row.number.into()).chain(levels).chain(judged).collect()
        };
        let rows = self.analysed.iter().flat_map(|analysed| analysed.table.rows().iter().map(row));
        Table { name: "qca-truth-table", columns: columns.collect(), rows: rows.collect() }
    }

    /// Returns the rows in which cases have different outcomes.
    pub fn contradiction_table(&self) -> Table {
        let columns = vec![
            Column::integer("row"),
            Column::text("combination"),
            Column::number("inclusion"),
            Column::text("with_outcome"),
            Column::text("without_outcome"),
        ];
        let row = |analysed: &Analysed, row: &Row| {
            let (with, without) = analysed.divided(&row.cases);
            vec![
                row.number.into(),
                Value::text(self.written(&Cube::row(&row.levels))),
                row.inclusion.into(),
                Value::list(self.ids(&with)),
                Value::list(self.ids(&without)),
            ]
        };
        let rows = self
            .analysed
            .iter()
            .flat_map(|analysed| analysed.contradictions().map(move |found| row(analysed, found)));
        Table { name: "qca-contradictions", columns, rows: rows.collect() }
    }

    /// Returns a row per combination of which there are too few cases, as far as there is room.
    pub fn remainder_table(&self) -> Table {
        let conditions = self.conditions.iter().map(|condition| Column::integer(&condition.name));
        let columns =
            std::iter::once(Column::integer("row")).chain(conditions).chain([Column::text("assumed_by")]);
        let rows = self.analysed.iter().flat_map(|analysed| {
            analysed.table.remainders().take(MOST_REMAINDERS).map(|number| {
                let levels = analysed.table.levels_of(number).into_iter().map(u32::from).map(Value::from);
                let assumed = self.assuming(number).into_iter();
                let assumed =
                    Value::list(assumed.map(|(kind, place)| format!("{} {place}", kind_name(kind))));
                std::iter::once(number.into()).chain(levels).chain([assumed]).collect()
            })
        });
        Table { name: "qca-remainders", columns: columns.collect(), rows: rows.collect() }
    }

    /// Returns the models that take a row without cases to go with the outcome: their solution, and their place in it.
    pub fn assuming(&self, number: u64) -> Vec<(Kind, usize)> {
        let models = self.models().filter(|(_, _, model)| model.assumptions.contains(&number));
        models.map(|(solution, place, _)| (solution.kind, place)).collect()
    }

    /// Returns a row per condition, absence, level and union.
    pub fn necessity_table(&self) -> Table {
        let columns = vec![
            Column::text("expression"),
            Column::integer("conditions"),
            Column::number("inclusion"),
            Column::number("relevance"),
            Column::number("coverage"),
        ];
        let row = |row: &Necessary| {
            vec![
                Value::text(self.union(row)),
                row.literals.len().into(),
                row.fit.inclusion.into(),
                row.fit.relevance.into(),
                row.fit.coverage.into(),
            ]
        };
        let rows = self.analysed.iter().flat_map(|analysed| analysed.necessity.iter().map(row));
        Table { name: "qca-necessity", columns, rows: rows.collect() }
    }

    /// Returns literals that are joined with "or" as formulas have them: `A + ~B`.
    pub fn union(&self, row: &Necessary) -> String {
        let literals = row.literals.iter().map(|&literal| self.literal(literal));
        literals.collect::<Vec<_>>().join(" + ")
    }
}

/// Returns what a row says of the outcome, as the R package QCA writes it.
pub fn sign(out: Out) -> &'static str {
    match out {
        Out::One => "1",
        Out::Zero => "0",
        Out::Remainder => "?",
    }
}
