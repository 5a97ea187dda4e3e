//! Triangulation as plain tables: per coded cell, and per factor.

use super::{Support, TriangulatedFactor, Triangulation};
use crate::table::{Column, Table, Value};

impl Triangulation {
    /// Returns the result as plain tables: one row per coded cell, then one row per factor.
    pub fn tables(&self) -> Vec<Table> {
        vec![self.cell_table(), self.factor_table()]
    }

    fn cell_table(&self) -> Table {
        let columns = vec![
            Column::text("factor"),
            Column::text("case"),
            Column::text("outcome"),
            Column::text("state"),
            Column::integer("codings"),
            Column::integer("passages"),
            Column::integer("sources"),
            Column::text("source_ids"),
            Column::integer("kinds"),
            Column::text("kind_ids"),
            Column::integer("roles"),
            Column::text("role_ids"),
            Column::integer("kind_role_pairs"),
            Column::text("kind_role_pair_ids"),
            Column::text("phase_ids"),
            Column::integer("speakers"),
            Column::yes_no("single_source"),
            Column::yes_no("triangulated"),
            Column::text("top_source"),
            Column::integer("top_source_codings"),
            Column::number("top_source_share"),
            Column::yes_no("dominated"),
            Column::text("promoting_role_ids"),
            Column::text("hindering_role_ids"),
            Column::yes_no("contradicted"),
            Column::integer("material_chars"),
        ];
        let rows = self.cells.iter().map(|cell| self.cell_row(cell));
        Table { name: "triangulation", rows: rows.collect(), columns }
    }

    fn cell_row(&self, cell: &Support) -> Vec<Value> {
        let case = &self.cases[cell.case];
        let state: &str = cell.state.into();
        let pairs = cell.pairs.iter().map(|(kind, role)| format!("{kind}/{role}"));
        vec![
            Value::text(&self.factors[cell.factor].factor.id),
            Value::text(&case.id),
            self.outcome_groups[case.outcome_group].level.clone().into(),
            Value::text(state),
            cell.n_codings.into(),
            cell.n_passages.into(),
            cell.sources.len().into(),
            Value::list(&cell.sources),
            cell.kinds.len().into(),
            Value::list(&cell.kinds),
            cell.roles.len().into(),
            Value::list(&cell.roles),
            cell.pairs.len().into(),
            Value::list(pairs),
            Value::list(&cell.phases),
            cell.n_speakers.into(),
            cell.is_single_source().into(),
            cell.is_triangulated(&self.basis.thresholds).into(),
            Value::text(&cell.top_source),
            cell.top_source_codings.into(),
            cell.top_source_share().into(),
            cell.is_dominated(&self.basis.thresholds).into(),
            Value::list(&cell.promoting_roles),
            Value::list(&cell.hindering_roles),
            cell.is_contradicted.into(),
            case.n_chars.into(),
        ]
    }

    /// Returns in how many cases each voice speaks of each factor: a row per factor, kind of source and role.
    pub fn voice_table(&self) -> Table {
        let mut columns = ["factor", "kind", "role"].map(Column::text).to_vec();
        columns.push(Column::integer("cases"));
        let rows = self.factors.iter().enumerate().flat_map(|(place, factor)| {
            self.cases_by_voice(place).into_iter().map(|(voice, n_cases)| {
                vec![
                    Value::text(&factor.factor.id),
                    Value::text(&voice.kind),
                    voice.role.as_ref().map_or(Value::Nothing, Value::text),
                    n_cases.into(),
                ]
            })
        });
        Table { name: "triangulation-voices", rows: rows.collect(), columns }
    }

    fn factor_table(&self) -> Table {
        let counts = [
            "cases",
            "cases_without_material",
            "cases_enough_kinds",
            "cases_enough_roles",
            "cases_triangulated",
            "cases_single_source",
            "cases_dominated",
            "cases_contradicted",
        ];
        let lists = ["triangulated", "single_source", "dominated", "contradicted"];
        let columns = [Column::text("factor"), Column::text("valence")].into_iter();
        let columns = columns
            .chain(counts.map(Column::integer))
            .chain(lists.map(|list| Column::text(format!("case_ids_{list}"))));
        let rows = self.factors.iter().enumerate().map(|(place, factor)| self.factor_row(place, factor));
        Table { name: "triangulation-factors", rows: rows.collect(), columns: columns.collect() }
    }

    fn factor_row(&self, place: usize, row: &TriangulatedFactor) -> Vec<Value> {
        let thresholds = &self.basis.thresholds;
        let ids = |holds: &dyn Fn(&Support) -> bool| {
            let cells = self.cells_of(place).iter().filter(|cell| holds(cell));
            let mut ids: Vec<_> = cells.map(|cell| &self.cases[cell.case].id).collect();
            ids.sort();
            Value::list(ids)
        };
        let valence = row.factor.valence.map_or(Value::Nothing, |valence| Value::text(<&str>::from(valence)));
        vec![
            Value::text(&row.factor.id),
            valence,
            row.factor.n_cases.into(),
            row.no_material.len().into(),
            row.n_enough_kinds.into(),
            row.n_enough_roles.into(),
            row.n_triangulated.into(),
            row.n_single_source.into(),
            row.n_dominated.into(),
            row.n_contradicted.into(),
            ids(&|cell| cell.is_triangulated(thresholds)),
            ids(&Support::is_single_source),
            ids(&|cell| cell.is_dominated(thresholds)),
            ids(&|cell| cell.is_contradicted),
        ]
    }
}
