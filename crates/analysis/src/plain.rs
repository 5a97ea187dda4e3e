//! The case × factor table as plain tables: long, wide, and by group.

use crate::table::{Column, ColumnKind, Table, Value};
use crate::{CasesByFactors, Cell, CellState, FactorRow, GroupKey, Thresholds};
use draad_core::Valence;

/// A column of the long table: its name, its type, and how it is read from a cell.
type Measure = (&'static str, ColumnKind, fn(&Cell, &Thresholds) -> Value);

const MEASURES: [Measure; 36] = {
    use ColumnKind::{Integer, Number, Text, YesNo};
    [
        ("state", Text, |cell, _| state(cell.state)),
        ("present", YesNo, |cell, _| cell.presence().into()),
        ("codings", Integer, |cell, _| cell.n_codings.into()),
        ("passages", Integer, |cell, _| cell.n_passages.into()),
        ("promoting", Integer, |cell, _| cell.n_promoting.into()),
        ("hindering", Integer, |cell, _| cell.n_hindering.into()),
        ("ambivalent", Integer, |cell, _| cell.n_ambivalent.into()),
        ("without_direction", Integer, |cell, _| cell.n_without_direction.into()),
        ("sources", Integer, |cell, _| cell.n_sources.into()),
        ("kinds", Integer, |cell, _| cell.kinds.len().into()),
        ("kind_ids", Text, |cell, _| Value::list(&cell.kinds)),
        ("roles", Integer, |cell, _| cell.roles.len().into()),
        ("role_ids", Text, |cell, _| Value::list(&cell.roles)),
        ("speakers", Integer, |cell, _| cell.n_speakers.into()),
        ("kind_role_pairs", Integer, |cell, _| cell.n_kind_role_pairs.into()),
        ("single_source", YesNo, |cell, _| cell.is_single_source().into()),
        ("triangulated", YesNo, |cell, thresholds| cell.is_triangulated(thresholds).into()),
        ("top_source_share", Number, |cell, _| cell.top_source_share().into()),
        ("dominated", YesNo, |cell, thresholds| cell.is_dominated(thresholds).into()),
        ("chars_summed", Integer, |cell, _| cell.chars_summed.into()),
        ("chars_union", Integer, |cell, _| cell.chars_union.into()),
        ("chars_covered", Integer, |cell, _| cell.chars_covered.into()),
        ("coverage", Number, |cell, _| cell.coverage().into()),
        ("coverage_sought", Number, |cell, _| cell.coverage_where_sought().into()),
        ("words", Integer, |cell, _| cell.n_words.into()),
        ("per_1000_chars", Number, |cell, _| cell.per_thousand_chars().into()),
        ("per_source", Number, |cell, _| cell.per_source().into()),
        ("row_share", Number, |cell, _| cell.row_share().into()),
        ("column_share", Number, |cell, _| cell.column_share().into()),
        ("material_chars", Integer, |cell, _| cell.material_chars.into()),
        ("sought_chars", Integer, |cell, _| cell.sought_chars.into()),
        ("material_words", Integer, |cell, _| cell.material_words.into()),
        ("material_sources", Integer, |cell, _| cell.material_sources.into()),
        ("case_codings", Integer, |cell, _| cell.case_codings.into()),
        ("case_passages", Integer, |cell, _| cell.case_passages.into()),
        ("factor_codings", Integer, |cell, _| cell.factor_codings.into()),
    ]
};

impl CasesByFactors {
    /// Returns every cell with all its measures: one row per group, factor and case.
    pub fn long(&self) -> Table {
        let keys = ["group", "factor", "kind", "valence", "level", "case", "outcome"].map(Column::text);
        let measures = MEASURES.map(|(name, kind, _)| Column { name: name.to_owned(), kind });
        let positions = (0..self.groups.len()).flat_map(|group| {
            let factors = 0..self.factors.len();
            factors.flat_map(move |factor| (0..self.cases.len()).map(move |case| (group, factor, case)))
        });
        let rows = positions.map(|(group, factor, case)| {
            let cell = self.cell(group, factor, case);
            let mut row = self.long_key(group, factor, case);
            row.extend(MEASURES.iter().map(|(_, _, value)| value(cell, &self.basis.thresholds)));
            row
        });
        Table {
            name: "cases-by-factors",
            rows: rows.collect(),
            columns: keys.into_iter().chain(measures).collect(),
        }
    }

    fn long_key(&self, group: usize, factor: usize, case: usize) -> Vec<Value> {
        let (row, column) = (&self.factors[factor], &self.cases[case]);
        let mut key = vec![self.group_value(group)];
        key.extend(factor_values(row));
        key.push(Value::text(&column.id));
        key.push(self.outcome_value(column.outcome_group));
        key
    }

    /// Returns what each cell says: one row per group and factor, one column per case.
    pub fn wide(&self) -> Table {
        let keys = ["group", "factor", "kind", "valence", "level"].map(Column::text);
        let cases = self.cases.iter().map(|case| Column::text(case.id.as_str()));
        let positions = (0..self.groups.len())
            .flat_map(|group| (0..self.factors.len()).map(move |factor| (group, factor)));
        let rows = positions.map(|(group, factor)| {
            let mut row = vec![self.group_value(group)];
            row.extend(factor_values(&self.factors[factor]));
            row.extend((0..self.cases.len()).map(|case| state(self.cell(group, factor, case).state)));
            row
        });
        Table {
            name: "cases-by-factors-wide",
            rows: rows.collect(),
            columns: keys.into_iter().chain(cases).collect(),
        }
    }

    /// Returns in how many and in which cases each factor occurs per group: of the further key, or else of the outcome.
    /// `k` of `n` counts cases with the factor among cases with material.
    pub fn factors_by_group(&self) -> Table {
        let columns = vec![
            Column::text("factor"),
            Column::text("valence"),
            Column::text("group"),
            Column::integer("k"),
            Column::integer("n"),
            Column::integer("codings"),
            Column::integer("passages"),
            Column::integer("promoting"),
            Column::integer("hindering"),
            Column::text("cases"),
            Column::text("cases_not_found"),
            Column::text("cases_no_material"),
            Column::text("deviant_cases"),
        ];
        let by_outcome = self.basis.by.is_none();
        let n_groups = if by_outcome { self.outcome_groups.len() } else { self.groups.len() };
        let positions =
            (0..self.factors.len()).flat_map(|factor| (0..n_groups).map(move |group| (factor, group)));
        let rows = positions.map(|(factor, group)| {
            if by_outcome {
                self.group_row(0, factor, self.outcome_value(group), &self.outcome_groups[group].cases)
            } else {
                let cases: Vec<usize> = (0..self.cases.len()).collect();
                self.group_row(group, factor, self.group_value(group), &cases)
            }
        });
        Table { name: "factors-by-group", rows: rows.collect(), columns }
    }

    fn group_row(&self, group: usize, factor: usize, name: Value, cases: &[usize]) -> Vec<Value> {
        let cells = || cases.iter().map(|&case| self.cell(group, factor, case));
        let sum = |count: fn(&Cell) -> usize| Value::from(cells().map(count).sum::<usize>());
        let mut is_deviant = vec![false; self.cases.len()];
        for case in self.deviant_cases(group, factor) {
            is_deviant[case] = true;
        }
        let ids = |chosen: &dyn Fn(usize) -> bool| {
            let mut ids: Vec<_> =
                cases.iter().filter(|&&case| chosen(case)).map(|&case| &self.cases[case].id).collect();
            ids.sort();
            Value::list(ids)
        };
        let state_of = |case: usize| self.cell(group, factor, case).state;
        vec![
            Value::text(&self.factors[factor].id),
            valence(self.factors[factor].valence),
            name,
            cells().filter(|cell| cell.state.is_coded()).count().into(),
            cells().filter(|cell| cell.state != CellState::NoMaterial).count().into(),
            sum(|cell| cell.n_codings),
            sum(|cell| cell.n_passages),
            sum(|cell| cell.n_promoting),
            sum(|cell| cell.n_hindering),
            ids(&|case| state_of(case).is_coded()),
            ids(&|case| state_of(case) == CellState::NotFound),
            ids(&|case| state_of(case) == CellState::NoMaterial),
            ids(&|case| is_deviant[case]),
        ]
    }

    fn group_value(&self, group: usize) -> Value {
        self.groups[group].key.value()
    }

    /// Returns nothing where the study has no outcome.
    fn outcome_value(&self, outcome_group: usize) -> Value {
        match &self.outcome_groups[outcome_group].level {
            Some(level) => Value::text(level),
            None if self.basis.outcome.is_some() => GroupKey::NotStated.value(),
            None => Value::Nothing,
        }
    }
}

fn factor_values(factor: &FactorRow) -> [Value; 4] {
    let kind: &str = factor.kind.into();
    let level = factor.level.as_ref().map_or(Value::Nothing, Value::text);
    [Value::text(&factor.id), Value::text(kind), valence(factor.valence), level]
}

pub(crate) fn valence(valence: Option<Valence>) -> Value {
    valence.map_or(Value::Nothing, |valence| Value::text(<&str>::from(valence)))
}

pub(crate) fn state(state: CellState) -> Value {
    Value::text(<&str>::from(state))
}
