//! The meta-matrix as plain tables.

use super::{MetaCell, MetaMatrix, MetaQuote};
use crate::table::{Column, Table, Value};

impl MetaMatrix {
    /// Returns the cells with their quotes, the cases in their order, each quote with where it stands, and how good the
    /// order is.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.cells_table(), self.cases_table(), self.quotes_table(), self.order_table()]
    }

    /// Returns positions of case and factor, and the cell.
    fn placed(&self) -> impl Iterator<Item = (usize, usize, &MetaCell)> {
        let n_factors = self.factors.len();
        self.cells.iter().enumerate().map(move |(place, cell)| (place / n_factors, place % n_factors, cell))
    }

    fn cells_table(&self) -> Table {
        let mut columns =
            ["case", "factor", "outcome", "valence", "level", "state"].map(Column::text).to_vec();
        columns.extend(["row", "column", "passages"].map(Column::integer));
        columns.extend(["promoting", "hindering", "ambivalent", "without_direction"].map(Column::integer));
        columns.extend((1..=self.options.quotes).map(|quote| Column::text(format!("quote_{quote}"))));
        let rows = self.placed().map(|(case, factor, cell)| {
            let (case_row, factor_row) = (&self.cases[case], &self.factors[factor]);
            let mut row = vec![
                Value::text(&case_row.id),
                Value::text(&factor_row.id),
                case_row.outcome.as_ref().map(|(level, _)| level.clone()).into(),
                factor_row.valence.map(|valence| <&str>::from(valence).to_owned()).into(),
                factor_row.level.as_ref().map(ToString::to_string).into(),
                Value::text(<&str>::from(cell.state)),
            ];
            row.extend([case + 1, factor + 1, cell.n_passages].map(Value::from));
            row.extend(
                [cell.n_promoting, cell.n_hindering, cell.n_ambivalent, cell.n_without_direction]
                    .map(Value::from),
            );
            let quote = |place: usize| cell.quotes.get(place).map(|quote| Value::words(&quote.passage.text));
            row.extend((0..self.options.quotes).map(|place| quote(place).unwrap_or(Value::Nothing)));
            row
        });
        Table { name: "meta-matrix", rows: rows.collect(), columns }
    }

    fn cases_table(&self) -> Table {
        let mut columns = vec![Column::text("case"), Column::integer("row")];
        columns.extend(["name", "outcome"].map(Column::text));
        columns.push(Column::number("balance_factors"));
        columns.extend(
            ["promoting_factors", "hindering_factors", "sources", "material_chars"].map(Column::integer),
        );
        let rows = (1_usize..).zip(&self.cases).map(|(row, case)| {
            // without material nothing was counted
            let counted = |n: usize| if case.n_chars == 0 { Value::Nothing } else { n.into() };
            vec![
                Value::text(&case.id),
                row.into(),
                Value::words(&case.name),
                case.outcome.as_ref().map(|(level, _)| level.clone()).into(),
                case.balance.into(),
                counted(case.n_promoting),
                counted(case.n_hindering),
                case.n_sources.into(),
                case.n_chars.into(),
            ]
        });
        Table { name: "meta-matrix-cases", rows: rows.collect(), columns }
    }

    fn quotes_table(&self) -> Table {
        let mut columns = ["case", "factor", "source", "role", "phase"].map(Column::text).to_vec();
        columns.push(Column::integer("quote"));
        columns.push(Column::yes_no("pinned"));
        columns.extend(["start", "end"].map(Column::integer));
        columns.extend(["speaker", "date", "valences", "text"].map(Column::text));
        let rows = self.placed().flat_map(|(case, factor, cell)| {
            (1_usize..)
                .zip(&cell.quotes)
                .map(move |(place, quote)| self.quote_row(case, factor, place, quote))
        });
        Table { name: "meta-matrix-quotes", rows: rows.collect(), columns }
    }

    fn quote_row(&self, case: usize, factor: usize, place: usize, quote: &MetaQuote) -> Vec<Value> {
        let passage = &quote.passage;
        vec![
            Value::text(&self.cases[case].id),
            Value::text(&self.factors[factor].id),
            Value::text(&passage.source),
            passage.role.as_ref().map(ToString::to_string).into(),
            passage.phase.as_ref().map(ToString::to_string).into(),
            place.into(),
            quote.is_pinned.into(),
            passage.chars.map(|chars| chars.start.0).into(),
            passage.chars.map(|chars| chars.end.0).into(),
            passage.speaker.clone().into(),
            passage.date.clone().into(),
            Value::list(passage.valences.iter().map(|valence| <&str>::from(*valence))),
            Value::words(&passage.text),
        ]
    }

    /// One row per criterion; one row with the reason where there are none.
    fn order_table(&self) -> Table {
        let mut columns = vec![Column::text("criterion"), Column::yes_no("more_is_better")];
        let numbers = ["before", "after", "shuffled_lowest", "shuffled_median", "shuffled_highest"];
        columns.extend(numbers.map(Column::number));
        columns.extend(["reaching", "shuffles"].map(Column::integer));
        columns.push(Column::text("seed"));
        let asked = || [self.options.shuffles.into(), Value::text(self.options.seed)];
        let rows = match &self.criteria {
            Err(reason) => {
                let mut row = vec![Value::Nothing, Value::Nothing];
                row.extend([Value::Undefined(*reason), Value::Undefined(*reason)]);
                row.extend(std::iter::repeat_n(Value::Nothing, 4));
                row.extend(asked());
                vec![row]
            }
            Ok(criteria) => criteria
                .iter()
                .map(|criterion| {
                    let shuffled = criterion.shuffled;
                    let mut row = vec![
                        Value::text(<&str>::from(criterion.kind)),
                        criterion.kind.more_is_better().into(),
                    ];
                    row.extend([criterion.before, criterion.after].map(Value::from));
                    row.push(shuffled.map(|found| found.lowest).into());
                    row.push(shuffled.map(|found| found.median).into());
                    row.push(shuffled.map(|found| found.highest).into());
                    row.push(shuffled.map(|found| found.n_reaching).into());
                    row.extend(asked());
                    row
                })
                .collect(),
        };
        Table { name: "meta-matrix-order", rows, columns }
    }
}
