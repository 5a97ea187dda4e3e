//! The portrait as plain tables.

use super::Portrait;
use crate::plain::{state, valence};
use crate::table::{Column, ColumnKind, Table, Value};

impl Portrait {
    /// Returns passages with their places, then sources, then who speaks where. Places are characters (code points) of
    /// the source, half-open; a source that was coded as a whole has none.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.passage_table(), self.source_table(), self.turn_table()]
    }

    fn passage_table(&self) -> Table {
        let mut columns = ["factor", "kind", "valence", "source"].map(Column::text).to_vec();
        columns.extend(["start", "end"].map(Column::integer));
        columns.extend([Column::text("state"), Column::integer("codings")]);
        let rows = self.codes.iter().flat_map(|code| {
            code.passages.iter().map(|passage| {
                vec![
                    Value::text(&code.id),
                    Value::text(<&str>::from(code.kind)),
                    valence(code.valence),
                    Value::text(&self.sources[passage.source].id),
                    passage.chars.map(|chars| chars.start.0).into(),
                    passage.chars.map(|chars| chars.end.0).into(),
                    state(passage.state),
                    passage.n_codings.into(),
                ]
            })
        });
        Table { name: "portrait", rows: rows.collect(), columns }
    }

    fn source_table(&self) -> Table {
        let mut columns = ["source", "kind"].map(Column::text).to_vec();
        columns.push(Column::new("date", ColumnKind::Day));
        columns.extend([Column::text("phase"), Column::text("cases"), Column::integer("chars")]);
        let rows = self.sources.iter().map(|source| {
            vec![
                Value::text(&source.id),
                Value::text(&source.kind),
                source.date.into(),
                source.phase.as_ref().map_or(Value::Nothing, Value::text),
                Value::list(&source.cases),
                source.n_chars.into(),
            ]
        });
        Table { name: "portrait-sources", rows: rows.collect(), columns }
    }

    fn turn_table(&self) -> Table {
        let mut columns = ["role", "speaker"].map(Column::text).to_vec();
        columns.extend([Column::yes_no("asks"), Column::text("source")]);
        columns.extend(["start", "end"].map(Column::integer));
        let rows = self.voices.iter().flat_map(|voice| {
            voice.turns.iter().map(|turn| {
                vec![
                    voice.role.as_ref().map_or(Value::Nothing, Value::text),
                    voice.speaker.clone().into(),
                    voice.asks.into(),
                    Value::text(&self.sources[turn.source].id),
                    turn.chars.start.0.into(),
                    turn.chars.end.0.into(),
                ]
            })
        });
        Table { name: "portrait-voices", rows: rows.collect(), columns }
    }
}
