//! The balance as plain tables: every count, and the course over the values of the further key.

use super::{Balance, BalanceMeasure, BalanceRow, Sides};
use crate::By;
use crate::table::{Column, Table, Value};

impl Balance {
    /// Returns the result as plain tables: every count per case and value of the further key; then per case over all; then
    /// one row per case with a column per value. Without a further key only the second.
    pub fn tables(&self) -> Vec<Table> {
        if self.groups.is_empty() {
            return vec![self.table()];
        }
        vec![self.by_group(), Table { name: "balance-of-cases", ..self.table() }, self.courses()]
    }

    /// Returns the balance over each whole case as a plain table, one row per case.
    pub fn table(&self) -> Table {
        let keys = ["case", "name", "outcome"].map(Column::text).into_iter();
        let rows = self.rows.iter().map(|row| {
            let keys = [Value::text(&row.case), Value::words(&row.name), self.outcome(row)];
            keys.into_iter().chain(side_values(&row.total)).collect()
        });
        Table { name: "balance", rows: rows.collect(), columns: keys.chain(side_columns()).collect() }
    }

    fn by_group(&self) -> Table {
        let keys = ["case", "group", "name", "outcome"].map(Column::text).into_iter();
        let rows = self.rows.iter().flat_map(|row| {
            self.groups.iter().zip(&row.groups).map(|(group, sides)| {
                let (case, name) = (Value::text(&row.case), Value::words(&row.name));
                let keys = [case, group.key.value(), name, self.outcome(row)];
                keys.into_iter().chain(side_values(sides)).collect()
            })
        });
        Table { name: "balance", rows: rows.collect(), columns: keys.chain(side_columns()).collect() }
    }

    fn courses(&self) -> Table {
        let is_phase = self.basis.by == Some(By::Phase);
        let keys = ["case", "name", "outcome"].map(Column::text).into_iter();
        let groups = self.groups.iter().map(|group| Column::number(group.key.id().unwrap_or_default()));
        let course = [Column::text("first"), Column::text("last"), Column::number("change")];
        let columns = keys
            .chain(groups)
            .chain([Column::number("total")])
            .chain(course.into_iter().filter(|_| is_phase));
        let rows = self.rows.iter().map(|row| {
            let keys = [Value::text(&row.case), Value::words(&row.name), self.outcome(row)];
            let sides = row.groups.iter().chain([&row.total]);
            let balances = sides.map(|sides| sides.balance(self.measure).into());
            let course = self.course_values(row).into_iter().filter(|_| is_phase);
            keys.into_iter().chain(balances).chain(course).collect()
        });
        Table { name: "balance-course", columns: columns.collect(), rows: rows.collect() }
    }

    fn course_values(&self, row: &BalanceRow) -> [Value; 3] {
        match self.course(row) {
            Ok(course) => {
                let id = |place: usize| self.groups[place].key.value();
                [id(course.first), id(course.last), Value::Number(course.to - course.from)]
            }
            Err(reason) => [Value::Nothing, Value::Nothing, Value::Undefined(reason)],
        }
    }

    fn outcome(&self, row: &BalanceRow) -> Value {
        self.outcome_groups[row.outcome_group].level.clone().into()
    }
}

fn side_columns() -> [Column; 10] {
    [
        Column::integer("promoting_factors"),
        Column::integer("hindering_factors"),
        Column::number("balance_factors"),
        Column::integer("promoting_codings"),
        Column::integer("hindering_codings"),
        Column::number("balance_codings"),
        Column::integer("promoting_chars"),
        Column::integer("hindering_chars"),
        Column::number("balance_chars"),
        Column::integer("material_chars"),
    ]
}

/// Returns the values of [`side_columns`]; where there is no material, nothing was counted.
fn side_values(sides: &Sides) -> [Value; 10] {
    let counted = |n: Value| if sides.material_chars == 0 { Value::Nothing } else { n };
    [
        counted(sides.promoting_factors.into()),
        counted(sides.hindering_factors.into()),
        sides.balance(BalanceMeasure::Factors).into(),
        counted(sides.promoting_codings.into()),
        counted(sides.hindering_codings.into()),
        sides.balance(BalanceMeasure::Codings).into(),
        counted(sides.promoting_chars.into()),
        counted(sides.hindering_chars.into()),
        sides.balance(BalanceMeasure::Chars).into(),
        sides.material_chars.into(),
    ]
}
