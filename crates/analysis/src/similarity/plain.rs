//! Similarity as plain tables.

use super::map::N_AXES;
use super::{Item, Map, Similarity};
use crate::table::{Column, ColumnKind, Table, Value};
use draad_core::CaseId;
use draad_measures::{Measured, Undefined};

impl Similarity {
    /// Returns pairs, cases, the tree, groups cut from it, and the two maps: how well each fits, their axes and their
    /// places.
    pub fn tables(&self) -> Vec<Table> {
        vec![
            self.pairs_table(),
            self.cases_table(),
            self.merges_table(),
            self.groups_table(),
            self.axes_table(),
            self.places_table(),
        ]
    }

    fn id(&self, case: usize) -> &CaseId {
        &self.cases[case].id
    }

    fn ids(&self, cases: &[usize]) -> Value {
        Value::list(cases.iter().map(|&case| self.id(case)))
    }

    fn pairs_table(&self) -> Table {
        let mut columns = vec![Column::text("case"), Column::text("other_case")];
        columns.extend(["both", "case_only", "other_only", "neither"].map(Column::integer));
        columns.extend(["similarity", "distance"].map(Column::number));
        let rows = self.pairs.iter().map(|pair| {
            let shared = pair.shared;
            vec![
                Value::text(self.id(pair.first)),
                Value::text(self.id(pair.second)),
                shared.both.into(),
                shared.first_only.into(),
                shared.second_only.into(),
                shared.neither.into(),
                pair.similarity.map_or(Value::Nothing, Value::from),
                pair.distance.into(),
            ]
        });
        Table { name: "similarity", rows: rows.collect(), columns }
    }

    fn cases_table(&self) -> Table {
        let mut columns = ["case", "name", "outcome"].map(Column::text).to_vec();
        columns.extend(["codes", "sources", "material_chars"].map(Column::integer));
        let rows = self.cases.iter().map(|case| {
            vec![
                Value::text(&case.id),
                Value::words(&case.name),
                case.outcome.as_ref().map(|(level, _)| level.clone()).into(),
                case.n_codes.into(),
                case.n_sources.into(),
                case.n_chars.into(),
            ]
        });
        Table { name: "similarity-cases", rows: rows.collect(), columns }
    }

    /// One row per joining; one row with the reason where there is no tree.
    fn merges_table(&self) -> Table {
        let columns = vec![
            Column::integer("step"),
            Column::text("first"),
            Column::text("second"),
            Column::number("height"),
            Column::yes_no("tied"),
        ];
        let rows = match &self.clustering {
            Err(reason) => vec![undefined(&columns, "height", *reason)],
            Ok(tree) => (1_usize..)
                .zip(&tree.joinings)
                .map(|(step, joining)| {
                    let (first, second) = (self.ids(&joining.first), self.ids(&joining.second));
                    vec![step.into(), first, second, joining.height.into(), joining.is_tied.into()]
                })
                .collect(),
        };
        Table { name: "similarity-merges", rows, columns }
    }

    /// One row per group; one row with the reason where the tree cannot be cut into so many.
    fn groups_table(&self) -> Table {
        let columns = vec![
            Column::integer("groups"),
            Column::integer("group"),
            Column::text("cases"),
            Column::number("silhouette"),
            Column::number("cophenetic_correlation"),
            Column::yes_no("depends_on_ties"),
        ];
        let tree = match &self.clustering {
            Ok(tree) => tree,
            Err(reason) => {
                let rows = vec![undefined(&columns, "silhouette", *reason)];
                return Table { name: "similarity-groups", rows, columns };
            }
        };
        let row = |n_groups: usize, group: Value, cases: Value, silhouette: Measured| {
            let fit = tree.cophenetic_correlation.into();
            vec![n_groups.into(), group, cases, silhouette.into(), fit, tree.depends_on_ties.into()]
        };
        let rows = tree.cuts.iter().flat_map(|cut| match &cut.groups {
            Err(_) => vec![row(cut.n_groups, Value::Nothing, Value::Nothing, cut.silhouette)],
            Ok(groups) => (1_usize..)
                .zip(groups)
                .map(|(group, cases)| row(cut.n_groups, group.into(), self.ids(cases), cut.silhouette))
                .collect(),
        });
        Table { name: "similarity-groups", rows: rows.collect(), columns }
    }

    fn maps(&self) -> [(&'static str, &Result<Map, Undefined>); 2] {
        [("correspondence", &self.correspondence), ("scaling", &self.scaling)]
    }

    fn axes_table(&self) -> Table {
        let columns = vec![
            Column::text("map"),
            Column::integer("axis"),
            Column::number("value"),
            Column::number("share"),
            Column::number("share_so_far"),
        ];
        let rows = self.maps().into_iter().flat_map(|(name, map)| match map {
            Err(reason) => vec![named(undefined(&columns, "value", *reason), name)],
            Ok(map) => {
                let mut so_far = 0.0;
                let row = |(axis, found): (usize, &super::MapAxis)| {
                    so_far += found.share;
                    let numbers = [found.value, found.share, so_far].map(Value::from);
                    [Value::text(name), axis.into()].into_iter().chain(numbers).collect()
                };
                (1_usize..).zip(&map.axes).map(row).collect()
            }
        });
        Table { name: "similarity-axes", rows: rows.collect(), columns }
    }

    fn places_table(&self) -> Table {
        let mut columns = ["map", "case", "factor"].map(Column::text).to_vec();
        columns.push(Column::number("mass"));
        columns.extend((1..=N_AXES).map(|axis| Column::number(format!("axis_{axis}"))));
        columns.push(Column::number("quality"));
        columns.extend((1..=N_AXES).map(|axis| Column::number(format!("contribution_{axis}"))));
        let rows = self.maps().into_iter().flat_map(|(name, map)| match map {
            Err(reason) => vec![named(undefined(&columns, "axis_1", *reason), name)],
            Ok(map) => map.places.iter().map(|place| self.place_row(name, place)).collect(),
        });
        Table { name: "similarity-places", rows: rows.collect(), columns }
    }

    fn place_row(&self, map: &str, place: &super::Place) -> Vec<Value> {
        let (case, factor) = match &place.item {
            Item::Case(case) => (Value::text(self.id(*case)), Value::Nothing),
            Item::Code(code) => (Value::Nothing, Value::text(code)),
        };
        let on_axes = |numbers: &[f64]| (0..N_AXES).map(|axis| numbers.get(axis).copied().into()).collect();
        let (coordinates, contributions): (Vec<Value>, Vec<Value>) =
            (on_axes(&place.coordinates), on_axes(&place.contributions));
        let mut row = vec![Value::text(map), case, factor, place.mass.into()];
        row.extend(coordinates);
        row.push(place.quality.into());
        row.extend(contributions);
        row
    }
}

/// Returns a row that says in one column why there are no rows.
fn undefined(columns: &[Column], column: &str, reason: Undefined) -> Vec<Value> {
    let value = |own: &Column| if own.name == column { Value::Undefined(reason) } else { Value::Nothing };
    debug_assert!(columns.iter().any(|own| own.name == column && own.kind == ColumnKind::Number));
    columns.iter().map(value).collect()
}

fn named(mut row: Vec<Value>, name: &str) -> Vec<Value> {
    row[0] = Value::text(name);
    row
}
