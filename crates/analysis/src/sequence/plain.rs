//! Transitions, and what there was around an event, as plain tables.

use super::around::{Change, Moment};
use super::{AroundEvent, Sequence};
use crate::table::{Column, Table, Value};

impl Sequence {
    /// Returns all transitions between codes; before them, where an event was asked, how each factor changes over it, and
    /// every count around it.
    pub fn tables(&self) -> Vec<Table> {
        let around =
            self.around.iter().flat_map(|around| [around.by_factor(), around.by_case(), around.days()]);
        around.chain([self.transitions()]).collect()
    }

    fn transitions(&self) -> Table {
        let columns = vec![
            Column::text("factor_from"),
            Column::text("factor_to"),
            Column::integer("transitions"),
            Column::integer("cases"),
            Column::integer("cases_n"),
            Column::integer("from_n"),
            Column::integer("to_n"),
            Column::integer("transitions_n"),
            Column::number("rate"),
            Column::number("expected"),
            Column::number("adjusted_residual"),
            Column::yes_no("few_expected"),
        ];
        let row = |from: usize, to: usize| {
            let (count, transition) = (self.count(from, to), self.transition(from, to));
            vec![
                Value::text(&self.codes[from].id),
                Value::text(&self.codes[to].id),
                count.n.into(),
                count.n_cases.into(),
                self.n_cases.into(),
                transition.n_from.into(),
                transition.n_to.into(),
                transition.n_all.into(),
                transition.rate().into(),
                transition.expected().into(),
                transition.adjusted_residual().into(),
                transition.expected().map(|_| transition.is_sparse()).into(),
            ]
        };
        let of = |from: usize| (0..self.codes.len()).map(move |to| row(from, to));
        Table { name: "sequence", columns, rows: (0..self.codes.len()).flat_map(of).collect() }
    }
}

impl AroundEvent {
    fn by_factor(&self) -> Table {
        let mut columns = vec![Column::text("factor"), Column::text("event")];
        for moment in ["before", "same_day", "after"] {
            columns.extend(
                ["k", "n", "codings", "passages"].map(|count| Column::integer(format!("{moment}_{count}"))),
            );
        }
        columns.extend(["compared_n", "both", "only_before", "only_after", "neither"].map(Column::integer));
        columns.extend(["cases_only_before", "cases_only_after"].map(Column::text));
        let n_compared = self.n_compared();
        let rows = (0..self.grid.factors.len()).map(|factor| self.factor_row(factor, n_compared));
        Table { name: "around-event", rows: rows.collect(), columns }
    }

    fn factor_row(&self, factor: usize, n_compared: usize) -> Vec<Value> {
        let mut row = vec![Value::text(&self.grid.factors[factor].id), Value::text(&self.kind)];
        for moment in [Moment::Before, Moment::SameDay, Moment::After] {
            let ((k, n), total) =
                (self.grid.k_of_n(factor, moment as usize), self.grid.total(factor, moment as usize));
            row.extend([k.into(), n.into(), total.n_codings.into(), total.n_passages.into()]);
        }
        row.push(n_compared.into());
        let changes = [Change::Both, Change::OnlyBefore, Change::OnlyAfter, Change::Neither];
        row.extend(changes.map(|change| self.cases_with(factor, change).count().into()));
        let ids = |change: Change| self.grid.case_ids(|case| self.change(factor, case) == Some(change));
        row.extend([ids(Change::OnlyBefore), ids(Change::OnlyAfter)]);
        row
    }

    fn by_case(&self) -> Table {
        let mut columns = ["case", "factor", "event", "moment", "state"].map(Column::text).to_vec();
        columns.extend(["codings", "passages", "material_chars", "material_sources"].map(Column::integer));
        let row = |factor: usize, case: usize, moment: Moment| {
            let column = moment as usize;
            let (count, amount) = (self.grid.count(factor, case, column), self.grid.amount(case, column));
            vec![
                Value::text(&self.grid.cases[case].id),
                Value::text(&self.grid.factors[factor].id),
                Value::text(&self.kind),
                Value::text(<&str>::from(moment)),
                Value::text(<&str>::from(self.grid.presence(factor, case, column))),
                count.n_codings.into(),
                count.n_passages.into(),
                amount.n_chars.into(),
                amount.n_sources.into(),
            ]
        };
        let dated: Vec<usize> =
            (0..self.days.len()).filter(|&case| self.days[case].day().is_some()).collect();
        let mut rows = Vec::new();
        for factor in 0..self.grid.factors.len() {
            for &case in &dated {
                rows.extend(Moment::ALL.map(|moment| row(factor, case, moment)));
            }
        }
        Table { name: "around-event-by-case", columns, rows }
    }

    /// The event in every case, and the material around it.
    fn days(&self) -> Table {
        let mut columns = ["case", "event", "state"].map(Column::text).to_vec();
        columns.push(Column::new("day", crate::ColumnKind::Day));
        let moments = Moment::ALL.map(|moment| <&str>::from(moment).replace('-', "_"));
        columns.extend(moments.map(|moment| Column::integer(format!("{moment}_chars"))));
        let row = |(case, day): (usize, &super::around::EventDay)| {
            let mut row = vec![
                Value::text(&self.grid.cases[case].id),
                Value::text(&self.kind),
                Value::text(<&str>::from(day)),
                day.day().into(),
            ];
            row.extend(Moment::ALL.map(|moment| self.grid.amount(case, moment as usize).n_chars.into()));
            row
        };
        Table { name: "events", columns, rows: self.days.iter().enumerate().map(row).collect() }
    }
}
