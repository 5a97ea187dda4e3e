//! Answers to questionnaires as plain tables.

use super::{InstrumentLines, ScoreLines};
use crate::periods;
use crate::table::{Column, ColumnKind, Table, Value};

impl ScoreLines {
    /// Returns the means per questionnaire, case, role and day; then what each questionnaire has; then the periods of the
    /// cases.
    pub fn tables(&self) -> Vec<Table> {
        let mut cases = Vec::new();
        for case in self.instruments.iter().flat_map(|instrument| &instrument.cases) {
            if cases.iter().all(|(id, _)| *id != &case.id) {
                cases.push((&case.id, &case.periods[..]));
            }
        }
        vec![
            day_table(self.instruments.iter()),
            self.instrument_table(),
            Table { name: "scores-periods", ..periods::table(cases) },
        ]
    }

    fn instrument_table(&self) -> Table {
        let mut columns = ["instrument", "items"].map(Column::text).to_vec();
        columns.extend(["least", "greatest"].map(Column::number));
        columns.extend(["answers", "unanswered", "undated"].map(Column::integer));
        let rows = self.instruments.iter().map(|instrument| {
            vec![
                Value::text(&instrument.name),
                Value::list(&instrument.items),
                instrument.range.0.into(),
                instrument.range.1.into(),
                instrument.n_answers.into(),
                instrument.n_unanswered.into(),
                instrument.n_undated.into(),
            ]
        });
        Table { name: "scores-instruments", rows: rows.collect(), columns }
    }
}

/// Returns a row per questionnaire, case, role and day.
pub(crate) fn day_table<'a>(instruments: impl Iterator<Item = &'a InstrumentLines>) -> Table {
    let mut columns = ["instrument", "case", "role"].map(Column::text).to_vec();
    columns.push(Column::new("date", ColumnKind::Day));
    columns.extend([Column::number("mean"), Column::integer("answers"), Column::integer("people")]);
    let cases =
        instruments.flat_map(|instrument| instrument.cases.iter().map(move |case| (instrument, case)));
    let lines =
        cases.flat_map(|(instrument, case)| case.lines.iter().map(move |line| (instrument, case, line)));
    let mut rows = Vec::new();
    for (instrument, case, line) in lines {
        rows.extend(line.days.iter().map(|day| {
            vec![
                Value::text(&instrument.name),
                Value::text(&case.id),
                line.role.as_ref().map_or(Value::Nothing, Value::text),
                day.date.into(),
                day.mean.into(),
                day.n_answers.into(),
                day.n_people.into(),
            ]
        }));
    }
    Table { name: "scores", rows, columns }
}
